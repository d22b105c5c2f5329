/** A row of a ledger over two inputs: bands of its energy, or of its decades above the floor, and lines between them. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { FileGrid } from '../../estimate/grid'
import { claimOf } from '../../formula/model'
import { unfitFile, type SchemaError } from '../../shape/problem'
import { aText, expecting, wordOf } from '../../units/argument'
import { formatWith } from '../../units/format'
import { joules } from '../../units/si'
import { aGrid } from '../data/grid'
import { figure } from '../ledger'
import { numberText, typeset } from './axis'
import { contourOf, type Field } from './contour'
import { curve, pathOf, type Point } from './curve'
import { box, label, shape } from './drawing'
import type { Element } from './element'
import { gridField, otherEnd, type End, type FieldAxis, type GridField } from './grid-field'
import { axisBelow, axisBeside, axisWidth, captionOf, heading } from './parts'
import { type Breadth, narrowWidth, picture, pictureOptionsWith, type PictureOptions } from './picture'
import { scaleLinear } from './scale'
import { sizes } from './style'
import { acrossOf, type Across } from './sweep-axis'
import { textWidth } from './text'
import { inWords, rowTitle } from './words'

/** How a grid of two inputs is drawn. @since 0.11.0 */
export interface GridPictureOptions extends PictureOptions {
  /** The row, such as "cim"; of a certified grid one end of it, "cim.lower". Default: "limDissipated". */
  readonly row?: string
  /** What is drawn of it: how many decades it is above the floor, or its energy. Default: "decades", and of the floor "energy". */
  readonly figure?: 'decades' | 'energy'
  /** The input that runs to the right; the other runs up. Default: the first axis of the grid. */
  readonly across?: string
}

const widths: { readonly [B in Breadth]: number } = { wide: 760, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const heights: { readonly [B in Breadth]: number } = { wide: 400, narrow: 320 }

/** About as many levels as are told apart. */
const levelCount = 9

/** How much of the paper all bands together cover. */
const deepest = 0.72

/** What is drawn: logarithms, what a level is called, and what one is. */
interface Drawn {
  readonly logs: Float64Array
  readonly textOf: (log: number) => string
  readonly what: string
  readonly isEnergy: boolean
}

/** An energy that is a round number, from its logarithm. */
const joulesOf = (log: number): string =>
  typeset(formatWith({ digits: 'all' })(joules(Number((10 ** log).toPrecision(10)))))

const drawnOf = ({ totals, floors, row }: GridField, asked?: 'decades' | 'energy'): Drawn => {
  // A logarithm of 0 is no place.
  const logs = totals.map((total) => (total > 0 ? Math.log10(total) : NaN))
  return (asked ?? (row.name === 'floor' ? 'energy' : 'decades')) === 'energy'
    ? { logs, textOf: joulesOf, what: 'energy', isEnergy: true }
    : {
        logs: logs.map((log, at) => (floors[at]! > 0 ? log - Math.log10(floors[at]!) : NaN)),
        textOf: numberText,
        what: 'decades above the floor',
        isEnergy: false
      }
}

/** Less than this many decades is one band. */
const leastRange = 0.01

/** Round decades between two; or round energies, where they are few. */
const roundOf = ({ isEnergy }: Drawn, low: number, high: number): readonly number[] => {
  const ticks = (from: number, to: number): readonly number[] =>
    scaleLinear().domain([from, to]).ticks(levelCount)
  if (!isEnergy) return ticks(low, high)
  if (high - low < 1) return ticks(10 ** low, 10 ** high).map(Math.log10)
  return high - low < 3
    ? [0, 1, 2, 3].flatMap((more) => [1, 2, 5].map((digit) => Math.floor(low) + more + Math.log10(digit)))
    : ticks(low, high).filter(Number.isInteger)
}

/** The levels that tell bands apart. */
const levelsOf = (of: Drawn): readonly number[] => {
  const known = of.logs.filter((log) => !Number.isNaN(log))
  const [low, high] = known.reduce(
    ([least, most], log): readonly [number, number] => [Math.min(least, log), Math.max(most, log)],
    [Infinity, -Infinity] as readonly [number, number]
  )
  return high - low < leastRange ? [] : roundOf(of, low, high).filter((level) => level > low && level < high)
}

const closed = (rings: readonly (readonly Point[])[]): string =>
  rings.map((ring) => `${pathOf(ring)}Z`).join('')

/** Room for a text around a point. */
interface Room {
  readonly x: number
  readonly y: number
  readonly half: number
}

const doMeet = (a: Room, b: Room): boolean =>
  Math.abs(a.x - b.x) < a.half + b.half + 6 && Math.abs(a.y - b.y) < sizes.small + 5

/** Where along a line its name is tried, in parts of it. */
const tried = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] as const

