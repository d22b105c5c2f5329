/**
 * ln, eˣ and arctan of a decimal, correctly rounded: to the precision and in the mode of its constructor, as
 * decimal.js's own, which take twelve times as long for 34 digits, and a hundred for 400.
 *
 * All are found in fixed point, with a bound of what they are off. Where that leaves the last digit open, all
 * is done again with twice the digits (Ziv's test): but for ln 1, e⁰ and arctan 0 no value is a decimal or half-way
 * between two, so this ends.
 *
 * Source: A. Ziv, ACM Trans. Math. Softw. 17 (1991) 410.
 */
import type { Decimal } from 'decimal.js'
import { arctanOf, expOf, lnOf, lnOff, logarithms, powerOfTen, shifted, signedArtanh } from './fixed'
import { lazily } from './remembered'

const bitsOfDigit = Math.log2(10)

/** Digits looked at beyond those kept, and bits that errors may eat: one value in a million wants more. */
const guardDigits = 8
const guardBits = 40

/** Bits by which a value of so many digits is most likely told: whole words of a BigInt. */
const bitsFor = (digits: number, more: number): number =>
  64 * Math.ceil((digits * bitsOfDigit + guardBits + more) / 64)

const absolute = (x: bigint): bigint => (x < 0n ? -x : x)

/** The bits of an integer, or up to three more. */
const sizeOf = (x: bigint): number => 4 * absolute(x).toString(16).length

/** A decimal but 0 as ± integer · 10^exponent, and log₂ of the integer. decimal.js keeps words of seven digits. */
export const partsOf = ({ d, e, s }: Decimal): { integer: bigint; exponent: number; log: number } => {
  let integer = 0n
  for (const word of d) integer = integer * 10_000_000n + BigInt(word)
  const below = 7 * (d.length - 1)
  const leading = d[0]! + (d[1] ?? 0) / 1e7 + (d[2] ?? 0) / 1e14
  return {
    integer: s < 0 ? -integer : integer,
    exponent: e - below - String(d[0]).length + 1,
    log: Math.log2(leading) + below * bitsOfDigit
  }
}

/** What is found, as value · 2^−bits · 10^exponent; the value off by less than `error`. */
interface Found {
  readonly value: bigint
  readonly bits: number
  readonly exponent: number
  readonly error: number
}

/** What a decimal's constructor makes of a value that is none itself: of as many digits as it takes to tell. */
const rounded = (x: Decimal, found: (digits: number) => Found): Decimal => {
  const D = x.constructor as typeof Decimal
  const { precision, rounding } = D
  for (let digits: number = precision; ; digits *= 2) {
    const { value, bits, exponent, error } = found(digits)
    const places = Math.max(0, digits + guardDigits - Math.floor((sizeOf(value) - bits) / bitsOfDigit))
    const text = String((value * powerOfTen(places)) >> BigInt(bits))
    const tail = text.slice(precision + (value < 0n ? 1 : 0))
    const whole = powerOfTen(tail.length)
    // Rounding turns at nothing and all of the last digit kept, or at its half.
    const apart = absolute(rounding < 4 ? BigInt(tail) : BigInt(tail) - whole / 2n)
    // What the value is off, and what was cut off it, and as much again for the floats.
    const off = BigInt(Math.ceil(error * 2 ** (places * bitsOfDigit - bits))) + 2n
    if (off < apart && apart < whole - off)
      return new D(`${text}e${exponent - places}`).toSignificantDigits(precision, rounding)
  }
}

/** ln of a positive decimal in fixed point: of `parts`, off by less than `error` units. */
const fixedLn = ({ integer, exponent, log }: ReturnType<typeof partsOf>, bits: number) => {
  const known = logarithms(bits)
  const k = Math.round(log)
  return {
    value: lnOf(shifted(integer, bits - k), known) + BigInt(k) * known.two + BigInt(exponent) * known.ten,
    error: lnOff(bits) + 2 * (Math.abs(k) + Math.abs(exponent))
  }
}

