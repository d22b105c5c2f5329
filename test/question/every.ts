/** An answer to each question, with every verdict that it may have. */
import type { OwnDesign } from '../../src/ledger/design'
import type { Answer } from '../../src/question/answer'
import * as ask from '../../src/question/ask'
import {
  bits,
  gigahertz,
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerMac,
  joulesPerUpdate,
  kelvin,
  macsPerConversion,
  nanoseconds,
  watts,
  years
} from '../../src/units/si'
import { femto, pico } from '../../src/units/unit'
import { right } from '../reading/values'
import { small, smallWith } from './answers'

/** Measured synapses, a specified array, and leakage of which no evidence is said. */
export const chip: OwnDesign = {
  name: 'my chip',
  parts: [
    { name: 'synapses', place: 'update', figure: pico(joulesPerUpdate)(12), evidence: 'measured' },
    { name: 'array', place: 'memory', figure: pico(joulesPerMac)(0.9), evidence: 'specified' },
    { name: 'leakage', place: 'beside', figure: watts(1) }
  ]
}

const leaky: OwnDesign = { name: 'leaky', parts: [{ name: 'leakage', place: 'beside', figure: watts(1) }] }

/** Fetching 4 bits at 1 pJ/bit for ten macs each takes 0.4 pJ for a read, and storing them 4 pJ for a write. */
export const reads = (readEnergy: number, writeEnergy: number) =>
  ask.reads({
    readEnergy: pico(joulesPerMac)(readEnergy),
    writeEnergy: pico(joulesPerUpdate)(writeEnergy),
    precision: bits(4),
    movementEnergy: pico(joulesPerBit)(1),
    reuse: 10
  })

export const conversion = (outputBits: number, rows: number, macEnergy: number, temperature = 77) =>
  ask.conversion({
    temperature: kelvin(temperature),
    outputBits: bits(outputBits),
    rows: macsPerConversion(rows),
    macEnergy: femto(joulesPerMac)(macEnergy)
  })

export const writes = (precision: number, writeNoise: number, write: number, verify: number) =>
  ask.writes({
    precision: bits(precision),
    writeNoise,
    writeEnergy: pico(joulesPerUpdate)(write),
    verifyEnergy: pico(joulesPerUpdate)(verify)
  })

export const spikes = (neuron: number, synapsesPerNeuron = 100) =>
  ask.spikes({
    macEnergy: pico(joulesPerMac)(1),
    activationEnergy: pico(joules)(40),
    eventEnergy: pico(joules)(2),
    spikeEnergy: pico(joules)(50),
    neuronEnergy: pico(joules)(neuron),
    synapsesPerNeuron
  })

export const retention = (cells: number, retentionTime = years(10), failureProbability = 1e-9) =>
  ask.retention({
    temperature: kelvin(300),
    attemptRate: gigahertz(1),
    cells,
    retentionTime,
    failureProbability
  })

export const everyAnswer: readonly Answer[] = [
  right(ask.least(small)),
  right(ask.distance(smallWith(chip), 'my chip')),
  right(ask.distance(small, 'cim')),
  ...[
    [0.02, 200],
    [0.5, 1],
    [0.02, 1],
    [0.5, 200],
    [0.4, 4]
  ].map(([read, write]) => right(reads(read!, write!))),
  right(conversion(6, 64, 2)),
  right(conversion(0, 1, 1e-6)),
  right(
    ask.conversion({
      temperature: kelvin(300),
      ...{ outputBits: bits(8), rows: macsPerConversion(2), macEnergy: femto(joulesPerMac)(40) },
      conversionEnergy: pico(joulesPerConversion)(1.2)
    })
  ),
  right(writes(6, 0.02, 10, 3)),
  right(writes(3, 0.02, 10, 3)),
  right(writes(1, 1, 10, 0)),
  right(spikes(80)),
  right(spikes(200)),
  right(retention(1e6)),
  right(retention(1, nanoseconds(1), 0.9)),
  right(ask.time(smallWith(leaky))),
  right(ask.referee('5 fJ/update, 14 bit, 1 ms, 300 K')),
  right(ask.referee('5 zJ/update, 8 bit, 1 ns')),
  right(ask.referee('5 fJ/bit, 1 ns, 1e-9, 1 GHz')),
  right(ask.referee('1 pJ/conversion')),
  right(ask.input(small, 'cim'))
]
