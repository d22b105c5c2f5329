/** An ideal design: the actions of a table, each at its floor. */
import { expecting } from '../../units/argument'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { joules } from '../../units/si'
import type { ActionEnergy, EnergyTable } from '../energy-table'
import { type ActionHeadroom, aHeadroom, type Headroom } from './result'

const format = (value: Quantity<unknown>): string => formatWith<unknown>({ digits: 'all' })(value)

const words = ({ word: { bits } }: ActionHeadroom): string => `${bits} bit`

const idealOf =
  ({ options }: Headroom) =>
  (of: ActionHeadroom): ActionEnergy => {
    const { resolution: _, derivation: __, ...action } = of.action
    const { floor } = of
    if (floor === undefined)
      return { ...action, energy: joules(0), derivation: of.why ?? 'no floor is claimed' }
    const at = `${words(of)}, ${format(options.temperature)}`
    return {
      ...action,
      energy: floor.energy,
      bits: of.word.bits,
      derivation: `the floor: ${floor.name}, ${at}: ${floor.constraint} (${floor.tier})`
    }
  }

const unclaimed = ({ actions }: Headroom): readonly string[] =>
  [
    ...new Set(actions.flatMap(({ floor, why }) => (floor === undefined && why !== undefined ? [why] : [])))
  ].map((why) => `${why}, and its energy here is 0`)

const least = ({ actions }: Headroom): readonly string[] =>
  actions.some(({ floor, word }) => floor !== undefined && word.origin === 'least')
    ? ['where a word has no known width, its floor is that of one bit: a word of n bits has n times that']
    : []

/**
 * The same table with each action at its floor, so that a tool that was fed the design can be fed an
 * ideal one. What has no floor is 0, and a note says that none is claimed.
 *
 * @example
 * import { floorTable, format, headroom, kelvin, one, picojoules } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const read = { component: 'weight_reg', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a register', actions: [read], totals: [], notes: [] }
 * const ideal = pipe(headroom(table, { temperature: kelvin(300), errorProbability: one(0) }), E.map(floorTable))
 * pipe(ideal, E.map(({ actions }) => actions.map(({ energy }) => format(energy)).join())) // right('22.97 zJ')
 *
 * @since 0.4.0
 */
export const floorTable = expecting('floorTable', { headroom: aHeadroom }, (of: Headroom): EnergyTable => {
  const { table, options, actions } = of
  const temperature = format(options.temperature)
  const error = format(options.errorProbability)
  return {
    format: table.format,
    name: `${table.name}, each action at its floor`,
    actions: actions.map(idealOf(of)),
    totals: [],
    notes: [
      `no design: each action at the largest lower bound that applies to it, at ${temperature}, errors with probability ${error}`,
      ...least(of),
      ...unclaimed(of)
    ]
  }
})
