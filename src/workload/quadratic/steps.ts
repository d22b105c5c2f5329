/** How long the steps of the primal–dual method are, and how x, w and y share them. */
import type { BoundedProgram } from './bounds'
import type { Point, Steps } from './iteration'
import type { QuadraticResiduals } from './residuals'
import { squaredNorm, symmetricNorm } from './scaling'
import { dot } from './sparse'

/** ‖P‖ and ‖A‖². */
export interface Sizes {
  readonly P: number
  readonly A: number
}

/** The norms of a program, and the multiply-accumulates that they took. */
export const norms = ({ P, A }: BoundedProgram): { readonly sizes: Sizes; readonly macs: number } => {
  const [ofP, ofA] = [symmetricNorm(P), squaredNorm(A)]
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

/** How far the balance may go from the first. */
const widest = 1e10

/**
 * How far below the first it may go while the movements do not shrink: x may then be on its way to
 * infinity, and a ray in which the objective falls counts only from a point that y holds to the
 * constraints. Upwards nothing is in the way: where constraints contradict each other y alone tells so,
 * and the first balance of real programs, whose largest bounds need not matter, lies up to 10⁸ too low.
 */
const widestFall = { shrinking: widest, otherwise: 1e2 } as const

const within = (value: number, centre: number, factor: number): number =>
  Math.min(Math.max(value, centre / factor), centre * factor)

/** Half-way, by ratio, from a step to the one aimed at; and back into the range where it is outside. */
const towards = (first: number, step: number, aim: number, fall: number): number => {
  const next = Math.sqrt(step * within(aim, step, mostAtOnce))
  return within(Math.min(Math.max(next, first / fall), first * widest), step, mostAtOnce)
}

/** How far the primal residual may lie below the dual one before the balance heeds it. */
const unequal = 100

/**
 * By what y's step is to shrink where the primal residual lies far below the dual one: movements alone
 * may carry the balance so far up that the constraints are settled and x hardly moves. The rule is that
 * of OSQP (Stellato, Banjac, Goulart, Bemporad, Boyd, Math. Program. Comput. 12, 2020), with room for
 * residuals that differ in passing. Residuals of 0 show nothing: a bound of the variable may explain a slope
 * of any size, and constraints may lie far off.
 */
const leaning = ({ primal, dual }: QuadraticResiduals): number =>
  primal > 0 && dual > unequal * primal ? Math.max(Math.sqrt((unequal * primal) / dual), 1 / mostAtOnce) : 1

/**
 * The balance under which x, w and y would have moved alike, in the metric of the method, since the
 * anchor was written. For w this is √(curvature along the way / ‖P‖), which damps critically; y heeds the
 * residuals too.
 */
export const balanced = (
  { q }: BoundedProgram,
  sizes: Sizes,
  first: Balance,
  { quadratic, dual }: Balance,
  anchor: Point,
  point: Point,
  isShrinking: boolean,
  residuals: QuadraticResiduals
): Balance => {
  let x = 0
  let bent = 0
  let y = 0
  for (let at = 0; at < q.length; at++) {
    const change = point.x[at]! - anchor.x[at]!
    x += change * change
    bent += change * (point.Px[at]! - anchor.Px[at]!)
  }
  for (let at = 0; at < point.y.length; at++) y += (point.y[at]! - anchor.y[at]!) ** 2
  const fall = isShrinking ? widestFall.shrinking : widestFall.otherwise
  return {
    quadratic:
      x > 0 && sizes.P > 0
        ? towards(first.quadratic, quadratic, Math.sqrt(Math.max(0, bent) / x / sizes.P), fall)
        : quadratic,
    // If x rests while y moves, the aim is infinite, and is gone towards as far as may be at once.
    dual:
      sizes.A > 0 && x + y > 0
        ? towards(first.dual, dual, leaning(residuals) * Math.sqrt(y / x / sizes.A), fall)
        : dual
  }
}
