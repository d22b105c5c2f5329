/**
 * Balls: numbers known to within a bound, as an integer, an exponent of two, and what it may be off.
 *
 * A decimal costs a microsecond to multiply, and an interval two; an integer thirty nanoseconds. So what need
 * only be enclosed, and rounded once at the end, is computed in balls: each operation adds to the bound what
 * its operands may be off and what itself cuts away. What cannot be bounded is `everything`, and stays so.
 *
 * The bounds are float64, each a little more than what is proven, by more than float64 loses.
 */
import { Working, type Decimal, type Rounding } from './decimal'
import { expOf, lnOf, lnOff, logarithms, powerOfTen, shifted } from './fixed'
import { partsOf } from './elementary'
import { remembered } from './remembered'

/** Of all numbers within off · 2^(size + e) of m · 2^e, where |m| < 2^size; and 2^(size − 2) ≤ |m| but for m = 0. */
export interface Ball {
  readonly m: bigint
  readonly e: number
  readonly size: number
  readonly off: number
}

/** What nothing is known of. */
export const everything: Ball = { m: 0n, e: 0, size: 0, off: Infinity }

/** A product of more bits has no float64, and what it may be off has none either. */
export const mostBits = 384

/** Exponents beyond these are left to decimals, of two and of ten; of longer numbers, so many digits are looked at. */
const mostExponent = 20_000
const mostPlaces = 250
const mostPrecision = 150

/** Bits of an exact number that are kept beyond those of others. */
const exactBits = 64

const leastPower = -600
const powers = Float64Array.from({ length: 1024 - leastPower }, (_, at) => 2 ** (at + leastPower))

/** 2ⁿ, or more, so that no bound becomes 0. */
const power = (n: number): number => powers[Math.max(n, leastPower) - leastPower] ?? Infinity

/** So much more than a bound is, that float64 rounds away less. */
const slightly = 1 + 2 ** -40

const zero: Ball = { m: 0n, e: 0, size: 0, off: 0 }

const isExactly0 = ({ m, off }: Ball): boolean => m === 0n && off === 0

/** 1, 0 or −1 as all that a ball may be is positive, 0 or negative; NaN where that is not known. */
export const signOf = ({ m, off }: Ball): number =>
  off < 0.24 && m !== 0n ? (m > 0n ? 1 : -1) : m === 0n && off === 0 ? 0 : NaN

/** Only what a ball lies about. */
export const middle = (x: Ball): Ball => (x.off < Infinity ? { ...x, off: 0 } : x)

/** The same as a float64. */
export const numberOf = ({ m, e, off }: Ball): number => (off < Infinity ? Number(m) * 2 ** e : NaN)

/** log₂ |m|, to the nearest float64 or so. */
const logOf = ({ m }: Ball): number => Math.log2(Math.abs(Number(m)))

/** The arithmetic of balls of so many bits. */
export interface Balls {
  readonly bits: number
  readonly of: (x: Decimal) => Ball
  /** What lies between anything in one and anything in the other. */
  readonly hull: (x: Ball, y: Ball) => Ball
  readonly add: (x: Ball, y: Ball) => Ball
  readonly sub: (x: Ball, y: Ball) => Ball
  readonly mul: (x: Ball, y: Ball) => Ball
  readonly div: (x: Ball, y: Ball) => Ball
  readonly neg: (x: Ball) => Ball
  readonly sqrt: (x: Ball) => Ball
  readonly ln: (x: Ball) => Ball
  readonly log1p: (x: Ball) => Ball
  readonly exp: (x: Ball) => Ball
  readonly expm1: (x: Ball) => Ball
}

/** ⌊√n⌋ for n below 2^1000: Newton's steps from the float64, then one by one. */
const floorSqrt = (n: bigint): bigint => {
  let root = BigInt(Math.floor(Math.sqrt(Number(n))))
  for (let bits = 50; bits < mostBits + 8 && root > 0n; bits *= 2) root = (root + n / root) >> 1n
  while (root * root > n) root -= 1n
  while ((root + 1n) * (root + 1n) <= n) root += 1n
  return root
}

