/** Energies per action, and how often each takes place, as one table. */
import { aList, expecting, having } from '../../units/argument'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../../ledger/energy-table'
import type { ActionCount, ActionCounts } from './action-counts'
import { isAmong } from './instances'

/** A count that was added to no entry, and why. @since 0.4.0 */
export interface UnmatchedCount extends ActionCount {
  readonly why: string
}

/** A table with counts, and the counts that belong to none of its entries. @since 0.4.0 */
export interface JoinedCounts {
  readonly table: EnergyTable
  readonly unmatched: readonly UnmatchedCount[]
}

type Given = NonNullable<ActionEnergy['arguments']>

const none: Given = {}

/** Whether what both give is the same. */
const agree = (a: Given, b: Given): boolean =>
  Object.entries(a).every(([name, value]) => !Object.hasOwn(b, name) || b[name] === value)

const same = (a: Given, b: Given): boolean =>
  agree(a, b) &&
  Object.keys(a).length === Object.keys(b).length &&
  Object.keys(a).every((name) => Object.hasOwn(b, name))

/** The one entry that a count belongs to, or why there is none. */
const entryFor = (
  byAction: ReadonlyMap<string, readonly (readonly [at: number, ActionEnergy])[]>,
  { component, action, arguments: given = none }: ActionCount
): number | string => {
  const named = byAction.get(action) ?? []
  const own = named.filter(([, entry]) => isAmong(component, entry.component))
  if (own.length === 0) return `no energy is given for "${action}" of "${component}"`
  const equal = own.filter(([, entry]) => same(entry.arguments ?? none, given))
  const fitting = equal.length > 0 ? equal : own.filter(([, entry]) => agree(entry.arguments ?? none, given))
  if (fitting.length === 1) return fitting[0]![0]
  return fitting.length === 0
    ? `"${action}" of "${component}" is given with other arguments only`
    : `${fitting.length} energies are given for "${action}" of "${component}", and nothing tells which`
}

/**
 * The energies of a table with the counts of a file of action counts: by component, action and
 * arguments. A count of an instance, "pe[2]", belongs to the entry of its range, "pe[0..3]", where
 * counts add up. What belongs to no entry, or to one of several, is listed.
 *
 * @example
 * import { decodeActionCounts, decodeErt, joinCounts } from 'limen/files'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * const ert = decodeErt('ERT: {tables: [{name: "mac[0..1]", actions: [{name: compute, energy: 0.2}]}]}')
 * const counts = decodeActionCounts('action_counts: {local: [{name: "mac[1]", action_counts: [{name: compute, counts: 50}]}]}')
 * const joined = pipe(E.Do, E.bind('ert', () => ert), E.bind('counts', () => counts), E.map(({ ert, counts }) => joinCounts(ert, counts)))
 * pipe(joined, E.map(({ table }) => table.actions[0]?.count)) // right(50)
 *
 * @since 0.4.0
 */
export const joinCounts = expecting(
  'joinCounts',
  {
    table: anEnergyTable,
    counts: having('action counts, such as decodeActionCounts gives', { counts: aList })
  },
  (table: EnergyTable, { counts }: ActionCounts): JoinedCounts => {
    const byAction = new Map<string, (readonly [number, ActionEnergy])[]>()
    table.actions.forEach((entry, at) => {
      const before = byAction.get(entry.action)
      if (before === undefined) byAction.set(entry.action, [[at, entry]])
      else before.push([at, entry])
    })
    const sums = new Map<number, number>()
    const unmatched: UnmatchedCount[] = []
    for (const count of counts) {
      const at = entryFor(byAction, count)
      if (typeof at === 'string') unmatched.push({ ...count, why: at })
      else sums.set(at, (sums.get(at) ?? 0) + count.count)
    }
    const actions = table.actions.map((entry, at) => {
      const count = sums.get(at)
      return count === undefined ? entry : { ...entry, count }
    })
    return { table: { ...table, actions }, unmatched }
  }
)
