/** The totals of a ledger while one of its inputs runs through values; in float64, or enclosed. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anInput, digitsAsked } from '../formula/kinds'
import { aList, aText, expecting, having, type Kind, listOf } from '../units/argument'
import type { CompositionError } from '../bound/compose'
import type { Input, Tier } from '../formula/model'
import { modelError, type ModelError, type Problem, unfitInputs } from '../reading/error'
import type { EvaluateOptions } from '../reading/evaluate'
import { dimensions, type Energy } from '../units/dimension'
import { isEnclosure, type Certainty, type Enclosure, type Stated } from '../units/enclosure'
import { formatWith } from '../units/format'
import { aQuantity, isFloat, isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { certifiedRows } from './certified-rows'
import { loopFor, setting, strangeInput, sweepable, totalAt } from './columns'
import type { Found } from './estimate'
import { aScenario, type Scenario, valuesOf } from './scenario'

/** What one paradigm, or a design of one's own, takes at each value. @since 0.4.0 */
export interface SweptParadigm<K extends Certainty = 'exact'> {
  readonly name: string
  readonly description: string
  readonly tier: Tier
  /** A total for each value; or why there is none. */
  readonly totals: readonly E.Either<ModelError, Found<K, Energy>>[]
}

/** The totals of a ledger at values of one input. @since 0.4.0 */
export interface Sweep<K extends Certainty = 'exact'> {
  /** Of the scenario. */
  readonly name: string
  /** The input that is swept, as the ledger calls it. */
  readonly input: string
  /** What it is: symbol, unit, range. */
  readonly of: Input<unknown>
  readonly values: readonly Quantity<unknown>[]
  /** What the scenario says itself. */
  readonly stated: Stated<K, unknown>
  readonly paradigms: readonly SweptParadigm<K>[]
}

/** The totals of a ledger at values of one input, each a rigorous enclosure. @since 0.12.0 */
export interface CertifiedSweep extends Sweep<Certainty> {
  /** The other inputs that may be anything between two values, as the ledger calls them. */
  readonly uncertain: Readonly<Record<string, Enclosure<unknown>>>
}

/** A sweep, certified or not: what is read of both. */
export interface AnySweep extends Omit<Sweep, 'paradigms' | 'stated'> {
  readonly stated: CertifiedSweep['stated']
  readonly paradigms: readonly SweptTotals[]
  readonly uncertain?: CertifiedSweep['uncertain']
}

/** What one row takes at each value, certified or not. */
export interface SweptTotals extends Omit<SweptParadigm, 'totals'> {
  readonly totals: readonly E.Either<ModelError, Quantity<Energy> | Enclosure<Energy>>[]
}

export const aSweep: Kind = having('a sweep, such as sweep gives', {
  name: aText,
  input: aText,
  of: anInput,
  values: listOf('a list of quantities', aQuantity),
  paradigms: listOf('a list of paradigms', having('a paradigm of a sweep', { name: aText, totals: aList }))
})

const pure = dimensions['a pure number']

const asQuantity = <Q>(given: number | Q): Q | Quantity<unknown> =>
  typeof given === 'number' ? ofNumber(pure, given) : given

/** A float64 is dear to make a decimal of. */
const isFinite = (quantity: Quantity<unknown>): boolean =>
  Number.isFinite(quantity.value) || quantity.exact.isFinite()

const unlike = (by: string, input: string, name: string, value: unknown, at: number): Problem => {
  const text = isQuantity(value) ? formatWith<unknown>({ digits: 'all' })(value) : String(value)
  const [found, expected] = [`${text} as value ${at + 1}`, `values of ${input} (${name})`]
  const message = `${by}: expected ${expected}, got ${found}`
  return { kind: 'dimension', model: by, inputs: [input], found, expected, message }
}

/** The float64 of values, or what is wrong with some: in one loop, as there may be many. */
const floatsOf = (
  by: string,
  input: string,
  { unit: { dimension } }: Input<unknown>,
  values: readonly unknown[]
): E.Either<readonly Problem[], Float64Array> => {
  const floats = new Float64Array(values.length)
  const problems: Problem[] = []
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (isQuantity(value) && value.dimension.key === dimension.key && isFinite(value))
      floats[at] = value.value
    else problems.push(unlike(by, input, dimension.name, value, at))
  }
  return problems.length > 0 ? E.left(problems) : E.right(floats)
}

/** What is asked of a scenario. */
interface Asked {
  readonly of: Input<unknown>
  readonly swept: readonly Quantity<unknown>[]
  readonly floats: Float64Array
  readonly stated: Quantity<unknown> | Enclosure<unknown>
  /** The inputs of the ledger where the one that is swept is set anew. */
  readonly givenWith: (each: unknown) => Readonly<Record<string, unknown>>
}

