/** The barrier of a memory that follows its optimiser. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { estimate } from '../../src/ledger/estimate'
import { runBarrier, type RunBarrier, type RunBarrierOptions } from '../../src/ledger/run-barrier'
import type { Scenario } from '../../src/ledger/scenario'
import { arrheniusRate } from '../../src/physics/memory'
import { bits, one, parameters, seconds, updates } from '../../src/units/si'
import { runOf as runOfTrace, type Run } from '../../src/workload/trace'
import { exampleText, readEstimate } from '../estimate/files'
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

test('over the barrier of the first update both rates of its tilted edge add to the hops of the first updates', () => {
  const slow = changed(brain, { design: { memory: { hopsPerUpdate: one(0.25) } } })
  const { first, updates: n } = runOf(slow)
  const ε = brain.design.errorProbability.value
  const rate = arrheniusRate({
    temperature: brain.design.temperature,
    barrier: first,
    attemptRate: brain.design.memory.attemptRate
  })
  const hops = E.isRight(rate) ? rate.right.value / Math.sqrt(ε * (1 - ε)) : NaN
  expect(hops / ((0.25 * n) / brain.workload.duration.value)).toBeCloseTo(1, 10)
})

test.each(['exponential', 'powerLaw'] as const)(
  'the mean of the barriers of %s over hops is the mean barrier',
  (convergence) => {
    // 2000 updates: a sum over all their hops is a mean that needs no formula of the shape.
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
    // A step has as many hops as it is large, and the barrier grows by the logarithm of how small it is.
    const hops = y.map((height) => Math.exp(y[0]! - height))
    const mean =
      trapezoid(
        x,
        y.map((height, at) => height * hops[at]!)
      ) / trapezoid(x, hops)
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
  const convergence = { meanStep: one(0.1), shape: one(0.25), stepRange: bits(3) }
  const run = runOf(changed(brain, { workload: { convergence } }))
  expect(run.points).toEqual([])
  expect(run.last.exact.minus(run.first.exact).div(run.thermal.exact).toNumber()).toBeCloseTo(
    3 * Math.LN2,
    12
  )
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

  test('has the mean of its barriers over its hops as its mean', () => {
    const steps = [1, 0.3, 0.7, 0.01]
    const run = runOf(brain, { run: recorded(steps) })
    const heights = inThermal(run)
    const sum = (of: readonly number[]) => of.reduce((all, each) => all + each, 0)
    const mean = sum(heights.map((height, at) => height * steps[at]!)) / sum(steps)
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

  test('whose steps do not shrink has one barrier', () => {
    const run = runOf(brain, { run: recorded([1, 1, 1]) })
    expect(inThermal(run)).toEqual(Array(3).fill(run.mean.exact.div(run.thermal.exact).toNumber()))
    expect([run.first, run.last].map(({ exact }) => exact.toString())).toEqual(
      Array(2).fill(run.mean.exact.toString())
    )
  })

  test('counts its updates by parameter or by step; uncounted, they are spread over those of the ledger', () => {
    const of = recorded([1, 0.5, 0.25])
    const updatesOf = (run: Run) => runOf(brain, { run }).points.map(({ update }) => update)
    expect(updatesOf({ ...of, counted: 'parameters', parameters: 4 })).toEqual([0.5, 1, 1.5])
    expect(updatesOf({ ...of, counted: 'steps', parameters: 4 })).toEqual([2, 4, 6])
    const { updates: n } = runOf(brain)
    const spread = updatesOf({ ...of, counted: 'unknown', parameters: 4 })
    spread.forEach((update, at) => {
      expect(update / n).toBeCloseTo((at + 1) / 3, 12)
    })
    expect(runOf(brain, { run: { ...of, counted: 'unknown' } }).updates / n).toBeCloseTo(1, 12)
  })

  test('that moved nothing has none, and that is the error', () => {
    const run = runBarrier(brain, { run: recorded([0, 0]) })
    expect(E.isLeft(run) && run.left.message).toBe(
      'runBarrier: expected a run that moves something: no step moved anything'
    )
  })
})

test('of a little more than one update there are both ends', () => {
  const of = changed(brain, { workload: { convergence: 'exponential', updates: updates(1.5e15) } })
  const { points, last } = runOf(of)
  expect(points[0]!.update).toBe(1)
  expect(points.at(-1)!.update).toBeCloseTo(1.5, 12)
  expect(points.at(-1)!.barrier.exact.div(last.exact).toNumber()).toBeCloseTo(1, 12)
})

test('of one update or less there is but the first', () => {
  for (const each of [1, 0.5]) {
    const of = changed(brain, { workload: { convergence: 'exponential', updates: updates(each * 1e15) } })
    const { points, first } = runOf(of)
    expect(points.map(({ update, barrier }) => [update, barrier.exact.toString()])).toEqual([
      [1, first.exact.toString()]
    ])
  }
})

test('updates faster than the attempt rate are an error that says so', () => {
  const run = runBarrier(changed(brain, { workload: { duration: seconds(1) } }))
  expect(E.isLeft(run) && run.left.message).toMatch(/^meanMatchedBarrier: requires .* ≤ f₀/)
})
