/**
 * Constraints on one variable alone are bounds of that variable: its memory keeps them by itself, and
 * needs no multiplier. Constraints that hold for every x fall away.
 */
import * as E from 'fp-ts/lib/Either.js'
import { infeasible, type QuadraticError } from './error'
import type { QuadraticProgram } from './program'
import { fromTriplets, tripletsOf, type SparseMatrix, type Triplet } from './sparse'

/** A quadratic program with bounds of its own for each variable. */
export interface BoundedProgram {
  readonly P: SparseMatrix
  readonly q: Float64Array
  readonly A: SparseMatrix
  readonly l: Float64Array
  readonly u: Float64Array
  readonly lowest: Float64Array
  readonly highest: Float64Array
}

/** The same with the way back to the constraints as they were given. */
export interface Reduction {
  readonly program: BoundedProgram
  /** For each constraint that is left, which it was. */
  readonly kept: Int32Array
  /** Multipliers of all constraints, from those of the ones that are left and of the bounds. */
  readonly multipliers: (ofKept: Float64Array, ofBounds: Float64Array) => Float64Array
}

/** Two bounds may cross by the rounding of a quotient, and no more. */
const crossedByRounding = (low: number, high: number): boolean =>
  low - high <= 4 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high))

/**
 * The bounds of each variable; or the two constraints, or the one, that contradict each other. A variable
 * that nothing but its bounds and its slope concerns stands at the bound that the slope points at.
 */
export const reduce = ({ P, q, A, l, u }: QuadraticProgram): E.Either<QuadraticError, Reduction> => {
  const [n, m] = [q.length, l.length]
  const lowest = new Float64Array(n).fill(-Infinity)
  const highest = new Float64Array(n).fill(Infinity)
  const lowestBy = new Int32Array(n)
  const highestBy = new Int32Array(n)
  const weights = new Float64Array(m)
  const kept: number[] = []
  for (let row = 0; row < m; row++) {
    const start = A.starts[row]!
    const entries = A.starts[row + 1]! - start
    if (entries === 0 && (l[row]! > 0 || u[row]! < 0)) {
      weights[row] = l[row]! > 0 ? -1 / l[row]! : -1 / u[row]! // l > 0: y = −1/l gives u'y⁺ − l'y⁻ = −1
      return E.left(infeasible(weights, 0))
    }
    if (entries === 0 || (l[row] === -Infinity && u[row] === Infinity)) continue
    if (entries > 1) {
      kept.push(row)
      continue
    }
    const [column, value] = [A.indices[start]!, A.values[start]!]
    const [low, high] = value > 0 ? [l[row]! / value, u[row]! / value] : [u[row]! / value, l[row]! / value]
    if (low > lowest[column]!) [lowest[column], lowestBy[column]] = [low, row]
    if (high < highest[column]!) [highest[column], highestBy[column]] = [high, row]
  }
  const coefficient = (row: number): number => A.values[A.starts[row]!]!
  for (let column = 0; column < n; column++) {
    const [low, high] = [lowest[column]!, highest[column]!]
    if (low <= high) continue
    if (!crossedByRounding(low, high)) {
      const gap = low - high
      weights[highestBy[column]!] = 1 / (coefficient(highestBy[column]!) * gap)
      weights[lowestBy[column]!] = -1 / (coefficient(lowestBy[column]!) * gap)
      return E.left(infeasible(weights, 0))
    }
    lowest[column] = highest[column] = (low + high) / 2
  }
  const place = new Map(kept.map((row, at) => [row, at] as const))
  const rest = fromTriplets(
    kept.length,
    n,
    tripletsOf(A).flatMap(([row, column, value]): readonly Triplet[] => {
      const at = place.get(row)
      return at === undefined ? [] : [[at, column, value]]
    })
  )
  const isConstrained = new Uint8Array(n)
  for (const column of rest.indices) isConstrained[column] = 1
  for (let column = 0; column < n; column++) {
    const isAlone = P.starts[column] === P.starts[column + 1] && isConstrained[column] === 0
    const slope = q[column]!
    const bound = slope > 0 ? lowest[column]! : highest[column]!
    if (isAlone && slope !== 0 && Number.isFinite(bound)) lowest[column] = highest[column] = bound
  }
  return E.right({
    program: {
      P,
      q,
      A: rest,
      l: Float64Array.from(kept, (row) => l[row]!),
      u: Float64Array.from(kept, (row) => u[row]!),
      lowest,
      highest
    },
    kept: Int32Array.from(kept),
    multipliers: (ofKept, ofBounds) => {
      const all = new Float64Array(m)
      kept.forEach((row, at) => (all[row] = ofKept[at]!))
      ofBounds.forEach((multiplier, column) => {
        if (multiplier === 0) return
        const row = multiplier > 0 ? highestBy[column]! : lowestBy[column]!
        all[row] = multiplier / coefficient(row)
      })
      return all
    }
  })
}
