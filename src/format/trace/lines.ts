/**
 * The lines of a trace as fields: CSV, of any of the usual separators, or JSON Lines.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isObject, listed, shown } from '../../shape/codec'
import * as budget from '../../units/budget'
import { schemaError, type SchemaError } from '../../shape/problem'
import {
  columnsOf,
  stepSizeOf,
  tellsMore,
  traceColumns,
  type ColumnNames,
  type StepSize,
  type TraceColumn
} from './columns'
import { foreignLine } from './foreign'
import { plainCsv, plainJson, type PlainReader } from './plain'

/** Which columns hold what. */
export interface Chosen {
  readonly columns: ColumnNames
  readonly stepSize: StepSize | undefined
}

/** What the user says of them. */
export interface Asked {
  readonly columns?: ColumnNames
  readonly stepSize?: StepSize
}

/** Reads the rows of a file: fields in the order of `traceColumns`; undefined where absent or empty. */
export interface RowReader<Row> {
  readonly fields: (row: Row) => E.Either<string, readonly unknown[]>
  /** What the columns hold, as far as they are known by now. */
  readonly chosen: () => Chosen
  /** The names of all columns by now. */
  readonly found: () => readonly string[]
  /** What is wrong with the columns of the whole file, by now. */
  readonly lacking: () => SchemaError | undefined
}

/** The same of lines, of which those that hold plain numbers are read faster, where there may be any. */
export interface LineReader extends RowReader<string> {
  readonly plain: () => PlainReader | undefined
}

/** The columns of fields; undefined where one field would be several. */
const columnsAt = (
  places: readonly number[],
  length: number
): readonly (TraceColumn | undefined)[] | undefined => {
  const taken = places.filter((place) => place >= 0)
  if (new Set(taken).size < taken.length) return undefined
  return Array.from({ length }, (_, field) => traceColumns.find((__, at) => places[at] === field))
}

/** What is wrong at a line. */
export const problemAt = (line: number, message: string): SchemaError =>
  schemaError([{ pointer: '', position: { line, column: 1 }, message }])

const separators = ['\t', ',', ';'] as const

type Separator = (typeof separators)[number] | ' '

/** The separator of a header: the one that it has most of; blanks where it has none. */
const separatorOf = (header: string): Separator => {
  const unquoted = header.replace(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string): number => unquoted.split(separator).length - 1
  const most = separators.reduce((best, each) => (count(each) > count(best) ? each : best))
  return count(most) > 0 ? most : ' '
}

