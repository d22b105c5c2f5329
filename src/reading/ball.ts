/** The reading in balls: the elementary operations, and all others made of them. */
import type { Algebra } from '../formula/algebra'
import { everything, signOf, type Ball, type Balls } from '../units/ball'
import { decimal } from '../units/decimal'
import { elementaryBalls, from0 } from './ball-elementary'
import { resetsIn } from './ball-reset'

/** The algebra of balls, by their arithmetic. */
export const ballAlgebra = (balls: Balls): Algebra<Ball> => {
  const elementary = elementaryBalls(balls)
  const { add, sub, mul, div, neg, sqrt, square, log1p, exp, expm1, entropy } = elementary
  const [zero, one, two, half, third, sixth] = ['0', '1', '2', '0.5', '3', '6'].map((text, at) =>
    at < 4 ? balls.of(decimal(text)) : div(balls.of(decimal(1)), balls.of(decimal(text)))
  ) as [Ball, Ball, Ball, Ball, Ball, Ball] // as many as there are texts
  const twice = (x: Ball): Ball => add(x, x)
  const odd = (f: (x: Ball) => Ball) => from0(zero, (x) => (signOf(x) === -1 ? neg(f(neg(x))) : f(x)))

  /** 4 e^(−2x)/(1 − e^(−2x))² */
  const perSquareOfSinh = (x: Ball): Ball => {
    const fall = neg(twice(x))
    return div(twice(twice(exp(fall))), square(expm1(fall)))
  }
  const phi1 = from0(one, (x) => div(expm1(x), x))
  const phi2 = from0(half, (x) => div(sub(expm1(x), x), square(x)))

  return {
    ...elementary,
    ...resetsIn(elementary, balls),
    arsinh: odd((x) => log1p(add(x, div(square(x), add(sqrt(add(square(x), one)), one))))),
    artanh: odd((x) => mul(half, log1p(div(twice(x), sub(one, x))))),
    entropyDifference: (x, y) => sub(entropy(x), entropy(y)),
    phi1,
    phi2,
    phi2Slope: from0(sixth, (x) => div(sub(phi1(x), twice(phi2(x))), x)),
    langevin: from0(zero, (x) => sub(add(one, div(two, expm1(twice(x)))), div(one, x))),
    langevinSlope: from0(third, (x) => sub(div(one, square(x)), perSquareOfSinh(x))),
    step: (x) => (signOf(x) === 1 ? one : signOf(x) === -1 ? zero : everything),
    angle: () => everything
  }
}