/** The names of lines, each where it meets no other one and no edge. */
const namesOn = (
  lines: readonly (readonly [text: string, points: readonly Point[]])[],
  isInside: (room: Room) => boolean
): readonly Element[] => {
  const taken: Room[] = []
  return lines.flatMap(([text, points]) => {
    const half = textWidth(text, sizes.small) / 2
    const rooms = tried.map((part): Room => ({ ...points[Math.round(part * (points.length - 1))]!, half }))
    const room = rooms.find((each) => isInside(each) && !taken.some((other) => doMeet(each, other)))
    if (room === undefined) return []
    taken.push(room)
    return [label(room.x, room.y + 4, text, { size: sizes.small, anchor: 'middle', halo: true })]
  })
}

/** How far a line reaches. */
const reachOf = (points: readonly Point[]): number =>
  Math.hypot(
    ...(['x', 'y'] as const).map((along) => {
      const places = points.map((point) => point[along])
      return Math.max(...places) - Math.min(...places)
    })
  )

/** The line that a name stands on best, if it is no shorter than the name. */
const longestOf = (lines: readonly (readonly Point[])[], least: number): readonly Point[] | undefined =>
  lines
    .filter((line) => reachOf(line) > least)
    .reduce<readonly Point[] | undefined>(
      (longest, line) => (longest === undefined || line.length > longest.length ? line : longest),
      undefined
    )

const titleOf = ({ name, symbol }: FieldAxis, { symbol: unit, isLog }: Across): string =>
  `${inWords(name)} ${symbol}`.trim() + (unit === '' ? '' : `, in ${unit}`) + (isLog ? ' (logarithmic)' : '')

/** What each band is: swatches one beside the other, the levels between them. */
const bandsBar = (
  [left, right]: readonly [number, number],
  y: number,
  levels: readonly number[],
  { textOf, what }: Drawn,
  shade: (bands: number) => number
): readonly Element[] => {
  const each = Math.min(48, (right - left) / (levels.length + 1))
  const widest = Math.max(...levels.map((level) => textWidth(textOf(level), sizes.small)))
  const every = Math.ceil((widest + 6) / each)
  return [
    label(left, y, what, { size: sizes.small, role: 'muted' }),
    ...Array.from({ length: levels.length + 1 }, (_, at) =>
      box(
        { x: left + at * each, y: y + 7, width: each, height: 12 },
        { fill: 'more' },
        { 'fill-opacity': shade(at + 1) }
      )
    ),
    ...levels.flatMap((level, at) =>
      at % every === 0
        ? [label(left + (at + 1) * each, y + 32, textOf(level), { size: sizes.small, anchor: 'middle' })]
        : []
    )
  ]
}

/** What an end tells of the energy, and of how far that is above the floor, which is enclosed as well. */
const endNote = (end: End, isEnergy: boolean): string => {
  const most = end === 'lower' ? 'least' : 'most'
  return isEnergy
    ? `Certified: the ${end} end of what encloses the energy, which is at ${most} so much.`
    : `Certified: the ${end} end of the energy over the ${otherEnd[end]} end of the floor: it is at ${most} so many decades above that.`
}

