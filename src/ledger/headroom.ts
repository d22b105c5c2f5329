/**
 * How far a design is above the physics: each action of each component against the largest lower
 * bound that applies to it, and what a run took in all against the walls of its ledger.
 */
import * as E from 'fp-ts/lib/Either.js'
import { claimOf, type ModelData, type Source, type Tier } from '../formula/model'
import { evaluate } from '../reading/evaluate'
import { modelError, type ModelError, type Problem } from '../reading/error'
import { decimal, type Decimal } from '../units/decimal'
import type { Energy } from '../units/dimension'
import { add, multiply, subtract, type Quantity } from '../units/quantity'
import { bits, joules, one } from '../units/si'
import { decades } from './decades'
import type { ActionEnergy, ActionKind, EnergyTable } from './energy-table'
import { wordOf, type Word } from './headroom/bits'
import { boundModels, noFloor, type BoundModel } from './headroom/bounds'
import { problemsWith, type HeadroomOptions } from './headroom/options'
import { totalsOf, type TotalHeadroom } from './headroom/totals'

export type { Word, WordBits } from './headroom/bits'
export type { HeadroomOptions, StaticMemory } from './headroom/options'
export type { TotalHeadroom, WallAgainst } from './headroom/totals'

/** A bound on one action, with what it rests on. @since 0.4.0 */
export interface ActionBound {
  /** The model of the physics, times the bits of the word where it is one per bit. */
  readonly name: BoundModel['name']
  readonly energy: Quantity<Energy>
  readonly tier: Tier
  readonly claim: 'lower bound' | 'estimate'
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Its formula, for every other reading. */
  readonly model: ModelData
  /** log₁₀ of the design's energy over it, negative below it; null where either is 0. */
  readonly decades: number | null
}

/** What an action takes over a run. @since 0.4.0 */
export interface Spent {
  /** Energy times count. */
  readonly energy: Quantity<Energy>
  /** Of what all counted actions take; null where that is 0. */
  readonly share: number | null
  /** What is spent above the floor; negative below it; absent where there is none. */
  readonly headroom?: Quantity<Energy>
}

/** One action of a component, held against its bounds. @since 0.4.0 */
export interface ActionHeadroom {
  readonly action: ActionEnergy
  readonly word: Word
  /** All that apply, the largest first. */
  readonly bounds: readonly ActionBound[]
  /** The largest that may be it. */
  readonly floor?: ActionBound
  /** Why no floor is claimed. */
  readonly why?: string
  /**
   * Above the floor or at it; below it; 0, which is not covered by the file, or less than it can
   * tell; or an action of which no floor is claimed.
   */
  readonly standing: 'above' | 'below' | 'zero' | 'no floor'
  /** Whether the file can tell an energy at the floor from 0; absent where it does not say what it can. */
  readonly resolved?: boolean
  /** Where the count is known. */
  readonly spent?: Spent
}

/** A design held against the physics. @since 0.4.0 */
export interface Headroom {
  readonly table: EnergyTable
  readonly options: HeadroomOptions
  readonly actions: readonly ActionHeadroom[]
  readonly totals: readonly TotalHeadroom[]
  /** What the counted actions take together; absent where none is counted. */
  readonly spent?: Quantity<Energy>
  /** The actions that are furthest above their floors. */
  readonly largest: {
    readonly decades?: ActionHeadroom
    /** Absent where no action is counted. */
    readonly joules?: ActionHeadroom
  }
}

/** The values that any of the bounds takes. */
const valuesFor = (
  { temperature, errorProbability, memory }: HeadroomOptions,
  word: number
): Readonly<Record<string, unknown>> => ({
  temperature,
  errorProbability,
  wordBits: bits(word),
  ...memory,
  ...(memory === undefined ? {} : { cells: memory.cells ?? one(word) })
})

type Bound = Omit<ActionBound, 'decades'>

const boundOf =
  (values: Readonly<Record<string, unknown>>) =>
  ({ name, model }: BoundModel): E.Either<ModelError, Bound> => {
    const own = Object.fromEntries(Object.keys(model.inputs).map((input) => [input, values[input]]))
    const { tier, constraint, sources } = model
    return E.map((energy: Quantity<Energy>) => ({
      ...{ name, energy, tier, claim: claimOf(tier), constraint, sources },
      model
    }))(evaluate(model)(own as never)) // values for its inputs, each checked as it is evaluated
  }

/** Whether a bound may be the floor: a limit of circuits only where one asks for it. */
const mayBeFloor = ({ tier }: Bound, { circuits = false }: HeadroomOptions): boolean =>
  circuits || tier !== 'circuit'

const largestFirst = (a: Bound, b: Bound): number => b.energy.exact.comparedTo(a.energy.exact)

/** The bounds on an action of a kind with a word of so many bits; the same ones are computed once. */
const boundsWith = (options: HeadroomOptions) => {
  const known = new Map<string, E.Either<readonly Problem[], readonly Bound[]>>()
  return (kind: ActionKind, word: number): E.Either<readonly Problem[], readonly Bound[]> => {
    const key = `${kind} ${word}`
    const found = known.get(key)
    if (found !== undefined) return found
    const read = boundModels[kind]
      .filter(({ needs }) => needs !== 'memory' || options.memory !== undefined)
      .map(boundOf(valuesFor(options, word)))
    const problems = read.flatMap((each) => (E.isLeft(each) ? each.left.problems : []))
    const bounds = read.flatMap((each) => (E.isRight(each) ? [each.right] : []))
    const result = problems.length > 0 ? E.left(problems) : E.right([...bounds].sort(largestFirst))
    known.set(key, result)
    return result
  }
}

