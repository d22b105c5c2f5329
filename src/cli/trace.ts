/** `limen trace`: what a recorded run tells of its counts and its convergence. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Paint } from '../report/text/ledger'
import { traceJson } from '../report/data/trace'
import { traceText } from '../report/text/trace'
import type { TraceReading } from '../format/trace/file'
import { nameOf } from './input'
import { exit, type Io } from './io'
import { readTrace } from './trace-input'
import { sayProblems } from './problems'
import { traceOptions, traceOptionsOf } from './trace-options'
import { formatOption, type Flags } from './workload'
import { added } from './summaries'

const formats: Readonly<Record<string, (name: string, reading: TraceReading, paint: Paint) => string>> = {
  text: traceText,
  json: traceJson
}

const parametersFrom = (text: string): number => {
  const parameters = Number(text.replace(/parameters?$/, ''))
  if (Number.isFinite(parameters) && parameters >= 1) return parameters
  throw new InvalidArgumentError('Expected a number of at least 1, such as 7e9.')
}

const rateText = (rows: number, milliseconds: number): string => {
  const seconds = milliseconds / 1000
  const rate = Math.round(rows / Math.max(seconds, 1e-3))
  const [many, fast] = [rows, rate].map((number) => number.toLocaleString('en-US'))
  return `limen: ${many} rows in ${seconds.toFixed(1)} s, ${fast} rows/s\n`
}

const run = async (io: Io, file: string, flags: Flags): Promise<number> => {
  const begin = io.now()
  const parameters = flags['parameters'] as number | undefined
  const reading = await readTrace(io, file, {
    ...traceOptionsOf(flags),
    ...(parameters === undefined ? {} : { parameters })
  })
  if (E.isLeft(reading)) {
    sayProblems(io, file, reading.left)
    return exit.badInput
  }
  const { summary, silent, skipped } = reading.right
  io.error(rateText(summary.steps + silent + skipped, io.now() - begin))
  io.out(formats[String(flags['format'])]!(nameOf(file), reading.right, io.paint))
  return exit.ok
}

/** Adds the command. */
export const addTrace = (program: Command, io: Io, done: (code: number) => void): void => {
  const command = added(program, 'trace')
    .argument(
      '<file>',
      'a trace (CSV, JSON Lines or trainer_state.json, plain or gzipped), or - for standard input'
    )
    .addOption(formatOption(Object.keys(formats)))
    .addOption(
      new Option('--parameters <number>', 'how many parameters the memory holds').argParser(parametersFrom)
    )
  for (const option of traceOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    done(await run(io, file, flags))
  })
}
