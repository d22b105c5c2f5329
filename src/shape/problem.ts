/**
 * What is wrong with a file: every problem, each with its place.
 */

import * as E from 'fp-ts/lib/Either.js'
import { identity } from 'fp-ts/lib/function.js'
import { type Unfit, unfitText } from '../units/argument'
import * as budget from '../units/budget'
import { shortened } from '../units/told'
import { remembered } from '../units/remembered'
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
  /** The first twenty. */
  readonly problems: readonly SchemaProblem[]
  /** How many there are besides; absent where there are none. @since 0.7.0 */
  readonly more?: number
  /** The problems as sentences, a line each. */
  readonly message: string
}

/** A problem as one line: its place, then what is wrong. */
export const problemText = ({ pointer, position, message }: SchemaProblem): string => {
  const line = position === undefined ? '' : ` (line ${position.line})`
  const place = `${shortened(pointer, 120)}${line}`.trim()
  return place === '' ? message : `${place}: ${message}`
}

/** How many problems there are besides those that are told, in words; nothing where there are none. */
export const moreText = (more = 0): readonly string[] =>
  more === 0 ? [] : [`and ${more} more ${more === 1 ? 'problem' : 'problems'}`]

/**
 * A sentence may quote what was read: all of it can be seen, and where it repeats too much it ends early,
 * and says so.
 */
const short = ({ message, ...problem }: SchemaProblem): SchemaProblem => {
  const seen = visible(message.slice(0, budget.sentence))
  return {
    ...problem,
    message:
      message.length > budget.sentence || seen.length > budget.sentence
        ? `${seen.slice(0, budget.sentence)}… (${message.length} characters)`
        : seen
  }
}

/** The first problems, as many as are told of a file; one at the least. */
const first = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] => {
  let length = 0
  const told = problems.findIndex((problem) => (length += problemText(problem).length) > budget.told)
  return told < 0 ? problems : problems.slice(0, Math.max(1, told))
}

/** Problems as an error: the first ones, each as it is to be told, and how many more there are. */
export const schemaError = (
  all: readonly SchemaProblem[],
  asTold: (problem: SchemaProblem) => SchemaProblem = identity,
  uncounted = 0
): SchemaError => {
  const problems = first(all.slice(0, budget.problems).map((problem) => short(asTold(problem))))
  const more = uncounted + all.length - problems.length
  const message = [...problems.map(problemText), ...moreText(more)].join('\n')
  return showing({ _tag: 'SchemaError', problems, ...(more === 0 ? {} : { more }), message }, () => ({
    'text/plain': message
  }))
}

/** What a function answers whose arguments do not fit. */
export const unfitFile = (name: string, wrong: readonly Unfit[]): E.Either<SchemaError, never> =>
  E.left(schemaError(wrong.map((each) => ({ pointer: '', message: unfitText(name, each) }))))

/** An error with each of its problems told in another way. */
export const retold =
  (asTold: (problem: SchemaProblem) => SchemaProblem) =>
  ({ problems, more }: SchemaError): SchemaError =>
    schemaError(problems, asTold, more)

/** A problem with its line and column, where its pointer has some. */
export const withPosition =
  (positionOf: (pointer: string) => SchemaProblem['position']) =>
  (problem: SchemaProblem): SchemaProblem => {
    const position = positionOf(problem.pointer)
    return position === undefined ? problem : { ...problem, position }
  }

/** A text; what is none, past the compiler, has its mistake named. */
export const textOf = (source: unknown, instead = ''): E.Either<SchemaError, string> =>
  isText(source)
    ? E.right(source)
    : E.left(
        schemaError([{ pointer: '', message: `expected the text of a file, got ${shown(source)}${instead}` }])
      )

/** How many lines and values a text has at the least: its line breaks and its commas. */
const sizeOf = (text: string): number => {
  let found = 0
  for (const sign of ['\n', '\r', ','])
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++
  return found
}

const tooMuch = (text: string): string | undefined => {
  if (text.length > budget.file)
    return `expected a file of at most ${budget.file} characters, got ${text.length}`
  const size = text.length > budget.values ? sizeOf(text) : 0
  return size > budget.values
    ? `expected a file of at most ${budget.values} lines and values, got ${size}`
    : undefined
}

/** The text of a file that is read whole; what is none, or too much, has its mistake named. */
export const wholeText = (source: unknown, instead = ''): E.Either<SchemaError, string> => {
  const text = textOf(source, instead)
  if (E.isLeft(text)) return text
  const message = tooMuch(text.right)
  return message === undefined ? text : E.left(schemaError([{ pointer: '', message }]))
}

/** A reading of a text that says so of anything else. */
export const fromText =
  <A extends readonly unknown[], B>(read: (source: string, ...rest: A) => E.Either<SchemaError, B>) =>
  (source: string, ...rest: A): E.Either<SchemaError, B> => {
    const text = wholeText(source)
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

const splits = remembered<readonly string[]>(512)

/** The keys of a JSON pointer. */
export const keysOf = (pointer: string): readonly string[] =>
  splits(pointer, () => pointer.split('/').slice(1))

/** What is inside a value, on the way of some keys; undefined where there is nothing. */
export const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Record<string, unknown>)[key]
        : undefined,
    value
  )
