/** What is read of a ledger that was written. */
import type { Claim, Source, Tier } from '../../../formula/model'
import type { Found } from '../../../ledger/estimate'
import type { ParadigmName, Place, Wall } from '../../../ledger/paradigms'
import type { Problem } from '../../../reading/error'
import type { Fact } from '../../../technology/facts'
import type {
  Dimensionless,
  Energy,
  EnergyPerUpdate,
  Flops,
  Macs,
  Updates,
  UpdatesPerParameter
} from '../../../units/dimension'
import type { Certainty } from '../../../units/enclosure'
import type { Assumption } from '../../../estimate/workload-file'

/** A figure of a ledger that was read. @since 0.4.0 */
export interface ReadEntry<K extends Certainty = 'exact'> {
  readonly energy: Found<K, Energy>
  readonly tier: Tier
  readonly claim: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
}

/** log₁₀ of an energy over that of the floor; null where the floor may be 0. @since 0.4.0 */
export type ReadDecades = number | { readonly lower: number; readonly upper: number } | null

/** A paradigm of a ledger that was read. @since 0.4.0 */
export interface ReadParadigm<K extends Certainty = 'exact'> {
  readonly name: ParadigmName
  readonly description: string
  readonly decadesAboveFloor: ReadDecades
  readonly walls?: { readonly [W in Wall]: ReadEntry<K> }
  readonly total: ReadEntry<K>
  /** The total at the wall plug, where the design gives its heat off at an ambient temperature. @since 0.5.0 */
  readonly wallPlug?: ReadEntry<K>
}

/** A part of a design that was read. @since 0.7.0 */
export interface ReadPart<K extends Certainty = 'exact'> extends ReadEntry<K> {
  readonly name: string
  readonly place: Place
}

/** A design of one's own in a ledger that was read. @since 0.7.0 */
export interface ReadDesign<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description: string
  readonly decadesAboveFloor: ReadDecades
  /** At the walls of which something is known. */
  readonly walls?: { readonly [W in Wall]?: ReadEntry<K> }
  /** What is spent beside the walls. */
  readonly beside?: ReadEntry<K>
  readonly parts?: readonly ReadPart<K>[]
  readonly total: ReadEntry<K>
  readonly wallPlug?: ReadEntry<K>
}

/** A row that has no value in a ledger that was read. @since 0.5.0 */
export interface ReadOutside {
  readonly name: string
  readonly description: string
  /** What it requires, and what was found. */
  readonly problems: readonly Omit<Problem, 'kind'>[]
}

/** A ledger that was read: what is written of one, with quantities in place of texts. @since 0.4.0 */
export interface ReadEstimate<K extends Certainty = 'exact'> {
  readonly format: 'uncertain' extends K ? 'limen.certified-estimate/2' : 'limen.estimate/2'
  readonly name: string
  readonly description?: string
  readonly assumptions: readonly Assumption[]
  /** What is said of values that nothing built has. @since 0.9.0 */
  readonly notes?: readonly string[]
  readonly counts: {
    readonly updates: Found<K, Updates>
    readonly macs: Found<K, Macs>
    readonly flops: Found<K, Flops>
  }
  /** Where they have a value. */
  readonly intermediates: {
    readonly updatesPerParameter?: Found<K, UpdatesPerParameter>
    readonly meanStep?: Found<K, Dimensionless>
    readonly shape?: Found<K, Dimensionless>
    readonly retentionBarrier?: Found<K, Energy>
    readonly staticWrite?: Found<K, EnergyPerUpdate>
    readonly meanMatchedBarrier?: Found<K, EnergyPerUpdate>
    readonly refrigeration?: Found<K, Dimensionless>
  }
  readonly paradigms: readonly ReadParadigm<K>[]
  /** Designs of one's own, where there are any. @since 0.7.0 */
  readonly designs?: readonly ReadDesign<K>[]
  /** Those that have no value here. @since 0.5.0 */
  readonly outside: readonly ReadOutside[]
  readonly measured?: Fact<Energy> & { readonly decadesAboveFloor: ReadDecades }
}
