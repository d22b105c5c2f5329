/** Published erasures of a bit, each with what bounds ask for. */
import type { JudgedExperiment } from '../../ledger/judged-experiments'
import { aList, anObject, expecting, having, listOf } from '../../units/argument'
import { kTText, measuredText, sharing } from '../experiments'
import { linearAxis, numberText, typeset, type Axis } from './axis'
import { labels, line, shape } from './drawing'
import { element, type Element } from './element'
import { axisBelow, captionOf, entriesUnder, heading, type Entry } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes, type Role } from './style'
import { drawable, lined } from './text'

const widths: { readonly [B in Breadth]: number } = { wide: 760, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const leading = 14
/** From the last line of a name to its point, and from there to the next name. */
const [above, below] = [14, 26]

const title = 'What bounds ask of an erasure, and what was measured'

/** The clause that sets an experiment apart from a bound that has a value. */
const brokenBy = ({ judgements }: JudgedExperiment): string | undefined =>
  judgements.find(({ standing, least }) => standing === 'set apart' && least !== undefined)?.broken

const isAlarm = ({ judgements }: JudgedExperiment): boolean =>
  judgements.some(({ standing }) => standing === 'alarm')

/** Its name, and what was measured. */
const saidOf = ({ experiment }: JudgedExperiment): readonly [name: string, figure: string] => {
  const { name, quantity, measured, uncertainty } = experiment
  const error = uncertainty === undefined ? ', no uncertainty given' : ''
  return [`${name} (${measured.year}):`, `${quantity} ${typeset(measuredText(experiment))} kT${error}`]
}

const nameOf = (judged: JudgedExperiment): string => saidOf(judged).join(' ')

/** In one line, or the figure in a line of its own. */
const namesIn = (room: number, judged: JudgedExperiment): readonly string[] => {
  const whole = lined(room, nameOf(judged), sizes.body)
  return whole.length === 1 ? whole : saidOf(judged).flatMap((text) => lined(room, text, sizes.body))
}

/** Bounds that ask for the same, by what that is. */
const asked = ({ judgements }: JudgedExperiment): readonly (readonly [kT: number, text: string])[] =>
  sharing(
    judgements.flatMap(({ bound, least }) =>
      least === undefined ? [] : [[bound.name, kTText(least)] as const]
    )
  ).map(([least, names]) => [Number(least), `${names.join(', ')}: ${least} kT`])

const radius = 4

const tick = (x: number, y: number, children: readonly Element[] = []): Element =>
  shape(
    'line',
    { stroke: 'ink' },
    { 'x1': x, 'y1': y - 8, 'x2': x, 'y2': y + 8, 'stroke-width': 2.5 },
    children
  )

/** A point on its error bar, whose ends reach beyond the point: it may be wider than they are apart. */
const measuredAt = (
  x: number,
  y: number,
  error: number | undefined,
  { role, isSolid }: { readonly role: Role; readonly isSolid: boolean },
  children: readonly Element[] = []
): readonly Element[] => {
  const ends = error === undefined ? [] : [x - error, x + error]
  return [
    ...(error === undefined ? [] : [line([x - error, y], [x + error, y], role, { 'stroke-width': 1.5 })]),
    shape(
      'circle',
      { fill: isSolid ? role : 'paper', stroke: role },
      { 'cx': x, 'cy': y, 'r': radius, 'stroke-width': 1.5 },
      children
    ),
    ...ends.map((end) => line([end, y - 6], [end, y + 6], role, { 'stroke-width': 1.5 }))
  ]
}

const titled = (text: string): readonly Element[] => [element('title', {}, [drawable(text)])]

const drawn = (judged: JudgedExperiment, { place }: Axis, y: number): readonly Element[] => {
  const { measured, uncertainty } = judged.experiment
  const role = isAlarm(judged) ? 'own' : 'more'
  const value = measured.value.value
  const x = place(value)
  return [
    ...asked(judged).map(([least, text]) => tick(place(least), y, titled(text))),
    ...measuredAt(
      x,
      y,
      uncertainty === undefined ? undefined : place(value + uncertainty.value) - x,
      { role, isSolid: brokenBy(judged) === undefined },
      titled(nameOf(judged))
    )
  ]
}

/** The bounds that have a value. */
const boundsOf = (all: readonly JudgedExperiment[]): readonly string[] => [
  ...new Set(
    all.flatMap(({ judgements }) =>
      judgements.filter(({ least }) => least !== undefined).map(({ bound }) => bound.name)
    )
  )
]

const legend = (all: readonly JudgedExperiment[]): readonly Entry[] => [
  {
    text: 'measured, with its standard uncertainty; the constraint of the bounds is met',
    role: 'ink',
    sample: (x, y) => measuredAt(x + 17, y, 14, { role: 'more', isSolid: true })
  },
  ...(all.some((each) => brokenBy(each) !== undefined)
    ? [
        {
          text: 'the same, but a constraint is not met: set apart',
          role: 'ink' as const,
          sample: (x: number, y: number) => measuredAt(x + 17, y, 14, { role: 'more', isSolid: false })
        }
      ]
    : []),
  {
    text: `the least by ${boundsOf(all).join(' and ')}`,
    role: 'ink',
    sample: (x, y) => [tick(x + 17, y)]
  }
]

/** Where a row's name stands, and its point. */
interface Row {
  readonly judged: JudgedExperiment
  readonly y: number
  readonly names: readonly string[]
  readonly why: readonly string[]
  readonly at: number
}

/**
 * What bounds on erasing a bit ask for, and what experiments measured, as an SVG picture on one axis in kT: points
 * with their standard uncertainties, bounds as ticks. A hollow point is of an experiment that breaks the
 * constraint of the bounds, with the words of it; one above which a bound lies though its constraint is met
 * has the colour of an alarm, and the caption says so.
 *
 * @example
 * import { judgedExperiments } from 'limen/hardware'
 * import { experimentsPicture } from 'limen/report'
 * console.log(experimentsPicture(judgedExperiments()).includes('local equilibrium')) // true
 *
 * @since 0.10.0
 */
export const experimentsPicture = expecting(
  'experimentsPicture',
  {
    of: listOf(
      'a list of judged experiments, such as judgedExperiments gives',
      having('a judged experiment', { experiment: anObject, judgements: aList })
    ),
    options: pictureOptions
  },
  (of: readonly JudgedExperiment[], options: PictureOptions = {}): string => {
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const head = heading(width, margin, title, ['Work or heat of one published erasure, in kT'])
    const entries = entriesUnder(width, margin, head.height + 8, legend(of))
    const room = width - 2 * margin
    const rows = of.reduce<readonly Row[]>((before, judged) => {
      const y = before.length === 0 ? entries.bottom + 16 : before.at(-1)!.at + below
      const names = namesIn(room, judged)
      const clause = brokenBy(judged)
      const why = clause === undefined ? [] : lined(room, `breaks: ${clause}`, sizes.small)
      const at = y + (names.length + why.length - 1) * leading + above
      return [...before, { judged, y, names, why, at }]
    }, [])
    const values = of.flatMap((judged) => {
      const { measured, uncertainty } = judged.experiment
      const [value, error] = [measured.value.value, uncertainty?.value ?? 0]
      return [value - error, value + error, ...asked(judged).map(([least]) => least)]
    })
    const axis = linearAxis(
      [Math.min(0, ...values), Math.max(1, ...values)],
      [margin + 14, width - margin - 14],
      'x',
      numberText
    )
    const bottom = (rows.at(-1)?.at ?? entries.bottom) + 20
    const alarms = of.filter(isAlarm).map(({ experiment }) => experiment.name)
    const notes = [
      alarms.length === 0
        ? 'No bound lies above what was measured, within one standard uncertainty, where its constraint is met.'
        : `ALARM: a bound lies above what was measured, though its constraint is met: ${alarms.join('; ')}.`,
      'What a source does not state is unknown, and bounds that ask for it have no tick. Each with its source: limen experiments.'
    ]
    const caption = captionOf(width, margin, bottom + 56, notes)
    return picture(
      {
        kind: 'experiments',
        title,
        description: [
          ...of.map((judged) => {
            const clause = brokenBy(judged)
            const apart = clause === undefined ? '' : ` It breaks: ${clause}.`
            return `${nameOf(judged)}; ${asked(judged)
              .map(([, text]) => text)
              .join('; ')}.${apart}`
          }),
          ...notes
        ].join(' '),
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          ...entries.elements,
          ...axisBelow(axis, bottom, 'kT', { top: entries.bottom + 2, width }),
          ...rows.flatMap(({ judged, y, names, why, at }) => [
            ...labels(margin, y, names, leading, { halo: true }),
            ...labels(margin, y + names.length * leading, why, leading, {
              size: sizes.small,
              role: 'muted',
              halo: true
            }),
            ...drawn(judged, axis, at)
          ]),
          ...caption.elements
        ]
      },
      options
    )
  }
)
