/** What something is, in words, where something else was expected. */
import { Readable } from './readable'
import { visible } from './visible'

/** A text for an error message: shortened, and with what cannot be seen written out. */
export const shortened = (text: string, to = 60): string =>
  visible(text.length <= to ? text : `${text.slice(0, to / 2)}… (${text.length} characters)`)

/** An `Either`, of whatever copy of fp-ts. */
type AnyEither =
  { readonly _tag: 'Left'; readonly left: unknown } | { readonly _tag: 'Right'; readonly right: unknown }

/** Whether something is an `Either`, as far as can be told. */
export const isEither = (value: unknown): value is AnyEither =>
  typeof value === 'object' &&
  value !== null &&
  '_tag' in value &&
  ((value._tag === 'Left' && 'left' in value) || (value._tag === 'Right' && 'right' in value))

/** The message of an error, or what stands in its place, in words. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : typeof error === 'string'
      ? error
      : told(error)

const functionTold = (value: object): string =>
  'dimension' in value && 'symbol' in value
    ? `the unit ${String(value.symbol)} itself: call it with a number`
    : 'node' in value && 'name' in value
      ? `the model ${String(value.name)} itself`
      : 'a function'

/** An object; what was a quantity, or is one to another copy of the library, is none here. */
const objectTold = (value: object): string => {
  if (value instanceof Promise) return 'a Promise: await it first'
  if ('dimension' in value && ('exact' in value || 'kept' in value || 'lower' in value))
    return 'a quantity of another copy of limen: load one copy, and one version, of it'
  if ('unit' in value && typeof value.unit === 'string' && 'value' in value)
    return `a quantity as JSON has it: make it one with parse, from '${String(value.value)} ${value.unit}'`
  return 'an object'
}

/** Anything, as it may stand in a sentence after "got". */
export const told = (value: unknown): string => {
  if (typeof value === 'string') return shortened(visible(JSON.stringify(value)))
  if (typeof value === 'function') return functionTold(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || value instanceof Readable) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (!isEither(value)) return objectTold(value)
  return value._tag === 'Right'
    ? `an Either, with ${told(value.right)} in it: open it with orThrow`
    : `an Either that holds no value: ${messageOf(value.left)}`
}
