/** Convex quadratic programs: min ½x'Px + q'x + r subject to l ≤ Ax ≤ u. */
import * as E from 'fp-ts/lib/Either.js'
import {
  aList,
  aNumber,
  anything,
  either,
  expecting,
  having,
  type Kind,
  listOf,
  optional,
  someNumbers,
  wordOf
} from '../../units/argument'
import { negativeCurvature } from './convexity'
import { invalid, notConvex, unfitData, type DataProblem, type QuadraticError } from './error'
import { numbered } from '../../shape/words'
import { told } from '../../units/told'
import { fromTriplets, transpose, tripletsOf, type SparseMatrix, type Triplet } from './sparse'

/** A matrix as it is written down: all rows, or those entries that are not 0. @since 0.3.0 */
export type MatrixData =
  | { readonly dense: readonly (readonly number[])[] }
  | {
      /** In any order; entries of one place add. */
      readonly triplets: readonly Triplet[]
    }

/**
 * A quadratic program as it is written down. The number of variables is the length of q, that of
 * constraints the length of l.
 *
 * @since 0.3.0
 */
export interface QuadraticData {
  /** The quadratic term; left out: none, a linear program. */
  readonly P?: MatrixData
  /**
   * Which entries of P are written: all (the default), or one triangle with the diagonal, of which the
   * other is the mirror image. A triangle that is not said to be one is refused, as no symmetric matrix.
   */
  readonly triangle?: 'upper' | 'lower'
  readonly q: readonly number[]
  /** The constant of the objective; left out: 0. */
  readonly r?: number
  /** The constraints; A, l and u are left out where there are none. */
  readonly A?: MatrixData
  /** −Infinity where there is no bound. */
  readonly l?: readonly number[]
  /** Infinity where there is no bound. */
  readonly u?: readonly number[]
}

const aMatrix: Kind = either(
  'a matrix: { dense: [[…], …] } or { triplets: [[row, column, value], …] }',
  having('rows', { dense: listOf('a list of rows', aList) }),
  having('entries', { triplets: listOf('a list of entries', aList) })
)

const someData: Kind = having('the data of a quadratic program: P, q, A, l, u', {
  P: optional(aMatrix),
  triangle: optional(wordOf(['upper', 'lower'])),
  q: aList,
  r: anything,
  A: optional(aMatrix),
  l: optional(aList),
  u: optional(aList)
})

const aSparseMatrix: Kind = having('a matrix', {
  rows: aNumber,
  columns: aNumber,
  values: someNumbers
})

export const aProgram: Kind = having('a quadratic program, such as quadraticProgram makes', {
  P: aSparseMatrix,
  q: someNumbers,
  r: aNumber,
  A: aSparseMatrix,
  l: someNumbers,
  u: someNumbers
})

/** A convex quadratic program, as `quadraticProgram` makes it. @since 0.3.0 */
export interface QuadraticProgram {
  readonly P: SparseMatrix
  readonly q: Float64Array
  readonly r: number
  readonly A: SparseMatrix
  readonly l: Float64Array
  readonly u: Float64Array
}

/** A bound that other tools take for none; as a number it would ruin every measure of the gap. */
const tooFar = 1e20

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

const matrixProblems = (
  name: string,
  data: MatrixData,
  rows: number,
  columns: number
): readonly DataProblem[] => {
  if ('dense' in data) {
    if (data.dense.length !== rows)
      return [{ place: [name], message: `expected ${numbered(rows, 'row')}, got ${data.dense.length}` }]
    return data.dense.flatMap((row, i): readonly DataProblem[] =>
      row.length !== columns
        ? [
            {
              place: [name, i],
              message: `expected ${numbered(columns, 'entry', 'entries')}, got ${row.length}`
            }
          ]
        : row.flatMap((value, j) =>
            isFiniteNumber(value)
              ? []
              : [{ place: [name, i, j], message: `expected a finite number, got ${told(value)}` }]
          )
    )
  }
  return data.triplets.flatMap(([row, column, value], at) => {
    const index = (key: number, found: number, size: number, what: string): readonly DataProblem[] =>
      Number.isInteger(found) && found >= 0 && found < size
        ? []
        : [
            {
              place: [name, at, key],
              message:
                size === 0
                  ? `there is no ${what}`
                  : `expected a ${what} from 0 to ${size - 1}, got ${told(found)}`
            }
          ]
    return [
      ...index(0, row, rows, 'row'),
      ...index(1, column, columns, 'column'),
      ...(isFiniteNumber(value)
        ? []
        : [{ place: [name, at, 2], message: `expected a finite number, got ${told(value)}` }])
    ]
  })
}

const matrixOf = (data: MatrixData, rows: number, columns: number): SparseMatrix =>
  fromTriplets(
    rows,
    columns,
    'triplets' in data
      ? data.triplets
      : data.dense.flatMap((row, i) => row.map((value, j): Triplet => [i, j, value]))
  )

const boundProblems = (l: readonly number[], u: readonly number[]): readonly DataProblem[] => {
  const each = (name: 'l' | 'u', bounds: readonly number[], none: number): readonly DataProblem[] =>
    bounds.flatMap((bound, at) =>
      bound === none || (isFiniteNumber(bound) && Math.abs(bound) < tooFar)
        ? []
        : [
            {
              place: [name, at],
              message: `expected a bound between ±1e20, or ${none} for none, got ${told(bound)}`
            }
          ]
    )
  const crossed = l.flatMap((lower, at) =>
    lower > u[at]!
      ? [
          {
            place: ['l', at],
            message: `expected a lower bound of at most the upper bound ${u[at]!}, got ${lower}`
          }
        ]
      : []
  )
  const one = [...each('l', l, -Infinity), ...each('u', u, Infinity)]
  return one.length > 0 ? one : crossed
}

