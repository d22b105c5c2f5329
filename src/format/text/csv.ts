/** Comma-separated rows of other tools (RFC 4180), each with the line on which it begins. */
import type { SchemaProblem } from '../../shape/problem'
import { problemAt, withoutMark } from './lines'

export interface Row {
  readonly line: number
  /** Without the spaces around them. */
  readonly fields: readonly string[]
  /** Where each begins, counted from 1. */
  readonly places: readonly { readonly line: number; readonly column: number }[]
}

const blanks = /[^\S\r\n]*/y
const plain = /[^,\r\n]*/y
const separator = /,|\r\n|\n|\r|$/y
const breaks = /\r\n|\n|\r/g

/** Where the quote ends that begins at a place; -1 where it has no end. */
const quoteEnd = (text: string, from: number): number => {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** All rows of a text that begins on a line, but blank ones; or where a quote has no end. */
export const csvRows = (source: string, first = 1): readonly Row[] | SchemaProblem => {
  const text = withoutMark(source)
  const rows: Row[] = []
  let [line, begin] = [first, first]
  let fields: string[] = []
  let places: { line: number; column: number }[] = []
  let at = 0
  /** Where the line begins that is read. */
  let margin = 0
  const next = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const quoted = (): string | undefined => {
    const end = quoteEnd(text, at)
    if (end < 0) return undefined
    const inside = text.slice(at + 1, end)
    at = end + 1
    line += inside.match(breaks)?.length ?? 0
    margin = Math.max(margin, text.lastIndexOf('\n', end) + 1, text.lastIndexOf('\r', end) + 1)
    next(blanks)
    return inside.replaceAll('""', '"')
  }
  while (at < text.length || fields.length > 0) {
    next(blanks)
    const before = line
    places.push({ line, column: at - margin + 1 })
    const field = text[at] === '"' ? quoted() : next(plain)
    const end = next(separator)
    if (field === undefined || end === undefined)
      return problemAt(before, 'expected a field, with quotes around all of it or none')
    fields.push(field.trim())
    if (end === ',') continue
    line += end === '' ? 0 : 1
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: begin, fields, places })
    fields = []
    places = []
    margin = at
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
