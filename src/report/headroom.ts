/** The parts of a comparison that every form of it prints: inputs, sentences on what stands out and what is missing. */
import { aList, anObject, expecting, having, type Kind, optional, recordOf } from '../units/argument'
import { aHeadroom } from '../ledger/headroom/result'
import { isBound, type Source, type Tier } from '../formula/model'
import type { ActionEnergy } from '../ledger/energy-table'
import type { ActionHeadroom, Headroom, TotalHeadroom } from '../ledger/headroom'
import type { Energy } from '../units/dimension'
import { grouped } from '../shape/grouped'
import { formatWith } from '../units/format'
import type { Quantity } from '../units/quantity'
import { figure, tierName } from './ledger'

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

export const aComparison: Kind = having('a comparison, such as comparison makes', {
  headroom: aHeadroom,
  inputs: aList
})

const given = { origin: 'given' } as const

const exact = (value: Quantity<unknown>): string => formatWith<unknown>({ digits: 'all' })(value)

/**
 * A design held against the physics as a report prints it: with its options as inputs, all of them
 * given but where `origins` knows better.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import { comparison } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] }
 * const found = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * const inputs = E.isRight(found) ? comparison(found.right).inputs : []
 * console.log(inputs.map(({ name, value }) => `${name}: ${value}`).join(', '))
 * // temperature: 300 K, errorProbability: 0
 *
 * @since 0.4.0
 */
export const comparison = expecting(
  'comparison',
  { headroom: aHeadroom, origins: optional(recordOf('origins of inputs', anObject)) },
  (
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
      inputs: values.map(([name, value]) => ({ name, value, ...(origins[name] ?? given) }))
    }
  }
)

