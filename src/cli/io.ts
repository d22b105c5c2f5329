/** What the command touches of the world: files, streams, a terminal, a clock. */
import type { Paint } from '../report/text/paint'
import type { Threads } from '../threads/share'

/** Exit codes: all went well; the input is bad, or could not be read, or the output not be written; the command was used wrongly; it failed. */
export const exit = { ok: 0, badInput: 1, wrongUsage: 2, failed: 3 } as const

/** A file that is read piece by piece. */
export interface Stream {
  readonly bytes: AsyncIterable<Uint8Array>
  /** How many bytes it has, where that is known. */
  readonly size?: number
}

/** What is written, piece by piece: of a text, or bytes, which only files take. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export interface Io {
  /** The bytes of a file, or of standard input for "-", piece by piece. */
  readonly open: (file: string) => Promise<Stream>
  /**
   * Writes whole files, all of them, or leaves what was there; the `file` of an error is the one that failed,
   * which may be one that was read.
   */
  readonly write: (
    files: readonly (readonly [file: string, pieces: Pieces])[],
    read?: readonly string[]
  ) => Promise<void>
  readonly out: (text: string) => void
  /** Resolves when what was written so far has left, so that much of it does not pile up. */
  readonly drained: () => Promise<void>
  readonly error: (text: string) => void
  /** A line on a terminal that the next one takes the place of; nothing where there is no terminal. */
  readonly status: (line: string) => void
  /** Asks a person, and resolves to the answer, or to undefined where none comes any more; absent where there is no terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>
  /** Milliseconds, from any beginning. */
  readonly now: () => number
  readonly paint: Paint
  /** The program of an explorer's page, as it was built. */
  readonly explorer: () => Promise<string>
  /** Threads of a sweep, which are given what has been read. */
  readonly threads: (count: number, reading: unknown) => ReturnType<Threads>
  /** How wide the help may be. */
  readonly columns: number
}
