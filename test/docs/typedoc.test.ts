/** The documentation of the API shows each model typeset, with all that it rests on, and by an example. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as limen from '../../src/entry/notebook'
import type { ModelData } from '../../src/formula/model'
import { exportsOf } from './module'

const root = join(__dirname, '../..')

const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8')

type Section = readonly (string | { readonly to: string })[]

const { sectionOf } = exportsOf('docs/model-section.mjs') as {
  readonly sectionOf: (model: ModelData) => Section
}

const models = Object.values(limen.models as unknown as Readonly<Record<string, ModelData>>)
const each = models.map((model): [string, ModelData] => [model.name, model])
const named = (name: string): ModelData => models.find((model) => model.name === name)!

const htmlOf = (model: ModelData): string =>
  sectionOf(model)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.to}]`))
    .join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The LaTeX that a piece of MathML was made of, which KaTeX notes in it. */
const typeset = (html: string): readonly string[] =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(([, latex]) =>
    latex!.replace('\\displaystyle ', '')
  )

const equation = ({ symbol, node }: Pick<ModelData, 'symbol' | 'node'>): string =>
  escaped(`${limen.symbolLatex(symbol)} = ${limen.nodeLatex(node)}`)

/** The docstrings of the models in the sources, by name, without their stars. */
const docstrings = new Map(
  readdirSync(join(root, 'src/physics'))
    .map((file) => read('src/physics', file))
    .flatMap((source) => [
      ...source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const (\w+) = (?:model|elementaryModel)\(/g)
    ])
    .map(([, text, name]) => [name!, text!.replace(/^\s*\* ?/gm, '').trim()])
)

test('there are docstrings of 77 models, no more and no fewer', () => {
  expect([...docstrings.keys()].sort()).toEqual(models.map(({ name }) => name).sort())
  expect(docstrings.size).toBe(77)
})

describe.each(each)('the docstring of %s', (name, { sources }) => {
  const [summary = '', ...rest] = docstrings.get(name)!.split('\n\n')
  const example = rest.find((part) => part.startsWith('@example')) ?? ''

  test('opens with its formula and what it is', () => {
    expect(summary).toMatch(/^[^@]+: [^@]+\.$/)
  })

  test('has an example that imports it and shows its value', () => {
    expect(example).toMatch(new RegExp(`^import \\{ .*\\b${name}\\b.* \\} from 'limen'$`, 'm'))
    expect(example).toMatch(new RegExp(`^${name}\\(.*\\) // right\\(.+\\)$`, 'm'))
  })

  test('says since when it is there', () => {
    expect(rest.at(-1)).toMatch(/^@since \d+\.\d+\.\d+$/)
  })

  test('remarks on it in one paragraph at most: what derives it stands on the page of the physics', () => {
    expect(rest.filter((part) => !part.startsWith('@')).length).toBeLessThanOrEqual(1)
    for (const { citation } of sources)
      if (citation.startsWith('limen: derived in')) expect(citation).toMatch(/docs\/physics\.md#[a-z]+$/)
  })
})

describe.each(each)('the section of %s', (_, model) => {
  const html = htmlOf(model)

  test('opens with its formula in MathML, displayed', () => {
    expect(typeset(html)[0]).toBe(equation(model))
    expect(html).toMatch(/^<div[^>]*><span[^>]*><math [^>]*display="block">/)
  })

  test('typesets each input, with its name, unit, domain and what it is', () => {
    const rows = html.split('</tr>').filter((row) => row.includes('<code>'))
    expect(rows).toHaveLength(Object.keys(model.inputs).length)
    Object.entries(model.inputs).forEach(([name, { symbol, unit, range, description }], at) => {
      expect(typeset(rows[at]!)).toEqual([escaped(limen.symbolLatex(symbol))])
      const cells = [`<code>${name}</code>`, unit.symbol || '1', range.text, escaped(description)]
      expect(rows[at]).toContain(cells.map((cell) => `<td>${cell}</td>`).join(''))
    })
  })

  test('says in what its value is, and what happens outside its domain', () => {
    const { symbol } = model.unit
    expect(html).toContain(`<p>${symbol === '' ? 'A pure number' : `In ${symbol}`}. Outside its domain`)
    expect(html).toContain('[ModelError] that names the model, the input, its value and the domain.')
  })

  test('says what may be claimed: tier, bound or estimate, processes, constraint', () => {
    const { tier, processes, constraint } = model
    const claim = `${limen.claimOf(tier)}, of the energy of: ${processes.join(', ')}; `
    expect(html).toContain(`<strong>${tier}</strong>: ${processes.length === 0 ? '' : claim}it `)
    expect(html).toContain(`<td>Constraint</td><td>${escaped(constraint)}</td>`)
  })

  test('names every source, with a link to it where there is one', () => {
    for (const { citation, url } of model.sources)
      expect(html).toContain(
        url === undefined ? escaped(citation) : `<a href="${escaped(url)}">${escaped(citation)}</a>`
      )
  })

  test('typesets what must hold between the inputs', () => {
    for (const condition of model.conditions)
      if (condition.kind === 'relation')
        expect(typeset(html)).toContain(escaped(limen.relationLatex(condition.of)))
  })

  test('links to each model that it is made of', () => {
    for (const part of model.parts) expect(html).toContain(`[${part.name}]`)
  })

  test('sets "ln" apart from what stands beside it, and a sign close to what it negates', () => {
    expect(html).not.toMatch(/<\/m(i|n|sub|sup|frac)><mi>ln|<mi>ln<\/mi><mo>\u2061<\/mo><m(i|n|sub|frac)/)
    expect(html).not.toMatch(/<mo>=<\/mo><mo(?! form="prefix")[^>]*>−/)
  })

  test('is one block of HTML: an empty line would end it', () => {
    expect(html).not.toMatch(/\n\s*\n/)
    expect(html.match(/<div/g)).toHaveLength(html.match(/<\/div>/g)!.length)
  })

  test('names nothing that a browser would load', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|style)|\ssrc=|url\(/)
  })
})

