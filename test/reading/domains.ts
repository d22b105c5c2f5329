/** Where each operation is tried: about its zeros and extremes, huge and tiny. */
import fc from 'fast-check'
import type { Binary, Unary } from '../../src/formula/algebra'
import { decimalsOf, type Decimal } from '../../src/units/decimal'

/** Far beyond any precision tried. */
export const Wide = decimalsOf(200)

/** Numbers of at most so many digits, whose first stands for a power of ten in a range. */
const sized = (from: number, to: number, digits = 24): fc.Arbitrary<Decimal> =>
  fc
    .tuple(fc.integer({ min: 1, max: digits }), fc.integer({ min: from, max: to }))
    .chain(([k, exponent]) =>
      fc
        .bigInt({ min: 10n ** BigInt(k - 1), max: 10n ** BigInt(k) - 1n })
        .map((all) => new Wide(`${all}e${exponent - k + 1}`))
    )
const either = (...of: readonly fc.Arbitrary<Decimal>[]): fc.Arbitrary<Decimal> => fc.oneof(...of)
const signed = (of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  fc.tuple(of, fc.boolean()).map(([x, negative]) => (negative ? x.neg() : x))
const exactly = (...of: readonly (string | number)[]): fc.Arbitrary<Decimal> =>
  fc.constantFrom(...of.map((x) => new Wide(x)))
/** Numbers close to one, or to one of some, on either side. */
const near = (...of: readonly (string | number)[]): fc.Arbitrary<Decimal> =>
  fc.tuple(exactly(...of), signed(sized(-59, -2, 4))).map(([c, by]) => by.plus(c))
const where = (of: fc.Arbitrary<Decimal>, test: (x: Decimal) => boolean): fc.Arbitrary<Decimal> =>
  of.filter(test)

export const any = signed(either(sized(-300, 300), sized(-3, 3)))
const positive = either(sized(-300, 300), sized(-3, 3))
const small = sized(-60, -1)
const probability = where(
  either(sized(-120, -2), sized(-1, -1), near('0.5'), near(1), exactly(0, '0.5', 1)),
  (x) => x.gte(0) && x.lte(1)
)
const open = where(probability, (x) => x.gt(0) && x.lt(1))
export const domains: { readonly [U in Unary]: fc.Arbitrary<Decimal> } = {
  neg: any,
  square: any,
  sqrt: positive,
  exp: signed(either(small, sized(0, 6), exactly(0))),
  expm1: signed(either(small, sized(0, 4), exactly(0))),
  ln: either(positive, near(1), exactly(1)),
  log1p: where(either(positive, signed(small), near(-1), exactly(0)), (x) => x.gt(-1)),
  arsinh: signed(either(small, sized(0, 60), exactly(0))),
  artanh: where(either(signed(small), near(1, -1), exactly(0)), (x) => x.abs().lt(1)),
  entropy: probability,
  logOdds: open,
  angle: probability,
  phi1: signed(either(small, sized(0, 2), exactly(0))),
  phi2: signed(either(small, sized(0, 2), exactly(0))),
  langevin: signed(either(small, sized(0, 2), sized(3, 60), exactly(0))),
  langevinSlope: signed(either(small, sized(0, 2), sized(3, 60), exactly(0))),
  phi2Slope: signed(either(small, sized(0, 2), exactly(0))),
  step: either(any, exactly(0))
}

/** Errors, and so many attempts beyond the least: few and many. */
export const resets = fc
  .tuple(
    where(either(sized(-30, -2), sized(-1, -1), near('0.5'), exactly('0.5')), (x) => x.gt(0) && x.lte('0.5')),
    either(sized(-12, 1), sized(2, 30))
  )
  .map(([x, spare]) => [x, new Wide('0.5').div(x).ln().plus(spare).toSignificantDigits(60)] as const)

/** Numbers of which the second is close to the first, where all but the difference cancels. */
const close = (of: fc.Arbitrary<Decimal>): fc.Arbitrary<readonly [Decimal, Decimal]> =>
  fc.tuple(of, signed(sized(-30, -2, 4))).map(([q, by]) => [q.times(by.plus(1)), q] as const)

export const pairs: { readonly [B in Binary]: fc.Arbitrary<readonly [Decimal, Decimal]> } = {
  add: fc.tuple(any, any),
  sub: fc.tuple(any, any),
  mul: fc.tuple(any, any),
  div: fc.tuple(any, any),
  max: fc.tuple(any, any),
  min: fc.tuple(any, any),
  pow: fc.tuple(either(positive, near(1), exactly(1)), signed(either(small, sized(0, 12), exactly(0, 1)))),
  relativeEntropy: fc.oneof(
    fc.tuple(probability, open),
    close(open).filter(([p]) => p.lte(1))
  ),
  entropyDifference: fc.oneof(
    fc.tuple(probability, probability),
    close(open).filter(([p]) => p.lte(1)),
    // Their entropies are the same, or about.
    open.map((p) => [p, p.neg().plus(1)] as const),
    close(open.map((p) => p.neg().plus(1))).map(([p, q]) => [p, q.neg().plus(1)] as const)
  ),
  lnRatio: fc.oneof(fc.tuple(positive, positive), close(positive)),
  resetDissipation: resets,
  resetMultiplier: resets
}
