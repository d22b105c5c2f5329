/** A ledger on a grid as an Arrow file, by a package that only those install who want it. */
import * as E from 'fp-ts/lib/Either.js'
import type { FileGrid, FileGridBlock, GridGap } from '../estimate/grid'
import { gridColumns } from '../report/data/grid'
import { noting, type Noted } from './noting'
import { missing, namesOf } from './optional'

type Arrow = Pick<
  typeof import('apache-arrow'),
  | 'Field'
  | 'Float64'
  | 'RecordBatch'
  | 'RecordBatchFileWriter'
  | 'Schema'
  | 'Struct'
  | 'Utf8'
  | 'makeData'
  | 'vectorFromArray'
>

const arrow = async (): Promise<Arrow> => namesOf<Arrow>('Schema', await import('apache-arrow'))

/** A bit for each value that is one, and how many are none. */
const validity = (values: Float64Array): { readonly nullBitmap: Uint8Array; readonly nullCount: number } => {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8))
  let nullCount = 0
  values.forEach((value, at) => {
    if (Number.isNaN(value)) nullCount += 1
    else nullBitmap[at >> 3]! |= 1 << (at & 7)
  })
  return { nullBitmap, nullCount }
}

/** The bytes of a grid as an Arrow file, a batch for each of its blocks; or why there are none, and what to do about it. */
export const gridArrow = async (
  grid: Pick<FileGrid, 'axes' | 'rows'>,
  blocks: Noted<FileGridBlock>,
  load: () => Promise<Arrow> = arrow
): Promise<E.Either<string, AsyncGenerator<Uint8Array, readonly GridGap[]>>> => {
  const module = await load().catch(() => undefined)
  if (module === undefined)
    return E.left(missing('an Arrow file is written', 'apache-arrow', 'choose csv or jsonl'))
  const { Field, Float64, RecordBatch, RecordBatchFileWriter, Schema, Struct, Utf8 } = module
  const { makeData, vectorFromArray } = module
  const isText = (column: number): boolean =>
    column < grid.axes.length && grid.axes[column]!.unit === undefined
  const schema = new Schema(
    gridColumns(grid).map(
      (name, column) => new Field(name, isText(column) ? new Utf8() : new Float64(), true)
    )
  )
  const children = ({ axes, totals, length }: FileGridBlock) =>
    [...axes, ...totals].map((column) =>
      typeof column === 'string'
        ? vectorFromArray(new Array<string>(length).fill(column), new Utf8()).data[0]!
        : makeData({ type: new Float64(), data: column, length, ...validity(column) })
    )
  async function* pieces(): AsyncGenerator<Uint8Array, readonly GridGap[]> {
    let gaps: readonly GridGap[] = []
    let written: Uint8Array[] = []
    const writer = new RecordBatchFileWriter()
    // Its own sink keeps all that it is given until the end.
    const { _sink: sink } = writer as unknown as { readonly _sink: { write: (bytes: Uint8Array) => void } }
    sink.write = (bytes) => void written.push(Uint8Array.from(bytes))
    const taken = (): readonly Uint8Array[] => {
      const bytes = written
      written = []
      return bytes
    }
    writer.reset(undefined, schema)
    for await (const block of noting(blocks, (found) => (gaps = found))) {
      const { length } = block
      const data = makeData({
        type: new Struct(schema.fields),
        length,
        nullCount: 0,
        children: children(block)
      })
      writer.write(new RecordBatch(schema, data))
      yield* taken()
    }
    writer.finish()
    yield* taken()
    return gaps
  }
  return E.right(pieces())
}