/** Bits of logarithms of which the difference makes a float64. */
const comparedBits = 192

/** log₁₀ of positive decimals over one of them, as the nearest float64s. */
export const log10Above = (floor: Decimal): ((x: Decimal) => number) => {
  const below = lazily(() => fixedLn(partsOf(floor), comparedBits))
  return (x) => {
    if (x.isFinite() && floor.isFinite()) {
      if (x.eq(floor)) return 0
      const { value, error } = fixedLn(partsOf(x), comparedBits)
      const apart = value - below().value
      // Of what is close, the difference has lost too many digits.
      if (Number(absolute(apart)) > (error + below().error) * 2 ** 96)
        return Number((apart << BigInt(comparedBits)) / logarithms(comparedBits).ten) / 2 ** comparedBits
    }
    const D = x.constructor as typeof Decimal
    return ln(x.div(floor))
      .div(ln(new D(10)))
      .toNumber()
  }
}

/** ln x of any x, as `x.ln()`. */
export const ln = (x: Decimal): Decimal => {
  if (!x.isFinite() || !x.gt(0) || x.eq(1)) return x.ln()
  const parts = partsOf(x)
  const { integer, exponent, log } = parts
  if (Math.abs(log + exponent * bitsOfDigit) < 2 ** -11) {
    // ln x = 2 artanh((x − 1)/(x + 1)), of which x − 1 is exact, and so much less than x + 1.
    const one = powerOfTen(-exponent)
    const [numerator, denominator] = [integer - one, integer + one]
    return rounded(x, (digits) => {
      const bits = bitsFor(digits, sizeOf(denominator) - sizeOf(numerator))
      return { value: signedArtanh(numerator, denominator, bits), bits: bits - 1, exponent: 0, error: bits }
    })
  }
  return rounded(x, (digits) => {
    const bits = bitsFor(digits, 0)
    return { ...fixedLn(parts, bits), bits, exponent: 0 }
  })
}

/** eˣ of any x, as `x.exp()`. */
export const exp = (x: Decimal): Decimal => {
  if (!x.isFinite() || x.isZero() || x.e > 17) return x.exp()
  const D = x.constructor as typeof Decimal
  if (x.e < -D.precision - 2) return new D(1).plus(x) // on the same side of whatever rounding turns at
  const { integer, exponent } = partsOf(x)
  const tens = Math.round(x.toNumber() / Math.LN10)
  return rounded(x, (digits) => {
    const bits = bitsFor(digits, Math.log2(1 + Math.abs(tens)))
    const known = logarithms(bits)
    const whole =
      exponent < 0
        ? (integer << BigInt(bits)) / powerOfTen(-exponent)
        : (integer * powerOfTen(exponent)) << BigInt(bits)
    const part = whole - BigInt(tens) * known.ten
    const { sum, factor, k, off } = expOf(part, 1 + 2 * Math.abs(tens), known)
    return { value: sum * BigInt(factor), bits: bits + 24 - k, exponent: tens, error: off * factor }
  })
}

/** arctan x, as `x.atan()`, and beyond 1 by that. */
export const arctan = (x: Decimal): Decimal => {
  if (!x.isFinite() || x.isZero() || x.abs().gt(1)) return x.atan()
  const { precision } = x.constructor as typeof Decimal
  // On the same side of whatever rounding turns at, and of its own last digit.
  if (2 * x.e < -Math.max(precision, x.precision()) - 4) return x.minus(x.times(x).times(x).div(3))
  const { integer, exponent, log } = partsOf(x)
  return rounded(x, (digits) => {
    const bits = bitsFor(digits, -log - exponent * bitsOfDigit)
    const y = (absolute(integer) << BigInt(bits)) / powerOfTen(-exponent)
    const value = arctanOf(y, bits)
    return { value: integer < 0n ? -value : value, bits, exponent: 0, error: bits + 4 }
  })
}
