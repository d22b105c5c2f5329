/**
 * A trace is what a memory did while it learned, step by step. From it follow the counts of an estimate,
 * the precision that was reached, and the speed of convergence.
 */

import * as E from 'fp-ts/lib/Either.js'
import {
  aList,
  aNumber,
  expectArguments,
  expecting,
  having,
  type Kind,
  optional,
  someNumbers,
  unfitText,
  wordOf
} from '../units/argument'
import { envelope, type RunStep } from './envelope'

/** What a memory did in one step of a run. @since 0.3.0 */
export interface TraceStep {
  /** How many parameters were written. */
  readonly updates: number
  /** How large the step was, in any unit that the whole trace shares; NaN where it is not known. */
  readonly relativeStep: number
  /** Multiply-accumulates: parameters read. */
  readonly macs: number
  /** The objective after the step; NaN where it is not known. */
  readonly objective: number
}

/** A recorded run, in columns with an entry for each step. @since 0.3.0 */
export interface Trace {
  /** How many parameters the memory holds. */
  readonly parameters: number
  readonly updates: Float64Array
  /** Relative to the largest step of the run. */
  readonly relativeStep: Float64Array
  readonly macs: Float64Array
  readonly objective: Float64Array
}

/** What is known of a run after some steps; folds over a trace of any length. @since 0.3.0 */
export interface TraceSummary {
  readonly steps: number
  readonly updates: number
  /** Of these, the updates by steps whose size is known: convergence is a mean over them. @since 0.6.0 */
  readonly sized: number
  readonly macs: number
  /** Steps of size 0: they moved nothing, and none of their updates is counted. */
  readonly still: number
  /** Largest, smallest and last step that moved something; 0 before there is one. */
  readonly largestStep: number
  readonly smallestStep: number
  readonly lastStep: number
  /** Σ step and Σ step ln(step), each step as often as it updated a parameter. */
  readonly sumOfSteps: number
  readonly sumOfStepLogs: number
  /** First, last and lowest known objective; NaN before there is one. */
  readonly firstObjective: number
  readonly lastObjective: number
  readonly lowestObjective: number
}

/** Before the first step. @since 0.3.0 */
export const noSteps: TraceSummary = {
  steps: 0,
  updates: 0,
  sized: 0,
  macs: 0,
  still: 0,
  largestStep: 0,
  smallestStep: 0,
  lastStep: 0,
  sumOfSteps: 0,
  sumOfStepLogs: 0,
  firstObjective: NaN,
  lastObjective: NaN,
  lowestObjective: NaN
}

export const aTrace: Kind = having('a trace, such as anneal records', {
  parameters: aNumber,
  updates: someNumbers,
  relativeStep: someNumbers,
  macs: someNumbers,
  objective: someNumbers
})

export const aSummary: Kind = having('a summary of a trace, such as noSteps', {
  steps: aNumber,
  updates: aNumber,
  sized: aNumber,
  macs: aNumber,
  largestStep: aNumber,
  smallestStep: aNumber,
  sumOfSteps: aNumber,
  sumOfStepLogs: aNumber
})

export const aRun: Kind = having('a run, such as runOf or parseTrace gives', {
  summary: aSummary,
  counted: wordOf(['parameters', 'steps', 'unknown']),
  parameters: optional(aNumber),
  steps: optional(aList)
})

const aStep: Kind = having('a step of a trace', {
  updates: aNumber,
  relativeStep: aNumber,
  macs: aNumber,
  objective: aNumber
})

/** Adds a step to a summary of one's own: for those who go through millions, which they have looked at themselves. */
export const addStep = (
  summary: { -readonly [Key in keyof TraceSummary]: number },
  { updates, relativeStep, macs, objective }: TraceStep
): void => {
  const moved = relativeStep !== 0 && updates > 0
  summary.steps++
  summary.macs += macs
  if (moved) summary.updates += updates
  else summary.still++
  if (moved && !Number.isNaN(relativeStep)) {
    summary.sized += updates
    summary.largestStep = Math.max(summary.largestStep, relativeStep)
    if (!(summary.smallestStep > 0 && summary.smallestStep <= relativeStep))
      summary.smallestStep = relativeStep
    summary.lastStep = relativeStep
    summary.sumOfSteps += updates * relativeStep
    summary.sumOfStepLogs += updates * relativeStep * Math.log(relativeStep)
  }
  if (Number.isNaN(objective)) return
  if (Number.isNaN(summary.firstObjective)) summary.firstObjective = objective
  summary.lastObjective = objective
  if (!(summary.lowestObjective <= objective)) summary.lowestObjective = objective
}

