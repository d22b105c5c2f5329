/** How far a point is from the optimum of a quadratic program, in the units of the program. */
import type { Point } from './iteration'
import type { BoundedProgram } from './bounds'
import type { ScaledProgram } from './scaling'

/** How far a solution is from optimal; each is relative, and all are 0 at the optimum. @since 0.3.0 */
export interface QuadraticResiduals {
  /** The largest violation of a constraint, over the largest |Ax|, or over 1 if that is less. */
  readonly primal: number
  /**
   * The largest entry of Px + q + A'y that no bound of the variable explains, over the largest entry of
   * the three, or over 1.
   */
  readonly dual: number
  /** |primal − dual objective|, and what violations weighted by y and x may hide, over max(1, |objective|). */
  readonly gap: number
}

/** Of Px + q + A'y and x: what a bound of x pushes against. Far bounds push not: they are not reached. */
const isPushing = (bound: number, x: number): boolean =>
  Number.isFinite(bound) && Math.abs(x - bound) <= Math.abs(x)

/** x'Px and q'x of a point of the scaled program, whose products are known. */
export interface Terms {
  readonly curved: number
  readonly linear: number
}
export const termsOf = ({ q }: BoundedProgram, { ofVariables }: ScaledProgram, { x, Px }: Point): Terms => {
  let curved = 0
  let linear = 0
  for (let at = 0; at < x.length; at++) {
    const factor = ofVariables[at]!
    const value = x[at]! * factor
    curved += value * (Px[at]! / factor)
    linear += q[at]! * value
  }
  return { curved, linear }
}
export const objectiveOf = ({ curved, linear }: Terms): number => curved / 2 + linear

/** The primal residual alone: in most iterations it is too large, and no other is asked for. */
export const primalResidual = (
  { l, u }: BoundedProgram,
  { ofConstraints }: ScaledProgram,
  { Ax }: Point
): number => {
  let violation = 0
  let rows = 1
  for (let at = 0; at < Ax.length; at++) {
    const value = Ax[at]! / ofConstraints[at]!
    violation = Math.max(violation, l[at]! - value, value - u[at]!)
    rows = Math.max(rows, Math.abs(value))
  }
  return violation / rows
}

/** The residuals of a point, whose primal one and terms are known, beside the constant of the program. */
export const residualsOf = (
  { q, l, u, lowest, highest }: BoundedProgram,
  { ofVariables, ofConstraints }: ScaledProgram,
  { x, y, Px, Ax, Aty }: Point,
  primal: number,
  terms: Terms,
  constant: number
): QuadraticResiduals => {
  let support = 0
  let hidden = 0
  let dual = 0
  let gradients = 1
  for (let at = 0; at < x.length; at++) {
    const factor = ofVariables[at]!
    const value = x[at]! * factor
    const curvature = Px[at]! / factor
    const slope = q[at]!
    const pull = Aty[at]! / factor
    const push = -(curvature + slope + pull)
    const bound = push > 0 ? highest[at]! : lowest[at]!
    if (value === bound || isPushing(bound, value)) support += push === 0 ? 0 : bound * push
    else {
      dual = Math.max(dual, Math.abs(push))
      hidden += Math.abs(value * push)
    }
    // Compared one by one, which is faster than the largest of four; what is no number shows in the gap.
    if (Math.abs(curvature) > gradients) gradients = Math.abs(curvature)
    if (Math.abs(slope) > gradients) gradients = Math.abs(slope)
    if (Math.abs(pull) > gradients) gradients = Math.abs(pull)
  }
  for (let at = 0; at < y.length; at++) {
    const value = Ax[at]! / ofConstraints[at]!
    const multiplier = y[at]! * ofConstraints[at]!
    hidden += Math.abs(multiplier * Math.max(l[at]! - value, value - u[at]!, 0))
    if (multiplier !== 0) support += multiplier * (multiplier > 0 ? u[at]! : l[at]!)
  }
  const between = Math.abs(terms.curved + terms.linear + support)
  return {
    primal,
    dual: dual / gradients,
    gap: (between + hidden) / Math.max(1, Math.abs(objectiveOf(terms) + constant))
  }
}

/** What the bounds of each variable push with, once Px + q + A'y is settled. */
export const boundMultipliers = (
  { q, lowest, highest }: BoundedProgram,
  { ofVariables }: ScaledProgram,
  { x, Px, Aty }: Point
): Float64Array =>
  x.map((value, at) => {
    const factor = ofVariables[at]!
    const push = -((Px[at]! + Aty[at]!) / factor + q[at]!)
    const bound = push > 0 ? highest[at]! : lowest[at]!
    return value * factor === bound || isPushing(bound, value * factor) ? push : 0
  })
