/**
 * The public functions whose results show themselves: in Node and tslab as text, in Jupyter in every
 * form they have. What they do is done by the functions of the same names in the rooms below.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ModelData, Values } from '../../formula/model'
import * as ledger from '../../ledger/estimate'
import * as explanation from '../../ledger/explain'
import * as holding from '../../ledger/headroom'
import * as barrier from '../../ledger/run-barrier'
import * as sweeping from '../../ledger/sweep'
import * as derivation from '../../reading/explain'
import type { ModelError } from '../../reading/error'
import type { EvaluateOptions } from '../../reading/evaluate'
import type { Derivation } from '../../reading/explain'
import type { Sensitive } from '../../reading/sensitivities'
import * as slopes from '../../reading/sensitivities'
import * as solving from '../../estimate/solve-file'
import * as trace from '../../format/trace/file'
import * as file from '../../estimate/workload-file'
import type { Certainty } from '../../units/enclosure'
import { showing, type MimeBundle } from '../../units/show'
import {
  barrierBundle,
  derivationBundle,
  estimateBundle,
  explanationsBundle,
  headroomBundle,
  sensitivitiesBundle,
  solvedBundle,
  sweepBundle,
  traceBundle
} from './bundles'
import type { AnyEstimate } from '../ledger'

/** A reading whose result shows itself. */
const shown =
  <A extends readonly unknown[], L, R extends object>(
    read: (...given: A) => E.Either<L, R>,
    bundle: (result: R) => MimeBundle
  ) =>
  (...given: A): E.Either<L, R> =>
    E.map((result: R) => showing(result, () => bundle(result)))(read(...given))

/** A ledger alone, without the assumptions that a file makes. */
const ledgerBundle = (of: AnyEstimate['ledger']): MimeBundle =>
  estimateBundle({ ledger: of, assumptions: [] } as AnyEstimate)

/**
 * How the value of a model comes about: its formula with the value of every input and of every model
 * that it is made of, down to formulas made of no other, each with its tier, constraint and sources.
 *
 * Its value is that of `evaluate`, and so are its errors; a part without a finite value is one more.
 *
 * @example
 * import { explain, rateCappedReset, kelvin, gigahertz, nanoseconds, format } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const reset = { temperature: kelvin(300), errorProbability: 0.01, attemptRate: gigahertz(1), duration: nanoseconds(10) }
 * const derivation = explain(rateCappedReset)(reset)
 * pipe(derivation, E.map(({ symbol, formula }) => `${symbol} = ${formula}`)) // right('E_Γ = E_L + E_S')
 * pipe(derivation, E.map(({ terms }) => terms.map(({ name, value }) => `${name}: ${format(value)}`)))
 * // right(["landauer: 2.639 zJ/bit","speedLimit: 199.1 yJ"])
 *
 * @since 0.2.0
 */
export const explain = <I, D>(
  model: ModelData<I, D>,
  options: EvaluateOptions = {}
): ((inputs: Values<I>) => E.Either<ModelError, Derivation<D>>) =>
  shown(derivation.explain(model, options), derivationBundle)

/**
 * How much each input of a model matters: elasticities and derivatives, the largest elasticity first.
 *
 * An elasticity of −2 says that one percent more of the input is two percent less of the value. Where
 * the value is 0 nothing is a percent of it, and that is an error. Where the value is infinitely steep,
 * as at a probability of 1, the elasticity is ∞ or −∞ and there is no derivative; the others are given.
 * An input of 0 has no percent: its elasticity is 0. Where a maximum or minimum switches between two
 * formulas, it is half-way between their slopes; where the slope of either is infinite, so is that of the
 * maximum.
 *
 * @example
 * import { sensitivities, limUpdate, kelvin, gigahertz, megahertz, bits } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const given = {
 *   temperature: kelvin(300),
 *   attemptRate: gigahertz(1),
 *   initialRate: megahertz(1),
 *   precision: bits(8),
 *   shape: 0.5,
 *   errorProbability: 0.01,
 *   hops: 1,
 *   recovery: 0
 * }
 * const knobs = pipe(
 *   sensitivities(limUpdate)(given),
 *   E.map((all) => all.map(({ symbol, elasticity }) => `${symbol} ${elasticity.value.toFixed(2)}`).join(', '))
 * )
 * knobs // right('T 1.00, h 1.00, b 0.17, σ 0.17, ε -0.10, f₀ 0.06, r₁ -0.06, ρ 0.00')
 *
 * @since 0.2.0
 */
export const sensitivities = <I, D>(model: ModelData<I, D>, options: EvaluateOptions = {}): Sensitive<I> =>
  shown(slopes.sensitivities(model, options), sensitivitiesBundle)

/**
 * The ledger of a scenario.
 *
 * A paradigm whose models have no value here stands in `outside`, with what they require and what was
 * found; the others stand. A wrong input, or a count outside its domain, is an error of the whole: all
 * problems at once, each with the model, the input and the domain.
 *
 * @since 0.1.0
 */
export const estimate = shown(ledger.estimate, ledgerBundle)

/**
 * The certified ledger of a scenario: every figure is a rigorous enclosure, for all values that lie
 * between those of the scenario.
 *
 * @since 0.2.0
 */
export const certifiedEstimate = shown(ledger.certifiedEstimate, ledgerBundle)

/**
 * The derivations of a ledger: of the paradigms and figures named, or of every paradigm. A name that
 * the ledger does not have is left out; `explainableNames` has them all.
 *
 * @since 0.2.0
 */
export const explainLedger = shown(explanation.explainLedger, explanationsBundle)

