/** What a ledger is made for: a workload, on a design. */
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
import { valuesOf as countValues, type Known } from '../workload/known'
import type { Convergence } from './paradigms'

/** What is learned. @since 0.1.0 */
export interface Workload<K extends Certainty = 'exact'> extends Known<K> {
  /** Precision of the solution. */
  readonly precision: Stated<K, Information>
  /** How the steps of the optimiser shrink. */
  readonly convergence: Exclude<Convergence, 'measured'> | { readonly shape: Stated<K, Dimensionless> }
  readonly duration: Stated<K, Time>
  /** How often the whole model is consolidated into long-term memory. */
  readonly transfers: Stated<K, Dimensionless>
}

/** What it is learned with. @since 0.1.0 */
export interface Design<K extends Certainty = 'exact'> {
  readonly temperature: Stated<K, Temperature>
  /** Probability that an update goes wrong. */
  readonly errorProbability: Stated<K, Dimensionless>
  readonly memory: {
    readonly attemptRate: Stated<K, Frequency>
    readonly retentionTime: Stated<K, Time>
    readonly failureProbability: Stated<K, Dimensionless>
    readonly writeTime: Stated<K, Time>
    readonly writeErrorProbability: Stated<K, Dimensionless>
  }
  readonly readout: {
    readonly outputBits: Stated<K, Information>
    readonly rows: Stated<K, MacsPerConversion>
  }
  readonly technology: {
    readonly movementEnergy: Stated<K, EnergyPerBit>
    readonly acceleratorEnergy: Stated<K, EnergyPerFlop>
  }
}

/** A workload on a design; its values exact, or perhaps uncertain. @since 0.1.0 */
export interface Scenario<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description?: string
  readonly workload: Workload<K>
  readonly design: Design<K>
}

/** The kind of convergence of a workload. */
export const convergenceOf = <K extends Certainty>({ convergence }: Workload<K>): Convergence =>
  typeof convergence === 'string' ? convergence : 'measured'

/** A scenario as values for the inputs of its ledger. */
export const valuesOf = <K extends Certainty>({
  workload,
  design
}: Scenario<K>): Readonly<Record<string, unknown>> => ({
  ...countValues(workload),
  precision: workload.precision,
  duration: workload.duration,
  transfers: workload.transfers,
  temperature: design.temperature,
  errorProbability: design.errorProbability,
  ...design.memory,
  ...design.readout,
  ...design.technology,
  ...(typeof workload.convergence === 'string' ? {} : { shape: workload.convergence.shape })
})
