/** The figures of a ledger as a file of proofs. */
import * as E from 'fp-ts/lib/Either.js'
import { digitsAsked } from '../formula/kinds'
import type { Inputs } from '../formula/model'
import type { UncertainValues } from '../reading/certify'
import { toCoqAll } from '../reading/coq'
import { type ModelError, unfitInputs } from '../reading/error'
import type { Models } from '../reading/together'
import type { EvaluateOptions } from '../reading/evaluate'
import type { Certainty } from '../units/enclosure'
import { expecting } from '../units/argument'
import { aLedger, ledgerRows, type CertifiedLedger, type Ledger, type LedgerEntry } from './estimate'
import { givenTo } from './inputs'

/**
 * The figures of all rows of a ledger as lemmas for Coq: at each wall, and in total. Otherwise as `toCoq`.
 *
 * @example
 * import { ledgerCoq } from 'limen'
 * import { certifiedEstimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = certifiedEstimateFile(`{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`)
 * const proofs = pipe(file, E.chainW(({ ledger }) => ledgerCoq(ledger)))
 * pipe(proofs, E.map((text) => text.includes('Lemma floor_total_certified'))) // right(true)
 *
 * @since 0.10.0
 */
export const ledgerCoq = expecting(
  'ledgerCoq',
  { ledger: aLedger, options: digitsAsked },
  (ledger: Ledger | CertifiedLedger, options: EvaluateOptions = {}): E.Either<ModelError, string> => {
    // Of its figures only the models are read, which are the same in both.
    const rows = ledgerRows(ledger as CertifiedLedger)
    const models = rows.flatMap(({ name, walls, beside, parts = [], total, wallPlug }) => {
      const figures: Readonly<Record<string, LedgerEntry<Certainty> | undefined>> = {
        ...walls,
        beside,
        ...Object.fromEntries(parts.map((part) => [part.name, part])),
        total,
        wallPlug
      }
      return Object.entries(figures).flatMap(([figure, entry]) =>
        entry === undefined ? [] : [[`${name}.${figure}`, entry.model] as const]
      )
    })
    const inputs = Object.fromEntries(
      models.flatMap(([, model]) => Object.entries(givenTo(ledger.inputs)(model)))
    )
    // What a ledger holds is exact or uncertain, by the names of the inputs.
    return toCoqAll(
      'ledgerCoq',
      Object.fromEntries(models) as Models,
      inputs as UncertainValues<Inputs>,
      options
    )
  },
  unfitInputs
)
