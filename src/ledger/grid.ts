/** The totals of a ledger over a grid of inputs, block by block, in memory that does not grow with it. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import { modelError, type ModelError, type Problem, unfitInputs } from '../reading/error'
import { isColumn, type Column, type Spread } from '../reading/columns'
import type { Input } from '../formula/model'
import {
  aNumber,
  aText,
  either,
  expecting,
  having,
  kind,
  type Kind,
  listOf,
  optional,
  options,
  wordOf
} from '../units/argument'
import { aQuantity, ofNumber, type Quantity } from '../units/quantity'
import { told } from '../units/told'
import {
  loopFor, strangeInput, sweepable, totalsOf,
  type LedgerColumn, type LedgerLoop, type LedgerRowName
} from './columns' // prettier-ignore
import { aScenario, type Scenario } from './scenario'
import { spacingOf, type Spacing } from './spaced'

/**
 * An input that a grid runs through: its values; or so many points from one value to another, both included,
 * spaced as `spacingOf` has it, or as asked.
 *
 * @since 0.9.0
 */
export type Axis =
  | { readonly input: string; readonly values: Column<unknown> }
  | {
      readonly input: string
      readonly from: Quantity<unknown>
      readonly to: Quantity<unknown>
      readonly points: number
      readonly spacing?: Spacing
    }

const anAxis = either(
  'an axis: an input with values, or with from, to and points',
  having('an axis of values', { input: aText, values: kind('a column', isColumn) }),
  having('an axis from one value to another', {
    input: aText,
    from: aQuantity,
    to: aQuantity,
    points: aNumber,
    spacing: optional(wordOf(['log', 'linear']))
  })
)

/** Some points of a grid that follow each other. @since 0.9.0 */
export interface GridBlock {
  /** The number of its first point in the grid, from 0 on. */
  readonly from: number
  /** The value of each axis at its points, in coherent SI. */
  readonly inputs: Readonly<Record<string, Float64Array>>
  /** The totals, by rows: those of the grid, in their order. */
  readonly rows: readonly LedgerColumn[]
}

/** Which points of a grid are asked for. @since 0.9.0 */
export interface GridPart {
  /** The first point; default 0. */
  readonly from?: number
  /** The point after the last; default all. */
  readonly to?: number
  /** Points of a block; default 16384. */
  readonly size?: number
}

/** A ledger over a grid of inputs. @since 0.9.0 */
export interface LedgerGrid {
  readonly axes: readonly { readonly input: string; readonly of: Input<unknown>; readonly points: number }[]
  /** In all: the product of those of the axes. */
  readonly points: number
  readonly rows: readonly LedgerRowName[]
  /** Its points, the last axis running fastest. Each call begins anew; nothing is kept of a block. */
  readonly blocks: (part?: GridPart) => Generator<GridBlock, void>
}

/** An axis as a function of the number of a point. */
interface Line {
  readonly input: string
  readonly of: Input<unknown>
  readonly points: number
  readonly at: (point: number) => number
}

const problem = (input: string, found: string, expected: string): Problem => ({
  kind: 'unexpected',
  model: 'ledgerGrid',
  inputs: [input],
  found,
  expected,
  message: `ledgerGrid: ${input}: expected ${expected}, got ${found}`
})

/** From one number to another, both included. */
const between = (from: number, to: number, points: number, spacing: Spacing): Line['at'] => {
  const last = points - 1
  const ratio = to / from
  return (point) => {
    if (point === 0) return from
    if (point === last) return to
    return spacing === 'log' ? from * ratio ** (point / last) : from + (to - from) * (point / last)
  }
}

/** So few values are kept: a power is as dear as the row of a ledger. */
const fewPoints = 2 ** 16

const remembering = (points: number, at: Line['at']): Line['at'] => {
  if (points > fewPoints) return at
  const values = Float64Array.from({ length: points }, (_, point) => at(point))
  return (point) => values[point]!
}

const lineOf = (of: Input<unknown>, axis: Axis): E.Either<readonly Problem[], Line> => {
  const { input } = axis
  const { dimension } = of.unit
  const isAlike = (each: { readonly dimension: { readonly key: string; readonly name: string } }) =>
    each.dimension.key === dimension.key
      ? []
      : [problem(input, each.dimension.name, `values of ${dimension.name}`)]
  if ('values' in axis) {
    const { values } = axis.values
    const problems = [
      ...isAlike(axis.values),
      ...(values.length > 0 ? [] : [problem(input, 'none', 'a value or more')])
    ]
    return problems.length > 0
      ? E.left(problems)
      : E.right({ input, of, points: values.length, at: (point) => values[point]! })
  }
  const { from, to, points } = axis
  const { spacing = spacingOf(from, to) } = axis
  const isPositive = from.value > 0 && to.value > 0
  const problems = [
    ...[from, to].flatMap(isAlike),
    ...(Number.isSafeInteger(points) && points >= 2
      ? []
      : [problem(input, told(points), 'two points or more')]),
    ...(spacing === 'linear' || isPositive
      ? []
      : [problem(input, `${String(from)} and ${String(to)}`, 'ends above 0, to be spaced by factors')])
  ]
  return problems.length > 0
    ? E.left(problems)
    : E.right({
        input,
        of,
        points,
        at: remembering(points, between(from.value, to.value, points, spacing))
      })
}

