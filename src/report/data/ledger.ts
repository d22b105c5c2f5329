/**
 * A ledger for other programs: JSON, CSV and Markdown.
 */
import { anEstimate } from '../../estimate/workload-file'
import { aNumber, expecting, optional } from '../../units/argument'
import { claimOf } from '../../formula/model'
import type { OutsideDomain } from '../../ledger/estimate'
import type { Place } from '../../ledger/paradigms'
import { endsOf, type Enclosure } from '../../units/enclosure'
import type { Quantity } from '../../units/quantity'
import {
  designBlocks,
  groundBlocks,
  lineBlocks,
  measuredBlocks,
  tableBlocks,
  titleBlocks
} from '../document/figures'
import { markdown } from '../document/markdown'
import { notesOf } from '../notes'
import { csvText } from '../../format/text/csv-text'
import {
  citation,
  entriesOf,
  isCertified,
  measuredOf,
  rowsOf,
  type AnyEntry,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { jsonText } from '../../units/visible'

/** The names and versions of the JSON forms; a version changes when a reader would have to. */
export const jsonFormats = { exact: 'limen.estimate/2', certified: 'limen.certified-estimate/2' } as const

/** A value, or what encloses it, as decimal texts in coherent SI. */
export const quantityJson = (of: Quantity<unknown> | Enclosure<unknown>) => {
  const unit = of.dimension.coherentUnit
  return 'exact' in of
    ? { value: of.exact.toString(), unit }
    : { lower: of.lower.exact.toString(), upper: of.upper.exact.toString(), unit }
}

const entryJson = ({ energy, tier, claim, constraint, sources }: AnyEntry) =>
  Object.assign(quantityJson(energy), { tier, claim, constraint, sources })

const rowJson = ({
  name,
  description,
  decadesAboveFloor: decades,
  walls: known,
  beside,
  parts,
  total,
  wallPlug
}: AnyRow) => ({
  name,
  description,
  decadesAboveFloor:
    decades === null || typeof decades === 'number'
      ? decades
      : { lower: decades.lower.value, upper: decades.upper.value },
  ...(known === undefined
    ? {}
    : {
        walls: Object.fromEntries(
          Object.entries<AnyEntry>(known).map(([wall, entry]) => [wall, entryJson(entry)])
        )
      }),
  ...(beside === undefined ? {} : { beside: entryJson(beside) }),
  ...(parts === undefined
    ? {}
    : {
        parts: parts.map((part: AnyEntry & { readonly name: string; readonly place: Place }) => ({
          name: part.name,
          place: part.place,
          ...entryJson(part)
        }))
      }),
  total: entryJson(total),
  ...(wallPlug === undefined ? {} : { wallPlug: entryJson(wallPlug) })
})

const outsideJson = ({ problems, ...row }: OutsideDomain) => ({
  ...row,
  problems: problems.map(({ kind: _, ...problem }) => problem)
})

/** What the learning took where it took place. */
const measuredJson = (estimate: AnyEstimate) => {
  const measured = measuredOf(estimate)
  if (measured === undefined) return {}
  const { what, value, upTo, year, evidence, source, note } = measured.fact
  const [from, to] = measured.decades.map((decade) => decade.toNumber())
  return {
    measured: {
      what,
      ...quantityJson(value),
      ...(upTo === undefined ? {} : { upTo: quantityJson(upTo) }),
      year,
      evidence,
      source,
      ...(note === undefined ? {} : { note }),
      decadesAboveFloor: from === undefined ? null : to === undefined ? from : { lower: from, upper: to }
    }
  }
}

const ledgerValue = (estimate: AnyEstimate) => {
  const { ledger, assumptions } = estimate
  const { scenario, counts, intermediates, paradigms, designs, outside } = ledger
  const { name, description } = scenario
  const { updates, macs, flops } = counts
  const notes = notesOf(ledger)
  return {
    format: isCertified(estimate) ? jsonFormats.certified : jsonFormats.exact,
    name,
    ...(description === undefined ? {} : { description }),
    assumptions,
    ...(notes.length === 0 ? {} : { notes }),
    counts: { updates: quantityJson(updates), macs: quantityJson(macs), flops: quantityJson(flops) },
    intermediates: Object.fromEntries(
      Object.entries<Quantity<unknown> | Enclosure<unknown>>(intermediates).map(([key, value]) => [
        key,
        quantityJson(value)
      ])
    ),
    paradigms: paradigms.map(rowJson),
    ...(designs.length === 0 ? {} : { designs: designs.map(rowJson) }),
    outside: outside.map(outsideJson),
    ...measuredJson(estimate)
  }
}

/** A ledger as JSON; values are decimal texts in coherent SI, so that no digit is lost. */
export const ledgerJson = expecting(
  'ledgerJson',
  { estimate: anEstimate },
  (estimate: AnyEstimate): string => `${jsonText(ledgerValue(estimate), 2)}\n`
)

/** The same in one line, for JSON Lines. @since 0.4.0 */
export const ledgerJsonLine = expecting(
  'ledgerJsonLine',
  { estimate: anEstimate },
  (estimate: AnyEstimate): string => `${jsonText(ledgerValue(estimate))}\n`
)

/** The row of what the learning took where it took place: what is measured or derived bounds nothing. */
const measuredRow = (estimate: AnyEstimate): readonly (readonly string[])[] => {
  const fact = measuredOf(estimate)?.fact
  if (fact === undefined) return []
  const energies = (isCertified(estimate) ? [fact.value, fact.upTo ?? fact.value] : [fact.value]).map(
    ({ exact }) => exact.toString()
  )
  const note = `${fact.what}; ${fact.evidence}${fact.note === undefined ? '' : `: ${fact.note}`}`
  const { name } = estimate.ledger.scenario
  const graded = ['empirical', claimOf('empirical'), note, citation(fact.source)]
  return [[name, 'as it took place', 'total', ...energies, ...graded, '']]
}

/**
 * A ledger as CSV (RFC 4180): a row for each paradigm and wall, for each total, and for what that is at the
 * wall plug, where it is pumped. A paradigm that has no value has a row without an energy, which says why
 * under `outside`.
 */
export const ledgerCsv = expecting('ledgerCsv', { estimate: anEstimate }, (estimate: AnyEstimate): string => {
  const { scenario, outside } = estimate.ledger
  const energies = isCertified(estimate) ? ['energy_lower_J', 'energy_upper_J'] : ['energy_J']
  const header = [
    ...['scenario', 'paradigm', 'wall', ...energies],
    ...['tier', 'claim', 'constraint', 'sources', 'outside']
  ]
  const row = (paradigm: AnyRow, wall: string, entry: AnyEntry): readonly string[] => {
    const { energy, tier, claim, constraint, sources } = entry
    const figures = endsOf<unknown>(energy).map(({ exact }) => exact.toString())
    const cited = sources.map(citation).join('; ')
    return [scenario.name, paradigm.name, wall, ...figures, tier, claim, constraint, cited, '']
  }
  const rows = rowsOf(estimate).flatMap((paradigm) => [
    ...entriesOf(paradigm).map(([place, entry]) => row(paradigm, place, entry)),
    row(paradigm, 'total', paradigm.total),
    ...(paradigm.wallPlug === undefined ? [] : [row(paradigm, 'wallPlug', paradigm.wallPlug)])
  ])
  const none = outside.map(({ name, problems }) => [
    ...[scenario.name, name, 'total', ...energies.map(() => '')],
    ...['', '', '', '', problems.map(({ message }) => message).join('; ')]
  ])
  return csvText([header, ...rows, ...none, ...measuredRow(estimate)])
})

/** A ledger as Markdown. */
export const ledgerMarkdown = expecting(
  'ledgerMarkdown',
  { estimate: anEstimate, digits: optional(aNumber) },
  (estimate: AnyEstimate, digits?: number): string =>
    markdown([
      ...titleBlocks(estimate),
      ...tableBlocks(estimate, digits),
      ...lineBlocks(estimate, digits),
      ...designBlocks(estimate),
      ...measuredBlocks(estimate, digits),
      ...groundBlocks(estimate)
    ])
)
