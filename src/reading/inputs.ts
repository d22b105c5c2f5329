/**
 * From what a user gives to the inputs of a model: every one there, of its dimension, and a number.
 */
import * as E from 'fp-ts/lib/Either.js'
import { closest, distance } from 'fastest-levenshtein'
import { dimensions } from '../units/dimension'
import { format } from '../units/format'
import { expectation } from '../units/parse'
import { isQuantity, ofNumber, type Quantity } from '../units/quantity'
import type { Input, Inputs } from '../formula/model'
import type { Problem } from './error'

const pure = dimensions['a pure number']

const described = (value: unknown): string =>
  isQuantity(value)
    ? format(value)
    : typeof value === 'string'
      ? JSON.stringify(value.slice(0, 40))
      : value === null || typeof value !== 'object'
        ? String(value)
        : 'an object that is no quantity'

const check = (
  model: string,
  name: string,
  { unit }: Input<unknown>,
  given: unknown
): E.Either<Problem, Quantity<unknown>> => {
  const problem = (kind: Problem['kind'], found: string, expected: string): E.Either<Problem, never> =>
    E.left({
      kind,
      model,
      inputs: [name],
      found,
      expected,
      message: `${model}: ${name} should be ${expected}, got ${found}`
    })
  const quantity =
    typeof given === 'number' && unit.dimension.key === pure.key ? ofNumber(pure, given) : given
  const expected = expectation(unit)
  if (!isQuantity(quantity)) return problem('dimension', described(given), expected)
  if (quantity.dimension.key !== unit.dimension.key)
    return problem('dimension', `${format(quantity)} (${quantity.dimension.name})`, expected)
  return quantity.exact.isFinite()
    ? E.right(quantity)
    : problem('number', format(quantity), `a finite number, ${expected}`)
}

const missing = (model: string, name: string, { unit }: Input<unknown>): Problem => ({
  kind: 'missing',
  model,
  inputs: [name],
  found: 'nothing',
  expected: expectation(unit),
  message: `${model}: ${name} is missing: expected ${expectation(unit)}`
})

const unexpected = (model: string, name: string, known: readonly string[]): Problem => {
  const near = known.length === 0 ? '' : closest(name, known)
  const hint = near !== '' && distance(name, near) <= name.length / 3 ? `; did you mean ${near}?` : ''
  const expected = `one of ${known.join(', ')}`
  return {
    kind: 'unexpected',
    model,
    inputs: [name],
    found: name,
    expected,
    message: `${model}: it has no input ${name}${hint}`
  }
}

/** The inputs in the order of the model's, or all that is wrong with them. */
export const checkInputs = (
  model: string,
  inputs: Inputs,
  given: unknown
): E.Either<readonly Problem[], readonly Quantity<unknown>[]> => {
  const record = (given ?? {}) as Readonly<Record<string, unknown>>
  const names = Object.keys(inputs)
  const problems: Problem[] = Object.keys(record)
    .filter((name) => !names.includes(name))
    .map((name) => unexpected(model, name, names))
  const quantities: Quantity<unknown>[] = []
  for (const [name, input] of Object.entries(inputs)) {
    const value = record[name]
    const checked =
      value === undefined ? E.left(missing(model, name, input)) : check(model, name, input, value)
    if (E.isLeft(checked)) problems.push(checked.left)
    else quantities.push(checked.right)
  }
  return problems.length === 0 ? E.right(quantities) : E.left(problems)
}
