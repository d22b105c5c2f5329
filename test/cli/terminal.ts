/** A world for the command to run in: files from a map, streams that remember. */
import { run } from '../../src/cli/run'
import type { Io } from '../../src/cli/io'
import { plain } from '../../src/report/text/ledger'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly error: string
}

export type Files = Readonly<Record<string, string | Uint8Array | Error>>

/** What stands for the program of an explorer's page: it would end its script, if it could. */
export const explorerProgram = `'</script><!--'`

/** An error as Node's file system has it. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: no luck`), { code })

/** Bytes as a disk gives them: some, and some more. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = Math.max(1, Math.ceil(bytes.length / 3))
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.slice(at, at + length))
}

export const terminal = (
  files: Files,
  changes: Partial<Io> = {}
): { io: Io; said: () => Omit<Outcome, 'code'>; written: ReadonlyMap<string, string> } => {
  let [out, error] = ['', '']
  const read = (file: string): Promise<Uint8Array> => {
    const found = Object.hasOwn(files, file) ? files[file]! : systemError('ENOENT')
    return found instanceof Error
      ? Promise.reject(found)
      : Promise.resolve(typeof found === 'string' ? new TextEncoder().encode(found) : found)
  }
  const written = new Map<string, string>()
  const io: Io = {
    open: async (file) => {
      const bytes = await read(file)
      return { bytes: pieces(bytes), size: bytes.length }
    },
    write: async (files) => {
      for (const [file, parts] of files) {
        let whole = ''
        for await (const part of parts) whole += String(part)
        written.set(file, whole)
      }
    },
    status: () => undefined,
    now: () => 0,
    out: (text) => {
      out += text
    },
    drained: () => Promise.resolve(),
    error: (text) => {
      error += text
    },
    paint: plain,
    explorer: () => Promise.resolve(explorerProgram),
    threads: () => Promise.reject(new Error('there are no threads')),
    columns: 100,
    ...changes
  }
  return { io, said: () => ({ out, error }), written }
}

/** Runs `limen` with arguments; whatever happens, it shows nobody a stack trace. */
export const limen = async (files: Files, ...args: readonly string[]): Promise<Outcome> => {
  const { io, said } = terminal(files)
  const code = await run(args, io)
  const { out, error } = said()
  expect(out + error).not.toMatch(/^ {4}at .*:\d+\)?$|Error:|undefined/m)
  return { code, out, error }
}
