/** One iteration contracts in its metric while the steps keep to the norms, and shows where they do not. */
import fc from 'fast-check'
import { reduce } from '../../../src/workload/quadratic/bounds'
import {
  copyPoint,
  emptyPoint,
  iterate,
  squaredMovement,
  startingPoint,
  type Steps
} from '../../../src/workload/quadratic/iteration'
import { stepsOf } from '../../../src/workload/quadratic/steps'
import { right } from '../../ledger/reference'
import { feasible, programOf, type Dense } from './programs'

/** The squares of the movements of some plain iterations. */
const movements = (dense: Dense, steps: Steps, count: number): readonly number[] => {
  const { program } = right(reduce(programOf(dense)))
  const point = startingPoint(program)
  const next = emptyPoint(program)
  return Array.from({ length: count }, () => {
    iterate(program, steps, point, next)
    const square = squaredMovement(steps, point, next)
    copyPoint(next, point)
    return square
  })
}

/** The largest row sum of sizes bounds the norm of a symmetric matrix; that of A and of A′, its square. */
const rowSum = (matrix: readonly (readonly number[])[]): number =>
  Math.max(0, ...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)))

const columnSum = (matrix: readonly (readonly number[])[]): number =>
  rowSum((matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!)))

test('with τ(σ‖P‖ + ς‖A‖²) ≤ 1 no movement is longer than the one before', () => {
  const balance = fc.record({ quadratic: fc.constantFrom(0.1, 1, 4), dual: fc.constantFrom(0.1, 1, 4) })
  fc.assert(
    fc.property(feasible(5, 4), balance, fc.boolean(), (dense, given, isDualised) => {
      const sizes = { P: rowSum(dense.P), A: rowSum(dense.A) * columnSum(dense.A) }
      const squares = movements(dense, stepsOf(sizes, given, isDualised && sizes.P > 0), 30)
      // What rounding leaves of terms that cancel, of a size up to some hundred.
      const rounding = 1e-9 * Math.max(1, ...squares)
      for (let at = 0; at < squares.length; at++) {
        expect(squares[at]!).toBeGreaterThanOrEqual(-rounding)
        if (at > 0) expect(squares[at]!).toBeLessThanOrEqual(squares[at - 1]! + rounding)
      }
    })
  )
})

test('with steps that are too long the square turns negative', () => {
  const dense = {
    P: [
      [0, 0],
      [0, 0]
    ],
    q: [1, -1],
    A: [
      [3, 4],
      [4, -3]
    ],
    l: [1, 1],
    u: [1, 1]
  }
  const steps = { primal: 1, quadratic: 0, dual: 1 } // ‖A‖² = 25
  expect(movements(dense, steps, 3).some((square) => square < 0)).toBe(true)
  expect(movements(dense, { ...steps, primal: 1 / 25 }, 3).every((square) => square >= 0)).toBe(true)
})
