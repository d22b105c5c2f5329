/** A ledger on a grid as a Parquet file, by a package that only those install who want it. */
import * as E from 'fp-ts/lib/Either.js'
import type { FileGrid, FileGridBlock, GridGap } from '../estimate/grid'
import { gridColumns } from '../report/data/grid'
import { noting, type Noted } from './noting'
import { missing, namesOf } from './optional'

type Parquet = Pick<typeof import('hyparquet-writer'), 'ByteWriter' | 'ParquetWriter'>

const parquet = async (): Promise<Parquet> =>
  namesOf<Parquet>('ParquetWriter', await import('hyparquet-writer'))

/** The points of a row group, and some more: as many as engines read at once. */
const groupSize = 2 ** 17

/** Blocks together, so that each of these but the last has the points of a row group. */
async function* grouped(blocks: AsyncIterable<FileGridBlock>): AsyncGenerator<readonly FileGridBlock[]> {
  let [group, points]: [FileGridBlock[], number] = [[], 0]
  for await (const block of blocks) {
    group.push(block)
    points += block.length
    if (points < groupSize) continue
    yield group
    ;[group, points] = [[], 0]
  }
  if (points > 0) yield group
}

/** The cells of a column: a NaN is none. */
const cellsOf = (group: readonly FileGridBlock[], column: number): (string | number | null)[] =>
  group.flatMap(({ axes, totals, length }): (string | number | null)[] => {
    const values = [...axes, ...totals][column]!
    return typeof values === 'string'
      ? new Array<string>(length).fill(values)
      : Array.from(values, (value) => (Number.isNaN(value) ? null : value))
  })

/** The bytes of a grid as a Parquet file, in row groups; or why there are none, and what to do about it. */
export const gridParquet = async (
  grid: Pick<FileGrid, 'axes' | 'rows'>,
  blocks: Noted<FileGridBlock>,
  load: () => Promise<Parquet> = parquet
): Promise<E.Either<string, AsyncGenerator<Uint8Array, readonly GridGap[]>>> => {
  const module = await load().catch(() => undefined)
  if (module === undefined)
    return E.left(missing('a Parquet file is written', 'hyparquet-writer', 'choose csv or jsonl'))
  const names = gridColumns(grid)
  const isText = (column: number): boolean =>
    column < grid.axes.length && grid.axes[column]!.unit === undefined
  async function* pieces({
    ByteWriter,
    ParquetWriter
  }: Parquet): AsyncGenerator<Uint8Array, readonly GridGap[]> {
    let gaps: readonly GridGap[] = []
    const bytes = new ByteWriter()
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'grid', num_children: names.length },
        ...names.map((name, column) => ({
          name,
          repetition_type: 'OPTIONAL' as const,
          ...(isText(column)
            ? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }
            : { type: 'DOUBLE' as const })
        }))
      ],
      createdBy: 'limen'
    })
    const taken = (): Uint8Array => {
      const piece = bytes.getBytes().slice()
      bytes.index = 0
      return piece
    }
    for await (const group of grouped(noting(blocks, (found) => (gaps = found)))) {
      const columnData = names.map((name, column) => ({ name, data: cellsOf(group, column) }))
      await writer.write({ columnData, rowGroupSize: Infinity })
      yield taken()
    }
    await writer.finish()
    yield taken()
    return gaps
  }
  return E.right(pieces(module))
}
