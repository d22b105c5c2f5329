/**
 * Units: a dimension with a factor, callable to make a quantity; and how units are built from others.
 */
import {
  aDimension,
  aText,
  expectArguments,
  expecting,
  having,
  kind,
  optional,
  remembered,
  type Kind
} from './argument'
import { Exact, Working, decimal, exactly, floatOf, isNumeral, type Decimal } from './decimal'
import { divDimension, mulDimension, type Dimension, type Div, type Mul } from './dimension'
import { prefixes, type Prefix } from './prefix'
import { aQuantity, expectDimension, ofDecimal, ofNumber, type Quantity } from './quantity'
import { showing } from './show'

/**
 * A unit of dimension `D`. Called with a number it makes a quantity; a numeral in a string, or a
 * Decimal, keeps more digits than a float64 can. A text that is no number is refused; a number that is
 * not finite makes a quantity that every model refuses.
 *
 * @example
 * import { kelvin, pico, joules, per, bits } from 'limen'
 * kelvin(300).value // 300
 * per(pico(joules), bits)('0.1').value // 1e-13, in J/bit
 *
 * @since 0.1.0
 */
export interface Unit<D> {
  (value: number | string | Decimal): Quantity<D>
  readonly symbol: string
  readonly dimension: Dimension<D>
  /** How many coherent SI units it is. */
  readonly factor: Decimal
}

/** Any copy of decimal.js may have made it. */
const isNumber = (value: unknown): value is number | string | Decimal =>
  typeof value === 'number' || (typeof value === 'string' ? isNumeral(value) : Working.isDecimal(value))

export const aNumeral: Kind = kind('a number, a decimal or the text of a number', isNumber)

const aFactor: Kind = kind(
  'a factor above 0, such as "1e-3"',
  (value) => isNumber(value) && decimal(value).gt(0)
)

/** Of any copy of this library. */
export const aUnit: Kind = remembered(
  having('a unit such as kelvin', {
    symbol: aText,
    dimension: aDimension,
    factor: aFactor
  })
)

/** A unit whose parts are known to fit; `name` is what it is called in a program. */
export const unitOf = <D>(
  symbol: string,
  dimension: Dimension<D>,
  factor: string | Decimal = '1',
  name = ''
): Unit<D> => {
  const scale = new Working(factor)
  const coherent = scale.eq(1)
  const text = `${symbol || '1'}, a unit of ${dimension.name}`
  const make = (value: number | string | Decimal): Quantity<D> => {
    if (coherent && typeof value === 'number') return ofNumber(dimension, value)
    expectArguments(text, { value: aNumeral }, value)
    const given = decimal(value)
    return ofDecimal(dimension, coherent ? given : new Working(new Exact(scale).times(given)))
  }
  Object.defineProperty(make, 'name', { value: name })
  const made = Object.assign(make, { symbol, dimension, factor: scale })
  return Object.freeze(showing(made, () => ({ 'text/plain': text })))
}

/** A unit from its symbol, its dimension and how many coherent SI units it is. @since 0.1.0 */
export const unit: <D>(symbol: string, dimension: Dimension<D>, factor?: string | Decimal) => Unit<D> =
  expecting(
    'unit',
    {
      symbol: aText,
      dimension: aDimension,
      factor: optional(aFactor)
    },
    (symbol, dimension, factor) => unitOf(symbol, dimension, factor)
  )

const grouped = (symbol: string): string => (/[·/]/.test(symbol) ? `(${symbol})` : symbol)

/** The quotient of two things that are units. */
export const quotientOf = <A, B>(a: Unit<A>, b: Unit<B>, name?: string): Unit<Div<A, B>> =>
  unitOf(
    `${a.symbol || '1'}/${grouped(b.symbol)}`,
    divDimension(a.dimension, b.dimension),
    new Exact(a.factor).div(b.factor),
    name
  )

/** The quotient of two units: `per(joules, bits)` is J/bit. @since 0.1.0 */
export const per = expecting('per', { a: aUnit, b: aUnit }, <A, B>(a: Unit<A>, b: Unit<B>): Unit<Div<A, B>> =>
  quotientOf(a, b)
)