/** The fields of a line; in quotes they may hold the separator. */
const split = (line: string, separator: Separator): readonly string[] | undefined => {
  if (!line.includes('"')) return separator === ' ' ? line.trim().split(/\s+/) : line.split(separator)
  const fields: string[] = []
  const [text, between] = separator === ' ' ? [line.trim(), '\\s+'] : [line, separator]
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}]*))(${between}|$)`, 'y')
  for (;;) {
    const found = field.exec(text)
    if (found === null) return undefined
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2]!)
    if (found[3] === '') return fields
  }
}

const chosenColumns = (found: readonly string[], asked: Asked): E.Either<SchemaError, Chosen> =>
  pipe(
    columnsOf(found, asked.columns ?? {}),
    E.chain((columns) =>
      pipe(
        stepSizeOf(columns, found, asked.stepSize),
        E.map((stepSize) => ({ columns, stepSize }))
      )
    )
  )

const openQuote = 'a quote without an end'

/** What is wrong with columns of which none tells of a step. */
export const nothingTold = (found: readonly string[]): string =>
  `no column tells of a step, of its size or of a loss, got ${listed(found)}: limen knows step, epoch, learning_rate, loss and names like these; a column of another name is told by --column, such as step=NAME`

/** A reader of the lines of CSV with such a header. */
export const csvReader = (header: string, at: number, asked: Asked): E.Either<SchemaError, LineReader> => {
  const separator = separatorOf(header)
  const found = split(header, separator)?.map((name) => name.trim())
  if (found === undefined) return E.left(problemAt(at, openQuote))
  if (found.length > budget.columns)
    return E.left(problemAt(at, `expected at most ${budget.columns} columns, got ${found.length}`))
  const foreign = foreignLine(header, found)
  if (foreign !== undefined) return E.left(problemAt(at, foreign))
  return pipe(
    chosenColumns(found, asked),
    E.filterOrElse(
      ({ columns: { step, epoch, ...columns } }) => (step ?? epoch) !== undefined || tellsMore(columns),
      () => schemaError([{ pointer: '', message: nothingTold(found) }])
    ),
    E.map((chosen) => {
      const places = traceColumns.map((column) => found.indexOf(chosen.columns[column] ?? '\n'))
      const columns = separator === ' ' ? undefined : columnsAt(places, found.length)
      const plain = columns === undefined ? undefined : plainCsv(separator, columns)
      return {
        chosen: () => chosen,
        found: () => found,
        lacking: () => undefined,
        plain: () => plain,
        fields: (line) => {
          const fields = split(line, separator)
          if (fields === undefined) return E.left(openQuote)
          return fields.length === found.length
            ? E.right(places.map((place) => (place < 0 || fields[place] === '' ? undefined : fields[place])))
            : E.left(`expected ${found.length} fields, as the header has, got ${fields.length}`)
        }
      }
    })
  )
}

/** Whether the comment before a line is its header, as numpy writes it. */
export const isHeaderOf = (comment: string, line: string): boolean => {
  const separator = separatorOf(comment)
  const [names, fields] = [split(comment, separator), split(line, separator)]
  const isNumber = (field: string): boolean => field.trim() !== '' && !Number.isNaN(Number(field))
  return (
    names !== undefined &&
    fields !== undefined &&
    names.length === fields.length &&
    fields.every(isNumber) &&
    !names.some(isNumber)
  )
}

/** What is no number in JSON, and Python writes there, as null; texts are kept. */
const withNulls = (text: string): string => {
  let isText = false
  return text.replace(/\\.|"|-?\b(?:NaN|Infinity)\b/gs, (token) => {
    if (token === '"') isText = !isText
    return isText || token === '"' || token.startsWith('\\') ? token : 'null'
  })
}

/** JSON as Python writes it: NaN and infinities are null; undefined where it is none. */
export const parsedJson = (text: string): { readonly value: unknown } | undefined => {
  const parse = (each: string): { readonly value: unknown } | undefined => {
    try {
      return { value: JSON.parse(each) as unknown }
    } catch {
      return undefined
    }
  }
  return parse(text) ?? (/NaN|Infinity/.test(text) ? parse(withNulls(text)) : undefined)
}

/** A reader of rows as objects: loggers may write other names in other rows, so that columns come to be known. */
export const objectReader = (asked: Asked): RowReader<unknown> => {
  const known = new Set<string>()
  let chosen: Chosen = { columns: {}, stepSize: undefined }
  let lacking: SchemaError | undefined
  let places: readonly (string | undefined)[] = traceColumns.map(() => undefined)
  const learn = (): void => {
    const made = chosenColumns([...known], asked)
    lacking = E.isLeft(made) ? made.left : undefined
    if (E.isLeft(made)) return
    chosen = made.right
    places = traceColumns.map((column) => chosen.columns[column])
  }
  return {
    chosen: () => chosen,
    found: () => [...known],
    lacking: () => lacking,
    fields: (row) => {
      if (!isObject(row)) return E.left(`expected an object, got ${shown(row)}`)
      const before = known.size
      for (const name in row) known.add(name)
      if (known.size > budget.columns)
        return E.left(`expected at most ${budget.columns} names of columns, got more`)
      if (known.size > before) learn()
      return E.right(
        places.map((name) =>
          name === undefined || !Object.hasOwn(row, name) ? undefined : (row[name] ?? undefined)
        )
      )
    }
  }
}

/** So many lines in a row may be unlike the ones before them, until the next are no longer expected to be alike. */
const patience = 8

/** A reader of JSON Lines. */
export const jsonReader = (asked: Asked): LineReader => {
  const reader = objectReader(asked)
  let plain: PlainReader | undefined
  let left = patience
  /** What lines like this one are read by. */
  const learn = (line: string): void => {
    const { columns } = reader.chosen()
    const meant = traceColumns.filter((column) => columns[column] !== undefined)
    const isClear = new Set(meant.map((column) => columns[column])).size === meant.length
    const found = isClear
      ? plainJson(line, (name) => meant.find((column) => columns[column] === name))
      : undefined
    plain =
      found &&
      ((text, signs, from) => {
        const row = found(text, signs, from)
        if (row !== undefined) left = patience
        return row
      })
  }
  return {
    ...reader,
    plain: () => plain,
    fields: (line) => {
      const parsed = parsedJson(line)
      const fields =
        parsed === undefined
          ? E.left(foreignLine(line, []) ?? `expected a line of JSON, got ${shown(line)}`)
          : reader.fields(parsed.value)
      plain = undefined
      if (E.isRight(fields) && left-- > 0) learn(line)
      return fields
    }
  }
}
