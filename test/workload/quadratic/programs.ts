/** Quadratic programs to try, and their truths, by code that shares nothing with the solver. */
import fc from 'fast-check'
import {
  quadraticProgram,
  type QuadraticData,
  type QuadraticProgram
} from '../../../src/workload/quadratic/program'
import { right } from '../../ledger/reference'

/** A program with all its numbers in rows. */
export interface Dense {
  readonly P: readonly (readonly number[])[]
  readonly q: readonly number[]
  readonly A: readonly (readonly number[])[]
  readonly l: readonly number[]
  readonly u: readonly number[]
}

export const dataOf = ({ P, q, A, l, u }: Dense): QuadraticData => ({
  P: { dense: P },
  q,
  A: { dense: A },
  l,
  u
})

export const programOf = (dense: Dense): QuadraticProgram => right(quadraticProgram(dataOf(dense)))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export const times = (matrix: readonly (readonly number[])[], x: readonly number[]): number[] =>
  matrix.map((row) => sum(row.map((value, at) => value * x[at]!)))

export const transposedTimes = (
  matrix: readonly (readonly number[])[],
  y: readonly number[],
  columns: number
): number[] =>
  Array.from({ length: columns }, (_, column) => sum(matrix.map((row, at) => row[column]! * y[at]!)))

export const objectiveAt = ({ P, q }: Dense, x: readonly number[]): number =>
  sum(times(P, x).map((value, at) => (value / 2 + q[at]!) * x[at]!))

/** B'B. */
export const gram = (B: readonly (readonly number[])[], n: number): number[][] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => sum(B.map((row) => row[i]! * row[j]!)))
  )

export const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))

/** How far a pair is from the conditions of Karush, Kuhn and Tucker, each in its own unit. */
export const optimalityOf = (dense: Dense, x: readonly number[], y: readonly number[]) => {
  const { P, q, A, l, u } = dense
  const rows = times(A, x)
  const pull = transposedTimes(A, y, q.length)
  return {
    violation: Math.max(0, ...rows.map((value, at) => Math.max(l[at]! - value, value - u[at]!))),
    gradient: Math.max(...times(P, x).map((value, at) => Math.abs(value + q[at]! + pull[at]!))),
    slackness: Math.max(
      0,
      ...y.map((value, at) =>
        value === 0 ? 0 : Math.abs(value) * Math.abs(rows[at]! - (value > 0 ? u[at]! : l[at]!))
      )
    )
  }
}

/** Solves a square system; undefined where it is singular. */
const solve = (matrix: readonly (readonly number[])[], b: readonly number[]): number[] | undefined => {
  const rows = matrix.map((row, at) => [...row, b[at]!])
  const n = rows.length
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i
    if (Math.abs(rows[pivot]![k]!) < 1e-9) return undefined
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const factor = rows[i]![k]! / rows[k]![k]!
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!
    }
  }
  return rows.map((row, at) => row[n]! / row[at]!)
}

/** The least value, by trying every set of constraints that may hold as equations. Bounded programs. */
export const leastByEnumeration = (dense: Dense): number => {
  const { P, q, A, l, u } = dense
  const n = q.length
  const sides = A.flatMap((row, at) =>
    [...new Set([l[at]!, u[at]!])].filter((side) => Number.isFinite(side)).map((side) => ({ row, side, at }))
  )
  let least = Infinity
  const consider = (active: readonly (typeof sides)[number][]): void => {
    const size = n + active.length
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) =>
        i < n && j < n ? P[i]![j]! : i < n ? active[j - n]!.row[i]! : j < n ? active[i - n]!.row[j]! : 0
      )
    )
    const x = solve(matrix, [...q.map((value) => -value), ...active.map(({ side }) => side)])?.slice(0, n)
    if (x === undefined || optimalityOf(dense, x, []).violation > 1e-7) return
    least = Math.min(least, objectiveAt(dense, x))
  }
  const extend = (active: readonly (typeof sides)[number][], from: number): void => {
    consider(active)
    if (active.length === n) return
    for (let next = from; next < sides.length; next++)
      if (active.every(({ at }) => at !== sides[next]!.at)) extend([...active, sides[next]!], next + 1)
  }
  extend([], 0)
  return least
}

const small = fc.integer({ min: -4, max: 4 })
const vector = (n: number): fc.Arbitrary<number[]> => fc.array(small, { minLength: n, maxLength: n })
const matrix = (m: number, n: number): fc.Arbitrary<number[][]> =>
  fc.array(vector(n), { minLength: m, maxLength: m })

/** Feasible programs in a box: P of any rank, rows of any kind, some of them equations. */
export const feasible = (variables: number, constraints: number): fc.Arbitrary<Dense> =>
  fc
    .tuple(fc.integer({ min: 1, max: variables }), fc.nat(constraints))
    .chain(([n, m]) =>
      fc.record({
        n: fc.constant(n),
        B: fc.nat(n).chain((rank) => matrix(rank, n)),
        q: vector(n),
        rows: matrix(m, n),
        inside: vector(n),
        slack: fc.array(
          fc.tuple(fc.constantFrom(0, 1, 2.5, Infinity), fc.constantFrom(0, 1, 2.5, Infinity)),
          {
            minLength: m,
            maxLength: m
          }
        )
      })
    )
    .map(({ n, B, q, rows, inside, slack }) => {
      const at = times(rows, inside)
      return {
        P: gram(B, n),
        q,
        A: [...rows, ...identity(n)],
        l: [...at.map((value, row) => value - slack[row]![0]), ...inside.map((value) => value - 2)],
        u: [...at.map((value, row) => value + slack[row]![1]), ...inside.map((value) => value + 3)]
      }
    })