const above = (energy: Quantity<Energy>, bound: Quantity<Energy>): number | null =>
  energy.exact.gt(0) && bound.exact.gt(0) ? decades(energy, bound) : null

const held = (
  action: ActionEnergy,
  word: Word,
  found: readonly Bound[],
  options: HeadroomOptions
): ActionHeadroom => {
  const { energy, kind, resolution } = action
  const bounds = found.map((bound) => ({ ...bound, decades: above(energy, bound.energy) }))
  const floor = bounds.find((bound) => mayBeFloor(bound, options))
  const isZero = energy.exact.isZero()
  if (floor === undefined)
    return {
      action,
      word,
      bounds,
      ...(noFloor[kind] === undefined ? {} : { why: noFloor[kind] }),
      standing: 'no floor'
    }
  return {
    ...{ action, word, bounds, floor },
    standing: isZero ? 'zero' : energy.exact.lt(floor.energy.exact) ? 'below' : 'above',
    ...(resolution === undefined ? {} : { resolved: resolution.exact.lte(floor.energy.exact) })
  }
}

const times = (energy: Quantity<Energy>, count: number): Quantity<Energy> => multiply(energy, one(count))

/** The actions with what each takes over the run, and that in all. */
const counted = (actions: readonly ActionHeadroom[]) => {
  const energies = actions.flatMap(({ action: { energy, count } }) =>
    count === undefined ? [] : [times(energy, count)]
  )
  if (energies.length === 0) return { actions, spent: undefined }
  const spent = energies.reduce<Quantity<Energy>>((sum, each) => add(sum, each), joules(0))
  const withSpent = actions.map((each): ActionHeadroom => {
    const { energy, count } = each.action
    if (count === undefined) return each
    const own = times(energy, count)
    const share = spent.exact.isZero() ? null : own.exact.div(spent.exact).toNumber()
    const headroom = each.floor && times(subtract(energy, each.floor.energy), count)
    return { ...each, spent: { energy: own, share, ...(headroom === undefined ? {} : { headroom }) } }
  })
  return { actions: withSpent, spent }
}

/** The one of which a number is largest; of equals the first. */
const largestBy = (
  actions: readonly ActionHeadroom[],
  of: (action: ActionHeadroom) => Decimal | undefined
): ActionHeadroom | undefined =>
  actions.reduce<readonly [ActionHeadroom, Decimal] | undefined>((best, each) => {
    const own = of(each)
    return own !== undefined && (best === undefined || own.gt(best[1])) ? [each, own] : best
  }, undefined)?.[0]

const largestOf = (actions: readonly ActionHeadroom[]): Headroom['largest'] => {
  const far = actions.filter(({ standing }) => standing === 'above')
  const byDecades = largestBy(far, ({ floor }) =>
    typeof floor?.decades === 'number' ? decimal(floor.decades) : undefined
  )
  const byJoules = largestBy(far, ({ spent }) => spent?.headroom?.exact)
  return {
    ...(byDecades === undefined ? {} : { decades: byDecades }),
    ...(byJoules === undefined ? {} : { joules: byJoules })
  }
}

/**
 * Each action of a table against the bounds that apply to it: how many decades it is above each, and
 * which is its floor; and the totals of the table against a ledger.
 *
 * A word that is written or accumulated is overwritten (`landauer`), over the barrier of a static
 * memory where one is given (`staticWrite`); one that is read or converted is measured into a register
 * that is reset (`readInformation`), and a limit of converters (`converterEnergy`) stands beside; a
 * result that is computed overwrites its register (`landauer`). Of a transfer, of leakage, and of
 * what is not known, no floor is claimed. A word of unknown width is held against one bit, which is
 * still a lower bound.
 *
 * Errors: what is outside the domain of a bound; bits that are none, or of no component of the table.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const read = { component: 'weight_reg', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a register', actions: [read], totals: [], notes: [] }
 * pipe(
 *   headroom(table, { temperature: kelvin(300), errorProbability: one(0) }),
 *   E.map(({ actions }) => actions[0]?.floor?.decades?.toFixed(2))
 * )
 * // right('6.80')
 *
 * @since 0.4.0
 */
export const headroom = (table: EnergyTable, options: HeadroomOptions): E.Either<ModelError, Headroom> => {
  const told = problemsWith(table, options)
  if (told.length > 0) return E.left(modelError('headroom', told))
  const boundsOf = boundsWith(options)
  const problems = new Map<string, Problem>()
  const found = table.actions.flatMap((action): readonly ActionHeadroom[] => {
    const word = wordOf(action, options.bits ?? [])
    const bounds = boundsOf(action.kind, word.bits)
    if (E.isRight(bounds)) return [held(action, word, bounds.right, options)]
    bounds.left.forEach((problem) => problems.set(problem.message, problem))
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
