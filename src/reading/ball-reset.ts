/** The optimal reset in balls. */
import type { Algebra, Elementary } from '../formula/algebra'
import { everything, middle, numberOf, signOf, type Ball, type Balls } from '../units/ball'
import { decimal } from '../units/decimal'
import { numberAlgebra } from './number'
import { resetBy, type ResetAt } from './optimal-reset'

type Reset = 'resetDissipation' | 'resetMultiplier'

/** Bits by which what is left out may be more than the last. */
const spareBits = 48

/** log₂ of more than all that a ball may be from 0. */
const magnitude = ({ size, e, off }: Ball): number => size + e + Math.log2(1 + off)

/** What is not yet found of a c that is tried: t = (n(c) − n)/d, and 1 ± 2t, so much may be left out of it. */
interface Rest {
  readonly excess: Ball
  readonly t: Ball
  readonly about1: Ball
}

/**
 * What an optimal reset takes in n attempts, from a c that is only near the right one, and takes n(c).
 *
 * As dn/d ln c = −d, and d falls no faster than c grows, ln c is t (1 ± 2|t|) more where n attempts are taken, for
 * |t| below ⅛; and as dΣ/dn = −c, Σ is c (n(c) − n)(1 + t/2 (1 ± 2|t|)) more. From a float64, t is about 2⁻⁴⁶, and
 * so Σ is known to three times as many bits; where more are asked for, a step of Newton's doubles them.
 */
export const resetsIn = (of: Elementary<Ball>, balls: Balls): Pick<Algebra<Ball>, Reset> => {
  const at = resetBy(of)
  const [half, one] = ['0.5', '1'].map((text) => balls.of(decimal(text))) as [Ball, Ball]
  /** A function of a c and of what it leaves, which is in that power of t. */
  const found =
    (order: number, f: (c: Ball, reset: ResetAt<Ball>, rest: Rest) => Ball) =>
    (x: Ball, y: Ball): Ball => {
      const before = signOf(of.sub(half, x))
      if (!(signOf(x) === 1 && before >= 0 && signOf(y) === 1)) return everything
      if (before === 0) return of.sub(x, x)
      const spare = of.sub(y, of.lnRatio(half, x))
      const quick = numberAlgebra.resetMultiplier(numberOf(x), numberOf(y))
      if (!(quick > 0 && signOf(spare) === 1)) return everything
      let c = balls.of(decimal(quick))
      for (let last = Infinity; ;) {
        const reset = at(x, c)
        const excess = of.sub(reset.spare, spare)
        const t = of.div(excess, reset.fall)
        const size = magnitude(t)
        // A step that brings it no nearer leaves what x and y are off.
        if (order * size < spareBits - balls.bits || !(size < last)) {
          const twice = of.add(t, t)
          return size < -3
            ? f(c, reset, { excess, t, about1: balls.hull(of.sub(one, twice), of.add(one, twice)) })
            : everything
        }
        last = size
        c = middle(of.mul(c, of.exp(t)))
      }
    }
  return {
    resetDissipation: found(3, (c, { dissipation }, { excess, t, about1 }) => {
      const bent = of.add(one, of.mul(of.mul(half, t), about1))
      return of.add(dissipation, of.mul(of.mul(c, excess), bent))
    }),
    resetMultiplier: found(2, (c, _, { t, about1 }) => of.mul(c, of.exp(of.mul(t, about1))))
  }
}