/** Entries that differ from their mirror image by more than rounding. */
const asymmetries = (P: SparseMatrix): readonly DataProblem[] => {
  const entries = tripletsOf(P)
  const mirror = tripletsOf(transpose(P))
  const across = new Map(mirror.map(([row, column, value]) => [row * P.rows + column, value]))
  const opposite = (row: number, column: number): number => across.get(row * P.rows + column) ?? 0
  const found = entries.filter(([row, column, value]) => {
    const other = opposite(row, column)
    return Math.abs(value - other) > 1e-9 * Math.max(Math.abs(value), Math.abs(other))
  })
  if (found.length === 0) return []
  const side = (['upper', 'lower'] as const).find((which) =>
    entries.every(([row, column]) => (which === 'upper' ? row <= column : row >= column))
  )
  if (side !== undefined)
    return [
      {
        place: ['P'],
        message: `expected a symmetric matrix, got only its ${side} triangle: write both, or say that it is the ${side} triangle`
      }
    ]
  const [row, column, value] = found[0]!
  return [
    {
      place: ['P'],
      message: `expected a symmetric matrix, got ${value} at row ${row}, column ${column} and ${opposite(row, column)} at row ${column}, column ${row}`
    }
  ]
}

/** Entries on the wrong side of a triangle. */
const outside = (P: SparseMatrix, triangle: 'upper' | 'lower'): readonly DataProblem[] => {
  const wrong = tripletsOf(P).find(([row, column]) => (triangle === 'upper' ? row > column : row < column))
  return wrong === undefined
    ? []
    : [
        {
          place: ['P'],
          message:
            `expected an ${triangle} triangle, got an entry at row ${wrong[0]}, column ${wrong[1]}`.replace(
              'an lower',
              'a lower'
            )
        }
      ]
}

/** A symmetric matrix from a triangle, or from both with the rounding between them taken out. */
const symmetric = (P: SparseMatrix, triangle: 'upper' | 'lower' | undefined): SparseMatrix =>
  fromTriplets(
    P.rows,
    P.rows,
    tripletsOf(P).flatMap(([row, column, value]): readonly Triplet[] =>
      row === column
        ? [[row, column, value]]
        : triangle === undefined
          ? [
              [row, column, value / 2],
              [column, row, value / 2]
            ]
          : [
              [row, column, value],
              [column, row, value]
            ]
    )
  )

/**
 * A quadratic program from its data; or all that is wrong with them: sizes, numbers that are not
 * finite, lower bounds above upper ones, a P that is not symmetric (entries may differ from their
 * mirror image by 1e-9 of their size, and count by the mean, which is what x'Px makes of them), or one
 * that is not positive semidefinite, with a direction of negative curvature. Curvature down to −1e-9 of
 * the diagonal passes for rounding. Up to 1000 variables that P couples the answer is certain; beyond,
 * negative curvature is sought by conjugate gradients, which find what is not tiny.
 *
 * @example
 * import { quadraticProgram } from 'limen/solve'
 * quadraticProgram({ P: { dense: [[1, 2], [2, 1]] }, q: [0, 0] })
 * // left: not convex: expected P positive semidefinite, got curvature d'Pd/d'd = -0.6 along d[0] = -2, d[1] = 1
 *
 * @since 0.3.0
 */
export const quadraticProgram = expecting(
  'quadraticProgram',
  { data: someData },
  ({ P, triangle, q, r = 0, A, l, u }: QuadraticData): E.Either<QuadraticError, QuadraticProgram> => {
    const n = q.length
    const none: MatrixData = { triplets: [] }
    const [lower, upper] = [l ?? [], u ?? []]
    const m = lower.length
    const problems: readonly DataProblem[] = [
      ...(n === 0 ? [{ place: ['q'], message: 'expected at least one variable, got none' }] : []),
      ...q.flatMap((value, at) =>
        isFiniteNumber(value)
          ? []
          : [{ place: ['q', at], message: `expected a finite number, got ${told(value)}` }]
      ),
      ...(isFiniteNumber(r) ? [] : [{ place: ['r'], message: `expected a finite number, got ${told(r)}` }]),
      ...(upper.length === m
        ? boundProblems(lower, upper)
        : [{ place: ['u'], message: `expected ${numbered(m, 'bound')} as in l, got ${upper.length}` }]),
      ...matrixProblems('P', P ?? none, n, n),
      ...matrixProblems('A', A ?? (m === 0 ? none : { dense: [] }), m, n)
    ]
    if (problems.length > 0) return E.left(invalid(problems))
    const written = matrixOf(P ?? none, n, n)
    const shape = triangle === undefined ? asymmetries(written) : outside(written, triangle)
    if (shape.length > 0) return E.left(invalid(shape))
    const whole = symmetric(written, triangle)
    const negative = negativeCurvature(whole)
    if (negative !== undefined) return E.left(notConvex(negative.direction, negative.curvature))
    return E.right({
      P: whole,
      q: Float64Array.from(q),
      r,
      A: matrixOf(A ?? none, m, n),
      l: Float64Array.from(lower),
      u: Float64Array.from(upper)
    })
  },
  unfitData
)
