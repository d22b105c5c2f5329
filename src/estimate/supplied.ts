/** Values that a workload takes from elsewhere than its file. */

import * as E from 'fp-ts/lib/Either.js'
import { decimal } from '../units/decimal'
import { isQuantity } from '../units/quantity'
import { parseJson } from '../format/text/json'
import { at, keysOf } from '../shape/problem'
import { leaves } from '../format/workload/scenario'
import { isObject } from '../shape/words'

/**
 * A value for a field that neither the file nor the user said: it was found in a trace, is cited, or
 * is assumed where both are silent.
 *
 * @since 0.3.0
 */
export interface Supplied {
  /** As it would stand in a workload file. */
  readonly value: unknown
  readonly origin: 'trace' | 'cited' | 'assumed'
  /** Whose word it is. */
  readonly why: string
  /** Whether it holds also where the file says otherwise. */
  readonly replaces?: true
}

/** Such values, by the names of their fields. @since 0.3.0 */
export type Supplies = Readonly<Record<string, Supplied>>

/** Values for fields by name, in place of those of the file; as texts, as on a command line. */
export type Overrides = Readonly<Record<string, string>>

/** A value with one inside it replaced; sections that are not there are made. */
export const withAt = (value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown =>
  key === undefined
    ? replacement
    : Array.isArray(value)
      ? value.map((each: unknown, at) => (String(at) === key ? withAt(each, rest, replacement) : each))
      : isObject(value) || value === undefined
        ? { ...value, [key]: withAt(value?.[key], rest, replacement) }
        : value

/** An override as it would stand in the file: a number, an object as JSON, or else a text. */
export const literal = (text: string): unknown => {
  const number = decimal(text)
  if (number.isFinite() && number.eq(number.toNumber())) return number.toNumber()
  const parsed = text.trim().startsWith('{') ? parseJson(text) : E.left(undefined)
  return E.isRight(parsed) ? parsed.right.value : text
}

/** A value with those fields replaced that are overridden. */
export const overridden = (value: unknown, overrides: Overrides): unknown =>
  leaves
    .filter(({ name }) => Object.hasOwn(overrides, name))
    .reduce((inside, { name, pointer }) => withAt(inside, keysOf(pointer), literal(overrides[name]!)), value)

/** Those supplies that hold: where the file is silent, or they replace what it says. */
export const holding = (raw: unknown, supplied: Supplies): Supplies =>
  Object.fromEntries(
    leaves.flatMap(({ name, pointer }) => {
      const own = Object.hasOwn(supplied, name) ? supplied[name] : undefined
      const holds = own !== undefined && (own.replaces || at(raw, keysOf(pointer)) === undefined)
      return holds ? [[name, own] as const] : []
    })
  )

/** A value with those fields filled that are supplied. */
export const withSupplies = (value: unknown, supplied: Supplies): unknown =>
  leaves
    .filter(({ name }) => Object.hasOwn(supplied, name))
    .reduce((inside, { name, pointer }) => withAt(inside, keysOf(pointer), supplied[name]!.value), value)

/** Those that hold whatever the file says. */
export const replacing = (supplied: Supplies): Supplies =>
  Object.fromEntries(Object.entries(supplied).filter(([, { replaces }]) => replaces))

/** How many parameters a value says, if it says so exactly. */
export const parametersIn = (value: unknown): number | undefined => {
  const { pointer, field } = leaves.find(({ name }) => name === 'parameters')!
  const decoded = field.codec.decode(at(value, keysOf(pointer)))
  return E.isRight(decoded) && isQuantity(decoded.right) ? decoded.right.value : undefined
}
