/** The optimal reset in balls. */
import type { Algebra } from '../formula/algebra'
import { everything, middle, numberOf, signOf, type Ball, type Balls } from '../units/ball'
import { decimal } from '../units/decimal'
import { numberAlgebra } from './number'
import { multiplier, resetBy, type ResetAt } from './optimal-reset'

type Reset = 'resetDissipation' | 'resetMultiplier'

/** Bits of a c that are not looked for: two steps from a float64 find the others. */
const spareBits = 48

/**
 * What an optimal reset takes, by some c that need not be the right one: any proves that
 * Σ ≥ Σ(c) + c (n(c) − n), as the problem is convex, and one that takes at most n attempts attains Σ(c).
 */
export const resetsIn = (of: Omit<Algebra<Ball>, Reset>, balls: Balls): Pick<Algebra<Ball>, Reset> => {
  // A reset asks for no other reset; and of a c that is only tried, the middle does.
  const whole = of as Algebra<Ball>
  const tried: Algebra<Ball> = { ...whole, mul: (x, y) => middle(of.mul(x, y)) }
  const at = resetBy(whole)
  const [half, one, little] = ['0.5', '1', `${2 ** (spareBits - balls.bits)}`].map((text) =>
    balls.of(decimal(text))
  ) as [Ball, Ball, Ball] // as many as there are texts
  const isSettled = (before: Ball, after: Ball): boolean => {
    const step = of.sub(after, before)
    // The next step would be about its square.
    return step.size + step.e < after.size + after.e - (balls.bits - spareBits) / 2
  }
  /** A function of a c, of one with a little more, and of one with a little less. */
  const found =
    (f: (own: Tried, more: Tried, less: () => Tried) => Ball) =>
    (x: Ball, y: Ball): Ball => {
      const before = signOf(of.sub(half, x))
      if (!(signOf(x) === 1 && before >= 0 && signOf(y) === 1)) return everything
      if (before === 0) return of.sub(x, x)
      const spare = of.sub(y, of.lnRatio(half, x))
      const quick = numberAlgebra.resetMultiplier(numberOf(x), numberOf(y))
      if (!(quick > 0 && signOf(spare) === 1)) return everything
      const c = multiplier(tried, middle(x), middle(spare), isSettled, balls.of(decimal(quick)))
      const by = (share: Ball): Tried => {
        const own = middle(of.mul(c, share))
        const reset = at(x, own)
        return { c: own, excess: of.sub(reset.spare, spare), reset }
      }
      return f(by(one), by(of.add(one, little)), () => by(of.sub(one, little)))
    }
  return {
    resetDissipation: found(({ c, excess, reset }, more) =>
      signOf(more.excess) <= 0
        ? balls.hull(of.add(reset.dissipation, of.mul(c, excess)), more.reset.dissipation)
        : everything
    ),
    resetMultiplier: found((_, more, less) => {
      const slower = less()
      return signOf(more.excess) <= 0 && signOf(slower.excess) >= 0
        ? balls.hull(slower.c, more.c)
        : everything
    })
  }
}

interface Tried {
  readonly c: Ball
  /** Attempts that it takes beyond those that there are. */
  readonly excess: Ball
  readonly reset: ResetAt<Ball>
}
