import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { consolidationUncompute } from '../../src/physics/consolidation'
import * as thermodynamics from '../../src/physics/thermodynamics'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimal, decimalsOf, type Decimal } from '../../src/units/decimal'
import type { Quantity } from '../../src/units/quantity'
import {
  areas,
  bits,
  coulombs,
  diffusivities,
  farads,
  hertz,
  kelvin,
  kT,
  ohms,
  seconds,
  volts
} from '../../src/units/si'
import { exactly, left, relativeError, right } from '../reading/values'
import { errors, logUniform, probabilities, temperatures } from './arbitrary'

const {
  landauer,
  generalizedLandauer,
  discardedInformation,
  mismatch,
  speedLimit,
  rateCappedReset,
  timeSymmetricReset,
  overdampedReset,
  uncertaintyRelation,
  chargeTransfer,
  rampCharging,
  slowDrivingPenalty,
  learnedInformation,
  gradientMeasurement,
  stochasticRounding,
  refrigeration
} = thermodynamics

const energy = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

const ln2 = decimal(2).ln()

const room = kelvin(300)

test.each([
  ['landauer', 'J/bit', 'theorem'],
  ['generalizedLandauer', 'J/bit', 'theorem'],
  ['discardedInformation', 'J', 'theorem'],
  ['mismatch', 'J/bit', 'theorem'],
  ['speedLimit', 'J', 'theorem'],
  ['rateCappedReset', 'J/bit', 'theorem'],
  ['timeSymmetricReset', 'J/bit', 'theorem'],
  ['overdampedReset', 'J/bit', 'theorem'],
  ['uncertaintyRelation', 'J', 'theorem'],
  ['chargeTransfer', 'J', 'theorem'],
  ['rampCharging', 'J', 'model'],
  ['slowDrivingPenalty', 'J/bit', 'model'],
  ['learnedInformation', 'J', 'theorem'],
  ['gradientMeasurement', 'J', 'theorem'],
  ['stochasticRounding', 'J/update', 'theorem'],
  ['refrigeration', '', 'empirical']
] as const)('%s is in "%s" and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = thermodynamics[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test('landauer at 300 K is 2.8709788850787e-21 J/bit', () => {
  const value = right(landauer({ temperature: room, errorProbability: 0 }))
  expect(value.value).toBeCloseTo(2.8709788850787e-21, 34)
  expect(value.exact.toSignificantDigits(14).toString()).toBe('2.8709788850787e-21')
})

test('a count known to 1 % costs 20 000 kT (Barato & Seifert 2015)', () => {
  const value = energy(uncertaintyRelation({ temperature: room, relativeDeviation: 0.01 }))
  expect(value.eq(kT(20000, room).exact)).toBe(true)
})

describe('landauer', () => {
  test('without error is kT ln 2', () => {
    fc.assert(
      fc.property(temperatures, (temperature) => {
        const value = energy(landauer({ temperature, errorProbability: 0 }))
        expect(relativeError(value, kT(1, temperature).exact.times(ln2))).toBeLessThan(1e-32)
      })
    )
  })

  test('of a bit that ends unknown is 0', () => {
    fc.assert(
      fc.property(temperatures, (temperature) => {
        expect(energy(landauer({ temperature, errorProbability: 0.5 })).isZero()).toBe(true)
      })
    )
  })

  test('is 2kT w² where the error is ½ − w and w is tiny', () => {
    const of = landauer({ temperature: room, errorProbability: 0.5 - 2 ** -50 })
    // The float64 ½ − 2⁻⁵⁰ means its shortest decimal, 0.4999999999999991.
    expect(relativeError(energy(of), kT(2, room).exact.times('9e-16').times('9e-16'))).toBeLessThan(1e-29)
  })

  test('is the reversible heat of a full reset of a symmetric bit', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        const general = generalizedLandauer({
          temperature,
          before: 0.5,
          after: errorProbability,
          entropyDifference: 0
        })
        const off = energy(general).minus(energy(landauer({ temperature, errorProbability })))
        expect(off.div(kT(1, temperature).exact).abs().toNumber()).toBeLessThan(1e-32)
      })
    )
  })
})

