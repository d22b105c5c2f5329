/** `limen report`: the ledger of a workload file as a page to hand on. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { version } from '../../package.json'
import type { AnyEstimate } from '../report/ledger'
import { ledgerHtml, ledgerReportMarkdown } from '../report/document/ledger-report'
import type { Provenance } from '../report/document/report'
import { visible } from '../units/visible'
import type { Io } from './io'
import { makingOf } from './making'
import { deliverText, endingOf, unfitEnding } from './output'
import { sayWrongUsage } from './problems'
import { digitsOf, readWorkload, takingWorkload, type Flags } from './workload'
import { added } from './summaries'

type Format = 'html' | 'markdown'

const formats: readonly Format[] = ['html', 'markdown']

/** MathML, which browsers set themselves; loaded only where formulas are asked for. */
const typeset = async (): Promise<(latex: string, display: boolean) => string> => {
  const { default: temml } = await import('temml')
  return (latex, displayMode) => temml.renderToString(latex, { displayMode })
}

const printed: {
  readonly [F in Format]: (
    estimate: AnyEstimate,
    digits: number | undefined,
    provenance: Provenance
  ) => Promise<string>
} = {
  html: async (estimate, digits, provenance) =>
    ledgerHtml(estimate, {
      typeset: await typeset(),
      provenance,
      ...(digits === undefined ? {} : { digits })
    }),
  markdown: (estimate, digits, provenance) =>
    Promise.resolve(ledgerReportMarkdown(estimate, digits, provenance))
}

/** An argument as a shell takes it. */
const quoted = (argument: string): string =>
  /^[\w./:=@%+,-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`

/** What made a report, as it was typed; the date is the one that is given. */
const provenanceOf = (args: readonly string[], flags: Flags): Provenance => {
  const date = flags['date'] as string | undefined
  return {
    program: `limen ${version}`,
    command: ['limen', ...args.map(quoted)].join(' '),
    ...(date === undefined ? {} : { date })
  }
}

const endings: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown'
}

/** As asked for, or else as the name of the file ends. */
const formatOf = (asked: string | undefined, file: string | undefined): Format =>
  (asked as Format | undefined) ?? endings[endingOf(file ?? '')] ?? 'html'

const run = async (
  io: Io,
  file: string | undefined,
  flags: Flags,
  args: readonly string[]
): Promise<number> => {
  const output = flags['output'] as string | undefined
  // No library that is kept sets the formulas of these pages in a PDF; every browser does.
  if (output !== undefined && endingOf(output) === 'pdf')
    return sayWrongUsage(
      io,
      `${visible(output)}: a report is no PDF: write a page of HTML, whose first sheet has answer, ledger and picture, and print it from a browser, such as chromium --headless --print-to-pdf`
    )
  // Who says the form may call the file anything.
  const unfit =
    flags['format'] === undefined ? unfitEnding(output ?? '', 'a report', Object.keys(endings)) : undefined
  if (unfit !== undefined) return sayWrongUsage(io, unfit)
  const estimate = await readWorkload(io, file, flags, makingOf(flags))
  if (E.isLeft(estimate)) return estimate.left
  const text = await printed[formatOf(flags['format'] as string | undefined, output)](
    estimate.right,
    digitsOf(flags),
    provenanceOf(args, flags)
  )
  return deliverText(io, text, output)
}

/** Adds the command. */
export const addReport = (
  program: Command,
  io: Io,
  done: (code: number) => void,
  args: readonly string[]
): void => {
  const command = added(program, 'report')
  takingWorkload(command, [
    new Option('-o, --output <file>', 'the file to write (else standard output)'),
    new Option('--format <format>', 'html or markdown (else as the file is called: .html, .md)').choices(
      formats
    ),
    new Option('--date <date>', 'the date to print in it (else none: no clock is asked)'),
    new Option('--certified', 'print rigorous enclosures; values may be uncertain ("300 K ± 2 K")')
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags, args))
  })
}
