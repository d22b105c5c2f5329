/**
 * The interval reading of elementary formulas: a rigorous enclosure, rounded outward at every operation.
 *
 * + − × ÷ √ are rounded one way by decimal.js, lower ends down and upper ends up; each has the
 * constructor that does so, and the left operand decides. What decimal.js does not promise to round
 * correctly is computed with spare digits by the decimal reading, then widened by far more than it can
 * be off. Monotone functions are taken at the ends, others where their extremes are known to lie.
 *
 * An operation that is not defined on all of its argument, or leaves the range of decimals, gives no
 * numbers: nothing can be said.
 */
import type { Binary, Elementary, Unary } from '../formula/algebra'
import { decimalsOf, roundingMode, type Decimal } from '../units/decimal'
import { remembered } from '../units/remembered'
import { elementaryDecimals } from './decimal-elementary'

/** A value between two decimals. */
export interface Interval {
  readonly lower: Decimal
  readonly upper: Decimal
}

/** Whether an interval is one number. */
export const isPoint = ({ lower, upper }: Interval): boolean => lower.eq(upper)

/** Digits computed beyond those kept. The decimal reading is off by some units in the last of them. */
const spareDigits = 10
/** So many digits of the spare ones are given up for it: 10⁵ units, where tests find 10. */
const distrustedDigits = 5

const endsOf = (digits: number) => ({ Down: decimalsOf(digits, 'down'), Up: decimalsOf(digits, 'up') })

/** The narrowest interval with ends of `digits` digits about two decimals. */
export const intervalsOf = (digits: number): ((lower: Decimal, upper: Decimal) => Interval) => {
  const { Down, Up } = endsOf(digits)
  return (lower, upper) => ({
    lower: new Down(lower.toSignificantDigits(digits, roundingMode.down)),
    upper: new Up(upper.toSignificantDigits(digits, roundingMode.up))
  })
}

/** What takes no logarithm, exponential or the like. */
const cheap: readonly (Unary | Binary)[] = [
  'neg',
  'sqrt',
  'square',
  'step',
  'add',
  'sub',
  'mul',
  'div',
  'max',
  'min'
]

const textOf = ({ lower, upper }: Interval): string => `${lower.valueOf()} ${upper.valueOf()}`

/** An algebra that does not compute again what is dear, of the same numbers. */
export const remembering = <Of extends object>(algebra: Of): Of => {
  const results = remembered<Interval>(1024)
  const dear = Object.entries(algebra).filter(([op]) => op !== 'constant' && !cheap.includes(op as Unary))
  return {
    ...algebra,
    ...Object.fromEntries(
      (dear as [Unary | Binary, (...of: readonly Interval[]) => Interval][]).map(([op, f]) => [
        op,
        (...of: readonly Interval[]) => results(`${op} ${of.map(textOf).join(' ')}`, () => f(...of))
      ])
    )
  }
}

/** Elementary operations with so many digits, and what others are made with. */
export type Elementaries = ReturnType<typeof elementariesOf>

const known = remembered<Elementaries>(32)

/** The elementary operations of intervals whose ends have `digits` digits. */
export const elementaryIntervals = (digits: number): Elementaries =>
  known(String(digits), () => elementariesOf(digits))

