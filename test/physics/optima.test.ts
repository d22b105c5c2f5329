/**
 * Optima: 2kT/P is in s and (12 kT 4^b F)^½ in J/mac; a tilt of sinh d = 2d has an error of 0.1018.
 *
 * The values of the reference are roots and minima found apart from this library. That they are minima is judged
 * here by the costs themselves, a little to either side.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { Inputs, ModelData, Values } from '../../src/formula/model'
import { annealedParameter } from '../../src/physics/learning'
import { driveForReliability, staticWrite } from '../../src/physics/memory'
import * as optima from '../../src/physics/optima'
import { analogMac, losslessOutputBits } from '../../src/physics/read'
import { landauer, optimalReset, refrigeration, speedLimit } from '../../src/physics/thermodynamics'
import { exponentialMeanStep, powerLawMeanStep } from '../../src/physics/update'
import { evaluate } from '../../src/reading/evaluate'
import { inverse } from '../../src/reading/inverse'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import type { Power } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import {
  bits,
  hertz,
  joules,
  joulesPerConversion,
  kelvin,
  kT,
  macsPerConversion,
  one,
  parameters,
  seconds,
  updates,
  watts
} from '../../src/units/si'
import reference from '../oracle/design-optima.json'
import { left, relativeError, right } from '../reading/values'
import { logUniform, temperatures } from './arbitrary'

const Wide = decimalsOf(60)
const wide = (x: Decimal | string | number): Decimal => new Wide(x)

const room = kelvin(300)
const thermal = wide(kT(1, room).exact)

/** The value of a model to 50 digits. */
const valueOf = <I, D>(model: ModelData<I, D>, inputs: Values<I>): Decimal =>
  wide(right(evaluate(model, { digits: 50 })(inputs)).exact)

const in25 = (found: Decimal, expected: string): void => {
  expect(relativeError(found, expected)).toBeLessThan(1e-25)
}

