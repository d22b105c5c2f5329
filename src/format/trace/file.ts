/**
 * Reading a trace as it streams by: CSV or JSON Lines, a line a step. What is kept is a summary, so
 * that memory stays flat whatever the length.
 */
import * as E from 'fp-ts/lib/Either.js'
import { noSteps, withStep, type Run } from '../../workload/trace'
import { envelope } from '../../workload/envelope'
import { schemaError, textOf, type SchemaError } from '../../shape/problem'
import type { ColumnNames, StepSize } from './columns'
import { lineReader, problemAt, type LineReader } from './lines'
import { rowOf, type Before } from './row'

/** How a trace is read. @since 0.3.0 */
export interface TraceOptions {
  /** Which column of the file holds what, where its name does not tell. */
  readonly columns?: ColumnNames
  /** From which columns the size of a step is taken. Default: the first that there is of relativeStep, learningRate*gradientNorm (a step of gradient descent), learningRate. */
  readonly stepSize?: StepSize
  /** How many parameters the memory holds, where the trace does not tell. */
  readonly parameters?: number
  /** Whether lines that cannot be read are counted, instead of ending the reading. Default: false. */
  readonly skipBadLines?: boolean
}

/** What was read. @since 0.3.0 */
export interface TraceReading extends Run {
  /** Lines of the file, with header and empty ones. */
  readonly lines: number
  /** Rows that say nothing of a step, such as evaluations. */
  readonly silent: number
  /** Lines that could not be read, and the first few of them. */
  readonly skipped: number
  readonly firstSkipped: readonly string[]
  readonly columns: ColumnNames
  readonly stepSize: StepSize
}

/** Reads lines as they come, in pieces of any size. @since 0.3.0 */
export interface TraceReader {
  /** The next piece of the text; false where reading cannot go on. */
  readonly read: (piece: string) => boolean
  /** What was read, or what stopped it; `broken` tells why the text ended before its end. */
  readonly end: (broken?: string) => E.Either<SchemaError, TraceReading>
}

/** No row of a trace is longer: what is, is no trace. */
const longestLine = 2 ** 20

/** How many of the lines that could not be read are told. */
const told = 3

/** A reader of one trace. @since 0.3.0 */
export const traceReader = (options: TraceOptions = {}): TraceReader => {
  let rest = ''
  let lines = 0
  let silent = 0
  let skipped = 0
  let summary = noSteps
  let before: Before = { step: undefined, parameters: options.parameters }
  let reader: LineReader | undefined
  let failed: SchemaError | undefined
  let lacking: SchemaError | undefined
  const firstSkipped: string[] = []
  const kept = envelope()

  const begin = (line: string): void => {
    const made = lineReader(line, lines, options)
    if (E.isRight(made)) {
      reader = made.right
      if (made.right.firstIsRow) take(reader, line)
    } else if (made.left.mayFollow) {
      // The first rows of a logger may tell of other things than a step.
      silent++
      lacking ??= made.left.error
    } else failed = made.left.error
  }
  const bad = (message: string): void => {
    if (!options.skipBadLines) failed = problemAt(lines, message)
    else if (++skipped <= told) firstSkipped.push(`line ${lines}: ${message}`)
  }
  const take = ({ fields, stepSize }: LineReader, line: string): void => {
    const found = fields(line)
    if (E.isLeft(found)) {
      bad(found.left)
      return
    }
    const row = rowOf(found.right, stepSize, before)
    if (E.isLeft(row)) bad(row.left)
    else if (row.right === undefined) silent++
    else {
      const { step } = row.right
      summary = withStep(summary, step)
      kept.record(step.updates, step.relativeStep)
      before = row.right.before
    }
  }
  const next = (line: string): void => {
    lines++
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (text.trim() === '') return
    if (reader === undefined) begin(text.replace(/^\uFEFF/, ''))
    else take(reader, text)
  }
  const read = (piece: string): boolean => {
    const text = textOf(piece)
    if (E.isLeft(text)) {
      failed ??= text.left
      return false
    }
    let start = 0
    while (failed === undefined) {
      const end = piece.indexOf('\n', start)
      if (end < 0) break
      next(rest + piece.slice(start, end))
      rest = ''
      start = end + 1
    }
    rest += piece.slice(start)
    if (rest.length > longestLine)
      failed ??= problemAt(lines + 1, `a line of more than ${longestLine} characters`)
    return failed === undefined
  }
  const end = (broken?: string): E.Either<SchemaError, TraceReading> => {
    if (failed === undefined && broken !== undefined) failed = problemAt(lines + 1, broken)
    if (failed === undefined && rest !== '') next(rest)
    if (reader === undefined) failed ??= lacking
    if (failed !== undefined) return E.left(failed)
    if (reader === undefined || summary.steps === 0)
      return E.left(
        schemaError([
          {
            pointer: '',
            message: `expected a trace, got ${reader === undefined ? 'nothing' : 'no row that tells of a step'}`
          }
        ])
      )
    const { parameters } = before
    const { columns, stepSize } = reader
    return E.right({
      summary,
      ...(parameters === undefined ? {} : { parameters }),
      counted: columns.updates !== undefined || parameters !== undefined ? 'parameters' : 'steps',
      steps: kept.finish(),
      ...{ lines, silent, skipped, firstSkipped, columns, stepSize }
    })
  }
  return { read, end }
}

/** Reads a whole trace; the public function of this name is in `report/showing`. */
export const parseTrace = (text: string, options: TraceOptions = {}): E.Either<SchemaError, TraceReading> => {
  const reader = traceReader(options)
  reader.read(text)
  return reader.end()
}
