/** `limen compare`: how far a design is above the physics, action by action. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Ledger } from '../ledger/estimate'
import type { Comparison } from '../report/headroom'
import { headroomCsv, headroomJson } from '../report/data/headroom'
import { headroomMarkdown, headroomText } from '../report/text/headroom'
import type { Paint } from '../report/text/ledger'
import { estimateFile, estimateValue } from '../estimate/workload-file'
import { readEnergies } from './energy-input'
import { compared, headroomOptions } from './headroom-options'
import { exit, type Io } from './io'
import { sayProblems } from './problems'
import { digitsFrom, formatOption, readWorkload, type Flags } from './workload'
import { added } from './summaries'

const formats: Readonly<Record<string, (of: Comparison, paint: Paint, digits?: number) => string>> = {
  text: headroomText,
  json: headroomJson,
  csv: headroomCsv,
  markdown: (of, _, digits) => headroomMarkdown(of, digits)
}

/** The ledger of a workload file, at the temperature that is asked for. */
const ledgerOf = async (io: Io, flags: Flags): Promise<E.Either<number, Ledger | undefined>> => {
  const file = flags['workload'] as string | undefined
  if (file === undefined) return E.right(undefined)
  const { temperature } = flags
  const estimate = await readWorkload(io, file, temperature === undefined ? {} : { temperature }, {
    ofText: estimateFile,
    ofValue: estimateValue
  })
  return E.map(({ ledger }: { readonly ledger: Ledger }) => ledger)(estimate)
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const table = await readEnergies(io, file, flags['counts'] as string | undefined)
  if (E.isLeft(table)) return table.left
  const ledger = await ledgerOf(io, flags)
  if (E.isLeft(ledger)) return ledger.left
  const found = compared(table.right, flags, ledger.right)
  if (E.isLeft(found)) {
    sayProblems(io, file, found.left)
    return exit.badInput
  }
  const digits = flags['digits'] as number | undefined
  io.out(formats[String(flags['format'])]!(found.right, io.paint, digits))
  return exit.ok
}

/** Adds the command. */
export const addCompare = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'compare')
    .argument(
      '<file>',
      'an Accelergy ERT or plug-in table, Timeloop stats, an NVSim cell, a NeuroSim breakdown, CodeCarbon emissions, or limen.energies/1; - for standard input'
    )
    .addOption(formatOption(Object.keys(formats)))
    .addOption(new Option('--digits <n>', 'significant digits to print (else 4)').argParser(digitsFrom))
    .addOption(new Option('--counts <file>', 'action counts (Accelergy), for the energy of a run'))
    .addOption(new Option('--workload <file>', 'a workload file of the same run, for what it took in all'))
  for (const option of headroomOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
