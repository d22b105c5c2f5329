/** A document as Markdown, with formulas between dollars as GitHub and Jupyter read them. */
import { oneLine } from '../../shape/words'
import { inlines, type Block, type Inline, type Line } from './block'

/**
 * What Markdown or the HTML in it would take for a sign of its own; brackets only where they make a link,
 * and an ampersand only where it is an entity.
 */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_<>|$~#]|\](?=[([:])|&(?=\w+;)/g, '\\$&')

/** Spaces at its ends part a piece from its neighbours: they stay. */
const spaced = (text: string, as: (inside: string) => string): string => {
  const [, before = '', inside = '', after = ''] = /^(\s?)(.*?)(\s?)$/su.exec(text) ?? []
  return `${before === '' ? '' : ' '}${as(inside)}${after === '' ? '' : ' '}`
}

/** A fence of backticks longer than any inside. */
const code = (text: string): string => {
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return fence + pad + oneLine(text) + pad + fence
}

const inlineMarkdown = (inline: Inline): string => {
  if (typeof inline === 'string') return spaced(inline, plain)
  if ('strong' in inline) return `**${plain(inline.strong)}**`
  if ('code' in inline) return code(inline.code)
  if ('math' in inline) return `$${inline.math.replaceAll('|', '\\vert ')}$`
  return /^https?:\/\/[^\s()<>]*$/.test(inline.to)
    ? `[${plain(inline.link)}](${inline.to})`
    : plain(inline.link)
}

const lineMarkdown = (line: Line): string => inlines(line).map(inlineMarkdown).join('').trim()

/** A paragraph does not begin as a list does, or a rule. */
const paragraphMarkdown = (line: Line): string =>
  lineMarkdown(line)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')

/** A pipe in code ends a cell, too, unless a backslash stands before it. */
const cellMarkdown = (line: Line): string =>
  inlines(line)
    .map((inline) => {
      const text = inlineMarkdown(inline)
      return typeof inline === 'object' && 'code' in inline ? text.replaceAll('|', '\\|') : text
    })
    .join('')
    .trim()

const tableMarkdown = ({ header, rows, figuresFrom }: Extract<Block, { kind: 'table' }>): string =>
  [
    header.map(cellMarkdown),
    header.map((_, at) => (at >= figuresFrom ? '---:' : '---')),
    ...rows.map((row) => row.map(cellMarkdown))
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

/** A piece of Markdown; a heading with its level. */
type Piece = string | { readonly level: number; readonly text: string }

/** Headings in sections stand below the titles of those. */
const blockMarkdown =
  (depth: number) =>
  (block: Block): readonly Piece[] => {
    switch (block.kind) {
      case 'heading':
        return [{ level: block.level + depth, text: lineMarkdown(block.line) }]
      case 'paragraph':
        return [paragraphMarkdown(block.line)]
      case 'table':
        return [tableMarkdown(block)]
      case 'picture':
        return [] // Markdown in one file has no place for one
      case 'equations':
        return [
          `$$\n${block.latex}\n$$`,
          paragraphMarkdown(
            block.values.flatMap((value, at) => [at === 0 ? 'with ' : ', ', ...inlines(value)])
          )
        ]
      case 'list':
        return [block.items.map((item) => `- ${paragraphMarkdown(item)}`).join('\n')]
      case 'section':
        return [
          { level: 3, text: lineMarkdown(block.title) },
          ...block.blocks.flatMap(blockMarkdown(depth + 1))
        ]
    }
  }

/** A heading with nothing under it, as where a picture is left out, is left out too. */
const hasContent = (piece: Piece, at: number, all: readonly Piece[]): boolean => {
  const next = all[at + 1]
  return (
    typeof piece === 'string' ||
    piece.level === 1 ||
    (next !== undefined && (typeof next === 'string' || next.level > piece.level))
  )
}

/** Blocks as Markdown, ending in a line break. */
export const markdown = (blocks: readonly Block[]): string =>
  `${blocks
    .flatMap(blockMarkdown(0))
    .filter((piece) => piece !== '')
    .filter(hasContent)
    .map((piece) => (typeof piece === 'string' ? piece : `${'#'.repeat(piece.level)} ${piece.text}`))
    .join('\n\n')}\n`