const elementariesOf = (digits: number) => {
  const { Down, Up } = endsOf(digits)
  const between = intervalsOf(digits)
  const Near = decimalsOf(digits + spareDigits)
  const near = elementaryDecimals(digits + spareDigits).algebra
  const only = (value: number): Interval => ({ lower: new Down(value), upper: new Up(value) })
  const [nowhere, zero] = [only(NaN), only(0)] as const

  const of = (lower: Decimal, upper: Decimal): Interval =>
    lower.isFinite() && upper.isFinite() ? { lower, upper } : nowhere
  // What the decimal reading found, moved down or up by what it may be off.
  const margin = `1e-${digits + spareDigits - distrustedDigits}`
  const less = new Near(1).minus(margin)
  const more = new Near(1).plus(margin)
  const below = (x: Decimal): Decimal => new Down(x).times(x.isNegative() ? more : less)
  const above = (x: Decimal): Decimal => new Up(x).times(x.isNegative() ? less : more)

  /** What lies between the values of a function at some points, of which one is the least and one the greatest. */
  const spanned = (values: readonly Decimal[]): Interval =>
    of(Down.min(...values.map(below)), Up.max(...values.map(above)))

  type Function = (x: Decimal) => Decimal
  const increasing =
    (f: Function): ((x: Interval) => Interval) =>
    (x) => {
      const lower = f(new Near(x.lower))
      return of(below(lower), above(isPoint(x) ? lower : f(new Near(x.upper))))
    }
  const decreasing = (f: Function): ((x: Interval) => Interval) => {
    const negated = increasing((x) => f(x).neg())
    return (x) => neg(negated(x))
  }
  /** What is not 0, but too small for a decimal, is out of range. */
  const unlessGone = (result: Decimal, isNothing: boolean): Decimal =>
    result.isZero() && !isNothing ? nowhere.lower : result
  const plus = (x: Decimal, y: Decimal): Decimal => unlessGone(x.plus(y), x.eq(y.neg()))
  const minus = (x: Decimal, y: Decimal): Decimal => unlessGone(x.minus(y), x.eq(y))
  const times = (x: Decimal, y: Decimal): Decimal => unlessGone(x.times(y), x.isZero() || y.isZero())
  const over = (x: Decimal, y: Decimal): Decimal => unlessGone(x.div(y), x.isZero())
  const neg = ({ lower, upper }: Interval): Interval => ({
    lower: new Down(upper.neg()),
    upper: new Up(lower.neg())
  })
  const mul = (x: Interval, y: Interval): Interval => {
    if (x.lower.gte(0) && y.lower.gte(0)) return of(times(x.lower, y.lower), times(x.upper, y.upper))
    const pairs = [x.lower, x.upper].flatMap((a) => [y.lower, y.upper].map((b) => [a, b] as const))
    const products = (D: typeof Down): readonly Decimal[] => pairs.map(([a, b]) => times(new D(a), b))
    return of(Down.min(...products(Down)), Up.max(...products(Up)))
  }
  const div = (x: Interval, y: Interval): Interval => {
    if (y.upper.lt(0)) return div(neg(x), neg(y))
    if (!y.lower.gt(0)) return nowhere
    return of(
      over(x.lower, x.lower.isNegative() ? y.lower : y.upper),
      over(x.upper, x.upper.isNegative() ? y.upper : y.lower)
    )
  }
  const max = (x: Interval, y: Interval): Interval => of(Down.max(x.lower, y.lower), Up.max(x.upper, y.upper))

  /** A function of intervals, where its argument lies between two bounds. */
  const within =
    (isInside: (x: Interval) => boolean) =>
    (f: (x: Interval) => Interval): ((x: Interval) => Interval) =>
    (x) =>
      isInside(x) ? f(x) : nowhere
  const positive = within(({ lower }) => lower.gt(0))
  const probable = within(({ lower, upper }) => lower.gte(0) && upper.lte(1))

  /** Rises to ln 2 at ½, then falls. */
  const entropy = (x: Interval): Interval => {
    const ends = isPoint(x) ? [x.lower] : [x.lower, x.upper]
    const values = ends.map((end) => near.entropy(new Near(end)))
    return spanned(x.lower.lt('0.5') && x.upper.gt('0.5') ? [...values, near.ln(new Near(2))] : values)
  }

  /** Convex, and 0 where x = y: greatest where the two are farthest apart. */
  const relativeEntropy = (x: Interval, y: Interval): Interval => {
    if (x.lower.lt(0) || x.upper.gt(1) || !y.lower.gt(0) || !y.upper.lt(1)) return nowhere
    const at = (p: Decimal, q: Decimal): Decimal =>
      unlessGone(near.relativeEntropy(new Near(p), new Near(q)), p.eq(q))
    if (isPoint(x) && isPoint(y)) return spanned([at(x.lower, y.lower)])
    const farthest = [at(x.lower, y.upper), at(x.upper, y.lower)]
    const nearest = x.upper.lt(y.lower)
      ? at(x.upper, y.lower)
      : x.lower.gt(y.upper)
        ? at(x.lower, y.upper)
        : new Near(0)
    return spanned([...farthest, nearest])
  }

  /** Rises with x, falls with y. */
  const lnRatio = (x: Interval, y: Interval): Interval => {
    if (!x.lower.gt(0) || !y.lower.gt(0)) return nowhere
    const at = (a: Decimal, b: Decimal): Decimal =>
      unlessGone(near.lnRatio(new Near(a), new Near(b)), a.eq(b))
    return spanned([at(x.lower, y.upper), at(x.upper, y.lower)])
  }

  /** What is too small for a decimal is not 0; nor surely below the smallest, if only by a hair. */
  const above0 = ({ lower, upper }: Interval): Interval =>
    upper.isZero() ? { lower, upper: above(new Near(`1e${Near.minE}`)) } : { lower, upper }

  const exp = (x: Interval): Interval => above0(increasing(near.exp)(x))

  /** y ln x has its extremes at corners. A power of 0 is 0, and the least. */
  const pow = (x: Interval, y: Interval): Interval => {
    const from0 = x.lower.isZero() && y.lower.gt(0)
    if (!(from0 || x.lower.gt(0)) || !y.upper.isFinite()) return nowhere
    if (x.upper.isZero()) return zero
    const ends = (of: Interval): readonly Decimal[] => (isPoint(of) ? [of.lower] : [of.lower, of.upper])
    const bases = from0 ? [x.upper] : ends(x)
    const at = (a: Decimal, b: Decimal): Decimal => near.pow(new Near(a), new Near(b))
    const { lower, upper } = above0(spanned(bases.flatMap((a) => ends(y).map((b) => at(a, b)))))
    return of(from0 ? zero.lower : lower, upper)
  }

  const algebra: Elementary<Interval> = remembering({
    constant: ({ decimal }) => between(new Near(decimal), new Near(decimal)),
    add: (x, y) => of(plus(x.lower, y.lower), plus(x.upper, y.upper)),
    sub: (x, y) => of(minus(x.lower, y.upper), minus(x.upper, y.lower)),
    mul,
    div,
    max,
    min: (x, y) => of(Down.min(x.lower, y.lower), Up.min(x.upper, y.upper)),
    pow,
    relativeEntropy,
    neg,
    square: (x) => {
      const product = mul(x, x)
      return x.lower.lt(0) && x.upper.gt(0) ? of(new Down(0), product.upper) : product
    },
    sqrt: within(({ lower }) => lower.gte(0))(({ lower, upper }) => of(lower.sqrt(), upper.sqrt())),
    exp,
    expm1: increasing(near.expm1),
    ln: positive(increasing(near.ln)),
    log1p: within(({ lower }) => lower.gt(-1))(increasing(near.log1p)),
    entropy: probable(entropy),
    lnRatio,
    logOdds: within(({ lower, upper }) => lower.gt(0) && upper.lt(1))(decreasing(near.logOdds))
  })
  const ends = { Down, Up, Near, between, nowhere, zero, of, spanned, unlessGone, plus, minus, times }
  return { ...ends, increasing, decreasing, within, probable, algebra }
}
