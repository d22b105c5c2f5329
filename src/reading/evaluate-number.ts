/**
 * The number reading of a model: float64, one point at a time.
 *
 * What is not plainly a value (a wrong input, a broken condition, an overflow on the way) is left to the
 * decimal reading, which says what is wrong or finds the value.
 */
import * as E from 'fp-ts/lib/Either.js'
import { expectArguments } from '../units/argument'
import { dimensions, type Dimension } from '../units/dimension'
import { isFloat, ofNumber, type Quantity } from '../units/quantity'
import { aModel } from '../formula/kinds'
import type { ModelData } from '../formula/model'
import { modelError, type ModelError } from './error'
import { evaluate, type Evaluated } from './evaluate'
import { kernelBy, type Intake } from './kernel'
import { representable } from './number'

export type Read = (inputs: unknown) => E.Either<ModelError, Quantity<unknown>>

const pure = dimensions['a pure number']

/** A float64 in coherent SI; NaN for what is no quantity of the dimension. */
export const valueOf = (given: unknown, dimension: Dimension<unknown>): number => {
  if (typeof given === 'number') return dimension === pure ? given : NaN
  const quantity = given as { dimension?: unknown; value: number } | null | undefined
  return quantity?.dimension === dimension ? quantity.value : NaN
}

/** Whether what is given for an input is what its float64 shows, to the last digit: no other may make a 0. */
export const isShown = (given: unknown): boolean => typeof given === 'number' || isFloat(given)

/** The inputs of a model as a user gives them. */
export const byName = ({ inputs }: ModelData): Intake<readonly [given: unknown]> => {
  const all = Object.entries(inputs).map(([name, { unit }]) => ({ name, dimension: unit.dimension }))
  return {
    parameters: ['given'],
    lines: all.flatMap(({ name, dimension }, at) => [
      `const x${at} = given?.[${JSON.stringify(name)}]`,
      // In every place a thing of one shape, which engines remember.
      `const r${at} = ${dimension === pure ? `typeof x${at} === 'number' ? x${at} : ` : ''}x${at}?.dimension === dimension${at} ? x${at}.value : NaN`
    ]),
    scope: Object.fromEntries(all.map(({ dimension }, at) => [`dimension${at}`, dimension])),
    take: (given) => {
      const known = given as Readonly<Record<string, unknown>> | null | undefined
      return all.map(({ name, dimension }) => valueOf(known?.[name], dimension))
    }
  }
}

/** What the decimal reading makes of inputs, if a float64 can hold it. */
export const inDecimals = (model: ModelData): Read => {
  const { name } = model
  const exactly = evaluate(model) as Read
  return (inputs) => {
    const exact = exactly(inputs)
    if (E.isLeft(exact) || exact.right.exact.isZero() || representable(exact.right.value)) return exact
    const found = exact.right.exact.toExponential(3)
    const expected = 'a value that float64 can hold: evaluate it in decimals'
    const message = `${name}: ${found} is beyond float64; evaluate it in decimals`
    return E.left(modelError(name, [{ kind: 'size', model: name, inputs: [], found, expected, message }]))
  }
}

/**
 * The value of a model in float64, point by point.
 *
 * It has the value of `evaluate` to about 1e-14 relative where the problem is well conditioned, and
 * its errors, but for one: an input that the model does not have is not looked for. A value too large
 * or too small for a float64 is an error. Where an input is beyond 1e±77, or something on the way comes
 * near the ends of float64, the value is that of `evaluate`, at its speed.
 *
 * @example
 * import { evaluateNumber, landauer, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const energy = evaluateNumber(landauer)({ temperature: kelvin(300), errorProbability: 0.5 })
 * pipe(energy, E.map((q) => q.value)) // right(0)
 *
 * @since 0.1.0
 */
export const evaluateNumber = <I, D>(model: ModelData<I, D>): Evaluated<I, D> => {
  expectArguments('evaluateNumber', { model: aModel }, model)
  const data = model as unknown as ModelData
  const { dimension } = data.unit
  const otherwise = inDecimals(data)
  const names = Object.keys(data.inputs)
  const areShown = (inputs: unknown): boolean =>
    names.every((name) => isShown((inputs as Readonly<Record<string, unknown>>)[name]))
  const finish = (value: number, inputs: unknown): ReturnType<Read> =>
    value !== value || (value === 0 && !areShown(inputs))
      ? otherwise(inputs)
      : E.right(ofNumber(dimension, value))
  const value = kernelBy(data, byName(data))
  return ((inputs: unknown) => finish(value(inputs), inputs)) as Evaluated<I, D>
}
