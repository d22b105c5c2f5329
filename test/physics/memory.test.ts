import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import * as memory from '../../src/physics/memory'
import { speedLimit } from '../../src/physics/thermodynamics'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimal, type Decimal } from '../../src/units/decimal'
import type { Quantity } from '../../src/units/quantity'
import {
  bits,
  farads,
  gigahertz,
  hertz,
  joules,
  kelvin,
  kT,
  nanoseconds,
  ohms,
  one,
  seconds,
  volts
} from '../../src/units/si'
import { femto, milli } from '../../src/units/unit'
import { exactly, left, relativeError, right } from '../reading/values'
import { errors, logUniform, probabilities, temperatures } from './arbitrary'

const {
  arrheniusRate,
  retentionBarrier,
  matchedBarrier,
  driveForSpeed,
  driveForReliability,
  reliableAttempt,
  staticWrite,
  refreshPower,
  analogCellWrite,
  adiabaticLeakage
} = memory

const valueOf = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

const room = kelvin(300)
const rates = logUniform(1e3, 1e15)

test.each([
  ['arrheniusRate', 'Hz', 'model'],
  ['retentionBarrier', 'J', 'model'],
  ['matchedBarrier', 'J', 'model'],
  ['driveForSpeed', 'J/update', 'model'],
  ['driveForReliability', 'J/update', 'model'],
  ['reliableAttempt', 'J/update', 'model'],
  ['staticWrite', 'J/update', 'model'],
  ['refreshPower', 'W', 'circuit'],
  ['analogCellWrite', 'J/update', 'circuit'],
  ['adiabaticLeakage', 'J', 'circuit']
] as const)('%s is in %s and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = memory[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test.each([
  ['1e-6', 54.06],
  ['1e-12', 67.87]
])('a cell that fails in 3e8 s with probability %s stands behind %d kT', (p, barrier) => {
  const { unit } = retentionBarrier.inputs.failureProbability
  const value = right(
    retentionBarrier({
      temperature: room,
      cells: 1,
      attemptRate: gigahertz(1),
      retentionTime: seconds(3e8),
      failureProbability: unit(p)
    })
  )
  expect(value.value / kT(1, room).value).toBeCloseTo(barrier, 2)
})

describe('arrheniusRate', () => {
  test('without a barrier is the attempt rate', () => {
    const value = right(arrheniusRate({ temperature: room, barrier: joules(0), attemptRate: gigahertz(2) }))
    expect(value.value).toBe(2e9)
  })

  test('over the matched barrier is the update rate', () => {
    fc.assert(
      fc.property(temperatures, rates, logUniform(1e-30, 1), (temperature, f0, share) => {
        const attemptRate = hertz(f0)
        const updateRate = hertz(f0 * share)
        const barrier = right(matchedBarrier({ temperature, attemptRate, updateRate }))
        const rate = valueOf(arrheniusRate({ temperature, barrier, attemptRate }))
        // A barrier of 69 kT in 34 digits leaves its rate 32.
        expect(relativeError(rate, updateRate.exact)).toBeLessThan(1e-31)
      })
    )
  })

  test('over the retention barrier lets no cell flip, but for the failure probability', () => {
    fc.assert(
      fc.property(
        temperatures,
        logUniform(1, 1e18),
        rates,
        logUniform(1, 1e10),
        logUniform(1e-30, 0.5),
        (temperature, cells, f0, time, p) => {
          const attemptRate = hertz(f0)
          const retentionTime = seconds(time)
          const barrier = right(
            retentionBarrier({ temperature, cells, attemptRate, retentionTime, failureProbability: p })
          )
          const rate = valueOf(arrheniusRate({ temperature, barrier, attemptRate }))
          const survives = rate.times(cells).times(retentionTime.exact).neg().exp()
          // 1 − p has lost what p has below 34 digits.
          expect(survives.minus(rate.plus(1).minus(rate).minus(p)).abs().toNumber()).toBeLessThan(1e-22)
        }
      )
    )
  })
})

