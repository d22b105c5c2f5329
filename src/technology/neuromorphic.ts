/**
 * What an event takes on neuromorphic chips.
 *
 * The figures of Loihi are simulations before there was silicon; that of TrueNorth has all its power in
 * it, static and otherwise.
 */
import type { Energy } from '../units/dimension'
import { joules } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'
import { anpI, davies } from './sources'

const sources = {
  merolla: dated('Merolla et al., Science 345, 668 (2014)', 2014, '10.1126/science.1254642'),
  davies,
  hoeppner: dated('Höppner et al., arXiv:1903.08941 (2019)', 2019, 'https://arxiv.org/abs/1903.08941'),
  frenkel: dated(
    'Frenkel et al., IEEE Trans. Biomed. Circuits Syst. 13(1), 145 (2019)',
    2019,
    '10.1109/TBCAS.2018.2880425'
  ),
  darwin: dated('Darwin3, Natl. Sci. Rev. 11(5), nwae102 (2024)', 2024, '10.1093/nsr/nwae102'),
  chen: dated('Chen et al., IEEE J. Solid-State Circuits (2019)', 2019, '10.1109/JSSC.2018.2884901'),
  reckon: dated(
    'Frenkel & Indiveri, ISSCC (2022), as the authors publish its design',
    2022,
    'https://github.com/ChFrenkel/ReckOn'
  ),
  anpI,
  seneca: dated('Tang et al., Front. Neurosci. 17, 1187252 (2023)', 2023, '10.3389/fnins.2023.1187252')
} as const

const simulated = 'pre-silicon simulation'

const table = `
TrueNorth (28 nm), synaptic event|2.6e-11||measured|merolla|all of the power over the events, static power too: 20 Hz, 128 synapses, 0.775 V
TrueNorth (28 nm), hop of a spike|2.3e-12||measured|merolla|
Loihi (14 nm), synaptic operation of a spike|2.36e-11||simulated|davies|${simulated}; the least
Loihi (14 nm), synaptic update by pairwise STDP|1.2e-10||simulated|davies|${simulated}
Loihi (14 nm), update of an active neuron|8.1e-11||simulated|davies|${simulated}
Loihi (14 nm), update of an inactive neuron|5.2e-11||simulated|davies|${simulated}
Loihi (14 nm), spike within a tile|1.7e-12||simulated|davies|${simulated}
SpiNNaker (130 nm), synaptic event|1.33e-8||secondary|hoeppner|attributed to this paper
SpiNNaker 2 prototype (28 nm), synaptic event|4.5e-10||secondary|hoeppner|attributed to this paper; a test chip
SpiNNaker 2 prototype (28 nm), update of a neuron|2.19e-9||secondary|hoeppner|attributed to this paper; a test chip
ODIN (28 nm), synaptic operation|1.27e-11||measured|frenkel|
Darwin3 (22 nm), synaptic operation|5.47e-12||measured|darwin|incremental mean at 0.8 V: static power is left out
Intel chip of 4096 neurons (10 nm), synaptic operation|3.8e-12||measured|chen|the least, at 525 mV; the chip learns by STDP
ReckOn (28 nm), synaptic operation|5.3e-12||measured|reckon|at 0.5 V; the chip learns by e-prop
ANP-I (28 nm), synaptic operation|1.5e-12||measured|anpI|the chip learns
SENeCA (22 nm), synaptic operation|2.8e-12||simulated|seneca|about so much, of a core as synthesised
`

/**
 * Energies of one event.
 *
 * @example
 * import { neuromorphicEnergies } from 'limen/hardware'
 * neuromorphicEnergies().find(({ what }) => what.startsWith('ODIN'))?.value // 12.70 pJ
 *
 * @since 0.3.0
 */
export const neuromorphicEnergies = (): readonly Fact<Energy>[] => factsIn(joules, sources, table)
