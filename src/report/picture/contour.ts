/** Where a field of numbers is at a level or above it, by marching squares. */
import { contours } from './contours'
import type { Point } from './curve'

/** Numbers at the points of a grid, row after row, each NaN where there is none; and where its columns and rows lie. */
export interface Field {
  readonly values: ArrayLike<number>
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** Where a field is at a level or above it. */
export interface Contour {
  /** The rings around where it is, outer and inner. */
  readonly rings: readonly (readonly Point[])[]
  /** Those parts of them that are at the level, and do not follow the edge of what is known. */
  readonly lines: readonly (readonly Point[])[]
}

/** A place on a line between two points of the grid: in columns, and in rows. */
type Place = readonly [column: number, row: number]

/** What lies between two numbers, by how far. */
const mixed = (low: number, high: number, part: number): number =>
  part === 0 ? low : low + (high - low) * part

const along = (list: readonly number[], at: number): number =>
  mixed(list[Math.floor(at)]!, list[Math.ceil(at)]!, at - Math.floor(at))

/** The stretches of a ring without a gap, of two points or more. */
const stretchesOf = (ring: readonly (Point | undefined)[]): readonly (readonly Point[])[] => {
  const gap = ring.indexOf(undefined)
  // Its last point is its first. It is opened at a gap, where there is one.
  const opened = gap < 0 ? ring : [...ring.slice(gap), ...ring.slice(1, gap + 1)]
  return opened
    .reduce<Point[][]>(
      (stretches, point) => {
        if (point === undefined) stretches.push([])
        else stretches.at(-1)!.push(point)
        return stretches
      },
      [[]]
    )
    .filter(({ length }) => length > 1)
}

export const contourOf = ({ values, xs, ys }: Field, level: number): Contour => {
  const [width, height] = [xs.length, ys.length]
  // It counts cells, whose middles are at halves, and goes around the outermost by half a cell.
  const inside = (at: number, length: number): number => Math.min(Math.max(at - 0.5, 0), length - 1)
  const placeOf = ([x = 0, y = 0]: readonly number[]): Place => [inside(x, width), inside(y, height)]
  const isAround = ([x = 0, y = 0]: readonly number[]): boolean =>
    x === 0 || y === 0 || x === width || y === height
  const isAtLevel = ([x, y]: Place): boolean => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [low, high] = [values[column + row * width]!, values[Math.ceil(x) + Math.ceil(y) * width]!]
    const value = mixed(low, high, Math.max(x - column, y - row))
    return Math.abs(value - level) <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))
  }
  const pointOf = ([x, y]: Place): Point => ({ x: along(xs, x), y: along(ys, y) })
  const { coordinates } = contours().size([width, height]).contour(Array.from(values), level)
  const rings = coordinates.flat()
  return {
    rings: rings.map((ring) => ring.map((at) => pointOf(placeOf(at)))),
    lines: rings.flatMap((ring) =>
      stretchesOf(
        ring.map((at) => (!isAround(at) && isAtLevel(placeOf(at)) ? pointOf(placeOf(at)) : undefined))
      )
    )
  }
}
