/** A solved problem: how good its solution is, and what its memory did. */
import { aNumber, expecting, having, type Kind, optional } from '../../units/argument'
import type { IsingFile, QuadraticFile } from '../../format/problem-file'
import { aSolved, type Solved } from '../../estimate/solve-file'
import { bitOf } from '../../workload/ising/qubo'
import { runOf, type Trace } from '../../workload/trace'
import { aPaint, type Paint, plain } from './ledger'
import { broken, listed } from './lines'
import { grouped, runJson, runRows, short } from './trace'

/** The name and version of the JSON form; the version changes when a reader would have to. */
export const solutionFormat = 'limen.solution/2'

const lineWidth = 100

/** What a solution is held against. @since 0.3.0 */
export interface Quality {
  /** The objective or the energy: least is best; a cut: largest is best. */
  readonly found: number
  readonly known?: number
  /** |found − known| / max(1, |known|). */
  readonly relativeGap?: number
}

/** −1 where the file asks for the greatest objective: what is solved is the least of its negative. */
const asAsked = ({ sense }: QuadraticFile): number => (sense === 'maximise' ? -1 : 1)

const aQuality: Kind = having('a quality, such as qualityOf gives', {
  found: aNumber,
  known: optional(aNumber)
})

/** The quality of a solution; `known` replaces the optimum that the file tells. @since 0.3.0 */
export const qualityOf = expecting(
  'qualityOf',
  { solved: aSolved, known: optional(aNumber) },
  (solved: Solved, known?: number): Quality => {
    const [found, told] =
      solved.kind === 'quadratic program'
        ? [asAsked(solved.file) * solved.solution.objective, solved.file.knownOptimum]
        : solved.solution.cut === undefined
          ? [solved.solution.energy, solved.file.knownEnergy]
          : [solved.solution.cut, solved.file.knownCut]
    const best = known ?? told
    return best === undefined
      ? { found }
      : { found, known: best, relativeGap: Math.abs(found - best) / Math.max(1, Math.abs(best)) }
  }
)

type Rows = readonly (readonly [string, string])[]

const exactly = (number: number): string => String(Number(number.toPrecision(10)))

const knownRows = (name: string, { known, relativeGap, found }: Quality): Rows =>
  known === undefined || relativeGap === undefined
    ? [[`known ${name}`, 'none: say --known-optimum to compare']]
    : [
        [
          `known ${name}`,
          `${exactly(known)}: off by ${relativeGap.toExponential(1)}${
            name === 'cut' && known > 0 ? `, ${((100 * found) / known).toFixed(2)} % of it` : ''
          }`
        ]
      ]

const sizeRow = (solved: Solved): string => {
  const count = (number: number, of: string): string => `${grouped(number)} ${of}${number === 1 ? '' : 's'}`
  if (solved.kind === 'quadratic program') {
    const { q, l, P, A } = solved.file.problem
    return `${count(q.length, 'variable')}, ${count(l.length, 'constraint')}, ${grouped(P.values.length + A.values.length)} entries of P and A`
  }
  const { spins, neighbours } = solved.file.problem
  return `${count(spins, 'spin')}, ${count(neighbours.length / 2, 'coupling')}`
}

/** The variables of the file at a state of the spins; undefined where the file has none but spins. */
const valuesAt = ({ values }: IsingFile, spins: Int8Array): readonly number[] | undefined =>
  values === undefined ? undefined : Array.from(spins, values === 'bits' ? bitOf : Number)

/** So many variables are told in a text; JSON tells all. */
const fewVariables = 40

const variableRows = (file: IsingFile, spins: Int8Array): Rows => {
  const values = valuesAt(file, spins)
  if (values === undefined) return []
  const { labels, problem } = file
  return [
    [
      'variables',
      values.length > fewVariables
        ? `${grouped(values.length)} of ${file.values === 'bits' ? '0 or 1' : '±1'}: --format json tells them`
        : values.map((value, at) => `${labels?.[at] ?? at + 1}=${value}`).join(' ')
    ],
    ...(file.values === 'bits'
      ? ([
          [
            'as spins',
            `x = (1 + s)/2, so energy = −Σ J s s − Σ h s + offset, offset ${exactly(problem.offset ?? 0)}`
          ]
        ] as const)
      : problem.offset === undefined || problem.offset === 0
        ? []
        : ([['offset', `${exactly(problem.offset)}, in the energy`]] as const))
  ]
}

const qualityRows = (solved: Solved, quality: Quality): Rows => {
  if (solved.kind === 'quadratic program') {
    const { converged, iterations, residuals } = solved.solution
    const { primal, dual, gap } = residuals
    return [
      [solved.file.sense === 'maximise' ? 'objective (greatest)' : 'objective', exactly(quality.found)],
      ...knownRows('optimum', quality),
      ['iterations', `${grouped(iterations)}${converged ? '' : ', and not converged'}`],
      [
        'residuals',
        `primal ${primal.toExponential(1)}, dual ${dual.toExponential(1)}, gap ${gap.toExponential(1)}`
      ]
    ]
  }
  const { cut, energy, proposals, flips, restarts, temperatures, update, seed } = solved.solution
  return [
    ...(cut === undefined ? [] : ([['cut', exactly(cut)]] as const)),
    ['energy', exactly(energy)],
    ...variableRows(solved.file, solved.solution.spins),
    ...knownRows(cut === undefined ? 'energy' : 'cut', quality),
    ['proposals', `${grouped(proposals)}, accepted ${grouped(flips)}`],
    [
      'annealing',
      `${grouped(temperatures.length)} sweeps × ${restarts} run${restarts === 1 ? '' : 's'}, T from ${short(temperatures[0]!)} to ${short(temperatures.at(-1)!)}, ${update}, seed ${seed}`
    ]
  ]
}

/** What is told already; the precision of a spin is one bit, however its flips ceased. */
const repeated = ({ kind }: Solved, name: string): boolean =>
  name === 'objective' || (kind === 'Ising problem' && name === 'precision reached b')

/** A solved problem as text, ending in a line break. @since 0.3.0 */
export const solutionText = expecting(
  'solutionText',
  { solved: aSolved, quality: aQuality, paint: aPaint },
  (solved: Solved, quality: Quality, paint: Paint = plain): string => {
    const rows: Rows = [
      [solved.kind, sizeRow(solved)],
      ...qualityRows(solved, quality),
      ...runRows(runOf(solved.solution.trace)).filter(([name]) => !repeated(solved, name))
    ]
    return [
      paint.heading(`Solution: ${solved.file.name}`),
      ...listed(rows, lineWidth - 2).map((line) => `  ${line}`),
      ...(solved.file.notes ?? []).flatMap((note) =>
        broken(`note: ${note}`, lineWidth - 2).map((line) => paint.faint(`  ${line}`))
      ),
      ''
    ].join('\n')
  }
)

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
