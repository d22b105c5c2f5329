/** A mac of 1 pJ against an event of 2 pJ, with the traffic of 100 synapses: 0.24 spikes. */
import { right } from '../reading/values'
import { close, valueOf } from './answers'
import { spikes } from './every'

const ask = (...given: Parameters<typeof spikes>) => right(spikes(...given))

/** By hand: (1 + (40 − 80)/100)/(2 + 50/100) = 0.6/2.5. */
test('spiking wins below 0.24 spikes for each synapse and inference', () => {
  const answer = ask(80)
  expect(answer.verdict).toBe('below')
  close(valueOf(answer, 'breakEvenSpikes'), 0.24, 1e-14)
})

/** By hand: with one synapse a neuron, (1 + 40)/(2 + 50) = 41/52, where traffic is most of both. */
test('the traffic of both counts', () => {
  close(valueOf(ask(0, 1), 'breakEvenSpikes'), 41 / 52, 1e-14)
})

test.each([140, 200])(
  'where neurons take %d pJ anyway it never wins, and there is no break-even',
  (neuron) => {
    const answer = ask(neuron)
    expect(answer.verdict).toBe('never')
    expect(answer.figures.map(({ name }) => name)).toEqual(['spikelessSaving', 'synapticSpike'])
  }
)
