/** `limen estimate`: the ledger of a workload file. */
import { Option, type Command } from 'commander'
import type { AnyEstimate } from '../report/ledger'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../report/ledger-data'
import { ledgerText, type Paint } from '../report/ledger-text'
import { certifiedEstimateFile, estimateFile } from '../schema/workload-file'
import { exit, type Io } from './io'
import { digitsOf, formatOption, readWorkload, takingWorkload, type Flags } from './workload'

/** How a ledger is printed; JSON and CSV keep every digit there is. */
const formats: Readonly<Record<string, (estimate: AnyEstimate, paint: Paint, digits?: number) => string>> = {
  text: ledgerText,
  json: (estimate) => ledgerJson(estimate),
  csv: (estimate) => ledgerCsv(estimate),
  markdown: (estimate, _, digits) => ledgerMarkdown(estimate, digits)
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const made = flags['certified'] === true ? certifiedEstimateFile : estimateFile
  const estimate = await readWorkload<AnyEstimate>(io, file, flags, made)
  if (estimate === undefined) return exit.badInput
  io.out(formats[String(flags['format'])]!(estimate, io.paint, digitsOf(flags)))
  return exit.ok
}

/** Adds the command. */
export const addEstimate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('estimate')
    .description('print the least energy that a workload can take, by paradigm and wall')
  const certified = new Option(
    '--certified',
    'print rigorous enclosures; values may be uncertain ("300 K ± 2 K", "[1e9, 1e10] Hz")'
  )
  takingWorkload(command, [formatOption(Object.keys(formats)), certified]).action(
    async (file: string, flags: Flags) => {
      done(await run(io, file, flags))
    }
  )
}
