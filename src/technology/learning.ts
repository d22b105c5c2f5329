/**
 * What learning took on hardware that learns: an operation of it, one sample, or a whole run.
 *
 * Networks, tasks and what was metered differ from row to row: the figures are no ranking.
 */
import type { Energy } from '../units/dimension'
import { joules } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'
import { anpI } from './sources'

const sources = {
  ambrogio: dated('Ambrogio et al., Nature 558, 60 (2018)', 2018, '10.1038/s41586-018-0180-5'),
  anpI,
  park: dated('Park, Lee & Jeon, ISSCC (2019)', 2019, '10.1109/ISSCC.2019.8662398'),
  renner: dated('Renner et al., Nat. Commun. 15, 9691 (2024)', 2024, '10.1038/s41467-024-53827-9'),
  shrestha: dated('Shrestha et al., DAC (2021); arXiv:2105.03649', 2021, '10.1109/DAC18074.2021.9586323'),
  rostami: dated('Rostami et al., Front. Neurosci. 16 (2022)', 2022, '10.3389/fnins.2022.1018006'),
  bennett: dated('Bennett et al., arXiv:2003.02357 (2020)', 2020, 'https://arxiv.org/abs/2003.02357')
} as const

/** A row names its kind before the colon. */
const table = `
operation: training in phase-change memory with capacitors|3.563e-14||derived|ambrogio|one over the 28065 Gop/s/W that the authors calculate: no such chip was metered
sample: ANP-I (28 nm), gesture, keyword or image|1e-7||specified|anpI|an upper bound, of the learning alone, at 0.56 V and 40 MHz
sample: spiking chip with direct feedback (65 nm), image of a digit|2.542e-7||derived|park|the 236.5 nJ of a classification, and the 7.5 % that learning adds
sample: Loihi (14 nm), backpropagation in a network of 400-400-10|6e-4||secondary|renner|as another work quotes the paper
sample: Loihi (14 nm), feedback alignment on an image of CIFAR-10|8.4e-3||secondary|shrestha|as another work quotes the paper; the convolutions were trained elsewhere
run: SpiNNaker 2 prototype, e-prop on spoken commands|5.47e4||secondary|rostami|an estimate of the paper, as another work quotes it
run: synapses of domain-wall tunnel junctions|2e-5||simulated|bennett|an upper bound of a whole learning, from simulation
`

/**
 * Energies of learning on hardware that learns; the kind of each stands before the colon.
 *
 * @example
 * import { learningEnergies } from 'limen/hardware'
 * learningEnergies().find(({ what }) => what.startsWith('sample: ANP-I'))?.value // 100.0 nJ
 *
 * @since 0.8.0
 */
export const learningEnergies = (): readonly Fact<Energy>[] => factsIn(joules, sources, table)
