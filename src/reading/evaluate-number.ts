/**
 * The number reading of a model: float64, one point at a time or down columns.
 *
 * What is not plainly a value (a wrong input, a broken condition, an overflow on the way) is left to the
 * decimal reading, which says what is wrong or finds the value.
 */
import * as E from 'fp-ts/lib/Either.js'
import { expectArguments, expecting, kind } from '../units/argument'
import { dimensions, type Dimension, type Dimensionless } from '../units/dimension'
import { ofNumber, type Quantity } from '../units/quantity'
import { aUnit, type Unit } from '../units/unit'
import { aModel } from '../formula/kinds'
import type { Input, ModelData } from '../formula/model'
import { modelError, type ModelError, type Problem } from './error'
import { evaluate, type Evaluated } from './evaluate'
import { columnKernel, fromText, kernel, representable } from './kernel'

type Read = (inputs: unknown) => E.Either<ModelError, Quantity<unknown>>

const pure = dimensions['a pure number']

/** A float64 in coherent SI; NaN for what is no quantity of the dimension. */
const valueOf = (given: unknown, dimension: Dimension<unknown>): number => {
  if (typeof given === 'number') return dimension === pure ? given : NaN
  const quantity = given as { dimension?: unknown; value: number } | null | undefined
  return quantity?.dimension === dimension ? quantity.value : NaN
}

/** A kernel, called with the inputs of a model as a user gives them. */
export const taking = <R>(
  { inputs }: ModelData,
  kernel: (...inputs: readonly number[]) => R
): ((given: unknown) => R) => {
  const all = Object.entries(inputs).map(([name, { unit }]) => ({ name, dimension: unit.dimension }))
  const values = all.map(({ name }, at) => `valueOf(given?.[${JSON.stringify(name)}], d${at})`)
  const text = [
    ...all.map((_, at) => `const d${at} = dimensions[${at}]`),
    `return (given) => kernel(${values.join(', ')})`
  ].join('\n')
  const scope = { valueOf, kernel, dimensions: all.map(({ dimension }) => dimension) }
  return fromText<(given: unknown) => R>(scope, text, () => (given) => {
    const known = given as Readonly<Record<string, unknown>> | undefined
    return kernel(...all.map(({ name, dimension }) => valueOf(known?.[name], dimension)))
  })
}

/** What the decimal reading makes of inputs, if a float64 can hold it. */
const inDecimals = (model: ModelData): Read => {
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
  const finish = (value: number, inputs: unknown): ReturnType<Read> =>
    representable(value) ? E.right(ofNumber(dimension, value)) : otherwise(inputs)
  const value = taking(data, kernel(data))
  return ((inputs: unknown) => finish(value(inputs), inputs)) as Evaluated<I, D>
}

/** Many quantities of one dimension: float64 in coherent SI. @since 0.1.0 */
export interface Column<D> {
  readonly dimension: Dimension<D>
  readonly values: Float64Array
}

const someValues = kind(
  'numbers one after another, such as a list',
  (value) => typeof value === 'object' && value !== null && Symbol.iterator in value
)

/**
 * A column of quantities in a unit.
 *
 * @example
 * import { column, bits } from 'limen'
 * column(bits)([1, 2, 4, 8]).values.length // 4
 *
 * @since 0.1.0
 */
export const column = expecting(
  'column',
  { unit: aUnit },
  <D>(unit: Unit<D>): ((values: Iterable<number>) => Column<D>) =>
    expecting('column', { values: someValues }, (values) => ({
      dimension: unit.dimension,
      values: Float64Array.from(values, (value) => unit(value).value)
    }))
)

/** What may be given for an input at many points: a column, or what holds for all. */
export type Spread<D> =
  Column<D> | Quantity<D> | ([D, Dimensionless] extends [Dimensionless, D] ? number : never)

/** Inputs for many points: columns of one length; what is no column holds for all. */
export type Columns<I> = { readonly [N in keyof I]: I[N] extends Input<infer D> ? Spread<D> : never }

const isColumn = (given: unknown): given is Column<unknown> =>
  (given as Column<unknown> | null | undefined)?.values instanceof Float64Array

const at = (given: unknown, point: number): unknown =>
  isColumn(given) ? ofNumber(given.dimension, given.values[point]!) : given

const lengthsProblem = (model: string, lengths: readonly number[]): Problem => {
  const [found, expected] = [`columns of lengths ${lengths.join(', ')}`, 'columns of one length']
  return {
    kind: 'number',
    model,
    inputs: [],
    found,
    expected,
    message: `${model}: expected ${expected}, got ${found}`
  }
}

/** The first value from some point on that float64 does not hold in full. */
const nextDoubtful = (values: Float64Array, from: number): number => {
  let point = from
  while (point < values.length && representable(values[point]!)) point++
  return point
}

/** Reports at most so many bad points; more would say the same. */
const mostReported = 10

/**
 * The values of a model in float64 at many points, at the speed of a loop written by hand.
 *
 * @example
 * import { evaluateColumns, landauer, column, kelvin } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const energies = evaluateColumns(landauer)({ temperature: column(kelvin)([4, 77, 300]), errorProbability: 0 })
 * pipe(energies, E.map((energy) => energy.values.length)) // right(3)
 *
 * @since 0.1.0
 */
export const evaluateColumns = <I, D>(
  model: ModelData<I, D>
): ((inputs: Columns<I>) => E.Either<ModelError, Column<D>>) => {
  expectArguments('evaluateColumns', { model: aModel }, model)
  const data = model as unknown as ModelData
  const run = columnKernel(data)
  const otherwise = inDecimals(data)
  const inputs = Object.entries(data.inputs)
  return (columns) => {
    // From JavaScript, there may be nothing.
    const record = { ...(columns as Readonly<Record<string, unknown>> | undefined) }
    const lengths = [
      ...new Set(Object.values(record).flatMap((given) => (isColumn(given) ? [given.values.length] : [])))
    ]
    if (lengths.length > 1) return E.left(modelError(data.name, [lengthsProblem(data.name, lengths)]))
    const length = lengths[0] ?? 1
    const values = new Float64Array(length)
    run(
      inputs.map(
        ([
          name,
          {
            unit: { dimension }
          }
        ]) => {
          const given = record[name]
          return isColumn(given) && given.dimension === dimension
            ? given.values
            : Float64Array.of(isColumn(given) ? NaN : valueOf(given, dimension))
        }
      ),
      values
    )
    const problems: Problem[] = []
    for (
      let point = nextDoubtful(values, 0);
      point < length && problems.length < mostReported;
      point = nextDoubtful(values, point + 1)
    ) {
      const exact = otherwise(
        Object.fromEntries(Object.entries(record).map(([name, given]) => [name, at(given, point)]))
      )
      if (E.isRight(exact)) values[point] = exact.right.value
      else
        problems.push(
          ...exact.left.problems.map((problem) => ({
            ...problem,
            message: `point ${point}: ${problem.message}`
          }))
        )
    }
    return problems.length > 0
      ? E.left(modelError(data.name, problems))
      : E.right({ dimension: model.unit.dimension, values })
  }
}
