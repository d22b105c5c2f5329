/**
 * The number reading down columns: float64 at many points, of one model or of several that share inputs.
 *
 * What is not plainly a value is left to the decimal reading, point by point, as where there is one point.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aModel, someModels } from '../formula/kinds'
import type { Input, ModelData, Node } from '../formula/model'
import { aText, expectArguments, expecting, kind } from '../units/argument'
import type { Dimension, Dimensionless } from '../units/dimension'
import { floatsOf } from '../units/floats'
import { ofNumber, type Quantity } from '../units/quantity'
import { lazily } from '../units/remembered'
import { aUnit, type Unit } from '../units/unit'
import { doubtful } from './computation'
import { modelError, type ModelError, type Problem } from './error'
import type { InputsOf } from './evaluate'
import { inDecimals, isShown, valueOf, type Read } from './evaluate-number'
import { columnKernel } from './kernel'
import { clashesOf, inputsOfAll, type Models } from './together'

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
 * A whole number, and one below 100,000 of up to 6 decimals, is what the unit makes of it (in a unit as small
 * as 1e-18, of up to 3); any other is within a unit in the last place of that.
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
  <D>(unit: Unit<D>): ((values: Iterable<number>) => Column<D>) => {
    const floats = floatsOf(unit)
    return expecting('column', { values: someValues }, (values) => ({
      dimension: unit.dimension,
      values: floats(Array.isArray(values) || ArrayBuffer.isView(values) ? (values as number[]) : [...values])
    }))
  }
)

/** What may be given for an input at many points: a column, or what holds for all. */
export type Spread<D> =
  Column<D> | Quantity<D> | ([D, Dimensionless] extends [Dimensionless, D] ? number : never)

/** Inputs for many points: columns of one length; what is no column holds for all. */
export type Columns<I> = { readonly [N in keyof I]: I[N] extends Input<infer D> ? Spread<D> : never }

export const isColumn = (given: unknown): given is Column<unknown> =>
  (given as Column<unknown> | null | undefined)?.values instanceof Float64Array

/** Inputs by name, at many points or at one. */
type Given = Readonly<Record<string, unknown>>

const valueAt = (given: unknown, point: number): unknown =>
  isColumn(given) ? ofNumber(given.dimension, given.values[point]!) : given

const pointOf = (given: Given, point: number): Given =>
  Object.fromEntries(Object.entries(given).map(([name, each]) => [name, valueAt(each, point)]))

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

/** The float64 of an input at each point, or one for all. */
const floatsAt = (given: unknown, { unit: { dimension } }: Input<unknown>): Float64Array => {
  if (!isColumn(given)) return Float64Array.of(valueOf(given, dimension))
  return given.dimension === dimension ? given.values : Float64Array.of(NaN)
}

/** The values of a model at many points. */
export interface Down {
  /** NaN where float64 finds that a condition does not hold, and `doubtful` where it cannot tell. */
  readonly values: Float64Array
  /** What decimals make of a point. */
  readonly inDecimals: (point: number) => ReturnType<Read>
  /** Whether an input is outside its range at a point, as its float64 shows. */
  readonly isOutside: (point: number) => boolean
  /** The points where a condition does not hold, but so nearly that only decimals can tell. */
  readonly bordering: () => readonly number[]
}

/** What columns were made of, where that has more digits. */
interface Exactly {
  readonly at: (point: number) => Given
  /** Whether it has none. */
  readonly areShown: boolean
}

/** Models down columns of inputs that are given by name. */
export type ReadDown = (given: Given, exactly?: Exactly) => E.Either<ModelError, readonly Down[]>

const isOutsideOf = ({ range: { lower, upper } }: Input<unknown>): ((value: number) => boolean) => {
  const least = lower?.at.toNumber() ?? -Infinity
  const most = upper?.at.toNumber() ?? Infinity
  return (value) =>
    !Number.isFinite(value) ||
    (lower?.open === true ? value <= least : value < least) ||
    (upper?.open === true ? value >= most : value > most)
}

