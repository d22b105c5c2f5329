/** What something is, in words, where something else was expected. */
import { Readable } from './readable'
import { jsonText, visible } from './visible'

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

/** Anything, as it may stand in a sentence after "got". */
export const told = (value: unknown): string => {
  if (typeof value === 'string') return shortened(jsonText(value))
  if (typeof value === 'function')
    return 'symbol' in value && 'dimension' in value
      ? `the unit ${String(value.symbol)} itself: call it with a number`
      : 'a function'
  if (typeof value !== 'object' || value === null || value instanceof Readable) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (!isEither(value)) return 'an object that is no quantity'
  return value._tag === 'Right'
    ? `an Either, with ${told(value.right)} in it: open it with orThrow`
    : `an Either that holds no value: ${messageOf(value.left)}`
}

/** What is thrown where something other than a quantity is given to what takes quantities. */
export const noQuantity = (verb: string, got: unknown): TypeError =>
  new TypeError(`cannot ${verb}: expected a quantity such as joules(1), got ${told(got)}`)
