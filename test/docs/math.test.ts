/** Formulas of the Markdown pages are typeset as GitHub typesets them, and nothing else is. */
import MarkdownIt from 'markdown-it'
import { exportsOf } from './module'

const { math } = exportsOf('docs/typedoc-math.mjs') as {
  readonly math: (parser: InstanceType<typeof MarkdownIt>) => void
}

const html = (text: string): string => new MarkdownIt().use(math).render(text)

const latexIn = (text: string): readonly string[] =>
  [...html(text).matchAll(/<annotation encoding="application\/x-tex">(.*?)\s*<\/annotation>/gs)].map(
    ([, latex]) => latex!
  )

test('a formula in a line', () => {
  expect(latexIn('the root $a_p$ of $a^2 = r*(1-a)*b$, so')).toEqual(['a_p', 'a^2 = r*(1-a)*b'])
  expect(html('the root $a_p$')).not.toContain('display="block"')
})

test('a formula displayed', () => {
  expect(latexIn('```math\n\\frac{a}{b}\n```')).toEqual(['\\frac{a}{b}'])
  expect(html('```math\na\n```')).toContain('display="block"')
})

test.each(['between $5 and $6', 'a $ b $ c', 'an `$x$` of code', '```json\n{ "$schema": "$x$" }\n```'])(
  'no formula: %s',
  (text) => {
    expect(html(text)).toBe(new MarkdownIt().render(text))
  }
)

test('script letters are letters of their own: browsers do not know the variant', () => {
  expect(html('$\\mathcal{L} < \\mathcal{W}$')).toMatch(/<mi>ℒ<\/mi>.*<mi>𝒲<\/mi>/)
})

test('what KaTeX would only warn of is an error', () => {
  expect(() => html('$é$')).toThrow()
})
