/** `limen report`: the ledger of a workload file as a page to hand on. */
import { Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { version } from '../../package.json'
import { figuresIn, frontFile, frontValue, type FileFront, type FrontWish } from '../estimate/front'
import type { AnyEstimate } from '../report/ledger'
import { ledgerHtml, ledgerReportMarkdown } from '../report/document/ledger-report'
import type { Provenance } from '../report/document/report'
import type { SchemaError } from '../shape/problem'
import { visible } from '../units/visible'
import type { Io } from './io'
import { makingOf } from './making'
import { namesOf } from './optional'
import { deliverText, endingOf, unfitEnding } from './output'
import { sayWrongUsage } from './problems'
import { again } from './optimise'
import { digitsOf, readWorkload, takingWorkload, type Flags, type Making } from './workload'
import { added } from './summaries'

type Temml = Pick<typeof import('temml'), 'renderToString'>

type Format = 'html' | 'markdown'

const formats: readonly Format[] = ['html', 'markdown']

/** MathML, which browsers set themselves; loaded only where formulas are asked for. */
const typeset = async (): Promise<(latex: string, display: boolean) => string> => {
  const { renderToString } = namesOf<Temml>('renderToString', await import('temml'))
  return (latex, displayMode) => renderToString(latex, { displayMode })
}

const printed: {
  readonly [F in Format]: (
    estimate: AnyEstimate,
    digits: number | undefined,
    provenance: Provenance,
    front: FileFront | undefined
  ) => Promise<string>
} = {
  html: async (estimate, digits, provenance, front) =>
    ledgerHtml(estimate, {
      typeset: await typeset(),
      provenance,
      ...(front === undefined ? {} : { front }),
      ...(digits === undefined ? {} : { digits })
    }),
  markdown: (estimate, digits, provenance, front) =>
    Promise.resolve(ledgerReportMarkdown(estimate, digits, provenance, front))
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

/** A ledger, and what may be traded where that is asked for. */
interface Reported {
  readonly estimate: AnyEstimate
  readonly front?: FileFront
}

const wishOf = (flags: Flags): FrontWish => ({
  of: figuresIn(String(flags['front'])),
  over: flags['over'] as readonly string[], // it stands beside --front
  subjectTo: (flags['subjectTo'] as readonly string[] | undefined) ?? []
})

/** That one of the options of a front lacks the others. */
const unmatchedFront = ({ front, over, subjectTo }: Flags): string | undefined => {
  if (front !== undefined)
    return over === undefined ? '--front: say what may be chosen with --over' : undefined
  if (over !== undefined) return '--over: say which figures are traded with --front'
  return subjectTo === undefined ? undefined : '--subject-to: say which figures are traded with --front'
}

const withFront = (flags: Flags, making: Making<AnyEstimate>): Making<Reported> => {
  const both =
    (traded: () => E.Either<SchemaError, FileFront>) =>
    (estimate: AnyEstimate): E.Either<SchemaError, Reported> =>
      flags['front'] === undefined
        ? E.right({ estimate })
        : pipe(
            traded(),
            E.map((front) => ({ estimate, front }))
          )
  return {
    ofText: (text, ...rest) =>
      pipe(making.ofText(text, ...rest), E.chain(both(() => frontFile(text, wishOf(flags), ...rest)))),
    ofValue: (value, ...rest) =>
      pipe(making.ofValue(value, ...rest), E.chain(both(() => frontValue(value, wishOf(flags), ...rest))))
  }
}

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
  const unmatched = unmatchedFront(flags)
  if (unmatched !== undefined) return sayWrongUsage(io, unmatched)
  const read = await readWorkload(io, file, flags, withFront(flags, makingOf(flags)))
  if (E.isLeft(read)) return read.left
  const { estimate, front } = read.right
  const text = await printed[formatOf(flags['format'] as string | undefined, output)](
    estimate,
    digitsOf(flags),
    provenanceOf(args, flags),
    front
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
    new Option(
      '--front <figures>',
      'tell what may be traded, too: two or three figures, such as "limDissipated, duration"'
    ),
    new Option(
      '--over <input=from..to>',
      'of it: what may be chosen, such as "duration=1 h..1 yr"; again for more'
    ).argParser(again),
    new Option('--subject-to <limit>', 'of it: what must be kept; again for more').argParser(again),
    new Option('--certified', 'print rigorous enclosures; values may be uncertain ("300 K ± 2 K")')
  ]).action(async (file: string | undefined, flags: Flags) => {
    done(await run(io, file, flags, args))
  })
}
