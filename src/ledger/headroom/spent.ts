/** What counted actions take over a run, and where the headroom is largest. */
import { decimal, type Decimal } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { add, multiply, subtract, type Quantity } from '../../units/quantity'
import { joules, one } from '../../units/si'
import type { ActionHeadroom, Headroom } from './result'

const times = (energy: Quantity<Energy>, count: number): Quantity<Energy> => multiply(energy, one(count))

/** The actions with what each takes over the run, and that in all. */
export const counted = (actions: readonly ActionHeadroom[]) => {
  const energies = actions.flatMap(({ action: { energy, count } }) =>
    count === undefined ? [] : [times(energy, count)]
  )
  if (energies.length === 0) return { actions, spent: undefined }
  const spent = energies.reduce<Quantity<Energy>>((sum, each) => add(sum, each), joules(0))
  const withSpent = actions.map((each): ActionHeadroom => {
    const { energy, count } = each.action
    if (count === undefined) return each
    const own = times(energy, count)
    const share = spent.exact.isZero() ? null : own.exact.div(spent.exact).toNumber()
    const headroom = each.floor && times(subtract(energy, each.floor.energy), count)
    return { ...each, spent: { energy: own, share, ...(headroom === undefined ? {} : { headroom }) } }
  })
  return { actions: withSpent, spent }
}

/** The one of which a number is largest; of equals the first. */
const largestBy = (
  actions: readonly ActionHeadroom[],
  of: (action: ActionHeadroom) => Decimal | undefined
): ActionHeadroom | undefined =>
  actions.reduce<readonly [ActionHeadroom, Decimal] | undefined>((best, each) => {
    const own = of(each)
    return own !== undefined && (best === undefined || own.gt(best[1])) ? [each, own] : best
  }, undefined)?.[0]

/** Where the headroom is largest. */
export const largestOf = (actions: readonly ActionHeadroom[]): Headroom['largest'] => {
  const far = actions.filter(({ standing }) => standing === 'above')
  const byDecades = largestBy(far, ({ floor }) =>
    typeof floor?.decades === 'number' ? decimal(floor.decades) : undefined
  )
  const byJoules = largestBy(far, ({ spent }) => spent?.headroom?.exact)
  return {
    ...(byDecades === undefined ? {} : { decades: byDecades }),
    ...(byJoules === undefined ? {} : { joules: byJoules })
  }
}
