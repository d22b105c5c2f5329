/**
 * Graphs in text: that of G-set (Helmberg & Rendl 2000, as the generator rudy by Rinaldi writes it), a
 * line "nodes edges", then "i j weight" for each edge, nodes counted from 1; where no line has a weight,
 * all weights are 1. Or that of DIMACS. They are Max-Cut problems. A file of the first form that has
 * entries on the diagonal is no graph: it is a QUBO of the Biq Mac library (.sparse), the least of x'Qx
 * over bits, Q symmetric and one triangle of it written (Wiegele 2007).
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  couplingFaults,
  cutProblem,
  holdsEnergies,
  mostSpins,
  type Coupling
} from '../../workload/ising/problem'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { dimacsGraph, type Graph } from './dimacs'
import {
  entryOf,
  failed,
  heldProblem,
  isCount,
  linesOf,
  problemAt,
  unlike,
  type Entry,
  type Line
} from './entries'
import type { NamedIsing } from './ising'

/** What is wrong with nodes and pairs; a QUBO has a diagonal, each place of it once. */
const faultsOf = (nodes: number, edges: readonly Entry[], diagonal: boolean): readonly SchemaProblem[] => {
  const place = (line: number, expected: string, found: string, first?: number): SchemaProblem =>
    problemAt(
      line,
      `expected ${expected}, got ${found}${first === undefined ? '' : ` (first on line ${first})`}`
    )
  const own = new Map<number, number>()
  return couplingFaults(nodes, couplingsOf(edges), 1).flatMap(({ at, first, expected, found, kind }) => {
    const { line, i, j } = edges[at]!
    if (!diagonal || i !== j || kind !== 'relation')
      return [place(line, expected, found, first === undefined ? undefined : edges[first]!.line)]
    const before = own.get(i)
    if (before === undefined) own.set(i, line)
    return before === undefined ? [] : [place(line, 'each place once', `${i} and ${i} again`, before)]
  })
}

const couplingsOf = (edges: readonly Entry[]): readonly Coupling[] =>
  edges.map(({ i, j, value }): Coupling => [i - 1, j - 1, value])

/** A QUBO says its values; "2 2" without one is a slip. */
const hasDiagonal = (edges: readonly Entry[], width: 2 | 3): boolean =>
  width === 3 && edges.some(({ i, j }) => i === j)

const asCoo =
  ', an entry; the coordinate text of dimod says what its variables are, in a line "# vartype=BINARY" or "# vartype=SPIN" before'

/** A graph of lines whose first has the numbers of nodes and edges; or what is wrong with it. */
const rudyGraph = (header: Line, lines: readonly Line[]): E.Either<SchemaError, Graph> => {
  const [nodesWord, edgesWord] = header.words
  const nodes = isCount(nodesWord) ? Number(nodesWord) : NaN
  if (header.words.length !== 2 || !isCount(edgesWord) || !(nodes >= 1 && nodes <= mostSpins)) {
    const problem = unlike(header, `"nodes edges", with 1 to ${mostSpins} nodes`)
    const isEntry = entryOf(header.line, header.words, 3) !== undefined
    return failed([isEntry ? { ...problem, message: `${problem.message}${asCoo}` } : problem])
  }
  const width = lines[0]?.words.length === 2 ? 2 : 3
  const expected =
    width === 2 ? 'an edge "i j", without a weight as in the first' : 'an edge "i j weight", i and j from 1'
  const read = lines.map(({ line, words }) => entryOf(line, words, width))
  const problems = [
    ...(lines.length === Number(edgesWord)
      ? []
      : [problemAt(header.line, `expected ${edgesWord} edges as said here, got ${lines.length}`)]),
    ...lines.flatMap((line, at) => (read[at] === undefined ? [unlike(line, expected)] : []))
  ]
  const edges = read.flatMap((edge) => edge ?? [])
  return problems.length > 0
    ? failed([...problems, ...faultsOf(nodes, edges, hasDiagonal(edges, width))])
    : E.right({ nodes, edges, notes: [], isQubo: hasDiagonal(edges, width) })
}

/** x'Qx of a triangle of Q: what is off the diagonal counts twice. */
const sparseQubo = (
  name: string,
  nodes: number,
  edges: readonly Entry[]
): E.Either<SchemaError, NamedIsing> => {
  const linear = new Array<number>(nodes).fill(0)
  for (const { i, j, value } of edges) if (i === j) linear[i - 1] = value
  const pairs = couplingsOf(edges.filter(({ i, j }) => i !== j)).map(([i, j, q]): Coupling => [i, j, 2 * q])
  return pipe(
    heldProblem({ values: 'bits', linear, pairs, constant: 0 }),
    E.map((problem): NamedIsing => ({
      name,
      problem,
      values: 'bits',
      notes: [
        "it has a diagonal, so it is read as a QUBO of the Biq Mac library, and no graph: the least of x'Qx, what is off the diagonal twice; MQLib and OR-Library seek the greatest in files that look the same, which is the least with all signs turned"
      ]
    }))
  )
}

const ofGraph = (name: string, { nodes, edges, notes, isQubo }: Graph): E.Either<SchemaError, NamedIsing> => {
  const faults = faultsOf(nodes, edges, isQubo)
  if (faults.length > 0) return failed(faults)
  if (isQubo) return sparseQubo(name, nodes, edges)
  const couplings = couplingsOf(edges)
  return holdsEnergies(couplings)
    ? E.right({ name, problem: cutProblem(nodes, couplings), ...(notes.length === 0 ? {} : { notes }) })
    : failed([{ pointer: '', message: 'expected weights whose sum float64 holds, got larger ones' }])
}

/**
 * The Max-Cut problem of a graph in the text format of G-set, or of DIMACS; or the QUBO of a file that has
 * a diagonal. Or all that is wrong with it, each problem with its line. Lines that begin with # or a lone
 * c are remarks. The text holds no name: `name` is what the problem is called.
 *
 * @example
 * import { decodeGset } from 'limen/solve'
 * decodeGset('3 2\n1 2 1\n2 4 1\n', 'path') // left: (line 3): expected a node from 1 to 3, got 4
 *
 * @since 0.3.0
 */
export const decodeGset = fromText((source: string, name: string): E.Either<SchemaError, NamedIsing> => {
  const [header, ...lines] = linesOf(source)
  if (header === undefined)
    return E.left(schemaError([{ pointer: '', message: 'expected a line "nodes edges", got an empty text' }]))
  return pipe(
    header.words[0]!.toLowerCase() === 'p' ? dimacsGraph(header, lines) : rudyGraph(header, lines),
    E.chain((graph) => ofGraph(name, graph))
  )
})
