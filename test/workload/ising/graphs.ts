/** Ising problems to test with: of the kinds of G-set, and tiny ones with all their states. */
import fc from 'fast-check'
import { isingProblem, maxCut, type Coupling, type IsingProblem } from '../../../src/workload/ising/problem'
import { isingEnergy } from '../../../src/workload/ising/energy'
import { fillUniform, randomState } from '../../../src/workload/ising/random'
import { right } from '../../ledger/reference'

/** Numbers in (0, 1) of a seed. */
export const uniforms = (seed: number): (() => number) => {
  const state = randomState(seed)
  const one = new Float64Array(1)
  return () => {
    fillUniform(state, one)
    return one[0]!
  }
}

/** A torus of rows × columns, each edge of weight 1 or −1. */
export const torusEdges = (rows: number, columns: number, seed: number): readonly Coupling[] => {
  const draw = uniforms(seed)
  const weight = (): number => (draw() < 0.5 ? -1 : 1)
  return Array.from({ length: rows * columns }, (_, node) => {
    const [row, column] = [Math.floor(node / columns), node % columns]
    return [
      [node, row * columns + ((column + 1) % columns), weight()],
      [node, ((row + 1) % rows) * columns + column, weight()]
    ] as const
  }).flat()
}

export const torus = (rows: number, columns: number, seed: number): IsingProblem =>
  right(maxCut({ nodes: rows * columns, edges: torusEdges(rows, columns, seed) }))

/** Each pair of nodes an edge with some probability. */
export const randomGraph = (nodes: number, density: number, seed: number): IsingProblem => {
  const draw = uniforms(seed)
  const edges: Coupling[] = []
  for (let i = 0; i < nodes; i++) for (let j = 0; j < i; j++) if (draw() < density) edges.push([j, i, 1])
  return right(maxCut({ nodes, edges }))
}

/** All states of a few spins. */
export const states = (spins: number): readonly Int8Array[] =>
  Array.from({ length: 2 ** spins }, (_, bits) =>
    Int8Array.from({ length: spins }, (__, i) => ((bits >> i) & 1 ? 1 : -1))
  )

export const energyOf = (problem: IsingProblem, state: ArrayLike<number>): number =>
  right(isingEnergy(problem, state))

/** The least energy of a tiny problem, by looking at all of its states. */
export const groundEnergy = (problem: IsingProblem): number =>
  Math.min(...states(problem.spins).map((state) => energyOf(problem, state)))

/** Some pairs of so many spins, each with a value. */
export const couplingsOf = (
  spins: number,
  value: fc.Arbitrary<number>
): fc.Arbitrary<readonly Coupling[]> => {
  const pairs = Array.from({ length: spins }, (_, j) =>
    Array.from({ length: j }, (__, i) => [i, j] as const)
  ).flat()
  return fc
    .array(fc.tuple(fc.boolean(), value), { minLength: pairs.length, maxLength: pairs.length })
    .map((given) =>
      pairs.flatMap(([i, j], at): readonly Coupling[] => (given[at]![0] ? [[i, j, given[at]![1]]] : []))
    )
}

/** Values whose sums float64 adds exactly: multiples of ¼. */
export const exactValue = fc.integer({ min: -20, max: 20 }).map((value) => value / 4)

/** Values of any size that matters, with all digits. */
export const realValue = fc.double({ min: -5, max: 5, noNaN: true }).map((value) => value + 0)

/** A problem of some spins, with couplings and fields. */
export const problems = (value: fc.Arbitrary<number>, maxSpins: number): fc.Arbitrary<IsingProblem> =>
  fc
    .integer({ min: 1, max: maxSpins })
    .chain((spins) =>
      fc
        .tuple(couplingsOf(spins, value), fc.array(value, { minLength: spins, maxLength: spins }))
        .map(([couplings, fields]) => right(isingProblem({ spins, couplings, fields })))
    )

export const stateOf = (spins: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.constantFrom(1, -1), { minLength: spins, maxLength: spins })
