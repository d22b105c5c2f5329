/** `limen estimate`: the ledger of a workload file, of several side by side, or of many. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../report/data/ledger'
import type { Paint } from '../report/text/ledger'
import { sideBySideText, type NamedLedger } from '../report/text/side-by-side'
import { headingsOf } from './input'
import { exit, type Io } from './io'
import { fullOption, ledgerForPeople } from './ledger'
import { makingOf } from './making'
import { deliverText } from './output'
import { sayWrongUsage } from './problems'
import { deliverProved, proofOption, proofOptions, unfitProofName } from './proof'
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
import { added } from './summaries'

/** How a ledger is printed; JSON and CSV keep every digit there is. */
const formats: Readonly<Record<string, (estimate: AnyEstimate, paint: Paint, flags: Flags) => string>> = {
  text: ledgerForPeople,
  json: (estimate) => ledgerJson(estimate),
  csv: (estimate) => ledgerCsv(estimate),
  markdown: (estimate, _, flags) => ledgerMarkdown(estimate, digitsOf(flags))
}

/** One ledger, in the form asked for. */
const printOne = async (io: Io, file: string | undefined, flags: Flags): Promise<number> => {
  const estimate = await readWorkload(io, file, flags, makingOf(flags))
  if (E.isLeft(estimate)) return estimate.left
  const text = formats[String(flags['format'])]!(estimate.right, io.paint, flags)
  const proof = flags['proof'] as string | undefined
  if (proof === undefined) return deliverText(io, text)
  const { ledgerCoq } = await import('../ledger/coq')
  const proved = ledgerCoq(estimate.right.ledger, proofOptions(flags))
  if (E.isRight(proved)) return deliverProved(io, text, [proof, proved.right])
  io.error(`limen: ${proved.left.message}\n`)
  return exit.badInput
}

/** Several ledgers side by side; where a file is bad, all that is wrong with all of them. */
const printSideBySide = async (io: Io, files: readonly string[], flags: Flags): Promise<number> => {
  const headings = headingsOf(files)
  const ledgers: NamedLedger[] = []
  let code: number = exit.ok
  for (const [at, file] of files.entries()) {
    const estimate = await readWorkload(io, file, flags, makingOf(flags))
    if (E.isLeft(estimate)) code = Math.max(code, estimate.left)
    else ledgers.push({ heading: headings[at]!, estimate: estimate.right })
  }
  if (code === exit.ok) io.out(sideBySideText(ledgers, io.paint, digitsOf(flags)))
  return code
}

/** Many, each on a line. */
const printMany = async (io: Io, files: readonly string[], flags: Flags): Promise<number> => {
  const options = await fileOptionsOf(io, flags)
  if (E.isLeft(options)) return options.left
  const read = makingOf(flags).ofMany(options.right.options)
  return printRecords(io, files, (text) => read(text, overridesOf(flags)))
}

/** Why there is no proof, where one is asked for. */
const unfitProof = (files: readonly string[], flags: Flags): string | undefined => {
  const proof = flags['proof'] as string | undefined
  if (proof === undefined) return undefined
  if (flags['certified'] !== true) return '--proof is of enclosures: it needs --certified'
  if (flags['jsonl'] === true || files.length > 1) return '--proof is of one file'
  return unfitProofName(proof)
}

const run = async (
  io: Io,
  files: readonly string[],
  flags: Flags,
  isFormatSaid: boolean
): Promise<number> => {
  const refused = (message: string): number => sayWrongUsage(io, message)
  const unfit = unfitProof(files, flags)
  if (unfit !== undefined) return refused(unfit)
  if (flags['jsonl'] !== true) {
    if (files.length < 2) return printOne(io, files[0], flags)
    if (flags['aiModel'] !== undefined) return refused('expected a file or --ai-model, got both')
    const idle = flags['full'] === true ? '--full' : flags['format'] === 'text' ? undefined : '--format'
    return idle === undefined
      ? printSideBySide(io, files, flags)
      : refused(`${idle} is of one file; for several say --jsonl, which prints a line of JSON for each`)
  }
  if (flags['aiModel'] !== undefined) return refused('expected --jsonl or --ai-model, got both')
  if (isFormatSaid && flags['format'] !== 'json') return refused('--jsonl prints JSON, and no other format')
  return printMany(io, files, flags)
}

const examples = `
A design of your own is a row beside the others; its fields: limen schema design

  limen estimate my.json --design my-chip.json
  limen estimate my.json --design "H100 PCIe"

To begin with there is one: node_modules/limen/examples/my-chip.json`

/** Adds the command. */
export const addEstimate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'estimate')
  const isCertified = new Option(
    '--certified',
    'print rigorous enclosures; values may be uncertain ("300 K ± 2 K", "[1e9, 1e10] Hz")'
  )
  const isMany = new Option(
    '--jsonl',
    'take many: files, or a workload on each line of a .jsonl file or of standard input; print a line of JSON for each'
  )
  takingWorkload(
    command,
    [formatOption(Object.keys(formats)), fullOption(), isCertified, proofOption(), isMany],
    '[files...]'
  )
    .addHelpText('after', examples)
    .action(async (files: readonly string[], flags: Flags) => {
      const isFormatSaid = command.getOptionValueSource('format') === 'cli'
      done(await run(io, files, flags, isFormatSaid))
    })
}
