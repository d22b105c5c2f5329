/**
 * The SQL reading: models as one query, for an engine that people already run.
 *
 * What a formula shares is a column of a query before, so that the text does not grow with its uses;
 * the outermost query gives the columns of the table, and one more for each model.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aModel, someModels } from '../formula/kinds'
import { comparedBy, type Condition, type Input, type Inputs, type ModelData } from '../formula/model'
import { program, reader } from '../formula/program'
import {
  anObject,
  aText,
  expecting,
  having,
  type Kind,
  optional,
  options,
  recordOf,
  wordOf
} from '../units/argument'
import type { Quantity } from '../units/quantity'
import { told } from '../units/told'
import { aUnit, type Unit } from '../units/unit'
import { visible } from '../units/visible'
import { modelError, type ModelError, type Problem, unfitInputs } from './error'
import { exactInputs } from './inputs'
import { sqlAlgebra } from './sql-algebra'
import { dialects, sqlDialects, type DialectRow, type SqlDialect } from './sql-dialect'
import { ownName, queryText } from './sql-layout'
import { isKnown, type Piece, type Term, type Terms, termsIn, type Truth } from './sql-term'
import { relationText } from './text'
import { clashesOf, type Models } from './together'

/** How a query is written. @since 0.9.0 */
export interface SqlOptions {
  readonly dialect: SqlDialect
  /** What stands behind FROM, as the engine reads it: a table, or a query in brackets; else `designs`. */
  readonly from?: string
  /** Inputs that are the same in every row, and no columns of the table. */
  readonly given?: Readonly<Record<string, number | Quantity<unknown>>>
  /** The units of columns, of the table or of the result, by their names; else they are in coherent SI. */
  readonly units?: Readonly<Record<string, Unit<unknown>>>
}

const anyOptions: Kind = options({
  dialect: wordOf(sqlDialects),
  from: optional(aText),
  given: optional(anObject),
  units: optional(recordOf('units by the names of columns', aUnit))
})

const withDialect: Kind = having('options with a dialect, such as { dialect: "duckdb" }', {
  dialect: wordOf(sqlDialects)
})

/** How a query is asked for. */
export const aQuery: Kind = (value) => {
  const wrong = anyOptions(value)
  return wrong.length > 0 ? wrong : withDialect(value)
}

/** A column of the table or of the result. */
interface Column {
  readonly name: string
  readonly unit: Unit<unknown>
}

const problem = (
  kind: Problem['kind'],
  model: string,
  inputs: readonly string[],
  found: string,
  expected: string
): Problem => ({
  kind,
  model,
  inputs,
  found,
  expected,
  message: `${model}: expected ${expected}, got ${found}`
})

/** Names that engines would take for others, or for none: most of them tell no capitals. */
const nameProblems = (
  model: string,
  { longestName }: DialectRow,
  columns: readonly Column[]
): readonly Problem[] => {
  const seen = new Map<string, string>()
  return columns.flatMap(({ name }) => {
    const folded = name.toLowerCase()
    const other = seen.get(folded)
    seen.set(folded, name)
    const expected =
      name === '' || visible(name) !== name
        ? 'the name of a column, whose characters can all be seen'
        : folded.startsWith(ownName)
          ? `the name of a column that does not begin with ${ownName}`
          : longestName !== undefined && new TextEncoder().encode(name).length > longestName
            ? `the name of a column, of at most ${longestName} bytes`
            : other === undefined
              ? undefined
              : `another name beside the column ${other}`
    return expected === undefined ? [] : [problem('unexpected', model, [name], told(name), expected)]
  })
}

const unitProblems = (
  model: string,
  units: Readonly<Record<string, Unit<unknown>>>,
  columns: readonly Column[]
): readonly Problem[] =>
  Object.entries(units).flatMap(([name, { symbol, dimension }]) => {
    const column = columns.find((each) => each.name === name)
    if (column === undefined)
      return [
        problem(
          'unexpected',
          model,
          [name],
          told(name),
          `a column: ${columns.map((each) => each.name).join(', ')}`
        )
      ]
    const known = column.unit.dimension
    return known.key === dimension.key
      ? []
      : [
          problem(
            'dimension',
            model,
            [name],
            `${symbol} (${dimension.name})`,
            `a unit of ${known.name} for ${name}`
          )
        ]
  })

