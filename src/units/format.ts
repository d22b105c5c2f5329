/**
 * Printing quantities: engineering form with the SI prefix that leaves one to three digits before
 * the point, or in a unit of one's choice.
 */
import { aNumber, either, expectArguments, expecting, kind, options, wordOf, type Kind } from './argument'
import type { Dimension } from './dimension'
import type { Enclosure } from './enclosure'
import { digitsOf } from './print'
import { expectDimension, type Quantity } from './quantity'
import { Readable } from './readable'
import { aUnit, type Unit } from './unit'

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

/** A quantity, or what encloses one. */
export const aReadable: Kind = kind('a quantity such as joules(1)', (value) => value instanceof Readable)

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
export const format = <D>(of: Quantity<D> | Enclosure<D>): string => {
  expectArguments('format', { of: aReadable }, of)
  return of.toString()
}

/**
 * `format` with a unit or a number of digits of one's choice. The lower end of an enclosure is rounded
 * down and the upper end up, so that what is printed encloses too.
 *
 * @since 0.1.0
 */
export const formatWith = expecting(
  'formatWith',
  {
    options: options({ digits: either('a number of digits or "all"', aNumber, wordOf(['all'])), unit: aUnit })
  },
  <D>({ digits = 4, unit }: FormatOptions<D> = {}) =>
    (of: Quantity<D> | Enclosure<D>): string => {
      expectArguments('formatWith', { of: aReadable }, of)
      if (unit !== undefined) expectDimension(unit, of, 'convert', 'to')
      return (of as unknown as Readable<Dimension<D>>).printed(digitsOf(digits), unit)
    }
)
