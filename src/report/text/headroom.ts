/** A comparison for a terminal, and as Markdown. */
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { aNumber, expecting, optional } from '../../units/argument'
import { inlines, type Block, type Line } from '../document/block'
import { markdown } from '../document/markdown'
import { aComparison, type Comparison } from '../headroom'
import { headroomBlocks } from '../document/headroom-blocks'
import { aPaint, type Paint, plain } from './ledger'
import { broken, gap, hanging } from './lines'
import { columns, terminalColumns, widthOf, wrapped } from './table'
import { oneLine } from '../../shape/words'

/** What a line holds beside its indent. */
const lineWidth = terminalColumns - gap.length

const lineText = (line: Line): string =>
  oneLine(
    inlines(line)
      .map((inline) => (typeof inline === 'string' ? inline : Object.values(inline)[0]))
      .join('')
  )

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${gap}${line}`.trimEnd())

type Table = Extract<Block, { kind: 'table' }>
type Cells = readonly string[]

/** How many columns stand above the rest, a line each, and whether what may stand below the rest does. */
interface Layout {
  readonly above: number
  readonly isFolded: boolean
}

const layoutsOf = ({ figuresFrom, foldsAt }: Table): readonly Layout[] =>
  Array.from({ length: figuresFrom + 1 }, (_, above) => above).flatMap((above) => [
    { above, isFolded: false },
    ...(above === 0 || foldsAt === undefined ? [] : [{ above, isFolded: true }])
  ])

/** A line of a table: what it is, and how far in it stands. */
interface TableLine {
  readonly kind: 'head' | 'name' | 'figures'
  readonly depth: number
  readonly text: string
}

/** Rows in columns; figures stand at the right, but a name beside a figure reads from its left. */
const columnsText = (rows: readonly Cells[], figuresFrom: number): readonly string[] => {
  const isFigure = (column: number): boolean =>
    column >= figuresFrom && rows.slice(1).every((row) => /^$|^[-−\d]|^none$/.test(row[column] ?? ''))
  return columns(
    rows,
    rows[0]!.map((_, column) => (isFigure(column) ? 'right' : 'left'))
  )
}

/** The lines of each row, its figures in one or, where they are folded, two: a word alone stands beside. */
const figureLines = (
  { header, figuresFrom, foldsAt = header.length }: Table,
  { above, isFolded }: Layout,
  cells: readonly Cells[]
): readonly (readonly (readonly [depth: number, text: string])[])[] => {
  const from = figuresFrom - above
  const own = cells.map((row) => row.slice(above, isFolded ? foldsAt : undefined))
  const first = columnsText(own, from)
  if (!isFolded) return first.map((text) => [[above, text]])
  const rest = cells.map((row) => row.slice(foldsAt))
  const isWord = ([, ...more]: Cells): boolean => more.every((cell) => cell === '')
  const words = rest.map((row) => (isWord(row) ? row[0]! : ''))
  const beside = columnsText(
    own.map((row, at) => [...row, words[at]!]),
    from
  )
  const below = columnsText(
    rest.map((row) => (isWord(row) ? row.map(() => '') : row)),
    Math.max(0, figuresFrom - foldsAt)
  )
  return beside.map((text, at) => [
    ...(own[at]!.every((cell) => cell === '') ? [] : [[above, text] as const]),
    ...(below[at] === '' ? [] : [[above + 1, below[at]!] as const])
  ])
}

const tableLines = (table: Table, cells: readonly Cells[], layout: Layout): readonly TableLine[] => {
  const { above } = layout
  // What a row leaves out is as in the row before.
  const names: Cells[] = []
  for (const row of cells)
    names.push(row[0] === '' && row[1] === '' ? (names.at(-1) ?? row.slice(0, above)) : row.slice(0, above))
  return figureLines(table, layout, cells).flatMap((lines, at): readonly TableLine[] => {
    const [own, before] = [names[at]!, at < 2 ? [] : names[at - 1]!]
    const same = own.findIndex((name, depth) => name !== before[depth])
    const told = own.flatMap((text, depth): readonly TableLine[] =>
      same === -1 || depth < same ? [] : [{ kind: at === 0 ? 'head' : 'name', depth, text }]
    )
    return [
      ...told.filter(({ text }) => text !== ''),
      ...lines.map(([depth, text]) => ({
        kind: at === 0 ? ('head' as const) : ('figures' as const),
        depth,
        text
      }))
    ]
  })
}

/** A line of cells in several, broken between cells: a figure is never cut, and stands with its unit. */
const refilled = (text: string, room: number): readonly string[] =>
  text
    .split(/ {2,}/)
    .flatMap((cell) => (/^[-−\d]/.test(cell) ? [cell] : broken(cell, room)))
    .reduce<readonly string[]>((lines, cell) => {
      const last = lines.at(-1)
      return last !== undefined && widthOf(last + gap + cell) <= room
        ? [...lines.slice(0, -1), last + gap + cell]
        : [...lines, cell]
    }, [])

/** A table that a terminal holds, where figures of so many digits leave room for it: they are never cut. */
const tableText = (table: Table, paint: Paint): readonly string[] => {
  const layouts = layoutsOf(table)
  const cells = [table.header, ...table.rows].map((row) => row.map(lineText))
  const linesIn = (layout: Layout): readonly TableLine[] => tableLines(table, cells, layout)
  const room = (depth: number): number => lineWidth - gap.length * depth
  const fits = ({ kind, depth, text }: TableLine): boolean => kind === 'name' || widthOf(text) <= room(depth)
  const fitting = RA.findFirstMap((layout: Layout) => O.fromPredicate(RA.every(fits))(linesIn(layout)))
  const folded = (): readonly TableLine[] => linesIn(layouts.find(({ isFolded }) => isFolded) ?? layouts[1]!)
  return indented(
    O.getOrElse(folded)(fitting(layouts)).flatMap((line) => {
      const { kind, depth, text } = line
      const most = room(depth)
      const lines = kind === 'name' ? hanging(text, most) : fits(line) ? [text] : refilled(text, most)
      const painted =
        kind === 'head' ? paint.faint : kind === 'name' && depth === 0 ? paint.strong : (told: string) => told
      return lines.map((told) => gap.repeat(depth) + painted(told))
    })
  )
}

const blockText = (block: Block, paint: Paint): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [
        ...(block.level === 1 ? [] : ['']),
        ...broken(lineText(block.line), terminalColumns).map(paint.heading)
      ]
    case 'paragraph':
      return indented(wrapped(lineText(block.line), lineWidth).map(paint.faint))
    case 'table':
      return tableText(block, paint)
    case 'list':
      return block.items.flatMap((item) => indented(hanging(lineText(item), lineWidth)))
    case 'section':
      return block.blocks.flatMap((each) => blockText(each, paint))
    case 'picture':
    case 'equations':
      return [] // a terminal has no place for them
  }
}

/**
 * A comparison as text, ending in a line break: each action with what it is held against, the largest
 * headroom, what is not covered, and what all of it rests on.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import { comparison, headroomText } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] }
 * const found = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * const text = E.isRight(found) ? headroomText(comparison(found.right)) : ''
 * console.log(/by decades: .*$/m.exec(text)?.[0])
 * // by decades: sram.read, 6.8 decades above readInformation (theorem)
 *
 * @since 0.4.0
 */
export const headroomText = expecting(
  'headroomText',
  { of: aComparison, paint: aPaint, digits: optional(aNumber) },
  (of: Comparison, paint: Paint = plain, digits?: number): string =>
    [
      ...headroomBlocks(of, digits).flatMap((block, at, all) => [
        // A table stands apart from what is said before it.
        ...(block.kind === 'table' && all[at - 1]?.kind === 'paragraph' ? [''] : []),
        ...blockText(block, paint)
      ]),
      ''
    ].join('\n')
)

/**
 * A comparison as Markdown.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import { comparison, headroomMarkdown } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] }
 * const found = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * const markdown = E.isRight(found) ? headroomMarkdown(comparison(found.right)) : ''
 * console.log(/^- by decades: .*$/m.exec(markdown)?.[0])
 * // - by decades: sram.read, 6.8 decades above readInformation (theorem)
 *
 * @since 0.4.0
 */
export const headroomMarkdown = expecting(
  'headroomMarkdown',
  { of: aComparison, digits: optional(aNumber) },
  (of: Comparison, digits?: number): string => markdown(headroomBlocks(of, digits))
)
