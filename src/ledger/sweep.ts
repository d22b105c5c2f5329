/** The totals of a ledger while one of its inputs runs through values. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { anInput } from '../formula/kinds'
import { aList, aText, expecting, having, type Kind, listOf } from '../units/argument'
import type { CompositionError } from '../bound/compose'
import type { Input, Inputs, Tier } from '../formula/model'
import { modelError, type ModelError, type Problem, unfitInputs } from '../reading/error'
import type { Evaluated } from '../reading/evaluate'
import { evaluateNumber } from '../reading/evaluate-number'
import { dimensions, type Energy } from '../units/dimension'
import { formatWith } from '../units/format'
import { aQuantity, isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { remembered } from '../units/remembered'
import { derivedBy, rulesOf } from '../workload/known'
import { ownInputsOf } from './design'
import { inputsBy } from './inputs'
import { ledgerModels, type RowModels } from './models'
import { aScenario, convergenceOf, coolingOf, designsOf, kindOf, type Scenario, valuesOf } from './scenario'

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

/**
 * The inputs of the ledger of a scenario, by name: what a sweep may run through.
 *
 * @since 0.4.0
 */
export const sweepable = expecting(
  'sweepable',
  { scenario: aScenario },
  (scenario: Scenario): Readonly<Record<string, Input<unknown>>> => {
    const { workload, design } = scenario
    return {
      ...inputsBy(rulesOf(workload), convergenceOf(workload) === 'measured', coolingOf(design)),
      ...Object.fromEntries(ownInputsOf(designsOf(scenario)).map(({ name, of }) => [name, of]))
    }
  }
)

const pure = dimensions['a pure number']

const asQuantity = (given: number | Quantity<unknown>): Quantity<unknown> =>
  typeof given === 'number' ? ofNumber(pure, given) : given

const problem = (
  kind: Problem['kind'],
  inputs: readonly string[],
  found: string,
  expected: string,
  message = `sweep: expected ${expected}, got ${found}`
): Problem => ({ kind, model: 'sweep', inputs, found, expected, message })

const strange = (scenario: Scenario, input: string, known: readonly string[]): Problem => {
  const derived = derivedBy(rulesOf(scenario.workload))[input as 'updates']
  const found = `"${input}"${derived === undefined ? '' : `, which follows here: ${derived}`}`
  return problem('unexpected', [input], found, `an input of this ledger: ${known.join(', ')}`)
}

const unlike = (input: string, { unit }: Input<unknown>, value: unknown, at: number): readonly Problem[] => {
  const { name } = unit.dimension
  if (isQuantity(value) && value.dimension.key === unit.dimension.key && value.exact.isFinite()) return []
  const found = isQuantity(value) ? formatWith<unknown>({ digits: 'all' })(value) : String(value)
  return [problem('dimension', [input], `${found} as value ${at + 1}`, `values of ${input} (${name})`)]
}

/** An input set to a value: steps that are not said to shrink so far shrink to the precision, whatever that is. */
const setting = ({ workload: { convergence } }: Scenario, input: string, value: Quantity<unknown>) => ({
  [input]: value,
  ...(input === 'precision' && typeof convergence !== 'string' && convergence.stepRange === undefined
    ? { stepRange: value }
    : {})
})

/** A row of a sweep: what it is, and its total in float64. */
interface SweptRow extends Omit<SweptParadigm, 'totals'> {
  readonly read: Evaluated<Inputs, Energy>
}

/** The rows of the ledger of a scenario. */
const rowsFor = (scenario: Scenario): E.Either<CompositionError, readonly SweptRow[]> =>
  pipe(
    ledgerModels(
      convergenceOf(scenario.workload),
      rulesOf(scenario.workload),
      coolingOf(scenario.design),
      designsOf(scenario)
    ),
    E.map(({ paradigms, designs }) =>
      Object.entries<RowModels>({ ...paradigms, ...designs }).map(([name, { description, total }]) => ({
        name,
        description,
        tier: total.tier,
        read: evaluateNumber(total)
      }))
    )
  )

/** From a scenario to the totals of its ledger, while one of its inputs runs through values. */
export type Sweeping = (
  scenario: Scenario,
  input: string,
  values: readonly (number | Quantity<unknown>)[]
) => E.Either<ModelError | CompositionError, Sweep>

/** More kinds of scenarios than one looks at together. */
const mostKinds = 16

/** `sweep` for many: the formulas are made once for all scenarios of a kind. */
export const sweeper = (): Sweeping => {
  const known = remembered<ReturnType<typeof rowsFor>>(mostKinds)
  return (scenario, input, values) =>
    pipe(
      known(kindOf(scenario), () => rowsFor(scenario)),
      E.chainW((rows) => {
        const inputs = sweepable(scenario)
        const base = valuesOf(scenario)
        const of = Object.hasOwn(inputs, input) ? inputs[input] : undefined
        if (of === undefined)
          return E.left(modelError('sweep', [strange(scenario, input, Object.keys(inputs))]))
        const swept = values.map(asQuantity)
        const problems = swept.flatMap((value, at) => unlike(input, of, value, at))
        if (problems.length > 0) return E.left(modelError('sweep', problems))
        // The inputs of the ledger are those of its models.
        const given = swept.map((value) => ({ ...base, ...setting(scenario, input, value) }))
        return E.right({
          name: scenario.name,
          input,
          of,
          values: swept,
          stated: asQuantity(base[input] as number | Quantity<unknown>),
          paradigms: rows.map(({ read, ...row }) => ({ ...row, totals: given.map((each) => read(each)) }))
        })
      })
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
  ): E.Either<ModelError | CompositionError, Sweep> => sweeper()(scenario, input, values),
  unfitInputs
)
