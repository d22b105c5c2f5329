/**
 * Choices of a design: where one way of building overtakes another, from what each is stated to take.
 */
import { constant, expm1, ln, ln2, max, number, pow, sqrt, two, unity, zero } from '../formula/expression'
import { inputOf } from '../formula/model'
import { Exact } from '../units/decimal'
import { lazily } from '../units/remembered'
import {
  bits,
  conversions,
  joules,
  joulesPerBit,
  joulesPerMac,
  joulesPerUpdate,
  macs,
  macsPerConversion,
  macsPerUpdate,
  one,
  updates
} from '../units/si'
import { kT, outputBits, precision, rows, temperature } from './inputs'
import { elementaryModel } from './model'
import { converterEnergy } from './read'
import * as from from './sources'

const macEnergy = inputOf('e', joulesPerMac, '(0, ∞)', 'what a product takes without its conversion')

const stated = 'empirical'

/**
 * (W − b E_b)/(b E_b/s − e): the reads per write at which two memories take the same.
 *
 * A memory that computes where it stores takes e for a read and W for a write. One that is fetched from
 * takes b E_b for a write, and for a read the share of s macs that one operand serves.
 *
 * @example
 * import { bits, breakEvenReads, femto, joulesPerBit, joulesPerMac, joulesPerUpdate, nano, pico } from 'limen'
 * const memory = { readEnergy: femto(joulesPerMac)(50), writeEnergy: nano(joulesPerUpdate)(1) }
 * const fetched = { movementEnergy: pico(joulesPerBit)(3.9), precision: bits(8), reuse: 128 }
 * breakEvenReads({ ...memory, ...fetched }) // right(5000 mac/update)
 *
 * @since 0.8.0
 */
export const breakEvenReads = elementaryModel({
  name: 'breakEvenReads',
  symbol: 'n_M',
  summary: 'Reads per write at which computing in memory and fetching from it take the same',
  inputs: {
    readEnergy: inputOf(
      'e',
      joulesPerMac,
      '(0, ∞)',
      'what a product in memory takes, its conversion included'
    ),
    writeEnergy: inputOf('W', joulesPerUpdate, '(0, ∞)', 'what writing a parameter of that memory takes'),
    precision: inputOf('b', bits, '(0, ∞)', 'bits of a parameter'),
    movementEnergy: inputOf('E_b', joulesPerBit, '(0, ∞)', 'what fetching or storing a bit takes instead'),
    reuse: inputOf('s', one, '[1, ∞)', 'macs served by one operand that is fetched')
  },
  unit: macsPerUpdate,
  formula: ({ readEnergy: e, writeEnergy: W, precision: b, movementEnergy: Eb, reuse: s }) => {
    const moved = b.times(Eb)
    return W.minus(moved.per(updates)).over(moved.over(s).per(macs).minus(e))
  },
  requires: (_, reads) => [zero.atMost(reads.per(macsPerUpdate))],
  tier: stated,
  constraint:
    'reads and writes take what is stated of them; fetching takes the same for each bit, and its reuse does not grow with the batch',
  sources: [from.derivedHere('breakEvenReads')]
})

/**
 * 12 kT 4^N/e: the rows below which conversion takes more than the products that it sums.
 *
 * @example
 * import { balancedRows, bits, femto, joulesPerMac, kelvin } from 'limen'
 * const column = { outputBits: bits(8), macEnergy: femto(joulesPerMac)(1) }
 * balancedRows({ temperature: kelvin(300), ...column }) // right(3.257 mac/conversion)
 *
 * @since 0.8.0
 */
export const balancedRows = elementaryModel({
  name: 'balancedRows',
  symbol: 'R_e',
  summary: 'Rows of a column at which conversion takes as much as the products that it sums',
  inputs: { temperature, outputBits, macEnergy },
  unit: macsPerConversion,
  formula: ({ temperature: T, outputBits: N, macEnergy: e }) =>
    converterEnergy.of({ temperature: T, outputBits: N }).over(e),
  constraint:
    'a converter limited by thermal noise, whose bits do not grow with the rows; any other dominates up to more rows',
  sources: [from.derivedHere('balancedRows')]
})

/**
 * ½ log₂[eR/(12 kT)]: the bits above which conversion takes more than the products that it sums.
 *
 * @example
 * import { balancedBits, femto, joulesPerMac, kelvin, macsPerConversion } from 'limen'
 * const column = { rows: macsPerConversion(256), macEnergy: femto(joulesPerMac)(1) }
 * balancedBits({ temperature: kelvin(300), ...column }) // right(11.15 bit)
 *
 * @since 0.8.0
 */
export const balancedBits = elementaryModel({
  name: 'balancedBits',
  symbol: 'N_e',
  summary: 'Bits of a converter at which conversion takes as much as the products that it sums',
  inputs: { temperature, rows, macEnergy },
  unit: bits,
  formula: ({ temperature: T, rows: R, macEnergy: e }) =>
    ln(
      e
        .times(R)
        .of(conversions)
        .over(number(12).times(kT(T)))
    )
      .over(two.times(ln2))
      .of(bits),
  requires: (_, N) => [zero.atMost(N.per(bits))],
  // The limit of converters is a bound on energies: of the bits it makes the most that there may be, no least.
  tier: 'model',
  constraint: 'a converter limited by thermal noise; any other dominates from fewer bits on',
  sources: [from.vittoz1990, from.murmannSurvey, from.derivedHere('balancedBits')]
})

const noisyWrite = {
  writeEnergy: inputOf('W', joulesPerUpdate, '(0, ∞)', 'what one write of a cell takes'),
  precision,
  writeNoise: inputOf(
    'σ',
    one,
    '(0, ∞)',
    'standard deviation of what a write leaves, as a share of the range'
  )
} as const

