/** Single-spin updates: what is kept is what would be counted anew, and the balance is Boltzmann's. */
import fc from 'fast-check'
import { anneal } from '../../../src/workload/ising/annealing'
import { colouredSweep, colouring } from '../../../src/workload/ising/colouring'
import { isingProblem, type IsingProblem } from '../../../src/workload/ising/problem'
import { localFields } from '../../../src/workload/ising/energy'
import { accepts, randomSpins, sequentialSweep, type SpinState } from '../../../src/workload/ising/metropolis'
import { fillUniform, randomState } from '../../../src/workload/ising/random'
import { right } from '../../ledger/reference'
import { energyOf, exactValue, problems, realValue, states, uniforms } from './graphs'

type Sweep = (state: SpinState, draws: Float64Array, temperature: number) => number

const variants: readonly (readonly ['sequential' | 'coloured', (problem: IsingProblem) => Sweep])[] = [
  [
    'sequential',
    (problem) => (state, draws, temperature) => sequentialSweep(problem, state, draws, temperature)
  ],
  [
    'coloured',
    (problem) => {
      const colours = colouring(problem)
      const accepted = new Int32Array(problem.spins)
      return (state, draws, temperature) =>
        colouredSweep(problem, colours, state, draws, temperature, accepted)
    }
  ]
]

test('a rise of x temperatures is accepted with probability e^(−x)', () => {
  const draw = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((word) => (word + 0.5) / 2 ** 32)
  fc.assert(
    fc.property(fc.double({ min: -5, max: 40, noNaN: true }), draw, (x, u) => {
      const probability = Math.exp(-x)
      // Within rounding of the probability either answer is one.
      if (Math.abs(u / probability - 1) > 1e-12) expect(accepts(x, u)).toBe(u < probability)
    }),
    { numRuns: 2000 }
  )
})

test('nothing rises at temperature 0, and a flip that is free is made', () => {
  expect(accepts(1 * (1 / 0), 2 ** -33)).toBe(false)
  expect(accepts(0 * (1 / 0), 1 - 2 ** -33)).toBe(true)
  expect(accepts(-1 * (1 / 0), 1 - 2 ** -33)).toBe(true)
})

describe.each(variants)('%s', (update, sweepOf) => {
  const run = (
    problem: IsingProblem,
    seed: number,
    check: (state: SpinState, flips: number, before: Int8Array) => void
  ) => {
    const random = randomState(seed)
    const state = randomSpins(problem, random)
    const draws = new Float64Array(problem.spins)
    const sweep = sweepOf(problem)
    for (const temperature of [5, 2, 1, 0.5, 0]) {
      fillUniform(random, draws)
      const before = state.spins.slice()
      check(state, sweep(state, draws, temperature), before)
    }
  }

  test('fields and energy that are kept are those counted anew', () => {
    fc.assert(
      fc.property(problems(exactValue, 12), fc.nat(), (problem, seed) => {
        run(problem, seed, ({ spins, local, energy }) => {
          expect(local.map((field) => field + 0)).toEqual(
            localFields(problem, spins).map((field) => field + 0)
          )
          expect(energy).toBe(energyOf(problem, spins))
        })
      })
    )
  })

  test('but for rounding, where float64 does not add exactly', () => {
    fc.assert(
      fc.property(problems(realValue, 12), fc.nat(), (problem, seed) => {
        run(problem, seed, ({ spins, local, energy }) => {
          localFields(problem, spins).forEach((field, i) => {
            expect(Math.abs(local[i]! - field)).toBeLessThan(1e-11)
          })
          expect(Math.abs(energy - energyOf(problem, spins))).toBeLessThan(1e-10)
        })
      })
    )
  })

  test('the flips of a sweep are the spins that differ after it', () => {
    fc.assert(
      fc.property(problems(exactValue, 12), fc.nat(), (problem, seed) => {
        run(problem, seed, ({ spins }, flips, before) => {
          expect(flips).toBe(spins.filter((spin, i) => spin !== before[i]).length)
        })
      })
    )
  })

  test('at temperature 0 the energy never rises', () => {
    fc.assert(
      fc.property(problems(realValue, 10), fc.nat(), (problem, seed) => {
        const { trace } = right(anneal(problem, { seed, update, schedule: () => 0, sweeps: 20, restarts: 1 }))
        trace.objective.slice(1).forEach((energy, at) => {
          expect(energy).toBeLessThanOrEqual(trace.objective[at]! + 1e-10)
        })
      })
    )
  })

  /** Couplings and fields between −1 and 1, of five spins that are all coupled. */
  const glass = (seed: number): IsingProblem => {
    const draw = uniforms(seed)
    const five = [0, 1, 2, 3, 4]
    const couplings = five.flatMap((j) => five.slice(0, j).map((i) => [i, j, 2 * draw() - 1] as const))
    return right(isingProblem({ spins: 5, couplings, fields: five.map(() => 2 * draw() - 1) }))
  }

  /** Σ H e^(−H/T) / Σ e^(−H/T), over all states. */
  const boltzmannMean = (problem: IsingProblem, temperature: number): number => {
    const energies = states(problem.spins).map((state) => energyOf(problem, state))
    const weights = energies.map((energy) => Math.exp(-energy / temperature))
    return (
      energies.reduce((sum, energy, at) => sum + energy * weights[at]!, 0) /
      weights.reduce((sum, weight) => sum + weight, 0)
    )
  }

  /** Mean energy of many sweeps at one temperature, and its standard error from means of batches. */
  const sampledMean = (problem: IsingProblem, temperature: number, seed: number) => {
    const [batches, length] = [200, 1000]
    const { trace } = right(
      anneal(problem, {
        seed,
        update,
        schedule: () => temperature,
        sweeps: (batches + 1) * length,
        restarts: 1
      })
    )
    const means = Array.from({ length: batches }, (_, batch) => {
      const energies = trace.objective.subarray((batch + 1) * length, (batch + 2) * length)
      return energies.reduce((sum, energy) => sum + energy, 0) / length
    })
    const mean = means.reduce((sum, each) => sum + each, 0) / batches
    const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (batches - 1)
    return { mean, error: Math.sqrt(variance / batches) }
  }

  test.each([
    [1, 0.7],
    [2, 1],
    [3, 2],
    [4, 5]
  ])(
    'the mean energy of glass %i at T = %d is Boltzmann’s, within four standard errors',
    (seed, temperature) => {
      const problem = glass(seed)
      const { mean, error } = sampledMean(problem, temperature, seed)
      expect(Math.abs(mean - boltzmannMean(problem, temperature))).toBeLessThan(4 * error)
      // And the test tells a temperature that is a tenth higher.
      expect(Math.abs(mean - boltzmannMean(problem, 1.1 * temperature))).toBeGreaterThan(6 * error)
    }
  )
})
