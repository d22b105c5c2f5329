/** The course of a simulated protocol: where the memory is over time, and what has been paid, beside the bounds. */
import * as E from 'fp-ts/lib/Either.js'
import { kT, seconds } from '../../units/si'
import { format } from '../../units/format'
import { aText, expecting } from '../../units/argument'
import { ofNumber, type Quantity } from '../../units/quantity'
import { aProtocolRun, simulate, type ProtocolRun } from '../../simulation/protocol'
import { linearAxis, numberText, typeset, type Axis } from './axis'
import { curve, type Point, type Stroke } from './curve'
import { label, labels, line } from './drawing'
import type { Element } from './element'
import { axisBelow, axisBeside, axisWidth, captionOf, heading, keptApart } from './parts'
import { narrowWidth, picture, pictureOptions, type Breadth, type PictureOptions } from './picture'
import { sizes } from './style'
import { lined } from './text'

const widths: { readonly [B in Breadth]: number } = { wide: 800, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const populationHeight = 150
const energyHeight = 210

/** The names at the ends of lines. */
const nameRoom = 150

/** Up to so many rungs are drawn one by one; of more, their mean. */
const fewRungs = 4

/** A value at a part of the time. */
type Place = readonly [part: number, value: number]

interface Line {
  readonly name: string
  readonly stroke: Stroke
  readonly places: readonly Place[]
}

/** About as many moments are drawn; of a segment at the most a tenth of them. */
const moments = 240

/** The course with moments within its segments, more where each begins: there a memory moves most. */
const finely = (run: ProtocolRun): ProtocolRun['course'] => {
  const { protocol } = run
  const pieces = Math.min(24, Math.ceil(moments / protocol.segments.length))
  const ends = Array.from({ length: pieces }, (_, at) => ((at + 1) / pieces) ** 4)
  const segments = protocol.segments.flatMap((segment) =>
    ends.map((end, at) => ({
      ...segment,
      duration: ofNumber(seconds.dimension, segment.duration.value * (end - (ends[at - 1] ?? 0)))
    }))
  )
  const finer = pieces === 1 ? E.right(run) : simulate({ ...protocol, segments })
  return E.isRight(finer) ? finer.right.course : run.course
}

const strokes: readonly Stroke[] = [
  { role: 'ink', weight: 2 },
  { role: 'limRecovered', weight: 2, dash: '9 3' },
  { role: 'cim', weight: 2, dash: '4 3' },
  { role: 'limDissipated', weight: 2, dash: '9 3 2 3' }
]

const meanRung = (populations: Float64Array): number =>
  populations.reduce((sum, share, rung) => sum + rung * share, 0)

const populationLines = (
  { start, final }: ProtocolRun,
  course: ProtocolRun['course'],
  parts: readonly number[]
): readonly Line[] => {
  const all = [start, ...course.map(({ populations }) => populations)]
  const line = (name: string, stroke: Stroke, of: (populations: Float64Array) => number): Line => ({
    name,
    stroke,
    places: all.map((each, at) => [parts[at]!, of(each)])
  })
  if (final.length === 2) return [line('state 1', strokes[0]!, (each) => each[1]!)]
  if (final.length <= fewRungs)
    return strokes
      .slice(0, final.length)
      .map((stroke, rung) => line(`rung ${rung}`, stroke, (each) => each[rung]!))
  return [line('mean rung', strokes[0]!, meanRung)]
}

/** Work is done at switches: it stands in each segment, and steps between them. */
const workPlaces = (
  { course, duration, work }: ProtocolRun,
  inKT: (of: Quantity<unknown>) => number
): readonly Place[] => [
  [0, 0],
  ...course.flatMap((moment, at): readonly Place[] => [
    [at === 0 ? 0 : course[at - 1]!.time.value / duration.value, inKT(moment.work)],
    [moment.time.value / duration.value, inKT(moment.work)]
  ]),
  [1, inKT(work)]
]

/** The bound that asks for most, of which all that it holds against is below. */
const tightest = ({ verdicts }: ProtocolRun): ProtocolRun['verdicts'][number] | undefined =>
  verdicts.reduce<ProtocolRun['verdicts'][number] | undefined>(
    (most, each) => (most === undefined || each.least.value > most.least.value ? each : most),
    undefined
  )

/**
 * A simulated protocol as an SVG picture: above, the probability of each rung over time (of more than four rungs,
 * the mean rung); below, the work done and the heat given off so far, in kT, and the least heat by the tightest
 * bound that speaks of the run.
 *
 * @example
 * import { gigahertz, kelvin, kT, nanoseconds } from 'limen'
 * import { protocolPicture, simulate } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const T = kelvin(300)
 * const segments = [{ duration: nanoseconds(50), energies: [kT(0, T), kT(6, T)] }]
 * const run = simulate({ temperature: T, attemptRate: gigahertz(1), segments })
 * const svg = pipe(run, E.map((done) => protocolPicture('sudden', done)))
 * console.log(E.isRight(svg) && svg.right.includes('state 1')) // true
 *
 * @since 0.10.0
 */
export const protocolPicture = expecting(
  'protocolPicture',
  { name: aText, run: aProtocolRun, options: pictureOptions },
  (name: string, run: ProtocolRun, options: PictureOptions = {}): string => {
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const { protocol, duration, final } = run
    const unit = kT(1, protocol.temperature).value
    const inKT = ({ value }: Quantity<unknown>): number => value / unit
    const isBit = final.length === 2
    const course = finely(run)
    const parts = [0, ...course.map(({ time }) => time.value / duration.value)]
    const bound = tightest(run)
    const energies: readonly Line[] = [
      {
        name: `work, ${numberText(Number(inKT(run.work).toPrecision(3)))} kT`,
        stroke: { role: 'muted', weight: 2, dash: '4 3' },
        places: workPlaces(run, inKT)
      },
      {
        name: `heat, ${numberText(Number(inKT(run.heat).toPrecision(3)))} kT`,
        stroke: { role: 'ink', weight: 2 },
        places: [0, ...course.map(({ heat }) => inKT(heat))].map((heat, at) => [parts[at]!, heat])
      },
      ...(bound === undefined
        ? []
        : [
            {
              name: `least heat, ${numberText(Number(inKT(bound.least).toPrecision(3)))} kT: ${bound.bound}`,
              stroke: { role: 'limRecovered' as const, weight: 2, dash: '9 3' },
              places: [0, 1].map((part) => [part, inKT(bound.least)] as const)
            }
          ])
    ]
    const head = heading(width, margin, name, [
      `${isBit ? 'A bit' : `A memory of ${final.length} rungs`} at ${format(protocol.temperature)} over ${format(duration)}: where it is, and what has been paid`
    ])

    /** A panel of lines, their names at their ends. */
    const panel = (
      lines: readonly Line[],
      axis: Axis,
      [left, right]: readonly [number, number],
      [top, bottom]: readonly [number, number]
    ): readonly Element[] => {
      const points = lines.map(({ places }) =>
        places.map(([part, value]): Point => ({ x: left + (right - left) * part, y: axis.place(value) }))
      )
      const names = lines.map((each) => lined(nameRoom, each.name, sizes.small, { most: 3, isBold: true }))
      const tallest = Math.max(...names.map(({ length }) => length)) * 13 + 3
      const places = keptApart(
        points.map((each) => each.at(-1)!.y + 4),
        tallest,
        [top + 8, bottom - tallest + 16]
      )
      return [
        ...points.flatMap((each, at) => curve(each, lines[at]!.stroke, lines[at]!.name)),
        ...names.flatMap((texts, at) => [
          line([right + 3, points[at]!.at(-1)!.y], [right + 12, places[at]! - 4], 'muted', {
            'stroke-width': 0.75
          }),
          ...labels(right + 15, places[at]!, texts, 13, {
            size: sizes.small,
            isBold: true,
            role: lines[at]!.stroke.role
          })
        ])
      ]
    }

    const shares = populationLines(run, course, parts)
    const isMean = !isBit && final.length > fewRungs
    const first = head.height + 22
    const firstEnd = first + populationHeight
    const second = firstEnd + 40
    const secondEnd = second + energyHeight
    const up = linearAxis([0, isMean ? final.length - 1 : 1], [firstEnd, first], 'y', numberText)
    const levels = energies.flatMap(({ places }) => places.map(([, value]) => value))
    const paid = linearAxis(
      [Math.min(0, ...levels), Math.max(...levels, 0.1)],
      [secondEnd, second],
      'y',
      numberText
    )
    const left = margin + Math.max(axisWidth(up), axisWidth(paid))
    const right = width - margin - nameRoom - 15
    const scale = format(duration).split(' ')
    const across = linearAxis([0, Number(scale[0])], [left, right], 'x', numberText, false)
    const caption = captionOf(width, margin, secondEnd + 62, [
      'Probabilities, work and heat are exact means over all trajectories; work is done where energies switch, which are 0 before and after, so in the end work and heat are one.',
      ...(bound === undefined ? [] : [`${bound.bound}: ${bound.constraint}.`])
    ])
    return picture(
      {
        kind: 'protocol',
        title: `${name}: the course of a simulated memory`,
        description: `${energies.map((each) => each.name).join('; ')}. ${isBit ? `State 1 has probability ${final[1]!.toPrecision(4)} in the end.` : ''}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, first - 10, isMean ? 'mean rung' : 'probability', {
            size: sizes.small,
            role: 'muted'
          }),
          ...axisBeside(up, left, 'left', right),
          line([left, firstEnd], [right, firstEnd], 'muted'),
          ...panel(shares, up, [left, right], [first, firstEnd]),
          label(margin, second - 10, 'energy so far, in kT', { size: sizes.small, role: 'muted' }),
          ...axisBeside(paid, left, 'left', right),
          ...axisBelow(across, secondEnd, typeset(`time, in ${scale[1] ?? 's'}`), { top: second, width }),
          ...panel(energies, paid, [left, right], [second, secondEnd]),
          ...caption.elements
        ]
      },
      options
    )
  }
)
