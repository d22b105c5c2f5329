/** `limen sweep`: the totals of a ledger while inputs run through values, as a table. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom, type AxisText } from '../estimate/axis'
import { certifiedGridFile, certifiedGridValue } from '../estimate/certified-grid'
import { gridFile, gridValue, type FileGrid, type GridGap } from '../estimate/grid'
import type { GridSqlOptions } from '../estimate/grid-sql'
import { joinedGrid } from '../estimate/joined-grid'
import type { FileOptions } from '../estimate/workload-file'
import type { GridPictureOptions } from '../report/picture/grid'
import { gridCsv, gridHead, gridJsonLines, type GridText } from '../report/data/grid'
import { sqlDialects } from '../reading/sql-dialect'
import type { SchemaError } from '../shape/problem'
import { isThreads, mostThreads } from '../threads/pool'
import { byThreads, type Threads } from '../threads/share'
import { visible } from '../units/visible'
import { gridArrow } from './arrow'
import { outsideText } from './figures'
import { headingsOf } from './input'
import { exit, type Io } from './io'
import { noting, type Noted } from './noting'
import { deliverText, writeFiles } from './output'
import { gridParquet } from './parquet'
import { layout, layoutOf, putPicture, undrawn } from './pictures'
import { sayWrongUsage } from './problems'
import { added } from './summaries'
import { readWorkload, takingWorkload, type Flags, type Making } from './workload'

const formats = ['csv', 'jsonl', 'arrow', 'parquet'] as const
type Format = (typeof formats)[number]

const endings: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  arrow: 'arrow',
  parquet: 'parquet'
}

/** The forms that are bytes: what writes them, and what one is called. */
const binary = {
  arrow: { write: gridArrow, what: 'an Arrow file' },
  parquet: { write: gridParquet, what: 'a Parquet file' }
} as const

const isBinary = (format: Format): format is keyof typeof binary => Object.hasOwn(binary, format)

/** The points of a block of such a form. */
const size = 2 ** 16

/** What is asked for, or as the name of the file ends. */
const formatOf = ({ format, output = '' }: Flags): Format =>
  (format as Format | undefined) ??
  endings[/\.(\w+)$/.exec(String(output))?.[1]?.toLowerCase() ?? ''] ??
  'csv'

const axisOf = (text: string, before: readonly AxisText[] = []): readonly AxisText[] => {
  const axis = axisFrom(text)
  if (E.isLeft(axis)) throw new InvalidArgumentError(`${axis.left.message}.`)
  return [...before, axis.right]
}

/** How a grid is made; the options are seen, or changed, on the way. */
export const makingOf = (
  flags: Flags,
  optionsOf: (options: FileOptions) => FileOptions
): Making<FileGrid> => {
  const axes = axesOf(flags)
  const [ofFile, ofValue] =
    flags['certified'] === true ? [certifiedGridFile, certifiedGridValue] : [gridFile, gridValue]
  return {
    ofText: (text, overrides, options) => ofFile(text, axes, overrides, optionsOf(options)),
    ofValue: (value, overrides, options) => ofValue(value, axes, overrides, optionsOf(options))
  }
}

export const axesOf = (flags: Flags): readonly AxisText[] => flags['over'] as readonly AxisText[]

/** What a thread reads, as the command has read it: the files, and what the trace says, which may be long. */
export interface SweepReading {
  readonly named: readonly string[]
  readonly flags: Flags
  readonly files: ReadonlyMap<string, readonly Uint8Array[]>
  readonly trace: Pick<FileOptions, 'trace'>
}

/** The grid of a workload, or of several; or an exit code where all that is wrong with any has been said. */
export const gridOf = async (
  io: Io,
  named: readonly string[],
  flags: Flags,
  making: Making<FileGrid>
): Promise<E.Either<number, FileGrid>> => {
  if (named.length < 2) return readWorkload(io, named[0], flags, making)
  const grids: FileGrid[] = []
  let code: number = exit.ok
  for (const file of named) {
    const grid = await readWorkload(io, file, flags, making)
    if (E.isLeft(grid)) code = Math.max(code, grid.left)
    else grids.push(grid.right)
  }
  if (code !== exit.ok) return E.left(code)
  const joined = joinedGrid(headingsOf(named), grids as [FileGrid, ...FileGrid[]]) // of two files or more
  return E.mapLeft(({ message }: SchemaError) => undrawn(io, message))(joined)
}

async function* keeping(bytes: AsyncIterable<Uint8Array>, kept: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    kept.push(piece)
    yield piece
  }
}