const linesOf = (
  scenario: Scenario,
  axes: readonly Axis[]
): E.Either<readonly Problem[], readonly Line[]> => {
  const inputs = sweepable(scenario)
  const read = axes.map((axis, at): E.Either<readonly Problem[], Line> => {
    if (!Object.hasOwn(inputs, axis.input)) return E.left([strangeInput('ledgerGrid', scenario, axis.input)])
    if (axes.findIndex(({ input }) => input === axis.input) < at)
      return E.left([problem(axis.input, 'two', 'one axis of an input')])
    return lineOf(inputs[axis.input]!, axis)
  })
  const problems = read.flatMap((each) => (E.isLeft(each) ? each.left : []))
  const points = read.reduce((all, each) => (E.isRight(each) ? all * each.right.points : all), 1)
  if (problems.length === 0 && points > Number.MAX_SAFE_INTEGER)
    return E.left([problem(axes[0]!.input, `${points} points in all`, `at most ${Number.MAX_SAFE_INTEGER}`)])
  return problems.length > 0
    ? E.left(problems)
    : E.right(read.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

const usualSize = 2 ** 14

/** An axis at the points of a block, each of its values holding for `stride` points; whether it varies there. */
const along = ({ at, points }: Line, stride: number, from: number, length: number) => {
  const values = new Float64Array(length)
  const first = Math.floor(from / stride)
  let place = first
  let left = stride - (from % stride)
  for (let i = 0; i < length; i += left, left = stride, place++) {
    const value = at(place % points)
    // Mostly it holds for one point.
    values[i] = value
    if (left > 1) values.fill(value, i, Math.min(length, i + left))
  }
  return { values, doesVary: place - first > 1 }
}

const aWhole = kind('a whole number', (value) => Number.isSafeInteger(value) && (value as number) >= 0)
export const aPart: Kind = options({
  from: aWhole,
  to: aWhole,
  size: kind('a whole number above 0', (value) => Number.isSafeInteger(value) && (value as number) > 0)
})

const gridOf = (scenario: Scenario, lines: readonly Line[], loop: LedgerLoop): LedgerGrid => {
  const points = lines.reduce((all, line) => all * line.points, 1)
  const strides = lines.map((_, at) => lines.slice(at + 1).reduce((all, line) => all * line.points, 1))
  const block = (from: number, length: number): GridBlock => {
    const found = lines.map((line, at) => ({ ...line, ...along(line, strides[at]!, from, length) }))
    const given = found.map(({ input, of: { unit }, values, doesVary }, at): [string, Spread<unknown>] => [
      input,
      // The last is a column in any case, and says how many points there are.
      doesVary || at === lines.length - 1
        ? { dimension: unit.dimension, values }
        : ofNumber(unit.dimension, values[0]!)
    ])
    // Its columns are of one length.
    const { right: rows } = totalsOf(loop, scenario, Object.fromEntries(given)) as E.Right<
      readonly LedgerColumn[]
    >
    return { from, inputs: Object.fromEntries(found.map(({ input, values }) => [input, values])), rows }
  }
  const blocksOf = function* (from: number, to: number, size: number): Generator<GridBlock, void> {
    for (let at = from; at < to; at += size) yield block(at, Math.min(size, to - at))
  }
  return {
    axes: lines.map(({ input, of, points }) => ({ input, of, points })),
    points,
    rows: loop.rows,
    blocks: expecting(
      'blocks',
      { part: aPart },
      ({ from = 0, to = points, size = usualSize }: GridPart = {}) =>
        blocksOf(from, Math.min(to, points), size)
    )
  }
}

/**
 * The totals of a ledger over a grid of some of its inputs, in float64, as a stream of blocks: memory is that of
 * a block, however many points there are. What holds for all points of a block is computed once for it.
 *
 * A row that has no value at a point is NaN there, and the `at` of its block says why. An input that the ledger
 * does not take, ends of another dimension, fewer than two points are an error: all at once.
 *
 * @example
 * import { kelvin, ledgerGrid, one } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const estimate = estimateFile(`{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`)
 * const least = pipe(
 *   estimate,
 *   E.chainW(({ ledger }) =>
 *     ledgerGrid(ledger.scenario, [
 *       { input: 'temperature', from: kelvin(4), to: kelvin(400), points: 1000 },
 *       { input: 'errorProbability', from: one(0.001), to: one(0.1), points: 20 }
 *     ])
 *   ),
 *   E.map(({ blocks }) => {
 *     let least = Infinity
 *     for (const { rows } of blocks()) least = rows[0]!.values.reduce((a, b) => Math.min(a, b), least)
 *     return least.toExponential(2)
 *   })
 * )
 * least // right('3.06e-16')
 *
 * @since 0.9.0
 */
export const ledgerGrid = expecting(
  'ledgerGrid',
  { scenario: aScenario, axes: listOf('a list of axes', anAxis) },
  (scenario: Scenario, axes: readonly Axis[]): E.Either<ModelError | CompositionError, LedgerGrid> =>
    pipe(
      linesOf(scenario, axes),
      E.mapLeft((problems) => modelError('ledgerGrid', problems)),
      E.chainW((lines) =>
        pipe(
          loopFor(scenario),
          E.map((loop) => gridOf(scenario, lines, loop))
        )
      )
    ),
  unfitInputs
)
