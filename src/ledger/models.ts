/**
 * The ledger as models: an entry bounds the process named for its wall, of the kinds of what it is made
 * of, so that the walls of a paradigm add, and a wall and its own models do not.
 */
import { sequenceS } from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aText, expecting, optional, wordOf } from '../units/argument'
import { total, type AnyModel, type CompositionError } from '../bound/compose'
import { unfitBounds } from '../bound/error'
import { allNamed } from '../bound/process'
import type { Inputs, ModelData, Process } from '../formula/model'
import { model } from '../physics/model'
import type { Energy } from '../units/dimension'
import { joules, joulesPerUpdate, one, updatesPerParameter } from '../units/si'
import type { Unit } from '../units/unit'
import type { Expression, Symbols } from '../formula/expression'
import { countModels, countsBy } from '../workload/counts'
import { allGiven, someRules, type CountRules } from '../workload/known'
import { coolingBy } from './cooling'
import { inputsBy, type Cooling } from './inputs'
import { matched, paradigms, speeds, staticBarrier, staticWriteOfOne, walls, wholes } from './paradigms'
import type { Convergence, Entry, Given, ParadigmName, Wall } from './paradigms'

/** The models of one paradigm: at each wall, where it is known, and in all. @since 0.1.0 */
export interface ParadigmModels {
  readonly walls?: { readonly [W in Wall]: AnyModel<Energy> }
  readonly total: AnyModel<Energy>
  /** The total at the wall plug, where heat is pumped out of the cold. */
  readonly wallPlug?: AnyModel<Energy>
}

/** The models of a ledger. @since 0.1.0 */
export interface LedgerModels {
  readonly paradigms: { readonly [P in ParadigmName]: ParadigmModels }
  /** Updates, macs and flops, given or as they follow. */
  readonly counts: ReturnType<typeof countModels>
  /** What several entries share: updates per parameter, speed of convergence, barriers, cooling. */
  readonly intermediates: Readonly<Record<string, AnyModel<unknown>>>
}

/** A formula of the ledger's inputs and counts, as one of the inputs of a model. */
type Lift = <D>(formula: (given: Given) => Expression<D>) => (given: Symbols<Inputs>) => Expression<D>

/** The kind of what is spent at a wall. */
const kinds: { readonly [W in Wall]: Process } = {
  memory: 'read',
  update: 'update',
  consolidation: 'consolidation'
}

/** What an entry is about at a wall: that wall's process, also of the kinds of what it is made of. */
const processesAt = (wall: Wall, parts: readonly ModelData[]): readonly Process[] =>
  allNamed(`learning/${wall}`, [kinds[wall], ...parts.flatMap(({ processes }) => processes)])

const entryModel = (
  inputs: Inputs,
  lift: Lift,
  paradigm: string,
  at: Wall | 'total',
  { formula, ...entry }: Entry
): AnyModel<Energy> => {
  const definition = {
    ...entry,
    name: `${paradigm}.${at}`,
    symbol: `E_${at}`,
    inputs,
    unit: joules,
    formula: lift(formula)
  }
  // What it is made of is known once it is made.
  const { parts } = model<Inputs, Energy>(definition)
  const processes = (at === 'total' ? walls : [at]).flatMap((wall) => processesAt(wall, parts))
  return model<Inputs, Energy>({ ...definition, processes })
}

/** A total with what it takes at the wall plug. */
const plugged =
  (inputs: Inputs, cooling: Cooling) =>
  (paradigm: string, { total, ...models }: ParadigmModels): ParadigmModels => {
    const cost = coolingBy[cooling]
    if (cost === undefined) return { ...models, total }
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
    return { ...models, total, wallPlug }
  }

const summed =
  (inputs: Inputs, lift: Lift) =>
  (paradigm: string, entries: Readonly<Record<Wall, Entry>>): E.Either<CompositionError, ParadigmModels> => {
    const at = (wall: Wall): AnyModel<Energy> => entryModel(inputs, lift, paradigm, wall, entries[wall])
    const parts = { memory: at('memory'), update: at('update'), consolidation: at('consolidation') }
    return pipe(
      total(parts.memory, parts.update),
      E.chain((both) => total(both, parts.consolidation)),
      E.map((whole) => ({ walls: parts, total: whole }))
    )
  }

/**
 * The ledger for one kind of convergence and of cooling, as models of its inputs: evaluate them, or compose
 * further. Counts are inputs, unless the rules say that they follow from others.
 *
 * @since 0.1.0
 */
export const ledgerModels = expecting(
  'ledgerModels',
  {
    convergence: aText,
    rules: optional(someRules),
    cooling: optional(wordOf(['none', 'perfect', 'stated']))
  },
  (
    convergence: Convergence,
    rules: CountRules = allGiven,
    cooling: Cooling = 'none'
  ): E.Either<CompositionError, LedgerModels> => {
    if (!Object.hasOwn(speeds, convergence))
      return E.left({
        _tag: 'CompositionError',
        kind: 'inputs',
        message: `there is no convergence "${convergence}", only ${Object.keys(speeds).join(', ')}`
      })
    const inputs = inputsBy(rules, convergence === 'measured', cooling)
    const speed = speeds[convergence]
    const plug = plugged(inputs, cooling)
    const refrigeration = coolingBy[cooling]
    // The inputs of the models are those of the ledger, but for counts that follow.
    const lift: Lift = (formula) => (given) =>
      formula({ ...given, ...countsBy(rules, given) } as unknown as Given)
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

    const { floor, bitFlip, limRecovered, limDissipated, cim, vonNeumann } = paradigms(speed)
    const sum = (paradigm: string, entries: Readonly<Record<Wall, Entry>>) =>
      pipe(
        summed(inputs, lift)(paradigm, entries),
        E.map((models) => plug(paradigm, models))
      )
    return pipe(
      sequenceS(E.Applicative)({
        floor: sum('floor', floor),
        bitFlip: sum('bitFlip', bitFlip),
        limRecovered: sum('limRecovered', limRecovered),
        limDissipated: sum('limDissipated', limDissipated),
        cim: sum('cim', cim),
        vonNeumann: sum('vonNeumann', vonNeumann)
      }),
      E.map((split) => ({
        paradigms: {
          ...split,
          accelerator: plug('accelerator', {
            total: entryModel(inputs, lift, 'accelerator', 'total', wholes.accelerator)
          })
        },
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
