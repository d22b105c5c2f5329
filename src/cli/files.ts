/** Files as they are written. */
import { randomBytes } from 'node:crypto'
import {
  constants,
  copyFileSync,
  createWriteStream,
  fstatSync,
  linkSync,
  renameSync,
  rmSync,
  type Stats
} from 'node:fs'
import { chmod, chown, open, readlink, realpath, stat } from 'node:fs/promises'
import { constants as system } from 'node:os'
import { dirname, isAbsolute, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pieces } from './io'

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

/** Whether a file that stands is one of some that were read, of which "-" is standard input. */
const isOneOf = async (read: readonly string[], file: string, { dev, ino }: Stats): Promise<boolean> => {
  for (const each of read) {
    const other = each === '-' ? fstatSync(0) : await stat(each).catch(() => undefined)
    if (
      other !== undefined &&
      ((other.dev === dev && other.ino === ino && ino !== 0) || resolve(each) === resolve(file))
    )
      return true
  }
  return false
}

/** A file to write: its name, its text or bytes, where its name leads, and what stands there. */
interface Target {
  readonly file: string
  readonly pieces: Pieces
  readonly end: string
  readonly there: Stats | undefined
}

/** Whether it is replaced by a whole new file; a device, a pipe, an open file are written through. */
const isReplaced = ({ end, there }: Target): boolean =>
  !descriptor.test(end) && (there === undefined || there.isFile())

/** Whether two names lead to one file. */
const isSame = (a: Target, b: Target): boolean =>
  resolve(a.end) === resolve(b.end) ||
  (a.there !== undefined &&
    b.there !== undefined &&
    a.there.ino === b.there.ino &&
    a.there.dev === b.there.dev &&
    a.there.ino !== 0)

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

/** A file that waits beside the one whose place it takes, and where that one is kept meanwhile. */
interface Waiting extends Target {
  readonly partial: string
  readonly before: string
}

/** Keeps what stands at a path under another name, too; a disk that knows no links has a copy. */
const keep = (file: string, as: string): void => {
  try {
    linkSync(file, as)
  } catch {
    copyFileSync(file, as)
  }
}

/** Gives files their names, at once for all signals; where one cannot have its own, none has. */
const takeNames = (files: readonly Waiting[]): void => {
  const done: Waiting[] = []
  for (const each of files)
    try {
      if (each.there !== undefined && files.length > 1) keep(each.end, each.before)
      renameSync(each.partial, each.end)
      done.push(each)
    } catch (error) {
      for (const { end, before, there } of done)
        if (there === undefined) rmSync(end)
        else renameSync(before, end)
      throw Object.assign(error as Error, { file: each.file })
    }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Writes whole files, compressed where their names say so, or leaves what was there: they take their
 * names when all are complete. Links are followed; what is no regular file is written through, once all
 * others are complete. No file is written that was read.
 */
export const writeAll = async (
  files: readonly (readonly [file: string, pieces: Pieces])[],
  read: readonly string[] = []
): Promise<void> => {
  const waiting: Waiting[] = []
  const remove = (): void => {
    for (const { partial, before } of waiting)
      for (const each of [partial, before]) rmSync(each, { force: true })
  }
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    for (const each of signals) process.off(each, stop)
    process.kill(process.pid, signal)
    // The first process of a container outlives a signal that nothing handles.
    process.exit(128 + system.signals[signal])
  }
  for (const each of signals) process.on(each, stop)
  process.on('exit', remove)
  try {
    const targets: Target[] = []
    for (const [file, pieces] of files)
      await naming(file, async () => {
        const there = await standing(file)
        if (there?.isFile() && (await isOneOf(read, file, there)))
          throw Object.assign(new Error('it was read'), { code: 'EREAD' })
        const end = await followed(file)
        const target = { file, pieces, end, there }
        if (isReplaced(target) && targets.some((each) => isReplaced(each) && isSame(each, target)))
          throw Object.assign(new Error('it is written twice'), { code: 'ETWICE' })
        targets.push(target)
      })
    for (const target of targets.filter(isReplaced)) {
      const beside = `${dirname(target.end)}/limen-${randomBytes(6).toString('hex')}`
      const each = { ...target, partial: `${beside}.partial`, before: `${beside}.before` }
      waiting.push(each)
      await naming(target.file, () => writeBeside(target, each.partial))
    }
    for (const target of targets)
      if (!isReplaced(target)) await naming(target.file, () => writeThrough(target))
    takeNames(waiting)
  } finally {
    remove()
    process.off('exit', remove)
    for (const each of signals) process.off(each, stop)
  }
}
