/**
 * A workload and a design make a ledger: what the learning takes under each paradigm, split into its
 * walls; exactly, or enclosed.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aModel, digitsAsked } from '../formula/kinds'
import { aList, anObject, aText, expecting, having, type Kind, listOf, optional } from '../units/argument'
import { aReadable } from '../units/format'
import type { AnyModel, CompositionError } from '../bound/compose'
import { claimOf, type Claim, type Inputs, type ModelData, type Source, type Tier } from '../formula/model'
import { certifyAll } from '../reading/certify'
import { modelError, type ModelError, type Problem, unfitInputs } from '../reading/error'
import { evaluateAll, type EvaluateOptions } from '../reading/evaluate'
import type { Dimensionless, Energy, Flops, Macs, Updates } from '../units/dimension'
import type { Certainty, Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'
import { remembered } from '../units/remembered'
import { derivedBy, rulesOf, type Derived } from '../workload/known'
import { certifiedDecades, decadesAbove } from './decades'
import { ledgerModels, type LedgerModels, type RowModels } from './models'
import type { ParadigmName, Place, Wall } from './paradigms'
import { aScenario, convergenceOf, coolingOf, designsOf, kindOf, type Scenario, valuesOf } from './scenario'

/** A figure of a ledger: a value from what is exact, an enclosure from what may be uncertain. @since 0.2.0 */
export type Found<K extends Certainty, D> = 'uncertain' extends K ? Enclosure<D> : Quantity<D>

/** One figure of a ledger, with what it rests on. @since 0.1.0 */
export interface LedgerEntry<K extends Certainty = 'exact'> {
  readonly energy: Found<K, Energy>
  readonly tier: Tier
  readonly claim: Claim
  readonly constraint: string
  readonly sources: readonly Source[]
  /** Its formula, for every other reading. */
  readonly model: ModelData
}

/** What one part of a design pays. @since 0.7.0 */
export interface PartEntry<K extends Certainty = 'exact'> extends LedgerEntry<K> {
  readonly name: string
  readonly place: Place
}

/** What a row of a ledger pays: a paradigm, or a design of one's own. @since 0.7.0 */
export interface LedgerRow<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description: string
  /** At each wall of which something is known; absent where only the total is. */
  readonly walls?: { readonly [W in Wall]?: LedgerEntry<K> }
  /** What is spent beside the walls, such as by leakage, where walls are known. @since 0.7.0 */
  readonly beside?: LedgerEntry<K>
  /** The parts of a design of one's own, in the order of their names there. @since 0.7.0 */
  readonly parts?: readonly PartEntry<K>[]
  readonly total: LedgerEntry<K>
  /** The total at the wall plug, where the design gives its heat off at an ambient temperature. */
  readonly wallPlug?: LedgerEntry<K>
  /** log₁₀ of the total over the total of the floor; null where that, or the total, may be 0. */
  readonly decadesAboveFloor: Decades<K> | null
}

/** What one paradigm pays. @since 0.1.0 */
export interface Paradigm<K extends Certainty = 'exact'> extends LedgerRow<K> {
  readonly name: ParadigmName
  /** At each wall; absent where only the total is known. */
  readonly walls?: { readonly [W in Wall]: LedgerEntry<K> }
}

/** A row that has no value here. @since 0.5.0 */
export interface OutsideDomain {
  readonly name: string
  readonly description: string
  /** What it requires, and what was found. */
  readonly problems: readonly Problem[]
}

/** What a workload takes under each paradigm. @since 0.1.0 */
export interface Ledger<K extends Certainty = 'exact'> {
  readonly scenario: Scenario<K>
  readonly counts: {
    readonly updates: Found<K, Updates>
    readonly macs: Found<K, Macs>
    readonly flops: Found<K, Flops>
    /** How those were found that were not given. */
    readonly derived: Derived
  }
  /** What several entries share, where it has a value: updates per parameter, speed of convergence, barriers. */
  readonly intermediates: Readonly<Record<string, Found<K, unknown>>>
  /** Floors first, then machines, then estimates. */
  readonly paradigms: readonly Paradigm<K>[]
  /** Designs of one's own, in the order of the scenario. @since 0.7.0 */
  readonly designs: readonly LedgerRow<K>[]
  /** Those whose models have no value here; the others stand. */
  readonly outside: readonly OutsideDomain[]
  /** The values that its models take as inputs. */
  readonly inputs: Readonly<Record<string, unknown>>
}