/** All that a piece is made of, and itself. */
const addParts = (found: Set<Piece>, piece: Piece): void => {
  if (found.has(piece)) return
  found.add(piece)
  for (const part of piece.parts) addParts(found, part)
}

/** A condition of a model: what it compares, and whether it holds. */
interface Check {
  readonly condition: Condition
  readonly compared: readonly Term[]
  readonly truth: Truth
}

const checkOf = (of: Terms, condition: Condition, compared: readonly [Term, Term?]): Check => {
  const [left, right] = compared
  if (condition.kind === 'relation')
    return { condition, compared: [left, right!], truth: of.below(left, condition.of.relation, right!) }
  const { lower, upper } = condition.range
  const end = (at: { toNumber: () => number }): Term => of.number(at.toNumber())
  return {
    condition,
    compared: [left],
    truth: of.all([
      lower === undefined || of.below(end(lower.at), lower.open ? '<' : '≤', left),
      upper === undefined || of.below(left, upper.open ? '<' : '≤', end(upper.at))
    ])
  }
}

const conditionText = (condition: Condition): string =>
  condition.kind === 'range' ? `${condition.input} in ${condition.range.text}` : relationText(condition.of)

/** The value of a model where its conditions hold, else NULL; or why it is NULL in every row. */
const valueOf = (
  of: Terms,
  { name }: ModelData,
  value: Term,
  inputs: readonly Term[],
  checks: readonly Check[]
): E.Either<Problem, Term> => {
  const broken = checks.find(({ truth }) => truth === false)
  if (broken !== undefined || Number.isNaN(value.number)) {
    const expected = broken === undefined ? 'a finite number' : conditionText(broken.condition)
    const message = `${name}: requires ${expected}, which no row can have with what is given`
    return E.left({ kind: 'range', model: name, inputs: [], found: 'no value in any row', expected, message })
  }
  // What is NULL makes all NULL that is made of it: the rest has to be looked at.
  const seen = new Set<Piece>()
  addParts(seen, value.piece)
  const truths = checks.map(({ truth }) => truth)
  for (const truth of truths) if (typeof truth !== 'boolean') addParts(seen, truth)
  const unseen = [...inputs, ...checks.flatMap(({ compared }) => compared)].filter(
    (term) => !isKnown(term) && !seen.has(term.piece)
  )
  return E.right(of.where(of.all([...truths, ...unseen.map(of.isThere)]), value))
}

/** Engines plan a query of so many steps only if told to. */
const many = 40

/** What is in a column, for a reader of the query. */
const comment = (what: string, { name, unit }: Column, text: string): string =>
  `-- ${what} ${visible(name)}${unit.symbol === '' ? '' : ` in ${visible(unit.symbol)}`}: ${visible(text)}`