describe('generalizedLandauer', () => {
  const entropies = fc.double({ min: -50, max: 50, noNaN: true })

  test('gives back on the way back what it takes on the way', () => {
    fc.assert(
      fc.property(temperatures, probabilities, probabilities, entropies, (temperature, p, q, s) => {
        const there = { temperature, before: p, after: q, entropyDifference: s }
        const back = { temperature, before: q, after: p, entropyDifference: s }
        const [taken, given] = [energy(generalizedLandauer(there)), energy(generalizedLandauer(back))]
        // Where the two nearly cancel, h(p) − h(q) and (p − q)s are told to 34 digits and no more.
        expect(taken.plus(given).abs().lte(kT(1, temperature).exact.times(`1e-31`))).toBe(true)
      })
    )
  })

  test('is negative where a bit becomes less certain', () => {
    const value = generalizedLandauer({ temperature: room, before: 0, after: 0.5, entropyDifference: 0 })
    expect(relativeError(energy(value), kT(-1, room).exact.times(ln2))).toBeLessThan(1e-32)
  })
})

test('discarding a bit and learning a bit each cost kT ln 2', () => {
  fc.assert(
    fc.property(temperatures, logUniform(1e-9, 1e30), (temperature, count) => {
      const of = { temperature, information: bits(count) }
      const expected = kT(count, temperature).exact.times(ln2)
      expect(relativeError(energy(discardedInformation(of)), expected)).toBeLessThan(1e-32)
      expect(relativeError(energy(learnedInformation(of)), expected)).toBeLessThan(1e-32)
    })
  )
})

describe('mismatch', () => {
  test('with a symmetric design is what landauer has left: mismatch(p, ½) + kT h(p) = kT ln 2', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, p) => {
        const extra = energy(mismatch({ temperature, actual: p, design: 0.5 }))
        const entropy = energy(consolidationUncompute({ temperature, errorProbability: p }))
        expect(relativeError(extra.plus(entropy), kT(1, temperature).exact.times(ln2))).toBeLessThan(1e-32)
      })
    )
  })

  test('with a symmetric design is that also for bits that are mostly 1, or always the same', () => {
    const all = fc.oneof(probabilities, fc.constantFrom(0, 0.5, 1))
    fc.assert(
      fc.property(temperatures, all, (temperature, p) => {
        const extra = energy(mismatch({ temperature, actual: p, design: 0.5 }))
        const least = energy(generalizedLandauer({ temperature, before: p, after: 0, entropyDifference: 0 }))
        expect(relativeError(extra.plus(least), kT(1, temperature).exact.times(ln2))).toBeLessThan(1e-32)
      })
    )
  })

  test('is never negative, and 0 only where the reset gets what it was built for', () => {
    fc.assert(
      fc.property(temperatures, probabilities, probabilities, (temperature, actual, design) => {
        const extra = energy(mismatch({ temperature, actual, design }))
        expect(actual === design ? extra.isZero() : extra.gt(0)).toBe(true)
        expect(energy(mismatch({ temperature, actual, design: actual })).isZero()).toBe(true)
      })
    )
  })
})

describe('speedLimit', () => {
  // 𝒲/𝒩 from far below 1 to just below it.
  const shares = fc.oneof(
    logUniform(1e-12, 0.5),
    logUniform(1e-15, 0.5).map((gap) => 1 - gap)
  )

  test('is at least 2kT𝒲²/𝒩 (Shiraishi, Funo & Saito 2018)', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1e-9, 1e9), shares, (temperature, jumps, share) => {
        const transport = share * jumps
        fc.pre(transport < jumps)
        const value = energy(speedLimit({ temperature, transport, jumps }))
        const thermal = kT(2, temperature).exact
        const least = thermal.times(transport).times(transport).div(jumps)
        // The next term of the series is a third of (𝒲/𝒩)² of the first, never less than 1e-24 of it here.
        expect(value.gt(least)).toBe(true)
      })
    )
  })

  test('of no transport is 0', () => {
    expect(energy(speedLimit({ temperature: room, transport: 0, jumps: 1 })).isZero()).toBe(true)
  })

  test('has no value where all jumps transport', () => {
    const { problems, message } = left(speedLimit({ temperature: room, transport: 3, jumps: 3 }))
    expect(problems.map(({ kind }) => kind)).toEqual(['relation'])
    expect(message).toMatch(/^speedLimit: requires 𝒲 < 𝒩, found 3\S* ≥ 3\S*$/u)
  })
})

