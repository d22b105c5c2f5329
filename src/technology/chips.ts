/**
 * Compute-in-memory and digital chips, a row for each operating point, as Shanbhag & Roy collected them.
 *
 * Their energies are normalised to 1-bit operations: an operation of B_x-bit inputs and B_w-bit weights
 * counts as B_x · B_w of them. They compare chips, and are not joules per mac.
 */
import type { Energy } from '../units/dimension'
import { formatWith } from '../units/format'
import { lazily } from '../units/remembered'
import { femtojoules } from '../units/si'
import type { Fact } from './facts'
import { dated, rowsOf } from './rows'

/** An operating point of a chip. @since 0.3.0 */
export interface CitedChip {
  /** Its number in the collection. */
  readonly index: number
  readonly authors: string
  readonly venue: string
  readonly year: number
  /** Of the process, in nanometres. */
  readonly processNanometres: number
  /** What holds the weights: SRAM, embedded non-volatile memory, embedded DRAM, or a digital processor. */
  readonly architecture: 'SRAM' | 'eNVM' | 'eDRAM' | 'Digital'
  readonly inputBits?: number
  readonly weightBits?: number
  readonly converterBits?: number
  readonly energyPerBitOperation: Fact<Energy>
}

/** Index, authors, venue, year, process (nm), architecture, bits of inputs, weights and converter, energy (fJ). */
const table = `
23|Jian-Wei Su et al.|ISSCC|2021|28|SRAM|4|1|10|0.69
24|Jinshan Yue et al.|ISSCC|2021|65|SRAM|1|1|4|1.35
46|Ruiqi Guo et al.|ISSCC|2021|28|SRAM|2|1|5|2.606
28|Yu-Der Chih et al.|ISSCC|2021|22|SRAM|1|4||0.7
33|I. A. Papistas et al.|CICC|2021|22|SRAM|7|1.5|6|0.05
35|Jinseok Lee et al.|VLSI Circuits|2021|28|SRAM|5|1|8|0.17
37|Ruiqi Guo et al.|VLSI Circuits|2021|65|SRAM|1|1|3|19.21
1|Jian-Wei Su et al.|ISSCC|2020|28|SRAM|2|1|5|1.03
2|Qing Dong et al.|ISSCC|2020|7|SRAM|4|4|4|0.18
53|Jinshan Yue et al.|ISSCC|2020|65|SRAM|2|4|5|0.787
3|Chengshuo Yu et al.|CICC|2020|65|SRAM|1|1|1|2.04
4|Xin Si et al.|ISSCC|2020|28|SRAM|2|1|6|0.67
5|Hongyang Jia et al.|JSSC|2020|65|SRAM|1|1|8|2.5
7|Xin Si et al.|ISSCC|2019|55|SRAM|2|5|5|1.33
8|Ruiqi Guo et al.|VLSI|2019|65|SRAM|1|1|3|42.74
10|Jun Yang et al.|ISSCC|2019|28|SRAM|8|1|5|0.52
11|Jinseok Kim et al.|VLSI|2019|28|SRAM|1|1|1|3.33
13|Sujan Kumar Gonugondla et al.|ISSCC|2018|65|SRAM|8|8|6|2.5
15|Avishek Biswas et al.|ISSCC|2018|65|SRAM|7|1|7|5.08
17|Zhewei Jiang et al.|VLSI Tech|2018|65|SRAM|1|1|3.46|7.19
38|Peter Deaville et al.|ESSCRIC|2021|22|eNVM|1|1|4|196.08
29|Cheng-Xin Xue et al.|ISSCC|2021|22|eNVM|4|1|4|1.32
49|R. Khaddam-Aljameh et al.|VLSI Circuits|2021|14|eNVM|8|4|12|2.976
41|Jong-Hyeok Yoon et al.|JSSC|2021|40|eNVM|1|1|4|17.65
31|Cheng-Xin Xue et al.|ISSCC|2020|22|eNVM|1|2|6|4.12
31|Cheng-Xin Xue et al.|ISSCC|2020|22|eNVM|4|4|6|2.16
57|Cheng-Xin Xue et al.|JSSC|2019|55|eNVM|2|3|4|7.61
39|Reiji Mochida et al.|VLSI|2018|180|eNVM|1|8|1|6.04
44|Shanshan Xie et al.|ISSCC|2021|65|eDRAM|8|8|8|3.283
26|Ankur Agarwal et al.|ISSCC|2021|7|Digital|8|8||11.93
27|Jun-Seok Park et al.|ISSCC|2021|5|Digital|8|8||1.15
42|Huiyu Mo et al.|ISSCC|2021|28|Digital|8|8||0.893
43|Jeongwoo Park et al.|ISSCC|2021|40|Digital|8|8||3.248
52|Zhanhong Tan et al.|CICC|2021|55|Digital|8|4||4.724
18|Sanghoon Kang et al.|ISSCC|2020|65|Digital|16|16||4.71
20|Chien-Hung Lin et al.|ISSCC|2020|7|Digital|8|8||4.57
54|Jinwook Oh et al.|VLSI Tech|2020|14|Digital|16|16||2.79
56|Jingcheng Wang et al.|ISSCC|2019|28|Digital|8|8||27.902
58|Brian Zimmer et al.|VLSI Circuits|2019|16|Digital|8|8||1.645
61|Je-Min Hung et al.|ISSCC|2022|22|eNVM|1|1|3|0.72
63|Hidehiro Fujiwara et al.|ISSCC|2022|5|SRAM|4|4||0.89
64|Bonan Yan et al.|ISSCC|2022|28|SRAM|1|8||0.57
66|Yuhao Ju et al.|ISSCC|2022|65|Digital|8|8||23.674
67|Haozhe Zhu et al.|ISSCC|2022|28|Digital|4|3||1.823
69|Fengbin Tu et al.|ISSCC|2022|28|SRAM|2|8||0.803
70|Kodai Ueyoshi et al.|ISSCC|2022|22|SRAM|7|1.5|6|0.16
73|Dewei Wang et al.|ISSCC|2022|28|SRAM|1|1||0.903
74|Samuel D. Spetalnick et al.|ISSCC|2022|40|eNVM|1|1|4|37.65
77|Bo Zhang et al.|CICC|2022|28|SRAM|2|4|6|0.353
78|Zhiyu Chen et al.|CICC|2022|65|SRAM|4|1|8|0.776
79|Edward Choi et al.|CICC|2022|65|SRAM|4|4|5|1.194
80|Jaehoon Heo et al.|CICC|2022|28|SRAM|1|2||3.104
82|Ben Keller et al.|VLSI|2022|5|Digital|4|4||0.654
83|Chia-Fu Lee et al.|VLSI|2022|12|SRAM|4|4||0.517
85|Justin M. Correll et al.|VLSI|2022|65|eNVM|8|4|8|0.755
89|Hechen Wang et al.|VLSI|2022|22|SRAM|8|8|8|0.485
133|Samuel D. Spetalnick et al.|VLSI|2023|40|eNVM|1|1|6|15.798
138|Yuhao Ju et al.|VLSI|2023|65|SRAM|8|8||2.051
102|Fengbin Tu et al.|ISSCC|2023|28|SRAM|8|8||0.795
110|Francesco Conti et al.|ISSCC|2023|22|Digital||||86.806
110|Francesco Conti et al.|ISSCC|2023|22|Digital||||46.296
112|Seunghyun Moon et al.|ISSCC|2023|28|Digital||||0.122
118|Tambe et. al.|ISSCC|2023|12|Digital||||3.453
124|Yuanzhe Zhao et al.|CICC|2023|28|SRAM|1|4|9|0.152
150|Suzuki and Yu et al.|VLSI|2023|40|Digital|8|1||4.496
93|Yifan He et al.|ISSCC|2023|28|SRAM|1|8||0.41
95|Bo Wang et al.|ISSCC|2023|28|SRAM|1|1|5|0.47
128|Yugandhar Khodke et al.|CICC|2023|65|Digital|8|8||26.042
146|Chang and Xue et al.|VLSI|2023|12|Digital|8|8||0.334
151|Wang et al.|VLSI|2023|28|Digital|8|8||0.421727395
177|Zhuoyu Dai|VLSI|2024|22|SRAM|1|8|28|0.81
`

