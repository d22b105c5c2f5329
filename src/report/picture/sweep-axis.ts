/** The axis of what is swept: by the quantities themselves, in the unit that people count them in. */
import { spacingOf, type Spacing } from '../../ledger/spaced'
import * as budget from '../../units/budget'
import { dimensions, type Time } from '../../units/dimension'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { days, hours, minutes, seconds, years } from '../../units/si'
import type { Unit } from '../../units/unit'
import { linearAxis, listedAxis, logAxis, logOf, numberText, powerText, typeset, type Axis } from './axis'

/** In which unit a linear axis counts: of times the largest that fits, else the coherent one. */
const unitFor = (largest: Quantity<unknown>): Pick<Unit<unknown>, 'symbol' | 'factor'> => {
  const { dimension, exact } = largest
  const times = [years, days, hours, minutes, seconds]
  const found =
    dimension.key === dimensions.time.key ? times.find(({ factor }) => exact.gte(factor)) : undefined
  return found ?? { symbol: dimension.coherentUnit, factor: seconds.factor }
}

/** Times that are read at a glance, by the unit they are counted in: how many of it, the fewest last. */
const counts: readonly (readonly [Unit<Time>, readonly (readonly number[])[]])[] = [
  [minutes, [[1, 2, 5, 10, 20, 30], [1, 10], [1]]],
  [hours, [[1, 2, 5, 10], [1, 10], [1]]],
  [days, [[1, 2, 5, 10, 20, 50, 100, 200], [1, 10, 100], [1]]]
]

/** The powers of ten that seconds and years are counted by, and of which digits. */
const powers: readonly (readonly [every: number, digits: readonly number[]])[] = [
  [1, [1, 2, 5]],
  [1, [1]],
  [3, [1]]
]

/** Lists of such times between two, in seconds, the longest first. */
const timesWithin = (low: number, high: number) =>
  powers.map(([every, digits], which) => {
    const decades = (of: Unit<Time>, from: number, to: number): readonly Quantity<Time>[] =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
        .filter((exponent) => exponent % every === 0)
        .flatMap((exponent) => digits.map((digit) => of(`${digit}e${exponent}`)))
    const year = logOf(years(1).exact)
    return [
      ...decades(seconds, Math.floor(low), Math.min(1, Math.ceil(high))).filter(({ value }) => value < 60),
      ...counts.flatMap(([unit, lists]) => lists[which]!.map((count) => unit(count))),
      ...decades(years, 0, Math.ceil(high - year))
    ].map((time) => ({
      log: logOf(time.exact),
      text: typeset(formatWith({ digits: 1 })(time)).replace(/^1×10/, '10')
    }))
  })

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
  range: readonly [number, number],
  { along = 'x', isNice = true }: { readonly along?: 'x' | 'y'; readonly isNice?: boolean } = {}
): Across => {
  const sorted = [...values].sort((a, b) => a.exact.comparedTo(b.exact))
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  if (first.exact.gt(0) && (asked ?? spacingOf(first, last)) === 'log') {
    const decades = logOf(last.exact) - logOf(first.exact)
    const [low, high] = [logOf(first.exact), logOf(last.exact) + (decades === 0 ? 1 : 0)]
    const isTime = first.dimension.key === dimensions.time.key
    const inTimes =
      isTime && high - low < budget.decades
        ? listedAxis([low, high], range, along, timesWithin(low, high))
        : undefined
    const axis = inTimes ?? logAxis([low, high], range, along, powerText)
    const at = ({ exact }: Quantity<unknown>): number => axis.place(logOf(exact))
    return { axis, isLog: true, symbol: inTimes === undefined ? first.dimension.coherentUnit : '', at }
  }
  const { symbol, factor } = unitFor(last)
  const inIt = ({ exact }: Quantity<unknown>): number => exact.div(factor).toNumber()
  const [low, high] = [inIt(first), inIt(last)]
  const axis = linearAxis([low, high > low ? high : low + 1], range, along, numberText, isNice)
  return { axis, isLog: false, symbol, at: (value) => axis.place(inIt(value)) }
}
