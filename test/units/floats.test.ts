/** Numbers of a unit as float64 in coherent SI: as the unit makes them, one by one. */
import fc from 'fast-check'
import { floatsOf } from '../../src/units/floats'
import * as si from '../../src/units/si'
import type { Unit } from '../../src/units/unit'

const units = Object.entries(si as Readonly<Record<string, unknown>>).flatMap(([name, unit]) =>
  typeof unit === 'function' && 'factor' in unit ? [[name, unit as Unit<unknown>] as const] : []
)

/** Whole numbers, and such below 100,000 of so many decimals. */
const short = (decimals: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.maxSafeInteger(),
    fc
      .tuple(fc.integer({ min: 0, max: 1e11 }), fc.integer({ min: 0, max: decimals }))
      .map(([digits, places]) => Number(`${digits % 10 ** (5 + places)}e-${places}`))
  )

test('there are units of many factors', () => {
  expect(units.length).toBeGreaterThanOrEqual(60)
})

describe.each(units)('%s', (_, unit) => {
  const floats = floatsOf(unit)
  const float = (x: number): number => floats([x])[0]!
  const decimals = unit.factor.gte('1e-17') ? 6 : unit.factor.gte('1e-18') ? 3 : 0

  test('of a short number is the float64 nearest to its decimal', () => {
    fc.assert(
      fc.property(short(decimals), (x) => {
        expect(float(x)).toBe(unit(x).value)
      }),
      { numRuns: 30 }
    )
  })

  test('of any number is within a unit in the last place of that', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-200, max: 1e60, noNaN: true }), (x) => {
        const expected = unit(x).value
        expect(Math.abs(float(x) - expected)).toBeLessThanOrEqual(2 ** -52 * expected)
      }),
      { numRuns: 30 }
    )
  })

  test('of what is no number is none, and a zero has no sign', () => {
    expect([NaN, Infinity, -Infinity, -0].map(float)).toEqual([NaN, Infinity, -Infinity, 0])
  })
})

test('values worked by hand', () => {
  expect([...floatsOf(si.picojoules)([0.1, 0.7, 3])]).toEqual([1e-13, 7e-13, 3e-12])
  expect([...floatsOf(si.minutes)([1.5, 7])]).toEqual([90, 420])
  expect([...floatsOf(si.kilowattHours)([1, 2.5])]).toEqual([3.6e6, 9e6])
})