/** Arguments as "hops=1, wide=true"; only some of them, where those are named. */
export const argumentsText = (
  { arguments: given = {} }: ActionEnergy,
  only: readonly string[] = Object.keys(given)
): string =>
  Object.entries(given)
    .filter(([name]) => only.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/** The arguments of actions as far as they tell entries of one apart. */
export const distinctionsIn = ({ actions }: Headroom): ((of: ActionHeadroom) => string) => {
  const keyOf = ({ component, action }: ActionEnergy): string => JSON.stringify([component, action])
  const telling = new Map(
    [
      ...grouped(
        actions.map(({ action }) => action),
        keyOf
      )
    ].map(([key, all]) => {
      const names = [...new Set(all.flatMap(({ arguments: given = {} }) => Object.keys(given)))]
      const differs = (name: string): boolean =>
        new Set(all.map(({ arguments: given = {} }) => given[name])).size > 1
      return [key, names.filter(differs)] as const
    })
  )
  return ({ action }) => argumentsText(action, telling.get(keyOf(action)))
}

/** The actions of a comparison by their full names, with arguments where those tell entries apart. */
export const namesIn = (headroom: Headroom): ((of: ActionHeadroom) => string) => {
  const distinction = distinctionsIn(headroom)
  return (of) => {
    const given = distinction(of)
    const name = `${of.action.component}.${of.action.action}`
    return given === '' ? name : `${name} (${given})`
  }
}

/** So many names for a sentence, and how many more there are. */
const some = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`

/** How energies were found that the file does not state, a sentence each. */
export const derivedSentences = (headroom: Headroom): readonly string[] => {
  const nameOf = namesIn(headroom)
  const told = headroom.actions.filter(({ action }) => action.derivation !== undefined)
  return [...grouped(told, ({ action }) => action.derivation!)].map(
    ([derivation, of]) => `${some(of.map(nameOf))}: ${derivation}`
  )
}

/** A distance in decades, or nothing where there is none. */
export const decadesText = (decades: number | null | undefined): string =>
  typeof decades === 'number' ? decades.toFixed(1) : ''

const totalName = ({ component, parts }: TotalHeadroom): string => `${component} (${parts.join(' + ')})`

const rounded = (resolution: Quantity<Energy> | undefined, digits?: number): string =>
  resolution === undefined ? 'the file rounds it' : `the file rounds to ${figure(resolution, digits)}`

/** What is below a bound on it, a sentence each. */
export const belowSentences = (headroom: Headroom, digits?: number): readonly string[] => {
  const nameOf = namesIn(headroom)
  const actions = headroom.actions.flatMap((of) => {
    const { action, floor, standing } = of
    if (standing !== 'below' || floor === undefined) return []
    return [
      `${nameOf(of)} takes ${figure(action.energy, digits)}, which is below the floor, ${floor.name} ${figure(floor.energy, digits)}: ${rounded(action.resolution, digits)}, or does not count all of it, or what the bound supposes is not so (${floor.constraint})`
    ]
  })
  const totals = headroom.totals.flatMap((total) =>
    total.against
      .filter(
        ({ energy, tier }) => isBound(tier) && total.energy.exact.gt(0) && total.energy.exact.lt(energy.exact)
      )
      .map(
        ({ paradigm, energy, constraint }) =>
          `${totalName(total)} took ${figure(total.energy, digits)}, which is below ${paradigm}, ${figure(energy, digits)}: ${rounded(total.resolution, digits)}, or does not count all of it, or the workload is of another run, or what the bound supposes is not so (${constraint})`
      )
  )
  return [...actions, ...totals]
}

/** Where the largest headroom is, as a sentence for decades and one for joules. */
export const largestSentences = (headroom: Headroom, digits?: number): readonly string[] => {
  const { largest, spent } = headroom
  const nameOf = namesIn(headroom)
  const far = largest.decades
  const joules = largest.joules?.spent?.headroom
  return [
    far?.floor === undefined
      ? 'by decades: no action is above a floor'
      : `by decades: ${nameOf(far)}, ${decadesText(far.floor.decades)} decades above ${far.floor.name} (${tierName(far.floor.tier)})`,
    spent === undefined
      ? 'by joules: how often each action takes place is not known, which action counts would tell'
      : joules === undefined
        ? 'by joules: no counted action is above a floor'
        : `by joules: ${nameOf(largest.joules!)}, ${figure(joules, digits)} above the floor`
  ]
}

const zeroSentences = (headroom: Headroom): readonly string[] => {
  const isZero = ({ energy }: { readonly energy: Quantity<Energy> }): boolean => energy.exact.isZero()
  const zero = [
    ...headroom.actions.filter(({ action }) => isZero(action)).map(namesIn(headroom)),
    ...headroom.totals.filter(isZero).map(totalName)
  ]
  return zero.length === 0
    ? []
    : [`0 in the file, so that it does not cover them, or cannot tell them from 0: ${some(zero)}`]
}

/** Whether a file rounds a total by more than what it is held against. */
const isCoarse = ({ resolution, against }: TotalHeadroom): boolean =>
  resolution !== undefined &&
  against.some(({ energy }) => energy.exact.gt(0) && energy.exact.lt(resolution.exact))

const unresolvedSentences = (headroom: Headroom): readonly string[] => {
  const unresolved = [
    ...headroom.actions.filter(({ resolved }) => resolved === false).map(namesIn(headroom)),
    ...headroom.totals.filter(isCoarse).map(totalName)
  ]
  return unresolved.length === 0
    ? []
    : [`the file rounds, and could not tell an energy at a bound from 0: ${some(unresolved)}`]
}

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
          'held against one bit (bits marked *), as no width of theirs is known: a word of n bits has n times the floor'
        ]
      : []),
    ...(has('accumulate')
      ? [
          'what accumulates writes a partial sum: it is no learning update, and is held against no update-wall'
        ]
      : []),
    ...(writes && options.memory === undefined
      ? [
          'retention is not counted: no bound asks for it; what a static memory pays for it, --static-memory tells'
        ]
      : []),
    ...(actions.length === 0 ? ['the file has no energies per action'] : []),
    ...totalSentences(headroom)
  ]
}

/** The tiers of all that is held against. */
export const tiersIn = ({ actions, totals }: Headroom): ReadonlySet<Tier> =>
  new Set([
    ...actions.flatMap(({ against }) => against.map(({ tier }) => tier)),
    ...totals.flatMap(({ against }) => against.map(({ tier }) => tier))
  ])

/** The sources of all that is held against, each once. */
export const sourcesIn = ({ actions, totals }: Headroom): readonly Source[] => [
  ...new Map(
    [
      ...actions.flatMap(({ against }) => against.flatMap(({ sources }) => sources)),
      ...totals.flatMap(({ against }) => against.flatMap(({ sources }) => sources))
    ].map((source) => [source.citation, source])
  ).values()
]
