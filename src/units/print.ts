/**
 * How a value is printed: the SI prefix that leaves one to three digits before the point, and the
 * digits that are kept.
 */
import { defaultDigits, Exact, exactly, roundingMode, Working, type Decimal, type Rounding } from './decimal'
import { baseUnits, dimensions, type Dim, type Dimension } from './dimension'
import { prefixes, type Prefix } from './prefix'
import { remembered } from './remembered'

/** What is printed of a quantity. */
interface Value {
  readonly dimension: Dimension<unknown>
  readonly exact: Decimal
  readonly rounding?: Rounding
}

/** And of an enclosure. */
interface Ends {
  readonly dimension: Dimension<unknown>
  readonly lower: Value
  readonly upper: Value
}

type Symbols = { readonly [N in keyof typeof dimensions]?: string }

/** Coherent units that take a prefix when printed; counts do not: 6e28 updates are not 60 Rupdate. */
const prefixable: Symbols = {
  energy: 'J', 'energy per bit': 'J/bit', 'energy per update': 'J/update', 'energy per mac': 'J/mac',
  'energy per flop': 'J/flop', 'energy per conversion': 'J/conversion',
  'energy per parameter': 'J/parameter', 'energy per token': 'J/token', power: 'W', rate: 'Hz',
  temperature: 'K', voltage: 'V', 'electric current': 'A', resistance: '\u03a9', capacitance: 'F',
  'electric charge': 'C', length: 'm', 'amount of information': 'bit'
} // prettier-ignore

const prefixableSymbols: ReadonlyMap<string, string> = new Map(
  Object.entries(prefixable).map(([name, symbol]) => [dimensions[name as keyof Symbols].key, symbol])
)

/** What a number is counted in when it is printed. */
interface Counted {
  readonly symbol: string
  readonly factor: Decimal
}

const counted = (symbol: string, factor: Decimal.Value = 1): Counted => ({
  symbol,
  factor: new Working(factor)
})

const second = counted('s')
const longTimes = [counted('yr', 31557600), counted('d', 86400), counted('h', 3600), counted('min', 60)]
const mostDigits = 1000

const isCount = (digits: number | 'all'): digits is number =>
  Number.isInteger(digits) && Number(digits) >= 1 && Number(digits) <= mostDigits

const prefixList = Object.entries(prefixes) as [Prefix, number][]

const prefixedBy = (exponent: number, symbol: string): Counted => {
  const found = prefixList.find(([, power]) => power === exponent)
  return found === undefined ? counted(symbol) : counted(found[0] + symbol, `1e${exponent}`)
}

const coherentSymbol = (exponents: Dim): string => {
  const powerOf = (base: (typeof baseUnits)[number]): number => exponents[base] as number
  // "J·s" says more than "m^2·kg/s".
  const isEnergy = powerOf('kg') === 1 && powerOf('m') === 2
  const without = { ...exponents, ...(isEnergy ? { kg: 0, m: 0, s: powerOf('s') + 2 } : {}) }
  const part = (sign: 1 | -1): readonly string[] =>
    baseUnits
      .filter((base) => Math.sign(without[base] as number) === sign)
      .map((base) => {
        const power = Math.abs(without[base] as number)
        return power === 1 ? base : `${base}^${power}`
      })
  const above = [...(isEnergy ? ['J'] : []), ...part(1)].join('·')
  const below = part(-1)
  return below.length === 0 ? above : `${above || '1'}/${below.join('/')}`
}

const coherentUnits = remembered<string>(256)

/** The symbol of the coherent SI unit of a dimension: "J/bit", "1/s" for a rate is "Hz". */
export const coherentUnit = ({ key, exponents }: Dimension<unknown>): string =>
  coherentUnits(key, () => prefixableSymbols.get(key) ?? coherentSymbol(exponents as Dim))

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

const withSymbol = (text: string, symbol: string): string => (symbol === '' ? text : `${text} ${symbol}`)

/** A value in a unit, where no digit is lost by it. */
const exactIn = (value: Decimal, factor: Decimal): boolean => {
  const quotient = new Exact(value).div(factor)
  return quotient.precision() <= defaultDigits && quotient.times(factor).eq(value)
}

const inTime = (value: Decimal, digits: number | 'all'): Counted =>
  [...longTimes, second].find(
    ({ factor }) => value.abs().gte(factor) && (digits !== 'all' || exactIn(value, factor))
  ) ?? second

const bestUnit = (dimension: Dimension<unknown>, value: Decimal, to: Digits): Counted => {
  const none = counted(coherentUnit(dimension))
  if (value.isZero() || !value.isFinite()) return none
  if (dimension.key === dimensions.time.key && value.abs().gte(1)) return inTime(value, to.digits)
  const symbol = dimension.key === dimensions.time.key ? second.symbol : prefixableSymbols.get(dimension.key)
  return symbol === undefined ? none : prefixedBy(Math.floor(rounded(value, to).e / 3) * 3, symbol)
}

const textIn = (exact: Decimal, { factor }: Counted, to: Digits): string => {
  if (exact.isZero()) return '0'
  const value = new exactly[to.rounding](exact).div(factor)
  const terminates = value.precision() <= mostDigits && new Exact(value).times(factor).eq(exact)
  return plain(terminates ? value : rounded(value, { ...to, digits: defaultDigits }), to)
}

/** The better of two units for the ends of an enclosure: the one of the larger, if both can be told in it. */
const commonUnit = ({ dimension, lower, upper }: Ends, digits: number | 'all'): Counted => {
  const [less, more] = lower.exact.abs().gt(upper.exact.abs()) ? [upper, lower] : [lower, upper]
  const best = bestUnit(dimension, more.exact, { digits, rounding: more.rounding ?? 'nearest' })
  return digits !== 'all' || exactIn(less.exact, best.factor) ? best : counted(coherentUnit(dimension))
}

/**
 * A value, or what encloses it, with so many digits, in a unit if one is given. The lower end of an
 * enclosure is rounded down and the upper end up.
 */
export const printed = (of: Value | Ends, asked: number | 'all' = 4, unit?: Counted): string => {
  const digits = isCount(asked) ? asked : 'all'
  const one = ({ exact, rounding = 'nearest' }: Value, counted: Counted): string =>
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
