/**
 * A workload and a design make a ledger: the least energy of the learning under each paradigm, split
 * into its walls.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CompositionError } from '../bound/compose'
import { claimOf, type ModelData, type Source, type Tier } from '../formula/model'
import type { ModelError } from '../reading/error'
import { evaluateAll, type EvaluateOptions } from '../reading/evaluate'
import { defaultDigits } from '../units/decimal'
import type {
  Dimensionless,
  Energy,
  EnergyPerBit,
  EnergyPerFlop,
  Frequency,
  Information,
  MacsPerConversion,
  Temperature,
  Time
} from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { counts, type Counts, type Known } from '../workload/counts'
import { ledgerModels, type LedgerModels } from './models'
import { descriptions, walls, type Convergence, type ParadigmName, type Wall } from './paradigms'

/** What is learned. @since 0.1.0 */
export interface Workload extends Known {
  /** Precision of the solution. */
  readonly precision: Quantity<Information>
  /** How the steps of the optimiser shrink. */
  readonly convergence: Exclude<Convergence, 'measured'> | { readonly shape: Quantity<Dimensionless> }
  readonly duration: Quantity<Time>
  /** How often the whole model is consolidated into long-term memory. */
  readonly transfers: Quantity<Dimensionless>
}

/** What it is learned with. @since 0.1.0 */
export interface Design {
  readonly temperature: Quantity<Temperature>
  /** Probability that an update goes wrong. */
  readonly errorProbability: Quantity<Dimensionless>
  readonly memory: {
    readonly attemptRate: Quantity<Frequency>
    readonly retentionTime: Quantity<Time>
    readonly failureProbability: Quantity<Dimensionless>
    readonly writeTime: Quantity<Time>
    readonly writeErrorProbability: Quantity<Dimensionless>
  }
  readonly readout: {
    readonly outputBits: Quantity<Information>
    readonly rows: Quantity<MacsPerConversion>
  }
  readonly technology: {
    readonly movementEnergy: Quantity<EnergyPerBit>
    readonly acceleratorEnergy: Quantity<EnergyPerFlop>
  }
}

/** A workload on a design. @since 0.1.0 */
export interface Scenario {
  readonly name: string
  readonly description?: string
  readonly workload: Workload
  readonly design: Design
}

/** One figure of a ledger, with what it rests on. @since 0.1.0 */
export interface LedgerEntry {
  readonly energy: Quantity<Energy>
  readonly tier: Tier
  readonly claim: 'lower bound' | 'estimate'
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Its formula, for every other reading. */
  readonly model: ModelData
}

/** What one paradigm pays. @since 0.1.0 */
export interface Paradigm {
  readonly name: ParadigmName
  readonly description: string
  /** At each wall; absent where only the total is known. */
  readonly walls?: { readonly [W in Wall]: LedgerEntry }
  readonly total: LedgerEntry
  /** log₁₀ of the total over the total of the floor; null where that, or the total, is 0. */
  readonly decadesAboveFloor: number | null
}

/** The least energy of a workload under each paradigm. @since 0.1.0 */
export interface Ledger {
  readonly scenario: Scenario
  readonly counts: Counts
  /** What several entries share: updates per parameter, shape, barriers. */
  readonly intermediates: Readonly<Record<string, Quantity<unknown>>>
  /** Cheapest kind of hardware first. */
  readonly paradigms: readonly Paradigm[]
}

const convergenceOf = ({ convergence }: Workload): Convergence =>
  typeof convergence === 'string' ? convergence : 'measured'

const valuesOf = ({ workload, design }: Scenario, { updates, macs, flops }: Counts) => ({
  parameters: workload.parameters,
  updates,
  macs,
  flops,
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

type Energies = Readonly<Record<string, Quantity<Energy>>>

const entry = (model: ModelData, energy: Quantity<Energy>): LedgerEntry => {
  const { tier, constraint, sources } = model
  return { energy, tier, claim: claimOf(tier), constraint, sources, model }
}

const decades = (energy: Quantity<Energy>, floor: Quantity<Energy>): number | null =>
  floor.exact.isZero() || energy.exact.isZero() ? null : energy.exact.div(floor.exact).log(10).toNumber()

const keyOf = (paradigm: string, wall: string): string => `${paradigm}.${wall}`

const paradigmsOf = ({ paradigms }: LedgerModels, energies: Energies): readonly Paradigm[] =>
  (Object.keys(paradigms) as ParadigmName[]).map((name) => {
    const models = paradigms[name]
    const at = (wall: Wall | 'total', model: ModelData): LedgerEntry =>
      entry(model, energies[keyOf(name, wall)]!)
    const parts = models.walls
    const total = at('total', models.total)
    return {
      name,
      description: descriptions[name],
      ...(parts === undefined
        ? {}
        : {
            walls: Object.fromEntries(walls.map((wall) => [wall, at(wall, parts[wall])])) as {
              [W in Wall]: LedgerEntry
            }
          }),
      total,
      decadesAboveFloor: decades(total.energy, energies[keyOf('floor', 'total')]!)
    }
  })

/**
 * The ledger of a scenario.
 *
 * What lies outside the domain of any model in it is an error that names the model, the input and
 * the domain; all problems at once.
 *
 * @since 0.1.0
 */
export const estimate = (
  scenario: Scenario,
  { digits = defaultDigits }: EvaluateOptions = {}
): E.Either<ModelError | CompositionError, Ledger> =>
  pipe(
    E.Do,
    E.bind('found', () => counts(scenario.workload)),
    E.bindW('models', () => ledgerModels(convergenceOf(scenario.workload))),
    E.chainW(({ found, models }) => {
      const entries = Object.entries(models.paradigms).flatMap(([name, { walls: parts, total }]) =>
        Object.entries({ ...parts, total }).map(([wall, model]) => [keyOf(name, wall), model] as const)
      )
      const all = { ...models.intermediates, ...Object.fromEntries(entries) }
      return pipe(
        evaluateAll('ledger', all, { digits })(valuesOf(scenario, found)),
        E.map((values) => {
          const quantities = values as Readonly<Record<string, Quantity<unknown>>>
          return {
            scenario,
            counts: found,
            intermediates: Object.fromEntries(
              Object.keys(models.intermediates).map((name) => [name, quantities[name]!])
            ),
            paradigms: paradigmsOf(models, quantities as Energies)
          }
        })
      )
    })
  )
