/**
 * A document as data: what it says, once, for every form that it is printed in.
 */

import type { PictureOptions } from '../picture/picture'

/** A piece of a line. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** LaTeX, for math mode. */
  | { readonly math: string }
  | { readonly link: string; readonly to: string }

/** A line of text. */
export type Line = string | readonly Inline[]

/** A piece of a document. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly faint?: true }
  | {
      readonly kind: 'table'
      readonly header: readonly Line[]
      readonly rows: readonly (readonly Line[])[]
      /** From this column on, what stands in it is a figure. */
      readonly figuresFrom: number
      /** What stands from this column on may stand below the rest, where a line is too narrow for both. */
      readonly foldsAt?: number
    }
  /** A picture, as SVG, and the same for a narrow page. */
  | {
      readonly kind: 'picture'
      readonly svg: string
      readonly narrow: string
      readonly caption: string
    }
  /** LaTeX for display, and what stands beside it: the values of its symbols. */
  | { readonly kind: 'equations'; readonly latex: string; readonly values: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** What belongs together, and may be folded away. */
  | {
      readonly kind: 'section'
      readonly title: Line
      readonly blocks: readonly Block[]
      readonly folded?: true
    }

/** The pieces of a line. */
export const inlines = (line: Line): readonly Inline[] => (typeof line === 'string' ? [line] : line)

/** Blocks, briefly. */
export const heading = (level: 1 | 2 | 3, line: Line): Block => ({ kind: 'heading', level, line })
export const paragraph = (line: Line): Block => ({ kind: 'paragraph', line })
export const faint = (line: Line): Block => ({ kind: 'paragraph', line, faint: true })
export const list = (items: readonly Line[]): Block => ({ kind: 'list', items })

/** A picture for wide pages and narrow ones, whose ids differ, as both stand in one. */
export const picture = (drawn: (options: PictureOptions) => string, id: string, caption: string): Block => ({
  kind: 'picture',
  svg: drawn({ id }),
  narrow: drawn({ id: `${id}-narrow`, width: 'narrow' }),
  caption
})
