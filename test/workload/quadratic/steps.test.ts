/** The balance of the steps finds its way from a bad start: what it takes is bounded in iterations. */
import { solveQuadraticProgram, type QuadraticOptions } from '../../../src/workload/quadratic/primal-dual'
import { quadraticProgram, type QuadraticData } from '../../../src/workload/quadratic/program'
import { left, right } from '../../ledger/reference'
import { identity } from './programs'

const run = (data: QuadraticData, options: QuadraticOptions) =>
  solveQuadraticProgram(right(quadraticProgram(data)), options)

const solved = (data: QuadraticData, options: QuadraticOptions) => {
  const solution = right(run(data, options))
  expect(solution.converged).toBe(true)
  return solution
}

const open = (count: number): number[] => Array.from({ length: count }, () => Infinity)
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)

describe('a bound that is far away and never met', () => {
  // The first balance holds q against the bounds: against this one, nine decades too low.
  const far = 1e9

  test('does not keep a linear program from its optimum', () => {
    // Two plants of 3 and 4, two shops of 2 and 5; costs 1, 3, 2, 4: 2·1 + 1·3 + 4·4 = 21.
    const transport = {
      q: [1, 3, 2, 4],
      A: { dense: [[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1], ...identity(4)] },
      l: [3, 4, 2, 5, -Infinity, ...zeros(4)],
      u: [3, 4, 2, 5, far, ...open(4)]
    }
    expect(solved(transport, { maximumIterations: 10000 }).objective).toBeCloseTo(21, 5)
  })

  test('does not keep a quadratic program from its optimum', () => {
    // With x + y + z = 1 and x = y: least (1 − 2x)²/2 + x² − 3x − 3(1 − 2x), at x = −1/6.
    const nearest = {
      P: { dense: identity(3) },
      q: [-1, -2, -3],
      A: {
        dense: [
          [1, 1, 1],
          [1, -1, 0],
          [1, 1, -1]
        ]
      },
      l: [1, 0, -far],
      u: [1, 0, far]
    }
    const { x, objective } = solved(nearest, { maximumIterations: 10000 })
    expect(objective).toBeCloseTo(-31 / 12, 6)
    expect(Array.from(x)).toEqual([-1 / 6, -1 / 6, 4 / 3].map((value) => expect.closeTo(value, 5) as number))
  })
})

test('amounts of 10⁴ whose rows differ by 10⁻⁴, beside a limit of 10⁹', () => {
  // At most v/2 of each of the last two: that leaves v + 1 − v/2 − v/2 − ½ = ½ of the second.
  const v = 1e4
  const nearlyParallel = {
    q: [1, 1, 0, 0],
    A: { dense: [[1, 0, 1, 1], [0, 1, 1, 1 + 1 / v], [1, 1, 0, 0], ...identity(4)] },
    l: [v, v + 1, ...zeros(5)],
    u: [Infinity, Infinity, 10 * v * v, Infinity, Infinity, v / 2, v / 2]
  }
  expect(solved(nearlyParallel, { maximumIterations: 40000 }).objective).toBeCloseTo(0.5, 6)
})

test('a balance that overshot comes back: the least polynomial above the tangent', () => {
  const [n, m] = [12, 100]
  const powers = Array.from({ length: n }, (_, i) => i)
  const points = Array.from({ length: m + 1 }, (_, at) => at / m)
  const above = {
    P: { triplets: powers.map((i) => [i, i, 1 / (i + 1)] as const) },
    q: powers.map((i) => 1 / (i + 1)),
    A: { dense: points.map((t) => powers.map((i) => t ** i)) },
    l: points.map(Math.tan),
    u: open(m + 1)
  }
  const { x, iterations } = solved(above, { tolerance: 1e-4 })
  expect(iterations).toBeLessThan(5500)
  for (const t of points)
    expect(powers.reduce((sum, i) => sum + x[i]! * t ** i, 0) - Math.tan(t)).toBeGreaterThan(-1e-3)
})

test('x that runs to infinity does not outrun y, which holds it to the constraints: the ray is found', () => {
  const falling = {
    P: {
      dense: [
        [14, -14, 14],
        [-14, 21, -14],
        [14, -14, 14]
      ]
    },
    q: [1, 4, 0],
    A: {
      dense: [
        [2, -4, 2],
        [-3, 2, -3]
      ]
    },
    l: [-1, -1],
    u: [1, 1]
  }
  const error = left(run(falling, { maximumIterations: 40000 }))
  expect(error.kind).toBe('unbounded')
  if (error.kind === 'unbounded')
    expect(Array.from(error.ray)).toEqual([-1, 0, 1].map((value) => expect.closeTo(value, 6) as number))
})
