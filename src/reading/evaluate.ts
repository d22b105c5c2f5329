/**
 * Evaluating a model: its inputs are checked, the formula is read, and a value comes out only where
 * every condition holds.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting } from '../units/argument'
import { defaultDigits, type Decimal } from '../units/decimal'
import { ofDecimal, type Quantity } from '../units/quantity'
import { aModel, digitsAsked, someModels } from '../formula/kinds'
import type { ModelData, Values } from '../formula/model'
import { isTold, noValue } from './conditions'
import type { ModelError } from './error'
import { exactInputs } from './inputs'
import { wholeReadings, type Readings } from './readings'
import { settled } from './settle'
import { alone, conditionsOf, one, together, type Models, type Reading } from './together'

/** A model as a function of its inputs. */
export type Evaluated<I, D> = (inputs: Values<I>) => E.Either<ModelError, Quantity<D>>

/** How a model is evaluated. @since 0.1.0 */
export interface EvaluateOptions {
  /** Significant digits of the result, 1 to 400; default 34. */
  readonly digits?: number
}

/**
 * How to compute what is printed with so many digits: with no fewer than else, as decades and shares are made of
 * values, and not of what is printed of them.
 */
export const toPrint = (digits: number = defaultDigits): EvaluateOptions => ({
  digits: Math.max(digits, defaultDigits)
})

const inDecimals = (readings: Readings): Reading<Quantity<unknown>, Decimal, Quantity<unknown>> => ({
  check: exactInputs,
  prepare: (models, inputs, digits) => {
    const read = settled(
      models.map(({ node }) => node),
      conditionsOf(models),
      Object.keys(inputs),
      digits,
      readings
    )
    return (given) => {
      const found = read(given.map(({ exact }) => exact))
      if (E.isLeft(found)) return found
      const values = found.right
      const problems = models.flatMap((model, at) =>
        isTold(values[at]!) ? [] : [noValue(model, values[at]!)]
      )
      return problems.length > 0 ? E.left(problems) : E.right(values.map(({ lower }) => lower))
    }
  },
  result: ({ unit }, value) => ofDecimal(unit.dimension, value)
})

/** The values, in 34 digits, of what is a model. */
export const valuesOf = <I, D>(model: ModelData<I, D>, readings: Readings): Evaluated<I, D> => {
  const read = one(model, defaultDigits, inDecimals(readings))
  return (inputs) => read(inputs) as E.Either<ModelError, Quantity<D>> // the model is of dimension D
}

/**
 * The value of a model in decimals: 34 digits unless more or fewer are asked for.
 *
 * Every digit is known: as many are computed with as it takes for an enclosure to settle the last one.
 * What a formula makes of short numbers and cannot be told from 0 even with four times their digits and
 * those asked for, is 0. Where 900 digits do not settle it, or outside the domain of the model, or with a
 * missing, unknown or misdimensioned input, it is the list of all that is wrong.
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
export const evaluate = expecting(
  'evaluate',
  { model: aModel, options: digitsAsked },
  <I, D>(model: ModelData<I, D>, { digits = defaultDigits }: EvaluateOptions = {}): Evaluated<I, D> => {
    const read = alone(model, digits, inDecimals(wholeReadings))
    return (inputs) => read(inputs) as E.Either<ModelError, Quantity<D>> // the model is of dimension D
  }
)

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
export const evaluateAll = expecting(
  'evaluateAll',
  { name: aText, models: someModels, options: digitsAsked },
  <const M extends Models>(
    name: string,
    models: M,
    { digits = defaultDigits }: EvaluateOptions = {}
  ): ((inputs: Values<InputsOf<M>>) => E.Either<ModelError, Evaluations<M>>) => {
    const read = together({ name, models }, digits, inDecimals(wholeReadings))
    return (inputs) => read(inputs) as E.Either<ModelError, Evaluations<M>>
  }
)
