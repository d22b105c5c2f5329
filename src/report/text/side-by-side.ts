/** Ledgers side by side: a column for each, with totals, and decades above the floor of each. */
import { aList, aNumber, expecting, optional } from '../../units/argument'
import { decades, figure, rowsOf, unknownFigure, type AnyEstimate, type AnyRow } from '../ledger'
import { broken, gap } from './lines'
import { aPaint, plain, type Paint } from './paint'
import { columns, terminalColumns, widthOf } from './table'
import { oneLine } from '../../shape/words'

/** A ledger, and what its column is called, such as the name of its file. @since 0.8.0 */
export interface NamedLedger {
  readonly heading: string
  readonly estimate: AnyEstimate
}

const headingWidth = 14

/** A heading on lines that a column holds, broken where names are joined. */
const headingLines = (heading: string): readonly string[] =>
  oneLine(heading)
    .split(/(?<=[-_./ ])/)
    .reduce<readonly string[]>((lines, part) => {
      const last = lines.at(-1)
      return last !== undefined && widthOf(last + part) <= headingWidth
        ? [...lines.slice(0, -1), last + part]
        : [...lines, ...broken(part, headingWidth)]
    }, [])

const rowIn = ({ estimate }: NamedLedger, name: string): AnyRow | undefined =>
  rowsOf(estimate).find((row) => row.name === name)

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** The cells of a ledger under its heading: the energies end under each other, and so do the decades. */
const columnOf = (
  ledger: NamedLedger,
  names: readonly string[],
  digits: number | undefined
): readonly string[] => {
  const rows = names.map((name) => rowIn(ledger, name))
  const totals = rows.map((row) => (row === undefined ? unknownFigure : figure(row.total.energy, digits)))
  const above = rows.map((row) => (row === undefined ? '' : decades(row)))
  const widest = Math.max(...above.map(widthOf))
  return totals.map((total, at) => `${total}${gap}${above[at]!.padStart(widest)}`)
}

const tableOf = (
  ledgers: readonly NamedLedger[],
  names: readonly string[],
  paint: Paint,
  digits: number | undefined
): readonly string[] => {
  const headings = ledgers.map(({ heading }) => headingLines(heading))
  const tallest = Math.max(...headings.map(({ length }) => length))
  const head = Array.from({ length: tallest }, (_, line) => [
    '',
    ...headings.map((words) => words[line + words.length - tallest] ?? '')
  ])
  const cells = ledgers.map((ledger) => columnOf(ledger, names, digits))
  const body = names.map((name, at) => [oneLine(name), ...cells.map((column) => column[at]!)])
  const lines = columns([...head, ...body], ['left', ...ledgers.map(() => 'right' as const)])
  const claims = names.map((name) =>
    distinct(ledgers.flatMap((ledger) => rowIn(ledger, name)?.total.claim ?? [])).join(' or ')
  )
  return [
    ...lines.slice(0, tallest).map((line) => paint.faint(gap + line)),
    ...lines
      .slice(tallest)
      .flatMap((line, at) => [
        ...(claims[at] === claims[at - 1] ? [] : [claims[at]!]),
        gap + line.replace(oneLine(names[at]!), (name) => paint.strong(name))
      ])
  ]
}

/** Ledgers in tables of as many columns as a terminal holds. */
const tables = (
  ledgers: readonly NamedLedger[],
  ...[names, paint, digits]: readonly [readonly string[], Paint, number | undefined]
): readonly string[] => {
  const fits = (count: number): boolean =>
    tableOf(ledgers.slice(0, count), names, plain, digits).every((line) => widthOf(line) <= terminalColumns)
  const many = ledgers.findIndex((_, at) => at > 0 && !fits(at + 1))
  if (many < 0) return tableOf(ledgers, names, paint, digits)
  return [
    ...tableOf(ledgers.slice(0, many), names, paint, digits),
    '',
    ...tables(ledgers.slice(many), names, paint, digits)
  ]
}

/**
 * Ledgers side by side as text, ending in a line break: a column for each with the totals of its rows, and how many
 * decades each is above its floor.
 *
 * @example
 * import { orThrow } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import { sideBySideText } from 'limen/report'
 * import { readFileSync } from 'node:fs'
 * const ledgers = ['gpt-3', 'lenet-5'].map((heading) => ({
 *   heading,
 *   estimate: orThrow(estimateFile(readFileSync(`examples/${heading}.json`, 'utf8')))
 * }))
 * sideBySideText(ledgers).split('\n')[1]?.trim() // 'gpt-3         lenet-5'
 *
 * @since 0.8.0
 */
export const sideBySideText = expecting(
  'sideBySideText',
  { ledgers: aList, paint: aPaint, digits: optional(aNumber) },
  (ledgers: readonly NamedLedger[], paint: Paint = plain, digits?: number): string => {
    const names = distinct(ledgers.flatMap(({ estimate }) => rowsOf(estimate).map(({ name }) => name)))
    return [
      paint.faint('total, and decades above the floor'),
      ...tables(ledgers, names, paint, digits),
      ''
    ].join('\n')
  }
)
