import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { arrheniusRate } from '../../src/physics/memory'
import * as read from '../../src/physics/read'
import { decimal, type Decimal } from '../../src/units/decimal'
import type { Energy } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import {
  bits,
  farads,
  faradsPerMetre,
  gigahertz,
  joules,
  kelvin,
  kT,
  macsPerConversion,
  metres,
  nanoseconds,
  one,
  volts
} from '../../src/units/si'
import { femto, micro, milli, per } from '../../src/units/unit'
import { relativeError, right } from '../reading/values'
import { logUniform, temperatures } from './arbitrary'

const {
  readInformation,
  samplingEnergy,
  converterEnergy,
  analogMac,
  losslessOutputBits,
  wireEnergy,
  channelEnergy,
  readsBeforeDisturb
} = read

const valueOf = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

const room = kelvin(300)

test.each([
  ['readInformation', 'J/conversion', 'theorem'],
  ['samplingEnergy', 'J/conversion', 'circuit'],
  ['converterEnergy', 'J/conversion', 'circuit'],
  ['analogMac', 'J/mac', 'circuit'],
  ['losslessOutputBits', 'bit', 'model'],
  ['wireEnergy', 'J/bit', 'circuit'],
  ['channelEnergy', 'J/bit', 'circuit'],
  ['readsBeforeDisturb', '', 'model']
] as const)('%s is in "%s" and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = read[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test.each([4, 8, 12, 16])('a converter of %d bits at 300 K has the figure of merit 191.8 dB', (count) => {
  // Schreier's: SNR · bandwidth/power in dB, where a Nyquist converter has two samples per bandwidth.
  const energy = right(converterEnergy({ temperature: room, outputBits: bits(count) })).value
  const signalToNoise = 1.5 * 4 ** count
  expect(10 * Math.log10(signalToNoise / (2 * energy))).toBeCloseTo(191.8, 1)
})

test('the best published converter, at 189.2 dB, is above the limit by a factor below 2', () => {
  const energyAt = (decibels: number): number => (1.5 * 4 ** 10) / (2 * 10 ** (decibels / 10))
  const limit = right(converterEnergy({ temperature: room, outputBits: bits(10) })).value
  expect(energyAt(189.2)).toBeGreaterThan(limit)
  expect(energyAt(189.2)).toBeLessThan(2 * limit)
})

const outputs = fc.oneof(fc.constant(0), logUniform(1e-6, 32)).map(bits)

describe('a conversion', () => {
  test('costs kT ln 2 per bit at least, however it is made', () => {
    fc.assert(
      fc.property(temperatures, outputs, (temperature, outputBits) => {
        const least = valueOf(readInformation({ temperature, outputBits }))
        const nats = outputBits.exact.times(decimal(2).ln())
        expect(relativeError(least, kT(1, temperature).exact.times(nats))).toBeLessThan(1e-32)
        expect(valueOf(converterEnergy({ temperature, outputBits })).gt(least)).toBe(true)
      })
    )
  })

  test('costs eight samples at the signal-to-noise ratio of its bits', () => {
    fc.assert(
      fc.property(temperatures, fc.integer({ min: 0, max: 30 }), (temperature, count) => {
        const converter = valueOf(converterEnergy({ temperature, outputBits: bits(count) }))
        const sample = valueOf(
          samplingEnergy({ temperature, signalToNoise: one(decimal(4).pow(count).times(1.5)) })
        )
        expect(relativeError(converter, sample.times(8))).toBeLessThan(1e-32)
      })
    )
  })

  test('costs four times as much for one bit more', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1, 32), (temperature, count) => {
        const energy = (outputBits: Decimal): Decimal =>
          valueOf(converterEnergy({ temperature, outputBits: bits(outputBits) }))
        const fourfold = energy(decimal(count)).times(4)
        expect(relativeError(energy(decimal(count).plus(1)), fourfold)).toBeLessThan(1e-32)
      })
    )
  })

  test('is shared by the rows that it sums', () => {
    fc.assert(
      fc.property(temperatures, outputs, logUniform(1, 1e6), (temperature, outputBits, rows) => {
        const mac = valueOf(analogMac({ temperature, outputBits, rows: macsPerConversion(rows) }))
        const converter = valueOf(converterEnergy({ temperature, outputBits }))
        expect(relativeError(mac.times(rows), converter)).toBeLessThan(1e-32)
      })
    )
  })
})