const ballsOf = (bits: number): Balls => {
  const limit = bits + exactBits
  const little = 2 ** -limit
  const cut = 2 ** -bits

  /** m · 2^e, off by so much of 2^(size + e), |m| < 2^size: its size found, and what is too long cut. */
  const made = (m: bigint, e: number, size: number, off: number): Ball => {
    if (!(off < Infinity && Math.abs(e) < mostExponent)) return everything
    if (m === 0n) return off === 0 ? zero : { m, e, size, off: (off + little) * slightly }
    const own = Math.floor(Math.log2(Math.abs(Number(m)))) + 2
    const known = off === 0 ? 0 : (off * power(size - own) + little) * slightly
    return own <= limit
      ? { m, e, size: own, off: known }
      : { m: m >> BigInt(own - bits), e: e + own - bits, size: bits, off: (known + cut) * slightly }
  }

  const exact = (n: bigint): Ball => made(n, 0, 0, 0)
  const [one, two] = [exact(1n), exact(2n)]
  const neg = ({ m, e, size, off }: Ball): Ball => ({ m: -m, e, size, off })

  const add = (x: Ball, y: Ball): Ball => {
    if (isExactly0(x)) return y
    if (isExactly0(y)) return x
    const top = Math.max(x.size + x.e, y.size + y.e)
    const e = Math.max(Math.min(x.e, y.e), top - limit)
    const size = top - e + 1
    const part = (of: Ball): number =>
      (of.off === 0 ? 0 : of.off * power(of.size + of.e - e - size)) + (of.e < e ? power(-size) : 0)
    return made(shifted(x.m, x.e - e) + shifted(y.m, y.e - e), e, size, part(x) + part(y))
  }
  const sub = (x: Ball, y: Ball): Ball => add(x, neg(y))

  const hull = (x: Ball, y: Ball): Ball => {
    const [sum, apart] = [add(x, y), sub(x, y)]
    const far = (apart.m === 0n ? 0 : 1) + apart.off
    const reach = power(apart.size + apart.e - sum.size - sum.e) * far
    return isExactly0(apart) ? x : made(sum.m, sum.e - 1, sum.size, sum.off + reach)
  }

  const mul = (x: Ball, y: Ball): Ball => {
    const isZero = (isExactly0(x) && y.off < Infinity) || (isExactly0(y) && x.off < Infinity)
    return isZero ? zero : made(x.m * y.m, x.e + y.e, x.size + y.size, x.off + y.off + x.off * y.off)
  }

  /**
   * |X/Y − x/y| ≤ (|X − x| + |x/y| |Y − y|)/|Y|. As 4|y| is 2^size or more, and |Y| ⅞ of |y|, that is less than
   * 0.6 of what x is off and 2.4 of what y is, of the 2^(size + e) of the quotient.
   */
  const div = (x: Ball, y: Ball): Ball => {
    if (y.m === 0n || !(y.off < 1 / 32)) return everything
    if (isExactly0(x)) return x
    const by = Math.max(0, bits + 4 + y.size - x.size)
    const whole = x.m << BigInt(by)
    const m = whole / y.m
    const size = x.size + by - y.size + 3
    const isWhole = x.off === 0 && y.off === 0 && m * y.m === whole
    return made(m, x.e - by - y.e, size, isWhole ? 0 : x.off + 3 * y.off + power(-size))
  }

  /** |√X − √x| is less than 2.5 off · √x, for an off of less than 1/32. */
  const sqrt = (x: Ball): Ball => {
    if (isExactly0(x)) return x
    if (!(x.m > 0n && x.off < 1 / 32)) return everything
    const least = Math.max(0, 2 * bits + 8 - x.size)
    const by = least + ((x.e - least) & 1)
    const whole = x.m << BigInt(by)
    const m = floorSqrt(whole)
    const size = Math.ceil((x.size + by) / 2)
    const isWhole = x.off === 0 && m * m === whole
    return made(m, (x.e - by) / 2, size, isWhole ? 0 : 2.5 * x.off + power(-size))
  }

  /** With bits to spare for what is as small as 2⁻⁷, and for what many factors of 2 are off. */
  const known = logarithms(bits + 64)
  const fixed = known.bits
  const unit = (x: Ball): bigint => shifted(x.m, x.e + fixed)

  const isSmall = (x: Ball): boolean => isExactly0(x) || (x.size + x.e <= -7 && x.off < 1 / 32)

  /** ln(1 + x) = 2t (1 + t²/3 + t⁴/5 …), t = x/(2 + x) for |x| < 2⁻⁷. The sum moves less than t. */
  const log1pSmall = (x: Ball): Ball => {
    const t = div(x, add(two, x))
    const square = shifted(t.m * t.m, 2 * t.e + fixed)
    const by = BigInt(fixed)
    let term = 1n << by
    let sum = term
    // Each of fewer than fixed/15 terms is off by less than 3, and so are all that are left out.
    for (let n = 3n; (term = (term * square) >> by) > 0n; n += 2n) sum += term / n
    const factor = made(sum, 1 - fixed, fixed + 1, fixed * power(-fixed - 1) + t.off)
    return mul(t, factor)
  }

  /** |ln X − ln x| < 4.5 off, for an off of less than 1/64. */
  const ln = (x: Ball): Ball => {
    if (!(x.m > 0n && x.off < 1 / 64)) return everything
    const log = logOf(x)
    if (Math.abs(log + x.e) < 2 ** -9) {
      const beyond = sub(x, one)
      if (isSmall(beyond)) return log1pSmall(beyond)
    }
    const k = Math.round(log)
    const whole = BigInt(k + x.e)
    const m = lnOf(shifted(x.m, fixed - k), known) + whole * known.two
    const size = fixed + 1 + Math.ceil(Math.log2(Math.abs(k + x.e) + 1))
    const units = lnOff(fixed) + 2 * Math.abs(k + x.e)
    return made(m, -fixed, size, units * power(-size) + 4.5 * x.off * power(fixed - size))
  }

  const log1p = (x: Ball): Ball => (isSmall(x) ? log1pSmall(x) : ln(add(one, x)))

  /** |e^X − eˣ| < 1.1 |X − x| eˣ, where they are less than 2⁻⁶ apart. */
  const exp = (x: Ball): Ball => {
    if (isExactly0(x)) return one
    const apart = x.off * power(x.size + x.e)
    if (!(apart < 2 ** -6 && x.size + x.e < 15)) return everything
    const { sum, factor, k, off } = expOf(unit(x), 1, known)
    return made(
      sum * BigInt(factor),
      k - fixed - 24,
      fixed + 25,
      off * factor * power(-fixed - 25) + 1.1 * apart
    )
  }

  /** x (1 + x/2! + x²/3! …) for |x| < 2⁻⁷. The sum moves less than x. */
  const expm1Small = (x: Ball): Ball => {
    const by = BigInt(fixed)
    const argument = unit(x)
    let term = 1n << by
    let sum = term
    // Each of fewer than fixed/7 terms is off by less than 2, and so are all that are left out.
    for (let n = 2n; (term = ((term * argument) >> by) / n) !== 0n; n++) sum += term
    return mul(x, made(sum, -fixed, fixed + 1, fixed * power(-fixed - 1) + x.off))
  }

  const expm1 = (x: Ball): Ball => (isSmall(x) ? expm1Small(x) : sub(exp(x), one))

  const of = (x: Decimal): Ball => {
    if (!x.isFinite() || Math.abs(x.e) > mostPlaces) return everything
    if (x.isZero()) return zero
    const isLong = x.precision() > mostPrecision
    const { integer, exponent } = partsOf(isLong ? x.toSignificantDigits(mostPrecision) : x)
    const off = isLong ? little : 0 // more than what is cut off
    if (exponent >= 0) return made(integer * powerOfTen(exponent), 0, 0, off)
    const fives = powerOfTen(-exponent) >> BigInt(-exponent)
    const whole = integer / fives
    return whole * fives === integer
      ? made(whole, exponent, 0, off)
      : div(made(integer, exponent, 0, off), made(fives, 0, 0, 0))
  }

  return { bits, of, hull, add, sub, mul, div, neg, sqrt, ln, log1p, exp, expm1 }
}

