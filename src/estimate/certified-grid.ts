/**
 * A workload file on a grid, certified: at each point the file is read anew, and each total is an enclosure, its
 * ends rounded outward to float64. Values of the file and of an axis may be uncertain.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseJson, type Document } from '../format/text/json'
import { leaves, type Leaf } from '../format/workload/scenario'
import { certifiedRows } from '../ledger/certified-rows'
import type { LedgerRowName } from '../ledger/columns'
import { aPart, type GridPart } from '../ledger/grid'
import { valuesOf, type Scenario } from '../ledger/scenario'
import { spaced } from '../ledger/spaced'
import type { EvaluateOptions } from '../reading/evaluate'
import { retold, schemaError, unfitFile, type SchemaError } from '../shape/problem'
import { shown } from '../shape/words'
import { anything, expecting, listOf } from '../units/argument'
import * as budget from '../units/budget'
import type { Decimal } from '../units/decimal'
import type { Energy } from '../units/dimension'
import type { Certainty, Enclosure } from '../units/enclosure'
import { anAxisText, type AxisText } from './axis'
import { defaultPoints, endsOf, isList, problem, quantitiesOf, wrongIn } from './axis-values'
import { all, byName, combined, note, uniq, wrongNames } from './grid'
import type { FileAxis, FileGrid, FileGridBlock, GridGap, Read } from './grid'
import {
  certifiedEstimateFile,
  certifiedEstimateValue,
  fileOptions,
  placeless,
  someOverrides,
  uncertainScenarioOf,
  type CertifiedEstimate,
  type FileOptions,
  type Overrides
} from './workload-file'

/** A value of an axis: as it stands in the table, and as the file is read with it. */
interface Value {
  readonly cell: number | string
  readonly text: string
}

/** An axis, and its values one by one. */
interface Valued {
  readonly axis: FileAxis
  readonly values: readonly Value[]
}

/** A range as float64 in the coherent unit: what is printed of one is what is read. */
const valuedOf = (axis: AxisText, leaf: Leaf): Read<Valued> => {
  const { name } = axis
  if (isList(axis)) {
    const values = axis.values.map((text): Value => ({ cell: text, text }))
    return E.right({ axis: { name, length: values.length }, values })
  }
  return pipe(
    quantitiesOf(name, endsOf(axis), (value) => leaf.field.codec.decode(value)),
    E.chain((ends): Read<Valued> => {
      const wrong = wrongIn(axis, ends)
      if (wrong.length > 0) return E.left(wrong)
      const { points = defaultPoints, spacing } = axis
      if (points > budget.points) return E.left([problem(tooMany(points))])
      const unit = ends[0]!.dimension.coherentUnit
      const values = spaced(ends[0]!, ends[1]!, points, spacing).map(({ value }): Value => ({
        cell: value,
        text: `${value} ${unit}`.trim()
      }))
      return E.right({ axis: { name, unit, length: points }, values })
    })
  )
}

const tooMany = (points: number): string =>
  `each point is certified by itself: expected at most ${budget.points} of them, all with all, got ${points}`

const bits = new DataView(new ArrayBuffer(8))

/** The next float64 above a number, or below it. */
const beside = (value: number, direction: 1 | -1): number => {
  if (value === 0) return direction * Number.MIN_VALUE
  bits.setFloat64(0, value)
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(value > 0 === direction > 0 ? 1 : -1))
  return bits.getFloat64(0)
}

/**
 * An end of an enclosure as a float64 that is no further inside: the one beside the nearest, so that also the
 * decimal it is printed as is not, which may be half a step from it.
 */
const outward = (end: Decimal, direction: 1 | -1): number => {
  const nearest = end.toNumber()
  if (end.isZero() || nearest === direction * Infinity) return nearest
  return Number.isFinite(nearest) ? beside(nearest, direction) : -direction * Number.MAX_VALUE
}

type Ends = readonly [lower: number, upper: number]

const endsOfTotal = ({ lower, upper }: Enclosure<Energy>): Ends => [
  outward(lower.exact, -1),
  outward(upper.exact, 1)
]

