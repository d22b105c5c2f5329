/**
 * ln, eˣ and arctan of numbers in fixed point: integers of which 2^bits make 1.
 *
 * Factors 2ᵏ and c = i/64 · (1 + j/4096), whose logarithms are known, leave a number within 2⁻¹² of 1 for a
 * short series. What each step may be off is said there, in units of 2^−bits.
 *
 * Source: P.-T. Tang, ACM Trans. Math. Softw. 16 (1990) 378.
 */
import { remembered } from './remembered'

/** x·2^by, rounded down. */
export const shifted = (x: bigint, by: number): bigint => (by < 0 ? x >> BigInt(-by) : x << BigInt(by))

const powers: bigint[] = []

/** Those that are asked for again and again are kept. */
export const powerOfTen = (n: number): bigint =>
  n < 512 ? (powers[n] ??= 10n ** BigInt(n)) : 10n ** BigInt(n)

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
export const signedArtanh = (numerator: bigint, denominator: bigint, bits: number): bigint =>
  numerator < 0n ? -artanh(-numerator, denominator, bits) : artanh(numerator, denominator, bits)

/** Logarithms with so many bits, each off by less than 2 units. */
export interface Logarithms {
  readonly bits: number
  readonly two: bigint
  readonly ten: bigint
  /** ln n/4096, for n = 64 i and n = 4096 + j. */
  readonly of: (n: number) => bigint
}

const tables = remembered<Logarithms>(64)

export const logarithms = (bits: number): Logarithms =>
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
    return { bits, two: two >> 31n, ten: (3n * two + artanh(1n, 9n, finer)) >> 31n, of }
  })

/** The series of artanh with signs that turn, of a fraction between −1/64 and 1/64: off by less than `bits` units. */
const arctanSmall = (numerator: bigint, denominator: bigint, bits: number): bigint => {
  const by = BigInt(bits)
  let power = (numerator << by) / denominator
  const square = (power * power) >> by
  let sum = power
  for (let n = 3n; (power = -((power * square) / (1n << by))) !== 0n; n += 2n) sum += power / n
  return sum
}

const arctans = remembered<readonly bigint[]>(64)

/** arctan i/64, each from the one before, off by less than 2 units. */
const arctansOf = (bits: number): readonly bigint[] =>
  arctans(String(bits), () => {
    const all = [0n]
    for (let i = 1n; i <= 64n; i++) all.push(all.at(-1)! + arctanSmall(64n, 4096n + i * (i - 1n), bits + 32))
    return all.map((each) => each >> 32n)
  })

/**
 * arctan y for y·2^−bits between 0 and 1, which may be off by a unit: that of i/64 nearby, and of (y − i/64)/(1 + y i/64).
 * Off by less than bits + 4 units.
 */
export const arctanOf = (y: bigint, bits: number): bigint => {
  const i = Math.round(Number(y >> BigInt(bits - 20)) / 2 ** 14)
  const near = BigInt(i)
  const whole = 64n << BigInt(bits)
  return arctansOf(bits)[i]! + arctanSmall(64n * y - (near << BigInt(bits)), whole + near * y, bits)
}

/** n = 64 i and m = 4096 + j, of which n/4096 · m/4096 is within 2⁻¹² of a number between √½ and √2. */
const factorsNear = (y: number): readonly [n: number, m: number] => {
  const n = 64 * Math.round(64 * y)
  return [n, Math.round((4096 * 4096 * y) / n)]
}

/**
 * ln y for y·2^−bits between √½ and √2, which may be off by a unit: that and the factor's rounding make 3 of
 * the logarithm, the two known ones 4, and the series 2·bits. So less than `lnOff` units.
 */
export const lnOf = (y: bigint, { bits, of }: Logarithms): bigint => {
  const one = 1n << BigInt(bits)
  const [n, m] = factorsNear(2 ** 53 / Number(y >> BigInt(bits - 53)))
  const rest = (y * BigInt(n * m)) >> 24n
  return 2n * signedArtanh(rest - one, rest + one, bits) - of(n) - of(m)
}

export const lnOff = (bits: number): number => 2 * bits + 8

/** eˣ as sum · factor · 2^(k − 24), the sum within 2⁻¹¹ of 1 and off by less than `off` units. */
export interface Exponential {
  readonly sum: bigint
  readonly factor: number
  readonly k: number
  readonly off: number
}

/** eˣ for an x that is off by less than so many units. */
export const expOf = (x: bigint, xOff: number, { bits, two, of }: Logarithms): Exponential => {
  const by = BigInt(bits)
  const near = Number(x >> BigInt(bits - 64)) / 2 ** 64
  const k = Math.round(near / Math.LN2)
  const [n, m] = factorsNear(Math.exp(near - k * Math.LN2))
  const rest = x - BigInt(k) * two - of(n) - of(m)
  // Σ restⁿ/n!: each of fewer than bits/12 terms is off by less than 2, so are all that are left out.
  let power = rest
  let sum = (1n << by) + rest
  for (let at = 2n; (power = ((power * rest) >> by) / at) !== 0n; at++) sum += power
  return { sum, factor: n * m, k, off: 1.5 * (xOff + 2 * Math.abs(k) + 4) + bits }
}