describe('the reference to 25 digits', () => {
  const ladders = [
    [
      'attempts',
      reference.driveOptimumAttemptCap,
      optima.attemptCappedDelayExponent,
      optima.attemptCappedEnergyDelay
    ],
    [
      'steps forward',
      reference.driveOptimumForwardCap,
      optima.forwardCappedDelayExponent,
      optima.forwardCappedEnergyDelay
    ]
  ] as const

  describe.each(ladders)('a ladder whose %s are capped', (_, { cases }, exponent, product) => {
    test.each(cases)(
      'is best for m = $m at a drive of $drive',
      ({ m, drive, errorProbability, objective }) => {
        const delayExponent = one(m)
        const error = right(inverse(exponent, 'errorProbability')({}, delayExponent))
        in25(error.exact, errorProbability)
        in25(valueOf(driveForReliability, { temperature: room, errorProbability: error }).div(thermal), drive)
        in25(valueOf(product, { errorProbability: error, delayExponent }), objective)
      }
    )
  })

  test.each(reference.ladderSpeed.cases)('$netSteps net steps of $attempts', (each) => {
    const transport = one(each.netSteps)
    in25(
      valueOf(speedLimit, { temperature: room, transport, jumps: one(each.attempts) }).div(thermal),
      each.heat
    )
    const errorProbability = one(wide(1).minus(wide(each.netSteps).div(each.attempts)).div(2))
    const perStep = valueOf(driveForReliability, { temperature: room, errorProbability })
    in25(errorProbability.exact, each.errorProbability)
    in25(perStep.times(each.netSteps).div(thermal), each.heat)
  })

  test('energy × delay² of a ladder is least where 1 in 10 steps is wrong, and 80 in 100 count', () => {
    const error = right(inverse(optima.attemptCappedDelayExponent, 'errorProbability')({}, 2)).exact
    in25(error, '0.101805822069850333186604409143')
    in25(wide(1).minus(error.times(2)), '0.796388355860299333626791181714')
  })

  test.each(reference.errorWithRepair.cases)(
    'a repair of $repair kT',
    ({ repair, errorProbability, least }) => {
      const given = { temperature: room, repairEnergy: joules(thermal.times(repair)) }
      in25(valueOf(optima.optimalErrorProbability, given), errorProbability)
      in25(valueOf(optima.resetWithRepair, given).div(thermal), least)
    }
  )

  test.each(reference.resetEnergyDelay.cases)('energy × delay of a reset to $errorProbability', (each) => {
    const cell = { temperature: room, errorProbability: one(each.errorProbability), attemptRate: hertz(1) }
    const idlePower = right(inverse(optima.resetDelayExponent, 'idlePower')(cell, 1))
    const attempts = valueOf(optima.optimalResetTime, { ...cell, idlePower })
    in25(attempts, each.attemptsInTime)
    const drawn = wide(idlePower.exact).times(attempts)
    const heat = valueOf(optima.resetWithIdlePower, { ...cell, idlePower })
      .minus(drawn)
      .div(thermal)
    in25(heat, each.heat)
    in25(heat.times(attempts), each.product)
  })

  test.each(reference.idlePower.cases)('$parameters parameters of $precision bits', (each) => {
    const given = {
      temperature: kelvin(each.temperature),
      parameters: parameters(each.parameters),
      precision: bits(each.precision),
      attemptRate: hertz(each.attemptRate),
      idlePower: watts(each.idlePower)
    }
    in25(valueOf(optima.optimalAnnealingTime, given), each.duration)
    in25(valueOf(optima.annealingWithIdlePower, given), each.energy)
  })

  test.each(reference.rows.cases)('$inputBits and $weightBits bits', (each) => {
    const given = {
      temperature: kelvin(each.temperature),
      inputBits: bits(each.inputBits),
      weightBits: bits(each.weightBits),
      fixedEnergy: joulesPerConversion(each.fixedEnergy)
    }
    in25(valueOf(optima.optimalRows, given), each.rows)
    in25(valueOf(optima.optimalAnalogMac, given), each.energyPerMac)
  })

  test.each(reference.writeTime.cases)('a write at $standbyPower W', (each) => {
    const temperature = kelvin(each.temperature)
    const cell = {
      temperature,
      barrier: kT(60, temperature),
      attemptRate: hertz(1e17),
      errorProbability: 0.01
    }
    in25(valueOf(optima.optimalWriteTime, { ...cell, standbyPower: watts(each.standbyPower) }), each.duration)
  })

  test.each(reference.energyTimePrecision.cases)('$precision bits in $attemptsInTime attempts', (each) => {
    const given = { temperature: room, precision: bits(each.precision), attemptRate: hertz(1) }
    const energy = valueOf(annealedParameter, { ...given, duration: seconds(each.attemptsInTime) })
    in25(energy.div(thermal), each.energy)
  })

  test.each(reference.staticFlip.cases)('a flip over $barrier kT in $attemptsInTime attempts', (each) => {
    const given = {
      temperature: room,
      barrier: joules(thermal.times(each.barrier)),
      attemptRate: hertz(1),
      writeTime: seconds(each.attemptsInTime),
      errorProbability: one(each.errorProbability)
    }
    in25(valueOf(optima.staticFlip, given).div(thermal), each.heat)
    in25(valueOf(staticWrite, given).div(thermal), each.staticWrite)
  })

  test.each(reference.cooling.cases)('1000 kT at $temperature K', (each) => {
    const temperature = kelvin(each.temperature)
    const given = { temperature, ambientTemperature: kelvin(each.ambientTemperature) }
    const ratio = valueOf(refrigeration, { ...given, carnotFraction: one(each.carnotFraction) })
    in25(ratio.times(1000).times(kT(1, temperature).exact), each.wall)
  })

  describe.each(reference.meanStep.cases)('$updates updates to $precision bits', (each) => {
    const given = { precision: bits(each.precision) }
    const n = updates(each.updates)

    test('have mean steps that are integrals', () => {
      // The reference has 25 digits of these.
      expect(relativeError(valueOf(exponentialMeanStep, given), each.exponentialMeanStep)).toBeLessThan(1e-24)
      const power = valueOf(powerLawMeanStep, { ...given, updates: n })
      expect(relativeError(power, each.powerLawMeanStep)).toBeLessThan(1e-24)
    })

    test('have mean steps over whole updates that are more', () => {
      const [b, count] = [each.precision, each.updates]
      // A geometric series.
      const q = wide(2).pow(wide(-b).div(count - 1))
      const geometric = wide(1).minus(q.pow(count)).div(wide(1).minus(q)).div(count)
      expect(relativeError(geometric, each.exponentialSum)).toBeLessThan(1e-24)
      expect(geometric.gt(each.exponentialMeanStep)).toBe(true)
      expect(wide(each.powerLawSum).gt(each.powerLawMeanStep)).toBe(true)
      if (count > 1000) return
      const a = wide(b).times(wide(2).ln()).div(wide(count).ln())
      let sum = wide(0)
      for (let k = 1; k <= count; k++) sum = sum.plus(wide(k).ln().times(a).neg().exp())
      expect(relativeError(sum.div(count), each.powerLawSum)).toBeLessThan(1e-24)
    })
  })
})

