/** Reading a file of energies, with counts where they are given; its problems are said. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../ledger/energy-table'
import { decodeActionCounts } from '../format/accelergy/action-counts'
import { decodeEnergyFile } from '../format/energies/energy-file'
import { joinCounts } from '../format/accelergy/join-counts'
import { decoded } from './decoded'
import { nameOf } from './input'
import type { Io } from './io'

/** A table with the counts of a file, those that match nothing among its notes. */
const withCounts = async (
  io: Io,
  table: EnergyTable,
  file: string
): Promise<E.Either<number, EnergyTable>> => {
  const counts = await decoded(io, file, decodeActionCounts)
  if (E.isLeft(counts)) return counts
  const { table: joined, unmatched } = joinCounts(table, counts.right)
  const left = unmatched.map(({ why, count }) => `${nameOf(file)}: ${count} actions are not counted: ${why}`)
  return E.right({ ...joined, notes: [...joined.notes, ...new Set(left)] })
}

/** The energies of a file; or an exit code, where its problems have been said. */
export const readEnergies = async (
  io: Io,
  file: string,
  counts?: string
): Promise<E.Either<number, EnergyTable>> => {
  const table = await decoded(io, file, decodeEnergyFile, 'energies')
  return E.isLeft(table) || counts === undefined ? table : withCounts(io, table.right, counts)
}