/** A grid, and what a thread needs to have the same. */
const readGrid = async (
  io: Io,
  named: readonly string[],
  flags: Flags
): Promise<E.Either<number, readonly [FileGrid, SweepReading]>> => {
  const { trace: traced, ...others } = flags
  const files = new Map<string, Uint8Array[]>()
  const open: Io['open'] = async (name) => {
    const stream = await io.open(name)
    const kept: Uint8Array[] = []
    if (name === traced) return stream
    files.set(name, kept)
    return { ...stream, bytes: keeping(stream.bytes, kept) }
  }
  let read: Pick<FileOptions, 'trace'> = {}
  const making = makingOf(flags, (options) => {
    if (options.trace !== undefined) read = { trace: options.trace }
    return options
  })
  const grid = await gridOf({ ...io, open }, named, flags, making)
  return E.map((grid: FileGrid) => [grid, { named, flags: others, files, trace: read }] as const)(grid)
}

/** Says how far it is, as more points are done. */
const progress = (io: Io, points: number): ((more: number) => void) => {
  const begun = io.now()
  let [done, told] = [0, begun]
  return (more) => {
    done += more
    const now = io.now()
    if (now - told < 100) return
    told = now
    const rate = (done / (now - begun)) * 1000
    io.status(`${((100 * done) / points).toFixed(0)} % of ${points} points, ${rate.toPrecision(2)} a second`)
  }
}

/** A grid that tells of the points that are done. */
const watched = (grid: FileGrid, done: (points: number) => void): FileGrid => ({
  ...grid,
  blocks: function* (part) {
    const blocks = grid.blocks(part)
    let block = blocks.next()
    for (; block.done !== true; block = blocks.next()) {
      yield block.value
      done(block.value.length)
    }
    return block.value
  }
})

/** Says where there is no total. */
const sayGaps = (io: Io, { points }: FileGrid, gaps: readonly GridGap[]): void => {
  for (const { row, points: missing, why } of gaps)
    io.error(
      `limen: ${row} has no total at ${missing} of ${points} points; at the first of them ${visible(why)}\n`
    )
}

async function* linesBy(
  grid: FileGrid,
  threads: Threads,
  form: GridText,
  done: (points: number) => void
): AsyncGenerator<string, readonly GridGap[]> {
  const head = gridHead(grid, form)
  if (head !== '') yield head
  return yield* byThreads(grid, threads, form, undefined, done)
}

/** The pieces of a table, by threads where more than one is asked for; or why there are none. */
const piecesOf = async (
  grid: FileGrid,
  format: Format,
  threads: Threads | undefined,
  done: (points: number) => void
): Promise<E.Either<string, Noted<string | Uint8Array>>> => {
  if (isBinary(format))
    return binary[format].write(
      grid,
      threads === undefined
        ? watched(grid, done).blocks({ size })
        : byThreads(grid, threads, 'blocks', { size }, done)
    )
  if (threads !== undefined) return E.right(linesBy(grid, threads, format, done))
  return E.right((format === 'csv' ? gridCsv : gridJsonLines)(watched(grid, done)))
}

const print = async (io: Io, grid: FileGrid, reading: SweepReading, flags: Flags): Promise<number> => {
  const output = flags['output'] as string | undefined
  const format = formatOf(flags)
  const toFile = output !== undefined && output !== '-'
  if (isBinary(format) && !toFile)
    return sayWrongUsage(io, `${binary[format].what} is bytes: say where with -o`)
  const count = flags['threads'] as number
  const threads = count === 1 ? undefined : () => io.threads(count, reading)
  const pieces = await piecesOf(grid, format, threads, progress(io, grid.points))
  if (E.isLeft(pieces)) return sayWrongUsage(io, pieces.left)
  let gaps: readonly GridGap[] = []
  const noted = noting(pieces.right, (found) => {
    gaps = found
    io.status('')
  })
  if (toFile) {
    const code = await writeFiles(io, [[output, noted]])
    if (code !== exit.ok) return code
  } else
    for await (const piece of noted) {
      io.out(String(piece))
      await io.drained()
    }
  sayGaps(io, grid, gaps)
  return exit.ok
}

/** Flags of a table that no picture has. */
const ofTables = ['format', 'output', 'dialect'] as const

/** Flags of a picture that no table has. */
const ofPictures = ['row', 'figure'] as const

/** Flags of a query alone, and those of a table that no query has. */
const ofQueries = ['least', 'front'] as const
const notOfQueries = ['format', 'certified'] as const

const flagged = (flags: readonly string[]): string => flags.map((name) => `--${name}`).join(' and ')

/** What is wrong with the flags together. */
const misused = (flags: Flags): string | undefined => {
  const isPicture = flags['picture'] !== undefined
  if (flags['certified'] === true && flags['threads'] !== 1)
    return '--certified: expected it without --threads'
  const given = (names: readonly string[]): readonly string[] =>
    names.filter((name) => flags[name] !== undefined)
  const strange = given(isPicture ? ofTables : ofPictures)
  if (strange.length > 0)
    return isPicture
      ? `${flagged(strange)}: a picture is no table`
      : `${flagged(strange)}: only a picture has that (--picture)`
  const isQuery = flags['dialect'] !== undefined
  const other = [
    ...given(isQuery ? notOfQueries : ofQueries),
    ...(isQuery && flags['threads'] !== 1 ? ['threads'] : [])
  ]
  if (other.length > 0)
    return isQuery
      ? `${flagged(other)}: a query is no table yet`
      : `${flagged(other)}: only a query has that (--dialect)`
  return given(ofQueries).length > 1 ? '--least and --front: expected one of them' : undefined
}

