/** Tables of plain text, aligned. */
import { oneLine } from '../../shape/words'

export type Align = 'left' | 'right'

/** How many columns a text takes; combining marks take none. */
export const widthOf = (text: string): number => Array.from(text.replace(/\p{M}/gu, '')).length

const padded = (text: string, width: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + space : space + text
}

/** Rows, a line each, with each column as wide as its widest cell; no space at the ends of lines. */
export const aligned = (
  texts: readonly (readonly string[])[],
  aligns: readonly Align[],
  gap = '  '
): readonly string[] => {
  const rows = texts.map((row) => row.map(oneLine))
  const widths = aligns.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column]!, aligns[column]!))
      .join(gap)
      .trimEnd()
  )
}

/** A text broken into lines of at most so many columns, at spaces. */
export const wrapped = (text: string, width: number): readonly string[] =>
  oneLine(text)
    .split(' ')
    .reduce<readonly string[]>((lines, word) => {
      const last = lines.at(-1)
      return last !== undefined && widthOf(last) + 1 + widthOf(word) <= width
        ? [...lines.slice(0, -1), `${last} ${word}`]
        : [...lines, word]
    }, [])

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of so many columns, to an eighth of one. */
export const bar = (columns: number): string => {
  const whole = Math.floor(columns)
  return '█'.repeat(whole) + eighths[Math.floor((columns - whole) * 8)]!
}
