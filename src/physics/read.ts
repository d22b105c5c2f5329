/**
 * Reading a memory: what a conversion of an analogue sum must cost, and what wires add.
 */
import { exp, half, ln, ln2, number, phi1, pow } from '../formula/expression'
import { inputOf } from '../formula/model'
import {
  bits,
  conversions,
  faradsPerMetre,
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerMac,
  macsPerConversion,
  metres,
  one,
  seconds,
  volts
} from '../units/si'
import { attemptRate, barrier, kT, outputBits, rows, signalToNoise, temperature } from './inputs'
import { elementaryModel, model } from './model'
import * as from from './sources'

/**
 * kT ln 2 · outputBits: measure, then reset the register blindly.
 *
 * @example
 * import { bits, kelvin, readInformation } from 'limen'
 * readInformation({ temperature: kelvin(300), outputBits: bits(8) }) // right(22.97 zJ/conversion)
 *
 * @since 0.1.0
 */
export const readInformation = elementaryModel({
  name: 'readInformation',
  symbol: 'E_i',
  summary: 'Heat of one conversion that writes its result into a register that is reset',
  inputs: { temperature, outputBits },
  unit: joulesPerConversion,
  formula: ({ temperature: T, outputBits: N }) => kT(T).times(N.per(bits)).times(ln2).per(conversions),
  tier: 'theorem',
  constraint: 'outcomes are uniform, and the register that holds them is reset blindly',
  sources: [from.sagawaUeda2009],
  processes: ['read/erasure']
})

/**
 * kT · SNR: a sampled and dumped voltage whose noise is kT/C.
 *
 * @example
 * import { kelvin, samplingEnergy } from 'limen'
 * // 60 dB.
 * samplingEnergy({ temperature: kelvin(300), signalToNoise: 1e6 }) // right(4.142 fJ/conversion)
 *
 * @since 0.1.0
 */
export const samplingEnergy = elementaryModel({
  name: 'samplingEnergy',
  symbol: 'E_s',
  summary: 'Energy of one sample of a voltage on a capacitor that is charged and dumped',
  inputs: { temperature, signalToNoise },
  unit: joulesPerConversion,
  formula: ({ temperature: T, signalToNoise: SNR }) => kT(T).times(SNR).per(conversions),
  tier: 'circuit',
  constraint: 'kT/C noise on a capacitor that is charged and dumped for each sample',
  sources: [from.vittoz1990, from.murmann2021],
  processes: ['read']
})

/**
 * 8kT · SNR with SNR = 3/2 · 4^N: a Nyquist-rate converter of N bits.
 *
 * As a figure of merit it is 191.8 dB at 300 K; the best published converter has 189.2 dB (2025).
 *
 * @example
 * import { bits, converterEnergy, kelvin } from 'limen'
 * converterEnergy({ temperature: kelvin(300), outputBits: bits(8) }) // right(3.257 fJ/conversion)
 *
 * @since 0.1.0
 */
export const converterEnergy = elementaryModel({
  name: 'converterEnergy',
  symbol: 'E_c',
  summary: 'Energy of one conversion by an analogue-to-digital converter limited by thermal noise',
  inputs: { temperature, outputBits },
  unit: joulesPerConversion,
  formula: ({ temperature: T, outputBits: N }) =>
    number(8)
      .times(kT(T))
      .times(number(1.5).times(pow(number(4), N.per(bits))))
      .per(conversions),
  tier: 'circuit',
  constraint: 'a class-B analogue circuit limited by thermal noise, quantisation noise at N bits',
  sources: [from.vittoz1990, from.murmannSurvey],
  processes: ['read']
})

/**
 * converterEnergy/R: a conversion shared by the R products that it sums.
 *
 * @example
 * import { analogMac, bits, kelvin, macsPerConversion } from 'limen'
 * const readout = { outputBits: bits(8), rows: macsPerConversion(256) }
 * analogMac({ temperature: kelvin(300), ...readout }) // right(12.72 aJ/mac)
 *
 * @since 0.1.0
 */
export const analogMac = elementaryModel({
  name: 'analogMac',
  symbol: 'E_m',
  summary: 'Energy of one product of an analogue sum that a converter reads',
  inputs: { temperature, outputBits, rows },
  unit: joulesPerMac,
  formula: ({ temperature: T, outputBits: N, rows: R }) =>
    converterEnergy.of({ temperature: T, outputBits: N }).over(R),
  constraint: 'one conversion for R products; the products themselves cost nothing',
  sources: [from.murmann2021],
  processes: ['read']
})

/**
 * inputBits + weightBits + log₂ R: what a sum of products needs to lose nothing.
 *
 * A product of integers below 2^N_x and 2^N_w is below 2^(N_x + N_w), and a sum of R such below R times that.
 *
 * @example
 * import { bits, losslessOutputBits, macsPerConversion } from 'limen'
 * const operands = { inputBits: bits(8), weightBits: bits(8) }
 * losslessOutputBits({ ...operands, rows: macsPerConversion(256) }) // right(24.00 bit)
 *
 * @since 0.1.0
 */
