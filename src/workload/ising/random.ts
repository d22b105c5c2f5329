/**
 * Random numbers of a run: xoshiro128++ (Blackman & Vigna, ACM TOMS 47, 36 (2021), prng.di.unimi.it),
 * its state filled by SplitMix64 as its authors advise. A whole sweep is drawn at a time, so that the
 * number of a spin does not depend on the order of the spins.
 */

const word = 0xffff_ffff_ffff_ffffn

/** A state from a seed: a whole number from 0 to 2⁵³ − 1. */
export const randomState = (seed: number): Int32Array => {
  const state = new Int32Array(4)
  let counter = BigInt(seed)
  for (let at = 0; at < state.length; at += 2) {
    counter = (counter + 0x9e37_79b9_7f4a_7c15n) & word
    let mixed = counter
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & word
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn) & word
    mixed ^= mixed >> 31n
    state[at] = Number(mixed & 0xffff_ffffn)
    state[at + 1] = Number(mixed >> 32n)
  }
  return state
}

/** Fills a list with numbers (m + ½)/2³², m uniform in 0 … 2³² − 1, so none is 0 or 1; moves the state on. */
export const fillUniform = (state: Int32Array, into: Float64Array): void => {
  let [a, b, c, d] = state as unknown as [number, number, number, number] // four words, as made above
  for (let at = 0; at < into.length; at++) {
    const sum = (a + d) | 0
    const word = (((sum << 7) | (sum >>> 25)) + a) | 0
    into[at] = ((word >>> 0) + 0.5) * 2 ** -32
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}
