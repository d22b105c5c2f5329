/**
 * Reading a trace as it streams by: CSV or JSON Lines, a line a step. What is kept is a summary, so
 * that memory stays flat whatever the length. A list of rows in JSON, such as that of `trainer_state.json`,
 * is read whole.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  aFlag,
  aList,
  anObject,
  aNumber,
  anything,
  aText,
  expectArguments,
  expecting,
  having,
  type Kind,
  options,
  recordOf
} from '../../units/argument'
import { addStep, aSummary, noSteps, type Run } from '../../workload/trace'
import * as budget from '../../units/budget'
import { lazily } from '../../units/remembered'
import { envelope } from '../../workload/envelope'
import { isObject, listed, shown } from '../../shape/codec'
import { schemaError, type SchemaError, textOf, unfitFile } from '../../shape/problem'
import { clock, type ClockColumn, type ClockOptions } from './clock'
import { sizeNotes, tellsMore, type ColumnNames, type StepSize } from './columns'
import { foreignStart } from './foreign'
import {
  csvReader,
  isHeaderOf,
  jsonReader,
  nothingTold,
  objectReader,
  parsedJson,
  problemAt,
  type Chosen,
  type LineReader,
  type RowReader
} from './lines'
import { signsOf, type Signs } from './plain'
import { numbersOf, sizeOf, type Numbers } from './row'

/** How a trace is read. @since 0.3.0 */
export interface TraceOptions extends ClockOptions {
  /** Which column of the file holds what, where its name does not tell. */
  readonly columns?: ColumnNames
  /**
   * From which columns the size of a step is taken. Default: the first that there is of relativeStep,
   * learningRate*gradientNorm (where the log says that its optimiser is SGD), learningRate.
   */
  readonly stepSize?: StepSize
  /** How many parameters the memory holds, where the trace does not tell. */
  readonly parameters?: number
  /** How many updates each row stands for, whatever the log says of steps. @since 0.6.0 */
  readonly updatesPerRow?: number
  /** How many updates an epoch has, for a log that counts epochs, or steps anew in each. @since 0.6.0 */
  readonly stepsPerEpoch?: number
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
  /** From which columns the size of a step is taken; absent where none tells. */
  readonly stepSize?: StepSize
  /** Seconds from the first row to the last, where a column tells the time. @since 0.6.0 */
  readonly seconds?: number
  /** What told how many steps there were. @since 0.6.0 */
  readonly clock: ClockColumn
  /** What is assumed, or not known, as sentences. @since 0.6.0 */
  readonly notes: readonly string[]
}

/** Numbers and names in them are looked at by the reader. */
export const traceOptions: Kind = options({
  columns: recordOf('names of columns', aText),
  stepSize: aText,
  parameters: anything,
  updatesPerRow: anything,
  stepsPerEpoch: anything,
  skipBadLines: aFlag
})

export const aTraceReading: Kind = having('what a trace says, such as parseTrace gives', {
  summary: aSummary,
  counted: aText,
  lines: aNumber,
  columns: anObject,
  notes: aList
})

/** Reads lines as they come, in pieces of any size. @since 0.3.0 */
export interface TraceReader {
  /** The next piece of the text; false where reading cannot go on. */
  readonly read: (piece: string) => boolean
  /** What was read, or what stopped it; `broken` tells why the text ended before its end. */
  readonly end: (broken?: string) => E.Either<SchemaError, TraceReading>
}

/** Signs that are looked at together: beside a whole file, those of its parts take next to no memory. */
const part = 2 ** 18

/** Where the part that begins at a place ends: with a line, as far as there is one. */
const endOfPart = (text: string, from: number): number => {
  const most = from + part
  if (text.length <= most) return text.length
  const before = text.lastIndexOf('\n', most)
  const line = before < from ? text.indexOf('\n', most) : before
  return line < 0 ? text.length : line + 1
}

/** How many of the lines that could not be read are told. */
const told = 3

const problem = (message: string): SchemaError => schemaError([{ pointer: '', message }])

/** Where a row of a trace stands: on which line, or at which pointer. */
type Place = number | string

const errorAt = (place: Place, message: string): SchemaError =>
  typeof place === 'number' ? problemAt(place, message) : schemaError([{ pointer: place, message }])

