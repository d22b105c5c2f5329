/** What functions of formulas and models take; of any copy of this library. */
import {
  aDimension,
  aFunction,
  aList,
  anything,
  aText,
  having,
  kind,
  options,
  recordOf,
  remembered,
  type Kind
} from '../units/argument'
import { aUnit } from '../units/unit'
import { binary, unary } from './algebra'

const nodeKinds: readonly unknown[] = ['input', 'constant', 'unary', 'binary', 'term']

/** The outermost of its nodes is looked at. */
export const aNode: Kind = kind('a node of a formula, such as the node of a model', (value) =>
  nodeKinds.includes((value as { readonly kind?: unknown } | null | undefined)?.kind)
)

export const anExpression: Kind = having('an expression such as number(1)', {
  node: aNode,
  dimension: aDimension
})

export const anInput: Kind = remembered(
  having('an input of a model, such as input makes', {
    symbol: aText,
    unit: aUnit,
    range: having('a range, such as range makes', { text: aText }),
    description: aText
  })
)

export const someInputs: Kind = recordOf('the inputs of a model by their names', anInput)

const anyModel: Kind = remembered(
  having('a model such as landauer', {
    name: aText,
    symbol: aText,
    inputs: someInputs,
    unit: aUnit,
    node: aNode,
    conditions: aList,
    sources: aList,
    processes: aList,
    parts: aList
  })
)

const made = new WeakSet()

/** A model that is right as it is made, which need not be looked at. */
export const madeModel = <A extends object>(model: A): A => {
  made.add(model)
  return model
}

export const aModel: Kind = (value) => (made.has(value as object) ? [] : anyModel(value))

export const someModels: Kind = recordOf('models by names of your choice, such as { landauer }', aModel)

export const aRelation: Kind = having('a condition, such as atMost makes', { left: aNode, right: aNode })

const operations = [...Object.keys(unary), ...Object.keys(binary), 'constant']

export const anAlgebra: Kind = having(
  'an algebra such as numberAlgebra',
  Object.fromEntries(operations.map((name) => [name, aFunction]))
)

/** How many digits is said by the reading itself. */
export const digitsAsked: Kind = options({ digits: anything })
