/** Memories that learned, for other programs: their course. */
import { csvText } from '../../format/text/csv-text'
import { aLearningRun, type LearningRun } from '../../simulation/learn'
import { expecting } from '../../units/argument'

/** The course of memories that learn as CSV, means over runs: a row at the start and after each step. @since 0.10.0 */
export const learningCsv = expecting(
  'learningCsv',
  { run: aLearningRun },
  ({ course: { time, joules, loss, hops, reads } }: LearningRun): string =>
    csvText([
      ['time_s', 'heat_J', 'loss', 'hops', 'reads_mac'],
      ...Array.from(time, (each, at) => [each, joules[at]!, loss[at]!, hops[at]!, reads[at]!].map(String))
    ])
)
