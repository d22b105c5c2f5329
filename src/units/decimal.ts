/**
 * Private clones of decimal.js. The global configuration is never read or changed, and the left
 * operand's constructor decides precision and rounding, so every clone has one purpose.
 */
import { Decimal } from 'decimal.js'

export type { Decimal } from 'decimal.js'

/** A constructor of decimals that works with `digits` significant digits, rounding half to even. */
export const decimalsOf = (digits: number): typeof Decimal =>
  Decimal.clone({ defaults: true, precision: digits, rounding: Decimal.ROUND_HALF_EVEN })

/** The digits that a quantity and a decimal reading keep unless told otherwise: decimal128's. */
export const defaultDigits = 34

/** What users hold: their own arithmetic on it keeps `defaultDigits` digits. */
export const Working = decimalsOf(defaultDigits)

/** Exact for scaling by unit factors: no literal that `parse` accepts has nearly so many digits. */
export const Exact = decimalsOf(1200)

/** A numeral as people write it; NaN where it is none. Numbers mean their shortest decimal. */
export const decimal = (value: number | string | Decimal): Decimal => {
  if (typeof value !== 'string') return new Working(value)
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value.trim())
    ? new Working(value.trim())
    : new Working(NaN)
}
