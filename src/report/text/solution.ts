/** A solved problem, for a terminal: how good its solution is, and what its memory did. */
import { expecting } from '../../units/argument'
import type { IsingFile } from '../../format/problem-file'
import { aSolved, type Solved } from '../../estimate/solve-file'
import { runOf } from '../../workload/trace'
import { aQuality, type Quality, valuesAt } from '../solution'
import { aPaint, type Paint, plain } from './ledger'
import { broken, listed } from './lines'
import { terminalColumns } from './table'
import { grouped, runRows, short } from './trace'
import { oneLine } from '../../shape/words'

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
      paint.heading(oneLine(`Solution: ${solved.file.name}`)),
      ...listed(rows, terminalColumns - 2).map((line) => `  ${line}`),
      ...(solved.file.notes ?? []).flatMap((note) =>
        broken(`note: ${note}`, terminalColumns - 2).map((line) => paint.faint(`  ${line}`))
      ),
      ''
    ].join('\n')
  }
)
