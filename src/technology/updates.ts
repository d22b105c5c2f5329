/**
 * What changing a learned number takes, by what was inside the meter.
 *
 * A pulse at one device is neither the write that makes sure of it, which of one memory takes 460 times
 * more, nor the chip around it: figures of different kinds are never to be mixed, and each row names its
 * kind.
 */
import type { EnergyPerUpdate } from '../units/dimension'
import { joulesPerUpdate } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'
import { davies, mehta } from './sources'

const sources = {
  mehta,
  davies,
  tang: dated('Tang et al., ISCAS (2023)', 2023, '10.1109/ISCAS46773.2023.10181505'),
  renaudineau: dated('Renaudineau et al., arXiv:2601.09903 (2026)', 2026, 'https://arxiv.org/abs/2601.09903'),
  wang: dated('Wang et al., Adv. Sci. (2022)', 2022, '10.1002/advs.202202222'),
  kuzum: dated('Kuzum et al., Nano Lett. 12, 2179 (2012)', 2012, '10.1021/nl201040y'),
  fuller: dated('Fuller et al., Adv. Mater. 29, 1604310 (2017)', 2017, '10.1002/adma.201604310'),
  onen: dated('Onen et al., Science 377, 539 (2022)', 2022, '10.1126/science.abp8064'),
  burgt: dated('van de Burgt et al., Nat. Mater. (2017)', 2017, '10.1038/nmat4856'),
  melianas: dated('Melianas et al., Sci. Adv. 6, eabb2958 (2020)', 2020, '10.1126/sciadv.abb2958'),
  shrivastava: dated(
    'Shrivastava, Chavan & Ganguly, arXiv:1902.09417 (2019)',
    2019,
    'https://arxiv.org/abs/1902.09417'
  ),
  huo: dated('Huo et al., Nat. Commun. (2026)', 2026, '10.1038/s41467-025-68206-1'),
  schneider: dated('Schneider et al., Sci. Adv. 4, e1701329 (2018)', 2018, '10.1126/sciadv.1701329'),
  picosecond: dated(
    'Learning Dynamics on the Picosecond Timescale in a Superconducting Synapse Structure, arXiv:2504.02754 (2025)',
    2025,
    'https://arxiv.org/abs/2504.02754'
  ),
  z1: dated(
    'Extropic, Thermalizing Stochastic Programs, arXiv:2608.01615 (2026)',
    2026,
    'https://arxiv.org/abs/2608.01615'
  ),
  jelincic: dated('Jelinčič et al., arXiv:2510.23972 (2025)', 2025, 'https://arxiv.org/abs/2510.23972'),
  wu: dated('Wu et al., arXiv:2609.07907 (2026)', 2026, 'https://arxiv.org/abs/2609.07907'),
  ferrotherm: dated(
    'Ferrotherm, its ledger of prices and the logs of the sensor (2026)',
    2026,
    'https://github.com/dcharlot-physicalai-bmi/ferrotherm'
  ),
  aadit: dated('Aadit et al., arXiv:2606.25313 (2026)', 2026, 'https://arxiv.org/abs/2606.25313')
} as const

const quoted = 'as other works quote the paper'
const cold = 'of the device alone, near 4 K, without its cooling'

