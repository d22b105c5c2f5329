/**
 * How far the ladders of a memory were moved at least, by where runs began and ended: the transport of probability that
 * `speedLimit` asks for. A hop changes the distance of a ladder from any one rung by 1 at most; so the mean of all such
 * distances falls by no more than what was transported (Kantorovich and Rubinstein), whichever rungs they are.
 */
import { sampleMean, type SampleMean } from './sample'

/** Of each run, towards the rungs about which the others ended. Undefined of a single run. */
export const rungsMoved = (
  starts: readonly Int32Array[],
  finals: readonly Int32Array[]
): SampleMean | undefined => {
  const others = finals.length - 1
  if (others < 1) return undefined
  const moved = new Float64Array(finals.length)
  for (let i = 0; i < finals[0]!.length; i++) {
    const sum = finals.reduce((all, final) => all + final[i]!, 0)
    finals.forEach((final, run) => {
      const about = Math.round((sum - final[i]!) / others)
      moved[run]! += Math.abs(starts[run]![i]! - about) - Math.abs(final[i]! - about)
    })
  }
  return sampleMean(moved)
}
