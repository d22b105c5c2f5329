/**
 * The dialects of SQL, each a row: how its engine is called, how it writes a name and a number, what it
 * calls a function, and how a query gives back the columns of its table and nothing of its own.
 */

/** How an engine has to be spoken to. */
export interface DialectRow {
  /** The engine, and the oldest version that knows all that is said to it. */
  readonly engine: string
  readonly name: (text: string) => string
  /** The longest name in UTF-8, where a longer one is cut in silence. */
  readonly longestName?: number
  /** A finite float64: no literal of an exact decimal, and of no other width. */
  readonly number: (value: number) => string
  /** A column of any type of numbers as float64; NULL stays NULL. */
  readonly float: (column: string) => string
  readonly ln: string
  /** The innermost query, of some columns beside those of a table. */
  readonly inner: (columns: string, table: string) => string
  /** All columns of the table, and none of those that were made. */
  readonly rest: (made: readonly string[]) => string
  /** Behind each query: what keeps the engine from writing it into the one around, each of its uses anew. */
  readonly fence: string
  /** Behind the whole query, and what a query around it has to know. */
  readonly last?: { readonly text: string; readonly note: string }
  /** What has to be known of a query of many steps. */
  readonly deep?: string
}

const doubled = (quote: string) => (text: string) => quote + text.replaceAll(quote, quote + quote) + quote

const numeral = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? text.replace('+', '') : `${text}e0`
}

const starred = (columns: string, table: string): string => `SELECT *,${columns}\nFROM ${table}`

/** A dialect of SQL. @since 0.9.0 */
export type SqlDialect = 'duckdb' | 'clickhouse' | 'postgres' | 'spark'

/** The row of a table as one column, for engines whose * leaves nothing out. */
const row = 'limen_row'

export const dialects = {
  duckdb: {
    engine: 'DuckDB',
    name: doubled('"'),
    number: numeral,
    float: (column) => `CAST(${column} AS DOUBLE)`,
    ln: 'ln',
    inner: starred,
    rest: (made) => `* EXCLUDE (${made.join(', ')})`,
    fence: ''
  },
  clickhouse: {
    engine: 'ClickHouse',
    name: (text) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    number: numeral,
    float: (column) => `toFloat64(${column})`,
    ln: 'log',
    inner: starred,
    rest: (made) => `* EXCEPT (${made.join(', ')})`,
    fence: '',
    // No step fails, so that it need not find out which may be left out: that takes longer than to do all.
    last: {
      text: "SETTINGS short_circuit_function_evaluation = 'disable'",
      note: 'A query around this one wants the same SETTINGS, to be as fast.'
    },
    deep: 'It has many steps: without the SETTINGS, it is planned for minutes.'
  },
  postgres: {
    engine: 'PostgreSQL',
    name: doubled('"'),
    longestName: 63,
    number: (value) => `float8 '${value}'`,
    float: (column) => `CAST(${column} AS float8)`,
    ln: 'ln',
    inner: (columns, table) => `SELECT ${row},${columns}\nFROM ${table} AS ${row}`,
    rest: () => `(${row}).*`,
    fence: ' OFFSET 0'
  },
  spark: {
    engine: 'Spark',
    name: doubled('`'),
    number: (value) => `${value}D`.replace('+', ''),
    float: (column) => `CAST(${column} AS DOUBLE)`,
    ln: 'ln',
    inner: starred,
    rest: (made) => `* EXCEPT (${made.join(', ')})`,
    fence: '',
    deep: 'It has many steps: SET spark.sql.analyzer.maxIterations = 1000 first.'
  }
} as const satisfies Readonly<Record<SqlDialect, DialectRow>>

/** The dialects of SQL that formulas are written in. @since 0.9.0 */
export const sqlDialects = Object.keys(dialects) as readonly SqlDialect[]