const aParadigm: Kind = having('a paradigm of a ledger', {
  name: aText,
  description: aText,
  total: having('an entry of a ledger', { energy: optional(aReadable), model: aModel })
})

export const aLedger: Kind = having('a ledger, such as estimate gives', {
  scenario: aScenario,
  counts: having('the counts of a ledger', { updates: optional(aReadable), derived: anObject }),
  intermediates: anObject,
  paradigms: listOf('a list of paradigms', aParadigm),
  outside: aList,
  inputs: anObject
})

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

/** The rows of a ledger as models, by name. */
const rowsIn = ({ paradigms, designs }: LedgerModels): Readonly<Record<string, RowModels>> => ({
  ...paradigms,
  ...designs
})

/** The figures of one row, by name. */
const figuresOfRow = (
  name: string,
  { description: _, untold: __, walls: parts, parts: named, ...totals }: RowModels
): Readonly<Record<string, ModelData>> => {
  const own = Object.entries(named).map(([part, { model }]) => [part, model] as const)
  return Object.fromEntries(
    [...own, ...Object.entries({ ...parts, ...totals })].map(([at, entry]) => [
      keyOf(name, at),
      entry as unknown as ModelData
    ])
  )
}

/** The figures of a ledger, by name, in groups of which each may have values where others have none. */
const groupsOf = (models: LedgerModels): readonly Readonly<Record<string, ModelData>>[] => [
  models.counts as Readonly<Record<string, ModelData>>,
  ...Object.entries(models.intermediates).map(([name, of]) => ({ [name]: of })),
  ...Object.entries(rowsIn(models)).map(([name, of]) => figuresOfRow(name, of))
]

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
  /** How far totals are above one of them, none of which is 0. */
  readonly decades: (floor: Total<K>) => (total: Total<K>) => Decades<K> | null
}

/** A total, and what it is the value of. */
interface Total<K extends Certainty> {
  readonly energy: Found<K, Energy>
  readonly model: AnyModel<Energy>
  readonly inputs: Readonly<Record<string, unknown>>
}

/** The values of figures, by name. */
type Figures<K extends Certainty> = Readonly<Record<string, Found<K, unknown>>>

/** The models of a ledger, its figures as a function of their inputs, and its rows as one of those. */
interface Prepared<K extends Certainty> {
  readonly models: LedgerModels
  readonly read: (inputs: Readonly<Record<string, unknown>>) => E.Either<ModelError, Settled<K>>
  readonly rows: readonly ReadRow<K>[]
}

/** A row of some figures, and how far it is above the floor; whose total has a value. */
interface ReadRow<K extends Certainty> {
  readonly name: string
  readonly models: RowModels
  readonly totalKey: string
  readonly from: (figures: Figures<K>, decadesAboveFloor: Decades<K> | null) => LedgerRow<K>
}

/** An entry of some figures: what it rests on beside its value is the same for all of a kind. */
const entryOf = <K extends Certainty>(
  key: string,
  model: ModelData,
  untold?: string
): ((figures: Figures<K>) => LedgerEntry<K>) => {
  const { tier, constraint: own, sources } = model
  const constraint = untold === undefined ? own : `${own}; ${untold}`
  const basis = { tier, claim: claimOf(tier), constraint, sources, model }
  // Every entry is in joules.
  return (figures) => ({ energy: figures[key] as Found<K, Energy>, ...basis })
}

const rowOf = <K extends Certainty>(name: string, models: RowModels): ReadRow<K> => {
  const { description, untold, walls, beside, parts, total, wallPlug } = models
  const own = (at: string, of: ModelData) => entryOf<K>(keyOf(name, at), of)
  const whole = (at: string, of: ModelData) => entryOf<K>(keyOf(name, at), of, untold)
  const ofWalls = walls && Object.entries(walls).map(([wall, of]) => [wall, own(wall, of)] as const)
  const ofBeside = beside && own('beside', beside)
  const ofParts = Object.entries(parts).map(([part, { place, model }]) => {
    const entry = own(part, model)
    return (figures: Figures<K>): PartEntry<K> => ({ name: part, place, ...entry(figures) })
  })
  const ofTotal = whole('total', total)
  const ofWallPlug = wallPlug && whole('wallPlug', wallPlug)
  return {
    name,
    models,
    totalKey: keyOf(name, 'total'),
    from: (figures, decadesAboveFloor) => ({
      name,
      description,
      ...(ofWalls && { walls: Object.fromEntries(ofWalls.map(([wall, of]) => [wall, of(figures)])) }),
      ...(ofBeside && { beside: ofBeside(figures) }),
      ...(ofParts.length === 0 ? {} : { parts: ofParts.map((of) => of(figures)) }),
      total: ofTotal(figures),
      ...(ofWallPlug && { wallPlug: ofWallPlug(figures) }),
      decadesAboveFloor
    })
  }
}

