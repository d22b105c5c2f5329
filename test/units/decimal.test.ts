import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import {
  decimal,
  decimalsOf,
  defaultDigits,
  Exact,
  exactly,
  floatOf,
  Working,
  type Decimal as Value
} from '../../src/units/decimal'
import { numeral } from './arbitraries'
import { minus, order, over, plus, ratio, ratioOf, ratioOfFloat, times, type Ratio } from './rational'

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

describe('arithmetic that is rounded one way', () => {
  /** Significands of some digits: any, and such that end in a 1 or in nines, on which a carry or a borrow hangs. */
  const significands = (digits: number): fc.Arbitrary<string> =>
    fc
      .integer({ min: 1, max: digits + 10 })
      .chain((k) =>
        fc.oneof(
          fc.bigInt({ min: 10n ** BigInt(k - 1), max: 10n ** BigInt(k) - 1n }).map(String),
          fc.constant('1'.padEnd(k, '0') + '1'),
          fc.constant(''.padEnd(k, '9'))
        )
      )
  const powers = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -70, max: 70 }),
    fc.integer({ min: -600, max: 600 })
  )
  const numerals = (digits: number): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom('', '-'), significands(digits), powers)
      .map(([sign, significand, power]) => `${sign}${significand}e${power}`)
  /** A precision, and two numbers; or a number and one close to it or to its opposite, which cancel. */
  const operands: fc.Arbitrary<readonly [number, string, string]> = fc
    .integer({ min: 1, max: 60 })
    .chain((digits) =>
      fc.oneof(
        fc.tuple(fc.constant(digits), numerals(digits), numerals(digits)),
        fc
          .tuple(significands(digits), powers, fc.bigInt({ min: -3n, max: 3n }), fc.constantFrom('', '-'))
          .map(
            ([significand, power, by, sign]) =>
              [digits, `${significand}e${power}`, `${sign}${BigInt(significand) + by}e${power}`] as const
          )
          .filter(([, , y]) => !/^-?-?0e|^--/.test(y))
      )
    )

  /** Lower and upper enclose, one unit in the last digit apart, or are the value where they can be. */
  const expectClosest = (
    [lower, upper]: readonly [Value, Value],
    digits: number,
    toValue: (x: Ratio) => number
  ): void => {
    expect(Math.max(lower.precision(), upper.precision())).toBeLessThanOrEqual(digits)
    const [below, above] = [toValue(ratioOf(lower)), toValue(ratioOf(upper))]
    if (below === 0 || above === 0) expect([below, above]).toEqual([0, 0])
    else {
      expect([below, above]).toEqual([-1, 1])
      const ends = [lower, upper].filter((end) => !end.isZero())
      const unit = ratioOf(`1e${Math.min(...ends.map(({ e }) => e)) + 1 - digits}`)
      expect(order(minus(ratioOf(upper), ratioOf(lower)), unit)).toBeLessThanOrEqual(0)
    }
  }

  const exact = { plus, minus, times, div: over }

  test.each(Object.keys(exact) as (keyof typeof exact)[])(
    '%s encloses the result as closely as can be',
    (op) => {
      fc.assert(
        fc.property(operands, ([digits, x, y]) => {
          const ends = (['down', 'up'] as const).map((way) => new (decimalsOf(digits, way))(x)[op](y))
          const value = exact[op](ratioOf(x), ratioOf(y))
          expectClosest(ends as [Value, Value], digits, (end) => order(end, value))
        }),
        { numRuns: 500 }
      )
    }
  )

  test('sqrt encloses the root as closely as can be', () => {
    fc.assert(
      fc.property(operands, fc.boolean(), ([digits, x], squared) => {
        const magnitude = x.replace('-', '')
        const of = squared ? times(ratioOf(magnitude), ratioOf(magnitude)) : ratioOf(magnitude)
        const given = squared ? new Exact(magnitude).times(magnitude) : new Exact(magnitude)
        const ends = (['down', 'up'] as const).map((way) => new (decimalsOf(digits, way))(given).sqrt())
        expectClosest(ends as [Value, Value], digits, (end) => order(times(end, end), of))
      }),
      { numRuns: 500 }
    )
  })

  test('a quotient that never ends is cut to the side asked for', () => {
    const third = ratio(1n, 3n)
    expect(order(ratioOf(new exactly.down(1).div(3)), third)).toBe(-1)
    expect(order(ratioOf(new exactly.up(1).div(3)), third)).toBe(1)
    expect(order(ratioOf(new exactly.down(-1).div(3)), ratio(-1n, 3n))).toBe(-1)
  })
})

describe('the float64 of a decimal', () => {
  const halfway = fc
    .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -1, max: 1 }))
    .map(([x, side]) => {
      const binary = new Exact(`${x < 0 ? '-' : ''}0b${Math.abs(x).toString(2)}`)
      return binary.plus(new Exact(Math.abs(x) || 5e-324).times(`${side}e-17`))
    })
  const values: fc.Arbitrary<Value> = fc.oneof(
    numeral(40, 330).map(decimal),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(decimal),
    halfway
  )
  /** As the binary number that it is, and as the decimal that it prints as. */
  const meanings = (x: number): readonly Ratio[] => [ratioOfFloat(x), ratioOf(String(x))]

  test('is on the side asked for, as a number and in print, and next to the nearest', () => {
    fc.assert(
      fc.property(values, (x) => {
        const [down, nearest, up] = [floatOf(x, 'down'), floatOf(x, 'nearest'), floatOf(x, 'up')]
        expect(nearest).toBe(x.toNumber())
        const exact = ratioOf(x)
        for (const end of Number.isFinite(down) ? meanings(down) : [])
          expect(order(end, exact)).toBeLessThanOrEqual(0)
        for (const end of Number.isFinite(up) ? meanings(up) : [])
          expect(order(end, exact)).toBeGreaterThanOrEqual(0)
        // A float64 of 53 bits is at most 2⁻⁵² of itself away from the next.
        const step = Math.abs(nearest) * 2 ** -52 + 5e-324
        if (Number.isFinite(nearest)) {
          expect(nearest - Math.max(down, -Number.MAX_VALUE)).toBeLessThanOrEqual(step)
          expect(Math.min(up, Number.MAX_VALUE) - nearest).toBeLessThanOrEqual(step)
        }
      }),
      { numRuns: 500 }
    )
  })

  test.each([0, 1, -1, 300, 2 ** 53 - 1, 1 - 2 ** 53])('of the whole number %d is that number', (x) => {
    expect([floatOf(decimal(x), 'down'), floatOf(decimal(x), 'up')]).toEqual([x, x])
  })

  test('of a whole number that it cannot hold is beside it', () => {
    const x = decimal('9007199254740993')
    expect(floatOf(x, 'down')).toBeLessThan(2 ** 53 + 2)
    expect(floatOf(x, 'up')).toBeGreaterThan(2 ** 53)
  })

  test.each([
    ['1e400', Number.MAX_VALUE, Infinity],
    ['-1e400', -Infinity, -Number.MAX_VALUE],
    ['1e-400', 0, Number.MIN_VALUE],
    ['-1e-400', -Number.MIN_VALUE, 0],
    ['1e-9000000000000000', 0, Number.MIN_VALUE]
  ])('of %s is beyond none', (x, down, up) => {
    expect([floatOf(decimal(x), 'down'), floatOf(decimal(x), 'up')]).toEqual([down, up])
  })

  test('of no number is none', () => {
    for (const rounding of ['nearest', 'down', 'up'] as const)
      expect(floatOf(decimal(NaN), rounding)).toBeNaN()
  })
})
