/**
 * Graph colouring, and the parallel update that it allows: spins of one colour share no coupling, so
 * none of them sees whether the others flip.
 */
import { expectArguments } from '../../units/argument'
import { anIsingProblem, type IsingProblem } from './problem'
import { accepts, type SpinState } from './metropolis'

/** The spins by colour: those of colour c stand at starts[c] … starts[c + 1] − 1. @since 0.3.0 */
export interface Colouring {
  readonly colours: number
  readonly members: Int32Array
  readonly starts: Int32Array
}

/**
 * Colours the spins so that none has the colour of a neighbour: greedily, each spin in turn the first
 * colour free, those with most neighbours first (Welsh & Powell 1967). At most one colour more than
 * the most neighbours of a spin; not always the fewest.
 *
 * @example
 * import { colouring, maxCut } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const square = maxCut({ nodes: 4, edges: [[0, 1, 1], [1, 2, 1], [2, 3, 1], [3, 0, 1]] })
 * pipe(square, E.map((problem) => colouring(problem).colours)) // right(2)
 *
 * @since 0.3.0
 */
export const colouring = (problem: IsingProblem): Colouring => {
  expectArguments('colouring', { problem: anIsingProblem }, problem)
  const { spins, offsets, neighbours } = problem
  const degree = (i: number): number => offsets[i + 1]! - offsets[i]!
  const order = Int32Array.from({ length: spins }, (_, i) => i).sort((i, j) => degree(j) - degree(i) || i - j)
  const colourOf = new Int32Array(spins).fill(-1)
  const takenBy = new Int32Array(spins + 1).fill(-1)
  let colours = 0
  for (const i of order) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const colour = colourOf[neighbours[at]!]!
      if (colour >= 0) takenBy[colour] = i
    }
    let colour = 0
    while (takenBy[colour] === i) colour++
    colourOf[i] = colour
    colours = Math.max(colours, colour + 1)
  }
  const starts = new Int32Array(colours + 1)
  for (const colour of colourOf) starts[colour + 1]! += 1
  for (let colour = 0; colour < colours; colour++) starts[colour + 1]! += starts[colour]!
  const next = starts.slice()
  const members = new Int32Array(spins)
  colourOf.forEach((colour, i) => (members[next[colour]!++] = i))
  return { colours, members, starts }
}

/**
 * One sweep, colour by colour: all spins of a colour decide from the same fields, each by the draw of
 * its own; then those that were accepted flip at once. The order within a colour is of no consequence
 * (but for the rounding of a sum of couplings that float64 does not add exactly). How many flipped.
 */
export const colouredSweep = (
  { offsets, neighbours, couplings }: IsingProblem,
  { colours, members, starts }: Colouring,
  state: SpinState,
  draws: Float64Array,
  temperature: number,
  accepted: Int32Array
): number => {
  const { spins, local } = state
  const beta = 1 / temperature
  let flips = 0
  let energy = state.energy
  for (let colour = 0; colour < colours; colour++) {
    let count = 0
    for (let at = starts[colour]!, end = starts[colour + 1]!; at < end; at++) {
      const i = members[at]!
      if (accepts(2 * spins[i]! * local[i]! * beta, draws[i]!)) accepted[count++] = i
    }
    for (let each = 0; each < count; each++) {
      const i = accepted[each]!
      const twice = 2 * spins[i]!
      energy += twice * local[i]!
      spins[i] = -spins[i]!
      for (let at = offsets[i]!, end = offsets[i + 1]!; at < end; at++)
        local[neighbours[at]!]! -= twice * couplings[at]!
    }
    flips += count
  }
  state.energy = energy
  return flips
}
