import fc from 'fast-check'
import { Exact, type Decimal } from '../../src/units/decimal'
import { dimensions, type Dimension } from '../../src/units/dimension'
import { between, enclosure, plusMinus, type Enclosure } from '../../src/units/enclosure'
import { format, formatWith, type FormatOptions } from '../../src/units/format'
import { divide, multiply, squareRoot, type Quantity } from '../../src/units/quantity'
import * as si from '../../src/units/si'
import { prefixes } from '../../src/units/prefix'
import { kilo, type Unit } from '../../src/units/unit'
import { knownUnits, numeral } from './arbitraries'
import { printedEnds, shownDigits } from './printed'
import { minus, order, ratioOf, times } from './rational'

const { joules, seconds, updates, one, areas, kelvin, metres } = si

const engineering: readonly Unit<unknown>[] = [
  si.joules, si.joulesPerBit, si.joulesPerUpdate, si.joulesPerMac, si.joulesPerFlop, si.joulesPerConversion,
  si.watts, si.hertz, si.kelvin, si.volts, si.amperes, si.ohms, si.farads, si.coulombs, si.metres, si.bits
] // prettier-ignore

const counts: readonly Unit<unknown>[] = [
  si.updates, si.macs, si.flops, si.conversions, si.parameters, si.tokens, si.macsPerConversion, si.macsPerUpdate,
  si.updatesPerParameter
] // prettier-ignore

/** A numeral from 10⁻³⁰ up to, and not rounding to, 10³³. */
const withinPrefixes = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.integer({ min: 100000, max: 999499 }),
    fc.integer({ min: -35, max: 27 })
  )
  .map(([sign, significand, power]) => `${sign}${String(significand)}e${String(power)}`)

/** The mantissa of an engineering text, and the power of ten that its prefix stands for. */
const read = (text: string, symbol: string): { readonly mantissa: string; readonly power: number } => {
  const [, mantissa, prefix] = new RegExp(`^(-?\\d+(?:\\.\\d+)?) (.?)${symbol}$`, 'u').exec(text) ?? []
  if (mantissa === undefined || prefix === undefined) throw new Error(`"${text}" is no number of ${symbol}`)
  return { mantissa, power: prefix === '' ? 0 : prefixes[prefix as keyof typeof prefixes] }
}

describe('engineering form', () => {
  test.each(
    [
      [si.joulesPerBit(2.871e-21), '2.871 zJ/bit'],
      [joules(1), '1.000 J'],
      [joules(999.94), '999.9 J'],
      [joules(999.96), '1.000 kJ'],
      [joules(-999.96), '-1.000 kJ'],
      [joules(-2.5e-13), '-250.0 fJ'],
      [si.kilowattHours(1), '3.600 MJ'],
      [si.watts(2.95e7), '29.50 MW'],
      [si.hertz(1e9), '1.000 GHz'],
      [si.perSecond(300), '300.0 Hz'],
      [kelvin(0.015), '15.00 mK'],
      [si.bytes(1e9), '8.000 Gbit'],
      [metres(2.8e-8), '28.00 nm'],
      [si.joulesPerUpdate('1.1191e-21'), '1.119 zJ/update'],
      [si.microjoules(3), '3.000 µJ']
    ].map(([quantity, text]) => [text, quantity] as [string, Quantity<unknown>])
  )('prints %s with its prefix', (text, quantity) => {
    expect(format(quantity)).toBe(text)
  })

  test('leaves one to three digits before the point, and means the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...engineering), withinPrefixes, (of, x) => {
        const { mantissa, power } = read(format(of(x)), of.symbol)
        expect(Math.abs(Number(mantissa))).toBeGreaterThanOrEqual(1)
        expect(Math.abs(Number(mantissa))).toBeLessThan(1000)
        expect(new Exact(`${mantissa}e${String(power)}`).div(x).minus(1).abs().toNumber()).toBeLessThan(
          0.501e-3
        )
      }),
      { numRuns: 500 }
    )
  })

  test('shows as many significant digits as asked for, and rounds the rest to nearest', () => {
    fc.assert(
      fc.property(withinPrefixes, fc.integer({ min: 3, max: 20 }), (x, digits) => {
        const { mantissa, power } = read(formatWith({ digits })(joules(x)), 'J')
        expect(mantissa.replace(/[-.]/g, '')).toHaveLength(digits)
        expect(
          new Exact(`${mantissa}e${String(power)}`).div(x).minus(1).abs().toNumber()
        ).toBeLessThanOrEqual(0.5 * 10 ** (1 - digits))
      })
    )
  })

  test('shows one or two digits of a number of three, still before the point', () => {
    expect(formatWith({ digits: 2 })(joules(123))).toBe('120 J')
    expect(formatWith({ digits: 1 })(joules(123))).toBe('100 J')
  })

  test('takes a power of ten where no prefix is large or small enough', () => {
    expect(format(joules('9.994e32'))).toBe('999.4 QJ')
    expect(format(joules('1e33'))).toBe('1.000e33 J')
    expect(format(joules('9.99999e32'))).toBe('1.000e33 J')
    expect(format(joules('1e-30'))).toBe('1.000 qJ')
    expect(format(joules('5e-31'))).toBe('5.000e-31 J')
    expect(format(joules('-1e100'))).toBe('-1.000e100 J')
  })
})