const over = (x: Node, y: Node): Node => ({ kind: 'binary', op: 'div', x, y })

/** Of what is computed and compared, how large it is beside the other: about 1 at a border. */
const ratiosOf = ({ conditions }: ModelData): readonly Node[] =>
  conditions.flatMap((condition) => {
    if (condition.kind === 'relation') return [over(condition.of.left, condition.of.right)]
    const { subject, range } = condition
    const ends = [range.lower, range.upper].filter((end) => end !== undefined && !end.at.isZero())
    return subject.kind === 'input'
      ? []
      : ends.map((end) => over(subject, { kind: 'constant', of: { decimal: end!.at.toString() } }))
  })

/** Farther from 1 than this float64 surely tells on which side a ratio is. */
const margin = 2 ** -40

/** Points whose ratios are in memory at a time. */
const fewPoints = 2 ** 11

/** The points of columns that have no value and lie at a border of a model. */
const borderingOf = (model: ModelData, names: readonly string[]) => {
  const ratios = ratiosOf(model)
  const run = columnKernel(
    ratios.map((node) => ({ ...model, node, conditions: [] })),
    names
  )
  const found = ratios.map(() => new Float64Array(fewPoints))
  return (columns: readonly Float64Array[], values: Float64Array): readonly number[] => {
    const points: number[] = []
    for (let from = 0; from < values.length; from += fewPoints) {
      const some = values.subarray(from, from + fewPoints)
      if (!some.some(Number.isNaN)) continue
      const those = columns.map((each) =>
        each.length === 1 ? each : each.subarray(from, from + some.length)
      )
      run(those, found, some.length)
      some.forEach((value, at) => {
        if (Number.isNaN(value) && found.some((ratio) => Math.abs(ratio[at]! - 1) <= margin))
          points.push(from + at)
      })
    }
    return points
  }
}

/** The reading of models together. */
export const readDown = (name: string, models: readonly ModelData[]): ReadDown => {
  const inputs = inputsOfAll(models)
  const names = Object.keys(inputs)
  const run = columnKernel(models, names)
  const inDecimalsOf = models.map((model) => {
    const others = names.filter((name) => !Object.hasOwn(model.inputs, name))
    const read = lazily(() => inDecimals(model))
    // What only other models take is no input of this one.
    return (given: Given): ReturnType<Read> =>
      read()(Object.fromEntries(Object.entries(given).filter(([name]) => !others.includes(name))))
  })
  const bordering = models.map((model) => lazily(() => borderingOf(model, names)))
  const outside = models.map((model) =>
    Object.entries(model.inputs).map(([input, of]) => [names.indexOf(input), isOutsideOf(of)] as const)
  )
  return (given, { at, areShown } = { at: (point) => pointOf(given, point), areShown: true }) => {
    const lengths = [
      ...new Set(Object.values(given).flatMap((each) => (isColumn(each) ? [each.values.length] : [])))
    ]
    if (lengths.length > 1) return E.left(modelError(name, [lengthsProblem(name, lengths)]))
    const length = lengths[0] ?? 1
    const columns = Object.entries(inputs).map(([name, input]) => floatsAt(given[name], input))
    const all = models.map(() => new Float64Array(length))
    run(columns, all, length)
    if (!areShown || !names.every((name) => isColumn(given[name]) || isShown(given[name])))
      for (const values of all) values.forEach((value, i) => value === 0 && (values[i] = doubtful))
    return E.right(
      all.map((values, k) => ({
        values,
        inDecimals: (point) => inDecimalsOf[k]!(at(point)),
        isOutside: (point) =>
          outside[k]!.some(([input, isOutside]) => {
            const column = columns[input]!
            return isOutside(column[column.length === 1 ? 0 : point]!)
          }),
        bordering: () => bordering[k]!()(columns, values)
      }))
    )
  }
}

