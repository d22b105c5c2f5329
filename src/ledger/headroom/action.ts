/** One action against the bounds on it, and what a machine pays for it. */
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
import { againstModels, noFloor, type AgainstModel } from './bounds'
import type { HeadroomOptions } from './options'
import type { ActionAgainst, ActionHeadroom } from './result'

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

type Against = Omit<ActionAgainst, 'decades'>

type Read = (values: Readonly<Record<string, unknown>>) => E.Either<ModelError, Against>

/** A model is made ready once, and then evaluated for words of any width. */
const readerOf = ({ name, model }: AgainstModel): Read => {
  const read = evaluate(model)
  const { tier, constraint, sources } = model
  return (values) => {
    const own = Object.fromEntries(Object.keys(model.inputs).map((input) => [input, values[input]]))
    return E.map((energy: Quantity<Energy>) => ({
      ...{ name, energy, tier, claim: claimOf(tier), constraint, sources },
      model
    }))(read(own as never)) // values for its inputs, each checked as it is evaluated
  }
}

/** Whether one may be the floor: a lower bound; one of a class of circuits only where one asks for it. */
const mayBeFloor = ({ tier }: Against, { circuits = false }: HeadroomOptions): boolean =>
  tier === 'theorem' || (circuits && tier === 'circuit')

const largestFirst = (a: Against, b: Against): number => b.energy.exact.comparedTo(a.energy.exact)

/** What an action of a kind, with a word of so many bits, is held against; the same is computed once. */
export const againstWith = (options: HeadroomOptions) => {
  const known = new Map<string, E.Either<readonly Problem[], readonly Against[]>>()
  const readers = new Map<AgainstModel, Read>()
  const reader = (of: AgainstModel): Read => {
    const read = readers.get(of) ?? readerOf(of)
    readers.set(of, read)
    return read
  }
  return (kind: ActionKind, word: number): E.Either<readonly Problem[], readonly Against[]> => {
    const key = `${kind} ${word}`
    const found = known.get(key)
    if (found !== undefined) return found
    const read = againstModels[kind]
      .filter(({ needs }) => needs !== 'memory' || options.memory !== undefined)
      .map((of) => reader(of)(valuesFor(options, word)))
    const problems = read.flatMap((each) => (E.isLeft(each) ? each.left.problems : []))
    const all = read.flatMap((each) => (E.isRight(each) ? [each.right] : []))
    const result = problems.length > 0 ? E.left(problems) : E.right([...all].sort(largestFirst))
    known.set(key, result)
    return result
  }
}

const above = (energy: Quantity<Energy>, other: Quantity<Energy>): number | null =>
  energy.exact.gt(0) && other.exact.gt(0) ? decades(energy, other) : null

/** An action with what it is held against, and where it stands to its floor. */
export const held = (
  action: ActionEnergy,
  word: Word,
  found: readonly Against[],
  options: HeadroomOptions
): ActionHeadroom => {
  const { energy, kind, resolution, why = noFloor[kind] } = action
  const against = found.map((each) => ({ ...each, decades: above(energy, each.energy) }))
  const floor = against.find((each) => mayBeFloor(each, options))
  const isZero = energy.exact.isZero()
  if (floor === undefined)
    return {
      action,
      word,
      against,
      ...(why === undefined ? {} : { why }),
      standing: 'no floor'
    }
  return {
    ...{ action, word, against, floor },
    standing: isZero ? 'zero' : energy.exact.lt(floor.energy.exact) ? 'below' : 'above',
    ...(resolution === undefined || floor.energy.exact.isZero()
      ? {}
      : { resolved: resolution.exact.lte(floor.energy.exact) })
  }
}
