/** What a trace tells, for other programs. */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting } from '../../units/argument'
import { aTraceReading, type TraceReading } from '../../format/trace/file'
import { traceCounts } from '../../estimate/trace-supplies'
import { jsonText } from '../../units/visible'
import { measuredConvergence, type Run } from '../../workload/trace'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const traceFormat = 'limen.trace-summary/2'

/** What a run tells, for other programs; what is not known is null. */
export const runJson = (run: Run): Readonly<Record<string, unknown>> => {
  const { summary } = run
  const counts = traceCounts(run)
  const convergence = measuredConvergence(summary)
  return {
    parameters: counts.parameters ?? null,
    steps: summary.steps,
    updates: counts.updates ?? null,
    updatesPerParameter: counts.updatesPerParameter ?? null,
    macs: counts.macs ?? null,
    precision: E.isRight(convergence) ? convergence.right.precision : null,
    meanStep: E.isRight(convergence) ? convergence.right.meanStep : null,
    shape: E.isRight(convergence) ? convergence.right.shape : null,
    ...(E.isLeft(convergence) ? { noConvergence: convergence.left.message } : {}),
    objective: {
      first: known(summary.firstObjective),
      last: known(summary.lastObjective),
      lowest: known(summary.lowestObjective)
    }
  }
}

const known = (number: number): number | null => (Number.isFinite(number) ? number : null)

/** A trace for other programs. @since 0.3.0 */
export const traceJson = expecting(
  'traceJson',
  { name: aText, reading: aTraceReading },
  (name: string, reading: TraceReading): string => {
    const { columns, stepSize, clock, notes, lines, silent, skipped } = reading
    const value = {
      format: traceFormat,
      name,
      ...runJson(reading),
      stepSize: stepSize ?? null,
      clock,
      seconds: reading.seconds ?? null,
      columns,
      notes,
      lines,
      stepsThatMovedNothing: reading.summary.still,
      rowsWithoutAStep: silent,
      skippedLines: skipped
    }
    return `${jsonText(value, 2)}\n`
  }
)