const write = (
  name: string,
  models: Readonly<Record<string, ModelData>>,
  { dialect: spoken, from = 'designs', given = {}, units = {} }: SqlOptions
): E.Either<ModelError, string> => {
  const dialect: DialectRow = dialects[spoken]
  const all = Object.values(models)
  const inputs: Inputs = Object.fromEntries(all.flatMap((model) => Object.entries(model.inputs)))
  const isGiven = ([input]: readonly [string, Input<unknown>]): boolean => Object.hasOwn(given, input)
  const fixed = Object.fromEntries(Object.entries(inputs).filter(isGiven))
  const read = Object.entries(inputs).filter((each) => !isGiven(each))
  const columns: readonly Column[] = read.map(([input, { unit }]) => ({ name: input, unit }))
  const results: readonly Column[] = Object.entries(models).map(([result, { unit }]) => ({
    name: result,
    unit
  }))
  const values = exactInputs(name, fixed)(given)
  const problems = [
    ...clashesOf(all, inputs),
    ...nameProblems(name, dialect, [...columns, ...results]),
    ...unitProblems(name, units, [...columns, ...results]),
    ...(E.isLeft(values) ? values.left : [])
  ]
  if (problems.length > 0 || E.isLeft(values)) return E.left(modelError(name, problems))

  const of = termsIn(dialect)
  const sources = new Map<Piece, string>()
  const term = (input: string): Term => {
    const at = Object.keys(fixed).indexOf(input)
    if (at >= 0) return of.number(values.right[at]!.value)
    const column = of.column(dialect.name(input))
    sources.set(column.piece, dialect.float(dialect.name(input)))
    const { range } = inputs[input]!
    const unit = units[input]
    return unit === undefined
      ? of.ranged(column, range)
      : of.ranged(of.mul(of.ranged(column, { text: '' }), of.number(unit.factor.toNumber())), range)
  }
  const compiled = program(
    all.flatMap(({ node, conditions }) => [node, ...conditions.flatMap(comparedBy)]),
    Object.keys(inputs)
  )
  const terms = compiled.inputs.map(term)
  const registers = reader(sqlAlgebra(of), compiled)(terms)
  let at = 0
  const next = (): Term => registers[compiled.outputs[at++]!]!
  const made = Object.entries(models).map(([result, model]) => {
    const value = next()
    const checks = model.conditions.map((condition) =>
      checkOf(of, condition, comparedBy(condition).map(next) as [Term, Term?])
    )
    const taken = compiled.inputs.flatMap((input, k) =>
      Object.hasOwn(model.inputs, input) ? [terms[k]!] : []
    )
    const unit = units[result]
    return E.map((term: Term) => ({
      name: result,
      term: unit === undefined ? term : of.div(term, of.number(unit.factor.toNumber()))
    }))(valueOf(of, model, value, taken, checks))
  })
  const left = made.flatMap((each) => (E.isLeft(each) ? [each.left] : []))
  if (left.length > 0) return E.left(modelError(name, left))
  const right = made.flatMap((each) => (E.isRight(each) ? [each.right] : []))
  const query = queryText(of, dialect, from, sources, right)
  const inUnit = (column: Column): Column => ({ ...column, unit: units[column.name] ?? column.unit })
  return E.right(
    [
      `-- ${dialect.engine}. NULL where a model has no value, an input is beyond 1e±77, or something on the way beyond 1e±150.`,
      ...(dialect.last === undefined ? [] : [`-- ${dialect.last.note}`]),
      ...(dialect.deep === undefined || query.steps < many ? [] : [`-- ${dialect.deep}`]),
      ...columns.map((column) =>
        comment(
          'reads',
          inUnit(column),
          `${inputs[column.name]!.range.text}, ${inputs[column.name]!.description}`
        )
      ),
      ...results.map((column) => comment('gives', inUnit(column), models[column.name]!.summary)),
      query.text,
      ''
    ].join('\n')
  )
}

/**
 * Several models as one SQL query, a column for each by the name that it has here; `name` stands in the
 * error. Otherwise as `toSql`.
 *
 * @example
 * import { toSqlAll, landauer, timeSymmetricReset } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * const sql = toSqlAll('resets', { landauer, slow: timeSymmetricReset }, { dialect: 'clickhouse' })
 * E.isRight(sql) // true
 *
 * @since 0.9.0
 */
export const toSqlAll = expecting(
  'toSqlAll',
  { name: aText, models: someModels, options: aQuery },
  (name: string, models: Models, options: SqlOptions): E.Either<ModelError, string> =>
    write(name, models as unknown as Readonly<Record<string, ModelData>>, options),
  unfitInputs
)

/**
 * A model as SQL, for DuckDB, ClickHouse, PostgreSQL or Spark: a query of all columns of a table and one
 * more, by the name of the model, in float64.
 *
 * The table has a column for each input that is not given, by the input's name, of any type of numbers, in
 * the coherent SI unit of the input unless `units` says another. In a row where the model has no value
 * (an input is NULL, out of its range, or no number, or a condition does not hold) the column is NULL, and so
 * where an input that is not 0 is beyond 1e±77, or something on the way beyond 1e±150. No row ends
 * the query. Else it is the value of `evaluate` to about 1e-14 relative, where that is well conditioned.
 *
 * The query has no semicolon, so that it may stand in another. It is an error where the names of columns
 * would be mistaken for each other, and where no row can have a value.
 *
 * @example
 * import { toSql, landauer, kelvin, zepto, per, joules, bits } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sql = toSql(landauer, {
 *   dialect: 'duckdb',
 *   from: "'designs.parquet'",
 *   given: { temperature: kelvin(300) },
 *   units: { landauer: per(zepto(joules), bits) }
 * })
 * pipe(sql, E.map((text) => text.startsWith('-- DuckDB'))) // right(true)
 *
 * @since 0.9.0
 */
export const toSql = expecting(
  'toSql',
  { model: aModel, options: aQuery },
  <I, D>(model: ModelData<I, D>, options: SqlOptions): E.Either<ModelError, string> =>
    write(model.name, { [model.name]: model as unknown as ModelData }, options),
  unfitInputs
)
