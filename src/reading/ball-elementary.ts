/**
 * The reading of elementary formulas in balls: quick, and certain of what it tells; but it need not tell
 * anything, as the interval reading tells the rest. So formulas stand here as they are, and what cancels in them
 * only widens a ball.
 */
import type { Elementary } from '../formula/algebra'
import { everything, signOf, type Ball, type Balls } from '../units/ball'
import { decimal } from '../units/decimal'

/** A function, and its value at 0. */
export const from0 =
  (at0: Ball, f: (x: Ball) => Ball) =>
  (x: Ball): Ball =>
    signOf(x) === 0 ? at0 : f(x)

/** The elementary operations of balls, by their arithmetic. */
export const elementaryBalls = (balls: Balls): Elementary<Ball> => {
  const { bits: _, of, hull, ...arithmetic } = balls
  const { add, sub, mul, div, neg, ln, log1p, exp } = arithmetic
  const [zero, one] = ['0', '1'].map((text) => of(decimal(text))) as [Ball, Ball] // as many as there are texts
  const less1 = (x: Ball): Ball => sub(one, x)

  const xlnx = from0(zero, (x) => mul(x, ln(x)))
  /** (1 − x) ln(1 − x) */
  const xlnx1 = (x: Ball): Ball => (signOf(less1(x)) === 0 ? zero : mul(less1(x), log1p(neg(x))))
  const entropy = (x: Ball): Ball => neg(add(xlnx(x), xlnx1(x)))
  /** (1 + x) ln(1 + x) − x */
  const bregman = (x: Ball): Ball => sub(xlnx1(neg(x)), x)
  const relativeEntropy = (x: Ball, y: Ball): Ball => {
    const z = less1(y)
    if (signOf(y) !== 1 || signOf(z) !== 1) return everything
    return add(mul(y, bregman(div(sub(x, y), y))), mul(z, bregman(div(sub(y, x), z))))
  }

  /** Of two that are close, by what they are apart. */
  const lnRatio = (x: Ball, y: Ball): Ball => {
    if (signOf(y) !== 1) return everything
    const apart = div(sub(x, y), y)
    return signOf(apart) === 0 || apart.size + apart.e < 0 ? log1p(apart) : ln(div(x, y))
  }

  return {
    ...arithmetic,
    constant: ({ decimal: text }) => of(decimal(text)),
    square: (x) => mul(x, x),
    pow: (x, y) => exp(mul(y, ln(x))),
    max: (x, y) => (signOf(sub(x, y)) === 1 ? x : signOf(sub(x, y)) === -1 ? y : hull(x, y)),
    min: (x, y) => (signOf(sub(x, y)) === 1 ? y : signOf(sub(x, y)) === -1 ? x : hull(x, y)),
    entropy,
    relativeEntropy,
    lnRatio,
    logOdds: (x) => lnRatio(less1(x), x)
  }
}
