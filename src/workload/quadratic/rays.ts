/**
 * Certificates that a quadratic program has no solution. Where it has none, the differences of the
 * iterates tend to a ray that shows it (Applegate, Díaz, Lu, Lubin, Infeasibility detection with
 * primal-dual hybrid gradient for large-scale linear programming, SIAM J. Optim. 34, 2024).
 */
import type { BoundedProgram } from './bounds'
import type { Point } from './iteration'
import type { ScaledProgram } from './scaling'
import { dot, entriesOf, multiply, multiplyTransposed } from './sparse'

/** Multipliers of constraints and bounds that contradict each other, with a sum of −1. */
export interface FarkasRay {
  readonly ofConstraints: Float64Array
  readonly ofBounds: Float64Array
  readonly residual: number
}

/** A direction in which the objective falls by 1 for ever. */
export interface FallingRay {
  readonly direction: Float64Array
  readonly residual: number
}

/** What a gain is told from: less, relative to the sum of its terms, may be rounding. */
const rounding = 1e-8

const sumOfSizes = (values: Float64Array): number => values.reduce((sum, value) => sum + Math.abs(value), 0)

/**
 * Whether multipliers y, with their A'y, show that no x fulfils the constraints: what y allows and what
 * the bounds allow to −A'y sum to less than 0, and A'y vanishes, but for a residual, where there is no
 * bound. Every x that fulfils the constraints then has ‖x‖₁ ≥ 1/residual, which must be `farther`.
 */
const farkasRay = (
  { l, u, lowest, highest }: BoundedProgram,
  direction: Float64Array,
  pull: Float64Array,
  farther: number
): FarkasRay | undefined => {
  let support = 0
  let size = 0
  let residual = 0
  const add = (weight: number, bound: number): number => {
    support += weight * bound
    size += Math.abs(weight * bound)
    return weight
  }
  direction.forEach((weight, at) => {
    if (weight !== 0) add(weight, weight > 0 ? u[at]! : l[at]!)
  })
  const ofBounds = pull.map((value, at) => {
    const bound = value < 0 ? highest[at]! : lowest[at]!
    if (value !== 0 && Number.isFinite(bound)) return add(-value, bound)
    residual = Math.max(residual, Math.abs(value))
    return 0
  })
  if (!(-support > rounding * size) || residual * farther > -support) return undefined
  return {
    ofConstraints: direction.map((value) => value / -support),
    ofBounds: ofBounds.map((value) => value / -support),
    residual: residual / -support
  }
}

/**
 * Whether a direction d, with its Pd and Ad, is one in which the objective falls for ever: q'd < 0, and
 * but for a residual Pd = 0 and no constraint is ever met. All multipliers that would prove an optimum
 * then have a norm of at least 1/residual, which must be `farther`.
 */
const fallingRay = (
  { q, l, u }: BoundedProgram,
  direction: Float64Array,
  bend: Float64Array,
  slope: Float64Array,
  farther: number
): FallingRay | undefined => {
  const size = direction.reduce((sum, value, at) => sum + Math.abs(value * q[at]!), 0)
  const fall = -dot(q, direction)
  if (!(fall > rounding * size)) return undefined
  const against = slope.map((value, at) => (Number.isFinite(value > 0 ? u[at]! : l[at]!) ? value : 0))
  const largest = (soFar: number, value: number): number => Math.max(soFar, Math.abs(value))
  const residual = against.reduce(largest, bend.reduce(largest, 0))
  if (residual * farther > fall) return undefined
  return { direction: direction.map((value) => value / fall), residual: residual / fall }
}

/** What a search for rays found, and the multiply-accumulates that it took. */
export interface RaySearch {
  readonly farkas?: FarkasRay
  readonly falling?: FallingRay
  readonly macs: number
}

/**
 * Looks at the way from one point to another for a ray. What the points have read tells, without
 * further reading, whether there may be one; only then it is read, and must rule out every x, or all
 * multipliers, that are not 10⁸ times as large as those of the point.
 */
export const raysBetween = (
  program: BoundedProgram,
  { ofVariables, ofConstraints }: ScaledProgram,
  from: Point,
  to: Point
): RaySearch => {
  const { P, A, l, u, lowest, highest } = program
  const between = (a: Float64Array, b: Float64Array, factor: (at: number) => number): Float64Array =>
    b.map((value, at) => (value - a[at]!) * factor(at))
  const byVariable = (at: number): number => 1 / ofVariables[at]!
  const position = 1 + sumOfSizes(to.x.map((value, at) => value * ofVariables[at]!))
  const multipliers = 1 + sumOfSizes(to.y.map((value, at) => value * ofConstraints[at]!))
  let macs = 0

  // A multiplier against a side without a bound is no part of a ray.
  const y = between(from.y, to.y, (at) => ofConstraints[at]!).map((value, at) =>
    Number.isFinite(value > 0 ? u[at]! : l[at]!) ? value : 0
  )
  const pull = between(from.Aty, to.Aty, byVariable)
  if (farkasRay(program, y, pull, 1e4) !== undefined) {
    multiplyTransposed(A, y, pull)
    macs += entriesOf(A)
    const farkas = farkasRay(program, y, pull, 1e8 * position)
    if (farkas !== undefined) return { farkas, macs }
  }

  const d = between(from.x, to.x, (at) => ofVariables[at]!).map((value, at) =>
    Number.isFinite(value > 0 ? highest[at]! : lowest[at]!) ? 0 : value
  )
  const bend = between(from.Px, to.Px, byVariable)
  const slope = between(from.Ax, to.Ax, (at) => 1 / ofConstraints[at]!)
  if (fallingRay(program, d, bend, slope, 1e4) !== undefined) {
    multiply(P, d, bend)
    multiply(A, d, slope)
    macs += entriesOf(P) + entriesOf(A)
    const falling = fallingRay(program, d, bend, slope, 1e8 * multipliers)
    if (falling !== undefined) return { falling, macs }
  }
  return { macs }
}