/** The two ends of what a row of a ledger takes, where it has a value. */
const endsIn = ({ ledger }: CertifiedEstimate, row: string): Ends => {
  const name = row.replace(/\.wallPlug$/, '')
  const found = [...ledger.paradigms, ...ledger.designs].find((each) => each.name === name)
  const entry = row === name ? found?.total : found?.wallPlug
  return entry === undefined ? [NaN, NaN] : endsOfTotal(entry.energy)
}

/** Why rows have no value at a point. */
const gapsOf = ({ ledger: { outside } }: CertifiedEstimate): readonly GridGap[] =>
  outside.map(({ name, problems }) => ({
    row: name,
    points: 1,
    why: problems.map(({ message }) => message).join('; ')
  }))

/** How a file is read with some of its fields set anew: to a scenario, or to its whole ledger. */
interface Reading {
  readonly scenario: (set: Overrides) => E.Either<SchemaError, Scenario<Certainty>>
  readonly whole: (set: Overrides) => E.Either<SchemaError, CertifiedEstimate>
}

/** What stands in the grid at a point. */
interface Point {
  readonly rows: readonly LedgerRowName[]
  /** Of each row. */
  readonly ends: readonly Ends[]
  readonly gaps: readonly GridGap[]
}

/** The whole ledger at a point: what is wrong, and why a row has no total, it tells. */
const wholePoint =
  ({ whole }: Reading, rows: Point['rows']) =>
  (set: Overrides): E.Either<SchemaError, Point> =>
    pipe(
      whole(set),
      E.map((estimate) => ({
        rows,
        ends: rows.map(({ name }) => endsIn(estimate, name)),
        gaps: gapsOf(estimate)
      }))
    )

/** A point by the totals alone, which are a small part of a ledger; as a whole where a row has none. */
const pointOf =
  (reading: Reading, digits: EvaluateOptions) =>
  (set: Overrides): E.Either<SchemaError, Point> =>
    pipe(
      reading.scenario(set),
      E.chain((scenario) =>
        pipe(
          certifiedRows(scenario, digits),
          E.mapLeft(({ message }) => schemaError([problem(message)])),
          E.chain(({ rows }) => {
            const names = rows.map(({ row }) => row)
            const totals = E.sequenceArray(rows.map(({ total }) => total(valuesOf(scenario))))
            return E.isLeft(totals)
              ? wholePoint(reading, names)(set)
              : E.right({ rows: names, ends: totals.right.map(endsOfTotal), gaps: [] })
          })
        )
      )
    )

const gridOf = (
  axes: readonly AxisText[],
  overrides: Overrides,
  point: (set: Overrides) => E.Either<SchemaError, Point>
): Read<FileGrid> => {
  const wrong = [
    ...wrongNames(axes, overrides),
    ...axes.flatMap(({ name }) =>
      leaves.some((leaf) => leaf.name === name)
        ? []
        : [problem(`${shown(name)} is no field of the workload or the design, which alone are certified`)]
    )
  ]
  if (wrong.length > 0) return E.left(wrong)
  return pipe(
    all(
      axes.map((axis) =>
        valuedOf(
          axis,
          leaves.find(({ name }) => name === axis.name)!
        )
      )
    ),
    E.chain((valued): Read<FileGrid> => {
      const points = valued.reduce((size, { values }) => size * values.length, 1)
      if (points > budget.points) return E.left([problem(tooMany(points))])
      const ways = combined(valued.map(({ values }) => values))
      const at = (way: readonly Value[]): Read<Point> =>
        pipe(
          point({ ...overrides, ...Object.fromEntries(way.map(({ text }, k) => [axes[k]!.name, text])) }),
          E.mapLeft((error) => retold(byName(axes))(error).problems)
        )
      return pipe(
        all(ways.map(at)),
        E.bimap(uniq, (found) => certifiedOf(valued, ways, found))
      )
    })
  )
}

/** The points of a block, where nobody says. */
const usualSize = 1024

