/** Values for an input to run through. */
import { aNumber, expecting, optional, wordOf } from '../units/argument'
import { Working } from '../units/decimal'
import { aQuantity, ofDecimal, type Quantity } from '../units/quantity'

/** How values are spaced: by equal factors, or by equal differences. @since 0.4.0 */
export type Spacing = 'log' | 'linear'

const decadesForLog = 1.5

/**
 * How values between two are best spaced: "log" where both are positive and 1.5 decades or more
 * apart, else "linear".
 *
 * @example
 * import { kelvin, spacingOf } from 'limen'
 * spacingOf(kelvin(1), kelvin(400)) // 'log'
 * spacingOf(kelvin(250), kelvin(400)) // 'linear'
 *
 * @since 0.4.0
 */
export const spacingOf = expecting(
  'spacingOf',
  { from: aQuantity, to: aQuantity },
  (from: Quantity<unknown>, to: Quantity<unknown>): Spacing =>
    from.exact.gt(0) && to.exact.gt(0) && to.exact.div(from.exact).log(10).abs().gte(decadesForLog)
      ? 'log'
      : 'linear'
)

/**
 * So many values of one dimension from one to another, both included exactly; spaced as `spacingOf`
 * has it, or as asked. By factors they can be spaced only where both ends are positive: else there
 * are none. Of fewer than two points there are none either.
 *
 * @example
 * import { format, kelvin, spaced } from 'limen'
 * spaced(kelvin(1), kelvin(100), 3).map((value) => format(value)).join(', ') // '1.000 K, 10.00 K, 100.0 K'
 *
 * @since 0.4.0
 */
export const spaced = expecting(
  'spaced',
  { from: aQuantity, to: aQuantity, points: aNumber, spacing: optional(wordOf(['log', 'linear'])) },
  <D>(
    from: Quantity<D>,
    to: Quantity<D>,
    points: number,
    spacing: Spacing = spacingOf(from, to)
  ): readonly Quantity<D>[] => {
    const mayBeLog = from.exact.gt(0) && to.exact.gt(0)
    if (!Number.isInteger(points) || points < 2 || (spacing === 'log' && !mayBeLog)) return []
    const [first, last] = [new Working(from.exact), new Working(to.exact)]
    return Array.from({ length: points }, (_, at) => {
      if (at === 0) return from
      if (at === points - 1) return to
      const part = new Working(at).div(points - 1)
      const value =
        spacing === 'log' ? first.times(last.div(first).pow(part)) : first.plus(last.minus(first).times(part))
      return ofDecimal(from.dimension, new Working(value.toSignificantDigits(34)))
    })
  }
)