export const losslessOutputBits = elementaryModel({
  name: 'losslessOutputBits',
  symbol: 'N_0',
  summary: 'Bits that hold a sum of products without loss',
  inputs: {
    inputBits: inputOf('N_x', bits, '[0, ∞)', 'bits of an input'),
    weightBits: inputOf('N_w', bits, '[0, ∞)', 'bits of a weight'),
    rows
  },
  unit: bits,
  formula: ({ inputBits: x, weightBits: w, rows: R }) =>
    x.plus(w).plus(ln(R.per(macsPerConversion)).over(ln2).of(bits)),
  tier: 'model',
  constraint: 'fixed-point inputs and weights, no information about their values',
  sources: [from.derivedHere('losslessOutputBits')]
})

/**
 * ½ c l V²: charging a wire by one bit.
 *
 * Each time that the wire is charged or discharged abruptly, ½ c l V² becomes heat.
 *
 * @example
 * import { faradsPerMetre, metres, milli, volts, wireEnergy } from 'limen'
 * // A millimetre of wire of 0.2 fF/µm.
 * const wire = { capacitancePerLength: faradsPerMetre(2e-10), length: milli(metres)(1) }
 * wireEnergy({ ...wire, voltage: volts(1) }) // right(100.0 fJ/bit)
 *
 * @since 0.1.0
 */
export const wireEnergy = elementaryModel({
  name: 'wireEnergy',
  symbol: 'E_w',
  summary: 'Energy of sending one bit along a wire by charging it abruptly',
  inputs: {
    capacitancePerLength: inputOf('c', faradsPerMetre, '(0, ∞)', 'capacitance of the wire per length'),
    length: inputOf('l', metres, '(0, ∞)', 'length of the wire'),
    voltage: inputOf('V', volts, '(0, ∞)', 'voltage swing')
  },
  unit: joulesPerBit,
  formula: ({ capacitancePerLength: c, length: l, voltage: V }) =>
    half.times(c).times(l).times(V.squared()).per(bits),
  tier: 'circuit',
  constraint: 'the wire is charged abruptly, and its energy is not recovered',
  sources: [from.derivedHere('wireEnergy')],
  processes: ['move']
})

/**
 * kT (2^s − 1)/s: the energy of a bit received over a channel of s bit per use, kT ln 2 as s → 0.
 *
 * A use of a pair of real dimensions with thermal noise kT and energy E tells log₂(1 + E/kT) bit.
 *
 * @example
 * import { channelEnergy, kelvin } from 'limen'
 * channelEnergy({ temperature: kelvin(300), spectralEfficiency: 1 }) // right(4.142 zJ/bit)
 *
 * @since 0.5.0
 */
export const channelEnergy = model({
  name: 'channelEnergy',
  symbol: 'E_ch',
  summary: 'Energy received for one bit over a channel with thermal noise',
  inputs: {
    temperature,
    spectralEfficiency: inputOf('s', one, '(0, ∞)', 'bits of one use of a real pair of dimensions')
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, spectralEfficiency: s }) =>
    kT(T)
      .times(ln2)
      .times(phi1(s.times(ln2)))
      .per(bits),
  tier: 'circuit',
  constraint: 'a matched channel with thermal noise; the energy received is not recovered',
  sources: [from.shannon1949],
  processes: ['move']
})

/**
 * p/(f₀ t e^(−(B−θδ)/kT)): reads before a cell is disturbed with probability p.
 *
 * One read disturbs the cell with the probability f₀ t e^(−(B−θδ)/kT), where that is small, and n reads with
 * n times that.
 *
 * @example
 * import { gigahertz, kelvin, kT, nanoseconds, readsBeforeDisturb } from 'limen'
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1) }
 * const read = { readDrive: kT(10, temperature), drivePosition: 0.5, readTime: nanoseconds(10) }
 * readsBeforeDisturb({ temperature, ...cell, ...read, tolerance: 1e-9 }) // right(7.695e13)
 *
 * @since 0.1.0
 */
export const readsBeforeDisturb = elementaryModel({
  name: 'readsBeforeDisturb',
  symbol: 'n_r',
  summary: 'Number of reads after which a cell has been disturbed with a given probability',
  inputs: {
    temperature,
    barrier,
    readDrive: inputOf('δ', joules, '[0, ∞)', 'tilt applied by a read'),
    drivePosition: inputOf('θ', one, '[0, 1]', 'share of the tilt that lowers the barrier'),
    attemptRate,
    readTime: inputOf('t', seconds, '(0, ∞)', 'time of one read'),
    tolerance: inputOf('p', one, '(0, 1)', 'probability of a disturbance that is tolerated')
  },
  unit: one,
  formula: ({
    temperature: T,
    barrier: B,
    readDrive: δ,
    drivePosition: θ,
    attemptRate: f0,
    readTime: t,
    tolerance: p
  }) => p.over(f0.times(t).times(exp(B.minus(δ.times(θ)).over(kT(T)).negated()))),
  tier: 'model',
  constraint: 'thermally activated hopping over a barrier that the read lowers',
  sources: [from.arrhenius1889, from.derivedHere('readsBeforeDisturb')]
})
