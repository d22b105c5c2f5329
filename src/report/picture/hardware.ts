/** How far above kT ln 2 hardware is: every cited energy of an operation, by what it is of. */
import * as E from 'fp-ts/lib/Either.js'
import { expecting } from '../../units/argument'
import { landauer } from '../../physics/thermodynamics'
import type { Fact } from '../../technology/facts'
import { formatWith } from '../../units/format'
import type { Quantity } from '../../units/quantity'
import { figure } from '../ledger'
import { decadesAround, jouleText, logAxis, logOf, type Axis } from './axis'
import { label, labels, line } from './drawing'
import { element, type Element } from './element'
import { legend, mark, meanings } from './evidence'
import { groups, temperature, type Group } from './hardware-groups'
import { axisBelow, captionOf, heading } from './parts'
import { type Breadth, narrowWidth, picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { drawable, lined, textWidth } from './text'

const factText = ({ what, value, upTo, year, evidence, source }: Fact<unknown>): string =>
  `${what}: ${figure(value)}${upTo === undefined ? '' : ` to ${figure(upTo)}`} (${meanings[evidence]}, ${year}; ${source.citation})`

/** What a fact is of, without what its group says already. */
const nameOf = ({ what }: Fact<unknown>): string =>
  what
    .replace(/^(Energy of one \S+ operation of the |Write energy of |Training of )/, '')
    .replace(/, energy over.*/, '')

const byValue = (a: Fact<unknown>, b: Fact<unknown>): number => a.value.exact.comparedTo(b.value.exact)

/** A figure beside a mark, whose group tells what it is per. */
const figureOf = (of: Quantity<unknown>): string => formatWith<unknown>({ digits: 2 })(of).split('/', 1)[0]!

/** What stands in lanes: from where to where, over how many, and how it is drawn at the height of the first. */
interface Item {
  readonly from: number
  readonly to: number
  readonly lanes: number
  readonly drawn: (y: number) => readonly Element[]
}

const gap = 8
const markRoom = 5
/** From line to line of a name, in lanes that are no lower. */
const nameLeading = 13

/** A mark that reaches from x to end, with its name and figure on the side that has room for them. */
const named = (
  [x, end]: readonly [number, number],
  [name, figures]: readonly [string, string],
  [left, right]: readonly [number, number],
  drawn: Item['drawn']
): Item => {
  const widthOf = (text: string): number => textWidth(text, sizes.small)
  const room = { right: right - end - gap, left: x - left - gap }
  const text = `${name}, ${figures}`
  const wanted = widthOf(text)
  const isRight = wanted <= room.right || (wanted > room.left && room.right >= room.left)
  const lines = lined(isRight ? room.right : room.left, text, sizes.small)
  const width = Math.max(...lines.map(widthOf))
  const at = isRight ? end + gap : x - gap
  return {
    from: isRight ? x - markRoom : at - width,
    to: isRight ? at + width : end + markRoom,
    lanes: lines.length,
    drawn: (y) => [
      ...drawn(y),
      ...labels(at, y + 4, lines, nameLeading, {
        size: sizes.small,
        anchor: isRight ? 'start' : 'end',
        halo: true
      })
    ]
  }
}

/** What is drawn in each lane: every item from the first one on where nothing is in its way. */
const inLanes = (items: readonly Item[]): readonly (readonly Item['drawn'][])[] => {
  const lanes: { readonly taken: Item[]; readonly drawn: Item['drawn'][] }[] = []
  for (const item of items) {
    const isFree = (at: number): boolean =>
      lanes
        .slice(at, at + item.lanes)
        .every(({ taken }) => taken.every(({ from, to }) => to <= item.from || item.to <= from))
    const first = lanes.findIndex((_, at) => isFree(at))
    const at = first < 0 ? lanes.length : first
    while (lanes.length < at + item.lanes) lanes.push({ taken: [], drawn: [] })
    for (const { taken } of lanes.slice(at, at + item.lanes)) taken.push(item)
    lanes[at]!.drawn.push(item.drawn)
  }
  return lanes.map(({ drawn }) => drawn)
}

/** The marks of a group, least first, each with its name and figure; of a crowd, the least and the most. */
const itemsOf = (
  { facts: of, isCrowd, machine }: Group,
  along: Axis,
  ends: readonly [number, number]
): readonly Item[] => {
  const place = ({ exact }: Quantity<unknown>): number => along.place(logOf(exact))
  const sorted = [...of].sort(byValue)
  const marks = sorted.map((fact, at): Item => {
    const { value, upTo = value, evidence } = fact
    const [x, end] = [place(value), place(upTo)]
    const drawn = (y: number): readonly Element[] => [
      ...(end > x ? [line([x, y], [end, y], 'more', { 'stroke-width': 2 })] : []),
      mark(evidence, x, y, [element('title', {}, [drawable(factText(fact))])])
    ]
    if (isCrowd && at > 0 && at < sorted.length - 1)
      return { from: x - markRoom, to: end + markRoom, lanes: 1, drawn }
    const figures = upTo === value ? figureOf(value) : `${figureOf(value)} to ${figureOf(upTo)}`
    return named([x, end], [nameOf(fact), figures], ends, drawn)
  })
  const cost = machine !== undefined && E.isRight(machine.value) ? machine.value.right : undefined
  if (cost === undefined) return marks
  const x = place(cost)
  const tick = (y: number): readonly Element[] => [
    line([x, y - 7], [x, y + 7], 'ink', { 'stroke-width': 2, 'stroke-dasharray': '3 2' })
  ]
  return [named([x, x], [machine!.name, figureOf(cost)], ends, tick), ...marks]
}

const title = 'How far above kT ln 2 is hardware?'
const widths: { readonly [B in Breadth]: number } = { wide: 800, narrow: narrowWidth }
const margins: { readonly [B in Breadth]: number } = { wide: 20, narrow: 14 }
const between = 20
const titleLeading = 15

/** A group with its lanes, and where it stands. */
interface Band {
  readonly y: number
  readonly titles: readonly string[]
  readonly lanes: readonly (readonly Item['drawn'][])[]
  /** The height of the first lane. */
  readonly first: number
  /** From one lane to the next: of a crowd most have no text. */
  readonly leading: number
  readonly bottom: number
}

/**
 * How far hardware is above kT ln 2, as an SVG picture: the cited energies of operations, memories,
 * writes, updates and neuromorphic events, each with its name, on one logarithmic axis, with decades
 * above kT ln 2 at 300 K under it. What is counted differs from group to group: joules per bit, per
 * operation and per event are different things. The shape of a mark tells what a figure rests on.
 *
 * @example
 * import { hardwarePicture } from 'limen/report'
 * console.log(hardwarePicture().includes('Landauer')) // true
 *
 * @since 0.4.0
 */
export const hardwarePicture = expecting(
  'hardwarePicture',
  { options: pictureOptions },
  (options: PictureOptions = {}): string => {
    const breadth = options.width ?? 'wide'
    const [width, margin] = [widths[breadth], margins[breadth]]
    const floor = landauer({ temperature, errorProbability: 0 })
    const all = groups()
    const values = all.flatMap((group) =>
      group.facts.flatMap(({ value, upTo }) => (upTo === undefined ? [value] : [value, upTo]))
    )
    const floors = E.isRight(floor) ? [floor.right] : []
    const head = heading(width, margin, title, [
      'Energy of one operation, bit, write, update or event; what is counted differs from group to group'
    ])
    const domain = decadesAround(
      [...values, ...floors].map(({ exact }) => logOf(exact)),
      0.2
    )
    const ends = [margin + 14, width - margin - 14] as const
    const along = logAxis(domain, ends, 'x', jouleText)
    const zero = floors.map(({ exact }) => logOf(exact))[0] ?? domain[0]
    const above = logAxis([domain[0] - zero, domain[1] - zero], ends, 'x', (exponent) => String(exponent))
    const marks = legend([margin, width - margin], head.height + 6)
    const top = marks.bottom + 34
    const bands = all.reduce<readonly Band[]>((before, group) => {
      const y = before.at(-1)?.bottom ?? top
      const lanes = inLanes(itemsOf(group, along, ends))
      const leading = group.isCrowd ? nameLeading : 15
      const titles = lined(width - 2 * margin, `${group.title}: ${group.unit}`, sizes.body, {
        most: 2,
        isBold: true
      })
      const first = y + between + (titles.length - 1) * titleLeading + 14
      return [...before, { y, titles, lanes, leading, first, bottom: first + 4 + lanes.length * leading }]
    }, [])
    const bottom = bands.at(-1)!.bottom + 10
    const floorX = along.place(zero)
    const floorText = `kT ln 2 = ${floors.map((of) => figure(of)).join('')} at 300 K (Landauer)`
    const notes = [
      'A line beside a mark is the range that a source gives. Of chips and accelerators only the least and the most are named. Joules per bit, per operation and per event are different things: decades compare with kT ln 2, the least heat of erasing one bit: a yardstick, no bound on what is counted here. A short dashed line is what one machine pays, no bound.',
      'Not here: energies of whole solutions and of samples learned, and powers; of trainings there is only that of GPT-3. Every figure with its source and year: factTables().'
    ]
    const caption = captionOf(width, margin, bottom + 96, notes)
    const ranges = all.map((group) => {
      const sorted = [...group.facts].sort(byValue)
      return `${group.title} (${group.unit}): ${group.facts.length} figures, from ${figure(sorted[0]!.value)} to ${figure(sorted.at(-1)!.value)}.`
    })
    return picture(
      {
        kind: 'hardware',
        title,
        description: `Cited energies against ${floorText}. ${ranges.join(' ')} ${notes.join(' ')}`,
        width,
        height: caption.bottom + margin - 6,
        children: [
          ...head.elements,
          ...marks.elements,
          ...axisBelow(along, bottom, 'energy', { top, width }),
          ...axisBelow(above, bottom + 42, 'decades above kT ln 2', { top: bottom + 42, width }),
          line([floorX, top], [floorX, bottom + 42], 'ink', { 'stroke-width': 2, 'stroke-dasharray': '6 3' }),
          label(floorX + 6, top + 2, floorText, { size: sizes.small, isBold: true, halo: true }),
          ...bands.flatMap(({ y, titles, lanes, leading, first }) => [
            ...labels(margin, y + between, titles, titleLeading, { isBold: true, halo: true }),
            ...lanes.flatMap((of, at) => of.flatMap((drawn) => drawn(first + at * leading)))
          ]),
          ...caption.elements
        ]
      },
      options
    )
  }
)
