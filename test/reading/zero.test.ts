/** Which 0 of float64 is one, and which a difference that rounding has swallowed. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { lnRatio, number, sqrt, two, unity, type Expression } from '../../src/formula/expression'
import { input, type ModelData } from '../../src/formula/model'
import { model } from '../../src/physics/own'
import { landauer } from '../../src/physics/thermodynamics'
import { limUpdate } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { kernel } from '../../src/reading/kernel'
import type { Dimensionless } from '../../src/units/dimension'
import { bits, gigahertz, kelvin, megahertz, one } from '../../src/units/si'
import { right } from './values'

type Pure = Expression<Dimensionless>

const inputs = { x: input('x', one, '[0, ∞)', 'a number'), y: input('y', one, '[0, ∞)', 'a number') }
const of = (formula: (given: { readonly x: Pure; readonly y: Pure }) => Pure) =>
  model({
    name: 'm',
    symbol: 'm',
    summary: 'A number',
    inputs,
    unit: one,
    formula,
    tier: 'model',
    constraint: ''
  })
const inFloat = (each: unknown) => kernel(each as ModelData)

test('landauer at ½, and an update that is neither driven nor loses its barrier, are 0 without decimals', () => {
  expect(inFloat(landauer)(300, 0.5)).toBe(0)
  const names = Object.keys(limUpdate.inputs)
  const given: Readonly<Record<string, number>> = {
    temperature: 300, attemptRate: 1e9, initialRate: 1e6, precision: 8, shape: 0.5,
    errorProbability: 0.01, hops: 1, recovery: 0
  } // prettier-ignore
  expect(inFloat(limUpdate)(...names.map((name) => given[name]!))).toBeGreaterThan(0)
})

test.each([
  ['a difference of inputs', of(({ x, y }) => x.minus(y)), 0.1, 0.1],
  ['1 − 2x', of(({ x }) => unity.minus(two.times(x))), 0.5, 1],
  ['a product with 0', of(({ x, y }) => x.times(y)), 0, 7],
  ['the logarithm of one input over itself', of(({ x, y }) => lnRatio(x, y)), 0.3, 0.3],
  ['the root of nothing', of(({ x, y }) => sqrt(x.times(y))), 0, 3]
])('%s is 0 where the formula is', (_, each, x, y) => {
  expect(Object.is(inFloat(each)(x, y), 0)).toBe(true)
  expect(right(evaluate(each)({ x, y })).value).toBe(0)
})

test.each([
  ['(x + 1) − 1', of(({ x }) => x.plus(unity).minus(unity)), 1e-20, 1],
  // 0.3 is not three times 0.1 in float64, and a third of 0.9 is 0.3 there.
  ['3x − y', of(({ x, y }) => number(3).times(x).minus(y)), 0.3, 3 * 0.3],
  ['2x − y', of(({ x, y }) => two.times(x).minus(y)), 0.3, 0.6]
])('%s is left to decimals where it is 0 in float64', (_, each, x, y) => {
  expect(inFloat(each)(x, y)).toBeNaN()
  const exact = right(evaluate(each)({ x, y }))
  expect(right(evaluateNumber(each)({ x, y })).value).toBe(exact.value)
})

test('what has more digits than its float64 shows is left to decimals, too', () => {
  const room = kelvin(300)
  const above = evaluateNumber(landauer)({
    temperature: room,
    errorProbability: one('0.50000000000000000000001')
  })
  expect(E.isLeft(above) && above.left.message).toMatch(/^landauer: errorProbability .* is outside/)
  const below = right(
    evaluateNumber(landauer)({ temperature: room, errorProbability: one('0.4999999999999999999') })
  )
  // kT 2δ², of δ = 1e-19.
  expect(below.value / (1.380649e-23 * 300 * 2e-38)).toBeCloseTo(1, 6)
})

test('a 0 in float64 is one in decimals, whatever the inputs of an update are', () => {
  const some = fc.constantFrom(0, 0.25, 0.5, 1)
  let found = 0
  fc.assert(
    fc.property(
      some,
      some,
      some,
      fc.constantFrom(0.125, 0.25, 0.5),
      (hops, recovery, shape, errorProbability) => {
        const rates = { attemptRate: gigahertz(1), initialRate: megahertz(1) }
        const rest = { temperature: kelvin(300), precision: bits(8), ...rates }
        const given = { ...rest, hops, recovery, shape, errorProbability }
        const float = right(evaluateNumber(limUpdate)(given))
        if (float.value === 0) found++
        expect(float.value === 0).toBe(right(evaluate(limUpdate)(given)).exact.isZero())
      }
    )
  )
  expect(found).toBeGreaterThan(0)
})
