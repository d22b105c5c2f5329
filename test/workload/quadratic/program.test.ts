/** What is a convex quadratic program, and what is not, with the evidence. */
import fc from 'fast-check'
import { negativeCurvature } from '../../../src/workload/quadratic/convexity'
import { quadraticProgram, type QuadraticData } from '../../../src/workload/quadratic/program'
import { fromTriplets, tripletsOf, type Triplet } from '../../../src/workload/quadratic/sparse'
import { left, right } from '../../ledger/reference'
import { gram, times } from './programs'

const problemsOf = (data: QuadraticData): readonly string[] =>
  left(quadraticProgram(data)).message.split('\n')

describe('data that do not fit are refused, each with its place', () => {
  test('all at once', () => {
    expect(
      problemsOf({
        P: { dense: [[1, 0], [0]] },
        q: [NaN, 1],
        r: Infinity,
        A: { triplets: [[0, 2, 1]] },
        l: [1],
        u: [0]
      })
    ).toEqual([
      'q[0]: expected a finite number, got NaN',
      'r: expected a finite number, got Infinity',
      'l[0]: expected a lower bound of at most the upper bound 0, got 1',
      'P[1]: expected 2 entries, got 1',
      'A[0][1]: expected a column from 0 to 1, got 2'
    ])
  })

  test.each<[string, QuadraticData, string]>([
    ['no variables', { q: [] }, 'q: expected at least one variable, got none'],
    [
      'one bound too few',
      { q: [1], A: { dense: [[1]] }, l: [0], u: [] },
      'u: expected 1 bound as in l, got 0'
    ],
    ['rows without bounds', { q: [1], A: { dense: [[1]] } }, 'A: expected 0 rows, got 1'],
    ['bounds without rows', { q: [1], l: [0], u: [1] }, 'A: expected 1 row, got 0'],
    [
      'a half row',
      { q: [1], P: { triplets: [[0.5, 0, 1]] } },
      'P[0][0]: expected a row from 0 to 0, got 0.5'
    ],
    [
      'an infinite entry',
      { q: [1], P: { dense: [[Infinity]] } },
      'P[0][0]: expected a finite number, got Infinity'
    ],
    [
      'a lower bound of infinity',
      { q: [1], A: { dense: [[1]] }, l: [Infinity], u: [Infinity] },
      'l[0]: expected a bound between ±1e20, or -Infinity for none, got Infinity'
    ],
    [
      'a bound that other tools take for none',
      { q: [1], A: { dense: [[1]] }, l: [0], u: [1e30] },
      'u[0]: expected a bound between ±1e20, or Infinity for none, got 1e+30'
    ],
    [
      'two entries that differ',
      {
        q: [0, 0],
        P: {
          dense: [
            [2, 1],
            [0.5, 2]
          ]
        }
      },
      'P: expected a symmetric matrix, got 1 at row 0, column 1 and 0.5 at row 1, column 0'
    ],
    [
      'a triangle that is not said to be one',
      {
        q: [0, 0],
        P: {
          triplets: [
            [0, 0, 2],
            [0, 1, 1],
            [1, 1, 2]
          ]
        }
      },
      'P: expected a symmetric matrix, got only its upper triangle: write both, or say that it is the upper triangle'
    ],
    [
      'an entry outside of the triangle',
      { q: [0, 0], P: { triplets: [[1, 0, 1]] }, triangle: 'upper' },
      'P: expected an upper triangle, got an entry at row 1, column 0'
    ]
  ])('%s', (_, data, message) => {
    expect(problemsOf(data)).toEqual([message])
  })
})

test('a triangle and the whole matrix are the same program', () => {
  const q = [0, 0]
  const whole = right(
    quadraticProgram({
      q,
      P: {
        dense: [
          [2, 1],
          [1, 3]
        ]
      }
    })
  )
  const upper: readonly Triplet[] = [
    [0, 0, 2],
    [0, 1, 1],
    [1, 1, 3]
  ]
  const lower = upper.map(([row, column, value]): Triplet => [column, row, value])
  expect(right(quadraticProgram({ q, P: { triplets: upper }, triangle: 'upper' }))).toEqual(whole)
  expect(right(quadraticProgram({ q, P: { triplets: lower }, triangle: 'lower' }))).toEqual(whole)
})

const sizes = { minLength: 1, maxLength: 7 }
const square = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n }), {
    ...sizes,
    maxLength: n
  })
)

const sparse = (dense: readonly (readonly number[])[]) =>
  fromTriplets(
    dense.length,
    dense.length,
    dense.flatMap((row, i) => row.map((value, j): Triplet => [i, j, value]))
  )

