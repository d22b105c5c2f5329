/**
 * The tables of Accelergy's table-based plug-ins: a file for each component, a row for each set of
 * attributes and actions.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { isNumeral } from '../../units/decimal'
import { shortened } from '../../units/told'
import { picojoules } from '../../units/si'
import { listed, shown } from '../../shape/codec'
import { fromText, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { columnOf, csvRows, type Row } from '../text/csv'
import { accelergyUnit } from './ert'
import { kindNotes, kindOf } from '../energies/kind'
import { bitsIn, widthNotes } from '../energies/width'
import { linesOf, problemAt, unless, withoutMark } from '../text/lines'
import { energyIn } from '../text/numeral'
import { energyUnit } from '../text/unit'
import type { Energy } from '../../units/dimension'
import type { Unit } from '../../units/unit'

/** What Accelergy asks every component for. */
const asked = ['read', 'write', 'update', 'leak']

/** A table of one component: its rows, and the line on which it begins. */
interface Section {
  readonly component: string | undefined
  readonly line: number
  /** The line of its first row. */
  readonly first: number
  readonly text: string
}

/**
 * The tables of a file, without comments and rows of commas alone: "COMPONENT: name" begins one, as the
 * library reads it, and what stands before the first is of the component that the file is named after.
 */
const sectionsOf = (source: string): readonly Section[] => {
  const sections: (Omit<Section, 'text'> & { readonly rows: string[] })[] = [
    { component: undefined, line: 1, first: 1, rows: [] }
  ]
  linesOf(withoutMark(source)).forEach(({ line, text }) => {
    const plain = text.split('#', 1)[0]!
    const [, named] = /^\s*COMPONENT\s*:([^:]*)/.exec(plain) ?? []
    if (named !== undefined)
      sections.push({
        component: named.replace(/(?<![\s,])[\s,]+$/, '').trim(),
        line,
        first: line + 1,
        rows: []
      })
    // What is passed over leaves its line blank, so that the count goes on.
    else sections.at(-1)!.rows.push(plain.replace(/[\s,]/g, '') === '' ? '' : plain)
  })
  return sections
    .filter(
      ({ component, rows }, _, { length }) =>
        component !== undefined || rows.some((row) => row !== '') || length === 1
    )
    .map(({ rows, ...section }) => ({ ...section, text: rows.join('\n') }))
}

/** An attribute as what it is: a number, true, false or a text. */
const argumentOf = (field: string): string | number | boolean => {
  if (/^(true|false)$/i.test(field)) return field.toLowerCase() === 'true'
  return isNumeral(field) && Number.isFinite(Number(field)) ? Number(field) : field
}

/** The component that a file is named after: "tables/adc.csv" is of "adc". */
const componentOf = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '')

/** A header: its columns up to the last that has a name, and the unit of the energies. */
interface Header {
  readonly line: number
  readonly names: readonly string[]
  readonly unit: Unit<Energy>
  /** Whether the header says the unit: "energy(pJ)". */
  readonly isStated: boolean
}

const known: readonly string[] = ['energy', 'area', 'action', '']

const headerOf = ({ line, fields }: Row, problems: SchemaProblem[]): Header | undefined => {
  const last = fields.reduce((end, name, at) => (name === '' ? end : at + 1), 0)
  const columns = fields.slice(0, last).map(columnOf)
  // "energy(pJ)" has a unit; in other names parentheses are part of the name.
  const names = columns.map(({ name }, at) => (known.includes(name) ? name : fields[at]!))
  const lacking = ['energy', 'action'].filter((column) => !names.includes(column))
  const twice = names.filter((column, at) => column !== '' && names.indexOf(column) !== at)
  const symbol = columns.find(({ name }) => name === 'energy')?.unit
  const unit = symbol === undefined ? picojoules : energyUnit(symbol)
  const wrong =
    lacking.length > 0
      ? `expected a header with the columns "energy" and "action", got ${fields.length === 0 ? 'nothing' : `"${shortened(fields.join(','))}"`}`
      : twice.length > 0
        ? `expected each column once, got ${listed(twice)} again`
        : unit === undefined
          ? `energy: expected a unit of energy such as (pJ), got ${shown(symbol)}`
          : undefined
  if (wrong !== undefined) problems.push(problemAt(line, wrong))
  return wrong !== undefined || unit === undefined
    ? undefined
    : { line, names, unit, isStated: symbol !== undefined }
}

