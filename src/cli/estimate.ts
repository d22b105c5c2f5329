/** `limen estimate`: the ledger of a workload file, or of many. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../report/data/ledger'
import { ledgerText, type Paint } from '../report/text/ledger'
import { exit, type Io } from './io'
import { makingOf } from './making'
import { sayWrongUsage } from './problems'
import { printRecords } from './records'
import {
  digitsOf,
  fileOptionsOf,
  formatOption,
  overridesOf,
  readWorkload,
  takingWorkload,
  type Flags
} from './workload'

/** How a ledger is printed; JSON and CSV keep every digit there is. */
const formats: Readonly<Record<string, (estimate: AnyEstimate, paint: Paint, digits?: number) => string>> = {
  text: ledgerText,
  json: (estimate) => ledgerJson(estimate),
  csv: (estimate) => ledgerCsv(estimate),
  markdown: (estimate, _, digits) => ledgerMarkdown(estimate, digits)
}

/** One ledger, in the form asked for. */
const printOne = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const estimate = await readWorkload(io, file, flags, makingOf(flags))
  if (E.isLeft(estimate)) return estimate.left
  io.out(formats[String(flags['format'])]!(estimate.right, io.paint, digitsOf(flags)))
  return exit.ok
}

/** Many, each on a line. */
const printMany = async (io: Io, files: readonly string[], flags: Flags): Promise<number> => {
  const options = await fileOptionsOf(io, flags)
  if (E.isLeft(options)) return options.left
  const read = makingOf(flags).ofMany(options.right)
  return printRecords(io, files, (text) => read(text, overridesOf(flags)))
}

const run = async (
  io: Io,
  files: readonly string[],
  flags: Flags,
  isFormatSaid: boolean
): Promise<number> => {
  const refused = (message: string): number => sayWrongUsage(io, message)
  if (flags['jsonl'] !== true)
    return files.length > 1
      ? refused('expected one file; for several say --jsonl, which prints a line of JSON for each')
      : printOne(io, files[0], flags)
  if (flags['model'] !== undefined) return refused('expected --jsonl or --model, got both')
  if (isFormatSaid && flags['format'] !== 'json') return refused('--jsonl prints JSON, and no other format')
  return printMany(io, files, flags)
}

/** Adds the command. */
export const addEstimate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('estimate')
    .description('print what a workload costs, at the least and by machine, at each wall')
  const isCertified = new Option(
    '--certified',
    'print rigorous enclosures; values may be uncertain ("300 K ± 2 K", "[1e9, 1e10] Hz")'
  )
  const isMany = new Option(
    '--jsonl',
    'take many: files, or a workload on each line of a .jsonl file or of standard input; print a line of JSON for each'
  )
  takingWorkload(command, [formatOption(Object.keys(formats)), isCertified, isMany], '[files...]').action(
    async (files: readonly string[], flags: Flags) => {
      const isFormatSaid = command.getOptionValueSource('format') === 'cli'
      done(await run(io, files, flags, isFormatSaid))
    }
  )
}
