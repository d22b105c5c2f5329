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
const stretchesOf = <A>(points: readonly (A | undefined)[]): readonly (readonly A[])[] =>
  points
    .reduce<readonly (readonly A[])[]>(
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

/** A point of a line, and the one over it that an area reaches to. */
export type Span = readonly [from: Point, to: Point]

/** How much of the paper an area covers. */
const cover = 0.18

/** The area between two lines with the same gaps; between two points alone, a bar. */
const area = (spans: readonly (Span | undefined)[], { role }: Stroke, name?: string): readonly Element[] => {
  const children = name === undefined ? [] : [element('title', {}, [drawable(name)])]
  return stretchesOf(spans).map((stretch) => {
    const wide =
      stretch.length === 1
        ? [-2.5, 2.5].map((by) => stretch[0]!.map(({ x, y }) => ({ x: x + by, y })) as [Point, Point])
        : stretch
    const ring = [...wide.map(([from]) => from), ...wide.map(([, to]) => to).reverse()]
    return shape('path', { fill: role }, { 'd': `${pathOf(ring)}Z`, 'fill-opacity': cover }, children)
  })
}

/** The area between two lines, and the upper of them, thin. */
export const band = (
  spans: readonly (Span | undefined)[],
  stroke: Stroke,
  name?: string
): readonly Element[] => [
  ...area(spans, stroke, name),
  ...curve(
    spans.map((span) => span?.[1]),
    { ...stroke, weight: 1 }
  )
]

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