/** The entries of a row: one for each of its actions; what stands behind the columns is a remark. */
const entriesOf = (component: string, { names, unit }: Header, { line, fields }: Row) => {
  const problems: SchemaProblem[] = []
  const remark = fields
    .slice(names.length)
    .filter((field) => field !== '')
    .join(', ')
  if (fields.length < names.length) {
    problems.push(problemAt(line, `expected ${names.length} fields, as the header has, got ${fields.length}`))
    return { problems, actions: [], remark: '' }
  }
  const at = (name: string): string => fields[names.indexOf(name)]!
  const found = energyIn(unit)(at('energy'))
  if (found === undefined)
    problems.push(
      problemAt(
        line,
        `energy: expected 0 ${unit.symbol} or more, as a plain number, got ${shown(at('energy'))}`
      )
    )
  const words = at('action')
    .split('|')
    .map((word) => word.trim())
  // A number here is of another column: a field too many stands before it.
  if (words.some((word) => word === '' || isNumeral(word)))
    problems.push(problemAt(line, `action: expected names with | between them, got ${shown(at('action'))}`))
  const given = Object.fromEntries(
    names.flatMap((name, place) =>
      known.includes(name) || ['', '*'].includes(fields[place]!)
        ? []
        : [[name, argumentOf(fields[place]!)] as const]
    )
  )
  if (found === undefined || problems.length > 0) return { problems, actions: [], remark }
  return {
    problems,
    remark: remark === '' ? '' : `line ${line}: ${remark}`,
    actions: words.map((action): ActionEnergy => {
      const kind = kindOf(action)
      return {
        component,
        action,
        kind,
        ...(Object.keys(given).length === 0 ? {} : { arguments: given }),
        ...bitsIn({ kind, arguments: given }),
        energy: found
      }
    })
  }
}

/** The entries of one table, and all that is wrong with it. */
const tableOf = (component: string, { line, first, text }: Section) => {
  const rows = csvRows(text, first)
  if ('message' in rows) return { problems: [rows], actions: [], remarks: [], isStated: false }
  const [head, ...rest] = rows
  const problems: SchemaProblem[] = []
  const header = headerOf(head ?? { line, fields: [], places: [] }, problems)
  if (header === undefined) return { problems, actions: [], remarks: [], isStated: false }
  if (rest.length === 0) problems.push(problemAt(header.line, 'expected a row below the header, got none'))
  const read = rest.map((row) => entriesOf(component, header, row))
  return {
    problems: [...problems, ...read.flatMap((each) => each.problems)],
    actions: read.flatMap(({ actions }) => actions),
    remarks: read.flatMap(({ remark }) => (remark === '' ? [] : [remark])),
    isStated: header.isStated
  }
}

const coverage = (actions: readonly ActionEnergy[], of: string): readonly string[] => {
  const isAny = actions.some(({ action }) => action === '*')
  const missing = asked.filter((word) => !actions.some(({ action }) => action === word))
  return [
    ...(isAny ? [`"*" stands for every action${of} that no other row names`] : []),
    ...(isAny || missing.length === 0
      ? []
      : [`it gives nothing for ${listed(missing)}${of}, which Accelergy asks every component for`])
  ]
}

/**
 * The energies of a table of an Accelergy plug-in, in the unit of the header, "energy(pJ)", or else in
 * pJ, and a note says so. The file is named after its component, `name` is that of the file; or
 * "COMPONENT: name" begins the table of each. Columns other than energy, area and action are the
 * arguments of an entry, of which one called `resolution`, `width` or the like tells its bits;
 * "convert|read" is an entry for each. What stands behind the columns is a remark, as for Accelergy.
 *
 * @example
 * import { decodePlugInCsv } from 'limen/files'
 * decodePlugInCsv('resolution,energy,area,action\n8,1.5 pJ,0,convert', 'adc.csv')
 * // left: (line 2): energy: expected 0 pJ or more, as a plain number, got "1.5 pJ"
 *
 * @since 0.4.0
 */
export const decodePlugInCsv = fromText(
  (source: string, name?: string): E.Either<SchemaError, EnergyTable> => {
    const sections = sectionsOf(source)
    const own = name === undefined ? 'component' : componentOf(name)
    const read = sections.map((section) => {
      const component = section.component ?? own
      const table = tableOf(component, section)
      if (section.component === '')
        table.problems.push(problemAt(section.line, 'COMPONENT: expected a name, got none'))
      return { component, ...table }
    })
    const actions = read.flatMap((each) => each.actions)
    const remarks = read.flatMap((each) => each.remarks)
    const isNamed = name !== undefined || sections.every(({ component }) => component !== undefined)
    return unless(
      read.flatMap(({ problems }) => problems),
      () => ({
        format: 'Accelergy plug-in table',
        name: name ?? 'Accelergy plug-in table',
        actions,
        totals: [],
        notes: [
          ...(read.every(({ isStated }) => isStated) ? [] : [accelergyUnit]),
          ...(isNamed ? [] : ['the file would be named after its component: no name was given']),
          ...kindNotes(actions),
          ...widthNotes(actions),
          ...read.flatMap(({ component, actions: those }) =>
            coverage(those, read.length > 1 ? ` of ${component}` : '')
          ),
          ...(remarks.length === 0
            ? []
            : [`what stands behind the columns is passed over as a remark: ${remarks.join('; ')}`])
        ]
      })
    )
  }
)
