/** How a trace is read, as options of a command. */
import { InvalidArgumentError, Option } from 'commander'
import { likely, listed } from '../shape/codec'
import {
  stepSizes,
  traceColumns,
  type ColumnNames,
  type StepSize,
  type TraceColumn
} from '../format/trace/columns'
import type { TraceOptions } from '../format/trace/file'

const columnFrom = (text: string, before: ColumnNames = {}): ColumnNames => {
  const at = text.indexOf('=')
  const name = text.slice(0, Math.max(0, at))
  if (traceColumns.includes(name as TraceColumn)) return { ...before, [name]: text.slice(at + 1) }
  const near = likely(name, traceColumns)
  throw new InvalidArgumentError(
    `Expected NAME=COLUMN with a name of ${listed(traceColumns)}${near === undefined ? '' : `: did you mean ${near}?`}`
  )
}

const countFrom = (text: string): number => {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('Expected a whole number above 0, such as 500.')
}

/** Options of how a trace is read, for every command that reads one. */
export const traceOptions = (): readonly Option[] => [
  new Option('--column <name=column>', 'which column of the trace holds what; may be repeated').argParser(
    columnFrom
  ),
  new Option('--step-size <columns>', 'what the size of a step is taken from').choices(stepSizes),
  new Option('--updates-per-row <number>', 'how many updates a row of the trace stands for').argParser(
    countFrom
  ),
  new Option(
    '--steps-per-epoch <number>',
    'how many updates an epoch has, where the trace counts epochs'
  ).argParser(countFrom),
  new Option('--skip-bad-lines', 'count lines that cannot be read, instead of stopping at the first')
]

/** The same options, as they were given. */
export const traceOptionsOf = (flags: Readonly<Record<string, unknown>>): TraceOptions => ({
  ...(flags['column'] === undefined ? {} : { columns: flags['column'] as ColumnNames }),
  ...(flags['stepSize'] === undefined ? {} : { stepSize: flags['stepSize'] as StepSize }),
  ...(flags['updatesPerRow'] === undefined ? {} : { updatesPerRow: flags['updatesPerRow'] as number }),
  ...(flags['stepsPerEpoch'] === undefined ? {} : { stepsPerEpoch: flags['stepsPerEpoch'] as number }),
  ...(flags['skipBadLines'] === true ? { skipBadLines: true } : {})
})
