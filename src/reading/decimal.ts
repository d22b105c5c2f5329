/**
 * The decimal reading: any precision, 34 digits unless told otherwise.
 *
 * Every operation is accurate to about one unit in the last of `digits` digits; what cancels inside
 * an operation is computed with as many more digits as it loses. decimal.js is trusted with
 * + − × ÷ √ exp ln, which it rounds correctly, and with atan; all else is built from these.
 */
import type { Algebra } from '../formula/algebra'
import { stirlingCoefficients, type Fraction } from '../formula/bernoulli'
import { decimalsOf, type Decimal } from '../units/decimal'

/** The most digits that may be asked for. */
export const mostDigits = 400

/** The most digits to work with: decimal.js knows ln 10 to 1025, and a logarithm has some to spare. */
export const mostWorking = 900

type Decimals = ReturnType<typeof decimalsOf>

const digitsBefore = (x: Decimal): number => Math.max(0, x.e + 1)

/** The algebra of decimals that works with `digits` digits. */
export const decimalAlgebra = (digits: number): Algebra<Decimal> => {
  const D = decimalsOf(digits)
  const clones = new Map<number, Decimals>()
  /** Decimals with at least `extra` more digits, in steps of eight. */
  const wide = (extra: number): Decimals => {
    const more = Math.ceil(extra / 8) * 8
    const known = clones.get(more)
    if (known !== undefined) return known
    const made = decimalsOf(digits + more)
    clones.set(more, made)
    return made
  }
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

  const odd =
    (f: (x: Decimal) => Decimal) =>
    (x: Decimal): Decimal =>
      x.isNegative() ? f(x.neg()).neg() : f(x)

  const log1p = finite((x) => {
    if (x.isZero()) return x
    if (isTiny(x)) return cubic(x, one, fraction(-1, 2), fraction(1, 3))
    if (x.e >= 0) return x.plus(1).ln()
    const W = wide(4 - x.e)
    return narrow(new W(x).plus(1).ln())
  })

  const expm1 = finite((x) => {
    if (x.isZero()) return x
    if (isTiny(x)) return cubic(x, one, fraction(1, 2), fraction(1, 6))
    const W = wide(4 + Math.max(0, -x.e))
    return narrow(new W(x).exp().minus(1))
  })

  const xlnx = (x: Decimal): Decimal => (x.isZero() ? x : x.times(x.ln()))

  /** (1+x) ln(1+x) − x ≥ 0. */
  const bregman = finite((x) => {
    if (x.eq(-1)) return one
    if (x.isZero()) return x
    if (isTiny(x)) return x.times(cubic(x, fraction(1, 2), fraction(-1, 6), fraction(1, 12)))
    const W = wide(4 + Math.max(0, -2 * x.e))
    const w = new W(x)
    return narrow(w.plus(1).times(w.plus(1).ln()).minus(w))
  })

  const phi2 = finite((x) => {
    if (isTiny(x) || x.isZero())
      return fraction(1, 2).plus(cubic(x, fraction(1, 6), fraction(1, 24), fraction(1, 120)))
    const W = wide(4 + Math.max(0, -2 * x.e))
    const w = new W(x)
    return narrow(w.exp().minus(1).minus(w).div(w.times(w)))
  })

  const pow = (x: Decimal, y: Decimal): Decimal => {
    if (!x.isFinite() || !y.isFinite()) return new D(NaN)
    if (y.isZero()) return one
    // |y ln x| before the point costs as many digits; beyond 40 the result has no exponent left.
    const W = wide(4 + Math.min(40, digitsBefore(y) + String(x.e).length))
    return narrow(new W(x).ln().times(y).exp())
  }

  /** (eˣ(x − 2) + x + 2)/x³ */
  const phi2Slope = finite((x) => {
    if (isTiny(x) || x.isZero())
      return fraction(1, 6).plus(cubic(x, fraction(1, 12), fraction(1, 40), fraction(1, 180)))
    const W = wide(4 + Math.max(0, -3 * x.e))
    const w = new W(x)
    return narrow(w.exp().times(w.minus(2)).plus(w).plus(2).div(w.times(w).times(w)))
  })

  const guard = 12
  const Guarded = wide(guard)
  // Stirling's terms shrink until z^(1−2k) meets (2k)!: to e^(−2πz), so z ≥ digits/2.7 will do.
  const least = Math.ceil((digits + guard) / 2.7) + 2
  const smallest = new Guarded(10).pow(-(digits + guard))
  const positive = (f: (x: Decimal) => Decimal): ((x: Decimal) => Decimal) =>
    finite((x) => (x.gt(0) ? f(x) : new D(NaN)))

  let coefficients: readonly Fraction[] = []
  /** Σ weight(k) cₖ z^(1−2k) from k = 1 on, over Stirling's coefficients, for z ≥ least. */
  const stirlingSum = (z: Decimal, weight: (k: number) => number): Decimal => {
    const w = new Guarded(1).div(z.times(z))
    let power = new Guarded(1).div(z)
    let sum = new Guarded(0)
    for (let k = 1; ; k++, power = power.times(w)) {
      if (k > coefficients.length) coefficients = stirlingCoefficients(2 * k + 16)
      const { numerator, denominator } = coefficients[k - 1]!
      const term = new Guarded(numerator.toString()).div(denominator.toString()).times(power)
      if (term.abs().lt(smallest)) return sum
      sum = sum.plus(term.times(weight(k)))
    }
  }

  const lnGamma = positive((x) => {
    let z = new Guarded(x)
    let product = new Guarded(1)
    for (; z.lt(least); z = z.plus(1)) product = product.times(z)
    const halfLn2Pi = Guarded.acos(-1).times(2).ln().div(2)
    const leading = z.minus('0.5').times(z.ln()).minus(z).plus(halfLn2Pi)
    return narrow(leading.plus(stirlingSum(z, () => 1)).minus(product.ln()))
  })

  /** ln z − 1/(2z) − Σ (2k−1) cₖ z^(−2k) at z = x + m, less 1/x + … + 1/(z−1). */
  const digamma = positive((x) => {
    let z = new Guarded(x)
    let sum = new Guarded(0)
    for (; z.lt(least); z = z.plus(1)) sum = sum.plus(new Guarded(1).div(z))
    const series = stirlingSum(z, (k) => 2 * k - 1)
      .plus('0.5')
      .div(z)
    return narrow(z.ln().minus(series).minus(sum))
  })

  return {
    constant: ({ decimal }) => new D(decimal),
    add: (x, y) => x.plus(y),
    sub: (x, y) => x.minus(y),
    mul: (x, y) => x.times(y),
    div: (x, y) => x.div(y),
    neg: (x) => x.neg(),
    square: (x) => x.times(x),
    sqrt: (x) => x.sqrt(),
    exp: (x) => x.exp(),
    expm1,
    ln: (x) => x.ln(),
    log1p,
    pow,
    arsinh: odd((x) => {
      const square = x.times(x)
      return log1p(x.plus(square.div(square.plus(1).sqrt().plus(1))))
    }),
    artanh: odd((x) => log1p(x.times(2).div(one.minus(x))).div(2)),
    lnGamma,
    stirlingRatio: (x) => (x.lt(2) ? new D(NaN) : lnGamma(x.plus(1)).div(x.times(x.ln()))),
    digamma,
    max: (x, y) => D.max(x, y),
    min: (x, y) => D.min(x, y),
    entropy: (x) =>
      xlnx(x)
        .plus(x.eq(1) ? 0 : one.minus(x).times(log1p(x.neg())))
        .neg(),
    relativeEntropy: (x, y) => {
      const other = one.minus(y)
      return y.times(bregman(x.minus(y).div(y))).plus(other.times(bregman(y.minus(x).div(other))))
    },
    logOdds: (x) => (x.gt('0.75') ? one.minus(x).div(x).ln() : log1p(one.minus(x.times(2)).div(x))),
    angle: (x) => {
      const tangent = one.minus(x.times(2)).div(x.times(one.minus(x)).sqrt().times(2).plus(1))
      return tangent.atan().times(2)
    },
    phi2,
    phi2Slope,
    step: (x) => new D(x.isZero() ? '0.5' : x.isNaN() ? NaN : x.isNegative() ? 0 : 1)
  }
}
