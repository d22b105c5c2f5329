/** What chance decides in a run that is sampled: uniform numbers in blocks, and how many attempts fall into a time. */
import { fillUniform, randomState } from '../workload/ising/random'

const { exp } = Math

const block = 4096

/** Uniform numbers inside (0, 1), one after the other, in steps of 2⁻³². */
export type Draw = () => number

/** The numbers of a seed, a whole number from 0 to 2⁵³ − 1. */
export const drawsOf = (seed: number): Draw => {
  const state = randomState(seed)
  const drawn = new Float64Array(block)
  let at = block
  return () => {
    if (at === block) {
      fillUniform(state, drawn)
      at = 0
    }
    return drawn[at++]!
  }
}

/** e^(−512) is far from the smallest number. */
const stride = 512

/**
 * How many events of a Poisson process fall into a time in which `mean` are expected: as many uniform numbers as can
 * be multiplied before the product is below e^(−mean) (Knuth), so a multiplication for each event.
 */
export const poisson = (draw: Draw, mean: number): number => {
  let count = 0
  for (let left = mean; left > 0; left -= stride) {
    const least = exp(-(left < stride ? left : stride))
    for (let product = draw(); product > least; product *= draw()) count++
  }
  return count
}
