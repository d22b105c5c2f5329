/** x² − 2 crosses 0 in a bracket that holds √2. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { number, type Expression } from '../../src/formula/expression'
import { input, type ModelData } from '../../src/formula/model'
import { model } from '../../src/physics/own'
import { crossing } from '../../src/question/crossing'
import type { Dimensionless } from '../../src/units/dimension'
import { Working } from '../../src/units/decimal'
import { one } from '../../src/units/si'

const formula = (of: (x: Expression<Dimensionless>) => Expression<Dimensionless>): ModelData =>
  model({
    name: 'f',
    symbol: 'f',
    summary: 'a formula',
    inputs: { x: input('x', one, '(−∞, ∞)', 'its input') },
    unit: one,
    formula: ({ x }) => of(x),
    tier: 'model',
    constraint: ''
  }) as unknown as ModelData

/** The ends of the bracket, or the sign that is left. */
const found = (of: ModelData, from = 0): readonly number[] | number => {
  const bracket = crossing(of, {}, 'x', new Working(from))
  return E.isLeft(bracket) ? bracket.left : [bracket.right.lower.value, bracket.right.upper.value]
}

const minus = (root: number): ModelData => formula((x) => x.minus(number(root)))

test('the bracket holds √2, and is no wider than it is said', () => {
  const [lower, upper] = found(formula((x) => x.squared().minus(number(2)))) as [number, number]
  expect(lower).toBeLessThanOrEqual(Math.SQRT2)
  expect(upper).toBeGreaterThanOrEqual(Math.SQRT2)
  expect(upper - lower).toBeLessThanOrEqual(2e-12)
})

test('it holds any root, also one that is met exactly on the way', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(0.5, 1, 3, 512), fc.double({ min: 1e-3, max: 1023, noNaN: true })),
      (root) => {
        const [lower, upper] = found(minus(root)) as [number, number]
        expect(lower).toBeLessThanOrEqual(root)
        expect(upper).toBeGreaterThanOrEqual(root)
        expect(upper - lower).toBeLessThanOrEqual(1.001e-12 * upper)
      }
    )
  )
})

test.each([
  ['above 0 at the start', minus(1), 2, 1],
  ['at 0 at the start', minus(1), 1, 0],
  ['below 0 everywhere', formula((x) => x.times(number(0)).minus(number(1))), 0, -1],
  ['below 0 further than it is sought', minus(2000), 0, -1]
])('where it is %s there is no bracket', (_, of, from, sign) => {
  expect(found(of, from)).toBe(sign)
})
