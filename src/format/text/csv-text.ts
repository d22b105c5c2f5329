/** CSV as RFC 4180 has it, which a spreadsheet reads as text and numbers, too: no text is a formula there. */
import { visible } from '../../units/visible'

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** Where a formula would begin: with a sign, also in its wide form, at the start of what a spreadsheet takes for a cell. */
const formulas = (separators: string): RegExp =>
  new RegExp(`(?:^|[${separators}])["\\s]*(?=[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20])`, 'g')

const inQuotes = formulas(';')
const anywhere = formulas(',;')

/** A text with an apostrophe before what a spreadsheet would compute, which makes it text there. */
export const withoutFormulas = (text: string, at = anywhere): string =>
  number.test(text) ? text : text.replace(at, "$&'")

/** One line. To some spreadsheets a semicolon ends a cell, in quotes or not. */
const cell = (text: string): string => {
  const plain = visible(withoutFormulas(text, inQuotes))
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows as CSV, ending in a line break. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
