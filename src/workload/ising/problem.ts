/**
 * Ising problems: the energy H(s) = −Σ_{i<j} J_ij s_i s_j − Σ_i h_i s_i of spins s_i = ±1, to be made
 * small. **The signs**: a positive coupling J favours equal spins, a positive field h favours +1.
 * Max-Cut with weights w is J = −w, h = 0, and its cut is ½ Σ w (1 − s_i s_j) = ½ (Σ w − H).
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  aNumber,
  anything,
  expecting,
  having,
  kind,
  type Kind,
  listOf,
  optional,
  someNumbers
} from '../../units/argument'
import { modelError, unfitInputs, type ModelError, type Problem } from '../../reading/error'
import { told } from '../../units/told'

/** A coupling or an edge: two different spins, counted from 0, and J or a weight. @since 0.3.0 */
export type Coupling = readonly [i: number, j: number, value: number]

/** An Ising problem: of each spin the list of its neighbours, all lists in one. @since 0.3.0 */
export interface IsingProblem {
  /** How many spins. */
  readonly spins: number
  /** The neighbours of spin i stand at offsets[i] … offsets[i + 1] − 1 of the two lists below. */
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
  /** J, at the place of the neighbour. */
  readonly couplings: Float64Array
  /** h of each spin. */
  readonly fields: Float64Array
  /** A constant of the energy that no spin changes, as a change of variables leaves it; else 0. */
  readonly offset?: number
  /** Σ w of a Max-Cut problem; no other problem has one. */
  readonly totalWeight?: number
}

export const anIsingProblem: Kind = having('an Ising problem, such as isingProblem or maxCut makes', {
  spins: aNumber,
  offsets: someNumbers,
  neighbours: someNumbers,
  couplings: someNumbers,
  fields: someNumbers
})

/** Two spins and a value. */
export const someCouplings: Kind = listOf(
  'a list of couplings such as [0, 1, 1.5]',
  kind(
    'two spins and a value, such as [0, 1, 1.5]',
    (value) => Array.isArray(value) && value.length === 3 && value.every((each) => typeof each === 'number')
  )
)

/** Spins beyond this number are refused: their lists would not fit into memory. */
export const mostSpins = 2 ** 24

/** What is wrong with a coupling, and which it is; indices as the source of the problem counts them. */
export interface CouplingFault {
  readonly at: number
  /** The coupling that it repeats. */
  readonly first?: number
  readonly kind: Problem['kind']
  readonly found: string
  readonly expected: string
}

/** All that is wrong with couplings. Indices count from 0, and are shown from `base`. */
export const couplingFaults = (
  spins: number,
  couplings: readonly Coupling[],
  base: 0 | 1 = 0
): readonly CouplingFault[] => {
  const faults: CouplingFault[] = []
  const seen = new Map<number, number>()
  const what = base === 0 ? 'spin' : 'node' // files of graphs count from 1
  couplings.forEach(([i, j, value], at) => {
    const outside = [i, j].filter((index) => !Number.isInteger(index) || index < 0 || index >= spins)
    for (const index of outside)
      faults.push({
        at,
        kind: 'range',
        found: String(index + base),
        expected: `a ${what} from ${base} to ${spins - 1 + base}`
      })
    if (!Number.isFinite(value))
      faults.push({ at, kind: 'number', found: String(value), expected: 'a finite number' })
    if (outside.length > 0) return
    if (i === j) {
      faults.push({
        at,
        kind: 'relation',
        found: `${i + base} with itself`,
        expected: `two different ${what}s`
      })
      return
    }
    const key = Math.min(i, j) * spins + Math.max(i, j)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at)
    else
      faults.push({
        at,
        first,
        kind: 'relation',
        found: `${i + base} and ${j + base} again`,
        expected: `each pair of ${what}s once`
      })
  })
  return faults
}

/** A problem with an input of a function. */
export const inputProblem = (
  model: string,
  input: string,
  { kind, found, expected }: Omit<CouplingFault, 'at'>
): Problem => ({
  kind,
  model,
  inputs: [input],
  found,
  expected,
  message: `${model}: ${input}: expected ${expected}, got ${found}`
})

/** Whether no sum that an energy or its change is made of leaves float64. */
export const holdsEnergies = (couplings: readonly Coupling[], fields: ArrayLike<number> = []): boolean => {
  const sum = couplings.reduce((total, [, , value]) => total + Math.abs(value), 0)
  return Number.isFinite(4 * (sum + Array.from(fields).reduce((total, value) => total + Math.abs(value), 0)))
}

