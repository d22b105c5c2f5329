/**
 * Defining a model: a formula with its inputs, tier, constraint and sources; everything else about
 * it follows. A model is a function, for its value, and data, for every other reading.
 */
import { Expression, type Symbols } from '../formula/expression'
import { anExpression, madeModel } from '../formula/kinds'
import { comparedBy, termsIn, narrowestOf } from '../formula/model'
import type { Condition, Inputs, ModelData, Process, Relation, Source, Term, Tier } from '../formula/model'
import { valuesOf, type Evaluated } from '../reading/evaluate'
import { elementaryReadings, wholeReadings, type Readings } from '../reading/readings'
import { formulaText } from '../reading/text'
import { expectArguments, having, type Kind } from '../units/argument'
import { expectDimension } from '../units/quantity'
import { lazily, onceOf, partsOf } from '../units/remembered'
import { showing } from '../units/show'
import type { Unit } from '../units/unit'

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
  readonly memory?: 'discrete' | 'continuous' | undefined
}

/** Expressions for the inputs of a model. */
const asked = (names: readonly string[]): Kind =>
  having(
    `an object of expressions (${names.join(', ')})`,
    Object.fromEntries(names.map((name) => [name, anExpression]))
  )

/** Forms of a model that not every program has a use for: what makes them is loaded by `limen/notebook` alone. */
export const richer: { latexOf?: (model: ModelData) => string } = {}

/** Formulas are made of many: what plainly are expressions is not looked at further. */
const expectAsked = (name: string, names: readonly string[], given: unknown): void => {
  const known = (given ?? {}) as Readonly<Record<string, unknown>>
  if (!names.every((input) => known[input] instanceof Expression))
    expectArguments(`${name}.of`, { inputs: asked(names) }, given)
}

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

const conditionsOf = <I, D>(
  { name, inputs, requires = () => [] }: Definition<I, D>,
  symbols: Symbols<I>,
  value: Expression<D>
): readonly Condition[] => [
  ...Object.entries(inputs as Inputs).map(([input, { range }]): Condition => {
    const subject = (symbols as Record<string, Expression<unknown>>)[input]!.node
    return { model: name, kind: 'range', input, subject, range }
  }),
  ...requires(symbols, value).map((of): Condition => ({ model: name, kind: 'relation', of }))
]

/** A formula where it stands: its value for some expressions of its inputs, and what it asks of them. */
interface Standing<D> {
  readonly value: Expression<D>
  readonly asks: () => readonly Condition[]
}

/** The formula of a definition, wherever it stands; what it makes of one object of expressions is made once. */
type Written<I, D> = (symbols: Symbols<I>) => Standing<D>

export const written = <I extends Inputs, D>(definition: Definition<I, D>): Written<I, D> =>
  onceOf((symbols: Symbols<I>) => {
    const value = definition.formula(symbols)
    return { value, asks: lazily(() => conditionsOf(definition, symbols, value)) }
  })

const following = ['node', 'conditions', 'tier', 'sources', 'processes', 'memory', 'parts'] as const

/** What follows from the formula of a model. */
type Following = Pick<ModelData, (typeof following)[number]>

/**
 * What follows from the formula of a definition; a TypeError where it is none, or of another dimension. All
 * conditions and sources are gathered when they are first asked for: of what only is a part, nobody asks.
 */
export const followingFrom = <I extends Inputs, D>(
  { name, inputs, unit, tier, sources = [], processes = [], memory }: Definition<I, D>,
  formula: Written<I, D>
): Following => {
  const { value, asks } = formula(symbolsOf(inputs) as Symbols<I>) // an expression for each input, of its dimension
  expectArguments(`the formula of ${name}`, { value: anExpression }, value)
  expectDimension(unit, value, 'give', 'as')
  const own = asks()
  const nodes = [value.node, ...own.flatMap(comparedBy)]
  const parts = [...new Set(termsIn(nodes, false).map(({ model }) => model))]
  // What names no evidence, and is made of nothing that does, has the narrowest.
  const ownTier: readonly Tier[] = tier !== undefined ? [tier] : parts.length > 0 ? [] : ['empirical']
  const gathered = partsOf<Pick<Following, 'conditions' | 'sources'>>(['conditions', 'sources'], () => ({
    conditions: [...own, ...termsIn(nodes, true).flatMap(({ conditions }) => conditions)],
    sources: unique([...sources, ...parts.flatMap((part) => part.sources)], ({ citation }) => citation)
  }))
  return Object.assign(gathered, {
    node: value.node,
    tier: narrowestOf([...ownTier, ...parts.map((part) => part.tier)]),
    processes: typeof processes === 'function' ? processes(parts) : processes,
    memory: memory ?? parts.find((part) => part.memory !== undefined)?.memory,
    parts
  })
}

/** A model from its definition and what follows from its formula, and how that is read. */
const modelRead = <I extends Inputs, D>(
  { name, symbol, summary, inputs, unit, constraint }: Definition<I, D>,
  formula: Written<I, D>,
  followed: Following,
  readings: Readings
): Model<I, D> => {
  const data: ModelData<I, D> = Object.assign(followed, { name, symbol, summary, inputs, unit, constraint })
  const names = Object.keys(inputs)
  const of = onceOf((symbols: Symbols<I>): Expression<D> => {
    expectAsked(name, names, symbols)
    const { value, asks } = formula(symbols)
    const nodes = Object.fromEntries(
      names.map((input) => [input, (symbols as Record<string, Expression<unknown>>)[input]!.node])
    )
    const term: Term = { model: data, given: nodes, conditions: asks() }
    return new Expression({ kind: 'term', of: term, x: value.node }, value.dimension)
  })
  const call = lazily(() => valuesOf(data, readings))
  const callable: Evaluated<I, D> = (values) => call()(values)
  const made = Object.defineProperties(
    Object.assign(callable, { of }),
    Object.getOwnPropertyDescriptors(data)
  )
  return madeModel(
    Object.freeze(
      showing(made as Model<I, D>, () => ({
        'text/plain': `${name}: ${symbol} = ${formulaText(data.node)}, in ${unit.symbol || 'a pure number'} (${data.tier})`,
        ...(richer.latexOf && { 'text/latex': richer.latexOf(data) })
      }))
    )
  )
}

/** A model from its definition and what follows from its formula. */
export const modelOf = <I extends Inputs, D>(
  definition: Definition<I, D>,
  formula: Written<I, D>,
  followed: Following
): Model<I, D> => modelRead(definition, formula, followed, wholeReadings)

/** A model of this library, which is right: what follows from its formula is made when it is first asked for. */
const ownModel = <I extends Inputs, D>(definition: Definition<I, D>, readings: Readings): Model<I, D> => {
  const formula = written(definition)
  const followed = partsOf(following, () => followingFrom(definition, formula))
  return modelRead(definition, formula, followed, readings)
}

/** A model of this library, of any formula. */
export const model = <const I extends Inputs, D>(definition: Definition<I, D>): Model<I, D> =>
  ownModel(definition, wholeReadings)

/** One whose formula, with all that it is made of, has no special operation: who uses it has no reading of those. */
export const elementaryModel = <const I extends Inputs, D>(definition: Definition<I, D>): Model<I, D> =>
  ownModel(definition, elementaryReadings)
