/** A ledger on a grid of two inputs as a field: a number at each point, and the values that its axes run through. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { problem, quantitiesOf, type Quantities } from '../../estimate/axis-values'
import type { FileAxis, FileGrid, GridGap } from '../../estimate/grid'
import { leaves } from '../../format/workload/scenario'
import { schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { rather, shown } from '../../shape/words'
import * as budget from '../../units/budget'
import { ofNumber } from '../../units/quantity'

/** An axis with all its values, from the least on. */
export interface FieldAxis {
  readonly name: string
  /** The symbol of the input of the ledger, where it is one. */
  readonly symbol: string
  readonly values: Quantities
}

/** An end of what is enclosed. */
export type End = 'lower' | 'upper'

export const otherEnd: { readonly [E in End]: End } = { lower: 'upper', upper: 'lower' }

/** The totals of two rows on a grid of two axes. */
export interface GridField {
  readonly across: FieldAxis
  readonly up: FieldAxis
  readonly row: FileGrid['rows'][number]
  /** Which end of the row, where it is enclosed; the floor is then the other end of it. */
  readonly end?: End
  /** The totals of the row and of the floor, in joules, row after row of the picture; NaN where there is none. */
  readonly totals: Float64Array
  readonly floors: Float64Array
  readonly gaps: readonly GridGap[]
}

/** What is read down one axis: its numbers, or its texts. */
type Cells = (number | string)[]

/** The values of an axis, which have to be quantities. */
const valuesOf = ({ name, of }: FileAxis, cells: Cells): E.Either<readonly SchemaProblem[], Quantities> => {
  if (of !== undefined) return E.right(cells.map((cell) => ofNumber(of.unit.dimension, Number(cell))))
  const leaf = leaves.find((each) => each.name === name)!
  return pipe(
    quantitiesOf(name, cells.map(String), (value) => leaf.field.codec.decode(value)),
    E.mapLeft(() => [
      problem(`${name}: expected numbers, or quantities, for an axis of a picture, got ${shown(cells[0])}`)
    ])
  )
}

/** The places of values in their order. */
const orderOf = (values: Quantities): readonly number[] =>
  values.map((_, at) => at).sort((a, b) => values[a]!.exact.comparedTo(values[b]!.exact))

const hasRow = ({ rows }: FileGrid, row: string): boolean => rows.some(({ name }) => name === row)

/** A row by its name; that of a certified grid with its end, as `cim.lower`. */
const endIn = (grid: FileGrid, row: string): { readonly name: string; readonly end?: End } => {
  const [, name = '', end] = /^(.*)\.(lower|upper)$/.exec(row) ?? []
  return end === undefined || hasRow(grid, 'floor') ? { name: row } : { name, end: end as End }
}

/** Why a grid has no such row to draw. */
const strangeRow = (grid: FileGrid, row: string): string => {
  const ends = Object.keys(otherEnd).map((end) => `${row}.${end}`)
  if (ends.every((each) => hasRow(grid, each)))
    return `${row} is enclosed, and a colour is one value: expected ${ends.join(' or ')}`
  return `${shown(row)} is no row of this ledger${rather(
    row,
    grid.rows.map(({ name }) => name)
  )}`
}

/** What is wrong with a grid for a picture of a row. */
const wrongIn = (grid: FileGrid, row: string, across: string): readonly SchemaProblem[] => {
  const { axes, points } = grid
  return [
    ...(axes.length === 2 ? [] : [problem(`a picture has two axes, got ${axes.length}`)]),
    ...axes.flatMap(({ name, length }) =>
      length < 2 ? [problem(`${name}: expected two values or more for an axis of a picture`)] : []
    ),
    ...(points > budget.points
      ? [problem(`expected at most ${budget.points} points in a picture, all with all, got ${points}`)]
      : []),
    ...(axes.some(({ name }) => name === across)
      ? []
      : [problem(`${shown(across)} is no axis: expected ${axes.map(({ name }) => name).join(' or ')}`)]),
    ...(hasRow(grid, row) ? [] : [problem(strangeRow(grid, row))])
  ]
}

/** The field of a row of a grid; or all that is wrong. */
export const gridField = (
  grid: FileGrid,
  row: string,
  across = grid.axes[0]!.name
): E.Either<SchemaError, GridField> => {
  const wrong = wrongIn(grid, row, across)
  if (grid.axes.length !== 2 || grid.points > budget.points) return E.left(schemaError(wrong))
  const [slow, fast] = grid.axes as readonly [FileAxis, FileAxis] // there are two
  const indexOf = (name: string): number => grid.rows.findIndex((each) => each.name === name)
  const { name: own, end } = endIn(grid, row)
  const [of, floor] = [indexOf(row), indexOf(end === undefined ? 'floor' : `floor.${otherEnd[end]}`)]
  const cells: readonly [Cells, Cells] = [[], []]
  const totals: number[] = []
  const floors: number[] = []
  const blocks = grid.blocks()
  let block = blocks.next()
  for (; block.done !== true; block = blocks.next()) {
    const { axes, totals: rows, length } = block.value
    for (let point = 0; point < length; point++) {
      const at = totals.length
      const cell = (axis: number): number | string => {
        const values = axes[axis]!
        return typeof values === 'string' ? values : values[point]!
      }
      if (at % fast.length === 0) cells[0].push(cell(0))
      if (at < fast.length) cells[1].push(cell(1))
      totals.push(rows[of]?.[point] ?? NaN)
      floors.push(rows[floor]?.[point] ?? NaN)
    }
  }
  const gaps = block.value
  const [a, b] = [valuesOf(slow, cells[0]), valuesOf(fast, cells[1])]
  if (E.isLeft(a) || E.isLeft(b) || wrong.length > 0)
    return E.left(schemaError([...wrong, ...[a, b].flatMap((each) => (E.isLeft(each) ? each.left : []))]))
  const [rows, columns] = [orderOf(a.right), orderOf(b.right)]
  const axisOf = ({ name, of }: FileAxis, values: Quantities, order: readonly number[]): FieldAxis => ({
    name,
    symbol: of?.symbol ?? '',
    values: order.map((at) => values[at]!)
  })
  const axes = [axisOf(slow, a.right, rows), axisOf(fast, b.right, columns)] as const
  const isTurned = slow.name === across
  const sorted = (values: readonly number[]): Float64Array =>
    Float64Array.from(
      isTurned
        ? columns.flatMap((column) => rows.map((row) => values[row * fast.length + column]!))
        : rows.flatMap((row) => columns.map((column) => values[row * fast.length + column]!))
    )
  return E.right({
    across: axes[isTurned ? 0 : 1],
    up: axes[isTurned ? 1 : 0],
    row: { ...grid.rows[of]!, name: own },
    ...(end === undefined ? {} : { end }),
    totals: sorted(totals),
    floors: sorted(floors),
    gaps: gaps.filter(({ row: name }) => name === own || name === 'floor')
  })
}
