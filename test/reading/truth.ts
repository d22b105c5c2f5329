/**
 * Values known for certain, by integers alone: no digit of them is computed by decimal.js, and none of
 * the formulas is the library's own.
 *
 * A truth is two integers between which a value lies, in units of 10^−places. All is rounded outward.
 */
import type { Decimal } from '../../src/units/decimal'
import type { Interval } from '../../src/reading/interval'
import { significand } from '../units/rational'

export interface Truth {
  readonly least: bigint
  readonly most: bigint
}

const floor = (n: bigint, d: bigint): bigint => {
  const q = n / d
  return q * d !== n && n < 0n !== d < 0n ? q - 1n : q
}
const ceil = (n: bigint, d: bigint): bigint => -floor(-n, d)
const least = (...of: readonly bigint[]): bigint => of.reduce((a, b) => (b < a ? b : a))
const most = (...of: readonly bigint[]): bigint => of.reduce((a, b) => (b > a ? b : a))
const bitLength = (n: bigint): number => n.toString(16).length * 4

/** ⌊√n⌋, by Newton from above. */
const root = (n: bigint): bigint => {
  if (n < 2n) return n
  let x = 1n << BigInt((bitLength(n) >> 1) + 1)
  for (;;) {
    const next = (x + n / x) >> 1n
    if (next >= x) return x
    x = next
  }
}

/** Stirling's coefficients as the handbook has them (DLMF 5.11.3); the series envelops ln Γ. */
const stirling: readonly (readonly [bigint, bigint])[] = [
  [1n, 12n],
  [-1n, 360n],
  [1n, 1260n],
  [-1n, 1680n],
  [1n, 1188n],
  [-691n, 360360n],
  [1n, 156n],
  [-3617n, 122400n]
]

