/**
 * io-ts codecs for what crosses the border: quantities with units, closed records with defaults.
 */
import * as E from 'fp-ts/lib/Either.js'
import { closest, distance } from 'fastest-levenshtein'
import * as t from 'io-ts'
import type { Input } from '../formula/model'
import { contains } from '../formula/range'
import { formatWith } from '../units/format'
import { endsOf, isEnclosure, type Certainty, type Stated } from '../units/enclosure'
import { expectation, parse, shortened } from '../units/parse'
import { ofDecimal, type Quantity } from '../units/quantity'
import { isUncertain, parseUncertain } from '../units/uncertain'
import { pointerOf, type SchemaProblem } from './problem'
import { Codec, type AnyCodec, type Default, type ShapeOf } from './shape'

export type { Default } from './shape'

/** Anything found, as it may stand in a sentence. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return shortened(JSON.stringify(value))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

const isQuantityLike = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'exact' in value

const outOfRange = <D>({ description, range, unit }: Input<D>, value: unknown): string =>
  `expected ${description} in ${range.text}${unit.symbol === '' ? '' : ` ${unit.symbol}`}, got ${shown(value)}`

/** A shape is read by what does not care for the dimension. */
const untyped = <D>(input: Input<D>): Input<unknown> => input as unknown as Input<unknown>

/**
 * A quantity: a text with a unit, or a number in the coherent SI unit; within the range of an input.
 */
export const quantity = <D>(input: Input<D>, example: string): Codec<Quantity<D>, string> => {
  const { unit, range } = input
  const read = parse(unit, example)
  const inRange = (value: Quantity<D>): boolean => contains(range, value.exact)
  return new Codec<Quantity<D>, string>(
    { kind: 'quantity', input: untyped(input), example, uncertain: false },
    unit.dimension.name,
    (value): value is Quantity<D> => isQuantityLike(value),
    (value, context) => {
      const fail = (message: string): t.Validation<never> => t.failure(value, context, message)
      if (typeof value === 'number' && !Number.isFinite(value))
        return fail(`expected a finite number, got ${value}`)
      if (typeof value !== 'string' && typeof value !== 'number')
        return fail(`expected ${expectation(unit, example)}, got ${shown(value)}`)
      const parsed = typeof value === 'number' ? E.right(unit(value)) : read(value)
      if (E.isLeft(parsed)) return fail(parsed.left.message)
      return inRange(parsed.right) ? t.success(parsed.right) : fail(outOfRange(input, value))
    },
    formatWith({ digits: 'all' })
  )
}

/**
 * A quantity that may be uncertain: "300 K ± 2 K", "[1e9, 1e10] Hz". All that it lies between is
 * within the range of the input.
 */
export const stated = <D>(input: Input<D>, example: string): Codec<Stated<Certainty, D>, string> => {
  const exact = quantity(input, example)
  const read = parseUncertain(input.unit, example)
  return new Codec<Stated<Certainty, D>, string>(
    { kind: 'quantity', input: untyped(input), example, uncertain: true },
    exact.name,
    (value): value is Stated<Certainty, D> => exact.is(value) || isEnclosure(value),
    (value, context) => {
      if (typeof value !== 'string' || !isUncertain(value)) return exact.validate(value, context)
      const parsed = read(value)
      if (E.isLeft(parsed)) return t.failure(value, context, parsed.left.message)
      const found = parsed.right
      if (!endsOf(found).every((end) => contains(input.range, end.exact)))
        return t.failure(value, context, outOfRange(input, value))
      // "300 K ± 0 K" is exact.
      const isExact = 'lower' in found && found.lower.exact.eq(found.upper.exact)
      return t.success(isExact ? ofDecimal(input.unit.dimension, found.lower.exact) : found)
    },
    formatWith({ digits: 'all' })
  )
}

/** One of some words, or what another codec reads. */
export const wordOr = <const W extends string, A, O>(
  words: readonly W[],
  other: Codec<A, O>
): Codec<W | A> => {
  const isWord = (value: unknown): value is W => words.some((word) => word === value)
  return new Codec<W | A>(
    { kind: 'either', of: [{ kind: 'word', words }, other.shape] },
    `${words.map((word) => `"${word}"`).join(', ')} or ${other.name}`,
    (value): value is W | A => isWord(value) || other.is(value),
    (value, context) => {
      if (isWord(value)) return t.success(value)
      const near = typeof value === 'string' ? likely(value, words) : undefined
      if (near !== undefined)
        return t.failure(
          value,
          context,
          `expected one of ${listed(words)}, got ${shown(value)}: did you mean "${near}"?`
        )
      const alternatives = (message: string): string =>
        message.includes(listed(words)) ? message : `${message}; or one of ${listed(words)}`
      return E.mapLeft((errors: t.Errors) =>
        errors.map((error) =>
          typeof value === 'string' && error.message !== undefined
            ? { ...error, message: alternatives(error.message) }
            : error
        )
      )(other.validate(value, context))
    },
    (value) => (isWord(value) ? value : other.encode(value))
  )
}

