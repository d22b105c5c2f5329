/**
 * The number reading: float64, for speed.
 *
 * Each function is accurate to a few units in the last place over its whole domain, but for a power
 * beyond 2³¹ of a number about 1: engines know its logarithm to 53 bits, and it is off by as many units
 * in its last place as the logarithm of the power is large. `exp` and `square` yield NaN where a float64
 * would overflow, and `exp` where it would lose digits to underflow; the evaluator then uses decimals.
 */
import type { Algebra } from '../formula/algebra'
import { stirlingCoefficients } from '../formula/bernoulli'

const xlnx = (x: number): number => (x === 0 ? 0 : x * Math.log(x))

/** (1+x) ln(1+x) − x ≥ 0, by the series of the area hyperbolic tangent near 0. */
const bregman = (x: number): number => {
  if (x === -1) return 1
  if (Math.abs(x) > 0.5) return (1 + x) * Math.log1p(x) - x
  const r = x / (2 + x)
  let sum = 0
  let power = r * r * r
  for (let k = 3; k <= 35; k += 2) {
    sum += power / k
    power *= r * r
  }
  return x * r + 2 * (1 + x) * sum
}

const phi2 = (x: number): number => {
  if (Math.abs(x) > 0.5) return (Math.expm1(x) - x) / x / x
  let sum = 0
  let term = 0.5
  for (let k = 3; k <= 18; k++) {
    sum += term
    term *= x / k
  }
  return sum
}

/** (eˣ(x − 2) + x + 2)/x³, which is eˣ times itself at −x: so no terms of its series cancel. */
const phi2Slope = (x: number): number => {
  if (Math.abs(x) > 2) return (Math.exp(x) * (x - 2) + x + 2) / x / x / x
  if (x < 0) return Math.exp(x) * phi2Slope(-x)
  let sum = 0
  let term = 1 / 6
  for (let k = 1; k <= 24; k++) {
    sum += k * term
    term *= x / (k + 3)
  }
  return sum
}

const stirling = stirlingCoefficients(10).map(
  ({ numerator, denominator }) => Number(numerator) / Number(denominator)
)
const stirlingSlope = stirling.map((c, k) => (2 * k + 1) * c)
const halfLn2Pi = Math.log(2 * Math.PI) / 2

const lnGamma = (x: number): number => {
  if (!(x > 0)) return NaN
  let z = x
  let product = 1
  for (; z < 10; z++) product *= z
  const w = 1 / (z * z)
  const series = stirling.reduceRight((sum, c) => sum * w + c, 0) / z
  return (z - 0.5) * Math.log(z) - z + halfLn2Pi + series - Math.log(product)
}

const digamma = (x: number): number => {
  if (!(x > 0)) return NaN
  let z = x
  let sum = 0
  for (; z < 10; z++) sum += 1 / z
  const w = 1 / (z * z)
  return Math.log(z) - 0.5 / z - w * stirlingSlope.reduceRight((series, c) => series * w + c, 0) - sum
}

/** The algebra of float64. */
export const numberAlgebra: Algebra<number> = {
  constant: ({ decimal }) => Number(decimal),
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  neg: (x) => -x,
  square: (x) => (Math.abs(x) > 1e154 ? NaN : x * x),
  sqrt: Math.sqrt,
  exp: (x) => (x < -708 || x > 709 ? NaN : Math.exp(x)),
  expm1: Math.expm1,
  ln: Math.log,
  log1p: Math.log1p,
  pow: Math.pow,
  arsinh: Math.asinh,
  artanh: Math.atanh,
  lnGamma,
  stirlingRatio: (x) => (x < 2 ? NaN : lnGamma(x + 1) / (x * Math.log(x))),
  digamma,
  max: Math.max,
  min: Math.min,
  entropy: (x) => -xlnx(x) - (x === 1 ? 0 : (1 - x) * Math.log1p(-x)),
  relativeEntropy: (x, y) => y * bregman((x - y) / y) + (1 - y) * bregman((y - x) / (1 - y)),
  logOdds: (x) => (x < 0.25 || x > 0.75 ? Math.log((1 - x) / x) : Math.log1p((1 - 2 * x) / x)),
  angle: (x) => 2 * Math.atan((1 - 2 * x) / (1 + 2 * Math.sqrt(x * (1 - x)))),
  phi2,
  phi2Slope,
  step: (x) => (x > 0 ? 1 : x < 0 ? 0 : x === 0 ? 0.5 : NaN)
}
