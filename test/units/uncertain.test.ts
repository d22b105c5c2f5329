import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import type { Temperature } from '../../src/units/dimension'
import * as E from 'fp-ts/lib/Either.js'
import { enclosure, isEnclosure, type Enclosure } from '../../src/units/enclosure'
import { formatWith } from '../../src/units/format'
import { Exact } from '../../src/units/decimal'
import type { UnitError } from '../../src/units/parse'
import type { Quantity } from '../../src/units/quantity'
import * as si from '../../src/units/si'
import { isUncertain, parseUncertain } from '../../src/units/uncertain'
import type { Unit } from '../../src/units/unit'
import { knownUnits, messageOf, numeral, right } from './arbitraries'

const { hertz, joules, joulesPerBit, kelvin, one, percent, seconds } = si

const ends = (of: Quantity<unknown> | Enclosure<unknown>): readonly string[] =>
  ('exact' in of ? [of] : [of.lower, of.upper]).map(({ exact }) => exact.toString())
const read = (of: Unit<unknown>, text: string): readonly string[] => ends(right(parseUncertain(of)(text)))

describe('what is certain', () => {
  test.each(['300 K', ' 300 K ', '0.3 kK', '300000 mK'])('"%s" is a quantity, as parse has it', (text) => {
    const found = right(parseUncertain(kelvin)(text))
    expect(isEnclosure(found)).toBe(false)
    expect(ends(found)).toEqual(['300'])
  })

  test('may have signs, and exponents', () => {
    expect(read(one, '-1e-3')).toEqual(['-0.001'])
    expect(read(one, '+1e+3')).toEqual(['1000'])
    expect(read(kelvin, '-1e+2 K')).toEqual(['-100'])
  })

  test('has the dimension of its unit', () => {
    expectTypeOf(parseUncertain(kelvin)('300 K')).toEqualTypeOf<
      E.Either<UnitError, Quantity<Temperature> | Enclosure<Temperature>>
    >()
    expect(messageOf(parseUncertain(kelvin)('300 J'))).toBe(
      'expected a temperature such as "1 K" (this is an energy), got "300 J"'
    )
  })
})

describe('a value with its deviation', () => {
  test.each([
    '300 K ± 2 K', '300 ± 2 K', '300 K +- 2 K', '300 K +/- 2 K', '300 K+/-2 K', '300K±2K', ' 300  ±  2  K ',
    '0.3 kK ± 2000 mK', '3e2 ± 2e0 K', '3.0e+2 K ± 2.0e+0 K', '300 K ± 2. K', '+300 K ± +2 K'
  ])('"%s" is between 298 K and 302 K', (text) => {
    expect(read(kelvin, text)).toEqual(['298', '302'])
  }) // prettier-ignore

  test.each([
    ['1 GHz ± 10 %', hertz, '900000000', '1100000000'],
    ['1 GHz ± 10%', hertz, '900000000', '1100000000'],
    ['1 GHz +/- 0.5 %', hertz, '995000000', '1005000000'],
    ['2 pJ/bit ± 25 %', joulesPerBit, '1.5e-12', '2.5e-12'],
    ['-4 J ± 25 %', joules, '-5', '-3'],
    ['300 K ± 200 %', kelvin, '-300', '900'],
    ['0.1 ± 0.01', one, '0.09', '0.11'],
    ['0.1 ± 1e-2', one, '0.09', '0.11'],
    ['300 ± 2 mK', kelvin, '0.298', '0.302'],
    ['1 h ± 1 min', seconds, '3540', '3660'],
    ['300 K ± 0 K', kelvin, '300', '300'],
    ['300 K ± 0 %', kelvin, '300', '300']
  ] as const)('"%s" is read', (text, of, lower, upper) => {
    expect(read(of, text)).toEqual([lower, upper])
  })

  test('is exact, whatever the digits', () => {
    fc.assert(
      fc.property(numeral(60), numeral(60), (x, by) => {
        const deviation = by.replace('-', '')
        const [value, exact] = [new Exact(x), new Exact(deviation)]
        expect(read(kelvin, `${x} K ± ${deviation} K`)).toEqual(
          [value.minus(exact), value.plus(exact)].map(String)
        )
      })
    )
  })

  test('encloses also where the digits are too many to keep', () => {
    const [lower, upper] = read(kelvin, '1e900 K ± 1e-900 K').map((end) => new Exact(end))
    expect([lower!.lt('1e900'), upper!.gt('1e900')]).toEqual([true, true])
  })
})

