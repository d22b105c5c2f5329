/** Tables of plain text, aligned. */
import { oneLine } from '../../shape/words'

export type Align = 'left' | 'right'

/** How many columns a text takes; combining marks take none. Most texts are ASCII, and are not taken apart. */
export const widthOf = (text: string): number =>
  /^[ -~]*$/.test(text) ? text.length : Array.from(text.replace(/\p{M}/gu, '')).length

const padded = (text: string, width: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + space : space + text
}

/** Cells that are a line each, in rows: each column as wide as its widest; no space at the ends of lines. */
export const columns = (
  rows: readonly (readonly string[])[],
  aligns: readonly Align[],
  gap = '  '
): readonly string[] => {
  const widths = aligns.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0)
  )
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column]!, aligns[column]!))
      .join(gap)
      .trimEnd()
  )
}

/** The same of any texts, their spaces made one. */
export const aligned = (
  texts: readonly (readonly string[])[],
  aligns: readonly Align[],
  gap?: string
): readonly string[] =>
  columns(
    texts.map((row) => row.map(oneLine)),
    aligns,
    gap
  )

/** A text broken into lines of at most so many columns, at spaces. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let taken = Infinity
  for (const word of oneLine(text).split(' ')) {
    const wide = widthOf(word)
    if (taken + 1 + wide <= width) {
      lines.push(`${lines.pop()!} ${word}`)
      taken += 1 + wide
    } else {
      lines.push(word)
      taken = wide
    }
  }
  return lines
}

/** What a terminal holds in a line, wherever it is shown. */
export const terminalColumns = 80

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of so many columns, to an eighth of one. */
export const bar = (columns: number): string => {
  const whole = Math.floor(columns)
  return '█'.repeat(whole) + eighths[Math.floor((columns - whole) * 8)]!
}
