/** The values of an axis: quantities from its texts, and the places between two. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { problemsOf, shown } from '../shape/codec'
import type { SchemaProblem } from '../shape/problem'
import { isQuantity, type Quantity } from '../units/quantity'
import { one } from '../units/si'
import type { AxisText, AxisList, AxisRange } from './axis'
import { literal } from './supplied'

/** What is wrong with an axis, which stands in no file. */
export const problem = (message: string): SchemaProblem => ({ pointer: '', message })

export type Quantities = readonly Quantity<unknown>[]

/** How a text becomes a value of an axis. */
type Decode = (value: unknown) => E.Either<Parameters<typeof problemsOf>[0], unknown>

/** The quantities of some texts, or all that is wrong with them. */
export const quantitiesOf = (
  name: string,
  texts: readonly string[],
  decode: Decode
): E.Either<readonly SchemaProblem[], Quantities> => {
  const all = texts.map((text) =>
    pipe(
      decode(literal(text)),
      E.mapLeft((errors) => problemsOf(errors).map(({ message }) => message)),
      E.map((value) => (typeof value === 'number' ? one(value) : value)),
      E.filterOrElseW(isQuantity, () => [`expected a quantity at the ends of a range, got ${shown(text)}`])
    )
  )
  const wrong = all.flatMap((each) => (E.isLeft(each) ? each.left : []))
  return wrong.length > 0
    ? E.left(wrong.map((message) => problem(`${name}: ${message}`)))
    : E.right(all.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

export const defaultPoints = 50

/** What is wrong with a range between two quantities. */
export const wrongIn = ({ name, from, to, points = defaultPoints, spacing }: AxisRange, ends: Quantities) => [
  ...(Number.isSafeInteger(points) && points >= 2
    ? []
    : [problem(`${name}: expected a number of points from 2 on, got ${points}`)]),
  ...(spacing === 'log' && !ends.every(({ exact }) => exact.gt(0))
    ? [problem(`${name}: expected ends above 0 for log, got ${shown(from)} and ${shown(to)}`)]
    : []),
  ...(ends[0]!.exact.eq(ends[1]!.exact)
    ? [problem(`${name}: expected two ends, got ${shown(from)} twice`)]
    : [])
]

export const isList = (axis: AxisText): axis is AxisList => 'values' in axis

/** The first text of an axis, and the last. */
export const endsOf = (axis: AxisText): readonly [string, string] =>
  isList(axis) ? [axis.values[0]!, axis.values.at(-1)!] : [axis.from, axis.to]
