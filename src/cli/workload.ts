/** What every command on a workload file shares: its file, its flags, and what to say of problems. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { mostDigits } from '../reading/decimal'
import type { EvaluateOptions } from '../reading/evaluate'
import { problemText, type SchemaError, type SchemaProblem } from '../schema/problem'
import { leaves } from '../schema/scenario'
import type { Overrides } from '../schema/workload-file'
import { nameOf, readText } from './input'
import type { Io } from './io'

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const digitsFrom = (text: string): number => {
  const digits = Number(text)
  if (/^\d+$/.test(text) && digits >= 1 && digits <= mostDigits) return digits
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostDigits}.`)
}

/** The option of how a result is printed. */
export const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', 'how to print it').choices(formats).default('text')

/** Adds the file and the flags to a command; its own options stand before the overrides. */
export const takingWorkload = (command: Command, own: readonly Option[]): Command => {
  command.argument('<file>', 'a workload file (JSON), or - for standard input')
  for (const option of own) command.addOption(option)
  command
    .addOption(
      new Option(
        '--digits <n>',
        'significant digits to compute and print (else computed with 34, printed with 4)'
      ).argParser(digitsFrom)
    )
    .optionsGroup('Instead of what the file says (with a unit, or a number in SI):')
  for (const { name, field } of leaves) command.option(`${flagOf(name)} <value>`, field.description)
  return command
}

/** The flags of a command, as commander has them. */
export type Flags = Readonly<Record<string, unknown>>

/** The number of digits asked for, if any is. */
export const digitsOf = (flags: Flags): number | undefined => flags['digits'] as number | undefined

const overridesOf = (flags: Flags): Overrides =>
  Object.fromEntries(
    leaves.flatMap(({ name }) => (typeof flags[name] === 'string' ? [[name, flags[name]] as const] : []))
  )

/** A problem as a person who wrote a file, or a flag, looks for it. */
const line = (problem: SchemaProblem, overrides: Overrides): string => {
  const leaf = leaves.find(
    ({ name, pointer }) => Object.hasOwn(overrides, name) && `${problem.pointer}/`.startsWith(`${pointer}/`)
  )
  return leaf === undefined ? problemText(problem) : `${flagOf(leaf.name)}: ${problem.message}`
}

/** What is made of a workload file; undefined where its problems are reported instead. */
export const readWorkload = async <A>(
  io: Io,
  file: string,
  flags: Flags,
  made: (text: string, overrides: Overrides, options: EvaluateOptions) => E.Either<SchemaError, A>
): Promise<A | undefined> => {
  const text = await readText(io, file)
  if (E.isLeft(text)) {
    io.error(`limen: ${text.left}\n`)
    return undefined
  }
  const overrides = overridesOf(flags)
  const digits = digitsOf(flags)
  const result = made(text.right, overrides, digits === undefined ? {} : { digits })
  if (E.isRight(result)) return result.right
  const { problems } = result.left
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const lines = problems.map((problem) => `  ${line(problem, overrides)}`)
  io.error([`limen: ${nameOf(file)} has ${count}`, ...lines, ''].join('\n'))
  return undefined
}
