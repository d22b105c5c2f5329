/** Numerals as other tools print them, read to their last digit. */
import * as E from 'fp-ts/lib/Either.js'
import { decimal, Exact, isNumeral, type Decimal } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { parseStated } from '../../units/parse'
import { ofDecimal, type Quantity } from '../../units/quantity'
import type { Unit } from '../../units/unit'

/** A numeral in a unit; undefined where it is none, or is too long, too large or too small. */
export const quantityIn =
  <D>(unit: Unit<D>) =>
  (text: string): Quantity<D> | undefined => {
    if (!isNumeral(text)) return undefined
    const parsed = parseStated(unit)(`${text.trim()} ${unit.symbol}`)
    return E.isRight(parsed) ? parsed.right : undefined
  }

/** An energy of 0 or more; −0 is 0. */
export const energyIn =
  (unit: Unit<Energy>) =>
  (text: string): Quantity<Energy> | undefined => {
    const found = quantityIn(unit)(text)
    if (found === undefined || found.exact.lt(0)) return undefined
    return ofDecimal(found.dimension, found.exact.abs())
  }

/** A whole number of 0 or more that float64 holds exactly. */
export const countIn = (text: string): number | undefined => {
  const value = decimal(text)
  return value.isInteger() && value.gte(0) && value.lte(Number.MAX_SAFE_INTEGER)
    ? value.toNumber()
    : undefined
}

/** Half a unit of the last decimal place that a numeral shows: "5469.65" is within 0.005. */
export const halfLastPlace = (numeral: string): Decimal => {
  const [mantissa = '', exponent = '0'] = numeral.trim().toLowerCase().split('e')
  const places = mantissa.split('.')[1]?.length ?? 0
  return new Exact(`5e${Number(exponent) - places - 1}`)
}

/** What a stream of C++ prints: six significant digits, without the zeros at their end. */
const streamDigits = 6

/** Half a unit of the last of six digits, or of more where more are shown; 0 is exact. */
export const halfStreamDigit = (numeral: string): Decimal => {
  const value = decimal(numeral)
  if (value.isZero()) return new Exact(0)
  const digits = Math.max(streamDigits, value.precision())
  return new Exact(`5e${value.e - digits}`)
}
