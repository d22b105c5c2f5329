import fc from 'fast-check'
import * as consolidation from '../../src/physics/consolidation'
import { landauer } from '../../src/physics/thermodynamics'
import { decimalsOf } from '../../src/units/decimal'
import { electronvolts, kelvin, kT } from '../../src/units/si'
import { relativeError, right } from '../reading/values'
import { errors, temperatures } from './arbitrary'

const { consolidationUncompute, consolidationReset, consolidationOverwrite } = consolidation

/** Digits for 1 − ε to hold an ε of 1e-300 to 34 digits: the textbook form of h needs them. */
const Wide = decimalsOf(340)

test.each([
  ['consolidationUncompute', 'J/bit', 'theorem'],
  ['consolidationReset', 'J/bit', 'theorem'],
  ['consolidationOverwrite', 'J/bit', 'theorem']
] as const)('%s is in %s and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = consolidation[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test('a blind reset at 300 K costs 0.0179 eV/bit, the Landauer limit', () => {
  const energy = right(consolidationReset({ temperature: kelvin(300) })).exact
  expect(energy.div(electronvolts.factor).toNumber()).toBeCloseTo(0.0179, 4)
})

test('a blind reset costs what landauer asks, and an overwrite twice as much', () => {
  fc.assert(
    fc.property(temperatures, (temperature) => {
      const reset = right(consolidationReset({ temperature })).exact
      const overwrite = right(consolidationOverwrite({ temperature })).exact
      const erased = right(landauer({ temperature, errorProbability: 0 })).exact
      expect(relativeError(reset, erased)).toBeLessThan(1e-33)
      expect(relativeError(overwrite, erased.times(2))).toBeLessThan(1e-33)
    })
  )
})

test('uncomputing costs kT h(ε): nothing where the copies agree, a blind reset where they tell nothing', () => {
  fc.assert(
    fc.property(temperatures, errors, (temperature, ε) => {
      const thermal = kT(1, temperature).exact
      const uncompute = right(consolidationUncompute({ temperature, errorProbability: ε })).exact
      const [x, y] = [new Wide(ε), new Wide(1).minus(ε)]
      const entropy = x.times(x.ln()).plus(y.times(y.ln())).neg()
      expect(relativeError(uncompute.div(thermal), entropy)).toBeLessThan(1e-32)
      expect(uncompute.lt(right(consolidationReset({ temperature })).exact)).toBe(true)
      expect(right(consolidationUncompute({ temperature, errorProbability: 0 })).exact.isZero()).toBe(true)
      const even = right(consolidationUncompute({ temperature, errorProbability: 0.5 })).exact
      expect(relativeError(even, right(consolidationReset({ temperature })).exact)).toBeLessThan(1e-33)
    }),
    { numRuns: 30 }
  )
})