describe('rateCappedReset', () => {
  const rates = logUniform(1e3, 1e15)

  test('is landauer plus the speed limit of moving ½ − ε in Γτ jumps', () => {
    fc.assert(
      fc.property(temperatures, errors, rates, logUniform(1, 1e12), (temperature, ε, rate, jumps) => {
        const duration = jumps / rate
        const [Γ, τ] = [hertz(rate), seconds(duration)]
        const w = decimal(0.5).minus(ε)
        fc.pre(w.lt(Γ.exact.times(τ.exact)))
        const all = energy(rateCappedReset({ temperature, errorProbability: ε, attemptRate: Γ, duration: τ }))
        const ratio = w.div(Γ.exact.times(τ.exact))
        const artanh = ratio.plus(1).div(ratio.neg().plus(1)).ln().div(2)
        const irreversible = kT(2, temperature).exact.times(w).times(artanh)
        const reversible = energy(landauer({ temperature, errorProbability: ε }))
        // The textbook artanh used here loses as many digits as 𝒲/𝒩 has zeros.
        const off = all.minus(reversible).minus(irreversible)
        expect(off.div(kT(1, temperature).exact).abs().toNumber()).toBeLessThan(1e-31)
        expect(all.gt(reversible)).toBe(true)
      })
    )
  })

  test('falls to landauer as the time grows', () => {
    const of = { temperature: room, errorProbability: 0.1, attemptRate: hertz(1e9) }
    const slow = energy(rateCappedReset({ ...of, duration: seconds(1e9) }))
    const least = energy(landauer({ temperature: room, errorProbability: 0.1 }))
    // 2w²/(Γτ) with w = 0.4.
    expect(relativeError(slow.minus(least), kT('0.32e-18', room).exact)).toBeLessThan(1e-12)
  })

  test('has no value where the bit cannot be reset in the time', () => {
    const { problems } = left(
      rateCappedReset({
        temperature: room,
        errorProbability: 0.1,
        attemptRate: hertz(1e9),
        duration: seconds('0.4e-9')
      })
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'relation', expected: '½ − ε < Γ τ' })
  })
})

describe('timeSymmetricReset', () => {
  test('is more than landauer, but for a bit that ends unknown', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        const of = { temperature, errorProbability }
        expect(energy(timeSymmetricReset(of)).gt(energy(landauer(of)))).toBe(true)
      })
    )
    const even = { temperature: room, errorProbability: 0.5 }
    expect(energy(timeSymmetricReset(even)).isZero()).toBe(true)
    expect(energy(landauer(even)).isZero()).toBe(true)
  })

  test('stays above landauer where an error of 47 digits is all but ½', () => {
    const { unit } = landauer.inputs.errorProbability
    const of = { temperature: room, errorProbability: unit(`0.4${'9'.repeat(46)}`) }
    // To the first order 4kT w² and 2kT w², with w = 1e-47.
    expect(relativeError(energy(landauer(of)), kT('2e-94', room).exact)).toBeLessThan(1e-30)
    expect(relativeError(energy(timeSymmetricReset(of)), kT('4e-94', room).exact)).toBeLessThan(1e-30)
  })
})

describe('overdampedReset', () => {
  const sizes = logUniform(1e-18, 1e-9)
  const probability = fc.oneof(fc.constantFrom(0, 0.5), errors)

  test('is landauer and (½ − ε)⟨x²⟩/Dτ', () => {
    fc.assert(
      fc.property(
        temperatures,
        probability,
        sizes,
        sizes,
        logUniform(1e-9, 1e3),
        (temperature, ε, x2, D, τ) => {
          const all = energy(
            overdampedReset({
              temperature,
              errorProbability: ε,
              variance: areas(x2),
              diffusivity: diffusivities(D),
              duration: seconds(τ)
            })
          )
          const reversible = energy(landauer({ temperature, errorProbability: ε }))
          const times = areas(x2).exact.div(diffusivities(D).exact).div(seconds(τ).exact)
          const excess = kT(1, temperature).exact.times(decimal(0.5).minus(ε)).times(times)
          expect(relativeError(all, reversible.plus(excess))).toBeLessThan(1e-31)
        }
      )
    )
  })

  test('of haste that doubles kT ln 2 without error, a bit that is right in three of four runs pays half', () => {
    // ln 2 − h(¼) = 0.131, and (½ − ¼)·2 ln 2.
    const of = { temperature: room, variance: areas(1e-12), diffusivity: diffusivities(1e-12) }
    const haste = (ε: number): number =>
      right(overdampedReset({ ...of, errorProbability: ε, duration: seconds(0.5 / Math.LN2) })).value /
      kT(1, room).value
    expect(haste(0)).toBeCloseTo(2 * Math.LN2, 12)
    expect(haste(0.25)).toBeCloseTo(0.1308120359 + 0.5 * Math.LN2, 9)
  })
})

