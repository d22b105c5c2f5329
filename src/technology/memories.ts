/**
 * What reading and writing one bit takes, by kind of memory.
 *
 * A cell takes 10 to 1000 times less than the array with its periphery, or the chip: figures of
 * different kinds are never to be mixed, and each row names its kind.
 */
import type { EnergyPerBit } from '../units/dimension'
import { joulesPerBit } from '../units/si'
import type { Fact } from './facts'
import { dated, factsIn } from './rows'
import { horowitz, jouppi } from './sources'

const sources = {
  horowitz,
  jouppi,
  oconnor: dated("O'Connor et al., Fine-Grained DRAM, MICRO-50 (2017)", 2017, '10.1145/3123939.3124545'),
  yang: dated(
    'Yang, Strukov & Stewart, Nat. Nanotechnol. 8, 13 (2013), Table 1',
    2013,
    '10.1038/nnano.2012.240'
  ),
  hu: dated('Hu et al., Nat. Commun. 2, 553 (2011)', 2011, '10.1038/ncomms1564'),
  sk: dated(
    'Sk et al., IEEE Trans. Nanotechnol. 22, 424 (2023), Table II',
    2023,
    '10.1109/TNANO.2023.3295093'
  )
} as const

const macro = 'of the array with its periphery, a 64-bit access over its bits'

/** A row names its kind before the colon. */
const perBit = `
macro access: SRAM of 8 KB, 7 nm|1.172e-13||derived|jouppi|${macro}
macro access: SRAM of 1 MB, 7 nm|2.188e-13||derived|jouppi|${macro}
macro access: SRAM of 8 KB, 45 nm|1.563e-13||derived|horowitz|${macro}
device access: DRAM, DDR3/4|2.031e-11||derived|jouppi|a 64-bit access over its bits
device access: DRAM, HBM2|3.906e-12|7.031e-12|derived|jouppi|a 64-bit access over its bits
device access: DRAM, HBM2 by O'Connor|3.9e-12||secondary|oconnor|as quoted from the paper
device access: DRAM, GDDR6|5.469e-12|7.5e-12|derived|jouppi|a 64-bit access over its bits
device access: DRAM, GDDR5|1.4e-11||secondary|oconnor|as quoted from the paper
cell write: SRAM|5e-16||secondary|yang|of the cell alone, quoted there from ITRS 2011
cell write: NAND flash|2e-17||secondary|yang|of the cell alone, without the charge pump; quoted there from ITRS 2011
write: NAND flash|1e-14||secondary|hu|a lower limit: the table has more than 0.01 pJ
write: memristor (RRAM)|1e-13|3e-12|secondary|yang|of prototypes, as the table quotes them
write: RRAM|1e-12||secondary|sk|about so much
write: PCM|2e-12|2.5e-11|secondary|yang|of prototypes, as the table quotes them
write: PCM by Sk|1.8e-11||secondary|sk|as the table quotes it
write: STT-MRAM|1e-13|2.5e-12|secondary|yang|of prototypes, as the table quotes them
write: STT-MRAM by Hu|1e-13||secondary|hu|as the table quotes it
write: field-switched MRAM|7e-11||secondary|hu|as the table quotes it
write: FeRAM|3e-14||secondary|hu|as the table quotes it
write: FeRAM by Sk|1e-13||secondary|sk|about so much
write: FeFET|1e-15|1e-14|secondary|sk|as the table quotes it
write: strain-mediated magnetoelectric RAM|1.6e-16||simulated|hu|a phase-field simulation: no such device was measured
`

/**
 * Energies of reading or writing one bit; the kind of each stands before the colon.
 *
 * @example
 * import { memoryEnergies } from 'limen/hardware'
 * memoryEnergies().find(({ what }) => what === 'cell write: SRAM')?.value // 500.0 aJ/bit
 *
 * @since 0.3.0
 */
export const memoryEnergies = (): readonly Fact<EnergyPerBit>[] => factsIn(joulesPerBit, sources, perBit)
