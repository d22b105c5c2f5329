/**
 * What one arithmetic operation, and one access of memory, takes in a 45 nm and a 7 nm process.
 *
 * Figures of the circuit alone, without the instruction around it.
 */
import type { Energy } from '../units/dimension'
import { picojoules } from '../units/si'
import type { Fact } from './facts'
import { factsIn } from './rows'
import { horowitz, jouppi } from './sources'

const sources = {
  horowitz,
  jouppi
} as const

const circuit = 'an estimate for the process: the circuit alone, without its instruction'
const access = 'an estimate for the process: one access of 64 bit, not of one bit'

const table = `
8-bit integer addition, 45 nm|0.03||derived|horowitz|${circuit}
32-bit integer addition, 45 nm|0.1||derived|horowitz|${circuit}
FP16 addition, 45 nm|0.4||derived|horowitz|${circuit}
FP32 addition, 45 nm|0.9||derived|horowitz|${circuit}
8-bit integer multiplication, 45 nm|0.2||derived|horowitz|${circuit}
32-bit integer multiplication, 45 nm|3.1||derived|horowitz|${circuit}
FP16 multiplication, 45 nm|1.1||derived|horowitz|${circuit}
FP32 multiplication, 45 nm|3.7||derived|horowitz|${circuit}
Access of an 8 KB SRAM, 45 nm|10||derived|horowitz|${access}
Access of a 32 KB SRAM, 45 nm|20||derived|horowitz|${access}
Access of a 1 MB SRAM, 45 nm|100||derived|horowitz|${access}
Access of DDR3/4 DRAM, 45 nm|1300||derived|horowitz|${access}; the low end of the published range
8-bit integer addition, 7 nm|0.007||derived|jouppi|${circuit}
32-bit integer addition, 7 nm|0.03||derived|jouppi|${circuit}
BF16 addition, 7 nm|0.11||derived|jouppi|${circuit}
FP16 addition, 7 nm|0.16||derived|jouppi|${circuit}
FP32 addition, 7 nm|0.38||derived|jouppi|${circuit}
8-bit integer multiplication, 7 nm|0.07||derived|jouppi|${circuit}
32-bit integer multiplication, 7 nm|1.48||derived|jouppi|${circuit}
BF16 multiplication, 7 nm|0.21||derived|jouppi|${circuit}
FP16 multiplication, 7 nm|0.34||derived|jouppi|${circuit}
FP32 multiplication, 7 nm|1.31||derived|jouppi|${circuit}
Access of an 8 KB SRAM, 7 nm|7.5||derived|jouppi|${access}
Access of a 32 KB SRAM, 7 nm|8.5||derived|jouppi|${access}
Access of a 1 MB SRAM, 7 nm|14||derived|jouppi|${access}
Access of DDR3/4 DRAM, 7 nm|1300||derived|jouppi|${access}
Access of HBM2 DRAM, 7 nm|250|450|derived|jouppi|${access}
Access of GDDR6 DRAM, 7 nm|350|480|derived|jouppi|${access}
`

/**
 * Energies of one operation, and of one 64-bit access.
 *
 * @example
 * import { operationEnergies } from 'limen/hardware'
 * operationEnergies().find(({ what }) => what === 'FP32 multiplication, 45 nm')?.value // 3.700 pJ
 *
 * @since 0.3.0
 */
export const operationEnergies = (): readonly Fact<Energy>[] => factsIn(picojoules, sources, table)
