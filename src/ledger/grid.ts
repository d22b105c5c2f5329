/** The totals of a ledger on a grid: inputs that run through values, all with all, in float64, block by block. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import type { Tier } from '../formula/model'
import { orThrow } from '../units/either'
import { remembered } from '../units/remembered'
import { doubtful } from '../reading/computation'
import { readDown, type Down } from '../reading/columns'
import type { Dimension } from '../units/dimension'
import { designsOf } from './scenario'
import { sweepable } from './sweep'
import { convergenceOf, coolingOf, kindOf, type Scenario, valuesOf } from './scenario'
import { ledgerModels, type RowModels } from './models'
import { rulesOf } from '../workload/known'

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
  /** The totals; of what is pumped out of the cold also those at the wall plug, `cim.wallPlug`. */
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

/** What is made once for all scenarios of a kind: the rows of their ledgers, and what reads them. */
const madeFor = (scenario: Scenario) =>
  pipe(
    ledgerModels(
      convergenceOf(scenario.workload),
      rulesOf(scenario.workload),
      coolingOf(scenario.design),
      designsOf(scenario)
    ),
    E.map(({ paradigms, designs }) => {
      const rows = Object.entries<RowModels>({ ...paradigms, ...designs }).flatMap(
        ([name, { description, total, wallPlug }]) => [
          { name, description, of: total },
          // What is pumped out of the cold takes more at the wall plug.
          ...(wallPlug === undefined ? [] : [{ name: `${name}.wallPlug`, description, of: wallPlug }])
        ]
      )
      return {
        rows: rows.map(({ name, description, of: { tier } }) => ({ name, description, tier })),
        read: readDown(
          'a grid',
          rows.map(({ of }) => of)
        )
      }
    })
  )

/** More kinds of scenarios than one grid has. */
const mostKinds = 64

/** From a scenario to its ledger on a grid. */
export type Gridding = (
  scenario: Scenario,
  axes: readonly GridAxis[]
) => E.Either<CompositionError, LedgerGrid>

/** `ledgerGrid` for many: the formulas are made once for all scenarios of a kind. */
export const gridder = (): Gridding => {
  const known = remembered<ReturnType<typeof madeFor>>(mostKinds)
  return (scenario, axes) =>
    pipe(
      known(kindOf(scenario), () => madeFor(scenario)),
      E.map(({ rows, read }) => {
        const base = valuesOf(scenario)
        const inputs = sweepable(scenario)
        const points = sizeOf(axes)
        function* blocks(size = blockSize): Generator<GridBlock, readonly GridGap[]> {
          const gaps = rows.map((): Gaps => ({ points: 0, why: '' }))
          for (let from = 0; from < points; from += size) {
            const length = Math.min(size, points - from)
            const columns = axes.map(() => new Float64Array(length))
            fill(columns, from, length, axes)
            const given = givenAt(base, (input) => inputs[input]!.unit.dimension, axes, columns)
            const totals = orThrow(read(given)).map((down, row) => settled(down, gaps[row]!))
            yield { length, axes: columns, totals }
          }
          return gaps.flatMap(({ points, why }, row) =>
            points === 0 ? [] : [{ row: rows[row]!.name, points, why }]
          )
        }
        return { rows, points, blocks }
      })
    )
}

/**
 * The totals of a ledger on a grid: the values of all axes, all with all, the last axis fastest. They come block
 * by block, so that the memory that they take does not grow with the grid.
 *
 * @since 0.9.0
 */
export const ledgerGrid: Gridding = (scenario, axes) => gridder()(scenario, axes)
