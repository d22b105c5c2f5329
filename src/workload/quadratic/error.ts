/** Why a quadratic program is none, or has no solution. */
import * as E from 'fp-ts/lib/Either.js'
import { type Unfit } from '../../units/argument'

/** One thing wrong with the data of a quadratic program. @since 0.3.0 */
export interface DataProblem {
  /** Where: "l", 3 is the fourth lower bound; "P", 0 the first entry or row of P. */
  readonly place: readonly (string | number)[]
  readonly message: string
}

/**
 * Why there is no solution: the data are no convex quadratic program, or the program has none. Each
 * comes with its evidence.
 *
 * @since 0.3.0
 */
export type QuadraticError = { readonly _tag: 'QuadraticError'; readonly message: string } & (
  | { readonly kind: 'invalid'; readonly problems: readonly DataProblem[] }
  | {
      readonly kind: 'not convex'
      /** d with d'Pd < 0. */
      readonly direction: Float64Array
      /** d'Pd / d'd. */
      readonly curvature: number
    }
  | {
      readonly kind: 'infeasible'
      /** Multipliers y of the constraints with A'y ≈ 0 and Σ u y⁺ − l y⁻ = −1 (Farkas). */
      readonly ray: Float64Array
      /** ‖A'y‖∞: no x with ‖x‖₁ below its inverse fulfils the constraints. */
      readonly residual: number
    }
  | {
      readonly kind: 'unbounded'
      /** A direction d with q'd = −1, Pd ≈ 0 and Ad ≈ inside the constraints for ever. */
      readonly ray: Float64Array
      /** The largest entry of Pd, or of Ad against a bound. */
      readonly residual: number
    }
)

const placeText = (place: DataProblem['place']): string =>
  place.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('')

const short = (value: number): string => String(Number(value.toPrecision(4)))

export const invalid = (problems: readonly DataProblem[]): QuadraticError => ({
  _tag: 'QuadraticError',
  kind: 'invalid',
  problems,
  message: problems
    .map(({ place, message }) => (place.length === 0 ? message : `${placeText(place)}: ${message}`))
    .join('\n')
})

/** What a function answers whose arguments do not fit. */
export const unfitData = (name: string, wrong: readonly Unfit[]): E.Either<QuadraticError, never> =>
  E.left(invalid(wrong.map(({ at, sentence }) => ({ place: [`${name}: ${at}`], message: sentence }))))

/** The entries of a direction that matter most, for a sentence. */
const mainEntries = (direction: Float64Array, name: string): string => {
  const entries = Array.from(direction, (value, at) => ({ value, at }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const first = entries.slice(0, 4).map(({ value, at }) => `${name}[${at}] = ${short(value)}`)
  return first.join(', ') + (entries.length > first.length ? ', …' : '')
}

export const notConvex = (direction: Float64Array, curvature: number): QuadraticError => ({
  _tag: 'QuadraticError',
  kind: 'not convex',
  direction,
  curvature,
  message: `not convex: expected P positive semidefinite, got curvature d'Pd/d'd = ${short(curvature)} along ${mainEntries(direction, 'd')}`
})

export const infeasible = (ray: Float64Array, residual: number): QuadraticError => ({
  _tag: 'QuadraticError',
  kind: 'infeasible',
  ray,
  residual,
  message: `infeasible: the constraints contradict each other, as their sum with weights ${mainEntries(ray, 'y')} shows (residual ${short(residual)})`
})

export const unbounded = (ray: Float64Array, residual: number): QuadraticError => ({
  _tag: 'QuadraticError',
  kind: 'unbounded',
  ray,
  residual,
  message: `unbounded: the objective falls for ever along ${mainEntries(ray, 'd')} (residual ${short(residual)})`
})
