import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { decimal, decimalsOf, defaultDigits, Exact, Working } from '../../src/units/decimal'
import { numeral } from './arbitraries'

describe('clones', () => {
  test('users hold the 34 digits of decimal128', () => {
    expect(defaultDigits).toBe(34)
    expect(new Working(2).div(3).toString()).toBe('0.6666666666666666666666666666666667')
  })

  test('a tie is rounded to the even digit', () => {
    const TwoDigits = decimalsOf(2)
    expect(new TwoDigits('1.25').plus(0).toString()).toBe('1.2')
    expect(new TwoDigits('1.35').plus(0).toString()).toBe('1.4')
  })

  test('the global configuration of decimal.js is left alone, and does not matter', () => {
    const before = { precision: Decimal.precision, rounding: Decimal.rounding }
    try {
      Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP })
      expect(new (decimalsOf(5))(1).div(3).toString()).toBe('0.33333')
      expect(new Working(1).div(3).toString()).toBe(`0.${'3'.repeat(34)}`)
      expect({ precision: Decimal.precision, rounding: Decimal.rounding }).toEqual({
        precision: 3,
        rounding: 0
      })
    } finally {
      Decimal.set(before)
    }
    expect(Decimal.precision).toBe(20)
  })

  test('a product of a unit factor and a numeral of a thousand digits is exact', () => {
    const digits = '7'.repeat(1000)
    expect(new Exact('1.602176634e-19').times(digits).times('1e28').toFixed()).toBe(
      String(BigInt(digits) * 1602176634n)
    )
  })
})

describe('numerals', () => {
  test.each([
    ['0', '0'],
    ['+1', '1'],
    ['-1', '-1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['1e-3', '0.001'],
    [' 2.50 ', '2.5'],
    ['007', '7']
  ])('"%s" is the number %s', (text, value) => {
    expect(decimal(text).toFixed()).toBe(value)
  })

  test.each([
    '', ' ', '.', '-', 'e3', '1e', '1e+', '1.2.3', '1,000', '1_000', '1 000', '--1', '0x10', '0b1', '0o7',
    'NaN', 'Infinity', '-Infinity', '½', '１', '1e5.5', '1n', 'one'
  ])('"%s" is not a number', (text) => { expect(decimal(text).isNaN()).toBe(true) }) // prettier-ignore

  test('a float64 means its shortest decimal', () => {
    expect(decimal(0.1).toString()).toBe('0.1')
    expect(decimal(5e-324).toString()).toBe('5e-324')
  })

  test('a float64 comes back from its decimal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(decimal(value).toNumber()).toBe(value)
      })
    )
  })

  test('a numeral keeps every digit, however many', () => {
    fc.assert(
      fc.property(numeral(200), (text) => {
        const [significand, exponent] = text.split('e')
        const value = decimal(text)
        const { s: sign, e: power } = value
        expect(decimal(significand!).toFixed()).toBe(significand)
        expect(power).toBe(significand!.replace('-', '').length - 1 + Number(exponent))
        expect(sign).toBe(text.startsWith('-') ? -1 : 1)
        expect(value.toExponential().replace(/[-.]|e.*/g, '')).toBe(significand!.replace(/-|0+$/g, ''))
      })
    )
  })

  test('what is no numeral is refused fast, however long it is', () => {
    const start = performance.now()
    expect(decimal(`${'1'.repeat(40_000)}x`).isNaN()).toBe(true)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
