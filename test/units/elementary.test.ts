import fc from 'fast-check'
import reference from '../oracle/logarithms.json'
import { decimalsOf, roundingMode, type Decimal, type Rounding } from '../../src/units/decimal'
import { arctan, exp, ln, log10Above } from '../../src/units/elementary'

const roundings = Object.keys(roundingMode) as Rounding[]

/** With so many more digits, decimal.js leaves nothing open that is tried here. */
const far = (digits: number): number => Math.min(3 * digits + 120, digits + 300)

const digitsOf = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: least, max: most })
    .chain((digits) => fc.bigInt({ min: 10n ** BigInt(digits - 1), max: 10n ** BigInt(digits) - 1n }))
    .map(String)

interface Asked {
  readonly text: string
  readonly digits: number
  readonly rounding: Rounding
}

const asked = (text: (digits: number) => fc.Arbitrary<string>): fc.Arbitrary<Asked> =>
  fc
    .integer({ min: 1, max: 60 })
    .chain((digits) =>
      fc.record({ text: text(digits), digits: fc.constant(digits), rounding: fc.constantFrom(...roundings) })
    )

const scaled = (least: number, most: number) => (): fc.Arbitrary<string> =>
  fc
    .tuple(digitsOf(1, 70), fc.integer({ min: least, max: most }))
    .map(([written, exponent]) => `0.${written}e${exponent}`)

/** 1 and so many digits of nothing, or what is as little below it. */
const aboutOne = (digits: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: digits + 5 }), digitsOf(1, 20), fc.boolean())
    .map(
      ([places, rest, isAbove]) => (isAbove ? `1.${'0'.repeat(places)}` : `0.${'9'.repeat(places)}`) + rest
    )

const isRounded =
  (ours: (x: Decimal) => Decimal, theirs: (x: Decimal) => Decimal) =>
  ({ text, digits, rounding }: Asked): void => {
    const found = ours(new (decimalsOf(digits, rounding))(text))
    const truth = theirs(new (decimalsOf(far(digits)))(text))
    expect(found.toString()).toBe(truth.toSignificantDigits(digits, roundingMode[rounding]).toString())
  }

const isLn = isRounded(ln, (x) => x.ln())
const isExp = isRounded(exp, (x) => x.exp())
const isArctan = isRounded(arctan, (x) => x.atan())
const negated = (of: Asked): Asked => ({ ...of, text: `-${of.text}` })

describe('ln is the rounded logarithm', () => {
  test('of numbers of any length and size', () => {
    fc.assert(fc.property(asked(scaled(-400, 400)), isLn), { numRuns: 300 })
  })

  test('of numbers about one, whose logarithms begin far behind the point', () => {
    fc.assert(fc.property(asked(aboutOne), isLn), { numRuns: 300 })
  })

  test('of what is as large or small as a decimal can be', () => {
    fc.assert(fc.property(asked(scaled(-8e15, 8e15)), isLn), { numRuns: 100 })
  })

  test.each([1, 34, 400])('of the integers to 100, to %d digits', (digits) => {
    for (let n = 1; n <= (digits === 400 ? 10 : 100); n++)
      for (const rounding of roundings) isLn({ text: String(n), digits, rounding })
  })
})

describe('exp is the rounded exponential', () => {
  test('of numbers of either sign', () => {
    fc.assert(
      fc.property(asked(scaled(-3, 5)), (of) => {
        isExp(of)
        isExp(negated(of))
      }),
      { numRuns: 150 }
    )
  })

  test('of what hardly moves it from one', () => {
    fc.assert(
      fc.property(asked(scaled(-80, -3)), (of) => {
        isExp(of)
        isExp(negated(of))
      }),
      { numRuns: 150 }
    )
  })

  test('to the ends of the range', () => {
    fc.assert(fc.property(asked(scaled(6, 15)), isExp), { numRuns: 50 })
    expect(exp(new (decimalsOf(34))('3e16')).toString()).toBe('Infinity')
    expect(exp(new (decimalsOf(34))('-3e16')).toString()).toBe('0')
  })

  test.each([1, 34, 400])('of the integers about 0, to %d digits', (digits) => {
    const most = digits === 400 ? 3 : 30
    for (let n = -most; n <= most; n++)
      for (const rounding of roundings) isExp({ text: String(n), digits, rounding })
  })
})

