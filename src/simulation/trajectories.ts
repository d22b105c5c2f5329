/**
 * What a protocol does to each of many ladders alike, by chance: trajectories of the same rates as the exact methods'.
 * Hops are tried as a Poisson process, in each direction at the largest rate K of any hop, and one is made with the
 * probability k/K (uniformisation), which is exact but for the 2⁻³¹ in steps of which chance is counted. Energies in
 * kT, times in attempts.
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
  /** Hops that were tried, by all of them. */
  readonly tried: number
}

/** The rates of hops from each rung to the next and to the one before, and the largest of them. */
const ratesOf = ({ energies, barrier }: Segment) => {
  const rungs = energies.length
  const rate = (x: number, y: number): number =>
    y < 0 || y >= rungs ? 0 : hopRate(barrier, energies[y]! - energies[x]!)
  const up = Float64Array.from({ length: rungs }, (_, x) => rate(x, x + 1))
  const down = Float64Array.from({ length: rungs }, (_, x) => rate(x, x - 1))
  return { up, down, most: [up, down].reduce((most, each) => each.reduce((a, b) => Math.max(a, b), most), 0) }
}

/** How many hops a ladder is expected to try. */
export const hopsTried = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + 2 * segment.attempts * ratesOf(segment).most, 0)

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
  { count, seed }: { readonly count: number; readonly seed: number },
  done: (tries: number) => void = () => undefined
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
  let tried = 0
  for (const segment of segments) {
    const { attempts, energies } = segment
    const { up, down, most } = ratesOf(segment)
    switchTo(energies)
    for (let each = 0; each < count; each++) {
      let x = final[each]!
      const tries = poisson(draw, 2 * attempts * most)
      tried += tries
      for (let left = tries; left > 0; left--) {
        // One number decides the direction and, by what is left of it, whether the hop is made.
        const twice = 2 * draw()
        const isUp = twice < 1
        if ((isUp ? twice : twice - 1) * most >= (isUp ? up[x]! : down[x]!)) continue
        const y = isUp ? x + 1 : x - 1
        heat[each]! -= energies[y]! - energies[x]!
        jumps[each]!++
        x = y
      }
      final[each] = x
      done(tries)
    }
  }
  switchTo(new Float64Array(rungs))
  return { start: begun, final, work, heat, jumps, tried }
}
