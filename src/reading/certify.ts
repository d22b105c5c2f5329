/**
 * Certified values: a model read in intervals, from inputs that are exact or uncertain themselves.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting } from '../units/argument'
import { defaultDigits, roundingMode, Working } from '../units/decimal'
import { enclosure, endsOf, type Enclosure } from '../units/enclosure'
import { aModel, digitsAsked, someModels } from '../formula/kinds'
import { lazily } from '../units/remembered'
import { comparedBy, type DimensionOf, type Given, type ModelData } from '../formula/model'
import { program, reader } from '../formula/program'
import { roundedBall, type Ball } from '../units/ball'
import { checksOf, noValue, violations, type Closer } from './conditions'
import { mostDigits } from './decimal'
import type { ModelError } from './error'
import type { EvaluateOptions, InputsOf } from './evaluate'
import { uncertainInputs } from './inputs'
import { intervalAlgebra, intervalOf, isPoint, type Interval } from './interval'
import { ranges } from './box'
import { ballAlgebra } from './ball'
import { quickly, surely } from './quick'
import { alone, conditionsOf, programOf, together, type Models, type Reading } from './together'

/** What may be given for an input that need not be exact. @since 0.2.0 */
export type Uncertain<D> = Given<D> | Enclosure<D>

/** The inputs of a model, exact or uncertain. @since 0.2.0 */
export type UncertainValues<I> = { readonly [N in keyof I]: Uncertain<DimensionOf<I[N]>> }

/** A model as a function of inputs that need not be exact. */
export type Certified<I, D> = (inputs: UncertainValues<I>) => E.Either<ModelError, Enclosure<D>>

/** Digits computed beyond those delivered, for what formulas lose by rounding. */
const guardDigits = 4

/** Enough digits for a result of so many: inputs are exact, so none of theirs is cut. */
const workingDigits = (digits: number, given: readonly Enclosure<unknown>[]): number =>
  Math.min(mostDigits, Math.max(digits, ...given.flatMap(endsOf).map(({ exact }) => exact.precision()))) +
  guardDigits

/** Both ends of what a ball may be; undefined where one of them has no digits for sure. */
const roundedEnds = (ball: Ball, digits: number): Interval | undefined => {
  const lower = roundedBall(ball, digits, 'down')
  const upper = lower && roundedBall(ball, digits, 'up')
  return upper && { lower: lower, upper }
}

const inIntervals: Reading<Enclosure<unknown>, Interval, Enclosure<unknown>> = {
  check: uncertainInputs,
  prepare: (models, inputs, digits) => {
    const conditions = conditionsOf(models)
    const compiled = programOf(models, conditions, inputs)
    const checks = checksOf(conditions, compiled.outputs.slice(models.length))
    const quick = quickly(compiled, checks, digits, ballAlgebra)
    const surelyHold = lazily(() => {
      const asked = program(conditions.flatMap(comparedBy), Object.keys(inputs))
      return surely(asked, checksOf(conditions, asked.outputs))
    })

    const prepared = (working: number): ReturnType<typeof inIntervals.prepare> => {
      const read = reader(intervalAlgebra(working), compiled)
      const interval = intervalOf(working)
      const rangeOf = ranges(Object.keys(inputs), working)
      const rangeOfModel = models.map(({ node }) => rangeOf(node))
      return (given) => {
        const box = given.map(({ lower, upper }) => interval(lower.exact, upper.exact))
        const isExact = box.every(isPoint)
        const told = isExact ? quick(box.map(({ lower }) => lower)) : undefined
        const isSure = told !== undefined || (!isExact && surelyHold()(box) !== undefined)
        const registers = isSure ? [] : read(box)
        const closer: Closer = (condition, found) =>
          isExact ? found : comparedBy(condition).map((node) => rangeOf(node)(box))
        const broken = isSure ? [] : violations(checks, registers, closer)
        if (broken.length > 0) return E.left(broken)
        const values = models.map((_, at) => {
          const register = compiled.outputs[at]!
          if (isExact && told === undefined) return registers[register]!
          return (told && roundedEnds(told[register]!, digits)) ?? rangeOfModel[at]!(box)
        })
        const problems = models.flatMap((model, at) => {
          const { lower, upper } = values[at]!
          return lower.isFinite() && upper.isFinite() ? [] : [noValue(model, values[at]!)]
        })
        return problems.length > 0 ? E.left(problems) : E.right(values)
      }
    }
    const runs = new Map<number, ReturnType<typeof prepared>>()
    return (given) => {
      const working = workingDigits(digits, given)
      const run = runs.get(working) ?? prepared(working)
      runs.set(working, run)
      return run(given)
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
 * A rigorous enclosure of the value of a model: every operation is rounded outward, so that the value
 * lies between the two ends whatever the rounding.
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
 *   hops: 1,
 *   recovery: 0
 * }
 * certify(limUpdate)(given) // right([67.85, 78.37] zJ/update)
 *
 * @since 0.2.0
 */
export const certify = expecting(
  'certify',
  { model: aModel, options: digitsAsked },
  <I, D>(model: ModelData<I, D>, { digits = defaultDigits }: EvaluateOptions = {}): Certified<I, D> => {
    const read = alone(model, digits, inIntervals)
    return (inputs) => read(inputs) as E.Either<ModelError, Enclosure<D>> // the model is of dimension D
  }
)

/** The enclosures of several models, by their names. */
export type Certifications<M> = {
  readonly [N in keyof M]: M[N] extends ModelData<unknown, infer D> ? Enclosure<D> : never
}

/**
 * Certifies models that share inputs, together, as `evaluateAll` evaluates them.
 *
 * @since 0.2.0
 */
export const certifyAll = expecting(
  'certifyAll',
  { name: aText, models: someModels, options: digitsAsked },
  <const M extends Models>(
    name: string,
    models: M,
    { digits = defaultDigits }: EvaluateOptions = {}
  ): ((inputs: UncertainValues<InputsOf<M>>) => E.Either<ModelError, Certifications<M>>) => {
    const read = together({ name, models }, digits, inIntervals)
    return (inputs) => read(inputs) as E.Either<ModelError, Certifications<M>>
  }
)
