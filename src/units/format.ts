/**
 * Printing quantities: engineering form with the SI prefix that leaves one to three digits before
 * the point, or in a unit of one's choice.
 */
import { defaultDigits, Exact, exactly, roundingMode, Working, type Decimal, type Rounding } from './decimal'
import { baseUnits, dimensions, type Dim, type Dimension } from './dimension'
import type { Enclosure } from './enclosure'
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

/** How many digits, and where the rest goes. */
interface Digits {
  readonly digits: number | 'all'
  readonly rounding: Rounding
}

const rounded = (value: Decimal, { digits, rounding }: Digits): Decimal =>
  digits === 'all' ? value : value.toSignificantDigits(digits, roundingMode[rounding])

const plain = (value: Decimal, to: Digits): string => {
  const { digits } = to
  const kept = rounded(value, to)
  const short = kept.e >= -5 && kept.e < (digits === 'all' ? 6 : Math.max(digits, 4))
  if (!short)
    return (digits === 'all' ? kept.toExponential() : kept.toExponential(digits - 1)).replace('e+', 'e')
  return digits === 'all' ? kept.toFixed() : kept.toFixed(Math.max(0, digits - 1 - kept.e))
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

/** What a number is counted in when it is printed. */
type Counted = Pick<Unit<unknown>, 'symbol' | 'factor'>

const bestUnit = (dimension: Dimension<unknown>, value: Decimal, to: Digits): Counted => {
  const none = { symbol: coherentUnit(dimension), factor: new Working(1) }
  if (value.isZero() || !value.isFinite()) return none
  if (dimension.key === dimensions.time.key && value.abs().gte(1)) return inTime(value, to.digits)
  const of =
    dimension.key === dimensions.time.key
      ? si.seconds
      : prefixable.find((candidate) => candidate.dimension.key === dimension.key)
  return of === undefined ? none : prefixedBy(Math.floor(rounded(value, to).e / 3) * 3, of)
}

const textIn = (exact: Decimal, { factor }: Counted, to: Digits): string => {
  if (exact.isZero()) return '0'
  const value = new exactly[to.rounding](exact).div(factor)
  const terminates = value.precision() <= mostDigits && new Exact(value).times(factor).eq(exact)
  return plain(terminates ? value : rounded(value, { ...to, digits: defaultDigits }), to)
}

/** The better of two units for the ends of an enclosure: the one of the larger, if both can be told in it. */
const commonUnit = ({ dimension, lower, upper }: Enclosure<unknown>, digits: number | 'all'): Counted => {
  const [less, more] = lower.exact.abs().gt(upper.exact.abs()) ? [upper, lower] : [lower, upper]
  const best = bestUnit(dimension, more.exact, { digits, rounding: more.rounding ?? 'nearest' })
  return digits !== 'all' || exactIn(less.exact, best.factor)
    ? best
    : { symbol: coherentUnit(dimension), factor: new Working(1) }
}

/**
 * A quantity, or an enclosure, as people read it, with its unit.
 *
 * @example
 * import { format, formatWith, joules, joulesPerBit, electronvolts } from 'limen'
 * format(joulesPerBit(2.871e-21)) // '2.871 zJ/bit'
 * formatWith({ unit: electronvolts, digits: 3 })(joules(8.28e-20)) // '0.517 eV'
 *
 * @since 0.1.0
 */
export const format = <D>(of: Quantity<D> | Enclosure<D>): string => formatWith<D>({})(of)

/**
 * `format` with a unit or a number of digits of one's choice. The lower end of an enclosure is rounded
 * down and the upper end up, so that what is printed encloses too.
 *
 * @since 0.1.0
 */
export const formatWith =
  <D>({ digits: asked = 4, unit }: FormatOptions<D>) =>
  (of: Quantity<D> | Enclosure<D>): string => {
    const digits = isCount(asked) ? asked : 'all'
    const one = ({ exact, rounding = 'nearest' }: Quantity<unknown>, counted: Counted): string =>
      textIn(exact, counted, { digits, rounding })
    if ('exact' in of) {
      const counted = unit ?? bestUnit(of.dimension, of.exact, { digits, rounding: of.rounding ?? 'nearest' })
      return withSymbol(one(of, counted), counted.symbol)
    }
    const { lower, upper } = of
    const counted = unit ?? commonUnit(of, digits)
    const [from, to] = [one(lower, counted), one(upper, counted)]
    const text = lower.exact.eq(upper.exact) && from === to ? from : `[${from}, ${to}]`
    return withSymbol(text, counted.symbol)
  }
