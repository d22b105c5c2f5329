/**
 * What other tools say that hardware spends: so much at each action of a component, or so much in all.
 */
import { aList, aText, having, type Kind, listOf } from '../units/argument'
import type { Energy } from '../units/dimension'
import { aQuantity, type Quantity } from '../units/quantity'

/**
 * What an action does, as far as a bound on it is concerned. An `accumulate` writes a partial sum: it
 * is no learning update. What is none of these is `other`, and nothing is claimed of it.
 *
 * @since 0.4.0
 */
export type ActionKind =
  'read' | 'write' | 'accumulate' | 'convert' | 'compute' | 'transfer' | 'leak' | 'other'

/** What one action of a component takes. @since 0.4.0 */
export interface ActionEnergy {
  /** As the file has it, such as "system.weight_reg[1..256]". */
  readonly component: string
  /** How many of it there are, where the name or the file says so. */
  readonly instances?: number
  readonly action: string
  readonly kind: ActionKind
  /** What tells apart several entries of one action. */
  readonly arguments?: Readonly<Record<string, string | number | boolean>>
  /** Per action. */
  readonly energy: Quantity<Energy>
  /** How many bits the action handles, where the file says so. */
  readonly bits?: number
  /** How often it takes place, over all instances, where that is known. */
  readonly count?: number
  /** Below this the file cannot tell an energy from 0: half a unit of the last digit it prints. */
  readonly resolution?: Quantity<Energy>
  /** How it was found, where the file does not say it as it stands here. */
  readonly derivation?: string
  /** Why no floor is claimed of it, where that is known better than by its kind. @since 0.10.0 */
  readonly why?: string
}

/** What a component, a layer or a run took in all. @since 0.4.0 */
export interface TotalEnergy {
  /** The component or layer, such as "conv1"; "Total" where it is all of them. */
  readonly component: string
  /** What it was spent on, in the tool's own words, such as "Weight_update". */
  readonly part: string
  /** The wall of the ledger it belongs to, where there is one; `total` for all of the run. */
  readonly wall?: 'memory' | 'update' | 'consolidation' | 'total'
  readonly energy: Quantity<Energy>
  readonly resolution?: Quantity<Energy>
}

/** The energies of a file of another tool. @since 0.4.0 */
export interface EnergyTable {
  /** The kind of file, such as "Accelergy ERT". */
  readonly format: string
  /** What the file calls itself, or else how it was called. */
  readonly name: string
  readonly actions: readonly ActionEnergy[]
  readonly totals: readonly TotalEnergy[]
  /** What was read into the file, in sentences: the unit where it names none, what is not covered. */
  readonly notes: readonly string[]
}

/** Energies of actions and totals, such as a reader of another tool's file makes. */
export const anEnergyTable: Kind = having('a table of energies, such as decodeEnergyFile makes', {
  format: aText,
  name: aText,
  actions: listOf(
    'a list of actions',
    having('an action', { component: aText, action: aText, kind: aText, energy: aQuantity })
  ),
  totals: listOf('a list of totals', having('a total', { component: aText, part: aText, energy: aQuantity })),
  notes: aList
})
