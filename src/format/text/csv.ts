/** Comma-separated rows of other tools (RFC 4180), each with the line on which it begins. */
import type { SchemaProblem } from '../../shape/problem'
import { problemAt, withoutMark } from './lines'

export interface Row {
  readonly line: number
  /** Without the spaces around them. */
  readonly fields: readonly string[]
}

const field = /[^\S\r\n]*(?:"((?:[^"]|"")*)"[^\S\r\n]*|([^"\s,][^,\r\n]*)?)(,|\r\n|\n|\r|$)/y

/** All rows of a text but blank ones, or where a quote has no end. */
export const csvRows = (source: string): readonly Row[] | SchemaProblem => {
  const text = withoutMark(source)
  const reader = new RegExp(field)
  const rows: Row[] = []
  let [line, begin] = [1, 1]
  let fields: string[] = []
  while (reader.lastIndex < text.length || fields.length > 0) {
    const found = reader.exec(text)
    if (found === null) return problemAt(line, 'expected a field, with quotes around all of it or none')
    const [all, quoted, plain = '', end] = found
    fields.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += all.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: begin, fields })
    fields = []
    begin = line
  }
  return rows
}

/** The name of a column and its unit: "energy_FW(J)", "energy_consumed". */
export interface Column {
  readonly name: string
  readonly unit?: string
}

export const columnOf = (header: string): Column => {
  const text = header.trim()
  const open = text.lastIndexOf('(')
  return open >= 0 && text.endsWith(')')
    ? { name: text.slice(0, open).trim(), unit: text.slice(open + 1, -1).trim() }
    : { name: text }
}
