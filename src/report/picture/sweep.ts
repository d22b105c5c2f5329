/** Energy against an input, a line for each paradigm. */
import * as E from 'fp-ts/lib/Either.js'
import { expecting } from '../../units/argument'
import { claimOf, type Claim } from '../../formula/model'
import type { ParadigmName } from '../../ledger/paradigms'
import type { Spacing } from '../../ledger/spaced'
import { aSweep, type AnySweep, type CertifiedSweep, type Sweep, type SweptTotals } from '../../ledger/sweep'
import type { Decimal } from '../../units/decimal'
import { endsOf } from '../../units/enclosure'
import { figure, linesAmong } from '../ledger'
import { type Axis, decadesAround, jouleText, logAxis, logOf, typeset } from './axis'
import { band, curve, sampleOf, type Span, type Stroke } from './curve'
import { label, labels, line } from './drawing'
import { axisBelow, axisBeside, axisWidth, captionOf, type Entry } from './parts'
import { entriesUnder, heading, keptApart } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, scaledOptions } from './picture'
import { sizes } from './style'
import { acrossOf } from './sweep-axis'
import { bandNotes, endsAt } from './sweep-band'
import { lined, shortenedTo, textWidth } from './text'
import { inWords, rowTitle } from './words'

/** How a sweep is drawn. @since 0.4.0 */
export interface SweepOptions extends PictureOptions {
  /** Of the swept input. Default: "log" where its values are positive and span 1.5 decades or more. */
  readonly scale?: Spacing
}

/** How the line of each paradigm looks. */
export const strokes: Readonly<Record<string, Stroke>> & { readonly [P in ParadigmName]: Stroke } = {
  floor: { role: 'ink', weight: 2.5 },
  bitFlip: { role: 'ink', dash: '1 4', weight: 2.5 },
  limRecovered: { role: 'limRecovered', dash: '9 3', weight: 2 },
  limDissipated: { role: 'limDissipated', dash: '9 3 2 3', weight: 2 },
  cim: { role: 'cim', dash: '18 4', weight: 2 },
  vonNeumann: { role: 'vonNeumann', dash: '14 3 2 3 2 3', weight: 2 },
  accelerator: { role: 'accelerator', dash: '4 4', weight: 1.5 }
}

/** Designs of one's own are thick, the first without gaps. */
const ownDashes = ['', '12 3', '6 3', '12 3 3 3'] as const

/** The strokes of the lines of a sweep, by their names. */
const strokesOf = ({ paradigms }: AnySweep): Readonly<Record<string, Stroke>> => {
  const own = paradigms.filter(({ name }) => !Object.hasOwn(strokes, name))
  return {
    ...strokes,
    ...Object.fromEntries(
      own.map(({ name }, at): [string, Stroke] => {
        const dash = ownDashes[at % ownDashes.length]!
        return [name, { role: 'own', weight: 3, ...(dash === '' ? {} : { dash }) }]
      })
    )
  }
}

