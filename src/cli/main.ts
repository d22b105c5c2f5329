/** The `limen` command. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Interface } from 'node:readline'
import colors from 'picocolors'
import { plain, type Paint } from '../report/text/paint'
import { terminalColumns } from '../report/text/table'
import { messageOf } from '../units/told'
import { visible } from '../units/visible'
import { exit } from './io'
import { whyUnwritten } from './reasons'
import { run } from './run'
import { stream } from './stream'

const coloured: Paint = {
  strong: colors.bold,
  faint: colors.dim,
  bar: colors.cyan,
  heading: (text) => colors.bold(colors.underline(text))
}

/** Says why it ends before it is done, and ends. */
const end = (why: string, code: number): never => {
  process.stderr.write(`limen: ${why}\n`)
  process.exit(code)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, closes the pipe: that is no error.
  if (error.code === 'EPIPE') process.exit()
  end(`standard output: ${whyUnwritten(error)}`, exit.badInput)
})
// Where nobody hears what is wrong, the exit code tells it.
process.stderr.on('error', () => undefined)

process.on('uncaughtException', (error) => {
  end(`it failed, which is no fault of what it was given: ${visible(messageOf(error))}`, exit.failed)
})

/** Where questions are asked, once one is. */
let lines: Interface | undefined
let answers: AsyncIterator<string, undefined> | undefined

/** Answers are taken line by line, so that many may be pasted at once. */
const ask = async (question: string): Promise<string | undefined> => {
  const { createInterface } = await import('node:readline')
  lines ??= createInterface({ input: process.stdin, output: process.stderr })
  answers ??= lines[Symbol.asyncIterator]() as AsyncIterator<string, undefined>
  lines.setPrompt(question)
  lines.prompt()
  return (await answers.next()).value
}

const eraseLine = '\r\u001B[K'

let isDone = false
process.on('beforeExit', () => {
  // It waited for what never comes.
  if (!isDone) end('it ended before it was done', exit.failed)
})

const ended = run(process.argv.slice(2), {
  open: stream,
  write: async (files, read) => (await import('./files')).writeAll(files, read),
  out: (text) => void process.stdout.write(text),
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
  },
  error: (text) => void process.stderr.write(text),
  status: (line) => {
    if (process.stderr.isTTY) process.stderr.write(eraseLine + line)
  },
  // Standard input is opened where it may be asked for alone.
  ...(process.stderr.isTTY && process.stdin.isTTY ? { ask } : {}),
  now: () => performance.now(),
  paint: process.stdout.isTTY && colors.isColorSupported ? coloured : plain,
  explorer: () => readFile(new URL('explorer.js', import.meta.url), 'utf8'),
  threads: async (count, reading) =>
    (await import('../threads/worker')).startThreads(
      count,
      new URL('sweep-thread.cjs', import.meta.url),
      reading
    ),
  columns: Math.min(process.stdout.isTTY ? process.stdout.columns : terminalColumns, 100)
})
void ended.then((code) => {
  isDone = true
  process.exitCode = code
  lines?.close()
})