/**
 * W max(1, 12 σ² 4^b): writing b bits without looking.
 *
 * What a write leaves is off by σ; quantising to b bits is off by 2^(−b)/√12. Where the noise is more, the
 * mean of so many cells brings it down to that.
 *
 * @example
 * import { bits, blindWrite, joulesPerUpdate, pico } from 'limen'
 * const cell = { writeEnergy: pico(joulesPerUpdate)(1), writeNoise: 0.01 }
 * blindWrite({ ...cell, precision: bits(8) }) // right(78.64 pJ/update)
 *
 * @since 0.8.0
 */
export const blindWrite = elementaryModel({
  name: 'blindWrite',
  symbol: 'W_σ',
  summary:
    'Energy of writing a parameter to a precision without looking, as the mean of cells where it must be',
  inputs: noisyWrite,
  unit: joulesPerUpdate,
  formula: ({ writeEnergy: W, precision: b, writeNoise: σ }) =>
    W.times(
      max(
        unity,
        number(12)
          .times(σ.squared())
          .times(pow(number(4), b.per(bits)))
      )
    ),
  tier: stated,
  constraint:
    'writes take what is stated, and their noise is independent from cell to cell; cells are counted as a real number, and what reading more of them takes is left out',
  sources: [from.derivedHere('blindWrite')],
  processes: ['update']
})

/** More digits than any reading computes with. */
const π = lazily(() => constant(String(new (Exact.clone({ precision: 980 }))(-1).acos()), one, 'π'))

/**
 * (W + V)/√(1 − e^(−1/(2π σ² 4^b))): writing, looking, and writing again until it is right to b bits.
 *
 * A write is within half a step of b bits with a probability that is at most that root (Pólya 1949), and
 * at least 0.9929 of it.
 *
 * @example
 * import { bits, joulesPerUpdate, pico, verifiedWrite } from 'limen'
 * const cell = { writeEnergy: pico(joulesPerUpdate)(1), writeNoise: 0.01 }
 * verifiedWrite({ ...cell, precision: bits(8), verifyEnergy: pico(joulesPerUpdate)(1) }) // right(12.91 pJ/update)
 *
 * @since 0.8.0
 */
export const verifiedWrite = elementaryModel({
  name: 'verifiedWrite',
  symbol: 'W_V',
  summary: 'Mean energy of writing a parameter to a precision, again until a look finds it right',
  inputs: {
    ...noisyWrite,
    verifyEnergy: inputOf('V', joulesPerUpdate, '[0, ∞)', 'what looking at a cell after a write takes')
  },
  unit: joulesPerUpdate,
  formula: ({ writeEnergy: W, precision: b, writeNoise: σ, verifyEnergy: V }) => {
    const steps = σ.squared().times(pow(number(4), b.per(bits)))
    return W.plus(V).over(sqrt(expm1(unity.over(two.times(π()).times(steps)).negated()).negated()))
  },
  tier: stated,
  constraint:
    'each write begins afresh, with Gaussian noise; a look has none of its own; at most 0.71 % below the exact mean',
  sources: [from.polya1949, from.alibart2012, from.derivedHere('verifiedWrite')],
  processes: ['update']
})

const neuronEnergyOf = (symbol: string, description: string) => inputOf(symbol, joules, '[0, ∞)', description)

/**
 * [e + (E_a − E_n)/F]/(E_s + E_p/F): the spikes per synapse at which two networks take the same.
 *
 * For each synapse and inference one network takes a mac, and a share of moving the activation of a neuron
 * to its F synapses. The other takes an event for each spike, a share of moving that spike, and a share of
 * keeping the neuron up to date, whether it spikes or not.
 *
 * @example
 * import { breakEvenSpikes, femto, joules, joulesPerMac, pico } from 'limen'
 * const dense = { macEnergy: femto(joulesPerMac)(230), activationEnergy: pico(joules)(10) }
 * const spiking = { eventEnergy: femto(joules)(100), spikeEnergy: pico(joules)(10), neuronEnergy: pico(joules)(5) }
 * breakEvenSpikes({ ...dense, ...spiking, synapsesPerNeuron: 1000 }) // right(2.136)
 *
 * @since 0.8.0
 */
export const breakEvenSpikes = elementaryModel({
  name: 'breakEvenSpikes',
  symbol: 'n_S',
  summary: 'Spikes per synapse and inference at which a spiking network takes as much as one of macs',
  inputs: {
    macEnergy: inputOf('e', joulesPerMac, '(0, ∞)', 'what a mac takes, its weight fetched'),
    activationEnergy: neuronEnergyOf('E_a', 'what moving an activation to all of its synapses takes'),
    eventEnergy: inputOf('E_s', joules, '(0, ∞)', 'what a synapse takes for a spike, its weight fetched'),
    spikeEnergy: neuronEnergyOf('E_p', 'what moving a spike to all of its synapses takes'),
    neuronEnergy: neuronEnergyOf('E_n', 'what a neuron takes in an inference, whether it spikes or not'),
    synapsesPerNeuron: inputOf('F', one, '[1, ∞)', 'synapses for each neuron')
  },
  unit: one,
  formula: ({
    macEnergy: e,
    activationEnergy: Ea,
    eventEnergy: Es,
    spikeEnergy: Ep,
    neuronEnergy: En,
    synapsesPerNeuron: F
  }) =>
    e
      .of(macs)
      .plus(Ea.minus(En).over(F))
      .over(Es.plus(Ep.over(F))),
  requires: (_, spikes) => [zero.atMost(spikes)],
  tier: stated,
  constraint:
    'both networks have the same synapses and solve the task as well; macs, events and traffic take what is stated of them',
  sources: [from.davidsonFurber2021, from.derivedHere('breakEvenSpikes')]
})
