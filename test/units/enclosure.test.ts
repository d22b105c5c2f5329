import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import type { Dimensionless, Temperature } from '../../src/units/dimension'
import { between, enclosure, isEnclosure, plusMinus, type Enclosure } from '../../src/units/enclosure'
import { decimal, Exact, widened } from '../../src/units/decimal'
import { dimensions } from '../../src/units/dimension'
import { format } from '../../src/units/format'
import { isQuantity, ofEnd } from '../../src/units/quantity'
import { gigahertz, joules, kelvin, kilojoules, one } from '../../src/units/si'
import { numeral } from './arbitraries'
import { minus, order, plus, ratioOf, ratioOfFloat } from './rational'

const ends = ({ lower, upper }: Enclosure<unknown>): readonly string[] =>
  [lower, upper].map(({ exact }) => exact.toString())

describe('between', () => {
  test('two quantities, both included', () => {
    const rate = between(gigahertz(1), gigahertz(10))
    expect(ends(rate)).toEqual(['1000000000', '10000000000'])
    expect(rate.dimension).toBe(dimensions.rate)
    expect([rate.lower.rounding, rate.upper.rounding]).toEqual(['down', 'up'])
  })

  test('in any units of one dimension', () => {
    expect(ends(between(joules(500), kilojoules(1)))).toEqual(['500', '1000'])
  })

  test('two numbers is a pure number', () => {
    const share = between(0.1, 0.2)
    expectTypeOf(share).toEqualTypeOf<Enclosure<Dimensionless>>()
    expect(ends(share)).toEqual(['0.1', '0.2'])
    expect(ends(between(one('0.1'), one(0.2)))).toEqual(ends(share))
  })

  test('keeps every digit of its ends', () => {
    fc.assert(
      fc.property(numeral(80), numeral(80), (x, y) => {
        const [lower, upper] = [kelvin(x), kelvin(y)]
        const of = between(lower, upper)
        expect([of.lower.exact.eq(lower.exact), of.upper.exact.eq(upper.exact)]).toEqual([true, true])
      })
    )
  })

  test('a point is an enclosure', () => {
    expect(ends(between(kelvin(300), kelvin(300)))).toEqual(['300', '300'])
  })

  test('is no quantity, and a quantity is none', () => {
    const of = between(kelvin(1), kelvin(2))
    expect([of, of.lower, kelvin(1), { ...of }, 1, null].map(isEnclosure)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false
    ])
    expect([of, of.lower, of.upper].map(isQuantity)).toEqual([false, true, true])
  })

  test('two dimensions does not compile, and is none', () => {
    // @ts-expect-error -- a temperature and an energy
    expect(() => between(kelvin(1), joules(2))).toThrow('cannot compare energy to temperature')
    // @ts-expect-error -- a number and a temperature
    expect(() => between(1, kelvin(2))).toThrow('cannot compare temperature to a pure number')
    // @ts-expect-error -- a text is no quantity
    expect(() => between('1 K', kelvin(2))).toThrow('got "1 K"')
  })
})

describe('plus or minus', () => {
  test('300 K ± 2 K is between 298 K and 302 K', () => {
    const temperature = plusMinus(kelvin(300), kelvin(2))
    expectTypeOf(temperature).toEqualTypeOf<Enclosure<Temperature>>()
    expect(ends(temperature)).toEqual(['298', '302'])
    expect(ends(plusMinus(0.3, 0.1))).toEqual(['0.2', '0.4'])
    expect(ends(plusMinus(kelvin(300), kelvin(0)))).toEqual(['300', '300'])
  })

  test('is exact, whatever the digits', () => {
    fc.assert(
      fc.property(numeral(40), numeral(40), (x, y) => {
        const [middle, by] = [kelvin(x), kelvin(y)]
        const { lower, upper } = plusMinus(middle, by)
        expect(order(ratioOf(lower.exact), minus(ratioOf(x), ratioOf(y)))).toBe(0)
        expect(order(ratioOf(upper.exact), plus(ratioOf(x), ratioOf(y)))).toBe(0)
      })
    )
  })

  test('encloses also where no number of digits will do', () => {
    const { lower, upper } = plusMinus(kelvin('1e2000'), kelvin('1e-2000'))
    expect(lower.exact.lt('1e2000')).toBe(true)
    expect(upper.exact.gt('1e2000')).toBe(true)
    const large = decimal('1e2000')
    const near = widened({ lower: large, upper: large }, decimal('1e-2000'))
    expect([near.lower.lt(large), near.upper.gt(large)]).toEqual([true, true])
  })

  test('a negative deviation is an interval with its ends the wrong way round', () => {
    expect(ends(plusMinus(kelvin(300), kelvin(-2)))).toEqual(['302', '298'])
  })

  test('of another dimension does not compile, and is none', () => {
    // @ts-expect-error -- a temperature and an energy
    expect(() => plusMinus(kelvin(300), joules(2))).toThrow('cannot add energy to temperature')
    // @ts-expect-error -- a temperature and a number
    expect(() => plusMinus(kelvin(300), 2)).toThrow('cannot add a pure number to temperature')
  })
})

describe('as float64', () => {
  test('the lower end is not above it and the upper not below, as numbers and in print', () => {
    fc.assert(
      fc.property(numeral(40, 320), numeral(40, 320), (x, y) => {
        const { lower, upper } = enclosure(dimensions.energy, new Exact(x), new Exact(y))
        for (const meaning of Number.isFinite(lower.value)
          ? [ratioOfFloat(lower.value), ratioOf(String(lower.value))]
          : [])
          expect(order(meaning, ratioOf(x))).toBeLessThanOrEqual(0)
        for (const meaning of Number.isFinite(upper.value)
          ? [ratioOfFloat(upper.value), ratioOf(String(upper.value))]
          : [])
          expect(order(meaning, ratioOf(y))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 }
    )
  })

  test('0.1 K has one below and one above', () => {
    const { lower, upper } = between(kelvin(0.1), kelvin(0.1))
    expect([lower.value < 0.1, upper.value > 0.1]).toEqual([true, true])
    expect(lower.exact.eq(upper.exact)).toBe(true)
  })

  test('whole numbers are kept', () => {
    const { lower, upper } = between(kelvin(0), kelvin(86400))
    expect([lower.value, upper.value]).toEqual([0, 86400])
  })

  test('an end alone is printed on its side', () => {
    expect(format(ofEnd(dimensions.energy, new Exact('1.23456'), 'down'))).toBe('1.234 J')
    expect(format(ofEnd(dimensions.energy, new Exact('1.23456'), 'up'))).toBe('1.235 J')
    expect(format(between(joules('1.23456'), joules('2.34561')).upper)).toBe('2.346 J')
    expect(format(between(joules('-1.23456'), joules(0)).lower)).toBe('-1.235 J')
  })
})