/** The figures that have values; and why those have none that do not, by their names. */
interface Settled<K extends Certainty> {
  readonly figures: Figures<K>
  readonly problems: Readonly<Record<string, readonly Problem[]>>
}

/**
 * Reads figures all at once; or, where that fails though every input is in order, group by group. A wrong
 * input or count is an error of the whole.
 */
const settling = <K extends Certainty>(readAll: ReadAll<K>, models: LedgerModels): Prepared<K>['read'] => {
  const groups = groupsOf(models)
  const shared = models.counts.flops.inputs as Inputs
  const own = Object.values(models.designs).flatMap(({ total }) =>
    Object.keys(total.inputs).filter((name) => !Object.hasOwn(shared, name))
  )
  const readOf = (of: Readonly<Record<string, ModelData>>) => {
    const read = readAll('ledger', of)
    // What only a design takes is no input of the other rows.
    const others = own.filter((name) => !Object.values(of).some(({ inputs }) => Object.hasOwn(inputs, name)))
    if (others.length === 0) return read
    return (inputs: Readonly<Record<string, unknown>>) =>
      read(Object.fromEntries(Object.entries(inputs).filter(([name]) => !others.includes(name))))
  }
  const all = readOf(Object.assign({}, ...groups) as Readonly<Record<string, ModelData>>)
  const { counts } = models
  return (inputs) => {
    const whole = all(inputs)
    if (E.isRight(whole)) return E.right({ figures: whole.right, problems: {} })
    // Counts enter every formula, and flops every count.
    const counted = pipe(
      readOf({ flops: counts.flops } as Readonly<Record<string, ModelData>>)(inputs),
      E.chain(() => readOf(counts as Readonly<Record<string, ModelData>>)(inputs))
    )
    if (E.isLeft(counted)) return E.left(causes(counted.left, whole.left))
    const each = groups.map((group) => ({ names: Object.keys(group), found: readOf(group)(inputs) }))
    const figures = Object.assign(
      {},
      ...each.map(({ found }) => (E.isRight(found) ? found.right : {}))
    ) as Figures<K>
    const problems = Object.fromEntries(
      each.flatMap(({ names, found }) =>
        E.isRight(found) ? [] : names.map((name) => [name, found.left.problems] as const)
      )
    )
    const isEmpty = Object.keys(rowsIn(models)).every((name) => keyOf(name, 'total') in problems)
    return isEmpty ? whole : E.right({ figures, problems })
  }
}

