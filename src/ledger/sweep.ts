/** The totals of a ledger while one of its inputs runs through values. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anInput } from '../formula/kinds'
import { aList, aText, expecting, having, type Kind, listOf } from '../units/argument'
import type { CompositionError } from '../bound/compose'
import type { Input, Tier } from '../formula/model'
import { modelError, type ModelError, type Problem, unfitInputs } from '../reading/error'
import { dimensions, type Energy } from '../units/dimension'
import { formatWith } from '../units/format'
import { aQuantity, isFloat, isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { loopFor, setting, strangeInput, sweepable, totalAt } from './columns'
import { aScenario, type Scenario, valuesOf } from './scenario'

/** What one paradigm, or a design of one's own, takes at each value. @since 0.4.0 */
export interface SweptParadigm {
  readonly name: string
  readonly description: string
  readonly tier: Tier
  /** A total for each value; or why there is none. */
  readonly totals: readonly E.Either<ModelError, Quantity<Energy>>[]
}

/** The totals of a ledger at values of one input. @since 0.4.0 */
export interface Sweep {
  /** Of the scenario. */
  readonly name: string
  /** The input that is swept, as the ledger calls it. */
  readonly input: string
  /** What it is: symbol, unit, range. */
  readonly of: Input<unknown>
  readonly values: readonly Quantity<unknown>[]
  /** What the scenario says itself. */
  readonly stated: Quantity<unknown>
  readonly paradigms: readonly SweptParadigm[]
}

export const aSweep: Kind = having('a sweep, such as sweep gives', {
  name: aText,
  input: aText,
  of: anInput,
  values: listOf('a list of quantities', aQuantity),
  paradigms: listOf('a list of paradigms', having('a paradigm of a sweep', { name: aText, totals: aList }))
})

const pure = dimensions['a pure number']

const asQuantity = (given: number | Quantity<unknown>): Quantity<unknown> =>
  typeof given === 'number' ? ofNumber(pure, given) : given

/** A float64 is dear to make a decimal of. */
const isFinite = (quantity: Quantity<unknown>): boolean =>
  Number.isFinite(quantity.value) || quantity.exact.isFinite()

const unlike = (input: string, name: string, value: unknown, at: number): Problem => {
  const text = isQuantity(value) ? formatWith<unknown>({ digits: 'all' })(value) : String(value)
  const [found, expected] = [`${text} as value ${at + 1}`, `values of ${input} (${name})`]
  const message = `sweep: expected ${expected}, got ${found}`
  return { kind: 'dimension', model: 'sweep', inputs: [input], found, expected, message }
}

/** The float64 of values, or what is wrong with some: in one loop, as there may be many. */
const floatsOf = (
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
    else problems.push(unlike(input, dimension.name, value, at))
  }
  return problems.length > 0 ? E.left(problems) : E.right(floats)
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
      E.chainW(({ rows, totals, read }) => {
        const inputs = sweepable(scenario)
        const base = valuesOf(scenario)
        const of = Object.hasOwn(inputs, input) ? inputs[input] : undefined
        if (of === undefined) return E.left(modelError('sweep', [strangeInput('sweep', scenario, input)]))
        const swept = values.map(asQuantity)
        const floats = floatsOf(input, of, swept)
        if (E.isLeft(floats)) return E.left(modelError('sweep', floats.left))
        const column = { dimension: of.unit.dimension, values: floats.right }
        // The inputs of the ledger are those of its models.
        const givenWith = (each: unknown) => ({ ...base, ...setting(scenario, { [input]: each }) })
        return pipe(
          read(givenWith(column), {
            at: (point) => givenWith(swept[point]),
            areShown: swept.every(isFloat)
          }),
          E.map((found) => ({
            name: scenario.name,
            input,
            of,
            values: swept,
            stated: asQuantity(base[input] as number | Quantity<unknown>),
            paradigms: rows.slice(0, totals).map((row, k) => ({
              ...row,
              totals: swept.map((_, point) => totalAt(found[k]!, point))
            }))
          }))
        )
      })
    ),
  unfitInputs
)