describe('digits', () => {
  test('four are shown unless told otherwise', () => {
    expect(format(joules(Math.PI))).toBe('3.142 J')
    expect(formatWith({ digits: 6 })(joules(Math.PI))).toBe('3.14159 J')
  })

  test('all of them are shown if asked for, without zeros that say nothing', () => {
    const all = formatWith<unknown>({ digits: 'all' })
    expect(all(joules('1234567.891'))).toBe('1.234567891 MJ')
    expect(all(joules(0.5))).toBe('500 mJ')
    expect(all(joules(0.1 + 0.2))).toBe('300.00000000000004 mJ')
    expect(all(updates('1e28'))).toBe('1e28 update')
    expect(all(one('0.000001'))).toBe('1e-6')
  })

  test('all of them are shown where what is asked for is no count from 1 to 1000', () => {
    const value = joules('1.23456789')
    for (const digits of [0, -3, 2.5, 1001, NaN, Infinity])
      expect([digits, formatWith({ digits })(value)]).toEqual([digits, '1.23456789 J'])
  })

  test('all of them are shown also where there are more than 34', () => {
    const digits = `1.${'123456789'.repeat(5)}`
    expect(formatWith({ digits: 'all' })(kelvin(digits))).toBe(`${digits} K`)
  })

  test('34 of them are shown where they never end', () => {
    expect(formatWith({ digits: 'all', unit: si.electronvolts })(joules(1))).toBe(
      '6.241509074460762607776240980930446e18 eV'
    )
    expect(formatWith({ digits: 'all', unit: si.minutes })(seconds(100))).toBe(`1.${'6'.repeat(32)}7 min`)
  })

  test('an exponent has no plus sign', () => {
    for (const digits of [1, 2, 3, 4, 8, 'all'] as const)
      for (const x of ['12', '1234', '123456', '1.5e9', '1e28'])
        expect(formatWith({ digits })(updates(x))).not.toContain('+')
  })
})

