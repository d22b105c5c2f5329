/** Energy against time: rows of a ledger at several precisions of the solution, and cited accelerators as points. */
import type { TimeTrade, TradeCurve, TradeMachine } from '../../ledger/time-trade'
import { anObject, aText, expecting, having, listOf } from '../../units/argument'
import type { Energy } from '../../units/dimension'
import { formatWith } from '../../units/format'
import { joules } from '../../units/si'
import { figure } from '../ledger'
import { decadesAround, jouleText, logAxis, typeset } from './axis'
import { curve, diamond, sampleOf, type Point, type Stroke } from './curve'
import { label, line } from './drawing'
import {
  axisBelow,
  axisBeside,
  axisWidth,
  captionOf,
  entriesUnder,
  heading,
  keptApart,
  type Entry
} from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { strokes } from './sweep'
import { acrossOf } from './sweep-axis'
import { textWidth } from './text'
import { inWords, rowTitle } from './words'

const aTrade = having('energy against time, such as timeTrade gives', {
  name: aText,
  durations: listOf('a list of durations', anObject),
  curves: listOf('a list of curves', anObject),
  machines: listOf('a list of machines', anObject)
})

const widths: { readonly [B in Breadth]: number } = { wide: 800, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 420
const leading = 13

/** As it was said: "8 bit". */
const bit = formatWith<unknown>({ digits: 'all' })

/** A row that is none of the usual ones. */
const other: Stroke = { role: 'own', weight: 2.5 }

const strokeOf = (row: string): Stroke => strokes[row] ?? other

const isDrawn = (energy: number): boolean => energy > 0

const two = formatWith<Energy>({ digits: 2 })

const energyText = (of: number): string => typeset(two(joules(of)))

/** From which duration on a curve has values, and what they are there. */
const sentence = ({ durations }: TimeTrade, { row, precision, energies, why }: TradeCurve): string => {
  const first = energies.findIndex(isDrawn)
  const name = `${row} at ${bit(precision)}`
  if (first < 0) return `${name} has no value here.`
  const last = energies.length - 1
  const from = `${energyText(energies[first]!)} in ${figure(durations[first])}`
  return `${name}: ${from}, ${energyText(energies[last]!)} in ${figure(durations[last])}${why === undefined || first === 0 ? '' : '; none in less'}.`
}

/**
 * Energy against time as an SVG picture, both logarithmic: a line for each row and precision of the solution, a point
 * for each accelerator that runs the workload alone, and to its left where so many of them together would stand.
 *
 * @example
 * import { timeTrade } from 'limen/hardware'
 * import { estimateFile } from 'limen/files'
 * import { timePicture } from 'limen/report'
 * import { readFileSync } from 'node:fs'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const svg = pipe(
 *   estimateFile(readFileSync('examples/gpt-3.json', 'utf8')),
 *   E.chainW(({ ledger }) => timeTrade(ledger.scenario)),
 *   E.map((trade) => timePicture(trade))
 * )
 * console.log(E.isRight(svg) && svg.right.includes('NVIDIA A100')) // true
 *
 * @since 0.11.0
 */
export const timePicture = expecting(
  'timePicture',
  { trade: aTrade, options: pictureOptions },
  (trade: TimeTrade, options: PictureOptions = {}): string => {
    const { name, durations, curves, machines } = trade
    const breadth = options.width ?? 'wide'
    const [width, margin, isWide] = [widths[breadth], margins[breadth], breadth === 'wide']
    const head = heading(width, margin, name, ['Energy of learning against the time that it may take'])
    const drawn = curves.filter(({ energies }) => energies.some(isDrawn))
    const rows = [...new Map(curves.map((each) => [each.row, each])).values()]
    const gaps = [...new Set(curves.flatMap(({ why }) => (why === undefined ? [] : [why.split('\n')[0]!])))]
    const notes = [
      'The floor is a lower bound of any memory whose cells held unknown bits; the other lines are what one machine costs, no bounds.',
      ...(machines.length === 0
        ? []
        : [
            'Accelerators: one each, at its peak rate and the power that it is designed for, of which training uses a part; so many of them take as much energy, in so much less time, along the dotted line.'
          ]),
      ...gaps.slice(0, 1).map((why) => `No value in less time: ${inWords(why)}.`)
    ]
    const described = {
      kind: 'time',
      title: `${name}: energy of learning against time`,
      description: `${curves.map((each) => sentence(trade, each)).join(' ')} ${machines
        .map((each) => `${each.name}: ${figure(each.energy)} in ${figure(each.duration)}.`)
        .join(' ')} ${notes.join(' ')}`,
      width
    }
    const energies = [
      ...drawn.flatMap((each) => [...each.energies].filter(isDrawn)),
      ...machines.map(({ energy }) => energy.value)
    ]
    if (energies.length === 0) {
      const caption = captionOf(width, margin, head.height + 12, ['There is nothing to draw.', ...notes])
      const children = [...head.elements, ...caption.elements]
      return picture({ ...described, height: caption.bottom + margin - 6, children }, options)
    }
    const top = head.height + 22
    const bottom = top + plotHeight
    const up = logAxis(decadesAround(energies.map(Math.log10)), [bottom, top], 'y', jouleText)
    const left = margin + axisWidth(up)
    const nameOf = ({ row, precision }: TradeCurve): string =>
      isWide ? `${row === 'floor' ? 'floor, ' : ''}${bit(precision)}` : ''
    const room = Math.max(0, ...drawn.map((each) => textWidth(nameOf(each), sizes.small, true)))
    const right = width - margin - (isWide ? 18 + room : 4)
    const across = acrossOf([...durations, ...machines.map(({ duration }) => duration)], 'log', [left, right])
    const yOf = (energy: number): number => up.place(Math.log10(energy))
    const lines = drawn.map((each) => ({
      each,
      points: Array.from(each.energies, (energy, at) =>
        isDrawn(energy) ? { x: across.at(durations[at]!), y: yOf(energy) } : undefined
      )
    }))
    const ends = lines.map(({ points }) => points.filter((point) => point !== undefined).at(-1)!)
    const places = keptApart(
      ends.map(({ y }) => y + 4),
      leading,
      [top + 10, bottom]
    )
    const names = lines.flatMap(({ each }, at) => {
      const { x, y } = ends[at]!
      return [
        line([x + 3, y], [right + 14, places[at]! - 4], 'muted', { 'stroke-width': 0.75 }),
        label(right + 17, places[at]!, nameOf(each), {
          size: sizes.small,
          isBold: true,
          role: strokeOf(each.row).role
        })
      ]
    })
    const pointOf = ({ duration, energy }: TradeMachine): Point => ({
      x: across.at(duration),
      y: yOf(energy.value)
    })
    // Under their points, the leftmost first, so that no line to a point crosses a name.
    const order = [...machines].sort((a, b) => a.duration.value - b.duration.value)
    const marks = order.flatMap((each, at) => {
      const { x, y } = pointOf(each)
      const text = `${each.name}, ${each.year}`
      const under = Math.max(...machines.map((one) => pointOf(one).y)) + 22 + at * (leading + 2)
      return [
        ...curve(
          [
            { x: left, y },
            { x: x - 8, y }
          ],
          { role: 'accelerator', dash: '1 4', weight: 1.5 }
        ),
        ...(isWide
          ? [
              line([x, y], [x, under - 11], 'muted', { 'stroke-width': 0.75 }),
              label(x + 6, under, text, { size: sizes.small, anchor: 'end', role: 'accelerator', halo: true })
            ]
          : []),
        ...diamond({ x, y }, 'accelerator', `${text}: ${figure(each.energy)} in ${figure(each.duration)}`)
      ]
    })
    const legend = entriesUnder(width, margin, bottom + 58, [
      ...rows.map((each): Entry => ({
        text: `${rowTitle({ name: each.row, description: each.description })}: ${curves
          .filter(({ row }) => row === each.row)
          .map(({ precision, energies: of }) => {
            const last = of.at(-1)!
            return `${bit(precision)} ${isDrawn(last) ? energyText(last) : 'no value'}`
          })
          .join(', ')}`,
        role: strokeOf(each.row).role,
        sample: (x, y) => sampleOf(strokeOf(each.row), x, y)
      })),
      ...(isWide
        ? []
        : order.map(({ name: machine, year, energy, duration }): Entry => ({
            text: `${machine}, ${year}: ${figure(energy)} in ${figure(duration)}`,
            role: 'accelerator',
            sample: (x, y) => diamond({ x: x + 17, y }, 'accelerator', machine)
          })))
    ])
    const caption = captionOf(width, margin, legend.bottom + 6, notes)
    return picture(
      {
        ...described,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, top - 10, 'energy, in joules (logarithmic)', { size: sizes.small, role: 'muted' }),
          ...axisBeside(up, left, 'left', right),
          ...axisBelow(across.axis, bottom, 'time of the run (logarithmic)', { top, width }),
          ...lines.flatMap(({ each, points }) =>
            curve(points, strokeOf(each.row), `${each.row} at ${bit(each.precision)}`)
          ),
          ...marks,
          ...(isWide ? names : []),
          ...legend.elements,
          ...caption.elements
        ]
      },
      options
    )
  }
)