/** The rows of JSON that is read whole, with the pointer of their list; and how many steps it says there were. */
interface List {
  readonly rows: readonly unknown[]
  readonly pointer: string
  readonly reached: number | undefined
}

const listOf = (text: string): E.Either<string, List> => {
  const parsed = parsedJson(text)
  if (parsed === undefined)
    return E.left('malformed JSON: neither lines of JSON, nor a list or an object to its end')
  const { value } = parsed
  if (Array.isArray(value)) return E.right({ rows: value, pointer: '', reached: undefined })
  const history = isObject(value) ? value['log_history'] : undefined
  if (!isObject(value) || !Array.isArray(history))
    return E.left(`expected a list of rows, or an object with one as log_history, got ${shown(value)}`)
  const reached = value['global_step']
  return E.right({
    rows: history as readonly unknown[],
    pointer: '/log_history',
    reached: typeof reached === 'number' ? reached : undefined
  })
}

/** Whether a line begins a list, or an object of several lines or with a list of rows. */
const beginsList = (line: string): boolean => {
  const text = line.trim()
  if (text.startsWith('[')) return true
  if (!text.startsWith('{')) return false
  if (!text.endsWith('}')) return true
  const value = text.includes('"log_history"') ? parsedJson(text)?.value : undefined
  return isObject(value) && Array.isArray(value['log_history'])
}

