/** The parts of a comparison that every form of it prints: inputs, sentences on what stands out and what is missing. */
import type { Source, Tier } from '../formula/model'
import type { ActionEnergy } from '../ledger/energy-table'
import type { ActionHeadroom, Headroom, TotalHeadroom } from '../ledger/headroom'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'
import { figure } from './ledger'

/** A value that a comparison rests on, and where it comes from. @since 0.4.0 */
export interface ComparisonInput {
  readonly name: string
  /** With its unit. */
  readonly value: string
  readonly origin: 'given' | 'workload' | 'default'
  /** Why a default holds. */
  readonly why?: string
}

/** A design held against the physics, with all that the comparison rests on. @since 0.4.0 */
export interface Comparison {
  readonly headroom: Headroom
  readonly inputs: readonly ComparisonInput[]
}

const exact = (value: Quantity<unknown>): string => formatWith<unknown>({ digits: 'all' })(value)

/**
 * A design held against the physics as a report prints it: with its options as inputs, all of them
 * given but where `origins` knows better.
 *
 * @since 0.4.0
 */
export const comparison = (
  headroom: Headroom,
  origins: Readonly<Record<string, Pick<ComparisonInput, 'origin' | 'why'>>> = {}
): Comparison => {
  const { temperature, errorProbability, bits = [], memory, circuits, ledger } = headroom.options
  const values: readonly (readonly [name: string, value: string])[] = [
    ['temperature', exact(temperature)],
    ['errorProbability', exact(errorProbability)],
    ...Object.entries(memory ?? {}).map(([name, value]) => [name, exact(value)] as const),
    ...bits.map(({ of, bits }) => [of === undefined ? 'bits' : `bits of ${of}`, `${bits} bit`] as const),
    ...(circuits === true ? [['circuits', 'limits of circuits may be the floor'] as const] : []),
    ...(ledger === undefined ? [] : [['workload', ledger.scenario.name] as const])
  ]
  return {
    headroom,
    inputs: values.map(([name, value]) => ({ name, value, origin: 'given', ...origins[name] }))
  }
}

/** Arguments as they tell apart the entries of an action. */
export const argumentsText = ({ arguments: given = {} }: ActionEnergy): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/** An action by its full name. */
export const nameOf = ({ action }: ActionHeadroom): string => {
  const given = argumentsText(action)
  return `${action.component}.${action.action}${given === '' ? '' : ` (${given})`}`
}

/** A distance in decades, or nothing where there is none. */
export const decadesText = (decades: number | null | undefined): string =>
  typeof decades === 'number' ? decades.toFixed(1) : ''

/** So many names for a sentence, and how many more there are. */
const some = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`

/** What is below its floor, a sentence each. */
export const belowSentences = ({ actions }: Headroom, digits?: number): readonly string[] =>
  actions.flatMap((of) => {
    const { action, floor, standing } = of
    if (standing !== 'below' || floor === undefined) return []
    const { energy, resolution } = action
    const rounds =
      resolution === undefined
        ? 'the file rounds it away'
        : `the file rounds to ${figure(resolution, digits)}`
    return [
      `${nameOf(of)} takes ${figure(energy, digits)}, which is below ${floor.name} (${figure(floor.energy, digits)}): ${rounds}, or does not count what the bound counts, or the action keeps more than it is taken to (${floor.constraint})`
    ]
  })

const widest = (of: ActionHeadroom): string | undefined => {
  const { floor } = of
  return floor && `${nameOf(of)}, ${decadesText(floor.decades)} decades above ${floor.name} (${floor.tier})`
}

/** Where the largest headroom is, as a sentence for decades and one for joules. */
export const largestSentences = ({ largest, spent }: Headroom, digits?: number): readonly string[] => {
  const decades = largest.decades && widest(largest.decades)
  const joules = largest.joules?.spent?.headroom
  return [
    decades === undefined ? 'by decades: no action is above a floor' : `by decades: ${decades}`,
    spent === undefined
      ? 'by joules: how often each action takes place is not known, which action counts would tell'
      : joules === undefined
        ? 'by joules: no counted action is above a floor'
        : `by joules: ${nameOf(largest.joules!)}, ${figure(joules, digits)} above the floor`
  ]
}

const zeroSentences = ({ actions }: Headroom): readonly string[] => {
  const zero = actions.filter(({ action }) => action.energy.exact.isZero())
  return zero.length === 0
    ? []
    : [`0 in the file, so that it does not cover them, or cannot tell them from 0: ${some(zero.map(nameOf))}`]
}

const unresolvedSentences = ({ actions }: Headroom): readonly string[] => {
  const unresolved = actions.filter(({ resolved }) => resolved === false)
  return unresolved.length === 0
    ? []
    : [`the file rounds, and could not tell an energy at the floor from 0: ${some(unresolved.map(nameOf))}`]
}

const totalName = ({ component, parts }: TotalHeadroom): string => `${component} (${parts.join(' + ')})`

const totalSentences = ({ totals }: Headroom): readonly string[] => {
  const reasons = [...new Set(totals.flatMap(({ why }) => (why === undefined ? [] : [why])))]
  return [
    ...reasons.map((reason) => {
      const those = totals.filter(({ why }) => why === reason).map(totalName)
      return `${some(those)}: ${reason}`
    }),
    ...(totals.some(({ against }) => against.length > 0)
      ? ['that the workload is the run which the file is of, is for you to see to']
      : [])
  ]
}

/** What a comparison does not cover, and what would be needed, in sentences. */
export const uncovered = (headroom: Headroom): readonly string[] => {
  const { actions, options } = headroom
  const has = (kind: ActionEnergy['kind']): boolean => actions.some(({ action }) => action.kind === kind)
  const writes = has('write') || has('accumulate')
  return [
    ...zeroSentences(headroom),
    ...unresolvedSentences(headroom),
    ...new Set(actions.flatMap(({ why }) => (why === undefined ? [] : [why]))),
    ...(actions.some(({ floor, word }) => floor !== undefined && word.origin === 'least')
      ? [
          'held against one bit (bits marked *), as the file names no width: a word of n bits has n times the floor'
        ]
      : []),
    ...(has('accumulate')
      ? [
          'what accumulates writes a partial sum: it is no learning update, and is held against no update-wall'
        ]
      : []),
    ...(writes && options.memory === undefined
      ? [
          'retention is not counted: it enters what a write takes by the barrier of a static memory, which is not given'
        ]
      : []),
    ...(actions.length === 0 ? ['the file has no energies per action'] : []),
    ...totalSentences(headroom)
  ]
}

/** What the tiers of some bounds are. */
export const tiersIn = ({ actions, totals }: Headroom): ReadonlySet<Tier> =>
  new Set([
    ...actions.flatMap(({ bounds }) => bounds.map(({ tier }) => tier)),
    ...totals.flatMap(({ against }) => against.map(({ tier }) => tier))
  ])

/** The sources of all bounds, each once. */
export const sourcesIn = ({ actions, totals }: Headroom): readonly Source[] => [
  ...new Map(
    [
      ...actions.flatMap(({ bounds }) => bounds.flatMap(({ sources }) => sources)),
      ...totals.flatMap(({ against }) => against.flatMap(({ sources }) => sources))
    ].map((source) => [source.citation, source])
  ).values()
]
