/** The lines of an MPS or QPS file: sections, and the fields of what stands in them. */

import { numberOf } from '../../../shape/numbers'

/** A line of data. */
export interface DataLine {
  readonly line: number
  readonly fields: readonly string[]
}

/** A section: its name, what stands beside the name, and its lines. */
export interface Section {
  readonly line: number
  readonly name: string
  readonly beside: string
  readonly data: readonly DataLine[]
}

/** How a line of data is taken apart. */
export type Layout = (text: string) => readonly string[]

/** Fields between blanks, as in free MPS, and in fixed MPS whose names hold no blanks. */
export const byBlanks: Layout = (text) => text.trim().split(/\s+/)

/** Fields in columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61, as in fixed MPS; names may hold blanks. */
export const byColumns: Layout = (text) =>
  [
    [1, 3],
    [4, 12],
    [14, 22],
    [24, 36],
    [39, 47],
    [49, 61]
  ].flatMap(([from, to]) => {
    const field = text.slice(from, to).trim()
    return field === '' ? [] : [field]
  })

/** Names that begin with "$": they stand where a line begins with a name, after a kind or without one. */
const dollarNames = (lines: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lines.flatMap((fields) => fields.slice(0, 2)).filter((field) => /^\$./.test(field)))

/** Fields before a remark: a "$" begins one, or a field that begins with it, unless that is a name. */
const withoutRemark = (fields: readonly string[], names: ReadonlySet<string>): readonly string[] => {
  if (fields[0] === '$') return []
  const at = fields.findIndex((field, place) => place >= 2 && field.startsWith('$') && !names.has(field))
  return at === -1 ? fields : fields.slice(0, at)
}

/**
 * The sections of a file. A section begins where a line begins without a blank; "*" begins a line of
 * remarks, and "$" a remark beside data, as in CPLEX and HiGHS.
 */
export const sectionsOf = (source: string, layout: Layout): readonly Section[] => {
  const lines = source
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ text, line: at + 1, isData: /^\s/.test(text) }))
    .filter(({ text }) => !text.startsWith('*') && !text.startsWith('$') && text.trim() !== '')
    .map((each) => ({ ...each, fields: each.isData ? layout(each.text.trimEnd()) : [] }))
  const names = dollarNames(lines.map(({ fields }) => fields))
  const sections: (Section & { readonly data: DataLine[] })[] = []
  for (const { line, text, isData, fields } of lines) {
    if (isData) {
      const kept = withoutRemark(fields, names)
      if (kept.length === 0) continue
      const data: DataLine = { line, fields: kept }
      if (sections.length === 0) sections.push({ line, name: '', beside: '', data: [data] })
      else sections.at(-1)!.data.push(data)
    } else {
      const [, word = ''] = /^(\S+)/.exec(text) ?? []
      const name = word.toUpperCase()
      const rest = text.slice(word.length).trim()
      const beside = name === 'NAME' ? rest : rest.split(/(?<!\S)\$/, 1)[0]!.trimEnd()
      sections.push({ line, name, beside, data: [] })
    }
  }
  return sections
}

/** A number as MPS files write it, with an exponent of E or D. */
export const numberIn = (field: string): number => numberOf(field.replace(/d/i, 'e'))

/** A bound: such a number, or one of 1e20 and beyond, or "Inf", for none. */
export const boundIn = (field: string): number => {
  if (/^\+?inf(inity)?$/i.test(field)) return Infinity
  if (/^-inf(inity)?$/i.test(field)) return -Infinity
  const value = numberIn(field)
  return Math.abs(value) >= 1e20 ? Math.sign(value) * Infinity : value
}
