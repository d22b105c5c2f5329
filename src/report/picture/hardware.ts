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
import { axisBeside, axisWidth, captionOf, heading } from './parts'
import { picture, type PictureOptions, pictureOptions } from './picture'
import { sizes } from './style'
import { drawable, lined, textWidth } from './text'

const factText = ({ what, value, upTo, year, evidence, source }: Fact<unknown>): string =>
  `${what}: ${figure(value)}${upTo === undefined ? '' : ` to ${figure(upTo)}`} (${meanings[evidence]}, ${year}; ${source.citation})`

interface Panel {
  readonly group: Group
  readonly left: number
  readonly right: number
}

const byValue = (a: Fact<unknown>, b: Fact<unknown>): number => a.value.exact.comparedTo(b.value.exact)

const yearsOf = ({ facts: of }: Group): readonly [number, number] => {
  const years = of.map(({ year }) => year)
  return [Math.min(...years), Math.max(...years)]
}

/** A figure of a panel, which tells what it is per. */
const figureOf = (of: Quantity<unknown>): string => formatWith<unknown>({ digits: 2 })(of).split('/', 1)[0]!

/** What a machine pays for what one panel counts, and over it what it does. */
const machineLines = (
  name: string,
  of: Quantity<unknown>,
  { left, right, y }: Readonly<Record<'left' | 'right' | 'y', number>>
): readonly Element[] => {
  const texts = [...lined(right - left - 8, name, sizes.small), figureOf(of)]
  return [
    line([left + 4, y], [right - 4, y], 'ink', { 'stroke-width': 2, 'stroke-dasharray': '3 2' }),
    ...labels((left + right) / 2, y - 6 - (texts.length - 1) * 13, texts, 13, {
      size: sizes.small,
      anchor: 'middle',
      halo: true
    })
  ]
}

/** The marks of a group by year, its extremes with their figures, and the years that they span. */
const drawnPanel = ({ group, left, right }: Panel, up: Axis, bottom: number): readonly Element[] => {
  const [from, to] = yearsOf(group)
  const middle = (left + right) / 2
  // A single year stands in the middle.
  const at = (year: number): number =>
    from === to ? middle : left + 14 + ((right - left - 28) * (year - from)) / (to - from)
  const height = ({ exact }: Quantity<unknown>): number => up.place(logOf(exact))
  const sorted = [...group.facts].sort(byValue)
  const [least, most] = [sorted[0]!, sorted.at(-1)!]
  const marks = group.facts.flatMap((fact) => {
    const [x, y] = [at(fact.year), height(fact.value)]
    const upper = fact.upTo === undefined ? y : height(fact.upTo)
    return [
      ...(upper < y ? [line([x, y], [x, upper], 'more', { 'stroke-width': 2 })] : []),
      mark(fact.evidence, x, y, [element('title', {}, [drawable(factText(fact))])])
    ]
  })
  const inside = (x: number, text: string): number => {
    const half = textWidth(text, sizes.small) / 2
    return Math.min(Math.max(x, left + half), right - half)
  }
  const highest = sorted.reduce(
    (found, { value, upTo }) => {
      const end = upTo ?? value
      return end.exact.gt(found.end.exact) ? { end, year: found.year } : found
    },
    { end: most.value, year: most.year }
  )
  const texts = [
    { text: figureOf(least.value), x: at(least.year), y: height(least.value) + 18 },
    { text: figureOf(highest.end), x: at(highest.year), y: height(highest.end) - 9 }
  ]
  const cost =
    group.machine !== undefined && E.isRight(group.machine.value) ? group.machine.value.right : undefined
  return [
    ...(cost === undefined ? [] : machineLines(group.machine!.name, cost, { left, right, y: height(cost) })),
    ...marks,
    ...texts.map(({ text, x, y }) =>
      label(inside(x, text), y, text, { size: sizes.small, anchor: 'middle', isBold: true, halo: true })
    ),
    ...(from === to
      ? [label(middle, bottom + 17, String(from), { size: sizes.small, anchor: 'middle' })]
      : [
          label(left + 4, bottom + 17, String(from), { size: sizes.small }),
          label(right - 4, bottom + 17, String(to), { size: sizes.small, anchor: 'end' })
        ])
  ]
}

