/** What the command touches of the world: files, streams, a terminal. */
import type { Paint } from '../report/ledger-text'

/** Exit codes: all went well; the input is bad; the command was used wrongly. */
export const exit = { ok: 0, badInput: 1, wrongUsage: 2 } as const

export interface Io {
  /** The bytes of a file, or of standard input for "-". */
  readonly read: (file: string) => Promise<Uint8Array>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly paint: Paint
  /** How wide the help may be. */
  readonly columns: number
}