const ledgerWith = <K extends Certainty>({ readAll, decades: above }: LedgerReading<K>): LedgerOf<K> => {
  // Workloads of one kind have one formula: what is made for the first serves the others.
  const prepared = remembered<E.Either<CompositionError, Prepared<K>>>(64)
  const preparedFor = (scenario: Scenario<K>): E.Either<CompositionError, Prepared<K>> => {
    const { workload, design } = scenario
    return prepared(kindOf(scenario), () =>
      pipe(
        ledgerModels(convergenceOf(workload), rulesOf(workload), coolingOf(design), designsOf(scenario)),
        E.map((models) => ({
          models,
          read: settling(readAll, models),
          rows: Object.entries(rowsIn(models)).map(([name, of]) => rowOf<K>(name, of))
        }))
      )
    )
  }

  return (scenario) => {
    const rules = rulesOf(scenario.workload)
    const inputs = valuesOf(scenario)
    const finish = ({ models, rows }: Prepared<K>, { figures, problems }: Settled<K>): Ledger<K> => {
      const totalOf = ({ totalKey, models: { total: model } }: ReadRow<K>): Total<K> | undefined => {
        const energy = figures[totalKey] as Found<K, Energy> | undefined
        return energy && { energy, model, inputs }
      }
      const floorRow = rows.find(({ name }) => name === 'floor')
      const floor = floorRow && totalOf(floorRow)
      const aboveFloor = floor !== undefined && isPositive(floor.energy) ? above(floor) : () => null
      const found = rows.flatMap((row): readonly LedgerRow<K>[] => {
        const own = totalOf(row)
        return own === undefined ? [] : [row.from(figures, isPositive(own.energy) ? aboveFloor(own) : null)]
      })
      const isOwn = ({ name }: LedgerRow<K>): boolean => Object.hasOwn(models.designs, name)
      return {
        scenario,
        inputs,
        counts: {
          updates: figures['updates'] as Found<K, Updates>,
          macs: figures['macs'] as Found<K, Macs>,
          flops: figures['flops'] as Found<K, Flops>,
          derived: derivedBy(rules)
        },
        intermediates: Object.fromEntries(
          Object.keys(models.intermediates).flatMap((name) =>
            name in figures ? [[name, figures[name]!]] : []
          )
        ),
        paradigms: found.filter((row) => !isOwn(row)) as readonly Paradigm<K>[], // of each wall
        designs: found.filter(isOwn),
        outside: rows.flatMap(({ name, totalKey, models: { description } }) => {
          const own = problems[totalKey]
          return own === undefined ? [] : [{ name, description, problems: own }]
        })
      }
    }
    return pipe(
      preparedFor(scenario),
      E.chainW((made) =>
        pipe(
          made.read(inputs),
          E.map((settled) => finish(made, settled))
        )
      )
    )
  }
}

/** Every row of a ledger: the paradigms, then designs of one's own. */
export const ledgerRows = <K extends Certainty>({
  paradigms,
  designs
}: Ledger<K>): readonly LedgerRow<K>[] => [...paradigms, ...designs]

/** From a scenario to its ledger. */
export type LedgerOf<K extends Certainty> = (
  scenario: Scenario<K>
) => E.Either<ModelError | CompositionError, Ledger<K>>

/** For so many digits, made once: formulas of a kind of workload serve the next that is asked about. */
const byDigits = <K extends Certainty>(
  make: (options: EvaluateOptions) => LedgerOf<K>
): ((options?: EvaluateOptions) => LedgerOf<K>) => {
  const known = remembered<LedgerOf<K>>(8)
  return (options = {}) => known(`${typeof options.digits} ${options.digits}`, () => make(options))
}

/** Ledgers of scenarios. */
export const estimator = byDigits<'exact'>((options) =>
  ledgerWith<'exact'>({
    readAll: (name, models) => evaluateAll(name, models, options) as ReturnType<ReadAll<'exact'>>,
    decades: (floor) => {
      const above = decadesAbove(floor.energy)
      return ({ energy }) => above(energy)
    }
  })
)

/** The same, certified. */
export const certifiedEstimator = byDigits<Certainty>((options) =>
  ledgerWith<Certainty>({
    readAll: (name, models) => certifyAll(name, models, options) as ReturnType<ReadAll<Certainty>>,
    decades: (floor) => (total) => certifiedDecades(total.model, floor.model, total.inputs)
  })
)

/**
 * The ledger of a scenario.
 *
 * A paradigm whose models have no value here stands in `outside`, with what they require and what was
 * found; the others stand. A wrong input, or a count outside its domain, is an error of the whole: all
 * problems at once, each with the model, the input and the domain.
 *
 * @since 0.1.0
 */
export const estimate = expecting(
  'estimate',
  { scenario: aScenario, options: digitsAsked },
  (scenario: Scenario, options: EvaluateOptions = {}): E.Either<ModelError | CompositionError, Ledger> =>
    estimator(options)(scenario),
  unfitInputs
)

/**
 * The certified ledger of a scenario: every figure is a rigorous enclosure, for all values that lie
 * between those of the scenario.
 *
 * @since 0.2.0
 */
export const certifiedEstimate = expecting(
  'certifiedEstimate',
  { scenario: aScenario, options: digitsAsked },
  (
    scenario: Scenario<Certainty>,
    options: EvaluateOptions = {}
  ): E.Either<ModelError | CompositionError, CertifiedLedger> => certifiedEstimator(options)(scenario),
  unfitInputs
)
