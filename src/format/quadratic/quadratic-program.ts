/** Quadratic programs as JSON. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { DataProblem, QuadraticError } from '../../workload/quadratic/error'
import { quadraticProgram, type MatrixData, type QuadraticProgram } from '../../workload/quadratic/program'
import type { Triplet } from '../../workload/quadratic/sparse'
import { phrase, problemsOf, record, schemaAddress, text, word, type RecordOf } from '../../shape/codec'
import { decodeJson } from '../text/json'
import { finite, list, numberOrNull, tuple, whole } from '../../shape/numbers'
import { pointerOf, type SchemaError, type SchemaProblem } from '../../shape/problem'
import type { Codec } from '../../shape/shape'

/** A quadratic program as a file holds it. @since 0.3.0 */
export interface NamedProgram {
  readonly name: string
  readonly description?: string
  readonly problem: QuadraticProgram
  /** The least value of the objective, where the file says it. */
  readonly knownOptimum?: number
  /** What is to be known of how the file was read. @since 0.6.0 */
  readonly notes?: readonly string[]
}

const meaning = "min 0.5 x'Px + q'x + r s.t. l <= Ax <= u"

const triplet: Codec<Triplet> = tuple('[row, column, value]', [
  whole(-Infinity, Infinity, 'a row from 0'), // what row is too high, or too low, the program tells
  whole(-Infinity, Infinity, 'a column from 0'),
  finite
])

const numbers = list(finite, 'a list of numbers')
const entries = list(triplet, 'a list of entries [row, column, value]')
const rows = list(numbers, 'a list of rows')
const optional = true as const

const fields = {
  $schema: schemaAddress,
  name: { codec: text, description: 'the name of the problem', optional },
  description: { codec: text, description: 'what it is', optional },
  /** What the numbers mean, should the file say it: there is one form. */
  form: { codec: phrase(meaning), description: `"${meaning}"`, optional },
  n: { codec: whole(0), description: 'the number of variables', optional },
  m: { codec: whole(0), description: 'the number of constraints', optional },
  P: { codec: rows, description: 'the rows of P', optional },
  P_coo: { codec: entries, description: 'the entries [row, column, value] of P, from 0', optional },
  P_triangle: {
    codec: word(['upper', 'lower']),
    description: 'which triangle of P is written, if not all of it',
    optional
  },
  q: { codec: numbers, description: 'the linear term, a list of numbers' },
  r: { codec: finite, description: 'the constant', optional },
  A: { codec: rows, description: 'the rows of A', optional },
  A_coo: { codec: entries, description: 'the entries [row, column, value] of A, from 0', optional },
  l: {
    codec: list(numberOrNull(-Infinity, 'bound'), 'a list of bounds'),
    description: 'the lower bounds',
    optional
  },
  u: {
    codec: list(numberOrNull(Infinity, 'bound'), 'a list of bounds'),
    description: 'the upper bounds',
    optional
  },
  f_opt: { codec: finite, description: 'the optimum', optional },
  f_opt_published: { codec: finite, description: 'the optimum, as published', optional },
  f_opt_recomputed: { codec: finite, description: 'the optimum, as computed again; not read', optional },
  recompute_kkt_residual: { codec: finite, description: 'how exactly it was; not read', optional }
} as const

type File = RecordOf<typeof fields>

/** A quadratic program as JSON holds it. */
export const quadraticProgramFile = record('a quadratic program', fields)

const matrixData = (
  dense: readonly (readonly number[])[] | undefined,
  triplets: readonly Triplet[] | undefined
): MatrixData | undefined =>
  triplets !== undefined ? { triplets } : dense === undefined ? undefined : { dense }

/** What does not fit together. */
const conflicts = (given: File): readonly SchemaProblem[] => {
  const problem = (key: string, message: string): SchemaProblem => ({ pointer: pointerOf([key]), message })
  const twice = (a: keyof File, b: keyof File): readonly SchemaProblem[] =>
    given[a] !== undefined && given[b] !== undefined
      ? [problem(b, `expected one of ${a} and ${b}, got both`)]
      : []
  const size = (key: 'n' | 'm', found: number, what: string): readonly SchemaProblem[] =>
    given[key] === undefined || given[key] === found
      ? []
      : [problem(key, `expected the length of ${what}, ${found}, got ${given[key]}`)]
  return [
    ...twice('P', 'P_coo'),
    ...twice('A', 'A_coo'),
    ...twice('f_opt', 'f_opt_published'),
    ...size('n', given.q.length, 'q'),
    ...size('m', given.l?.length ?? 0, 'l')
  ]
}

/** What is wrong with data, where it stands in the file. */
const problemOf =
  (given: File) =>
  ({ place, message }: DataProblem): SchemaProblem => {
    const [first = '', ...rest] = place
    const key =
      (first === 'P' || first === 'A') && given[`${first}_coo`] !== undefined ? `${first}_coo` : String(first)
    return { pointer: first === '' ? '' : pointerOf([key, ...rest.map(String)]), message }
  }

const programProblems = (given: File, error: QuadraticError): readonly SchemaProblem[] =>
  error.kind === 'invalid'
    ? error.problems.map(problemOf(given))
    : [problemOf(given)({ place: ['P'], message: error.message })]

const decode =
  (otherwise: string) =>
  (value: unknown): E.Either<readonly SchemaProblem[], NamedProgram> =>
    pipe(
      quadraticProgramFile.decode(value),
      E.mapLeft(problemsOf),
      E.filterOrElse(
        (given) => conflicts(given).length === 0,
        (given) => conflicts(given)
      ),
      E.chain((given) => {
        const { name = otherwise, description, q, r, l, u, P_triangle: triangle } = given
        const P = matrixData(given.P, given.P_coo)
        const A = matrixData(given.A, given.A_coo)
        const knownOptimum = given.f_opt ?? given.f_opt_published
        return pipe(
          quadraticProgram({
            q,
            ...(P === undefined ? {} : { P }),
            ...(triangle === undefined ? {} : { triangle }),
            ...(r === undefined ? {} : { r }),
            ...(A === undefined ? {} : { A }),
            ...(l === undefined ? {} : { l }),
            ...(u === undefined ? {} : { u })
          }),
          E.bimap(
            (error) => programProblems(given, error),
            (problem) => ({
              name,
              problem,
              ...(description === undefined ? {} : { description }),
              ...(knownOptimum === undefined ? {} : { knownOptimum })
            })
          )
        )
      })
    )

/**
 * A quadratic program from JSON: `name` (else that given here), `q`, and what there is of `P` or `P_coo` (rows, or entries
 * [row, column, value] from 0), `r`, `A` or `A_coo`, `l`, `u` (null: no bound); both triangles of P,
 * unless `P_triangle` says which one is written; the optimum, if known, as `f_opt` or `f_opt_published`.
 * Or all that is wrong with it, each problem with its JSON pointer and line.
 *
 * @example
 * import { decodeQuadraticProgram } from 'limen/solve'
 * decodeQuadraticProgram('{ "name": "line", "P": [[2]], "q": [1], "A": [[1]], "l": [0] }')
 * // left: /u (line 1): expected 1 bound as in l, got 0
 *
 * @since 0.3.0
 */
export const decodeQuadraticProgram = (
  source: string,
  name = 'quadratic program'
): E.Either<SchemaError, NamedProgram> => decodeJson(decode(name))(source)