/**
 * The ledger of a workload file, with the assumptions that it rests on; or all that is wrong with
 * the file, each problem with its JSON pointer and its line.
 *
 * @example
 * import { estimateFile } from 'limen'
 * estimateFile('{ "name": "nothing yet" }') // left: /workload (line 1): missing: expected an object of workload fields
 *
 * @since 0.1.0
 */
export const estimateFile = shown(file.estimateFile, estimateBundle)

/**
 * The certified ledger of a workload file: every figure is a rigorous enclosure. Values of the file
 * may be uncertain: "300 K ± 2 K", "[1e9, 1e10] Hz".
 *
 * @since 0.2.0
 */
export const certifiedEstimateFile = shown(file.certifiedEstimateFile, estimateBundle)

/** The same of a value with the fields of a workload file, such as one made from a trace. @since 0.3.0 */
export const estimateValue = shown(file.estimateValue, estimateBundle)

/** The same, certified. @since 0.3.0 */
export const certifiedEstimateValue = shown(file.certifiedEstimateValue, estimateBundle)

/** Solves the problem of a file, or says why it has no solution. @since 0.3.0 */
export const solveProblem = shown(solving.solveProblem, solvedBundle)

/** What a trace says, from its whole text. @since 0.3.0 */
export const parseTrace = shown(trace.parseTrace, traceBundle)

/**
 * `estimateFile` for many files: what has the same formulas shares them, so that each after the first
 * takes a third of the time. The options hold for all of them.
 *
 * @example
 * import { fileEstimator } from 'limen'
 * const estimate = fileEstimator()
 * estimate('{ "name": "nothing yet" }') // left: /workload (line 1): missing: expected an object of workload fields
 * estimate('[]') // left: (line 1): expected an object with a name, a workload and a design, got a list
 *
 * @since 0.4.0
 */
export const fileEstimator = (options: file.FileOptions = {}): file.FileEstimator<'exact'> =>
  shown(file.fileEstimator(options), estimateBundle)

/** The same, certified. @since 0.4.0 */
export const certifiedFileEstimator = (options: file.FileOptions = {}): file.FileEstimator<Certainty> =>
  shown(file.certifiedFileEstimator(options), estimateBundle)

/**
 * What each paradigm takes while one input of the ledger runs through values, in float64; where a
 * value is outside the domain of a paradigm there is no total, but the reason.
 *
 * The input is one that the ledger of this scenario takes, such as temperature, precision,
 * errorProbability, attemptRate, parameters, duration; or updates, macs and flops, where the scenario
 * gives them. Values are quantities of its dimension; numbers too where it is a pure number. An input
 * that is not there, or values of another dimension, are an error.
 *
 * @example
 * import { estimateFile, kelvin, sweep, format } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const estimate = estimateFile(`{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "1e6 parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`)
 * const floors = pipe(
 *   estimate,
 *   E.chainW(({ ledger }) => sweep(ledger.scenario, 'temperature', [kelvin(4), kelvin(300)])),
 *   E.chainW(({ paradigms }) => E.sequenceArray(paradigms[0]!.totals)),
 *   E.map((totals) => totals.map((total) => format(total)).join(' to '))
 * )
 * floors // right('306.2 aJ to 22.97 fJ')
 *
 * @since 0.4.0
 */
export const sweep = shown(sweeping.sweep, sweepBundle)

/**
 * The barrier B_k of a memory that is matched to its optimiser, over the updates of a parameter: for
 * steps that do not shrink, shrink by a constant factor or as a power of their number, or as a run has
 * recorded them. With a measured shape alone, only first, last and mean barrier are known.
 *
 * Where the updates are faster than the attempt rate, or a barrier of the ledger is outside its domain,
 * that is the error; so is a run that moved nothing.
 *
 * @example
 * import { estimateFile, format, runBarrier } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const ends = pipe(
 *   estimateFile(`{
 *     "name": "small",
 *     "workload": {
 *       "parameters": "1e6 parameter",
 *       "precision": "8 bit",
 *       "convergence": "exponential",
 *       "duration": "1 h",
 *       "operations": "1e12 flop",
 *       "updates": "one per flop"
 *     }
 *   }`),
 *   E.chainW(({ ledger }) => runBarrier(ledger.scenario)),
 *   E.map(({ first, last }) => `${format(first)} to ${format(last)}`)
 * )
 * ends // right('72.09 zJ to 95.05 zJ')
 *
 * @since 0.4.0
 */
export const runBarrier = shown(barrier.runBarrier, barrierBundle)

/**
 * Each action of a table against the bounds that apply to it: how many decades it is above each, and
 * which is its floor; and the totals of the table against a ledger.
 *
 * A word that is written or accumulated is overwritten (`landauer`); what a static memory pays for that,
 * where one is given, stands beside and is no bound (`staticWrite`). One that is read or converted is
 * measured into a register that is reset (`readInformation`), and a limit of converters
 * (`converterEnergy`) stands beside; a result that is computed overwrites its register (`landauer`).
 * Of a transfer, of leakage, and of what is not known, no floor is claimed. A word of unknown width is
 * held against one bit, which is still a lower bound.
 *
 * Errors: what is outside the domain of a bound; bits that are none, or of no component of the table.
 *
 * @example
 * import { headroom, kelvin, one, picojoules } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const read = { component: 'weight_reg', action: 'read', kind: 'read', energy: picojoules(0.144), bits: 8 } as const
 * const table = { format: 'by hand', name: 'a register', actions: [read], totals: [], notes: [] }
 * const held = headroom(table, { temperature: kelvin(300), errorProbability: one(0) })
 * pipe(held, E.map(({ actions }) => actions[0]?.floor?.decades?.toFixed(2))) // right('6.80')
 *
 * @since 0.4.0
 */
export const headroom = shown(holding.headroom, headroomBundle)
