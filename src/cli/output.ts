/** Writing files, with errors for people. */
import { visible } from '../units/visible'
import { exit, type Io } from './io'
import { whyUnwritten } from './reasons'

/** A file, or "-" for standard output, and its pieces: of a text, or bytes, which only files take. */
export type Place = readonly [file: string, pieces: Iterable<string | Uint8Array>]

/**
 * Why a file that is called PDF is not written, and how one is made; undefined of any other. No library
 * that is kept sets the subscripts and Greek letters of these pages in a PDF; every browser does.
 */
export const whyNoPdf = (file: string | undefined, instead: string): string | undefined =>
  file !== undefined && /\.pdf$/i.test(file)
    ? `limen: ${visible(file)}: no PDF is written here: write ${instead}, and print it from a browser, such as chromium --headless --print-to-pdf\n`
    : undefined

/** Writes files, all of them or none; an exit code, where what went wrong has been said. */
export const writeFiles = async (io: Io, places: readonly Place[]): Promise<number> => {
  try {
    await io.write(places.filter(([file]) => file !== '-'))
  } catch (error) {
    const { file = places[0]![0] } = error as { readonly file?: string }
    const none = places.length === 1 ? '' : `; so none of ${places.length} files is written`
    io.error(`limen: ${visible(file)}: ${whyUnwritten(error)}${none}\n`)
    return exit.badInput
  }
  for (const [file, pieces] of places) if (file === '-') for (const piece of pieces) io.out(String(piece))
  return exit.ok
}

/** A text on standard output, or in a file if one is named. */
export const deliverText = (io: Io, text: string, file = '-'): Promise<number> =>
  writeFiles(io, [[file, [text]]])
