/**
 * A workload file on a grid as a query: the engine makes the table of designs, all with all, of the values of the
 * axes, which stand in the query as the float64 that they are.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseJson, type Document } from '../format/text/json'
import type { OutsideDomain } from '../ledger/estimate'
import { ledgerGrid, type Axis } from '../ledger/grid'
import type { Scenario } from '../ledger/scenario'
import { columnsOf, ledgerSql, type LedgerSql } from '../ledger/sql'
import { dialects, type SqlDialect } from '../reading/sql-dialect'
import { schemaError, type SchemaError, type SchemaProblem } from '../shape/problem'
import { rather, shown } from '../shape/words'
import * as budget from '../units/budget'
import type { AxisText } from './axis'
import { problem } from './axis-values'
import { designAxis } from './design-axis'
import { all, combined, gridParts, setTo, uniq, type GridParts, type Read } from './grid'
import { placeless, type FileOptions, type Overrides } from './workload-file'

/** What is asked of the grid. */
export interface GridSqlOptions {
  readonly dialect: SqlDialect
  /** The one row of the table at which this column is least. */
  readonly least?: string
  /** Those rows of the table of which no other has both columns less, or one less and the other the same. */
  readonly front?: readonly [string, string]
}

/** A grid as a query, and the rows of the ledger that have no value, whatever stands in the table. */
export interface GridSql {
  readonly text: string
  readonly outside: readonly OutsideDomain[]
}

/** A list of values as a table of one column. */
const listed: { readonly [D in SqlDialect]: (values: string) => string } = {
  duckdb: (values) => `unnest([${values}])`,
  clickhouse: (values) => `arrayJoin([${values}])`,
  postgres: (values) => `unnest(ARRAY[${values}])`,
  spark: (values) => `explode(array(${values}))`
}

/** A text; some engines take a backslash for the beginning of an escape, and some for itself. */
const quoted = (text: string, dialect: SqlDialect): string =>
  dialect === 'clickhouse' || dialect === 'spark'
    ? `'${text.replace(/['\\]/g, '\\$&')}'`
    : `'${text.replaceAll("'", "''")}'`

/** The values that an axis runs through, as float64. */
const valuesOf = (scenario: Scenario, axis: Axis): Read<readonly number[]> =>
  pipe(
    ledgerGrid(scenario, [axis]),
    E.mapLeft(({ message }) => [problem(message)]),
    E.map(({ blocks }) => [...blocks()].flatMap(({ inputs }) => [...inputs[axis.input]!]))
  )

/** The table of designs: every value of an axis with every one of the others. */
const tableOf = (
  scenario: Scenario,
  axes: readonly (readonly [input: string, values: readonly number[]])[],
  dialect: SqlDialect
): string => {
  const { name, number } = dialects[dialect]
  const lists = axes.map(
    ([input, values], at) =>
      `(SELECT ${listed[dialect](values.map(number).join(', '))} AS ${name(input)}) AS limen_axis${at}`
  )
  const inputs = axes.map(([input]) => input)
  const more = columnsOf(scenario, inputs).filter((input) => !inputs.includes(input))
  const columns = ['*', ...more.map((input) => `${name('precision')} AS ${name(input)}`)]
  return `(SELECT ${columns.join(', ')} FROM ${lists.join('\nCROSS JOIN ')})`
}

/** A query around a query. */
const around = (
  query: string,
  columns: readonly string[],
  { dialect, least, front }: GridSqlOptions
): string => {
  const row = dialects[dialect]
  const end = 'last' in row ? `\n${row.last.text}` : ''
  const within = `(\n${query}\n) AS limen_grid`
  if (least !== undefined) {
    const column = row.name(least)
    return `SELECT * FROM ${within}\nWHERE ${column} IS NOT NULL\nORDER BY ${column} LIMIT 1${end}`
  }
  if (front !== undefined) {
    const [a, b] = front.map(row.name) as [string, string]
    // Of those that have as little of the first or less, the least of the second; those alike stand together.
    const less = `min(${b}) OVER (ORDER BY ${a} RANGE UNBOUNDED PRECEDING)`
    const alike = `min(${a}) OVER (PARTITION BY ${b})`
    return `SELECT ${columns.map(row.name).join(', ')} FROM (\nSELECT *, ${less} AS limen_less, ${alike} AS limen_alike FROM ${within}\nWHERE ${a} IS NOT NULL AND ${b} IS NOT NULL\n) AS limen_front\nWHERE ${b} = limen_less AND ${a} = limen_alike\nORDER BY ${a}${end}`
  }
  return `${query}${end}`
}