/** Reports at most so many bad points; more would say the same. */
const mostReported = 10

/** The first point from one on that has no finite value, or the length. By itself, the loop keeps to registers. */
const nextUnsettled = (values: Float64Array, from: number): number => {
  const { length } = values
  let point = from
  while (point < length && values[point]! - values[point]! === 0) point++
  return point
}

/** Settles in decimals what float64 did not, in place; or some of the points that have no value, and why. */
const settled = ({ values, inDecimals }: Down): readonly Problem[] => {
  const problems: Problem[] = []
  for (
    let point = nextUnsettled(values, 0);
    point < values.length && problems.length < mostReported;
    point = nextUnsettled(values, point + 1)
  ) {
    const exact = inDecimals(point)
    if (E.isRight(exact)) values[point] = exact.right.value
    else
      problems.push(
        ...exact.left.problems.map((problem) => ({
          ...problem,
          message: `point ${point}: ${problem.message}`
        }))
      )
  }
  return problems
}

const unlikeBefore = ({ message }: Problem, at: number, all: readonly Problem[]): boolean =>
  all.findIndex((each) => each.message === message) === at

/** The columns of models, by their names; or what is wrong with some points. */
const columnsOf = (
  name: string,
  models: Readonly<Record<string, ModelData>>
): ((given: unknown) => E.Either<ModelError, Readonly<Record<string, Column<unknown>>>>) => {
  const all = Object.values(models)
  const clashes = clashesOf(all, inputsOfAll(all))
  const read = lazily(() => readDown(name, all))
  return (given) => {
    if (clashes.length > 0) return E.left(modelError(name, clashes))
    // From JavaScript, there may be nothing.
    const found = read()({ ...(given as Given | undefined) })
    if (E.isLeft(found)) return found
    const problems = found.right.flatMap(settled).filter(unlikeBefore)
    return problems.length > 0
      ? E.left(modelError(name, problems))
      : E.right(
          Object.fromEntries(
            Object.entries(models).map(([key, { unit }], k) => [
              key,
              { dimension: unit.dimension, values: found.right[k]!.values }
            ])
          )
        )
  }
}

/**
 * The values of a model in float64 at many points, in one loop that is compiled once for each set of inputs
 * that vary: what depends on no column is computed once for all points.
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
  const read = columnsOf(data.name, { value: data })
  return (inputs) => {
    const found = read(inputs)
    return E.isLeft(found) ? found : E.right(found.right['value'] as Column<D>) // the model is of dimension D
  }
}

/** The columns of several models, by their names. */
export type ColumnsOf<M> = {
  readonly [N in keyof M]: M[N] extends ModelData<unknown, infer D> ? Column<D> : never
}

/**
 * The values of models that share inputs, at many points, in one loop: what they share is computed once.
 * `name` stands in the error.
 *
 * @example
 * import { column, evaluateColumnsOf, kelvin, landauer, timeSymmetricReset } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const resets = evaluateColumnsOf('resets', { landauer, timeSymmetricReset })
 * const given = { temperature: column(kelvin)([4, 300]), errorProbability: 0.01 }
 * const share = pipe(
 *   resets(given),
 *   E.map((of) => (of.landauer.values[1]! / of.timeSymmetricReset.values[1]!).toFixed(3))
 * )
 * share // right('0.283')
 *
 * @since 0.9.0
 */
export const evaluateColumnsOf = expecting(
  'evaluateColumnsOf',
  { name: aText, models: someModels },
  <const M extends Models>(
    name: string,
    models: M
  ): ((inputs: Columns<InputsOf<M>>) => E.Either<ModelError, ColumnsOf<M>>) => {
    // What the inputs are named the compiler need not know here: they are looked up by name.
    const read = columnsOf(name, models as unknown as Readonly<Record<string, ModelData>>)
    return (inputs) => read(inputs) as E.Either<ModelError, ColumnsOf<M>>
  }
)
