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

/**
 * Writes a whole file, compressed if its name says so, or leaves what was there: the file takes its
 * name when it is complete.
 */
export const write = async (file: string, pieces: Iterable<string>): Promise<void> => {
  const partial = `${file}.${process.pid}.partial`
  const remove = (): void => {
    void rm(partial, { force: true }).finally(() => process.exit(130))
  }
  process.once('SIGINT', remove).once('SIGTERM', remove)
  try {
    const source = Readable.from(pieces)
    const target = createWriteStream(partial)
    await (file.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    process.off('SIGINT', remove).off('SIGTERM', remove)
  }
}
