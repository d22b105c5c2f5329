/** Quantities as fp-ts compares them. */
import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import { compare, equals, type Quantity } from './quantity'

/**
 * Equality of quantities of one dimension, whichever it is; of two dimensions it is a TypeError.
 *
 * What is no number equals itself, so that every quantity does.
 *
 * @since 0.5.0
 */
export const EqQuantity: Eq<Quantity<unknown>> = { equals }

/**
 * The order of quantities of one dimension, whichever it is; of two dimensions it is a TypeError.
 *
 * What is no number comes last, so that whatever is sorted has one order.
 *
 * @example
 * import { sort } from 'fp-ts/lib/ReadonlyArray.js'
 * import { joules, kilowattHours, OrdQuantity } from 'limen'
 * sort(OrdQuantity)([kilowattHours(1), joules(1)]).map(String).join(' < ') // '1.000 J < 3.600 MJ'
 *
 * @since 0.5.0
 */
export const OrdQuantity: Ord<Quantity<unknown>> = {
  equals,
  compare: (a, b) => (equals(a, b) ? 0 : b.exact.isNaN() || compare(a, b) < 0 ? -1 : 1)
}