const isTwo = (columns: readonly string[]): columns is readonly [string, string] => columns.length === 2

const frontFrom = (text: string): readonly [string, string] => {
  const columns = text.split(',').map((column) => column.trim())
  if (isTwo(columns) && !columns.includes('') && columns[0] !== columns[1]) return columns
  throw new InvalidArgumentError('Expected two columns, such as cim,duration.')
}

/** The query of the same grid. */
const printQuery = async (io: Io, files: readonly string[], flags: Flags): Promise<number> => {
  if (files.length > 1) return sayWrongUsage(io, '--dialect: a query is of one workload')
  const { gridSqlFile, gridSqlValue } = await import('../estimate/grid-sql')
  const { dialect, least, front } = flags as Partial<GridSqlOptions>
  const query: GridSqlOptions = {
    dialect: dialect!,
    ...(least === undefined ? {} : { least }),
    ...(front === undefined ? {} : { front })
  }
  const axes = axesOf(flags)
  const sql = await readWorkload(io, files[0], flags, {
    ofText: (text, overrides, options) => gridSqlFile(text, axes, overrides, options, query),
    ofValue: (value, overrides, options) => gridSqlValue(value, axes, overrides, options, query)
  })
  if (E.isLeft(sql)) return sql.left
  for (const outside of sql.right.outside) undrawn(io, outsideText(outside))
  return deliverText(io, `${sql.right.text}\n`, flags['output'] as string | undefined)
}

/** A picture of a grid of two axes, the first of them to the right. */
const drawGrid = async (io: Io, grid: FileGrid, flags: Flags): Promise<number> => {
  const { gridPicture } = await import('../report/picture/grid')
  const output = flags['picture'] as string
  const [{ name: across }] = axesOf(flags) as readonly [AxisText, ...AxisText[]] // one is mandatory
  const { row, figure } = flags as Pick<GridPictureOptions, 'row' | 'figure'>
  const svg = gridPicture(grid, {
    ...layoutOf(flags, output),
    across,
    ...(row === undefined ? {} : { row }),
    ...(figure === undefined ? {} : { figure })
  })
  return E.isLeft(svg) ? undrawn(io, svg.left.message) : putPicture(io, svg.right, output)
}

const threadsFrom = (text: string): number => {
  const count = Number(text)
  if (/^\d+$/.test(text) && isThreads(count)) return count
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostThreads}.`)
}

/** Adds the command. */
export const addSweep = (program: Command, io: Io, done: (code: number) => void): void => {
  takingWorkload(
    added(program, 'sweep'),
    [
      new Option(
        '--over <input=values>',
        'what varies: "temperature=4 K..400 K:log:200", "convergence=constant, exponential", "design=H100 PCIe, my chip"; again for a grid'
      )
        .argParser(axisOf)
        .makeOptionMandatory(),
      new Option(
        '--format <format>',
        'the form of the table (else as the name of the file ends, or csv)'
      ).choices(formats),
      new Option(
        '--certified',
        'rigorous enclosures, floor.lower and floor.upper, at each of at most 10000 points; values may be uncertain'
      ),
      new Option('-o, --output <file>', 'where to write it (else standard output)'),
      new Option('--threads <n>', 'how many threads compute and write it; the table is the same')
        .argParser(threadsFrom)
        .default(1),
      new Option(
        '--dialect <dialect>',
        'print the query that computes the same table in an engine: its columns are the inputs and rows of the ledger'
      ).choices(sqlDialects),
      new Option('--least <column>', 'of the query the row at which a column is least, such as cim'),
      new Option(
        '--front <column,column>',
        'of the query the rows that have less of one column or of the other than all others'
      ).argParser(frontFrom),
      new Option(
        '--picture <file>',
        'draw a row over two inputs, the first to the right, instead of the table: as SVG or, by its name, PNG or PDF'
      ),
      new Option(
        '--row <name>',
        'which row the picture is of, such as cim, or cim.lower of a certified one (else limDissipated)'
      ),
      new Option(
        '--figure <figure>',
        'what the picture shows: how many decades the row is above the floor, or its energy (else decades; of the floor energy)'
      ).choices(['decades', 'energy']),
      ...layout()
    ],
    '[files...]'
  ).action(async (named: readonly string[], flags: Flags) => {
    const wrong = misused(flags)
    if (wrong !== undefined) {
      done(sayWrongUsage(io, wrong))
      return
    }
    if (flags['dialect'] !== undefined) {
      done(await printQuery(io, named, flags))
      return
    }
    const read = await readGrid(io, named, flags)
    if (E.isLeft(read)) done(read.left)
    else {
      const [grid, reading] = read.right
      done(
        flags['picture'] === undefined
          ? await print(io, grid, reading, flags)
          : await drawGrid(io, grid, flags)
      )
    }
  })
}
