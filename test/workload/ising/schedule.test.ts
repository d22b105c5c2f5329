/** Schedules: temperatures in the unit of the energy, k = 1. T₁ = c/ln 2 of a logarithmic one. */
import fc from 'fast-check'
import { isingProblem } from '../../../src/workload/ising/problem'
import {
  fowlerNordheimOver,
  fowlerNordheimSchedule,
  geometricSchedule,
  logarithmicSchedule,
  temperatureRange
} from '../../../src/workload/ising/schedule'
import { right } from '../../ledger/reference'
import { couplingsOf, exactValue, problems, randomGraph, realValue, torus } from './graphs'

const sweeps = fc.integer({ min: 3, max: 100000 })
const end = fc.double({ min: 1e-3, max: 1e3, noNaN: true })

/** How far two values are apart, relative to the second. */
const apart = (value: number, from: number): number => Math.abs(value / from - 1)

test('a geometric schedule goes from start to end, each step by the same factor', () => {
  fc.assert(
    fc.property(sweeps, end, fc.double({ min: 1, max: 1e4, noNaN: true }), (n, last, ratio) => {
      const at = geometricSchedule({ start: last * ratio, end: last, sweeps: n })
      expect(at(1)).toBe(last * ratio)
      expect(apart(at(n), last)).toBeLessThan(1e-12)
      expect(apart(at(2) / at(1), at(n) / at(n - 1))).toBeLessThan(1e-9)
    })
  )
})

test('a single sweep is at the start', () => {
  expect(geometricSchedule({ start: 3, end: 1, sweeps: 1 })(1)).toBe(3)
})

test('a logarithmic schedule times ln(1 + k) is its depth', () => {
  fc.assert(
    fc.property(end, fc.integer({ min: 1, max: 1e9 }), (depth, k) => {
      expect(apart(logarithmicSchedule({ depth })(k) * Math.log(1 + k), depth)).toBeLessThan(1e-12)
    })
  )
})

test('under a logarithmic schedule the rate of hops over its depth is a power of the sweep', () => {
  // e^(−c/T_k) = 1/(1 + k): the Arrhenius rate that physics calls the power-law shape.
  fc.assert(
    fc.property(end, fc.integer({ min: 1, max: 1e9 }), (depth, k) => {
      expect(apart(Math.exp(-depth / logarithmicSchedule({ depth })(k)), 1 / (1 + k))).toBeLessThan(1e-12)
    })
  )
})

test('a Fowler–Nordheim schedule falls like A/t at first, and like A/(C ln t) in the end', () => {
  const at = fowlerNordheimSchedule({ a: 5, c: 1e6 })
  expect(apart(at(1), 5)).toBeLessThan(1e-6)
  expect(apart(at(10), 0.5)).toBeLessThan(1e-5)
  const late = fowlerNordheimSchedule({ a: 5, c: 1e-3 })
  expect(apart(late(1e9) / late(1e6), Math.log(1e9) / Math.log(1e12))).toBeLessThan(1e-9)
})

test('one that is fitted goes from start to end, and never up', () => {
  fc.assert(
    fc.property(sweeps, end, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, last, part) => {
      const ratio = 1.1 + (n - 1.2) * part ** 2 // above 1, and below the number of sweeps
      const at = fowlerNordheimOver({ start: last * ratio, end: last, sweeps: n })!
      expect(apart(at(1), last * ratio)).toBeLessThan(1e-9)
      expect(apart(at(n), last)).toBeLessThan(1e-9)
      for (const k of [1, 2, n >> 1, n - 1].filter((each) => each > 0 && each < n))
        expect(at(k + 1)).toBeLessThan(at(k))
    })
  )
})

test('none falls by as much as the number of sweeps, or stays', () => {
  expect(fowlerNordheimOver({ start: 10, end: 1, sweeps: 10 })).toBeUndefined()
  expect(fowlerNordheimOver({ start: 9.99, end: 1, sweeps: 10 })).toBeDefined()
  expect(fowlerNordheimOver({ start: 1, end: 1, sweeps: 10 })).toBeUndefined()
})

describe('where annealing begins and ends', () => {
  test('each neighbour of weight 1 adds 1 to the square of the start: √4 on a torus, 2J/ln n at its end', () => {
    const { start, end: last } = temperatureRange(torus(20, 10, 1))!
    expect(start).toBeCloseTo(2, 12)
    expect(last).toBeCloseTo(2 / Math.log(200), 12)
  })

  test('the start is the root mean square of the fields of random states', () => {
    const problem = randomGraph(60, 0.3, 4)
    const degree = problem.neighbours.length / problem.spins
    expect(temperatureRange(problem)!.start).toBeCloseTo(Math.sqrt(degree), 12)
  })

  test('it begins no lower than it ends', () => {
    fc.assert(
      fc.property(problems(realValue, 10), (problem) => {
        const range = temperatureRange(problem)
        if (range !== undefined) expect(range.start).toBeGreaterThanOrEqual(range.end)
      })
    )
  })

  test('the unit of energy is of no consequence', () => {
    const given = fc.record({
      couplings: couplingsOf(6, exactValue),
      fields: fc.array(exactValue, { minLength: 6, maxLength: 6 })
    })
    fc.assert(
      fc.property(given, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), ({ couplings, fields }, unit) => {
        const one = temperatureRange(right(isingProblem({ spins: 6, couplings, fields })))
        const other = temperatureRange(
          right(
            isingProblem({
              spins: 6,
              couplings: couplings.map(([i, j, value]) => [i, j, value * unit]),
              fields: fields.map((field) => field * unit)
            })
          )
        )
        if (one === undefined) return
        expect(apart(other!.start, one.start * unit)).toBeLessThan(1e-12)
        expect(apart(other!.end, one.end * unit)).toBeLessThan(1e-12)
      })
    )
  })

  test('a problem that no spin feels has neither', () => {
    expect(temperatureRange(right(isingProblem({ spins: 3, couplings: [[0, 1, 0]] })))).toBeUndefined()
  })
})
