/**
 * A ledger for a terminal: aligned, in engineering units, with a bar on a logarithmic scale.
 */
import { aNumber, expecting, optional } from '../../units/argument'
import { tiers } from '../../formula/model'
import { anEstimate, type Assumption } from '../../estimate/workload-file'
import {
  citation,
  claimText,
  coolingOf,
  figure,
  isCertified,
  learnedSentence,
  linesOf,
  measuredDecades,
  measuredOf,
  outsideOf,
  sourcesOf,
  tierMeanings,
  tierName,
  rowsOf,
  wallPlugName,
  type AnyEstimate
} from '../ledger'
import { adviceOf } from '../design'
import { notesOf } from '../notes'
import { remarksOf, type Remark } from '../remarks'
import { figureTable } from './figures'
import { broken, filled, gap, hanging } from './lines'
import { aPaint, plain, type Paint } from './paint'
import { aligned, terminalColumns, widthOf, wrapped } from './table'
import { oneLine } from '../../shape/words'

export { aPaint, plain, type Paint } from './paint'

/** What a line holds beside its indent. */
const lineWidth = terminalColumns - gap.length

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? line : `  ${line}`))

const section = (paint: Paint, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.heading(title), ...indented(lines)]

/** Names that are longer stand above what is said of them. */
const widestName = 24

/** Names with what is said of each, in lines that begin under each other. */
const named = (
  texts: readonly (readonly [name: string, ...said: readonly string[]])[],
  paint: Paint
): readonly string[] => {
  const rows = texts.map(([name, ...said]) => [oneLine(name), ...said] as const)
  const names = rows.map(([name]) => widthOf(name)).filter((width) => width <= widestName)
  const column = Math.max(0, ...names) + gap.length
  return rows.flatMap(([name, ...said]) => {
    const lines = said.flatMap((text) => broken(text, lineWidth - column))
    const beside = widthOf(name) <= widestName ? lines.slice(0, 1) : []
    return [
      `${paint.strong(name)}${' '.repeat(Math.max(0, column - widthOf(name)))}${beside.join('')}`.trimEnd(),
      ...lines.slice(beside.length).map((line) => ' '.repeat(column) + line)
    ]
  })
}

/** What the lines are that machines are seen against. */
const lineLines = (estimate: AnyEstimate, paint: Paint): readonly string[] => {
  const lines = linesOf(estimate)
  return lines.length === 0
    ? []
    : ['', ...indented([...named(lines, paint), ...wrapped(learnedSentence, lineWidth).map(paint.faint)])]
}

const outsideLines = (estimate: AnyEstimate, paint: Paint): readonly string[] =>
  named(
    outsideOf(estimate).map(([name, description, why]) => [name, `${description}: ${why}`]),
    paint
  )

const noteLines = ({ ledger }: AnyEstimate): readonly string[] =>
  notesOf(ledger).flatMap((note) => hanging(note, lineWidth))

/** What is said of rows, each after its name. */
const remarkLines = (remarks: readonly Remark[], paint: Paint): readonly string[] =>
  named(
    remarks.map(({ name, sentences }) => [name, sentences.join(' ')]),
    paint
  )

/** The totals where heat is pumped out of the cold, and what that assumes. */
const wallPlugLines = (
  estimate: AnyEstimate,
  paint: Paint,
  digits: number | undefined
): readonly string[] => {
  const cooling = coolingOf(estimate, digits)
  if (cooling === undefined) return []
  const rows = rowsOf(estimate).flatMap(({ name, wallPlug }) =>
    wallPlug === undefined ? [] : [[name, figure(wallPlug.energy, digits), wallPlug.claim]]
  )
  return [
    ...aligned(rows, ['left', 'right', 'left']).map((line) => line.replace(/^\S+/, paint.strong)),
    ...wrapped(cooling, lineWidth).map(paint.faint)
  ]
}

/** Each paradigm: what it is, what may be claimed of it, and the constraint that makes it so. */
const paradigmLines = (estimate: AnyEstimate, paint: Paint): readonly string[] =>
  named(
    rowsOf(estimate).map(({ name, description, total: { claim, tier, constraint } }) => [
      name,
      `${description}: ${claimText(claim, tier)}`,
      constraint
    ]),
    paint
  )

const tierLines = (estimate: AnyEstimate): readonly string[] =>
  named(
    tiers
      .filter((tier) => rowsOf(estimate).some(({ total }) => total.tier === tier))
      .map((tier) => [tierName(tier), tierMeanings[tier]]),
    plain
  )

const origins: { readonly [O in Assumption['origin']]: string } = {
  file: '',
  override: 'overridden',
  default: 'default',
  derived: 'derived',
  trace: 'from the trace',
  cited: 'cited',
  assumed: 'an assumption'
}

/** Reasons stand beside values up to here, and below those that reach further. */
const widestValue = 46

