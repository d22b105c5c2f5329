/** What a run tells of a workload: its convergence, its precision and its counts. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { aNumber, expecting, optional } from '../units/argument'
import { aRun, measuredConvergence, type MeasuredConvergence, type Run } from '../workload/trace'
import { schemaError, type SchemaError, unfitFile } from '../shape/problem'
import type { Supplied, Supplies } from './supplied'

/** The counts of a run that are known; `parameters` where the run does not tell. */
export const traceCounts = (
  { summary, parameters: own, counted }: Run,
  parameters = own
): {
  readonly parameters?: number
  readonly updates?: number
  readonly updatesPerParameter?: number
  readonly macs?: number
} => {
  const told = counted !== 'unknown'
  const whole = counted === 'parameters' ? 1 : told ? parameters : undefined
  const each = counted === 'parameters' ? parameters : told ? 1 : undefined
  return {
    ...(parameters === undefined ? {} : { parameters }),
    ...(whole === undefined ? {} : { updates: summary.updates * whole }),
    ...(each === undefined ? {} : { updatesPerParameter: summary.updates / each }),
    ...(Number.isNaN(summary.macs) ? {} : { macs: summary.macs })
  }
}

const fromTrace = (value: unknown, why: string): Supplied => ({ value, origin: 'trace', why })

/** What a run supplies of counts. */
export const countSupplies = (run: Run, parameters?: number): Supplies => {
  const { updates, macs } = traceCounts(run, run.parameters ?? parameters)
  return {
    ...(updates === undefined ? {} : { updates: fromTrace(`${updates} update`, 'parameters updated') }),
    ...(macs === undefined ? {} : { macs: fromTrace(`${macs} mac`, 'parameters read') }),
    ...(run.parameters === undefined
      ? {}
      : { parameters: fromTrace(`${run.parameters} parameter`, 'parameters of its memory') })
  }
}

/** What a sum of many logarithms in float64 is good for. */
const known = (sum: number): number => Number(sum.toPrecision(12))

/**
 * What a run supplies of its convergence; and the precision that it reached, unless its steps did not
 * shrink and tell of none.
 */
export const convergenceSupplies = (
  { summary: { steps } }: Run,
  { precision, meanStep, shape }: MeasuredConvergence
): { readonly convergence: Supplied; readonly precision?: Supplied } => ({
  convergence: fromTrace(
    { meanStep: known(meanStep), shape: known(shape), stepRange: `${known(precision)} bit` },
    precision > 0 ? `measured over ${steps} steps` : `its ${steps} steps did not shrink: constant`
  ),
  ...(precision > 0
    ? { precision: fromTrace(`${known(precision)} bit`, 'its smallest step, relative to its largest') }
    : {})
})

/**
 * What a run supplies to a workload file. Its convergence holds whatever the file says; its counts
 * and its precision where the file is silent. `parameters` is how many the file knows of.
 *
 * @since 0.3.0
 */
export const suppliesOfTrace = expecting(
  'suppliesOfTrace',
  { run: aRun, parameters: optional(aNumber) },
  (run: Run, parameters?: number): E.Either<SchemaError, Supplies> =>
    pipe(
      measuredConvergence(run.summary),
      E.bimap(
        ({ message }) =>
          schemaError([{ pointer: '', message: `the trace shows no convergence: ${message}` }]),
        (measured) => {
          const supplied = convergenceSupplies(run, measured)
          return {
            ...countSupplies(run, parameters),
            ...supplied,
            convergence: { ...supplied.convergence, replaces: true }
          }
        }
      )
    ),
  unfitFile
)
