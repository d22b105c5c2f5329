/** Ising problems as JSON: H = −Σ J s s − Σ h s, in whichever way J is written. */
import fc from 'fast-check'
import { decodeIsing } from '../../../src/format/ising/ising'
import { isingProblem, type Coupling } from '../../../src/workload/ising/problem'
import { cutSize } from '../../../src/workload/ising/energy'
import { left, right } from '../../ledger/reference'
import { couplingsOf, energyOf, exactValue, realValue, states } from '../../workload/ising/graphs'

const messageOf = (value: unknown): string => left(decodeIsing(JSON.stringify(value))).message
const read = (value: unknown) => right(decodeIsing(JSON.stringify({ name: 'x', ...(value as object) })))

const given = fc.integer({ min: 1, max: 5 }).chain((spins) =>
  fc.record({
    spins: fc.constant(spins),
    J: couplingsOf(spins, exactValue),
    h: fc.array(exactValue, { minLength: spins, maxLength: spins })
  })
)

const rowsOf = (spins: number, couplings: readonly Coupling[]): readonly (readonly number[])[] => {
  const rows = Array.from({ length: spins }, () => Array.from({ length: spins }, () => 0))
  for (const [i, j, value] of couplings) {
    rows[i]![j] = value
    rows[j]![i] = value
  }
  return rows
}

test('couplings as triplets and as rows of a matrix are the same problem', () => {
  fc.assert(
    fc.property(given, ({ spins, J, h }) => {
      const expected = right(isingProblem({ spins, couplings: J, fields: h }))
      const rows = rowsOf(spins, J)
      for (const { problem } of [read({ spins, J, h }), read({ spins, J: rows, h }), read({ J: rows, h })])
        for (const state of states(spins)) expect(energyOf(problem, state)).toBe(energyOf(expected, state))
    })
  )
})

test('of three spins, no three triplets are taken for rows, and no rows for triplets', () => {
  const J = [
    [0, 1, 2],
    [1, 2, 1],
    [2, 0, 3]
  ] as const
  expect(energyOf(read({ spins: 3, J }).problem, [1, 1, 1])).toBe(-6)
  const rows = [
    [0, 1, 2],
    [1, 0, 3],
    [2, 3, 0]
  ]
  expect(energyOf(read({ spins: 3, J: rows }).problem, [1, 1, 1])).toBe(-6)
})

test('couplings are read to the last digit', () => {
  fc.assert(
    fc.property(realValue, (value) => {
      expect(energyOf(read({ spins: 2, J: [[0, 1, value]] }).problem, [1, -1])).toBe(value)
    })
  )
})

test('a number of more digits than JSON keeps may be a text', () => {
  const third = `0.${'3'.repeat(30)}`
  expect(energyOf(read({ spins: 2, J: [[0, 1, third]] }).problem, [1, -1])).toBe(1 / 3)
})

test('fields alone are a problem, and so are spins alone', () => {
  expect(energyOf(read({ h: [1, -2] }).problem, [1, -1])).toBe(-3)
  expect(energyOf(read({ spins: 2 }).problem, [1, 1])).toBe(0)
})

test('what is known is kept', () => {
  expect(read({ description: 'y', spins: 2, knownEnergy: -1 })).toMatchObject({
    name: 'x',
    description: 'y',
    knownEnergy: -1
  })
})

test('with a known cut it is a Max-Cut problem, of weights −J', () => {
  const { problem, knownCut } = read({
    spins: 3,
    J: [
      [0, 1, -2],
      [1, 2, 1]
    ],
    knownCut: 2
  })
  expect(knownCut).toBe(2)
  expect(right(cutSize(problem, [1, -1, -1]))).toBe(2)
  expect(left(cutSize(read({ spins: 3, J: [[0, 1, -2]] }).problem, [1, 1, 1])).message).toMatch(/Max-Cut/)
})

describe('what is wrong has its place', () => {
  test.each<[string, unknown, string]>([
    ['no object', [1], '(line 1): expected an Ising problem, got a list'],
    ['nothing but a name', { name: 'x' }, '/spins (line 1): missing: expected the number of spins'],
    [
      'triplets alone',
      { name: 'x', J: [[0, 1, 1]] },
      '/spins (line 1): missing: expected the number of spins'
    ],
    ['a slip in a name', { name: 'x', spin: 2 }, '/spin (line 1): unknown field: did you mean "spins"?'],
    [
      'half a spin',
      { name: 'x', spins: 1.5 },
      '/spins (line 1): expected a whole number from 1 to 16777216, got 1.5'
    ],
    ['no spins', { name: 'x', h: [] }, '/h (line 1): expected a spin at least, got an empty list'],
    [
      'an index',
      { name: 'x', spins: 2, J: [[0, 2, 1]] },
      '/J/0 (line 1): expected a spin from 0 to 1, got 2'
    ],
    [
      'a pair twice',
      {
        name: 'x',
        spins: 2,
        J: [
          [0, 1, 1],
          [1, 0, 1]
        ]
      },
      '/J/1 (line 1): expected each pair of spins once, got 1 and 0 again'
    ],
    [
      'a spin with itself',
      { name: 'x', spins: 2, J: [[1, 1, 1]] },
      '/J/0 (line 1): expected two different spins, got 1 with itself'
    ],
    [
      'two numbers',
      { name: 'x', spins: 5, J: [[0, 1]] },
      '/J/0 (line 1): expected [i, j, J], got a list of 2'
    ],
    [
      'a text',
      { name: 'x', spins: 2, J: [[0, 1, 'strong']] },
      '/J/0/2 (line 1): expected a finite number, got "strong"'
    ],
    [
      'too few fields',
      { name: 'x', spins: 3, h: [1, 2] },
      '/h (line 1): expected a field for each of 3 spins, got 2'
    ],
    [
      'a matrix that is not symmetric',
      {
        name: 'x',
        J: [
          [0, 1],
          [2, 0]
        ]
      },
      '/J/1/0 (line 1): expected a symmetric matrix, 1 as in row 0, got 2'
    ],
    [
      'a matrix with a diagonal',
      {
        name: 'x',
        J: [
          [1, 2],
          [2, 0]
        ]
      },
      '/J/0/0 (line 1): expected 0: no spin is coupled to itself, got 1'
    ],
    [
      'rows of other spins',
      {
        name: 'x',
        spins: 3,
        J: [
          [0, 1],
          [1, 0]
        ]
      },
      '/J (line 1): expected 3 rows, as there are spins, got 2'
    ],
    [
      'a cut beside fields',
      { name: 'x', spins: 2, h: [1, 0], knownCut: 1 },
      '/knownCut (line 1): expected none beside fields h: a Max-Cut problem has no fields'
    ]
  ])('%s', (_, value, message) => {
    expect(messageOf(value)).toBe(message)
  })

  test('a problem on line 3 is found on line 3', () => {
    expect(left(decodeIsing('{\n"name": "x", "spins": 2, "J": [\n[0, 7, 1]]}')).message).toMatch(
      /^\/J\/0 \(line 3\)/
    )
  })

  test('malformed JSON is told', () => {
    expect(left(decodeIsing('{')).message).toMatch(/^\(line 1\): malformed JSON/)
  })
})

test('a problem without a name has the one it is given', () => {
  expect(right(decodeIsing('{ "spins": 2 }', 'mine.json')).name).toBe('mine.json')
  expect(right(decodeIsing('{ "spins": 2, "name": "own" }', 'mine.json')).name).toBe('own')
})
