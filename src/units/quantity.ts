/**
 * Quantities: an exact decimal and its float64, both in coherent SI, with a dimension.
 *
 * Values are kept in coherent SI and converted only at the borders. The decimal is exact, so that
 * `femtojoules(0.1)` is 1e-16 J and a certified bound computed from it is one; the float64 is the
 * nearest to it.
 */
import { expectArguments, kind, type Kind } from './argument'
import { Exact, exactly, floatOf, Working, type Decimal, type Rounding } from './decimal'
import {
  divDimension, mulDimension, rootDimension,
  type Dimension, type Div, type Mul, type Root, type Same
} from './dimension' // prettier-ignore
import { printed } from './print'
import type { Counted } from './scale'
import { Readable } from './readable'
import { cannot } from './sentence'

/**
 * A physical quantity of dimension `D`.
 *
 * In a text it reads as `format` has it, and JSON has its digits and its unit. It is no number: where
 * JavaScript wants one, as in `a < b`, a TypeError says what to use instead.
 *
 * @example
 * import { picojoules } from 'limen'
 * picojoules(0.1).value // 1e-13, in joules
 * picojoules(0.1).exact.toString() // '1e-13'
 * String(picojoules(0.1)) // '100.0 fJ'
 * JSON.stringify(picojoules(0.1)) // '{"value":"1e-13","unit":"J"}'
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
  /** As `format` has it. @since 0.5.0 */
  toString(): string
}

/**
 * What is kept is the same for the same value, whatever it was made from and whatever was read, so
 * that `toEqual` and `deepStrictEqual` compare values: the float64 if its shortest decimal is the
 * value, else the decimal. Zero has no sign.
 */
class Coherent<D> extends Readable<Dimension<D>> implements Quantity<D> {
  /** The decimal of what is kept as a float64, or the float64 of a decimal, once it is known. */
  #other: number | Decimal | undefined

  constructor(
    dimension: Dimension<D>,
    readonly kept: number | Decimal,
    other?: Decimal
  ) {
    super(dimension)
    this.#other = other
  }