/** Exactly one of some words. */
export const word = <const W extends string>(words: readonly W[]): Codec<W, W> =>
  new Codec<W, W>(
    { kind: 'word', words },
    listed(words),
    (value): value is W => words.some((each) => each === value),
    (value, context) =>
      words.some((each) => each === value)
        ? t.success(value as W)
        : t.failure(
            value,
            context,
            `expected ${words.length === 1 ? '' : 'one of '}${listed(words)}, got ${shown(value)}`
          ),
    t.identity
  )

/** Words for a sentence, each in quotes. */
export const listed = (words: readonly string[]): string => words.map((each) => `"${each}"`).join(', ')

/** The nearest of some words, if a slip of the finger explains it. */
export const likely = (found: string, words: readonly string[]): string | undefined => {
  if (words.length === 0 || found.length > 40) return undefined
  const near = closest(found, words)
  return distance(found.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 3) ? near : undefined
}

/** One sentence, whatever the spaces between its words. */
export const phrase = (sentence: string): Codec<string, string> =>
  new Codec<string, string>(
    { kind: 'phrase', text: sentence },
    `"${sentence}"`,
    (value): value is string => typeof value === 'string',
    (value, context) =>
      typeof value === 'string' && value.trim().replace(/\s+/g, ' ') === sentence
        ? t.success(value)
        : t.failure(value, context, `expected "${sentence}", got ${shown(value)}`),
    t.identity
  )

/** A text. */
export const text: Codec<string, string> = new Codec<string, string>(
  { kind: 'text' },
  'a text',
  (value): value is string => typeof value === 'string',
  (value, context) =>
    typeof value === 'string'
      ? t.success(value)
      : t.failure(value, context, `expected a text, got ${shown(value)}`),
  t.identity
)

/** A field of a record: how it is read, what it is, and what holds where it is left out. */
export interface Field<C extends AnyCodec = AnyCodec> {
  readonly codec: C
  readonly description: string
  readonly optional?: true
  readonly default?: Default
}

/** Where an editor finds the schema of a file: "../schemas/workload.json". */
export const schemaAddress = {
  codec: text,
  description: 'the address of a JSON schema',
  optional: true
} as const satisfies Field

/** The field of an input of a model: its text has a unit, its number lies within the input's range. */
export const field = <D>(
  input: Input<D>,
  example: string,
  otherwise?: Default
): Field<Codec<Stated<Certainty, D>, string>> => ({
  codec: stated(input, example),
  description: `${input.description}, such as "${example}"`,
  ...(otherwise === undefined ? {} : { default: otherwise })
})

export type Fields = Readonly<Record<string, Field>>

type OptionalNames<F> = { [N in keyof F]: F[N] extends { readonly optional: true } ? N : never }[keyof F]
type Read<F, N extends keyof F> = F[N] extends { readonly codec: infer C extends t.Mixed }
  ? t.TypeOf<C>
  : never

/** What a record of fields reads as. */
export type RecordOf<F> = { readonly [N in Exclude<keyof F, OptionalNames<F>>]: Read<F, N> } & {
  readonly [N in OptionalNames<F>]?: Read<F, N>
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shapesOf = (fields: Fields): ShapeOf<'record'>['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { codec, ...rest }]) => [name, { shape: codec.shape, ...rest }])
  )

/** A record of fields and no others. Defaults fill what is left out; a section of defaults may be. */
export const record = <F extends Fields>(name: string, fields: F): Codec<RecordOf<F>> => {
  const names = Object.keys(fields)
  return new Codec<RecordOf<F>>(
    { kind: 'record', name, fields: shapesOf(fields) },
    name,
    (value): value is RecordOf<F> => isObject(value),
    (value, context) => {
      if (!isObject(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const errors: t.ValidationError[] = []
      for (const key of Object.keys(value).filter((found) => !names.includes(found))) {
        const near = likely(key, names)
        const hint = near === undefined ? `; known are ${names.join(', ')}` : `: did you mean "${near}"?`
        errors.push({
          value: value[key],
          context: t.appendContext(context, key, text),
          message: `unknown field${hint}`
        })
      }
      const read: Record<string, unknown> = {}
      for (const [key, { codec, description, optional, default: otherwise }] of Object.entries(fields)) {
        const given = Object.hasOwn(value, key) ? value[key] : otherwise?.value
        const at = t.appendContext(context, key, codec, given)
        if (given === undefined && optional) continue
        if (given === undefined) {
          errors.push({ value: given, context: at, message: `missing: expected ${description}` })
          continue
        }
        const validated = codec.validate(given, at)
        if (E.isLeft(validated)) errors.push(...validated.left)
        else read[key] = validated.right
      }
      return errors.length > 0 ? t.failures(errors) : t.success(read as RecordOf<F>)
    },
    (value) =>
      Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fields[key]!.codec.encode(each)]))
  )
}

/** The problems that a codec found, each with its pointer. */
export const problemsOf = (errors: t.Errors): readonly SchemaProblem[] =>
  errors.map(({ context, message, value }) => ({
    pointer: pointerOf(context.map(({ key }) => key).filter((key, at) => at > 0 || key !== '')),
    message: message ?? `unexpected ${shown(value)}`
  }))
