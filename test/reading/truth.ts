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

  /** What conserves c on the way from ½ to x: its attempts and what it produces, by their antiderivatives in a. */
  const resetThat = (x: Truth, c: Truth): { readonly attempts: Truth; readonly dissipation: Truth } => {
    const [two, half] = [whole(2), ratio(1n, 2n)]
    /** The share of the exits that count, (√(r² + 4r) − r)/2 at r = c/q. */
    const share = (q: Truth): Truth => {
      const r = div(c, q)
      return div(sub(sqrt(add(mul(r, r), by(r, 4n))), r), two)
    }
    const G = (a: Truth): Truth => sub(sub(ln(a), ln(sub(one, a))), div(two, a))
    const H = (a: Truth): Truth => {
      const left = sub(one, a)
      return sub(div(mul(left, ln(left)), mul(a, a)), div(one, a))
    }
    const [before, after] = [share(half), share(x)]
    return { attempts: sub(G(after), G(before)), dissipation: mul(c, sub(H(after), H(before))) }
  }

  /**
   * The optimal reset to an error x in n attempts. About where c lies is guessed and then proved: more of it
   * takes fewer attempts, and produces more.
   */
  const reset = (
    x: Truth,
    n: Truth,
    guess: Truth,
    off: Truth
  ): { readonly multiplier: Truth; readonly dissipation: Truth } => {
    const [less, more] = [mul(guess, sub(one, off)), mul(guess, add(one, off))]
    const [slower, faster] = [resetThat(x, less), resetThat(x, more)]
    if (slower.attempts.least < n.most || faster.attempts.most > n.least) throw new Error('a wrong guess')
    return { multiplier: hull(less, more), dissipation: hull(slower.dissipation, faster.dissipation) }
  }

  return {
    unit, ratio, whole, neg, add, sub, mul, div, by, sqrt, ln, ln2, lnOf, lnOfRatio, of, exp, atan, pi, reset
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
