/**
 * The totals of a ledger at many points, in float64: all rows in one loop, what they share computed once.
 *
 * A row that has no value somewhere is no error there: the others stand, and why it has none is told for the
 * point that is asked about.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AnyModel, CompositionError } from '../bound/compose'
import type { Input, ModelData, Tier } from '../formula/model'
import { isColumn, readDown, type Down, type ReadDown, type Spread } from '../reading/columns'
import { doubtful } from '../reading/computation'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import { rather } from '../shape/words'
import { anObject, expecting } from '../units/argument'
import { dimensions, type Energy } from '../units/dimension'
import type { Certainty } from '../units/enclosure'
import { isQuantity, ofNumber, type Quantity } from '../units/quantity'
import { remembered } from '../units/remembered'
import { told } from '../units/told'
import { derivedBy, rulesOf } from '../workload/known'
import { ownInputsOf } from './design'
import { inputsBy } from './inputs'
import { ledgerModels, type RowModels } from './models'
import { aScenario, convergenceOf, coolingOf, designsOf, kindOf, type Scenario, valuesOf } from './scenario'

/**
 * The inputs of the ledger of a scenario, by name: what a sweep may run through.
 *
 * @since 0.4.0
 */
export const sweepable = expecting(
  'sweepable',
  { scenario: aScenario },
  <K extends Certainty>(scenario: Scenario<K>): Readonly<Record<string, Input<unknown>>> => {
    const { workload, design } = scenario
    return {
      ...inputsBy(rulesOf(workload), convergenceOf(workload) === 'measured', coolingOf(design)),
      ...Object.fromEntries(ownInputsOf(designsOf(scenario)).map(({ name, of }) => [name, of]))
    }
  }
)

const pure = dimensions['a pure number']
const { energy } = dimensions

/** A row of a ledger: what it is; of what is pumped out of the cold also at the wall plug, `cim.wallPlug`. @since 0.9.0 */
export interface LedgerRowName {
  readonly name: string
  readonly description: string
  readonly tier: Tier
}

/** The rows of the ledgers of a kind, and their totals down columns. */
export interface LedgerLoop {
  readonly rows: readonly LedgerRowName[]
  /** How many of the rows are totals of paradigms and designs: the first. */
  readonly totals: number
  /** What each row is the value of. */
  readonly models: readonly AnyModel<Energy>[]
  readonly read: ReadDown
}

/** More kinds of scenarios than one looks at together. */
const mostKinds = 16

const known = remembered<E.Either<CompositionError, LedgerLoop>>(mostKinds)

/** The rows of the ledger of a scenario; made once for all scenarios of a kind. */
export const loopFor = <K extends Certainty>(scenario: Scenario<K>): E.Either<CompositionError, LedgerLoop> =>
  known(kindOf(scenario), () =>
    pipe(
      ledgerModels(
        convergenceOf(scenario.workload),
        rulesOf(scenario.workload),
        coolingOf(scenario.design),
        designsOf(scenario)
      ),
      E.map(({ paradigms, designs }) => {
        const rows = Object.entries<RowModels>({ ...paradigms, ...designs })
        // The totals, and behind them those at the wall plug.
        const all = [
          ...rows.map(([name, { description, total }]) => ({ name, description, of: total })),
          ...rows.flatMap(([name, { description, wallPlug }]) =>
            wallPlug === undefined ? [] : [{ name: `${name}.wallPlug`, description, of: wallPlug }]
          )
        ]
        return {
          rows: all.map(({ name, description, of: { tier } }) => ({ name, description, tier })),
          totals: rows.length,
          models: all.map(({ of }) => of),
          read: readDown(
            'ledger',
            all.map(({ of }) => of as unknown as ModelData)
          )
        }
      })
    )
  )

