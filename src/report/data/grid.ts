/** A ledger on a grid as tables: a row for each point, written as it is computed. */
import type { FileGrid, FileGridBlock, GridGap } from '../../estimate/grid'
import type { GridPart } from '../../ledger/grid'
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
export const gridColumns = ({ axes, rows }: Pick<FileGrid, 'axes' | 'rows'>): readonly string[] => [
  ...axes.map(({ name, unit = '' }) => (unit === '' ? name : `${name}_${unit}`)),
  ...rows.map(({ name }) => `${name}_J`)
]

/** How a grid is written: piece by piece, and at last where there was no total. */
export type GridPieces<P> = Generator<P, readonly GridGap[]>

/** The lines of a table of a kind: what is made of a cell, of a row, and what stands above. */
interface Lines {
  readonly number: (value: number) => string
  readonly text: (text: string) => string
  readonly line: (names: readonly string[]) => (cells: readonly string[]) => string
}

/** The forms of text that a grid is written in. */
export type GridText = 'csv' | 'jsonl'

const forms: { readonly [F in GridText]: Lines } = {
  csv: {
    number: (value) => (Number.isNaN(value) ? '' : String(value)),
    text: (text) => csvText([[text]]).trimEnd(),
    line: () => (cells) => `${cells.join(',')}\r\n`
  },
  jsonl: {
    number: (value) => (Number.isNaN(value) ? 'null' : String(value)),
    text: jsonText,
    line: (names) => {
      const keys = names.map((name) => jsonText(name))
      return (cells) => `{${cells.map((cell, at) => `${keys[at]!}:${cell}`).join(',')}}\n`
    }
  }
}

/** What stands above the lines. */
export const gridHead = (grid: Pick<FileGrid, 'axes' | 'rows'>, form: GridText): string =>
  form === 'csv' ? csvText([gridColumns(grid)]) : ''

/** The lines of each block of a grid, or of a part of it; what is made of a text holds for the block. */
export function* gridLines(grid: FileGrid, form: GridText, part?: GridPart): GridPieces<string> {
  const { number, text, line } = forms[form]
  const lineOf = line(gridColumns(grid))
  const cellsOf = ({ axes, totals }: FileGridBlock): readonly ((point: number) => string)[] =>
    [...axes, ...totals].map((column) => {
      if (typeof column !== 'string') return (point) => number(column[point]!)
      const cell = text(column)
      return () => cell
    })
  const blocks = grid.blocks(part)
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
  yield gridHead(grid, 'csv')
  return yield* gridLines(grid, 'csv')
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
  (grid: FileGrid): GridPieces<string> => gridLines(grid, 'jsonl')
)
