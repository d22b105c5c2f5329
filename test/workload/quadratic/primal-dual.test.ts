/** The optimum of quadratic programs: against enumeration, against the conditions of optimality, and its trace. */
import fc from 'fast-check'
import { solveQuadraticProgram, type QuadraticSolution } from '../../../src/workload/quadratic/primal-dual'
import { quadraticProgram, type QuadraticData } from '../../../src/workload/quadratic/program'
import { left, right } from '../../ledger/reference'
import {
  feasible,
  gram,
  identity,
  leastByEnumeration,
  optimalityOf,
  programOf,
  times,
  transposedTimes,
  type Dense
} from './programs'

const solved = (dense: Dense): QuadraticSolution => {
  const solution = right(solveQuadraticProgram(programOf(dense)))
  expect(solution.converged).toBe(true)
  return solution
}

const solvedData = (data: QuadraticData): QuadraticSolution =>
  right(solveQuadraticProgram(right(quadraticProgram(data))))

const largest = (values: Iterable<number>): number =>
  [...values].reduce((most, value) => Math.max(most, Math.abs(value)), 1)

/** Every constraint holds, the gradient vanishes, and multipliers stand where a bound is met. */
const expectOptimal = (dense: Dense, { x, y }: QuadraticSolution): void => {
  const [primal, dual] = [Array.from(x), Array.from(y)]
  const { violation, gradient, slackness } = optimalityOf(dense, primal, dual)
  const size = largest([
    ...times(dense.P, primal),
    ...dense.q,
    ...transposedTimes(dense.A, dual, primal.length),
    ...dual
  ])
  expect(violation).toBeLessThan(1e-7 * largest(times(dense.A, primal)))
  expect(gradient).toBeLessThan(1e-7 * size)
  expect(slackness).toBeLessThan(1e-6 * size * largest(primal))
}

describe('the optimum', () => {
  test('is the least that any set of active constraints gives', () => {
    fc.assert(
      fc.property(feasible(3, 3), (dense) => {
        const least = leastByEnumeration(dense)
        const { objective } = solved(dense)
        expect(Math.abs(objective - least)).toBeLessThan(1e-6 * Math.max(1, Math.abs(least)))
      })
    )
  })

  test('fulfils the conditions of Karush, Kuhn and Tucker', () => {
    fc.assert(
      fc.property(feasible(9, 6), (dense) => {
        expectOptimal(dense, solved(dense))
      })
    )
  })

  test('does not change with the units of variables and constraints', () => {
    const powers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(feasible(5, 4), powers, ({ P, q, A, l, u }, scales) => {
        const of = (at: number): number => 10 ** scales[at]!
        const row = (at: number): number => of(5 + at)
        const scaled: Dense = {
          P: P.map((each, i) => each.map((value, j) => value * of(i) * of(j))),
          q: q.map((value, i) => value * of(i)),
          A: A.map((each, i) => each.map((value, j) => value * row(i) * of(j))),
          l: l.map((value, i) => value * row(i)),
          u: u.map((value, i) => value * row(i))
        }
        const { objective } = solved({ P, q, A, l, u })
        expect(Math.abs(solved(scaled).objective - objective)).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(objective))
        )
      })
    )
  })
})

