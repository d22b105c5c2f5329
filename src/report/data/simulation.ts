/** A simulated protocol for other programs: what it took, its course, and every bound over what was achieved. */
import { csvText } from '../../format/text/csv-text'
import { aProtocolRun, type ProtocolRun } from '../../simulation/protocol'
import type { ProtocolTrajectories, SampledRun } from '../../simulation/sampled-protocol'
import { aText, expecting } from '../../units/argument'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const simulationFormat = 'limen.simulation/1'

/** A number, or nothing where it is beyond all numbers. */
const held = (value: number): number | null => (Number.isFinite(value) ? value : null)

const trajectoriesJson = (of: ProtocolTrajectories): Readonly<Record<string, unknown>> => ({
  count: of.count,
  seed: of.seed,
  tried: of.tried,
  work: { mean: of.meanWork.value, error: of.workError.value, off: of.off.work },
  jumps: { ...of.meanJumps, off: of.off.jumps },
  expMinusWork: {
    mean: held(of.expMinusWork.mean),
    error: held(of.expMinusWork.error),
    off: of.count < of.needed ? null : of.off.expMinusWork,
    needed: held(of.needed)
  },
  finalOff: of.off.final,
  unclosed: of.unclosed.value
})

/**
 * A simulated protocol as a value for other programs, with trajectories what they tell; energies in J, times in s.
 *
 * @since 0.10.0
 */
export const simulationJson = expecting(
  'simulationJson',
  { name: aText, run: aProtocolRun },
  (name: string, run: ProtocolRun | SampledRun): Readonly<Record<string, unknown>> => ({
    format: simulationFormat,
    name,
    temperature: run.protocol.temperature.value,
    attemptRate: run.protocol.attemptRate.value,
    duration: run.duration.value,
    work: run.work.value,
    heat: run.heat.value,
    deviation: run.deviation.value,
    jumps: run.jumps,
    entropyStart: run.entropyStart,
    entropyEnd: run.entropyEnd,
    entropyProduction: run.entropyProduction,
    meanExpMinusWork: run.meanExpMinusWork,
    deviationExpMinusWork: held(run.deviationExpMinusWork),
    start: Array.from(run.start),
    final: Array.from(run.final),
    course: run.course.map(({ time, populations, work, heat, jumps }) => ({
      time: time.value,
      populations: Array.from(populations),
      work: work.value,
      heat: heat.value,
      jumps
    })),
    verdicts: run.verdicts.map(({ bound, constraint, least, achieved, ratio, refuted }) => ({
      bound,
      constraint,
      least: least.value,
      achieved: achieved.value,
      ratio: ratio ?? null,
      refuted
    })),
    ...('trajectories' in run ? { trajectories: trajectoriesJson(run.trajectories) } : {})
  })
)

/** The course of a simulated protocol as CSV: a row after each segment. @since 0.10.0 */
export const simulationCsv = expecting(
  'simulationCsv',
  { run: aProtocolRun },
  ({ start, course }: ProtocolRun): string =>
    csvText([
      ['time_s', 'work_J', 'heat_J', 'jumps', ...Array.from(start, (_, x) => `p${x}`)],
      ['0', '0', '0', '0', ...Array.from(start, String)],
      ...course.map(({ time, work, heat, jumps, populations }) => [
        ...[time.value, work.value, heat.value, jumps].map(String),
        ...Array.from(populations, String)
      ])
    ])
)
