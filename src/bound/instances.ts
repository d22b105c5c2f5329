/**
 * The algebra of bounds as fp-ts instances.
 *
 * A composition may be refused, so the carrier is `Either`: what is refused stays refused.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { JoinSemilattice } from 'fp-ts/lib/JoinSemilattice.js'
import type { MeetSemilattice } from 'fp-ts/lib/MeetSemilattice.js'
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import { expecting, type Kind, kind } from '../units/argument'
import type { Energy } from '../units/dimension'
import { isEither } from '../units/told'
import {
  cheapest,
  nothing,
  tightest,
  total,
  type AnyModel,
  type CompositionError,
  type Composition
} from './compose'
import { unfitBounds } from './error'

/** A bound on energy, or why there is none. @since 0.1.0 */
export type Composed<D> = E.Either<CompositionError, AnyModel<D>>

const aBound: Kind = kind('an Either with a bound, such as total returns', isEither)

const lifted = (name: string, compose: Composition) =>
  expecting(
    name,
    { a: aBound, b: aBound },
    <D>(a: Composed<D>, b: Composed<D>): Composed<D> =>
      E.isLeft(a) ? a : E.isLeft(b) ? b : compose(a.right, b.right),
    unfitBounds
  )

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
export const MonoidTotal: Monoid<Composed<Energy>> = {
  empty: E.right(nothing),
  concat: lifted('concat', total)
}

/** `tightest`: associative, commutative, idempotent. @since 0.1.0 */
export const JoinSemilatticeTightest: JoinSemilattice<Composed<Energy>> = { join: lifted('join', tightest) }

/** `cheapest`: associative, commutative, idempotent. @since 0.1.0 */
export const MeetSemilatticeCheapest: MeetSemilattice<Composed<Energy>> = { meet: lifted('meet', cheapest) }