/** The neighbour lists, from couplings that have no faults. A coupling of 0 couples nothing: it is left out. */
export const withNeighbours = (
  spins: number,
  couplings: readonly Coupling[],
  fields: Float64Array = new Float64Array(spins)
): IsingProblem => {
  const present = couplings.filter(([, , value]) => value !== 0)
  const offsets = new Int32Array(spins + 1)
  for (const [i, j] of present) {
    offsets[i + 1]! += 1
    offsets[j + 1]! += 1
  }
  for (let i = 0; i < spins; i++) offsets[i + 1]! += offsets[i]!
  const next = offsets.slice()
  const neighbours = new Int32Array(2 * present.length)
  const values = new Float64Array(2 * present.length)
  const put = (i: number, j: number, value: number): void => {
    const at = next[i]!++
    neighbours[at] = j
    values[at] = value
  }
  for (const [i, j, value] of present) {
    put(i, j, value)
    put(j, i, value)
  }
  return { spins, offsets, neighbours, couplings: values, fields }
}

const made = (
  name: string,
  listName: string,
  spins: number,
  couplings: readonly Coupling[],
  fields: readonly number[] | Float64Array | undefined
): E.Either<ModelError, IsingProblem> => {
  if (!Number.isInteger(spins) || spins < 1 || spins > mostSpins) {
    const countName = listName === 'edges' ? 'nodes' : 'spins'
    const expected = `a whole number from 1 to ${mostSpins}`
    return E.left(
      modelError(name, [inputProblem(name, countName, { kind: 'range', found: told(spins), expected })])
    )
  }
  const problems = couplingFaults(spins, couplings).map((fault) =>
    inputProblem(name, `${listName}/${fault.at}`, fault)
  )
  if (fields !== undefined && fields.length !== spins)
    problems.push(
      inputProblem(name, 'fields', {
        kind: 'size',
        found: String(fields.length),
        expected: `a field for each of ${spins} spins`
      })
    )
  fields?.forEach((value: number, at: number) => {
    if (!Number.isFinite(value))
      problems.push(
        inputProblem(name, `fields/${at}`, {
          kind: 'number',
          found: told(value),
          expected: 'a finite number'
        })
      )
  })
  if (problems.length === 0 && !holdsEnergies(couplings, fields))
    problems.push(
      inputProblem(name, listName, {
        kind: 'range',
        found: 'larger ones',
        expected: 'energies that float64 holds'
      })
    )
  return problems.length > 0
    ? E.left(modelError(name, problems))
    : E.right(withNeighbours(spins, couplings, fields === undefined ? undefined : Float64Array.from(fields)))
}

/**
 * An Ising problem from its couplings J (each pair at most once; 0 couples nothing) and fields h, in
 * any one unit of energy. A positive J favours equal spins. Errors: an index that is not of a spin, a
 * spin with itself, a pair given twice (whether to add or to replace would be a guess), a value that
 * is not finite; all at once.
 *
 * @example
 * import { isingEnergy, isingProblem } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const pair = isingProblem({ spins: 2, couplings: [[0, 1, 1.5]], fields: [0.25, 0] })
 * pipe(pair, E.chain((problem) => isingEnergy(problem, [1, 1]))) // right(-1.75)
 * isingProblem({ spins: 2, couplings: [[0, 2, 1]] }) // left: isingProblem: couplings/0: expected a spin from 0 to 1, got 2
 *
 * @since 0.3.0
 */
export const isingProblem = expecting(
  'isingProblem',
  {
    problem: having('an object with spins, couplings and perhaps fields', {
      spins: anything,
      couplings: someCouplings,
      fields: optional(someNumbers)
    })
  },
  ({
    spins,
    couplings,
    fields
  }: {
    readonly spins: number
    readonly couplings: readonly Coupling[]
    readonly fields?: readonly number[] | Float64Array
  }): E.Either<ModelError, IsingProblem> => made('isingProblem', 'couplings', spins, couplings, fields),
  unfitInputs
)

/** A Max-Cut problem without faults, as an Ising problem. */
export const cutProblem = (nodes: number, edges: readonly Coupling[]): IsingProblem => ({
  ...withNeighbours(
    nodes,
    edges.map(([i, j, weight]): Coupling => [i, j, -weight])
  ),
  totalWeight: edges.reduce((sum, [, , weight]) => sum + weight, 0)
})

/**
 * A Max-Cut problem, to part the nodes of a graph so that the edges between the parts weigh most; as
 * an Ising problem with J = −w. Errors are those of `isingProblem`.
 *
 * @example
 * import { cutSize, maxCut } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const triangle = maxCut({ nodes: 3, edges: [[0, 1, 1], [1, 2, 1], [0, 2, 1]] })
 * pipe(triangle, E.chain((problem) => cutSize(problem, [1, -1, 1]))) // right(2)
 *
 * @since 0.3.0
 */
export const maxCut = expecting(
  'maxCut',
  {
    graph: having('an object with nodes and edges', { nodes: anything, edges: someCouplings })
  },
  ({
    nodes,
    edges
  }: {
    readonly nodes: number
    readonly edges: readonly Coupling[]
  }): E.Either<ModelError, IsingProblem> =>
    E.map(() => cutProblem(nodes, edges))(made('maxCut', 'edges', nodes, edges, undefined)),
  unfitInputs
)