const nudge = wide('1e-12')

/** No other costs less, near or far; and near, it makes no difference in the first order. */
const expectLeast = (cost: (x: Decimal) => Decimal, at: Decimal, factor: number): void => {
  const least = cost(at)
  const [below, above] = [cost(at.times(wide(1).minus(nudge))), cost(at.times(nudge.plus(1)))]
  expect([below.gt(least), above.gt(least), cost(at.times(factor)).gte(least)]).toEqual([true, true, true])
  expect(relativeError(above, below)).toBeLessThan(1e-30)
}

/** Far, to either side, but not where it was. */
const factors = fc.oneof(logUniform(1e-3, 0.99), logUniform(1.01, 1e3))
const prices = logUniform(1e-6, 1e6)

describe('no design costs less', () => {
  const tilts = logUniform(0.01, 40)

  /** From a tilt to its error. */
  const errorAt = (d: Decimal): Decimal => wide(1).div(d.exp().plus(1))

  test.each([
    ['attempts', optima.attemptCappedDelayExponent, optima.attemptCappedEnergyDelay],
    ['steps forward', optima.forwardCappedDelayExponent, optima.forwardCappedEnergyDelay]
  ] as const)('for its exponent than a tilt of a ladder whose %s are capped', (_, exponent, product) => {
    fc.assert(
      fc.property(tilts, fc.oneof(logUniform(0.05, 0.9), logUniform(1.1, 3)), (tilt, factor) => {
        const delayExponent = one(valueOf(exponent, { errorProbability: one(errorAt(wide(tilt))) }))
        const cost = (d: Decimal): Decimal =>
          valueOf(product, { errorProbability: one(errorAt(d)), delayExponent })
        expectLeast(cost, wide(tilt), factor)
      }),
      { numRuns: 30 }
    )
  })

  test('than an annealing in its best time, with a power drawn', () => {
    fc.assert(
      fc.property(temperatures, logUniform(0.1, 20), prices, factors, (temperature, b, price, factor) => {
        const learner = { temperature, precision: bits(b), attemptRate: hertz(1e9) }
        const N = parameters(1000)
        const idlePower = watts(wide(kT(price, temperature).exact).times(1e9))
        const cost = (τ: Decimal): Decimal =>
          valueOf(annealedParameter, { ...learner, duration: seconds(τ) })
            .times(1000)
            .plus(τ.times(idlePower.exact))
        const given = { ...learner, parameters: N, idlePower }
        const best = valueOf(optima.optimalAnnealingTime, given)
        expectLeast(cost, best, factor)
        expect(relativeError(valueOf(optima.annealingWithIdlePower, given), cost(best))).toBeLessThan(1e-45)
        // N kT b ln 2 + 2 (2^b − 1) √(N kT P/f₀)
        const [thermalN, steps] = [wide(kT(1000, temperature).exact), wide(2).pow(b).minus(1)]
        const haste = thermalN.times(idlePower.exact).div(1e9).sqrt().times(steps).times(2)
        const formula = thermalN.times(b).times(wide(2).ln()).plus(haste)
        expect(relativeError(cost(best), formula)).toBeLessThan(1e-45)
      }),
      { numRuns: 50 }
    )
  })

  test('than a reset in its best time, with a power drawn: the closed form is that of optimalReset', () => {
    fc.assert(
      fc.property(
        temperatures,
        logUniform(1e-12, 0.45),
        prices,
        logUniform(1.01, 1e3),
        (temperature, ε, price, factor) => {
          const cell = { temperature, errorProbability: ε, attemptRate: hertz(1e9) }
          const idlePower = watts(wide(kT(price, temperature).exact).times(1e9))
          const cost = (τ: Decimal): Decimal =>
            valueOf(optimalReset, { ...cell, duration: seconds(τ) }).plus(τ.times(idlePower.exact))
          const best = valueOf(optima.optimalResetTime, { ...cell, idlePower })
          // Of the time, only what is beyond the least of any reset may be nudged that far.
          const least = wide(0.5).div(ε).ln().div(1e9)
          expectLeast((spare) => cost(least.plus(spare)), best.minus(least), factor)
          expect(
            relativeError(valueOf(optima.resetWithIdlePower, { ...cell, idlePower }), cost(best))
          ).toBeLessThan(1e-40)
          const exponent = valueOf(optima.resetDelayExponent, { ...cell, idlePower })
          const drawn = best.times(idlePower.exact)
          expect(relativeError(exponent, drawn.div(cost(best).minus(drawn)))).toBeLessThan(1e-40)
          // Best for energy × delay^m as well.
          const product = (spare: Decimal): Decimal => {
            const τ = least.plus(spare)
            return cost(τ).minus(τ.times(idlePower.exact)).ln().plus(τ.ln().times(exponent)).exp()
          }
          const [near, at] = [product(best.minus(least).times('1.000001')), product(best.minus(least))]
          expect(near.gt(at)).toBe(true)
        }
      ),
      { numRuns: 30 }
    )
  })

  test('than a reset with the best error, where errors are repaired', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1e-3, 20), factors, (temperature, repair, factor) => {
        const repairEnergy = kT(repair, temperature)
        const cost = (odds: Decimal): Decimal => {
          const ε = odds.div(odds.plus(1)).div(2)
          const reset = valueOf(landauer, { temperature, errorProbability: one(ε) })
          return reset.plus(ε.times(repairEnergy.exact))
        }
        const given = { temperature, repairEnergy }
        const best = valueOf(optima.optimalErrorProbability, given).times(2)
        expectLeast(cost, best.div(wide(1).minus(best)), factor)
        const least = valueOf(optima.resetWithRepair, given)
        expect(relativeError(least, cost(best.div(wide(1).minus(best))))).toBeLessThan(1e-40)
        // Nor is it more than a reset without errors, or than no reset at all.
        expect(least.lte(valueOf(landauer, { temperature, errorProbability: 0 }))).toBe(true)
        expect(least.lte(wide(repairEnergy.exact).div(2))).toBe(true)
      }),
      { numRuns: 50 }
    )
  })

  test('than a column with the best number of rows, whole ones included', () => {
    const sizes = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(
        temperatures,
        sizes,
        sizes,
        logUniform(1e-16, 1e-9),
        factors,
        (temperature, x, w, F, factor) => {
          const operands = { inputBits: bits(x), weightBits: bits(w) }
          const cost = (R: Decimal): Decimal => {
            const rows = macsPerConversion(R)
            const outputBits = bits(valueOf(losslessOutputBits, { ...operands, rows }))
            return valueOf(analogMac, { temperature, outputBits, rows }).plus(wide(F).div(R))
          }
          const given = { temperature, ...operands, fixedEnergy: joulesPerConversion(F) }
          const best = valueOf(optima.optimalRows, given)
          // With fewer than this, bits would be negative.
          fc.pre(best.times(factor).gt(1) && best.gt(1.1))
          expectLeast(cost, best, factor)
          const least = valueOf(optima.optimalAnalogMac, given)
          expect(relativeError(least, cost(best))).toBeLessThan(1e-45)
          for (const whole of [best.floor(), best.ceil()]) expect(cost(whole).gte(least)).toBe(true)
        }
      ),
      { numRuns: 50 }
    )
  })

  const write = { temperature: room, barrier: kT(60, room), attemptRate: hertz(1e9), errorProbability: 1e-9 }

  test('than a write in its best time, at any time in which it can be done', () => {
    fc.assert(
      fc.property(logUniform(1e-30, 1e-12), logUniform(2.1e-8, 1e30), (power, time) => {
        const given = { ...write, standbyPower: watts(power) }
        const best = evaluate(optima.optimalWriteTime, { digits: 50 })(given)
        fc.pre(E.isRight(best))
        const cost = (t: Decimal): Decimal =>
          valueOf(staticWrite, { ...write, writeTime: seconds(t) }).plus(t.times(power))
        const least = valueOf(optima.writeWithStandby, given)
        expect(relativeError(least, cost(wide(best.right.exact)))).toBeLessThan(1e-45)
        expect(cost(wide(time)).gte(least)).toBe(true)
      })
    )
  })

  test('than a write by a tilt that is free in time: neither a tilt that stands, nor two that follow', () => {
    const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(logUniform(20, 1e9), logUniform(1e-9, 0.1), shares, shares, (attempts, p, first, until) => {
        const given = { ...write, errorProbability: p, writeTime: seconds(wide(attempts).div(1e9)) }
        const found = evaluate(optima.staticFlip, { digits: 50 })(given)
        fc.pre(E.isRight(found))
        const flip = wide(found.right.exact)
        const stands = evaluate(staticWrite)(given)
        if (E.isRight(stands)) expect(flip.lt(wide(stands.right.exact).times(1 - p))).toBe(true)
        // The share `first` of the cells flips until then, evenly, and the others after, evenly too. A cell that
        // leaves at the rate r gives off 2[B + kT ln(r/f₀)], r = flow/s.
        const done = wide(1).minus(p)
        const middle = wide(1).minus(done.times(first))
        const heatOf = (from: Decimal, to: Decimal, share: number): Decimal => {
          const flow = from.minus(to).div(wide(attempts).times(share))
          const primitive = (s: Decimal): Decimal => s.times(s.ln()).minus(s)
          const logs = from
            .minus(to)
            .times(flow.ln())
            .minus(primitive(from).minus(primitive(to)))
          return from.minus(to).times(60).plus(logs).times(2).times(thermal)
        }
        const other = heatOf(wide(1), middle, until).plus(heatOf(middle, wide(p), 1 - until))
        // A float64 and what it lacks to 1 are not 1 together.
        expect(other.gt(flip.times(wide(1).minus('1e-14')))).toBe(true)
        // Where both flows are the same, it is the least.
        const same = heatOf(wide(1), middle, first).plus(heatOf(middle, wide(p), 1 - first))
        expect(relativeError(same, flip)).toBeLessThan(1e-12)
      })
    )
  })
})

