/** Exact fractions of integers: what decimals and float64s are held against. */
import type { Decimal } from '../../src/units/decimal'

/** n/d, with d > 0. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

export const ratio = (n: bigint, d = 1n): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d })

const scaled = (n: bigint, power: number, base: bigint): Ratio =>
  power < 0 ? ratio(n, base ** BigInt(-power)) : ratio(n * base ** BigInt(power))

/** A numeral such as "-1.25e-3" as an integer times a power of ten. */
export const significand = (numeral: string): { readonly n: bigint; readonly power: number } => {
  const [, sign, whole = '', rest = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/.exec(numeral) ?? []
  if (sign === undefined) throw new Error(`"${numeral}" is no numeral`)
  return { n: BigInt(`${sign === '-' ? '-' : ''}${whole}${rest}`), power: Number(exponent) - rest.length }
}

/** What a decimal, or a numeral, is exactly. */
export const ratioOf = (x: Decimal | string): Ratio => {
  const { n, power } = significand(typeof x === 'string' ? x : x.toExponential())
  return scaled(n, power, 10n)
}

/** What a float64 is exactly: an integer times a power of two, and not its shortest decimal. */
export const ratioOfFloat = (x: number): Ratio => {
  const bits = new BigUint64Array(Float64Array.of(x).buffer)[0]!
  const exponent = Number((bits >> 52n) & 0x7ffn)
  if (exponent === 0x7ff) throw new Error(`${x} is no ratio`)
  const fraction = bits & 0xfffffffffffffn
  const n = exponent === 0 ? fraction : fraction + 0x10000000000000n
  return scaled(bits >> 63n === 1n ? -n : n, Math.max(exponent, 1) - 1075, 2n)
}

export const plus = (x: Ratio, y: Ratio): Ratio => ratio(x.n * y.d + y.n * x.d, x.d * y.d)
export const minus = (x: Ratio, y: Ratio): Ratio => ratio(x.n * y.d - y.n * x.d, x.d * y.d)
export const times = (x: Ratio, y: Ratio): Ratio => ratio(x.n * y.n, x.d * y.d)
export const over = (x: Ratio, y: Ratio): Ratio => ratio(x.n * y.d, x.d * y.n)

/** Negative, zero or positive as x is less than, equal to or greater than y. */
export const order = (x: Ratio, y: Ratio): number => {
  const difference = x.n * y.d - y.n * x.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
