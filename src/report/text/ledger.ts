/**
 * A ledger for a terminal: aligned, in engineering units, with a bar on a logarithmic scale.
 */
import { aFunction, aNumber, expecting, having, type Kind, optional } from '../../units/argument'
import { anEstimate, type Assumption } from '../../estimate/workload-file'
import type { Place } from '../../ledger/paradigms'
import { endsOf } from '../../units/enclosure'
import {
  citation,
  coolingOf,
  decadesOf,
  energiesOf,
  figure,
  isCertified,
  learnedSentence,
  linesOf,
  measuredDecades,
  measuredOf,
  outsideOf,
  sourcesOf,
  tierMeanings,
  placeNames,
  placesOf,
  rowsOf,
  wallPlugName,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { adviceOf } from '../design'
import { aligned, bar, widthOf, wrapped } from './table'
import { oneLine } from '../../shape/words'

/** How parts of a text are set off; a plain text leaves them as they are. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly bar: (text: string) => string
  readonly heading: (text: string) => string
}

const as = (text: string): string => text

/** A function of each kind of text. */
export const aPaint: Kind = optional(
  having('functions that paint texts (strong, faint, bar, heading)', {
    strong: aFunction,
    faint: aFunction,
    bar: aFunction,
    heading: aFunction
  })
)

/** No colours. */
export const plain: Paint = { strong: as, faint: as, bar: as, heading: as }

const barColumns = 11
const lineWidth = 96

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === '' ? line : `  ${line}`))

const section = (paint: Paint, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.heading(title), ...indented(lines)]

/** How far above the floor a bar reaches. */
const reach = ({ decadesAboveFloor: decades }: AnyRow): number =>
  Math.max(0, decades === null ? 0 : typeof decades === 'number' ? decades : decades.upper.value)

/** A line of the table. What is enclosed takes two: one of lower ends, and below it one of upper ends. */
interface Line {
  readonly name: string
  readonly sign: string
  readonly figures: readonly string[]
  readonly decades: string
  readonly bar: string
  readonly claim: string
}

const below = { name: '', bar: '', claim: '' } as const

const rowLines = (
  paradigm: AnyRow,
  places: readonly Place[],
  bar: string,
  digits: number | undefined
): readonly Line[] => {
  const energies = energiesOf(paradigm, places)
  const figuresAt = (end: number): readonly string[] =>
    energies.map((energy) => figure(energy && endsOf<unknown>(energy).at(end), digits))
  const { name, total } = paradigm
  const [least = '', most = ''] = decadesOf(paradigm)
  const first = { name, sign: '', figures: figuresAt(0), decades: least, bar, claim: total.claim }
  return 'exact' in total.energy
    ? [first]
    : [
        { ...first, sign: '≥' },
        { ...below, sign: '≤', figures: figuresAt(1), decades: most }
      ]
}

const figureTable = (estimate: AnyEstimate, paint: Paint, digits: number | undefined): readonly string[] => {
  const rows = rowsOf(estimate)
  const places = placesOf(estimate)
  const most = Math.max(1, ...rows.map(reach))
  const lines = rows.flatMap((paradigm) =>
    rowLines(paradigm, places, bar((reach(paradigm) / most) * barColumns) || '▏', digits)
  )
  const header: Line = {
    ...{ name: '', sign: '', figures: [...places.map((place) => placeNames[place]), 'total'] },
    ...{ decades: 'decades', bar: 'above floor', claim: 'what it is' }
  }
  const signed = isCertified(estimate)
  const cells = ({ name, sign, figures, decades, bar, claim }: Line): readonly string[] => [
    ...[name, ...(signed ? [sign] : []), ...figures],
    ...[decades, bar, claim]
  ]
  const [head = '', ...body] = aligned([header, ...lines].map(cells), [
    ...(signed ? (['left', 'left'] as const) : (['left'] as const)),
    ...header.figures.map(() => 'right' as const),
    'right',
    'left',
    'left'
  ])
  return [
    paint.faint(head),
    ...body.map((text, at) => {
      const { name, bar } = lines[at]!
      return name === '' ? text : text.replace(name, paint.strong(name)).replace(bar, paint.bar(bar))
    })
  ]
}

