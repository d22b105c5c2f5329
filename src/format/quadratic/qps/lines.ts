/** The lines of an MPS or QPS file: sections, and the fields of what stands in them. */

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

/** The sections of a file. A section begins where a line begins without a blank; "*" begins a comment. */
export const sectionsOf = (source: string, layout: Layout): readonly Section[] => {
  const sections: (Section & { readonly data: DataLine[] })[] = []
  source.split(/\r\n|\n|\r/).forEach((text, at) => {
    if (text.startsWith('*') || text.trim() === '') return
    const line = at + 1
    if (/^\S/.test(text)) {
      const [, name = '', beside = ''] = /^(\S+)\s*(.*?)\s*$/.exec(text) ?? []
      sections.push({ line, name: name.toUpperCase(), beside, data: [] })
    } else {
      const data: DataLine = { line, fields: layout(text.trimEnd()) }
      if (sections.length === 0) sections.push({ line, name: '', beside: '', data: [data] })
      else sections.at(-1)!.data.push(data)
    }
  })
  return sections
}

/** A number as MPS files write it, with an exponent of E or D. */
export const numberIn = (field: string): number =>
  /^[+-]?(\d+\.?\d*|\.\d+)([ed][+-]?\d+)?$/i.test(field) ? Number(field.replace(/d/i, 'e')) : NaN

/** A bound: such a number, or one of 1e20 and beyond, or "Inf", for none. */
export const boundIn = (field: string): number => {
  if (/^\+?inf(inity)?$/i.test(field)) return Infinity
  if (/^-inf(inity)?$/i.test(field)) return -Infinity
  const value = numberIn(field)
  return Math.abs(value) >= 1e20 ? Math.sign(value) * Infinity : value
}