describe('curvature', () => {
  test("B'B of any rank is convex, however its variables are scaled", () => {
    fc.assert(
      fc.property(
        square,
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 7, maxLength: 7 }),
        (B, powers) => {
          const n = B[0]!.length
          const scaled = B.map((row) => row.map((value, at) => value * 10 ** powers[at]!))
          expect(negativeCurvature(sparse(gram(scaled, n)))).toBeUndefined()
        }
      ),
      { numRuns: 300 }
    )
  })

  test("B'B − c·vv' with c above 1/v'(B'B)⁻¹v bends down, and the direction found shows it", () => {
    const direction = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(square, direction, (B, v) => {
        const n = B[0]!.length
        // Along v itself: v'(G − c vv')v < 0 for c above v'Gv/(v'v)².
        const along = v.slice(0, n)
        const size = along.reduce((sum, value) => sum + value * value, 0)
        const G = gram(B, n)
        const bend = times(G, along).reduce((sum, value, at) => sum + value * along[at]!, 0)
        const c = (bend + 1) / size ** 2
        const P = G.map((row, i) => row.map((value, j) => value - c * along[i]! * along[j]!))
        const found = negativeCurvature(sparse(P))!
        const d = Array.from(found.direction)
        const length = d.reduce((sum, value) => sum + value * value, 0)
        const measured = times(P, d).reduce((sum, value, at) => sum + value * d[at]!, 0) / length
        expect(measured).toBeLessThan(0)
        expect(Math.abs(found.curvature - measured)).toBeLessThanOrEqual(1e-9 * Math.abs(measured) + 1e-12)
      }),
      { numRuns: 300 }
    )
  })

  test.each<[string, readonly (readonly number[])[]]>([
    ['a negative diagonal', [[-1]]],
    [
      'a zero diagonal beside an entry',
      [
        [0, 1e-6],
        [1e-6, 5]
      ]
    ],
    [
      'two zeros beside an entry',
      [
        [0, 2],
        [2, 0]
      ]
    ],
    [
      'equal pivots that a later one contradicts',
      [
        [1, 1, 1],
        [1, 1, -1],
        [1, -1, 1]
      ]
    ]
  ])('%s is not convex', (_, P) => {
    const { direction, curvature } = negativeCurvature(sparse(P))!
    const d = Array.from(direction)
    expect(times(P, d).reduce((sum, value, at) => sum + value * d[at]!, 0)).toBeLessThan(0)
    expect(curvature).toBeLessThan(0)
  })

  test('of more coupled variables than are factored is found too', () => {
    const n = 1500
    const chain = (middle: number): readonly Triplet[] =>
      Array.from({ length: n }, (_, i) => i).flatMap((i): readonly Triplet[] => [
        [i, i, 2],
        ...(i + 1 < n
          ? ([
              [i, i + 1, i === 700 ? middle : -1],
              [i + 1, i, i === 700 ? middle : -1]
            ] as const)
          : [])
      ])
    expect(negativeCurvature(fromTriplets(n, n, chain(-1)))).toBeUndefined()
    expect(negativeCurvature(fromTriplets(n, n, chain(-2)))?.curvature).toBeLessThan(0)
  })

  test('entries near the largest of float64 have a curvature: the least eigenvalue of [[0, m], [m, 0]] is −m', () => {
    const large = 1e308
    const P = fromTriplets(2, 2, [
      [0, 1, large],
      [1, 0, large]
    ])
    expect(negativeCurvature(P)!.curvature / large).toBeCloseTo(-1, 12)
  })

  test('beside an entry next to nothing the direction is finite, and so is the curvature', () => {
    const P = fromTriplets(2, 2, [
      [0, 0, 612],
      [0, 1, 1e-308],
      [1, 0, 1e-308]
    ])
    const { direction, curvature } = negativeCurvature(P)!
    expect([...direction, curvature].every(Number.isFinite)).toBe(true)
    expect(Math.abs(curvature)).toBeLessThan(1e-300) // −1e-616/612, which float64 has as 0
  })

  test('a program that is not convex says how', () => {
    const error = left(
      quadraticProgram({
        q: [0, 0],
        P: {
          dense: [
            [1, 2],
            [2, 1]
          ]
        }
      })
    )
    expect(error).toMatchObject({ kind: 'not convex' })
    const { curvature } = error as Extract<typeof error, { kind: 'not convex' }>
    expect(curvature).toBeGreaterThanOrEqual(-1) // the least eigenvalue
    expect(curvature).toBeLessThan(0)
    expect(error.message).toContain(
      `not convex: expected P positive semidefinite, got curvature d'Pd/d'd = ${curvature} `
    )
  })
})

test('duplicate entries add', () => {
  const { P, A } = right(
    quadraticProgram({
      q: [0],
      P: {
        triplets: [
          [0, 0, 1],
          [0, 0, 2]
        ]
      },
      A: {
        triplets: [
          [0, 0, 1],
          [0, 0, -1]
        ]
      },
      l: [0],
      u: [1]
    })
  )
  expect(tripletsOf(P)).toEqual([[0, 0, 3]])
  expect(tripletsOf(A)).toEqual([])
})
