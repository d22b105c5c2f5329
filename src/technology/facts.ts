/**
 * Cited facts about hardware: a row each. A number without a source does not ship.
 */
import type { Source } from '../formula/model'
import type { EnergyPerBit, EnergyPerFlop } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { bits, flops, joules } from '../units/si'
import { per, pico } from '../units/unit'
import { epochModels } from './epoch'

/** How a figure came about; `secondary` is taken from a work that quotes it. @since 0.1.0 */
export type Evidence = 'measured' | 'simulated' | 'derived' | 'specified' | 'secondary'

/** A cited figure. @since 0.1.0 */
export interface Fact<D> {
  readonly what: string
  readonly value: Quantity<D>
  /** The upper end, where the source gives a range; the value is its lower end. @since 0.3.0 */
  readonly upTo?: Quantity<D>
  /** Of the figure or its publication. */
  readonly year: number
  readonly evidence: Evidence
  readonly source: Required<Source>
  /** What must be known to use it. */
  readonly note?: string
}

/** Moving one bit from high-bandwidth memory. @since 0.1.0 */
export const hbm2Access: Fact<EnergyPerBit> = {
  what: 'HBM2, energy per bit moved',
  value: per(pico(joules), bits)('3.9'),
  year: 2017,
  evidence: 'secondary',
  source: {
    citation: "O'Connor et al., Fine-Grained DRAM, MICRO-50 (2017)",
    url: 'https://doi.org/10.1145/3123939.3124545'
  },
  note: 'Jouppi et al., ISCA 2021, Table 2, has 3.9 to 7.0 pJ/bit'
}

/** One 16-bit operation of a current accelerator at its peak: real training takes 5 to 9 times more. @since 0.1.0 */
export const h100PeakOperation: Fact<EnergyPerFlop> = {
  what: 'NVIDIA H100 SXM5, power limit over peak dense 16-bit rate (700 W / 989.4 Tflop/s)',
  value: per(pico(joules), flops)('0.7075'),
  year: 2022,
  evidence: 'derived',
  source: {
    citation: 'Epoch AI, Machine Learning Hardware, CC BY 4.0, from the NVIDIA H100 data sheet',
    url: 'https://epoch.ai/data/machine-learning-hardware'
  },
  note: 'at full use; real training is 5 to 9 times worse'
}

/** The training of GPT-3, per operation. @since 0.1.0 */
export const gpt3Training: Fact<EnergyPerFlop> = {
  what: 'Training of GPT-3 175B, energy over operations (6.522 TJ / 3.14e23 flop)',
  value: per(pico(joules), flops)('20.8'),
  year: 2020,
  evidence: 'derived',
  source: epochModels,
  note: 'an estimate from time and power of the hardware, not metered'
}

/** The facts that defaults and examples rest on. @since 0.1.0 */
export const facts = { hbm2Access, h100PeakOperation, gpt3Training } as const
