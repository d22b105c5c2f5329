/** The energy of a state of an Ising problem, and its cut. */
import * as E from 'fp-ts/lib/Either.js'
import { expecting, someNumbers } from '../../units/argument'
import { modelError, unfitInputs, type ModelError } from '../../reading/error'
import { anIsingProblem, inputProblem, type IsingProblem } from './problem'

/** h_i + Σ_j J_ij s_j of each spin: the field that it feels. */
export const localFields = (
  { spins, offsets, neighbours, couplings, fields }: IsingProblem,
  state: ArrayLike<number>
): Float64Array => {
  const local = new Float64Array(spins)
  for (let i = 0; i < spins; i++) {
    let sum = fields[i]!
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) sum += couplings[at]! * state[neighbours[at]!]!
    local[i] = sum
  }
  return local
}

/** The energy of a state from the fields that its spins feel: each coupling is felt twice. */
export const energyFrom = (
  { spins, fields, offset = 0 }: IsingProblem,
  state: ArrayLike<number>,
  local: Float64Array
): number => {
  let sum = 0
  for (let i = 0; i < spins; i++) sum -= state[i]! * (local[i]! + fields[i]!)
  return sum / 2 + offset
}

/** The cut of a state, from its energy. */
export const cutFrom = (totalWeight: number, energy: number): number => (totalWeight - energy) / 2

const isState = ({ spins }: IsingProblem, state: ArrayLike<number>): boolean =>
  state.length === spins && Array.from(state).every((spin) => spin === 1 || spin === -1)

const notState = (name: string, { spins }: IsingProblem): ModelError =>
  modelError(name, [
    inputProblem(name, 'state', {
      kind: 'size',
      found: 'another list',
      expected: `${spins} spins of 1 or -1`
    })
  ])

/**
 * H(s) = −Σ_{i<j} J_ij s_i s_j − Σ_i h_i s_i, and the offset, where the problem has one, in the unit of
 * J and h. The state has +1 or −1 for each
 * spin; anything else is an error.
 *
 * @example
 * import { isingEnergy, isingProblem } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const pair = isingProblem({ spins: 2, couplings: [[0, 1, 1]] })
 * pipe(pair, E.chain((problem) => isingEnergy(problem, [1, -1]))) // right(1)
 *
 * @since 0.3.0
 */
export const isingEnergy = expecting(
  'isingEnergy',
  { problem: anIsingProblem, state: someNumbers },
  (problem: IsingProblem, state: ArrayLike<number>): E.Either<ModelError, number> =>
    isState(problem, state)
      ? E.right(energyFrom(problem, state, localFields(problem, state)))
      : E.left(notState('isingEnergy', problem)),
  unfitInputs
)

/**
 * The weight of the edges between the parts, of a Max-Cut problem; an error for another problem, or a
 * state that is not of its spins.
 *
 * @example
 * import { cutSize, maxCut } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const edge = maxCut({ nodes: 2, edges: [[0, 1, 2.5]] })
 * pipe(edge, E.chain((problem) => cutSize(problem, [1, -1]))) // right(2.5)
 *
 * @since 0.3.0
 */
export const cutSize = expecting(
  'cutSize',
  { problem: anIsingProblem, state: someNumbers },
  (given: IsingProblem, state: ArrayLike<number>): E.Either<ModelError, number> => {
    const { totalWeight } = given
    if (totalWeight === undefined)
      return E.left(
        modelError('cutSize', [
          inputProblem('cutSize', 'problem', {
            kind: 'relation',
            found: 'another Ising problem',
            expected: 'a Max-Cut problem'
          })
        ])
      )
    return isState(given, state)
      ? E.right(cutFrom(totalWeight, energyFrom(given, state, localFields(given, state))))
      : E.left(notState('cutSize', given))
  },
  unfitInputs
)
