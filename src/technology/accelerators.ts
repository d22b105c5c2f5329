/**
 * Accelerators at their power limit and peak dense 16-bit rate, as Epoch AI collected them.
 *
 * Joules per operation at the peak are those of full use: real training is 5 to 9 times worse. Of the
 * power of TPUs, sources disagree by about a factor of 2.
 */
import type { Div, EnergyPerFlop, Flops, Power, Time } from '../units/dimension'
import { divide } from '../units/quantity'
import { flops, seconds, watts } from '../units/si'
import { per, type Unit } from '../units/unit'
import { epochHardware } from './epoch'
import type { Evidence, Fact } from './facts'
import { rowsOf } from './rows'

/** An accelerator by its data sheet. @since 0.3.0 */
export interface Accelerator {
  readonly name: string
  readonly manufacturer: string
  /** Of its release. */
  readonly year: number
  /** The power that it is designed to take at most. */
  readonly power: Fact<Power>
  /** Its peak rate of dense 16-bit operations. */
  readonly peakRate: Fact<Div<Flops, Time>>
  /** The power over the rate. */
  readonly energyPerOperation: Fact<EnergyPerFlop>
}

/** Name, manufacturer, year, power (W), peak rate (flop/s). */
const table = `
Google TPU v2|Google|2017|280|4.6e13
NVIDIA Tesla V100 SXM2 16 GB|NVIDIA|2017|300|1.25e14
NVIDIA Tesla V100 PCIe 16 GB|NVIDIA|2017|250|1.12e14
NVIDIA V100|NVIDIA|2017|300|1.25e14
NVIDIA Tesla V100 SXM2|NVIDIA|2017|300|1.25e14
NVIDIA Tesla V100 DGXS 16 GB|NVIDIA|2018|250|1.25e14
NVIDIA Tesla V100 PCIe 32 GB|NVIDIA|2018|250|1.12e14
NVIDIA Tesla V100 DGXS 32 GB|NVIDIA|2018|250|1.25e14
NVIDIA Tesla V100 SXM3 32 GB|NVIDIA|2018|300|1.25e14
NVIDIA Tesla V100 SXM2 32 GB|NVIDIA|2018|300|1.25e14
Google TPU v3|Google|2018|450|1.23e14
NVIDIA GeForce RTX 2080 Ti 11GB|NVIDIA|2018|250|1.138e14
NVIDIA Tesla V100S PCIe 32 GB|NVIDIA|2019|250|1.3e14
Google TPU v4i|Google|2020|175|1.38e14
NVIDIA A100|NVIDIA|2020|400|3.12e14
NVIDIA A100 SXM4 40 GB|NVIDIA|2020|400|3.12e14
NVIDIA A100 PCIe|NVIDIA|2020|300|3.12e14
NVIDIA A40 PCIe|NVIDIA|2020|300|1.497e14
NVIDIA A100 SXM4 80 GB|NVIDIA|2020|400|3.12e14
Google TPU v4|Google|2021|340|2.75e14
Tesla D1 Dojo|Tesla|2021|400|3.62e14
AMD Radeon Instinct MI250X|AMD|2021|500|3.83e14
NVIDIA GeForce RTX 3090 Ti|NVIDIA|2022|450|1.6e14
Intel Habana Gaudi2|Intel|2022|600|4.5e14
NVIDIA A800 SXM|NVIDIA|2022|400|3.118e14
Biren BR100|Biren|2022|550|1.024e15
NVIDIA H100 PCIe|NVIDIA|2022|350|7.56e14
NVIDIA GeForce RTX 4090|NVIDIA|2022|450|3.3e14
NVIDIA H100 SXM5 80GB|NVIDIA|2022|700|9.894e14
NVIDIA L40|NVIDIA|2022|300|1.81e14
NVIDIA A800 PCIe 80 GB|NVIDIA|2022|250|3.12e14
NVIDIA A800 PCIe 40 GB|NVIDIA|2022|250|3.118e14
AMD Instinct MI300A|AMD|2023|760|9.806e14
NVIDIA H800 SXM5|NVIDIA|2023|700|9.89e14
NVIDIA GH100|NVIDIA|2023|700|9.895e14
NVIDIA L4|NVIDIA|2023|72|1.21e14
Meta MTIA v1 (MTIA 100)|Meta|2023|25|5.12e13
NVIDIA GH200|NVIDIA|2023|700|9.895e14
Google TPU v5e|Google|2023|225|1.97e14
NVIDIA L20 PCle|NVIDIA|2023|275|1.195e14
NVIDIA HGX H20|NVIDIA|2023|400|1.48e14
Google TPU v5p|Google|2023|540|4.59e14
AMD Instinct MI300X|AMD|2023|750|1.3074e15
MTT S4000|Moore Threads (Tencent)|2023|450|1e14
Meta MTIA v2 (MTIA 200)|Meta|2024|90|1.77e14
Google TPU v6e Trillium|Google|2024|380|9.18e14
Maia 100 (M100)|Microsoft|2024|500|8e14
Intel Habana Gaudi3|Intel|2024|900|1.678e15
AMD Instinct MI325X|AMD|2024|1e3|1.3074e15
Huawei Ascend 910C|Huawei|2024|700|8e14
NVIDIA B100|NVIDIA|2024|700|1.75e15
NVIDIA B200|NVIDIA|2024|1e3|2.25e15
NVIDIA H200 SXM|NVIDIA|2024|700|9.895e14
Amazon Trainium2|Amazon AWS|2024|500|6.67e14
NVIDIA GB200|NVIDIA|2025|1200|2.5e15
AMD Instinct MI355X|AMD|2025|1400|2.5166e15
AMD Instinct MI350X|AMD|2025|1e3|2.3096e15
NVIDIA GB300 (Blackwell Ultra)|NVIDIA|2025|1400|2.5e15
NVIDIA B300 (Blackwell Ultra)|NVIDIA|2025|1100|2.25e15
Google TPU v7 Ironwood|Google|2025|960|2.307e15
Amazon Trainium3|Amazon AWS|2025|700|6.71e14
Meta MTIA 300|Meta|2026|800|6e14
`

