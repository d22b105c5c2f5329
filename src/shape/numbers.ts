/** io-ts codecs for numbers without units, and lists of them; for files that hold many. */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isNumeral } from '../units/decimal'
import { Codec, type AnyCodec } from './shape'
import { mapped, orNull } from './union'
import { isObject, shown } from './words'

/** A number or its text as a number; NaN of anything else. */
export const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value === value.trim() && isNumeral(value)
      ? Number(value)
      : NaN

const isNumber = (value: unknown): value is number => typeof value === 'number'

const numberCalled = (name: string, orText: boolean): Codec<number, number> =>
  new Codec<number, number>(
    { kind: 'number', orText },
    'a number',
    isNumber,
    (value, context) => {
      const read = orText ? numberOf(value) : value
      return typeof read === 'number' && Number.isFinite(read)
        ? t.success(read)
        : t.failure(value, context, `expected ${name}, got ${shown(value)}`)
    },
    t.identity
  )

/** A number; one of more digits than JSON keeps is a text, and is read as the nearest there is. */
export const finite = numberCalled('a finite number', true)

/** A number as JSON has it. */
export const float = numberCalled('a number', false)

/** True or false. */
export const boolean = new Codec<boolean, boolean>(
  { kind: 'boolean' },
  'true or false',
  (value): value is boolean => typeof value === 'boolean',
  (value, context) =>
    typeof value === 'boolean'
      ? t.success(value)
      : t.failure(value, context, `expected true or false, got ${shown(value)}`),
  t.identity
)

const wholeFrom = (least: number, most: number): string =>
  `a whole number from ${least}${most === Infinity ? '' : ` to ${most}`}`

/** A whole number within a range; `name` is what messages call it. */
export const whole = (
  least: number,
  most = Infinity,
  name: string = wholeFrom(least, most)
): Codec<number, number> =>
  new Codec<number, number>(
    { kind: 'whole', least, most },
    'a whole number',
    (value): value is number => typeof value === 'number',
    (value, context) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? t.success(value)
        : t.failure(value, context, `expected ${name}, got ${shown(value)}`),
    t.identity
  )

/** A list, all of whose items are of one kind; `name` is what messages call it. */
export const list = <A, O>(item: Codec<A, O>, name: string): Codec<readonly A[], readonly O[]> =>
  new Codec<readonly A[], readonly O[]>(
    { kind: 'list', name, item: item.shape },
    name,
    (value): value is readonly A[] => Array.isArray(value),
    (value, context) => {
      if (!Array.isArray(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const errors: t.ValidationError[] = []
      const read: A[] = []
      value.forEach((each: unknown, at) => {
        const validated = item.validate(each, t.appendContext(context, String(at), item, each))
        if (E.isLeft(validated)) errors.push(...validated.left)
        else read.push(validated.right)
      })
      return errors.length > 0 ? t.failures(errors) : t.success(read)
    },
    (values) => values.map((value) => item.encode(value))
  )

/** A number, or null where there is none; it is read as another that files do not hold. */
export const numberOrNull = (none: number, name: string): Codec<number, number | null> =>
  mapped(
    orNull(numberCalled(`a finite number, or null for no ${name}`, true)),
    isNumber,
    (value) => value ?? none,
    (value) => (value === none ? null : value)
  )

/** A list of so many items, each of its own kind; `name` is what messages call it: "[row, column, value]". */
export const tuple = <const C extends readonly AnyCodec[]>(
  name: string,
  items: C
): Codec<{ readonly [I in keyof C]: t.TypeOf<C[I]> }> => {
  type A = { readonly [I in keyof C]: t.TypeOf<C[I]> }
  return new Codec<A>(
    { kind: 'tuple', items: items.map(({ shape }) => shape) },
    name,
    (value): value is A => Array.isArray(value) && items.every((item, at) => item.is(value[at])),
    (value, context) => {
      if (!Array.isArray(value) || value.length !== items.length)
        return t.failure(
          value,
          context,
          `expected ${name}, got ${Array.isArray(value) ? `a list of ${value.length}` : shown(value)}`
        )
      const errors: t.ValidationError[] = []
      const read = items.map((item, at): unknown => {
        const each: unknown = value[at]
        const validated = item.validate(each, t.appendContext(context, String(at), item, each))
        if (E.isRight(validated)) return validated.right
        errors.push(...validated.left)
        return undefined
      })
      return errors.length > 0 ? t.failures(errors) : t.success(read as A) // each by its item
    },
    (values) => items.map((item, at): unknown => item.encode(values[at]))
  )
}

/** A record of any fields, all of one kind; `name` is what messages call it. */
export const map = <A, O>(
  item: Codec<A, O>,
  name: string
): Codec<Readonly<Record<string, A>>, Readonly<Record<string, O>>> =>
  new Codec<Readonly<Record<string, A>>, Readonly<Record<string, O>>>(
    { kind: 'map', name, item: item.shape },
    name,
    (value): value is Readonly<Record<string, A>> => isObject(value),
    (value, context) => {
      if (!isObject(value)) return t.failure(value, context, `expected ${name}, got ${shown(value)}`)
      const errors: t.ValidationError[] = []
      const read = Object.entries(value).flatMap(([key, each]): readonly (readonly [string, A])[] => {
        const validated = item.validate(each, t.appendContext(context, key, item, each))
        if (E.isRight(validated)) return [[key, validated.right]]
        errors.push(...validated.left)
        return []
      })
      return errors.length > 0 ? t.failures(errors) : t.success(Object.fromEntries(read))
    },
    (values) => Object.fromEntries(Object.entries(values).map(([key, each]) => [key, item.encode(each)]))
  )
