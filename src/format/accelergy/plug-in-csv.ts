/**
 * The tables of Accelergy's table-based plug-ins: a file for each component, a row for each set of
 * attributes and actions.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { isNumeral } from '../../units/decimal'
import { shortened } from '../../units/parse'
import { picojoules } from '../../units/si'
import { listed, shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { csvRows, type Row } from '../text/csv'
import { accelergyUnit } from './ert'
import { kindNotes, kindOf } from '../energies/kind'
import { linesOf, problemAt, unless, withoutMark } from '../text/lines'
import { energyIn } from '../text/numeral'

/** What Accelergy asks every component for. */
const asked = ['read', 'write', 'update', 'leak']

/** Without comments, but with the lines on which they stood. */
const withoutComments = (source: string): string =>
  linesOf(withoutMark(source))
    .map(({ text }) => text.replace(/#.*$/, ''))
    .join('\n')

/** An attribute as what it is: a number, true, false or a text. */
const argumentOf = (field: string): string | number | boolean => {
  if (/^(true|false)$/i.test(field)) return field.toLowerCase() === 'true'
  return isNumeral(field) && Number.isFinite(Number(field)) ? Number(field) : field
}

/** The component that a file is named after: "tables/adc.csv" is of "adc". */
const componentOf = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')

const energy = energyIn(picojoules)

/** The entries of a row: one for each of its actions. */
const entriesOf = (component: string, header: readonly string[], { line, fields }: Row) => {
  const problems: SchemaProblem[] = []
  if (fields.length !== header.length) {
    problems.push(
      problemAt(line, `expected ${header.length} fields, as the header has, got ${fields.length}`)
    )
    return { problems, actions: [] }
  }
  const at = (name: string): string => fields[header.indexOf(name)]!
  const found = energy(at('energy'))
  if (found === undefined)
    problems.push(
      problemAt(line, `energy: expected 0 pJ or more, as a plain number, got ${shown(at('energy'))}`)
    )
  const words = at('action')
    .split('|')
    .map((word) => word.trim())
  if (words.includes(''))
    problems.push(problemAt(line, `action: expected names with | between them, got ${shown(at('action'))}`))
  const given = Object.fromEntries(
    header.flatMap((name, place) =>
      ['energy', 'area', 'action', ''].includes(name) || ['', '*'].includes(fields[place]!)
        ? []
        : [[name, argumentOf(fields[place]!)] as const]
    )
  )
  if (found === undefined || problems.length > 0) return { problems, actions: [] }
  return {
    problems,
    actions: words.map((action): ActionEnergy => ({
      component,
      action,
      kind: kindOf(action),
      ...(Object.keys(given).length === 0 ? {} : { arguments: given }),
      energy: found
    }))
  }
}

const coverage = (actions: readonly ActionEnergy[]): readonly string[] => {
  const isAny = actions.some(({ action }) => action === '*')
  const missing = asked.filter((word) => !actions.some(({ action }) => action === word))
  return [
    ...(isAny ? ['"*" stands for every action that no other row names'] : []),
    ...(isAny || missing.length === 0
      ? []
      : [`it gives nothing for ${listed(missing)}, which Accelergy asks every component for`])
  ]
}

/**
 * The energies of a table of an Accelergy plug-in, in pJ, which the file leaves unsaid and a note says.
 * The file is named after its component: `name` is that of the file. Columns other than energy, area
 * and action are the arguments of an entry; "convert|read" is an entry for each.
 *
 * @example
 * import { decodePlugInCsv } from 'limen'
 * decodePlugInCsv('resolution,energy,area,action\n8,1.5 pJ,0,convert', 'adc.csv')
 * // left: (line 2): energy: expected 0 pJ or more, as a plain number, got "1.5 pJ"
 *
 * @since 0.4.0
 */
export const decodePlugInCsv = fromText(
  (source: string, name?: string): E.Either<SchemaError, EnergyTable> => {
    const rows = csvRows(withoutComments(source))
    if ('message' in rows) return E.left(schemaError([rows]))
    const [header, ...rest] = rows
    const columns = header?.fields ?? []
    const lacking = ['energy', 'action'].filter((column) => !columns.includes(column))
    const twice = columns.filter((column, at) => column !== '' && columns.indexOf(column) !== at)
    const heading = header === undefined ? 'nothing' : `"${shortened(columns.join(','))}"`
    if (lacking.length > 0 || twice.length > 0)
      return E.left(
        schemaError([
          problemAt(
            header?.line ?? 1,
            lacking.length > 0
              ? `expected a header with the columns "energy" and "action", got ${heading}`
              : `expected each column once, got ${listed(twice)} again`
          )
        ])
      )
    const component = name === undefined ? 'component' : componentOf(name)
    const read = rest.map((row) => entriesOf(component, columns, row))
    return unless(
      [
        ...(rest.length === 0
          ? [problemAt(header?.line ?? 1, 'expected a row below the header, got none')]
          : []),
        ...read.flatMap(({ problems }) => problems)
      ],
      () => {
        const actions = read.flatMap((each) => each.actions)
        return {
          format: 'Accelergy plug-in table',
          name: name ?? 'Accelergy plug-in table',
          actions,
          totals: [],
          notes: [
            accelergyUnit,
            ...(name === undefined ? ['the file would be named after its component: no name was given'] : []),
            ...kindNotes(actions),
            ...coverage(actions)
          ]
        }
      }
    )
  }
)
