/**
 * Where the figures of a ledger come from: the derivation of each, and what it is most sensitive to.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { digitsAsked } from '../formula/kinds'
import { aText, expecting, having, type Kind, listOf, optional } from '../units/argument'
import type { ModelData } from '../formula/model'
import { type ModelError, unfitInputs } from '../reading/error'
import type { EvaluateOptions } from '../reading/evaluate'
import { aDerivation, type Derivation, explain } from '../reading/explain'
import { sensitivities, type Sensitivity, someSensitivities } from '../reading/sensitivities'
import { givenTo } from './inputs'
import { aLedger, ledgerRows, type Ledger, type LedgerEntry, type LedgerRow } from './estimate'

/** A figure of a ledger explained, or all those of a paradigm. @since 0.2.0 */
export interface Explanation {
  /** A paradigm, or one of its figures: "cim", "cim.update", "cim.total". */
  readonly name: string
  readonly description: string
  /** Of the figure; of a paradigm, at each wall. */
  readonly derivations: readonly Derivation[]
  /** Of the figure; of a paradigm, of its total. None where that is 0: nothing is a percent of it. */
  readonly sensitivities: readonly Sensitivity[]
  /** Why there are no sensitivities, where there are none. @since 0.5.0 */
  readonly unweighed?: string
}

interface Explained {
  readonly name: string
  readonly description: string
  readonly derived: readonly ModelData[]
  readonly weighed: ModelData
}

export const someExplanations: Kind = listOf(
  'explanations, such as explainLedger gives',
  having('an explanation', {
    name: aText,
    description: aText,
    derivations: listOf('a list of derivations', aDerivation),
    sensitivities: someSensitivities
  })
)

/** What can be explained of a paradigm: the whole of it first, then each figure. */
const explainable = (paradigm: LedgerRow): readonly Explained[] => {
  const { name, description, walls: known = {}, beside, parts = [], total, wallPlug } = paradigm
  const places = { ...known, ...(beside === undefined ? {} : { beside }) }
  const all = Object.values(places).map(({ model }) => model)
  const models = all.length === 0 ? [total.model] : all
  const figures: Readonly<Record<string, LedgerEntry>> = {
    ...places,
    ...Object.fromEntries(parts.map((part) => [part.name, part])),
    total,
    ...(wallPlug === undefined ? {} : { wallPlug })
  }
  return [
    { name, description, derived: models, weighed: total.model },
    ...Object.entries(figures).map(([wall, { model }]) => ({
      name: `${name}.${wall}`,
      // The summary of a sum is a list of those of its parts.
      description:
        wall === 'total'
          ? description
          : wall === 'wallPlug'
            ? `${description}, at the wall plug`
            : model.summary,
      derived: [model],
      weighed: model
    }))
  ]
}

/** The names of what can be explained of a ledger. @since 0.2.0 */
export const explainableNames = expecting(
  'explainableNames',
  { ledger: aLedger },
  (ledger: Ledger): readonly string[] =>
    ledgerRows(ledger)
      .flatMap(explainable)
      .map(({ name }) => name)
)

/**
 * The derivations of a ledger: of the paradigms and figures named, or of every paradigm. A name that
 * the ledger does not have is left out; `explainableNames` has them all.
 *
 * @since 0.2.0
 */
export const explainLedger = expecting(
  'explainLedger',
  { ledger: aLedger, names: optional(listOf('a list of names', aText)), options: digitsAsked },
  (
    ledger: Ledger,
    names: readonly string[] = ledgerRows(ledger).map(({ name }) => name),
    options: EvaluateOptions = {}
  ): E.Either<ModelError, readonly Explanation[]> => {
    const inputsOf = givenTo(ledger.inputs)
    const all = ledgerRows(ledger).flatMap(explainable)
    return pipe(
      names.flatMap((name) => all.filter((each) => each.name === name)),
      E.traverseArray(({ name, description, derived, weighed }) =>
        pipe(
          derived,
          E.traverseArray((model) => explain(model, options)(inputsOf(model))),
          E.map((derivations) => ({
            name,
            description,
            derivations,
            ...pipe(
              sensitivities(weighed, options)(inputsOf(weighed)),
              E.matchW(
                ({ problems }) => ({
                  sensitivities: [],
                  unweighed: problems.map(({ found }) => found).join('; ')
                }),
                (found) => ({ sensitivities: found })
              )
            )
          }))
        )
      )
    )
  },
  unfitInputs
)
