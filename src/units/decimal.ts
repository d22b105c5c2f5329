/**
 * Private clones of decimal.js. The global configuration is never read or changed, and the left
 * operand's constructor decides precision and rounding, so every clone has one purpose.
 */
import { Decimal } from 'decimal.js'
import * as budget from './budget'
import { remembered } from './remembered'

export type { Decimal } from 'decimal.js'

/** Where a value goes that has too many digits: to the nearest (half to even), or one way only. */
export type Rounding = 'nearest' | 'down' | 'up'

/** The rounding modes of decimal.js: down is towards −∞ and up towards ∞. */
export const roundingMode: { readonly [R in Rounding]: Decimal.Rounding } = {
  nearest: Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_FLOOR,
  up: Decimal.ROUND_CEIL
}

const clone = (precision: number, rounding: Decimal.Rounding = Decimal.ROUND_HALF_EVEN): typeof Decimal =>
  Decimal.clone({ defaults: true, precision, rounding })

const clones = remembered<typeof Decimal>(256)

/** The constructor of decimals that works with `digits` significant digits. */
export const decimalsOf = (digits: number, rounding: Rounding = 'nearest'): typeof Decimal =>
  clones(`${digits} ${rounding}`, () => clone(digits, roundingMode[rounding]))

/** The digits that a quantity and a decimal reading keep unless told otherwise: decimal128's. */
export const defaultDigits = 34

/**
 * What users hold: their own arithmetic on it keeps `defaultDigits` digits. No reading works with it, so
 * that whoever changes its settings changes none.
 */
export const Working = clone(defaultDigits)

const exactDigits = 1200

/** Exact for scaling by unit factors: no literal that `parse` accepts has nearly so many digits. */
export const Exact = clone(exactDigits)

/** The same, for a quotient that never ends and must not be rounded the wrong way. */
export const exactly: { readonly [R in Rounding]: typeof Decimal } = {
  nearest: Exact,
  down: decimalsOf(exactDigits, 'down'),
  up: decimalsOf(exactDigits, 'up')
}

/** Two decimals between which something lies. */
export interface Ends {
  readonly lower: Decimal
  readonly upper: Decimal
}

/** What is within a deviation from what lies between two. */
export const widened = ({ lower, upper }: Ends, by: Decimal): Ends => ({
  lower: new Working(new exactly.down(lower).minus(by)),
  upper: new Working(new exactly.up(upper).plus(by))
})

/** Whether a text is a number as people write it. */
export const isNumeral = (text: string): boolean =>
  text.length <= budget.numeral && /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text.trim())

/** A numeral as people write it; NaN where it is none. Numbers mean their shortest decimal. */
export const decimal = (value: number | string | Decimal): Decimal =>
  typeof value !== 'string' ? new Working(value) : new Working(isNumeral(value) ? value.trim() : NaN)

/** The float64 next to one, below it or above it. */
const nextFloat = (from: number, by: 'down' | 'up'): number => {
  if (from === 0) return by === 'up' ? Number.MIN_VALUE : -Number.MIN_VALUE
  const float = Float64Array.of(from)
  const bits = new BigInt64Array(float.buffer)
  bits[0]! += from > 0 === (by === 'up') ? 1n : -1n
  return float[0]!
}

/**
 * A decimal as a float64: the nearest, or one that is surely not above it, or not below it. Surely
 * is both as the binary number that it is and as the decimal that it prints as.
 */
export const floatOf = (value: Decimal, rounding: Rounding): number => {
  const nearest = value.toNumber()
  if (rounding === 'nearest' || (Number.isSafeInteger(nearest) && value.eq(nearest))) return nearest
  if (nearest === 0 && value.isNegative() !== (rounding === 'down')) return 0
  if (!Number.isFinite(nearest))
    return nearest > 0 === (rounding === 'up') ? nearest : nextFloat(nearest, rounding)
  return nextFloat(nearest, rounding)
}
