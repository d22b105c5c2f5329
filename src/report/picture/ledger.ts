/** The ledger as a picture: a point for each paradigm, two bounds as lines, the shares of the walls as strips. */
import { anEstimate } from '../../estimate/workload-file'
import { expecting } from '../../units/argument'
import type { Claim } from '../../formula/model'
import type { Decimal } from '../../units/decimal'
import { coolingOf, isCertified, linesOf, outsideOf, type AnyEstimate, type LineName } from '../ledger'
import { decadesAround, jouleText, logAxis, logOf, typeset, type Axis } from './axis'
import { box, label, labels, line, shape } from './drawing'
import { element, type Element } from './element'
import { rowsOf, sentence, shareTexts, type Row } from './ledger-rows'
import { axisBelow, captionOf, heading } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { drawable, lined, shortenedTo, textWidth } from './text'
import { inWords, rowTitle } from './words'

export { shareText } from './ledger-rows'

/** Where the columns of a picture stand; in a narrow one, they stand under each other. */
interface Layout {
  readonly width: number
  readonly margin: number
  readonly isStacked: boolean
  readonly nameWidth: number
  readonly plot: readonly [from: number, to: number]
  readonly strip: readonly [from: number, to: number]
}

const layouts: { readonly [B in Breadth]: Layout } = {
  wide: {
    width: 900,
    margin: 20,
    isStacked: false,
    nameWidth: 196,
    plot: [234, 602],
    strip: [630, 880]
  },
  narrow: {
    width: narrowWidth,
    margin: 14,
    isStacked: true,
    nameWidth: narrowWidth - 28,
    plot: [20, narrowWidth - 20],
    strip: [14, narrowWidth - 14]
  }
}

const leading = 14
const stripHeight = 9
const swatch = 9

/** Only a bound is solid: what a machine pays is hollow, and an estimate is dashed. */
const looks: { readonly [C in Claim]: { readonly isSolid?: true; readonly dash?: string } } = {
  'lower bound': { isSolid: true },
  'lower bound of a class': { isSolid: true },
  'cost of a machine': {},
  'estimate': { dash: '3 2.2' }
}

/** A total, at its place on the axis, and a thin line that leads there from the name. */
const point = ({ name, description, claim }: Row, [left, x]: readonly [number, number], y: number) => {
  const { isSolid, dash } = claim === undefined ? {} : looks[claim]
  const children = [element('title', {}, [drawable(`${name}: ${description}`)])]
  return claim === undefined
    ? [
        shape(
          'path',
          { fill: 'ink', stroke: 'paper' },
          { d: `M${x.toFixed(2)} ${y - 7}l7 7l-7 7l-7 -7z`, 'stroke-width': 1.5 },
          children
        )
      ]
    : [
        line([left, y], [x, y], 'muted', { 'stroke-dasharray': dash }),
        shape(
          'circle',
          { fill: isSolid ? 'ink' : 'paper', stroke: isSolid ? 'paper' : 'ink' },
          { cx: x, cy: y, r: isSolid ? 6 : 5, 'stroke-width': isSolid ? 1.5 : 2, 'stroke-dasharray': dash },
          children
        )
      ]
}

/** Where something may lie between: a line between two brackets. */
const interval = (from: number, to: number, y: number, reach: number): readonly Element[] => [
  line([from, y], [to, y], 'ink', { 'stroke-width': 1.5 }),
  line([from, y - reach], [from, y + reach], 'ink', { 'stroke-width': 1.5 }),
  line([to, y - reach], [to, y + reach], 'ink', { 'stroke-width': 1.5 })
]

/** The shares of a row: all of its total is as long as in every other row. */
const strip = ({ shares }: Row, [from, to]: readonly [number, number], top: number): readonly Element[] => {
  let start = from
  const segments = shares.map(({ part, share }) => {
    const x = start
    start += (to - from) * share.toNumber()
    return box({ x, y: top, width: start - x, height: stripHeight }, { fill: { pattern: part } })
  })
  const outline = box({ x: from, y: top, width: to - from, height: stripHeight }, { stroke: 'ink' })
  return segments.length === 0 ? [] : [...segments, outline]
}

/** What the shares are, under their strip, in as many lines as they need. */
const shareLabels = (row: Row, [from, to]: readonly [number, number], y: number): Piece => {
  let [x, line] = [from, y]
  const elements = shareTexts(row).flatMap((text, at) => {
    const whole = swatch + 5 + textWidth(text, sizes.small)
    if (x > from && x + whole > to) [x, line] = [from, line + leading]
    const begin = x
    x += whole + 14
    return [
      box(
        { x: begin, y: line - swatch, width: swatch, height: swatch },
        { fill: { pattern: row.shares[at]!.part }, stroke: 'ink' },
        { 'stroke-width': 0.75 }
      ),
      label(begin + swatch + 5, line, text, { size: sizes.small, role: 'muted' })
    ]
  })
  return { elements, bottom: elements.length === 0 ? y - 2 * leading : line + 4 }
}

