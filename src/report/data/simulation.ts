/** A simulated protocol for other programs: what it took, its course, and every bound over what was achieved. */
import { csvText } from '../../format/text/csv-text'
import { aProtocolRun, type ProtocolRun } from '../../simulation/protocol'
import { aText, expecting } from '../../units/argument'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const simulationFormat = 'limen.simulation/1'

/** A simulated protocol as a value for other programs; energies in J, times in s. @since 0.10.0 */
export const simulationJson = expecting(
  'simulationJson',
  { name: aText, run: aProtocolRun },
  (name: string, run: ProtocolRun): Readonly<Record<string, unknown>> => ({
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
    }))
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
