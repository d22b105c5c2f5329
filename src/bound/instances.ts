/**
 * The algebra of bounds as fp-ts instances.
 *
 * A composition may be refused, so the carrier is `Either`: what is refused stays refused.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { JoinSemilattice } from 'fp-ts/lib/JoinSemilattice.js'
import type { MeetSemilattice } from 'fp-ts/lib/MeetSemilattice.js'
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { Energy } from '../units/dimension'
import {
  cheapest,
  nothing,
  tightest,
  total,
  type AnyModel,
  type CompositionError,
  type Composition
} from './compose'

/** A bound on energy, or why there is none. @since 0.1.0 */
export type Composed<D> = E.Either<CompositionError, AnyModel<D>>

const lifted =
  (compose: Composition) =>
  <D>(a: Composed<D>, b: Composed<D>): Composed<D> =>
    E.isLeft(a) ? a : E.isLeft(b) ? b : compose(a.right, b.right)

/**
 * `total` with `nothing`: a commutative monoid.
 *
 * @example
 * import { MonoidTotal, nothing } from 'limen'
 * import { concatAll } from 'fp-ts/lib/Monoid.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const all = concatAll(MonoidTotal)([E.right(nothing), E.right(nothing)])
 * pipe(all, E.chainW((bound) => bound({}))) // right(0 J)
 *
 * @since 0.1.0
 */
export const MonoidTotal: Monoid<Composed<Energy>> = { empty: E.right(nothing), concat: lifted(total) }

/** `tightest`: associative, commutative, idempotent. @since 0.1.0 */
export const JoinSemilatticeTightest: JoinSemilattice<Composed<Energy>> = { join: lifted(tightest) }

/** `cheapest`: associative, commutative, idempotent. @since 0.1.0 */
export const MeetSemilatticeCheapest: MeetSemilattice<Composed<Energy>> = { meet: lifted(cheapest) }
