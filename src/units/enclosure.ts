/**
 * Enclosures: two quantities between which a value lies for certain. What is uncertain goes into
 * `certify` as one, and what is certified comes out as one.
 */
import { Exact, Working, type Decimal } from './decimal'
import { dimensions, type Dimension, type Dimensionless } from './dimension'
import { ofEnd, ofNumber, type Quantity } from './quantity'

/**
 * A value between two quantities of dimension `D`, both ends included.
 *
 * The lower end is never above the value, also as a float64 and in print; the upper never below.
 *
 * @since 0.2.0
 */
export interface Enclosure<D> {
  readonly dimension: Dimension<D>
  readonly lower: Quantity<D>
  readonly upper: Quantity<D>
}

class Between<D> implements Enclosure<D> {
  readonly lower: Quantity<D>
  readonly upper: Quantity<D>

  constructor(
    readonly dimension: Dimension<D>,
    lower: Decimal,
    upper: Decimal
  ) {
    this.lower = ofEnd(dimension, lower, 'down')
    this.upper = ofEnd(dimension, upper, 'up')
  }
}

/** An enclosure from its ends in coherent SI. */
export const enclosure = <D>(dimension: Dimension<D>, lower: Decimal, upper: Decimal): Enclosure<D> =>
  new Between(dimension, lower, upper)

/** Whether a value is an enclosure. */
export const isEnclosure = (value: unknown): value is Enclosure<unknown> => value instanceof Between

const pure = (value: number | Quantity<unknown>): Quantity<unknown> =>
  typeof value === 'number' ? ofNumber(dimensions['a pure number'], value) : value

/** What has its ends in the wrong order, or of different dimensions, every model refuses. */
const from = (lower: Quantity<unknown>, upper: Quantity<unknown>): Enclosure<unknown> =>
  lower.dimension.key === upper.dimension.key
    ? enclosure(lower.dimension, lower.exact, upper.exact)
    : enclosure(lower.dimension, lower.exact, new Working(NaN))

/**
 * What lies between two quantities; between two numbers where it is a pure number. With the larger
 * end first it is nothing, and every model refuses it.
 *
 * @example
 * import { between, gigahertz, format } from 'limen'
 * format(between(gigahertz(1), gigahertz(10))) // '[1.000, 10.00] GHz'
 *
 * @since 0.2.0
 */
export function between(lower: number, upper: number): Enclosure<Dimensionless>
export function between<D>(lower: Quantity<D>, upper: Quantity<D>): Enclosure<D>
export function between(
  lower: number | Quantity<unknown>,
  upper: number | Quantity<unknown>
): Enclosure<unknown> {
  return from(pure(lower), pure(upper))
}

/**
 * A quantity that is known to within another: "300 K ± 2 K".
 *
 * @example
 * import { plusMinus, kelvin, format } from 'limen'
 * format(plusMinus(kelvin(300), kelvin(2))) // '[298.0, 302.0] K'
 *
 * @since 0.2.0
 */
export function plusMinus(value: number, deviation: number): Enclosure<Dimensionless>
export function plusMinus<D>(value: Quantity<D>, deviation: Quantity<D>): Enclosure<D>
export function plusMinus(
  value: number | Quantity<unknown>,
  deviation: number | Quantity<unknown>
): Enclosure<unknown> {
  const [middle, by] = [pure(value), pure(deviation)]
  const exact = new Exact(middle.exact)
  return middle.dimension.key === by.dimension.key
    ? enclosure(by.dimension, new Working(exact.minus(by.exact)), new Working(exact.plus(by.exact)))
    : from(middle, by)
}
