/** Graphs in the format of G-set: what is written is read, and what is wrong has its line. */
import fc from 'fast-check'
import { decodeGset } from '../../../src/format/ising/gset'
import { cutSize } from '../../../src/workload/ising/energy'
import { left, right } from '../../ledger/reference'
import { couplingsOf, exactValue, realValue, stateOf } from '../../workload/ising/graphs'

const messageOf = (source: string): string => left(decodeGset(source, 'graph')).message
const cutOf = (source: string, state: readonly number[]): number =>
  right(cutSize(right(decodeGset(source, 'graph')).problem, state))

const nodes = 6
const breaks = fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' \n\t\n')

test('a graph that is written is read, whatever its line breaks and spaces', () => {
  const given = fc.tuple(
    couplingsOf(nodes, exactValue),
    stateOf(nodes),
    breaks,
    fc.constantFrom(' ', '\t', '   ')
  )
  fc.assert(
    fc.property(given, fc.boolean(), ([edges, state, end, space], closed) => {
      const lines = [[nodes, edges.length], ...edges.map(([i, j, weight]) => [i + 1, j + 1, weight])]
      const source = lines.map((words) => words.join(space)).join(end) + (closed ? end : '')
      const cut = edges.reduce((sum, [i, j, weight]) => sum + (state[i] === state[j] ? 0 : weight), 0)
      expect(cutOf(source, state)).toBe(cut)
    })
  )
})

test('a weight is read as JavaScript writes it, to the last digit', () => {
  fc.assert(
    fc.property(realValue, (weight) => {
      expect(cutOf(`2 1\n1 2 ${weight}`, [1, -1])).toBe(weight)
    })
  )
})

test('where no edge has a weight, all weigh 1', () => {
  expect(cutOf('3 2\n1 2\n2 3\n', [1, -1, 1])).toBe(2)
})

test('spaces at the ends of lines, blank lines before, and a byte order mark are passed over', () => {
  expect(cutOf('\uFEFF\n\n  3 2 \n 1 2 1 \n2 3 -1\n \n\n', [1, -1, -1])).toBe(1)
})

test('a graph without edges is one', () => {
  expect(right(decodeGset('4 0', 'none'))).toMatchObject({
    name: 'none',
    problem: { spins: 4, totalWeight: 0 }
  })
})

describe('what is wrong has its line', () => {
  test.each([
    ['an empty text', '', 'expected a line "nodes edges", got an empty text'],
    ['a blank text', ' \n\n', 'expected a line "nodes edges", got an empty text'],
    [
      'a first line of one number',
      '3\n1 2 1',
      '(line 1): expected "nodes edges", with 1 to 16777216 nodes, got "3"'
    ],
    [
      'a first line of three',
      '3 1 1\n1 2 1',
      '(line 1): expected "nodes edges", with 1 to 16777216 nodes, got "3 1 1", an entry; the coordinate text of dimod says what its variables are, in a line "# vartype=BINARY" or "# vartype=SPIN" before'
    ],
    ['no nodes', '0 0', '(line 1): expected "nodes edges", with 1 to 16777216 nodes, got "0 0"'],
    [
      'more nodes than fit',
      '1e9 0',
      '(line 1): expected "nodes edges", with 1 to 16777216 nodes, got "1e9 0"'
    ],
    ['words', 'nodes edges', '(line 1): expected "nodes edges", with 1 to 16777216 nodes, got "nodes edges"'],
    ['too few edges', '3 3\n1 2 1\n2 3 1\n', '(line 1): expected 3 edges as said here, got 2'],
    ['too many edges', '3 1\n1 2 1\n2 3 1\n', '(line 1): expected 1 edges as said here, got 2'],
    ['a node too large', '3 1\n1 4 1', '(line 2): expected a node from 1 to 3, got 4'],
    ['a node 0', '3 1\n0 2 1', '(line 2): expected a node from 1 to 3, got 0'],
    ['a node with itself', '3 1\n2 2', '(line 2): expected two different nodes, got 2 with itself'],
    [
      'an edge twice',
      '3 3\n1 2 1\n\n2 3 1\n2 1 1',
      '(line 5): expected each pair of nodes once, got 2 and 1 again (first on line 2)'
    ],
    [
      'a node below 0',
      '3 1\n-1 2 1',
      '(line 2): expected an edge "i j weight", i and j from 1, got "-1 2 1"'
    ],
    [
      'a node between two',
      '3 1\n1.5 2 1',
      '(line 2): expected an edge "i j weight", i and j from 1, got "1.5 2 1"'
    ],
    [
      'a weight that is none',
      '3 1\n1 2 x',
      '(line 2): expected an edge "i j weight", i and j from 1, got "1 2 x"'
    ],
    [
      'a weight of hexadecimal digits',
      '3 1\n1 2 0x1',
      '(line 2): expected an edge "i j weight", i and j from 1, got "1 2 0x1"'
    ],
    ['an infinite weight', '3 1\n1 2 1e999', '(line 2): expected a finite number, got Infinity'],
    [
      'something after an edge',
      '3 1\n1 2 1 1',
      '(line 2): expected an edge "i j weight", i and j from 1, got "1 2 1 1"'
    ],
    ['a lone node', '3 1\n1', '(line 2): expected an edge "i j weight", i and j from 1, got "1"'],
    [
      'a weight that is missing',
      '3 2\n1 2 1\n2 3',
      '(line 3): expected an edge "i j weight", i and j from 1, got "2 3"'
    ],
    [
      'a weight where the first edge has none',
      '3 2\n1 2\n2 3 1',
      '(line 3): expected an edge "i j", without a weight as in the first, got "2 3 1"'
    ]
  ])('%s', (_, source, message) => {
    expect(messageOf(source)).toBe(message)
  })

  test('every problem is told, in the order of the lines', () => {
    expect(messageOf('3 4\n1 9 1\r\n0 2 1\nx\n').split('\n')).toEqual([
      expect.stringMatching(/^\(line 1\): expected 4 edges/),
      expect.stringMatching(/^\(line 2\): expected a node/),
      expect.stringMatching(/^\(line 3\): expected a node/),
      expect.stringMatching(/^\(line 4\): expected an edge/)
    ])
  })

  test('weights whose sum float64 does not hold', () => {
    expect(messageOf('3 2\n1 2 1e308\n2 3 1e308')).toMatch(/float64/)
  })

  test('a long line is shortened', () => {
    expect(messageOf(`3 1\n1 2 ${'9'.repeat(1000)}x`).length).toBeLessThan(200)
  })
})

test('a word that every object has is no kind of file', () => {
  const read = decodeGset('p __proto__ 1 2\n', 'x')
  expect(read).toMatchObject({ left: { message: expect.not.stringContaining('[object Object]') as string } })
})
