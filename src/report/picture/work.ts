/** The work of a protocol's trajectories as a histogram, with its Jarzynski check. */
import { aSampledRun, type SampledRun } from '../../simulation/sampled-protocol'
import { aText, expecting } from '../../units/argument'
import { format, formatWith } from '../../units/format'
import { kT, one } from '../../units/si'
import { linearAxis, numberText, typeset } from './axis'
import { curve, type Point, type Stroke } from './curve'
import { box, label, line } from './drawing'
import { axisBelow, axisBeside, axisWidth, captionOf, entriesUnder, heading, type Entry } from './parts'
import { narrowWidth, picture, pictureOptions, type Breadth, type PictureOptions } from './picture'
import { sizes } from './style'

const { ceil, cbrt, exp, floor, log, max, min } = Math

const widths: { readonly [B in Breadth]: number } = { wide: 760, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 260

/** Columns, at most. */
const mostColumns = 60

const number = (value: number, digits = 4): string => typeset(formatWith({ digits })(one(value)))

/** Columns of equal width, each with its density, and with what it adds to ⟨e^(−W/kT)⟩. */
interface Columns {
  readonly low: number
  readonly step: number
  readonly densities: Float64Array
  readonly weighted: Float64Array
}

/** As many columns as their number can fill (Rice's rule). */
const columnsOf = (works: Float64Array): Columns => {
  const low = works.reduce((least, each) => min(least, each), Infinity)
  const high = works.reduce((most, each) => max(most, each), -Infinity)
  // Works that differ by rounding alone are one.
  const isOne = high - low < 1e-9 * max(1, -low, high)
  const count = isOne ? 1 : min(mostColumns, ceil(2 * cbrt(works.length)))
  const step = isOne ? 0.1 : (high - low) / count
  const densities = new Float64Array(count)
  const weighted = new Float64Array(count)
  const first = isOne ? (low + high - step) / 2 : low
  const part = 1 / (step * works.length)
  for (const each of works) {
    const at = min(count - 1, max(0, floor((each - first) / step)))
    densities[at]! += part
    weighted[at]! += part * exp(-each)
  }
  return { low: first, step, densities, weighted }
}

const strokes = {
  weighted: { role: 'vonNeumann', dash: '5 2', weight: 1.75 },
  mean: { role: 'ink', weight: 2 },
  free: { role: 'own', dash: '9 3', weight: 2 }
} as const satisfies Readonly<Record<string, Stroke>>

/** A line of a legend. */
const sampled = (text: string, stroke: Stroke): Entry => ({
  text,
  role: stroke.role,
  sample: (x, y) =>
    curve(
      [
        { x, y },
        { x: x + 34, y }
      ],
      stroke
    )
})

/** What ⟨e^(−W/kT)⟩ over so many trajectories says, beside its exact value. */
const checkText = ({ trajectories, meanExpMinusWork }: SampledRun): string => {
  const { count, needed, expMinusWork, off } = trajectories
  const exact = `exactly it is ${number(meanExpMinusWork)}`
  return count < needed
    ? `⟨e^(−W/kT)⟩ is ${number(expMinusWork.mean)} over these trajectories, and ${exact}: that is no check, as rare trajectories carry it; ${Number.isFinite(needed) ? number(needed, 2) : 'more than can be counted'} would be needed.`
    : `⟨e^(−W/kT)⟩ is ${number(expMinusWork.mean)} ± ${number(expMinusWork.error, 2)} over these trajectories, and ${exact}: ${number(off.expMinusWork, 2)} standard errors away.`
}

/**
 * The work of a protocol's trajectories as an SVG picture: their histogram, in kT, and, where there are enough of
 * them, what each column adds to ⟨e^(−W/kT)⟩; the mean work, and −ln⟨e^(−W/kT)⟩ as it is exactly: the difference of free
 * energies, 0, where all rungs are alike at the start (Jarzynski 1997).
 *
 * @example
 * import { gigahertz, kelvin, kT, nanoseconds } from 'limen'
 * import { sampleTrajectories, workPicture } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const T = kelvin(300)
 * const segments = [{ duration: nanoseconds(5), energies: [kT(0, T), kT(2, T)] }]
 * const protocol = { temperature: T, attemptRate: gigahertz(1), segments }
 * const run = sampleTrajectories(protocol, { count: 1000, seed: 1 })
 * const svg = pipe(run, E.map((done) => workPicture('sudden', done)))
 * console.log(E.isRight(svg) && svg.right.includes('ΔF = 0')) // true
 *
 * @since 0.10.0
 */
export const workPicture = expecting(
  'workPicture',
  { name: aText, run: aSampledRun, options: pictureOptions },
  (name: string, run: SampledRun, options: PictureOptions = {}): string => {
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const { protocol, start, trajectories, meanExpMinusWork } = run
    const { count, needed, seed, meanWork, workError } = trajectories
    const unit = kT(1, protocol.temperature).value
    const { low, step, densities, weighted } = columnsOf(trajectories.work.map((each) => each / unit))
    const isTold = count >= needed
    const areAlike = start.every((share) => share === start[0])
    const free = areAlike ? 0 : -log(meanExpMinusWork)
    const isFreeTold = Number.isFinite(free)
    const mean = meanWork.value / unit
    const entries: readonly Entry[] = [
      {
        text: `work of ${count} trajectories`,
        role: 'limRecovered',
        sample: (x, y) => [box({ x, y: y - 5, width: 34, height: 10 }, { fill: 'limRecovered' })]
      },
      ...(isTold ? [sampled('the same times e^(−W/kT): its area is ⟨e^(−W/kT)⟩', strokes.weighted)] : []),
      sampled(
        `mean work, ${number(mean)} ± ${number(workError.value / unit, 2)} kT; exactly ${number(run.work.value / unit)} kT`,
        strokes.mean
      ),
      ...(isFreeTold
        ? [
            sampled(
              areAlike
                ? 'ΔF = 0: energies are 0 before and after'
                : `−ln⟨e^(−W/kT)⟩, exactly ${number(free)}`,
              strokes.free
            )
          ]
        : [])
    ]
    const notes = [
      checkText(run),
      ...(areAlike
        ? []
        : ['Rungs are not alike at the start: work is bounded by no difference of free energies alone.']),
      `Drawn with the seed ${seed}.`
    ]
    const head = heading(width, margin, name, [
      `The work of ${start.length === 2 ? 'a bit' : `a memory of ${start.length} rungs`} at ${format(protocol.temperature)}, over trajectories`
    ])
    const top = head.height + 22
    const bottom = top + plotHeight
    const tallest = [...densities, ...(isTold ? weighted : [])].reduce((most, each) => max(most, each), 0)
    const up = linearAxis([0, tallest], [bottom, top], 'y', numberText)
    const left = margin + axisWidth(up)
    const right = width - margin - 4
    const high = low + step * densities.length
    const across = linearAxis(
      isFreeTold ? [min(low, free), max(high, free)] : [low, high],
      [left, right],
      'x',
      numberText
    )
    const edge = (at: number): number => across.place(low + at * step)
    const base = up.place(0)
    const outline = Array.from(weighted, (each, at): readonly (Point | undefined)[] => {
      const [from, to] = [edge(at), edge(at + 1)]
      const side = (x: number, beside: number): readonly Point[] => (weighted[beside] ? [] : [{ x, y: base }])
      const y = up.place(each)
      return each === 0
        ? [undefined]
        : [...side(from, at - 1), { x: from, y }, { x: to, y }, ...side(to, at + 1)]
    }).flat()
    const standing = (at: number, { role, weight, ...stroke }: Stroke) =>
      line([across.place(at), top], [across.place(at), bottom], role, {
        'stroke-width': weight,
        'stroke-dasharray': stroke.dash
      })
    const legend = entriesUnder(width, margin, bottom + 58, entries)
    const caption = captionOf(width, margin, legend.bottom + 6, notes)
    return picture(
      {
        kind: 'work',
        title: `${name}: the work of trajectories`,
        description: `${entries.map(({ text }) => `${text}.`).join(' ')} ${notes.join(' ')}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, top - 10, 'density, for each kT', { size: sizes.small, role: 'muted' }),
          ...axisBeside(up, left, 'left', right),
          ...axisBelow(across, bottom, 'work W, in kT', { top, width }),
          ...Array.from(densities, (each, at) =>
            box(
              {
                x: edge(at),
                y: up.place(each),
                width: edge(at + 1) - edge(at),
                height: bottom - up.place(each)
              },
              { fill: 'limRecovered', stroke: 'paper' },
              { 'stroke-width': 0.5 }
            )
          ).filter((_, at) => densities[at]! > 0),
          ...(isTold ? curve(outline, strokes.weighted, 'times e^(−W/kT)') : []),
          standing(mean, strokes.mean),
          ...(isFreeTold ? [standing(free, strokes.free)] : []),
          ...legend.elements,
          ...caption.elements
        ]
      },
      options
    )
  }
)
