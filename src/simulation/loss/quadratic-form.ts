/** F(x) = ½x'Ax + b'x + c on rungs: slopes are kept, so a hop is weighed at once and costs what its row of A holds. */
import type { SparseMatrix } from '../../workload/quadratic/sparse'
import type { Kept } from './loss'

/** Symmetric A, b and c, in rungs. */
export interface QuadraticForm {
  readonly A: SparseMatrix
  readonly b: Float64Array
  readonly c: number
}

/** A's entries on the diagonal. */
export const diagonalOf = ({ rows, starts, indices, values }: SparseMatrix): Float64Array => {
  const diagonal = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++)
      if (indices[at] === row) diagonal[row] = values[at]!
  return diagonal
}

/** Ax + b. */
const slopesAt = ({ A, b }: QuadraticForm, x: Int32Array): Float64Array => {
  const slopes = b.slice()
  for (let row = 0; row < x.length; row++)
    for (let at = A.starts[row]!; at < A.starts[row + 1]!; at++)
      slopes[row]! += A.values[at]! * x[A.indices[at]!]!
  return slopes
}

export const keptForm = (form: QuadraticForm, x: Int32Array): Kept => {
  const { starts, indices, values } = form.A
  const half = diagonalOf(form.A).map((each) => each / 2)
  const slopes = slopesAt(form, x)
  return {
    value: () => {
      const anew = slopesAt(form, x)
      let sum = 0
      for (let i = 0; i < x.length; i++) sum += x[i]! * (anew[i]! + form.b[i]!)
      return sum / 2 + form.c
    },
    slope: (i) => slopes[i]!,
    rise: (i, by) => by * (slopes[i]! + by * half[i]!),
    move: (i, by) => {
      x[i]! += by
      for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++)
        slopes[indices[at]!]! += by * values[at]!
    }
  }
}
