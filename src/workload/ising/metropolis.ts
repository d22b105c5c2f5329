/**
 * Single-spin Metropolis updates (Metropolis et al. 1953) that keep the field of every spin up to date:
 * a proposal costs one comparison, and only an accepted flip goes through its neighbours. This is how
 * the simulation saves time. A memory that computes in place has no such list: there each proposal
 * reads the couplings of its spin, and that is what is counted.
 */
import { fillUniform } from './random'
import type { IsingProblem } from './problem'
import { energyFrom, localFields } from './energy'

/** The spins of a run, and their energy. */
export interface Spins {
  readonly spins: Int8Array
  energy: number
}

/** The same with the fields that they feel. */
export interface SpinState extends Spins {
  /** h_i + Σ_j J_ij s_j. */
  readonly local: Float64Array
}

/** A state drawn uniformly. */
export const randomSpins = (problem: IsingProblem, random: Int32Array): SpinState => {
  const draws = new Float64Array(problem.spins)
  fillUniform(random, draws)
  const spins = Int8Array.from(draws, (draw) => (draw < 0.5 ? -1 : 1))
  const local = localFields(problem, spins)
  return { spins, local, energy: energyFrom(problem, spins, local) }
}

/** No draw is so small that it accepts a rise of this many temperatures: e^(−x) < 2⁻³³. */
export const hopeless = 33 * Math.LN2

/** Most rejections show without the exponential, as e^x > 1 + x + x²/2. */
export const isRejected = (x: number, draw: number): boolean => draw * (1 + x * (1 + 0.5 * x)) >= 1

/**
 * Whether a flip that costs x temperatures is accepted: draw < e^(−x). At temperature 0, x is infinite, or
 * NaN for a flip that is free.
 */
export const accepts = (x: number, draw: number): boolean => {
  if (!(x > 0)) return true
  if (x > hopeless || isRejected(x, draw)) return false
  return draw < Math.exp(-x)
}

/** One sweep: a proposal for each spin in turn. How many were accepted. */
export const sequentialSweep = (
  { spins: n, offsets, neighbours, couplings }: IsingProblem,
  state: SpinState,
  draws: Float64Array,
  temperature: number
): number => {
  const { spins, local } = state
  const beta = 1 / temperature
  let flips = 0
  let energy = state.energy
  for (let i = 0; i < n; i++) {
    const twice = 2 * spins[i]!
    const rise = twice * local[i]!
    if (!accepts(rise * beta, draws[i]!)) continue
    energy += rise
    flips++
    spins[i] = -spins[i]!
    for (let at = offsets[i]!, end = offsets[i + 1]!; at < end; at++)
      local[neighbours[at]!]! -= twice * couplings[at]!
  }
  state.energy = energy
  return flips
}