describe('arctan is the rounded arctangent', () => {
  test.each([
    ['of numbers up to one', -1, 0],
    ['of what is small', -40, -1]
  ])('%s', (_, least, most) => {
    fc.assert(
      fc.property(asked(scaled(least, most)), (of) => {
        isArctan(of)
        isArctan(negated(of))
      }),
      { numRuns: 40 }
    )
  })

  test('of what is too small to be told from it but by the rounding', () => {
    const [Up, Down] = [decimalsOf(5, 'up'), decimalsOf(5, 'down')]
    expect(arctan(new Up('1e-3000')).toString()).toBe('1e-3000')
    expect(arctan(new Down('1e-3000')).toString()).toBe('9.9999e-3001')
    expect(arctan(new Up('-1e-3000')).toString()).toBe('-9.9999e-3001')
    expect(arctan(new Down('-1e-9000000000000000')).toString()).toBe('-1e-9000000000000000')
    expect(arctan(new Down(0)).toString()).toBe('0')
    expect(arctan(new Down(NaN)).toString()).toBe('NaN')
    expect(arctan(new Down('1e30')).toString()).toBe('1.5707')
  })
})

test('where a value is a decimal, it is that', () => {
  const D = decimalsOf(34, 'up')
  expect(ln(new D(1)).toString()).toBe('0')
  expect(exp(new D(0)).toString()).toBe('1')
})

test.each([NaN, Infinity, -Infinity, 0, -1])('ln and exp of %d are as decimal.js has them', (x) => {
  const D = decimalsOf(34)
  expect(ln(new D(x)).toString()).toBe(new D(x).ln().toString())
  if (x !== -1) expect(exp(new D(x)).toString()).toBe(new D(x).exp().toString())
})

test('what is closer to a number of so many digits than twice as many tell, is told', () => {
  const [Up, Down] = [decimalsOf(5, 'up'), decimalsOf(5, 'down')]
  const little = `1.${'0'.repeat(299)}1`
  // ln(1 + u) is a little less than u.
  expect(ln(new Up(little)).toString()).toBe('1e-300')
  expect(ln(new Down(little)).toString()).toBe('9.9999e-301')
  expect(exp(new Up('1e-300')).toString()).toBe('1.0001')
  expect(exp(new Down('1e-300')).toString()).toBe('1')
  expect(exp(new Down('-1e-300')).toString()).toBe('0.99999')
})

test.each(
  [10, 30, 50, 100, 400].flatMap((digits) => [
    ...Object.entries(reference.ln).map(([x, value]) => ['ln', digits, x, value] as const),
    ...Object.entries(reference.exp).map(([x, value]) => ['exp', digits, x, value] as const),
    ...Object.entries(reference.atan).map(([x, value]) => ['arctan', digits, x, value] as const)
  ])
)('%s to %d digits of %s is as mpmath has it', (op, digits, x, value) => {
  for (const rounding of roundings) {
    const D = decimalsOf(digits, rounding)
    const wanted = new (decimalsOf(500))(value).toSignificantDigits(digits, roundingMode[rounding])
    expect({ ln, exp, arctan }[op](new D(x)).toString()).toBe(wanted.toString())
  }
})

describe('log₁₀ of one decimal over another is the nearest float64', () => {
  const Far = decimalsOf(120)
  const anywhere = fc
    .tuple(digitsOf(1, 40), fc.integer({ min: -300, max: 300 }))
    .map(([digits, power]) => new Far(`${digits}e${power}`))
  const nearest = (x: Decimal, y: Decimal): number => x.div(y).log(10).toNumber()

  // mpmath
  test.each([
    ['3.1', '0.0007', 3.6462636538200157],
    ['1.00000000000000000001', '1', 4.342944819032518e-21],
    ['7e-3000', '2e2000', -4999.45593195565]
  ])('%s over %s', (x, y, decades) => {
    expect(log10Above(new Far(y))(new Far(x))).toBe(decades)
  })

  test('for any two', () => {
    fc.assert(fc.property(anywhere, anywhere, (x, y) => log10Above(y)(x) === nearest(x, y)))
  })

  test('for two that hardly differ, and for one and the same', () => {
    const apart = fc.tuple(anywhere, fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(apart, ([x, by]) => {
        const y = x.times(new Far(1).plus(new Far(10).pow(-by)))
        return log10Above(x)(y) === nearest(y, x) && log10Above(x)(x) === 0
      })
    )
  })

  test('without end, where one has none', () => {
    expect(log10Above(new Far(2))(new Far(Infinity))).toBe(Infinity)
  })
})
