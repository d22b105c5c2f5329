/** The figures of a ledger as a table that a terminal holds: totals, decades above the floor, walls. */
import type { Place } from '../../ledger/paradigms'
import { endsOf } from '../../units/enclosure'
import {
  decadesOf,
  energiesOf,
  figure,
  isCertified,
  placesOf,
  rowsOf,
  type AnyEstimate,
  type AnyRow
} from '../ledger'
import { plain, type Paint } from './paint'
import { gap } from './lines'
import { bar, columns, terminalColumns, widthOf } from './table'
import { oneLine } from '../../shape/words'

/** A line of the table. What is enclosed takes two: one of lower ends, and below it one of upper ends. */
interface Line {
  readonly name: string
  readonly sign: string
  readonly energies: readonly string[]
  readonly decades: string
  /** How far its bar reaches; a line below another has none. */
  readonly reach?: number
}

/** How far above the floor a bar reaches. */
const reachOf = ({ decadesAboveFloor: decades }: AnyRow): number =>
  Math.max(0, decades === null ? 0 : typeof decades === 'number' ? decades : decades.upper.value)

const linesOf = (row: AnyRow, places: readonly Place[], digits: number | undefined): readonly Line[] => {
  const energies = energiesOf(row, places)
  const at = (end: number): readonly string[] =>
    energies.map((energy) => figure(energy && endsOf<unknown>(energy).at(end), digits))
  const [least = '', most = ''] = decadesOf(row)
  const first = { name: oneLine(row.name), sign: '', energies: at(0), decades: least, reach: reachOf(row) }
  return 'exact' in row.total.energy
    ? [first]
    : [
        { ...first, sign: '≥' },
        { name: '', sign: '≤', energies: at(1), decades: most }
      ]
}

/** The heading of each column, on as many lines as its words need. */
const headings: { readonly [P in Place]: readonly string[] } = {
  memory: ['memory-', 'wall'],
  update: ['update-', 'wall'],
  consolidation: ['consolidation-', 'wall'],
  beside: ['beside', 'walls']
}

/** How long the longest bar is, and how long a name may be that stands beside its figures: others stand above. */
interface Layout {
  readonly bars: number
  readonly longest: number
}

const layouts: readonly Layout[] = [16, 0].flatMap((longest) =>
  [11, 10, 9, 8, 7, 6, 5, 0].map((bars) => ({ bars, longest }))
)

const tableIn =
  (estimate: AnyEstimate, paint: Paint, digits: number | undefined) =>
  ({ bars, longest }: Layout): readonly string[] => {
    const rows = rowsOf(estimate)
    const places = placesOf(estimate)
    const blocks = rows.map((row) => linesOf(row, places, digits))
    const signed = isCertified(estimate)
    const furthest = Math.max(1, ...rows.map(reachOf))
    const widest = Math.max(...blocks.flat().map(({ decades }) => widthOf(decades)))
    const barOf = ({ reach }: Line): string =>
      bars === 0 || reach === undefined ? '' : bar((reach / furthest) * bars) || '▏'
    const isAbove = ({ name }: Line): boolean => widthOf(name) > longest
    const cells = (name: string, sign: string, above: string, energies: readonly string[]) => [
      ...[name, ...(signed ? [sign] : []), energies.at(-1)!, above],
      ...energies.slice(0, -1)
    ]
    const above = bars === 0 ? ['decades', 'above', 'floor'] : ['decades', 'above floor']
    // Headings end on one line.
    const head = above.map((word, line) => {
      const wordOf = (words: readonly string[]): string => words[line + words.length - above.length] ?? ''
      return cells('', '', word, [...places.map((place) => headings[place]), ['total']].map(wordOf))
    })
    const body = blocks.flat().map((line) => {
      const decades = `${' '.repeat(widest - widthOf(line.decades))}${line.decades}${gap}${barOf(line)}`
      return cells(isAbove(line) ? '' : line.name, line.sign, decades.trimEnd(), line.energies)
    })
    const left = signed ? (['left', 'left'] as const) : (['left'] as const)
    const texts = columns(
      [...head, ...body],
      [...left, 'right', 'left', ...places.map(() => 'right' as const)]
    )
    const figures = texts.slice(head.length).map((text) => gap + text)
    return [
      ...texts.slice(0, head.length).map((text) => paint.faint(gap + text)),
      ...rows.flatMap(({ total: { claim } }, at) => {
        const [first, ...below] = blocks[at]!
        const line = blocks.slice(0, at).flat().length
        const own = figures.slice(line, line + 1 + below.length)
        const [name, drawn] = [paint.strong(first!.name), barOf(first!)]
        const [text = '', ...more] = own
        return [
          // What may be said of rows stands above the first of them.
          ...(claim === rows[at - 1]?.total.claim ? [] : [claim]),
          ...(isAbove(first!) ? [gap + name] : []),
          (isAbove(first!) ? text : text.replace(first!.name, () => name)).replace(drawn, () =>
            paint.bar(drawn)
          ),
          ...more
        ]
      })
    ]
  }

/** Lines of at most 80 columns, where figures of so many digits leave room for it: they are never cut. */
export const figureTable = (
  estimate: AnyEstimate,
  paint: Paint,
  digits: number | undefined
): readonly string[] => {
  const bare = tableIn(estimate, plain, digits)
  const fits = (layout: Layout): boolean => bare(layout).every((line) => widthOf(line) <= terminalColumns)
  return tableIn(estimate, paint, digits)(layouts.find(fits) ?? layouts.at(-1)!)
}
