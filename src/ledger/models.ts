/**
 * The ledger as models: an entry bounds the process named for its wall, of the kinds of what it is made
 * of, so that the walls of a paradigm add, and a wall and its own models do not.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aText, expecting, optional, wordOf } from '../units/argument'
import { total, type AnyModel, type CompositionError } from '../bound/compose'
import { unfitBounds } from '../bound/error'
import { allNamed } from '../bound/process'
import type { Inputs, ModelData, Process } from '../formula/model'
import { model } from '../physics/model'
import type { Energy } from '../units/dimension'
import type { Certainty } from '../units/enclosure'
import { onceOf } from '../units/remembered'
import { joules, joulesPerUpdate, one, updatesPerParameter } from '../units/si'
import type { Unit } from '../units/unit'
import type { Expression, Symbols } from '../formula/expression'
import { countModels, countsBy } from '../workload/counts'
import { allGiven, someRules, type CountRules } from '../workload/known'
import { coolingBy } from './cooling'
import { checkedRows, someDesigns, type OwnDesign } from './design'
import { inputsBy, type Cooling } from './inputs'
import { matched, paradigms, speeds, staticBarrier, staticWriteOfOne, walls } from './paradigms'
import type { Convergence, Given, ParadigmName, Part, Place, Row, Wall } from './paradigms'

/** The models of a row: at the walls of which something is known, and in all. @since 0.7.0 */
export interface RowModels {
  readonly description: string
  /** What a design leaves open, in a sentence: its total is of the rest. @since 0.8.0 */
  readonly untold?: string
  readonly walls?: { readonly [W in Wall]?: AnyModel<Energy> }
  /** What is spent beside the walls, where walls are known. @since 0.7.0 */
  readonly beside?: AnyModel<Energy>
  /** The parts that have names, each with where it spends. @since 0.7.0 */
  readonly parts: Readonly<Record<string, { readonly place: Place; readonly model: AnyModel<Energy> }>>
  readonly total: AnyModel<Energy>
  /** The total at the wall plug, where heat is pumped out of the cold. */
  readonly wallPlug?: AnyModel<Energy>
}

/** The models of one paradigm: at each wall, where it is known, and in all. @since 0.1.0 */
export interface ParadigmModels extends RowModels {
  readonly walls?: { readonly [W in Wall]: AnyModel<Energy> }
}

/** The models of a ledger. @since 0.1.0 */
export interface LedgerModels {
  readonly paradigms: { readonly [P in ParadigmName]: ParadigmModels }
  /** Of one's own, by their names. @since 0.7.0 */
  readonly designs: Readonly<Record<string, RowModels>>
  /** Updates, macs and flops, given or as they follow. */
  readonly counts: ReturnType<typeof countModels>
  /** What several entries share: updates per parameter, speed of convergence, barriers, cooling. */
  readonly intermediates: Readonly<Record<string, AnyModel<unknown>>>
}

/** A formula of the ledger's inputs and counts, as one of the inputs of a model. */
type Lift = <D>(formula: (given: Given) => Expression<D>) => (given: Symbols<Inputs>) => Expression<D>

/** The kind of what is spent at a wall. */
const kinds: { readonly [P in Place]: Process } = {
  memory: 'read',
  update: 'update',
  consolidation: 'consolidation',
  beside: 'idling'
}

/** What is spent at a place: that place's process, also of the kinds of what it is made of. */
const processesAt = (place: Place, parts: readonly ModelData[]): readonly Process[] =>
  allNamed(`learning/${place}`, [kinds[place], ...parts.flatMap(({ processes }) => processes)])

/** Where a row spends of which no wall is known: at all of them. */
const everywhere: readonly Place[] = walls

const partModel =
  (inputs: Inputs, lift: Lift, row: string, isWhole: boolean) =>
  ({ formula, name: own, place, ...entry }: Part): AnyModel<Energy> => {
    const at = isWhole ? 'total' : (own ?? place)
    return model<Inputs, Energy>({
      ...entry,
      name: `${row}.${at}`,
      symbol: `E_${own === undefined ? at : own.replace(/[^\p{L}\p{N}]+/gu, '')}`,
      inputs,
      unit: joules,
      formula: lift(formula),
      processes: (parts) => (isWhole ? everywhere : [place]).flatMap((at) => processesAt(at, parts))
    })
  }

const once = <A>(items: readonly A[]): readonly A[] => [...new Set(items)]

/** What several parts spend at one place: a design says of them that they are apart. */
const together = (
  row: string,
  at: Place | 'total',
  inputs: Inputs,
  parts: readonly AnyModel<Energy>[]
): AnyModel<Energy> => {
  const [first, ...rest] = parts
  if (first !== undefined && rest.length === 0) return first
  return model<Inputs, Energy>({
    name: `${row}.${at}`,
    symbol: `E_${at}`,
    summary: parts.map(({ summary }) => summary).join('; '),
    constraint: once(parts.map(({ constraint }) => constraint)).join('; '),
    inputs,
    unit: joules,
    formula: (given) => parts.map((part) => part.of(given)).reduce((sum, part) => sum.plus(part)),
    processes: once(parts.flatMap(({ processes }) => processes))
  })
}

/** What a total takes at the wall plug, where heat is pumped out of the cold. */
const plugged = (
  inputs: Inputs,
  cooling: Cooling,
  paradigm: string,
  total: AnyModel<Energy>
): Pick<RowModels, 'wallPlug'> => {
  const cost = coolingBy[cooling]
  if (cost === undefined) return {}
  const wallPlug = model<Inputs, Energy>({
    name: `${paradigm}.wallPlug`,
    symbol: 'E_plug',
    summary: `${total.summary}, at the wall plug`,
    inputs,
    unit: joules,
    formula: (given) => total.of(given).times(cost(given as never)), // every ledger has a temperature
    constraint: total.constraint,
    processes: total.processes
  })
  return { wallPlug }
}