const flopsPerSecond = per(flops, seconds)

const acceleratorOf = ([
  name = '',
  manufacturer = '',
  year = '',
  W = '',
  rate = ''
]: readonly string[]): Accelerator => {
  const fact = <D>(what: string, evidence: Evidence, value: Fact<D>['value'], note: string): Fact<D> => ({
    what: `${what} of the ${name}`,
    value,
    year: Number(year),
    evidence,
    source: epochHardware,
    note: /TPU/.test(name) ? `${note}; sources disagree on the power of TPUs by about a factor of 2` : note
  })
  const of = <D>(unit: Unit<D>, text: string): Fact<D>['value'] => unit(text)
  const [power, peak] = [of(watts, W), of(flopsPerSecond, rate)]
  return {
    name,
    manufacturer,
    year: Number(year),
    power: fact('Power limit', 'specified', power, 'what the cooling is designed for'),
    peakRate: fact('Peak dense 16-bit rate', 'specified', peak, 'not reached in training'),
    energyPerOperation: fact(
      'Energy of one 16-bit operation',
      'derived',
      divide(power, peak),
      'power limit over peak rate, at full use; real training is 5 to 9 times worse'
    )
  }
}

/**
 * Every accelerator that is cited, oldest first: Epoch AI, Machine Learning Hardware, CC BY 4.0.
 *
 * @example
 * import { accelerators } from 'limen/hardware'
 * const h100 = accelerators().find(({ name }) => name === 'NVIDIA H100 SXM5 80GB')!
 * h100.energyPerOperation.value // 707.5 fJ/flop
 *
 * @since 0.3.0
 */
export const accelerators = (): readonly Accelerator[] => rowsOf(table).map(acceleratorOf)