describe('retentionBarrier', () => {
  const of = { temperature: room, attemptRate: gigahertz(1), retentionTime: seconds(3e8) }

  test('grows by kT ln 10 for ten times the cells', () => {
    const [one, ten] = [1, 10].map((cells) =>
      valueOf(retentionBarrier({ ...of, cells, failureProbability: 0.01 }))
    )
    expect(relativeError(ten!.minus(one!), kT(Math.LN10, room).exact)).toBeLessThan(1e-14)
  })

  test('has no value where even without a barrier no cell would flip', () => {
    const { problems } = left(
      retentionBarrier({
        ...of,
        retentionTime: nanoseconds(1),
        cells: 1,
        failureProbability: 0.9
      })
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'relation', model: 'retentionBarrier' })
  })
})

describe('matchedBarrier', () => {
  const of = { temperature: room, attemptRate: gigahertz(1) }

  test('of updates at nearly every attempt is, in float64, the decimals to 1e-13', () => {
    const quick = evaluateNumber(matchedBarrier)
    const finely = evaluate(matchedBarrier, { digits: 60 })
    fc.assert(
      fc.property(rates, logUniform(1e-15, 0.5), (f0, short) => {
        const r = f0 * (1 - short)
        fc.pre(r < f0)
        const given = { temperature: room, attemptRate: hertz(exactly(f0)), updateRate: hertz(exactly(r)) }
        expect(relativeError(right(quick(given)).value, right(finely(given)).exact)).toBeLessThan(1e-13)
      })
    )
  })

  test('of an update at every attempt is 0', () => {
    expect(valueOf(matchedBarrier({ ...of, updateRate: gigahertz(1) })).isZero()).toBe(true)
  })

  test('has no value for updates faster than attempts', () => {
    const { message } = left(matchedBarrier({ ...of, updateRate: gigahertz(2) }))
    expect(message).toMatch(/^matchedBarrier: requires r ≤ f₀, found 2\.000 GHz > 1\.000 GHz$/u)
  })
})

describe('driveForSpeed', () => {
  test('is the tilt whose forward and backward rates differ by the update rate', () => {
    fc.assert(
      fc.property(
        temperatures,
        logUniform(1e-3, 200),
        rates,
        logUniform(1e-12, 0.999),
        (temperature, barrier, f0, share) => {
          // f₀ (1 − e^(−2B/kT)): the net rate at which hops forward are attempts.
          const v = share * f0 * -Math.expm1(-2 * barrier)
          const drive = valueOf(
            driveForSpeed({
              temperature,
              updateRate: hertz(v),
              barrier: kT(barrier, temperature),
              attemptRate: hertz(f0)
            })
          )
          const half = drive.div(kT(2, temperature).exact)
          const hop = kT(barrier, temperature).exact.div(kT(1, temperature).exact).neg().exp().times(f0)
          const net = hop.times(half.exp().minus(half.neg().exp()))
          // e^x − e^(−x) loses what the two have in common: 2/x of their digits, at x ≥ 1e-15 here.
          expect(relativeError(net, v)).toBeLessThan(1e-16)
          // No hop is faster than an attempt, so that the tilt is less than twice the barrier.
          expect(half.lte(barrier)).toBe(true)
        }
      )
    )
  })

  test('has no value where hops would be faster than attempts', () => {
    const of = { temperature: room, barrier: kT(1, room), attemptRate: gigahertz(1) }
    // 1 − e⁻² = 0.864664716…
    expect(E.isRight(driveForSpeed({ ...of, updateRate: gigahertz(0.8646) }))).toBe(true)
    const { problems, message } = left(driveForSpeed({ ...of, updateRate: gigahertz(0.8647) }))
    expect(problems.map(({ kind }) => kind)).toEqual(['relation'])
    expect(message).toMatch(/^driveForSpeed: requires v ≤ .*, found 864\.70* MHz > 864\.66\d* MHz$/u)
    // Without a barrier, nothing moves by a tilt that is less than twice it.
    expect(E.isLeft(driveForSpeed({ ...of, barrier: joules(0), updateRate: hertz(1) }))).toBe(true)
  })

  test('at rest is 0', () => {
    const of = { temperature: room, barrier: kT(40, room), attemptRate: gigahertz(1) }
    expect(valueOf(driveForSpeed({ ...of, updateRate: hertz(0) })).isZero()).toBe(true)
  })
})

