/** The axis of what is swept: by the quantities themselves, in the unit that people count them in. */
import { spacingOf, type Spacing } from '../../ledger/spaced'
import { dimensions } from '../../units/dimension'
import { coherentUnit } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { days, hours, minutes, seconds, years } from '../../units/si'
import type { Unit } from '../../units/unit'
import { linearAxis, logAxis, logOf, numberText, powerText, type Axis } from './axis'

/** In which unit a linear axis counts: of times the largest that fits, else the coherent one. */
const unitFor = (largest: Quantity<unknown>): Pick<Unit<unknown>, 'symbol' | 'factor'> => {
  const { dimension, exact } = largest
  const times = [years, days, hours, minutes, seconds]
  const found =
    dimension.key === dimensions.time.key ? times.find(({ factor }) => exact.gte(factor)) : undefined
  return found ?? { symbol: coherentUnit(dimension), factor: seconds.factor }
}

export interface Across {
  readonly axis: Axis
  readonly isLog: boolean
  readonly symbol: string
  readonly at: (value: Quantity<unknown>) => number
}

/** An axis that holds some values; spaced as asked, or as they are best. */
export const acrossOf = (
  values: readonly Quantity<unknown>[],
  asked: Spacing | undefined,
  range: readonly [number, number]
): Across => {
  const sorted = [...values].sort((a, b) => a.exact.comparedTo(b.exact))
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  if (first.exact.gt(0) && (asked ?? spacingOf(first, last)) === 'log') {
    const decades = logOf(last.exact) - logOf(first.exact)
    const axis = logAxis(
      [logOf(first.exact), logOf(last.exact) + (decades === 0 ? 1 : 0)],
      range,
      'x',
      powerText
    )
    const at = ({ exact }: Quantity<unknown>): number => axis.place(logOf(exact))
    return { axis, isLog: true, symbol: coherentUnit(first.dimension), at }
  }
  const { symbol, factor } = unitFor(last)
  const inIt = ({ exact }: Quantity<unknown>): number => exact.div(factor).toNumber()
  const [low, high] = [inIt(first), inIt(last)]
  const axis = linearAxis([low, high > low ? high : low + 1], range, 'x', numberText)
  return { axis, isLog: false, symbol, at: (value) => axis.place(inIt(value)) }
}
