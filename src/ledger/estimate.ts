/**
 * A workload and a design make a ledger: the least energy of the learning under each paradigm, split
 * into its walls; exactly, or enclosed.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AnyModel, CompositionError } from '../bound/compose'
import { claimOf, type ModelData, type Source, type Tier } from '../formula/model'
import { certifyAll } from '../reading/certify'
import { modelError, type ModelError, type Problem } from '../reading/error'
import { evaluateAll, type EvaluateOptions } from '../reading/evaluate'
import type { Dimensionless, Energy, Flops, Macs, Updates } from '../units/dimension'
import type { Certainty, Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'
import { derivedBy, rulesOf, type CountRules, type Derived } from '../workload/known'
import { certifiedDecades, decades } from './decades'
import { ledgerModels, type LedgerModels } from './models'
import { descriptions, walls, type Convergence, type ParadigmName, type Wall } from './paradigms'
import { convergenceOf, valuesOf, type Scenario } from './scenario'

/** A figure of a ledger: a value from what is exact, an enclosure from what may be uncertain. @since 0.2.0 */
export type Found<K extends Certainty, D> = 'uncertain' extends K ? Enclosure<D> : Quantity<D>

/** One figure of a ledger, with what it rests on. @since 0.1.0 */
export interface LedgerEntry<K extends Certainty = 'exact'> {
  readonly energy: Found<K, Energy>
  readonly tier: Tier
  readonly claim: 'lower bound' | 'estimate'
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Its formula, for every other reading. */
  readonly model: ModelData
}

/** What one paradigm pays. @since 0.1.0 */
export interface Paradigm<K extends Certainty = 'exact'> {
  readonly name: ParadigmName
  readonly description: string
  /** At each wall; absent where only the total is known. */
  readonly walls?: { readonly [W in Wall]: LedgerEntry<K> }
  readonly total: LedgerEntry<K>
  /** log₁₀ of the total over the total of the floor; null where that, or the total, may be 0. */
  readonly decadesAboveFloor: Decades<K> | null
}

/** The least energy of a workload under each paradigm. @since 0.1.0 */
export interface Ledger<K extends Certainty = 'exact'> {
  readonly scenario: Scenario<K>
  readonly counts: {
    readonly updates: Found<K, Updates>
    readonly macs: Found<K, Macs>
    readonly flops: Found<K, Flops>
    /** How those were found that were not given. */
    readonly derived: Derived
  }
  /** What several entries share: updates per parameter, shape, barriers. */
  readonly intermediates: Readonly<Record<string, Found<K, unknown>>>
  /** Cheapest kind of hardware first. */
  readonly paradigms: readonly Paradigm<K>[]
  /** The values that its models take as inputs. */
  readonly inputs: Readonly<Record<string, unknown>>
}

/** A ledger of enclosures. @since 0.2.0 */
export type CertifiedLedger = Ledger<Certainty>

/** A reading of many models at once: `evaluateAll`, or `certifyAll`. */
type ReadAll<K extends Certainty> = (
  name: string,
  models: Readonly<Record<string, ModelData>>
) => (
  inputs: Readonly<Record<string, unknown>>
) => E.Either<ModelError, Readonly<Record<string, Found<K, unknown>>>>

/** Whether a figure is surely not 0. */
const isPositive = (figure: Quantity<unknown> | Enclosure<unknown>): boolean =>
  ('exact' in figure ? figure : figure.lower).exact.gt(0)

const keyOf = (paradigm: string, wall: string): string => `${paradigm}.${wall}`

/** Every figure of a ledger, by name. */
const figuresOf = ({
  paradigms,
  counts,
  intermediates
}: LedgerModels): Readonly<Record<string, ModelData>> => {
  const entries = Object.entries(paradigms).flatMap(([name, { walls: parts, total }]) =>
    Object.entries({ ...parts, total }).map(([wall, entry]) => [keyOf(name, wall), entry] as const)
  )
  return { ...intermediates, ...Object.fromEntries(entries), ...counts } as Readonly<
    Record<string, ModelData>
  >
}

/** Counts enter every formula: of all that is wrong, what follows from one that is wrong is left out. */
const causes = ({ problems }: ModelError, all: ModelError): ModelError => {
  const follows = ({ inputs }: Problem): boolean =>
    problems.some((cause) => cause.inputs.every((input) => inputs.includes(input)))
  return modelError(all.model, [...problems, ...all.problems.filter((problem) => !follows(problem))])
}

/** How far above the floor, in decades. */
type Decades<K extends Certainty> = 'uncertain' extends K ? Enclosure<Dimensionless> : number

/** What differs between an exact ledger and a certified one. */
interface LedgerReading<K extends Certainty> {
  readonly readAll: ReadAll<K>
  /** How far one total is above another, neither of which is 0. */
  readonly decades: (total: Total<K>, floor: Total<K>) => Decades<K> | null
}

/** A total, and what it is the value of. */
interface Total<K extends Certainty> {
  readonly energy: Found<K, Energy>
  readonly model: AnyModel<Energy>
  readonly inputs: Readonly<Record<string, unknown>>
}

