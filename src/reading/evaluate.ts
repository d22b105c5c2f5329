/**
 * Evaluating a model: its inputs are checked, the formula is read, and a value comes out only where
 * every condition holds.
 */
import * as E from 'fp-ts/lib/Either.js'
import { decimalsOf, defaultDigits, Working, type Decimal } from '../units/decimal'
import { ofDecimal, type Quantity } from '../units/quantity'
import { comparedBy, type Condition, type Inputs, type ModelData, type Values } from '../formula/model'
import { program, reader, type Program } from '../formula/program'
import { shown, violations } from './conditions'
import { decimalAlgebra, mostDigits } from './decimal'
import { modelError, type ModelError, type Problem } from './error'
import { checkInputs } from './inputs'

/** A model as a function of its inputs. */
export type Evaluated<I, D> = (inputs: Values<I>) => E.Either<ModelError, Quantity<D>>

/** How a model is evaluated. @since 0.1.0 */
export interface EvaluateOptions {
  /** Significant digits of the result, 1 to 400; default 34. */
  readonly digits?: number
}

/** Digits computed beyond those delivered, for what formulas lose by rounding and cancellation. */
export const guardDigits = 4

/** The program of some models: their values first, then what the conditions compare, in order. */
export const programOf = (
  models: readonly ModelData[],
  conditions: readonly Condition[],
  inputs: Inputs
): Program =>
  program([...models.map(({ node }) => node), ...conditions.flatMap(comparedBy)], Object.keys(inputs))

const sizeProblem = ({ name }: ModelData, value: Decimal): Problem => {
  const found = value.isNaN() ? 'no number' : shown(value)
  return {
    kind: 'size',
    model: name,
    inputs: [],
    found,
    expected: 'a finite number',
    message: `${name}: it has no finite value here`
  }
}

const digitsProblem = (name: string, digits: number): Problem => {
  const expected = `a whole number from 1 to ${mostDigits}`
  return {
    kind: 'number',
    model: name,
    inputs: ['digits'],
    found: String(digits),
    expected,
    message: `${name}: digits should be ${expected}, got ${digits}`
  }
}

/** Models with the same inputs, evaluated as one: what they share is computed once. */
type Family = Readonly<Record<string, ModelData>>

/** From inputs to the values of some models, computed with so many digits. */
type Run = (given: readonly Quantity<unknown>[]) => E.Either<readonly Problem[], readonly Decimal[]>

const prepare = (models: readonly ModelData[], inputs: Inputs, working: number): Run => {
  const conditions = models.flatMap((model) => model.conditions)
  const compiled = programOf(models, conditions, inputs)
  const read = reader(decimalAlgebra(working), compiled)
  const D = decimalsOf(working)
  return (given) => {
    const registers = read(given.map(({ exact }) => new D(exact)))
    const values = models.map((_, at) => registers[compiled.outputs[at]!]!)
    const broken = violations(conditions, compiled.outputs.slice(models.length), registers)
    const problems =
      broken.length > 0
        ? broken
        : models.flatMap((model, at) => (values[at]!.isFinite() ? [] : [sizeProblem(model, values[at]!)]))
    return problems.length > 0 ? E.left(problems) : E.right(values)
  }
}

/** Enough digits for a result of so many: inputs are exact, so none of theirs is cut. */
const workingDigits = (digits: number, given: readonly Quantity<unknown>[]): number =>
  Math.min(mostDigits, Math.max(digits, ...given.map(({ exact }) => exact.precision()))) + guardDigits

/** Inputs that models mean different things by, under one name. */
const clashesOf = (models: readonly ModelData[], inputs: Inputs): readonly Problem[] =>
  models.flatMap(({ name: model, inputs: own }) =>
    Object.entries(own).flatMap(([input, { unit }]): readonly Problem[] => {
      const [found, expected] = [unit.dimension, inputs[input]!.unit.dimension].map(
        (dimension) => dimension.name
      )
      if (found === expected) return []
      const message = `${model}: ${input} is ${found!} here, and ${expected!} in another model`
      return [{ kind: 'dimension', model, inputs: [input], found: found!, expected: expected!, message }]
    })
  )

const family = (name: string, of: Family, digits: number) => {
  const models = Object.values(of)
  const inputs: Inputs = Object.fromEntries(models.flatMap((model) => Object.entries(model.inputs)))
  const left = (problems: readonly Problem[]): E.Either<ModelError, never> =>
    E.left(modelError(name, problems))
  const clashes = clashesOf(models, inputs)
  const prepared = new Map<number, Run>()
  const runOf = (working: number): Run => {
    const run = prepared.get(working) ?? prepare(models, inputs, working)
    prepared.set(working, run)
    return run
  }
  return (given: unknown): E.Either<ModelError, Readonly<Record<string, Quantity<unknown>>>> => {
    if (!Number.isInteger(digits) || digits < 1 || digits > mostDigits)
      return left([digitsProblem(name, digits)])
    if (clashes.length > 0) return left(clashes)
    const checked = checkInputs(name, inputs, given)
    if (E.isLeft(checked)) return left(checked.left)
    const values = runOf(workingDigits(digits, checked.right))(checked.right)
    if (E.isLeft(values)) return left(values.left)
    const quantity = (value: Decimal, at: number): Quantity<unknown> =>
      ofDecimal(models[at]!.unit.dimension, new Working(value.toSignificantDigits(digits)))
    return E.right(
      Object.fromEntries(Object.keys(of).map((key, at) => [key, quantity(values.right[at]!, at)]))
    )
  }
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
  const read = family(model.name, { value: model as unknown as ModelData }, digits)
  return (inputs) => {
    const values = read(inputs)
    return E.isLeft(values) ? values : E.right(values.right['value'] as Quantity<D>)
  }
}

/** Models of any inputs, by names of one's choice. */
export type Models = Readonly<Record<string, ModelData<unknown>>>

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
  const read = family(name, models as unknown as Family, digits)
  return (inputs) => read(inputs) as E.Either<ModelError, Evaluations<M>>
}
