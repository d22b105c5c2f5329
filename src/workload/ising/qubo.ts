/**
 * QUBO: the least of Σ a_i x_i + Σ_{i<j} b_ij x_i x_j + c over bits x_i of 0 or 1. With x = (1 + s)/2 it
 * is an Ising problem of J = −b/4, h_i = −(a_i/2 + Σ_j b_ij/4) and the offset c + Σ a/2 + Σ b/4: the
 * energy stays what it was, to the last bit of float64's sums.
 */
import * as E from 'fp-ts/lib/Either.js'
import { aNumber, expecting, having, listOf, optional } from '../../units/argument'
import { unfitInputs, type ModelError } from '../../reading/error'
import { isingProblem, someCouplings, type Coupling, type IsingProblem } from './problem'

/** The spin of a bit is 2x − 1, and the bit of a spin this. */
export const bitOf = (spin: number): number => (1 + spin) / 2

/**
 * A QUBO as an Ising problem: the least of Σ a_i x_i + Σ b_ij x_i x_j + c over x_i of 0 or 1, with `linear`
 * a, `pairs` [i, j, b] (each pair at most once, bits from 0) and `constant` c. A spin of +1 is the bit 1,
 * and the energy of a state is that of its bits. Errors are those of `isingProblem`.
 *
 * @example
 * import { isingEnergy, qubo } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const either = qubo({ linear: [-1, -1], pairs: [[0, 1, 2]] })
 * pipe(either, E.chain((problem) => isingEnergy(problem, [1, -1]))) // right(-1)
 *
 * @since 0.6.0
 */
export const qubo = expecting(
  'qubo',
  {
    problem: having('an object with linear, pairs and perhaps a constant', {
      linear: listOf('a list of numbers', aNumber),
      pairs: someCouplings,
      constant: optional(aNumber)
    })
  },
  ({
    linear,
    pairs,
    constant = 0
  }: {
    readonly linear: readonly number[]
    readonly pairs: readonly Coupling[]
    readonly constant?: number
  }): E.Either<ModelError, IsingProblem> => {
    const fields = linear.map((a) => -a / 2)
    for (const [i, j, b] of pairs) {
      if (i in fields) fields[i]! -= b / 4
      if (j in fields) fields[j]! -= b / 4
    }
    const offset =
      constant + linear.reduce((sum, a) => sum + a, 0) / 2 + pairs.reduce((sum, [, , b]) => sum + b, 0) / 4
    return E.map((problem: IsingProblem): IsingProblem => ({ ...problem, offset }))(
      isingProblem({
        spins: linear.length,
        couplings: pairs.map(([i, j, b]): Coupling => [i, j, -b / 4]),
        fields
      })
    )
  },
  unfitInputs
)
