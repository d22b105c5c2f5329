/** A trace tells how often a memory was written and how its steps shrank: b = log₂(largest/smallest), ᾱ = mean α, σ a mean over hops. */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import {
  exponentialMeanStep,
  exponentialShape,
  powerLawMeanStep,
  powerLawShape
} from '../../src/physics/update'
import { bits, updates } from '../../src/units/si'
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

const measured = (sizes: readonly number[]) =>
  right(measuredConvergence(summarised(sizes.map((size) => step(size)))))

/** The same from all steps at once, in the words of the definition: steps of size 0 are none. */
const defined = (sizes: readonly number[]) => {
  const moved = sizes.filter((size) => size > 0)
  const largest = Math.max(...moved)
  const precision = Math.log2(largest / Math.min(...moved))
  const relative = moved.map((size) => size / largest)
  const hops = relative.reduce((sum, α) => sum + α, 0)
  const weighed = relative.reduce((sum, α) => sum + α * Math.log(1 / α), 0)
  return {
    precision,
    meanStep: hops / moved.length,
    shape: precision === 0 ? 0 : weighed / (hops * precision * Math.LN2)
  }
}

const sizes = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })

/** Steps whose α at x in [0, 1] is given, at the middle of so many slots. */
const shrinking = (n: number, α: (x: number) => number): readonly number[] =>
  Array.from({ length: n }, (_, k) => α((k + 0.5) / n))

describe('the convergence of steps', () => {
  test('is what its definition says, step by step, whatever the steps', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 3 }), (some, still) => {
        const found = measured([...some, ...Array<number>(still).fill(0)])
        const expected = defined(some)
        expect(found.precision).toBeCloseTo(expected.precision, 9)
        expect(found.meanStep).toBeCloseTo(expected.meanStep, 9)
        // Of steps that differ by rounding alone the shape is a quotient of next to nothing.
        if (expected.precision > 1e-3) expect(found.shape).toBeCloseTo(expected.shape, 9)
      })
    )
  })

  test('of 1, ½, ½, ¼ is 2 bit, a mean step of 9/16 and a shape of 1/3', () => {
    // Σ α = 9/4, Σ α ln(1/α) = (½ + ½ + ½) ln 2.
    expect(measured([1, 0.5, 0.5, 0.25])).toEqual({
      precision: expect.closeTo(2, 12) as number,
      meanStep: expect.closeTo(9 / 16, 12) as number,
      shape: expect.closeTo(1.5 / (2.25 * 2), 12) as number
    })
  })

  test('of steps that shrink by a constant factor has the figures of exponentialMeanStep and exponentialShape', () => {
    const b = 10
    const { precision, meanStep, shape } = measured([1, ...shrinking(1e5, (x) => 2 ** (-b * x)), 2 ** -b])
    expect(precision).toBeCloseTo(b, 9)
    expect(meanStep).toBeCloseTo(right(exponentialMeanStep({ precision: bits(b) })).value, 4)
    expect(shape).toBeCloseTo(right(exponentialShape({ precision: bits(b) })).value, 4)
  })

  test('of steps that shrink as a power of their number has those of powerLawMeanStep and powerLawShape', () => {
    for (const [n, power] of [
      [100, 1],
      [1000, 0.5]
    ] as const) {
      const b = power * Math.log2(n)
      const k = (x: number): number => 1 + (n - 1) * x
      const { meanStep, shape } = measured([1, ...shrinking(1e5, (x) => k(x) ** -power), n ** -power])
      const of = { precision: bits(b), updates: updates(n) }
      expect(meanStep).toBeCloseTo(right(powerLawMeanStep(of)).value, 4)
      expect(shape).toBeCloseTo(right(powerLawShape(of)).value, 3)
    }
  })

  test('counts hops, not steps: a run of small steps after a large one has most of its hops at first', () => {
    const { meanStep, shape } = measured([1, ...Array.from({ length: 999 }, () => 1e-6)])
    expect(meanStep).toBeCloseTo(1e-3, 5)
    expect(shape).toBeCloseTo(0.999e-3, 5)
  })

  test('has a mean step in (0, 1] and a shape in [0, 1]', () => {
    fc.assert(
      fc.property(sizes, (some) => {
        const { meanStep, shape, precision } = measured(some)
        expect(precision).toBeGreaterThanOrEqual(0)
        expect(meanStep > 0 && meanStep <= 1).toBe(true)
        expect(shape >= 0 && shape <= 1).toBe(true)
      })
    )
  })

  test('does not depend on the unit of the steps, nor on their order', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (some, unit) => {
        const steps = [2, ...some, Math.min(...some) / 2]
        const [of, other] = [measured(steps), measured(steps.map((size) => size * unit).reverse())]
        for (const name of ['precision', 'meanStep', 'shape'] as const)
          expect(other[name]).toBeCloseTo(of[name], 9)
      })
    )
  })

  test('counts a step as often as it updates a parameter', () => {
    const weighed = summarised([step(1, { updates: 3 }), step(0.5), step(0.25, { updates: 2 })])
    expect(right(measuredConvergence(weighed))).toEqual(measured([1, 1, 1, 0.5, 0.25, 0.25]))
  })
})

describe('how far steps shrink', () => {
  test('is the largest over the smallest, in bit, wherever they are', () => {
    expect(measured([0.5, 4, 0.25, 1]).precision).toBeCloseTo(4, 12)
  })

  test('is of steps which moved something', () => {
    const steps = [step(1), step(0.25), step(0), step(0.125, { updates: 0 })]
    expect(right(measuredConvergence(summarised(steps))).precision).toBeCloseTo(2, 12)
  })

  test('is nothing where they are all of one size: that is no annealing, and no mistake', () => {
    for (const steps of [[1], [1, 1], [0.3, 0.3, 0, 0.3]])
      expect(measured(steps)).toEqual({ precision: 0, meanStep: 1, shape: 0 })
  })

  test('is as far where they grow: 1, ½ and ½, 1 are one run of hops', () => {
    expect(measured([0.5, 1])).toEqual(measured([1, 0.5]))
  })

  test('is none where nothing moved, and the answer says so', () => {
    for (const steps of [[step(0), step(1, { updates: 0 })], []])
      expect(measuredConvergence(summarised(steps))).toEqual(
        E.left({ _tag: 'NoConvergence', message: 'no step moved anything' })
      )
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

test('steps as far apart as float64 has them are a finite number of bits apart', () => {
  const { precision } = measured([1e300, 1e-300])
  expect(precision).toBeCloseTo(600 * Math.log2(10), 6)
})

test('steps that are too large to be added up have no convergence', () => {
  const read = measuredConvergence(summarised([step(1e308), step(1e308), step(1)]))
  expect(E.isLeft(read) && read.left.message).toBe('the steps are too large to be added up')
})
