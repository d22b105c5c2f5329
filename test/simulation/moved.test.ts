/** How far ladders were moved, told by where runs began and ended: never farther, in the mean, than probability was. */
import fc from 'fast-check'
import { drawsOf } from '../../src/simulation/draws'
import { rungsMoved } from '../../src/simulation/moved'
import { sampleMean } from '../../src/simulation/sample'

test('spins that end up and began anywhere were moved by those that began down, by hand', () => {
  const starts = [
    Int32Array.of(0, 1, 0),
    Int32Array.of(1, 1, 0),
    Int32Array.of(0, 0, 1),
    Int32Array.of(1, 0, 1)
  ]
  const finals = starts.map(() => Int32Array.of(1, 1, 1))
  // 2, 1, 2 and 1.
  expect(rungsMoved(starts, finals)!.mean).toBe(1.5)
})

test('what did not move was not moved', () => {
  const stood = [Int32Array.of(3, 64), Int32Array.of(7, 0), Int32Array.of(9, 128)]
  expect(rungsMoved(stood, stood)).toEqual({ mean: 0, error: 0 })
})

test('of one run nothing is told', () => {
  expect(rungsMoved([Int32Array.of(0)], [Int32Array.of(1)])).toBeUndefined()
})

test('in the mean it is at most what must be transported from where ladders begin to where they end', () => {
  const law = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(law, law, fc.integer({ min: 2, max: 6 }), fc.nat(), (from, to, runs, seed) => {
      const total = (weights: readonly number[]): number => weights.reduce((sum, each) => sum + each, 0)
      fc.pre(total(from) > 0 && total(to) > 0)
      const draw = drawsOf(seed)
      const drawn = (weights: readonly number[]): Int32Array => {
        let left = draw() * total(weights)
        return Int32Array.of(weights.findIndex((each) => (left -= each) < 0))
      }
      const told = Float64Array.from({ length: 400 }, () => {
        const each = Array.from({ length: runs }, () => [drawn(from), drawn(to)] as const)
        return rungsMoved(
          each.map(([start]) => start),
          each.map(([, final]) => final)
        )!.mean
      })
      // On a line: the sum of differences between what stands at or below each rung.
      let [apart, transported] = [0, 0]
      from.forEach((each, rung) => {
        apart += each / total(from) - to[rung]! / total(to)
        transported += Math.abs(apart)
      })
      const { mean, error } = sampleMean(told)
      expect(mean).toBeLessThan(transported + 4.5 * error + 1e-9)
    }),
    { numRuns: 60 }
  )
})
