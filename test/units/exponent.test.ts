import { expectTypeOf } from 'expect-type'
import type { Difference, Exponent, Half, OutOfRange, Sum } from '../../src/units/exponent'

type X = OutOfRange

type Row<R extends Record<Exponent, Exponent>> = [
  R[-6], R[-5], R[-4], R[-3], R[-2], R[-1], R[0], R[1], R[2], R[3], R[4], R[5], R[6]
] // prettier-ignore

/** A + B, in the row of A and the column of B, each from −6 to 6. */
type Sums = [
  [X, X, X, X, X, X, -6, -5, -4, -3, -2, -1, 0],
  [X, X, X, X, X, -6, -5, -4, -3, -2, -1, 0, 1],
  [X, X, X, X, -6, -5, -4, -3, -2, -1, 0, 1, 2],
  [X, X, X, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3],
  [X, X, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4],
  [X, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5],
  [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6],
  [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, X],
  [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, X, X],
  [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, X, X, X],
  [-2, -1, 0, 1, 2, 3, 4, 5, 6, X, X, X, X],
  [-1, 0, 1, 2, 3, 4, 5, 6, X, X, X, X, X],
  [0, 1, 2, 3, 4, 5, 6, X, X, X, X, X, X]
]

type Table<T extends Record<`${Exponent}`, Record<Exponent, Exponent>>> = [
  Row<T['-6']>, Row<T['-5']>, Row<T['-4']>, Row<T['-3']>, Row<T['-2']>, Row<T['-1']>, Row<T['0']>,
  Row<T['1']>, Row<T['2']>, Row<T['3']>, Row<T['4']>, Row<T['5']>, Row<T['6']>
] // prettier-ignore

type Reversed<T extends readonly unknown[]> = T extends readonly [infer First, ...infer Rest]
  ? [...Reversed<Rest>, First]
  : []

/** A program that compiles only if every line of it holds; the suite fails where one does not. */
const holds = (...lines: readonly unknown[]): number => lines.length

test('Sum[A][B] is A + B for all exponents from −6 to 6, and out of range beyond', () => {
  expect(holds(expectTypeOf<Table<Sum>>().toEqualTypeOf<Sums>())).toBe(1)
})

test('Difference[A][B] is B − A for all exponents from −6 to 6, and out of range beyond', () => {
  expect(holds(expectTypeOf<Table<Difference>>().toEqualTypeOf<Reversed<Sums>>())).toBe(1)
})

test('Half[A] is A / 2 for even exponents, and out of range for odd ones', () => {
  type Halves = [-3, X, -2, X, -1, X, 0, X, 1, X, 2, X, 3]
  type Row = [
    Half['-6'], Half['-5'], Half['-4'], Half['-3'], Half['-2'], Half['-1'], Half['0'],
    Half['1'], Half['2'], Half['3'], Half['4'], Half['5'], Half['6']
  ] // prettier-ignore
  expect(holds(expectTypeOf<Row>().toEqualTypeOf<Halves>())).toBe(1)
})

test('what is out of range stays so, and is never `never`', () => {
  type Beyond = [Sum[OutOfRange][-6], Sum['6'][OutOfRange], Difference[OutOfRange][1], Half[OutOfRange]]
  expect(
    holds(
      expectTypeOf<Beyond>().toEqualTypeOf<[X, X, X, X]>(),
      expectTypeOf<OutOfRange>().not.toBeNever(),
      expectTypeOf<OutOfRange>().toEqualTypeOf<'exponent out of range'>()
    )
  ).toBe(3)
})
