/** The best of a workload file, for other programs. */
import type { FileOptimum } from '../../estimate/optimise'
import type { Optimum } from '../../optimum/optimum'
import { expecting } from '../../units/argument'
import { jsonText } from '../../units/visible'
import { anOptimum, optimumSays } from '../optimum'
import { quantityJson } from './ledger'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const optimumFormat = 'limen.optimum/1'

/** A number, or null where it is infinite. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const foundJson = (
  { choices, limits }: FileOptimum,
  { chosen, value, holds, limits: kept, least }: Optimum
) => ({
  value: quantityJson(value),
  least: {
    value: least.value === undefined ? null : quantityJson(least.value),
    gap: finite(least.gap),
    pieces: least.pieces,
    closed: least.isDone,
    ...(least.open === undefined
      ? {}
      : {
          open: least.open.map(({ name, from, to }) => ({
            name,
            from: quantityJson(from),
            to: quantityJson(to)
          }))
        })
  },
  design: chosen.map(({ name, value, end, elasticity, price }, at) => ({
    name,
    ...quantityJson(value),
    end: end ?? null,
    elasticity: finite(elasticity),
    price: finite(price),
    from: quantityJson(choices[at]!.from),
    to: quantityJson(choices[at]!.to),
    whole: choices[at]!.whole
  })),
  limits: limits.map(({ figure, relation, bound }, at) => {
    const held = holds.find(({ limit }) => limit === at)!
    return {
      figure,
      relation,
      bound: quantityJson(bound),
      value: quantityJson(kept[at]!.value),
      kept: kept[at]!.isMet,
      binds: held.binds,
      price: finite(held.price)
    }
  }),
  conditions: holds.flatMap(({ what, limit, price }) =>
    limit === undefined ? [{ what, price: finite(price) }] : []
  )
})

/** The best of a workload file as JSON; values are decimal texts in coherent SI. @since 0.11.0 */
export const optimumJson = expecting('optimumJson', { of: anOptimum }, (of: FileOptimum): string => {
  const { name, objective, claim, constraint, found } = of
  const claimed = claim === undefined ? {} : { claim }
  const about = { format: optimumFormat, name, objective, ...claimed, constraint }
  const says = optimumSays(of)
  return `${jsonText(
    found.kind === 'found'
      ? { ...about, kind: found.kind, says, ...foundJson(of, found) }
      : { ...about, kind: found.kind, says, proven: found.isProven, pieces: found.pieces, why: found.why },
    2
  )}\n`
})
