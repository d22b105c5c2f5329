/**
 * Graphs in the text format of G-set (Helmberg & Rendl 2000, as the generator rudy by Rinaldi writes
 * it), as Max-Cut problems: a line "nodes edges", then a line "i j weight" for each edge, nodes counted
 * from 1. Where no line has a weight, all weights are 1.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  couplingFaults,
  cutProblem,
  holdsEnergies,
  mostSpins,
  type Coupling
} from '../../workload/ising/problem'
import { shortened } from '../../units/parse'
import type { NamedIsing } from './ising'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'

interface Line {
  readonly line: number
  readonly text: string
  readonly words: readonly string[]
}

const linesOf = (source: string): readonly Line[] =>
  source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, text: text.trim(), words: text.trim().split(/\s+/) }))
    .filter(({ text }) => text !== '')

const whole = /^\d+$/
const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

const problemAt = (line: number, message: string): SchemaProblem => ({
  pointer: '',
  position: { line, column: 1 },
  message
})

const isCount = (word: string | undefined): word is string =>
  word !== undefined && whole.test(word) && Number(word) <= Number.MAX_SAFE_INTEGER

/** An edge from its line; nodes are checked later, all in one way. */
const edgeOf = ({ words }: Line, width: number): Coupling | undefined => {
  const [i, j, weight = '1'] = words
  return words.length === width && isCount(i) && isCount(j) && numeral.test(weight)
    ? [Number(i) - 1, Number(j) - 1, Number(weight)]
    : undefined
}

/** Edges from their lines, and what is wrong with any. */
const edgesOf = (nodes: number, lines: readonly Line[]) => {
  const width = lines[0]?.words.length === 2 ? 2 : 3
  const expected =
    width === 2 ? 'an edge "i j", without a weight as in the first' : 'an edge "i j weight", i and j from 1'
  const problems: SchemaProblem[] = []
  const edges: Coupling[] = []
  const places: number[] = []
  for (const line of lines) {
    const edge = edgeOf(line, width)
    if (edge === undefined)
      problems.push(problemAt(line.line, `expected ${expected}, got ${JSON.stringify(shortened(line.text))}`))
    else {
      edges.push(edge)
      places.push(line.line)
    }
  }
  for (const fault of couplingFaults(nodes, edges, 1)) {
    const first = fault.first === undefined ? '' : ` (first on line ${places[fault.first]!})`
    problems.push(problemAt(places[fault.at]!, `expected ${fault.expected}, got ${fault.found}${first}`))
  }
  return { edges, problems }
}

/**
 * The Max-Cut problem of a graph in the text format of G-set; or all that is wrong with it, each
 * problem with its line. The text holds no name: `name` is what the problem is called.
 *
 * @example
 * import { decodeGset } from 'limen'
 * decodeGset('3 2\n1 2 1\n2 4 1\n', 'path') // left: (line 3): expected a node from 1 to 3, got 4
 *
 * @since 0.3.0
 */
export const decodeGset = fromText((source: string, name: string): E.Either<SchemaError, NamedIsing> => {
  const [header, ...lines] = linesOf(source)
  if (header === undefined)
    return E.left(schemaError([{ pointer: '', message: 'expected a line "nodes edges", got an empty text' }]))
  const [nodesWord, edgesWord] = header.words
  const nodes = isCount(nodesWord) ? Number(nodesWord) : NaN
  if (header.words.length !== 2 || !isCount(edgesWord) || !(nodes >= 1 && nodes <= mostSpins))
    return E.left(
      schemaError([
        problemAt(
          header.line,
          `expected "nodes edges", with 1 to ${mostSpins} nodes, got ${JSON.stringify(shortened(header.text))}`
        )
      ])
    )
  const { edges, problems } = edgesOf(nodes, lines)
  const count =
    lines.length === Number(edgesWord)
      ? []
      : [problemAt(header.line, `expected ${edgesWord} edges as said here, got ${lines.length}`)]
  const all = [...count, ...problems].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))
  if (all.length > 0) return E.left(schemaError(all))
  return holdsEnergies(edges)
    ? E.right({ name, problem: cutProblem(nodes, edges) })
    : E.left(
        schemaError([{ pointer: '', message: 'expected weights whose sum float64 holds, got larger ones' }])
      )
})
