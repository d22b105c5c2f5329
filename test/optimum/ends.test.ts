/** What is told of a ball in float64 is no more, and no less, than what it may be. */
import fc from 'fast-check'
import { arithmetic, ceiling, floor, strictly, whereDefined } from '../../src/optimum/ends'
import { isDefinite } from '../../src/optimum/linear'
import { decimal, decimalsOf } from '../../src/units/decimal'
import { everything } from '../../src/units/ball'

const Wide = decimalsOf(200)

test('the float64 below a quotient is not above it, and that above it not below', () => {
  const numbers = fc.tuple(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -240, max: 240 })
  )
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 10 ** 9 }), ([m, e], y) => {
      const x = decimal(`${m.toPrecision(12).replace(/e.*/, '')}e${e}`)
      const ball = arithmetic.div(arithmetic.of(x), arithmetic.of(decimal(String(y))))
      const exact = new Wide(x).div(y)
      expect(exact.gte(floor(ball))).toBe(true)
      expect(exact.lte(ceiling(ball))).toBe(true)
      if (exact.abs().gt('1e-250') && exact.abs().lt('1e250'))
        expect(exact.minus(floor(ball)).div(exact.abs()).toNumber()).toBeLessThan(1e-14)
    })
  )
})

test('of what nothing is known neither end is', () => {
  expect([floor(everything), ceiling(everything)]).toEqual([-Infinity, Infinity])
})

test('over all down to 0 a quotient has a lower end, and a logarithm an upper one', () => {
  const of = (text: string) => arithmetic.of(decimal(text))
  const side = (lower: string, upper: string) => ({ lower: of(lower), upper: of(upper) })
  const quotient = whereDefined.div(side('2', '3'), side('0', '4'))
  expect([floor(quotient.lower), ceiling(quotient.upper)]).toEqual([0.5 * (1 - 2 ** -50), Infinity])
  const log = whereDefined.ln(side('-1', '1'))
  expect([floor(log.lower), ceiling(log.upper)]).toEqual([-Infinity, 0])
})

test('how far one probability is from another lies between the ends over both', () => {
  const probability = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000)
  const side = fc.tuple(probability, probability).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const of = (x: number) => arithmetic.of(decimal(String(x)))
  const distance = (x: number, y: number): number =>
    x * Math.log(x / y) + (1 - x) * Math.log((1 - x) / (1 - y))
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([a, b], [c, d], s, t) => {
        const { lower, upper } = strictly.relativeEntropy(
          { lower: of(a), upper: of(b) },
          { lower: of(c), upper: of(d) }
        )
        const value = distance(a + s * (b - a), c + t * (d - c))
        expect(floor(lower)).toBeLessThanOrEqual(value + 1e-12)
        expect(ceiling(upper)).toBeGreaterThanOrEqual(value - 1e-12)
        expect(floor(lower)).toBeGreaterThanOrEqual(-1e-12)
        // No wider than its corners.
        const corners = [a, b].flatMap((x) => [distance(x, c), distance(x, d)])
        expect(ceiling(upper)).toBeLessThanOrEqual(Math.max(...corners) + 1e-12)
      }
    )
  )
})

test('a matrix is positive definite only where it surely is', () => {
  expect(isDefinite([[2, 1], [1, 2]])).toBe(true) // prettier-ignore
  expect(isDefinite([[1, 1], [1, 1]])).toBe(false) // prettier-ignore
  expect(isDefinite([[1, 2], [2, 1]])).toBe(false) // prettier-ignore
  expect(isDefinite([[-1]])).toBe(false)
})
