/**
 * How far a design is above the physics: each action of each component against the largest lower
 * bound that applies to it, what a run took in all against the walls of its ledger; and both beside
 * what machines pay.
 */
import * as E from 'fp-ts/lib/Either.js'
import { expecting } from '../units/argument'
import { modelError, type ModelError, unfitInputs } from '../reading/error'
import { anEnergyTable, type EnergyTable } from './energy-table'
import { againstWith, held } from './headroom/action'
import { wordOf } from './headroom/bits'
import { type HeadroomOptions, headroomOptions, problemsWith } from './headroom/options'
import type { ActionHeadroom, Headroom } from './headroom/result'
import { counted, largestOf } from './headroom/spent'
import { totalsOf } from './headroom/totals'

export type { Word, WordBits } from './headroom/bits'
export { floorTable } from './headroom/floor-table'
export type { HeadroomOptions, StaticMemory } from './headroom/options'
export type { ActionAgainst, ActionHeadroom, Headroom, Spent } from './headroom/result'
export type { TotalHeadroom, WallAgainst } from './headroom/totals'

/**
 * Each action of a table against the bounds that apply to it: how many decades it is above each, and
 * which is its floor; and the totals of the table against a ledger.
 *
 * A word that is written or accumulated is overwritten (`landauer`); what a static memory pays for that,
 * where one is given, stands beside and is no bound (`staticWrite`). One that is read or converted is
 * measured into a register that is reset (`readInformation`), and a limit of converters
 * (`converterEnergy`) stands beside; a result that is computed overwrites its register (`landauer`).
 * Of a transfer, of leakage, and of what is not known, no floor is claimed. A word of unknown width is
 * held against one bit, which is still a lower bound.
 *
 * Errors: what is outside the domain of a bound; bits that are none, or of no component of the table.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const read = { component: 'weight_reg', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a register', actions: [read], totals: [], notes: [] }
 * const held = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * pipe(held, E.map(({ actions }) => actions[0]?.floor?.decades?.toFixed(2))) // right('6.80')
 *
 * @since 0.4.0
 */
export const headroom = expecting(
  'headroom',
  { table: anEnergyTable, options: headroomOptions },
  (table: EnergyTable, options: HeadroomOptions): E.Either<ModelError, Headroom> => {
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
  },
  unfitInputs
)
