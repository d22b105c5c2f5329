/**
 * The interval reading: the elementary operations, and all others, each as rigorous.
 */
import { expecting, kind } from '../units/argument'
import type { Algebra, Special } from '../formula/algebra'
import { Working, type Decimal } from '../units/decimal'
import { remembered } from '../units/remembered'
import { decimalAlgebra, someDigits } from './decimal'
import { elementaryIntervals, intervalsOf, isPoint, remembering, type Interval } from './interval-elementary'
import { resetBy } from './optimal-reset'

export { isPoint, type Interval }

/** The narrowest interval with ends of `digits` digits about two decimals. */
export const intervalOf = expecting('intervalOf', { digits: someDigits }, (digits: number) =>
  expecting('intervalOf', { lower: aDecimal, upper: aDecimal }, intervalsOf(digits))
)

const aDecimal = kind('a decimal', (value) => Working.isDecimal(value))

const algebras = remembered<Algebra<Interval>>(32)

/** The algebra of intervals whose ends have `digits` digits. */
export const intervalAlgebra = expecting(
  'intervalAlgebra',
  { digits: someDigits },
  (digits: number): Algebra<Interval> =>
    algebras(String(digits), () => ({
      ...elementaryIntervals(digits).algebra,
      ...remembering(specialsOf(digits))
    }))
)

const specialsOf = (digits: number): Pick<Algebra<Interval>, Special> => {
  const {
    Down,
    Up,
    Near,
    between,
    nowhere,
    zero,
    of,
    spanned,
    unlessGone,
    plus,
    minus,
    times,
    ...functions
  } = elementaryIntervals(digits)
  const { increasing, decreasing, within, probable, algebra } = functions
  const near = decimalAlgebra(Near.precision)
  /** A share that is below the last digit, but not below what the decimal reading may be off. */
  const little = `1e-${digits + 4}`
  /** For orders of magnitude. */
  const rough = decimalAlgebra(8)
  /** A function that is 0 nowhere. */
  const withoutZeros =
    (f: (x: Decimal) => Decimal): ((x: Decimal) => Decimal) =>
    (x) =>
      unlessGone(f(x), false)

  /** 0 only between a probability and itself, or what it leaves to 1. */
  const entropyDifferenceAt = (x: Decimal, y: Decimal): Decimal =>
    unlessGone(near.entropyDifference(x, y), x.eq(y) || x.plus(y).eq(1))

  const entropyDifference = (x: Interval, y: Interval): Interval => {
    const [ofX, ofY] = [algebra.entropy(x), algebra.entropy(y)]
    return isPoint(x) && isPoint(y) && ofX.lower.isFinite() && ofY.lower.isFinite()
      ? spanned([entropyDifferenceAt(new Near(x.lower), new Near(y.lower))])
      : of(minus(ofX.lower, ofY.upper), minus(ofX.upper, ofY.lower))
  }

  /** Falls with |x|. */
  const langevinSlope = ({ lower, upper }: Interval): Interval => {
    const ends = lower.lt(0) && upper.gt(0) ? [lower, upper, new Near(0)] : [lower, upper]
    return spanned(ends.map((end) => withoutZeros(near.langevinSlope)(new Near(end))))
  }

  type OfPoint = (x: Decimal, n: Decimal) => Interval

  /**
   * Something of the optimal reset to an error x in n attempts, from the one that conserves c, or a
   * little more: how many attempts beyond n that takes, and what it produces.
   */
  const resetAt =
    (
      f: (by: (little: string) => { c: Interval; excess: Interval; dissipation: Interval }) => Interval
    ): OfPoint =>
    (x, n) => {
      const [distance, c] = [new Near('0.5').minus(x), near.resetMultiplier(new Near(x), new Near(n))]
      if (c.isNaN()) return nowhere
      if (distance.isZero()) return zero
      const { fall } = resetBy(rough)(x, c)
      const more = digits + 16 + Math.max(0, n.e - fall.e) - 2 * distance.e
      const [wide, exactly] = [intervalAlgebra(more), intervalOf(more)]
      const point = (value: Decimal): Interval => exactly(value, value)
      const error = point(x)
      const least = wide.lnRatio(point(new Near('0.5')), error)
      return f((little) => {
        const own = point(c.times(new Near(little).plus(1)))
        const { spare, dissipation } = resetBy(wide)(error, own)
        return { c: own, excess: wide.sub(wide.add(least, spare), point(n)), dissipation }
      })
    }

  /** Any c proves that Σ ≥ Σ(c) + c (n(c) − n), as the problem is convex; one that takes at most n attempts attains Σ(c). */
  const dissipationAt = resetAt((by) => {
    const { c, excess, dissipation } = by(little)
    return excess.upper.lte(0)
      ? between(plus(dissipation.lower, times(c.lower, excess.lower)), dissipation.upper)
      : nowhere
  })

  const multiplierAt = resetAt((by) => {
    const [slower, faster] = [by(`-${little}`), by(little)]
    return slower.excess.lower.gte(0) && faster.excess.upper.lte(0)
      ? between(slower.c.lower, faster.c.upper)
      : nowhere
  })

  /** What falls with the error and with the attempts of a reset. */
  const reset =
    (at: OfPoint): ((x: Interval, y: Interval) => Interval) =>
    (x, y) => {
      if (!x.lower.gt(0) || !x.upper.lte('0.5') || !y.lower.gt(0) || !y.upper.isFinite()) return nowhere
      const most = at(x.lower, y.lower)
      const { lower, upper } =
        isPoint(x) && isPoint(y) ? most : { lower: at(x.upper, y.upper).lower, upper: most.upper }
      return of(lower, upper)
    }

  return {
    arsinh: increasing(near.arsinh),
    artanh: within(({ lower, upper }) => lower.gt(-1) && upper.lt(1))(increasing(near.artanh)),
    resetDissipation: reset(dissipationAt),
    resetMultiplier: reset(multiplierAt),
    entropyDifference,
    angle: probable(decreasing(near.angle)),
    phi1: increasing(withoutZeros(near.phi1)),
    phi2: increasing(withoutZeros(near.phi2)),
    langevin: increasing((x) => unlessGone(near.langevin(x), x.isZero())),
    langevinSlope,
    phi2Slope: increasing(withoutZeros(near.phi2Slope)),
    // At 0 the larger of two things has the slope of either, or any between.
    step: ({ lower, upper }) =>
      of(new Down(lower.gt(0) ? 1 : lower.times(0)), new Up(upper.lt(0) ? 0 : upper.times(0).plus(1)))
  }
}
