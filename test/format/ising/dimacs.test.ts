/** Graphs of DIMACS, and remarks in graphs: their greatest cut, by every part of the nodes. */
import fc from 'fast-check'
import { decodeGset } from '../../../src/format/ising/gset'
import { anneal } from '../../../src/workload/ising/annealing'
import { left, right } from '../../ledger/reference'
import { couplingsOf } from '../../workload/ising/graphs'

const cutOf = (source: string): number =>
  right(anneal(right(decodeGset(source, 'graph')).problem, { seed: 1 })).cut!
const messageOf = (source: string): string => left(decodeGset(source, 'graph')).message
const notesOf = (source: string): string => (right(decodeGset(source, 'graph')).notes ?? []).join('; ')

/** The greatest cut of a graph, by looking at every part of its nodes. */
const greatest = (nodes: number, edges: readonly (readonly [number, number, number])[]): number => {
  let best = 0
  for (let part = 0; part < 2 ** nodes; part++) {
    const cut = edges.filter(([i, j]) => ((part >> i) & 1) !== ((part >> j) & 1))
    best = Math.max(
      best,
      cut.reduce((sum, [, , weight]) => sum + weight, 0)
    )
  }
  return best
}

const graph = couplingsOf(6, fc.integer({ min: 1, max: 3 })).filter((edges) => edges.length > 0)

test('the greatest cut of a graph of DIMACS is that of its edges, written once or from both ends', () => {
  fc.assert(
    fc.property(graph, fc.boolean(), fc.constantFrom('edge', 'col'), (edges, both, kind) => {
      const lines = edges.flatMap(([i, j, weight]) => [
        `e ${i + 1} ${j + 1} ${weight}`,
        ...(both ? [`e ${j + 1} ${i + 1} ${weight}`] : [])
      ])
      const source = ['c a graph', `p ${kind} 6 ${lines.length}`, ...lines].join('\n')
      expect(cutOf(source)).toBe(greatest(6, edges))
    }),
    { numRuns: 10 }
  )
})

test('edges without weights weigh 1', () => {
  expect(cutOf('p edge 3 3\ne 1 2\ne 2 3\ne 1 3\n')).toBe(2)
})

test('what is sought, and what is left out, is said', () => {
  const notes = notesOf('p edge 2 2\nn 1 5\ne 1 2\ne 2 1\n')
  expect(notes).toMatch(/greatest cut is sought, no colouring and no clique/)
  expect(notes).toMatch(/1 edges are written twice, and count once/)
  expect(notes).toMatch(/1 lines of nodes and drawings/)
})

test('a header that counts each edge from both ends is one of half of all files', () => {
  expect(cutOf('p edge 2 2\ne 1 2\n')).toBe(1)
})

describe('what is wrong has its line', () => {
  test.each([
    ['p cnf 3 2\n1 -2 0\n', /\(line 1\): this is a formula of SAT/],
    ['p sp 2 1\na 1 2 3\n', /\(line 1\): this is shortest paths/],
    ['p edge 3\ne 1 2\n', /\(line 1\): expected "p edge nodes edges"/],
    ['p edge 3 4\ne 1 2\n', /\(line 1\): expected 4 edges as said here, got 1/],
    ['p edge 3 1\ne 1 4\n', /\(line 2\): expected a node from 1 to 3, got 4/],
    ['p edge 3 1\ne 2 2\n', /\(line 2\): expected two different nodes/],
    ['p edge 3 1\n1 2\n', /\(line 2\): expected an edge "e i j"/],
    ['p edge 3 2\ne 1 2 1\ne 2 1 2\n', /\(line 3\): expected the weight 1 as on line 2, got 2/]
  ])('%j', (source, message) => {
    expect(messageOf(source)).toMatch(message)
  })
})

test('remarks may stand anywhere in a graph', () => {
  expect(cutOf('# a triangle\n#\n3 3\nc its edges\n1 2 1\n# one more\n2 3 1\nc\n1 3 1\n')).toBe(2)
  expect(messageOf('# one\n3 1\n# two\n1 9 1\n')).toMatch(/^\(line 4\)/)
})

test('a loop without a value is a slip, and no QUBO', () => {
  expect(messageOf('3 2\n1 2\n2 2\n')).toMatch(/\(line 3\): expected two different nodes/)
})
