/** The `limen` command. */
import { once } from 'node:events'
import colors from 'picocolors'
import { plain, type Paint } from '../report/text/ledger'
import { read, stream, writeAll } from './files'
import { run } from './run'

const coloured: Paint = {
  strong: colors.bold,
  faint: colors.dim,
  bar: colors.cyan,
  heading: (text) => colors.bold(colors.underline(text))
}

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const eraseLine = '\r\u001B[K'

process.exitCode = await run(process.argv.slice(2), {
  read,
  open: stream,
  write: writeAll,
  out: (text) => void process.stdout.write(text),
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
  },
  error: (text) => void process.stderr.write(text),
  status: (line) => {
    if (process.stderr.isTTY) process.stderr.write(eraseLine + line)
  },
  now: () => performance.now(),
  paint: process.stdout.isTTY && colors.isColorSupported ? coloured : plain,
  columns: Math.min(process.stdout.isTTY ? process.stdout.columns : 100, 100)
})
