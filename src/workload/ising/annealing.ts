/**
 * Simulated annealing of an Ising problem (Kirkpatrick, Gelatt & Vecchi 1983), and what its memory did.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { expecting } from '../../units/argument'
import { modelError, unfitInputs, type ModelError } from '../../reading/error'
import { colouredSweep, colouring } from './colouring'
import { annealOptions, planOf, type AnnealOptions } from './plan'
import { anIsingProblem, type IsingProblem } from './problem'
import { cutFrom, energyFrom, localFields } from './energy'
import { randomSpins, sequentialSweep, type Spins } from './metropolis'
import { fillUniform, randomState } from './random'
import { inJavaScript, inWholes } from './whole'
import { inWasm } from './whole-wasm'
import { recorder } from '../recorder'
import type { Trace } from '../trace'

export type { AnnealOptions }

/** What came of annealing, and what it took. Counts are of all runs together. @since 0.3.0 */
export interface Annealing {
  /**
   * A step for each sweep, of one run after the other: updates are accepted flips; macs the couplings
   * that proposals read; the step is the part of the proposals that was accepted, the rate at which
   * the memory hops; the objective is the energy after the sweep.
   *
   * A proposal needs the field of its spin, which a memory that computes in place reads as one product
   * per neighbour. That the simulation keeps the fields instead saves its time, not the hardware's reads.
   */
  readonly trace: Trace
  /** The best state after any sweep, +1 or −1 for each spin, and its energy. */
  readonly spins: Int8Array
  readonly energy: number
  /** Its cut, of a Max-Cut problem. */
  readonly cut?: number
  /** The state after the last sweep. */
  readonly last: { readonly spins: Int8Array; readonly energy: number }
  readonly proposals: number
  readonly flips: number
  readonly reads: number
  readonly seed: number
  readonly restarts: number
  readonly update: 'sequential' | 'coloured'
  /** The temperature of each sweep of a run. */
  readonly temperatures: Float64Array
}

/** The runs themselves. */
const runs = (
  problem: IsingProblem,
  { seed, update = 'sequential' }: AnnealOptions,
  temperatures: Float64Array,
  restarts: number
): Annealing => {
  const { spins: n, totalWeight } = problem
  const random = randomState(seed)
  const draws = new Float64Array(n)
  const accepted = new Int32Array(n)
  const colours = update === 'coloured' ? colouring(problem) : undefined
  const wholes = update === 'sequential' ? inWholes(problem) : undefined
  const whole = wholes && (inWasm(wholes, n * temperatures.length * restarts) ?? inJavaScript(wholes))
  /** A random state, and the sweep that moves it on. */
  const begin = (): { readonly state: Spins; readonly sweep: (temperature: number) => number } => {
    const state = randomSpins(problem, random)
    if (whole !== undefined) {
      const inUnits = whole.begin(state)
      return { state: inUnits, sweep: (temperature) => whole.sweep(inUnits, random, temperature) }
    }
    return {
      state,
      sweep: (temperature) => {
        fillUniform(random, draws)
        return colours === undefined
          ? sequentialSweep(problem, state, draws, temperature)
          : colouredSweep(problem, colours, state, draws, temperature, accepted)
      }
    }
  }
  const reads = problem.neighbours.length // every spin is proposed once, and reads each of its couplings
  const taken = recorder(n)
  const best = new Int8Array(n)
  let lowest = Infinity
  let flips = 0
  let { state, sweep } = begin()
  for (let run = 0; run < restarts; run++) {
    if (run > 0) ({ state, sweep } = begin())
    for (const temperature of temperatures) {
      const flipped = sweep(temperature)
      flips += flipped
      taken.record(flipped, flipped / n, reads, state.energy)
      if (state.energy < lowest) {
        lowest = state.energy
        best.set(state.spins)
      }
    }
  }
  const sweeps = temperatures.length * restarts
  // Counted anew, so that no rounding of many sums is in it.
  const energy = energyFrom(problem, best, localFields(problem, best))
  return {
    trace: taken.finish(),
    spins: best,
    energy,
    ...(totalWeight === undefined ? {} : { cut: cutFrom(totalWeight, energy) }),
    last: { spins: state.spins.slice(), energy: state.energy },
    proposals: sweeps * n,
    flips,
    reads: sweeps * reads,
    seed,
    restarts,
    update,
    temperatures
  }
}

/**
 * Anneals an Ising problem by single-spin Metropolis updates, and records what the memory did. Spins
 * are proposed one after the other, which balances globally at any one temperature, or all of a colour
 * at once, as a parallel memory does. The defaults follow from the size of the problem and the fields
 * its spins feel; they take seconds up to some thousand spins. A pure function of problem and options.
 *
 * Errors: a seed, a number of sweeps or a temperature out of range; a schedule that cannot reach the
 * temperatures asked for, or that gives one that is negative or not finite.
 *
 * @example
 * import { anneal, maxCut } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const triangle = maxCut({ nodes: 3, edges: [[0, 1, 1], [1, 2, 1], [0, 2, 1]] })
 * pipe(triangle, E.chain((problem) => anneal(problem, { seed: 1 })), E.map(({ cut }) => cut)) // right(2)
 * pipe(triangle, E.chain((problem) => anneal(problem, { seed: 0.5 })))
 * // left: anneal: seed: expected a whole number from 0 to 9007199254740991, got 0.5
 *
 * @since 0.3.0
 */
export const anneal = expecting(
  'anneal',
  { problem: anIsingProblem, options: annealOptions },
  (problem: IsingProblem, options: AnnealOptions): E.Either<ModelError, Annealing> =>
    pipe(
      planOf(problem, options),
      E.bimap(
        (problems) => modelError('anneal', problems),
        ({ temperatures, restarts }) => runs(problem, options, temperatures, restarts)
      )
    ),
  unfitInputs
)