const title = 'How far above kT ln 2 is hardware?'
const width = 960
const margin = 20
const plotHeight = 400

/**
 * How far hardware is above kT ln 2, as an SVG picture: the cited energies of operations, memories,
 * writes, updates and neuromorphic events by year, on one logarithmic axis, with decades above
 * kT ln 2 at 300 K to the right. What is counted differs from panel to panel: joules per bit, per
 * operation and per event are different things. The shape of a mark tells what a figure rests on.
 *
 * @example
 * import { hardwarePicture } from 'limen'
 * console.log(hardwarePicture().includes('Landauer')) // true
 *
 * @since 0.4.0
 */
export const hardwarePicture = expecting(
  'hardwarePicture',
  { options: pictureOptions },
  (options: PictureOptions = {}): string => {
    const floor = landauer({ temperature, errorProbability: 0 })
    const all = groups()
    const values = all.flatMap((group) =>
      group.facts.flatMap(({ value, upTo }) => (upTo === undefined ? [value] : [value, upTo]))
    )
    const floors = E.isRight(floor) ? [floor.right] : []
    const head = heading(width, margin, title, [
      'Energy of one operation, bit, write, update or event, by year; what is counted differs from panel to panel'
    ])
    const domain = decadesAround(
      [...values, ...floors].map(({ exact }) => logOf(exact)),
      0.2
    )
    const legendAt = head.height + 6
    const titleAt = legendAt + 26
    const titleLines = 5
    const top = titleAt + titleLines * 14 + 8
    const bottom = top + plotHeight
    const up = logAxis(domain, [bottom, top], 'y', jouleText)
    const left = margin + axisWidth(up)
    const zero = floors.map(({ exact }) => logOf(exact))[0] ?? domain[0]
    const above = logAxis([domain[0] - zero, domain[1] - zero], [bottom, top], 'y', (exponent) =>
      String(exponent)
    )
    const right = width - margin - axisWidth(above) - 12
    const each = (right - left) / all.length
    const panels = all.map((group, at): Panel => ({
      group,
      left: left + at * each,
      right: left + (at + 1) * each
    }))
    const floorY = up.place(zero)
    const floorText = `kT ln 2 = ${floors.map((of) => figure(of)).join('')} at 300 K (Landauer)`
    const notes = [
      'A vertical line is the range that a source gives; the figures are those of the least and the most of each panel. Joules per bit, per operation and per event are different things: decades compare with kT ln 2, the least heat of erasing one bit: a yardstick, no bound on what is counted here. A short dashed line is what one machine pays, no bound.',
      'Not here: energies of whole solutions, and powers; of trainings there is only that of GPT-3. Every figure with its source: factTables().'
    ]
    const caption = captionOf(width, margin, bottom + 40, notes)
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
          ...legend(margin, legendAt),
          ...axisBeside(up, left, 'left', right),
          ...axisBeside(above, right, 'right'),
          label(width - margin, top - 10, 'decades', { size: sizes.small, role: 'muted', anchor: 'end' }),
          line([left, bottom], [right, bottom], 'muted'),
          ...panels.map(({ right: end }) => line([end, top], [end, bottom], 'grid')),
          line([left, floorY], [right, floorY], 'ink', { 'stroke-width': 2, 'stroke-dasharray': '6 3' }),
          label(left + 6, floorY - 6, floorText, { size: sizes.small, isBold: true, halo: true }),
          ...panels.flatMap(({ group, left: x, right: end }) => [
            ...labels(
              x + 5,
              titleAt,
              lined(end - x - 10, group.title, sizes.small, { most: titleLines - 1 }),
              14,
              {
                size: sizes.small
              }
            ),
            ...labels(
              x + 5,
              titleAt + (titleLines - 1) * 14,
              lined(end - x - 10, group.unit, sizes.small, { most: 1 }),
              14,
              {
                size: sizes.small,
                isBold: true
              }
            )
          ]),
          ...panels.flatMap((panel) => drawnPanel(panel, up, bottom)),
          ...caption.elements
        ]
      },
      options
    )
  }
)
