/** Parts that pictures share: headings, axes, captions. */
import type { Axis } from './axis'
import { label, labels, line } from './drawing'
import type { Element } from './element'
import { sizes, type Role } from './style'
import { lined, textWidth } from './text'

/** The title of a picture over its whole width, and what it shows; and where that ends. */
export const heading = (
  width: number,
  margin: number,
  title: string,
  subtitles: readonly string[]
): { readonly elements: readonly Element[]; readonly height: number } => {
  const room = width - 2 * margin
  const titles = lined(room, title, sizes.title, { most: 2, isBold: true })
  const under = subtitles.flatMap((subtitle) => lined(room, subtitle, sizes.body))
  const first = margin + sizes.title
  const second = titles.length === 0 ? first : first + (titles.length - 1) * 20 + 19
  return {
    elements: [
      ...labels(margin, first, titles, 20, { size: sizes.title, isBold: true }),
      ...labels(margin, second, under, 16, { role: 'muted' })
    ],
    height: second + (under.length - 1) * 16 + 16
  }
}

/** Sentences under a picture, from y on; and where they end. */
export const captionOf = (
  width: number,
  margin: number,
  y: number,
  sentences: readonly string[]
): { readonly elements: readonly Element[]; readonly bottom: number } => {
  const lines = sentences.flatMap((sentence) => lined(width - 2 * margin, sentence, sizes.small))
  return {
    elements: labels(margin, y, lines, 15, { size: sizes.small, role: 'muted', hasSymbols: true }),
    bottom: y + Math.max(0, lines.length - 1) * 15 + 4
  }
}

/**
 * A horizontal axis at y of a picture of some width, its name under it, and lines up to a height where
 * a value is written. What would reach over the edge of the picture is marked, and not written.
 */
export const axisBelow = (
  { ticks, place, domain }: Axis,
  y: number,
  name: string,
  { top, width }: { readonly top: number; readonly width: number }
): readonly Element[] => {
  const [from, to] = [place(domain[0]), place(domain[1])]
  const isWithin = (at: number, text: string): boolean => {
    const half = textWidth(text, sizes.small) / 2
    return at - half >= 2 && at + half <= width - 2
  }
  return [
    ...ticks.flatMap(({ at, text }) =>
      text === undefined || !isWithin(at, text)
        ? [line([at, y], [at, y + 3], 'muted')]
        : [
            line([at, top], [at, y], 'grid'),
            line([at, y], [at, y + 6], 'muted'),
            label(at, y + 19, text, { size: sizes.small, anchor: 'middle' })
          ]
    ),
    line([from, y], [to, y], 'muted'),
    label((from + to) / 2, y + 36, name, {
      size: sizes.small,
      anchor: 'middle',
      role: 'muted',
      hasSymbols: true
    })
  ]
}

/** A vertical axis at x, with texts to its left or right, and lines to the other side of the plot. */
export const axisBeside = (
  { ticks, place, domain }: Axis,
  x: number,
  side: 'left' | 'right',
  across?: number
): readonly Element[] => {
  const away = side === 'left' ? -1 : 1
  const anchor = side === 'left' ? 'end' : 'start'
  return [
    ...ticks.flatMap(({ at, text }) =>
      text === undefined
        ? [line([x, at], [x + 3 * away, at], 'muted')]
        : [
            ...(across === undefined ? [] : [line([x, at], [across, at], 'grid')]),
            line([x, at], [x + 6 * away, at], 'muted'),
            label(x + 9 * away, at + 4, text, { size: sizes.small, anchor })
          ]
    ),
    line([x, place(domain[0])], [x, place(domain[1])], 'muted')
  ]
}

/** How wide the texts of an axis are, with what stands between them and the plot. */
export const axisWidth = ({ ticks }: Axis): number =>
  Math.max(0, ...ticks.map(({ text = '' }) => textWidth(text, sizes.small))) + 10

/** What a line or a mark is, where there is no room beside it. */
export interface Entry {
  readonly text: string
  readonly role: Role
  /** What stands before the text, around a place. */
  readonly sample: (x: number, y: number) => readonly Element[]
}

/** What each line is, one under the other from y on; and where that ends. */
export const entriesUnder = (
  width: number,
  margin: number,
  y: number,
  entries: readonly Entry[]
): { readonly elements: readonly Element[]; readonly bottom: number } => {
  const indent = 42
  return entries.reduce<{ readonly elements: readonly Element[]; readonly bottom: number }>(
    ({ elements, bottom }, { text, role, sample }) => {
      const lines = lined(width - 2 * margin - indent, text, sizes.small, { isBold: true })
      return {
        elements: [
          ...elements,
          ...sample(margin, bottom - 4),
          ...labels(margin + indent, bottom, lines, 15, {
            size: sizes.small,
            isBold: true,
            role,
            hasSymbols: true
          })
        ],
        bottom: bottom + lines.length * 15
      }
    },
    { elements: [], bottom: y }
  )
}

/** Places as near as they can be to where they should be, apart by a distance, between two ends. */
export const keptApart = (
  wanted: readonly number[],
  distance: number,
  [from, to]: readonly [number, number]
): readonly number[] => {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!)
  const places = [...wanted]
  let least = from
  for (const at of order) {
    places[at] = Math.max(wanted[at]!, least)
    least = places[at] + distance
  }
  let most = to
  for (const at of order.reverse()) {
    places[at] = Math.min(places[at]!, most)
    most = places[at] - distance
  }
  return places
}