describe('where', () => {
  const where = (name: string): readonly string[] =>
    typeset(/<p>where<\/p>(.*?)<h4>Inputs/s.exec(htmlOf(named(name)))?.[1] ?? '')

  test('a part has the formula that it has there, of the inputs of the whole', () => {
    expect(where('rateCappedReset').slice(0, 2)).toEqual([
      equation(named('landauer')),
      'E_S = 2 k_{\\mathrm{B}}T\\,(\\tfrac{1}{2} - \\varepsilon) \\operatorname{artanh}\\frac{1/2 - \\varepsilon}{\\Gamma \\tau}'
    ])
  })

  test('parts of parts are opened too', () => {
    expect(where('limUpdate')).toEqual(
      ['reliableAttempt', 'driveForReliability', 'meanMatchedBarrier'].map((name) => equation(named(name)))
    )
  })

  test.each([
    ['landauer', 'h(x)'],
    ['generalizedLandauer', 'h(x)'],
    ['consolidationUncompute', 'h(x)'],
    ['mismatch', 'D(x\\,\\|\\,y)'],
    ['rampCharging', '\\varphi_2(x)'],
    ['exponentialMeanStep', '\\varphi_1(x)'],
    ['powerLawShape', '\\mathcal{L}(x)']
  ])('%s defines %s', (name, left) => {
    expect(where(name)).toEqual([expect.stringMatching(/ = /)])
    expect(where(name)[0]!.startsWith(`${left} = `)).toBe(true)
  })

  test('nothing is explained that needs no explanation', () => {
    for (const name of ['arrheniusRate', 'speedLimit', 'annealedParameter', 'consolidationReset'])
      expect(where(name)).toEqual([])
  })
})

test('a requirement of a part is told apart from its own', () => {
  expect(htmlOf(named('rateCappedReset'))).toMatch(/Requires .*\(\[speedLimit\]\)<\/p>/s)
  expect(htmlOf(named('speedLimit'))).not.toContain('[speedLimit]')
})
