/** The totals of a ledger on a grid: inputs that run through values, all with all, in float64, block by block. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import type { Tier } from '../formula/model'
import { ofNumber, type Quantity } from '../units/quantity'
import { rowsFor, sweepable, type SweptRow } from './sweep'
import { type Scenario, valuesOf } from './scenario'

/** Inputs that run through the same values together, in coherent SI. @since 0.9.0 */
export interface GridAxis {
  readonly inputs: readonly string[]
  readonly length: number
  readonly at: (place: number) => number
}

/** Some points of a grid one after another, the last axis fastest. @since 0.9.0 */
export interface GridBlock {
  readonly length: number
  /** For each axis its values, in coherent SI. */
  readonly axes: readonly Float64Array[]
  /** For each row its totals, in joules; NaN where there is none. */
  readonly totals: readonly Float64Array[]
}

/** Points at which a row has no total. @since 0.9.0 */
export interface GridGap {
  readonly row: string
  readonly points: number
  /** Why there is none at the first of them. */
  readonly why: string
}

/** A ledger on a grid. @since 0.9.0 */
export interface LedgerGrid {
  readonly rows: readonly { readonly name: string; readonly description: string; readonly tier: Tier }[]
  readonly points: number
  /** The blocks one by one, of so many points at the most; and at last where there was nothing. */
  readonly blocks: (size?: number) => Generator<GridBlock, readonly GridGap[]>
}

/** As many points as stay in a cache with all that is computed of them. */
const blockSize = 2 ** 12

/** The places on each axis at a point. */
const placesOf = (point: number, axes: readonly GridAxis[]): readonly number[] => {
  let rest = point
  return axes
    .map(({ length }) => length)
    .reduceRight<number[]>((places, length) => {
      places.unshift(rest % length)
      rest = Math.floor(rest / length)
      return places
    }, [])
}

/** Writes the values of the axes at points from one on. */
const fill = (
  columns: readonly Float64Array[],
  from: number,
  length: number,
  axes: readonly GridAxis[]
): void => {
  const places = [...placesOf(from, axes)]
  const values = axes.map(({ at }, axis) => at(places[axis]!))
  for (let point = 0; point < length; point++) {
    for (let axis = 0; axis < axes.length; axis++) columns[axis]![point] = values[axis]!
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      const isOver = places[axis] === axes[axis]!.length - 1
      places[axis] = isOver ? 0 : places[axis]! + 1
      values[axis] = axes[axis]!.at(places[axis]!)
      if (!isOver) break
    }
  }
}

/** What a row lacks, as it is found. */
interface Gaps {
  points: number
  why: string
}

/** The totals of a row, with what float64 left open settled in decimals; where there is none, it is counted. */
const settled = ({ values, inDecimals }: Down, gaps: Gaps): Float64Array => {
  for (let point = 0; point < values.length; point++) {
    if (Number.isFinite(values[point]!)) continue
    // Where a condition surely does not hold, the first of such points tells why.
    const exact = values[point] === doubtful || gaps.points === 0 ? inDecimals(point) : undefined
    if (exact !== undefined && E.isRight(exact)) values[point] = exact.right.value
    else {
      values[point] = NaN
      if (gaps.points === 0 && exact !== undefined) gaps.why = exact.left.message
      gaps.points += 1
    }
  }
  return values
}

const sizeOf = (axes: readonly GridAxis[]): number => axes.reduce((size, { length }) => size * length, 1)

/** What is given at each input: what the scenario says, or the values of its axis. */
const givenAt = (
  base: Readonly<Record<string, unknown>>,
  dimensionOf: (input: string) => Dimension<unknown>,
  axes: readonly GridAxis[],
  columns: readonly Float64Array[]
): Readonly<Record<string, unknown>> => ({
  ...base,
  ...Object.fromEntries(
    axes.flatMap(({ inputs }, axis) =>
      inputs.map((input) => [input, { dimension: dimensionOf(input), values: columns[axis]! }] as const)
    )
  )
})

/**
 * The totals of a ledger on a grid: the values of all axes, all with all, the last axis fastest. They come block
 * by block, so that the memory that they take does not grow with the grid.
 *
 * @since 0.9.0
 */
export const ledgerGrid = (
  scenario: Scenario,
  axes: readonly GridAxis[]
): E.Either<CompositionError, LedgerGrid> =>
  pipe(
    rowsFor(scenario),
    E.map((rows) => {
      const base = valuesOf(scenario)
      const inputs = sweepable(scenario)
      const points = sizeOf(axes)
      const read = readDown(
        'a grid',
        rows.map(({ total }) => total)
      )
      function* blocks(size = blockSize): Generator<GridBlock, readonly GridGap[]> {
        const gaps = rows.map((): Gaps => ({ points: 0, why: '' }))
        for (let from = 0; from < points; from += size) {
          const length = Math.min(size, points - from)
          const columns = axes.map(() => new Float64Array(length))
          fill(columns, from, length, axes)
          const given = givenAt(base, (input) => inputs[input]!.unit.dimension, axes, columns)
          const found = read(given)
          if (E.isLeft(found)) throw found.left // its columns are of one length
          yield {
            length,
            axes: columns,
            totals: found.right.map((down, row) => settled(down, gaps[row]!))
          }
        }
        return gaps.flatMap(({ points, why }, row) =>
          points === 0 ? [] : [{ row: rows[row]!.name, points, why }]
        )
      }
      return {
        rows: rows.map(({ name, description, tier }) => ({ name, description, tier })),
        points,
        blocks
      }
    })
  )
