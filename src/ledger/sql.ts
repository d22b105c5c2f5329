/** The totals of a ledger as SQL, some of its inputs columns of a table. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aText, expecting, listOf } from '../units/argument'
import type { AnyModel, CompositionError } from '../bound/compose'
import type { ModelData } from '../formula/model'
import { modelError, type ModelError, unfitInputs } from '../reading/error'
import { aQuery, type SqlOptions, toSqlAll } from '../reading/sql'
import type { Energy } from '../units/dimension'
import { rulesOf } from '../workload/known'
import type { OutsideDomain } from './estimate'
import { ledgerModels, type RowModels } from './models'
import { aScenario, convergenceOf, coolingOf, designsOf, type Scenario, valuesOf } from './scenario'
import { strangeInput, sweepable } from './columns'

/** The totals of a ledger as a query. @since 0.9.0 */
export interface LedgerSql {
  readonly text: string
  /** The rows that have no value, whatever stands in the table: they are no columns. */
  readonly outside: readonly OutsideDomain[]
}

/** The totals of a row, by the names of their columns; each told as its row is. */
const totalsOf = (
  name: string,
  { description, total, wallPlug }: RowModels
): Readonly<Record<string, ModelData>> => {
  const as = (model: AnyModel<Energy>, summary: string): ModelData => ({
    ...model,
    name: model.name,
    summary
  }) // it is read, and not called
  return {
    [name]: as(total, description),
    ...(wallPlug === undefined
      ? {}
      : { [`${name}.wallPlug`]: as(wallPlug, `${description}, at the wall plug`) })
  }
}

/** The columns that a table has to have: with the precision, how far the steps shrink, where that follows from it. */
export const columnsOf = (
  { workload: { convergence } }: Scenario,
  over: readonly string[]
): readonly string[] =>
  over.includes('precision') && typeof convergence !== 'string' && convergence.stepRange === undefined
    ? [...over, 'stepRange']
    : over

/**
 * The totals of all rows of a ledger as a query, a column for each by the name of its row, and one more,
 * `cim.wallPlug`, where the heat is pumped out of the cold. The inputs named in `over` (`sweepable` tells
 * which there are) are columns of the table; all others are what the scenario says. Otherwise as `toSql`.
 *
 * Where the convergence was measured and nothing says how far its steps shrink, they shrink to the
 * precision: a query over `precision` reads a column `stepRange`, too.
 *
 * @example
 * import { ledgerSql } from 'limen'
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
 * const sql = pipe(
 *   estimate,
 *   E.chainW(({ ledger }) => ledgerSql(ledger.scenario, ['temperature'], { dialect: 'duckdb' })),
 *   E.map(({ outside }) => outside.length)
 * )
 * sql // right(0)
 *
 * @since 0.9.0
 */
export const ledgerSql = expecting(
  'ledgerSql',
  { scenario: aScenario, over: listOf('a list of the names of inputs', aText), options: aQuery },
  (
    scenario: Scenario,
    over: readonly string[],
    options: Omit<SqlOptions, 'given'>
  ): E.Either<ModelError | CompositionError, LedgerSql> => {
    const known = sweepable(scenario)
    const problems = over
      .filter((input) => !Object.hasOwn(known, input))
      .map((input) => strangeInput('ledgerSql', scenario, input))
    if (problems.length > 0) return E.left(modelError('ledgerSql', problems))
    const columns = columnsOf(scenario, over)
    const given = Object.fromEntries(
      Object.entries(valuesOf(scenario)).filter(([input]) => !columns.includes(input))
    )
    const write = (
      models: Readonly<Record<string, ModelData>>,
      of = options
    ): E.Either<ModelError, string> => {
      const inputs = Object.assign(
        {},
        ...Object.values(models).map((model) => model.inputs)
      ) as ModelData['inputs']
      const fixed = Object.fromEntries(
        Object.entries(given).filter(([input]) => Object.hasOwn(inputs, input))
      )
      // What a scenario says is exact: numbers and quantities.
      return toSqlAll('ledgerSql', models, { ...of, given: fixed as NonNullable<SqlOptions['given']> })
    }
    return pipe(
      ledgerModels(
        convergenceOf(scenario.workload),
        rulesOf(scenario.workload),
        coolingOf(scenario.design),
        designsOf(scenario)
      ),
      E.chainW(({ paradigms, designs }) => {
        const rows = Object.entries<RowModels>({ ...paradigms, ...designs }).map(([name, row]) => {
          const totals = totalsOf(name, row)
          const alone = write(totals, { dialect: options.dialect })
          const outside = E.isLeft(alone) ? alone.left.problems.filter(({ kind }) => kind === 'range') : []
          return { name, description: row.description, totals, problems: outside }
        })
        const inside = rows.filter((row) => row.problems.length === 0)
        return pipe(
          write(
            Object.assign({}, ...inside.map(({ totals }) => totals)) as Readonly<Record<string, ModelData>>
          ),
          E.map((text) => ({
            text,
            outside: rows.flatMap(({ totals: _, ...row }) => (row.problems.length > 0 ? [row] : []))
          }))
        )
      })
    )
  },
  unfitInputs
)