/** Inputs set anew: steps that are not said to shrink so far shrink to the precision, whatever that is. */
export const setting = <K extends Certainty>(
  { workload: { convergence } }: Scenario<K>,
  given: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> => ({
  ...given,
  ...('precision' in given &&
  !('stepRange' in given) &&
  typeof convergence !== 'string' &&
  convergence.stepRange === undefined
    ? { stepRange: given['precision'] }
    : {})
})

/** That a ledger has no such input. */
export const strangeInput = <K extends Certainty>(
  name: string,
  scenario: Scenario<K>,
  input: string
): Problem => {
  const inputs = Object.keys(sweepable(scenario))
  const derived = derivedBy(rulesOf(scenario.workload))[input as 'updates']
  const found = `${told(input)}${derived === undefined ? '' : `, which follows here: ${derived}`}`
  const expected = `an input of this ledger: ${inputs.join(', ')}`
  const instead = derived === undefined ? rather(input, inputs) : `; there are ${inputs.join(', ')}`
  const message = `${name}: there is no input of this ledger ${found}${instead}`
  return { kind: 'unexpected', model: name, inputs: [input], found, expected, message }
}

/** What a row of a ledger takes at many points. @since 0.9.0 */
export interface LedgerColumn extends LedgerRowName {
  /** In joules; NaN where the row has no value. */
  readonly values: Float64Array
  /** The total at a point as a quantity; or why there is none. */
  readonly at: (point: number) => E.Either<ModelError, Quantity<Energy>>
}

/** Inputs of a ledger by name, at many points: what is left out is as the scenario has it. @since 0.9.0 */
export type LedgerSpreads = Readonly<Record<string, Spread<unknown> | number>>

/** The total of a row at a point; in decimals where float64 has none. */
export const totalAt = (
  { values, inDecimals }: Down,
  point: number
): E.Either<ModelError, Quantity<Energy>> =>
  Number.isFinite(values[point]!)
    ? E.right(ofNumber(energy, values[point]!))
    : (inDecimals(point) as E.Either<ModelError, Quantity<Energy>>) // each total is an energy

/** Settles in decimals what float64 cannot tell; that an input is outside its range, it can. */
const settle = ({ values, inDecimals, isOutside, bordering }: Down): void => {
  const ask = (point: number): void => {
    const exact = isOutside(point) ? undefined : inDecimals(point)
    values[point] = exact !== undefined && E.isRight(exact) ? exact.right.value : NaN
  }
  let isMissing = false
  for (let point = 0; point < values.length; point++) {
    if (Number.isFinite(values[point]!)) continue
    if (values[point] === doubtful) ask(point)
    else isMissing = true
  }
  if (isMissing) for (const point of bordering()) ask(point)
}

const unlike = (
  input: string,
  { unit: { dimension } }: Input<unknown>,
  given: unknown
): readonly Problem[] => {
  const isIt = isColumn(given)
    ? given.dimension.key === dimension.key
    : isQuantity(given)
      ? given.dimension.key === dimension.key
      : typeof given === 'number' && dimension.key === pure.key
  if (isIt) return []
  const found = isColumn(given) ? `a column of ${given.dimension.name}` : told(given)
  const expected = `a column, or one value, of ${input} (${dimension.name})`
  const message = `ledgerColumns: expected ${expected}, got ${found}`
  return [{ kind: 'dimension', model: 'ledgerColumns', inputs: [input], found, expected, message }]
}

/** The totals of a loop where some inputs are set anew. */
export const totalsOf = (
  { rows, read }: LedgerLoop,
  scenario: Scenario,
  given: LedgerSpreads
): E.Either<ModelError, readonly LedgerColumn[]> =>
  pipe(
    read({ ...valuesOf(scenario), ...setting(scenario, given) }),
    E.map((found) =>
      found.map((down, k) => {
        settle(down)
        return { ...rows[k]!, values: down.values, at: (point) => totalAt(down, point) }
      })
    )
  )

/**
 * The totals of a ledger at many points, in float64: for each paradigm, and each design of one's own, a column
 * of joules. Some inputs are columns; the others are as the scenario has them, or one value for all points.
 *
 * A row that has no value at a point is NaN there, and `at` says why. What float64 cannot tell, as something
 * comes near its ends on the way, or a condition fails by no more than rounding, decimals do. An input that the ledger does not take, or of another dimension,
 * is an error.
 *
 * @example
 * import { column, kelvin, ledgerColumns } from 'limen'
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
 *   E.chainW(({ ledger }) => ledgerColumns(ledger.scenario, { temperature: column(kelvin)([4, 300]) })),
 *   E.map(([floor]) => [...floor!.values].map((joules) => joules.toExponential(3)).join(' to '))
 * )
 * floors // right('3.062e-16 to 2.297e-14')
 *
 * @since 0.9.0
 */
export const ledgerColumns = expecting(
  'ledgerColumns',
  { scenario: aScenario, inputs: anObject },
  (
    scenario: Scenario,
    given: LedgerSpreads
  ): E.Either<ModelError | CompositionError, readonly LedgerColumn[]> => {
    const inputs = sweepable(scenario)
    const problems = Object.entries(given).flatMap(([name, each]) =>
      Object.hasOwn(inputs, name)
        ? unlike(name, inputs[name]!, each)
        : [strangeInput('ledgerColumns', scenario, name)]
    )
    return problems.length > 0
      ? E.left(modelError('ledgerColumns', problems))
      : pipe(
          loopFor(scenario),
          E.chainW((loop) => totalsOf(loop, scenario, given))
        )
  },
  unfitInputs
)
