/** What the sections of a QPS file say: rows, columns and their coefficients. */
import type { Triplet } from '../../../workload/quadratic/sparse'
import { listed, shown } from '../../../shape/codec'
import type { SchemaProblem } from '../../../shape/problem'
import { numberIn, type DataLine, type Section } from './lines'

/** A row: what kind of constraint, or an objective. */
export interface Row {
  readonly kind: 'L' | 'G' | 'E' | 'N'
  /** Among the constraints; −1 for a row of kind N. */
  readonly index: number
  readonly line: number
}

/** A value with the line that says it. */
export interface Said {
  readonly value: number
  readonly line: number
}

/** What was said of the bounds of a column. */
export interface Bounds {
  lower?: Said
  upper?: Said
}

/** A file as it is read: names, and what was said of them. */
export interface Reading {
  readonly problems: SchemaProblem[]
  /** What was read in one of several ways. */
  readonly notes: string[]
  readonly rows: Map<string, Row>
  readonly columns: Map<string, number>
  /** Coefficients, by column and row. */
  readonly entries: Map<string, Said & { readonly column: number; readonly row: string }>
  readonly rightSides: Map<string, Said>
  readonly ranges: Map<string, Said>
  readonly bounds: Map<string, Bounds>
  readonly quadratic: Map<string, Triplet>
  objective: string | undefined
  maximises: boolean
  quadraticSection: Section | undefined
}

/** What is wrong at a line. */
export const problemAt = (line: number, message: string): SchemaProblem => ({
  pointer: '',
  position: { line, column: 1 },
  message
})

export const integers = 'integer variables are not solved here'

/** ROWS; gives the name of the objective, the first of kind N. */
export const readRows = (
  { problems, rows, ...reading }: Reading,
  { data, ...section }: Section
): string | undefined => {
  let objective = reading.objective
  let index = 0
  for (const { line, fields } of data) {
    const [kind = '', name] = fields
    const upper = kind.toUpperCase()
    if (fields.length !== 2 || name === undefined || !/^[NLGE]$/.test(upper)) {
      problems.push(problemAt(line, `expected N, L, G or E and a name, got ${shown(fields.join(' '))}`))
      // What refers to it is no problem of its own.
      if (fields.length === 2 && name !== undefined && !rows.has(name))
        rows.set(name, { kind: 'L', index: index++, line })
      continue
    }
    if (rows.has(name)) {
      problems.push(problemAt(line, `the row ${shown(name)} is given twice`))
      continue
    }
    if (upper === 'N') objective ??= name
    rows.set(name, { kind: upper as Row['kind'], index: upper === 'N' ? -1 : index++, line }) // of the four
  }
  if (objective === undefined)
    problems.push(problemAt(section.line, 'expected a row of kind N, the objective'))
  return objective
}

/** Pairs of a name and a number. */
const pairs = (
  problems: SchemaProblem[],
  { line }: DataLine,
  fields: readonly string[],
  use: (name: string, value: number) => void
): void => {
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const value = numberIn(fields[at + 1]!)
    if (Number.isNaN(value) || !Number.isFinite(value))
      problems.push(problemAt(line, `expected a number, got ${shown(fields[at + 1])}`))
    else use(fields[at]!, value)
  }
}

const unknownRow = (line: number, name: string): SchemaProblem =>
  problemAt(line, `there is no row ${shown(name)} in the section ROWS`)

export const unknownColumn = (line: number, name: string): SchemaProblem =>
  problemAt(line, `there is no column ${shown(name)} in the section COLUMNS`)

/** COLUMNS. */
export const readColumns = ({ problems, rows, columns, entries }: Reading, { data }: Section): void => {
  for (const each of data) {
    const { line, fields } = each
    if (fields.some((field) => /^'?MARKER'?$/i.test(field) && field.includes("'"))) {
      problems.push(problemAt(line, `a marker of integers: ${integers}`))
      return // all that follows may be integer
    }
    const [name, ...rest] = fields
    if (name === undefined || rest.length === 0 || rest.length % 2 === 1) {
      problems.push(
        problemAt(line, `expected a column, then rows each with a number, got ${shown(fields.join(' '))}`)
      )
      continue
    }
    if (!columns.has(name)) columns.set(name, columns.size)
    const column = columns.get(name)!
    pairs(problems, each, rest, (row, value) => {
      const key = JSON.stringify([name, row])
      if (!rows.has(row)) problems.push(unknownRow(line, row))
      else if (entries.has(key))
        problems.push(problemAt(line, `column ${shown(name)} in row ${shown(row)} is given twice`))
      else entries.set(key, { column, row, value, line })
    })
  }
}

/** Sets of a section by their names, the first of which counts; the name may be left out. */
export const setsOf = <A>(first: A, next: () => A) => {
  const sets = new Map<string, A>()
  return {
    /** What is said of the set of some name; a line without one is of the first. */
    of: (name: string | undefined): A => {
      if (name === undefined) return first
      const found = sets.get(name) ?? (sets.size === 0 ? first : next())
      sets.set(name, found)
      return found
    },
    /** What is to be told where there is more than one. */
    notes: (section: string): readonly string[] => {
      const [used = '', ...others] = [...sets.keys()]
      return others.length === 0
        ? []
        : [
            `${section} holds more than one set: the first, ${shown(used)}, counts, and ${listed(others)} ${others.length === 1 ? 'is' : 'are'} left out`
          ]
    }
  }
}

/** RHS and RANGES: a number for a row. */
export const readByRow = (
  { problems, notes, rows }: Reading,
  { name, data }: Section,
  into: Map<string, Said>
): void => {
  const sets = setsOf(into, () => new Map<string, Said>())
  for (const each of data) {
    const { line, fields } = each
    const named = fields.length % 2 === 1
    if (fields.length < 2) {
      problems.push(problemAt(line, `expected rows each with a number, got ${shown(fields.join(' '))}`))
      continue
    }
    const set = sets.of(named ? fields[0] : undefined)
    pairs(problems, each, named ? fields.slice(1) : fields, (row, value) => {
      const known = rows.get(row)
      if (known === undefined) problems.push(unknownRow(line, row))
      else if (set.has(row)) problems.push(problemAt(line, `the row ${shown(row)} is given twice in ${name}`))
      else if (name === 'RANGES' && known.kind === 'N')
        problems.push(problemAt(line, `the row ${shown(row)} is of kind N and has no range`))
      else set.set(row, { value, line })
    })
  }
  notes.push(...sets.notes(name))
}
