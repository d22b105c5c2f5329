/** Below how many spikes per synapse a spiking network takes less. */
import * as E from 'fp-ts/lib/Either.js'
import { breakEvenSpikes } from '../physics/choices'
import { model } from '../physics/model'
import { joules, macs } from '../units/si'
import { figureOf, question, valueOf } from './answer'

const { macEnergy, activationEnergy, eventEnergy, spikeEnergy, neuronEnergy, synapsesPerNeuron } =
  breakEvenSpikes.inputs
const { tier, constraint, sources } = breakEvenSpikes

const spikelessSaving = model({
  ...{ tier, constraint, sources },
  name: 'spikelessSaving',
  symbol: 'Δe',
  summary: 'What a synapse of a spiking network saves in an inference without a spike',
  inputs: { macEnergy, activationEnergy, neuronEnergy, synapsesPerNeuron },
  unit: joules,
  formula: ({ macEnergy: e, activationEnergy: Ea, neuronEnergy: En, synapsesPerNeuron: F }) =>
    e.of(macs).plus(Ea.minus(En).over(F))
})

const synapticSpike = model({
  ...{ tier, constraint, sources },
  name: 'synapticSpike',
  symbol: 'E_1',
  summary: 'What a spike takes at one synapse, its share of the traffic included',
  inputs: { eventEnergy, spikeEnergy, synapsesPerNeuron },
  unit: joules,
  formula: ({ eventEnergy: Es, spikeEnergy: Ep, synapsesPerNeuron: F }) => Es.plus(Ep.over(F))
})

/**
 * Below how many spikes per synapse and inference a spiking network takes less than one of macs, the traffic
 * of both included.
 *
 * @example
 * import { femto, joules, joulesPerMac, pico } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const dense = { macEnergy: femto(joulesPerMac)(230), activationEnergy: pico(joules)(10) }
 * const spiking = { eventEnergy: femto(joules)(100), spikeEnergy: pico(joules)(10), neuronEnergy: pico(joules)(5) }
 * const found = pipe(
 *   ask.spikes({ ...dense, ...spiking, synapsesPerNeuron: 1000 }),
 *   E.map(({ verdict, figures }) => `${verdict} ${figures[0]?.value}`)
 * )
 * found // right('below 2.136')
 *
 * @since 0.8.0
 */
export const spikes = question({
  question: 'spikes',
  models: { spikelessSaving, synapticSpike },
  examples: {
    macEnergy: '230 fJ/mac',
    activationEnergy: '10 pJ',
    eventEnergy: '100 fJ',
    spikeEnergy: '10 pJ',
    neuronEnergy: '5 pJ',
    synapsesPerNeuron: '1000'
  },
  answer: ({ spikelessSaving: saving, synapticSpike: spike }, given) => {
    const figures = [figureOf(spikelessSaving, saving), figureOf(synapticSpike, spike)]
    if (saving.exact.lte(0)) return E.right({ verdict: 'never', figures })
    return E.map((count: Parameters<typeof figureOf>[1]) => ({
      verdict: 'below' as const,
      figures: [figureOf(breakEvenSpikes, count), ...figures]
    }))(valueOf(breakEvenSpikes, given))
  }
})
