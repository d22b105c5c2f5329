/** QUBOs and binary quadratic models of other tools: their energies are those of every state, and the least is found. */
import fc from 'fast-check'
import type { NamedIsing } from '../../../src/format/ising/ising'
import { decodeProblem } from '../../../src/format/problem-file'
import { solveProblem } from '../../../src/estimate/solve-file'
import { solutionJson } from '../../../src/report/data/solution'
import { isingEnergy } from '../../../src/workload/ising/energy'
import { left, right } from '../../ledger/reference'
import { couplingsOf, exactValue } from '../../workload/ising/graphs'
import { everyState, leastOf, valueOf, type Numbers } from './brute'

const size = 5

/** Energies of five variables, all of them in a pair or with a bias, so that every text names them all. */
const numbers = (either: readonly [number, number], constant: fc.Arbitrary<number>): fc.Arbitrary<Numbers> =>
  fc
    .tuple(
      fc.array(exactValue, { minLength: size, maxLength: size }),
      couplingsOf(size, exactValue),
      constant
    )
    .map(([linear, pairs, c]) => ({ either, linear, pairs, constant: c }))

const bits = [0, 1] as const
const spins = [-1, 1] as const
const none = fc.constant(0)

const ownLines = ({ linear }: Numbers, from: 0 | 1): readonly string[] =>
  linear.map((a, i) => `${i + from} ${i + from} ${a}`)
const pairLines = ({ pairs }: Numbers, from: 0 | 1, factor = 1): readonly string[] =>
  pairs.map(([i, j, b]) => `${i + from} ${j + from} ${b * factor}`)

const qbsolv = (each: Numbers): string =>
  [
    'c five places',
    `p qubo 0 ${size} ${size} ${each.pairs.length}`,
    ...ownLines(each, 0),
    'c couplers',
    ...pairLines(each, 0)
  ].join('\n')

/** x'Qx with one triangle of Q: half of what a pair counts. */
const biqMac = (each: Numbers): string =>
  [`${size} ${size + each.pairs.length}`, ...ownLines(each, 1), ...pairLines(each, 1, 0.5)].join('\n')

const coo = (each: Numbers): string =>
  [`# vartype=${each.either[0] === 0 ? 'BINARY' : 'SPIN'}`, ...ownLines(each, 0), ...pairLines(each, 0)].join(
    '\n'
  )

const vartype = ({ either }: Numbers): string => (either[0] === 0 ? 'BINARY' : 'SPIN')
const labels = ['a', 7, 'c', ['d', 1], 'e']

const schema3 = (each: Numbers): string =>
  JSON.stringify({
    type: 'BinaryQuadraticModel',
    version: { bqm_schema: '3.0.0' },
    use_bytes: false,
    index_type: 'int32',
    bias_type: 'float64',
    num_variables: size,
    num_interactions: each.pairs.length,
    variable_labels: labels,
    variable_type: vartype(each),
    offset: each.constant,
    info: { made: 'here' },
    linear_biases: each.linear,
    quadratic_biases: each.pairs.map(([, , b]) => b),
    quadratic_head: each.pairs.map(([i]) => i),
    quadratic_tail: each.pairs.map(([, j]) => j)
  })

const schema1 = (each: Numbers): string =>
  JSON.stringify({
    linear_terms: each.linear.map((bias, i) => ({ bias, label: labels[i] })),
    quadratic_terms: each.pairs.map(([i, j, bias]) => ({
      bias,
      label_head: labels[j],
      label_tail: labels[i]
    })),
    info: {},
    offset: each.constant,
    variable_labels: labels,
    variable_type: vartype(each),
    version: { bqm_schema: '1.0.0', dimod: '0.6.3' }
  })

const fileOf = (source: string) => {
  const file = right(decodeProblem(source, 'given'))
  if (file.kind !== 'Ising problem') throw new Error('expected an Ising problem')
  return file
}

const spinOf = ({ values }: NamedIsing, value: number): number => (values === 'bits' ? 2 * value - 1 : value)

describe.each([
  ['a QUBO of qbsolv', qbsolv, numbers(bits, none)],
  ['a QUBO of the Biq Mac library', biqMac, numbers(bits, none)],
  ['coordinates of bits', coo, numbers(bits, none)],
  ['coordinates of spins', coo, numbers(spins, none)],
  ['a model of bits', schema3, numbers(bits, exactValue)],
  ['a model of spins', schema3, numbers(spins, exactValue)],
  ['an old model of bits', schema1, numbers(bits, exactValue)],
  ['an old model of spins', schema1, numbers(spins, exactValue)]
])('%s', (_, write, given) => {
  test('has at every state the energy that its numbers make', () => {
    fc.assert(
      fc.property(given, (each) => {
        const file = fileOf(write(each))
        for (const state of everyState(each)) {
          const spinState = state.map((value) => spinOf(file, value))
          expect(right(isingEnergy(file.problem, spinState))).toBe(valueOf(each, state))
        }
      }),
      { numRuns: 40 }
    )
  })

  test('is solved to the least of all states, told in its own variables', () => {
    fc.assert(
      fc.property(given, (each) => {
        const solved = right(solveProblem(fileOf(write(each)), { ising: { seed: 1 } }))
        const { solution } = solutionJson(solved, { found: 0 }) as {
          readonly solution: { readonly energy: number; readonly variables: readonly number[] }
        }
        expect(solution.energy).toBe(leastOf(each))
        expect(solution.variables.every((value) => each.either.includes(value))).toBe(true)
        expect(valueOf(each, solution.variables)).toBe(solution.energy)
      }),
      { numRuns: 10 }
    )
  })
})

