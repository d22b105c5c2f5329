/** CSV as RFC 4180 has it, which a spreadsheet reads as text and numbers, too: no text is a formula there. */
import { visible } from '../../units/visible'

/** What a spreadsheet takes for the beginning of a formula, also behind a quote, and in its wide forms. */
const formula = /^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Whether a spreadsheet would compute what stands in a cell. */
export const isFormula = (text: string): boolean => formula.test(text) && !number.test(text)

/** One line; a text that would be a formula has an apostrophe before it, as a spreadsheet writes a text. */
const cell = (text: string): string => {
  const plain = visible(isFormula(text) ? `'${text}` : text)
  // Some spreadsheets part cells by semicolons or tabs.
  return /[",;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows as CSV, ending in a line break. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
