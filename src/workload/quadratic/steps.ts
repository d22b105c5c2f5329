/** How long the steps of the primal–dual method are, and how x, w and y share them. */
import type { BoundedProgram } from './bounds'
import type { Point, Steps } from './iteration'
import { squaredNorm, symmetricNorm } from './scaling'
import { dot } from './sparse'

/** ‖P‖ and ‖A‖². */
export interface Sizes {
  readonly P: number
  readonly A: number
}

/** The norms of a program, and the multiply-accumulates that they took. */
export const norms = ({
  P,
  A,
  transposed
}: BoundedProgram): { readonly sizes: Sizes; readonly macs: number } => {
  const [ofP, ofA] = [symmetricNorm(P), squaredNorm(A, transposed)]
  return { sizes: { P: ofP.norm, A: ofA.norm }, macs: ofP.macs + ofA.macs }
}

/** The steps of w and of y; that of x follows. */
export interface Balance {
  readonly quadratic: number
  readonly dual: number
}

/**
 * What τ follows from: τ(σ‖P‖ + ς‖A‖²) = 1. Without a quadratic memory σ is 1: P pulls at x itself.
 * Where there is neither P nor A, any step leads to the bound that q points at.
 */
export const stepsOf = (sizes: Sizes, { quadratic, dual }: Balance, dualised: boolean): Steps => {
  const strength = (dualised ? quadratic : 1) * sizes.P + dual * sizes.A
  return { primal: strength > 0 ? 1 / strength : 1, quadratic: dualised ? quadratic : 0, dual }
}

/** The length of a constraint's bounds: of the farther one, if there are two. */
const boundSize = (l: number, u: number): number =>
  Math.max(Number.isFinite(l) ? Math.abs(l) : 0, Number.isFinite(u) ? Math.abs(u) : 0)

/** Before anything is known: y is as large to x as q to the bounds. */
export const firstBalance = ({ q, l, u }: BoundedProgram, sizes: Sizes): Balance => {
  const slope = Math.sqrt(dot(q, q))
  const bounds = Math.sqrt(l.reduce((sum, low, at) => sum + boundSize(low, u[at]!) ** 2, 0))
  const ratio = slope > 0 && bounds > 0 ? slope / bounds : 1
  return { quadratic: 1, dual: sizes.A > 0 ? ratio / Math.sqrt(sizes.A) : 1 }
}

/** No balance changes by more at once. */
const mostAtOnce = 10

/**
 * How far the balance may go from the first: far while the movements shrink, and less far while they do
 * not, as then the program may have no solution and x or y be on its way to infinity.
 */
const widest = { shrinking: 1e10, otherwise: 1e2 } as const

const within = (value: number, centre: number, factor: number): number =>
  Math.min(Math.max(value, centre / factor), centre * factor)

/** Half-way, by ratio, from a step to the one aimed at; and back into the range where it is outside. */
const towards = (first: number, step: number, aim: number, most: number): number =>
  within(within(Math.sqrt(step * within(aim, step, mostAtOnce)), first, most), step, mostAtOnce)

/**
 * The balance under which x, w and y would have moved alike, in the metric of the method, since the
 * anchor was written. For w this is √(curvature along the way / ‖P‖), which damps critically.
 */
export const balanced = (
  { q }: BoundedProgram,
  sizes: Sizes,
  first: Balance,
  { quadratic, dual }: Balance,
  anchor: Point,
  point: Point,
  isShrinking: boolean
): Balance => {
  let [x, bent, y] = [0, 0, 0]
  for (let at = 0; at < q.length; at++) {
    const change = point.x[at]! - anchor.x[at]!
    x += change * change
    bent += change * (point.Px[at]! - anchor.Px[at]!)
  }
  for (let at = 0; at < point.y.length; at++) y += (point.y[at]! - anchor.y[at]!) ** 2
  const most = isShrinking ? widest.shrinking : widest.otherwise
  return {
    quadratic:
      x > 0 && sizes.P > 0
        ? towards(first.quadratic, quadratic, Math.sqrt(Math.max(0, bent) / x / sizes.P), most)
        : quadratic,
    // If x rests while y moves, the aim is infinite, and is gone towards as far as may be at once.
    dual: sizes.A > 0 && x + y > 0 ? towards(first.dual, dual, Math.sqrt(y / x / sizes.A), most) : dual
  }
}
