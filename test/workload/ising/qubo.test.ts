/** A QUBO, in its own unit: the offset of a bit −1 is ½ · (−1), and its least energy −1. */
import { isingEnergy } from '../../../src/workload/ising/energy'
import { qubo } from '../../../src/workload/ising/qubo'
import { left, right } from '../../ledger/reference'

test('a bit is (1 + s)/2: the offset is half its weight', () => {
  const problem = right(qubo({ linear: [-1], pairs: [] }))
  expect(problem.offset).toBe(-0.5)
  expect([-1, 1].map((spin) => right(isingEnergy(problem, [spin])))).toEqual([0, -1])
})

test('what isingProblem refuses is refused', () => {
  expect(left(qubo({ linear: [1], pairs: [[0, 1, 1]] })).message).toMatch(
    /expected a spin from 0 to 0, got 1/
  )
})
