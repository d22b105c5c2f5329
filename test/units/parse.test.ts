import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { dimensions, type Energy } from '../../src/units/dimension'
import { formatWith } from '../../src/units/format'
import { expectation, parse, type UnitError } from '../../src/units/parse'
import * as budget from '../../src/units/budget'
import type { Quantity } from '../../src/units/quantity'
import * as si from '../../src/units/si'
import { dot, per, type Unit } from '../../src/units/unit'
import { knownUnit, messageOf, numeral, right } from './arbitraries'

const { joules, joulesPerBit, joulesPerMac, kelvin, hertz, one, seconds, bits, flops, ohms, joulesPerFlop } =
  si

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What is asked for, the text, and the value in coherent SI units. */
const good: readonly (readonly [Unit<unknown>, string, string])[] = [
  [joules, '1 J', '1'],
  [joules, '1J', '1'],
  [joules, '  1   J  ', '1'],
  [joules, '1\tJ\n', '1'],
  [joules, '+1.50 J', '1.5'],
  [joules, '-1 J', '-1'],
  [joules, '.5 J', '0.5'],
  [joules, '5. J', '5'],
  [joules, '1e3J', '1000'],
  [joules, '1E-3 J', '0.001'],
  [joules, '1 eV', '1.602176634e-19'],
  [joules, '1 meV', '1.602176634e-22'],
  [joules, '2 kWh', '7200000'],
  [joules, '1 W·h', '3600'],
  [joules, '1 W*s', '1'],
  [joules, '1 W s', '1'],
  [joules, '1 kg m^2 / s^2', '1'],
  [joules, '1 kg·m²·s⁻²', '1'],
  [joules, '1 m²·kg/s/s', '1'],
  [joules, '1 g*m^2*s^-2', '0.001'],
  [joules, '1 C·V', '1'],
  [joules, '1 F·V²', '1'],
  [joules, '1 µJ', '0.000001'],
  [joules, '1 \u00b5J', '0.000001'],
  [joules, '1 \u03bcJ', '0.000001'],
  [joules, '1 uJ', '0.000001'],
  [joules, '1 qJ', '1e-30'],
  [joules, '1 QJ', '1e+30'],
  [joulesPerBit, '3.9 pJ/bit', '3.9e-12'],
  [joulesPerBit, '3.9pJ/bit', '3.9e-12'],
  [joulesPerBit, '3.9 pJ / bits', '3.9e-12'],
  [joulesPerBit, '8 pJ/B', '1e-12'],
  [joulesPerBit, '1 pJ·bit⁻¹', '1e-12'],
  [joulesPerBit, '1 J/bit', '1'],
  [joulesPerMac, '1 fJ/MAC', '1e-15'],
  [joulesPerMac, '1 fJ/MACs', '1e-15'],
  [joulesPerMac, '1 fJ/mac', '1e-15'],
  [joulesPerFlop, '2 pJ/FLOP', '2e-12'],
  [joulesPerFlop, '2 J/TFLOP', '2e-12'],
  [si.joulesPerUpdate, '1 aJ/update', '1e-18'],
  [si.joulesPerConversion, '1 pJ/conversion', '1e-12'],
  [kelvin, '298.15 K', '298.15'],
  [kelvin, '4 mK', '0.004'],
  [hertz, '1 GHz', '1000000000'],
  [hertz, '5 s^-1', '5'],
  [hertz, '5 s⁻¹', '5'],
  [hertz, '5 /s', '5'],
  [hertz, '5/s', '5'],
  [hertz, '5 1/s', '5'],
  [hertz, '5 1/ms', '5000'],
  [one, '0.25', '0.25'],
  [one, '1 %', '0.01'],
  [one, '50%', '0.5'],
  [one, '1 J/kJ', '0.001'],
  [one, '-1e-3', '-0.001'],
  [seconds, '10 yr', '315576000'],
  [seconds, '1 year', '31557600'],
  [seconds, '2 years', '63115200'],
  [seconds, '1 d', '86400'],
  [seconds, '1 h', '3600'],
  [seconds, '2 min', '120'],
  [seconds, '1 us', '0.000001'],
  [seconds, '1 ns', '1e-9'],
  [si.metres, '1 m', '1'],
  [si.metres, '28 nm', '2.8e-8'],
  [si.areas, '1 km²', '1000000'],
  [si.areas, '3 um^2', '3e-12'],
  [si.moles, '1 mmol', '0.001'],
  [bits, '1 kB', '8000'],
  [bits, '8 bits', '8'],
  [si.updates, '1e12 updates', '1000000000000'],
  [si.updates, '1 update', '1'],
  [si.parameters, '7 Gparameters', '7000000000'],
  [si.tokens, '300 Gtokens', '300000000000'],
  [ohms, '1 k\u03a9', '1000'],
  [ohms, '1 Mohm', '1000000'],
  [ohms, '2 ohms', '2'],
  [si.faradsPerMetre, '0.2 fF/µm', '2e-10'],
  [si.macsPerUpdate, '5000 mac/update', '5000'],
  [si.updatesPerParameter, '100 updates/parameter', '100']
]

