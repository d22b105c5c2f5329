/** Sweeps in whole numbers: the run of float64, bit for bit. A rise of one temperature passes 2³²/e words. */
import fc from 'fast-check'
import { anneal } from '../../../src/workload/ising/annealing'
import { isingProblem, type IsingProblem } from '../../../src/workload/ising/problem'
import { accepts, randomSpins, sequentialSweep } from '../../../src/workload/ising/metropolis'
import { fillUniform, randomState } from '../../../src/workload/ising/random'
import { inJavaScript, inWholes, lastAccepted } from '../../../src/workload/ising/whole'
import { inWasm } from '../../../src/workload/ising/whole-wasm'
import { right } from '../../ledger/reference'
import { energyOf, exactValue, problems, randomGraph, torus } from './graphs'

const drawOf = (word: number): number => (word + 0.5) * 2 ** -32

/** Rises of all sizes: such that most words accept, or none. */
const rise = fc
  .tuple(fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -1074, max: 1023 }))
  .map(([mantissa, exponent]) => mantissa * 2 ** exponent)

test.each([
  ['of any size', rise],
  ['of some temperatures', fc.double({ min: 0.01, max: 24, noNaN: true })],
  ['whose answer rounding tells', fc.nat({ max: 40000 }).map((k) => (k + 0.5) * 2 ** -32)]
])('of rises %s, the last word that accepts does, and the next does not', (_, rises) => {
  fc.assert(
    fc.property(rises, (x) => {
      const last = lastAccepted(x)
      if (last >= 0) expect(accepts(x, drawOf(last))).toBe(true)
      if (last < 2 ** 32 - 1) expect(accepts(x, drawOf(last + 1))).toBe(false)
    }),
    { numRuns: 1000 }
  )
})

test('a rise of one temperature is accepted by words up to 1580030168', () => {
  expect(lastAccepted(1)).toBe(1580030168) // m + ½ < 2³²/e = 1580030168.702…
  expect(lastAccepted(Infinity)).toBe(-1)
})

/** All ways from one seed, and whether all agrees after each sweep. */
const compared = (problem: IsingProblem, seed: number, temperatures: readonly number[]): void => {
  const whole = inWholes(problem)!
  const random = randomState(seed)
  const state = randomSpins(problem, random)
  const others = [inJavaScript(whole), inWasm(whole, Infinity)!].map((run) => {
    const words = randomState(seed)
    return { run, words, inUnits: run.begin(randomSpins(problem, words)) }
  })
  const draws = new Float64Array(problem.spins)
  for (const temperature of temperatures) {
    fillUniform(random, draws)
    const flips = sequentialSweep(problem, state, draws, temperature)
    for (const { run, words, inUnits } of others) {
      expect(run.sweep(inUnits, words, temperature)).toBe(flips)
      expect(inUnits.spins).toEqual(state.spins)
      expect(inUnits.energy).toBe(state.energy)
      expect(Array.from(inUnits.felt, (field) => field * whole.unit)).toEqual(
        Array.from(state.local, (field) => field + 0)
      )
      expect(words).toEqual(random)
    }
  }
}

test('a run is that of float64, bit for bit, cold or hot', () => {
  const temperatures = fc.array(fc.oneof(fc.double({ min: 0.1, max: 30, noNaN: true }), fc.constant(0)), {
    maxLength: 8
  })
  fc.assert(
    fc.property(problems(exactValue, 12), fc.nat(), temperatures, (problem, seed, each) => {
      compared(problem, seed, [1e12, 1e9, ...each])
    })
  )
})

test.each([
  ['a torus', torus(20, 20, 1)],
  ['a random graph', randomGraph(200, 0.2, 3)]
])('so it is of %s', (_, problem) => {
  compared(
    problem,
    7,
    Array.from({ length: 100 }, (__, k) => 8 * 0.95 ** k)
  )
})

test('energies keep a constant that is no whole number, as float64 adds it', () => {
  compared({ ...torus(6, 6, 2), offset: 0.1 }, 5, [3, 1, 0.5])
})

test('a long run is the same where WebAssembly is forbidden, its last state too', () => {
  const problem = randomGraph(100, 0.2, 4)
  const run = () => right(anneal(problem, { seed: 2, sweeps: 2000, restarts: 2 }))
  const { WebAssembly } = globalThis as { readonly WebAssembly?: object }
  const [found, later] = [run(), run()]
  try {
    Object.assign(globalThis, { WebAssembly: undefined })
    for (const each of [found, later]) expect(each).toEqual(run())
  } finally {
    Object.assign(globalThis, { WebAssembly })
  }
  expect(energyOf(problem, found.last.spins)).toBe(found.last.energy)
})

describe('what is left to float64', () => {
  const pair = (value: number, field = 0): IsingProblem =>
    right(isingProblem({ spins: 2, couplings: [[0, 1, value]], fields: [field, 0] }))

  test.each([
    ['a tenth, which float64 has not', pair(0.1)],
    ['a field of an eighth', pair(1, 1 / 8)],
    ['what is larger than a table of answers', pair(5000)]
  ])('%s', (_, problem) => {
    expect(inWholes(problem)).toBeUndefined()
  })

  test('quarters, halves and whole numbers are not', () => {
    expect(inWholes(pair(3))?.unit).toBe(1)
    expect(inWholes(pair(3, 0.5))?.unit).toBe(0.5)
    expect(inWholes(pair(-0.75))?.unit).toBe(0.25)
  })
})
