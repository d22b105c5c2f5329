/** Curvatures 1, ½ and ⅒ learned to a loss of ¼: the water stands at 0.2, and ½ ln 12.5 nats are learned. */
import fc from 'fast-check'
import { learnedInformation } from '../../src/physics/thermodynamics'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { kelvin, kT, one } from '../../src/units/si'
import { reverseWaterFilling } from '../../src/workload/reverse-water-filling'
import reference from '../oracle/design-optima.json'
import { left, relativeError, right } from '../reading/values'

const Wide = decimalsOf(60)
const wide = (x: Decimal | string | number): Decimal => new Wide(x)
const ln2 = wide(2).ln()

test('three parameters are filled by hand', () => {
  const { waterLevel, active, information } = right(reverseWaterFilling([0.1, 1, 0.5], 0.25))
  expect([waterLevel, active]).toEqual([one(0.2), 2])
  expect(relativeError(information.exact, wide(12.5).ln().div(2).div(ln2))).toBeLessThan(1e-33)
})

test.each(reference.rateDistortion.cases)(
  '$parameters parameters of condition number $conditionNumber, to a loss of $loss: as the reference, to 25 digits',
  ({ conditionNumber, parameters, loss, waterLevel, active, heat, information }) => {
    const step = wide(conditionNumber)
      .ln()
      .div(parameters - 1)
      .neg()
    const curvatures = Array.from({ length: parameters }, (_, i) => one(step.times(i).exp()))
    const found = right(reverseWaterFilling(curvatures, one(loss)))
    expect(found.active).toBe(active)
    expect(relativeError(found.waterLevel.exact, waterLevel)).toBeLessThan(1e-25)
    expect(relativeError(found.information.exact, information)).toBeLessThan(1e-25)
    const temperature = kelvin(300)
    const energy = right(learnedInformation({ temperature, information: found.information })).exact
    expect(relativeError(wide(energy).div(kT(1, temperature).exact), heat)).toBeLessThan(1e-25)
  }
)

const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
const problems = fc.record({
  curvatures: fc.array(size, { minLength: 1, maxLength: 12 }),
  share: fc.double({ min: 1e-3, max: 0.999, noNaN: true })
})
const half = (curvatures: readonly number[]): Decimal =>
  curvatures.reduce((sum, h) => sum.plus(h), wide(0)).div(2)

test('the loss is that which was asked for, and those above the water are learned', () => {
  fc.assert(
    fc.property(problems, ({ curvatures, share }) => {
      const loss = half(curvatures).times(share).toSignificantDigits(34)
      const found = right(reverseWaterFilling(curvatures, one(loss)))
      const w = found.waterLevel.exact
      const lost = curvatures.reduce((sum, h) => sum.plus(wide(h).lt(w) ? h : w), wide(0)).div(2)
      expect(relativeError(lost, loss)).toBeLessThan(1e-32)
      expect(found.active).toBe(curvatures.filter((h) => w.lt(h)).length)
    })
  )
})

test('no other way to learn to the loss takes less information', () => {
  const shares = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 12 }), shares, (curvatures, left) => {
      fc.pre(curvatures.some((_, i) => left[i]! < 1))
      // Any variances left, and the loss that they leave.
      const loss = curvatures.reduce((sum, h, i) => sum.plus(wide(h).times(left[i]!)), wide(0)).div(2)
      const taken = curvatures
        .reduce((sum, _, i) => sum.minus(wide(left[i]!).ln()), wide(0))
        .div(2)
        .div(ln2)
      const { information } = right(reverseWaterFilling(curvatures, one(loss)))
      expect(information.exact.lte(taken.times(wide(1).plus('1e-30')))).toBe(true)
    })
  )
})

test('however little is learned, every digit is right', () => {
  // One parameter left with 1 − 10⁻⁴⁰ of its variance.
  const loss = wide(1).minus('1e-40').div(2)
  const { information } = right(reverseWaterFilling([1], one(loss), { digits: 50 }))
  const [x, Fine] = ['1e-40', decimalsOf(120)]
  const nats = new Fine(1).minus(x).ln().neg().div(2)
  expect(relativeError(information.exact, nats.div(new Fine(2).ln()))).toBeLessThan(1e-49)
})

test('a flat direction is never learned, and equal curvatures all alike', () => {
  const found = right(reverseWaterFilling([2, 0, 2, 0], 0.5))
  expect([found.active, found.waterLevel]).toEqual([2, one(0.5)])
  expect(found.information.exact.toString()).toBe('2')
})

describe('there is no value', () => {
  const messageOf = (curvatures: unknown, loss: unknown): string =>
    left(reverseWaterFilling(curvatures as never, loss as never)).message

  test('of a loss that needs no learning, or that no learning reaches', () => {
    for (const loss of [1, 2, 0, -1])
      expect(messageOf([1, 1], loss)).toBe(
        `reverseWaterFilling: loss ${loss} is outside (0, 1): without learning it is the upper end`
      )
    expect(messageOf([], 1)).toContain('is outside (0, 0)')
  })

  test('and all that is wrong is told at once', () => {
    expect(messageOf([1, -1, NaN], 'much').split('\n')).toEqual([
      expect.stringContaining('curvatures[2]'),
      expect.stringContaining('loss')
    ])
    expect(messageOf([3, -1, -2], 9).split('\n')).toHaveLength(3)
    expect(messageOf('steep', 1)).toContain('curvatures: expected a list')
    expect(messageOf([1], undefined)).toContain('loss is missing')
    for (const digits of [0, 1.5, 401, NaN])
      expect(left(reverseWaterFilling([1], 0.1, { digits })).message).toContain(
        'a whole number from 1 to 400'
      )
  })
})
