/** Where the figures of a ledger come from, for other programs. */
import { jsonText } from '../../units/visible'
import { type Explanation, someExplanations } from '../../ledger/explain'
import { expecting } from '../../units/argument'
import type { Derivation, DerivedInput } from '../../reading/explain'
import { quantityJson } from './ledger'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const explanationFormat = 'limen.explanation/2'

const inputJson = ({ value, ...input }: DerivedInput) => ({ ...input, ...quantityJson(value) })

const derivationJson = ({ value, inputs, terms, unit: _, ...rest }: Derivation): unknown => ({
  ...rest,
  ...quantityJson(value),
  inputs: inputs.map(inputJson),
  terms: terms.map(derivationJson)
})

/** Explanations as JSON; values are decimal texts in coherent SI. */
export const explanationJson = expecting(
  'explanationJson',
  { explanations: someExplanations },
  (explanations: readonly Explanation[]): string =>
    `${jsonText(
      {
        format: explanationFormat,
        explanations: explanations.map(({ derivations, sensitivities, ...rest }) => ({
          ...rest,
          derivations: derivations.map(derivationJson),
          sensitivities: sensitivities.map(({ input, symbol, elasticity, derivative }) => ({
            input,
            symbol,
            elasticity: elasticity.exact.toString(),
            derivative: derivative === undefined ? null : quantityJson(derivative)
          }))
        }))
      },
      2
    )}\n`
)
