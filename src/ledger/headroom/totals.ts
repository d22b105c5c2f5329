/** What a run took in all, held against the walls of its ledger. */
import type { Source, Tier } from '../../formula/model'
import type { Energy } from '../../units/dimension'
import { add, type Quantity } from '../../units/quantity'
import { joules } from '../../units/si'
import { decades } from '../decades'
import type { EnergyTable, TotalEnergy } from '../energy-table'
import type { Ledger, LedgerEntry, Paradigm } from '../estimate'

/** A wall of a ledger that a total is held against, a bound or the cost of a machine. @since 0.4.0 */
export interface WallAgainst {
  readonly paradigm: string
  readonly energy: Quantity<Energy>
  readonly tier: Tier
  readonly claim: LedgerEntry['claim']
  readonly constraint: string
  readonly sources: readonly Source[]
  /** log₁₀ of what the run took over it; null where that is 0. */
  readonly decades: number | null
}

/** What a component, a layer or a run took, held against a ledger where it can be. @since 0.4.0 */
export interface TotalHeadroom {
  readonly component: string
  /** What it was spent on; several where they belong to one wall, which is about their sum. */
  readonly parts: readonly string[]
  readonly wall?: NonNullable<TotalEnergy['wall']>
  readonly energy: Quantity<Energy>
  readonly resolution?: Quantity<Energy>
  readonly against: readonly WallAgainst[]
  /** Why it is held against nothing. */
  readonly why?: string
}

const againstOf =
  (energy: Quantity<Energy>, wall: NonNullable<TotalEnergy['wall']>) =>
  ({ name: paradigm, walls, total }: Paradigm): readonly WallAgainst[] => {
    const entry = wall === 'total' ? total : walls?.[wall]
    // What a technology is measured or projected to take says nothing of another, and 0 of nothing.
    if (entry === undefined || entry.tier === 'empirical' || entry.energy.exact.isZero()) return []
    const { energy: own, tier, claim, constraint, sources } = entry
    return [
      {
        ...{ paradigm, energy: own, tier, claim, constraint, sources },
        decades: energy.exact.gt(0) ? decades(energy, own) : null
      }
    ]
  }

const isOfAll = ({ component, wall }: TotalEnergy): boolean =>
  component.toLowerCase() === 'total' || wall === 'total'

/** A wall is about the sum of what was spent at it: those parts of a component are one. */
const together = (totals: readonly TotalEnergy[]): readonly (readonly TotalEnergy[])[] => {
  const groups = new Map<string, TotalEnergy[]>()
  totals.forEach((total, at) => {
    const { component, wall } = total
    const key = JSON.stringify(wall === undefined ? [at] : [component, wall])
    groups.set(key, [...(groups.get(key) ?? []), total])
  })
  return [...groups.values()]
}

const sumOf = (energies: readonly Quantity<Energy>[]): Quantity<Energy> =>
  energies.reduce<Quantity<Energy>>((sum, each) => add(sum, each), joules(0))

const reasonOf = (total: TotalEnergy, ledger: Ledger | undefined): string | undefined => {
  if (total.wall === undefined) return 'the file tells no wall of the ledger that it belongs to'
  if (!isOfAll(total)) return 'it is a part of the run, and a ledger is of all of it'
  return ledger === undefined ? 'to hold it against a wall needs the workload of the run' : undefined
}

/** The totals of a table, held against a ledger where there is one. */
export const totalsOf = (table: EnergyTable, ledger: Ledger | undefined): readonly TotalHeadroom[] =>
  together(table.totals).map((group): TotalHeadroom => {
    const first = group[0]!
    const energy = sumOf(group.map((each) => each.energy))
    const resolutions = group.flatMap(({ resolution }) => (resolution === undefined ? [] : [resolution]))
    const why = reasonOf(first, ledger)
    return {
      component: first.component,
      parts: group.map(({ part }) => part),
      ...(first.wall === undefined ? {} : { wall: first.wall }),
      energy,
      ...(resolutions.length === 0 ? {} : { resolution: sumOf(resolutions) }),
      against:
        why !== undefined || ledger === undefined || first.wall === undefined
          ? []
          : ledger.paradigms.flatMap(againstOf(energy, first.wall)),
      ...(why === undefined ? {} : { why })
    }
  })