/** The models of a ledger, and all its figures as a function of their inputs. */
interface Prepared<K extends Certainty> {
  readonly models: LedgerModels
  readonly read: ReturnType<ReadAll<K>>
}

const ledgerWith = <K extends Certainty>({ readAll, decades: above }: LedgerReading<K>): LedgerOf<K> => {
  const readOf = (of: object): ReturnType<ReadAll<K>> =>
    readAll('ledger', of as Readonly<Record<string, ModelData>>)
  // Workloads of one kind have one formula: what is made for the first serves the others.
  const prepared = new Map<string, E.Either<CompositionError, Prepared<K>>>()
  const preparedFor = (
    convergence: Convergence,
    rules: CountRules
  ): E.Either<CompositionError, Prepared<K>> => {
    const key = JSON.stringify([convergence, rules])
    const made =
      prepared.get(key) ??
      pipe(
        ledgerModels(convergence, rules),
        E.map((models) => ({ models, read: readOf(figuresOf(models)) }))
      )
    prepared.set(key, made)
    return made
  }

  return (scenario) => {
    const { workload } = scenario
    const rules = rulesOf(workload)
    const inputs = valuesOf(scenario)
    const entry = (of: ModelData, energy: Found<K, unknown>): LedgerEntry<K> => {
      const { tier, constraint, sources } = of
      // Every entry is in joules.
      return {
        energy: energy as Found<K, Energy>,
        tier,
        claim: claimOf(tier),
        constraint,
        sources,
        model: of
      }
    }
    const finish = (
      models: LedgerModels,
      figures: Readonly<Record<string, Found<K, unknown>>>
    ): Ledger<K> => ({
      scenario,
      inputs,
      counts: {
        updates: figures['updates'] as Found<K, Updates>,
        macs: figures['macs'] as Found<K, Macs>,
        flops: figures['flops'] as Found<K, Flops>,
        derived: derivedBy(rules)
      },
      intermediates: Object.fromEntries(
        Object.keys(models.intermediates).map((name) => [name, figures[name]!])
      ),
      paradigms: (Object.keys(models.paradigms) as ParadigmName[]).map((name) => {
        const { walls: parts, total } = models.paradigms[name]
        const at = (wall: Wall | 'total', of: ModelData): LedgerEntry<K> =>
          entry(of, figures[keyOf(name, wall)]!)
        const totalOf = (of: ParadigmName): Total<K> => ({
          // Every entry is in joules.
          energy: figures[keyOf(of, 'total')] as Found<K, Energy>,
          model: models.paradigms[of].total,
          inputs
        })
        const [own, floor] = [totalOf(name), totalOf('floor')]
        return {
          name,
          description: descriptions[name],
          ...(parts === undefined
            ? {}
            : {
                walls: Object.fromEntries(walls.map((wall) => [wall, at(wall, parts[wall])])) as {
                  [W in Wall]: LedgerEntry<K>
                }
              }),
          total: at('total', total),
          decadesAboveFloor: isPositive(own.energy) && isPositive(floor.energy) ? above(own, floor) : null
        }
      })
    })
    const causesIn = ({ counts }: LedgerModels, all: ModelError): ModelError => {
      const counted = pipe(
        readOf({ flops: counts.flops })(inputs), // what the others follow from
        E.chain(() => readOf(counts)(inputs))
      )
      return E.isLeft(counted) ? causes(counted.left, all) : all
    }
    return pipe(
      preparedFor(convergenceOf(workload), rules),
      E.chainW(({ models, read }) =>
        pipe(
          read(inputs),
          E.bimap(
            (all) => causesIn(models, all),
            (figures) => finish(models, figures)
          )
        )
      )
    )
  }
}

/** From a scenario to its ledger. */
export type LedgerOf<K extends Certainty> = (
  scenario: Scenario<K>
) => E.Either<ModelError | CompositionError, Ledger<K>>

/** Ledgers of many scenarios: the formulas are made once for all of a kind. */
export const estimator = (options: EvaluateOptions = {}): LedgerOf<'exact'> =>
  ledgerWith<'exact'>({
    readAll: (name, models) => evaluateAll(name, models, options) as ReturnType<ReadAll<'exact'>>,
    decades: (total, floor) => decades(total.energy, floor.energy)
  })

/** The same, certified. */
export const certifiedEstimator = (options: EvaluateOptions = {}): LedgerOf<Certainty> =>
  ledgerWith<Certainty>({
    readAll: (name, models) => certifyAll(name, models, options) as ReturnType<ReadAll<Certainty>>,
    decades: (total, floor) => certifiedDecades(total.model, floor.model, total.inputs)
  })

/** The ledger of a scenario; the public function of this name is in `report/showing`. */
export const estimate = (
  scenario: Scenario,
  options: EvaluateOptions = {}
): E.Either<ModelError | CompositionError, Ledger> => estimator(options)(scenario)

/** The same, certified. */
export const certifiedEstimate = (
  scenario: Scenario<Certainty>,
  options: EvaluateOptions = {}
): E.Either<ModelError | CompositionError, CertifiedLedger> => certifiedEstimator(options)(scenario)
