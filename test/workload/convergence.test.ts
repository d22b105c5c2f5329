/**
 * Real runs have about the mean steps and shapes that theory gives their convergence: those of
 * exponential steps where it is linear, those of a power law where steps shrink as 1/k.
 */
import {
  exponentialMeanStep,
  exponentialShape,
  powerLawMeanStep,
  powerLawShape
} from '../../src/physics/update'
import { parseTrace } from '../../src/schema/trace/file'
import { bits, updates } from '../../src/units/si'
import { solveQuadraticProgram, type QuadraticOptions } from '../../src/workload/quadratic/primal-dual'
import { quadraticProgram, type QuadraticData } from '../../src/workload/quadratic/program'
import { measuredConvergence, runOf, type Run } from '../../src/workload/trace'
import { right } from '../ledger/reference'

/** Numbers in (0, 1), the same each time (Park & Miller 1988). */
const uniform = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

const measured = ({ summary }: Run) => right(measuredConvergence(summary))

/** What theory gives steps that shrink as far. */
const exponential = (precision: number) => ({
  meanStep: right(exponentialMeanStep({ precision: bits(precision) })).value,
  shape: right(exponentialShape({ precision: bits(precision) })).value
})

const powerLaw = (precision: number, perParameter: number) => {
  const of = { precision: bits(precision), updates: updates(perParameter) }
  return { meanStep: right(powerLawMeanStep(of)).value, shape: right(powerLawShape(of)).value }
}

/** How many times one is the other, whichever is larger. */
const apart = (a: number, b: number): number => Math.max(a / b, b / a)

const solved = (data: QuadraticData, options: QuadraticOptions) =>
  right(solveQuadraticProgram(right(quadraticProgram(data)), options))

/** The least greatest loss of a game whose moves are weighed by x: a linear program without curvature. */
const game = (moves: number, seed: number): QuadraticData => {
  const random = uniform(seed)
  const none = Array.from({ length: moves }, () => 0)
  const unit = (at: number): number[] => Array.from({ length: moves + 1 }, (_, key) => (key === at ? 1 : 0))
  return {
    q: [...none, -1],
    A: {
      dense: [
        ...none.map(() => [...none.map(() => 2 * random() - 1), -1]),
        [...none.map(() => 1), 0],
        ...none.map((_, at) => unit(at))
      ]
    },
    l: [...none, 1, ...none],
    u: [...none.map(() => Infinity), 1, ...none.map(() => Infinity)]
  }
}

/** A least-squares fit to correlated features. */
const fit = (size: number, seed: number): QuadraticData => {
  const random = uniform(seed)
  const rows = Array.from({ length: 4 * size }, () => {
    const common = random()
    return Array.from({ length: size }, () => common + random())
  })
  const product = (i: number, j: number): number => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)
  const features = Array.from({ length: size }, (_, at) => at)
  return {
    P: { dense: features.map((i) => features.map((j) => product(Math.min(i, j), Math.max(i, j)))) },
    q: features.map(() => -random())
  }
}

describe('a run that converges linearly has the figures of exponential steps', () => {
  const expectLinear = (run: Run, perParameter: number): void => {
    const { precision, meanStep, shape } = measured(run)
    expect(precision).toBeGreaterThan(30)
    expect(apart(meanStep, exponential(precision).meanStep)).toBeLessThan(4)
    expect(apart(meanStep, powerLaw(precision, perParameter).meanStep)).toBeGreaterThan(16)
    expect(Math.abs(shape - exponential(precision).shape)).toBeLessThan(0.05)
  }

  test.each([1, 2, 3])('gradient descent on a least-squares fit (seed %i)', (seed) => {
    const { converged, iterations, trace } = solved(fit(6, seed), { anchoring: 'none', tolerance: 1e-12 })
    expect(converged).toBe(true)
    expectLinear(runOf(trace), iterations)
  })

  test.each([1, 2, 3])('the restarted primal–dual method on a game (seed %i)', (seed) => {
    const { converged, trace } = solved(game(8, seed), { tolerance: 1e-12 })
    expect(converged).toBe(true)
    expectLinear(runOf(trace), runOf(trace).summary.updates / trace.parameters)
  })
})

describe('a run whose steps shrink as 1/k has the figures of a power law', () => {
  const expectPowerLaw = (run: Run, perParameter: number, within: readonly [number, number]): void => {
    const { precision, meanStep, shape } = measured(run)
    const of = powerLaw(precision, perParameter)
    expect(apart(meanStep, of.meanStep)).toBeLessThan(within[0])
    expect(apart(meanStep, exponential(precision).meanStep)).toBeGreaterThan(30)
    expect(Math.abs(shape - of.shape)).toBeLessThan(within[1])
  }

  test.each([1, 2, 3])('the same method anchored at its start (seed %i)', (seed) => {
    const length = 4000
    const { iterations, trace } = solved(game(8, seed), {
      anchoring: 'halpern',
      maximumIterations: length,
      tolerance: 1e-14
    })
    expect(iterations).toBe(length)
    expectPowerLaw(runOf(trace), runOf(trace).summary.updates / trace.parameters, [1.5, 0.1])
  })

  test('stochastic gradient descent with the step of Robbins and Monro, from its log', () => {
    const random = uniform(5)
    const length = 3000
    let weight = 0
    const rows = Array.from({ length }, (_, at) => {
      const [x, rate] = [0.5 + random(), 1 / (at + 1)]
      const gradient = (weight * x - 2 * x + (random() - 0.5)) * x
      weight -= rate * gradient
      return `${at + 1},${rate},${0.5 * gradient ** 2},${Math.abs(gradient)}`
    })
    expect(weight).toBeCloseTo(2, 1)
    const log = ['step,lr,loss,grad_norm', ...rows].join('\n')
    const reading = right(parseTrace(log, { stepSize: 'learningRate' }))
    // Steps at whole k make a few percent more hops than those between them.
    expectPowerLaw(reading, length, [1.1, 0.04])
  })
})
