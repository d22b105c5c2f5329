/** The codec of derivations and sensitivities as they are written: `limen.explanation/2`. */
import type { Claim, Source, Tier } from '../../../formula/model'
import type { Decimal } from '../../../units/decimal'
import { record, text } from '../../../shape/codec'
import { boolean, list } from '../../../shape/numbers'
import type { Codec } from '../../../shape/shape'
import { named, orNull, wordOr } from '../../../shape/union'
import { decimalText } from './figure'
import { claims, formatField, needed, optional, source, tierField } from './parts'

/** A figure of any unit. */
const valueFields = {
  value: needed(decimalText, 'its value, in coherent SI'),
  unit: needed(text, 'its unit')
}

const input = record('what a model was given for an input', {
  name: needed(text, 'the name of the input'),
  symbol: needed(text, 'its symbol in the formula'),
  description: needed(text, 'what it is'),
  ...valueFields,
  formula: optional(text, 'what the formula around it puts here'),
  unused: optional(boolean, 'true where nothing depends on this input')
})

export interface ReadDerivation {
  readonly name: string
  readonly symbol: string
  readonly summary: string
  readonly formula: string
  readonly value: Decimal
  readonly unit: string
  readonly tier: Tier
  readonly claim?: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
  readonly requires: readonly string[]
  readonly inputs: readonly (typeof input)['_A'][]
  readonly terms: readonly ReadDerivation[]
}

const derivation: Codec<ReadDerivation> = named('derivation', () =>
  record('how the value of a model comes about', {
    name: needed(text, 'the name of the model'),
    symbol: needed(text, 'its symbol'),
    summary: needed(text, 'what it is'),
    formula: needed(text, 'in the symbols of its inputs, and of its terms'),
    ...valueFields,
    tier: tierField,
    claim: optional(claims, 'what may be claimed of it, where it bounds a process'),
    constraint: needed(text, 'what makes it positive, or what is assumed'),
    sources: needed(list(source, 'a list of sources'), 'where its formula comes from'),
    requires: needed(list(text, 'a list of conditions'), 'what was required beyond ranges, and holds'),
    inputs: needed(list(input, 'a list of inputs'), 'what it was given'),
    terms: needed(list(derivation, 'a list of derivations'), 'the models in its formula')
  })
)

const sensitivity = record('how much an input matters', {
  input: needed(text, 'the name of the input'),
  symbol: needed(text, 'its symbol'),
  elasticity: needed(
    wordOr(['Infinity', '-Infinity'], decimalText),
    '∂ln E/∂ln x: percent of the energy per percent of the input; infinite where the energy is infinitely steep'
  ),
  derivative: needed(orNull(record('a derivative', valueFields)), '∂E/∂x; null where it is infinite')
})

/** Explanations as `explanationJson` writes them. */
export const explanationForm = record('explanations', {
  format: formatField('limen.explanation/2'),
  explanations: needed(
    list(
      record('an explanation', {
        name: needed(text, 'a paradigm, or one of its figures'),
        description: needed(text, 'what it is'),
        derivations: needed(
          list(derivation, 'a list of derivations'),
          'of the figure; of a paradigm, at each wall'
        ),
        sensitivities: needed(
          list(sensitivity, 'a list of sensitivities'),
          'of the figure; of a paradigm, of its total: the most important first'
        ),
        unweighed: optional(text, 'why there are no sensitivities, where there are none')
      }),
      'a list of explanations'
    ),
    'of each paradigm or figure that was asked for'
  )
})
