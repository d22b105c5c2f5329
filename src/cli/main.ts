#!/usr/bin/env node
/** The `limen` command. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import colors from 'picocolors'
import { plain, type Paint } from '../report/ledger-text'
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

process.exitCode = await run(process.argv.slice(2), {
  read: (file) => (file === '-' ? buffer(process.stdin) : readFile(file)),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  paint: process.stdout.isTTY && colors.isColorSupported ? coloured : plain,
  columns: Math.min(process.stdout.isTTY ? process.stdout.columns : 100, 100)
})
