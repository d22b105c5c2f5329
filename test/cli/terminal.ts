/** A world for the command to run in: files from a map, streams that remember. */
import { run } from '../../src/cli/run'
import type { Io } from '../../src/cli/io'
import { plain } from '../../src/report/ledger-text'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly error: string
}

export type Files = Readonly<Record<string, string | Uint8Array | Error>>

/** An error as Node's file system has it. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: no luck`), { code })

export const terminal = (
  files: Files,
  changes: Partial<Io> = {}
): { io: Io; said: () => Omit<Outcome, 'code'> } => {
  let [out, error] = ['', '']
  const io: Io = {
    read: (file) => {
      const found = Object.hasOwn(files, file) ? files[file]! : systemError('ENOENT')
      return found instanceof Error
        ? Promise.reject(found)
        : Promise.resolve(typeof found === 'string' ? new TextEncoder().encode(found) : found)
    },
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    paint: plain,
    columns: 100,
    ...changes
  }
  return { io, said: () => ({ out, error }) }
}

/** Runs `limen` with arguments; whatever happens, it shows nobody a stack trace. */
export const limen = async (files: Files, ...args: readonly string[]): Promise<Outcome> => {
  const { io, said } = terminal(files)
  const code = await run(args, io)
  const { out, error } = said()
  expect(out + error).not.toMatch(/^ {4}at |Error:|undefined/m)
  return { code, out, error }
}
