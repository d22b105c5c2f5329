/** A model of one's own. */
import { someInputs } from '../formula/kinds'
import { aTier, type Inputs } from '../formula/model'
import { aFunction, aText, expectArguments, having, optional } from '../units/argument'
import { aUnit } from '../units/unit'
import { followingFrom, modelOf, written, type Definition, type Model } from './model'

const aDefinition = having('the definition of a model', {
  name: aText,
  symbol: aText,
  summary: aText,
  inputs: someInputs,
  unit: aUnit,
  formula: aFunction,
  requires: optional(aFunction),
  tier: optional(aTier),
  constraint: aText
})

/**
 * A model from its definition.
 *
 * @since 0.1.0
 */
export const model = <const I extends Inputs, D>(definition: Definition<I, D>): Model<I, D> => {
  expectArguments('model', { definition: aDefinition }, definition)
  const formula = written(definition)
  // Read at once: what a user does with the definition afterwards changes nothing.
  return modelOf(definition, formula, { ...followingFrom(definition, formula) })
}
