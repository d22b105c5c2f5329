/** Annealing: finds what looking at all states finds, and records what it did. One bond: −|J|. */
import fc from 'fast-check'
import { anneal, type AnnealOptions } from '../../../src/workload/ising/annealing'
import { defaultEffort } from '../../../src/workload/ising/plan'
import { isingProblem, maxCut, mostSpins, type IsingProblem } from '../../../src/workload/ising/problem'
import { cutSize } from '../../../src/workload/ising/energy'
import { temperatureRange } from '../../../src/workload/ising/schedule'
import { left, right } from '../../ledger/reference'
import {
  couplingsOf,
  energyOf,
  exactValue,
  groundEnergy,
  problems,
  randomGraph,
  realValue,
  torus
} from './graphs'

const update = fc.constantFrom('sequential' as const, 'coloured' as const)
const seed = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const few = { sweeps: 30, restarts: 2 }

describe('the least energy of a tiny problem is found', () => {
  test.each([
    ['of multiples of ¼', exactValue],
    ['of all digits', realValue]
  ])('%s', (_, value) => {
    fc.assert(
      fc.property(problems(value, 9), update, seed, (problem, how, from) => {
        const { energy } = right(anneal(problem, { seed: from, update: how }))
        expect(Math.abs(energy - groundEnergy(problem))).toBeLessThan(1e-9)
      }),
      { numRuns: 25 }
    )
  })

  test.each(['sequential', 'coloured'] as const)('of a torus of 16 spins, %s', (how) => {
    for (const from of [1, 2, 3]) {
      const problem = torus(4, 4, from)
      expect(right(anneal(problem, { seed: from, update: how })).energy).toBe(groundEnergy(problem))
    }
  })

  test('under every schedule', () => {
    fc.assert(
      fc.property(problems(exactValue, 7), seed, (problem, from) => {
        if (temperatureRange(problem) === undefined) return
        for (const schedule of ['geometric', 'logarithmic', 'fowlerNordheim'] as const) {
          const found = anneal(problem, { seed: from, schedule, sweeps: 1000 })
          // A spin that stands alone with its field wants no cooling that a Fowler–Nordheim schedule has.
          if (found._tag === 'Right') expect(found.right.energy).toBe(groundEnergy(problem))
          else expect(schedule).toBe('fowlerNordheim')
        }
      }),
      { numRuns: 20 }
    )
  })
})

test('a torus that can be parted so that every edge is cut is so parted, from every seed', () => {
  const edges = torus(12, 10, 1)
  const couplings: (readonly [number, number, number])[] = []
  for (let i = 0; i < edges.spins; i++)
    for (const j of edges.neighbours.subarray(edges.offsets[i], edges.offsets[i + 1]))
      if (i < j) couplings.push([i, j, 1])
  const problem = right(maxCut({ nodes: edges.spins, edges: couplings }))
  for (const from of [1, 2, 3, 4]) expect(right(anneal(problem, { seed: from })).cut).toBe(couplings.length)
})

test('the optimum that a gauge hides is found: J = ξ_i ξ_j has the energy −Σ|J| at s = ξ', () => {
  const graph = randomGraph(100, 0.1, 5)
  const hidden = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? -1 : 1))
  const couplings: (readonly [number, number, number])[] = []
  for (let i = 0; i < graph.spins; i++)
    for (const j of graph.neighbours.subarray(graph.offsets[i], graph.offsets[i + 1]))
      if (i < j) couplings.push([i, j, hidden[i]! * hidden[j]!])
  const problem = right(isingProblem({ spins: 100, couplings }))
  expect(right(anneal(problem, { seed: 3, restarts: 5 })).energy).toBe(-couplings.length)
})

