/** One action against the bounds on it. */
import * as E from 'fp-ts/lib/Either.js'
import { claimOf } from '../../formula/model'
import { evaluate } from '../../reading/evaluate'
import type { ModelError, Problem } from '../../reading/error'
import type { Energy } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { bits, one } from '../../units/si'
import { decades } from '../decades'
import type { ActionEnergy, ActionKind } from '../energy-table'
import type { Word } from './bits'
import { boundModels, noFloor, type BoundModel } from './bounds'
import type { HeadroomOptions } from './options'
import type { ActionBound, ActionHeadroom } from './result'

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

/** Whether one may be the floor: a lower bound; one of a class of circuits only where one asks for it. */
const mayBeFloor = ({ tier }: Bound, { circuits = false }: HeadroomOptions): boolean =>
  tier === 'theorem' || (circuits && tier === 'circuit')

const largestFirst = (a: Bound, b: Bound): number => b.energy.exact.comparedTo(a.energy.exact)

/** The bounds on an action of a kind with a word of so many bits; the same ones are computed once. */
export const boundsWith = (options: HeadroomOptions) => {
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

/** An action with its bounds, and where it stands to them. */
export const held = (
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
    ...(resolution === undefined || floor.energy.exact.isZero()
      ? {}
      : { resolved: resolution.exact.lte(floor.energy.exact) })
  }
}
