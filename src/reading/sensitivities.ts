/**
 * The gradient reading: which input matters most. Derivatives are formulas (derivativeBy), read in
 * decimals, and reported as elasticities: percent of the value per percent of the input.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aModel, digitsAsked } from '../formula/kinds'
import { aText, expecting, having, type Kind, listOf } from '../units/argument'
import { defaultDigits, Working, type Decimal } from '../units/decimal'
import { dimensions, divDimension, type Dimensionless } from '../units/dimension'
import { aQuantity, ofDecimal, type Quantity } from '../units/quantity'
import { derivativeBy } from '../formula/derivative'
import type { Inputs, ModelData, Node, Values } from '../formula/model'
import { isTold, noValue } from './conditions'
import type { ModelError, Problem } from './error'
import type { EvaluateOptions } from './evaluate'
import { exactInputs } from './inputs'
import { isPoint, type Interval } from './interval'
import { wholeReadings } from './readings'
import { settled } from './settle'
import { alone, type Reading } from './together'

/** How a value depends on one input. @since 0.2.0 */
export interface Sensitivity<N extends string = string> {
  readonly input: N
  readonly symbol: string
  /**
   * ∂ln f/∂ln x: percent of the value per percent of the input. It is ∞ or −∞ where the value is
   * infinitely steep, as at a probability of 1, but 0 at an input of 0, of which nothing is a percent.
   */
  readonly elasticity: Quantity<Dimensionless>
  /** ∂f/∂x; absent where it is infinite, as at an error probability of 0. */
  readonly derivative?: Quantity<unknown>
}

export const someSensitivities: Kind = listOf(
  'sensitivities, such as sensitivities gives',
  having('the sensitivity to an input', { input: aText, symbol: aText, elasticity: aQuantity })
)

/** A model as a function from its inputs to how much each matters, the most important first. */
export type Sensitive<I> = (
  inputs: Values<I>
) => E.Either<ModelError, readonly Sensitivity<keyof I & string>[]>

const pure = dimensions['a pure number']
const zero: Node = { kind: 'constant', of: { decimal: '0' } }

/** A formula, its derivatives by each input, and its elasticities. */
export const slopedNodes = ({ node: value, inputs }: ModelData): readonly Node[] => {
  const slopes = Object.keys(inputs).map((name) => derivativeBy(name)(value) ?? zero)
  const elasticities = Object.entries(inputs).map(([name, { symbol }], at): Node => {
    // The product of an input near 0 and its slope could lose digits to underflow.
    const relative: Node = { kind: 'binary', op: 'div', x: slopes[at]!, y: value }
    return { kind: 'binary', op: 'mul', x: { kind: 'input', name, symbol }, y: relative }
  })
  return [value, ...slopes, ...elasticities]
}

const unlike = (model: string, inputs: readonly string[], what: string): Problem => ({
  kind: 'size',
  model,
  inputs,
  found: what,
  expected: 'a value that is not 0, and derivatives that can be told',
  message: `${model}: ${what}`
})

interface Slope {
  readonly derivative: Decimal
  readonly elasticity: Decimal
}

const byImportance = (a: Sensitivity, b: Sensitivity): number =>
  b.elasticity.exact.abs().comparedTo(a.elasticity.exact.abs())

const isInfinite = ({ lower, upper }: Interval): boolean =>
  isPoint({ lower, upper }) && !lower.isFinite() && !lower.isNaN()

/** What was found of a model: its value, then its slopes and elasticities. */
const slopesOf = (
  model: ModelData,
  given: readonly Decimal[],
  [value, ...found]: readonly Interval[]
): E.Either<readonly Problem[], readonly Slope[]> => {
  if (!isTold(value!)) return E.left([noValue(model, value!)])
  if (value!.lower.isZero())
    return E.left([unlike(model.name, [], 'its value is 0 here, and nothing is a percent of it')])
  const problems: Problem[] = []
  const slopes = Object.keys(model.inputs).map((input, at): Slope => {
    const [slope, elasticity] = [found[at]!, found[given.length + at]!]
    // Percent of nothing is nothing, however steep the formula is there.
    if (given[at]!.isZero())
      return { derivative: isTold(slope) ? slope.lower : new Working(NaN), elasticity: given[at]! }
    if (![slope, elasticity].every((each) => isTold(each) || isInfinite(each)))
      problems.push(unlike(model.name, [input], `it has no derivative by ${input} here that can be told`))
    return { derivative: slope.lower, elasticity: elasticity.lower }
  })
  return problems.length > 0 ? E.left(problems) : E.right(slopes)
}

const inDecimals: Reading<Quantity<unknown>, readonly Slope[], readonly Sensitivity[]> = {
  check: exactInputs,
  prepare: (models, inputs: Inputs, digits) => {
    const names = Object.keys(inputs)
    const runs = models.map((model) => {
      const read = settled(slopedNodes(model), model.conditions, names, digits, wholeReadings)
      return (given: readonly Decimal[]): E.Either<readonly Problem[], readonly Slope[]> =>
        pipe(
          read(given),
          E.chain((found) => slopesOf(model, given, found))
        )
    })
    return (given) => {
      const decimals = given.map(({ exact }) => exact)
      return E.sequenceArray(runs.map((run) => run(decimals)))
    }
  },
  result: ({ inputs, unit }, slopes) =>
    Object.entries(inputs)
      .map(([input, { symbol, unit: own }], at) => {
        const { derivative, elasticity } = slopes[at]!
        const by = divDimension(unit.dimension, own.dimension)
        return {
          input,
          symbol,
          elasticity: ofDecimal(pure, new Working(elasticity)),
          ...(derivative.isFinite() ? { derivative: ofDecimal(by, new Working(derivative)) } : {})
        }
      })
      .sort(byImportance)
}

/**
 * How much each input of a model matters: elasticities and derivatives, the largest elasticity first.
 *
 * An elasticity of −2 says that one percent more of the input is two percent less of the value. Where
 * the value is 0 nothing is a percent of it, and that is an error. Where the value is infinitely steep,
 * as at a probability of 1, the elasticity is ∞ or −∞ and there is no derivative; the others are given.
 * An input of 0 has no percent: its elasticity is 0. Where a maximum or minimum switches between two
 * formulas, it is half-way between their slopes; where the slope of either is infinite, so is that of the
 * maximum.
 *
 * @example
 * import { sensitivities, limUpdate, kelvin, gigahertz, megahertz, bits } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const given = {
 *   temperature: kelvin(300),
 *   attemptRate: gigahertz(1),
 *   initialRate: megahertz(1),
 *   precision: bits(8),
 *   shape: 0.5,
 *   errorProbability: 0.01,
 *   hops: 1,
 *   recovery: 0
 * }
 * const knobs = pipe(
 *   sensitivities(limUpdate)(given),
 *   E.map((all) => all.map(({ symbol, elasticity }) => `${symbol} ${elasticity.value.toFixed(2)}`).join(', '))
 * )
 * knobs // right('T 1.00, h 1.00, b 0.17, σ 0.17, ε -0.10, f₀ 0.06, r₁ -0.06, ρ 0.00')
 *
 * @since 0.2.0
 */
export const sensitivities = expecting(
  'sensitivities',
  { model: aModel, options: digitsAsked },
  <I, D>(model: ModelData<I, D>, { digits = defaultDigits }: EvaluateOptions = {}): Sensitive<I> => {
    // The inputs of the result are those of the model.
    return alone(model, digits, inDecimals) as Sensitive<I>
  }
)
