/** Memories that learned, for other programs: what they took, their course, and every bound over what was achieved. */
import { csvText } from '../../format/text/csv-text'
import { aLearningRun, type LearningRun } from '../../simulation/learn'
import type { SampleMean } from '../../simulation/sample'
import { aText, expecting, listOf } from '../../units/argument'
import { isQuantity } from '../../units/quantity'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const learningFormat = 'limen.learning/1'

const someRuns = listOf('a list of runs', aLearningRun)

/** Options as they were told, without units. */
const plainOptions = (options: LearningRun['options']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]: [string, unknown]) =>
      value === undefined ? [] : [[name, isQuantity(value) ? value.value : value]]
    )
  )

const sampled = ({ mean, error }: SampleMean) => ({ mean, error })

/** The entropy given up so far, by the places in the course where it is told. */
const entropyAt = ({ course }: LearningRun): ReadonlyMap<number, SampleMean> =>
  new Map(course.entropyLost?.map((told) => [told.at, sampled(told)]))

const runJson = (run: LearningRun): Readonly<Record<string, unknown>> => {
  const { loss, best, course } = run
  const told = entropyAt(run)
  return {
    ...plainOptions(run.options),
    runs: run.runs,
    loss: {
      kind: loss.kind,
      parameters: loss.parameters,
      rungs: loss.rungs,
      ...(loss.variables === undefined ? {} : { variables: loss.variables })
    },
    final: sampled(run.final),
    best: { loss: best.loss, rungs: Array.from(best.rungs), values: Array.from(best.values) },
    heat: { mean: run.heat.value, error: run.heatError.value },
    work: run.work.value,
    hops: run.hops,
    attempts: run.attempts,
    record: run.record.value,
    entropyLost: run.entropyLost === undefined ? null : sampled(run.entropyLost),
    course: Array.from(course.time, (time, at) => {
      const entropyLost = told.get(at)
      return {
        time,
        heat: course.joules[at]!,
        loss: course.loss[at]!,
        hops: course.hops[at]!,
        reads: course.reads[at]!,
        ...(entropyLost === undefined ? {} : { entropyLost })
      }
    }),
    verdicts: run.verdicts.map(({ name, claim, constraint, energy, achieved, ratio, speaks, refuted }) => ({
      name,
      claim,
      constraint,
      energy: energy.value,
      achieved: achieved.value,
      ratio: ratio ?? null,
      speaks,
      refuted
    })),
    outside: run.outside.map(({ name, why }) => ({ name, why }))
  }
}

/** Memories that learned as a value for other programs; energies in J, times in s. @since 0.10.0 */
export const learningJson = expecting(
  'learningJson',
  { name: aText, runs: someRuns },
  (name: string, runs: readonly LearningRun[]): Readonly<Record<string, unknown>> => ({
    format: learningFormat,
    name,
    runs: runs.map(runJson)
  })
)

/**
 * The course of memories that learn as CSV, means over the runs of each writer: a row at the start and after each
 * step. The entropy given up so far is told at some of them, and the others leave its columns empty.
 *
 * @since 0.10.0
 */
export const learningCsv = expecting(
  'learningCsv',
  { runs: someRuns },
  (runs: readonly LearningRun[]): string =>
    csvText([
      [
        'writer',
        'time_s',
        'heat_J',
        'loss',
        'hops',
        'reads_mac',
        'entropy_lost_nat',
        'entropy_lost_error_nat'
      ],
      ...runs.flatMap((run) => {
        const { time, joules, loss, hops, reads } = run.course
        const told = entropyAt(run)
        return Array.from(time, (each, at) => {
          const lost = told.get(at)
          return [
            run.options.writer,
            ...[each, joules[at]!, loss[at]!, hops[at]!, reads[at]!].map(String),
            ...(lost === undefined ? ['', ''] : [String(lost.mean), String(lost.error)])
          ]
        })
      })
    ])
)
