/**
 * Many numbers of a unit as float64 in coherent SI, without a decimal for each.
 *
 * A product or a quotient of two whole numbers that float64 holds is rounded once. So a whole number, and one
 * below 100,000 of up to 6 decimals (3 where the unit is as small as 1e-18), gives the float64 nearest to its
 * decimal times the factor, as the unit itself does; any other is within a unit in the last place of that.
 */
import type { Unit } from './unit'
import { Working, type Decimal } from './decimal'

/** By how much a number of few decimals is moved to be a whole one: the more, the more decimals. */
const shifts = [1e6, 1e3, 1]
/** Numbers of so many digits differ where their float64 do. */
const fewDigits = 1e15
const mostWhole = 2 ** 53

type Quotient = readonly [over: number, under: number]

/** A number as a quotient of whole numbers that float64 holds; undefined where it is none. */
const quotientOf = (of: Decimal): Quotient | undefined => {
  const whole = new Working(of).toFraction()
  const floats = whole.map((each) => each.toNumber())
  const isHeld = whole.every((each, k) => each.eq(BigInt(floats[k]!).toString()))
  return isHeld && whole[0]!.div(whole[1]!).eq(of) ? [floats[0]!, floats[1]!] : undefined
}

/** The largest whole number whose product with the one is held, if it is then divided by the other. */
const mostFor = ([over, under]: Quotient): number =>
  under === 1 ? fewDigits : Math.min(fewDigits, mostWhole / over)

/** From numbers of a unit to their float64 in coherent SI. */
export const floatsOf = <D>(unit: Unit<D>): ((value: number) => number) => {
  const otherwise = (value: number): number => unit(value).value
  const { factor } = unit
  if (factor.eq(1)) return (value) => (typeof value === 'number' ? value + 0 : otherwise(value))
  const whole = quotientOf(factor)
  if (whole === undefined || !whole.includes(1)) return otherwise
  const [shift, part] = shifts
    .map((by) => [by, quotientOf(new Working(factor).div(by))] as const)
    .find(([, quotient]) => quotient !== undefined) ?? [1, whole]
  const [over, under] = whole
  const [partOver, partUnder] = part!
  const most = mostFor(part!)
  return (value) => {
    if (typeof value !== 'number') return otherwise(value)
    const shifted = Math.round(value * shift)
    return shifted / shift === value && Math.abs(shifted) <= most
      ? (shifted * partOver) / partUnder + 0
      : (value * over) / under + 0
  }
}
