/** What was found and searched, as it is told. */
import type { Condition } from '../formula/model'
import { nodeText, relationText } from '../reading/text'
import { format } from '../units/format'
import { ofDecimal, ofNumber } from '../units/quantity'
import { pulled, type Landed } from './descend'
import type { Vector } from './linear'
import type { ChosenInput, Holding, LeastOfBox, OpenRange } from './optimum'
import type { Prepared } from './prepare'
import type { Searched } from './search'
import type { Sure } from './sure'

const textOf = (condition: Condition): string =>
  condition.kind === 'relation'
    ? `${condition.model}: ${relationText(condition.of)}`
    : `${condition.model}: ${nodeText(condition.subject)} in ${condition.range.text}`

/** From here on a side is said to bind. */
const leastPrice = 1e-9

export const heldBy = (
  { posed: { limits }, sides, isLog }: Prepared,
  { prices, look }: Landed
): readonly Holding[] =>
  sides.flatMap(({ limit, condition }, k): readonly Holding[] => {
    const price = isLog ? prices[k]! : prices[k]! / Math.abs(look.value)
    const binds = price > leastPrice
    if (limit !== undefined) {
      const { of, relation, bound } = limits[limit]!
      return [{ what: `${of.name} ${relation} ${format(bound)}`, limit, binds, price }]
    }
    return binds ? [{ what: textOf(condition!), binds, price }] : [] // a side is of one or the other
  })

export const chosenOf = (
  { posed: { variables }, space, isLog }: Prepared,
  { landed: { x, look, prices }, at }: Sure
): readonly ChosenInput[] => {
  const relative = (slopes: Vector): Vector =>
    slopes.map((slope, i) => {
      const along = (slope / space.widths[i]!) * (space.isLog[i]! ? 1 : x[i]!)
      return isLog ? along : along / Math.abs(look.value)
    })
  const [own, kept] = [relative(look.slope), relative(pulled(look, prices))]
  return variables.map(({ name, from, to }, i) => {
    const value = at[i]!
    const end = value.exact.eq(from.exact) ? 'lower' : value.exact.eq(to.exact) ? 'upper' : undefined
    const saved = end === undefined ? 0 : Math.max(0, end === 'lower' ? kept[i]! : -kept[i]!)
    return { name, value, ...(end === undefined ? {} : { end }), elasticity: own[i]!, price: saved }
  })
}

export const leastOf = (
  { posed: { variables, objective } }: Prepared,
  most: number,
  found: Searched
): LeastOfBox => {
  const { least, pieces, isDone, open } = found
  const between = open?.map(({ lower, upper }, i): OpenRange => {
    const { name, input } = variables[i]!
    const { dimension } = input.unit
    return { name, from: ofDecimal(dimension, lower), to: ofDecimal(dimension, upper) }
  })
  return {
    ...(Number.isFinite(least) ? { value: ofNumber(objective.unit.dimension, least) } : {}),
    gap: least === most ? 0 : (most - least) / Math.abs(most),
    pieces,
    isDone,
    ...(between === undefined ? {} : { open: between })
  }
}
