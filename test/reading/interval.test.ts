import fc from 'fast-check'
import type { Algebra, Binary, Unary } from '../../src/formula/algebra'
import { binary, unary } from '../../src/formula/algebra'
import { decimalAlgebra } from '../../src/reading/decimal'
import { intervalAlgebra, intervalOf, type Interval } from '../../src/reading/interval'
import { decimalsOf, type Decimal } from '../../src/units/decimal'

const precisions = fc.constantFrom(1, 2, 3, 7, 20, 38, 50)
const algebras = new Map<number, Algebra<Interval>>()
const algebraOf = (digits: number): Algebra<Interval> => {
  const known = algebras.get(digits) ?? intervalAlgebra(digits)
  algebras.set(digits, known)
  return known
}

/** Far beyond any precision tried. */
const Wide = decimalsOf(150)
const wide = decimalAlgebra(150)

/** A numeral with up to so many digits; its exponent in a range. */
const sized = (from: number, to: number, digits = 24): fc.Arbitrary<Decimal> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: digits }),
      fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) - 1n }),
      fc.integer({ min: from, max: to })
    )
    .map(([kept, all, exponent]) => new Wide(`${all.toString().slice(0, kept)}e${exponent}`))
    .map((x) => new Wide(x.toString()))
const signed = (of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  fc.tuple(of, fc.boolean()).map(([x, negative]) => (negative ? x.neg() : x))
const beside = (c: number | string, of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  of.map((x) => x.plus(c))
const either = (...of: readonly fc.Arbitrary<Decimal>[]): fc.Arbitrary<Decimal> => fc.oneof(...of)
const where = (of: fc.Arbitrary<Decimal>, test: (x: Decimal) => boolean): fc.Arbitrary<Decimal> =>
  of.filter(test)

const any = signed(either(sized(-300, 300), sized(-30, 3)))
const positive = either(sized(-300, 300), sized(-30, 3))
const tiny = sized(-60, -25)
const moderate = signed(either(tiny, sized(-24, -20), sized(-24, -23)))
const probability = where(
  either(
    sized(-300, -25),
    sized(-24, -24),
    beside('0.5', signed(sized(-60, -25))),
    tiny.map((x) => x.neg().plus(1))
  ),
  (x) => x.gte(0) && x.lte(1)
)
const open = where(probability, (x) => x.gt(0) && x.lt(1))

/** Where each operation is tried: about its zeros and extremes, huge and tiny. */
const domains: { readonly [U in Unary]: fc.Arbitrary<Decimal> } = {
  neg: any,
  square: any,
  sqrt: positive,
  exp: signed(either(tiny, sized(-24, -20))),
  expm1: moderate,
  ln: either(positive, beside(1, signed(tiny))),
  log1p: where(
    either(
      positive,
      moderate,
      tiny.map((x) => x.minus(1))
    ),
    (x) => x.gt(-1)
  ),
  arsinh: any,
  artanh: where(
    either(
      moderate,
      tiny.map((x) => x.neg().plus(1))
    ),
    (x) => x.abs().lt(1)
  ),
  lnGamma: either(
    sized(-60, 6),
    beside(1, signed(tiny)),
    beside(2, signed(tiny)),
    beside('1.46', sized(-26, -25))
  ),
  stirlingRatio: beside(2, either(tiny, sized(-24, 20))),
  entropy: probability,
  logOdds: open,
  angle: probability,
  phi2: signed(either(tiny, sized(-24, -22))),
  digamma: either(sized(-60, 6), beside('1.46', sized(-26, -25))),
  phi2Slope: signed(either(tiny, sized(-24, -22))),
  step: any
}

const pairs: { readonly [B in Binary]: readonly [fc.Arbitrary<Decimal>, fc.Arbitrary<Decimal>] } = {
  add: [any, any],
  sub: [any, any],
  mul: [any, any],
  div: [any, any],
  max: [any, any],
  min: [any, any],
  pow: [either(positive, beside(1, signed(tiny))), signed(either(tiny, sized(-24, -22)))],
  relativeEntropy: [probability, open]
}

const encloses = ({ lower, upper }: Interval, value: Decimal): boolean => lower.lte(value) && upper.gte(value)
const point = (x: Decimal, digits: number): Interval => intervalOf(digits)(x, x)
const isNowhere = ({ lower }: Interval): boolean => lower.isNaN()

describe('an interval of any precision contains the value, where the argument is exact', () => {
  test.each(Object.keys(unary) as Unary[])('of %s', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, domains[op], (digits, x) => {
        const found = algebraOf(digits)[op](point(x, digits))
        if (isNowhere(found)) return // so few digits that the argument may lie outside the domain
        said++
        expect(encloses(found, wide[op](x))).toBe(true)
      }),
      { numRuns: 300 }
    )
    expect(said).toBeGreaterThan(150)
  })

  test.each(Object.keys(binary) as Binary[])('of %s', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, ...pairs[op], (digits, x, y) => {
        const found = algebraOf(digits)[op](point(x, digits), point(y, digits))
        if (isNowhere(found)) return
        said++
        expect(encloses(found, wide[op](x, y))).toBe(true)
      }),
      { numRuns: 300 }
    )
    expect(said).toBeGreaterThan(150)
  })
})