/** Something drawn, and where it ends. */
interface Piece {
  readonly elements: readonly Element[]
  readonly bottom: number
}

/** What a row is called, what may be claimed of it, and what else is said of it. */
const nameLabels = ({ title, description, claim }: Row, top: number, layout: Layout): Piece => {
  const { margin, nameWidth } = layout
  const titles = lined(nameWidth, title, sizes.body, { most: 2, isBold: true })
  const said = [
    ...(claim === undefined ? [] : [claim]),
    ...(title === description ? [] : lined(nameWidth, description, sizes.small, { most: 2 }))
  ]
  const under = top + 12 + titles.length * leading
  return {
    elements: [
      ...labels(margin, top + 12, titles, leading, { isBold: true }),
      ...labels(margin, under, said, leading, { size: sizes.small, role: 'muted' })
    ],
    bottom: under + (said.length - 1) * leading + 4
  }
}

/** The figures over a point and under it, or else behind one another, as near to it as they have room. */
const figureLabels = (
  { energy, decades }: Row,
  at: number,
  [over, under]: readonly [number, number | undefined],
  [left, right]: readonly [number, number]
): readonly Element[] => {
  const figures = shortenedTo(right - left, typeset(energy), sizes.body, true)
  const width = textWidth(figures, sizes.body, true)
  const taken = under === undefined ? width + 10 : 0
  const said = decades === '' ? '' : shortenedTo(right - left - taken, typeset(decades), sizes.small)
  const saidWidth = textWidth(said, sizes.small)
  // Right of the point, and so of the line that may go through it.
  const begin = (whole: number): number => Math.max(left, Math.min(at + 6, right - whole))
  const x = begin(under === undefined && said !== '' ? taken + saidWidth : width)
  return [
    label(x, over, figures, { isBold: true, halo: true }),
    ...(said === ''
      ? []
      : [
          label(under === undefined ? x + taken : begin(saidWidth), under ?? over, said, {
            size: sizes.small,
            role: 'muted',
            halo: true
          })
        ])
  ]
}

/** A row as it is drawn: its point, its strip, its texts; and where its line lies. */
interface PlacedRow extends Piece {
  readonly y: number
}

const placedRow = (row: Row, top: number, layout: Layout, axis: Axis | undefined): PlacedRow => {
  const { isStacked, plot } = layout
  const [left] = plot
  const place = (end: Decimal | undefined): number =>
    axis === undefined || end === undefined || !end.gt(0) ? left : axis.place(logOf(end))
  const [from, to] = [place(row.ends[0]), place(row.ends.at(-1))]
  const isDrawn = axis !== undefined && row.ends.some((end) => end.gt(0))
  const names = nameLabels(row, top, layout)
  const figuresAt = isStacked ? names.bottom + 14 : top + 12
  const y = figuresAt + 14
  const under = isStacked ? undefined : y + 20
  const stripAt = isStacked ? y + 11 : top + 3
  const shares = shareLabels(row, layout.strip, stripAt + stripHeight + 13)
  return {
    y,
    bottom: Math.max(names.bottom, shares.bottom, under ?? y + 8),
    elements: [
      ...(isDrawn && to > from ? interval(from, to, y, 6) : []),
      ...(isDrawn ? point(row, [left, from], y) : []),
      ...(isDrawn && row.claim === undefined && to > from ? point(row, [left, to], y) : []),
      ...strip(row, layout.strip, stripAt),
      ...names.elements,
      ...figureLabels(row, from, [figuresAt, under], plot),
      ...shares.elements
    ]
  }
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
      : [{ at: axis.place(logOf(end)), text: `${row.title} ${typeset(row.energy)}`, dash }]
  })

/** The lines with their names over them; where those would touch, one above the other. */
const drawnReferences = (
  references: readonly Reference[],
  top: number,
  stretches: readonly (readonly [from: number, to: number])[],
  [left, right]: readonly [number, number]
): readonly Element[] => {
  const placed = references.map((each) => {
    const text = shortenedTo(right - left, each.text, sizes.small, true)
    const half = textWidth(text, sizes.small, true) / 2
    return { ...each, text, half, middle: Math.min(Math.max(each.at, left + half), right - half) }
  })
  const [first, second] = placed
  const areApart =
    first === undefined ||
    second === undefined ||
    Math.abs(first.middle - second.middle) >= first.half + second.half + 10
  return placed.flatMap(({ at, dash, middle, text }, which) => [
    ...stretches.map(([from, to]) =>
      line([at, from], [at, to], 'ink', { 'stroke-width': 1.5, 'stroke-dasharray': dash })
    ),
    label(middle, areApart || which === 1 ? top + 20 : top + 6, text, {
      size: sizes.small,
      isBold: true,
      anchor: 'middle'
    })
  ])
}