const drawn = (field: GridField, options: GridPictureOptions): string => {
  const { across, up, row, end, gaps } = field
  const breadth = options.width ?? 'wide'
  const [width, margin] = [widths[breadth], margins[breadth]]
  const of = drawnOf(field, options.figure)
  const { logs, textOf, what, isEnergy } = of
  const title = `${rowTitle(row)}${end === undefined ? '' : `, ${end} end`}`
  const against = `${inWords(across.name)} and ${inWords(up.name)}`
  const head = heading(width, margin, title, [
    `${isEnergy ? 'Energy' : 'Decades above the floor'}, over ${against}`
  ])
  const top = head.height + 22
  const bottom = top + heights[breadth]
  const upward = acrossOf(up.values, undefined, [bottom, top], { along: 'y', isNice: false })
  const left = margin + axisWidth(upward.axis)
  const right = width - margin - 12
  const rightward = acrossOf(across.values, undefined, [left, right], { isNice: false })
  const place: Field = {
    values: logs,
    xs: across.values.map(rightward.at),
    ys: up.values.map(upward.at)
  }
  const [x0, x1] = [place.xs[0]!, place.xs.at(-1)!]
  const [y0, y1] = [place.ys[0]!, place.ys.at(-1)!]
  const levels = levelsOf(of)
  const known = [...logs.keys()].filter((at) => !Number.isNaN(logs[at]!))
  const isWhole = known.length === logs.length
  // Each band lies on those below it, and covers a part of what they leave of the paper.
  const part = 1 - (1 - deepest) ** (1 / (levels.length + 1))
  const shade = (bands: number): number => 1 - (1 - part) ** bands
  const contours = levels.map((level) => contourOf(place, level))
  const whole = contourOf(place, -Number.MAX_VALUE).rings
  const filled = (rings: readonly (readonly Point[])[], opacity?: number): Element =>
    shape(
      'path',
      { fill: opacity === undefined ? 'paper' : 'more' },
      {
        'd': closed(rings),
        'fill-rule': 'evenodd',
        ...(opacity === undefined ? {} : { 'fill-opacity': opacity })
      }
    )
  const names = namesOn(
    contours.flatMap(({ lines }, at): readonly (readonly [string, readonly Point[]])[] => {
      const text = textOf(levels[at]!)
      const longest = longestOf(lines, textWidth(text, sizes.small))
      return longest === undefined ? [] : [[text, longest]]
    }),
    ({ x, y, half }) => x - half > x0 + 2 && x + half < x1 - 2 && y > y1 + 9 && y < y0 - 9
  )
  const said = (at: number): string =>
    `${isEnergy ? figure(joules(field.totals[at]!)) : `${numberText(Number(logs[at]!.toFixed(2)))} decades (${figure(joules(field.totals[at]!))})`} at ${[
      [across, at % across.values.length] as const,
      [up, Math.floor(at / across.values.length)] as const
    ]
      .map(([axis, index]) => `${inWords(axis.name)} ${typeset(figure(axis.values[index]))}`)
      .join(', ')}`
  const extreme = (isBetter: (a: number, b: number) => boolean): number =>
    known.reduce((best, at) => (isBetter(logs[at]!, logs[best]!) ? at : best), known[0]!)
  const claim = claimOf(row.tier)
  const zeros = field.totals.filter((total) => total === 0).length
  const notes = [
    ...(known.length === 0
      ? ['There is nothing to draw: no point has an energy above 0 here.']
      : [
          `Least: ${said(extreme((a, b) => a < b))}. Most: ${said(extreme((a, b) => a > b))}.`,
          ...(levels.length === 0 ? ['It differs by less than 0.01 decades.'] : [])
        ]),
    ...(end === undefined ? [] : [endNote(end, isEnergy)]),
    ...(claim === 'cost of a machine' ? ['Cost of one machine, no lower bound.'] : []),
    ...(claim === 'estimate' ? ['An estimate, no lower bound.'] : []),
    ...gaps
      .filter(({ row: name }) => name === row.name || !isEnergy)
      .map(
        ({ row: name, points, why }) =>
          `Hatched: ${name === row.name ? rowTitle(row) : name} has no ${end === undefined ? 'value' : 'enclosure'} at ${points} of ${logs.length} points; at the first of them ${inWords(why)}.`
      ),
    ...(zeros > 0
      ? [`Hatched: 0 at ${zeros} of ${logs.length} points, for which a logarithm has no place.`]
      : [])
  ].map(typeset)
  const bar = levels.length === 0 ? [] : bandsBar([left, right], bottom + 60, levels, of, shade)
  const caption = captionOf(width, margin, bottom + (levels.length === 0 ? 60 : 114), notes)
  return picture(
    {
      kind: 'grid',
      title: `${title}: ${what} over ${against}`,
      description: notes.join(' '),
      width,
      height: caption.bottom + margin - 6,
      children: [
        ...head.elements,
        label(margin, top - 10, titleOf(up, upward), { size: sizes.small, role: 'muted', hasSymbols: true }),
        ...axisBeside(upward.axis, left, 'left', right),
        ...axisBelow(rightward.axis, bottom, titleOf(across, rightward), { top, width }),
        ...(isWhole
          ? []
          : [box({ x: x0, y: y1, width: x1 - x0, height: y0 - y1 }, { fill: { pattern: 'grid' } })]),
        ...(known.length === 0
          ? []
          : [filled(whole), filled(whole, part), ...contours.map(({ rings }) => filled(rings, part))]),
        ...contours.flatMap(({ lines }, at) =>
          lines.flatMap((points) => curve(points, { role: 'ink', weight: 1 }, textOf(levels[at]!)))
        ),
        ...names,
        ...bar,
        ...caption.elements
      ]
    },
    options
  )
}

/**
 * A grid of two inputs as an SVG picture: bands of a row's decades above the floor, or of its energy, with a line
 * at each level between them; what has no value is hatched, and the caption says why. What is wrong with the grid
 * for a picture (not two axes, an axis of words, no such row, too many points) is an error: all at once.
 *
 * A colour is one value: of a certified grid (since 0.12.0) a row is told by its lower end, or by its upper one, and
 * stands above the other end of the floor, so that it is at least, or at most, as far above it as is drawn.
 *
 * @example
 * import { axisFrom, gridFile } from 'limen/files'
 * import { gridPicture } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = `{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`
 * const svg = pipe(
 *   E.sequenceArray([axisFrom('temperature=4 K..400 K:20'), axisFrom('duration=1 s..1 yr:20')]),
 *   E.chain((axes) => gridFile(file, axes)),
 *   E.chain((grid) => gridPicture(grid, { row: 'cim' }))
 * )
 * E.isRight(svg) && svg.right.includes('decades above the floor') // true
 *
 * @since 0.11.0
 */
export const gridPicture = expecting(
  'gridPicture',
  {
    grid: aGrid,
    options: pictureOptionsWith({ row: aText, across: aText, figure: wordOf(['decades', 'energy']) })
  },
  (grid: FileGrid, options: GridPictureOptions = {}): E.Either<SchemaError, string> =>
    pipe(
      gridField(grid, options.row ?? 'limDissipated', options.across),
      E.map((field) => drawn(field, options))
    ),
  unfitFile
)
