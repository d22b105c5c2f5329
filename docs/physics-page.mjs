/**
 * What docs/physics.md takes from the models themselves: under the heading of each, its formula and
 * what it rests on; and the table of all. The rest of the page is written by hand.
 */
import { claimOf, models, nodeLatex, relationLatex, sections, symbolLatex } from 'limen'

/** As GitHub takes it: it refuses \operatorname. */
const forGitHub = (latex) => latex.replace(/\\operatorname\{(\w+)\}/g, '\\mathop{\\mathrm{$1}}')

/** A formula in a line. Markdown would take a backslash away before what is no letter. */
const inLine = (latex) => `$${latex.replace(/\\[^a-zA-Z]/g, '')}$`

const plain = (text) => text.replace(/[\\`*<>|$]/g, '\\$&')

const unique = (items) => [...new Set(items)]

/** This page is where the library derives what it derives itself. */
const sourceText = ({ citation, url }) => {
  if (/^limen: derived/.test(citation)) return 'derived here'
  return url === undefined ? plain(citation) : `[${plain(citation)}](${url})`
}

const sourcesOf = (model) => unique(model.sources.map(sourceText)).join('; ')

const unitOf = ({ unit }) => (unit.symbol === '' ? 'a pure number' : `in ${unit.symbol}`)

/** The formula of a model, and what must hold between its inputs. */
const formulaOf = ({ symbol, node, conditions }) => {
  const [left, right] = [symbolLatex(symbol), nodeLatex(node)]
  const relations = conditions.flatMap((condition) =>
    condition.kind === 'relation' ? [relationLatex(condition.of).replace(right, left)] : []
  )
  return unique([`${left} = ${right}`, ...relations])
    .map(forGitHub)
    .join(' ,\\qquad ')
}

const inputText = ([name, { symbol, range }]) =>
  `${inLine(symbolLatex(symbol))} \`${name}\` in ${plain(range.text)}`

const standing = ({ tier, processes }) => (processes.length === 0 ? tier : `${tier}, ${claimOf(tier)}`)

/** The heading of a model, its formula, and what it rests on; what stands below is written by hand. */
const opening = (model) =>
  [
    `### ${model.name}`,
    '',
    '```math',
    formulaOf(model),
    '```',
    '',
    `- **${standing(model)}**, ${unitOf(model)}. Constraint: ${plain(model.constraint)}.`,
    `- Inputs: ${Object.entries(model.inputs).map(inputText).join('; ')}.`,
    `- Source: ${sourcesOf(model)}.`,
    '',
    '<!-- by hand -->'
  ].join('\n')

const row = (...cells) => `| ${cells.join(' | ')} |`

const modelRow = (model) =>
  row(
    `[\`${model.name}\`](#${model.name.toLowerCase()})`,
    model.unit.symbol || '1',
    model.tier,
    plain(model.constraint),
    sourcesOf(model)
  )

const table = () =>
  [
    '<!-- models -->',
    '',
    row('model', 'in', 'tier', 'constraint', 'source'),
    row('---', '---', '---', '---', '---'),
    ...Object.entries(sections).flatMap(([section, own]) => [
      row(`**${section}**`, '', '', '', ''),
      ...Object.values(own).map(modelRow)
    ]),
    '',
    '<!-- /models -->'
  ].join('\n')

/** The page, with all that the models know brought up to date. */
export const written = (page) =>
  page
    .replace(/^### (\w+)\n[^]*?^<!-- by hand -->$/gm, (found, name) =>
      Object.hasOwn(models, name) ? opening(models[name]) : found
    )
    .replace(/^<!-- models -->\n[^]*?^<!-- \/models -->$/m, table)
