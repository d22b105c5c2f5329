/** Writing files, with errors for people. */
import { exit, type Io } from './io'

/** A file, or "-" for standard output, and the pieces of its text. */
export type Place = readonly [file: string, pieces: Iterable<string>]

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it or its folder may not be written',
  EPERM: 'it or its folder may not be written',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EPIPE: 'its reader has gone',
  EBADF: 'it is not open'
}

/** Writes files, all of them or none; an exit code, where what went wrong has been said. */
export const writeFiles = async (io: Io, places: readonly Place[]): Promise<number> => {
  try {
    await io.write(places.filter(([file]) => file !== '-'))
  } catch (error) {
    const { file = places[0]![0], code = '' } = error as { readonly file?: string; readonly code?: string }
    const none = places.length === 1 ? '' : `; so none of ${places.length} files is written`
    io.error(`limen: ${file}: ${reasons[code] ?? 'it cannot be written'}${none}\n`)
    return exit.badInput
  }
  for (const [file, pieces] of places) if (file === '-') for (const piece of pieces) io.out(piece)
  return exit.ok
}

/** A text on standard output, or in a file if one is named. */
export const deliverText = (io: Io, text: string, file = '-'): Promise<number> =>
  writeFiles(io, [[file, [text]]])
