/**
 * Printing quantities: engineering form with the SI prefix that leaves one to three digits before
 * the point, or in a unit of one's choice.
 */
import type { Enclosure } from './enclosure'
import { printed } from './print'
import { expectDimension, type Quantity } from './quantity'
import { Readable } from './readable'
import { noQuantity } from './told'
import type { Unit } from './unit'

export { coherentUnit } from './print'

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
  <D>({ digits, unit }: FormatOptions<D>) =>
  (of: Quantity<D> | Enclosure<D>): string => {
    if (!(of instanceof Readable)) throw noQuantity('format', of)
    if (unit !== undefined) expectDimension(unit, of, 'convert', 'to')
    return printed(of, digits, unit)
  }
