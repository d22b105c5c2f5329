/** Reading a file of energies, with counts where they are given; its problems are said. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable } from '../ledger/energy-table'
import { decodeActionCounts } from '../format/accelergy/action-counts'
import { decodeEnergyFile } from '../format/energies/energy-file'
import { joinCounts } from '../format/accelergy/join-counts'
import type { SchemaError } from '../shape/problem'
import { nameOf, readText } from './input'
import { exit, type Io } from './io'
import { sayProblems } from './problems'

const decoded = async <A>(
  io: Io,
  file: string,
  decode: (source: string, name: string) => E.Either<SchemaError, A>
): Promise<E.Either<number, A>> => {
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return E.left(exit.badInput)
  }
  const read = decode(text.right, nameOf(file))
  if (E.isRight(read)) return read
  sayProblems(io, file, read.left)
  return E.left(exit.badInput)
}

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
  const table = await decoded(io, file, decodeEnergyFile)
  return E.isLeft(table) || counts === undefined ? table : withCounts(io, table.right, counts)
}