/** The models of a row: its parts, its walls and their sum, or the whole. */
const modelsOf =
  (shared: Inputs, lift: Lift, cooling: Cooling) =>
  ({ name, description, parts, untold, inputs: own }: Row): E.Either<CompositionError, RowModels> => {
    const inputs = own === undefined ? shared : Object.freeze({ ...shared, ...own })
    const isWhole = parts.every(({ place }) => place === 'beside')
    const made = parts.map((part) => ({
      ...part,
      model: partModel(inputs, lift, name, isWhole && parts.length === 1)(part)
    }))
    const at = (place: Place): readonly AnyModel<Energy>[] => {
      const those = made.filter((part) => part.place === place).map(({ model }) => model)
      return those.length === 0 ? [] : [together(name, place, inputs, those)]
    }
    const named = made.flatMap(({ name: part, place, model }) =>
      part === undefined ? [] : [[part, { place, model }] as const]
    )
    const finish = (whole: AnyModel<Energy>): RowModels => {
      const known = walls.flatMap((wall) => at(wall).map((model) => [wall, model] as const))
      const [beside] = isWhole ? [] : at('beside')
      return {
        description,
        ...(untold === undefined ? {} : { untold }),
        parts: Object.fromEntries(named),
        ...(isWhole ? {} : { walls: Object.fromEntries(known) }),
        ...(beside === undefined ? {} : { beside }),
        total: whole,
        ...plugged(inputs, cooling, name, whole)
      }
    }
    // A row has a part.
    const [first, ...others] = [...walls, 'beside' as const].flatMap(at) as [AnyModel<Energy>]
    const whole = others.reduce<E.Either<CompositionError, AnyModel<Energy>>>(
      (sum, each) =>
        pipe(
          sum,
          E.chain((so) => total(so, each))
        ),
      E.right(first)
    )
    return pipe(whole, E.map(finish))
  }

/**
 * The ledger for one kind of convergence and of cooling, as models of its inputs: evaluate them, or compose
 * further. Counts are inputs, unless the rules say that they follow from others. Designs of one's own
 * are paradigms like the others.
 *
 * @since 0.1.0
 */
export const ledgerModels = expecting(
  'ledgerModels',
  {
    convergence: aText,
    rules: optional(someRules),
    cooling: optional(wordOf(['none', 'perfect', 'stated'])),
    designs: optional(someDesigns)
  },
  (
    convergence: Convergence,
    rules: CountRules = allGiven,
    cooling: Cooling = 'none',
    designs: readonly OwnDesign<Certainty>[] = []
  ): E.Either<CompositionError, LedgerModels> => {
    if (!Object.hasOwn(speeds, convergence))
      return E.left({
        _tag: 'CompositionError',
        kind: 'inputs',
        message: `there is no convergence "${convergence}", only ${Object.keys(speeds).join(', ')}`
      })
    const inputs = inputsBy(rules, convergence === 'measured', cooling)
    const speed = speeds[convergence]
    const refrigeration = coolingBy[cooling]
    // The inputs of the models are those of the ledger, but for counts that follow.
    const withCounts = onceOf((given: Symbols<Inputs>) =>
      Object.freeze({ ...given, ...countsBy(rules, given) } as unknown as Given)
    )
    const lift: Lift = (formula) => (given) => formula(withCounts(given))
    const intermediate = <D>(
      name: string,
      symbol: string,
      unit: Unit<D>,
      formula: (given: Given) => Expression<D>
    ): AnyModel<unknown> =>
      model<Inputs, D>({
        name,
        symbol,
        summary: name,
        inputs,
        unit,
        formula: lift(formula),
        constraint: ''
      })

    const all = (rows: readonly Row[]): E.Either<CompositionError, Readonly<Record<string, RowModels>>> =>
      pipe(
        rows,
        E.traverseArray((row) =>
          pipe(
            row,
            modelsOf(inputs, lift, cooling),
            E.map((models) => [row.name, models] as const)
          )
        ),
        E.map((made) => Object.fromEntries(made))
      )
    return pipe(
      E.Do,
      E.bind('paradigms', () => all(paradigms(speed))),
      E.bind('designs', () => pipe(checkedRows(designs), E.chain(all))),
      E.map((rows) => ({
        paradigms: rows.paradigms as LedgerModels['paradigms'], // each pays at every wall, or in all
        designs: rows.designs,
        counts: countModels(rules, inputs),
        intermediates: {
          updatesPerParameter: intermediate('updatesPerParameter', 'n', updatesPerParameter, (given) =>
            given.updates.over(given.parameters)
          ),
          meanStep: intermediate('meanStep', 'ᾱ', one, speed.meanStep),
          shape: intermediate('shape', 'σ', one, speed.shape),
          retentionBarrier: intermediate('retentionBarrier', 'B', joules, staticBarrier),
          staticWrite: intermediate('staticWrite', 'W', joulesPerUpdate, staticWriteOfOne),
          meanMatchedBarrier: intermediate('meanMatchedBarrier', 'B̄', joulesPerUpdate, matched(speed)),
          ...(refrigeration === undefined
            ? {}
            : {
                refrigeration: intermediate('refrigeration', 'r_h', one, (given) =>
                  refrigeration(given as never)
                )
              })
        }
      }))
    )
  },
  unfitBounds
)
