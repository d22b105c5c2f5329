/** A comparison for a terminal, and as Markdown. */
import { aNumber, expecting, optional } from '../../units/argument'
import { inlines, type Block, type Line } from '../document/block'
import { markdown } from '../document/markdown'
import { aComparison, type Comparison } from '../headroom'
import { headroomBlocks } from '../document/headroom-blocks'
import { aPaint, type Paint, plain } from './ledger'
import { hanging } from './lines'
import { aligned, widthOf, wrapped } from './table'
import { oneLine } from '../../shape/words'

const lineWidth = 96

const lineText = (line: Line): string =>
  oneLine(
    inlines(line)
      .map((inline) => (typeof inline === 'string' ? inline : Object.values(inline)[0]))
      .join('')
  )

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`.trimEnd())

/** Rows in columns; figures stand at the right, but a name beside a figure reads from its left. */
const columnsText = (cells: readonly (readonly string[])[], figuresFrom: number): readonly string[] => {
  const isFigure = (column: number): boolean =>
    column >= figuresFrom && cells.slice(1).every((row) => /^$|^[-−\d]|^none$/.test(row[column] ?? ''))
  return aligned(
    cells,
    cells[0]!.map((_, column) => (isFigure(column) ? 'right' : 'left'))
  )
}

/** A table; where it is too wide, what begins several rows stands above them. */
const tableText = (
  { header, rows, figuresFrom }: Extract<Block, { kind: 'table' }>,
  paint: Paint
): readonly string[] => {
  const cells = [header, ...rows].map((row) => row.map(lineText))
  const [head = '', ...body] = columnsText(cells, figuresFrom)
  if (Math.max(...[head, ...body].map(widthOf)) <= lineWidth) return indented([paint.faint(head), ...body])
  const names = cells.map(([name = '']) => name)
  const [under = '', ...rest] = columnsText(
    cells.map((row) => row.slice(1)),
    figuresFrom - 1
  )
  return indented([
    paint.faint(names[0]!),
    paint.faint(`  ${under}`),
    ...rest.flatMap((line, at) => {
      const name = names[at + 1]!
      const before = names
        .slice(1, at + 1)
        .reverse()
        .find((each) => each !== '')
      return name === '' || name === before ? [`  ${line}`] : [paint.strong(name), `  ${line}`]
    })
  ])
}

const blockText = (block: Block, paint: Paint): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [...(block.level === 1 ? [] : ['']), paint.heading(lineText(block.line))]
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
 * import { comparison, headroom, headroomText, kelvin, one, picojoules } from 'limen'
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
 * import { comparison, headroom, headroomMarkdown, kelvin, one, picojoules } from 'limen'
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
