/** A ledger on a grid as tables: a row for each point, written as it is computed. */
import type { FileGrid, FileGridBlock, GridGap } from '../../estimate/grid'
import { csvText } from '../../format/text/csv-text'
import { jsonText } from '../../units/visible'
import { expecting, having, aFunction, aList, aNumber, type Kind } from '../../units/argument'

/** A ledger on a grid, such as `gridFile` gives. */
export const aGrid: Kind = having('a grid, such as gridFile gives', {
  axes: aList,
  rows: aList,
  points: aNumber,
  blocks: aFunction
})

/** The names of the columns, with the units of their numbers: `temperature_K`, `floor_J`. */
export const gridColumns = ({ axes, rows }: FileGrid): readonly string[] => [
  ...axes.map(({ name, unit = '' }) => (unit === '' ? name : `${name}_${unit}`)),
  ...rows.map(({ name }) => `${name}_J`)
]

/** How a grid is written: piece by piece, and at last where there was no total. */
export type GridPieces<P> = Generator<P, readonly GridGap[]>

/** The lines of each block; a cell is made of a number, or of a text that holds for the block. */
function* linesOf(
  grid: FileGrid,
  lineOf: (cells: readonly string[]) => string,
  numberOf: (value: number) => string,
  textOf: (text: string) => string
): GridPieces<string> {
  const cellsOf = ({ axes, totals }: FileGridBlock): readonly ((point: number) => string)[] =>
    [...axes, ...totals].map((column) => {
      if (typeof column !== 'string') return (point) => numberOf(column[point]!)
      const text = textOf(column)
      return () => text
    })
  const blocks = grid.blocks()
  let block = blocks.next()
  for (; block.done !== true; block = blocks.next()) {
    const cells = cellsOf(block.value)
    let lines = ''
    for (let point = 0; point < block.value.length; point++) lines += lineOf(cells.map((cell) => cell(point)))
    yield lines
  }
  return block.value
}

/**
 * A ledger on a grid as CSV, piece by piece: a column for each axis and each row of the ledger, with its unit; a
 * cell is empty where there is no total. What the generator returns at last says where that is, and why.
 *
 * @since 0.9.0
 */
export const gridCsv = expecting('gridCsv', { grid: aGrid }, function* (grid: FileGrid): GridPieces<string> {
  yield csvText([gridColumns(grid)])
  return yield* linesOf(
    grid,
    (cells) => `${cells.join(',')}\r\n`,
    (value) => (Number.isNaN(value) ? '' : String(value)),
    (text) => csvText([[text]]).trimEnd()
  )
})

/**
 * A ledger on a grid as JSON Lines, piece by piece: an object for each point, its keys the columns of `gridCsv`;
 * `null` where there is no total.
 *
 * @since 0.9.0
 */
export const gridJsonLines = expecting(
  'gridJsonLines',
  { grid: aGrid },
  function* (grid: FileGrid): GridPieces<string> {
    const keys = gridColumns(grid).map((name) => jsonText(name))
    return yield* linesOf(
      grid,
      (cells) => `{${cells.map((cell, at) => `${keys[at]!}:${cell}`).join(',')}}\n`,
      (value) => (Number.isNaN(value) ? 'null' : String(value)),
      jsonText
    )
  }
)
