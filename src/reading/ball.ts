/**
 * The reading in balls: quick, and certain of what it tells; but it need not tell anything, as the interval
 * reading tells the rest. So formulas stand here as they are, and what cancels in them only widens a ball.
 */
import type { Algebra } from '../formula/algebra'
import { everything, signOf, type Ball, type Balls } from '../units/ball'
import { decimal } from '../units/decimal'
import { resetsIn } from './ball-reset'

/** The algebra of balls, by their arithmetic. */
export const ballAlgebra = (balls: Balls): Algebra<Ball> => {
  const { bits: _, of, hull, ...arithmetic } = balls
  const { add, sub, mul, div, neg, sqrt, ln, log1p, exp, expm1 } = arithmetic
  const [zero, one, two, half, third, sixth] = ['0', '1', '2', '0.5', '3', '6'].map((text, at) =>
    at < 4 ? of(decimal(text)) : div(of(decimal(1)), of(decimal(text)))
  ) as [Ball, Ball, Ball, Ball, Ball, Ball] // as many as there are texts
  const square = (x: Ball): Ball => mul(x, x)
  const twice = (x: Ball): Ball => add(x, x)
  const less1 = (x: Ball): Ball => sub(one, x)
  /** A function, and its value at 0. */
  const from0 =
    (at0: Ball, f: (x: Ball) => Ball) =>
    (x: Ball): Ball =>
      signOf(x) === 0 ? at0 : f(x)
  const odd = (f: (x: Ball) => Ball) => from0(zero, (x) => (signOf(x) === -1 ? neg(f(neg(x))) : f(x)))

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

  /** 4 e^(−2x)/(1 − e^(−2x))² */
  const perSquareOfSinh = (x: Ball): Ball => {
    const fall = neg(twice(x))
    return div(twice(twice(exp(fall))), square(expm1(fall)))
  }
  /** Of two that are close, by what they are apart. */
  const lnRatio = (x: Ball, y: Ball): Ball => {
    if (signOf(y) !== 1) return everything
    const apart = div(sub(x, y), y)
    return signOf(apart) === 0 || apart.size + apart.e < 0 ? log1p(apart) : ln(div(x, y))
  }

  const phi1 = from0(one, (x) => div(expm1(x), x))
  const phi2 = from0(half, (x) => div(sub(expm1(x), x), square(x)))
  const algebra: Omit<Algebra<Ball>, 'resetDissipation' | 'resetMultiplier'> = {
    ...arithmetic,
    constant: ({ decimal: text }) => of(decimal(text)),
    square,
    pow: (x, y) => exp(mul(y, ln(x))),
    arsinh: odd((x) => log1p(add(x, div(square(x), add(sqrt(add(square(x), one)), one))))),
    artanh: odd((x) => mul(half, log1p(div(twice(x), less1(x))))),
    max: (x, y) => (signOf(sub(x, y)) === 1 ? x : signOf(sub(x, y)) === -1 ? y : hull(x, y)),
    min: (x, y) => (signOf(sub(x, y)) === 1 ? y : signOf(sub(x, y)) === -1 ? x : hull(x, y)),
    entropy,
    entropyDifference: (x, y) => sub(entropy(x), entropy(y)),
    relativeEntropy,
    lnRatio,
    logOdds: (x) => lnRatio(less1(x), x),
    phi1,
    phi2,
    phi2Slope: from0(sixth, (x) => div(sub(phi1(x), twice(phi2(x))), x)),
    langevin: from0(zero, (x) => sub(add(one, div(two, expm1(twice(x)))), div(one, x))),
    langevinSlope: from0(third, (x) => sub(div(one, square(x)), perSquareOfSinh(x))),
    step: (x) => (signOf(x) === 1 ? one : signOf(x) === -1 ? zero : everything),
    angle: () => everything
  }
  return { ...algebra, ...resetsIn(algebra, balls) }
}
