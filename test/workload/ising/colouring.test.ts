/** Colouring: no two neighbours share a colour, and spins of a colour flip in any order alike. */
import fc from 'fast-check'
import { colouredSweep, colouring, type Colouring } from '../../../src/workload/ising/colouring'
import { isingProblem, maxCut, type IsingProblem } from '../../../src/workload/ising/problem'
import { localFields } from '../../../src/workload/ising/energy'
import { randomSpins } from '../../../src/workload/ising/metropolis'
import { fillUniform, randomState } from '../../../src/workload/ising/random'
import { right } from '../../ledger/reference'
import { exactValue, problems, torus } from './graphs'

const colourOf = ({ colours, members, starts }: Colouring): ReadonlyMap<number, number> =>
  new Map(
    Array.from({ length: colours }, (_, colour) =>
      Array.from(members.subarray(starts[colour], starts[colour + 1]), (i) => [i, colour] as const)
    ).flat()
  )

const degrees = ({ spins, offsets }: IsingProblem): readonly number[] =>
  Array.from({ length: spins }, (_, i) => offsets[i + 1]! - offsets[i]!)

test('each spin has one colour, and none that of a neighbour', () => {
  fc.assert(
    fc.property(problems(exactValue, 12), (problem) => {
      const colours = colourOf(colouring(problem))
      expect([...colours.keys()].sort((a, b) => a - b)).toEqual(Array.from(degrees(problem).keys()))
      for (let i = 0; i < problem.spins; i++)
        for (const j of problem.neighbours.subarray(problem.offsets[i], problem.offsets[i + 1]))
          expect(colours.get(i)).not.toBe(colours.get(j))
    })
  )
})

test('there is at most one colour more than the most neighbours', () => {
  fc.assert(
    fc.property(problems(exactValue, 12), (problem) => {
      expect(colouring(problem).colours).toBeLessThanOrEqual(Math.max(...degrees(problem)) + 1)
    })
  )
})

test('a complete graph needs a colour for each, a graph without edges one, a star two', () => {
  const complete = [0, 1, 2, 3].flatMap((i) =>
    [0, 1, 2, 3].flatMap((j) => (i < j ? [[i, j, 1] as const] : []))
  )
  const count = (edges: readonly (readonly [number, number, number])[]): number =>
    colouring(right(maxCut({ nodes: 4, edges }))).colours
  expect(count(complete)).toBe(4)
  expect(count([])).toBe(1)
  expect(count(complete.filter(([i]) => i === 0))).toBe(2)
})

/** Some sweeps, with the members of each colour in an order of choice. */
const after = (problem: IsingProblem, colours: Colouring, seed: number) => {
  const random = randomState(seed)
  const state = randomSpins(problem, random)
  const draws = new Float64Array(problem.spins)
  const accepted = new Int32Array(problem.spins)
  const flips = [1, 2, 3, 4, 5].map(() => {
    fillUniform(random, draws)
    return colouredSweep(problem, colours, state, draws, 1.5, accepted)
  })
  return { ...state, flips }
}

/** The same colours, their members in the order of some keys. */
const reordered = ({ colours, members, starts }: Colouring, keys: readonly number[]): Colouring => ({
  colours,
  starts,
  members: Int32Array.from(
    Array.from({ length: colours }, (_, colour) =>
      Array.from(members.subarray(starts[colour], starts[colour + 1])).sort((i, j) => keys[i]! - keys[j]!)
    ).flat()
  )
})

test('spins of a colour flip in any order alike, bit for bit', () => {
  const keys = fc.array(fc.double({ noNaN: true }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(problems(exactValue, 12), keys, fc.nat(), (problem, order, seed) => {
      const colours = colouring(problem)
      expect(after(problem, reordered(colours, order), seed)).toEqual(after(problem, colours, seed))
    })
  )
})

test('in a colouring that is none, the order does matter: the test above can fail', () => {
  const problem = torus(4, 4, 1)
  const one: Colouring = {
    colours: 1,
    starts: Int32Array.of(0, 16),
    members: Int32Array.from({ length: 16 }, (_, i) => i)
  }
  const { spins, local } = after(problem, one, 1)
  // Every field is right still, but the energy was counted as if no neighbour had flipped.
  expect(local).toEqual(localFields(problem, spins))
  const different = [1, 2, 3, 4, 5, 6].some((seed) => {
    const backwards = reordered(
      one,
      Array.from({ length: 16 }, (_, i) => -i)
    )
    return after(problem, backwards, seed).energy !== after(problem, colouring(problem), seed).energy
  })
  expect(different).toBe(true)
})

test('a problem without couplings flips all at once', () => {
  const problem = right(isingProblem({ spins: 3, couplings: [], fields: [1, 1, 1] }))
  expect(colouring(problem).colours).toBe(1)
})