/** What is asked of a scenario by a function, if it can be. */
const askedOf = (
  by: string,
  scenario: Scenario<Certainty>,
  input: string,
  values: readonly (number | Quantity<unknown>)[]
): E.Either<ModelError, Asked> => {
  const inputs = sweepable(scenario)
  const of = Object.hasOwn(inputs, input) ? inputs[input] : undefined
  if (of === undefined) return E.left(modelError(by, [strangeInput(by, scenario, input)]))
  const base = valuesOf(scenario)
  const swept = values.map((value) => asQuantity(value))
  return pipe(
    floatsOf(by, input, of, swept),
    E.bimap(
      (problems) => modelError(by, problems),
      (floats) => ({
        of,
        swept,
        floats,
        stated: asQuantity(base[input] as number | Asked['stated']),
        givenWith: (each) => ({ ...base, ...setting(scenario, { [input]: each }) })
      })
    )
  )
}

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
 * import { kelvin, sweep, format } from 'limen'
 * import { estimateFile } from 'limen/files'
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
export const sweep = expecting(
  'sweep',
  { scenario: aScenario, input: aText, values: aList },
  (
    scenario: Scenario,
    input: string,
    values: readonly (number | Quantity<unknown>)[]
  ): E.Either<ModelError | CompositionError, Sweep> =>
    pipe(
      loopFor(scenario),
      E.bindTo('loop'),
      E.bindW('asked', () => askedOf('sweep', scenario, input, values)),
      E.chainW(({ loop: { rows, totals, read }, asked: { of, swept, floats, stated, givenWith } }) =>
        pipe(
          // The inputs of the ledger are those of its models.
          read(givenWith({ dimension: of.unit.dimension, values: floats }), {
            at: (point) => givenWith(swept[point]),
            areShown: swept.every(isFloat)
          }),
          E.map((found) => ({
            name: scenario.name,
            input,
            of,
            values: swept,
            stated: stated as Quantity<unknown>, // of an exact scenario
            paradigms: rows.slice(0, totals).map((row, k) => ({
              ...row,
              totals: swept.map((_, point) => totalAt(found[k]!, point))
            }))
          }))
        )
      )
    ),
  unfitInputs
)

/** What may be anything between two values, told once: what is not said by itself is what another input is. */
const uncertainIn = (given: Readonly<Record<string, unknown>>): CertifiedSweep['uncertain'] =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value], at, all) =>
      isEnclosure(value) &&
      value.lower.exact.lt(value.upper.exact) &&
      all.findIndex(([, other]) => other === value) === at
        ? [[name, value]]
        : []
    )
  )

/**
 * `sweep`, certified: each total is a rigorous enclosure, for all values that lie between those of the scenario.
 * The values of the input that is swept are exact. Where a paradigm need not have a value for all of them there
 * is no enclosure, but the reason.
 *
 * @example
 * import { certifiedSweep, format, kelvin } from 'limen'
 * import { certifiedEstimateFile } from 'limen/files'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const estimate = certifiedEstimateFile(`{
 *   "name": "small",
 *   "workload": {
 *     "parameters": "[1e6, 2e6] parameter",
 *     "precision": "8 bit",
 *     "convergence": "exponential",
 *     "duration": "1 h",
 *     "operations": "1e15 flop",
 *     "updates": "one per flop"
 *   }
 * }`)
 * const floors = pipe(
 *   estimate,
 *   E.chainW(({ ledger }) => certifiedSweep(ledger.scenario, 'temperature', [kelvin(4), kelvin(300)])),
 *   E.chainW(({ paradigms }) => E.sequenceArray(paradigms[0]!.totals)),
 *   E.map((totals) => totals.map((total) => format(total)).join(' to '))
 * )
 * floors // right('[306.2, 612.5] aJ to [22.96, 45.94] fJ')
 *
 * @since 0.12.0
 */
export const certifiedSweep = expecting(
  'certifiedSweep',
  { scenario: aScenario, input: aText, values: aList, options: digitsAsked },
  (
    scenario: Scenario<Certainty>,
    input: string,
    values: readonly (number | Quantity<unknown>)[],
    options: EvaluateOptions = {}
  ): E.Either<ModelError | CompositionError, CertifiedSweep> =>
    pipe(
      certifiedRows(scenario, options),
      E.bindTo('certified'),
      E.bindW('asked', () => askedOf('certifiedSweep', scenario, input, values)),
      E.map(({ certified: { rows, totals }, asked: { of, swept, stated, givenWith } }) => ({
        name: scenario.name,
        input,
        of,
        values: swept,
        stated,
        uncertain: uncertainIn(givenWith(undefined)),
        paradigms: rows
          .slice(0, totals)
          .map(({ row, total }) => ({ ...row, totals: swept.map((value) => total(givenWith(value))) }))
      }))
    ),
  unfitInputs
)