const make = (places: number) => {
  const unit = 10n ** BigInt(places)
  const truth = (lower: bigint, upper: bigint): Truth => ({ least: lower, most: upper })
  const ratio = (n: bigint, d: bigint): Truth => truth(floor(n * unit, d), ceil(n * unit, d))
  const whole = (n: bigint | number): Truth => ratio(BigInt(n), 1n)
  const one = whole(1)

  const neg = (x: Truth): Truth => truth(-x.most, -x.least)
  const add = (x: Truth, y: Truth): Truth => truth(x.least + y.least, x.most + y.most)
  const sub = (x: Truth, y: Truth): Truth => add(x, neg(y))
  const corners = (x: Truth, y: Truth, f: (a: bigint, b: bigint) => bigint): readonly bigint[] => [
    f(x.least, y.least),
    f(x.least, y.most),
    f(x.most, y.least),
    f(x.most, y.most)
  ]
  const mul = (x: Truth, y: Truth): Truth => {
    const products = corners(x, y, (a, b) => a * b)
    return truth(floor(least(...products), unit), ceil(most(...products), unit))
  }
  const div = (x: Truth, y: Truth): Truth => {
    if (y.least <= 0n && y.most >= 0n) throw new Error('a divisor may be 0')
    return truth(
      least(...corners(x, y, (a, b) => floor(a * unit, b))),
      most(...corners(x, y, (a, b) => ceil(a * unit, b)))
    )
  }
  const by = (x: Truth, n: bigint): Truth => (n < 0n ? by(neg(x), -n) : truth(x.least * n, x.most * n))
  const sqrt = (x: Truth): Truth => truth(root(x.least * unit), root(x.most * unit) + 1n)
  const hull = (...of: readonly Truth[]): Truth =>
    truth(least(...of.map((x) => x.least)), most(...of.map((x) => x.most)))

  /** Σ ±x^(2k+1)/(2k+1) for 0 ≤ x ≤ ½; what is left out is less than 2 of its last power. */
  const oddSeries = (x: Truth, sign: 1n | -1n): Truth => {
    const square = by(mul(x, x), sign)
    let power = x
    let sum = truth(0n, 0n)
    for (let k = 1n; most(power.most, -power.least) > 2n; k += 2n, power = mul(power, square))
      sum = add(sum, truth(floor(power.least, k), ceil(power.most, k)))
    return add(sum, truth(-6n, 6n))
  }
  const oddOf = (f: (x: Truth) => Truth, n: bigint, d: bigint): Truth =>
    n < 0n ? neg(f(ratio(-n, d))) : f(ratio(n, d))

  const ln2 = by(oddSeries(ratio(1n, 3n), 1n), 2n)
  /** The logarithm of n/d: k ln 2 + 2 artanh((m − 1)/(m + 1)) at n/d = 2ᵏ m with m about 1. */
  const lnOfRatio = (n: bigint, d: bigint): Truth => {
    let k = bitLength(n) - bitLength(d)
    let [a, b] = k < 0 ? [n << BigInt(-k), d] : [n, d << BigInt(k)]
    for (; 3n * a > 4n * b; k++) b <<= 1n
    for (; 3n * a < 2n * b; k--) a <<= 1n
    return add(
      by(ln2, BigInt(k)),
      by(
        oddOf((t) => oddSeries(t, 1n), a - b, a + b),
        2n
      )
    )
  }
  const ln10 = lnOfRatio(10n, 1n)
  const ln = (x: Truth): Truth => hull(lnOfRatio(x.least, unit), lnOfRatio(x.most, unit))

  /** Of a decimal, also where its exponent is beyond all places. */
  const lnOf = (x: Decimal): Truth => {
    const { n, power } = significand(x.toExponential())
    return add(lnOfRatio(n, 1n), by(ln10, BigInt(power)))
  }
  const of = (x: Decimal): Truth => {
    const { n, power } = significand(x.toExponential())
    return power < 0 ? ratio(n, 10n ** BigInt(-power)) : whole(n * 10n ** BigInt(power))
  }

  /** Taylor's series of x/2ᵐ, squared m times. */
  const exp = (x: Truth): Truth => {
    if (x.most < 0n) return x.most < whole(-3 * places).most ? truth(0n, 1n) : div(one, exp(neg(x)))
    const m = BigInt(Math.max(0, bitLength(x.most / unit) + 8))
    const y = truth(floor(x.least, 1n << m), ceil(x.most, 1n << m))
    let [term, sum] = [one, one]
    for (let k = 1n; term.most > 2n; k++) {
      term = mul(term, y)
      term = truth(floor(term.least, k), ceil(term.most, k))
      sum = add(sum, term)
    }
    let power = add(sum, truth(-4n, 4n))
    for (let j = 0n; j < m; j++) power = mul(power, power)
    return power
  }

  /** arctan x = 2 arctan(x/(1 + √(1 + x²))), thrice, and its series. */
  const atan = (x: Truth): Truth => {
    if (x.most < 0n) return neg(atan(neg(x)))
    let t = truth(most(x.least, 0n), x.most)
    for (let k = 0; k < 3; k++) t = div(t, add(one, sqrt(add(one, mul(t, t)))))
    return by(oddSeries(t, -1n), 8n)
  }
  const pi = by(sub(by(oddSeries(ratio(1n, 5n), -1n), 4n), oddSeries(ratio(1n, 239n), -1n)), 4n)

  const lnFactorial = (n: number): Truth => {
    let product = 1n
    for (let k = 2; k <= n; k++) product *= BigInt(k)
    return lnOfRatio(product, 1n)
  }

  /**
   * ln Γ on [1, 2], by Γ(x) = γ(x, N) + Γ(x, N) with the series of the lower incomplete function,
   * γ(x, N) = Nˣ e⁻ᴺ Σ Nᵏ/(x(x+1)…(x+k)), and 0 ≤ Γ(x, N) ≤ 2 Nˣ⁻¹ e⁻ᴺ.
   */
  const N = BigInt(Math.ceil(2.4 * places) + 4)
  const lnGammaIn12 = (x: Truth): Truth => {
    const first = div(one, x)
    let [term, sum] = [first, first]
    for (let k = 1n; term.most > 1n; k++) {
      const at = add(x, whole(k))
      term = truth(floor(term.least * N * unit, at.most), ceil(term.most * N * unit, at.least))
      sum = add(sum, term)
    }
    // Beyond, each term is less than half of the one before.
    const rest = truth(0n, 2n + ceil(2n * unit, N))
    return add(sub(mul(x, lnOfRatio(N, 1n)), whole(N)), ln(add(sum, rest)))
  }
  /** Down to [1, 2] by Γ(x + 1) = x Γ(x); from 10⁴ on by Stirling's series, whose error its next term has. */
  const lnGamma = (x: Truth): Truth => {
    if (x.least > 10n ** 4n * unit) {
      const half = ratio(1n, 2n)
      let sum = add(sub(mul(sub(x, half), ln(x)), x), mul(half, ln(by(pi, 2n))))
      let power = div(one, x)
      for (const [n, d] of stirling) {
        const term = mul(ratio(n, d), power)
        sum = n === -3617n ? add(sum, hull(term, truth(0n, 0n))) : add(sum, term)
        power = div(power, mul(x, x))
      }
      return sum
    }
    if (x.least < unit) return sub(lnGamma(add(x, one)), ln(x))
    let [at, product] = [x, one]
    while (at.most > 2n * unit) {
      at = sub(at, one)
      product = mul(product, at)
    }
    return add(lnGammaIn12(at), ln(product))
  }

  /** ln Γ is convex: its slope is between its chords to both sides. */
  const digamma = (x: Truth): Truth => {
    if (x.least < unit) return sub(digamma(add(x, one)), div(one, x))
    if (x.least > 10n ** 4n * unit) {
      let sum = sub(ln(x), div(one, by(x, 2n)))
      let power = div(one, mul(x, x))
      for (const [k, [n, d]] of stirling.entries()) {
        const term = mul(ratio(n * BigInt(2 * k + 1), d), power)
        sum = sub(sum, n === -3617n ? hull(term, truth(0n, 0n)) : term)
        power = div(power, mul(x, x))
      }
      return sum
    }
    const step = truth(10n ** BigInt(places >> 1), 10n ** BigInt(places >> 1))
    const [below, here, above] = [lnGamma(sub(x, step)), lnGamma(x), lnGamma(add(x, step))]
    return truth(div(sub(here, below), step).least, div(sub(above, here), step).most)
  }

  return {
    unit, ratio, whole, neg, add, sub, mul, div, by, sqrt, ln, ln2, lnOf, lnOfRatio, of, exp, atan, pi,
    lnFactorial, lnGamma, digamma
  } // prettier-ignore
}

const made = new Map<number, ReturnType<typeof make>>()

/** Arithmetic of truths in units of 10^−places; of a multiple of 50 at least so large. */
export const truths = (places: number): ReturnType<typeof make> => {
  const enough = Math.ceil(places / 50) * 50
  const known = made.get(enough) ?? make(enough)
  made.set(enough, known)
  return known
}

/** Whether a decimal is at most n units of 10^−places, of which there are `unit` in 1. */
const atMost = (x: Decimal, n: bigint, unit: bigint): boolean => {
  const { n: m, power } = significand(x.toExponential())
  return power < 0 ? m * unit <= n * 10n ** BigInt(-power) : m * 10n ** BigInt(power) * unit <= n
}

/** Whether an interval contains a value, for all that is known of the value. */
export const containsTruth = ({ lower, upper }: Interval, value: Truth, unit: bigint): boolean =>
  atMost(lower, value.most, unit) && atMost(upper.neg(), -value.least, unit)
