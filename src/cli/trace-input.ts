/** Reading a trace from a file or standard input, plain or gzipped, with a bar that tells how far. */
import * as E from 'fp-ts/lib/Either.js'
import { bar, widthOf } from '../report/text/table'
import { schemaError, type SchemaError } from '../shape/problem'
import { traceReader, type TraceOptions, type TraceReading } from '../format/trace/file'
import { fileKindOf } from '../format/misplaced'
import { foreignStart } from '../format/trace/foreign'
import type { Io, Stream } from './io'
import { whyUnread } from './reasons'
import { breakOf, textOf } from './text-stream'

const barColumns = 24

/** So many bytes tell whether a file is no text. */
const startLength = 64

/** A file of another kind that is no longer is told as what it is. */
const headLength = 2 ** 18

/** Tells how far reading has got, not more often than one can see. */
const progress = ({ status, now }: Io, { size }: Stream): ((bytes: number) => void) => {
  const begin = now()
  let shown = begin
  return (bytes) => {
    if (now() - shown < 100) return
    shown = now()
    const megabytes = bytes / 1e6
    const rate = `${megabytes.toFixed(0)} MB, ${(megabytes / ((shown - begin) / 1000)).toFixed(0)} MB/s`
    if (size === undefined) status(rate)
    else {
      const part = Math.min(1, bytes / size)
      const done = bar(part * barColumns)
      status(`${done}${' '.repeat(barColumns - widthOf(done))} ${(part * 100).toFixed(0)} %  ${rate}`)
    }
  }
}

/** What a trace says, or what stopped the reading of it. */
export const readTrace = async (
  io: Io,
  file: string,
  options: TraceOptions
): Promise<E.Either<SchemaError, TraceReading>> => {
  const reader = traceReader(options)
  try {
    const stream = await io.open(file)
    const tell = progress(io, stream)
    let read = 0
    let foreign: string | undefined
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      let start = Buffer.alloc(0)
      for await (const piece of stream.bytes) {
        read += piece.length
        tell(read)
        if (start.length < startLength) {
          start = Buffer.concat([start, piece])
          if (start.length < startLength) continue
          foreign = foreignStart(start.toString('latin1'))
          if (foreign !== undefined) return
          yield start
        } else yield piece
      }
      if (start.length >= startLength) return
      foreign = foreignStart(start.toString('latin1'))
      if (foreign === undefined) yield start
    }
    let head = ''
    let goesOn = true
    for await (const piece of textOf(counted())) {
      if (head.length < headLength) head += piece
      goesOn &&= reader.read(piece)
      // What no trace begins with tells more by its head; a pipe may never have more.
      if (!goesOn && (stream.size === undefined || head.length >= headLength)) break
    }
    if (foreign !== undefined) return E.left(schemaError([{ pointer: '', message: foreign }]))
    const reading = reader.end()
    const other = E.isLeft(reading) ? fileKindOf(head) : undefined
    return other === undefined || other.kind === 'trace'
      ? reading
      : E.left(schemaError([{ pointer: '', message: other.sentence }]))
  } catch (error) {
    const broken = breakOf(error)
    return broken === undefined
      ? E.left(schemaError([{ pointer: '', message: whyUnread(error) }]))
      : reader.end(broken)
  } finally {
    io.status('')
  }
}