/** A reader of one trace. @since 0.3.0 */
export const traceReader = (options: TraceOptions = {}): TraceReader => {
  expectArguments('traceReader', { options: traceOptions }, options)
  let rest = ''
  let lines = 0
  let silent = 0
  let skipped = 0
  const summary = { ...noSteps }
  let { parameters } = options
  let reader: LineReader | undefined
  let list: { readonly pieces: string[]; readonly line: number; length: number } | undefined
  let objects: RowReader<unknown> | undefined
  let comment: string | undefined
  let bare = false
  let taken: StepSize | undefined
  let nextRates = 0
  /** How far rows that tell no step had come, by each column that then counted. */
  const passed = new Map<string | undefined, number>()
  let reached: number | undefined
  let begun: number | undefined
  let ended: number | undefined
  let failed: SchemaError | undefined
  const firstSkipped: string[] = []
  const kept = envelope()

  /** What stopped the reading, also where a callback found it. */
  const failure = (): SchemaError | undefined => failed

  /** Whether the last line began a list. */
  const isList = (): boolean => list !== undefined

  const columnsNow = (): RowReader<string> | RowReader<unknown> | undefined => objects ?? reader

  const emit = (row: Numbers, since: number, isLast: boolean, isRow: boolean): void => {
    const stepSize = columnsNow()?.chosen().stepSize
    const found = sizeOf(row, stepSize)
    const isAfter = summary.lastStep > 0 && stepSize !== 'relativeStep'
    // A scheduler has moved on when its rate is logged: the steps of this row were taken before.
    const isNext = found === 0 && isAfter && (isLast || since > 1)
    if (isNext) nextRates++
    const relativeStep = found === undefined || isNext ? NaN : found
    const { macs = NaN, objective = NaN } = row
    const updates = row.updates ?? since * (parameters ?? 1)
    addStep(summary, { updates, relativeStep, macs, objective })
    if (!isRow) summary.steps--
    kept.record(updates, relativeStep)
  }
  const time = clock(options, () => columnsNow()?.chosen().columns ?? {}, emit)

  const bad = (place: Place, message: string): void => {
    const error = errorAt(place, message)
    if (!options.skipBadLines) failed = error
    else if (++skipped <= told)
      firstSkipped.push(typeof place === 'number' ? `line ${place}: ${message}` : error.message)
  }
  const takeNumbers = (row: Numbers, { columns, stepSize }: Chosen, place: Place): void => {
    begun ??= row.time
    ended = row.time ?? ended
    const size = sizeOf(row, stepSize)
    if (size !== undefined && (taken ??= stepSize) !== stepSize) {
      failed = problem(
        `the size of a step was ${taken!} in the first rows, and ${stepSize!} in later ones: --step-size says which`
      )
      return
    }
    if (row.updates !== undefined && size === undefined && stepSize !== undefined) {
      bad(place, `expected the ${stepSize} of these updates, got nothing`)
      return
    }
    const isTelling =
      size !== undefined ||
      row.updates !== undefined ||
      row.objective !== undefined ||
      (row.learningRate ?? row.gradientNorm) !== undefined
    if (
      isTelling &&
      row.parameters !== undefined &&
      parameters !== undefined &&
      row.parameters !== parameters
    ) {
      bad(place, `expected ${parameters} parameters, as before, got ${row.parameters}`)
      return
    }
    if (isTelling) parameters ??= row.parameters
    const counts = time.take(row, isTelling || (bare && (row.step ?? row.epoch) !== undefined))
    if (E.isLeft(counts)) bad(place, counts.left)
    else if (!counts.right) {
      silent++
      passed.set(columns.step, Math.max(passed.get(columns.step) ?? 0, row.step ?? 0))
    }
  }
  const take = <Row>({ fields, chosen }: RowReader<Row>, text: Row, place: Place): void => {
    const found = fields(text)
    if (E.isLeft(found)) {
      bad(place, found.left)
      return
    }
    const row = numbersOf(found.right)
    if (typeof row === 'string') bad(place, row)
    else if (row === undefined) silent++
    else takeNumbers(row, chosen(), place)
  }
  /** Takes rows of plain numbers from the beginning of a line, as far as they go before the last line; where the next begins. */
  const takePlain = (
    { plain, chosen }: LineReader,
    piece: string,
    signs: Signs,
    from: number,
    last: number
  ): number => {
    const read = plain()
    let at = from
    while (read !== undefined && at <= last && failed === undefined) {
      const row = read(piece, signs, at)
      if (row === undefined) break
      takeNumbers(row.numbers, chosen(), ++lines)
      at = row.next
    }
    return at
  }
  const begin = (line: string): void => {
    if (beginsList(line)) {
      list = { pieces: [`${line}\n`], line: lines, length: line.length }
      return
    }
    if (line.trimStart().startsWith('{')) {
      reader = jsonReader(options)
      take(reader, line, lines)
      return
    }
    const isNamed = comment !== undefined && isHeaderOf(comment, line)
    const made = csvReader(isNamed ? comment! : line, lines, options)
    if (E.isLeft(made)) {
      failed = made.left
      return
    }
    reader = made.right
    bare = !tellsMore(reader.chosen().columns)
    if (isNamed) take(reader, line, lines)
  }
  const next = (line: string): void => {
    lines++
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    if (text.trim() === '') return
    const own = reader === undefined ? text.replace(/^\uFEFF/, '') : text
    // A header may name its first column "#".
    if (own.startsWith('#') && !/^#\s*[,;\t]/.test(own)) comment = own.slice(1).trim()
    else if (reader === undefined) begin(own)
    else take(reader, own, lines)
  }
  const gather = (piece: string): boolean => {
    if (list === undefined) return true
    list.pieces.push(piece)
    list.length += piece.length
    lines += piece.split('\n').length - 1
    if (list.length > budget.file)
      failed ??= problem(
        `a JSON list of more than ${budget.file} characters, which is read whole: write it as JSON Lines, a row a line`
      )
    return failed === undefined
  }
  const readPart = (piece: string): boolean => {
    if (list !== undefined) return gather(piece)
    let start = 0
    const last = piece.lastIndexOf('\n')
    const signs = lazily(() => signsOf(piece))
    while (failed === undefined) {
      if (rest === '' && reader !== undefined) start = takePlain(reader, piece, signs(), start, last)
      const end = piece.indexOf('\n', start)
      if (end < 0 || failure() !== undefined) break
      next(rest + piece.slice(start, end))
      rest = ''
      start = end + 1
      if (isList()) return gather(piece.slice(start))
    }
    rest += piece.slice(start)
    if (rest.length <= budget.line || failed !== undefined) return failed === undefined
    if (reader === undefined && /^\uFEFF?\s*[[{]/.test(rest)) {
      list = { pieces: [], line: ++lines, length: 0 }
      return gather(rest.replace(/^\uFEFF/, ''))
    }
    failed =
      foreignStart(rest.slice(0, 64)) === undefined
        ? problemAt(lines + 1, `a line of more than ${budget.line} characters`)
        : problem(foreignStart(rest.slice(0, 64))!)
    return false
  }
  const read = (piece: string): boolean => {
    const text = textOf(piece)
    if (E.isLeft(text)) {
      failed ??= text.left
      return false
    }
    for (let at = 0; at < piece.length;) {
      const end = endOfPart(piece, at)
      if (!readPart(piece.slice(at, end))) return false
      at = end
    }
    return failed === undefined
  }
  const takeList = (text: string, line: number): void => {
    const found = listOf(text)
    if (E.isLeft(found)) {
      const isLine = !text.trim().includes('\n')
      failed = problemAt(line, isLine ? `expected a line of JSON, got ${shown(text.trim())}` : found.left)
      return
    }
    objects = objectReader(options)
    const { rows, pointer } = found.right
    reached = found.right.reached
    for (let at = 0; at < rows.length && failure() === undefined; at++)
      take(objects, rows[at], `${pointer}/${at}`)
  }
  const end = (broken?: string): E.Either<SchemaError, TraceReading> => {
    if (failed === undefined && broken !== undefined) failed = problemAt(lines + 1, broken)
    if (failed === undefined && list === undefined && rest !== '') next(rest)
    if (failure() === undefined && list !== undefined) takeList(list.pieces.join(''), list.line)
    const columnsOfAll = columnsNow()
    const stopped = failure() ?? columnsOfAll?.lacking()
    if (stopped !== undefined) return E.left(stopped)
    // An evaluation tells no step, but how far the steps had gone.
    const row = passed.get(columnsOfAll?.chosen().columns.step) ?? 0
    if (reached === undefined) time.reach(row, 'row')
    else time.reach(Math.max(reached, row), 'count')
    const clocked = time.end()
    const { updates, macs, sumOfSteps } = summary
    if ([updates, macs, sumOfSteps].some((sum) => Math.abs(sum) === Infinity))
      failed ??= problem('expected numbers that can be added up, got some whose sum is beyond float64')
    const emitted = failure()
    if (emitted !== undefined) return E.left(emitted)
    if (columnsOfAll === undefined || summary.steps === 0) {
      const names = columnsOfAll?.found() ?? []
      const got = columnsOfAll === undefined ? 'nothing' : 'no row that tells of a step'
      const isTold =
        columnsOfAll === undefined || names.length === 0 || tellsMore(columnsOfAll.chosen().columns)
      return E.left(problem(isTold ? `expected a trace, got ${got}` : nothingTold(names)))
    }
    const { columns, stepSize } = columnsOfAll.chosen()
    if (options.stepsPerEpoch !== undefined && columns.epoch === undefined && columns.updates === undefined)
      return E.left(
        problem(`steps per epoch need a column epoch, and the columns are ${listed(columnsOfAll.found())}`)
      )
    const late = Math.log2(summary.largestStep / summary.lastStep)
    const unsized = summary.updates - summary.sized
    return E.right({
      summary,
      ...(parameters === undefined ? {} : { parameters }),
      counted: !clocked.known
        ? 'unknown'
        : columns.updates !== undefined || parameters !== undefined
          ? 'parameters'
          : 'steps',
      steps: kept.finish(),
      ...{ lines, silent, skipped, firstSkipped, columns },
      ...(stepSize === undefined ? {} : { stepSize }),
      ...(begun !== undefined && ended !== undefined && ended > begun ? { seconds: ended - begun } : {}),
      clock: clocked.by,
      notes: [
        ...clocked.notes,
        ...sizeNotes(columns, stepSize, options.stepSize),
        ...(stepSize === 'learningRate' && summary.lastStep > summary.smallestStep
          ? [
              `the smallest step is not the last, as after a warm-up: precision is told of the smallest; the last is ${Number(late.toPrecision(4))} bit below the largest`
            ]
          : []),
        ...(nextRates > 0
          ? [
              'a learning rate of 0 after others is the next one of its scheduler: the steps of its row are counted, their size is not known'
            ]
          : []),
        ...(stepSize !== undefined && unsized > 0 && nextRates === 0
          ? ['some rows do not tell the size of their steps: counted, and left out of the convergence']
          : [])
      ]
    })
  }
  return { read, end }
}

/** What a trace says, from its whole text. @since 0.3.0 */
export const parseTrace = expecting(
  'parseTrace',
  { text: anything, options: traceOptions },
  (text: string, options: TraceOptions = {}): E.Either<SchemaError, TraceReading> => {
    const reader = traceReader(options)
    reader.read(text)
    return reader.end()
  },
  unfitFile
)
