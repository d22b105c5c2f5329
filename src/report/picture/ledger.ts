/** The ledger as a picture: a bar for each paradigm, its two bounds as lines, the walls as shares. */
import { anEstimate } from '../../estimate/workload-file'
import { expecting } from '../../units/argument'
import type { Claim } from '../../formula/model'
import type { Decimal } from '../../units/decimal'
import { coolingOf, isCertified, linesOf, outsideOf, type AnyEstimate, type LineName } from '../ledger'
import { decadesAround, jouleText, logAxis, logOf, typeset, type Axis } from './axis'
import { box, label, labels, line, shape } from './drawing'
import type { Element } from './element'
import { rowsOf, sentence, shareTexts, type Row } from './ledger-rows'
import { axisBelow, captionOf, heading } from './parts'
import { picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { lined, shortenedTo, textWidth } from './text'

export { shareText } from './ledger-rows'

const width = 860
const margin = 20
const nameWidth = 216
const left = margin + nameWidth + 14
const pitch = 62
const barHeight = 18
const swatch = 9

const endWidth = ({ energy, decades }: Row): number =>
  Math.max(textWidth(typeset(energy), sizes.body, true), textWidth(typeset(decades), sizes.small))

/** Only a bound is solid: what lies inside an outline is what a machine pays, and a dashed one an estimate. */
const looks: { readonly [C in Claim]: { readonly inset: number; readonly dash?: string } } = {
  'lower bound': { inset: 0 },
  'lower bound of a class': { inset: 0 },
  'cost of a machine': { inset: 5 },
  'estimate': { inset: 5, dash: '4 3' }
}

/** The bar of a row, divided by its walls. */
const bar = ({ shares }: Row, claim: Claim, from: number, to: number, y: number): readonly Element[] => {
  const top = y - barHeight / 2
  const { inset, dash } = looks[claim]
  const height = barHeight - 2 * inset
  let start = from
  const segments = shares.map(({ part, share }) => {
    const x = start
    start += (to - from) * share.toNumber()
    return box({ x, y: top + inset, width: start - x, height }, { fill: { pattern: part } })
  })
  const outline = box(
    { x: from, y: top, width: to - from, height: barHeight },
    { stroke: dash === undefined ? 'ink' : 'muted' },
    { 'stroke-width': 1, 'stroke-dasharray': dash }
  )
  return to > from ? [...segments, outline] : []
}

/** Where something may lie between: a line between two brackets. */
const interval = (from: number, to: number, y: number, reach: number): readonly Element[] => [
  line([from, y], [to, y], 'ink', { 'stroke-width': 1.5 }),
  line([from, y - reach], [from, y + reach], 'ink', { 'stroke-width': 1.5 }),
  line([to, y - reach], [to, y + reach], 'ink', { 'stroke-width': 1.5 })
]

const diamond = (x: number, y: number): Element =>
  shape(
    'path',
    { fill: 'ink', stroke: 'paper' },
    { d: `M${x.toFixed(2)} ${y - 7}l7 7l-7 7l-7 -7z`, 'stroke-width': 1.5 }
  )

/** The shares under a bar: between two of the lines where there is room, and else where there is most. */
const shareLabels = (row: Row, y: number, lines: readonly number[]): readonly Element[] => {
  const texts = shareTexts(row)
  const widths = texts.map((text) => swatch + 5 + textWidth(text, sizes.small) + 14)
  const whole = widths.reduce((sum, each) => sum + each, 0) - 14
  const begins = [left, ...lines.map((at) => at + 8)].sort((a, b) => a - b)
  const rooms = begins.map((begin, at) => ({
    begin,
    room: (begins[at + 1] ?? width - margin + 16) - 16 - begin
  }))
  const widest = rooms.reduce((best, each) => (each.room > best.room ? each : best))
  const { begin: chosen } = rooms.find(({ room }) => room >= whole) ?? widest
  let x = Math.max(left, Math.min(chosen, width - margin - whole))
  return texts.flatMap((text, at) => {
    const begin = x
    x += widths[at]!
    return [
      box(
        { x: begin, y: y - swatch, width: swatch, height: swatch },
        { fill: { pattern: row.shares[at]!.part }, stroke: 'ink' },
        { 'stroke-width': 0.75 }
      ),
      label(begin + swatch + 5, y, text, { size: sizes.small, role: 'muted', halo: true })
    ]
  })
}

/** Where the energy of a row begins and ends. */
const endsAt = ({ ends }: Row, axis: Axis | undefined): readonly [number, number] => {
  const place = (end: Decimal | undefined): number =>
    axis === undefined || end === undefined || !end.gt(0) ? left : axis.place(logOf(end))
  return [place(ends[0]), place(ends.at(-1))]
}

/** What of a row the lines stand over. */
const drawnRow = (row: Row, y: number, axis: Axis | undefined): readonly Element[] => {
  const [from, to] = endsAt(row, axis)
  const { claim } = row
  return [
    ...(claim === undefined ? [] : bar(row, claim, left, from, y)),
    ...(to > from ? interval(from, to, y, claim === undefined ? 5 : 6) : []),
    ...(claim === undefined && axis !== undefined
      ? [diamond(from, y), ...(to > from ? [diamond(to, y)] : [])]
      : [])
  ]
}

/** What of a row stands over the lines: what it is called, and what it says. */
const writtenRow = (
  row: Row,
  y: number,
  axis: Axis | undefined,
  lines: readonly number[]
): readonly Element[] => {
  const text = Math.max(...endsAt(row, axis)) + 12
  const description = lined(nameWidth, row.description, sizes.small, { most: 2 })
  // A design may be called anything: what it is must have room beside its name.
  const room = row.claim === undefined ? nameWidth : nameWidth - textWidth(row.claim, sizes.small) - 8
  const name = shortenedTo(room, row.name, sizes.body, true)
  return [
    label(margin, y - 6, name, { isBold: true }),
    ...(row.claim === undefined
      ? []
      : [
          label(margin + textWidth(name, sizes.body, true) + 8, y - 6, row.claim, {
            size: sizes.small,
            role: 'muted'
          })
        ]),
    ...labels(margin, y + 8, description, 13, { size: sizes.small, role: 'muted' }),
    label(text, row.decades === '' ? y + 4 : y - 1, typeset(row.energy), { isBold: true, halo: true }),
    ...(row.decades === ''
      ? []
      : [label(text, y + 12, typeset(row.decades), { size: sizes.small, role: 'muted', halo: true })]),
    ...shareLabels(row, y + 28, lines)
  ]
}

/** A line that all rows are seen against. */
interface Reference {
  readonly at: number
  readonly text: string
  readonly dash: string
}

const dashes: { readonly [L in LineName]: string } = { floor: '6 3', bitFlip: '2 3' }

/** The floor and the bit flips, as far as the axis has a place for them. */
const referencesIn = (rows: readonly Row[], axis: Axis | undefined): readonly Reference[] =>
  rows.flatMap((row) => {
    const end = row.ends[0]
    const dash = (dashes as Readonly<Record<string, string | undefined>>)[row.name]
    return dash === undefined || axis === undefined || !end?.gt(0)
      ? []
      : [{ at: axis.place(logOf(end)), text: `${row.name} ${typeset(row.energy)}`, dash }]
  })

/** The lines with their names over them; where those would touch, one above the other. */
const drawnReferences = (
  references: readonly Reference[],
  top: number,
  bottom: number
): { readonly lines: readonly Element[]; readonly names: readonly Element[] } => {
  const placed = references.map((each) => {
    const half = textWidth(each.text, sizes.small, true) / 2
    return { ...each, half, middle: Math.min(Math.max(each.at, left + half), width - margin - half) }
  })
  const [first, second] = placed
  const areApart =
    first === undefined ||
    second === undefined ||
    Math.abs(first.middle - second.middle) >= first.half + second.half + 10
  return {
    lines: placed.map(({ at, dash }) =>
      line([at, top + 26], [at, bottom], 'ink', { 'stroke-width': 1.5, 'stroke-dasharray': dash })
    ),
    names: placed.map(({ middle, text }, which) =>
      label(middle, areApart || which === 1 ? top + 20 : top + 6, text, {
        size: sizes.small,
        isBold: true,
        anchor: 'middle'
      })
    )
  }
}

/**
 * A ledger as an SVG picture: a bar for each paradigm on a logarithmic axis of energy, ending at its
 * total and divided by the shares of its walls; as lines over all the floor, which is the information
 * of the solution, and one bit flip per update; what the learning took where it took place. Only
 * bounds are solid: what machines cost is hollow, and estimates have a dashed outline; of a certified
 * ledger the enclosures are drawn.
 *
 * @example
 * import { estimateFile, ledgerPicture } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * const estimate = estimateFile(`{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`)
 * const svg = E.isRight(estimate) ? ledgerPicture(estimate.right, { id: 'small' }) : ''
 * console.log(svg.slice(0, 53)) // <svg xmlns="http://www.w3.org/2000/svg" id="small" vi
 *
 * @since 0.4.0
 */
export const ledgerPicture = expecting(
  'ledgerPicture',
  { estimate: anEstimate, options: pictureOptions },
  (estimate: AnyEstimate, options: PictureOptions = {}): string => {
    const { name } = estimate.ledger.scenario
    const rows = rowsOf(estimate)
    const known = rows.flatMap(({ ends }) => ends.filter((end) => end.gt(0)).map(logOf))
    const right = width - margin - 12 - Math.max(0, ...rows.map(endWidth))
    const axis =
      known.length === 0
        ? undefined
        : logAxis(
            decadesAround([Math.min(...known) - 0.35, Math.max(...known)]),
            [left, right],
            'x',
            jouleText
          )
    const { elements: head, height: top } = heading(width, margin, name, [
      'Energy of learning by paradigm, and the share of each wall in it'
    ])
    const first = top + 64
    const bottom = first + Math.max(0, rows.length - 1) * pitch + 42
    const references = referencesIn(rows, axis)
    const { lines, names } = drawnReferences(references, top, bottom)
    const places = references.map(({ at }) => at)
    const floor = rows.find((row) => row.name === 'floor')
    const has = (claim: Claim): boolean => rows.some((row) => row.claim === claim && row.ends[0]?.gt(0))
    const cooling = coolingOf(estimate)
    const notes = [
      ...(rows.length === 0 ? ['This ledger has no paradigm.'] : []),
      ...(known.length === 0 && rows.length > 0 ? ['No energy here is above 0, so there is no axis.'] : []),
      ...(known.length === 0
        ? []
        : [
            'A bar ends at its total, on the axis. Its division shows the shares of the walls: lengths on a logarithmic axis do not add.'
          ]),
      ...linesOf(estimate).map(([which, meaning]) => `${which}: ${meaning}.`),
      ...(has('cost of a machine')
        ? ['Hollow: what one machine costs, no lower bound; a cleverer machine may pay less.']
        : []),
      ...(has('estimate')
        ? ['Dashed outline: measured or projected cost of a technology, an estimate and no lower bound.']
        : []),
      ...(isCertified(estimate) ? ['Brackets: the certified enclosure; the bar ends at its lower end.'] : []),
      ...(rows.some((row) => row.claim === undefined)
        ? ['Diamond: what the same learning took where it took place.']
        : []),
      ...(floor !== undefined && !references.some(({ dash }) => dash === dashes.floor)
        ? ['The floor is 0, or may be: nothing is a number of decades above it.']
        : []),
      ...(cooling === undefined ? [] : [`At the wall plug: ${cooling}.`]),
      ...outsideOf(estimate).map(([which, what, why]) => `${which} (${what}) has no value here: ${why}.`)
    ].map(typeset)
    const below =
      axis === undefined
        ? []
        : axisBelow(axis, bottom, 'energy, in joules (logarithmic)', { top: top + 26, width })
    const caption = captionOf(width, margin, bottom + (axis === undefined ? 16 : 58), notes)
    return picture(
      {
        kind: 'ledger',
        title: `${name}: energy of learning by paradigm`,
        description: `Bars on a logarithmic axis of energy, a bar for each paradigm. ${rows.map(sentence).join(' ')} ${notes.join(' ')}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head,
          ...below,
          ...rows.flatMap((row, at) => drawnRow(row, first + at * pitch, axis)),
          ...lines,
          ...names,
          ...rows.flatMap((row, at) => writtenRow(row, first + at * pitch, axis, places)),
          ...caption.elements
        ]
      },
      options
    )
  }
)