describe('a reliable step', () => {
  test('is driven by kT times the log of the odds', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, ε) => {
        const drive = valueOf(driveForReliability({ temperature, errorProbability: ε }))
        const odds = drive.div(kT(1, temperature).exact).exp()
        // e^x of an x in 34 digits: the 690 kT of ε = 1e-300 leave it 31.
        expect(relativeError(odds.plus(1).pow(-1), ε)).toBeLessThan(1e-30)
      })
    )
  })

  test('is free where right and wrong are as likely', () => {
    const of = { temperature: room, errorProbability: 0.5 }
    expect(valueOf(driveForReliability(of)).isZero()).toBe(true)
    expect(valueOf(reliableAttempt(of)).isZero()).toBe(true)
  })

  test('costs less per attempt than per net step', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        const of = { temperature, errorProbability }
        const [attempt, step] = [valueOf(reliableAttempt(of)), valueOf(driveForReliability(of))]
        // From ε of 1e-35 on, the two differ by less than 34 digits can show.
        expect(errorProbability < 1e-32 ? attempt.lte(step) : attempt.lt(step)).toBe(true)
      })
    )
  })

  test('per attempt attains the speed limit at 𝒲 = 1 − 2ε and 𝒩 = 1', () => {
    fc.assert(
      fc.property(temperatures, errors, (temperature, errorProbability) => {
        // 1 − 2ε is below 1, which is where the speed limit ends, if ε shows in 34 digits.
        fc.pre(errorProbability > 1e-17)
        const transport = one(decimal(1).minus(decimal(2).times(errorProbability)))
        const limit = valueOf(speedLimit({ temperature, transport, jumps: 1 }))
        const attempt = valueOf(reliableAttempt({ temperature, errorProbability }))
        expect(relativeError(attempt, limit)).toBeLessThan(1e-32)
      })
    )
  })
})

describe('staticWrite', () => {
  const write = fc.record({
    temperature: temperatures,
    f0: rates,
    attempts: logUniform(1e4, 1e12),
    errorProbability: logUniform(1e-30, 0.499)
  })
  const at = ({ temperature, f0, attempts, errorProbability }: Sample, barrier: number): Decimal =>
    valueOf(
      staticWrite({
        temperature,
        barrier: kT(barrier, temperature),
        attemptRate: hertz(f0),
        writeTime: seconds(attempts / f0),
        errorProbability
      })
    )
  type Sample = typeof write extends fc.Arbitrary<infer S> ? S : never

  test('is never below the drive for its reliability, which is all that a low barrier asks', () => {
    fc.assert(
      fc.property(write, logUniform(1e-3, 1e3), (of, barrier) => {
        const { temperature, errorProbability } = of
        const drive = valueOf(driveForReliability({ temperature, errorProbability }))
        expect(at(of, barrier).gte(drive)).toBe(true)
        expect(at(of, 0).eq(drive)).toBe(true)
      })
    )
  })

  test('grows by twice what a high barrier grows', () => {
    fc.assert(
      fc.property(write, logUniform(200, 1e4), logUniform(1e-3, 1e3), (of, barrier, more) => {
        const grown = at(of, barrier + more).minus(at(of, barrier))
        expect(relativeError(grown.div(kT(2, of.temperature).exact), more)).toBeLessThan(1e-8)
      })
    )
  })

  test('over a high barrier leaves the cell as it was with the probability of error', () => {
    fc.assert(
      fc.property(write, logUniform(200, 1e4), (of, barrier) => {
        const { temperature, f0, attempts, errorProbability } = of
        // The tilt takes half of itself off the barrier.
        const lowered = kT(barrier, temperature).exact.minus(at(of, barrier).div(2))
        const rate = lowered.div(kT(1, temperature).exact).neg().exp().times(f0)
        const stays = rate.times(seconds(attempts / f0).exact)
        expect(relativeError(stays, decimal(errorProbability).ln().neg())).toBeLessThan(1e-28)
      })
    )
  })

  test('has no value where the write is too short for its error', () => {
    const { problems } = left(
      staticWrite({
        temperature: room,
        barrier: kT(40, room),
        attemptRate: gigahertz(1),
        writeTime: nanoseconds(2),
        errorProbability: 0.1
      })
    )
    // ln(1/0.1) = 2.303 attempts would do.
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'relation', model: 'staticWrite', expected: '−ln p ≤ f₀ t' })
    expect(problems[0]!.found).toMatch(/^2\.303 > 2\S*$/)
  })
})