describe('a run is a function of its seed', () => {
  test('the same seed gives the same run, bit for bit', () => {
    fc.assert(
      fc.property(problems(realValue, 12), update, seed, (problem, how, from) => {
        const options: AnnealOptions = { seed: from, update: how, ...few }
        expect(anneal(problem, options)).toEqual(anneal(problem, options))
      }),
      { numRuns: 30 }
    )
  })

  test('another seed gives another, and so does another update', () => {
    const problem = torus(10, 10, 1)
    const of = (options: Partial<AnnealOptions>) =>
      right(anneal(problem, { seed: 1, ...few, ...options })).trace.objective
    for (const other of [2, 3, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER])
      expect(of({ seed: other })).not.toEqual(of({}))
    expect(of({ update: 'coloured' })).not.toEqual(of({}))
  })

  test('the unit of energy changes nothing', () => {
    fc.assert(
      fc.property(
        couplingsOf(8, exactValue),
        seed,
        fc.integer({ min: -20, max: 20 }),
        (given, from, power) => {
          const inUnit = (unit: number): IsingProblem =>
            right(isingProblem({ spins: 8, couplings: given.map(([i, j, value]) => [i, j, value * unit]) }))
          const one = right(anneal(inUnit(1), { seed: from, ...few }))
          const other = right(anneal(inUnit(2 ** power), { seed: from, ...few }))
          expect(other.trace.updates).toEqual(one.trace.updates)
          expect(other.energy).toBe(one.energy * 2 ** power)
        }
      )
    )
  })
})

describe('what is recorded', () => {
  const recorded = (check: (problem: IsingProblem, options: AnnealOptions) => void): void => {
    fc.assert(
      fc.property(problems(exactValue, 12), update, seed, (problem, how, from) => {
        check(problem, { seed: from, update: how, ...few })
      })
    )
  }

  test('the last energy of the trace is that of the last state, the least is that of the best', () => {
    recorded((problem, options) => {
      const { trace, last, spins, energy } = right(anneal(problem, options))
      expect(trace.objective.at(-1)).toBe(last.energy)
      expect(energyOf(problem, last.spins)).toBe(last.energy)
      expect(Math.min(...trace.objective)).toBe(energy)
      expect(energyOf(problem, spins)).toBe(energy)
    })
  })

  test('every sweep proposes each spin once, and a proposal reads each coupling of its spin', () => {
    recorded((problem, options) => {
      const { trace, proposals, reads } = right(anneal(problem, options))
      const sweeps = few.sweeps * few.restarts
      expect(trace.updates).toHaveLength(sweeps)
      expect(proposals).toBe(sweeps * problem.spins)
      expect(reads).toBe(sweeps * problem.couplings.length)
      expect(trace.macs.reduce((sum, each) => sum + each, 0)).toBe(reads)
      expect(trace.parameters).toBe(problem.spins)
    })
  })

  test('updates are accepted flips; steps are in proportion to them, the largest 1', () => {
    recorded((problem, options) => {
      const { trace, flips } = right(anneal(problem, options))
      const most = Math.max(...trace.updates)
      expect(trace.updates.reduce((sum, each) => sum + each, 0)).toBe(flips)
      trace.relativeStep.forEach((step, at) => {
        expect(step).toBeCloseTo(most === 0 ? 0 : trace.updates[at]! / most, 12)
      })
    })
  })

  test('the cut is of the best state, and none but a Max-Cut problem has one', () => {
    const { spins, cut } = right(anneal(torus(6, 6, 2), { seed: 1, ...few }))
    expect(cut).toBe(right(cutSize(torus(6, 6, 2), spins)))
    const other = right(isingProblem({ spins: 2, couplings: [[0, 1, 1]] }))
    expect(right(anneal(other, { seed: 1, ...few }))).not.toHaveProperty('cut')
  })

  test('the temperatures are those of the schedule', () => {
    const problem = torus(6, 6, 2)
    const { start, end } = temperatureRange(problem)!
    const of = (options: Partial<AnnealOptions>): Float64Array =>
      right(anneal(problem, { seed: 1, ...few, ...options })).temperatures
    for (const schedule of ['geometric', 'fowlerNordheim'] as const) {
      expect(of({ schedule })[0]).toBeCloseTo(start, 9)
      expect(of({ schedule }).at(-1)).toBeCloseTo(end, 9)
      expect(of({ schedule, start: 3, end: 0.5 })[0]).toBeCloseTo(3, 9)
      expect(of({ schedule, start: 3, end: 0.5 }).at(-1)).toBeCloseTo(0.5, 9)
    }
    expect(of({ schedule: 'logarithmic' }).at(-1)).toBeCloseTo(end, 9)
    expect(of({ schedule: (sweep) => sweep, sweeps: 4 })).toEqual(Float64Array.of(1, 2, 3, 4))
  })

  test('a start below the usual end, or an end above the usual start, moves the other along', () => {
    const of = (options: Partial<AnnealOptions>): Float64Array =>
      right(anneal(torus(6, 6, 2), { seed: 1, ...few, ...options })).temperatures
    expect(Array.from(of({ start: 0.01 }))).toEqual(Array.from({ length: few.sweeps }, () => 0.01))
    expect(Array.from(of({ end: 50 }))).toEqual(Array.from({ length: few.sweeps }, () => 50))
  })
})

