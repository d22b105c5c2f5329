/** A model read backwards has the input again: e^d − 1 = 3d has the root that Lambert's function gives. */
import fc from 'fast-check'
import * as limen from '../../src/index'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { left, relativeError, right } from './values'

const { evaluate, inverse, input, kelvin, model, models, number, one } = limen
const Wide = decimalsOf(80)
const room = { temperature: kelvin(300) }

test('of landauer, half of what no error takes is taken with an error of 0.11, which has the entropy of half a bit', () => {
  const half = limen.joulesPerBit('1.43548944253936189725238816688865e-21')
  const found = right(inverse(models.landauer, 'errorProbability')(room, half))
  const [x, y] = [new Wide(found.exact), new Wide(1).minus(found.exact)]
  const entropy = x.times(x.ln()).plus(y.times(y.ln())).neg().div(new Wide(2).ln())
  expect(relativeError(entropy, 0.5)).toBeLessThan(1e-30)
})

test('is told to the digits that are asked for, and every one is right', () => {
  const { forwardCappedDelayExponent } = models
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 1.01, max: 50, noNaN: true }),
      (digits, m) => {
        const errorOf = inverse(forwardCappedDelayExponent, 'errorProbability', { digits })
        const error = new Wide(right(errorOf({}, m)).exact)
        // The share of steps back is 1/(1 + e^d), and d is found by Newton's method of e^d − 1 = md from above.
        let d = new Wide(2).times(m).ln().times(2)
        for (let k = 0; k < 60; k++) {
          const grown = d.exp()
          d = d.minus(grown.minus(1).minus(d.times(m)).div(grown.minus(m)))
        }
        const expected = new Wide(1).div(d.exp().plus(1))
        expect(error.precision()).toBeLessThanOrEqual(digits)
        expect(
          error
            .minus(expected)
            .abs()
            .lte(new Wide(10).pow(expected.e + 1 - digits))
        ).toBe(true)
      }
    )
  )
})

test('gives back the input from which a value was made, over many decades', () => {
  const decades = fc.double({ min: -9, max: 9, noNaN: true }).map((e) => 10 ** e)
  const { arrheniusRate, annealingSteps, analogCellWrite } = models
  fc.assert(
    fc.property(decades, decades, (x, y) => {
      // Falling, rising and over hundreds of decades of the value.
      const cell = { ...room, barrier: limen.kT(x % 50, kelvin(300)) }
      const attemptRate = limen.hertz(y)
      const rate = right(arrheniusRate({ ...cell, attemptRate }))
      const found = right(inverse(arrheniusRate, 'attemptRate')(cell, rate))
      expect(relativeError(found.exact, y)).toBeLessThan(1e-32)
      const barrier = right(inverse(arrheniusRate, 'barrier')({ ...room, attemptRate }, rate))
      expect(relativeError(barrier.exact, cell.barrier.exact)).toBeLessThan(1e-25)
      const finalTemperature = (x % 3) + 0.1
      const steps = right(evaluate(annealingSteps, { digits: 60 })({ depth: 10, finalTemperature }))
      expect(
        relativeError(
          right(inverse(annealingSteps, 'finalTemperature')({ depth: 10 }, steps)).exact,
          finalTemperature
        )
      ).toBeLessThan(1e-33)
      const precision = limen.bits((y % 20) + 0.5)
      const energy = right(evaluate(analogCellWrite, { digits: 60 })({ ...room, precision }))
      expect(
        relativeError(right(inverse(analogCellWrite, 'precision')(room, energy)).exact, precision.exact)
      ).toBeLessThan(1e-33)
    }),
    { numRuns: 20 }
  )
})

test('an end of the range that has the value is found exactly', () => {
  const found = right(inverse(models.landauer, 'errorProbability')(room, limen.joulesPerBit(0)))
  expect(found).toEqual(one(0.5))
})

/** A model of one's own of a number x. */
const ofNumber = (
  formula: (x: limen.Expression<limen.Dimensionless>) => limen.Expression<limen.Dimensionless>
) =>
  model({
    name: 'mine',
    symbol: 'y',
    summary: 'one of my own',
    inputs: { x: input('x', one, '(−∞, ∞)', 'a number') },
    unit: one,
    formula: ({ x }) => formula(x),
    constraint: 'none'
  })

describe('there is none', () => {
  test('where the value is nowhere, or the model has it several times', () => {
    const { stochasticRounding, driveForReliability } = models
    const energy = limen.joulesPerUpdate('1.4354894425403619e-21')
    expect(left(inverse(stochasticRounding, 'fraction')(room, energy)).message).toBe(
      'stochasticRounding: fraction: expected one number in [0, 1] at which stochasticRounding is 1.435 zJ/update, found 0.1100 and 0.8900'
    )
    expect(
      left(inverse(driveForReliability, 'errorProbability')(room, limen.joulesPerUpdate(-1))).problems
    ).toEqual([expect.objectContaining({ kind: 'number', inputs: ['errorProbability'], found: 'none' })])
  })

  test('where the model jumps across the value, which is no root', () => {
    const pole = ofNumber((x) => number(1).over(x.minus(number(2))))
    // Below 0 it is found beyond the pole, where it is −1/4, and not at it.
    expect(right(inverse(pole, 'x')({}, -0.25)).exact.toString()).toBe('-2')
    expect(left(inverse(pole, 'x')({}, 0)).problems[0]!.found).toBe('none')
  })

  test('and all that is wrong with the others is told, and with the value', () => {
    const back = inverse(models.landauer, 'errorProbability')
    const messages = (others: unknown, value: unknown): readonly string[] =>
      left(back(others as typeof room, value as limen.Quantity<limen.EnergyPerBit>)).message.split('\n')
    expect(messages({}, undefined)).toEqual([
      'landauer: temperature is missing: expected a temperature such as "1 K"',
      'landauer: value is missing: expected an energy per bit such as "1 J/bit"'
    ])
    expect(messages({ temperature: kelvin(-1) }, limen.joulesPerBit(1e-22))).toEqual([
      'landauer: temperature -1.000 is outside (0, ∞)'
    ])
    expect(messages({ ...room, errorProbability: 0.1 }, limen.joulesPerBit(1e-22))[0]).toContain(
      'errorProbability'
    )
  })

  test('to more digits than can be settled', () => {
    for (const digits of [0, 0.5, 196]) {
      const errorOf = inverse(models.forwardCappedDelayExponent, 'errorProbability', { digits })
      expect(left(errorOf({}, 2)).message).toContain('digits should be a whole number from 1 to 195')
    }
    const many = inverse(models.forwardCappedDelayExponent, 'errorProbability', { digits: 195 })
    expect(right(many({}, 2)).exact.precision()).toBeGreaterThan(190)
  })

  test('of an input that the model does not have: a TypeError says so', () => {
    expect(() => inverse(models.landauer, 'colour' as 'temperature')).toThrow('landauer has no input colour')
  })
})

test('negative numbers are looked through like positive ones', () => {
  const cube = ofNumber((x) => x.times(x).times(x))
  for (const x of [-1e5, -3, -1e-7, 0, 1e-7, 3, 1e5]) {
    const y: Decimal = new Wide(x).pow(3)
    expect(right(inverse(cube, 'x')({}, one(y))).exact.toNumber()).toBe(x)
  }
})
