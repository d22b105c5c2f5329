/**
 * Quantities: an exact decimal and its float64, both in coherent SI, with a dimension.
 *
 * Values are kept in coherent SI and converted only at the borders. The decimal is exact, so that
 * `femtojoules(0.1)` is 1e-16 J and a certified bound computed from it is one; the float64 is the
 * nearest to it. Each is made when it is first asked for.
 */
import { Exact, floatOf, Working, type Decimal, type Rounding } from './decimal'
import {
  divDimension, mulDimension, rootDimension,
  type Dimension, type Div, type Mul, type Root, type Same
} from './dimension' // prettier-ignore
import { printed } from './print'
import { displayed, inspected, type MimeBundle, type Shown } from './show'

/**
 * A physical quantity of dimension `D`.
 *
 * @example
 * import { picojoules } from 'limen'
 * picojoules(0.1).value // 1e-13, in joules
 * picojoules(0.1).exact.toString() // '1e-13'
 *
 * @since 0.1.0
 */
export interface Quantity<D> {
  readonly dimension: Dimension<D>
  /** The float64 nearest to it, in coherent SI units; on its side of it where it rounds one way only. */
  readonly value: number
  /** Its exact decimal value in coherent SI units. */
  readonly exact: Decimal
  /**
   * Which way it goes where it must lose digits, as a float64 or in print: a certified lower bound
   * only down, an upper one only up. Left out, to the nearest.
   */
  readonly rounding?: Rounding
}

/** A quantity shows itself as people read it. */
abstract class Readable<D> implements Quantity<D>, Shown {
  abstract readonly value: number
  abstract readonly exact: Decimal

  constructor(readonly dimension: Dimension<D>) {}

  [inspected](): string {
    return printed(this)
  }

  [displayed](): MimeBundle {
    return { 'text/plain': printed(this) }
  }
}

class OfNumber<D> extends Readable<D> {
  constructor(
    dimension: Dimension<D>,
    readonly value: number
  ) {
    super(dimension)
  }

  private decimal: Decimal | undefined = undefined

  get exact(): Decimal {
    return (this.decimal ??= new Working(this.value))
  }
}

class OfDecimal<D> extends Readable<D> {
  constructor(
    dimension: Dimension<D>,
    readonly exact: Decimal
  ) {
    super(dimension)
  }

  get value(): number {
    return this.exact.toNumber()
  }
}

/** The end of an enclosure: its float64 and its printed digits are on its side of it. */
class OfEnd<D> extends Readable<D> {
  constructor(
    dimension: Dimension<D>,
    readonly exact: Decimal,
    readonly rounding: Rounding
  ) {
    super(dimension)
  }

  get value(): number {
    return floatOf(this.exact, this.rounding)
  }
}

/** A quantity from its float64 in coherent SI. */
export const ofNumber = <D>(dimension: Dimension<D>, value: number): Quantity<D> =>
  new OfNumber(dimension, value)

/** A quantity from its decimal in coherent SI. */
export const ofDecimal = <D>(dimension: Dimension<D>, value: Decimal): Quantity<D> =>
  new OfDecimal(dimension, value)

/** A quantity that is rounded one way only. */
export const ofEnd = <D>(dimension: Dimension<D>, value: Decimal, rounding: Rounding): Quantity<D> =>
  new OfEnd(dimension, value, rounding)

/** Whether a value is a quantity. */
export const isQuantity = (value: unknown): value is Quantity<unknown> => value instanceof Readable

/** Whether a quantity has this dimension. */
export const hasDimension = <D>(
  dimension: Dimension<D>,
  quantity: Quantity<unknown>
): quantity is Quantity<D> => quantity.dimension.key === dimension.key

const working = (exact: Decimal): Decimal => new Working(new Working(exact).toSignificantDigits(34))

const exactly = <D>(q: Quantity<D>): Decimal => new Exact(q.exact)

/**
 * The sum of two quantities of one dimension, rounded to 34 digits.
 *
 * @example
 * import { add, joules, kilowattHours } from 'limen'
 * add(joules(1), kilowattHours(1)).value // 3600001
 *
 * @since 0.1.0
 */
export const add = <A, B>(a: Quantity<A>, b: Quantity<B> & Same<A, B, 'add', 'to'>): Quantity<A> =>
  ofDecimal(a.dimension, working(exactly(a).plus((b as Quantity<B>).exact)))

/** The difference of two quantities of one dimension, rounded to 34 digits. @since 0.1.0 */
export const subtract = <A, B>(
  a: Quantity<A>,
  b: Quantity<B> & Same<A, B, 'subtract', 'from'>
): Quantity<A> => ofDecimal(a.dimension, working(exactly(a).minus((b as Quantity<B>).exact)))

/**
 * The product of two quantities, rounded to 34 digits; its dimension is the product of theirs.
 *
 * @example
 * import { multiply, watts, hours } from 'limen'
 * multiply(watts(20), hours(24)).value // 1728000, in joules
 *
 * @since 0.1.0
 */
export const multiply = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Mul<A, B>> =>
  ofDecimal(mulDimension(a.dimension, b.dimension), working(exactly(a).times(b.exact)))

/** The quotient of two quantities, rounded to 34 digits. Divided by zero it is not finite. @since 0.1.0 */
export const divide = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Div<A, B>> =>
  ofDecimal(divDimension(a.dimension, b.dimension), new Working(a.exact).div(b.exact))

/** The square root of a quantity, if its dimension has one. @since 0.1.0 */
export const squareRoot = <A>(
  a: Quantity<A> & (Root<A> extends string ? Root<A> : unknown)
): Quantity<Root<A>> => {
  const q = a as Quantity<A>
  return ofDecimal(rootDimension(q.dimension), new Working(q.exact).sqrt())
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. @since 0.1.0 */
export const compare = <A, B>(a: Quantity<A>, b: Quantity<B> & Same<A, B, 'compare', 'to'>): number =>
  a.exact.comparedTo((b as Quantity<B>).exact)
