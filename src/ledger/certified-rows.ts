/** The totals of a ledger as enclosures, row by row: what a sweep or a grid asks for, and no wall or part besides. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import { certify } from '../reading/certify'
import type { ModelError } from '../reading/error'
import type { EvaluateOptions } from '../reading/evaluate'
import type { Energy } from '../units/dimension'
import type { Certainty, Enclosure } from '../units/enclosure'
import { remembered } from '../units/remembered'
import { loopFor, type LedgerRowName } from './columns'
import { givenTo } from './inputs'
import { kindOf, type Scenario } from './scenario'

/** A row of a ledger, and its total for inputs of the ledger that may be uncertain. */
export interface CertifiedRow {
  readonly row: LedgerRowName
  readonly total: (given: Readonly<Record<string, unknown>>) => E.Either<ModelError, Enclosure<Energy>>
}

interface CertifiedRows {
  readonly rows: readonly CertifiedRow[]
  /** How many of them are totals of paradigms and designs: the first. */
  readonly totals: number
}

/** More kinds of scenarios than one looks at together. */
const mostKinds = 16

const known = remembered<E.Either<CompositionError, CertifiedRows>>(mostKinds)

/** The rows of the ledger of a scenario, certified; made once for all scenarios of a kind. */
export const certifiedRows = (
  scenario: Scenario<Certainty>,
  options: EvaluateOptions
): E.Either<CompositionError, CertifiedRows> =>
  known(`${typeof options.digits} ${options.digits} ${kindOf(scenario)}`, () =>
    pipe(
      loopFor(scenario),
      E.map(({ rows, totals, models }) => ({
        totals,
        rows: models.map((model, k) => {
          const read = certify(model, options)
          return { row: rows[k]!, total: (given) => read(givenTo(given)(model)) }
        })
      }))
    )
  )
