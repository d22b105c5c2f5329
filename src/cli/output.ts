/** Writing files, with errors for people. */
import { basename, extname } from 'node:path'
import { visible } from '../units/visible'
import { isThreadError } from '../threads/pool'
import { exit, type Io, type Pieces } from './io'
import { whyUnwritten } from './reasons'

/** A file, or "-" for standard output, and its pieces. */
export type Place = readonly [file: string, pieces: Pieces]

/** Writes files, all of them or none; an exit code, where what went wrong has been said. */
export const writeFiles = async (io: Io, places: readonly Place[]): Promise<number> => {
  const files = places.filter(([file]) => file !== '-')
  try {
    if (files.length > 0) await io.write(files)
  } catch (error) {
    if (isThreadError(error)) throw error
    const { file = places[0]![0] } = error as { readonly file?: string }
    const none =
      places.length === 1
        ? ''
        : files.length === 1
          ? '; so nothing is written'
          : `; so none of ${files.length} files is written`
    io.error(`limen: ${visible(file)}: ${whyUnwritten(error)}${none}\n`)
    return exit.badInput
  }
  for (const [file, pieces] of places)
    if (file === '-') for await (const piece of pieces) io.out(String(piece))
  return exit.ok
}

/** How the name of a file ends, compressed or not: "svg", of "a.svg.gz"; nothing where it names no form. */
export const endingOf = (file: string): string => {
  const ending = extname(basename(file).replace(/\.gz$/i, ''))
  return /^\.[a-z]\w*$/i.test(ending) ? ending.slice(1).toLowerCase() : ''
}

/** Why something cannot be written to a file of this name: it ends as what it is not. */
export const unfitEnding = (file: string, what: string, forms: readonly string[]): string | undefined => {
  const ending = endingOf(file)
  return ending === '' || forms.includes(ending)
    ? undefined
    : `${visible(file)}: ${what} is written as .${forms.join(', .')}, and not as .${ending}`
}

/** A text on standard output, or in a file if one is named. */
export const deliverText = (io: Io, text: string, file = '-'): Promise<number> =>
  writeFiles(io, [[file, [text]]])
