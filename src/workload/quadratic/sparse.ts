/** Sparse matrices as compressed rows, and their products with vectors. */

/** An entry: row and column from 0, and value. @since 0.3.0 */
export type Triplet = readonly [row: number, column: number, value: number]

/**
 * A matrix by its rows: those entries that are not 0, a row after the other. Row i holds the entries
 * from `starts[i]` up to `starts[i + 1]`, by rising column.
 *
 * @since 0.3.0
 */
export interface SparseMatrix {
  readonly rows: number
  readonly columns: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** How many entries are not 0: the multiply-accumulates of one product. */
export const entriesOf = ({ values }: SparseMatrix): number => values.length

/** Columns and rows exchanged. Also sorts: entries come out by rising column. */
export const transpose = ({ rows, columns, starts, indices, values }: SparseMatrix): SparseMatrix => {
  const turned = {
    rows: columns,
    columns: rows,
    starts: new Int32Array(columns + 1),
    indices: new Int32Array(values.length),
    values: new Float64Array(values.length)
  }
  for (const column of indices) turned.starts[column + 1]! += 1
  for (let column = 0; column < columns; column++) turned.starts[column + 1]! += turned.starts[column]!
  const next = turned.starts.slice()
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const to = next[indices[at]!]!++
      turned.indices[to] = row
      turned.values[to] = values[at]!
    }
  return turned
}

/** Entries of one place are one, and those that are 0 are none; each row is sorted. */
const compacted = ({ rows, columns, starts, indices, values }: SparseMatrix): SparseMatrix => {
  const compact = { starts: new Int32Array(rows + 1), indices: indices.slice(), values: values.slice() }
  let length = 0
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!;) {
      const column = indices[at]!
      let sum = 0
      for (; at < starts[row + 1]! && indices[at] === column; at++) sum += values[at]!
      if (sum === 0) continue
      compact.indices[length] = column
      compact.values[length++] = sum
    }
    compact.starts[row + 1] = length
  }
  return {
    rows,
    columns,
    starts: compact.starts,
    indices: compact.indices.slice(0, length),
    values: compact.values.slice(0, length)
  }
}

/** A matrix from its entries, in any order; those of one place add. All places lie inside. */
export const fromTriplets = (rows: number, columns: number, triplets: readonly Triplet[]): SparseMatrix => {
  const starts = new Int32Array(rows + 1)
  const indices = new Int32Array(triplets.length)
  const values = new Float64Array(triplets.length)
  for (const [row] of triplets) starts[row + 1]! += 1
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!
  const next = starts.slice()
  for (const [row, column, value] of triplets) {
    const to = next[row]!++
    indices[to] = column
    values[to] = value
  }
  return compacted(transpose(transpose({ rows, columns, starts, indices, values })))
}

/** The entries, a row after the other. */
export const tripletsOf = ({ rows, starts, indices, values }: SparseMatrix): readonly Triplet[] =>
  Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
    Array.from({ length: starts[row + 1]! - starts[row]! }, (_, at): Triplet => {
      const entry = starts[row]! + at
      return [row, indices[entry]!, values[entry]!]
    })
  )

/** The product with a vector, written into another. */
export const multiply = (
  { rows, starts, indices, values }: SparseMatrix,
  vector: Float64Array,
  into: Float64Array
): void => {
  for (let row = 0, at = 0; row < rows; row++) {
    const end = starts[row + 1]!
    let sum = 0
    for (; at < end; at++) sum += values[at]! * vector[indices[at]!]!
    into[row] = sum
  }
}

/** The product of the transposed with a vector, written into another: sums by rising row, as `multiply` of it. */
export const multiplyTransposed = (
  { rows, starts, indices, values }: SparseMatrix,
  vector: Float64Array,
  into: Float64Array
): void => {
  into.fill(0)
  for (let row = 0, at = 0; row < rows; row++) {
    const end = starts[row + 1]!
    const factor = vector[row]!
    // Most multipliers are 0.
    if (factor === 0) at = end
    for (; at < end; at++) into[indices[at]!]! += values[at]! * factor
  }
}

/** The product with a vector. */
export const product = (matrix: SparseMatrix, vector: Float64Array): Float64Array => {
  const into = new Float64Array(matrix.rows)
  multiply(matrix, vector, into)
  return into
}

/** Each entry times a factor of its row and one of its column. */
export const scaled = (matrix: SparseMatrix, ofRow: Float64Array, ofColumn: Float64Array): SparseMatrix => {
  const values = matrix.values.slice()
  for (let row = 0; row < matrix.rows; row++)
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++)
      values[at]! *= ofRow[row]! * ofColumn[matrix.indices[at]!]!
  return { ...matrix, values }
}

/** Σ aᵢ bᵢ. */
export const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** A vector that no symmetry of a problem singles out: fractions of multiples of the golden ratio. */
export const genericVector = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, at) => 0.5 + (((at + 1) * 0.6180339887498949) % 1))
