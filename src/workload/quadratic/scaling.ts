/** Diagonal preconditioning of a quadratic program, and the norms of its matrices. */
import type { BoundedProgram } from './bounds'
import {
  dot,
  entriesOf,
  genericVector,
  multiply,
  multiplyTransposed,
  scaled,
  type SparseMatrix
} from './sparse'

/** A program in variables x/D and multipliers y/E, and the factors D and E. */
export interface ScaledProgram {
  readonly program: BoundedProgram
  readonly ofVariables: Float64Array
  readonly ofConstraints: Float64Array
}

/** Rows and columns of the matrix [P A'; A 0], each summed up somehow. */
const sums = (
  P: SparseMatrix,
  A: SparseMatrix,
  sum: (soFar: number, entry: number) => number
): readonly [Float64Array, Float64Array] => {
  const ofVariables = new Float64Array(P.rows)
  const ofConstraints = new Float64Array(A.rows)
  for (let row = 0; row < P.rows; row++)
    for (let at = P.starts[row]!; at < P.starts[row + 1]!; at++)
      ofVariables[row] = sum(ofVariables[row]!, Math.abs(P.values[at]!))
  for (let row = 0; row < A.rows; row++)
    for (let at = A.starts[row]!; at < A.starts[row + 1]!; at++) {
      const column = A.indices[at]!
      const entry = Math.abs(A.values[at]!)
      ofConstraints[row] = sum(ofConstraints[row]!, entry)
      ofVariables[column] = sum(ofVariables[column]!, entry)
    }
  return [ofVariables, ofConstraints]
}

const inverseRoot = (value: number): number => (value > 0 ? 1 / Math.sqrt(value) : 1)

const largest = (soFar: number, entry: number): number => Math.max(soFar, entry)
const total = (soFar: number, entry: number): number => soFar + entry

/**
 * Ten rounds of Ruiz (A scaling algorithm to equilibrate both rows and columns norms in matrices, 2001),
 * then one of Pock and Chambolle (Diagonal preconditioning for first order primal-dual algorithms in
 * convex optimization, ICCV 2011, α = 1), on [P A'; A 0].
 */
export const precondition = (program: BoundedProgram): ScaledProgram => {
  const ofVariables = new Float64Array(program.q.length).fill(1)
  const ofConstraints = new Float64Array(program.l.length).fill(1)
  let { P, A } = program
  for (const sum of [...Array.from({ length: 10 }, () => largest), total]) {
    const [variables, constraints] = sums(P, A, sum).map((each) => each.map(inverseRoot)) as [
      Float64Array,
      Float64Array
    ] // a pair stays a pair
    P = scaled(P, variables, variables)
    A = scaled(A, constraints, variables)
    variables.forEach((factor, at) => (ofVariables[at]! *= factor))
    constraints.forEach((factor, at) => (ofConstraints[at]! *= factor))
  }
  const times = (values: Float64Array, factors: Float64Array): Float64Array =>
    values.map((value, at) => value * factors[at]!)
  const over = (values: Float64Array, factors: Float64Array): Float64Array =>
    values.map((value, at) => value / factors[at]!)
  return {
    program: {
      P,
      A,
      q: times(program.q, ofVariables),
      l: times(program.l, ofConstraints),
      u: times(program.u, ofConstraints),
      lowest: over(program.lowest, ofVariables),
      highest: over(program.highest, ofVariables)
    },
    ofVariables,
    ofConstraints
  }
}

/** A norm, and the multiply-accumulates that its estimate took. */
export interface NormEstimate {
  readonly norm: number
  readonly macs: number
}

/**
 * The largest eigenvalue of B'B by power iteration, where a product B'B v takes so many macs. It comes
 * from below: the last per cent is added. A start that happens to miss the largest one would settle
 * lower; that the iteration itself shows, and its steps are shortened (`squaredMovement`).
 */
const powerIteration = (
  n: number,
  macs: number,
  apply: (v: Float64Array, into: Float64Array) => void
): NormEstimate => {
  if (macs === 0) return { norm: 0, macs: 0 }
  const v = genericVector(n)
  const image = new Float64Array(n)
  let norm = 0
  let round = 0
  for (; round < 300; round++) {
    const size = Math.sqrt(dot(v, v))
    for (let at = 0; at < n; at++) v[at]! /= size
    apply(v, image)
    const next = Math.sqrt(dot(image, image))
    const settled = Math.abs(next - norm) <= 1e-7 * next && round > 30
    norm = next
    v.set(image)
    if (settled || next === 0) break
  }
  return { norm: 1.01 * norm, macs: (round + 1) * macs }
}

/** ‖P‖ of a symmetric matrix. */
export const symmetricNorm = (P: SparseMatrix): NormEstimate =>
  powerIteration(P.rows, entriesOf(P), (v, into) => {
    multiply(P, v, into)
  })

/** ‖A‖². */
export const squaredNorm = (A: SparseMatrix): NormEstimate => {
  const through = new Float64Array(A.rows)
  return powerIteration(A.columns, 2 * entriesOf(A), (v, into) => {
    multiply(A, v, through)
    multiplyTransposed(A, through, into)
  })
}