describe('a unit of one’s choice', () => {
  test.each([
    [formatWith({ unit: si.electronvolts, digits: 3 })(joules(8.28e-20)), '0.517 eV'],
    [formatWith({ unit: si.kilowattHours })(joules(7.2e6)), '2.000 kWh'],
    [formatWith({ unit: si.percent })(one(0.25)), '25.00 %'],
    [formatWith({ unit: si.percent, digits: 'all' })(one('0.125')), '12.5 %'],
    [formatWith({ unit: si.hours })(si.days(2)), '48.00 h'],
    [formatWith({ unit: joules })(si.kilojoules(5)), '5000 J'],
    [formatWith({ unit: joules })(si.picojoules(5)), '5.000e-12 J'],
    [formatWith({ unit: si.megajoules })(si.kilojoules(5)), '0.005000 MJ'],
    [formatWith({ unit: kilo(joules) })(joules('-1e9')), '-1.000e6 kJ']
  ])('prints %s', (found, text) => {
    expect(found).toBe(text)
  })

  test('must be of the dimension of the quantity', () => {
    // @ts-expect-error -- a temperature is not printed in joules
    expect(() => formatWith({ unit: joules })(kelvin(1))).toThrow('cannot convert temperature to energy')
    // @ts-expect-error -- nor is what encloses one
    expect(() => formatWith({ unit: joules })(between(kelvin(1), kelvin(2)))).toThrow(TypeError)
    // @ts-expect-error -- digits are a number or 'all'
    const options: FormatOptions<unknown> = { digits: 'some' }
    expect(options).not.toHaveProperty('unit')
  })
})

describe('what is no quantity', () => {
  test.each([
    [undefined, 'undefined'],
    ['x', '"x"'],
    [3, '3'],
    [{ exact: 3 }, 'an object'],
    [joules, 'the unit J itself: call it with a number']
  ])('is said to be none: %p', (given, told) => {
    expect(() => format(given as unknown as Quantity<unknown>)).toThrow(
      new TypeError(`format: of: expected a quantity such as joules(1), got ${told}`)
    )
  })
})

describe('times', () => {
  test.each([
    [1e-9, '1.000 ns'],
    [0.5, '500.0 ms'],
    [0.99999, '1.000 s'],
    [1, '1.000 s'],
    [59.9, '59.90 s'],
    [60, '1.000 min'],
    [90, '1.500 min'],
    [-90, '-1.500 min'],
    [3540, '59.00 min'],
    [3600, '1.000 h'],
    [86400, '1.000 d'],
    [8640000, '100.0 d'],
    [31557600, '1.000 yr'],
    [315576000, '10.00 yr'],
    [1e12, '3.169e4 yr']
  ])('%d s are printed as %s', (value, text) => {
    expect(format(seconds(value))).toBe(text)
  })

  test('a time is never printed in kiloseconds', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e30, noNaN: true }), (x) => {
        expect(format(seconds(x))).toMatch(/^\d[\d.]*(e\d+)? (s|min|h|d|yr)$/)
      })
    )
  })
})

describe('counts', () => {
  test('6e28 updates are not 60 Rupdate', () => {
    expect(format(updates(6e28))).toBe('6.000e28 update')
    expect(format(si.macs(5))).toBe('5.000 mac')
    expect(format(si.tokens(1234))).toBe('1234 token')
    expect(format(si.tokens(12345))).toBe('1.234e4 token')
  })

  test('never take a prefix', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counts), withinPrefixes, (of, x) => {
        const [mantissa, symbol, ...rest] = format(of(x)).split(' ')
        expect([symbol, rest]).toEqual([of.symbol, []])
        expect(new Exact(mantissa!).div(x).minus(1).abs().toNumber()).toBeLessThan(0.501e-3)
      })
    )
  })

  test('nor do pure numbers', () => {
    expect(format(one(0.25))).toBe('0.2500')
    expect(format(one(1e-9))).toBe('1.000e-9')
    expect(format(one(1e9))).toBe('1.000e9')
  })
})

describe('zero and what is not finite', () => {
  test('nothing is 0 of the coherent unit, or of the one chosen', () => {
    expect(format(joules(0))).toBe('0 J')
    expect(format(joules(-0))).toBe('0 J')
    expect(format(seconds(0))).toBe('0 s')
    expect(format(one(0))).toBe('0')
    expect(formatWith({ unit: si.kilowattHours })(joules(0))).toBe('0 kWh')
    expect(formatWith({ digits: 'all' })(updates(0))).toBe('0 update')
  })

  test('what is not finite says so', () => {
    expect(format(joules(NaN))).toBe('NaN J')
    expect(format(seconds(Infinity))).toBe('Infinity s')
    expect(format(updates(-Infinity))).toBe('-Infinity update')
  })
})