describe('forms that a program may take', () => {
  test('without constraints: the solution of Px = −q', () => {
    const { x, y, objective } = solvedData({
      P: {
        dense: [
          [2, 1],
          [1, 3]
        ]
      },
      q: [-4, -7],
      r: 10
    })
    expect(Array.from(x, (value) => Number(value.toFixed(6)))).toEqual([1, 2])
    expect(y).toHaveLength(0)
    expect(objective).toBeCloseTo(1, 6)
  })

  test('one variable at its bound, the multiplier what the slope pushes with', () => {
    const { x, y } = solvedData({
      P: { dense: [[1]] },
      q: [-5],
      A: { dense: [[-2]] },
      l: [-6],
      u: [Infinity]
    })
    expect(x[0]).toBeCloseTo(3, 8)
    expect(y[0]).toBeCloseTo(-1, 7) // x − 5 − 2y = 0
  })

  test('a linear program: a transport whose optimum is known', () => {
    // Two plants of 3 and 4, two shops of 2 and 5; costs 1, 3, 2, 4: 2·1 + 1·3 + 4·4 = 21.
    const { objective } = solvedData({
      q: [1, 3, 2, 4],
      A: { dense: [[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1], ...identity(4)] },
      l: [3, 4, 2, 5, 0, 0, 0, 0],
      u: [3, 4, 2, 5, Infinity, Infinity, Infinity, Infinity]
    })
    expect(objective).toBeCloseTo(21, 5)
  })

  test('fixed variables, free rows and empty rows', () => {
    const solution = solvedData({
      P: {
        dense: [
          [1, 0],
          [0, 1]
        ]
      },
      q: [0, -3],
      A: {
        triplets: [
          [0, 0, 2],
          [1, 0, 1],
          [1, 1, 1]
        ]
      },
      l: [4, -Infinity, -1],
      u: [4, Infinity, 0]
    })
    expect(Array.from(solution.x)).toEqual([2, expect.closeTo(3, 6)])
    expect(solution.objective).toBeCloseTo(-2.5, 6)
    expect(Array.from(solution.y)).toEqual([expect.closeTo(-1, 6), 0, 0])
  })

  test('a variable that only its slope moves stands at its far bound, however flat the slope', () => {
    const far = solvedData({ q: [1e-3], A: { dense: [[1]] }, l: [-4e6], u: [9] })
    expect({ x: far.x[0], objective: far.objective }).toEqual({ x: -4e6, objective: -4000 })
    expect(far.y[0]).toBeCloseTo(-1e-3, 12)
  })

  test('several bounds of one variable: the tightest hold', () => {
    const { x, y } = solvedData({ q: [1], A: { dense: [[1], [2], [-1]] }, l: [0, 3, -9], u: [8, 30, -1] })
    expect(x[0]).toBeCloseTo(1.5, 9)
    expect(Array.from(y)).toEqual([0, -0.5, 0])
  })

  test('bounds that cross by rounding alone are one', () => {
    // 0.3/0.1 is less than 3 by rounding.
    const { x } = solvedData({ q: [1], A: { dense: [[0.1], [1]] }, l: [-Infinity, 3], u: [0.3, 4] })
    expect(x[0]).toBeCloseTo(3, 9)
  })

  test('curvatures that differ by six decades and do not lie along the axes', () => {
    const n = 6
    const B = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => 10 ** (-i / 2) * Math.cos((i + 1) * (j + 0.5)))
    )
    const dense = {
      P: gram(B, n),
      q: [1, -1, 1, -1, 1, -1],
      A: identity(n),
      l: [-9, -9, -9, -9, -9, -9],
      u: [9, 9, 9, 9, 9, 9]
    }
    expectOptimal(dense, solved(dense))
  })
})