const widths: { readonly [B in Breadth]: number } = { wide: 800, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const plotHeight = 320

/** The name of a line at its end: in lines, that far from the next one. */
const nameWidth = 180
const nameLeading = 13

/** Where the ends of a total lie; what is 0, at or beside what is not, leaves the plot, below. */
const heightsOf = (
  paradigm: SweptTotals,
  at: number,
  up: Axis,
  bottom: number
): readonly [number, number] | undefined => {
  const ends = endsAt(paradigm, at)
  const isNear = [at - 1, at, at + 1].some((each) => endsAt(paradigm, each)?.[1].gt(0))
  if (ends === undefined || !isNear) return undefined
  const heightOf = (end: Decimal): number => (end.gt(0) ? up.place(logOf(end)) : bottom)
  return [heightOf(ends[0]), heightOf(ends[1])]
}

/** What an area is, told under the plot. */
const betweenEnds: Entry = {
  text: 'certified: between its ends',
  role: 'ink',
  sample: (x, y) => {
    const [from, to] = [x, x + 34].map((x): Span => [
      { x, y: y + 5 },
      { x, y: y - 4 }
    ]) as [Span, Span]
    return [...band([from, to], strokes.floor), ...curve([from[0], to[0]], strokes.floor)]
  }
}

/** What a paradigm lacks, and at which values; told once of those that lack it together. */
const gapsOf = ({ values, paradigms, uncertain }: AnySweep): readonly string[] => {
  const told = new Map<string, string[]>()
  const tell = (name: string, what: string): void => {
    told.set(what, [...(told.get(what) ?? []), name])
  }
  for (const paradigm of paradigms) {
    const { totals } = paradigm
    const name = rowTitle(paradigm)
    const lacking = totals.flatMap((total, at) => (E.isLeft(total) ? [{ at, reason: total.left }] : []))
    const zeros = totals.flatMap((_, at) => {
      const ends = endsAt(paradigm, at)
      return ends === undefined || ends[0].gt(0) ? [] : [ends[1].gt(0) ? 'may be 0' : '0']
    })
    const [first] = lacking
    if (first !== undefined) {
      const reason = inWords(first.reason.problems[0]?.message ?? first.reason.message)
      const where = `${lacking.length} of ${totals.length} values, as at ${figure(values[first.at])}`
      tell(name, `no ${uncertain === undefined ? 'value' : 'enclosure'} at ${where}: ${reason}`)
    }
    if (zeros.length > 0) {
      const what = zeros.find((each) => each !== '0') ?? '0'
      tell(
        name,
        `${what} at ${zeros.length} of ${totals.length} values, for which a logarithmic axis has no place`
      )
    }
  }
  return [...told].map(([what, names]) => typeset(`${names.join('; ')}: ${what}.`))
}

const sentence = ({ values }: AnySweep, paradigm: SweptTotals): string => {
  const known = values.flatMap((value, at) => {
    const total = paradigm.totals[at]!
    return E.isRight(total) ? [{ value, total: total.right }] : []
  })
  const [first, last] = [known[0], known.at(-1)]
  const claim = claimOf(paradigm.tier)
  return first === undefined || last === undefined
    ? `${paradigm.name} (${paradigm.description}) has no value here.`
    : `${paradigm.name} (${paradigm.description}, ${claim}): ${figure(first.total)} at ${figure(first.value)}, ${figure(last.total)} at ${figure(last.value)}.`
}

/** A sweep in the order of its values. */
const sorted = (sweep: AnySweep): AnySweep => {
  const order = sweep.values
    .map((value, at) => ({ value, at }))
    .sort((a, b) => a.value.exact.comparedTo(b.value.exact))
  return {
    ...sweep,
    values: order.map(({ value }) => value),
    paradigms: sweep.paradigms.map((paradigm) => ({
      ...paradigm,
      totals: order.map(({ at }) => paradigm.totals[at]!)
    }))
  }
}

/** The cells of which alone the lines are bounds at a part of a sweep. */
const timedBy = (input: string): string | undefined =>
  input === 'duration' || input === 'attemptRate'
    ? 'two-state cells left at most at the attempt rate where time makes it more than Landauer’s bound'
    : undefined

/**
 * A sweep as an SVG picture: energy, on a logarithmic axis, against the input that is swept; a line
 * for each paradigm with its name at its end, and a gap where a model has no value. A dotted line
 * stands where the scenario is. Where a total is 0 its line leaves the plot at the lower edge.
 *
 * Of a certified sweep (since 0.12.0) a line is at the lower ends, which of a bound are bounds for certain; the area
 * over it reaches to the upper ends, where that is thicker than the line. The caption says how wide it is at the
 * most, also where it is too thin to be seen, and what is uncertain.
 *
 * @example
 * import { kelvin, sweep } from 'limen'
 * import { estimateFile } from 'limen/files'
 * import { sweepPicture } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const svg = pipe(
 *   estimateFile(`{
 *     "name": "small",
 *     "workload": {
 *       "parameters": "1e6 parameter",
 *       "precision": "8 bit",
 *       "convergence": "exponential",
 *       "duration": "1 h",
 *       "operations": "1e15 flop",
 *       "updates": "one per flop"
 *     }
 *   }`),
 *   E.chainW(({ ledger }) => sweep(ledger.scenario, 'temperature', [4, 20, 100, 300].map(kelvin))),
 *   E.map((swept) => sweepPicture(swept))
 * )
 * console.log(E.isRight(svg) && svg.right.includes('>floor</text>')) // true
 *
 * @since 0.4.0
 */
export const sweepPicture = expecting(
  'sweepPicture',
  { sweep: aSweep, options: scaledOptions },
  (unsorted: Sweep | CertifiedSweep, options: SweepOptions = {}): string => {
    const swept = sorted(unsorted)
    const { name, input, of, values, stated, paradigms, uncertain } = swept
    const breadth = options.width ?? 'wide'
    const [width, margin, isWide] = [widths[breadth], margins[breadth], breadth === 'wide']
    const strokeOf = strokesOf(swept)
    const drawn = paradigms.filter((paradigm) => values.some((_, at) => endsAt(paradigm, at)?.[1].gt(0)))
    const logs = drawn.flatMap((paradigm) =>
      values.flatMap((_, at) => (endsAt(paradigm, at) ?? []).filter((end) => end.gt(0)).map(logOf))
    )
    const head = heading(width, margin, name, [
      // Of a design, its name and that of the part.
      `Energy of learning against ${input.includes(': ') ? input : of.description}`
    ])
    const names = drawn.map((paradigm) =>
      lined(nameWidth, rowTitle(paradigm), sizes.small, { most: 2, isBold: true })
    )
    const nameHeight = Math.max(1, ...names.map((lines) => lines.length)) * nameLeading + 3
    const top = head.height + 22
    const bottom = top + Math.max(plotHeight, names.length * nameHeight + 10)
    const up = drawn.length === 0 ? undefined : logAxis(decadesAround(logs), [bottom, top], 'y', jouleText)
    const rows =
      up === undefined
        ? []
        : drawn.map((paradigm) => {
            const stroke = strokeOf[paradigm.name]!
            const heights = values.map((_, at) => heightsOf(paradigm, at, up, bottom))
            const isSeen = heights.some((ys) => ys !== undefined && ys[0] - ys[1] >= stroke.weight)
            return { paradigm, title: rowTitle(paradigm), stroke, heights, isSeen }
          })
    const told = (what: string, claim: Claim): readonly string[] => {
      const those = paradigms.filter(({ name, tier }) => claimOf(tier) === claim && name !== 'bitFlip')
      return those.length === 0 ? [] : [`${what}: ${those.map(rowTitle).join('; ')}.`]
    }
    const titleOf = (which: string): string =>
      paradigms.filter((each) => each.name === which).map(rowTitle)[0] ?? which
    const notes = [
      ...(drawn.length === 0 ? ['There is nothing to draw: no paradigm has an energy above 0 here.'] : []),
      ...bandNotes(swept, rows),
      ...linesAmong(paradigms.map((each) => ({ ...each, cells: timedBy(input) }))).map(
        ([which, meaning]) => `${titleOf(which)}: ${meaning}.`
      ),
      ...told('Cost of one machine, no lower bound', 'cost of a machine'),
      ...told('Estimates, no lower bounds', 'estimate'),
      ...gapsOf(swept)
    ]
    const described = {
      kind: 'sweep',
      title: `${name}: energy of learning against ${inWords(input)}${uncertain === undefined ? '' : ', certified'}`,
      description: `A line for each paradigm. ${paradigms.map((each) => sentence(swept, each)).join(' ')} ${notes.join(' ')}`,
      width
    }
    if (up === undefined) {
      const caption = captionOf(width, margin, head.height + 12, notes)
      const children = [...head.elements, ...caption.elements]
      return picture({ ...described, height: caption.bottom + margin - 6, children }, options)
    }
    const left = margin + axisWidth(up)
    const nameRoom = Math.max(
      ...names.flatMap((lines) => lines.map((text) => textWidth(text, sizes.small, true)))
    )
    const right = width - margin - (isWide ? 18 + nameRoom : 4)
    const across = acrossOf(values, options.scale, [left, right])
    const xs = values.map(across.at)
    const curves = rows.map(({ paradigm, heights, ...row }) => ({
      ...row,
      name: paradigm.name,
      spans: heights.map((ys, at) => ys?.map((y) => ({ x: xs[at]!, y })) as Span | undefined)
    }))
    const ends = curves.map(({ spans }) => spans.filter((span) => span !== undefined).at(-1)![0])
    const places = keptApart(
      ends.map(({ y }, at) => y + 4 - ((names[at]!.length - 1) * nameLeading) / 2),
      nameHeight,
      [top + 10, bottom - nameHeight + nameLeading + 3]
    )
    const nameLabels = curves.flatMap(({ stroke }, each) => {
      const { x, y } = ends[each]!
      const [at, lines] = [places[each]!, names[each]!]
      return [
        line([x + 3, y], [right + 14, at - 4 + ((lines.length - 1) * nameLeading) / 2], 'muted', {
          'stroke-width': 0.75
        }),
        ...labels(right + 17, at, lines, nameLeading, {
          size: sizes.small,
          isBold: true,
          role: stroke.role
        })
      ]
    })
    const legend = entriesUnder(width, margin, bottom + 58, [
      ...(isWide
        ? []
        : curves.map(({ stroke, title }) => ({
            text: title,
            role: stroke.role,
            sample: (x: number, y: number) => sampleOf(stroke, x, y)
          }))),
      ...(rows.some(({ isSeen }) => isSeen) ? [betweenEnds] : [])
    ])
    const unitText = across.symbol === '' ? '' : `, in ${across.symbol}`
    const stands = endsOf<unknown>(stated)
      .map((end) => (end.exact.gt(0) || !across.isLog ? across.at(end) : NaN))
      .filter((at) => at >= left && at <= right)
    const statedText = shortenedTo(right - left, `scenario: ${typeset(figure(stated))}`, sizes.small)
    const statedHalf = textWidth(statedText, sizes.small) / 2
    const energyText = 'energy, in joules (logarithmic)'
    const caption = captionOf(width, margin, legend.bottom + (legend.elements.length === 0 ? 0 : 6), notes)
    // The name of the vertical axis and the place of the scenario share a line where there is room.
    const at = (Math.min(...stands) + Math.max(...stands)) / 2
    const statedAt = Math.min(Math.max(at, left + statedHalf), right - statedHalf)
    const besideName = statedAt - statedHalf > margin + textWidth(energyText, sizes.small) + 12
    return picture(
      {
        ...described,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          label(margin, top - 10, energyText, { size: sizes.small, role: 'muted' }),
          ...axisBeside(up, left, 'left', right),
          ...axisBelow(
            across.axis,
            bottom,
            shortenedTo(
              right - left,
              `${inWords(input)} ${of.symbol}${unitText}${across.isLog ? ' (logarithmic)' : ''}`,
              sizes.small
            ),
            { top, width }
          ),
          ...stands.map((x) =>
            line([x, top], [x, bottom], 'muted', { 'stroke-dasharray': '1 3', 'stroke-width': 1.5 })
          ),
          ...(stands.length > 0 && besideName
            ? [label(statedAt, top - 10, statedText, { size: sizes.small, anchor: 'middle', role: 'muted' })]
            : []),
          ...curves.flatMap(({ name: which, spans, stroke, isSeen }) =>
            isSeen ? band(spans, stroke, `${which}, between its ends`) : []
          ),
          ...curves.flatMap(({ name: which, spans, stroke }) =>
            curve(
              spans.map((span) => span?.[0]),
              stroke,
              which
            )
          ),
          ...(isWide ? nameLabels : []),
          ...legend.elements,
          ...caption.elements
        ]
      },
      options
    )
  }
)
