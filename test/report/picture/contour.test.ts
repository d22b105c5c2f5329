/** Lines at a level: where the field is at it, and nowhere else. */
import fc from 'fast-check'
import { contourOf, type Field } from '../../../src/report/picture/contour'

const field = (
  size: number,
  of: (x: number, y: number) => number,
  at: (index: number) => number = (index) => index
): Field => {
  const places = Array.from({ length: size }, (_, index) => at(index))
  return { xs: places, ys: places, values: places.flatMap((y) => places.map((x) => of(x, y))) }
}

test('a circle of radius 3 has a length of 6π, and an area of 9π', () => {
  const at = (index: number): number => -5 + index / 10
  const { rings, lines } = contourOf(
    field(101, (x, y) => -Math.hypot(x, y), at),
    -3
  )
  expect([rings.length, lines.length]).toEqual([1, 1])
  const points = lines[0]!
  const sides = points.slice(1).map((point, index) => [points[index]!, point] as const)
  const length = sides.reduce((sum, [a, b]) => sum + Math.hypot(b.x - a.x, b.y - a.y), 0)
  const area = sides.reduce((sum, [a, b]) => sum + (a.x * b.y - b.x * a.y) / 2, 0)
  expect(length).toBeCloseTo(6 * Math.PI, 2)
  expect(Math.abs(area)).toBeCloseTo(9 * Math.PI, 1)
})

test('of a plane, each point of a line is at the level, wherever its columns and rows lie', () => {
  const slope = fc.integer({ min: -50, max: 50 })
  fc.assert(
    fc.property(slope, slope, fc.integer({ min: -200, max: 200 }), (a, b, level) => {
      // Between two values of a plane over places by squares lies the plane, too: both are straight there.
      const plane = (x: number, y: number): number => a * x + b * y + 0.5
      for (const { x, y } of contourOf(
        field(7, plane, (index) => index ** 2),
        level
      ).lines.flat())
        expect(plane(x, y)).toBeCloseTo(level, 9)
    })
  )
})

test('where nothing is known there is no line, and what is known is all within the rings', () => {
  // The right half is unknown; the level crosses the left half at y = 2.5, and ends where the unknown begins.
  const of = field(6, (x, y) => (x >= 3 ? NaN : y))
  const { lines, rings } = contourOf(of, 2.5)
  expect(lines).toHaveLength(1)
  expect(lines[0]!.map(({ y }) => y)).toEqual([2.5, 2.5, 2.5])
  expect(lines[0]!.map(({ x }) => x).sort()).toEqual([0, 1, 2])
  expect(Math.max(...rings.flat().map(({ x }) => x))).toBe(2)
  // Below all that is known, the ring goes around it, and is no line.
  const whole = contourOf(of, -1)
  expect(whole.lines).toEqual([])
  const xs = whole.rings.flat().map(({ x }) => x)
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, 2])
})

test('a flat field at its own level has no line around it', () => {
  expect(
    contourOf(
      field(4, () => 2),
      2
    ).lines
  ).toEqual([])
})
