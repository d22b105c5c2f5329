/**
 * Published erasures of one bit: what each took, in kT, and what is known of how it was done.
 *
 * They judge the bounds, so no bound had a part in them. What a source does not state is unknown here; where
 * a bound cannot be asked without it, the least that it may be is taken, and the row says so.
 */
import type { Area, Diffusivity, Dimensionless, Frequency, Temperature, Time } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { joules, kelvin, kT, one, seconds } from '../units/si'
import { zepto } from '../units/unit'
import type { Evidence, Fact } from './facts'
import { dated, rowsOf, type DatedSource } from './rows'

/** What a bound may ask of an erasure, as far as it is known. @since 0.10.0 */
export interface Erasure {
  /** The probability that the bit ends wrong: ½ where nothing was erased. */
  readonly errorProbability: Quantity<Dimensionless>
  readonly temperature?: Quantity<Temperature>
  readonly duration?: Quantity<Time>
  /** Of state 1 over state 0, in units of k. */
  readonly entropyDifference?: Quantity<Dimensionless>
  readonly attemptRate?: Quantity<Frequency>
  /** Of a coordinate that diffuses, before the erasure. */
  readonly variance?: Quantity<Area>
  readonly diffusivity?: Quantity<Diffusivity>
}

/** An erasure that was measured. @since 0.10.0 */
export interface Experiment {
  readonly name: string
  /** What held the bit. */
  readonly memory: string
  /** What was measured; they are the same on average where the memory ends with the energy that it began with. */
  readonly quantity: 'work' | 'heat'
  /** Of one erasure, in kT. */
  readonly measured: Fact<Dimensionless>
  /** Its standard uncertainty, in kT; absent where the source gives none. */
  readonly uncertainty?: Quantity<Dimensionless>
  readonly known: Erasure
  /** What of it the source does not state. */
  readonly taken: readonly (keyof Erasure)[]
  /** How the memory began and ended, and so whether the constraint of a bound is met. */
  readonly state: string
  /** What the constraints of bounds ask for in these words, and the experiment did not keep. */
  readonly breaks: readonly string[]
}

const sources: Readonly<Record<string, DatedSource>> = {
  jun: dated(
    'Jun, Gavrilov & Bechhoefer, Phys. Rev. Lett. 113, 190601 (2014); arXiv:1408.5089',
    2014,
    '10.1103/PhysRevLett.113.190601'
  ),
  hong: dated('Hong et al., Sci. Adv. 2, e1501492 (2016)', 2016, '10.1126/sciadv.1501492'),
  preprint: dated('Hong et al., arXiv:1411.6730 (2014)', 2014, 'https://arxiv.org/abs/1411.6730'),
  slow: dated(
    'Dago et al., Phys. Rev. Lett. 126, 170601 (2021); arXiv:2102.09925',
    2021,
    '10.1103/PhysRevLett.126.170601'
  ),
  fast: dated(
    'Dago, Ciliberto & Bellon, Proc. Natl. Acad. Sci. 120, e2301742120 (2023); arXiv:2302.09957',
    2023,
    '10.1073/pnas.2301742120'
  ),
  lu: dated('Lu et al., Nanoscale Adv. (2026)', 2026, '10.1039/D5NA01057H'),
  ciampini: dated('Ciampini et al., arXiv:2107.04429 (2021)', 2021, 'https://arxiv.org/abs/2107.04429')
}

const bead = '200 nm bead in a feedback trap, a virtual double well'
const magnet = 'single-domain nanomagnet of permalloy'
const cantilever = 'underdamped cantilever in a double well made by feedback'

/** The words of constraints that an experiment may break. */
const broken: Readonly<Record<string, string>> = {
  equilibrium: 'local equilibrium before and after',
  damping: 'overdamped diffusion'
}

/**
 * Name, source, memory, quantity, its unit, value, standard uncertainty, temperature (K), probability of error,
 * duration (s), difference of entropy, what of these is taken, what is broken, state, evidence, note.
 */
