/** An Ising problem as a loss: spins are ladders of two rungs, rung 1 for s = +1. */
import { expecting } from '../../units/argument'
import { anIsingProblem, type IsingProblem } from '../../workload/ising/problem'
import type { Loss } from './loss'
import { keptForm, type QuadraticForm } from './quadratic-form'

/** H of s = 2x − 1. */
const formOf = ({
  spins,
  offsets,
  neighbours,
  couplings,
  fields,
  offset = 0
}: IsingProblem): QuadraticForm => {
  const b = fields.map((field) => -2 * field)
  let c = offset
  for (let i = 0; i < spins; i++) {
    c += fields[i]!
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      b[i]! += 2 * couplings[at]!
      c -= couplings[at]! / 2 // each coupling stands at both of its ends
    }
  }
  const values = couplings.map((coupling) => -4 * coupling)
  return { A: { rows: spins, columns: spins, starts: offsets, indices: neighbours, values }, b, c }
}

/**
 * The energy of an Ising problem as a loss to be learned by spins: H(s) = −Σ J s s − Σ h s.
 *
 * @example
 * import { isingLoss } from 'limen/simulate'
 * import { isingProblem } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const pair = isingProblem({ spins: 2, couplings: [[0, 1, 1.5]] })
 * pipe(pair, E.map((problem) => isingLoss(problem).begin(Int32Array.of(1, 0)).value())) // right(1.5)
 *
 * @since 0.10.0
 */
export const isingLoss = expecting(
  'isingLoss',
  { problem: anIsingProblem },
  (problem: IsingProblem): Loss => {
    const form = formOf(problem)
    return {
      kind: 'ising',
      parameters: problem.spins,
      rungs: 2,
      macs: problem.neighbours.length,
      valueAt: (_, rung) => 2 * rung - 1,
      curvatures: new Float64Array(problem.spins),
      begin: (x) => keptForm(form, x)
    }
  }
)
