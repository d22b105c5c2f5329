/** Ledgers as they are written, read back to the same values. */
import type * as E from 'fp-ts/lib/Either.js'
import type { Certainty } from '../../../units/enclosure'
import type { SchemaError } from '../../../shape/problem'
import { contradictions } from './contradictions'
import { decodeForm } from './form'
import { certifiedEstimateForm, estimateForm } from './ledger'
import type { ReadEstimate } from './read'

/**
 * A ledger from the JSON that `limen estimate --format json` and `ledgerJson` write: the same values, to
 * the last digit. Or all that is wrong with it, each problem with its JSON pointer and line; of another
 * form, or another version of it, only that. What contradicts itself is wrong too: a lower end above the
 * upper one, a claim that its tier does not license, a total that is not the sum of its walls or rests on
 * wider evidence than they, less at the wall plug than in all, decades that are not those above the floor,
 * a paradigm told twice.
 *
 * @example
 * import { estimateFile } from 'limen/files'
 * import { decodeEstimate, ledgerJson } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const workload = '{ "name": "x", "workload": { "parameters": "1e6 parameter", "precision": "8 bit", "convergence": "exponential", "duration": "1 h", "operations": "1e12 flop", "updates": "1e10 update" } }'
 * const written = pipe(estimateFile(workload), E.map(ledgerJson))
 * pipe(written, E.chain(decodeEstimate), E.map(({ counts }) => counts.macs)) // right(5.000e11 mac)
 * decodeEstimate('{ "format": "limen.estimate/1" }') // left: /format (line 1): expected "limen.estimate/2", got "limen.estimate/1"
 *
 * @since 0.4.0
 */
export const decodeEstimate = (json: string): E.Either<SchemaError, ReadEstimate> =>
  decodeForm('limen.estimate/2', estimateForm, contradictions)(json)

/**
 * A certified ledger from the JSON that `limen estimate --certified --format json` and `ledgerJson`
 * write: the same enclosures, to the last digit. Errors are those of `decodeEstimate`.
 *
 * @example
 * import { decodeCertifiedEstimate } from 'limen/report'
 * decodeCertifiedEstimate('{ "format": "limen.estimate/2" }')
 * // left: /format (line 1): expected "limen.certified-estimate/2", got "limen.estimate/2"
 *
 * @since 0.4.0
 */
export const decodeCertifiedEstimate = (json: string): E.Either<SchemaError, ReadEstimate<Certainty>> =>
  decodeForm('limen.certified-estimate/2', certifiedEstimateForm, contradictions)(json)
