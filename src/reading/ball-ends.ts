/**
 * The reading of what lies between two numbers, each known as a ball: to decide by, and quick. As that in
 * balls it need not tell anything; what an operation is not surely defined on is `everything`.
 */
import type { Algebra } from '../formula/algebra'
import { everything, signOf, type Ball, type Balls } from '../units/ball'
import { ballAlgebra } from './ball'

/** All between some number in one ball and some number in the other. */
export interface Ends {
  readonly lower: Ball
  readonly upper: Ball
}

/** Whether both ends are known at all: then so is that there is something between them. */
export const isBounded = ({ lower, upper }: Ends): boolean => lower.off < Infinity && upper.off < Infinity

const nowhere: Ends = { lower: everything, upper: everything }

/** The algebra of such ends, by the arithmetic of balls. */
export const endsAlgebra = (balls: Balls): Algebra<Ends> => {
  const of = ballAlgebra(balls)
  const [zero, half, one, two] = ['0', '0.5', '1', '2'].map((decimal) => of.constant({ decimal })) as [
    Ball,
    Ball,
    Ball,
    Ball
  ] // as many as there are texts
  const least = (values: readonly Ball[]): Ball => values.reduce(of.min)
  const most = (values: readonly Ball[]): Ball => values.reduce(of.max)
  const spanned = (values: readonly Ball[]): Ends => ({ lower: least(values), upper: most(values) })
  const isPoint = ({ lower, upper }: Ends): boolean => lower === upper

  const increasing =
    (f: (x: Ball) => Ball) =>
    (x: Ends): Ends => {
      const lower = f(x.lower)
      return { lower, upper: isPoint(x) ? lower : f(x.upper) }
    }
  const neg = (x: Ends): Ends => {
    const upper = of.neg(x.lower)
    return { lower: isPoint(x) ? upper : of.neg(x.upper), upper }
  }
  const decreasing =
    (f: (x: Ball) => Ball) =>
    (x: Ends): Ends => {
      const { lower, upper } = increasing(f)(x)
      return { lower: upper, upper: lower }
    }
  /** A function of two, by its least and most. */
  const corners =
    (f: (x: Ball, y: Ball) => Ball, least: (x: Ends, y: Ends) => Ends) =>
    (x: Ends, y: Ends): Ends => {
      if (!isPoint(x) || !isPoint(y)) return least(x, y)
      const value = f(x.lower, y.lower)
      return { lower: value, upper: value }
    }
  const rising = (f: (x: Ball, y: Ball) => Ball) =>
    corners(f, (x, y) => ({ lower: f(x.lower, y.lower), upper: f(x.upper, y.upper) }))
  const anywhere = (f: (x: Ball, y: Ball) => Ball) =>
    corners(f, (x, y) => spanned([x.lower, x.upper].flatMap((a) => [f(a, y.lower), f(a, y.upper)])))

  const isNegative = (x: Ball): boolean => signOf(x) === -1
  const isAtLeast0 = (x: Ball): boolean => signOf(x) >= 0
  const products = anywhere(of.mul)
  const quotients = anywhere(of.div)
  const div = (x: Ends, y: Ends): Ends =>
    signOf(y.lower) === 1 || isNegative(y.upper) ? quotients(x, y) : nowhere
  const sub = (x: Ends, y: Ends): Ends => ({
    lower: of.sub(x.lower, y.upper),
    upper: of.sub(x.upper, y.lower)
  })
  const mul = corners(of.mul, (x, y) =>
    isAtLeast0(x.lower) && isAtLeast0(y.lower)
      ? { lower: of.mul(x.lower, y.lower), upper: of.mul(x.upper, y.upper) }
      : products(x, y)
  )
  /** Rises to ln 2 at ½, then falls. */
  const entropy = (x: Ends): Ends => {
    const { lower, upper } = increasing(of.entropy)(x)
    if (isAtLeast0(of.sub(half, x.upper))) return { lower, upper }
    if (isAtLeast0(of.sub(x.lower, half))) return { lower: upper, upper: lower }
    return { lower: of.min(lower, upper), upper: of.max(of.max(lower, upper), of.ln(two)) }
  }
  /** Of what falls with both. */
  const falling = (f: (x: Ball, y: Ball) => Ball) =>
    corners(f, (x, y) => ({ lower: f(x.upper, y.upper), upper: f(x.lower, y.lower) }))
  /** 0 where both are equal, and more the farther they are apart. */
  const relativeEntropy = corners(of.relativeEntropy, (x, y) => {
    const at = of.relativeEntropy
    if (isAtLeast0(of.sub(y.lower, x.upper)))
      return { lower: at(x.upper, y.lower), upper: at(x.lower, y.upper) }
    if (isAtLeast0(of.sub(x.lower, y.upper)))
      return { lower: at(x.lower, y.upper), upper: at(x.upper, y.lower) }
    // Convex, so most at a corner.
    return { lower: zero, upper: anywhere(at)(x, y).upper }
  })

  return {
    constant: (text) => {
      const value = of.constant(text)
      return { lower: value, upper: value }
    },
    add: rising(of.add),
    sub: corners(of.sub, sub),
    mul,
    div,
    neg,
    max: rising(of.max),
    min: rising(of.min),
    square: (x) => {
      if (isAtLeast0(x.lower)) return increasing(of.square)(x)
      if (isNegative(x.upper)) return decreasing(of.square)(x)
      return { lower: zero, upper: of.max(of.square(x.lower), of.square(x.upper)) }
    },
    sqrt: increasing(of.sqrt),
    exp: increasing(of.exp),
    expm1: increasing(of.expm1),
    ln: increasing(of.ln),
    log1p: increasing(of.log1p),
    pow: anywhere(of.pow),
    arsinh: increasing(of.arsinh),
    artanh: increasing(of.artanh),
    entropy,
    entropyDifference: corners(of.entropyDifference, (x, y) => sub(entropy(x), entropy(y))),
    relativeEntropy,
    lnRatio: corners(of.lnRatio, (x, y) => ({
      lower: of.lnRatio(x.lower, y.upper),
      upper: of.lnRatio(x.upper, y.lower)
    })),
    resetDissipation: falling(of.resetDissipation),
    resetMultiplier: falling(of.resetMultiplier),
    logOdds: decreasing(of.logOdds),
    angle: decreasing(of.angle),
    phi1: increasing(of.phi1),
    phi2: increasing(of.phi2),
    phi2Slope: increasing(of.phi2Slope),
    langevin: increasing(of.langevin),
    langevinSlope: (x) => (isAtLeast0(x.lower) ? decreasing(of.langevinSlope)(x) : nowhere),
    // Half-way from one to the other at 0, or anywhere between.
    step: (x) => {
      if (!isBounded(x)) return nowhere
      return {
        lower: signOf(x.lower) === 1 ? one : zero,
        upper: signOf(x.upper) === -1 ? zero : one
      }
    }
  }
}
