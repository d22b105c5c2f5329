/**
 * What the page of a model shows beside its docstring, made of the model's own data: its formula
 * typeset, what its parts stand for, its inputs with their domains, and what it rests on.
 *
 * A section is HTML with MathML, in pieces: texts, and `{ to }`, a link to an export by its name.
 */
import katex from 'katex'
import { claimOf, latexDefinitions, nodeLatex, relationLatex, symbolLatex } from 'limen'

const thin = '<mspace width="0.167em"></mspace>'

/** The spaces of TeX that MathML, as KaTeX writes it, has not: around "ln", and none behind the sign of −x. */
const spaced = (mathml) =>
  mathml
    .replace(
      /(?:<\/(?:m[in]|msub|msup|msubsup|mfrac|msqrt|mover|mrow)>|[)\]}]<\/mo>)(?=<mi[^>]*>[a-z]+<\/mi><mo>\u2061)/g,
      `$&${thin}`
    )
    .replace(/\u2061<\/mo>(?!<mo|<mtext)/g, `$&${thin}`)
    .replace(/(?<=<mo[^>]*>(?:[=≤([{,]|&lt;)<\/mo>)<mo>−/g, '<mo form="prefix">−')

const holes = { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' }

/** Script letters by themselves: of the variants of letters, browsers know only the upright one. */
const scripted = (mathml) =>
  mathml.replace(
    /<mi mathvariant="script">([A-Z])<\/mi>/g,
    (_, letter) => `<mi>${holes[letter] ?? String.fromCodePoint(0x1d49c + letter.charCodeAt(0) - 65)}</mi>`
  )

/** Strict: what KaTeX would only warn of is an error. */
export const typeset = (latex, displayMode = false) =>
  scripted(spaced(katex.renderToString(latex, { displayMode, output: 'mathml', strict: 'error' })))

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const unique = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()]

/** What a tier covers. */
const covers = {
  theorem: 'every machine that meets the constraint',
  circuit: 'every circuit of the class; it can be beaten outside it',
  model: 'one machine as stated; its energy is no bound, and a cleverer machine may pay less',
  empirical: 'a technology, as measured or projected'
}

/** The models that a graph of nodes is made of, each with the formula that it has there. */
const termsIn = (node, seen = new Set()) => {
  if (seen.has(node)) return []
  seen.add(node)
  const inside = [node.x, node.y].filter(Boolean).flatMap((part) => termsIn(part, seen))
  return node.kind === 'term' ? [{ model: node.of.model, node: node.x }, ...inside] : inside
}

const row = (...cells) => ['<tr>', ...cells.flatMap((cell) => ['<td>', ...[cell].flat(), '</td>']), '</tr>']
const table = (rows) => ['<table>', ...rows.flat(), '</table>']

const displayed = (latex) => typeset(`\\displaystyle ${latex}`)
const equation = (symbol, node) => `${symbolLatex(symbol)} = ${nodeLatex(node)}`

const formula = ({ symbol, node }) => {
  const own = equation(symbol, node)
  const parts = unique(
    termsIn(node).map((term) => ({ name: term.model.name, latex: equation(term.model.symbol, term.node) })),
    ({ latex }) => latex
  )
  const all = [own, ...parts.map(({ latex }) => latex)].join(' ')
  const functions = latexDefinitions(all).map(([name, definition]) => `${name} = ${definition}`)
  const where = [
    ...parts.map(({ name, latex }) => row(displayed(latex), { to: name })),
    ...functions.map((latex) => row(displayed(latex), 'by definition'))
  ]
  return [typeset(own, true), ...(where.length === 0 ? [] : ['<p>where</p>', ...table(where)])]
}

const inputs = (model) => [
  '<h4>Inputs</h4>',
  ...table([
    '<tr><th></th><th>Input</th><th>Unit</th><th>Domain</th><th>What it is</th></tr>',
    ...Object.entries(model.inputs).map(([name, { symbol, unit, range, description }]) =>
      row(
        typeset(symbolLatex(symbol)),
        `<code>${escaped(name)}</code>`,
        escaped(unit.symbol || '1'),
        escaped(range.text),
        escaped(description)
      )
    )
  ])
]

/** What must hold between the inputs; of a part, with its name. */
const requirements = ({ name, conditions }) => {
  const relations = unique(
    conditions
      .filter(({ kind }) => kind === 'relation')
      .map(({ model, of }) => ({ model, latex: relationLatex(of) })),
    ({ latex }) => latex
  ).map(({ model, latex }) => [typeset(latex), ...(model === name ? [] : [' (', { to: model }, ')'])])
  return relations.flatMap((relation, at) => [at === 0 ? '<p>Requires ' : ', ', ...relation]).concat('</p>')
}

const output = ({ unit }) => [
  '<h4>Output</h4>',
  `<p>${unit.symbol === '' ? 'A pure number' : `In ${escaped(unit.symbol)}`}. Outside its domain the model has no value: the result is a `,
  { to: 'ModelError' },
  ' that names the model, the input, its value and the domain.</p>'
]

const standing = ({ tier, processes }) => {
  const claim = `${claimOf(tier)}, of the energy of: ${processes.map(escaped).join(', ')}; `
  return `<strong>${tier}</strong>: ${processes.length === 0 ? '' : claim}it covers ${covers[tier]}`
}

const source = ({ citation, url }) =>
  url === undefined ? escaped(citation) : `<a href="${escaped(url)}">${escaped(citation)}</a>`

const evidence = (model) => [
  '<h4>Evidence</h4>',
  ...table([
    row('Tier', standing(model)),
    row('Constraint', escaped(model.constraint)),
    row('Sources', model.sources.map(source).join('<br>'))
  ])
]

/** The section of a model. */
export const sectionOf = (model) => [
  '<div class="limen-model">',
  ...formula(model),
  ...inputs(model),
  ...requirements(model),
  ...output(model),
  ...evidence(model),
  '</div>'
]
