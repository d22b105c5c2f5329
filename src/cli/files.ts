/** Files as Node has them. */
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Stream } from './io'

/** The bytes of a file, or of standard input. */
export const read = (file: string): Promise<Uint8Array> =>
  file === '-' ? buffer(process.stdin) : readFile(file)

/** The same, piece by piece. */
export const stream = async (file: string): Promise<Stream> => {
  if (file === '-') return { bytes: process.stdin }
  const handle = await open(file)
  const { size } = await handle.stat()
  await handle.close()
  return { bytes: createReadStream(file, { highWaterMark: 2 ** 18 }), size }
}

const write = async (file: string, pieces: Iterable<string>, name: string): Promise<void> => {
  const source = Readable.from(pieces)
  const target = createWriteStream(file)
  await (name.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target))
}

/**
 * Writes whole files, compressed where their names say so, or leaves what was there: they take their
 * names when all are complete.
 */
export const writeAll = async (
  files: readonly (readonly [file: string, pieces: Iterable<string>])[]
): Promise<void> => {
  const partial = (file: string): string => `${file}.${process.pid}.partial`
  const remove = (): Promise<unknown> =>
    Promise.all(files.map(([file]) => rm(partial(file), { force: true })))
  const stop = (): void => {
    void remove().finally(() => process.exit(130))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    for (const [file, pieces] of files) await write(partial(file), pieces, file)
    for (const [file] of files) await rename(partial(file), file)
  } catch (error) {
    await remove()
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}