const assumptionLines = ({ assumptions }: AnyEstimate): readonly string[] => {
  const column = Math.max(0, ...assumptions.map(({ name }) => widthOf(name))) + gap.length
  const heads = assumptions.map(({ name, value }) =>
    broken(value, lineWidth - column).map((line, at) => filled(at === 0 ? name : '', column) + line)
  )
  const ends = heads.map((head) => widthOf(head.at(-1) ?? ''))
  const indent = Math.max(column, ...ends.filter((width) => width <= widestValue)) + gap.length
  return assumptions.flatMap(({ origin, why = '' }, at) => {
    const reason = [origins[origin], why].filter((part) => part !== '').join(': ')
    const lines = broken(reason, lineWidth - indent)
    const head = heads[at]!
    const beside = ends[at]! < indent ? lines.slice(0, 1) : []
    return [
      ...head.slice(0, -1),
      (beside.length === 0 ? head.at(-1)! : filled(head.at(-1)!, indent) + beside.join('')).trimEnd(),
      ...lines.slice(beside.length).map((line) => ' '.repeat(indent) + line)
    ]
  })
}

/** What the learning took where it took place, beside its floor. */
const measuredLines = (
  estimate: AnyEstimate,
  paint: Paint,
  digits: number | undefined
): readonly string[] => {
  const measured = measuredOf(estimate)
  if (measured === undefined) return []
  const { value, upTo, what, note, evidence, year, source } = measured.fact
  const energy = [value, ...(upTo === undefined ? [] : [upTo])].map((end) => figure(end, digits)).join(' to ')
  const decades = measuredDecades(measured)
  const distance = decades === '' ? '' : `, ${decades} decades above the floor`
  const grade = `${evidence}${note === undefined ? '' : `: ${note}`}; ${source.citation}`
  return [
    `${paint.strong(energy)}${distance}`,
    ...wrapped(`${what} (${year}); ${grade}`, lineWidth).map(paint.faint)
  ]
}

const sourceLines = (estimate: AnyEstimate): readonly string[] =>
  sourcesOf(estimate).flatMap((source) => hanging(citation(source), lineWidth))

const enclosed = 'certified: each figure lies between its two lines, whatever the rounding'

/** The answer: figures, what they are, and what is said of designs. */
const answerLines = (estimate: AnyEstimate, paint: Paint, digits: number | undefined): readonly string[] => {
  const { name, description } = estimate.ledger.scenario
  return [
    ...broken(name, terminalColumns).map(paint.heading),
    ...(description === undefined ? [] : wrapped(description, terminalColumns).map(paint.faint)),
    '',
    ...figureTable(estimate, paint, digits),
    ...(isCertified(estimate) ? ['', `  ${paint.faint(enclosed)}`] : []),
    ...lineLines(estimate, paint),
    ...section(paint, 'What these totals are', remarkLines(remarksOf(estimate), paint)),
    ...section(paint, 'Notes', noteLines(estimate)),
    ...section(paint, 'Designs', remarkLines(adviceOf(estimate), paint)),
    ...section(paint, 'Without a value here', outsideLines(estimate, paint)),
    ...section(paint, `Totals ${wallPlugName}`, wallPlugLines(estimate, paint, digits)),
    ...section(paint, 'As it took place', measuredLines(estimate, paint, digits))
  ]
}

/**
 * A ledger as text, in short: the figures, what the two lines are, what is said of designs. At most 80 columns
 * wide, unless figures of many digits are wider, and ending in a line break.
 *
 * @example
 * import { orThrow } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import { ledgerSummary } from 'limen/report'
 * import { readFileSync } from 'node:fs'
 * const brain = orThrow(estimateFile(readFileSync('examples/brain-scale.json', 'utf8')))
 * ledgerSummary(brain).includes('\nAssumptions\n') // false
 *
 * @since 0.8.0
 */
export const ledgerSummary = expecting(
  'ledgerSummary',
  { estimate: anEstimate, paint: aPaint, digits: optional(aNumber) },
  (estimate: AnyEstimate, paint: Paint = plain, digits?: number): string =>
    [...answerLines(estimate, paint, digits), ''].join('\n')
)

/** A ledger as text with all that it rests on, ending in a line break. */
export const ledgerText = expecting(
  'ledgerText',
  { estimate: anEstimate, paint: aPaint, digits: optional(aNumber) },
  (estimate: AnyEstimate, paint: Paint = plain, digits?: number): string =>
    [
      ...answerLines(estimate, paint, digits),
      ...section(paint, 'Paradigms', paradigmLines(estimate, paint)),
      ...section(paint, 'Tiers', tierLines(estimate)),
      ...section(paint, 'Assumptions', assumptionLines(estimate)),
      ...section(paint, 'Sources', sourceLines(estimate)),
      ''
    ].join('\n')
)
