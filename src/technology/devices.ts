/**
 * Memory devices, as the models of other tools and a few papers have them.
 *
 * Write energies are of the cell alone, and most are derived from voltage, resistance and pulse.
 */
import type { Dimensionless, Energy, Resistance, Time } from '../units/dimension'
import { joules, ohms, one, seconds } from '../units/si'
import type { Unit } from '../units/unit'
import type { Evidence, Fact } from './facts'
import { dated, rowsOf, type DatedSource } from './rows'
import { mehta } from './sources'

/** A memory device. @since 0.3.0 */
export interface Device {
  readonly name: string
  readonly onResistance?: Fact<Resistance>
  readonly offResistance?: Fact<Resistance>
  readonly writePulse?: Fact<Time>
  /** How many states it can be told apart in. */
  readonly levels?: Fact<Dimensionless>
  readonly writeEnergy?: Fact<Energy>
}

const sources: Readonly<Record<string, DatedSource>> = {
  mlp: dated('NeuroSim, MLP V3.0 (2018)', 2018, 'https://github.com/neurosim/MLP_NeuroSim_V3.0'),
  dnn: dated('NeuroSim, DNN V2.1 (2021)', 2021, 'https://github.com/neurosim/DNN_NeuroSim_V2.1'),
  inference: dated('NeuroSim, DNN V1.3 (2021)', 2021, 'https://github.com/neurosim/DNN_NeuroSim_V1.3'),
  wan: dated(
    'Wan et al., Nature 608, 504 (2022), as modelled in CiMLoop',
    2022,
    'https://github.com/mit-emze/cimloop'
  ),
  isaac: dated(
    'Shafiee et al., ISAAC, ISCA (2016), as modelled in CiMLoop',
    2016,
    'https://github.com/mit-emze/cimloop'
  ),
  mnsim: dated('MNSIM 2.0 (2020), configuration', 2020, 'https://github.com/thu-nics/MNSIM-2.0'),
  nvsim: dated('NVSim (2012), cell files', 2012, 'https://github.com/SEAL-UCSB/NVSim'),
  isscc2018: dated('ISSCC (2018), in the survey of NVMExplorer', 2018, '10.1109/ISSCC.2018.8310393'),
  isscc2015: dated('ISSCC (2015), in the survey of NVMExplorer', 2015, '10.1109/ISSCC.2015.7062963'),
  nvmexplorer: dated(
    'NVMExplorer (2022), cell configuration',
    2022,
    'https://github.com/lpentecost/NVMExplorer'
  ),
  vlsi2014: dated(
    'Symposium on VLSI Technology (2014), in the survey of NVMExplorer',
    2014,
    '10.1109/VLSIT.2014.6894435'
  ),
  mehta,
  tang: dated('Tang et al., IEDM (2018)', 2018, '10.1109/IEDM.2018.8614551')
}

/** Name, source, on and off resistance (Ω), write pulse (s), levels, write energy (J), its evidence, its note. */
const table = `
Ag:a-Si RRAM|mlp|26e6|325e6|300e-6|97|6.38e-11|derived|V²·G·t of one pulse at the mean conductance
3T1C with non-volatile memory|mlp|50e3|250e3|500e-12|32
FeFET for training|dnn|240e3|24e6|50e-9|32|1.02e-14|derived|an upper bound: polarisation times voltage times area
RRAM for inference|inference|6e3|900e3|50e-9|2|3.3e-11|derived|V²·t over the on resistance
NeuRRAM, RRAM in 130 nm|wan|250e3|1e6|8520e-9||1.04e-10|derived|V²·t over the on resistance, of all pulses of a write with its verification
RRAM of ISAAC and PRIME|isaac|1333|20e3|40e-9||1.2e-10|derived|V²·t over the on resistance
Default device of MNSIM|mnsim|10e3|1e6|10e-9|2|9e-12|derived|V²·t over the on resistance
RRAM of NVSim|nvsim|100e3|10e6|10e-9|2|6e-13|specified|as the file states it
PCM of NVSim, 90 nm|nvsim|1e3|1e6|150e-9|2|3.6e-12|derived|I²·R·t of one pulse
STT-MRAM of NVSim|nvsim|3e3|6e3|10e-9|2|1e-12|specified|as the file states it
Aggressive STT-MRAM of NVSim|nvsim|6e3|12e3|5e-9|2|2.52e-13|specified|as the file states it
STT-MRAM macro, 28 nm|isscc2018|||20e-9|2|4.5e-12|secondary|as the survey quotes it
STT-MRAM macro, 65 nm|isscc2015|||3e-9|2|6e-13|secondary|as the survey quotes it
FeFET of NVMExplorer|nvmexplorer|70e3|20e9|20e-9|2|2e-16|specified|of a reset, as the file states it
RRAM, 180 nm, SET|vlsi2014|80e3|20e6|60e-9|2|6.7e-11|secondary|as the survey quotes it
Fowler-Nordheim dynamic analog memory|mehta||||16384|5e-15|specified|as low as this; up to 14 bit
Li-ECRAM|tang|||5e-9|1000|1e-15|derived|projected to 100 nm × 100 nm
`

const deviceOf = (row: readonly string[]): Device => {
  const [name = '', from = '', on, off, pulse, levels, energy, evidence = '', note = ''] = row
  const { year, citation, url } = sources[from]!
  const some = <D>(key: string, what: string, unit: Unit<D>, text = '', grade?: Evidence, of?: string) => {
    if (text === '') return {}
    const fact: Fact<D> = {
      what: `${what} of ${name}`,
      value: unit(text),
      year,
      evidence: grade ?? 'specified',
      source: { citation, url },
      note: of ?? 'as the source states it'
    }
    return { [key]: fact }
  }
  return {
    name,
    ...some('onResistance', 'On resistance', ohms, on),
    ...some('offResistance', 'Off resistance', ohms, off),
    ...some('writePulse', 'Write pulse', seconds, pulse),
    ...some('levels', 'Number of levels', one, levels),
    // What else stands in a row for its evidence, a test refuses.
    ...some('writeEnergy', 'Write energy', joules, energy, evidence as Evidence, note)
  }
}

/**
 * Every device that is cited.
 *
 * @example
 * import { devices } from 'limen/hardware'
 * devices().find(({ name }) => name === 'RRAM of NVSim')?.writeEnergy?.value // 600.0 fJ
 *
 * @since 0.3.0
 */
export const devices = (): readonly Device[] => rowsOf(table).map(deviceOf)