test('eight-bit inputs and weights on 256 rows need 24 bits', () => {
  const of = { inputBits: bits(8), weightBits: bits(8), rows: macsPerConversion(256) }
  expect(valueOf(losslessOutputBits(of)).eq(24)).toBe(true)
})

test('the lossless bits hold the largest sum of products, and one bit less does not', () => {
  const widths = fc.integer({ min: 2, max: 32 })
  fc.assert(
    fc.property(widths, widths, fc.integer({ min: 1, max: 1e6 }), (x, w, R) => {
      const count = valueOf(
        losslessOutputBits({ inputBits: bits(x), weightBits: bits(w), rows: macsPerConversion(R) })
      )
      const largest = decimal((2 ** x - 1).toString())
        .times((2 ** w - 1).toString())
        .times(R)
      const held = count.times(decimal(2).ln()).exp()
      expect(held.gt(largest)).toBe(true)
      expect(held.div(2).lt(largest)).toBe(true)
    })
  )
})

test('a millimetre of wire at 0.2 fF/µm and 1 V costs 0.1 pJ/bit', () => {
  const of = { length: milli(metres)(1), voltage: volts(1) }
  const capacitancePerLength = per(femto(farads), micro(metres))('0.2')
  expect(valueOf(wireEnergy({ ...of, capacitancePerLength })).eq('1e-13')).toBe(true)
  expect(capacitancePerLength.exact.eq(faradsPerMetre('2e-10').exact)).toBe(true)
})

describe('channelEnergy', () => {
  const at = (spectralEfficiency: number): Decimal =>
    valueOf(channelEnergy({ temperature: room, spectralEfficiency }))

  test('of one bit per use is kT, and of two 1.5 kT', () => {
    expect([at(1), at(2)].map((energy) => relativeError(energy, kT(1, room).exact))).toEqual([
      expect.closeTo(0, 30),
      expect.closeTo(0.5, 12)
    ])
  })

  test('is Shannon’s: a signal-to-noise ratio of 2ˢ − 1 carries s bits, s = log₂(1 + E s/kT)', () => {
    fc.assert(
      fc.property(temperatures, logUniform(1e-6, 60), (temperature, s) => {
        const energy = valueOf(channelEnergy({ temperature, spectralEfficiency: s }))
        const signal = energy.times(s).div(kT(1, temperature).exact)
        expect(relativeError(signal.plus(1).ln(), decimal(2).ln().times(s))).toBeLessThan(1e-27)
      })
    )
  })

  test('falls to kT ln 2 where there is time enough, and is never less', () => {
    const least = kT(1, room).exact.times(decimal(2).ln())
    expect(relativeError(at(1e-20), least)).toBeLessThan(1e-19)
    fc.assert(
      fc.property(logUniform(1e-9, 900), logUniform(1.001, 2), (s, more) => {
        expect(at(s).gt(least) && at(s * more).gt(at(s))).toBe(true)
      })
    )
  })
})

describe('readsBeforeDisturb', () => {
  const of = {
    temperature: room,
    barrier: kT(40, room),
    attemptRate: gigahertz(1),
    readTime: nanoseconds(10)
  }

  test('without a drive counts read times to a hop over the barrier', () => {
    const reads = valueOf(
      readsBeforeDisturb({ ...of, readDrive: joules(0), drivePosition: 0.5, tolerance: 0.001 })
    )
    const { temperature, barrier, attemptRate } = of
    const rate = valueOf(arrheniusRate({ temperature, barrier, attemptRate }))
    expect(relativeError(reads.times(rate).times(1e-8), 0.001)).toBeLessThan(1e-30)
  })

  test('falls as the drive grows, by the share of it that lowers the barrier', () => {
    fc.assert(
      fc.property(logUniform(1e-3, 30), logUniform(1e-6, 1), (drive, θ) => {
        const reads = (readDrive: Quantity<Energy>): Decimal =>
          valueOf(readsBeforeDisturb({ ...of, readDrive, drivePosition: θ, tolerance: 0.001 }))
        const ratio = reads(joules(0)).div(reads(kT(drive, room)))
        const tilt = kT(drive, room).exact.times(θ).div(kT(1, room).exact)
        expect(ratio.gt(1)).toBe(true)
        expect(relativeError(ratio, tilt.exp())).toBeLessThan(1e-30)
      })
    )
  })
})
