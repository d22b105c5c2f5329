/** Lines through points, with gaps where there are none. */
import { shape } from './drawing'
import { element, rounded, type Element } from './element'
import type { Role } from './style'
import { drawable } from './text'

export interface Point {
  readonly x: number
  readonly y: number
}

/** How a line looks. */
export interface Stroke {
  readonly role: Role
  readonly dash?: string
  readonly weight: number
}

/** Stretches of points between gaps. */
const stretchesOf = (points: readonly (Point | undefined)[]): readonly (readonly Point[])[] =>
  points
    .reduce<readonly (readonly Point[])[]>(
      (stretches, point) =>
        point === undefined
          ? [...stretches, []]
          : [...stretches.slice(0, -1), [...(stretches.at(-1) ?? []), point]],
      [[]]
    )
    .filter((stretch) => stretch.length > 0)

/** A path from point to point. */
export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('')

/** A line, with what it is called when pointed at; a point alone between gaps is a dot. */
export const curve = (
  points: readonly (Point | undefined)[],
  { role, dash, weight }: Stroke,
  name?: string
): readonly Element[] => {
  const children = name === undefined ? [] : [element('title', {}, [drawable(name)])]
  return stretchesOf(points).map((stretch) =>
    stretch.length === 1
      ? shape('circle', { fill: role }, { cx: stretch[0]!.x, cy: stretch[0]!.y, r: 2.5 }, children)
      : shape(
          'path',
          { stroke: role },
          {
            'd': pathOf(stretch),
            'stroke-width': weight,
            'stroke-dasharray': dash,
            'stroke-linejoin': 'round'
          },
          children
        )
  )
}

/** A piece of a line, where it is told what the line is. */
export const sampleOf = (stroke: Stroke, x: number, y: number): readonly Element[] =>
  curve(
    [
      { x, y },
      { x: x + 34, y }
    ],
    stroke
  )

/** A diamond around a point, and what it is when pointed at. */
export const diamond = ({ x, y }: Point, role: Role, title: string): readonly Element[] => [
  shape(
    'path',
    { fill: role, stroke: 'paper' },
    { d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`, 'stroke-width': 1 },
    [title]
  )
]
