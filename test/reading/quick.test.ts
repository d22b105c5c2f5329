/**
 * What balls tell is what intervals tell: with more digits than balls have, values are read in intervals alone.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { certify } from '../../src/reading/certify'
import { evaluate } from '../../src/reading/evaluate'
import { mostBits } from '../../src/units/ball'
import { roundingMode } from '../../src/units/decimal'
import { between } from '../../src/units/enclosure'
import { kelvin } from '../../src/units/si'
import { models } from '../../src/physics/models'
import { everyModel, given, pointsOf } from './points'
import { right } from './values'

const { landauer } = models

const beyondBalls = 120
test('balls end before intervals do', () => {
  expect(beyondBalls * Math.log2(10)).toBeGreaterThan(mostBits)
})

test.each(everyModel)('%s: to the last digit, at a point', (_, model) => {
  fc.assert(
    fc.property(pointsOf(model), fc.constantFrom(5, 17, 34, 60), (point, digits) => {
      const far = evaluate(model, { digits: beyondBalls })(given(point))
      const near = evaluate(model, { digits })(given(point))
      const enclosed = certify(model, { digits })(given(point))
      expect(E.isRight(near)).toBe(E.isRight(far))
      if (E.isLeft(far) || E.isLeft(near) || E.isLeft(enclosed)) return
      const value = far.right.exact
      const to = (rounding: keyof typeof roundingMode): string =>
        value.toSignificantDigits(digits, roundingMode[rounding]).toString()
      expect(near.right.exact.toString()).toBe(to('nearest'))
      expect(enclosed.right.lower.exact.lte(to('down'))).toBe(true)
      expect(enclosed.right.upper.exact.gte(to('up'))).toBe(true)
    }),
    { numRuns: 8 }
  )
})

test('a range is as mpmath has its corners, rounded outward', () => {
  const over = { temperature: between(kelvin(290), kelvin(310)), errorProbability: between(0.01, 0.02) }
  const { lower, upper } = right(certify(landauer)(over))
  expect(lower.exact.toString()).toBe('2.382742538148841831383644627345221e-21')
  expect(upper.exact.toString()).toBe('2.726990947791009147836710877464125e-21')
})