const known = remembered<Balls>(32)

/** The arithmetic of balls of so many bits, at most `mostBits`. */
export const balls = (bits: number): Balls => known(String(bits), () => ballsOf(bits))

const opposite: { readonly [R in Rounding]: Rounding } = { nearest: 'nearest', down: 'up', up: 'down' }

/** Digits looked at beyond those kept. */
const guardDigits = 10

/** Whether what lies between two parts of a whole goes up; undefined where not all of it goes one way. */
const goesUp = (least: number, most: number, whole: number, rounding: Rounding): boolean | undefined => {
  // Below a power of ten, decimals are ten times as close.
  const [from, to] = rounding === 'nearest' ? [-whole / 20, whole / 2] : [0, whole]
  if (least > from && most < to) return rounding === 'up'
  return rounding === 'nearest' && least > to && most < whole + to ? true : undefined
}

/** What all that a ball may be rounds to, with so many digits; undefined where that is not one decimal. */
export const roundedBall = (x: Ball, digits: number, rounding: Rounding): Decimal | undefined => {
  if (isExactly0(x)) return new Working(0)
  if (x.m < 0n) return roundedBall({ ...x, m: -x.m }, digits, opposite[rounding])?.neg()
  if (!(x.m > 0n && x.off < 2 ** -16)) return undefined
  const places = digits + guardDigits - Math.floor((logOf(x) + x.e) * Math.log10(2))
  const scaled = places < 0 ? shifted(x.m, x.e) / powerOfTen(-places) : shifted(x.m * powerOfTen(places), x.e)
  const text = String(scaled)
  const cut = text.length - digits
  const [kept, tail] = [text.slice(0, digits), Number(text.slice(digits))]
  // 4|m| is 2^size or more; two were cut off, or nothing.
  const isWhole = x.off === 0 && places >= 0 && shifted(scaled, -x.e) === x.m * powerOfTen(places)
  const off = isWhole ? 0 : 2 + 4.1 * x.off * Number(scaled)
  if (isWhole && tail === 0) return new Working(`${kept}e${cut - places}`)
  const isUp = goesUp(tail - off, tail + off, Number(powerOfTen(cut)), rounding)
  return isUp === undefined ? undefined : new Working(`${isUp ? BigInt(kept) + 1n : kept}e${cut - places}`)
}