/** The product of two units: `dot(volts, amperes)` is V·A. @since 0.1.0 */
export const dot = expecting('dot', { a: aUnit, b: aUnit }, <A, B>(a: Unit<A>, b: Unit<B>): Unit<Mul<A, B>> =>
  unitOf(
    `${a.symbol}·${b.symbol}`,
    mulDimension(a.dimension, b.dimension),
    new Exact(a.factor).times(b.factor)
  )
)

/** A unit with an SI prefix: `prefixed('p', joules)` is pJ. A power is of the prefix too: km² is (km)². @since 0.1.0 */
export const prefixed = <D>(prefix: Prefix, of: Unit<D>, name?: string): Unit<D> => {
  const power = { '²': 2, '³': 3 }[/^[^·/²³]*([²³])/.exec(of.symbol)?.[1] ?? ''] ?? 1
  const factor = new Exact(of.factor).times(`1e${power * prefixes[prefix]}`)
  return unitOf(prefix + of.symbol, of.dimension, factor, name)
}

/** From a unit to the same with an SI prefix. */
export type Prefixer = <D>(of: Unit<D>) => Unit<D>

const prefixer = (name: string, prefix: Prefix): Prefixer =>
  expecting(name, { of: aUnit }, (of) => prefixed(prefix, of))

/** 10⁻²⁴ of a unit. @since 0.1.0 */
export const yocto: Prefixer = prefixer('yocto', 'y')
/** 10⁻²¹ of a unit: `zepto(joules)` is zJ. @since 0.1.0 */
export const zepto: Prefixer = prefixer('zepto', 'z')
/** 10⁻¹⁸ of a unit. @since 0.1.0 */
export const atto: Prefixer = prefixer('atto', 'a')
/** 10⁻¹⁵ of a unit. @since 0.1.0 */
export const femto: Prefixer = prefixer('femto', 'f')
/** 10⁻¹² of a unit. @since 0.1.0 */
export const pico: Prefixer = prefixer('pico', 'p')
/** 10⁻⁹ of a unit. @since 0.1.0 */
export const nano: Prefixer = prefixer('nano', 'n')
/** 10⁻⁶ of a unit. @since 0.1.0 */
export const micro: Prefixer = prefixer('micro', 'µ')
/** 10⁻³ of a unit. @since 0.1.0 */
export const milli: Prefixer = prefixer('milli', 'm')
/** 10³ of a unit. @since 0.1.0 */
export const kilo: Prefixer = prefixer('kilo', 'k')
/** 10⁶ of a unit. @since 0.1.0 */
export const mega: Prefixer = prefixer('mega', 'M')
/** 10⁹ of a unit. @since 0.1.0 */
export const giga: Prefixer = prefixer('giga', 'G')
/** 10¹² of a unit. @since 0.1.0 */
export const tera: Prefixer = prefixer('tera', 'T')
/** 10¹⁵ of a unit. @since 0.1.0 */
export const peta: Prefixer = prefixer('peta', 'P')
/** 10¹⁸ of a unit. @since 0.1.0 */
export const exa: Prefixer = prefixer('exa', 'E')

/**
 * A quantity as a number of a unit. The end of an enclosure stays on its side.
 *
 * @example
 * import { inUnit, joules, kilowattHours } from 'limen'
 * inUnit(kilowattHours)(joules(7.2e6)) // 2
 *
 * @since 0.1.0
 */
export const inUnit = expecting(
  'inUnit',
  { of: aUnit },
  <D>(of: Unit<D>) =>
    (quantity: Quantity<D>): number => {
      expectArguments('inUnit', { quantity: aQuantity }, quantity)
      expectDimension(of, quantity, 'convert', 'to')
      const { exact, rounding = 'nearest' } = quantity
      return rounding === 'nearest'
        ? new Working(exact).div(of.factor).toNumber()
        : floatOf(new exactly[rounding](exact).div(of.factor), rounding)
    }
)