/** A row names its kind before the colon. */
const synapses = `
analog update: Fowler-Nordheim dynamic analog memory|5e-15||specified|mehta|as low as this, at a precision of at most 14 bit
digital update: Loihi synapse in SRAM, pairwise STDP|1.2e-10||simulated|davies|pre-silicon simulation
digital update: SENeCA, Hebbian|1.55e-11||secondary|tang|${quoted}, which counts the instructions and accesses of the rule
digital update: SENeCA, e-prop|2.29e-11||secondary|tang|${quoted}, which counts the instructions and accesses of the rule
pulse: HfOx/Ti RRAM, reset below 1 V|8.4e-13||secondary|renaudineau|${quoted}; its abstract has 460 times less than a verified write
verified write: HfOx/Ti RRAM|3.87e-10||secondary|renaudineau|${quoted}; every pulse of programming and verifying one device
pulse: PCM on the edge of a graphene nanoribbon|5.37e-14||measured|wang|about so much, of the cell alone; the ribbon is about 3 nm wide
pulse: PCM synapse, set|6.75e-13||secondary|kuzum|${quoted}; of the device alone, while its abstract has picojoules
pulse: PCM synapse, reset|5e-11||secondary|kuzum|${quoted}; of the device alone, while its abstract has picojoules
pulse: Li-ion ECRAM, scaled|1e-17||simulated|fuller|an upper bound, predicted for 200 nm × 200 nm; no such device was measured
pulse: protonic ECRAM, its protons|1.5e-17||secondary|onen|${quoted}; an estimate of the transfer alone, without charging the gate
pulse: protonic ECRAM, its gate|2.5e-15||secondary|onen|${quoted}; charging and discharging the capacitance of the gate
pulse: organic ECRAM (ENODe)|1e-11||specified|burgt|an upper bound, of a device of 10³ µm²
pulse: organic ECRAM with an ion gel|8e-14||specified|melianas|about so much for a write, of the device alone
pulse: charge-trap flash with two diodes|3e-15||simulated|shrivastava|an upper bound, SPICE at 180 nm
pulse: ReS₂ FeFET with light|2e-15||specified|huo|of one event of optical and electrical modulation, of the device alone
pulse: magnetic Josephson junction|3e-18||measured|schneider|the smallest pulse that trained it; ${cold}
learning event: superconducting loop|1e-18||specified|picosecond|an upper bound, of the part that learns; ${cold}
`

const spins = `
Gibbs update: Z1, one p-bit|7.09e-15||secondary|z1|${quoted}; SPICE at 50 MHz: no chip was measured
write: Z1, what couples one p-bit|1.536e-10||secondary|z1|${quoted}; SPICE: no chip was measured
random bit: subthreshold transistors|3.5e-16||secondary|jelincic|${quoted}; about so much at 10 MHz, without what biases and couples it
update: Ising machine of four 28 nm chips|1.2e-12||secondary|wu|${quoted}; with its inputs and outputs, at 140 MHz
flip: FPGA of 1024 p-bits, above idle|1.085e-11||measured|ferrotherm|on the 5 V rail with its regulators, less the same board with an idle fabric
flip: FPGA of 1024 p-bits, its datapath|9.13e-12||measured|ferrotherm|running less halted: without the clock
flip: FPGA of 1024 p-bits, whole board|7.21e-11||derived|ferrotherm|3.6917 W over 5.12e10 flips a second
write: FPGA of 256 p-bits, what couples one|4.407e-8||measured|ferrotherm|with the processor core that writes it
flip: six FPGAs with 10⁶ p-bits|5.9e-11|7.1e-11|secondary|aadit|150 to 180 W at the wall over 2.53e12 flips a second, as another work divides them
`

/**
 * Energies of one update of a synaptic memory; the kind of each stands before the colon. A pulse is
 * that of one device, without the circuits that drive it.
 *
 * @example
 * import { updateEnergies } from 'limen/hardware'
 * updateEnergies()[0]?.value // 5.000 fJ/update
 *
 * @since 0.3.0
 */
export const updateEnergies = (): readonly Fact<EnergyPerUpdate>[] =>
  factsIn(joulesPerUpdate, sources, synapses)

/**
 * Energies of one update of a spin or a p-bit in machines that sample, and of writing what couples
 * it; the kind of each stands before the colon.
 *
 * @example
 * import { spinUpdateEnergies } from 'limen/hardware'
 * spinUpdateEnergies()[0]?.value // 7.090 fJ/update
 *
 * @since 0.8.0
 */
export const spinUpdateEnergies = (): readonly Fact<EnergyPerUpdate>[] =>
  factsIn(joulesPerUpdate, sources, spins)
