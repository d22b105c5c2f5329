/** A trace tells how often a memory was written and how its steps shrank: σ = mean ln(1/α) / ln(1/α_n). */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { exponentialShape, powerLawShape } from '../../src/physics/update'
import { updates } from '../../src/units/si'
import { recorder } from '../../src/workload/recorder'
import { measuredConvergence, noSteps, summaryOf, withStep, type TraceStep } from '../../src/workload/trace'
import { right } from '../ledger/reference'

const step = (relativeStep: number, more: Partial<TraceStep> = {}): TraceStep => ({
  updates: 1,
  relativeStep,
  macs: 0,
  objective: NaN,
  ...more
})

const summarised = (steps: readonly TraceStep[]) => steps.reduce(withStep, noSteps)

const shapeOf = (sizes: readonly number[]): number =>
  right(measuredConvergence(summarised(sizes.map((size) => step(size))))).shape

const sizes = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })

describe('the shape of steps', () => {
  test('that shrink by a constant factor is ½, as of exponentialShape', () => {
    const n = 400
    const steps = Array.from({ length: n }, (_, k) => 2 ** ((-10 * k) / (n - 1)))
    expect(shapeOf(steps)).toBeCloseTo(right(exponentialShape({ updates: updates(n) })).value, 12)
  })

  test('that shrink as a power of their number is ln n!/(n ln n), as of powerLawShape', () => {
    for (const [n, power] of [
      [10, 1],
      [1000, 0.5]
    ] as const) {
      const steps = Array.from({ length: n }, (_, k) => (k + 1) ** -power)
      expect(shapeOf(steps)).toBeCloseTo(right(powerLawShape({ updates: updates(n) })).value, 12)
    }
  })

  test('that are small from the second on nears 1', () => {
    expect(shapeOf([1, ...Array.from({ length: 999 }, () => 0.01)])).toBeCloseTo(0.999, 12)
  })

  test('lies in [0, 1] wherever there is one, whatever the steps', () => {
    fc.assert(
      fc.property(sizes, (some) => {
        const found = measuredConvergence(summarised([...some, Math.min(...some)].map((size) => step(size))))
        if (E.isLeft(found)) return
        expect(found.right.shape).toBeGreaterThanOrEqual(0)
        expect(found.right.shape).toBeLessThanOrEqual(1)
      })
    )
  })

  test('does not depend on the unit of the steps', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (some, unit) => {
        const steps = [2, ...some, Math.min(...some) / 2]
        expect(shapeOf(steps.map((size) => size * unit))).toBeCloseTo(shapeOf(steps), 9)
      })
    )
  })

  test('counts a step as often as it updates a parameter', () => {
    const weighed = summarised([step(1, { updates: 3 }), step(0.5), step(0.25, { updates: 2 })])
    expect(right(measuredConvergence(weighed)).shape).toBeCloseTo(shapeOf([1, 1, 1, 0.5, 0.25, 0.25]), 12)
  })
})

describe('the precision', () => {
  test('is the last step relative to the largest, in bit', () => {
    const steps = [0.5, 4, 1, 0.25].map((size) => step(size))
    expect(right(measuredConvergence(summarised(steps))).precision).toBeCloseTo(4, 12)
  })

  test('is that of the last step which moved something', () => {
    const steps = [step(1), step(0.25), step(0), step(0.125, { updates: 0 })]
    expect(right(measuredConvergence(summarised(steps))).precision).toBeCloseTo(2, 12)
  })

  test('is none where nothing moved, and the answer says so', () => {
    expect(measuredConvergence(summarised([step(0), step(1, { updates: 0 })]))).toMatchObject({
      left: { message: 'no step moved anything' }
    })
  })

  test('is none where the steps do not end smaller than they were', () => {
    expect(E.isLeft(measuredConvergence(summarised([1, 0.1, 0.1, 0.1, 0.2].map((size) => step(size)))))).toBe(
      true
    )
    for (const steps of [[1], [1, 1], [0.5, 1]])
      expect(measuredConvergence(summarised(steps.map((size) => step(size))))).toMatchObject({
        left: { message: 'the last step, 1, is as large as any before it' }
      })
    expect(measuredConvergence(summarised([1, 0.001, 0.001, 0.5].map((size) => step(size))))).toMatchObject({
      left: { message: 'the last step, 0.5, is larger than the mean before it, 0.02659' }
    })
  })
})

describe('the counts', () => {
  test('are sums over the steps; what moved nothing counts no update, but its reads', () => {
    const steps = [
      step(1, { updates: 5, macs: 10 }),
      step(0, { updates: 5, macs: 10 }),
      step(0.5, { macs: 7 })
    ]
    expect(summarised(steps)).toMatchObject({ steps: 3, updates: 6, macs: 27, still: 1 })
  })

  test('of reads that were not recorded are unknown', () => {
    expect(summarised([step(1, { macs: 3 }), step(0.5, { macs: NaN })]).macs).toBeNaN()
  })

  test('hold the first, the last and the lowest objective that was told', () => {
    const steps = [NaN, 5, 2, NaN, 3, NaN].map((objective) => step(1, { objective }))
    expect(summarised(steps)).toMatchObject({ firstObjective: 5, lastObjective: 3, lowestObjective: 2 })
    expect(summarised([step(1)]).lowestObjective).toBeNaN()
  })
})

describe('a recorded run', () => {
  test('is what was recorded, its steps relative to the largest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (length) => {
        const { record, finish } = recorder(7)
        for (let at = 0; at < length; at++) record(at, length - at, 2 * at, -at)
        const trace = finish()
        expect(trace.parameters).toBe(7)
        expect(trace.updates).toHaveLength(length)
        const last = length - 1
        expect(trace.updates[last]).toBe(last)
        expect(trace.macs[last]).toBe(2 * last)
        expect(trace.objective[last]).toBe(-last)
        expect(trace.relativeStep[0]).toBe(1)
        expect(trace.relativeStep[last]).toBe(1 / length)
      }),
      { numRuns: 20 }
    )
  })

  test('has the summary of its steps', () => {
    const { record, finish } = recorder(2)
    record(2, 8, 4, 3)
    record(1, 4, 4, 2)
    record(2, 2, 4, 1)
    expect(summaryOf(finish())).toMatchObject({
      steps: 3,
      updates: 5,
      macs: 12,
      largestStep: 1,
      lastStep: 0.25,
      lastObjective: 1
    })
  })

  test('in which nothing moved has steps of size 0, and no number that is none', () => {
    const { record, finish } = recorder(1)
    record(0, 0, 1, 1)
    expect(finish().relativeStep).toEqual(Float64Array.of(0))
  })
})
