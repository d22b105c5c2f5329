/**
 * A ledger for other programs: JSON, CSV and Markdown.
 */
import type { LedgerEntry, Paradigm } from '../ledger/estimate'
import { walls } from '../ledger/paradigms'
import type { Estimate } from '../schema/workload-file'
import { coherentUnit } from '../units/format'
import type { Quantity } from '../units/quantity'
import { citation, decades, figures, sourcesOf, tierMeanings, wallNames } from './ledger'
import { oneLine } from './table'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const jsonFormat = 'limen.estimate/1'

const quantityJson = (quantity: Quantity<unknown>) => ({
  value: quantity.exact.toString(),
  unit: coherentUnit(quantity.dimension)
})

const entryJson = ({ energy, tier, claim, constraint, sources }: LedgerEntry) => ({
  ...quantityJson(energy),
  tier,
  claim,
  constraint,
  sources
})

const paradigmJson = ({ name, description, decadesAboveFloor, walls: parts, total }: Paradigm) => ({
  name,
  description,
  decadesAboveFloor,
  ...(parts === undefined
    ? {}
    : { walls: Object.fromEntries(walls.map((wall) => [wall, entryJson(parts[wall])])) }),
  total: entryJson(total)
})

/** A ledger as JSON; values are decimal texts in coherent SI, so that no digit is lost. */
export const ledgerJson = ({ ledger, assumptions }: Estimate): string => {
  const { scenario, counts, intermediates, paradigms } = ledger
  const { name, description } = scenario
  const { updates, macs, flops } = counts
  const document = {
    format: jsonFormat,
    name,
    ...(description === undefined ? {} : { description }),
    assumptions,
    counts: { updates: quantityJson(updates), macs: quantityJson(macs), flops: quantityJson(flops) },
    intermediates: Object.fromEntries(
      Object.entries(intermediates).map(([key, value]) => [key, quantityJson(value)])
    ),
    paradigms: paradigms.map(paradigmJson)
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const csvCell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const csvRow = (cells: readonly string[]): string => cells.map(csvCell).join(',')

const csvHeader = ['scenario', 'paradigm', 'wall', 'energy_J', 'tier', 'claim', 'constraint', 'sources']

/** A ledger as CSV (RFC 4180): a row for each paradigm and wall, and for each total. */
export const ledgerCsv = ({ ledger: { scenario, paradigms } }: Estimate): string => {
  const row = (
    paradigm: Paradigm,
    wall: string,
    { energy, tier, claim, constraint, sources }: LedgerEntry
  ): string =>
    csvRow([
      scenario.name,
      paradigm.name,
      wall,
      energy.exact.toString(),
      tier,
      claim,
      constraint,
      sources.map(citation).join('; ')
    ])
  const rows = paradigms.flatMap((paradigm) => [
    ...(paradigm.walls === undefined ? [] : walls.map((wall) => row(paradigm, wall, paradigm.walls![wall]))),
    row(paradigm, 'total', paradigm.total)
  ])
  return [csvRow(csvHeader), ...rows, ''].join('\r\n')
}

const markdownCell = (text: string): string => oneLine(text).replaceAll('|', '\\|')

const markdownTable = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightFrom = header.length
): string =>
  [header, header.map((_, at) => (at >= rightFrom ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.map(markdownCell).join(' | ')} |`)
    .join('\n')

/** A ledger as Markdown. */
export const ledgerMarkdown = (estimate: Estimate): string => {
  const { ledger, assumptions } = estimate
  const { name, description } = ledger.scenario
  const figureRows = ledger.paradigms.map((paradigm) => [
    `\`${paradigm.name}\` ${paradigm.description}`,
    paradigm.total.tier,
    ...figures(paradigm),
    decades(paradigm)
  ])
  return [
    `# ${oneLine(name)}`,
    ...(description === undefined ? [] : [oneLine(description)]),
    markdownTable(
      ['paradigm', 'tier', ...Object.values(wallNames), 'total', 'decades above the floor'],
      figureRows,
      2
    ),
    '## Tiers',
    Object.entries(tierMeanings)
      .map(([tier, meaning]) => `- **${tier}**: ${meaning}`)
      .join('\n'),
    '## Assumptions',
    markdownTable(
      ['name', 'value', 'origin', 'why'],
      assumptions.map(({ name, value, origin, why }) => [`\`${name}\``, value, origin, why ?? ''])
    ),
    '## Sources',
    sourcesOf(estimate)
      .map((source) => `- ${citation(source)}`)
      .join('\n'),
    ''
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
