/**
 * The optimal reset of a cell of two states whose exits are capped: what its reading needs, in any
 * algebra. docs/physics.md derives it.
 *
 * With q the probability of the state to be emptied, a = J/(f₀q) the share of its exits that count and
 * c = q a²/(1 − a) conserved on the way from ½ to x:
 * 1/a = (1 + s)/2 and a/(1 − a) = c (1 + s)/2q, where s = √(1 + 4q/c).
 * With d = 1/a(½) − 1/a(x), the attempts that this takes are n = ln(1/2x) + 2d − ln(1 + a(x) d), and the
 * entropy that it produces is Σ = c d − ½ ln(1 − a(½)) + x ln(1 − a(x)). So written, n has no terms that
 * cancel, and Σ none unless x is about ½.
 */
import type { Elementary } from '../formula/algebra'

/** A reset that conserves c. */
export interface ResetAt<A> {
  /** Attempts beyond the least, ln(1/2x), that reach x at all. */
  readonly spare: A
  /** d: by how much fewer they become where ln c grows. */
  readonly fall: A
  readonly dissipation: A
}

/** What a reset to an error x takes, by what it conserves. */
export const resetBy = <A>(of: Elementary<A>): ((x: A, c: A) => ResetAt<A>) => {
  const [half, one, two, four] = ['0.5', '1', '2', '4'].map((decimal) => of.constant({ decimal })) as [
    A,
    A,
    A,
    A
  ]
  return (x, c) => {
    const root = (q: A): A => of.sqrt(of.add(one, of.div(of.mul(four, q), c)))
    /** −ln(1 − a) at q. */
    const lost = (q: A, s: A): A => of.log1p(of.div(of.mul(c, of.add(one, s)), of.mul(two, q)))
    const [atHalf, atX] = [root(half), root(x)]
    const moved = of.div(of.sub(one, of.mul(two, x)), of.add(atHalf, atX)) // c d
    const fall = of.div(moved, c)
    return {
      spare: of.sub(of.mul(two, fall), of.log1p(of.div(of.mul(two, fall), of.add(one, atX)))),
      fall,
      dissipation: of.sub(of.add(moved, of.mul(half, lost(half, atHalf))), of.mul(x, lost(x, atX)))
    }
  }
}

/** Where to begin: what holds for few spare attempts, or for many. */
const first = <A>(of: Elementary<A>, x: A, spare: A): A => {
  const half = of.constant({ decimal: '0.5' })
  const distance = of.sub(half, x)
  const slow = of.div(distance, of.mul(of.add(of.sqrt(half), of.sqrt(x)), spare))
  return of.min(of.div(distance, spare), of.mul(of.constant({ decimal: '4' }), of.square(slow)))
}

/** More steps than it ever takes: ten from afar, three from a float64. */
const mostSteps = 64

/**
 * The c that takes so many spare attempts, by Newton's method in logarithms, which are about straight:
 * from `from`, until a step is settled.
 */
export const multiplier = <A>(
  of: Elementary<A>,
  x: A,
  spare: A,
  isSettled: (before: A, after: A) => boolean,
  from: A = first(of, x, spare)
): A => {
  const at = resetBy(of)
  let c = from
  for (let k = 0; k < mostSteps; k++) {
    const reset = at(x, c)
    const next = of.mul(c, of.exp(of.div(of.mul(of.lnRatio(reset.spare, spare), reset.spare), reset.fall)))
    if (isSettled(c, next)) return next
    c = next
  }
  return c
}
