/**
 * In what a quantity is counted when it is printed: with the SI prefix that leaves one to three digits before
 * the point; a long time in minutes, hours, days and years.
 */
import { defaultDigits, Exact, Working, type Decimal } from './decimal'
import { prefixOf } from './prefix'

/** What a number is counted in. */
export interface Counted {
  readonly symbol: string
  readonly factor: Decimal
}

/** How many digits are printed, and in decimals of which rounding. */
export interface Digits {
  readonly digits: number | 'all'
  readonly exact: typeof Decimal
}

/** What a value that is neither 0 nor infinite is best counted in, of a dimension by its coherent unit. */
export type Scale = (unit: string, value: Decimal, to: Digits) => Counted

/** By this symbol a dimension says its scale. */
export const scale: unique symbol = Symbol('scale')

export const counted = (symbol: string, factor: Decimal.Value = 1): Counted => ({
  symbol,
  factor: new Working(factor)
})

export const rounded = (value: Decimal, { digits, exact }: Digits): Decimal =>
  digits === 'all' ? value : value.toSignificantDigits(digits, exact.rounding)

/** With an SI prefix, where there is one for it. */
export const prefixed: Scale = (unit, value, to) => {
  const exponent = Math.floor(rounded(value, to).e / 3) * 3
  const prefix = prefixOf(exponent)
  return prefix === undefined ? counted(unit) : counted(prefix + unit, `1e${exponent}`)
}

const longTimes = [counted('yr', 31557600), counted('d', 86400), counted('h', 3600), counted('min', 60)]

/** Whether no digit is lost by a unit. */
export const exactIn = (value: Decimal, factor: Decimal): boolean => {
  const quotient = new Exact(value).div(factor)
  return quotient.precision() <= defaultDigits && quotient.times(factor).eq(value)
}

export const inTimes: Scale = (unit, value, to) =>
  value.abs().lt(1)
    ? prefixed(unit, value, to)
    : (longTimes.find(
        ({ factor }) => value.abs().gte(factor) && (to.digits !== 'all' || exactIn(value, factor))
      ) ?? counted(unit))
