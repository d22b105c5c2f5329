/** The decimal reading: the elementary operations, and all others made of them and of our arctan. */
import { expecting, type Kind, kind } from '../units/argument'
import type { Algebra, Elementary } from '../formula/algebra'
import * as budget from '../units/budget'
import type { Decimal } from '../units/decimal'
import { arctan, exp } from '../units/elementary'
import { remembered } from '../units/remembered'
import { elementaryDecimals } from './decimal-elementary'
import { numberAlgebra } from './number'
import { multiplier, resetBy } from './optimal-reset'

/** The most digits that may be asked for. */
export const mostDigits = budget.digitsAsked

/** The most digits to work with. */
export const mostWorking = 900

const algebras = remembered<Algebra<Decimal>>(64)

/** A number of digits to work with. */
export const someDigits: Kind = kind(
  'a whole number of digits, from 1 on',
  (value) => Number.isSafeInteger(value) && (value as number) > 0
)

/** The algebra of decimals that works with `digits` digits. */
export const decimalAlgebra = expecting(
  'decimalAlgebra',
  { digits: someDigits },
  (digits: number): Algebra<Decimal> => algebras(String(digits), () => algebraOf(digits))
)

const algebraOf = (digits: number): Algebra<Decimal> => {
  const { D, one, wide, wider, narrow, isTiny, cubic, fraction, finite, algebra } = elementaryDecimals(digits)
  const { entropy, expm1, log1p } = algebra

  const odd =
    (f: (x: Decimal) => Decimal) =>
    (x: Decimal): Decimal =>
      x.isNegative() ? f(x.neg()).neg() : f(x)

  const phi2 = finite((x) => {
    if (isTiny(x) || x.isZero())
      return fraction(1, 2).plus(cubic(x, fraction(1, 6), fraction(1, 24), fraction(1, 120)))
    const W = wide(4 + Math.max(0, -2 * x.e))
    const w = new W(x)
    return narrow(exp(w).minus(1).minus(w).div(w.times(w)))
  })

  /** (eˣ(x − 2) + x + 2)/x³ */
  const phi2Slope = finite((x) => {
    if (isTiny(x) || x.isZero())
      return fraction(1, 6).plus(cubic(x, fraction(1, 12), fraction(1, 40), fraction(1, 180)))
    const W = wide(4 + Math.max(0, -3 * x.e))
    const w = new W(x)
    return narrow(exp(w).times(w.minus(2)).plus(w).plus(2).div(w.times(w).times(w)))
  })

  const phi1 = (x: Decimal): Decimal => (x.isZero() ? one : expm1(x).div(x))

  const langevin = odd(
    finite((x) => {
      if (isTiny(x) || x.isZero()) return x.div(3)
      const W = wide(4 + Math.max(0, -3 * x.e))
      const w = new W(x)
      // coth x = 1 + 2/(e²ˣ − 1)
      return narrow(
        new W(2)
          .div(exp(w.times(2)).minus(1))
          .plus(1)
          .minus(new W(1).div(w))
      )
    })
  )

  const langevinSlope = finite((signed) => {
    const x = signed.abs()
    if (isTiny(x) || x.isZero()) return fraction(1, 3)
    const W = wide(4 + Math.max(0, -3 * x.e))
    const w = new W(x)
    const fallen = exp(w.times(-2))
    // 1/sinh² x = 4 e^(−2x)/(1 − e^(−2x))²
    return narrow(new W(1).div(w.times(w)).minus(fallen.times(4).div(new W(1).minus(fallen).pow(2))))
  })

  /** Two decimals of so many digits are not so close that more are lost. */
  const mostLost = 4 * digits

  /** The difference of two functions of x and y, with as many more digits as it loses. */
  const difference = (
    x: Decimal,
    y: Decimal,
    parts: (of: Elementary<Decimal>, x: Decimal, y: Decimal) => readonly [Decimal, Decimal]
  ): Decimal => {
    for (let extra = 4; ; extra = 2 * extra + 8) {
      const W = wide(extra)
      const [more, less] = parts(wider(extra), new W(x), new W(y))
      const result = more.minus(less)
      if (result.isNaN() || extra > mostLost) return narrow(result)
      if (!result.isZero() && Math.max(more.e, less.e) - result.e <= extra - 4) return narrow(result)
    }
  }

  /** Whether x + y is 1 to the last digit, which their rounded sum alone does not tell. */
  const isComplement = (x: Decimal, y: Decimal): boolean =>
    x.plus(y).eq(1) && x.decimalPlaces() === y.decimalPlaces() && wide(x.decimalPlaces()).add(x, y).eq(1)

  /** (x − y) ln((1−y)/y) − D(x‖y), where neither is certain. */
  const entropyDifference = (x: Decimal, y: Decimal): Decimal => {
    if (x.eq(y) || isComplement(x, y)) return new D(0)
    if (y.isZero() || y.eq(1) || x.isZero() || x.eq(1)) return entropy(x).minus(entropy(y))
    return difference(x, y, (of, p, q) => [of.mul(of.sub(p, q), of.logOdds(q)), of.relativeEntropy(p, q)])
  }

  const half = new D('0.5')

  /** c and Σ of the optimal reset to an error x in y attempts. */
  const resetOf = (x: Decimal, y: Decimal): readonly [multiplier: Decimal, dissipation: Decimal] => {
    const none = [new D(NaN), new D(NaN)] as const
    if (!(x.gt(0) && x.lte(half) && y.gt(0) && y.isFinite())) return none
    if (x.eq(half)) return [new D(0), new D(0)]
    const spare = difference(x, y, (of, error, attempts) => [
      attempts,
      of.lnRatio(of.constant({ decimal: '0.5' }), error)
    ])
    if (!spare.gt(0)) return none
    // Few spare attempts are the difference of many; about ½, Σ is of the order of ½ − x, its parts are not.
    const extra = 8 + Math.max(0, y.e - spare.e) - 2 * half.minus(x).e
    const [W, of] = [wide(extra), wider(extra)]
    const error = new W(x)
    const wanted = of.sub(new W(y), of.lnRatio(new W(half), error))
    const quick = numberAlgebra.resetMultiplier(x.toNumber(), y.toNumber())
    const settled = -Math.ceil(digits / 2) - 2
    const isSettled = (c: Decimal, next: Decimal): boolean => {
      const step = next.minus(c)
      return step.isZero() || step.e - c.e < settled
    }
    const c = multiplier(of, error, wanted, isSettled, quick > 0 ? new W(quick) : undefined)
    return [narrow(c), narrow(resetBy(of)(error, c).dissipation)]
  }

  return {
    ...algebra,
    arsinh: odd((x) => {
      const square = x.times(x)
      return log1p(x.plus(square.div(square.plus(1).sqrt().plus(1))))
    }),
    artanh: odd((x) => log1p(x.times(2).div(one.minus(x))).div(2)),
    resetDissipation: (x, y) => resetOf(x, y)[1],
    resetMultiplier: (x, y) => resetOf(x, y)[0],
    angle: (x) => {
      const tangent = one.minus(x.times(2)).div(x.times(one.minus(x)).sqrt().times(2).plus(1))
      return arctan(tangent).times(2)
    },
    entropyDifference,
    phi1,
    phi2,
    phi2Slope,
    langevin,
    langevinSlope,
    step: (x) => new D(x.isZero() ? '0.5' : x.isNaN() ? NaN : x.isNegative() ? 0 : 1)
  }
}