describe('charging', () => {
  interface Circuit {
    readonly C: number
    readonly V: number
    readonly R: number
    readonly τ: number
  }
  // Times from 1e-9 to 1e9 times RC.
  const circuits: fc.Arbitrary<Circuit> = fc
    .tuple(logUniform(1e-18, 1e-6), logUniform(1e-3, 1e3), logUniform(1e-2, 1e9), logUniform(1e-9, 1e9))
    .map(([C, V, R, times]) => ({ C, V, R, τ: R * C * times }))

  const ramp = ({ C, V, R, τ }: Circuit): Decimal =>
    energy(
      rampCharging({ capacitance: farads(C), voltage: volts(V), resistance: ohms(R), duration: seconds(τ) })
    )
  const transfer = ({ C, V, R, τ }: Circuit): Decimal =>
    energy(
      chargeTransfer({
        charge: coulombs(farads(C).exact.times(V)),
        resistance: ohms(R),
        duration: seconds(τ)
      })
    )
  const abrupt = ({ C, V }: Circuit): Decimal => farads(C).exact.times(V).times(V).div(2)
  const slowness = ({ C, R, τ }: Circuit): Decimal => seconds(τ).exact.div(farads(C).exact.times(R))

  test('by a ramp never costs more than ½CV²', () => {
    fc.assert(
      fc.property(circuits, (circuit) => {
        expect(ramp(circuit).lt(abrupt(circuit))).toBe(true)
      })
    )
  })

  test('by a ramp never costs more than q²R/τ: the ramp goes on settling after τ', () => {
    fc.assert(
      fc.property(circuits, (circuit) => {
        expect(ramp(circuit).lt(transfer(circuit))).toBe(true)
      })
    )
  })

  test('by a slow ramp costs q²R/τ, short of a share RC/τ', () => {
    fc.assert(
      fc.property(
        circuits.filter((circuit) => slowness(circuit).gt(100)),
        (circuit) => {
          const short = transfer(circuit).minus(ramp(circuit)).div(transfer(circuit))
          expect(relativeError(short.times(slowness(circuit)), 1)).toBeLessThan(1e-20)
        }
      )
    )
  })

  test('by a fast ramp costs ½CV², short of a share τ/3RC', () => {
    fc.assert(
      fc.property(
        circuits.filter((circuit) => slowness(circuit).lt(1e-3)),
        (circuit) => {
          const short = abrupt(circuit).minus(ramp(circuit)).div(abrupt(circuit))
          expect(relativeError(short.times(3), slowness(circuit))).toBeLessThan(1e-3)
        }
      )
    )
  })
})

describe('slowDrivingPenalty', () => {
  const of = { temperature: room, relaxationRate: hertz(1e9), duration: seconds(1e-6) }

  test('without error is kT (π/2)² per relaxation time', () => {
    const value = right(slowDrivingPenalty({ ...of, errorProbability: 0 })).value
    expect(relativeError(value, ((Math.PI / 2) ** 2 * kT(1, room).value) / 1000)).toBeLessThan(1e-14)
  })

  test('of a bit that ends unknown is 0', () => {
    expect(energy(slowDrivingPenalty({ ...of, errorProbability: 0.5 })).isZero()).toBe(true)
  })

  test('falls with the error', () => {
    fc.assert(
      fc.property(errors, errors, (a, b) => {
        fc.pre(a !== b)
        const more = energy(slowDrivingPenalty({ ...of, errorProbability: Math.min(a, b) }))
        const less = energy(slowDrivingPenalty({ ...of, errorProbability: Math.max(a, b) }))
        // Its slope is infinite at 0, yet errors of 1e-300 differ by less than 34 digits can show.
        expect(Math.max(a, b) < 1e-60 ? more.gte(less) : more.gt(less)).toBe(true)
      })
    )
  })
})

describe('gradientMeasurement', () => {
  test('at a signal-to-noise ratio of 3 is one bit, kT ln 2', () => {
    const value = energy(gradientMeasurement({ temperature: room, signalToNoise: 3 }))
    expect(relativeError(value, kT(1, room).exact.times(ln2))).toBeLessThan(1e-33)
  })

  test('of no signal is 0, of a weak one kT s/2', () => {
    expect(energy(gradientMeasurement({ temperature: room, signalToNoise: 0 })).isZero()).toBe(true)
    const weak = energy(gradientMeasurement({ temperature: room, signalToNoise: 1e-20 }))
    expect(relativeError(weak, kT('0.5e-20', room).exact)).toBeLessThan(1e-19)
  })

  test('of k components each measured to s is what one measured to (1 + s)ᵏ − 1 is', () => {
    fc.assert(
      fc.property(
        temperatures,
        logUniform(1e-6, 1e6),
        fc.integer({ min: 2, max: 9 }),
        (temperature, s, k) => {
          const single = energy(gradientMeasurement({ temperature, signalToNoise: s }))
          const { unit } = gradientMeasurement.inputs.signalToNoise
          const all = unit(decimalsOf(80).add(1, s).pow(k).minus(1))
          const together = energy(gradientMeasurement({ temperature, signalToNoise: all }))
          expect(relativeError(single.times(k), together)).toBeLessThan(1e-32)
        }
      )
    )
  })
})

