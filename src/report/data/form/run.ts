/** Codecs of runs as they are written: `limen.trace-summary/2`, and the rows of a trace in JSON Lines. */
import { record, text, word } from '../../../shape/codec'
import { float, list, whole } from '../../../shape/numbers'
import { clockColumns } from '../../../format/trace/clock'
import { stepSizes, traceColumns } from '../../../format/trace/columns'
import { orNull } from '../../../shape/union'
import type { Fields } from '../../../shape/shape'
import { formatField, needed, optional } from './parts'

const count = orNull(float)

/** What is told of every run. */
export const runFields = {
  parameters: needed(count, 'parameters of the memory; null where they are not known'),
  steps: needed(whole(0), 'recorded steps'),
  updates: needed(count, 'parameters written, over all steps; null where the parameters are not known'),
  updatesPerParameter: needed(count, 'updates of one parameter; null where they are not known'),
  macs: needed(count, 'multiply-accumulates; null where they were not recorded'),
  precision: needed(
    count,
    'bits by which the steps shrank, log₂ of the largest over the smallest; 0 where they did not, null where nothing moved'
  ),
  meanStep: needed(count, 'the measured mean step, relative to the largest; null where nothing moved'),
  shape: needed(count, 'the measured convergence shape, a mean over hops; null where nothing moved'),
  noConvergence: optional(text, 'why there is no convergence'),
  objective: needed(
    record('values of the objective', {
      first: needed(count, 'after the first step; null where it was not recorded'),
      last: needed(count, 'after the last step; null where it was not recorded'),
      lowest: needed(count, 'the lowest; null where it was not recorded')
    }),
    'what was minimised'
  )
} as const satisfies Fields

/** A trace as `traceJson` sums it up. */
export const traceSummaryForm = record('the summary of a trace', {
  format: formatField('limen.trace-summary/2'),
  name: needed(text, 'what the trace is called'),
  ...runFields,
  stepSize: needed(
    orNull(word(stepSizes)),
    'from which columns the size of a step was taken; null where none tells it'
  ),
  clock: needed(word(clockColumns), 'what told how many steps there were'),
  seconds: needed(count, 'seconds from the first row to the last; null where no column tells the time'),
  columns: needed(
    record(
      'names of columns',
      Object.fromEntries(
        traceColumns.map((column) => [column, optional(text, `the column that holds ${column}`)])
      )
    ),
    'which column of the file holds what'
  ),
  notes: needed(list(text, 'what is not told'), 'what is assumed, or not known'),
  lines: needed(whole(0), 'lines of the file'),
  stepsThatMovedNothing: needed(whole(0), 'steps of size 0, of which no update is counted'),
  rowsWithoutAStep: needed(whole(0), 'rows that tell of no step, such as evaluations'),
  skippedLines: needed(whole(0), 'lines that could not be read')
})

/** A row of a trace as `traceJsonLines` writes it. */
export const traceRowForm = record('a step of a run', {
  parameters: needed(float, 'parameters of the memory'),
  updates: needed(float, 'parameters written in this step'),
  relativeStep: needed(float, 'the size of the step, relative to the largest of the run'),
  macs: needed(count, 'multiply-accumulates of the step; null where they are not known'),
  objective: needed(count, 'the objective after the step; null where it is not known')
})
