/** Files as they are read. */
import { fstatSync, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import type { Stream } from './io'

/**
 * The bytes of an open file, to its end. One that grows meanwhile, as a log does, is read as far as it
 * goes; of one that is cut or rewritten a part would be old and a part new.
 */
async function* bytesOf(handle: FileHandle, { size, mtimeMs }: Stats): AsyncGenerator<Uint8Array> {
  try {
    yield* handle.createReadStream({ highWaterMark: 2 ** 18, autoClose: false }) as AsyncIterable<Uint8Array>
    const now = await handle.stat()
    const isChanged = now.size < size || (now.size === size && now.mtimeMs !== mtimeMs)
    if (now.isFile() && isChanged) throw Object.assign(new Error('changed'), { code: 'ECHANGED' })
  } finally {
    await handle.close()
  }
}

/** The bytes of a file, or of standard input, piece by piece. */
export const stream = async (file: string): Promise<Stream> => {
  if (file === '-') {
    // Node takes a folder for an empty text there.
    if (fstatSync(0).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    return { bytes: process.stdin }
  }
  // Opened once: a pipe gives what is in it to who comes first.
  const handle = await open(file)
  const stats = await handle.stat()
  return { bytes: bytesOf(handle, stats), ...(stats.isFile() ? { size: stats.size } : {}) }
}
