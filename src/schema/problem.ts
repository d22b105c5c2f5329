/**
 * What is wrong with a file: every problem, each with its place.
 */

import { shortened } from '../units/parse'
import { showing } from '../units/show'

/** One thing wrong with what was read. @since 0.1.0 */
export interface SchemaProblem {
  /** Where, as a JSON pointer (RFC 6901): "/design/memory/attemptRate"; empty for the whole. */
  readonly pointer: string
  /** Line and column of the value in the text, from 1, where there is a text. */
  readonly position?: { readonly line: number; readonly column: number }
  /** A sentence: what was expected, and what was found. */
  readonly message: string
}

/** Why something read is not what it should be: all problems at once. @since 0.1.0 */
export interface SchemaError {
  readonly _tag: 'SchemaError'
  readonly problems: readonly SchemaProblem[]
  /** The problems as sentences, a line each. */
  readonly message: string
}

/** A problem as one line: its place, then what is wrong. */
export const problemText = ({ pointer, position, message }: SchemaProblem): string => {
  const line = position === undefined ? '' : ` (line ${position.line})`
  const place = `${shortened(pointer, 120)}${line}`.trim()
  return place === '' ? message : `${place}: ${message}`
}

export const schemaError = (problems: readonly SchemaProblem[]): SchemaError => {
  const message = problems.map(problemText).join('\n')
  return showing({ _tag: 'SchemaError', problems, message }, () => ({ 'text/plain': message }))
}

/** A JSON pointer from the keys on the way. */
export const pointerOf = (keys: readonly string[]): string =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The keys of a JSON pointer. */
export const keysOf = (pointer: string): readonly string[] => pointer.split('/').slice(1)

/** What is inside a value, on the way of some keys; undefined where there is nothing. */
export const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Record<string, unknown>)[key]
        : undefined,
    value
  )