/** The summary after one more step. @since 0.3.0 */
export const withStep = expecting(
  'withStep',
  { summary: aSummary, step: aStep },
  (summary: TraceSummary, step: TraceStep): TraceSummary => {
    const after = { ...summary }
    addStep(after, step)
    return after
  }
)

/** What a run says of the speed of its convergence. @since 0.3.0 */
export interface MeasuredConvergence {
  /** b: the smallest step is 2^(−b) of the largest; in bit. 0 where all steps are equal. */
  readonly precision: number
  /** ᾱ: the mean of the steps, relative to the largest; 1 where all are equal. @since 0.5.0 */
  readonly meanStep: number
  /** σ: the mean of ln(1/α) over hops, in units of its largest value; 0 where all steps are equal. */
  readonly shape: number
}

/** Why a run has no convergence. @since 0.3.0 */
export interface NoConvergence {
  readonly _tag: 'NoConvergence'
  readonly message: string
}

const within01 = (x: number): number => Math.min(1, Math.max(0, x))

/**
 * The speed of convergence of a run, where α is a step relative to the largest: b = log₂ of the largest over
 * the smallest, ᾱ = mean α, and σ = Σ α ln(1/α)/(Σ α · b ln 2), a mean over hops, of which a step takes as
 * many as it is large. A run whose steps do not shrink is constant: b = 0, ᾱ = 1, σ = 0. One that moved
 * nothing, or whose steps have no known size, has none.
 *
 * @since 0.3.0
 */
export const measuredConvergence = expecting(
  'measuredConvergence',
  { summary: aSummary },
  ({
    updates,
    sized,
    largestStep,
    smallestStep,
    sumOfSteps,
    sumOfStepLogs
  }: TraceSummary): E.Either<NoConvergence, MeasuredConvergence> => {
    if (updates === 0) return E.left({ _tag: 'NoConvergence', message: 'no step moved anything' })
    if (sized === 0) return E.left({ _tag: 'NoConvergence', message: 'the size of the steps is not known' })
    if (!Number.isFinite(sumOfSteps) || !Number.isFinite(sumOfStepLogs))
      return E.left({ _tag: 'NoConvergence', message: 'the steps are too large to be added up' })
    const ratio = largestStep / smallestStep
    const range = ratio < Infinity ? Math.log(ratio) : Math.log(largestStep) - Math.log(smallestStep)
    if (!(range > 0)) return E.right({ precision: 0, meanStep: 1, shape: 0 })
    // Rounding of long sums may leave [0, 1] by a little.
    return E.right({
      precision: range / Math.LN2,
      meanStep: within01(sumOfSteps / sized / largestStep),
      shape: within01((Math.log(largestStep) - sumOfStepLogs / sumOfSteps) / range)
    })
  },
  (name, wrong) =>
    E.left({ _tag: 'NoConvergence', message: wrong.map((each) => unfitText(name, each)).join('\n') })
)

function* steps({ updates, relativeStep, macs, objective }: Trace): Generator<TraceStep> {
  for (let at = 0; at < updates.length; at++)
    yield {
      updates: updates[at]!,
      relativeStep: relativeStep[at]!,
      macs: macs[at]!,
      objective: objective[at]!
    }
}

/** The steps of a recorded trace, one by one. @since 0.3.0 */
export const stepsOf = expecting('stepsOf', { trace: aTrace }, steps)

/** The summary of a recorded trace. @since 0.3.0 */
export const summaryOf = (trace: Trace): TraceSummary => {
  expectArguments('summaryOf', { trace: aTrace }, trace)
  const summary = { ...noSteps }
  for (const step of steps(trace)) addStep(summary, step)
  return summary
}

/** A run as an estimate needs it. @since 0.3.0 */
export interface Run {
  readonly summary: TraceSummary
  /** How many parameters the memory holds, where that is known. */
  readonly parameters?: number
  /**
   * Whether updates are counted by parameter, or by step of a model whose parameters are unknown; or how many
   * there were is not known, and those of the summary only weigh its steps.
   */
  readonly counted: 'parameters' | 'steps' | 'unknown'
  /** The largest and the smallest step of each of some stretches, for a picture. @since 0.4.0 */
  readonly steps?: readonly RunStep[]
}

/** A recorded trace as a run. @since 0.3.0 */
export const runOf = (trace: Trace): Run => {
  expectArguments('runOf', { trace: aTrace }, trace)
  const kept = envelope()
  for (const { updates, relativeStep } of steps(trace)) kept.record(updates, relativeStep)
  return {
    summary: summaryOf(trace),
    parameters: trace.parameters,
    counted: 'parameters',
    steps: kept.finish()
  }
}