describe('what holds where nothing is said', () => {
  test('the effort stays within its bounds for every number of spins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostSpins }), (spins) => {
        const { sweeps, restarts } = defaultEffort(spins)
        expect(restarts).toBeGreaterThanOrEqual(1)
        expect(restarts).toBeLessThanOrEqual(20)
        expect(sweeps).toBeGreaterThanOrEqual(Math.min(100 * spins, 1000))
        expect(sweeps).toBeLessThanOrEqual(10000)
        if (spins <= 150000) expect(sweeps * restarts * spins).toBeLessThanOrEqual(1.5e8)
      })
    )
  })

  test('a problem that no spin feels is annealed too', () => {
    const problem = right(isingProblem({ spins: 3, couplings: [] }))
    expect(right(anneal(problem, { seed: 1 })).energy).toBe(0)
  })
})

describe('what cannot be is refused, all of it at once', () => {
  const problem = torus(4, 4, 1)
  test.each<[Partial<AnnealOptions>, string]>([
    [{ seed: -1 }, 'seed: expected a whole number from 0 to 9007199254740991, got -1'],
    [{ seed: 0.5 }, 'seed: expected a whole number from 0 to 9007199254740991, got 0.5'],
    [{ seed: NaN }, 'seed: expected a whole number from 0 to 9007199254740991, got NaN'],
    [{ sweeps: 0 }, 'sweeps: expected a whole number from 1 to 10000000, got 0'],
    [{ sweeps: 1e6, restarts: 11 }, 'restarts: expected a whole number from 1 to 10, got 11'],
    [{ restarts: 0, sweeps: 10 }, 'restarts: expected a whole number from 1 to 1000000, got 0'],
    [{ start: 0 }, 'start: expected a positive temperature, got 0'],
    [{ end: Infinity }, 'end: expected a positive temperature, got Infinity'],
    [{ start: 1, end: 2 }, 'end: expected a temperature not above the start, 1, got 2'],
    [{ schedule: () => 1, end: 2 }, 'end: expected none beside a schedule of your own, got 2'],
    [{ schedule: (k) => 3 - k, sweeps: 5 }, 'schedule: expected a temperature in [0, ∞), got -1 at sweep 4'],
    [{ schedule: () => NaN }, 'schedule: expected a temperature in [0, ∞), got NaN at sweep 1'],
    [
      { schedule: 'logarithmic', start: 2 },
      'start: expected none: a logarithmic schedule follows from its end and the sweeps, got 2'
    ],
    [
      { schedule: 'fowlerNordheim', start: 20, end: 1, sweeps: 20 },
      'sweeps: expected more than the start over the end, 20, and that above 1, for a Fowler–Nordheim schedule, got 20'
    ],
    [{ update: 'parallel' as 'coloured' }, 'update: expected one of sequential, coloured, got "parallel"'],
    [
      { schedule: 'linear' as 'geometric' },
      'schedule: expected one of geometric, logarithmic, fowlerNordheim, got "linear"'
    ]
  ])('%p', (options, message) => {
    expect(left(anneal(problem, { seed: 1, ...options })).message).toBe(`anneal: ${message}`)
  })

  test('two slips are two problems', () => {
    expect(left(anneal(problem, { seed: -1, sweeps: 0 })).problems).toHaveLength(2)
  })
})
