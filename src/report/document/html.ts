/** A document as HTML that stands alone: no script, no network, no other file. */
import { oneLine } from '../../shape/words'
import { visibleLines } from '../../units/visible'
import { inlines, type Block, type Inline, type Line } from './block'
import { style } from './style'

/** How formulas are set. */
export interface HtmlOptions {
  /**
   * From LaTeX to HTML or MathML, in a line or displayed, such as KaTeX's `renderToString`. Left out,
   * the LaTeX stands there as it is.
   */
  readonly typeset?: (latex: string, display: boolean) => string
}

type Typeset = NonNullable<HtmlOptions['typeset']>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** A text as HTML. */
export const escaped = (text: string): string =>
  visibleLines(text).replace(/[&<>"']/g, (character) => entities[character]!)

const source: Typeset = (latex, display) =>
  display ? `<pre class="latex">${escaped(latex)}</pre>` : `<code>${escaped(latex)}</code>`

const inlineHtml =
  (typeset: Typeset) =>
  (inline: Inline): string => {
    if (typeof inline === 'string') return escaped(inline)
    if ('strong' in inline) return `<strong>${escaped(inline.strong)}</strong>`
    if ('code' in inline) return `<code>${escaped(inline.code)}</code>`
    if ('math' in inline) return typeset(inline.math, false)
    const text = escaped(inline.link)
    // A link goes to the web, whatever a citation says.
    return /^https?:\/\//.test(inline.to) ? `<a href="${escaped(inline.to)}">${text}</a>` : text
  }

const blockHtml = (typeset: Typeset) => {
  const line = (of: Line): string => inlines(of).map(inlineHtml(typeset)).join('')
  // Where styles of a page are taken out of it, as notebooks on the web are shown, cells keep their own.
  const cell = (tag: string, figuresFrom: number) => (of: Line, at: number) =>
    `<${tag}${at >= figuresFrom ? ' class="figure" style="text-align:right"' : ' style="text-align:left"'}>${line(of)}</${tag}>`
  const html = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level}>${line(block.line)}</h${block.level}>`
      case 'paragraph':
        return `<p${block.faint ? ' class="faint"' : ''}>${line(block.line)}</p>`
      case 'table': {
        const head = block.header.map(cell('th', block.figuresFrom)).join('')
        const rows = block.rows.map((row) => `<tr>${row.map(cell('td', block.figuresFrom)).join('')}</tr>`)
        return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
      }
      case 'picture':
        return `<figure><div class="on-wide">${block.svg}</div><div class="on-narrow">${block.narrow}</div><figcaption>${escaped(block.caption)}</figcaption></figure>`
      case 'equations': {
        const values = block.values.map((value) => `<li>${line(value)}</li>`).join('')
        return `<div class="worked"><div class="wide equations" tabindex="0">${typeset(block.latex, true)}</div>${values && `<ul class="values">${values}</ul>`}</div>`
      }
      case 'list':
        return `<ul>\n${block.items.map((item) => `<li>${line(item)}</li>`).join('\n')}\n</ul>`
      case 'section':
        return `<details${block.folded ? '' : ' open'}><summary>${line(block.title)}</summary>\n${block.blocks.map(html).join('\n')}\n</details>`
    }
  }
  return html
}

/** Blocks as HTML, for a page that has the style of a document. */
export const htmlBlocks = (blocks: readonly Block[], { typeset = source }: HtmlOptions = {}): string =>
  blocks.map(blockHtml(typeset)).join('\n')

/** Blocks as a piece of HTML, such as a notebook shows; it brings its style. */
export const htmlFragment = (blocks: readonly Block[], options: HtmlOptions = {}): string =>
  `<div class="limen">\n<style>${style}</style>\n${htmlBlocks(blocks, options)}\n</div>`

/** Blocks as a page of HTML. */
export const htmlPage = (title: string, blocks: readonly Block[], options: HtmlOptions = {}): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(oneLine(title))}</title>`,
    '<style>body { margin: 0; background: Canvas }</style>',
    '</head>',
    '<body>',
    htmlFragment(blocks, options),
    '</body>',
    '</html>',
    ''
  ].join('\n')
