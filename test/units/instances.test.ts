/** Equality and order of quantities, with their laws. */
import fc from 'fast-check'
import { sort } from 'fp-ts/lib/ReadonlyArray.js'
import { max } from 'fp-ts/lib/Ord.js'
import type { Energy } from '../../src/units/dimension'
import { EqQuantity, OrdQuantity } from '../../src/units/instances'
import { add, compare, equals, ofEnd, type Quantity } from '../../src/units/quantity'
import { electronvolts, joules, joulesPerBit, kilowattHours, picojoules } from '../../src/units/si'
import { numeral } from './arbitraries'

/** Energies, some of them alike, some infinite, some no number. */
const energy: fc.Arbitrary<Quantity<Energy>> = fc.oneof(
  numeral(1, 1).map((text) => joules(text)),
  numeral(40).map((text) => picojoules(text)),
  fc.double().map((x) => joules(x)),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0).map((x) => joules(x)),
  numeral(2, 2).map((text) => ofEnd(joules.dimension, joules(text).exact, 'up'))
)

describe('equals', () => {
  test('is of values, to the last digit, in whatever unit', () => {
    expect(equals(add(joules(0.1), joules(0.2)), joules(0.3))).toBe(true)
    expect(equals(kilowattHours(1), joules(3.6e6))).toBe(true)
    expect(equals(electronvolts(1), joules('1.602176634e-19'))).toBe(true)
    expect(equals(joules('1.0000000000000000000000000000000000000001'), joules(1))).toBe(false)
  })

  test('an end of an enclosure is what it is worth', () => {
    expect(equals(ofEnd(joules.dimension, joules(0.1).exact, 'down'), joules(0.1))).toBe(true)
  })

  test('is reflexive, symmetric and transitive', () => {
    fc.assert(
      fc.property(energy, energy, energy, (a, b, c) => {
        expect(EqQuantity.equals(a, a)).toBe(true)
        expect(EqQuantity.equals(a, b)).toBe(EqQuantity.equals(b, a))
        if (EqQuantity.equals(a, b) && EqQuantity.equals(b, c)) expect(EqQuantity.equals(a, c)).toBe(true)
      })
    )
  })
})

describe('the order', () => {
  const atMost = (a: Quantity<unknown>, b: Quantity<unknown>): boolean => OrdQuantity.compare(a, b) <= 0

  test('is total: connected, antisymmetric, transitive, and agrees with equality', () => {
    fc.assert(
      fc.property(energy, energy, energy, (a, b, c) => {
        expect(atMost(a, b) || atMost(b, a)).toBe(true)
        expect(atMost(a, b) && atMost(b, a)).toBe(OrdQuantity.equals(a, b))
        expect(OrdQuantity.compare(a, b)).toBe(0 - OrdQuantity.compare(b, a))
        if (atMost(a, b) && atMost(b, c)) expect(atMost(a, c)).toBe(true)
      })
    )
  })

  test('is that of compare, among numbers', () => {
    fc.assert(
      fc.property(energy, energy, (a, b) => {
        const sign = Math.sign(compare(a, b))
        if (!Number.isNaN(sign)) expect(OrdQuantity.compare(a, b)).toBe(sign)
      })
    )
  })

  test('sorts, with what is no number last, and finds the largest', () => {
    const mixed = [joules(NaN), kilowattHours(1), picojoules(1), joules(Infinity), joules(1)]
    expect(sort(OrdQuantity)(mixed).map(String)).toEqual([
      '1.000 pJ',
      '1.000 J',
      '3.600 MJ',
      'Infinity J',
      'NaN J'
    ])
    expect(max<Quantity<Energy>>(OrdQuantity)(joules(1), joules(2))).toEqual(joules(2))
  })
})

test('quantities of two dimensions are not compared, not even to say that they differ', () => {
  const [a, b] = [joules(1), joulesPerBit(1)] as readonly Quantity<unknown>[]
  for (const ask of [EqQuantity.equals, OrdQuantity.equals, OrdQuantity.compare])
    expect(() => ask(a!, b!)).toThrow(new TypeError('cannot compare energy per bit to energy'))
})