/** What is asked for, the text, and what the message must contain. */
const bad: readonly (readonly [Unit<unknown>, string, readonly (string | RegExp)[]])[] = [
  [one, '1 % %', ['expected % once, got "1 % %"']],
  [one, '1 %·%', ['expected % once']],
  [one, '1 %/%', ['expected % once']],
  [one, '1 %²', ['expected % once']],
  [one, '1 %^-2', ['expected % once']],
  [joules, '1 % J %', ['expected % once']],
  [joules, '1 J J', ['an energy such as "1 J"']],
  [kelvin, '25 °C', ['kelvin', '298.15 K', '25 °C']],
  [kelvin, '25 ℃', ['kelvin']],
  [kelvin, '77 °F', ['kelvin']],
  [kelvin, '77 ℉', ['kelvin']],
  [kelvin, '300', ['a temperature such as "1 K"', 'no unit is given', '"300"']],
  [kelvin, '', ['a temperature', 'got ""']],
  [kelvin, ' ', ['a temperature']],
  [kelvin, 'K', ['a temperature', 'got "K"']],
  [kelvin, 'NaN K', ['a temperature such as "1 K"', 'NaN K']],
  [kelvin, 'Infinity K', ['a temperature', 'Infinity K']],
  [kelvin, '1e99999999999999999999 K', ['within the range of decimals']],
  [kelvin, '1,000', ['","', '1,000']],
  [kelvin, '1,000 K', ['","']],
  [kelvin, '1_000 K', ['1_000 K']],
  [kelvin, '0x10 K', ['0x10 K']],
  [kelvin, '--1 K', ['a temperature']],
  [kelvin, '−1 K', ['a temperature']],
  [kelvin, '１ K', ['a temperature']],
  [kelvin, '1 e3 K', ['"e"']],
  [kelvin, '1.2.3 K', ['1.2.3 K']],
  [kelvin, '1 K 2', ['a unit such as', '1 K 2']],
  [kelvin, '1 K2', ['a unit such as']],
  [kelvin, '1 J//K', ['a unit such as', 'J//K']],
  [kelvin, '1 K/', ['a unit such as']],
  [kelvin, '1 K^', ['a unit such as']],
  [flops, '1 ops', ['"flop" for an operation, or "mac"', 'got "1 ops"']],
  [flops, '2 Gop', ['"flop" for an operation']],
  [bits, '2M', ['expected a unit behind the prefix, such as "2 Mbit", or a number such as 2e6, got "2M"']],
  [kelvin, '1 K^-', ['a unit such as']],
  [kelvin, '1 K²²', ['a unit such as']],
  [kelvin, '1 K^1.5', ['1 K^1.5']],
  [kelvin, '1 K²', ['a temperature', 'this is a K²']],
  [kelvin, '1 GHz', ['a temperature', 'this is a rate']],
  [hertz, '1 GHZ', ['did you mean "GHz"?']],
  [hertz, '1 pJ', ['a rate such as "1 Hz"', 'this is an energy']],
  [hertz, '1 foo', [/instead of "foo"(?!.*did you mean)/]],
  [joules, '1 J/bit', ['an energy such as "1 J"', 'this is an energy per bit']],
  [joules, '1 C', ['this is an electric charge']],
  [joules, '20 kT', ['joules or electronvolts', 'temperature', '4.142 zJ at 300 K']],
  [joules, '1 constructor', ['"constructor"']],
  [joules, '1 __proto__', ['"__proto__"']],
  [one, '1 K', ['a pure number such as "1"', 'this is a temperature']],
  [one, 'half', ['a pure number']],
  [joulesPerFlop, '1 pJ/FLOPS', ['"flop"', '"flop/s"', 'read as either']],
  [joulesPerFlop, '1 pJ/flops', ['"flop/s"']],
  [joulesPerFlop, '1 pJ/GFLOPS', ['"flop/s"']],
  [bits, '8 b', ['"bit"', '"B"', 'read as either']],
  [bits, '8 Mb', ['"bit"', '"B"']],
  [bits, '8 bps', ['"bit"', '"B"']],
  [seconds, '1 kmin', [/"kmin"/]]
]

