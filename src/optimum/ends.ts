/**
 * Formulas over a piece of a box, in balls: each value of them lies between two ends. What an operation is not
 * defined on is left out, as no design is there: what is found holds of all values that there are.
 */
import type { Algebra } from '../formula/algebra'
import type { Condition } from '../formula/model'
import { ballAlgebra } from '../reading/ball'
import { endsAlgebra, type Ends } from '../reading/ball-ends'
import { balls, everything, signOf, type Ball } from '../units/ball'

export const arithmetic = balls(128)

export const ofBall = ballAlgebra(arithmetic)

const [zero, far] = ['0', '-5000'].map((decimal) => ofBall.constant({ decimal })) as [Ball, Ball] // as many as there are texts
const isKnown = ({ off }: Ball): boolean => off < Infinity
const inEnds = endsAlgebra(arithmetic)

/** Of what is never below 0, that at least. */
const notBelow0 = ({ lower, upper }: Ends): Ends => ({ lower: isKnown(lower) ? lower : zero, upper })

/** Where nothing is told of what is not surely defined. */
export const strictly: Algebra<Ends> = {
  ...inEnds,
  resetDissipation: (x, y) => notBelow0(inEnds.resetDissipation(x, y)),
  resetMultiplier: (x, y) => notBelow0(inEnds.resetMultiplier(x, y)),
  // Of what is too small to be told, that it is more than 0, and less than what can be.
  exp: (x) => {
    const { lower, upper } = inEnds.exp(x)
    const isFar = !isKnown(upper) && signOf(arithmetic.sub(x.upper, far)) === -1
    return notBelow0({ lower, upper: isFar ? ofBall.exp(far) : upper })
  }
}

const isAtMost0 = (x: Ball): boolean => signOf(x) <= 0

/** Where what is not defined is left out. */
export const whereDefined: Algebra<Ends> = {
  ...strictly,
  div: (x, y) => {
    if (signOf(y.lower) !== 0 || signOf(y.upper) !== 1) return strictly.div(x, y)
    // Over all down to 0.
    if (signOf(x.lower) >= 0) return { lower: ofBall.div(x.lower, y.upper), upper: everything }
    if (isAtMost0(x.upper)) return { lower: everything, upper: ofBall.div(x.upper, y.upper) }
    return { lower: everything, upper: everything }
  },
  ln: (x) => (isAtMost0(x.lower) ? { lower: everything, upper: ofBall.ln(x.upper) } : strictly.ln(x)),
  sqrt: (x) => (isAtMost0(x.lower) ? { lower: zero, upper: ofBall.sqrt(x.upper) } : strictly.sqrt(x))
}

/** A power of two so far that nothing is lost on the way to it. */
const scaled = (m: number, e: number): number => m * 2 ** Math.trunc(e / 2) * 2 ** (e - Math.trunc(e / 2))

/** More than two roundings of a float64 lose. */
const slightly = 2 ** -50

/** A float64 that is no more than anything a ball may be. */
export const floor = ({ m, e, size, off }: Ball): number => {
  if (!(off < Infinity)) return -Infinity
  const cut = Math.max(0, size - 900)
  const [middle, far] = [Number(m >> BigInt(cut)), off * 2 ** (size - cut) + (cut > 0 ? 1 : 0)]
  const least = scaled(middle - far - (Math.abs(middle) + far) * slightly, e + cut)
  if (m === 0n && off === 0) return 0
  // Where float64 ends, and its digits.
  if (Math.abs(least) < 1e-290) return least > 0 ? 0 : -1e-290
  return least === Infinity ? 1e300 : least
}

/** A float64 that is no less. */
export const ceiling = (x: Ball): number => 0 - floor({ ...x, m: -x.m })

const isAbove = (x: Ball, y: Ball, orEqual: boolean): boolean => {
  const sign = signOf(arithmetic.sub(x, y))
  return sign === 1 || (orEqual && sign === 0)
}

/** Whether a condition holds nowhere in a piece. */
export const holdsNowhere = (condition: Condition, [left, right]: readonly Ends[]): boolean => {
  if (condition.kind === 'relation') return isAbove(left!.lower, right!.upper, condition.of.relation === '<')
  const { lower, upper } = condition.range
  return (
    (lower !== undefined && isAbove(arithmetic.of(lower.at), left!.upper, lower.open)) ||
    (upper !== undefined && isAbove(left!.lower, arithmetic.of(upper.at), upper.open))
  )
}

/** Whether it surely holds everywhere in it. */
export const holdsEverywhere = (condition: Condition, [left, right]: readonly Ends[]): boolean => {
  if (condition.kind === 'relation') return isAbove(right!.lower, left!.upper, condition.of.relation === '≤')
  const { lower, upper } = condition.range
  return (
    (lower === undefined || isAbove(left!.lower, arithmetic.of(lower.at), !lower.open)) &&
    (upper === undefined || isAbove(arithmetic.of(upper.at), left!.upper, !upper.open))
  )
}
