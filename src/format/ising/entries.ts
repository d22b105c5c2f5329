/** Lines of text that hold numbers, and the entries "i j value" that most files of problems are made of. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ModelError } from '../../reading/error'
import { isingProblem, type Coupling, type IsingProblem } from '../../workload/ising/problem'
import { qubo } from '../../workload/ising/qubo'
import { isNumeral } from '../../units/decimal'
import { shortened } from '../../units/told'
import { schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'

/** A line that is neither empty nor a remark. */
export interface Line {
  readonly line: number
  readonly text: string
  readonly words: readonly string[]
}

/** Remarks begin with # (MQLib, rudy's users), or are a lone c before what it says (DIMACS). */
export const isRemark = (text: string): boolean => /^(#|[cC](\s|$))/.test(text)

/** The first line that is no remark, of a text that may be long. */
export const firstLine = (source: string): string => {
  for (const [, text = ''] of source.matchAll(/([^\r\n]*)[\r\n]*/g)) {
    const line = text.trim()
    if (line !== '' && !isRemark(line)) return line
  }
  return ''
}

/** The lines of a text, without remarks. */
export const linesOf = (source: string): readonly Line[] =>
  source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, text: text.trim(), words: text.trim().split(/\s+/) }))
    .filter(({ text }) => text !== '' && !isRemark(text))

export const problemAt = (line: number, message: string): SchemaProblem => ({
  pointer: '',
  position: { line, column: 1 },
  message
})

/** What was expected of a line that is something else. */
export const unlike = ({ line, text }: Line, expected: string): SchemaProblem =>
  problemAt(line, `expected ${expected}, got ${JSON.stringify(shortened(text))}`)

export const isCount = (word: string | undefined): word is string =>
  word !== undefined && /^\d+$/.test(word) && Number(word) <= Number.MAX_SAFE_INTEGER

/** An entry with its line; indices as the file counts them. */
export interface Entry {
  readonly line: number
  readonly i: number
  readonly j: number
  readonly value: number
}

/** The entry of some words: two counts, and a number unless they are two. */
export const entryOf = (line: number, words: readonly string[], width: 2 | 3): Entry | undefined => {
  const [i, j, value = '1'] = words
  return words.length === width && isCount(i) && isCount(j) && isNumeral(value)
    ? { line, i: Number(i), j: Number(j), value: Number(value) }
    : undefined
}

/** All problems in the order of their lines. */
export const failed = (problems: readonly SchemaProblem[]): E.Either<SchemaError, never> =>
  E.left(schemaError([...problems].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))))

/** Terms of an energy Σ a_i v_i + Σ b_ij v_i v_j + c, of variables that are bits or spins. */
export interface Terms {
  readonly values: 'bits' | 'spins'
  readonly linear: readonly number[]
  readonly pairs: readonly Coupling[]
  readonly constant: number
}

/** The Ising problem of an energy: where the variables are spins, h = −a and J = −b. */
export const problemOf = ({ values, linear, pairs, constant }: Terms): E.Either<ModelError, IsingProblem> =>
  values === 'bits'
    ? qubo({ linear, pairs, constant })
    : pipe(
        isingProblem({
          spins: linear.length,
          couplings: pairs.map(([i, j, b]): Coupling => [i, j, -b]),
          fields: linear.map((a) => -a)
        }),
        E.map((problem) => ({ ...problem, offset: constant }))
      )

/** The same, where entries were looked at before, and only what float64 holds can be wrong. */
export const heldProblem = (terms: Terms): E.Either<SchemaError, IsingProblem> =>
  pipe(
    problemOf(terms),
    E.mapLeft(({ problems }) => schemaError(problems.map(({ message }) => ({ pointer: '', message }))))
  )

/**
 * Entries as terms; what repeats is added. Variables are so many, or those that are named, in the order of
 * their numbers.
 */
export const termsOf = (
  entries: readonly Entry[],
  variables?: number
): Pick<Terms, 'linear' | 'pairs'> & { readonly labels: readonly number[]; readonly repeated: number } => {
  const labels =
    variables === undefined
      ? [...new Set(entries.flatMap(({ i, j }) => [i, j]))].sort((a, b) => a - b)
      : Array.from({ length: variables }, (_, at) => at)
  const places = new Map(labels.map((label, at) => [label, at]))
  const linear = new Array<number>(labels.length).fill(0)
  const pairs = new Map<string, [number, number, number]>()
  const seen = new Set<string>()
  for (const { i, j, value } of entries) {
    const [low, high] = [places.get(Math.min(i, j))!, places.get(Math.max(i, j))!]
    const key = `${low} ${high}`
    seen.add(key)
    if (low === high) linear[low]! += value
    else {
      const pair = pairs.get(key)
      if (pair === undefined) pairs.set(key, [low, high, value])
      else pair[2] += value
    }
  }
  return { labels, linear, pairs: [...pairs.values()], repeated: entries.length - seen.size }
}
