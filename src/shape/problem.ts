/**
 * What is wrong with a file: every problem, each with its place.
 */

import * as E from 'fp-ts/lib/Either.js'
import { type Unfit, unfitText } from '../units/argument'
import { shortened } from '../units/parse'
import { showing } from '../units/show'
import { visible } from '../units/visible'
import { isText, shown } from './words'

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

/** All problems as one error. A sentence may quote what was read: all of it can be seen. */
export const schemaError = (all: readonly SchemaProblem[]): SchemaError => {
  const problems = all.map((each) => ({ ...each, message: visible(each.message) }))
  const message = problems.map(problemText).join('\n')
  return showing({ _tag: 'SchemaError', problems, message }, () => ({ 'text/plain': message }))
}

/** What a function answers whose arguments do not fit. */
export const unfitFile = (name: string, wrong: readonly Unfit[]): E.Either<SchemaError, never> =>
  E.left(schemaError(wrong.map((each) => ({ pointer: '', message: unfitText(name, each) }))))

/** A text; what is none, past the compiler, has its mistake named. */
export const textOf = (source: unknown, instead = ''): E.Either<SchemaError, string> =>
  isText(source)
    ? E.right(source)
    : E.left(
        schemaError([{ pointer: '', message: `expected the text of a file, got ${shown(source)}${instead}` }])
      )

/** A reading of a text that says so of anything else. */
export const fromText =
  <A extends readonly unknown[], B>(read: (source: string, ...rest: A) => E.Either<SchemaError, B>) =>
  (source: string, ...rest: A): E.Either<SchemaError, B> => {
    const text = textOf(source)
    if (E.isLeft(text)) return text
    const [name] = rest
    return name === undefined || isText(name)
      ? read(text.right, ...rest)
      : E.left(
          schemaError([{ pointer: '', message: `expected the name of the file, a text, got ${shown(name)}` }])
        )
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
