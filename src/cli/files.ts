/** Files as Node has them. */
import { randomBytes } from 'node:crypto'
import { constants, createReadStream, createWriteStream, rmSync, type Stats } from 'node:fs'
import { chmod, chown, open, readFile, readlink, realpath, rename, stat } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
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

/** What a path is called that is an open file of this process. */
const descriptor = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/

/** Where a path leads through symbolic links; what the last one names need not be there. */
const followed = async (file: string): Promise<string> => {
  const link = descriptor.test(file) ? undefined : await readlink(file).catch(() => undefined)
  if (link === undefined) return file
  return followed(isAbsolute(link) ? link : `${await realpath(dirname(file))}/${link}`)
}

/** What stands at a path, if anything does. Links that lead in a circle are an error. */
const standing = async (file: string): Promise<Stats | undefined> => {
  try {
    return await stat(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A file to write: its name, its text, where its name leads, and what stands there. */
interface Target {
  readonly file: string
  readonly pieces: Iterable<string>
  readonly end: string
  readonly there: Stats | undefined
}

/** Whether it is replaced by a whole new file; a device, a pipe, an open file are written through. */
const isReplaced = ({ end, there }: Target): boolean =>
  !descriptor.test(end) && (there === undefined || there.isFile())

const send = async ({ file, pieces }: Target, to: NodeJS.WritableStream, end = true): Promise<void> => {
  const source = Readable.from(pieces)
  await (file.endsWith('.gz') ? pipeline(source, createGzip(), to, { end }) : pipeline(source, to, { end }))
}

const writeThrough = async (target: Target): Promise<void> => {
  const [, number] = descriptor.exec(target.end) ?? []
  if (number === '1') return send(target, process.stdout, false)
  if (number === '2') return send(target, process.stderr, false)
  if (number !== undefined)
    return send(target, createWriteStream('', { fd: Number(number), autoClose: false }))
  return send(target, (await open(target.file, constants.O_WRONLY)).createWriteStream())
}

/** Writes the file that will take the place of the one that stands, with its mode and its owner. */
const writeBeside = async (target: Target, partial: string): Promise<void> => {
  const { end, there } = target
  // What may not be written may not be replaced either, though the folder would let us.
  if (there !== undefined) await (await open(end, constants.O_WRONLY)).close()
  await send(target, (await open(partial, 'wx', there?.mode)).createWriteStream())
  if (there === undefined) return
  // Only root gives files away: where we may not, the new file is ours.
  await chown(partial, there.uid, there.gid).catch(() => undefined)
  await chmod(partial, there.mode)
}

/** Does something for a file; an error says for which. */
const naming = async <A>(file: string, step: () => Promise<A>): Promise<A> => {
  try {
    return await step()
  } catch (error) {
    throw Object.assign(error as Error, { file })
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Writes whole files, compressed where their names say so, or leaves what was there: they take their
 * names when all are complete. Links are followed; what is no regular file is written through, once all
 * others are complete.
 */
export const writeAll = async (
  files: readonly (readonly [file: string, pieces: Iterable<string>])[]
): Promise<void> => {
  const partials: string[] = []
  const remove = (): void => {
    for (const partial of partials) rmSync(partial, { force: true })
  }
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    for (const each of signals) process.off(each, stop)
    process.kill(process.pid, signal)
  }
  for (const each of signals) process.on(each, stop)
  try {
    const targets: Target[] = []
    for (const [file, pieces] of files)
      await naming(file, async () => {
        const there = await standing(file)
        const end = await followed(file)
        targets.push({ file, pieces, end, there })
      })
    const replaced = targets.filter(isReplaced)
    for (const target of replaced) {
      const partial = `${dirname(target.end)}/limen-${randomBytes(6).toString('hex')}.partial`
      partials.push(partial)
      await naming(target.file, () => writeBeside(target, partial))
    }
    for (const target of targets)
      if (!isReplaced(target)) await naming(target.file, () => writeThrough(target))
    for (const [at, { file, end }] of replaced.entries()) await naming(file, () => rename(partials[at]!, end))
  } catch (error) {
    remove()
    throw error
  } finally {
    for (const each of signals) process.off(each, stop)
  }
}
