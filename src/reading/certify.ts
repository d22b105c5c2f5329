/**
 * Certified values: a model read in intervals, from inputs that are exact or uncertain themselves.
 */
import * as E from 'fp-ts/lib/Either.js'
import { defaultDigits, roundingMode, Working } from '../units/decimal'
import { enclosure, type Enclosure } from '../units/enclosure'
import type { DimensionOf, Given, ModelData } from '../formula/model'
import { reader } from '../formula/program'
import { noValue, violations } from './conditions'
import type { ModelError } from './error'
import type { EvaluateOptions, InputsOf } from './evaluate'
import { uncertainInputs } from './inputs'
import { intervalAlgebra, intervalOf, type Interval } from './interval'
import { ranges } from './box'
import { alone, programOf, together, type Models, type Reading } from './together'

/** What may be given for an input that need not be exact. @since 0.2.0 */
export type Uncertain<D> = Given<D> | Enclosure<D>

/** The inputs of a model, exact or uncertain. @since 0.2.0 */
export type UncertainValues<I> = { readonly [N in keyof I]: Uncertain<DimensionOf<I[N]>> }

/** A model as a function of inputs that need not be exact. */
export type Certified<I, D> = (inputs: UncertainValues<I>) => E.Either<ModelError, Enclosure<D>>

const inIntervals: Reading<Enclosure<unknown>, Interval, Enclosure<unknown>> = {
  check: uncertainInputs,
  decimals: ({ lower, upper }) => [lower.exact, upper.exact],
  prepare: (models, inputs, working) => {
    const conditions = models.flatMap((model) => model.conditions)
    const compiled = programOf(models, conditions, inputs)
    const read = reader(intervalAlgebra(working), compiled)
    const interval = intervalOf(working)
    const rangeOf = ranges(Object.keys(inputs), working)
    const rangeOfModel = models.map(({ node }) => rangeOf(node))
    return (given) => {
      const box = given.map(({ lower, upper }) => interval(lower.exact, upper.exact))
      const isExact = box.every(({ lower, upper }) => lower.eq(upper))
      const registers = read(box)
      const broken = violations(
        conditions,
        compiled.outputs.slice(models.length),
        registers,
        (node, found) => (isExact ? found : rangeOf(node)(box))
      )
      if (broken.length > 0) return E.left(broken)
      const values = models.map((_, at) =>
        isExact ? registers[compiled.outputs[at]!]! : rangeOfModel[at]!(box)
      )
      const problems = models.flatMap((model, at) => {
        const { lower, upper } = values[at]!
        return lower.isFinite() && upper.isFinite() ? [] : [noValue(model, lower)]
      })
      return problems.length > 0 ? E.left(problems) : E.right(values)
    }
  },
  result: ({ unit }, { lower, upper }, digits) =>
    enclosure(
      unit.dimension,
      new Working(lower.toSignificantDigits(digits, roundingMode.down)),
      new Working(upper.toSignificantDigits(digits, roundingMode.up))
    )
}

/**
 * A rigorous enclosure of the value of a model: every operation is rounded outward, so that the lower
 * end is a lower bound whatever the rounding, and the upper end an upper one.
 *
 * Inputs are exact, or enclosures themselves (`between`, `plusMinus`); the value then lies in the
 * result for all inputs in theirs, independently of each other. Where they need not all lie in the
 * domain of the model, it is an error.
 *
 * @example
 * import { certify, limUpdate, between, plusMinus, kelvin, gigahertz, megahertz, bits } from 'limen'
 * const given = {
 *   temperature: plusMinus(kelvin(300), kelvin(2)),
 *   attemptRate: between(gigahertz(1), gigahertz(10)),
 *   initialRate: megahertz(1),
 *   precision: bits(8),
 *   shape: 0.5,
 *   errorProbability: 0.01,
 *   recovery: 0
 * }
 * certify(limUpdate)(given) // right([58.35, 68.74] zJ/update)
 *
 * @since 0.2.0
 */
export const certify = <I, D>(
  model: ModelData<I, D>,
  { digits = defaultDigits }: EvaluateOptions = {}
): Certified<I, D> => {
  const read = alone(model, digits, inIntervals)
  return (inputs) => read(inputs) as E.Either<ModelError, Enclosure<D>> // the model is of dimension D
}

/** The enclosures of several models, by their names. */
export type Certifications<M> = {
  readonly [N in keyof M]: M[N] extends ModelData<unknown, infer D> ? Enclosure<D> : never
}

/**
 * Certifies models that share inputs, together, as `evaluateAll` evaluates them.
 *
 * @since 0.2.0
 */
export const certifyAll = <const M extends Models>(
  name: string,
  models: M,
  { digits = defaultDigits }: EvaluateOptions = {}
): ((inputs: UncertainValues<InputsOf<M>>) => E.Either<ModelError, Certifications<M>>) => {
  const read = together({ name, models }, digits, inIntervals)
  return (inputs) => read(inputs) as E.Either<ModelError, Certifications<M>>
}