const collection = dated(
  'Shanbhag & Roy, Comprehending In-memory Computing Trends via Proper Benchmarking, CICC (2022); UIUC IMC Benchmarking, MIT licence',
  2022,
  'https://github.com/UIUC-IMC/UIUC-IMC-Benchmarking'
)

const bitsOf = (name: string, text: string | undefined) =>
  text === undefined || text === '' ? {} : { [name]: Number(text) }

const chipOf = (row: readonly string[]): CitedChip => {
  const [index = '', authors = '', venue = '', year = '', nanometres = '', architecture] = row
  const [inputs, weights, converter, energy = ''] = row.slice(6)
  return {
    index: Number(index),
    authors,
    venue,
    year: Number(year),
    processNanometres: Number(nanometres),
    architecture: architecture as CitedChip['architecture'], // what else stands in a row, a test refuses
    ...bitsOf('inputBits', inputs),
    ...bitsOf('weightBits', weights),
    ...bitsOf('converterBits', converter),
    energyPerBitOperation: {
      what: `Energy of one 1-bit operation of the ${nanometres} nm ${architecture} chip of ${authors}, ${venue} ${year}`,
      value: femtojoules(energy),
      year: Number(year),
      evidence: 'secondary',
      source: { citation: collection.citation, url: collection.url },
      note: 'normalised to 1-bit operations; the chips were measured by their authors'
    }
  }
}

/** What a chip is called, apart from its other operating points. */
const ownName = ({ authors, venue, year, processNanometres, architecture, ...of }: CitedChip): string => {
  const { inputBits, weightBits } = of
  const widths =
    inputBits === undefined || weightBits === undefined ? '' : `, ${inputBits} × ${weightBits} bit`
  return `${authors}, ${venue} ${year}, ${processNanometres} nm ${architecture}${widths}`
}

const shared = lazily(() => {
  const names = chips().map(ownName)
  return new Set(names.filter((name, at) => names.indexOf(name) < at))
})

/** What an operating point is called: no two alike. Where all else is the same, its energy tells it. */
export const chipName = (of: CitedChip): string => {
  const name = ownName(of)
  const { value } = of.energyPerBitOperation
  return shared().has(name) ? `${name}, ${formatWith<Energy>({ digits: 'all' })(value)}` : name
}

/**
 * Every operating point that is cited.
 *
 * @example
 * import { chips } from 'limen/hardware'
 * chips().find(({ index }) => index === 23)?.energyPerBitOperation.value // 690.0 aJ
 *
 * @since 0.3.0
 */
export const chips = (): readonly CitedChip[] => rowsOf(table).map(chipOf)
