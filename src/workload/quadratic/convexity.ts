/** Whether a symmetric matrix is positive semidefinite; if not, a direction of negative curvature. */
import {
  dot,
  fromTriplets,
  genericVector,
  product,
  tripletsOf,
  type SparseMatrix,
  type Triplet
} from './sparse'

/** d with d'Pd < 0, and d'Pd / d'd. */
export interface NegativeCurvature {
  readonly direction: Float64Array
  readonly curvature: number
}

/**
 * Below this, relative to √(Pᵢᵢ Pⱼⱼ), a negative curvature may be the rounding of a matrix that was
 * computed, or was written down in decimals, and is let pass.
 */
const rounding = 1e-9

/** Up to so many coupled variables the answer is certain; beyond, a factorisation would take minutes. */
const largestFactored = 1000

/** Sets of variables that entries of P couple. */
const components = ({ rows, starts, indices }: SparseMatrix): readonly Int32Array[] => {
  const seen = new Uint8Array(rows)
  const found: Int32Array[] = []
  for (let first = 0; first < rows; first++) {
    if (seen[first] || starts[first] === starts[first + 1]) continue
    const members = [first]
    seen[first] = 1
    for (const row of members)
      // grows while it is gone through
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        const other = indices[at]!
        if (seen[other]) continue
        seen[other] = 1
        members.push(other)
      }
    found.push(Int32Array.from(members))
  }
  return found
}

/**
 * LDL' with the largest pivot first (Higham, Accuracy and Stability of Numerical Algorithms, §10.3) of
 * a matrix with unit diagonal. Gives a direction along which what is left of it bends down.
 */
const negativeByFactors = (matrix: SparseMatrix): Float64Array | undefined => {
  const n = matrix.rows
  const rows = Array.from({ length: n }, () => new Float64Array(n))
  for (const [i, j, value] of tripletsOf(matrix)) rows[i]![j] = value
  const order = Int32Array.from({ length: n }, (_, at) => at)
  const swap = (k: number, pivot: number): void => {
    if (k === pivot) return
    ;[order[k], order[pivot]] = [order[pivot]!, order[k]!]
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    for (const row of rows) [row[k], row[pivot]] = [row[pivot]!, row[k]!]
  }
  /** The direction that the elimination takes to one of what is left: L'd = tail. */
  const backwards = (step: number, tail: readonly (readonly [number, number])[]): Float64Array => {
    const eliminated = new Float64Array(n)
    for (const [i, value] of tail) eliminated[i] = value
    for (let k = step - 1; k >= 0; k--)
      for (let i = k + 1; i < n; i++) eliminated[k]! -= rows[i]![k]! * eliminated[i]!
    const direction = new Float64Array(n)
    eliminated.forEach((value, at) => (direction[order[at]!] = value))
    return direction
  }
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k; i < n; i++) {
      const left = rows[i]![i]!
      if (left < -rounding) return backwards(k, [[i, 1]])
      if (left > rows[pivot]![pivot]!) pivot = i
    }
    swap(k, pivot)
    const top = rows[k]!
    const d = top[k]!
    if (d <= rounding) {
      // All that is left should vanish. An entry that does not bends its plane down one way.
      for (let i = k; i < n; i++)
        for (let j = k; j < i; j++) {
          const entry = rows[i]![j]!
          if (Math.abs(entry) > 2 * rounding)
            return backwards(k, [
              [i, 1],
              [j, -Math.sign(entry)]
            ])
        }
      return undefined
    }
    for (let i = k + 1; i < n; i++) {
      const row = rows[i]!
      const factor = row[k]! / d
      row[k] = factor // a column of L takes the place of the one eliminated
      if (factor !== 0) for (let j = k + 1; j < n; j++) row[j]! -= factor * top[j]!
    }
  }
  return undefined
}

/**
 * Conjugate gradients on P d = b meet negative curvature if P has any that matters (Nocedal & Wright,
 * Numerical Optimization, §7.1): they look where the curvature is extreme.
 */
const negativeByGradients = (matrix: SparseMatrix): Float64Array | undefined => {
  const n = matrix.rows
  const residual = product(matrix, genericVector(n)) // of the range, so that a singular P has a solution
  const direction = residual.slice()
  let size = dot(residual, residual)
  const enough = size * 1e-24
  for (let step = 0; step < Math.min(n, 500) && size > enough; step++) {
    const image = product(matrix, direction)
    const curvature = dot(direction, image)
    if (curvature < -rounding * dot(direction, direction)) return direction
    if (curvature <= 0) return undefined
    const length = size / curvature
    for (let at = 0; at < n; at++) residual[at]! -= length * image[at]!
    const next = dot(residual, residual)
    for (let at = 0; at < n; at++) direction[at] = residual[at]! + (next / size) * direction[at]!
    size = next
  }
  return undefined
}

/**
 * A direction of negative curvature of a symmetric matrix, if it has one: certain up to rounding where
 * at most 1000 variables are coupled, and sought by conjugate gradients where more are.
 */
export const negativeCurvature = (P: SparseMatrix): NegativeCurvature | undefined => {
  const n = P.rows
  const evidence = (direction: Float64Array): NegativeCurvature => {
    // Along a unit vector it is no larger than an eigenvalue, where d'Pd may be beyond float64.
    const largest = direction.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    const scaled = direction.map((each) => each / largest)
    const length = Math.sqrt(dot(scaled, scaled))
    const along = scaled.map((each) => each / length)
    return { direction, curvature: dot(along, product(P, along)) }
  }
  const diagonal = new Float64Array(n)
  for (let row = 0; row < n; row++)
    for (let at = P.starts[row]!; at < P.starts[row + 1]!; at++)
      if (P.indices[at] === row) diagonal[row] = P.values[at]!
  for (let row = 0; row < n; row++) {
    if (diagonal[row]! > 0 || P.starts[row] === P.starts[row + 1]) continue
    const direction = new Float64Array(n)
    if (diagonal[row] === 0) {
      // Along (t, −sign Pᵢⱼ) it is Pⱼⱼ − 2t|Pᵢⱼ|, which is negative for t = Pⱼⱼ/|Pᵢⱼ| + 1.
      const at = P.starts[row]!
      const [other, entry] = [P.indices[at]!, P.values[at]!]
      const ratio = Math.max(0, diagonal[other]!) / Math.abs(entry) + 1
      // Where Pᵢⱼ is that small, the same direction is 1 along i, and next to nothing along j.
      direction[row] = ratio < Infinity ? ratio : 1
      direction[other] = ratio < Infinity ? -Math.sign(entry) : -entry / diagonal[other]!
    } else direction[row] = 1
    return evidence(direction)
  }
  const scale = diagonal.map((value) => (value > 0 ? 1 / Math.sqrt(value) : 0))
  for (const members of components(P)) {
    const size = members.length
    const place = new Map(Array.from(members, (member, at) => [member, at] as const))
    const inside = fromTriplets(
      size,
      size,
      Array.from(members).flatMap((row, i) =>
        Array.from(P.indices.subarray(P.starts[row], P.starts[row + 1]), (column, at): Triplet => [
          i,
          place.get(column)!,
          P.values[P.starts[row]! + at]! * scale[row]! * scale[column]!
        ])
      )
    )
    const found = size > largestFactored ? negativeByGradients(inside) : negativeByFactors(inside)
    if (found === undefined) continue
    const direction = new Float64Array(n)
    members.forEach((member, at) => (direction[member] = found[at]! * scale[member]!))
    const negative = evidence(direction)
    if (negative.curvature < 0) return negative
  }
  return undefined
}
