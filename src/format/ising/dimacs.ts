/**
 * Graphs in the text format of DIMACS (.col, .clq): remarks "c …", a line "p edge nodes edges" (or
 * "p col"), then "e i j", sometimes with a weight, nodes from 1. What is sought here is the greatest cut.
 */
import * as E from 'fp-ts/lib/Either.js'
import { mostSpins } from '../../workload/ising/problem'
import type { SchemaError, SchemaProblem } from '../../shape/problem'
import { entryOf, failed, isCount, problemAt, unlike, type Entry, type Line } from './entries'

/** A graph: how many nodes, its edges with their lines, and what is to be told of it. */
export interface Graph {
  readonly nodes: number
  readonly edges: readonly Entry[]
  readonly notes: readonly string[]
  /** Whether it is no graph, but the matrix of a QUBO, with a diagonal. */
  readonly isQubo: boolean
}

const elsewhere: Readonly<Record<string, string>> = {
  cnf: 'a formula of SAT',
  wcnf: 'a formula of MaxSAT',
  sp: 'shortest paths, of arcs with a direction',
  max: 'a network for the greatest flow',
  min: 'a network for the cheapest flow',
  asn: 'an assignment'
}

/** An edge written once more, from its other end too, is the same edge. */
const once = (
  edges: readonly Entry[]
): { readonly kept: readonly Entry[]; readonly problems: readonly SchemaProblem[] } => {
  const first = new Map<string, Entry>()
  const problems: SchemaProblem[] = []
  for (const edge of edges) {
    const key = `${Math.min(edge.i, edge.j)} ${Math.max(edge.i, edge.j)}`
    const before = first.get(key)
    if (before === undefined) first.set(key, edge)
    else if (before.value !== edge.value)
      problems.push(
        problemAt(
          edge.line,
          `expected the weight ${before.value} as on line ${before.line}, got ${edge.value}`
        )
      )
  }
  return { kept: [...first.values()], problems }
}

const counted = (header: Line, said: string, lines: number, edges: number): readonly SchemaProblem[] =>
  [lines, edges, 2 * edges].includes(Number(said)) // each edge is counted from both ends in half of all files
    ? []
    : [problemAt(header.line, `expected ${said} edges as said here, got ${lines}`)]

/** The graph of lines that begin with "p"; or what is wrong with it. */
export const dimacsGraph = (header: Line, lines: readonly Line[]): E.Either<SchemaError, Graph> => {
  const [, kind = '', nodesWord, edgesWord] = header.words
  const word = kind.toLowerCase()
  const other = Object.hasOwn(elsewhere, word) ? elsewhere[word] : undefined
  if (other !== undefined)
    return failed([
      problemAt(
        header.line,
        `this is ${other} ("p ${kind}"), which is not solved here: graphs begin with "p edge"`
      )
    ])
  const nodes = isCount(nodesWord) ? Number(nodesWord) : NaN
  if (header.words.length !== 4 || !isCount(edgesWord) || !(nodes >= 1 && nodes <= mostSpins))
    return failed([unlike(header, `"p edge nodes edges", with 1 to ${mostSpins} nodes`)])
  const written = lines.filter(({ words }) => !/^[ndvx]$/.test(words[0]!))
  const width = written[0]?.words.length === 4 ? 3 : 2
  const read = written.map(({ line, words }) =>
    words[0] === 'e' ? entryOf(line, words.slice(1), width) : undefined
  )
  const wrong = written.flatMap((line, at) =>
    read[at] === undefined
      ? [
          unlike(
            line,
            width === 2 ? 'an edge "e i j", i and j from 1' : 'an edge "e i j weight", i and j from 1'
          )
        ]
      : []
  )
  const { kept, problems } = once(read.flatMap((edge) => edge ?? []))
  const all = [
    ...wrong,
    ...problems,
    ...(wrong.length > 0 ? [] : counted(header, edgesWord, written.length, kept.length))
  ]
  const beside = lines.length - written.length
  return all.length > 0
    ? failed(all)
    : E.right({
        nodes,
        edges: kept,
        isQubo: false,
        notes: [
          'a graph of DIMACS: its greatest cut is sought, no colouring and no clique',
          ...(kept.length === written.length
            ? []
            : [`${written.length - kept.length} edges are written twice, and count once`]),
          ...(beside === 0 ? [] : [`${beside} lines of nodes and drawings (n, d, v, x) are left out`])
        ]
      })
}