/**
 * A ledger as an SVG picture: the total of each paradigm as a point on a logarithmic axis of energy,
 * and the shares of its walls as a strip of their own; as lines over all the floor, which is the
 * information of the solution, and one bit flip per update; what the learning took where it took
 * place. Only bounds are solid: what machines cost is hollow, and estimates are dashed; of a certified
 * ledger the enclosures are drawn.
 *
 * @example
 * import { estimateFile } from 'limen/files'
 * import { ledgerPicture } from 'limen/report'
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
    const layout = layouts[options.width ?? 'wide']
    const { width, margin, isStacked, plot } = layout
    const rows = rowsOf(estimate)
    const known = rows.flatMap(({ ends }) => ends.filter((end) => end.gt(0)).map(logOf))
    const axis =
      known.length === 0
        ? undefined
        : logAxis(
            decadesAround([Math.min(...known) - 0.35, Math.max(...known)]),
            [plot[0], plot[1] - 8],
            'x',
            jouleText
          )
    const { elements: head, height: top } = heading(width, margin, name, [
      'Energy of learning by paradigm, and the share of each wall in it'
    ])
    const placed = rows.reduce<readonly PlacedRow[]>((before, row) => {
      const above = before.at(-1)
      return [...before, placedRow(row, above === undefined ? top + 36 : above.bottom + 16, layout, axis)]
    }, [])
    const bottom = (placed.at(-1)?.bottom ?? top + 36) + 14
    const references = referencesIn(rows, axis)
    const stretches: readonly (readonly [number, number])[] = isStacked
      ? [[top + 26, top + 34], ...placed.map(({ y }) => [y - 9, y + 9] as const)]
      : [[top + 26, bottom]]
    const floor = rows.find((row) => row.name === 'floor')
    const has = (claim: Claim): boolean => rows.some((row) => row.claim === claim && row.ends[0]?.gt(0))
    const cooling = coolingOf(estimate)
    const titleOf = (of: string): string => rows.find((row) => row.name === of)?.title ?? of
    const notes = [
      ...(rows.length === 0 ? ['This ledger has no paradigm.'] : []),
      ...(known.length === 0 && rows.length > 0 ? ['No energy here is above 0, so there is no axis.'] : []),
      ...(rows.some(({ shares }) => shares.length > 0)
        ? [
            `A point is a total, on the axis. The strip ${isStacked ? 'under' : 'beside'} it, in every row as long, shows which share of the total each wall has.`
          ]
        : []),
      ...linesOf(estimate).map(([which, meaning]) => `${titleOf(which)}: ${meaning}.`),
      ...(has('cost of a machine')
        ? ['Hollow: what one machine costs, no lower bound; a cleverer machine may pay less.']
        : []),
      ...(has('estimate')
        ? ['Dashed: measured or projected cost of a technology, an estimate and no lower bound.']
        : []),
      ...(isCertified(estimate) ? ['Brackets: the certified enclosure; the point is at its lower end.'] : []),
      ...(rows.some((row) => row.claim === undefined)
        ? ['Diamond: what the same learning took where it took place.']
        : []),
      ...(floor !== undefined && !references.some(({ dash }) => dash === dashes.floor)
        ? ['The floor is 0, or may be: nothing is a number of decades above it.']
        : []),
      ...(cooling === undefined ? [] : [`At the wall plug: ${cooling}.`]),
      ...outsideOf(estimate).map(
        ([which, what, why]) =>
          `${rowTitle({ name: which, description: what })} has no value here: ${inWords(why)}.`
      )
    ].map(typeset)
    const below =
      axis === undefined
        ? []
        : axisBelow(axis, bottom, 'energy, in joules (logarithmic)', {
            top: isStacked ? bottom : top + 26,
            width
          })
    const caption = captionOf(width, margin, bottom + (axis === undefined ? 16 : 58), notes)
    return picture(
      {
        kind: 'ledger',
        title: `${name}: energy of learning by paradigm`,
        description: `Points on a logarithmic axis of energy, one for each paradigm. ${rows.map(sentence).join(' ')} ${notes.join(' ')}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head,
          ...below,
          ...drawnReferences(references, top, stretches, plot),
          ...placed.flatMap(({ elements }) => elements),
          ...caption.elements
        ]
      },
      options
    )
  }
)
