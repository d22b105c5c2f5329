/**
 * A ledger for a terminal: aligned, in engineering units, with a bar on a logarithmic scale.
 */
import type { Estimate, Assumption } from '../schema/workload-file'
import { citation, decades, figures, sourcesOf, tierMeanings, wallNames } from './ledger'
import { aligned, bar, oneLine, widthOf, wrapped } from './table'

/** How parts of a text are set off; a plain text leaves them as they are. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly bar: (text: string) => string
  readonly heading: (text: string) => string
}

const as = (text: string): string => text

/** No colours. */
export const plain: Paint = { strong: as, faint: as, bar: as, heading: as }

const barColumns = 16
const lineWidth = 96

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? line : `  ${line}`))

const section = (paint: Paint, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.heading(title), ...indented(lines)]

const figureTable = ({ ledger: { paradigms } }: Estimate, paint: Paint): readonly string[] => {
  const most = Math.max(1, ...paradigms.map(({ decadesAboveFloor }) => decadesAboveFloor ?? 0))
  const header = ['', ...Object.values(wallNames), 'total', 'decades', 'above the floor']
  const bars = paradigms.map(
    ({ decadesAboveFloor }) => bar((Math.max(0, decadesAboveFloor ?? 0) / most) * barColumns) || '▏'
  )
  const rows = paradigms.map((paradigm, at) => [
    paradigm.name,
    ...figures(paradigm),
    decades(paradigm),
    bars[at]!,
    paradigm.total.tier
  ])
  const [head = '', ...body] = aligned(
    [[...header, 'tier'], ...rows],
    ['left', 'right', 'right', 'right', 'right', 'right', 'left', 'left']
  )
  return [
    paint.faint(head),
    ...body.map((line, at) => {
      const { name } = paradigms[at]!
      return line.replace(name, paint.strong(name)).replace(bars[at]!, paint.bar(bars[at]!))
    })
  ]
}

/** Each paradigm: what it is, what may be claimed of it, and the constraint that makes it so. */
const paradigmLines = ({ ledger: { paradigms } }: Estimate, paint: Paint): readonly string[] => {
  const indent = Math.max(...paradigms.map(({ name }) => name.length)) + 2
  return paradigms.flatMap(({ name, description, total: { claim, tier, constraint } }) => [
    `${paint.strong(name)}${' '.repeat(indent - name.length)}${description}: ${claim} (${tier})`,
    ...wrapped(constraint, lineWidth - indent).map((line) => ' '.repeat(indent) + paint.faint(line))
  ])
}

const tierLines = ({ ledger: { paradigms } }: Estimate): readonly string[] => {
  const used = Object.entries(tierMeanings).filter(([tier]) =>
    paradigms.some(({ total }) => total.tier === tier)
  )
  return aligned(
    used.map(([tier, meaning]) => [tier, meaning]),
    ['left', 'left']
  )
}

const origins: { readonly [O in Assumption['origin']]: string } = {
  file: '',
  override: 'overridden',
  default: 'default',
  derived: 'derived'
}

const assumptionLines = ({ assumptions }: Estimate): readonly string[] => {
  const named = aligned(
    assumptions.map(({ name, value }) => [name, value]),
    ['left', 'left']
  )
  const indent = Math.max(...named.map(widthOf)) + 2
  return assumptions.flatMap(({ origin, why }, at) => {
    const reason = [origins[origin], why].filter((part) => part !== undefined && part !== '').join(': ')
    const [first = '', ...more] = wrapped(reason, Math.max(40, lineWidth - indent))
    const head = named[at]!
    return [
      `${head}${' '.repeat(indent - widthOf(head))}${first}`.trimEnd(),
      ...more.map((line) => ' '.repeat(indent) + line)
    ]
  })
}

const sourceLines = (estimate: Estimate): readonly string[] => sourcesOf(estimate).map(citation)

/** A ledger as text, ending in a line break. */
export const ledgerText = (estimate: Estimate, paint: Paint = plain): string => {
  const { name, description } = estimate.ledger.scenario
  return [
    paint.heading(oneLine(name)),
    ...(description === undefined ? [] : wrapped(description, lineWidth).map(paint.faint)),
    '',
    ...indented(figureTable(estimate, paint)),
    ...section(paint, 'Paradigms', paradigmLines(estimate, paint)),
    ...section(paint, 'Tiers', tierLines(estimate)),
    ...section(paint, 'Assumptions', assumptionLines(estimate)),
    ...section(paint, 'Sources', sourceLines(estimate)),
    ''
  ].join('\n')
}
