/** What a ledger is made for: a workload, on a design. */
import { anObject, anything, aText, either, having, optional, type Kind } from '../units/argument'
import type {
  Dimensionless,
  EnergyPerBit,
  EnergyPerFlop,
  Frequency,
  Information,
  MacsPerConversion,
  Temperature,
  Time
} from '../units/dimension'
import type { Certainty, Stated } from '../units/enclosure'
import { isQuantity } from '../units/quantity'
import { knownParts, rulesOf, valuesOf as countValues, type Known } from '../workload/known'
import { formOf, ownInputsOf, someDesigns, type OwnDesign } from './design'
import type { Cooling } from './inputs'
import type { Convergence } from './paradigms'

/** The convergence of a recorded run. @since 0.5.0 */
export interface Measured<K extends Certainty = 'exact'> {
  /** ᾱ: the mean of the steps, relative to the largest. */
  readonly meanStep: Stated<K, Dimensionless>
  /** σ: the mean of ln(1/α) over hops, in units of its largest value. */
  readonly shape: Stated<K, Dimensionless>
  /** How far the steps shrink, log₂ of the largest over the smallest; to the precision, where left out. */
  readonly stepRange?: Stated<K, Information>
}

/** What is learned. @since 0.1.0 */
export interface Workload<K extends Certainty = 'exact'> extends Known<K> {
  /** Precision of the solution. */
  readonly precision: Stated<K, Information>
  /** How the steps of the optimiser shrink. */
  readonly convergence: Exclude<Convergence, 'measured'> | Measured<K>
  readonly duration: Stated<K, Time>
  /** How often the whole model is consolidated into long-term memory. */
  readonly transfers: Stated<K, Dimensionless>
}

/** What it is learned with. @since 0.1.0 */
export interface Design<K extends Certainty = 'exact'> {
  readonly temperature: Stated<K, Temperature>
  /** Where the heat is given off, if it is pumped out of the cold; then totals are given at the wall plug, too. */
  readonly ambientTemperature?: Stated<K, Temperature>
  /** The efficiency of that, as a fraction of Carnot's; 1 where it is left out. */
  readonly carnotFraction?: Stated<K, Dimensionless>
  /** Probability that a bit of the solution is wrong. */
  readonly solutionErrorProbability: Stated<K, Dimensionless>
  /** Probability that an update goes wrong. */
  readonly errorProbability: Stated<K, Dimensionless>
  readonly memory: {
    readonly attemptRate: Stated<K, Frequency>
    /** Rungs that the first update of a parameter moves. */
    readonly hopsPerUpdate: Stated<K, Dimensionless>
    readonly retentionTime: Stated<K, Time>
    readonly failureProbability: Stated<K, Dimensionless>
    readonly writeTime: Stated<K, Time>
    readonly writeErrorProbability: Stated<K, Dimensionless>
    /** Share of rewritten cells that flip. */
    readonly flipProbability: Stated<K, Dimensionless>
  }
  readonly readout: {
    readonly outputBits: Stated<K, Information>
    readonly rows: Stated<K, MacsPerConversion>
  }
  readonly technology: {
    readonly movementEnergy: Stated<K, EnergyPerBit>
    /** Macs served by one operand that is fetched. */
    readonly reuse: Stated<K, Dimensionless>
    readonly acceleratorEnergy: Stated<K, EnergyPerFlop>
  }
}

/** A workload on a design; its values exact, or perhaps uncertain. @since 0.1.0 */
export interface Scenario<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description?: string
  readonly workload: Workload<K>
  readonly design: Design<K>
  /** Designs of one's own, as rows beside the others. @since 0.7.0 */
  readonly designs?: readonly OwnDesign<K>[]
}

const aDesign: Kind = having('a design', {
  temperature: anything,
  memory: anObject,
  readout: anObject,
  technology: anObject
})

/** Its quantities are looked at as they are read. */
export const aScenario: Kind = having('a scenario, such as decodeScenario makes', {
  name: aText,
  workload: having('a workload', {
    ...knownParts,
    convergence: either('constant, exponential, powerLaw, or what was measured', aText, anObject)
  }),
  design: aDesign,
  designs: optional(someDesigns)
})

/** The kind of convergence of a workload. */
export const convergenceOf = <K extends Certainty>({ convergence }: Workload<K>): Convergence =>
  typeof convergence === 'string' ? convergence : 'measured'

/** Whether a value is surely and exactly 1. */
const isOne = (value: unknown): boolean => value === 1 || (isQuantity(value) && value.exact.eq(1))

/** How the heat of a design leaves. */
export const coolingOf = <K extends Certainty>({ ambientTemperature, carnotFraction }: Design<K>): Cooling =>
  ambientTemperature === undefined
    ? 'none'
    : carnotFraction === undefined || isOne(carnotFraction)
      ? 'perfect'
      : 'stated'

const coolingValues = <K extends Certainty>(design: Design<K>): Readonly<Record<string, unknown>> => {
  const { ambientTemperature, carnotFraction } = design
  const cooling = coolingOf(design)
  return {
    ...(cooling === 'none' ? {} : { ambientTemperature }),
    ...(cooling === 'stated' ? { carnotFraction } : {})
  }
}

/** The designs of one's own, exact or not. */
export const designsOf = <K extends Certainty>({
  designs = []
}: Scenario<K>): readonly OwnDesign<Certainty>[] => designs // what is exact may be uncertain

/** What tells scenarios apart whose ledgers have other formulas. */
export const kindOf = <K extends Certainty>(scenario: Scenario<K>): string => {
  const { workload, design } = scenario
  return JSON.stringify([
    convergenceOf(workload),
    rulesOf(workload),
    coolingOf(design),
    formOf(designsOf(scenario))
  ])
}

/** A scenario as values for the inputs of its ledger. */
export const valuesOf = <K extends Certainty>(scenario: Scenario<K>): Readonly<Record<string, unknown>> => {
  const { workload, design } = scenario
  const { convergence, precision, duration, transfers } = workload
  const { temperature, solutionErrorProbability, errorProbability, memory, readout, technology } = design
  // Of so many parts, spread in one literal, V8 makes an object in ten times the time.
  const values = Object.assign(
    {},
    countValues(workload),
    { precision, duration, transfers, temperature },
    coolingValues(design),
    { solutionErrorProbability, errorProbability },
    memory,
    readout,
    technology,
    typeof convergence === 'string' ? {} : { stepRange: precision, ...convergence }
  ) as Readonly<Record<string, unknown>>
  const own = ownInputsOf(designsOf(scenario))
  // Their names are anybody's.
  return own.length === 0
    ? values
    : { ...values, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) }
}
