/**
 * The number reading: float64, for speed.
 *
 * Each function is accurate to a few units in the last place over its whole domain, but for a power
 * beyond 2³¹ of a number about 1: engines know its logarithm to 53 bits, and it is off by as many units
 * in its last place as the logarithm of the power is large. `exp` and `square` yield NaN where a float64
 * would overflow, and `exp` where it would lose digits to underflow; the evaluator then uses decimals.
 */
import type { Algebra } from '../formula/algebra'
import { multiplier, resetBy } from './optimal-reset'

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

/** coth x − 1/x, about 0 by its continued fraction. */
const langevin = (x: number): number => {
  if (Math.abs(x) > 2) return 1 / Math.tanh(x) - 1 / x
  let fraction = 0
  for (let k = 25; k > 3; k -= 2) fraction = (x * x) / (k + fraction)
  return x / (3 + fraction)
}

/** 1/x² − 1/sinh² x; about 0, as 𝓛 satisfies 𝓛′ = 1 − 𝓛² − 2𝓛/x. */
const langevinSlope = (x: number): number => {
  if (x === 0) return 1 / 3
  if (Math.abs(x) > 2) return 1 / x / x - (1 / Math.sinh(x)) ** 2
  const y = langevin(x)
  return 1 - y * y - (2 * y) / x
}

const logOdds = (x: number): number =>
  x < 0.25 || x > 0.75 ? Math.log((1 - x) / x) : Math.log1p((1 - 2 * x) / x)

const entropy = (x: number): number => -xlnx(x) - (x === 1 ? 0 : (1 - x) * Math.log1p(-x))

const relativeEntropy = (x: number, y: number): number =>
  y * bregman((x - y) / y) + (1 - y) * bregman((y - x) / (1 - y))

/** Where x is about y, (x − y) ln((1−y)/y) − D(x‖y). */
const entropyDifference = (x: number, y: number): number =>
  Math.abs(x - y) < 0.1 * Math.min(y, 1 - y)
    ? (x - y) * logOdds(y) - relativeEntropy(x, y)
    : entropy(x) - entropy(y)

const lnRatio = (x: number, y: number): number =>
  x > y / 2 && x < 2 * y ? Math.log1p((x - y) / y) : Math.log(x / y)

/** Attempts beyond the least that a reset to an error x takes; NaN where x is no error. */
const spareOf = (x: number, y: number): number => (x > 0 && x < 0.5 ? y - lnRatio(0.5, x) : NaN)

const resetMultiplier = (x: number, y: number): number => {
  if (x === 0.5) return y > 0 ? 0 : NaN
  const spare = spareOf(x, y)
  if (!(spare > 0)) return NaN
  return multiplier(numberAlgebra, x, spare, (c, next) => !(Math.abs(next - c) > 1e-12 * c))
}

/** Half of the nodes on [−1, 1] and their weights: Gauss and Legendre's for polynomials of degree 23. */
export const nodes = [
  [0.1252334085114689, 0.2491470458134028],
  [0.3678314989981802, 0.2334925365383548],
  [0.5873179542866175, 0.2031674267230659],
  [0.7699026741943047, 0.1600783285433462],
  [0.9041172563704749, 0.1069393259953184],
  [0.9815606342467192, 0.04717533638651183]
] as const

/** ∫ −ln(1 − a(q)) dq from x to ½, where a closed form would cancel. */
const dissipationByParts = (x: number, c: number): number => {
  const lost = (q: number): number => Math.log1p((c * (1 + Math.sqrt(1 + (4 * q) / c))) / (2 * q))
  const [middle, half] = [(0.5 + x) / 2, (0.5 - x) / 2]
  return (
    half *
    nodes.reduce(
      (sum, [at, weight]) => sum + weight * (lost(middle - half * at) + lost(middle + half * at)),
      0
    )
  )
}

const resetDissipation = (x: number, y: number): number => {
  const c = resetMultiplier(x, y)
  if (x === 0.5) return c
  return x > 0.25 ? dissipationByParts(x, c) : resetAt(x, c).dissipation
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
  max: Math.max,
  min: Math.min,
  entropy,
  entropyDifference,
  relativeEntropy,
  lnRatio,
  resetDissipation,
  resetMultiplier,
  logOdds,
  angle: (x) => 2 * Math.atan((1 - 2 * x) / (1 + 2 * Math.sqrt(x * (1 - x)))),
  phi1: (x) => (x === 0 ? 1 : Math.expm1(x) / x),
  phi2,
  phi2Slope,
  langevin,
  langevinSlope,
  step: (x) => (x > 0 ? 1 : x < 0 ? 0 : x === 0 ? 0.5 : NaN)
}

const resetAt = resetBy(numberAlgebra)

const smallestNormal = 2 ** -1022

/** Whether float64 holds a value in full: neither overflown, nor underflown, nor NaN. */
export const representable = (value: number): boolean =>
  (value >= smallestNormal && value < Infinity) || (value <= -smallestNormal && value > -Infinity)
