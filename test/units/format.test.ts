import fc from 'fast-check'
import { Exact } from '../../src/units/decimal'
import { dimensions, type Dimension } from '../../src/units/dimension'
import { coherentUnit, format, formatWith, type FormatOptions } from '../../src/units/format'
import { divide, multiply, squareRoot, type Quantity } from '../../src/units/quantity'
import * as si from '../../src/units/si'
import { kilo, prefixes, type Unit } from '../../src/units/unit'

const { joules, seconds, updates, one, areas, kelvin, metres } = si

const engineering: readonly Unit<unknown>[] = [
  si.joules, si.joulesPerBit, si.joulesPerUpdate, si.joulesPerMac, si.joulesPerFlop, si.joulesPerConversion,
  si.watts, si.hertz, si.kelvin, si.volts, si.amperes, si.ohms, si.farads, si.coulombs, si.metres, si.bits
] // prettier-ignore

const counts: readonly Unit<unknown>[] = [
  si.updates, si.macs, si.flops, si.conversions, si.parameters, si.tokens, si.macsPerConversion, si.updatesPerParameter
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
    expect(formatWith({ unit: joules })(kelvin(1))).toContain('J')
    // @ts-expect-error -- digits are a number or 'all'
    const options: FormatOptions<unknown> = { digits: 'some' }
    expect(options).not.toHaveProperty('unit')
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
    [dimensions.entropy, 'm^2·kg/s^2/K'],
    [dimensions['number of updates'], 'update'],
    [multiply(joules(1), joules(1)).dimension, 'm^4·kg^2/s^4'],
    [divide(one(1), metres(1)).dimension, '1/m']
  ]

  test.each(symbols.map(([dimension, symbol]) => [dimension.name, symbol, dimension] as const))(
    'of %s is "%s"',
    (_, symbol, dimension) => {
      expect(coherentUnit(dimension)).toBe(symbol)
    }
  )

  test('a quantity without a named unit is printed in base units', () => {
    expect(format(divide(joules(1), kelvin(2)))).toBe('0.5000 m^2·kg/s^2/K')
    expect(format(si.grams(1000))).toBe('1.000 kg')
    expect(format(areas(1e-12))).toBe('1.000e-12 m^2')
    expect(format(squareRoot(areas(2)))).toBe('1.414 m')
  })
})
