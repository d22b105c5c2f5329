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
    const [first, ...more] = places.map(([file]) => file)
    const names = more.length === 0 ? first! : `${first!} and ${more.length} more`
    io.error(`limen: ${names}: ${reasonOf(error, 'written')}\n`)
    return exit.badInput
  }
}

/** A text on standard output, or in a file if one is named. */
export const deliverText = async (io: Io, text: string, file: string | undefined): Promise<number> => {
  if (file !== undefined && file !== '-') return writeFiles(io, [[file, [text]]])
  io.out(text)
  return exit.ok
}
