/** Reading a trace from a file or standard input, plain or gzipped, with a bar that tells how far. */
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { bar, widthOf } from '../report/table'
import { schemaError, type SchemaError } from '../schema/problem'
import { traceReader, type TraceOptions, type TraceReading } from '../schema/trace/file'
import { reasonOf } from './input'
import type { Io, Stream } from './io'

const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b

/** The bytes as they are, or inflated where they begin as gzip does. */
async function* inflated(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  const begin: Uint8Array[] = []
  let length = 0
  while (length < 2) {
    const next = await pieces.next()
    if (next.done === true) break
    begin.push(next.value)
    length += next.value.length
  }
  const start = Buffer.concat(begin)
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield start
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  if (!isGzip(start)) yield* all()
  else yield* pipeline(Readable.from(all()), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>
}

const barColumns = 24

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

const reasons: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'the gzip data end before their end',
  Z_DATA_ERROR: 'the gzip data are corrupt',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'this is no UTF-8 text'
}

/** What a trace says, or what stopped the reading of it. */
export const readTrace = async (
  io: Io,
  file: string,
  options: TraceOptions
): Promise<E.Either<SchemaError, TraceReading>> => {
  const reader = traceReader(options)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const stream = await io.open(file)
    const tell = progress(io, stream)
    let read = 0
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of stream.bytes) {
        read += piece.length
        tell(read)
        yield piece
      }
    }
    let isGoingOn = true
    for await (const piece of inflated(counted())) {
      isGoingOn = reader.read(decoder.decode(piece, { stream: true }))
      if (!isGoingOn) break
    }
    if (isGoingOn) reader.read(decoder.decode())
    return reader.end()
  } catch (error) {
    const { code = '' } = error as { readonly code?: string }
    return reasons[code] === undefined
      ? E.left(schemaError([{ pointer: '', message: reasonOf(error) }]))
      : reader.end(reasons[code])
  } finally {
    io.status('')
  }
}
