/** The barrier of a memory that follows its optimiser. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { estimate } from '../../src/ledger/estimate'
import { runBarrier, type RunBarrier, type RunBarrierOptions } from '../../src/ledger/run-barrier'
import type { Scenario } from '../../src/ledger/scenario'
import { arrheniusRate } from '../../src/physics/memory'
import { bits, one, parameters, seconds, updates } from '../../src/units/si'
import { runOf as runOfTrace, type Run } from '../../src/workload/trace'
import { exampleText, readEstimate } from '../schema/files'
import { changed, scenarios } from './scenarios'

const brain = readEstimate(exampleText('brain-scale')).ledger.scenario

const runOf = (scenario: Scenario, options?: RunBarrierOptions): RunBarrier => {
  const run = runBarrier(scenario, options)
  if (E.isLeft(run)) throw new Error(run.left.message)
  return run.right
}

const inThermal = (run: RunBarrier): readonly number[] =>
  run.points.map(({ barrier }) => barrier.exact.div(run.thermal.exact).toNumber())

const trapezoid = (x: readonly number[], y: readonly number[]): number =>
  x.slice(1).reduce((sum, each, at) => sum + ((each - x[at]!) * (y[at + 1]! + y[at]!)) / 2, 0)

test('the mean is that of the ledger, and the static barrier is', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const ledger = estimate(scenario)
      if (E.isLeft(ledger)) throw new Error(ledger.left.message)
      const run = runOf(scenario, { points: 2 })
      const { meanMatchedBarrier, retentionBarrier } = ledger.right.intermediates
      expect(run.mean.exact.toString()).toBe(meanMatchedBarrier!.exact.toString())
      expect(run.retention.exact.toString()).toBe(retentionBarrier!.exact.toString())
    }),
    { numRuns: 30 }
  )
})

test('the barrier rises from the first update to the last, whose hop rates differ by the precision', () => {
  fc.assert(
    fc.property(scenarios, fc.integer({ min: 2, max: 40 }), (scenario, points) => {
      fc.pre(scenario.workload.convergence === 'exponential' || scenario.workload.convergence === 'powerLaw')
      const run = runOf(scenario, { points })
      const heights = inThermal(run)
      const b = scenario.workload.precision.value
      const scale = Math.max(1, heights.at(-1)!)
      heights.forEach((height, at) => {
        if (at > 0) expect(height).toBeGreaterThanOrEqual(heights[at - 1]! - 1e-9 * scale)
      })
      expect(run.points[0]!.update).toBe(1)
      expect(run.points.at(-1)!.update).toBeCloseTo(run.updates, 6)
      expect(Math.abs(heights.at(-1)! - heights[0]! - b * Math.LN2)).toBeLessThan(1e-9 * scale)
    }),
    { numRuns: 60 }
  )
})

test('at the barrier of the first update the memory hops at the rate of the updates', () => {
  const { first, updates: n } = runOf(brain)
  const rate = arrheniusRate({
    temperature: brain.design.temperature,
    barrier: first,
    attemptRate: brain.design.memory.attemptRate
  })
  expect(E.isRight(rate) && rate.right.value / (n / brain.workload.duration.value)).toBeCloseTo(1, 10)
})

test.each(['exponential', 'powerLaw'] as const)(
  'the mean of the barriers of %s is the mean barrier',
  (convergence) => {
    // 2000 updates: a sum over all of them is a mean that needs no formula of the shape.
    const n = 2000
    const scenario = changed(brain, {
      workload: {
        convergence,
        parameters: parameters(1e6),
        updates: updates(1e6 * n),
        precision: bits(8),
        duration: seconds(1e-3)
      }
    })
    const run = runOf(scenario, { points: 4000 })
    const x = run.points.map(({ update }) => update)
    const y = inThermal(run)
    // Euler and Maclaurin: the sum over k is the integral, and half of both ends.
    const mean = (trapezoid(x, y) + (y[0]! + y.at(-1)!) / 2) / n
    const expected = run.mean.exact.div(run.thermal.exact).toNumber()
    expect(Math.abs(mean / expected - 1)).toBeLessThan(1e-3)
  }
)

test('steps that do not shrink have the barrier of the last at all updates', () => {
  const run = runOf(changed(brain, { workload: { convergence: 'constant' } }))
  const heights = inThermal(run)
  const mean = run.mean.exact.div(run.thermal.exact).toNumber()
  for (const height of heights) expect(height).toBeCloseTo(mean, 10)
  expect(run.first.exact.toString()).toBe(run.last.exact.toString())
})

test('of a measured shape only the ends and the mean are known', () => {
  const run = runOf(changed(brain, { workload: { convergence: { shape: one(0.25) } } }))
  expect(run.points).toEqual([])
  const [first, last, mean] = [run.first, run.last, run.mean].map(({ value }) => value) as [
    number,
    number,
    number
  ]
  expect((mean - first) / (last - first)).toBeCloseTo(0.25, 10)
})

describe('a recorded run', () => {
  const recorded = (steps: readonly number[]): Run =>
    runOfTrace({
      parameters: 2,
      updates: Float64Array.from(steps, () => 2),
      relativeStep: Float64Array.from(steps),
      macs: Float64Array.from(steps, () => 1),
      objective: Float64Array.from(steps, () => NaN)
    })

  test('has the barrier of each of its steps, where its updates have come to', () => {
    const run = runOf(brain, { run: recorded([1, 0.5, 0, 0.25]) })
    expect(run.convergence).toBe('measured')
    expect(run.points.map(({ update }) => update)).toEqual([1, 2, 3])
    const [a = 0, b = 0, c = 0] = inThermal(run)
    expect(b - a).toBeCloseTo(Math.LN2, 12)
    expect(c - b).toBeCloseTo(Math.LN2, 12)
    expect(run.updates).toBe(3)
  })

  test('has the mean of its barriers as its mean', () => {
    const run = runOf(brain, { run: recorded([1, 0.3, 0.7, 0.01]) })
    const heights = inThermal(run)
    const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length
    expect(run.mean.exact.div(run.thermal.exact).toNumber()).toBeCloseTo(mean, 9)
  })

  test('of any length has no more points than can be seen, and keeps the extremes', () => {
    const steps = Array.from({ length: 5000 }, (_, at) =>
      at === 0 ? 1 : at === 2500 ? 1e-6 : 0.9 ** (at / 100)
    )
    steps[4999] = 1e-3
    const run = runOf(brain, { run: recorded(steps) })
    expect(run.points.length).toBeLessThanOrEqual(512)
    const heights = inThermal(run)
    expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(6 * Math.LN10, 9)
    const updatesOf = run.points.map(({ update }) => update)
    expect(updatesOf).toEqual([...updatesOf].sort((a, b) => a - b))
  })

  test('whose steps do not shrink has no convergence, and that is the error', () => {
    const run = runBarrier(brain, { run: recorded([1, 1]) })
    expect(E.isLeft(run) && run.left.message).toBe(
      'runBarrier: the last step, 1, is as large as any before it'
    )
  })
})

test('updates faster than the attempt rate are an error that says so', () => {
  const run = runBarrier(changed(brain, { workload: { duration: seconds(1) } }))
  expect(E.isLeft(run) && run.left.message).toMatch(/^meanMatchedBarrier: requires .* ≤ f₀/)
})
