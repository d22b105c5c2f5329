/**
 * Printing quantities: engineering form with the SI prefix that leaves one to three digits before
 * the point, or in a unit of one's choice.
 */
import { defaultDigits, Exact, Working, type Decimal } from './decimal'
import { baseUnits, dimensions, type Dim, type Dimension } from './dimension'
import type { Quantity } from './quantity'
import * as si from './si'
import { prefixed, prefixes, type Prefix, type Unit } from './unit'

/** How a quantity is printed. @since 0.1.0 */
export interface FormatOptions<D> {
  /**
   * Significant digits, 1 to 1000; default 4. `'all'`, or what is no such number, prints every digit
   * there is, or 34 where they never end.
   */
  readonly digits?: number | 'all'
  /** Printed in this unit instead of the best prefix. */
  readonly unit?: Unit<D>
}

/** Units that take a prefix when printed; counts do not: 6e28 updates are not 60 Rupdate. */
const prefixable: readonly Unit<unknown>[] = [
  si.joules, si.joulesPerBit, si.joulesPerUpdate, si.joulesPerMac, si.joulesPerFlop, si.joulesPerConversion,
  si.watts, si.hertz, si.kelvin, si.volts, si.amperes, si.ohms, si.farads, si.coulombs, si.metres, si.bits
] // prettier-ignore

const mostDigits = 1000

const isCount = (digits: number | 'all'): digits is number =>
  Number.isInteger(digits) && Number(digits) >= 1 && Number(digits) <= mostDigits

const prefixList = Object.entries(prefixes) as [Prefix, number][]

const prefixedBy = (exponent: number, of: Unit<unknown>): Unit<unknown> => {
  const found = prefixList.find(([, power]) => power === exponent)
  return found === undefined ? of : prefixed(found[0], of)
}

const coherentSymbol = (exponents: Dim): string => {
  const part = (sign: 1 | -1): string =>
    baseUnits
      .filter((base) => Math.sign(exponents[base] as number) === sign)
      .map((base) => {
        const power = Math.abs(exponents[base] as number)
        return power === 1 ? base : `${base}^${power}`
      })
      .join('·')
  const below = part(-1)
  return below === '' ? part(1) : `${part(1) || '1'}/${below.replaceAll('·', '/')}`
}

const namedUnits: ReadonlyMap<string, Unit<unknown>> = new Map(
  [...prefixable, si.seconds, si.macsPerConversion, si.updatesPerParameter, si.one].map((u) => [
    u.dimension.key,
    u
  ])
)

/** The symbol of the coherent SI unit of a dimension: "J/bit", "1/s" for a rate is "Hz". */
export const coherentUnit = (dimension: Dimension<unknown>): string =>
  namedUnits.get(dimension.key)?.symbol ?? coherentSymbol(dimension.exponents as Dim)

const longTimes: readonly Unit<unknown>[] = [si.years, si.days, si.hours, si.minutes]

const plain = (value: Decimal, digits: number | 'all'): string => {
  const rounded = digits === 'all' ? value : value.toSignificantDigits(digits)
  const short = rounded.e >= -5 && rounded.e < (digits === 'all' ? 6 : Math.max(digits, 4))
  if (!short)
    return (digits === 'all' ? rounded.toExponential() : rounded.toExponential(digits - 1)).replace('e+', 'e')
  return digits === 'all' ? rounded.toFixed() : rounded.toFixed(Math.max(0, digits - 1 - rounded.e))
}

const withSymbol = (text: string, symbol: string): string =>
  symbol === '' ? text : symbol === '%' ? `${text} %` : `${text} ${symbol}`

/** A value in a unit, where no digit is lost by it. */
const exactIn = (value: Decimal, factor: Decimal): boolean => {
  const quotient = new Exact(value).div(factor)
  return quotient.precision() <= defaultDigits && quotient.times(factor).eq(value)
}

const inTime = (value: Decimal, digits: number | 'all'): Unit<unknown> =>
  [...longTimes, si.seconds].find(
    ({ factor }) => value.abs().gte(factor) && (digits !== 'all' || exactIn(value, factor))
  ) ?? si.seconds

const bestUnit = (q: Quantity<unknown>, digits: number | 'all'): { symbol: string; factor: Decimal } => {
  const none = { symbol: coherentUnit(q.dimension), factor: new Working(1) }
  if (q.exact.isZero() || !q.exact.isFinite()) return none
  if (q.dimension.key === dimensions.time.key && q.exact.abs().gte(1)) return inTime(q.exact, digits)
  const of =
    q.dimension.key === dimensions.time.key
      ? si.seconds
      : prefixable.find((candidate) => candidate.dimension.key === q.dimension.key)
  return of === undefined ? none : scaled(q.exact, of, digits)
}

const scaled = (value: Decimal, of: Unit<unknown>, digits: number | 'all'): Unit<unknown> => {
  const { e } = digits === 'all' ? value : value.toSignificantDigits(digits)
  return prefixedBy(Math.floor(e / 3) * 3, of)
}

/**
 * A quantity as people read it, with its unit.
 *
 * @example
 * import { format, formatWith, joules, joulesPerBit, electronvolts } from 'limen'
 * format(joulesPerBit(2.871e-21)) // '2.871 zJ/bit'
 * formatWith({ unit: electronvolts, digits: 3 })(joules(8.28e-20)) // '0.517 eV'
 *
 * @since 0.1.0
 */
export const format = <D>(quantity: Quantity<D>): string => formatWith<D>({})(quantity)

/** `format` with a unit or a number of digits of one's choice. @since 0.1.0 */
export const formatWith =
  <D>({ digits: asked = 4, unit }: FormatOptions<D>) =>
  (quantity: Quantity<D>): string => {
    const digits = isCount(asked) ? asked : 'all'
    const { symbol, factor } = unit ?? bestUnit(quantity, digits)
    if (quantity.exact.isZero()) return withSymbol('0', symbol)
    const value = new Exact(quantity.exact).div(factor)
    const terminates = value.precision() <= mostDigits && value.times(factor).eq(quantity.exact)
    return withSymbol(plain(terminates ? value : value.toSignificantDigits(defaultDigits), digits), symbol)
  }
