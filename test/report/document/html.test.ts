/** A document as HTML: what it says is text, whatever is in it, and it stands alone. */
import fc from 'fast-check'
import type { Block } from '../../../src/report/document/block'
import { htmlFragment, htmlPage } from '../../../src/report/document/html'

const decoded = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The tags of some HTML, but for the style. */
const tagsOf = (html: string): readonly string[] =>
  [...html.replace(/<style>.*?<\/style>/gs, '').matchAll(/<(\/?[a-z][a-z0-9]*)[^>]*>/g)].map(
    ([, name]) => name!
  )

const text = fc.string({ unit: 'grapheme', maxLength: 40 })

const blockOf = (of: string): readonly Block[] => [
  { kind: 'heading', level: 1, line: of },
  { kind: 'paragraph', line: [{ strong: of }, of, { code: of }] },
  { kind: 'table', header: ['a', of], figuresFrom: 1, rows: [[of, [{ link: of, to: of }]]] },
  { kind: 'list', items: [of] },
  { kind: 'section', title: of, blocks: [{ kind: 'paragraph', line: of, faint: true }] },
  { kind: 'equations', latex: of, values: [of] }
]

describe('what a document says', () => {
  const plainTags = tagsOf(htmlFragment(blockOf('plain')))

  test('is never a tag, whatever it is', () => {
    fc.assert(
      fc.property(text, (of) => {
        expect(tagsOf(htmlFragment(blockOf(of)))).toEqual(plainTags)
      })
    )
    for (const of of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</style><b>',
      '&lt;b&gt;'
    ])
      expect(tagsOf(htmlFragment(blockOf(of)))).toEqual(plainTags)
  })

  test('is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (of) => {
        expect(decoded(htmlFragment([{ kind: 'paragraph', line: of }]))).toContain(of)
      })
    )
  })

  test('shows what XML cannot hold, and what would turn the text around it', () => {
    expect(htmlFragment(blockOf('bell \u0007 end\u202e'))).toContain('bell \\u0007 end\\u202e')
  })
})

describe('a link', () => {
  const link = (to: string): string => htmlFragment([{ kind: 'list', items: [[{ link: 'there', to }]] }])

  test('goes to the web', () => {
    expect(link('https://doi.org/10.1147/rd.53.0183')).toContain(
      '<a href="https://doi.org/10.1147/rd.53.0183">there</a>'
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://a', 'file:///etc/passwd', ''])(
    'goes nowhere else: %s',
    (to) => {
      expect(link(to)).toContain('<li>there</li>')
    }
  )

  test('ends where its address ends', () => {
    expect(link('https://a/"onclick="b')).toContain('<a href="https://a/&quot;onclick=&quot;b">')
  })
})

describe('formulas', () => {
  const blocks: readonly Block[] = [
    { kind: 'equations', latex: 'a < b', values: [] },
    { kind: 'paragraph', line: [{ math: 'x & y' }] }
  ]

  test('are set by what sets them, displayed or in a line', () => {
    const html = htmlFragment(blocks, {
      typeset: (latex, display) => `<math ${String(display)}>${latex.length}</math>`
    })
    expect(html).toContain('<math true>5</math>')
    expect(html).toContain('<math false>5</math>')
  })

  test('stand there as LaTeX where nothing sets them', () => {
    const html = htmlFragment(blocks)
    expect(html).toContain('<pre class="latex">a &lt; b</pre>')
    expect(html).toContain('<code>x &amp; y</code>')
  })
})

test('figures stand at the right, from the column on that is said', () => {
  const table = {
    kind: 'table',
    header: ['name', 'joules'],
    figuresFrom: 1,
    rows: [['floor', '1 J']]
  } as const
  expect(htmlFragment([table])).toContain(
    '<td style="text-align:left">floor</td><td class="figure" style="text-align:right">1 J</td>'
  )
})

test('a picture is there for wide pages and for narrow ones, of which a page shows one', () => {
  const html = htmlFragment([
    { kind: 'picture', svg: '<svg id="a"/>', narrow: '<svg id="b"/>', caption: 'c' }
  ])
  expect(html).toContain('<div class="on-wide"><svg id="a"/></div><div class="on-narrow"><svg id="b"/></div>')
  expect(html).toMatch(/\.on-narrow \{ display: none/)
  expect(html).toMatch(/@container \([^)]*\) \{ \.limen \.on-wide \{ display: none \}/)
})

test('values stand beside the formula that they are of', () => {
  const html = htmlFragment([{ kind: 'equations', latex: 'N b', values: [[{ math: 'b' }, ' = 8 bit']] }])
  expect(html).toMatch(/<div class="worked">.*N b.*<li><code>b<\/code> = 8 bit<\/li>.*<\/div>/)
  expect(htmlFragment([{ kind: 'equations', latex: 'a', values: [] }])).not.toContain('<ul')
})

describe('a page', () => {
  test('has a title of one line, in which nothing is a tag', () => {
    expect(htmlPage('a\n</title><b>', [])).toContain('<title>a &lt;/title&gt;&lt;b&gt;</title>')
  })

  test('says its language, its encoding, and that telephones need not shrink it', () => {
    const page = htmlPage('a', [])
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
    expect(page).toContain('<meta charset="utf-8">')
    expect(page).toContain('width=device-width')
  })

  test('folds away what is folded, and nothing else', () => {
    const section = { kind: 'section', title: 'a', blocks: [] } as const
    expect(htmlFragment([section])).toContain('<details open>')
    expect(htmlFragment([{ ...section, folded: true }])).toContain('<details>')
  })
})