describe('there is no value', () => {
  const refusal = (model: ModelData, inputs: Values<Inputs>): string => left(evaluate(model)(inputs)).message
  const of = (model: unknown, inputs: unknown): string =>
    refusal(model as ModelData, inputs as Values<Inputs>)

  test('of a ladder that is not driven, or has no error', () => {
    for (const errorProbability of [0, 0.5])
      expect(of(optima.attemptCappedDelayExponent, { errorProbability })).toContain('is outside (0, ½)')
  })

  test('of an exponent of 1 or less', () => {
    for (const m of [0.5, 1])
      expect(left(inverse(optima.attemptCappedDelayExponent, 'errorProbability')({}, m)).message).toContain(
        'found none'
      )
  })

  test('of a write whose best time is too short for it, or so long that the error asks for the tilt', () => {
    const cell = { temperature: room, barrier: kT(60, room), attemptRate: hertz(1e9), errorProbability: 1e-9 }
    const problems = (standbyPower: Quantity<Power>) =>
      left(optima.optimalWriteTime({ ...cell, standbyPower })).problems
    // 8.3 attempts, of the 20.7 that it takes; and 1e23.
    for (const power of [1e-12, 1e-34])
      expect(problems(watts(power)).map(({ kind, model }) => [kind, model])).toEqual([
        ['relation', 'optimalWriteTime']
      ])
  })

  test('of a flip that takes no high tilt', () => {
    const write = {
      temperature: room,
      barrier: kT(10, room),
      attemptRate: hertz(1e9),
      errorProbability: 1e-9
    }
    expect(of(optima.staticFlip, { ...write, writeTime: seconds(1) })).toContain('staticFlip')
  })
})