describe('an interval', () => {
  test.each([
    ['[1e9, 1e10] Hz', hertz, '1000000000', '10000000000'],
    ['[1, 10] GHz', hertz, '1000000000', '10000000000'],
    ['[1 GHz, 10 GHz]', hertz, '1000000000', '10000000000'],
    ['[100 MHz, 10 GHz]', hertz, '100000000', '10000000000'],
    ['  [ 1 ,10 ]GHz ', hertz, '1000000000', '10000000000'],
    ['[0.1, 0.2]', one, '0.1', '0.2'],
    ['[10, 20] %', one, '0.1', '0.2'],
    ['[10 %, 20 %]', one, '0.1', '0.2'],
    ['[-1, 1] K', kelvin, '-1', '1'],
    ['[+1, 1e+1] K', kelvin, '1', '10'],
    ['[-2, -1] K', kelvin, '-2', '-1'],
    ['[1, 1] K', kelvin, '1', '1'],
    ['[1, 2] pJ/bit', joulesPerBit, '1e-12', '2e-12']
  ] as const)('"%s" is read', (text, of, lower, upper) => {
    expect(read(of, text)).toEqual([lower, upper])
  })
})

describe('a factor that never ends', () => {
  const perMinute = (text: string): Enclosure<unknown> =>
    right(parseUncertain(si.perSecond)(text)) as Enclosure<unknown>

  test.each([
    ['[1, 2] 1/min', 1, 2],
    ['1.5 1/min ± 0.5 1/min', 1, 2],
    ['2 1/min ± 50 %', 1, 3]
  ])('%s has its ends rounded outward', (text, from, to) => {
    const { lower, upper } = perMinute(text)
    const [least, most] = [lower, upper].map(({ exact }) => new Exact(exact).times(60))
    expect([least!.lte(from), most!.gte(to)]).toEqual([true, true])
    expect(least!.gt(new Exact(from).minus('1e-30'))).toBe(true)
    expect(most!.lt(new Exact(to).plus('1e-30'))).toBe(true)
  })
})

