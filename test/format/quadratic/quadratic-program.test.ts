/** Quadratic programs as JSON: what is read, and what is refused, with its place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeQuadraticProgram } from '../../../src/format/quadratic/quadratic-program'
import { solveQuadraticProgram } from '../../../src/workload/quadratic/primal-dual'
import { tripletsOf } from '../../../src/workload/quadratic/sparse'
import { left, right } from '../../ledger/reference'

const least = { name: 'least', q: [1, 0] }
const read = (file: object) => right(decodeQuadraticProgram(JSON.stringify(file)))
const messageOf = (file: object): string =>
  left(decodeQuadraticProgram(JSON.stringify(file, null, 1))).message

describe('a file is read', () => {
  test('with rows or with entries, to the same program', () => {
    const bounds = { l: [0, null], u: [null, 2] }
    const rows = read({
      ...least,
      P: [
        [2, 1],
        [1, 2]
      ],
      A: [
        [1, 0],
        [1, 3]
      ],
      ...bounds
    })
    const entries = read({
      ...least,
      P_coo: [
        [1, 1, 2],
        [0, 0, 2],
        [0, 1, 1],
        [1, 0, 1]
      ],
      A_coo: [
        [1, 1, 3],
        [0, 0, 1],
        [1, 0, 1]
      ],
      ...bounds
    })
    expect(entries).toEqual(rows)
    expect(Array.from(rows.problem.l)).toEqual([0, -Infinity])
    expect(Array.from(rows.problem.u)).toEqual([Infinity, 2])
  })

  test('with one triangle of P, if it says so', () => {
    const { problem } = read({
      ...least,
      P_coo: [
        [0, 0, 2],
        [0, 1, 1],
        [1, 1, 2]
      ],
      P_triangle: 'upper'
    })
    expect(tripletsOf(problem.P)).toEqual([
      [0, 0, 2],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 2]
    ])
  })

  test('with all that it may say', () => {
    const { name, description, problem, knownOptimum } = read({
      ...least,
      description: 'what it is',
      form: "min 0.5 x'Px + q'x + r  s.t.  l <= Ax <= u",
      n: 2,
      m: 1,
      r: '0.25',
      A: [[1, 1]],
      l: [1],
      u: [1],
      f_opt_published: -3
    })
    expect({ name, description, knownOptimum }).toEqual({
      name: 'least',
      description: 'what it is',
      knownOptimum: -3
    })
    expect(problem.r).toBe(0.25)
  })

  test('the optimum under either name, and none where it is not known', () => {
    expect(read({ ...least, f_opt: 4 }).knownOptimum).toBe(4)
    expect(read(least)).not.toHaveProperty('knownOptimum')
  })
})

describe('a file is refused', () => {
  test.each<[string, object, string]>([
    [
      'without a linear term',
      { name: 'x' },
      '/q (line 1): missing: expected the linear term, a list of numbers'
    ],
    [
      'with an unknown field',
      { ...least, p_coo: [] },
      '/p_coo (line 7): unknown field: did you mean "P_coo"?'
    ],
    [
      'with rows and entries',
      {
        ...least,
        P: [
          [1, 0],
          [0, 1]
        ],
        P_coo: []
      },
      '/P_coo (line 17): expected one of P and P_coo, got both'
    ],
    ['of another size than it says', { ...least, n: 3 }, '/n (line 7): expected the length of q, 2, got 3'],
    [
      'with a text for a number',
      { ...least, q: [1, 'two'] },
      '/q/1 (line 5): expected a finite number, got "two"'
    ],
    [
      'with a text for a bound',
      { ...least, l: ['-inf'], u: [1], A: [[1, 1]] },
      '/l/0 (line 8): expected a finite number, or null for no bound, got "-inf"'
    ],
    [
      'with an entry of two numbers',
      { ...least, P_coo: [[0, 1]] },
      '/P_coo/0 (line 8): expected [row, column, value], got a list of 2'
    ],
    [
      'with an entry outside',
      { ...least, P_coo: [[0, 2, 1]] },
      '/P_coo/0/1 (line 10): expected a column from 0 to 1, got 2'
    ],
    [
      'with crossed bounds',
      { ...least, A: [[1, 1]], l: [2], u: [1] },
      '/l/0 (line 14): expected a lower bound of at most the upper bound 1, got 2'
    ],
    [
      'with half of P',
      { ...least, P_coo: [[0, 1, 1]] },
      '/P_coo (line 7): expected a symmetric matrix, got only its upper triangle: write both, or say that it is the upper triangle'
    ],
    [
      'of another form',
      { ...least, form: "max q'x" },
      `/form (line 7): expected "min 0.5 x'Px + q'x + r s.t. l <= Ax <= u", got "max q'x"`
    ]
  ])('%s', (_, file, message) => {
    expect(messageOf(file)).toBe(message)
  })

  test('where P bends down, with the curvature', () => {
    expect(
      messageOf({
        ...least,
        P: [
          [1, 0],
          [0, -2]
        ]
      })
    ).toBe(
      "/P (line 7): not convex: expected P positive semidefinite, got curvature d'Pd/d'd = -2 along d[1] = 1"
    )
  })

  test('with all its problems at once', () => {
    expect(messageOf({ name: 3, q: [null], l: 1 }).split('\n')).toHaveLength(3)
  })

  test('where it is no JSON', () => {
    expect(left(decodeQuadraticProgram('{ "q": [1,] }')).message).toContain('(line 1): malformed JSON')
  })
})

test('the example is solved to its optimum', () => {
  const text = readFileSync(join(__dirname, '../../../examples/control-qp.json'), 'utf8')
  const { problem, knownOptimum } = right(decodeQuadraticProgram(text))
  const { objective, converged } = right(solveQuadraticProgram(problem))
  expect(converged).toBe(true)
  expect(Math.abs(objective / knownOptimum! - 1)).toBeLessThan(1e-6)
})

test('a program without a name has the one it is given', () => {
  expect(right(decodeQuadraticProgram('{ "q": [1], "P": [[1]] }', 'mine.json')).name).toBe('mine.json')
  expect(right(decodeQuadraticProgram('{ "q": [1], "P": [[1]], "name": "own" }', 'mine.json')).name).toBe(
    'own'
  )
})
