/** Axes: a value is where the axis says, and what is written beside it can be read. */
import fc from 'fast-check'
import {
  decadesAround,
  jouleText,
  linearAxis,
  logAxis,
  logOf,
  numberText,
  powerText,
  typeset
} from '../../../src/report/picture/axis'
import { textWidth } from '../../../src/report/picture/text'
import { decimal } from '../../../src/units/decimal'

const along = fc.constantFrom('x' as const, 'y' as const)
const range = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 120, max: 800 }), fc.boolean())
  .map(([from, length, isUp]): [number, number] => (isUp ? [from + length, from] : [from, from + length]))
const thousandths = fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 1000)
const logDomain = fc
  .tuple(fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: 0.01, max: 90, noNaN: true }))
  .map(([low, span]): [number, number] => [low, low + span])

/** Two texts of an axis that touch. */
const touching = (
  ticks: readonly { readonly at: number; readonly text?: string }[],
  direction: 'x' | 'y'
): readonly string[] => {
  const written = ticks.filter(({ text }) => text !== undefined).sort((a, b) => a.at - b.at)
  return written.slice(1).flatMap((tick, at) => {
    const [a, b] = [written[at]!, tick]
    const room = direction === 'y' ? 13 : (textWidth(a.text!, 11) + textWidth(b.text!, 11)) / 2
    return b.at - a.at < room ? [`${a.text!} and ${b.text!}`] : []
  })
}

test('the texts of an axis do not touch, and every mark is on it', () => {
  fc.assert(
    fc.property(logDomain, range, along, (domain, [from, to], direction) => {
      const { ticks } = logAxis(domain, [from, to], direction, jouleText)
      expect(touching(ticks, direction)).toEqual([])
      // A hundredth of a pixel is not drawn.
      for (const { at } of ticks) {
        expect(at).toBeGreaterThanOrEqual(Math.min(from, to) - 0.01)
        expect(at).toBeLessThanOrEqual(Math.max(from, to) + 0.01)
      }
    })
  )
  fc.assert(
    fc.property(
      fc.tuple(
        thousandths,
        thousandths.map(Math.abs).filter((span) => span > 0)
      ),
      range,
      along,
      ([low, span], ends, direction) => {
        const { ticks, place, domain } = linearAxis([low, low + span], ends, direction, String)
        expect(touching(ticks, direction)).toEqual([])
        const rounding = 1e-12 * Math.max(Math.abs(low), span)
        expect(domain[0]).toBeLessThanOrEqual(low + rounding)
        expect(domain[1]).toBeGreaterThanOrEqual(low + span - rounding)
        expect(place(domain[0])).toBeCloseTo(ends[0], 6)
      }
    )
  )
})

test('values that no float64 tells apart, or steps between, have an axis too', () => {
  for (const domain of [
    [-5e-324, 5e-324],
    [1, 1 + 1e-15],
    [-1.7e308, 1.7e308],
    [0, 0]
  ] as const) {
    const { ticks, place } = linearAxis(domain, [0, 400], 'x', String)
    expect(ticks.map(({ text }) => text)).toEqual([String(domain[0])])
    expect(Number.isFinite(place(domain[0]))).toBe(true)
  }
})

test('what is written is where its value is', () => {
  const axis = logAxis([6, 19], [200, 600], 'x', jouleText)
  const gigajoule = axis.ticks.find(({ text }) => text === '1 GJ')!
  expect(gigajoule.at).toBeCloseTo(200 + (400 * 3) / 13, 9)
  expect(axis.place(9)).toBe(gigajoule.at)
})

test('a whole decade that has room has a text', () => {
  const { ticks } = logAxis([0, 3], [0, 600], 'x', powerText)
  const texts = ticks.flatMap(({ text }) => (text === undefined ? [] : [text]))
  expect(texts).toEqual(['1', '2', '5', '10', '20', '50', '100', '200', '500', '1000'])
})

test('many decades are written at the powers of SI prefixes', () => {
  const { ticks } = logAxis([-21, 9], [0, 500], 'x', jouleText)
  const texts = ticks.flatMap(({ text }) => (text === undefined ? [] : [text]))
  expect(texts).toEqual([
    '1 zJ',
    '1 aJ',
    '1 fJ',
    '1 pJ',
    '1 nJ',
    '1 µJ',
    '1 mJ',
    '1 J',
    '1 kJ',
    '1 MJ',
    '1 GJ'
  ])
})

test('decades around some values hold them, and are one at least', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 }), (logs) => {
      const [low, high] = decadesAround(logs)
      expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true)
      expect(high - low).toBeGreaterThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(Math.min(...logs))
      expect(high).toBeGreaterThanOrEqual(Math.max(...logs))
    })
  )
})

test('the logarithm of what no float64 holds is known', () => {
  expect(logOf(decimal('1e500'))).toBeCloseTo(500, 10)
})

test('powers of ten are raised, numbers have a minus', () => {
  expect([-9, -2, 0, 1, 3, 12].map((power) => powerText(power))).toEqual([
    '10⁻⁹',
    '0.01',
    '1',
    '10',
    '1000',
    '10¹²'
  ])
  expect(powerText(6, 2)).toBe('2×10⁶')
  expect([1e6, -1e6, 2.5e6, 0.1 + 0.2, 100].map(numberText)).toEqual(['10⁶', '−10⁶', '2.5×10⁶', '0.3', '100'])
  expect(typeset('-0.5')).toBe('−0.5')
  expect(typeset('6.022e23 update')).toBe('6.022×10²³ update')
  expect(typeset('[1e-3, 2] J')).toBe('[1×10⁻³, 2] J')
  expect(typeset('log-log fit, H-100')).toBe('log-log fit, H-100')
})

test('an axis of any number of decades is marked a thousand times at the most', () => {
  for (const high of [3e3, 1e9, 9e15]) {
    const { ticks, place } = logAxis([0, high], [0, 800], 'x', powerText)
    expect(ticks.length).toBeGreaterThan(0)
    expect(ticks.length).toBeLessThanOrEqual(1002)
    expect([place(0), place(high)]).toEqual([0, 800])
  }
})
