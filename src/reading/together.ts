/**
 * Reading models together: what they share is computed once, and all that is wrong is said at once.
 *
 * What every reading of values does is here: the digits asked for, the inputs given, the program; how
 * a program is run is the reading's.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  comparedBy,
  type Condition,
  type Inputs,
  type ModelData,
  type Node,
  type Relation
} from '../formula/model'
import { program, type Program } from '../formula/program'
import type { Range } from '../units/range'
import { told } from '../units/told'
import { mostDigits } from './decimal'
import { modelError, type ModelError, type Problem } from './error'

/** What some models ask, once each: what they are made of, they all ask again. */
export const conditionsOf = (models: readonly ModelData[]): readonly Condition[] => {
  const [relations, ranges] = [new Set<Relation>(), new Map<Node, Set<Range>>()]
  const isNew = <A>(known: Set<A>, asked: A): boolean => known.size < known.add(asked).size
  const within = (subject: Node): Set<Range> => {
    const known = ranges.get(subject) ?? new Set()
    ranges.set(subject, known)
    return known
  }
  return models.flatMap(({ conditions }) =>
    conditions.filter((each) =>
      each.kind === 'range' ? isNew(within(each.subject), each.range) : isNew(relations, each.of)
    )
  )
}

/** The program of some models: their values first, then what the conditions compare, in order. */
export const programOf = (
  models: readonly ModelData[],
  conditions: readonly Condition[],
  inputs: Inputs
): Program =>
  program([...models.map(({ node }) => node), ...conditions.flatMap(comparedBy)], Object.keys(inputs))

/** Models of any inputs, by names of one's choice. */
export type Models = Readonly<Record<string, ModelData<unknown>>>

/** Models under one name that stands in errors. */
export interface Family {
  readonly name: string
  readonly models: Models
}

/** How some models are run: from inputs to their values, for so many digits. */
export type Prepare<Given, Value> = (
  models: readonly ModelData[],
  inputs: Inputs,
  digits: number
) => (given: readonly Given[]) => E.Either<readonly Problem[], readonly Value[]>

/** What differs between the readings of values. */
export interface Reading<Given, Value, Result> {
  /** From what a user gives to the inputs in their order. */
  readonly check: (
    name: string,
    inputs: Inputs
  ) => (given: unknown) => E.Either<readonly Problem[], readonly Given[]>
  readonly prepare: Prepare<Given, Value>
  /** The value of a model, with the digits asked for. */
  readonly result: (model: ModelData, value: Value, digits: number) => Result
}

/** What is wrong with the digits that are asked for. */
export const digitsProblems = (
  name: string,
  digits: number,
  most: number = mostDigits
): readonly Problem[] => {
  if (Number.isInteger(digits) && digits >= 1 && digits <= most) return []
  const [found, expected] = [told(digits), `a whole number from 1 to ${most}`]
  const message = `${name}: digits should be ${expected}, got ${found}`
  return [{ kind: 'number', model: name, inputs: ['digits'], found, expected, message }]
}

/** The inputs of all of some models. */
export const inputsOfAll = (models: readonly ModelData[]): Inputs =>
  Object.fromEntries(models.flatMap(({ inputs }) => Object.entries(inputs)))

/** Inputs that models mean different things by, under one name. */
export const clashesOf = (models: readonly ModelData[], inputs: Inputs): readonly Problem[] =>
  models.flatMap(({ name: model, inputs: own }) =>
    Object.entries(own).flatMap(([input, { unit }]): readonly Problem[] => {
      const found = unit.dimension.name
      const expected = inputs[input]!.unit.dimension.name
      if (found === expected) return []
      const message = `${model}: ${input} is ${found} here, and ${expected} in another model`
      return [{ kind: 'dimension', model, inputs: [input], found, expected, message }]
    })
  )

/** How models, of inputs that mean the same in all, are read for so many digits; `name` stands in errors. */
const reader = <Given, Value, Result>(
  name: string,
  models: readonly ModelData[],
  inputs: Inputs,
  digits: number,
  { check, prepare, result }: Reading<Given, Value, Result>
): ((given: unknown) => E.Either<ModelError, readonly Result[]>) => {
  const inputsIn = check(name, inputs)
  let run: ReturnType<typeof prepare> | undefined
  /** What was made of each value before: one that is still the same has the same result. */
  const made: { value: Value; result: Result }[] = []
  const resultAt = (model: ModelData, value: Value, at: number): Result => {
    const before = made[at]
    if (before?.value === value) return before.result
    made[at] = { value, result: result(model, value, digits) }
    return made[at].result
  }
  return (given) => {
    const checked = inputsIn(given)
    if (E.isLeft(checked)) return E.left(modelError(name, checked.left))
    run ??= prepare(models, inputs, digits)
    const values = run(checked.right)
    return E.isLeft(values)
      ? E.left(modelError(name, values.left))
      : E.right(models.map((model, at) => resultAt(model, values.right[at]!, at)))
  }
}

/** A reading of a family: from inputs to the results of its models, by their names. */
export const together = <Given, Value, Result>(
  { name, models: named }: Family,
  digits: number,
  reading: Reading<Given, Value, Result>
): ((given: unknown) => E.Either<ModelError, Readonly<Record<string, Result>>>) => {
  // What the inputs are named the compiler need not know here: they are checked by name.
  const models = Object.values(named) as unknown as readonly ModelData[]
  const inputs = inputsOfAll(models)
  const [unasked, clashes] = [digitsProblems(name, digits), clashesOf(models, inputs)]
  const wrong = unasked.length > 0 ? unasked : clashes
  if (wrong.length > 0) return () => E.left(modelError(name, wrong))
  const read = reader(name, models, inputs, digits, reading)
  return (given) => {
    const results = read(given)
    if (E.isLeft(results)) return results
    return E.right(Object.fromEntries(Object.keys(named).map((key, at) => [key, results.right[at]!])))
  }
}

/** A reading of one model, for a number of digits that is one: from inputs to its result. */
export const one = <Given, Value, Result>(
  model: ModelData<unknown>,
  digits: number,
  reading: Reading<Given, Value, Result>
): ((given: unknown) => E.Either<ModelError, Result>) => {
  const data = model as unknown as ModelData // as above
  const read = reader(model.name, [data], data.inputs, digits, reading)
  return (given) => {
    const results = read(given)
    return E.isLeft(results) ? results : E.right(results.right[0]!)
  }
}

/** A reading of one model: from inputs to its result. */
export const alone = <Given, Value, Result>(
  model: ModelData<unknown>,
  digits: number,
  reading: Reading<Given, Value, Result>
): ((given: unknown) => E.Either<ModelError, Result>) => {
  const unasked = digitsProblems(model.name, digits)
  return unasked.length > 0 ? () => E.left(modelError(model.name, unasked)) : one(model, digits, reading)
}
