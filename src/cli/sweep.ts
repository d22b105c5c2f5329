/** `limen sweep`: the totals of a ledger while inputs run through values, as a table. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom, type AxisText } from '../estimate/axis'
import { gridFile, gridValue, type FileGrid, type GridGap } from '../estimate/grid'
import { gridCsv, gridJsonLines, type GridPieces } from '../report/data/grid'
import { visible } from '../units/visible'
import { gridArrow } from './arrow'
import { exit, type Io } from './io'
import { writeFiles } from './output'
import { sayWrongUsage } from './problems'
import { added } from './summaries'
import { readWorkload, takingWorkload, type Flags, type Making } from './workload'

const formats = ['csv', 'jsonl', 'arrow'] as const
type Format = (typeof formats)[number]

const endings: Readonly<Record<string, Format>> = { jsonl: 'jsonl', ndjson: 'jsonl', arrow: 'arrow' }

/** What is asked for, or as the name of the file ends. */
const formatOf = ({ format, output = '' }: Flags): Format =>
  (format as Format | undefined) ??
  endings[/\.(\w+)$/.exec(String(output))?.[1]?.toLowerCase() ?? ''] ??
  'csv'

const axisOf = (text: string, before: readonly AxisText[] = []): readonly AxisText[] => {
  const axis = axisFrom(text)
  if (E.isLeft(axis)) throw new InvalidArgumentError(`E${axis.left.message.slice(1)}.`)
  return [...before, axis.right]
}

const makingOf = (axes: readonly AxisText[]): Making<FileGrid> => ({
  ofText: (text, overrides, options) => gridFile(text, axes, overrides, options),
  ofValue: (value, overrides, options) => gridValue(value, axes, overrides, options)
})

/** A grid that says how far it is. */
const watched = (io: Io, grid: FileGrid): FileGrid => ({
  ...grid,
  blocks: function* (size) {
    const begun = io.now()
    const blocks = grid.blocks(size)
    let [done, told] = [0, begun]
    let block = blocks.next()
    for (; block.done !== true; block = blocks.next()) {
      yield block.value
      done += block.value.length
      const now = io.now()
      if (now - told < 100) continue
      told = now
      const rate = (done / (now - begun)) * 1000
      io.status(
        `${((100 * done) / grid.points).toFixed(0)} % of ${grid.points} points, ${rate.toPrecision(2)} a second`
      )
    }
    io.status('')
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

/** Pieces that are kept an eye on for what they return. */
function* noting<P>(pieces: GridPieces<P>, note: (gaps: readonly GridGap[]) => void): Generator<P> {
  note(yield* pieces)
}

const print = async (io: Io, grid: FileGrid, flags: Flags): Promise<number> => {
  const output = flags['output'] as string | undefined
  const format = formatOf(flags)
  const toFile = output !== undefined && output !== '-'
  if (format === 'arrow' && !toFile) return sayWrongUsage(io, 'an Arrow file is bytes: say where with -o')
  const pieces =
    format === 'arrow'
      ? await gridArrow(watched(io, grid))
      : E.right<string, GridPieces<string>>((format === 'csv' ? gridCsv : gridJsonLines)(watched(io, grid)))
  if (E.isLeft(pieces)) return sayWrongUsage(io, pieces.left)
  let gaps: readonly GridGap[] = []
  const noted = noting<string | Uint8Array>(pieces.right, (found) => (gaps = found))
  if (toFile) {
    const code = await writeFiles(io, [[output, noted]])
    if (code !== exit.ok) return code
  } else
    for (const piece of noted) {
      io.out(String(piece))
      await io.drained()
    }
  sayGaps(io, grid, gaps)
  return exit.ok
}

/** Adds the command. */
export const addSweep = (program: Command, io: Io, done: (code: number) => void): void => {
  takingWorkload(added(program, 'sweep'), [
    new Option(
      '--over <input=values>',
      'what varies: "temperature=4 K..400 K:log:200", "convergence=constant, exponential"; again for a grid'
    )
      .argParser(axisOf)
      .makeOptionMandatory(),
    new Option(
      '--format <format>',
      'the form of the table (else as the name of the file ends, or csv)'
    ).choices(formats),
    new Option('-o, --output <file>', 'where to write it (else standard output)')
  ]).action(async (file: string | undefined, flags: Flags) => {
    const grid = await readWorkload(io, file, flags, makingOf(flags['over'] as readonly AxisText[]))
    done(E.isLeft(grid) ? grid.left : await print(io, grid.right, flags))
  })
}
