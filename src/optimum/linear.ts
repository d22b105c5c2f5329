/** Linear algebra of few unknowns, in float64. */

export type Vector = readonly number[]
export type Matrix = readonly Vector[]

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, at) => sum + x * b[at]!, 0)

/** What a matrix takes to a vector, by elimination with pivots; undefined where it is singular. */
export const solved = (matrix: Matrix, right: Vector): Vector | undefined => {
  const n = right.length
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i
    const [first, other] = [rows[pivot]!, rows[k]!]
    if (!(Math.abs(first[k]!) > 1e-300)) return undefined
    rows[pivot] = other
    rows[k] = first
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / first[k]!
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * first[j]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let k = n - 1; k >= 0; k--) {
    const known = dot(rows[k]!.slice(k + 1, n), x.slice(k + 1))
    x[k] = (rows[k]![n]! - known) / rows[k]![k]!
  }
  return x.every(Number.isFinite) ? x : undefined
}

/**
 * Whether a symmetric matrix is surely positive definite: Cholesky's way through it, less by more than float64
 * loses on the way (Rump, "Verification of positive definiteness", 2006).
 */
export const isDefinite = (matrix: Matrix): boolean => {
  const n = matrix.length
  const loss = 1e-13 * (n + 2) * matrix.reduce((sum, row, at) => sum + Math.abs(row[at]!), 0)
  const factor: number[][] = []
  for (let i = 0; i < n; i++) {
    const row: number[] = []
    for (let j = 0; j < i; j++)
      row.push((matrix[i]![j]! - dot(row.slice(0, j), factor[j]!.slice(0, j))) / factor[j]![j]!)
    const rest = matrix[i]![i]! - loss - dot(row, row)
    if (!(rest > 0)) return false
    factor.push([...row, Math.sqrt(rest)])
  }
  return true
}
