/**
 * How far a design is above the physics: each action of each component against the largest lower
 * bound that applies to it, what a run took in all against the walls of its ledger; and both beside
 * what machines pay.
 */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, type ModelError } from '../reading/error'
import type { EnergyTable } from './energy-table'
import { againstWith, held } from './headroom/action'
import { wordOf } from './headroom/bits'
import { problemsWith, type HeadroomOptions } from './headroom/options'
import type { ActionHeadroom, Headroom } from './headroom/result'
import { counted, largestOf } from './headroom/spent'
import { totalsOf } from './headroom/totals'

export type { Word, WordBits } from './headroom/bits'
export { floorTable } from './headroom/floor-table'
export type { HeadroomOptions, StaticMemory } from './headroom/options'
export type { ActionAgainst, ActionHeadroom, Headroom, Spent } from './headroom/result'
export type { TotalHeadroom, WallAgainst } from './headroom/totals'

/** A design held against the physics; the public function of this name is in `report/notebook/showing`. */
export const headroom = (table: EnergyTable, options: HeadroomOptions): E.Either<ModelError, Headroom> => {
  const told = problemsWith(table, options)
  const againstOf = againstWith(options)
  const problems = new Map(told.map((problem) => [problem.message, problem]))
  const found = table.actions.flatMap((action): readonly ActionHeadroom[] => {
    const word = wordOf(action, options.bits ?? [])
    const against = againstOf(action.kind, word.bits)
    if (E.isRight(against)) return [held(action, word, against.right, options)]
    against.left
      // What is wrong with a word has been said where it was told.
      .filter(({ inputs }) => told.length === 0 || !inputs.includes('wordBits'))
      .forEach((problem) => problems.set(problem.message, problem))
    return []
  })
  if (problems.size > 0) return E.left(modelError('headroom', [...problems.values()]))
  const { actions, spent } = counted(found)
  return E.right({
    ...{ table, options, actions, totals: totalsOf(table, options.ledger) },
    ...(spent === undefined ? {} : { spent }),
    largest: largestOf(actions)
  })
}