describe('coherent units', () => {
  const symbols: readonly (readonly [Dimension<unknown>, string])[] = [
    [dimensions.energy, 'J'],
    [dimensions.rate, 'Hz'],
    [dimensions.time, 's'],
    [dimensions['a pure number'], ''],
    [dimensions['energy per bit'], 'J/bit'],
    [dimensions['number of macs per conversion'], 'mac/conversion'],
    [dimensions.mass, 'kg'],
    [dimensions.area, 'm^2'],
    [dimensions.diffusivity, 'm^2/s'],
    [dimensions.entropy, 'J/K'],
    [dimensions['number of updates'], 'update'],
    [multiply(joules(1), joules(1)).dimension, 'm^4·kg^2/s^4'],
    [divide(one(1), metres(1)).dimension, '1/m']
  ]

  test.each(symbols.map(([dimension, symbol]) => [dimension.name, symbol, dimension] as const))(
    'of %s is "%s"',
    (_, symbol, dimension) => {
      expect(dimension.coherentUnit).toBe(symbol)
    }
  )

  test('a quantity without a named unit is printed in joules where it holds an energy, else in base units', () => {
    expect(format(divide(joules(1), kelvin(2)))).toBe('0.5000 J/K')
    expect(format(si.grams(1000))).toBe('1.000 kg')
    expect(format(areas(1e-12))).toBe('1.000e-12 m^2')
    expect(format(squareRoot(areas(2)))).toBe('1.414 m')
  })
})