describe('refused, in words', () => {
  const form = 'or an interval such as "[lower, upper] unit" or "value ± deviation"'

  test.each([
    ['[10, 1] GHz', hertz, 'expected the lower end before the upper, got "[10, 1] GHz"'],
    ['300 K ± -2 K', kelvin, 'expected a deviation that is not negative, got "300 K ± -2 K"'],
    ['300 K ± -1 %', kelvin, 'expected a deviation that is not negative, got "300 K ± -1 %"'],
    ['300 K ± 2', kelvin, 'expected a temperature such as "1 K" (no unit is given), got "2"'],
    ['300 ± 2', kelvin, 'expected a temperature such as "1 K" (no unit is given), got "300"'],
    ['300 K ± 2 J', kelvin, 'expected a temperature such as "1 K" (this is an energy), got "2 J"'],
    ['300 J ± 2 K', kelvin, 'expected a temperature such as "1 K" (this is an energy), got "300 J"'],
    ['300 ± 10 %', kelvin, 'expected a temperature such as "1 K" (no unit is given), got "300"'],
    ['[1, 2]', kelvin, 'expected a temperature such as "1 K" (no unit is given), got "1"'],
    ['[1 K, 2 J]', kelvin, 'expected a temperature such as "1 K" (this is an energy), got "2 J"'],
    ['[1, 2', kelvin, `expected a temperature such as "1 K", ${form}, got "[1, 2"`],
    ['± 2 K', kelvin, `expected a temperature such as "1 K", ${form}, got "± 2 K"`],
    ['300 K ±', kelvin, `expected a temperature such as "1 K", ${form}, got "300 K ±"`],
    ['300 K ± 2 K ± 1 K', kelvin, `expected a temperature such as "1 K", ${form}, got "300 K ± 2 K ± 1 K"`],
    ['[1 K]', kelvin, `expected a temperature such as "1 K", ${form}, got "[1 K]"`],
    ['[1, 2, 3] K', kelvin, `expected a temperature such as "1 K", ${form}, got "[1, 2, 3] K"`],
    ['[1, [2, 3]] K', kelvin, `expected a temperature such as "1 K", ${form}, got "[1, [2, 3]] K"`],
    ['300 K ± %', kelvin, 'expected a pure number such as "1 %", got "%"'],
    ['[,] K', kelvin, 'expected a temperature such as "1 K", got "K"'],
    ['[1, ] K', kelvin, 'expected a temperature such as "1 K", got "K"'],
    ['300 K ± 2 °C', kelvin, 'expected a temperature in kelvin, such as "298.15 K" for 25 °C (an offset scale has no multiples), got "2 °C"']
  ] as const)('"%s"', (text, of, message) => {
    expect(messageOf(parseUncertain(of as Unit<unknown>)(text))).toBe(message)
  }) // prettier-ignore

  test.each(['0.1 ± 10 %', '50 % ± 5 %', '0.1 ± 10%'])(
    '"%s": of a pure number, % may mean two things',
    (text) => {
      expect(messageOf(parseUncertain(one)(text))).toBe(
        `expected a deviation without %: of a pure number it could be a share of it or not, got "${text}"`
      )
      expect(E.isLeft(parseUncertain(percent)(text))).toBe(true)
    }
  )

  test.each([
    ['[1 %, 2 %] %', one],
    ['[1 %, 2] %', one],
    ['[1, 2 %] %', one],
    ['[1 %, 2]', one],
    ['[0.01, 2 %]', one],
    ['[1 K, 2 K] K', kelvin],
    ['[1 V, 2 V] A', si.watts],
    ['[1, 2 V] A', si.watts],
    ['[1 1/s, 2 1/s] J', si.watts]
  ] as const)('"%s": the unit after the interval, or at each of its ends', (text, of) => {
    expect(messageOf(parseUncertain(of as Unit<unknown>)(text))).toBe(
      `expected a unit after the interval, or one at each of its ends, got "${text}"`
    )
  })

  test('"10 % ± 1": the deviation may be of points or of the whole', () => {
    expect(messageOf(parseUncertain(one)('10 % ± 1'))).toBe(
      'expected an interval such as "[lower, upper] %": the deviation has no unit, got "10 % ± 1"'
    )
  })

  test.each(['300 K ± 2 % %', '300 K ± 2 %²', '300 K ± 2 %/%'])('"%s": a percentage once', (text) => {
    expect(messageOf(parseUncertain(kelvin)(text))).toContain('expected % once')
  })

  test.each([
    '[1 K, 2 K] ± 1 K',
    '[1 K, 2 K] J',
    '[1 K, 2 K] K',
    '[1 K, 2] K',
    '[1 K, 2 K] and more',
    '[1, 2] K or so'
  ])('"%s": nothing that is said is left out', (text) => {
    expect(messageOf(parseUncertain(kelvin)(text))).toMatch(/^expected /)
  })

  test('the example of the caller stands in the message', () => {
    expect(messageOf(parseUncertain(kelvin, '300 K')('[1, 2'))).toContain('a temperature such as "300 K"')
  })

  test('however long it is, at once', () => {
    const start = performance.now()
    for (const text of [
      `[${'1'.repeat(100_000)}`,
      `[1,${']'.repeat(100_000)}`,
      '+-'.repeat(50_000),
      '±'.repeat(100_000),
      `[${' '.repeat(100_000)},`,
      `300 K ± ${'1'.repeat(100_000)}x`
    ])
      expect(E.isLeft(parseUncertain(kelvin)(text))).toBe(true)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

test('a text means to say an uncertainty where it has a bracket first, or a deviation', () => {
  expect(['[1', ' [1, 2] K', '1 ± 2', '1+-2', '1 +/- 2', '±'].map(isUncertain)).toEqual(Array(6).fill(true))
  expect(['1 K', '-1 K', '1e+3', '1e-3', '1 K]', '1 [K]', ''].map(isUncertain)).toEqual(Array(7).fill(false))
})

describe('what is printed with all digits is read back as it was', () => {
  const all = formatWith({ digits: 'all' })
  const dimensionsKnown = [...new Map(knownUnits.map((unit) => [unit.dimension.key, unit])).values()]
  const pairs = (digits: number, power?: number) =>
    fc.tuple(numeral(digits, power), numeral(digits, power)).map((both) => {
      const [x, y] = both.map((text) => new Exact(text))
      return x!.lte(y!) ? ([x!, y!] as const) : ([y!, x!] as const)
    })
  const expectBack = (of: Unit<unknown>, lower: Exact_, upper: Exact_): void => {
    const text = all(enclosure(of.dimension, lower, upper))
    const back = read(of, text).map((end) => new Exact(end))
    expect([back[0]!.eq(lower), back.at(-1)!.eq(upper)]).toEqual([true, true])
  }
  type Exact_ = InstanceType<typeof Exact>

  test('in every dimension', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...dimensionsKnown,
          joulesPerBit,
          si.macsPerConversion,
          si.diffusivities,
          si.faradsPerMetre,
          si.areas
        ),
        pairs(40),
        (of, [lower, upper]) => {
          expectBack(of, lower, upper)
        }
      ),
      { numRuns: 300 }
    )
  })

  test('with hundreds of digits, and with few beside many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(kelvin, seconds, one),
        pairs(300),
        numeral(2),
        (of, [lower, upper], few) => {
          expectBack(of, lower, upper)
          const short = new Exact(few)
          if (short.lte(upper)) expectBack(of, short, upper)
        }
      ),
      { numRuns: 60 }
    )
  })

  test('times in minutes, hours, days and years too, where no digit is lost', () => {
    const units = [seconds, si.minutes, si.hours, si.days, si.years]
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.constantFrom(...units), pairs(12, 6), (a, b, [x, y]) => {
        const [p, q] = [a(x).exact, b(y).exact]
        expectBack(seconds, p.lte(q) ? p : q, p.lte(q) ? q : p)
      }),
      { numRuns: 200 }
    )
    expect(all(enclosure(seconds.dimension, si.days(1).exact, si.days(2).exact))).toBe('[1, 2] d')
    expect(all(enclosure(seconds.dimension, new Exact(100), si.years(2).exact))).toBe('[100, 6.31152e7] s')
  })

  test('a point as a quantity', () => {
    expect(all(enclosure(kelvin.dimension, new Exact(300), new Exact(300)))).toBe('300 K')
  })
})
