/** The ledger as a picture: a bar for each paradigm, the floor as a line, the walls as shares. */
import type { Decimal } from '../../units/decimal'
import { isCertified, type AnyEstimate } from '../ledger'
import { decadesAround, jouleText, logAxis, logOf, typeset, type Axis } from './axis'
import { box, label, labels, line, shape } from './drawing'
import type { Element } from './element'
import { rowsOf, sentence, shareTexts, type Row } from './ledger-rows'
import { axisBelow, captionOf, heading } from './parts'
import { picture, type PictureOptions } from './picture'
import { sizes } from './style'
import { lined, textWidth } from './text'

export { shareText } from './ledger-rows'

const width = 820
const margin = 20
const nameWidth = 180
const left = margin + nameWidth + 14
const pitch = 62
const barHeight = 18
const swatch = 9

const endWidth = ({ energy, decades }: Row): number =>
  Math.max(textWidth(typeset(energy), sizes.body, true), textWidth(typeset(decades), sizes.small))

/** The bar of a row, divided by its walls. */
const bar = ({ shares, isBound }: Row, from: number, to: number, y: number): readonly Element[] => {
  const top = y - barHeight / 2
  // An estimate is hollow: what it is made of lies inside a dashed outline.
  const [inset, height] = isBound ? [0, barHeight] : [5, barHeight - 10]
  let start = from
  const segments = shares.map(({ part, share }) => {
    const x = start
    start += (to - from) * share.toNumber()
    return box({ x, y: top + inset, width: start - x, height }, { fill: { pattern: part } })
  })
  const outline = box(
    { x: from, y: top, width: to - from, height: barHeight },
    { stroke: isBound ? 'ink' : 'muted' },
    { 'stroke-width': 1, 'stroke-dasharray': isBound ? undefined : '4 3' }
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

/** The shares under a bar, beside the line of the floor. */
const shareLabels = (row: Row, y: number, floorAt: number | undefined): readonly Element[] => {
  const texts = shareTexts(row)
  const widths = texts.map((text) => swatch + 5 + textWidth(text, sizes.small) + 14)
  const whole = widths.reduce((sum, each) => sum + each, 0) - 14
  const right = (floorAt ?? left) + (floorAt === undefined ? 0 : 8)
  let x = right + whole <= width - margin ? right : Math.max(left, (floorAt ?? left) - 8 - whole)
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

const drawnRow = (
  row: Row,
  y: number,
  axis: Axis | undefined,
  floorAt: number | undefined
): readonly Element[] => {
  const place = (end: Decimal | undefined): number =>
    axis === undefined || end === undefined || !end.gt(0) ? left : axis.place(logOf(end))
  const [from, to] = [place(row.ends[0]), place(row.ends.at(-1))]
  const text = Math.max(from, to) + 12
  const description = lined(nameWidth, row.description, sizes.small, { most: 2 })
  return [
    label(margin, y - 6, row.name, { isBold: true }),
    ...labels(margin, y + 8, description, 13, { size: sizes.small, role: 'muted' }),
    ...(row.isPoint ? [] : bar(row, left, from, y)),
    ...(to > from ? interval(from, to, y, row.isPoint ? 5 : 6) : []),
    ...(row.isPoint && axis !== undefined ? [diamond(from, y), ...(to > from ? [diamond(to, y)] : [])] : []),
    label(text, row.decades === '' ? y + 4 : y - 1, typeset(row.energy), { isBold: true, halo: true }),
    ...(row.decades === ''
      ? []
      : [label(text, y + 12, typeset(row.decades), { size: sizes.small, role: 'muted', halo: true })]),
    ...shareLabels(row, y + 28, floorAt)
  ]
}

/**
 * A ledger as an SVG picture: a bar for each paradigm on a logarithmic axis of energy, ending at its
 * total and divided by the shares of its walls; the floor as a line over all; what the learning took
 * where it took place. Estimates are hollow, for they are no lower bounds; of a certified ledger the
 * enclosures are drawn.
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
export const ledgerPicture = (estimate: AnyEstimate, options: PictureOptions = {}): string => {
  const { name } = estimate.ledger.scenario
  const rows = rowsOf(estimate)
  const known = rows.flatMap(({ ends }) => ends.filter((end) => end.gt(0)).map(logOf))
  const right = width - margin - 12 - Math.max(0, ...rows.map(endWidth))
  const axis =
    known.length === 0
      ? undefined
      : logAxis(decadesAround([Math.min(...known) - 0.35, Math.max(...known)]), [left, right], 'x', jouleText)
  const { elements: head, height: top } = heading(width, margin, name, [
    'Energy of learning by paradigm, and the share of each wall in it'
  ])
  const first = top + 52
  const bottom = first + Math.max(0, rows.length - 1) * pitch + 42
  const floor = rows.find((row) => row.name === 'floor')
  const floorEnd = floor?.ends[0]
  const floorAt = axis !== undefined && floorEnd?.gt(0) ? axis.place(logOf(floorEnd)) : undefined
  const floorText = `floor ${floor === undefined ? '' : typeset(floor.energy)}`
  const floorHalf = textWidth(floorText, sizes.small, true) / 2
  const floorLine =
    floorAt === undefined
      ? []
      : [
          line([floorAt, top + 14], [floorAt, bottom], 'ink', {
            'stroke-width': 1.5,
            'stroke-dasharray': '6 3'
          }),
          label(
            Math.min(Math.max(floorAt, left + floorHalf), width - margin - floorHalf),
            top + 8,
            floorText,
            {
              size: sizes.small,
              isBold: true,
              anchor: 'middle'
            }
          )
        ]
  const notes = [
    ...(rows.length === 0 ? ['This ledger has no paradigm.'] : []),
    ...(known.length === 0 && rows.length > 0 ? ['No energy here is above 0, so there is no axis.'] : []),
    ...(known.length === 0
      ? []
      : [
          'A bar ends at its total, on the axis. Its division shows the shares of the walls: lengths on a logarithmic axis do not add.'
        ]),
    ...(rows.some((row) => !row.isBound && !row.isPoint && row.ends[0]?.gt(0))
      ? ['Dashed outline: measured or projected cost of a technology, an estimate and no lower bound.']
      : []),
    ...(isCertified(estimate) ? ['Brackets: the certified enclosure; the bar ends at its lower end.'] : []),
    ...(rows.some((row) => row.isPoint) ? ['Diamond: what the same learning took where it took place.'] : []),
    ...(floor !== undefined && floorAt === undefined
      ? ['The floor is 0, or may be: nothing is a number of decades above it.']
      : [])
  ]
  const below =
    axis === undefined
      ? []
      : axisBelow(axis, bottom, 'energy, in joules (logarithmic)', { top: top + 14, width })
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
        ...rows.flatMap((row, at) => drawnRow(row, first + at * pitch, axis, floorAt)),
        ...floorLine,
        ...caption.elements
      ]
    },
    options
  )
}
