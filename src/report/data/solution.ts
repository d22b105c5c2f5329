/** A solved problem, for other programs: how good its solution is, and what its memory did. */
import { expecting } from '../../units/argument'
import { aSolved, type Solved } from '../../estimate/solve-file'
import { runOf, type Trace } from '../../workload/trace'
import { aQuality, type Quality, valuesAt } from '../solution'
import { runJson } from './trace'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const solutionFormat = 'limen.solution/2'

const solutionOf = (solved: Solved): Readonly<Record<string, unknown>> => {
  const plainOf = (found: object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(found).flatMap(([name, value]: [string, unknown]) =>
        name === 'trace' || name === 'last'
          ? []
          : [[name, ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value]]
      )
    )
  if (solved.kind === 'quadratic program') return plainOf(solved.solution)
  const { labels, problem } = solved.file
  const variables = valuesAt(solved.file, solved.solution.spins)
  return {
    ...plainOf(solved.solution),
    ...(variables === undefined ? {} : { variables, offset: problem.offset ?? 0 }),
    ...(labels === undefined ? {} : { labels })
  }
}

/** A solved problem as a value for other programs, its trace summed up. @since 0.3.0 */
export const solutionJson = expecting(
  'solutionJson',
  { solved: aSolved, quality: aQuality },
  (solved: Solved, quality: Quality): Readonly<Record<string, unknown>> => ({
    format: solutionFormat,
    name: solved.file.name,
    kind: solved.kind,
    quality: {
      found: quality.found,
      known: quality.known ?? null,
      relativeGap: quality.relativeGap ?? null
    },
    ...(solved.file.notes === undefined ? {} : { notes: solved.file.notes }),
    solution: solutionOf(solved),
    trace: runJson(runOf(traceOf(solved)))
  })
)

const traceOf = ({ solution }: Solved): Trace => solution.trace
