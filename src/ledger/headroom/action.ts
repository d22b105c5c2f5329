/** One action against the bounds on it, and what a machine pays for it. */
import { rights } from 'fp-ts/lib/Array.js'
import * as E from 'fp-ts/lib/Either.js'
import { claimOf } from '../../formula/model'
import { evaluate } from '../../reading/evaluate'
import type { Problem } from '../../reading/error'
import type { Energy } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { bits, one } from '../../units/si'
import { decades } from '../decades'
import type { ActionEnergy, ActionKind } from '../energy-table'
import type { Word } from './bits'
import { boundModels, machineModels, noFloor, type ActionModel } from './bounds'
import type { HeadroomOptions } from './options'
import type { ActionBound, ActionHeadroom, ActionMachine } from './result'

/** The values that any of the models takes. */
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

type Without<A extends ActionBound | ActionMachine> = Omit<A, 'decades'>

/** What an action of a kind is held against: bounds, the largest first, and what machines pay. */
interface Against {
  readonly bounds: readonly Without<ActionBound>[]
  readonly machines: readonly Without<ActionMachine>[]
}

const valued =
  (values: Readonly<Record<string, unknown>>) =>
  <Name extends string>({ name, model }: ActionModel<Name>) => {
    const own = Object.fromEntries(Object.keys(model.inputs).map((input) => [input, values[input]]))
    const { tier, constraint, sources } = model
    return E.map((energy: Quantity<Energy>) => ({
      ...{ name, energy, tier, claim: claimOf(tier), constraint, sources },
      model
    }))(evaluate(model)(own as never)) // values for its inputs, each checked as it is evaluated
  }

/** Whether a bound may be the floor: a limit of circuits only where one asks for it. */
const mayBeFloor = ({ tier }: ActionBound, { circuits = false }: HeadroomOptions): boolean =>
  circuits || tier !== 'circuit'

const largestFirst = (a: Without<ActionBound>, b: Without<ActionBound>): number =>
  b.energy.exact.comparedTo(a.energy.exact)

/** What an action of a kind, with a word of so many bits, is held against; the same is computed once. */
export const againstWith = (options: HeadroomOptions) => {
  const known = new Map<string, E.Either<readonly Problem[], Against>>()
  return (kind: ActionKind, word: number): E.Either<readonly Problem[], Against> => {
    const key = `${kind} ${word}`
    const found = known.get(key)
    if (found !== undefined) return found
    const value = valued(valuesFor(options, word))
    const bounds = boundModels[kind].map((each) => value(each))
    const machines =
      options.memory === undefined ? [] : (machineModels[kind] ?? []).map((each) => value(each))
    const problems = [...bounds, ...machines].flatMap((each) => (E.isLeft(each) ? each.left.problems : []))
    const result =
      problems.length > 0
        ? E.left(problems)
        : E.right({ bounds: rights(bounds).sort(largestFirst), machines: rights(machines) })
    known.set(key, result)
    return result
  }
}

const above = (energy: Quantity<Energy>, bound: Quantity<Energy>): number | null =>
  energy.exact.gt(0) && bound.exact.gt(0) ? decades(energy, bound) : null

/** An action with what it is held against, and where it stands. */
export const held = (
  action: ActionEnergy,
  word: Word,
  found: Against,
  options: HeadroomOptions
): ActionHeadroom => {
  const { energy, kind, resolution } = action
  const held = <A extends { readonly energy: Quantity<Energy> }>(each: A) => ({
    ...each,
    decades: above(energy, each.energy)
  })
  const bounds = found.bounds.map(held)
  const machines = found.machines.map(held)
  const floor = bounds.find((bound) => mayBeFloor(bound, options))
  const isZero = energy.exact.isZero()
  if (floor === undefined)
    return {
      action,
      word,
      bounds,
      machines,
      ...(noFloor[kind] === undefined ? {} : { why: noFloor[kind] }),
      standing: 'no floor'
    }
  return {
    ...{ action, word, bounds, machines, floor },
    standing: isZero ? 'zero' : energy.exact.lt(floor.energy.exact) ? 'below' : 'above',
    ...(resolution === undefined || floor.energy.exact.isZero()
      ? {}
      : { resolved: resolution.exact.lte(floor.energy.exact) })
  }
}
