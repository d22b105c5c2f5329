/** Random numbers: those of the authors' own programs. */
import { fillUniform, randomState } from '../../../src/workload/ising/random'

/** The words that numbers were made of. */
const wordsOf = (state: Int32Array, length: number): readonly number[] => {
  const into = new Float64Array(length)
  fillUniform(state, into)
  return Array.from(into, (value) => value * 2 ** 32 - 0.5)
}

test('xoshiro128++ from 1, 2, 3, 4 is the sequence of its reference implementation', () => {
  // prng.di.unimi.it/xoshiro128plusplus.c, as the tests of the Rust crate rand_xoshiro give it
  expect(wordsOf(Int32Array.of(1, 2, 3, 4), 10)).toEqual([
    641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420
  ])
})

test('a seed fills the state as SplitMix64 does', () => {
  // seed_from_u64(0) of the same crate
  expect(wordsOf(randomState(0), 10)).toEqual([
    1179900579, 1938959192, 3089844957, 3657088315, 1015453891, 479942911, 3433842246, 669252886, 3985671746,
    2737205563
  ])
})

test('a sequence goes on where it was left', () => {
  const state = randomState(7)
  expect([...wordsOf(state, 3), ...wordsOf(state, 4)]).toEqual(wordsOf(randomState(7), 7))
})

test('no number is 0 or 1, not even of the least and the largest word', () => {
  expect(Math.min(...wordsOf(Int32Array.of(0, 0, 0, 0), 1))).toBe(0)
  const least = new Float64Array(1)
  fillUniform(Int32Array.of(0, 0, 0, 0), least)
  expect(least[0]).toBe(2 ** -33)
  // rotl(a + d, 7) + a = 2³² − 1 with a + d = 0, a = −1.
  const largest = new Float64Array(1)
  fillUniform(Int32Array.of(-1, 0, 0, 1), largest)
  expect(largest[0]).toBe(1 - 2 ** -33)
})
