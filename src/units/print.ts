/** How a value is printed: what it is counted in, and the digits that are kept. */
import { defaultDigits, Exact, exactly, type Decimal, type Ends } from './decimal'
import type { Dimension } from './dim'
import { counted, exactIn, rounded, scale, type Counted, type Digits } from './scale'

/** What is printed of a quantity. */
interface Value {
  readonly dimension: Dimension<unknown>
  readonly exact: Decimal
}

const mostDigits = 1000

/** What is no number of digits asks for all. */
export const digitsOf = (digits: number | 'all'): number | 'all' =>
  Number.isInteger(digits) && Number(digits) >= 1 && Number(digits) <= mostDigits ? digits : 'all'

const plain = (value: Decimal, to: Digits): string => {
  const { digits } = to
  const kept = rounded(value, to)
  const short = kept.e >= -5 && kept.e < (digits === 'all' ? 6 : Math.max(digits, 4))
  if (!short)
    return (digits === 'all' ? kept.toExponential() : kept.toExponential(digits - 1)).replace('e+', 'e')
  return digits === 'all' ? kept.toFixed() : kept.toFixed(Math.max(0, digits - 1 - kept.e))
}

const withSymbol = (text: string, { symbol }: Counted): string => (symbol === '' ? text : `${text} ${symbol}`)

const bestUnit = ({ dimension, exact }: Value, to: Digits): Counted =>
  (exact.isZero() || !exact.isFinite() ? undefined : dimension[scale]?.(dimension.coherentUnit, exact, to)) ??
  counted(dimension.coherentUnit)

const textIn = (value: Decimal, { factor }: Counted, to: Digits): string => {
  if (value.isZero()) return '0'
  const quotient = new to.exact(value).div(factor)
  const terminates = quotient.precision() <= mostDigits && new Exact(quotient).times(factor).eq(value)
  return plain(terminates ? quotient : rounded(quotient, { ...to, digits: defaultDigits }), to)
}

/** A value with so many digits, in a unit if one is given; rounded as `exact` does. */
export const printed = (
  of: Value,
  digits: number | 'all' = 4,
  unit?: Counted,
  exact: typeof Decimal = Exact
): string => {
  const to: Digits = { digits, exact }
  const counted = unit ?? bestUnit(of, to)
  return withSymbol(textIn(of.exact, counted, to), counted)
}

/** The better of two units for the ends of an enclosure: the one of the larger, if both can be told in it. */
const commonUnit = (
  dimension: Dimension<unknown>,
  { lower, upper }: Ends,
  digits: Digits['digits']
): Counted => {
  const isLower = lower.abs().gt(upper.abs())
  const [less, more, exact] = isLower ? [upper, lower, exactly.down] : [lower, upper, exactly.up]
  const best = bestUnit({ dimension, exact: more }, { digits, exact })
  return digits !== 'all' || exactIn(less, best.factor) ? best : counted(dimension.coherentUnit)
}

/** The same of what lies between two: the lower is rounded down, and the upper up. */
export const printedBetween = (
  dimension: Dimension<unknown>,
  ends: Ends,
  digits: number | 'all' = 4,
  unit: Counted = commonUnit(dimension, ends, digits)
): string => {
  const { lower, upper } = ends
  const from = textIn(lower, unit, { digits, exact: exactly.down })
  const to = textIn(upper, unit, { digits, exact: exactly.up })
  return withSymbol(lower.eq(upper) && from === to ? from : `[${from}, ${to}]`, unit)
}
