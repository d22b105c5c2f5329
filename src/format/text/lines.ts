/** The lines of a file of another tool, and what is wrong at one. */
import * as E from 'fp-ts/lib/Either.js'
import { schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'

/** A line, counted from 1. */
export interface Line {
  readonly line: number
  readonly text: string
}

export const withoutMark = (source: string): string => source.replace(/^\uFEFF/, '')

/** The lines of a text, whatever ends them. */
export const linesOf = (source: string): readonly Line[] =>
  withoutMark(source)
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, text }))

/** Where a text ends: the last line that is not blank. */
export const lastLine = (lines: readonly Line[]): number =>
  lines.filter(({ text }) => text.trim() !== '').at(-1)?.line ?? 1

export const problemAt = (line: number, message: string): SchemaProblem => ({
  pointer: '',
  position: { line, column: 1 },
  message
})

/** What stands before and behind the first sign of a text, without the blanks around each. */
export const parted = (text: string, sign: RegExp): readonly [before: string, behind: string] | undefined => {
  const at = text.search(sign)
  return at < 0 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

const lineOf = ({ position }: SchemaProblem): number => position?.line ?? 0

/** A value, or all that is wrong, in the order of the lines. */
export const unless = <A>(
  problems: readonly SchemaProblem[],
  value: () => A | undefined
): E.Either<SchemaError, A> => {
  const made = problems.length > 0 ? undefined : value()
  return made === undefined
    ? E.left(schemaError([...problems].sort((a, b) => lineOf(a) - lineOf(b))))
    : E.right(made)
}