describe('what is understood', () => {
  test.each(good.map(([of, text, value]) => [text, value, of] as const))(
    '"%s" is %s in SI',
    (text, value, of) => {
      const quantity = right(parse(of)(text))
      expect(quantity.exact.toString()).toBe(value)
      expect(quantity.dimension.key).toBe(of.dimension.key)
    }
  )

  test('the sign for ohm and the letter omega are one unit', () => {
    expect(right(parse(ohms)('1 k\u2126')).exact.toString()).toBe('1000')
  })

  test('every digit is kept', () => {
    const digits = `0.${'123456789'.repeat(50)}`
    expect(right(parse(kelvin)(`${digits} K`)).exact.toFixed()).toBe(digits)
  })

  test('any unit of the dimension will do, and the quantity has the type of the one asked for', () => {
    const parsed = parse(joules)('1 kWh')
    expectTypeOf(parsed).toEqualTypeOf<E.Either<UnitError, Quantity<Energy>>>()
    expect(right(parsed).dimension).toBe(dimensions.energy)
  })

  test('every unit is read by every one of its spellings', () => {
    for (const { unit, spellings } of si.registry)
      for (const spelling of spellings)
        expect([spelling, right(parse(unit)(`3 ${spelling}`)).exact.eq(unit(3).exact)]).toEqual([
          spelling,
          true
        ])
  })

  test('every unit is read with every prefix it takes', () => {
    fc.assert(
      fc.property(knownUnit, numeral(20), (of, x) => {
        expect(right(parse(of)(`${x} ${of.symbol}`)).exact.eq(of(x).exact)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})

describe('what is refused', () => {
  test.each(bad.map(([of, text, parts]) => [text, of.symbol, of, parts] as const))(
    '"%s" is not a number of "%s", and the message says why',
    (text, _, of, parts) => {
      const message = messageOf(parse(of)(text))
      for (const part of parts)
        expect(message).toMatch(part instanceof RegExp ? part : new RegExp(escaped(part)))
      expect(message.startsWith('expected ')).toBe(true)
    }
  )

  test('an error has its parts: what was found and what was expected', () => {
    expect(parse(hertz)('1 pJ')).toEqual(
      E.left({
        _tag: 'UnitError',
        found: '1 pJ',
        expected: 'a rate such as "1 Hz" (this is an energy)',
        message: 'expected a rate such as "1 Hz" (this is an energy), got "1 pJ"'
      })
    )
  })

  test('the example in a message is of one’s choice', () => {
    expect(messageOf(parse(hertz, '1 GHz')('fast'))).toBe('expected a rate such as "1 GHz", got "fast"')
  })

  test('a value too large for a decimal is refused, also where only the unit makes it so', () => {
    expect(messageOf(parse(joules)('1e9000000000000001 J'))).toContain('within the range of decimals')
    expect(messageOf(parse(joules)('1e9000000000000000 kJ'))).toContain('within the range of decimals')
  })

  test('a value too small for a decimal is refused, and not read as zero', () => {
    expect(messageOf(parse(one)('1e-99999999999999999999'))).toContain('within the range of decimals')
    expect(messageOf(parse(joules)('1e-9000000000000000 pJ'))).toContain('within the range of decimals')
  })

  test.each([
    ['300 k', 'K'],
    ['1 hz', 'Hz'],
    ['1 pj', 'pJ'],
    ['1 ghz', 'GHz']
  ])('of "%s" the guess is the unit in other letters, "%s"', (text, guess) => {
    expect(messageOf(parse(joules)(text))).toContain(`did you mean "${guess}"?`)
  })

  test.each([
    ['5 kelvins', 'K'],
    ['5 Joule', 'J'],
    ['3 electronvolt', 'eV']
  ])('of "%s", a name, the guess is the symbol "%s"', (text, guess) => {
    expect(messageOf(parse(joules)(text))).toContain(`did you mean "${guess}"?`)
  })

  test('a character that is like no unit draws no guess', () => {
    expect(messageOf(parse(kelvin)('1,000 K'))).not.toContain('did you mean')
  })
})

describe('long texts', () => {
  const many = 10_000_000

  test.each([
    ['10 MB of digits', '9'.repeat(many)],
    ['10 MB of digits and a unit', `${'9'.repeat(many)} K`],
    ['10 MB of letters', `1 ${'K'.repeat(many)}`],
    ['10 MB of spaces', `1${' '.repeat(many)}K`],
    ['a thousand letters', `1 ${'x'.repeat(990)}`],
    ['a thousand digits and no unit', `${'1'.repeat(990)}x`],
    ['hundreds of factors', `1 J${'/eV^9'.repeat(190)}`]
  ])('%s are refused at once, in a short message', (_, text) => {
    const start = performance.now()
    const message = messageOf(parse(kelvin)(text))
    expect(performance.now() - start).toBeLessThan(1000)
    expect(message.length).toBeLessThan(300)
  })

  test('a message says how long the text was', () => {
    expect(messageOf(parse(kelvin)('9'.repeat(many)))).toContain(`(${String(many)} characters)`)
  })

  test('a text within the limit is read, and one beyond it is not', () => {
    const longest = `${'1'.repeat(budget.numeral - 2)} K`
    expect(right(parse(kelvin)(longest)).exact.e).toBe(budget.numeral - 3)
    expect(E.isLeft(parse(kelvin)(`1${longest}`))).toBe(true)
  })
})

describe('expectations', () => {
  test.each(
    [
      [joules, 'an energy such as "1 J"'],
      [kelvin, 'a temperature such as "1 K"'],
      [one, 'a pure number such as "1"'],
      [joulesPerBit, 'an energy per bit such as "1 J/bit"'],
      [si.areas, 'an area such as "1 m²"'],
      [si.amperes, 'an electric current such as "1 A"'],
      [bits, 'an amount of information such as "1 bit"'],
      [si.updates, 'a number of updates such as "1 update"']
    ].map(([of, text]) => [text, of] as [string, Unit<unknown>])
  )('it is %s', (text, of) => {
    expect(expectation(of)).toBe(text)
  })
})

describe('reading what was printed', () => {
  const all = formatWith<unknown>({ digits: 'all' })
  const decimalUnits: readonly Unit<unknown>[] = [
    si.metres, seconds, si.grams, si.amperes, kelvin, si.watts, joules, bits, si.updates, si.macs, si.nanoseconds
  ] // prettier-ignore

  test('gives back exactly the quantity, whatever its unit', () => {
    const isTime = ({ dimension }: Unit<unknown>): boolean => dimension.key === dimensions.time.key
    fc.assert(
      fc.property(
        knownUnit.filter((of) => !isTime(of)),
        numeral(20),
        (of, x) => {
          expect(right(parse(of)(all(of(x)))).exact.toString()).toBe(of(x).exact.toString())
        }
      ),
      { numRuns: 500 }
    )
  })

  test('gives back exactly a time', () => {
    fc.assert(
      fc.property(numeral(20, 9), (x) => {
        expect(right(parse(seconds)(all(seconds(x)))).exact.toString()).toBe(seconds(x).exact.toString())
      })
    )
  })

  test('gives back exactly the quantity where it is printed in its own unit', () => {
    fc.assert(
      fc.property(knownUnit, numeral(34), (of, x) => {
        const text = formatWith({ digits: 'all', unit: of })(of(x))
        expect(right(parse(of)(text)).exact.toString()).toBe(of(x).exact.toString())
      }),
      { numRuns: 500 }
    )
  })

  test('gives back exactly a quantity of any product or quotient of units', () => {
    const any = fc.constantFrom(...decimalUnits)
    fc.assert(
      fc.property(any, any, any, numeral(20), (a, b, c, x) => {
        const of = per(dot(a, b), c)
        const q = of(x)
        fc.pre(q.dimension.key !== dimensions.time.key)
        expect(right(parse(of)(all(q))).exact.toString()).toBe(q.exact.toString())
      }),
      { numRuns: 300 }
    )
  })
})
