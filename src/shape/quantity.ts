/** io-ts codecs of quantities: a text with a unit, or a number in coherent SI; exact, or perhaps uncertain. */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { decimal } from '../units/decimal'
import { contains } from '../units/range'
import { endsOf, isEnclosure, type Certainty, type Stated } from '../units/enclosure'
import { formatWith } from '../units/format'
import { beyond, expectation, parse } from '../units/parse'
import { ofDecimal, type Quantity } from '../units/quantity'
import { isBrief, remembered } from '../units/remembered'
import { isUncertain, parseUncertain } from '../units/uncertain'
import { Codec, type Default, type Field, type Measure } from './shape'
import { shown } from './words'

/** As it is written, whatever it is: with every digit. */
const written = formatWith<unknown>({ digits: 'all' })

const isQuantityLike = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'exact' in value

const outOfRange = <D>({ description, range, unit }: Measure<D>, value: unknown): string =>
  `expected ${description} in ${range.text}${unit.symbol === '' ? '' : ` ${unit.symbol}`}, got ${shown(value)}`

/** What a value reads as, or what is wrong with it. */
type Found<A> = E.Either<string, A>

/** Of many files, a field says the same in most. */
const validating = <A>(found: (value: unknown) => Found<A>): t.Validate<unknown, A> => {
  const known = remembered<Found<A>, string | number>(64)
  return (value, context) => {
    const read = isBrief(value) ? known(value, () => found(value)) : found(value)
    return E.isLeft(read) ? t.failure(value, context, read.left) : read
  }
}

/**
 * A quantity: a text with a unit, or a number in the coherent SI unit; within the range of an input.
 */
export const quantity = <D>(input: Measure<D>, example: string): Codec<Quantity<D>, string> => {
  const { unit, range } = input
  const read = parse(unit, example)
  const inRange = (value: Quantity<D>): boolean => contains(range, value.exact)
  const found = (value: unknown): Found<Quantity<D>> => {
    if (typeof value === 'number' && !Number.isFinite(value))
      return E.left(`expected a finite number, got ${value}`)
    if (typeof value !== 'string' && typeof value !== 'number')
      return E.left(`expected ${expectation(unit, example)}, got ${shown(value)}`)
    const parsed = typeof value === 'number' ? E.right(unit(value)) : read(value)
    // What is beyond a number is told before the unit that it lacks.
    const number = E.isRight(parsed) ? parsed.right.exact : decimal(String(value))
    const rather = number.isNaN() ? undefined : beyond(number)
    if (rather !== undefined) return E.left(`expected ${rather}, got ${shown(value)}`)
    if (E.isLeft(parsed)) return E.left(parsed.left.message)
    return inRange(parsed.right) ? parsed : E.left(outOfRange(input, value))
  }
  return new Codec<Quantity<D>, string>(
    { kind: 'quantity', input: input, example, uncertain: false },
    unit.dimension.name,
    (value): value is Quantity<D> => isQuantityLike(value),
    validating(found),
    written
  )
}

/**
 * A quantity that may be uncertain: "300 K ± 2 K", "[1e9, 1e10] Hz". All that it lies between is
 * within the range of the input.
 */
export const stated = <D>(input: Measure<D>, example: string): Codec<Stated<Certainty, D>, string> => {
  const exact = quantity(input, example)
  const read = parseUncertain(input.unit, example)
  return new Codec<Stated<Certainty, D>, string>(
    { kind: 'quantity', input: input, example, uncertain: true },
    exact.name,
    (value): value is Stated<Certainty, D> => exact.is(value) || isEnclosure(value),
    (value, context) => {
      if (typeof value !== 'string' || !isUncertain(value)) return exact.validate(value, context)
      const parsed = read(value)
      if (E.isLeft(parsed)) return t.failure(value, context, parsed.left.message)
      const found = parsed.right
      const [rather] = endsOf(found).flatMap((end) => beyond(end.exact) ?? [])
      if (rather !== undefined) return t.failure(value, context, `expected ${rather}, got ${shown(value)}`)
      if (!endsOf(found).every((end) => contains(input.range, end.exact)))
        return t.failure(value, context, outOfRange(input, value))
      // "300 K ± 0 K" is exact.
      const isExact = 'lower' in found && found.lower.exact.eq(found.upper.exact)
      return t.success(isExact ? ofDecimal(input.unit.dimension, found.lower.exact) : found)
    },
    written
  )
}

/**
 * A quantity of any of some dimensions, perhaps uncertain: a text, as a number would not say of which.
 * `expected` is what messages ask for.
 */
export const anyOf = (
  measures: readonly (readonly [Measure<unknown>, example: string])[],
  name: string,
  expected: string
): Codec<Stated<Certainty, unknown>, string> => {
  const each = measures.map(([input, example]) => ({
    shape: { kind: 'quantity', input, example, uncertain: true, asText: true } as const,
    isOne: (text: string): boolean => E.isRight(parseUncertain(input.unit)(text)),
    codec: stated(input, example)
  }))
  return new Codec<Stated<Certainty, unknown>, string>(
    { kind: 'either', of: each.map(({ shape }) => shape) },
    name,
    (value): value is Stated<Certainty, unknown> => isQuantityLike(value) || isEnclosure(value),
    (value, context) => {
      const found = typeof value === 'string' ? each.find(({ isOne }) => isOne(value)) : undefined
      return found === undefined
        ? t.failure(value, context, `expected ${expected}, got ${shown(value)}`)
        : found.codec.validate(value, context)
    },
    written
  )
}

/** The field of an input of a model: its text has a unit, its number lies within the input's range. */
export const field = <D>(
  input: Measure<D>,
  example: string,
  otherwise?: Default
): Field<Codec<Stated<Certainty, D>, string>> => ({
  codec: stated(input, example),
  description: `${input.description}, such as "${example}"`,
  ...(otherwise === undefined ? {} : { default: otherwise })
})
