/**
 * The lines of a trace as fields: CSV, of any of the usual separators, or JSON Lines.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { shown } from '../../shape/codec'
import { schemaError, type SchemaError } from '../../shape/problem'
import { columnsOf, stepSizeOf, traceColumns, type ColumnNames, type StepSize } from './columns'

/** Which columns hold what. */
export interface Chosen {
  readonly columns: ColumnNames
  readonly stepSize: StepSize
}

/** Reads the lines of a file: fields in the order of `traceColumns`; undefined where absent or empty. */
export interface LineReader extends Chosen {
  readonly fields: (line: string) => E.Either<string, readonly unknown[]>
}

/** What is wrong at a line. */
export const problemAt = (line: number, message: string): SchemaError =>
  schemaError([{ pointer: '', position: { line, column: 1 }, message }])

const separators = [',', ';', '\t'] as const

/** The fields of a line; in quotes they may hold the separator. */
const split = (line: string, separator: string): readonly string[] | undefined => {
  if (!line.includes('"')) return line.split(separator)
  const fields: string[] = []
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}]*))(${separator}|$)`, 'y')
  for (;;) {
    const found = field.exec(line)
    if (found === null) return undefined
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2]!)
    if (found[3] === '') return fields
  }
}

/** Why a line begins no trace, and whether one after it may. */
export interface Unreadable {
  readonly error: SchemaError
  readonly mayFollow: boolean
}

const unreadable =
  (mayFollow: boolean) =>
  (error: SchemaError): Unreadable => ({ error, mayFollow })

const chosenColumns = (
  found: readonly string[],
  { columns = {}, stepSize }: Partial<Chosen>
): E.Either<SchemaError, Chosen> =>
  pipe(
    columnsOf(found, columns),
    E.chain((chosen) =>
      pipe(
        stepSizeOf(chosen, found, stepSize),
        E.map((size) => ({ columns: chosen, stepSize: size }))
      )
    )
  )

const openQuote = 'a quote without an end'

const csvReader = (
  header: string,
  at: number,
  options: Partial<Chosen>
): E.Either<Unreadable, LineReader> => {
  const separator = separators.find((each) => header.includes(each)) ?? ','
  const found = split(header, separator)?.map((name) => name.trim())
  if (found === undefined) return E.left({ error: problemAt(at, openQuote), mayFollow: false })
  return pipe(
    chosenColumns(found, options),
    E.bimap(unreadable(false), (chosen) => {
      const places = traceColumns.map((column) => found.indexOf(chosen.columns[column] ?? '\n'))
      return {
        ...chosen,
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

const parsedLine = (line: string): E.Either<string, Readonly<Record<string, unknown>>> => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? E.right(value as Readonly<Record<string, unknown>>)
      : E.left(`expected an object, got ${shown(value)}`)
  } catch {
    return E.left(`expected a line of JSON, got ${shown(line)}`)
  }
}

const jsonReader = (first: string, at: number, options: Partial<Chosen>): E.Either<Unreadable, LineReader> =>
  pipe(
    parsedLine(first),
    E.mapLeft((message) => unreadable(false)(problemAt(at, message))),
    E.chain((value) => E.mapLeft(unreadable(true))(chosenColumns(Object.keys(value), options))),
    E.map((chosen) => ({
      ...chosen,
      fields: (line) =>
        pipe(
          parsedLine(line),
          E.map((value) =>
            traceColumns.map((column) => {
              const name = chosen.columns[column]
              return name === undefined || !Object.hasOwn(value, name)
                ? undefined
                : (value[name] ?? undefined)
            })
          )
        )
    }))
  )

/** A reader of the lines of a file, from its first; it says whether that is a row already. */
export const lineReader = (
  first: string,
  at: number,
  options: Partial<Chosen>
): E.Either<Unreadable, LineReader & { readonly firstIsRow: boolean }> => {
  const firstIsRow = first.trimStart().startsWith('{')
  return pipe(
    firstIsRow ? jsonReader(first, at, options) : csvReader(first, at, options),
    E.map((reader) => ({ ...reader, firstIsRow }))
  )
}
