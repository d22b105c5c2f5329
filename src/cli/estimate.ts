/** `limen estimate`: the ledger of a workload file. */
import type { Command } from 'commander'
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { ledgerCsv, ledgerJson, ledgerMarkdown } from '../report/ledger-data'
import { ledgerText, type Paint } from '../report/ledger-text'
import type { AnyEstimate } from '../report/ledger'
import { problemText, type SchemaError, type SchemaProblem } from '../schema/problem'
import { leaves } from '../schema/scenario'
import { certifiedEstimateFile, estimateFile, type Overrides } from '../schema/workload-file'
import { digitsOption } from './digits'
import { exit, type Io } from './io'
import { nameOf, readText } from './input'

/** How a ledger is printed; JSON and CSV keep every digit there is. */
const formats: Readonly<Record<string, (estimate: AnyEstimate, paint: Paint, digits?: number) => string>> = {
  text: ledgerText,
  json: (estimate) => ledgerJson(estimate),
  csv: (estimate) => ledgerCsv(estimate),
  markdown: (estimate, _, digits) => ledgerMarkdown(estimate, digits)
}

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** A problem as a person who wrote a file, or a flag, looks for it. */
const line = (problem: SchemaProblem, overrides: Overrides): string => {
  const leaf = leaves.find(
    ({ name, pointer }) => Object.hasOwn(overrides, name) && `${problem.pointer}/`.startsWith(`${pointer}/`)
  )
  return leaf === undefined ? problemText(problem) : `${flagOf(leaf.name)}: ${problem.message}`
}

const report = (io: Io, file: string, problems: readonly string[]): void => {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  io.error([`limen: ${nameOf(file)} has ${count}`, ...problems.map((each) => `  ${each}`), ''].join('\n'))
}

const overridesOf = (options: Readonly<Record<string, unknown>>): Overrides =>
  Object.fromEntries(
    leaves.flatMap(({ name }) => (typeof options[name] === 'string' ? [[name, options[name]] as const] : []))
  )

const run = async (io: Io, file: string, options: Readonly<Record<string, unknown>>): Promise<number> => {
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return exit.badInput
  }
  const overrides = overridesOf(options)
  const digits = options['digits'] as number | undefined
  const estimateOf = options['certified'] === true ? certifiedEstimateFile : estimateFile
  const estimate: E.Either<SchemaError, AnyEstimate> = estimateOf(
    text.right,
    overrides,
    digits === undefined ? {} : { digits }
  )
  if (E.isLeft(estimate)) {
    report(
      io,
      file,
      estimate.left.problems.map((problem) => line(problem, overrides))
    )
    return exit.badInput
  }
  io.out(formats[String(options['format'])]!(estimate.right, io.paint, digits))
  return exit.ok
}

/** Adds the command. */
export const addEstimate = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = program
    .command('estimate')
    .description('print the least energy that a workload can take, by paradigm and wall')
    .argument('<file>', 'a workload file (JSON), or - for standard input')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(Object.keys(formats)).default('text')
    )
    .option('--certified', 'print rigorous enclosures; values of the file may be uncertain ("300 K ± 2 K")')
    .addOption(digitsOption())
    .optionsGroup('Instead of what the file says (with a unit, or a number in SI):')
  for (const { name, field } of leaves) command.option(`${flagOf(name)} <value>`, field.description)
  command.action(async (file: string, options: Readonly<Record<string, unknown>>) => {
    done(await run(io, file, options))
  })
}
