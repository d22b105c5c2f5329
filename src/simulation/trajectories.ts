/**
 * What a protocol does to each of many ladders alike, by chance: trajectories of the same rates as the exact methods'.
 * Attempts come as a Poisson process of rate f₀ for each direction, and one becomes a hop with the probability k/f₀
 * (uniformisation), which is exact but for the 2⁻³¹ in steps of which chance is counted. Energies in kT, times in attempts.
 */
import { drawsOf, poisson } from './draws'
import { hopRate, type Segment } from './space'

/** What ladders did, by ladder. */
export interface Trajectories {
  /** The rung of each at the start and at the end. */
  readonly start: Int32Array
  readonly final: Int32Array
  /** Done on it at the switches, and given off by it at its hops: the same but for rounding. */
  readonly work: Float64Array
  readonly heat: Float64Array
  readonly jumps: Int32Array
}

/** A rung drawn by its probability. */
const drawnFrom = (populations: ArrayLike<number>, draw: number): number => {
  let left = draw
  for (let x = 0; x < populations.length - 1; x++) {
    left -= populations[x]!
    if (left < 0) return x
  }
  return populations.length - 1
}

/** So many ladders through a protocol; the same ones for the same seed, a whole number from 0 to 2⁵³ − 1. */
export const trajectoriesOf = (
  start: ArrayLike<number>,
  segments: readonly Segment[],
  { count, seed }: { readonly count: number; readonly seed: number }
): Trajectories => {
  const draw = drawsOf(seed)
  const rungs = start.length
  const begun = Int32Array.from({ length: count }, () => drawnFrom(start, draw()))
  const final = begun.slice()
  const work = new Float64Array(count)
  const heat = new Float64Array(count)
  const jumps = new Int32Array(count)
  let before: ArrayLike<number> = new Float64Array(rungs)
  const switchTo = (after: ArrayLike<number>): void => {
    for (let each = 0; each < count; each++) work[each]! += after[final[each]!]! - before[final[each]!]!
    before = after
  }
  for (const { attempts, energies, barrier } of segments) {
    switchTo(energies)
    const rise = (x: number, y: number): number => energies[y]! - energies[x]!
    const up = Float64Array.from({ length: rungs }, (_, x) =>
      x + 1 < rungs ? hopRate(barrier, rise(x, x + 1)) : 0
    )
    const down = Float64Array.from({ length: rungs }, (_, x) =>
      x > 0 ? hopRate(barrier, rise(x, x - 1)) : 0
    )
    for (let each = 0; each < count; each++) {
      let x = final[each]!
      for (let left = poisson(draw, 2 * attempts); left > 0; left--) {
        // One number decides the direction and, by what is left of it, whether the hop is made.
        const twice = 2 * draw()
        const isUp = twice < 1
        if ((isUp ? twice : twice - 1) >= (isUp ? up[x]! : down[x]!)) continue
        const y = isUp ? x + 1 : x - 1
        heat[each]! -= rise(x, y)
        jumps[each]!++
        x = y
      }
      final[each] = x
    }
  }
  switchTo(new Float64Array(rungs))
  return { start: begun, final, work, heat, jumps }
}