describe('a program without a solution', () => {
  /** y with A'y ≈ 0 and a sum of −1: what contradicts. */
  const expectContradiction = (dense: Dense): void => {
    const error = left(solveQuadraticProgram(programOf(dense)))
    if (error.kind !== 'infeasible') throw new Error(`expected infeasible, got ${error.message}`)
    const y = Array.from(error.ray)
    const pull = largest(transposedTimes(dense.A, y, dense.q.length).map((value) => 1 + Math.abs(value))) - 1
    const allowed = y.reduce(
      (sum, value, at) => sum + (value === 0 ? 0 : value * (value > 0 ? dense.u[at]! : dense.l[at]!)),
      0
    )
    expect(pull).toBeLessThan(1e-7)
    expect(error.residual).toBeLessThan(1e-7)
    expect(allowed).toBeCloseTo(-1, 6)
  }

  test('because constraints contradict each other is infeasible, with weights that show it', () => {
    fc.assert(
      fc.property(feasible(6, 4), fc.integer({ min: 1, max: 5 }), ({ P, q, A, l, u }, by) => {
        const first = A[0]!
        if (first.every((value) => value === 0)) return
        // A row whose double is to exceed twice its upper bound.
        const upper = Number.isFinite(u[0]!) ? u[0]! : Number.isFinite(l[0]!) ? l[0]! + 1 : 1
        expectContradiction({
          P,
          q,
          A: [...A, first.map((value) => 2 * value), first],
          l: [...l, 2 * upper + by, -Infinity],
          u: [...u, Infinity, upper]
        })
      })
    )
  })

  test('because the bounds leave no room for a sum', () => {
    const l = [7, 0, 0, 0]
    const u = [9, 2, 2, 2]
    expectContradiction({ P: identity(3), q: [1, 0, 0], A: [[1, 1, 1], ...identity(3)], l, u })
  })

  test('because two bounds of a variable cross', () => {
    expectContradiction({ P: [[1]], q: [0], A: [[2], [-1]], l: [6, -1], u: [8, 5] })
  })

  test('because an empty row is to be something', () => {
    expectContradiction({ P: [[1]], q: [0], A: [[0]], l: [2], u: [3] })
    expectContradiction({ P: [[1]], q: [0], A: [[0]], l: [-4], u: [-2] })
  })

  test('because the objective falls for ever is unbounded, along a ray that shows it', () => {
    // A last variable that does as the others do along v: against v and with it, nothing changes but q.
    const v = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(feasible(4, 3), v, fc.integer({ min: 1, max: 3 }), (dense, direction, fall) => {
        const n = dense.q.length
        const along = (row: readonly number[]): number =>
          row.reduce((sum, value, at) => sum + value * direction[at]!, 0)
        const widened = (row: readonly number[]): readonly number[] => [...row, along(row)]
        const rows = dense.A.slice(0, -n).map(widened)
        const P = gram([...dense.A.slice(0, -n), ...identity(n)].map(widened), n + 1)
        const q = [...dense.q, along(dense.q) - fall]
        const program = { P, q, A: rows, l: rows.map(() => -1), u: rows.map(() => 1) }
        const error = left(solveQuadraticProgram(programOf(program)))
        if (error.kind !== 'unbounded') throw new Error(`expected unbounded, got ${error.message}`)
        const ray = Array.from(error.ray)
        expect(ray.reduce((sum, value, at) => sum + value * q[at]!, 0)).toBeCloseTo(-1, 6)
        for (const value of [...times(P, ray), ...times(rows, ray)])
          expect(Math.abs(value)).toBeLessThan(1e-6)
      })
    )
  })

  test('a linear program that falls along an open side is unbounded', () => {
    const error = left(
      solveQuadraticProgram(
        right(quadraticProgram({ q: [-1, 1], A: { dense: identity(2) }, l: [0, 0], u: [Infinity, Infinity] }))
      )
    )
    expect(error.kind).toBe('unbounded')
  })
})

