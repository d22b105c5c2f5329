/** Tables of facts as texts: a line for each row, its cells between bars. */
import type { Source } from '../formula/model'
import type { Unit } from '../units/unit'
import type { Evidence, Fact } from './facts'

/** The cells of a table. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'))

/** Where rows come from, and the year of their figures. */
export interface DatedSource extends Required<Source> {
  readonly year: number
}

/** A source with its year, and a DOI or the address of a page. */
export const dated = (citation: string, year: number, at: string): DatedSource => ({
  citation,
  year,
  url: at.startsWith('https:') ? at : `https://doi.org/${at}`
})

/**
 * Facts in one unit, from rows of: what it is, value, upper end (if the source gives a range), evidence,
 * name of the source, note.
 */
export const factsIn = <D>(
  unit: Unit<D>,
  sources: Readonly<Record<string, DatedSource>>,
  text: string
): readonly Fact<D>[] =>
  rowsOf(text).map(([what = '', value = '', upTo = '', evidence, from = '', note = '']) => {
    const { year, citation, url } = sources[from]!
    return {
      what,
      value: unit(value),
      ...(upTo === '' ? {} : { upTo: unit(upTo) }),
      year,
      evidence: evidence as Evidence, // what else stands in a row, a test refuses
      source: { citation, url },
      ...(note === '' ? {} : { note })
    }
  })
