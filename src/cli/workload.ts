/** What every command on a workload file shares: its file, its flags, and what to say of problems. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { mostDigits } from '../reading/decimal'
import type { SchemaError } from '../schema/problem'
import { leaves } from '../schema/scenario'
import type { TraceReading } from '../schema/trace-file'
import type { FileOptions, Overrides } from '../schema/workload-file'
import { readText } from './input'
import type { Io } from './io'
import { flagOf, sayProblems } from './problems'
import { readTrace } from './trace-input'
import { traceOptions, traceOptionsOf } from './trace-options'

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
  return takingOverrides(command, [
    ...own,
    new Option(
      '--trace <file>',
      'a recorded run, for its convergence, and for counts that the file leaves out'
    ),
    ...traceOptions()
  ])
}

/** Adds the flags alone. */
export const takingOverrides = (command: Command, own: readonly Option[]): Command => {
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

/** How a ledger is made, from a source and what the flags say. */
export type Made<S, A> = (source: S, overrides: Overrides, options: FileOptions) => E.Either<SchemaError, A>

/** What is made of a source and the flags; undefined where problems are reported instead. */
export const withFlags = async <S, A>(
  io: Io,
  source: S,
  name: string,
  flags: Flags,
  made: Made<S, A>,
  own: FileOptions = {}
): Promise<A | undefined> => {
  const trace = await traceOf(io, flags)
  if (trace === 'unreadable') return undefined
  const overrides = overridesOf(flags)
  const digits = digitsOf(flags)
  const result = made(source, overrides, {
    ...own,
    ...(digits === undefined ? {} : { digits }),
    ...(trace === undefined ? {} : { trace })
  })
  if (E.isRight(result)) return result.right
  sayProblems(io, name, result.left, overrides)
  return undefined
}

const traceOf = async (io: Io, flags: Flags): Promise<TraceReading | 'unreadable' | undefined> => {
  const file = flags['trace'] as string | undefined
  if (file === undefined) return undefined
  const reading = await readTrace(io, file, traceOptionsOf(flags))
  if (E.isRight(reading)) return reading.right
  sayProblems(io, file, reading.left)
  return 'unreadable'
}

/** What is made of a workload file; undefined where its problems are reported instead. */
export const readWorkload = async <A>(
  io: Io,
  file: string,
  flags: Flags,
  made: Made<string, A>
): Promise<A | undefined> => {
  const text = await readText(io, file)
  if (E.isRight(text)) return withFlags(io, text.right, file, flags, made)
  io.error(`limen: ${text.left}\n`)
  return undefined
}
