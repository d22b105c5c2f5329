/**
 * Evaluating a model: its inputs are checked, the formula is read, and a value comes out only where
 * every condition holds.
 */
import * as E from 'fp-ts/lib/Either.js'
import { decimalsOf, defaultDigits, Working, type Decimal } from '../units/decimal'
import { ofDecimal, type Quantity } from '../units/quantity'
import type { ModelData, Values } from '../formula/model'
import { reader } from '../formula/program'
import { noValue, violations } from './conditions'
import { decimalAlgebra } from './decimal'
import type { ModelError } from './error'
import { exactInputs } from './inputs'
import { alone, programOf, together, type Models, type Reading } from './together'

/** A model as a function of its inputs. */
export type Evaluated<I, D> = (inputs: Values<I>) => E.Either<ModelError, Quantity<D>>

/** How a model is evaluated. @since 0.1.0 */
export interface EvaluateOptions {
  /** Significant digits of the result, 1 to 400; default 34. */
  readonly digits?: number
}

const inDecimals: Reading<Quantity<unknown>, Decimal, Quantity<unknown>> = {
  check: exactInputs,
  decimals: ({ exact }) => [exact],
  prepare: (models, inputs, working) => {
    const conditions = models.flatMap((model) => model.conditions)
    const compiled = programOf(models, conditions, inputs)
    const read = reader(decimalAlgebra(working), compiled)
    const D = decimalsOf(working)
    return (given) => {
      const registers = read(given.map(({ exact }) => new D(exact)))
      const values = models.map((_, at) => registers[compiled.outputs[at]!]!)
      const points = registers.map((value) => ({ lower: value, upper: value }))
      const broken = violations(conditions, compiled.outputs.slice(models.length), points)
      const problems =
        broken.length > 0
          ? broken
          : models.flatMap((model, at) => (values[at]!.isFinite() ? [] : [noValue(model, values[at]!)]))
      return problems.length > 0 ? E.left(problems) : E.right(values)
    }
  },
  result: ({ unit }, value, digits) =>
    ofDecimal(unit.dimension, new Working(value.toSignificantDigits(digits)))
}

/**
 * The value of a model in decimals: 34 digits unless more or fewer are asked for.
 *
 * Outside the domain of the model, or with a missing, unknown or misdimensioned input, it is the
 * list of all that is wrong. Rounding inside a formula that cancels can cost the last digits.
 *
 * @example
 * import { evaluate, landauer, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const inFifty = evaluate(landauer, { digits: 50 })
 * const value = inFifty({ temperature: kelvin(300), errorProbability: 0 })
 * pipe(value, E.map((q) => q.exact.toString()))
 * // right('2.8709788850787237945047763337773300616106135550131e-21')
 *
 * @since 0.1.0
 */
export const evaluate = <I, D>(
  model: ModelData<I, D>,
  { digits = defaultDigits }: EvaluateOptions = {}
): Evaluated<I, D> => {
  const read = alone(model, digits, inDecimals)
  return (inputs) => read(inputs) as E.Either<ModelError, Quantity<D>> // the model is of dimension D
}

type Both<U> = (U extends unknown ? (of: U) => void : never) extends (of: infer I) => void ? I : never

/** The inputs of all of some models. */
export type InputsOf<M> = Both<{ [N in keyof M]: M[N] extends ModelData<infer I> ? I : never }[keyof M]>

/** The values of several models, by their names. */
export type Evaluations<M> = {
  readonly [N in keyof M]: M[N] extends ModelData<unknown, infer D> ? Quantity<D> : never
}

/**
 * Evaluates models that share inputs, together: common parts are computed once, and all that is
 * wrong with the inputs of any is reported at once. `name` stands in the error.
 *
 * @example
 * import { evaluateAll, landauer, timeSymmetricReset, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const resets = evaluateAll('resets', { landauer, timeSymmetricReset })
 * const values = resets({ temperature: kelvin(300), errorProbability: 0.01 })
 * pipe(values, E.map((all) => all.landauer)) // right(2.639 zJ/bit)
 *
 * @since 0.1.0
 */
export const evaluateAll = <const M extends Models>(
  name: string,
  models: M,
  { digits = defaultDigits }: EvaluateOptions = {}
): ((inputs: Values<InputsOf<M>>) => E.Either<ModelError, Evaluations<M>>) => {
  const read = together({ name, models }, digits, inDecimals)
  return (inputs) => read(inputs) as E.Either<ModelError, Evaluations<M>>
}
