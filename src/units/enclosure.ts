/**
 * Enclosures: two quantities between which a value lies for certain. What is uncertain goes into
 * `certify` as one, and what is certified comes out as one.
 */
import { widened, type Decimal } from './decimal'
import { dimensions, type Dimension, type Dimensionless } from './dimension'
import { printedBetween } from './print'
import type { Counted } from './scale'
import { expectAlike, ofEnd, ofNumber, type Quantity } from './quantity'
import { Readable } from './readable'

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
  /** As `format` has it. @since 0.5.0 */
  toString(): string
}

/** The forms in which a value may be known. */
interface Forms<D> {
  readonly exact: Quantity<D>
  readonly uncertain: Enclosure<D>
}

/** How a value may be known: exactly, or as lying between two. @since 0.2.0 */
export type Certainty = 'exact' | 'uncertain'

/** A value that is exact, uncertain, or may be either. @since 0.2.0 */
export type Stated<K extends Certainty, D> = Forms<D>[K]

class Between<D> extends Readable<Dimension<D>> implements Enclosure<D> {
  readonly lower: Quantity<D>
  readonly upper: Quantity<D>

  constructor(dimension: Dimension<D>, lower: Decimal, upper: Decimal) {
    super(dimension)
    this.lower = ofEnd(dimension, lower, 'down')
    this.upper = ofEnd(dimension, upper, 'up')
  }

  /** Every digit of its ends, as the library writes its figures. */
  toJSON(): { readonly lower: string; readonly upper: string; readonly unit: string } {
    const [lower, upper] = [this.lower.exact.toString(), this.upper.exact.toString()]
    return { lower, upper, unit: this.dimension.coherentUnit }
  }

  override printed(digits?: number | 'all', unit?: Counted): string {
    const [lower, upper] = [this.lower.exact, this.upper.exact]
    return printedBetween(this.dimension, { lower, upper }, digits, unit)
  }

  protected override instead(): string {
    return 'use its ends, .lower and .upper'
  }
}

/** An enclosure from its ends in coherent SI. */
export const enclosure = <D>(dimension: Dimension<D>, lower: Decimal, upper: Decimal): Enclosure<D> =>
  new Between(dimension, lower, upper)

/** The quantities that a value is known by: one, or the two that enclose it. */
export const endsOf = <D>(of: Quantity<D> | Enclosure<D>): readonly Quantity<D>[] =>
  'exact' in of ? [of] : [of.lower, of.upper]

/** Whether a value is an enclosure. */
export const isEnclosure = (value: unknown): value is Enclosure<unknown> => value instanceof Between

const pure = (value: number | Quantity<unknown>): Quantity<unknown> =>
  typeof value === 'number' ? ofNumber(dimensions['a pure number'], value) : value

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
  const [from, to] = [pure(lower), pure(upper)]
  expectAlike('between', { lower: from, upper: to }, 'compare', 'to')
  return enclosure(from.dimension, from.exact, to.exact)
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
  expectAlike('plusMinus', { value: middle, deviation: by }, 'add', 'to')
  const { lower, upper } = widened({ lower: middle.exact, upper: middle.exact }, by.exact)
  return enclosure(by.dimension, lower, upper)
}