test('a probability of failure may be anything between 0 and 1', () => {
  fc.assert(
    fc.property(probabilities, (failureProbability) => {
      const of = { temperature: room, cells: 1e12, attemptRate: gigahertz(1), retentionTime: seconds(1e9) }
      expect(E.isRight(retentionBarrier({ ...of, failureProbability }))).toBe(true)
    })
  )
})

describe('refreshPower', () => {
  const of = { capacitance: femto(farads)(10), voltage: volts(1) }

  test('of 8 Gbit of 10 fF at 1 V, each refreshed in 64 ms, is 0.67 mW', () => {
    const value = right(refreshPower({ ...of, cells: 2 ** 33, refreshTime: milli(seconds)(64) })).value
    expect(value).toBeCloseTo((2 ** 33 * 10e-15) / (2 * 64e-3), 12)
    expect(value).toBeCloseTo(6.71e-4, 6)
  })

  test('over the refresh time is ½CV² for every cell', () => {
    fc.assert(
      fc.property(logUniform(1, 1e18), logUniform(1e-6, 1e3), logUniform(1e-3, 10), (cells, t, V) => {
        const [voltage, refreshTime] = [volts(V), seconds(t)]
        const energy = valueOf(refreshPower({ ...of, cells, voltage, refreshTime })).times(refreshTime.exact)
        const each = of.capacitance.exact.times(voltage.exact).times(voltage.exact).div(2)
        expect(relativeError(energy, each.times(cells))).toBeLessThan(1e-31)
      })
    )
  })
})

test('a capacitor whose thermal noise is that of rounding to b bits holds 6kT 4ᵇ', () => {
  fc.assert(
    fc.property(temperatures, fc.integer({ min: 0, max: 40 }), (temperature, count) => {
      const energy = valueOf(analogCellWrite({ temperature, precision: bits(count) }))
      // At 1 V the rungs are 2⁻ᵇ apart, and rounding to them is off by 2⁻ᵇ/√12 in the mean square.
      const noise = decimal(4).pow(-count).div(12)
      const capacitance = kT(1, temperature).exact.div(noise)
      expect(relativeError(energy, capacitance.div(2))).toBeLessThan(1e-32)
    })
  )
  const eight = right(analogCellWrite({ temperature: room, precision: bits(8) })).value
  expect(eight / kT(1, room).value).toBe(6 * 65536)
})

test('charging through a switch that leaks costs least at one time, and 2CV²√(R_on/R_off) then', () => {
  const resistances = logUniform(1, 1e15)
  fc.assert(
    fc.property(logUniform(1e-18, 1e-6), logUniform(1e-3, 10), resistances, resistances, (c, v, on, off) => {
      const [C, V, onResistance, offResistance] = [farads(c), volts(v), ohms(on), ohms(off)]
      const square = V.exact.times(V.exact)
      // What the switch loses when on, and when off, at a time to charge in.
      const lost = (τ: Decimal): Decimal =>
        onResistance.exact
          .times(C.exact)
          .div(τ)
          .times(C.exact)
          .times(square)
          .plus(square.times(τ).div(offResistance.exact))
      const best = C.exact.times(onResistance.exact.times(offResistance.exact).sqrt())
      const least = valueOf(adiabaticLeakage({ capacitance: C, voltage: V, onResistance, offResistance }))
      expect(relativeError(least, lost(best))).toBeLessThan(1e-31)
      for (const times of ['0.9', '1.1']) expect(lost(best.times(times)).gt(least)).toBe(true)
    })
  )
})
