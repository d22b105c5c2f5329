/** Writing files, with errors for people. */
import { reasonOf } from './input'
import { exit, type Io } from './io'

/** A file, and the pieces of its text. */
export type Place = readonly [file: string, pieces: Iterable<string>]

/** Writes files, all of them or none; an exit code, where what went wrong has been said. */
export const writeFiles = async (io: Io, places: readonly Place[]): Promise<number> => {
  try {
    await io.write(places)
    return exit.ok
  } catch (error) {
    io.error(`limen: ${places.map(([file]) => file).join(', ')}: ${reasonOf(error, 'written')}\n`)
    return exit.badInput
  }
}

/** A text on standard output, or in a file if one is named. */
export const deliverText = async (io: Io, text: string, file: string | undefined): Promise<number> => {
  if (file !== undefined && file !== '-') return writeFiles(io, [[file, [text]]])
  io.out(text)
  return exit.ok
}
