/**
 * The states of a physical memory and the hops between them: a ladder of rungs (a bit is a ladder of two), spins,
 * several ladders at once. Energies and barriers are in kT, times in attempts (1/f₀) throughout the exact methods.
 */

/** States, and the pairs of them between which a hop leads. */
export interface Space {
  readonly states: number
  /** The one end of each edge, and the other. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Ladders side by side, each of so many rungs: state Σ_i x_i·Π_{j<i} rungs_j. */
export const ladders = (...rungs: readonly number[]): Space => {
  const states = rungs.reduce((product, each) => product * each, 1)
  const edges = rungs.reduce((sum, each) => sum + states - states / each, 0)
  const from = new Int32Array(edges)
  const to = new Int32Array(edges)
  let edge = 0
  let stride = 1
  for (const length of rungs) {
    for (let state = 0; state < states; state++)
      if (Math.floor(state / stride) % length < length - 1) {
        from[edge] = state
        to[edge] = state + stride
        edge++
      }
    stride *= length
  }
  return { states, from, to }
}

/** A memory of one parameter. */
export const ladder = (rungs: number): Space => ladders(rungs)

/** So many cells of two states: spin i of state x is bit i of x. */
export const spins = (count: number): Space => ladders(...Array.from({ length: count }, () => 2))

/** Whether a temperature in kelvin, or a rate in hertz, leaves all digits to what is counted in kT and attempts. */
export const isCountable = (value: number): boolean => value >= 1e-250 && value <= 1e250

/** What `isCountable` asks for. */
export const countable = {
  temperature: 'a temperature from 1e-250 to 1e250 K',
  rate: 'a rate from 1e-250 to 1e250 Hz'
}

/** Some time in which the energies of the states and the barrier of every edge stand. */
export interface Segment {
  /** Its duration times the attempt rate. */
  readonly attempts: number
  /** Of each state, in kT. */
  readonly energies: ArrayLike<number>
  /** In kT. */
  readonly barrier: number
}

/**
 * The rate of a hop that raises the energy by `rise`, in attempts: e^(−(B_e + rise/2)) over an edge barrier
 * B_e = max(B, |rise|/2), which is never below the higher of its ends; so at most 1.
 */
export const hopRate = (barrier: number, rise: number): number =>
  Math.exp(-(Math.max(barrier, Math.abs(rise) / 2) + rise / 2))
