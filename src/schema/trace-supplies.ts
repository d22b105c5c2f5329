/** What a trace tells of a workload: its convergence, its precision and its counts. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { measuredConvergence, type Run } from '../workload/trace'
import { schemaError, type SchemaError } from './problem'
import type { Supplied, Supplies } from './supplied'

/** The counts of a trace that are known; `parameters` where the trace does not tell. */
export const traceCounts = (
  { summary, parameters: own, counted }: Run,
  parameters = own
): {
  readonly parameters?: number
  readonly updates?: number
  readonly updatesPerParameter?: number
  readonly macs?: number
} => {
  const inSteps = counted === 'steps'
  const updates = inSteps
    ? parameters === undefined
      ? undefined
      : summary.updates * parameters
    : summary.updates
  const each = inSteps ? summary.updates : parameters === undefined ? undefined : summary.updates / parameters
  return {
    ...(parameters === undefined ? {} : { parameters }),
    ...(updates === undefined ? {} : { updates }),
    ...(each === undefined ? {} : { updatesPerParameter: each }),
    ...(Number.isNaN(summary.macs) ? {} : { macs: summary.macs })
  }
}

/** What a sum of many logarithms in float64 is good for. */
const known = (sum: number): number => Number(sum.toPrecision(12))

/**
 * What a trace supplies to a workload file. Its convergence holds whatever the file says; its counts
 * and its precision where the file is silent. `parameters` is how many the file knows of.
 *
 * @since 0.3.0
 */
export const suppliesOfTrace = (run: Run, parameters?: number): E.Either<SchemaError, Supplies> =>
  pipe(
    measuredConvergence(run.summary),
    E.bimap(
      ({ message }) => schemaError([{ pointer: '', message: `the trace shows no convergence: ${message}` }]),
      ({ precision, shape }) => {
        const { steps } = run.summary
        const from = (what: string): Pick<Supplied, 'origin' | 'why'> => ({ origin: 'trace', why: what })
        const counts = traceCounts(run, run.parameters ?? parameters)
        return {
          convergence: {
            value: { shape: known(shape) },
            ...from(`measured over ${steps} steps`),
            replaces: true
          },
          precision: { value: `${known(precision)} bit`, ...from('its last step, relative to its largest') },
          ...(counts.updates === undefined
            ? {}
            : { updates: { value: `${counts.updates} update`, ...from('parameters updated') } }),
          ...(counts.macs === undefined
            ? {}
            : { macs: { value: `${counts.macs} mac`, ...from('parameters read') } }),
          ...(run.parameters === undefined
            ? {}
            : {
                parameters: { value: `${run.parameters} parameter`, ...from('parameters of its memory') }
              })
        }
      }
    )
  )
