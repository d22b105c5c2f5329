/** Sparse matrices do what matrices of rows do. */
import fc from 'fast-check'
import {
  fromTriplets,
  multiplyTransposed,
  product,
  transpose,
  tripletsOf,
  type Triplet
} from '../../../src/workload/quadratic/sparse'

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      triplets: fc.array(
        fc.tuple(
          fc.nat(rows - 1),
          fc.nat(columns - 1),
          fc.integer({ min: -3, max: 3 })
        ) as fc.Arbitrary<Triplet>
      ),
      x: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: columns, maxLength: columns })
    })
  )

const denseOf = (rows: number, columns: number, triplets: readonly Triplet[]): number[][] => {
  const dense = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (const [row, column, value] of triplets) dense[row]![column]! += value
  return dense
}

test('a product is that of the rows, with the entries of one place added', () => {
  fc.assert(
    fc.property(matrix, ({ rows, columns, triplets, x }) => {
      const expected = denseOf(rows, columns, triplets).map((row) =>
        row.reduce((sum, value, at) => sum + value * x[at]!, 0)
      )
      expect(Array.from(product(fromTriplets(rows, columns, triplets), Float64Array.from(x)))).toEqual(
        expected
      )
    })
  )
})

test('a product with the transposed is that of the columns, to the bit, whatever stood there before', () => {
  const share = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(matrix, fc.array(share, { minLength: 6, maxLength: 6 }), ({ rows, columns, triplets }, y) => {
      const uneven = triplets.map(([row, column, value]): Triplet => [row, column, value / 3])
      const of = fromTriplets(rows, columns, uneven)
      const into = new Float64Array(columns).fill(NaN)
      const vector = Float64Array.from(y.slice(0, rows))
      multiplyTransposed(of, vector, into)
      expect(into).toEqual(product(transpose(of), vector))
    })
  )
})

test('each entry stands once, none is 0, and each row rises', () => {
  fc.assert(
    fc.property(matrix, ({ rows, columns, triplets }) => {
      const dense = denseOf(rows, columns, triplets)
      const expected = dense.flatMap((row, i) =>
        row.flatMap((value, j): readonly Triplet[] => (value === 0 ? [] : [[i, j, value]]))
      )
      expect(tripletsOf(fromTriplets(rows, columns, triplets))).toEqual(expected)
    })
  )
})

test('the transpose has rows for columns, and that of the transpose is the matrix', () => {
  fc.assert(
    fc.property(matrix, ({ rows, columns, triplets }) => {
      const sparse = fromTriplets(rows, columns, triplets)
      const turned = triplets.map(([row, column, value]): Triplet => [column, row, value])
      expect(transpose(sparse)).toEqual(fromTriplets(columns, rows, turned))
      expect(transpose(transpose(sparse))).toEqual(sparse)
    })
  )
})
