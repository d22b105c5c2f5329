/**
 * Defining a model: a formula with its inputs, tier, constraint and sources; everything else about
 * it follows. A model is a function, for its value, and data, for every other reading.
 */
import { Expression, type Symbols } from '../formula/expression'
import { anExpression, someInputs } from '../formula/kinds'
import { aTier, comparedBy, termsIn, narrowestTier } from '../formula/model'
import type { Condition, Inputs, ModelData, Process, Relation, Source, Term, Tier } from '../formula/model'
import { evaluate, type Evaluated } from '../reading/evaluate'
import { toLatex } from '../reading/latex'
import { nodeText } from '../reading/text'
import { aFunction, aText, expectArguments, having, type Kind, optional } from '../units/argument'
import { expectDimension } from '../units/quantity'
import { onceOf } from '../units/remembered'
import { showing } from '../units/show'
import { aUnit, type Unit } from '../units/unit'

/**
 * A model of dimension `D` with the inputs `I`: call it for its value in 34 digits, or hand it to a
 * reading.
 *
 * @since 0.1.0
 */
export interface Model<I, D> extends ModelData<I, D>, Evaluated<I, D> {
  readonly name: string
  /** The model as a part of another formula, with expressions for its inputs. */
  readonly of: (inputs: Symbols<I>) => Expression<D>
}

/** What it takes to define a model. @since 0.1.0 */
export interface Definition<I, D> {
  /** As it is imported and reported. */
  readonly name: string
  /** As it stands in formulas that it is a part of. */
  readonly symbol: string
  /** What it is, in a sentence. */
  readonly summary: string
  readonly inputs: I
  /** The coherent unit of its value. */
  readonly unit: Unit<D>
  readonly formula: (inputs: Symbols<I>) => Expression<D>
  /** What must hold between the inputs, or of the value, beyond the ranges of the inputs. */
  readonly requires?: (inputs: Symbols<I>, value: Expression<D>) => readonly Relation[]
  /** Of what it adds itself; a model made only of others has the narrowest tier of those. */
  readonly tier?: Tier
  /** What makes the bound positive, or what the model assumes. */
  readonly constraint: string
  readonly sources?: readonly Source[]
  /** The processes whose energy it bounds, or what they are by its parts; left out where it is no energy bound. */
  readonly processes?: readonly Process[] | ((parts: readonly ModelData[]) => readonly Process[])
  /** The kind of memory it describes, where it describes only one and its parts do not say so. */
  readonly memory?: 'discrete' | 'continuous'
}

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

/** Expressions for the inputs of a model. */
const asked = (names: readonly string[]): Kind =>
  having(
    `an object of expressions (${names.join(', ')})`,
    Object.fromEntries(names.map((name) => [name, anExpression]))
  )

const unique = <A>(items: readonly A[], key: (item: A) => unknown): readonly A[] => [
  ...new Map(items.map((item) => [key(item), item])).values()
]

/** The inputs as expressions. Models that have one object of inputs share them, and what is made of them. */
const symbolsOf = onceOf((inputs: Inputs): object =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(inputs).map(([input, { symbol, unit }]) => [
        input,
        new Expression({ kind: 'input', name: input, symbol }, unit.dimension)
      ])
    )
  )
)

/**
 * A model from its definition.
 *
 * @since 0.1.0
 */
export const model = <const I extends Inputs, D>(definition: Definition<I, D>): Model<I, D> => {
  expectArguments('model', { definition: aDefinition }, definition)
  const { name, inputs, formula, requires = () => [], processes = [] } = definition
  const conditionsOf = (symbols: Symbols<I>, value: Expression<D>): readonly Condition[] => [
    ...Object.entries(inputs).map(([input, { range }]): Condition => {
      const subject = (symbols as Record<string, Expression<unknown>>)[input]!.node
      return { model: name, kind: 'range', input, subject, range }
    }),
    ...requires(symbols, value).map((of): Condition => ({ model: name, kind: 'relation', of }))
  ]

  const symbols = symbolsOf(inputs) as Symbols<I> // an expression for each input, of its dimension
  const expression = formula(symbols)
  expectArguments(`the formula of ${name}`, { value: anExpression }, expression)
  expectDimension(definition.unit, expression, 'give', 'as')
  const own = conditionsOf(symbols, expression)
  const nodes = [expression.node, ...own.flatMap(comparedBy)]
  const parts = unique(
    termsIn(nodes, false).map((term) => term.model),
    (part) => part
  )
  const tiersOf = parts.map((part) => part.tier)
  // What names no evidence, and is made of nothing that does, has the narrowest.
  const ownTier: readonly Tier[] =
    definition.tier !== undefined ? [definition.tier] : parts.length > 0 ? [] : ['empirical']

  const memory = definition.memory ?? parts.find((part) => part.memory !== undefined)?.memory

  const data: ModelData<I, D> = {
    name,
    symbol: definition.symbol,
    summary: definition.summary,
    inputs,
    unit: definition.unit,
    node: expression.node,
    conditions: [...own, ...termsIn(nodes, true).flatMap(({ conditions }) => conditions)],
    tier: narrowestTier([...ownTier, ...tiersOf]),
    constraint: definition.constraint,
    sources: unique(
      [...(definition.sources ?? []), ...parts.flatMap((part) => part.sources)],
      ({ citation }) => citation
    ),
    processes: typeof processes === 'function' ? processes(parts) : processes,
    ...(memory === undefined ? {} : { memory }),
    parts
  }
  const of = onceOf((given: Symbols<I>): Expression<D> => {
    expectArguments(`${name}.of`, { inputs: asked(Object.keys(inputs)) }, given)
    const value = formula(given)
    const nodes = Object.fromEntries(
      Object.keys(inputs).map((input) => [input, (given as Record<string, Expression<unknown>>)[input]!.node])
    )
    const term: Term = { model: data, given: nodes, conditions: conditionsOf(given, value) }
    return new Expression({ kind: 'term', of: term, x: value.node }, value.dimension)
  })
  const call = evaluate(data)
  const callable = (values: Parameters<typeof call>[0]): ReturnType<typeof call> => call(values)
  const { name: _, ...rest } = data
  const made = Object.assign(
    Object.defineProperty(callable, 'name', { value: name, enumerable: true }),
    rest,
    { of }
  )
  return Object.freeze(
    showing(made, () => ({
      'text/plain': `${name}: ${data.symbol} = ${nodeText(data.node)}, in ${data.unit.symbol || 'a pure number'} (${data.tier})`,
      'text/latex': `$$${toLatex(data)}$$`
    }))
  )
}
