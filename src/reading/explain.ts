/**
 * The trace reading: how a value comes about. Each model that a formula is made of is there with its
 * own formula, the values it was given and the value it has.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aModel, digitsAsked } from '../formula/kinds'
import { aList, aText, expecting, having, type Kind } from '../units/argument'
import { defaultDigits, Working, type Decimal } from '../units/decimal'
import { aQuantity, ofDecimal, type Quantity } from '../units/quantity'
import {
  claimOf,
  type Claim,
  type ModelData,
  type Node,
  type Source,
  type Tier,
  type Values
} from '../formula/model'
import { program } from '../formula/program'
import { isTold, noValue } from './conditions'
import type { ModelError } from './error'
import type { EvaluateOptions } from './evaluate'
import { exactInputs } from './inputs'
import { nodesOf, plansIn, relationsOf, wholePlan, type Plan } from './plan'
import { wholeReadings } from './readings'
import { settled } from './settle'
import { nodeText, relationText } from './text'
import { alone, type Reading } from './together'

/** What a model in a derivation was given for one of its inputs. @since 0.2.0 */
export interface DerivedInput {
  readonly name: string
  readonly symbol: string
  readonly description: string
  readonly value: Quantity<unknown>
  /** What the formula around it puts here, unless that is its own input of this symbol. */
  readonly formula?: string
  /** Present where neither the value nor what is required of it depends on this. */
  readonly unused?: true
}

/** How the value of a model comes about. @since 0.2.0 */
export interface Derivation<D = unknown> {
  readonly name: string
  readonly symbol: string
  readonly summary: string
  /** In the symbols of its inputs, and of its terms. */
  readonly formula: string
  readonly value: Quantity<D>
  /** The symbol of its unit. */
  readonly unit: string
  readonly tier: Tier
  /** What may be claimed of it, where it bounds a process. */
  readonly claim?: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
  /** What was required beyond the ranges of the inputs, and holds. */
  readonly requires: readonly string[]
  readonly inputs: readonly DerivedInput[]
  /** The models in its formula, in what it requires, and in what it gives to those; each once. */
  readonly terms: readonly Derivation[]
}

export const aDerivation: Kind = having('a derivation, such as explain gives', {
  name: aText,
  symbol: aText,
  formula: aText,
  value: aQuantity,
  unit: aText,
  sources: aList,
  requires: aList,
  inputs: aList,
  terms: aList
})

/** What each node of a plan came to. */
type At = (node: Node) => Decimal

const derivationOf = ({ model, value, given, formulas, terms }: Plan, at: At): Derivation => {
  const { name, symbol, summary, node, unit, tier, processes, constraint, sources } = model
  const used = program(nodesOf(model), []).inputs
  return {
    name,
    symbol,
    summary,
    formula: nodeText(node),
    value: ofDecimal(unit.dimension, new Working(at(value))),
    unit: unit.symbol,
    tier,
    ...(processes.length === 0 ? {} : { claim: claimOf(tier) }),
    constraint,
    sources,
    requires: relationsOf(model).map(relationText),
    inputs: Object.entries(model.inputs).map(([input, { symbol, unit, description }], k) => ({
      name: input,
      symbol,
      description,
      value: ofDecimal(unit.dimension, new Working(at(given[k]!))),
      ...(formulas[k] === undefined ? {} : { formula: formulas[k] }),
      ...(used.includes(input) ? {} : { unused: true as const })
    })),
    terms: terms.map((term) => derivationOf(term, at))
  }
}

/** All parts of a plan, computed by one program. */
const traced = (plan: Plan): Reading<Quantity<unknown>, At, Derivation> => {
  const parts = plansIn(plan)
  const nodes = parts.flatMap(({ value, given }) => [value, ...given])
  return {
    check: exactInputs,
    prepare: (_, inputs, digits) => {
      const names = Object.keys(inputs)
      const read = settled(nodes, plan.model.conditions, names, digits, wholeReadings)
      return (given) =>
        pipe(
          read(given.map(({ exact }) => exact)),
          E.chain((values) => {
            const known = new Map(nodes.map((node, k) => [node, values[k]!]))
            // A whole may have a finite value though a part has none: c/∞ is 0.
            const problems = parts.flatMap((part) =>
              [part.value, ...part.given].flatMap((node) => {
                const value = known.get(node)!
                return isTold(value) ? [] : [noValue(part.model, value)]
              })
            )
            // What the user gave is kept as it is.
            const at: At = (node) =>
              node.kind === 'input' ? given[names.indexOf(node.name)]!.exact : known.get(node)!.lower
            return problems.length > 0 ? E.left(problems.slice(0, 1)) : E.right([at])
          })
        )
    },
    result: (_, at) => derivationOf(plan, at)
  }
}

/**
 * How the value of a model comes about: its formula with the value of every input and of every model
 * that it is made of, down to formulas made of no other, each with its tier, constraint and sources.
 *
 * Its value is that of `evaluate`, and so are its errors; a part without a finite value is one more.
 *
 * @example
 * import { explain, rateCappedReset, kelvin, gigahertz, nanoseconds, format } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const reset = { temperature: kelvin(300), errorProbability: 0.01, attemptRate: gigahertz(1), duration: nanoseconds(10) }
 * const derivation = explain(rateCappedReset)(reset)
 * pipe(derivation, E.map(({ symbol, formula }) => `${symbol} = ${formula}`)) // right('E_Γ = E_L + E_S')
 * pipe(derivation, E.map(({ terms }) => terms.map(({ name, value }) => `${name}: ${format(value)}`)))
 * // right(["landauer: 2.639 zJ/bit","speedLimit: 199.1 yJ"])
 *
 * @since 0.2.0
 */
export const explain = expecting(
  'explain',
  { model: aModel, options: digitsAsked },
  <I, D>(
    model: ModelData<I, D>,
    { digits = defaultDigits }: EvaluateOptions = {}
  ): ((inputs: Values<I>) => E.Either<ModelError, Derivation<D>>) => {
    const data = model as unknown as ModelData
    const read = alone(data, digits, traced(wholePlan(data)))
    return (inputs) => read(inputs) as E.Either<ModelError, Derivation<D>> // the model is of dimension D
  }
)