  get value(): number {
    return typeof this.kept === 'number' ? this.kept : ((this.#other ??= this.kept.toNumber()) as number)
  }

  get exact(): Decimal {
    return typeof this.kept === 'number' ? ((this.#other ??= new Working(this.kept)) as Decimal) : this.kept
  }

  /** Every digit, as the library writes its figures: a text, as JSON's numbers are read as float64. */
  toJSON(): { readonly value: string; readonly unit: string } {
    return { value: this.exact.toString(), unit: this.dimension.coherentUnit }
  }

  override printed(digits?: number | 'all', unit?: Counted): string {
    return printed(this, digits, unit)
  }

  protected override instead(): string {
    return 'use compare, equals, add, multiply and so on, or its .value'
  }
}

/** What goes one way only where it must lose digits. */
class End<D> extends Coherent<D> {
  #float: number | undefined

  constructor(
    dimension: Dimension<D>,
    value: Decimal,
    readonly rounding: Rounding
  ) {
    super(dimension, value)
  }

  override get value(): number {
    return (this.#float ??= floatOf(this.exact, this.rounding))
  }

  override printed(digits?: number | 'all', unit?: Counted): string {
    return printed(this, digits, unit, exactly[this.rounding])
  }
}

/** A quantity from its float64 in coherent SI. */
export const ofNumber = <D>(dimension: Dimension<D>, value: number): Quantity<D> =>
  new Coherent(dimension, value + 0)

/** A decimal as users hold it, and a zero without a sign. */
const canonical = (value: Decimal): Decimal =>
  value.isZero() ? new Working(0) : value.constructor === Working ? value : new Working(value)

/** No float64 has a shortest decimal of more digits. */
const mostShortest = 17

/** A quantity from its decimal in coherent SI. */
export const ofDecimal = <D>(dimension: Dimension<D>, value: Decimal): Quantity<D> => {
  const text = value.precision() > mostShortest ? '' : value.toString()
  const float = Number(text)
  return String(float) === text
    ? new Coherent(dimension, float, canonical(value))
    : new Coherent(dimension, canonical(value))
}

/** A quantity that is rounded one way only. */
export const ofEnd = <D>(dimension: Dimension<D>, value: Decimal, rounding: Rounding): Quantity<D> =>
  new End(dimension, canonical(value), rounding)

/** Whether a value is a quantity. */
export const isQuantity = (value: unknown): value is Quantity<unknown> => value instanceof Coherent

/** Whether a value is a quantity that is what its float64 shows: the shortest decimal of that. */
export const isFloat = (value: unknown): boolean =>
  value instanceof Coherent && typeof value.kept === 'number'

/** Whether a quantity has this dimension. */
export const hasDimension = <D>(
  dimension: Dimension<D>,
  quantity: Quantity<unknown>
): quantity is Quantity<D> => quantity.dimension.key === dimension.key

/** A quantity, of whatever dimension. */
export const aQuantity: Kind = kind('a quantity such as joules(1)', isQuantity)

// From JavaScript, and from behind a cast, anything may come: what the compiler refuses is refused again.

/** Throws where a quantity, or an enclosure, has another dimension. */
export const expectDimension = (
  { dimension }: { readonly dimension: Dimension<unknown> },
  given: { readonly dimension: Dimension<unknown> },
  verb: string,
  preposition: string
): void => {
  if (given.dimension.key !== dimension.key)
    throw new TypeError(cannot(verb, given.dimension.name, preposition, dimension.name))
}

/** Throws where the two arguments of a function, by their names, are not quantities of one dimension. */
export const expectAlike = (
  name: string,
  given: Readonly<Record<string, unknown>>,
  verb: string,
  preposition: string
): void => {
  const [a, b] = Object.values(given)
  if (!isQuantity(a) || !isQuantity(b)) {
    const [x = '', y = ''] = Object.keys(given)
    expectArguments(name, { [x]: aQuantity, [y]: aQuantity }, a, b)
  } else expectDimension(a, b, verb, preposition)
}

const working = (exact: Decimal): Decimal => new Working(new Working(exact).toSignificantDigits(34))

const exactOf = <D>(q: Quantity<D>): Decimal => new Exact(q.exact)

/**
 * The sum of two quantities of one dimension, rounded to 34 digits.
 *
 * @example
 * import { add, joules, kilowattHours } from 'limen'
 * add(joules(1), kilowattHours(1)).value // 3600001
 *
 * @since 0.1.0
 */
export const add = <A, B>(a: Quantity<A>, b: Quantity<B> & Same<A, B, 'add', 'to'>): Quantity<A> => {
  expectAlike('add', { a, b }, 'add', 'to')
  return ofDecimal(a.dimension, working(exactOf(a).plus((b as Quantity<B>).exact)))
}

/** The difference of two quantities of one dimension, rounded to 34 digits. @since 0.1.0 */
export const subtract = <A, B>(
  a: Quantity<A>,
  b: Quantity<B> & Same<A, B, 'subtract', 'from'>
): Quantity<A> => {
  expectAlike('subtract', { a, b }, 'subtract', 'from')
  return ofDecimal(a.dimension, working(exactOf(a).minus((b as Quantity<B>).exact)))
}

/**
 * The product of two quantities, rounded to 34 digits; its dimension is the product of theirs.
 *
 * @example
 * import { multiply, watts, hours } from 'limen'
 * multiply(watts(20), hours(24)).value // 1728000, in joules
 *
 * @since 0.1.0
 */
export const multiply = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Mul<A, B>> => {
  expectArguments('multiply', { a: aQuantity, b: aQuantity }, a, b)
  return ofDecimal(mulDimension(a.dimension, b.dimension), working(exactOf(a).times(b.exact)))
}

/** The quotient of two quantities, rounded to 34 digits. Divided by zero it is not finite. @since 0.1.0 */
export const divide = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Div<A, B>> => {
  expectArguments('divide', { a: aQuantity, b: aQuantity }, a, b)
  return ofDecimal(divDimension(a.dimension, b.dimension), new Working(a.exact).div(b.exact))
}

/** The square root of a quantity, if its dimension has one. @since 0.1.0 */
export const squareRoot = <A>(
  a: Quantity<A> & (Root<A> extends string ? Root<A> : unknown)
): Quantity<Root<A>> => {
  expectArguments('squareRoot', { a: aQuantity }, a)
  const q = a as Quantity<A>
  return ofDecimal(rootDimension(q.dimension), new Working(q.exact).sqrt())
}

/** The order of what two arguments are, once they are quantities of one dimension. */
const compared = (name: string, a: Quantity<unknown>, b: Quantity<unknown>): number => {
  expectAlike(name, { a, b }, 'compare', 'to')
  return a.exact.comparedTo(b.exact)
}

/**
 * Negative, zero or positive as `a` is less than, equal to or greater than `b`; NaN where either is no
 * number.
 *
 * @since 0.1.0
 */
export const compare = <A, B>(a: Quantity<A>, b: Quantity<B> & Same<A, B, 'compare', 'to'>): number =>
  compared('compare', a, b)

/**
 * Whether two quantities of one dimension are the same, to the last digit.
 *
 * @example
 * import { add, equals, joules, kilowattHours, megajoules } from 'limen'
 * equals(kilowattHours(1), megajoules(3.6)) // true
 * equals(add(joules(0.1), joules(0.2)), joules(0.3)) // true
 *
 * @since 0.5.0
 */
export const equals = <A, B>(a: Quantity<A>, b: Quantity<B> & Same<A, B, 'compare', 'to'>): boolean =>
  compared('equals', a, b) === 0 || (a.exact.isNaN() && (b as Quantity<B>).exact.isNaN())