describe('the trace', () => {
  const B = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 8 }, (_, j) => Math.sin(1 + i + 3 * j) / (1 + i))
  )
  const curved: Dense = {
    P: gram([...B, ...identity(8).map((row) => row.map((value) => value / 4))], 8),
    q: [1, -2, 3, -4, 5, -6, 7, -8],
    A: [],
    l: [],
    u: []
  }
  const bounded: Dense = {
    ...curved,
    A: [[1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 2, 0, 1, 0, 2, 0], ...identity(8)],
    l: [1, -1, ...identity(8).map(() => -1)],
    u: [1, 1, ...identity(8).map(() => 1)]
  }
  /** Mean of ln(1/α) over that of the last step. */
  const shapeOf = ({ trace: { relativeStep } }: QuadraticSolution): number =>
    relativeStep.reduce((sum, step) => sum - Math.log(step), 0) /
    relativeStep.length /
    -Math.log(relativeStep.at(-1)!)

  test('has a row for each iteration and ends at the objective', () => {
    const { trace, iterations, objective } = solved(bounded)
    for (const column of [trace.updates, trace.relativeStep, trace.macs, trace.objective])
      expect(column).toHaveLength(iterations)
    expect(trace.objective.at(-1)).toBe(objective)
    expect(largest(trace.relativeStep)).toBe(1)
  })

  test('counts the memories x, w and y; bounds of one variable need none', () => {
    expect(solved(bounded).trace.parameters).toBe(8 + 8 + 2)
    expect(solved(curved).trace.parameters).toBe(8 + 8)
    const plain = right(solveQuadraticProgram(programOf(bounded), { anchoring: 'none' }))
    expect(plain.trace.parameters).toBe(8 + 2)
    expect(solved({ ...bounded, P: gram([], 8) }).trace.parameters).toBe(8 + 2)
  })

  test('counts one product each with P, A and A′ in an iteration, and what was read before in the first', () => {
    const { macs } = solved(bounded).trace
    const entries = 64 + 2 * (8 + 4)
    expect(macs[1]).toBe(entries)
    expect(macs[0]).toBeGreaterThan(entries)
    expect(macs.every((each) => each >= entries)).toBe(true)
  })

  test('counts only what changed: a fixed variable never does', () => {
    const fixed: Dense = {
      ...curved,
      A: identity(8),
      l: identity(8).map((_, i) => (i < 3 ? 2 : -9)),
      u: identity(8).map((_, i) => (i < 3 ? 2 : 9))
    }
    const { trace } = right(solveQuadraticProgram(programOf(fixed), { anchoring: 'none' }))
    expect(Math.max(...trace.updates)).toBe(5)
  })

  test('has the anchor in the updates of a restart, and nowhere else', () => {
    const restarted = solved(curved).trace
    expect(Math.max(...restarted.updates)).toBeGreaterThan(restarted.parameters)
    expect(Math.max(...restarted.updates)).toBeLessThanOrEqual(2 * restarted.parameters)
    const fixed = right(
      solveQuadraticProgram(programOf(curved), { anchoring: 'halpern', maximumIterations: 500 })
    )
    expect(Math.max(...fixed.trace.updates)).toBeLessThanOrEqual(fixed.trace.parameters)
  })

  test('without an anchor is that of gradient descent, whose shape is near ½', () => {
    // Long enough that the slowest direction is what is left for most of the run.
    const run = right(solveQuadraticProgram(programOf(curved), { anchoring: 'none', tolerance: 1e-11 }))
    expect(run.converged).toBe(true)
    expect(Math.abs(shapeOf(run) - 0.5)).toBeLessThan(0.1)
    // On a strongly convex program each step is shorter than the one before.
    const { relativeStep } = run.trace
    for (let at = 1; at < relativeStep.length; at++)
      expect(relativeStep[at]!).toBeLessThan(relativeStep[at - 1]!)
  })

  test('with an anchor that stays falls as a power of 1/k: its shape is near ln n!/(n ln n)', () => {
    const n = 20000
    const run = right(
      solveQuadraticProgram(programOf(bounded), { anchoring: 'halpern', maximumIterations: n })
    )
    const factorial = Array.from({ length: n }, (_, at) => Math.log(at + 1)).reduce((sum, each) => sum + each)
    expect(Math.abs(shapeOf(run) - factorial / (n * Math.log(n)))).toBeLessThan(0.1)
  })

  test('of restarts converges far faster than with an anchor that stays', () => {
    const still = right(
      solveQuadraticProgram(programOf(bounded), {
        anchoring: 'halpern',
        maximumIterations: 10 * solved(bounded).iterations
      })
    )
    expect(still.converged).toBe(false)
  })
})

describe('a run', () => {
  test('is the same each time', () => {
    fc.assert(
      fc.property(feasible(4, 3), (dense) => {
        expect(solved(dense)).toEqual(solved(dense))
      }),
      { numRuns: 20 }
    )
  })

  test('that stops early says so, and how far it got', () => {
    const program = right(
      quadraticProgram({
        P: {
          dense: [
            [2, 1],
            [1, 1]
          ]
        },
        q: [1, 1],
        A: { dense: [[1, 2]] },
        l: [1],
        u: [1]
      })
    )
    const { converged, iterations, residuals } = right(
      solveQuadraticProgram(program, { maximumIterations: 3 })
    )
    expect({ converged, iterations }).toEqual({ converged: false, iterations: 3 })
    expect(Math.max(residuals.primal, residuals.dual, residuals.gap)).toBeGreaterThan(1e-8)
  })

  test('with wider tolerance is shorter, and keeps to it', () => {
    fc.assert(
      fc.property(feasible(6, 4), (dense) => {
        const rough = right(solveQuadraticProgram(programOf(dense), { tolerance: 1e-3 }))
        expect(rough.iterations).toBeLessThanOrEqual(solved(dense).iterations)
        for (const residual of Object.values(rough.residuals) as number[])
          expect(residual).toBeLessThanOrEqual(1e-3)
      })
    )
  })

  test('with options that are none is refused, all at once', () => {
    const program = right(quadraticProgram({ q: [1] }))
    const error = left(
      solveQuadraticProgram(program, { tolerance: 0, maximumIterations: 1.5, anchoring: 'some' as 'none' })
    )
    expect(error.message.split('\n')).toEqual([
      'tolerance: expected a number in (0, 1), got 0',
      'maximumIterations: expected a positive integer, got 1.5',
      'anchoring: expected one of restarted, halpern, none, got "some"'
    ])
  })
})
