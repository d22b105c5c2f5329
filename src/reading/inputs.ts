/**
 * From what a user gives to the inputs of a model: every one there, of its dimension, and a number.
 */
import * as E from 'fp-ts/lib/Either.js'
import { closest, distance } from 'fastest-levenshtein'
import { Working } from '../units/decimal'
import { enclosure, isEnclosure, type Enclosure } from '../units/enclosure'
import { expectation } from '../units/expectation'
import { read } from '../units/grammar'
import { dimensionless as pure } from '../units/named'
import { isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { Readable } from '../units/readable'
import { told } from '../units/told'
import { isUncertain, readUncertain } from '../units/uncertain-grammar'
import type { Unit } from '../units/unit'
import type { Input, Inputs } from '../formula/model'
import type { Problem } from './error'

/** A text that is too long to be repeated. */
const long = 60

/** What to write instead of a text, or of a number that has no unit. */
const instead = (unit: Unit<unknown>, given: unknown): string => {
  const { name } = unit
  if (name === '') return ''
  const made = (quantity: Quantity<unknown>): string => {
    const number = String(new Working(quantity.exact).div(unit.factor).toNumber())
    return unit.dimension.key === pure.key ? number : `${name}(${number})`
  }
  if (typeof given === 'number')
    return Number.isFinite(given) ? `: a number has no unit; write ${made(unit(given))}` : ''
  if (typeof given !== 'string' || given.length > long) return ''
  const text = given.trim().replace(/\s+/g, ' ')
  const parsed = read(text, unit, 'nearest')
  if (E.isRight(parsed))
    return `: a text is no quantity; write ${made(parsed.right)}, or orThrow(parse(${name})('${text}'))`
  return isUncertain(text) && E.isRight(readUncertain(text, unit))
    ? `: a text is no quantity; for certify, orThrow(parseUncertain(${name})('${text}')) is an enclosure`
    : ''
}

/** How what is given for an input is looked at: what it is, or what is wrong with it. */
type Check<A> = (model: string, name: string, input: Input<unknown>, given: unknown) => E.Either<Problem, A>

const refuse = (
  kind: Problem['kind'],
  model: string,
  name: string,
  found: string,
  expected: string,
  hint = ''
): E.Either<Problem, never> =>
  E.left({
    kind,
    model,
    inputs: [name],
    found,
    expected,
    message: `${model}: ${name} should be ${expected}, got ${found}${hint}`
  })

const exact: Check<Quantity<unknown>> = (model, name, { unit }, given) => {
  const quantity =
    typeof given === 'number' && unit.dimension.key === pure.key ? ofNumber(pure, given) : given
  const expected = expectation(unit)
  // What is read as a quantity and is none encloses one.
  if (!isQuantity(quantity))
    return quantity instanceof Readable
      ? refuse('number', model, name, String(quantity), `one value (certify takes what is uncertain)`)
      : refuse('dimension', model, name, told(given), expected, instead(unit, given))
  if (quantity.dimension.key !== unit.dimension.key)
    return refuse('dimension', model, name, `${String(quantity)} (${quantity.dimension.name})`, expected)
  return quantity.exact.isFinite()
    ? E.right(quantity)
    : refuse('number', model, name, String(quantity), `a finite number, ${expected}`)
}

/** An exact value is between itself and itself. */
const uncertain: Check<Enclosure<unknown>> = (model, name, input, given) => {
  if (!isEnclosure(given)) {
    const one = exact(model, name, input, given)
    if (E.isLeft(one)) return one
    const { dimension, exact: value } = one.right
    return E.right(enclosure(dimension, value, value))
  }
  const ends = [given.lower, given.upper].map((end) => exact(model, name, input, end))
  const wrong = ends.find(E.isLeft)
  if (wrong !== undefined) return wrong
  return given.lower.exact.lte(given.upper.exact)
    ? E.right(given)
    : refuse('number', model, name, String(given), 'an interval with its lower end first')
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

const noInputs = (model: string, names: readonly string[], given: unknown): Problem => {
  const [found, expected] = [told(given), `an object of its inputs (${names.join(', ')})`]
  const message = `${model}: expected ${expected}, got ${found}`
  return { kind: 'unexpected', model, inputs: [], found, expected, message }
}

/** The inputs in the order of the model's, or all that is wrong with them. */
const checked =
  <A>(check: Check<A>) =>
  (model: string, inputs: Inputs): ((given: unknown) => E.Either<readonly Problem[], readonly A[]>) => {
    const all = Object.entries(inputs)
    const names = all.map(([name]) => name)
    return (given) => {
      if (
        given !== undefined &&
        given !== null &&
        (typeof given !== 'object' || Array.isArray(given) || given instanceof Promise)
      )
        return E.left([noInputs(model, names, given)])
      const record = (given ?? {}) as Readonly<Record<string, unknown>>
      const problems: Problem[] = Object.keys(record)
        .filter((name) => !Object.hasOwn(inputs, name))
        .map((name) => unexpected(model, name, names))
      const found: A[] = []
      for (const [name, input] of all) {
        const value = record[name]
        const each =
          value === undefined ? E.left(missing(model, name, input)) : check(model, name, input, value)
        if (E.isLeft(each)) problems.push(each.left)
        else found.push(each.right)
      }
      return problems.length === 0 ? E.right(found) : E.left(problems)
    }
  }

/** Inputs that are exact. */
export const exactInputs = checked(exact)

/** Inputs that are exact or lie between two values. */
export const uncertainInputs = checked(uncertain)
