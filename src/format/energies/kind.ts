/**
 * What the actions of other tools do, by name: those of Accelergy's library of primitive components
 * and of Timeloop, and of NVSim's cells. A name that is not here is `other`: nothing is guessed.
 *
 * `update` adds to a partial sum: no learning update. `fill` writes what a level above sends. `idle`,
 * of older versions, and `leak` are per cycle. A gated mac multiplies nothing.
 */
import type { ActionKind } from '../../ledger/energy-table'

const words: Readonly<Record<Exclude<ActionKind, 'other'>, readonly string[]>> = {
  read: ['read', 'pop'],
  write: ['write', 'fill', 'push', 'set', 'reset'],
  accumulate: ['update'],
  convert: ['convert'],
  compute: ['compute', 'mac', 'mac_random', 'mac_reused', 'mult_random', 'mult_reused', 'multiply', 'add'],
  transfer: ['transfer', 'transfer_random', 'transfer_repeated', 'repeated_transfer'],
  leak: ['leak', 'idle']
}

const kinds: ReadonlyMap<string, ActionKind> = new Map(
  Object.entries(words).flatMap(([kind, names]) => names.map((name) => [name, kind as ActionKind] as const))
)

/** What an action does. */
export const kindOf = (action: string): ActionKind => kinds.get(action) ?? 'other'

/** What is to be said of the kinds of action in a file. */
export const kindNotes = (actions: readonly { readonly kind: ActionKind }[]): readonly string[] => {
  const has = (kind: ActionKind): boolean => actions.some((action) => action.kind === kind)
  return [
    ...(has('accumulate')
      ? ['"update" adds to a partial sum or refills a buffer: it is no learning update']
      : []),
    ...(has('leak') ? ['"leak" is the energy of one cycle of one instance'] : [])
  ]
}
