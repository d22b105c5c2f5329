/** A document as Markdown: a reader of Markdown finds in it what the document says. */
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import type { Block, Line } from '../../../src/report/document/block'
import { markdown } from '../../../src/report/document/markdown'
import { oneLine } from '../../../src/shape/words'

const reader = new MarkdownIt({ html: true, linkify: false })

type Token = ReturnType<typeof reader.parse>[number]

/** The text that a reader sees of what stands in a line; other tokens by their names. */
const seen = (tokens: readonly Token[]): string =>
  tokens
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) =>
      ['text', 'text_special', 'code_inline'].includes(type) ? content : `<${type}>`
    )
    .join('')

const read = (blocks: readonly Block[]): string => seen(reader.parse(markdown(blocks), {}))

const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }).map(oneLine)
const odd = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '|',
      '\\',
      '$',
      '#',
      '~',
      'a',
      ' b',
      '!',
      ':',
      '&'
    )
  )
  .map((parts) => oneLine(parts.join('')))
const said = fc.oneof(words, odd).filter((text) => text !== '')

const paragraph = (line: Line): Block => ({ kind: 'paragraph', line })

test('a text within a line is read as it was, whatever signs are in it', () => {
  fc.assert(
    fc.property(said, (text) => {
      expect(read([paragraph(`It is ${text} .`)])).toBe(`It is ${text} .`)
    })
  )
})

test('so is a paragraph or an item that is all of it', () => {
  const beginning = fc.tuple(fc.constantFrom('- ', '1. ', '12) ', '+ ', '=', '---', '# ', '> ', '    '), said)
  fc.assert(
    fc.property(
      fc.oneof(
        said,
        beginning.map((parts) => oneLine(parts.join('')))
      ),
      (text) => {
        expect(read([paragraph(text)])).toBe(text)
        expect(read([{ kind: 'list', items: [text] }])).toBe(text)
      }
    )
  )
})

test('so is the cell of a table', () => {
  fc.assert(
    fc.property(said, (text) => {
      const table: Block = { kind: 'table', header: ['a', 'b'], figuresFrom: 2, rows: [[`x ${text} y`, 'z']] }
      expect(read([table])).toBe(`abx ${text} yz`)
    })
  )
})

test('so is code in a cell', () => {
  fc.assert(
    fc.property(said, (text) => {
      const row = [[{ code: text }], 'z']
      expect(read([{ kind: 'table', header: ['a', 'b'], figuresFrom: 2, rows: [row] }])).toBe(`ab${text}z`)
    })
  )
})

test('so is code, with whatever backticks', () => {
  fc.assert(
    fc.property(said, (text) => {
      expect(read([paragraph(['It is ', { code: text }, ' here'])])).toBe(`It is ${text} here`)
    })
  )
})

test('a heading, a list and what is strong are what they are', () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, line: 'Sources' },
    {
      kind: 'list',
      items: ['one', [{ strong: 'two' }, ', and ', { link: 'three', to: 'https://doi.org/1' }]]
    }
  ]
  const types = reader.parse(markdown(blocks), {}).map(({ type, tag }) => `${type} ${tag}`)
  expect(types.filter((type) => type.includes('heading_open'))).toEqual(['heading_open h2'])
  expect(types.filter((type) => type.includes('list_item_open'))).toHaveLength(2)
  expect(reader.render(markdown(blocks))).toContain(
    '<strong>two</strong>, and <a href="https://doi.org/1">three</a>'
  )
})

test('what is no address of the web is no link', () => {
  expect(read([paragraph([{ link: 'there', to: 'javascript:alert(1)' }])])).toBe('there')
  expect(read([paragraph([{ link: 'there', to: 'https://a/) [b](c' }])])).toBe('there')
})

test('formulas stand between dollars, on lines of their own where they are displayed', () => {
  expect(markdown([{ kind: 'equations', latex: 'E = mc^2', values: [] }])).toBe('$$\nE = mc^2\n$$\n')
  expect(markdown([paragraph(['of ', { math: 'k_B' }])])).toBe('of $k_B$\n')
})

test('pictures are left out, and what is in a section is not', () => {
  const blocks: readonly Block[] = [
    { kind: 'picture', svg: '<svg/>', narrow: '<svg/>', caption: 'a' },
    { kind: 'section', title: 'Part', blocks: [paragraph('inside')] }
  ]
  expect(markdown(blocks)).toBe('### Part\n\ninside\n')
})

test('what is in a section stands below its title', () => {
  const heading = { kind: 'heading', level: 3, line: 'Inner' } as const
  expect(markdown([{ kind: 'section', title: 'Part', blocks: [heading, paragraph('inside')] }])).toBe(
    '### Part\n\n#### Inner\n\ninside\n'
  )
})

test('a heading under which nothing is left is left out', () => {
  const picture: Block = { kind: 'picture', svg: '<svg/>', narrow: '<svg/>', caption: 'a' }
  const heading = (level: 1 | 2 | 3, line: string): Block => ({ kind: 'heading', level, line })
  expect(
    markdown([heading(2, 'Empty'), picture, heading(2, 'Full'), heading(3, 'Inner'), paragraph('x')])
  ).toBe('## Full\n\n### Inner\n\nx\n')
  expect(markdown([heading(1, 'Title'), heading(2, 'Empty'), picture])).toBe('# Title\n')
})

test('values follow the formula that they are of', () => {
  expect(
    markdown([
      {
        kind: 'equations',
        latex: 'N b',
        values: [
          [{ math: 'N' }, ' = 2'],
          [{ math: 'b' }, ' = 8 bit']
        ]
      }
    ])
  ).toBe('$$\nN b\n$$\n\nwith $N$ = 2, $b$ = 8 bit\n')
})
