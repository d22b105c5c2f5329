/** What is read of a ledger that was written. */
import type { Claim, Source, Tier } from '../../formula/model'
import type { Found } from '../../ledger/estimate'
import type { ParadigmName, Wall } from '../../ledger/paradigms'
import type { Fact } from '../../technology/facts'
import type {
  Dimensionless,
  Energy,
  EnergyPerUpdate,
  Flops,
  Macs,
  Updates,
  UpdatesPerParameter
} from '../../units/dimension'
import type { Certainty } from '../../units/enclosure'
import type { Assumption } from '../workload-file'

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
}

/** A ledger that was read: what is written of one, with quantities in place of texts. @since 0.4.0 */
export interface ReadEstimate<K extends Certainty = 'exact'> {
  readonly format: 'uncertain' extends K ? 'limen.certified-estimate/1' : 'limen.estimate/1'
  readonly name: string
  readonly description?: string
  readonly assumptions: readonly Assumption[]
  readonly counts: {
    readonly updates: Found<K, Updates>
    readonly macs: Found<K, Macs>
    readonly flops: Found<K, Flops>
  }
  readonly intermediates: {
    readonly updatesPerParameter: Found<K, UpdatesPerParameter>
    readonly shape: Found<K, Dimensionless>
    readonly retentionBarrier: Found<K, Energy>
    readonly staticWrite: Found<K, EnergyPerUpdate>
    readonly meanMatchedBarrier: Found<K, EnergyPerUpdate>
  }
  readonly paradigms: readonly ReadParadigm<K>[]
  readonly measured?: Fact<Energy> & { readonly decadesAboveFloor: ReadDecades }
}
