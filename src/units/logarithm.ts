/**
 * ln and eˣ of a decimal, correctly rounded: to the precision and in the mode of its constructor, as
 * decimal.js's own, which take twelve times as long for 34 digits, and a hundred for 400.
 *
 * Both count in integers, of which 2^bits make 1. Factors 2ᵏ, 10ⁿ and c = i/64 · (1 + j/4096), whose
 * logarithms are known, leave a number within 2⁻¹² of 1 for a short series. What each step may be off is
 * said there, in units of 2^−bits. Where that leaves the last digit open, all is done again with twice the
 * digits (Ziv's test): but for ln 1 and e⁰ no value is a decimal or half-way between two, so this ends.
 *
 * Sources: P.-T. Tang, ACM Trans. Math. Softw. 16 (1990) 378; A. Ziv, ACM Trans. Math. Softw. 17 (1991) 410.
 */
import type { Decimal } from 'decimal.js'
import { remembered } from './remembered'

const bitsOfDigit = Math.log2(10)

/** Digits looked at beyond those kept, and bits that errors may eat: one value in a million wants more. */
const guardDigits = 8
const guardBits = 40

/** Bits by which a value of so many digits is most likely told: whole words of a BigInt. */
const bitsFor = (digits: number, more: number): number =>
  64 * Math.ceil((digits * bitsOfDigit + guardBits + more) / 64)

/** x·2^by, rounded down. */
const shifted = (x: bigint, by: number): bigint => (by < 0 ? x >> BigInt(-by) : x << BigInt(by))

const powerOfTen = (n: number): bigint => 10n ** BigInt(n)

const absolute = (x: bigint): bigint => (x < 0n ? -x : x)

/** The bits of an integer, or up to three more. */
const sizeOf = (x: bigint): number => 4 * absolute(x).toString(16).length

/** A decimal but 0 as ± integer · 10^exponent, and log₂ of the integer. decimal.js keeps words of seven digits. */
const partsOf = ({ d, e, s }: Decimal): { integer: bigint; exponent: number; log: number } => {
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

/**
 * artanh of a fraction between 0 and ⅓: Σ zⁿ/n over odd n. A power of z is off by less than 2 units, as z² by
 * less than 2, its n-th part too, and so are all that are left out; there are fewer than bits/3 terms: less
 * than `bits` units.
 */
const artanh = (numerator: bigint, denominator: bigint, bits: number): bigint => {
  const by = BigInt(bits)
  let power = (numerator << by) / denominator
  const square = (power * power) >> by
  let sum = power
  for (let n = 3n; (power = (power * square) >> by) > 0n; n += 2n) sum += power / n
  return sum
}

/** The same between −⅓ and ⅓. */
const signedArtanh = (numerator: bigint, denominator: bigint, bits: number): bigint =>
  numerator < 0n ? -artanh(-numerator, denominator, bits) : artanh(numerator, denominator, bits)

/** Logarithms with so many bits, each off by less than 2 units. */
interface Logarithms {
  readonly two: bigint
  readonly ten: bigint
  /** ln n/4096, for n = 64 i and n = 4096 + j. */
  readonly of: (n: number) => bigint
}

const tables = remembered<Logarithms>(64)

const logarithms = (bits: number): Logarithms =>
  tables(String(bits), () => {
    const finer = bits + 32
    const two = artanh(1n, 3n, finer)
    const found = new Map<number, bigint>()
    const make = (n: number): bigint => signedArtanh(BigInt(n - 4096), BigInt(n + 4096), finer) >> 31n
    const of = (n: number): bigint => {
      const known = found.get(n) ?? make(n)
      found.set(n, known)
      return known
    }
    return { two: two >> 31n, ten: (3n * two + artanh(1n, 9n, finer)) >> 31n, of }
  })

/** n = 64 i and m = 4096 + j, of which n/4096 · m/4096 is within 2⁻¹² of a number between √½ and √2. */
const factorsNear = (y: number): readonly [n: number, m: number] => {
  const n = 64 * Math.round(64 * y)
  return [n, Math.round((4096 * 4096 * y) / n)]
}

/** ln x of any x, as `x.ln()`. */
export const ln = (x: Decimal): Decimal => {
  if (!x.isFinite() || !x.gt(0) || x.eq(1)) return x.ln()
  const { integer, exponent, log } = partsOf(x)
  if (Math.abs(log + exponent * bitsOfDigit) < 2 ** -11) {
    // ln x = 2 artanh((x − 1)/(x + 1)), of which x − 1 is exact, and so much less than x + 1.
    const one = powerOfTen(-exponent)
    const [numerator, denominator] = [integer - one, integer + one]
    return rounded(x, (digits) => {
      const bits = bitsFor(digits, sizeOf(denominator) - sizeOf(numerator))
      return { value: signedArtanh(numerator, denominator, bits), bits: bits - 1, exponent: 0, error: bits }
    })
  }
  const k = Math.round(log)
  const [n, m] = factorsNear(2 ** (k - log))
  const product = integer * BigInt(n * m)
  return rounded(x, (digits) => {
    const bits = bitsFor(digits, 0)
    const { two, ten, of } = logarithms(bits)
    const one = 1n << BigInt(bits)
    const rest = shifted(product, bits - 24 - k) // off by 1, and its logarithm by less than 2
    const value =
      2n * signedArtanh(rest - one, rest + one, bits) +
      BigInt(k) * two +
      BigInt(exponent) * ten -
      of(n) -
      of(m)
    return { value, bits, exponent: 0, error: 2 * (bits + Math.abs(k) + Math.abs(exponent) + 3) }
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
    const { two, ten, of } = logarithms(bits)
    const by = BigInt(bits)
    const whole =
      exponent < 0 ? (integer << by) / powerOfTen(-exponent) : (integer * powerOfTen(exponent)) << by
    const part = whole - BigInt(tens) * ten
    const near = Number(part >> BigInt(bits - 64)) / 2 ** 64
    const k = Math.round(near / Math.LN2)
    const [n, m] = factorsNear(Math.exp(near - k * Math.LN2))
    // Off by 1 for the whole and 2 for each logarithm.
    const rest = part - BigInt(k) * two - of(n) - of(m)
    // Σ restⁿ/n!: each of fewer than bits/12 terms is off by less than 2, so are all that are left out.
    let power = rest
    let sum = (1n << by) + rest
    for (let at = 2n; (power = ((power * rest) >> by) / at) !== 0n; at++) sum += power
    const error = 3 * (Math.abs(tens) + Math.abs(k) + 3) + bits
    return { value: sum * BigInt(n * m), bits: bits + 24 - k, exponent: tens, error: error * n * m }
  })
}
