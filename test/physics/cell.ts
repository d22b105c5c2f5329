/**
 * A cell of two states, by its rates alone: it shares no formula with the models that it judges.
 * Times are in 1/f₀ and energies in kT; p is the probability of state 1.
 */

/** For a while, at fixed rates out of each state, of which none is above 1. */
export interface Segment {
  readonly duration: number
  /** Out of state 1, and into it. */
  readonly out: number
  readonly back: number
}

/** An energy of state 1 over state 0 behind a barrier: the rates that it makes, capped by the tilt. */
export const segment = (bias: number, barrier: number, duration: number): Segment => {
  const edge = Math.max(barrier, Math.abs(bias) / 2)
  return { duration, out: Math.exp(-(edge - bias / 2)), back: Math.exp(-(edge + bias / 2)) }
}

export interface Run {
  readonly p: number
  /** Heat to the bath: the energy that local detailed balance gives each jump, ln(out/back). */
  readonly heat: number
  /** Expected jumps, in both directions. */
  readonly jumps: number
}

/** A protocol, exactly: in a segment p relaxes exponentially. */
export const run = (initial: number, protocol: readonly Segment[]): Run =>
  protocol.reduce<Run>(
    ({ p, heat, jumps }, { duration, out, back }) => {
      const rate = out + back
      const settled = back / rate
      const left = (p - settled) * Math.exp(-rate * duration)
      const after = settled + left
      const meanTime = (p - settled - left) / rate // of what p is above its settled value
      return {
        p: after,
        heat: heat + (p - after) * Math.log(out / back),
        jumps: jumps + 2 * out * settled * duration + (out - back) * meanTime
      }
    },
    { p: initial, heat: 0, jumps: 0 }
  )

/** −x ln x − (1−x) ln(1−x). */
export const entropy = (x: number): number =>
  x === 0 || x === 1 ? 0 : -x * Math.log(x) - (1 - x) * Math.log1p(-x)
