/** Ledgers as they are written, read back to the same values. */
import type * as E from 'fp-ts/lib/Either.js'
import type { Source, Tier } from '../../formula/model'
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
import type { SchemaError } from '../problem'
import type { Assumption } from '../workload-file'
import { decodeForm } from './form'
import { certifiedEstimateForm, estimateForm } from './ledger'

/** A figure of a ledger that was read. @since 0.4.0 */
export interface ReadEntry<K extends Certainty = 'exact'> {
  readonly energy: Found<K, Energy>
  readonly tier: Tier
  readonly claim: 'lower bound' | 'estimate'
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

/**
 * A ledger from the JSON that `limen estimate --format json` and `ledgerJson` write: the same values, to
 * the last digit. Or all that is wrong with it, each problem with its JSON pointer and line; of another
 * form, or another version of it, only that.
 *
 * @example
 * import { decodeEstimate, estimateFile, ledgerJson } from 'limen'
 * import type * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const workload = '{ "name": "x", "workload": { "parameters": "1e6 parameter", "precision": "8 bit", "convergence": "exponential", "duration": "1 h", "operations": "1e12 flop", "updates": "1e10 update" } }'
 * const written = pipe(estimateFile(workload), E.map(ledgerJson))
 * pipe(written, E.chain(decodeEstimate), E.map(({ counts }) => counts.macs)) // right(5e11 mac)
 * decodeEstimate('{ "format": "limen.estimate/2" }') // left: /format (line 1): expected "limen.estimate/1", got "limen.estimate/2"
 *
 * @since 0.4.0
 */
export const decodeEstimate = (json: string): E.Either<SchemaError, ReadEstimate> =>
  decodeForm('limen.estimate/1', estimateForm)(json)

/**
 * A certified ledger from the JSON that `limen estimate --certified --format json` and `ledgerJson`
 * write: the same enclosures, to the last digit. Errors are those of `decodeEstimate`.
 *
 * @example
 * import { decodeCertifiedEstimate } from 'limen'
 * decodeCertifiedEstimate('{ "format": "limen.estimate/1" }')
 * // left: /format (line 1): expected "limen.certified-estimate/1", got "limen.estimate/1"
 *
 * @since 0.4.0
 */
export const decodeCertifiedEstimate = (json: string): E.Either<SchemaError, ReadEstimate<Certainty>> =>
  decodeForm('limen.certified-estimate/1', certifiedEstimateForm)(json)
