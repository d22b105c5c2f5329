/** Rows of numbers as comma-separated text, as data of a regression: the names of columns, then a row of each sample. */
import * as E from 'fp-ts/lib/Either.js'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { numbered, shown } from '../../shape/words'
import type { Regression } from '../../simulation/loss/regression'
import { isNumeral } from '../../units/decimal'
import { csvRows, type Row } from '../text/csv'
import { withoutMark } from '../text/lines'

/** Whether a text begins as such rows do: what else is read of a problem has no comma there. */
export const isTable = (text: string): boolean => {
  const [first = ''] = withoutMark(text)
    .trimStart()
    .split(/[\r\n]/, 1)
  return first.includes(',') && !/^[{[*]/.test(first)
}

/** The data of a regression, with the names of its columns. @since 0.10.0 */
export interface NamedRegression extends Regression {
  /** Of the features. */
  readonly names: readonly string[]
  /** Of the label. */
  readonly label: string
}

const failed = (problems: readonly SchemaProblem[]): E.Either<SchemaError, never> =>
  E.left(schemaError(problems))

const at = ({ places }: Row, field: number, message: string): SchemaProblem => ({
  pointer: '',
  position: places[field]!,
  message
})

/** Names that stand twice, or are none. */
const wrongNames = (header: Row): readonly SchemaProblem[] =>
  header.fields.flatMap((name, field) => {
    if (name === '') return [at(header, field, 'expected the name of a column, got nothing')]
    const before = header.fields.indexOf(name)
    return before < field ? [at(header, field, `expected each column once, got ${shown(name)} again`)] : []
  })

/** Numbers above the numbers are a sample that has no names above it: it would be lost. */
const unnamed = (header: Row): readonly SchemaProblem[] =>
  header.fields.every(isNumeral)
    ? [at(header, 0, 'expected a first row with the names of the columns, got numbers')]
    : []

const wrongFields = (row: Row, { fields: names }: Row): readonly SchemaProblem[] =>
  row.fields.length === names.length
    ? row.fields.flatMap((text, field) =>
        isNumeral(text) && Number.isFinite(Number(text))
          ? []
          : [at(row, field, `${names[field]!}: expected a finite number, got ${shown(text)}`)]
      )
    : [
        at(
          row,
          Math.min(row.fields.length, names.length + 1) - 1,
          `expected ${numbered(names.length, 'field')}, as there are columns, got ${row.fields.length}`
        )
      ]

/**
 * The data of a regression from comma-separated text whose first row names the columns: all numbers, the last column
 * the label, or the one that is said to be. All that is wrong, each with its line and column.
 *
 * @example
 * import { decodeRegression } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(decodeRegression('x,y\n1,0\n2,1\n'), E.map(({ features }) => features)) // right([[1],[2]])
 * decodeRegression('x,y\n1,one\n') // left: (line 2): y: expected a finite number, got "one"
 *
 * @since 0.10.0
 */
export const decodeRegression = fromText(
  (source: string, label?: string): E.Either<SchemaError, NamedRegression> => {
    const rows = csvRows(source)
    if (!Array.isArray(rows)) return failed([rows as SchemaProblem])
    const [header, ...samples] = rows as readonly Row[]
    if (header === undefined || header.fields.length < 2)
      return failed([
        {
          pointer: '',
          message: `expected a first row with the names of two columns at least, got ${header === undefined ? 'none' : `${shown(header.fields[0])} alone`}`
        }
      ])
    const { fields: names } = header
    const place = label === undefined ? names.length - 1 : names.indexOf(label)
    const problems = [
      ...unnamed(header),
      ...wrongNames(header),
      ...(place < 0
        ? [at(header, 0, `expected a column ${shown(label)} for the label, got ${names.join(', ')}`)]
        : []),
      ...(samples.length === 0 ? [at(header, 0, 'expected a row below the names, got none')] : []),
      ...samples.flatMap((row) => wrongFields(row, header))
    ]
    if (problems.length > 0) return failed(problems)
    const without = <A>(of: readonly A[]): readonly A[] => of.filter((_, field) => field !== place)
    const numbers = samples.map(({ fields }) => fields.map(Number))
    return E.right({
      names: without(names),
      label: names[place]!,
      features: numbers.map(without),
      labels: numbers.map((row) => row[place]!)
    })
  }
)