const table = `
Jun et al., full erasure|jun|${bead}|work|kT|0.71|0.03||0||0|||an unknown bit is set; the memory starts and ends in local equilibrium|derived|fitted: extrapolated to slow erasure (Table I), as public transcriptions have the table; the two wells are alike
Jun et al., control, nothing erased|jun|${bead}|work|kT|0.05|0.03||0.5||0|||the same manipulation gives up no state, so that the bound is 0; the memory starts and ends in local equilibrium|derived|fitted: extrapolated to slow erasure (Table I), as public transcriptions have the table; the two wells are alike
Hong et al., nanomagnet|hong|${magnet}|heat|zJ|4.2|0.9|300|0|||errorProbability||an unknown bit is reset adiabatically, in equilibrium before and after|measured|from hysteresis loops; the uncertainty as quotations of the paper have it
Hong et al., nanomagnet, preprint|preprint|${magnet}|heat|zJ|6.09|1.43|300|0|||errorProbability||an unknown bit is reset adiabatically, in equilibrium before and after|measured|mean of five runs, the digits as one public transcription has them; superseded by the paper
Dago et al., slow erasure|slow|${cantilever}|work|kT|0.693|0.007||0|0.1||errorProbability|damping|an unknown bit is set; equilibrium before and after|derived|from the abstract alone: kT ln 2 is reached with an uncertainty of 1 % in 100 ms
Dago et al., fast adiabatic limit|fast|${cantilever}|work|kT|1|||0|||errorProbability|damping|the memory starts in equilibrium and ends hot, at twice the temperature: that only adds to work|specified|from the abstract alone: kT is the least work of fast erasures, by theory and experiment; no uncertainty is given
Lu et al., magnetic tunnel junction|lu|magnetic tunnel junction with spin-transfer torque|heat|zJ|4.1|2.0|300|0|||temperature,errorProbability||a quasi-adiabatic reset|specified|from the abstract alone: by simulations and measurements together
Ciampini et al., memory out of equilibrium|ciampini|levitated nanoparticle in an optical double well, underdamped|heat|kT|-0.487|0.048||0||||equilibrium,damping|the memory is prepared out of equilibrium|secondary|the abstract has a full erasure with negative heat; the figure is in a machine-written summary alone: see the paper before citing it
`

const list = (text: string): readonly string[] => (text === '' ? [] : text.split(','))

const experimentOf = (row: readonly string[]): Experiment => {
  const [name = '', from = '', memory = '', quantity, unit, value = '', uncertainty = ''] = row
  const [temperature = '', error = '', duration = '', difference = '', taken = ''] = row.slice(7)
  const [breaks = '', state = '', evidence, note = ''] = row.slice(12)
  const { year, citation, url } = sources[from]!
  const inKT = (text: string): Quantity<Dimensionless> =>
    unit === 'kT' ? one(text) : one(zepto(joules)(text).exact.div(kT(1, kelvin(temperature)).exact))
  const stated = unit === 'kT' ? [] : [`(${value} ± ${uncertainty}) ${unit!}`]
  const untold = list(taken) as readonly (keyof Erasure)[] // what else stands in a row, a test refuses
  return {
    name,
    memory,
    quantity: quantity as Experiment['quantity'],
    measured: {
      what: `${quantity === 'work' ? 'Work' : 'Heat'} of one erasure, in kT: ${name}`,
      value: inKT(value),
      year,
      evidence: evidence as Evidence,
      source: { citation, url },
      note: [...stated, note].join(', ')
    },
    ...(uncertainty === '' ? {} : { uncertainty: inKT(uncertainty) }),
    known: {
      errorProbability: one(error),
      ...(temperature === '' ? {} : { temperature: kelvin(temperature) }),
      ...(duration === '' ? {} : { duration: seconds(duration) }),
      ...(difference === '' ? {} : { entropyDifference: one(difference) })
    },
    taken: untold,
    state,
    breaks: list(breaks).map((each) => broken[each]!)
  }
}

/**
 * Every experiment that is cited.
 *
 * @example
 * import { experiments } from 'limen/hardware'
 * experiments()[0]?.measured.value // 0.7100
 * // The source was not seen to state a temperature.
 * experiments()[0]?.known.temperature // undefined
 *
 * @since 0.10.0
 */
export const experiments = (): readonly Experiment[] => rowsOf(table).map(experimentOf)
