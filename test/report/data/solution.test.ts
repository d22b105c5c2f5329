/** A solution for other programs: the least energy of x₁ − 2 x₂, −2 at (0, 1), in the variables of the file. */
import { decodeProblem } from '../../../src/format/problem-file'
import { solveProblem } from '../../../src/estimate/solve-file'
import { solutionFormat, solutionJson } from '../../../src/report/data/solution'
import { qualityOf } from '../../../src/report/solution'
import { right } from '../../ledger/reference'

const qubo = 'p qubo 0 2 2 0\n0 0 1\n1 1 -2\n'
const solved = right(solveProblem(right(decodeProblem(qubo, 'two')), { ising: { seed: 1, sweeps: 20 } }))

test('has the variables as the file has them, and the constant between them and spins', () => {
  expect(solutionJson(solved, qualityOf(solved, -2))).toMatchObject({
    format: solutionFormat,
    name: 'two',
    quality: { found: -2, known: -2, relativeGap: 0 },
    solution: { energy: -2, variables: [0, 1], spins: [-1, 1], offset: -0.5 }
  })
})

test('that nothing is known of has null there', () => {
  expect(solutionJson(solved, qualityOf(solved))).toMatchObject({
    quality: { found: -2, known: null, relativeGap: null }
  })
})

test('has a run summed up, and no row of it', () => {
  const { solution, trace } = solutionJson(solved, qualityOf(solved)) as Readonly<
    Record<'solution' | 'trace', object>
  >
  expect(solution).not.toHaveProperty('trace')
  expect(trace).toMatchObject({ parameters: 2 })
})