/** Names with what is said of each, in lines that begin under each other. */
const named = (rows: readonly (readonly [string, string])[], paint: Paint): readonly string[] => {
  const indent = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.flatMap(([name, text]) =>
    wrapped(text, lineWidth - indent).map((line, at) =>
      at === 0 ? `${paint.strong(name)}${' '.repeat(indent - name.length)}${line}` : ' '.repeat(indent) + line
    )
  )
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

/** What is said of designs of one's own. */
const designLines = (estimate: AnyEstimate, paint: Paint): readonly string[] =>
  named(
    adviceOf(estimate).map(({ name, sentences }) => [name, sentences.join(' ')]),
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
const paradigmLines = (estimate: AnyEstimate, paint: Paint): readonly string[] => {
  const paradigms = rowsOf(estimate)
  const indent = Math.max(...paradigms.map(({ name }) => name.length)) + 2
  return paradigms.flatMap(({ name, description, total: { claim, tier, constraint } }) => [
    `${paint.strong(name)}${' '.repeat(indent - name.length)}${description}: ${claim} (${tier})`,
    ...wrapped(constraint, lineWidth - indent).map((line) => ' '.repeat(indent) + paint.faint(line))
  ])
}

const tierLines = (estimate: AnyEstimate): readonly string[] => {
  const paradigms = rowsOf(estimate)
  const used = Object.entries(tierMeanings).filter(([tier]) =>
    paradigms.some(({ total }: AnyRow) => total.tier === tier)
  )
  return aligned(used, ['left', 'left'])
}

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
const widestValue = 70

const assumptionLines = ({ assumptions }: AnyEstimate): readonly string[] => {
  const named = aligned(
    assumptions.map(({ name, value }) => [name, value]),
    ['left', 'left']
  )
  const indent = Math.max(0, ...named.map(widthOf).filter((width) => width <= widestValue)) + 2
  return assumptions.flatMap(({ origin, why }, at) => {
    const reason = [origins[origin], why].filter((part) => part !== undefined && part !== '').join(': ')
    const head = named[at]!
    const lines = reason === '' ? [] : wrapped(reason, Math.max(40, lineWidth - indent))
    const room = indent - widthOf(head)
    const [first = '', ...more] = room < 2 ? ['', ...lines] : lines
    return [
      `${head}${' '.repeat(Math.max(0, room))}${first}`.trimEnd(),
      ...more.map((line) => ' '.repeat(indent) + line)
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

const sourceLines = (estimate: AnyEstimate): readonly string[] => sourcesOf(estimate).map(citation)

const enclosed = 'certified: each figure lies between its two lines, whatever the rounding'

/** A ledger as text, ending in a line break. */
export const ledgerText = expecting(
  'ledgerText',
  { estimate: anEstimate, paint: aPaint, digits: optional(aNumber) },
  (estimate: AnyEstimate, paint: Paint = plain, digits?: number): string => {
    const { name, description } = estimate.ledger.scenario
    return [
      paint.heading(oneLine(name)),
      ...(description === undefined ? [] : wrapped(description, lineWidth).map(paint.faint)),
      '',
      ...indented(figureTable(estimate, paint, digits)),
      ...(isCertified(estimate) ? ['', `  ${paint.faint(enclosed)}`] : []),
      ...lineLines(estimate, paint),
      ...section(paint, 'Designs', designLines(estimate, paint)),
      ...section(paint, 'Without a value here', outsideLines(estimate, paint)),
      ...section(paint, `Totals ${wallPlugName}`, wallPlugLines(estimate, paint, digits)),
      ...section(paint, 'As it took place', measuredLines(estimate, paint, digits)),
      ...section(paint, 'Paradigms', paradigmLines(estimate, paint)),
      ...section(paint, 'Tiers', tierLines(estimate)),
      ...section(paint, 'Assumptions', assumptionLines(estimate)),
      ...section(paint, 'Sources', sourceLines(estimate)),
      ''
    ].join('\n')
  }
)