describe('stochasticRounding', () => {
  test('halfway between two rungs is a fair coin, kT ln 2; on a rung there is nothing to decide', () => {
    const at = (fraction: number): Decimal => energy(stochasticRounding({ temperature: room, fraction }))
    expect(relativeError(at(0.5), kT(1, room).exact.times(ln2))).toBeLessThan(1e-33)
    expect([at(0).isZero(), at(1).isZero()]).toEqual([true, true])
  })

  test('costs as much from below as from above', () => {
    fc.assert(
      fc.property(temperatures, fc.integer({ min: 1, max: 999 }), (temperature, thousandths) => {
        const at = (k: number): Decimal => energy(stochasticRounding({ temperature, fraction: k / 1000 }))
        expect(relativeError(at(thousandths), at(1000 - thousandths))).toBeLessThan(1e-33)
      })
    )
  })
})

describe('refrigeration', () => {
  const cold = fc.record({ temperature: logUniform(1e-3, 300), warmer: logUniform(1, 1e5) })

  test("to 4 K from 300 K takes 75 joules a joule at best, Carnot's ratio", () => {
    const given = { temperature: kelvin(4), ambientTemperature: kelvin(300) }
    expect(right(refrigeration({ ...given, carnotFraction: 1 })).exact.eq(75)).toBe(true)
    expect(right(refrigeration({ ...given, carnotFraction: 0.2 })).exact.eq(371)).toBe(true)
  })

  test('by a perfect machine leaves what is proportional to T what it costs in the warm', () => {
    fc.assert(
      fc.property(cold, errors, ({ temperature: T, warmer }, errorProbability) => {
        const [temperature, ambientTemperature] = [kelvin(T), kelvin(kelvin(T).exact.times(warmer))]
        const factor = energy(refrigeration({ temperature, ambientTemperature, carnotFraction: 1 }))
        const atThePlug = energy(timeSymmetricReset({ temperature, errorProbability })).times(factor)
        const warm = energy(timeSymmetricReset({ temperature: ambientTemperature, errorProbability }))
        expect(relativeError(atThePlug, warm)).toBeLessThan(1e-32)
      })
    )
  })

  test('is dearer the worse the machine, and 1 where there is nothing to cool', () => {
    fc.assert(
      fc.property(cold, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ temperature: T, warmer }, η) => {
        fc.pre(warmer > 1.001)
        const of = { temperature: kelvin(T), ambientTemperature: kelvin(kelvin(T).exact.times(warmer)) }
        const [perfect, real] = [1, η].map((carnotFraction) =>
          energy(refrigeration({ ...of, carnotFraction }))
        )
        expect(relativeError(real!.minus(1).times(η), perfect!.minus(1))).toBeLessThan(1e-25)
        const even = { temperature: kelvin(T), ambientTemperature: kelvin(T), carnotFraction: η }
        expect(energy(refrigeration(even)).eq(1)).toBe(true)
      })
    )
  })

  test('into the cold there is none', () => {
    const { message } = left(
      refrigeration({ temperature: kelvin(300), ambientTemperature: kelvin(4), carnotFraction: 1 })
    )
    expect(message).toMatch(/^refrigeration: requires T ≤ T_h, found 300\.0 K > 4\.000 K$/)
  })
})

test('about q = p, generalizedLandauer in float64 is the decimals to 1e-13', () => {
  const quick = evaluateNumber(generalizedLandauer)
  const finely = evaluate(generalizedLandauer, { digits: 60 })
  const apart = logUniform(1e-15, 0.1)
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.45, noNaN: true }), apart, fc.boolean(), (q, by, swapped) => {
      const p = q * (1 + by)
      fc.pre(p !== q && p < 0.499)
      const [before, after] = swapped ? [q, p] : [p, q]
      // The float64s that are given mean their shortest decimals: whole multiples of 2⁻⁶⁰ mean themselves.
      const { unit } = generalizedLandauer.inputs.before
      const given = {
        temperature: room,
        before: unit(exactly(before)),
        after: unit(exactly(after)),
        entropyDifference: 0
      }
      expect(relativeError(right(quick(given)).value, right(finely(given)).exact)).toBeLessThan(1e-13)
    })
  )
})