/** What is wrong with what is asked. */
const wrongIn = ({ said, run }: GridParts, { least, front }: GridSqlOptions, columns: readonly string[]) => [
  ...(said.some(({ name }) => name === designAxis)
    ? [problem(`${designAxis}: each design has a column of its own in a query: expected it with --design`)]
    : []),
  ...(run.length === 0 ? [problem('expected a range of an input, which the engine runs through')] : []),
  ...run.flatMap(({ name, points }) =>
    points > budget.points
      ? [
          problem(
            `${name}: expected at most ${budget.points} values, which stand in the query, got ${points}`
          )
        ]
      : []
  ),
  ...[...(least === undefined ? [] : [least]), ...(front ?? [])].flatMap((column) =>
    columns.includes(column)
      ? []
      : [problem(`${shown(column)} is no column of the query${rather(column, columns)}`)]
  )
]

const querying = (parts: GridParts, options: GridSqlOptions): Read<GridSql> => {
  const { said, run, reading } = parts
  const { dialect } = options
  const { name } = dialects[dialect]
  const inputs = run.map(({ axis: { input } }) => input)
  const one = (texts: readonly string[]): Read<GridSql & { readonly columns: readonly string[] }> =>
    pipe(
      reading(setTo(said, texts)),
      E.mapLeft(({ problems }): readonly SchemaProblem[] => problems),
      E.chain((scenario) =>
        pipe(
          ledgerGrid(scenario, []),
          E.bimap(
            ({ message }): readonly SchemaProblem[] => [problem(message)],
            ({ rows }) => ({ scenario, rows: rows.map((row) => row.name) })
          )
        )
      ),
      E.chain(({ scenario, rows }): ReturnType<typeof one> => {
        const columns = [...said.map((axis) => axis.name), ...inputs, ...rows]
        const wrong = wrongIn(parts, options, columns)
        if (wrong.length > 0) return E.left(wrong)
        return pipe(
          all(run.map(({ axis }) => valuesOf(scenario, axis))),
          E.chain((values): Read<LedgerSql> => {
            const axes = inputs.map((input, at) => [input, values[at]!] as const)
            const from = tableOf(scenario, axes, dialect)
            return E.mapLeft(({ message }: { readonly message: string }) => [problem(message)])(
              ledgerSql(scenario, inputs, { dialect, from })
            )
          }),
          E.map(({ text, outside }) => {
            const isMissing = (row: string): boolean =>
              outside.some((each) => row === each.name || row === `${each.name}.wallPlug`)
            const list = [
              ...said.map((axis, at) => `${quoted(texts[at]!, dialect)} AS ${name(axis.name)}`),
              ...inputs.map(name),
              ...rows.map((row) => (isMissing(row) ? `NULL AS ${name(row)}` : name(row)))
            ]
            return { outside, columns, text: `SELECT ${list.join(', ')} FROM (\n${text}\n) AS limen_way` }
          })
        )
      })
    )
  return pipe(
    all(combined(said.map(({ texts }) => texts)).map(one)),
    E.mapLeft((problems) => uniq(problems)),
    E.map((queries) => ({
      text: around(queries.map(({ text }) => text).join('\nUNION ALL\n'), queries[0]!.columns, options),
      outside: [
        ...new Map(queries.flatMap(({ outside }) => outside.map((each) => [each.name, each]))).values()
      ]
    }))
  )
}

const ofDocument =
  (axes: readonly AxisText[], overrides: Overrides, options: FileOptions, query: GridSqlOptions) =>
  (document: Document): E.Either<SchemaError, GridSql> =>
    pipe(
      gridParts(document, axes, overrides, options),
      E.chain((parts) => querying(parts, query)),
      E.mapLeft((problems) => schemaError(problems))
    )

/** The query of a workload file. */
export const gridSqlFile = (
  text: string,
  axes: readonly AxisText[],
  overrides: Overrides,
  options: FileOptions,
  query: GridSqlOptions
): E.Either<SchemaError, GridSql> =>
  pipe(parseJson(text), E.chain(ofDocument(axes, overrides, options, query)))

/** The same of a value with the fields of a workload file. */
export const gridSqlValue = (
  value: unknown,
  axes: readonly AxisText[],
  overrides: Overrides,
  options: FileOptions,
  query: GridSqlOptions
): E.Either<SchemaError, GridSql> => ofDocument(axes, overrides, options, query)(placeless(value))