const certifiedOf = (
  valued: readonly Valued[],
  ways: readonly (readonly Value[])[],
  found: readonly Point[]
): FileGrid => {
  const points = ways.length
  const { rows } = found[0]!
  const blocks = expecting('blocks', { part: aPart }, function* (part: GridPart = {}) {
    const { from = 0, to = points, size = usualSize } = part
    const gaps = new Map<string, GridGap>()
    // What stands on an axis of texts holds for a block.
    const isSame = (a: number, b: number): boolean =>
      ways[a]!.every(({ cell }, k) => typeof cell === 'number' || cell === ways[b]![k]!.cell)
    for (let first = from, last = first; first < Math.min(to, points); first = last) {
      while (last < Math.min(to, points, first + size) && isSame(first, last)) last += 1
      const within = found.slice(first, last)
      for (const point of within) for (const gap of point.gaps) note(gaps, gap)
      const block: FileGridBlock = {
        length: within.length,
        axes: valued.map(({ axis }, k) =>
          axis.unit === undefined
            ? String(ways[first]![k]!.cell)
            : Float64Array.from(ways.slice(first, last), (way) => Number(way[k]!.cell))
        ),
        totals: rows.flatMap((_, row) =>
          [0, 1].map((end) => Float64Array.from(within, ({ ends }) => ends[row]![end]!))
        )
      }
      yield block
    }
    return [...gaps.values()]
  })
  return {
    axes: valued.map(({ axis }) => axis),
    rows: rows.flatMap((row) => ['lower', 'upper'].map((end) => ({ ...row, name: `${row.name}.${end}` }))),
    points,
    blocks
  }
}

const besides = {
  axes: listOf('a list of axes', anAxisText),
  overrides: someOverrides,
  options: fileOptions
}

/** A grid of what is read of a document. */
const gridIn = (
  document: Document,
  axes: readonly AxisText[],
  overrides: Overrides,
  options: FileOptions,
  whole: Reading['whole']
): E.Either<SchemaError, FileGrid> => {
  const { digits } = options
  const scenario: Reading['scenario'] = (set) => uncertainScenarioOf(document, set, options)
  const point = pointOf({ scenario, whole }, digits === undefined ? {} : { digits })
  return E.mapLeft(schemaError)(gridOf(axes, overrides, point))
}

/**
 * The totals of a workload file while some of its fields run through values, all with all, as enclosures: for each
 * row the columns `floor.lower` and `floor.upper`, rounded outward to float64. Values of the file may be uncertain,
 * and those of a list, too. At most 10,000 points, the last axis fastest; all are computed before the first block.
 *
 * @example
 * import { axisFrom, certifiedGridFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = `{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`
 * const floors = pipe(
 *   E.sequenceArray([axisFrom('temperature=300 K, 300 K ± 30 K')]),
 *   E.chain((axes) => certifiedGridFile(file, axes)),
 *   E.map((grid) => [...grid.blocks()].map(({ totals }) => [totals[0]![0]!, totals[1]![0]!]))
 * )
 * pipe(floors, E.map(([, [lower = 0, upper = 0] = []]) => upper / lower > 1.2)) // right(true)
 *
 * @since 0.11.0
 */
export const certifiedGridFile = expecting(
  'certifiedGridFile',
  { text: anything, ...besides },
  (
    text: string,
    axes: readonly AxisText[],
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, FileGrid> =>
    pipe(
      parseJson(text, ': a value is taken by certifiedGridValue'),
      E.chain((document) =>
        gridIn(document, axes, overrides, options, (set) => certifiedEstimateFile(text, set, options))
      )
    ),
  unfitFile
)

/** The same of a value with the fields of a workload file. @since 0.11.0 */
export const certifiedGridValue = expecting(
  'certifiedGridValue',
  { value: anything, ...besides },
  (
    value: unknown,
    axes: readonly AxisText[],
    overrides: Overrides = {},
    options: FileOptions = {}
  ): E.Either<SchemaError, FileGrid> =>
    gridIn(placeless(value), axes, overrides, options, (set) => certifiedEstimateValue(value, set, options)),
  unfitFile
)
