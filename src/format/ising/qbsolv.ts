/**
 * QUBO files of qbsolv: remarks "c …", a line "p qubo 0 maxNodes nNodes nCouplers", then "i i a" for the
 * term a x_i and "i j b" for b x_i x_j, bits from 0. The least of their sum is sought.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { couplingFaults, mostSpins, type Coupling } from '../../workload/ising/problem'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import {
  entryOf,
  failed,
  heldProblem,
  isCount,
  linesOf,
  problemAt,
  termsOf,
  unlike,
  type Entry
} from './entries'
import type { NamedIsing } from './ising'

/** What the header counts, where it says so in numbers; some generators leave an X. */
const miscounted = (
  line: number,
  said: string | undefined,
  found: number,
  what: string
): readonly SchemaProblem[] =>
  !isCount(said) || Number(said) === found
    ? []
    : [problemAt(line, `expected ${said} ${what} as said here, got ${found}`)]

/** Whatever is given twice: qbsolv's format calls it an error, and to add or to replace would be a guess. */
const repeats = (nodes: number, entries: readonly Entry[]): readonly SchemaProblem[] => {
  const own = new Map<number, number>()
  const problems: SchemaProblem[] = []
  const pairs = entries.filter(({ i, j }) => i !== j)
  for (const { i, j, line, value } of entries) {
    if (i !== j) continue
    if (!Number.isFinite(value)) problems.push(problemAt(line, `expected a finite number, got ${value}`))
    const first = own.get(i)
    if (first === undefined) own.set(i, line)
    else problems.push(problemAt(line, `the node ${i} is given twice (first on line ${first})`))
    if (i >= nodes) problems.push(problemAt(line, `expected a node from 0 to ${nodes - 1}, got ${i}`))
  }
  const couplers = pairs.map(({ i, j, value }): Coupling => [i, j, value])
  for (const { at, first, expected, found } of couplingFaults(nodes, couplers)) {
    const where = first === undefined ? '' : ` (first on line ${pairs[first]!.line})`
    problems.push(
      problemAt(pairs[at]!.line, `expected ${expected.replace('spin', 'node')}, got ${found}${where}`)
    )
  }
  return problems
}

/**
 * The QUBO of a qbsolv file, as an Ising problem with the energy of the file; or all that is wrong with
 * it, each problem with its line. Bits that no line names are left out, with a note.
 *
 * @example
 * import { decodeQbsolv } from 'limen/solve'
 * decodeQbsolv('p qubo 0 2 1 1\n0 0 -1\n0 2 2\n', 'two') // left: (line 3): expected a node from 0 to 1, got 2
 *
 * @since 0.6.0
 */
export const decodeQbsolv = fromText((source: string, name: string): E.Either<SchemaError, NamedIsing> => {
  const [header, ...lines] = linesOf(source)
  const [p, kind, , most, nodesSaid, couplersSaid] = header?.words ?? []
  const nodes = isCount(most) ? Number(most) : NaN
  const form = `"p qubo 0 maxNodes nNodes nCouplers", with 1 to ${mostSpins} nodes`
  if (header === undefined)
    return E.left(schemaError([{ pointer: '', message: `expected a line ${form}, got an empty text` }]))
  if (
    p?.toLowerCase() !== 'p' ||
    kind !== 'qubo' ||
    header.words.length !== 6 ||
    !(nodes >= 1 && nodes <= mostSpins)
  )
    return failed([unlike(header, form)])
  const read = lines.map((line) => ({ line, entry: entryOf(line.line, line.words, 3) }))
  const entries = read.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const wrong = read.flatMap(({ line, entry }) =>
    entry === undefined
      ? [unlike(line, 'a node "i i weight" or a coupler "i j strength", i and j from 0')]
      : []
  )
  const own = entries.filter(({ i, j }) => i === j).length
  const problems = [
    ...(wrong.length > 0
      ? wrong
      : [
          ...miscounted(header.line, nodesSaid, own, 'nodes'),
          ...miscounted(header.line, couplersSaid, entries.length - own, 'couplers')
        ]),
    ...repeats(nodes, entries)
  ]
  if (problems.length > 0) return failed(problems)
  if (entries.length === 0) return failed([problemAt(header.line, 'expected a node or a coupler, got none')])
  const { labels, linear, pairs } = termsOf(entries)
  const idle = nodes - labels.length
  return pipe(
    heldProblem({ values: 'bits', linear, pairs, constant: 0 }),
    E.map((problem): NamedIsing => ({
      name,
      problem,
      values: 'bits',
      labels: labels.map(String),
      ...(idle === 0 ? {} : { notes: [`${idle} of ${nodes} nodes are named by no line: they are left out`] })
    }))
  )
})