describe('what a file calls its variables', () => {
  test('is kept, as text', () => {
    const each = { either: spins, linear: [1, 1, 1, 1, 1], pairs: [], constant: 0 } as const
    for (const write of [schema3, schema1])
      expect(fileOf(write(each)).labels).toEqual(['a', '7', 'c', '["d",1]', 'e'])
  })

  test('may leave numbers out, and what no line names is no variable', () => {
    const { labels: found, problem, notes } = fileOf('p qubo 0 9 1 1\n2 2 -1\n2 7 3\n')
    expect([found, problem.spins]).toEqual([['2', '7'], 2])
    expect(notes).toEqual(['7 of 9 nodes are named by no line: they are left out'])
    expect(fileOf('# vartype: SPIN\n4 8 1\n').labels).toEqual(['4', '8'])
  })
})

describe('what is given twice', () => {
  test('is added in models of dimod, as dimod does, and it is said', () => {
    const { problem, notes } = fileOf('# vartype=SPIN\n0 1 1\n1 0 2\n1 1 3\n1 1 4\n')
    expect(right(isingEnergy(problem, [1, 1]))).toBe(10)
    expect(notes).toContain('2 entries repeat others, and are added, as dimod does')
  })

  test.each([
    ['p qubo 0 2 2 0\n0 0 1\n0 0 2\n', 'the node 0 is given twice (first on line 2)'],
    ['p qubo 0 2 0 2\n0 1 1\n1 0 2\n', '(line 3): expected each pair of nodes once'],
    ['2 3\n1 1 1\n1 1 2\n1 2 1\n', '(line 3): expected each place once, got 1 and 1 again (first on line 2)']
  ])('is refused elsewhere: %j', (source, message) => {
    expect(left(decodeProblem(source, 'given')).message).toContain(message)
  })
})

const model = (changes: object): string =>
  JSON.stringify({
    ...(JSON.parse(
      schema3({ either: spins, linear: [0, 0, 0, 0, 0], pairs: [[0, 1, 1]], constant: 0 })
    ) as object),
    ...changes
  })

describe('what is wrong has its place', () => {
  test.each([
    ['p qubo 0 2 1\n0 0 1\n', /\(line 1\): expected "p qubo 0 maxNodes nNodes nCouplers"/],
    ['p qubo 0 2 2 0\n0 0 1\n', /\(line 1\): expected 2 nodes as said here, got 1/],
    ['p qubo 0 2 1 1\n0 0 1\n', /\(line 1\): expected 1 couplers as said here, got 0/],
    ['p qubo 0 2 1 1\n0 0 1\n0 2 1\n', /\(line 3\): expected a node from 0 to 1, got 2/],
    ['p qubo 0 2 1 0\n3 3 1\n', /\(line 2\): expected a node from 0 to 1, got 3/],
    ['p qubo 0 2 1 0\n0 0 1e999\n', /\(line 2\): expected a finite number/],
    ['p qubo 0 2 1 0\n0 0 one\n', /\(line 2\): expected a node "i i weight"/],
    ['p qubo 0 2 0 0\n', /expected a node or a coupler, got none/],
    ['# vartype=REAL\n0 1 1\n', /expected one line "# vartype=SPIN" or "# vartype=BINARY", got REAL/],
    ['# vartype=SPIN\n# vartype=BINARY\n0 1 1\n', /got SPIN, BINARY/],
    ['# vartype=SPIN\n0 1\n', /\(line 2\): expected "i j bias"/],
    ['# vartype=SPIN\n0 1 1e999\n', /\(line 2\): expected a finite number/],
    ['# vartype=SPIN\n', /expected a line "i j bias", got none/],
    ['0 0 -1\n0 1 2\n', /\(line 1\): expected "nodes edges".* dimod says what its variables are/],
    [model({ use_bytes: true }), /\/use_bytes \(line 1\): expected false/],
    [model({ variable_type: 'REAL' }), /\/variable_type .*expected one of "SPIN", "BINARY"/],
    [model({ offset: undefined }), /\/offset .*missing/],
    [model({ linear_biases: [1] }), /\/linear_biases .*expected 5, one for each label, got 1/],
    [model({ quadratic_head: [0, 1] }), /\/quadratic_head .*expected 1, one for each quadratic bias, got 2/],
    [model({ quadratic_tail: [5] }), /\/quadratic_tail\/0 .*expected a place from 0 to 4, got 5/],
    [model({ quadratic_tail: [0] }), /\/quadratic_tail\/0 .*two different variables/],
    [model({ variable_labels: ['a', 'a', 'b', 'c', 'd'] }), /\/variable_labels\/1 .*"a" is given twice/],
    [model({ variable_labels: [] }), /\/variable_labels .*a variable at least/],
    [model({ linear_biases: [1e308, 1e308, 1e308, 1e308, 1e308] }), /float64/],
    [
      model({ linear_terms: [{ bias: 1, label: 'z' }], quadratic_terms: [] }),
      /\/linear_terms\/0\/label .*got z/
    ],
    [model({ linear_terms: [{ label: 'a' }], quadratic_terms: [] }), /\/linear_terms\/0 .*a finite bias/],
    [model({ linear_terms: [] }), /\/quadratic_terms.*missing/]
  ])('%j', (source, message) => {
    expect(left(decodeProblem(source, 'given')).message).toMatch(message)
  })
})

test('a QUBO of the Biq Mac library says what it was taken for', () => {
  expect(fileOf('2 2\n1 1 -1\n1 2 1\n').notes?.join()).toMatch(
    /no graph.*MQLib and OR-Library seek the greatest/
  )
})
