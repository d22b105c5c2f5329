/** `limen estimate`: the ledger of a workload file. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../report/ledger-data'
import { ledgerText, type Paint } from '../report/ledger-text'
import { exit, type Io } from './io'
import { certified, exact } from './making'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'

/** How a ledger is printed; JSON and CSV keep every digit there is. */
const formats: Readonly<Record<string, (estimate: AnyEstimate, paint: Paint, digits?: number) => string>> = {
  text: ledgerText,
  json: (estimate) => ledgerJson(estimate),
  csv: (estimate) => ledgerCsv(estimate),
  markdown: (estimate, _, digits) => ledgerMarkdown(estimate, digits)
}

const run = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const estimate = await readWorkload(io, file, flags, flags['certified'] === true ? certified : exact)
  if (E.isLeft(estimate)) return estimate.left
  io.out(formats[String(flags['format'])]!(estimate.right, io.paint, digitsOf(flags)))
  return exit.ok
}

/** Adds the command. */
export const addEstimate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('estimate')
    .description('print the least energy that a workload can take, by paradigm and wall')
  const isCertified = new Option(
    '--certified',
    'print rigorous enclosures; values may be uncertain ("300 K ± 2 K", "[1e9, 1e10] Hz")'
  )
  takingWorkload(command, [formatOption(Object.keys(formats)), isCertified]).action(
    async (file: string | undefined, flags: Flags) => {
      done(await run(io, file, flags))
    }
  )
}
