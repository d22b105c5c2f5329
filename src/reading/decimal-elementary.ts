/**
 * The decimal reading of elementary formulas: any precision, 34 digits unless told otherwise.
 *
 * Every operation is accurate to about one unit in the last of `digits` digits; what cancels inside
 * an operation is computed with as many more digits as it loses. decimal.js is trusted with + − × ÷ √,
 * which it rounds correctly; all else is built from these and from our ln and eˣ.
 */
import type { Elementary } from '../formula/algebra'
import { decimalsOf, type Decimal } from '../units/decimal'
import { exp, ln } from '../units/elementary'
import { remembered } from '../units/remembered'

const digitsBefore = (x: Decimal): number => Math.max(0, x.e + 1)

/** Elementary operations with so many digits, and what others are made with. */
export type Elementaries = ReturnType<typeof elementariesOf>

const known = remembered<Elementaries>(64)

/** The elementary operations of decimals with so many digits. */
export const elementaryDecimals = (digits: number): Elementaries =>
  known(String(digits), () => elementariesOf(digits))

const elementariesOf = (digits: number) => {
  const D = decimalsOf(digits)
  /** At least `extra` more digits, in steps of eight. */
  const withMore = (extra: number): number => digits + Math.ceil(extra / 8) * 8
  const wide = (extra: number): typeof D => decimalsOf(withMore(extra))
  const narrow = (x: Decimal): Decimal => new D(x).toSignificantDigits(digits)
  const one = new D(1)
  /** Below this exponent three terms of a power series are exact to `digits` digits. */
  const tiny = -Math.ceil(digits / 2)
  const isTiny = (x: Decimal): boolean => x.e < tiny
  /** c₁x + c₂x² + c₃x³ for a tiny x, by Horner's rule. */
  const cubic = (x: Decimal, c1: Decimal, c2: Decimal, c3: Decimal): Decimal =>
    x.times(c1.plus(x.times(c2.plus(x.times(c3)))))
  const fraction = (n: number, m: number): Decimal => new D(n).div(m)

  /** Of a function of a finite argument, one that is NaN elsewhere. */
  const finite =
    (f: (x: Decimal) => Decimal) =>
    (x: Decimal): Decimal =>
      x.isFinite() ? f(x) : new D(NaN)

  const log1p = finite((x) => {
    if (x.isZero()) return x
    if (isTiny(x)) return cubic(x, one, fraction(-1, 2), fraction(1, 3))
    if (x.e >= 0) return ln(x.plus(1))
    const W = wide(4 - x.e)
    return narrow(ln(new W(x).plus(1)))
  })

  const expm1 = finite((x) => {
    if (x.isZero()) return x
    if (isTiny(x)) return cubic(x, one, fraction(1, 2), fraction(1, 6))
    const W = wide(4 + Math.max(0, -x.e))
    return narrow(exp(new W(x)).minus(1))
  })

  const xlnx = (x: Decimal): Decimal => (x.isZero() ? x : x.times(ln(x)))

  /** (1+x) ln(1+x) − x ≥ 0. */
  const bregman = finite((x) => {
    if (x.eq(-1)) return one
    if (x.isZero()) return x
    if (isTiny(x)) return x.times(cubic(x, fraction(1, 2), fraction(-1, 6), fraction(1, 12)))
    const W = wide(4 + Math.max(0, -2 * x.e))
    const w = new W(x)
    return narrow(
      w
        .plus(1)
        .times(ln(w.plus(1)))
        .minus(w)
    )
  })

  const pow = (x: Decimal, y: Decimal): Decimal => {
    if (!x.isFinite() || !y.isFinite()) return new D(NaN)
    if (x.isZero()) return new D(y.gt(0) ? 0 : NaN)
    if (y.isZero()) return one
    // |y ln x| before the point costs as many digits; beyond 40 the result has no exponent left.
    const W = wide(4 + Math.min(40, digitsBefore(y) + String(x.e).length))
    return narrow(exp(ln(new W(x)).times(y)))
  }

  const lnRatio = (x: Decimal, y: Decimal): Decimal =>
    x.gt(y.div(2)) && x.lt(y.times(2)) ? log1p(x.minus(y).div(y)) : ln(x.div(y))

  const entropy = (x: Decimal): Decimal =>
    xlnx(x)
      .plus(x.eq(1) ? 0 : one.minus(x).times(log1p(x.neg())))
      .neg()

  const relativeEntropy = (x: Decimal, y: Decimal): Decimal => {
    const other = one.minus(y)
    return y.times(bregman(x.minus(y).div(y))).plus(other.times(bregman(y.minus(x).div(other))))
  }

  const logOdds = (x: Decimal): Decimal =>
    x.gt('0.75') ? ln(one.minus(x).div(x)) : log1p(one.minus(x.times(2)).div(x))

  const wider = (extra: number): Elementary<Decimal> => elementaryDecimals(withMore(extra)).algebra

  const algebra: Elementary<Decimal> = {
    constant: ({ decimal }) => new D(decimal),
    add: (x, y) => x.plus(y),
    sub: (x, y) => x.minus(y),
    mul: (x, y) => x.times(y),
    div: (x, y) => x.div(y),
    neg: (x) => x.neg(),
    square: (x) => x.times(x),
    sqrt: (x) => x.sqrt(),
    exp,
    expm1,
    ln,
    log1p,
    pow,
    max: (x, y) => D.max(x, y),
    min: (x, y) => D.min(x, y),
    entropy,
    relativeEntropy,
    lnRatio,
    logOdds
  }
  return { D, one, wide, wider, narrow, isTiny, cubic, fraction, finite, algebra }
}
