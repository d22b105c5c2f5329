/** What comes of holding a design against the physics. */
import { aList, anObject, having, type Kind } from '../../units/argument'
import type { Claim, ModelData, Source, Tier } from '../../formula/model'
import type { Energy } from '../../units/dimension'
import { aQuantity, type Quantity } from '../../units/quantity'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../energy-table'
import type { Word } from './bits'
import type { AgainstModel } from './bounds'
import type { HeadroomOptions } from './options'
import type { TotalHeadroom } from './totals'

/** What an action is held against, a bound or the cost of a machine, with what it rests on. @since 0.5.0 */
export interface ActionAgainst {
  /** The model of the physics, times the bits of the word where it is one per bit. */
  readonly name: AgainstModel['name']
  readonly energy: Quantity<Energy>
  readonly tier: Tier
  readonly claim: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Its formula, for every other reading. */
  readonly model: ModelData
  /** log₁₀ of the design's energy over it, negative below it; null where either is 0. */
  readonly decades: number | null
}

/** What an action takes over a run. @since 0.4.0 */
export interface Spent {
  /** Energy times count. */
  readonly energy: Quantity<Energy>
  /** Of what all counted actions take; null where that is 0. */
  readonly share: number | null
  /** What is spent above the floor; negative below it; absent where there is none. */
  readonly headroom?: Quantity<Energy>
}

/** One action of a component, held against the physics. @since 0.4.0 */
export interface ActionHeadroom {
  readonly action: ActionEnergy
  readonly word: Word
  /** All that apply, the largest first; their claims tell which are bounds. */
  readonly against: readonly ActionAgainst[]
  /** The largest lower bound; of a class of circuits, where one asks for it. */
  readonly floor?: ActionAgainst
  /** Why no floor is claimed. */
  readonly why?: string
  /**
   * Above the floor or at it; below it; 0, which is not covered by the file, or less than it can
   * tell; or an action of which no floor is claimed.
   */
  readonly standing: 'above' | 'below' | 'zero' | 'no floor'
  /** Whether the file can tell an energy at the floor from 0; absent where it does not say what it can. */
  readonly resolved?: boolean
  /** Where the count is known. */
  readonly spent?: Spent
}

/** A design held against the physics. @since 0.4.0 */
export interface Headroom {
  readonly table: EnergyTable
  readonly options: HeadroomOptions
  readonly actions: readonly ActionHeadroom[]
  readonly totals: readonly TotalHeadroom[]
  /** What the counted actions take together; absent where none is counted. */
  readonly spent?: Quantity<Energy>
  /** The actions that are furthest above their floors. */
  readonly largest: {
    readonly decades?: ActionHeadroom
    /** Absent where no action is counted. */
    readonly joules?: ActionHeadroom
  }
}

export const aHeadroom: Kind = having('a headroom, such as headroom gives', {
  table: anEnergyTable,
  options: having('the options of a headroom', { temperature: aQuantity, errorProbability: aQuantity }),
  actions: aList,
  totals: aList,
  largest: anObject
})