describe('enclosures', () => {
  test.each(
    [
      [between(si.gigahertz(1), si.gigahertz(10)), '[1.000, 10.00] GHz'],
      [plusMinus(kelvin(300), kelvin(2)), '[298.0, 302.0] K'],
      [between(si.hertz(1e6), si.hertz(1e9)), '[0.001000, 1.000] GHz'],
      [between(joules(-5), joules(1)), '[-5.000, 1.000] J'],
      [between(joules(0), si.picojoules(2)), '[0, 2.000] pJ'],
      [between(si.hours(1), si.days(2)), '[0.04166, 2.000] d'],
      [between(0.1, 0.2), '[0.1000, 0.2000]'],
      [between(updates(1), updates(6e28)), '[1.000, 6.000e28] update'],
      [between(kelvin(300), kelvin(300)), '300.0 K'],
      [between(joules(0), joules(0)), '0 J'],
      [between(kelvin(NaN), kelvin(1)), '[NaN, 1.000] K'],
      [between(kelvin(1), kelvin(Infinity)), '[1.000, Infinity] K']
    ].map(([of, text]) => [text, of] as [string, Enclosure<unknown>])
  )('are printed as %s, both ends in one unit', (text, of) => {
    expect(format(of)).toBe(text)
  })

  test('are rounded outward: down below, up above, also where that is away from 0', () => {
    expect(format(between(joules('1.23456'), joules('2.34561')))).toBe('[1.234, 2.346] J')
    expect(format(between(joules('-2.34561'), joules('-1.23456')))).toBe('[-2.346, -1.234] J')
    expect(format(between(joules('-1.23456'), joules('2.34561')))).toBe('[-1.235, 2.346] J')
    expect(format(between(joules('0.99999'), joules('0.999999')))).toBe('[0.9999, 1.000] J')
  })

  test('a value that four digits do not hold is printed as what lies about it', () => {
    expect(format(between(joules('1.23456'), joules('1.23456')))).toBe('[1.234, 1.235] J')
    expect(formatWith({ digits: 6 })(between(joules('1.23456'), joules('1.23456')))).toBe('1.23456 J')
  })

  test('in a unit of one’s choice, or with as many digits as one likes', () => {
    const energy = between(joules(1), joules(2))
    expect(formatWith({ unit: si.electronvolts, digits: 3 })(energy)).toBe('[6.24e18, 1.25e19] eV')
    expect(formatWith({ unit: si.kilojoules })(energy)).toBe('[0.001000, 0.002000] kJ')
    expect(formatWith({ digits: 'all' })(between(si.seconds(100), si.days(2)))).toBe('[100, 172800] s')
    expect(formatWith({ digits: 1 })(between(joules(123), joules(456)))).toBe('[100, 500] J')
  })

  test('of no end of digits keep 34, outward', () => {
    const minutes = formatWith({ digits: 'all', unit: si.minutes })
    expect(minutes(between(si.seconds(100), si.seconds(200)))).toBe(
      `[1.${'6'.repeat(33)}, 3.${'3'.repeat(32)}4] min`
    )
  })

  const sorted = fc
    .tuple(numeral(40, 45), numeral(40, 45))
    .map((both) => both.map((text) => new Exact(text)))
    .map(([x, y]) => (x!.lte(y!) ? ([x!, y!] as const) : ([y!, x!] as const)))
  const narrow = fc
    .tuple(numeral(40, 45), fc.integer({ min: 1, max: 60 }))
    .map(([text, power]) => new Exact(text).abs().times(`1e-${power}`).plus(text))
    .chain((upper) => fc.constant([upper.times('0.999999999999'), upper] as const))
    .map(([x, y]) => (x.lte(y) ? ([x, y] as const) : ([y, x] as const)))
  const someDigits = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant('all' as const))

  /** What is printed encloses, and each end is off by less than one of its last digit. */
  const expectEnclosed = (
    text: string,
    [lower, upper]: readonly [Decimal, Decimal],
    digits: number | 'all'
  ) => {
    const { numerals, ends } = printedEnds(text)
    const [from, to] = [minus(ratioOf(lower), ends[0]!), minus(ends[1]!, ratioOf(upper))]
    expect([order(from, ratioOf('0')), order(to, ratioOf('0'))]).not.toContain(-1)
    const last = (end: Decimal) =>
      times(ratioOf(end.abs()), ratioOf(`1e${1 - (digits === 'all' ? 34 : digits)}`))
    expect([order(from, last(lower)), order(to, last(upper))]).not.toContain(1)
    if (digits !== 'all')
      for (const each of numerals) expect(shownDigits(each)).toBeLessThanOrEqual(Math.max(digits, 4))
  }

  test('enclose in print, in every dimension and with any number of digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knownUnits),
        fc.oneof(sorted, narrow),
        someDigits,
        (of, ends, digits) => {
          const text = formatWith({ digits })(enclosure(of.dimension, ...ends))
          expectEnclosed(text, ends, digits)
        }
      ),
      { numRuns: 500 }
    )
  })

  test('enclose in print, in any unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knownUnits),
        fc.oneof(sorted, narrow),
        someDigits,
        (unit, ends, digits) => {
          const text = formatWith({ digits, unit })(enclosure(unit.dimension, ...ends))
          expectEnclosed(text, ends, digits)
        }
      ),
      { numRuns: 500 }
    )
  })

  test('times enclose in seconds to years', () => {
    fc.assert(
      fc.property(fc.oneof(sorted, narrow), someDigits, (ends, digits) => {
        expectEnclosed(formatWith({ digits })(enclosure(dimensions.time, ...ends)), ends, digits)
      }),
      { numRuns: 200 }
    )
  })

  test('an end by itself is printed on its side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knownUnits),
        sorted,
        fc.integer({ min: 1, max: 20 }),
        (of, [x, y], digits) => {
          const { lower, upper } = enclosure(of.dimension, x, y)
          const [below, above] = [lower, upper].map(
            (end) => printedEnds(formatWith({ digits })(end)).ends[0]!
          )
          expect(order(below!, ratioOf(x))).toBeLessThanOrEqual(0)
          expect(order(above!, ratioOf(y))).toBeGreaterThanOrEqual(0)
        }
      ),
      { numRuns: 300 }
    )
  })
})
