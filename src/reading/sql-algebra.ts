/**
 * The SQL reading of each operation: the stable forms of the number reading, of safe terms.
 */
import type { Algebra, Binary, Unary } from '../formula/algebra'
import { nodes } from './number'
import { multiplier, resetBy } from './optimal-reset'
import type { Term, Terms } from './sql-term'

/** Newton's steps that settle c: the fourth changes it by less than 1e-7, wherever it is, and its square is lost. */
const newtonSteps = 5

/** The operations, of what may vary. */
const varying = (of: Terms): Algebra<Term> => {
  const { number, add, sub, mul, div, neg, abs, sqrt, exp, ln, log1p, expm1, below, equal, choose, where } =
    of
  const [zero, half, one, two] = [0, 0.5, 1, 2].map(number) as [Term, Term, Term, Term]
  const square = (x: Term): Term => mul(x, x)
  const isBelow = (x: Term, y: Term) => below(x, '<', y)
  const isZero = (x: Term) => equal(x, 0)

  /** Σ cₖ xᵏ. */
  const series = (x: Term, coefficients: readonly number[]): Term =>
    coefficients.map(number).reduceRight((sum, next) => add(next, mul(x, sum)))

  /** One form of a function about 0, up to 2^exponent; another beyond. */
  const about0 = (x: Term, exponent: number, near: (x: Term) => Term, far: (x: Term) => Term): Term => {
    if (x.size.most <= exponent) return near(x)
    const end = number(2 ** exponent)
    const isFar = isBelow(end, abs(x))
    const small = of.within(x, -Infinity, exponent)
    return choose(
      isFar,
      far(where(isFar, x, { least: Math.max(exponent, x.size.least), zero: false })),
      near(small)
    )
  }
  /** An odd function, by its values above 0. */
  const odd = (x: Term, f: (x: Term) => Term): Term => {
    if (!x.size.negative) return f(x)
    const y = f(abs(x))
    return choose(isBelow(x, zero), neg(y), y)
  }

  const xlnx = (x: Term): Term => choose(isZero(x), zero, mul(x, ln(x)))
  const lnOf1 = (x: Term): Term => {
    const rest = sub(one, x)
    return choose(isZero(rest), zero, mul(rest, log1p(neg(x))))
  }

  const bregman = (x: Term): Term =>
    about0(
      x,
      -1,
      (near) => {
        const r = div(near, of.knownAs(add(two, near), { least: 0, zero: false, negative: false }))
        const sum = series(
          square(r),
          Array.from({ length: 17 }, (_, k) => 1 / (2 * k + 3))
        )
        return mul(r, add(near, mul(mul(two, add(one, near)), mul(square(r), sum))))
      },
      (far) => sub(xlnx(add(one, far)), far)
    )

  const factorials = (from: number, count: number): readonly number[] => {
    let term = 1
    for (let k = 2; k <= from; k++) term /= k
    return Array.from({ length: count }, (_, k) => (k === 0 ? term : (term /= from + k)))
  }
  const phi2 = (x: Term): Term =>
    about0(
      x,
      -1,
      (near) => series(near, factorials(2, 17)),
      (far) => div(div(sub(expm1(far), far), far), far)
    )
  const phi2SlopeAbove0 = (x: Term): Term =>
    series(
      x,
      factorials(3, 24).map((term, k) => (k + 1) * term)
    )
  const phi2Slope = (x: Term): Term =>
    about0(
      x,
      1,
      (near) => {
        const y = phi2SlopeAbove0(abs(near))
        return near.size.negative ? choose(isBelow(near, zero), mul(exp(near), y), y) : y
      },
      (far) => div(div(div(add(mul(exp(far), sub(far, two)), add(far, two)), far), far), far)
    )

  /** coth x, which is 1 from 20 on. */
  const coth = (x: Term): Term => {
    const isLarge = isBelow(number(20), x)
    return choose(isLarge, one, add(one, div(two, expm1(mul(two, x)))))
  }
  const langevin = (x: Term): Term =>
    odd(x, (above) =>
      about0(
        above,
        1,
        (near) => {
          const xx = square(near)
          let fraction = number(25)
          for (let k = 23; k >= 3; k -= 2) fraction = add(number(k), div(xx, fraction))
          return div(near, fraction)
        },
        (far) => sub(coth(far), div(one, far))
      )
    )
  const langevinSlope = (x: Term): Term =>
    about0(
      abs(x),
      1,
      (near) => {
        const y = langevin(near)
        return choose(isZero(near), number(1 / 3), sub(sub(one, square(y)), mul(two, div(y, near))))
      },
      (far) => {
        // 1/sinh² x = coth² x − 1, which is 0 from 20 on beside 1/x².
        const e = expm1(mul(two, far))
        const isLarge = isBelow(number(20), far)
        const inverse = square(div(one, far))
        return choose(isLarge, inverse, sub(inverse, div(div(mul(number(4), add(e, one)), e), e)))
      }
    )

  const logOdds = (x: Term): Term => {
    const isMiddle = of.all([below(number(0.25), '≤', x), below(x, '≤', number(0.75))])
    const middle = where(isMiddle, x, { least: -2, most: 0, zero: false, negative: false })
    const outer = where(isBelow(zero, x), x, { zero: false, negative: false })
    return choose(isMiddle, log1p(div(sub(one, mul(two, middle)), middle)), ln(div(sub(one, outer), outer)))
  }

  const relativeEntropy = (x: Term, y: Term): Term => {
    const [rest, away] = [sub(one, y), sub(x, y)]
    return add(mul(y, bregman(div(away, y))), mul(rest, bregman(neg(div(away, rest)))))
  }
  const entropy = (x: Term): Term => neg(add(xlnx(x), lnOf1(x)))
  // NULL where either is: the first condition is then no reason to take the other.
  const minimum = (x: Term, y: Term): Term => choose(below(x, '≤', y), x, where(isBelow(y, x), y))
  const maximum = (x: Term, y: Term): Term => choose(below(y, '≤', x), x, where(isBelow(x, y), y))
  const entropyDifference = (x: Term, y: Term): Term =>
    choose(
      isBelow(abs(sub(x, y)), mul(number(0.1), minimum(y, sub(one, y)))),
      sub(mul(sub(x, y), logOdds(y)), relativeEntropy(x, y)),
      sub(entropy(x), entropy(y))
    )

  const lnRatio = (x: Term, y: Term): Term => {
    const isNear = of.all([isBelow(y, mul(two, x)), isBelow(x, mul(two, y))])
    const near = of.within(div(sub(x, y), y), -Infinity, 1)
    return choose(isNear, log1p(near), ln(div(x, y)))
  }

  const resetMultiplier = (x: Term, y: Term): Term => {
    const error = where(of.all([isBelow(zero, x), isBelow(x, half)]), x, {
      most: -1,
      zero: false,
      negative: false
    })
    const spare = sub(y, lnRatio(half, error))
    const known = where(isBelow(zero, spare), spare, { zero: false, negative: false })
    let step = 0
    const c = multiplier(algebra, error, known, () => ++step === newtonSteps)
    return choose(equal(x, 0.5), where(isBelow(zero, y), zero), c)
  }
  const dissipationByParts = (x: Term, c: Term): Term => {
    const lost = (q: Term): Term =>
      log1p(div(mul(c, add(one, sqrt(add(one, div(mul(number(4), q), c))))), mul(two, q)))
    const [middle, by] = [div(add(half, x), two), div(sub(half, x), two)]
    const each = nodes.map(([at, weight]) => {
      const moved = mul(by, number(at))
      return mul(number(weight), add(lost(sub(middle, moved)), lost(add(middle, moved))))
    })
    return mul(by, each.reduce(add))
  }
  const resetDissipation = (x: Term, y: Term): Term => {
    const c = resetMultiplier(x, y)
    const spent = choose(
      isBelow(number(0.25), x),
      dissipationByParts(x, c),
      resetBy(algebra)(x, c).dissipation
    )
    return choose(equal(x, 0.5), c, spent)
  }

  const algebra: Algebra<Term> = {
    constant: ({ decimal }) => number(Number(decimal)),
    add,
    sub,
    mul,
    div,
    neg,
    square,
    sqrt,
    exp,
    expm1,
    ln,
    log1p,
    pow: (x, y) =>
      x.size.zero ? choose(isZero(x), where(isBelow(zero, y), zero), of.pow(x, y)) : of.pow(x, y),
    // By identities, as engines differ in how well they know these; of what is above 0, where no terms cancel.
    arsinh: (x) => odd(x, (y) => log1p(add(y, mul(y, div(y, add(one, sqrt(add(one, square(y))))))))),
    artanh: (x) => odd(x, (y) => mul(half, log1p(div(mul(two, y), sub(one, y))))),
    max: maximum,
    min: minimum,
    entropy,
    entropyDifference,
    relativeEntropy,
    lnRatio,
    resetDissipation,
    resetMultiplier,
    logOdds,
    angle: (x) => {
      const root = sqrt(mul(x, sub(one, x)))
      return mul(two, of.atan(div(sub(one, mul(two, x)), add(one, mul(two, root)))))
    },
    phi1: (x) => choose(isZero(x), one, div(expm1(x), x)),
    phi2,
    phi2Slope,
    langevin,
    langevinSlope,
    step: (x) => choose(isBelow(zero, x), one, choose(isBelow(x, zero), zero, half))
  }
  return algebra
}

/** The algebra of safe terms. */
export const sqlAlgebra = (of: Terms): Algebra<Term> => {
  const { constant, ...operations } = varying(of)
  const folded = Object.entries(operations).map(([name, operation]) => [
    name,
    of.folded<readonly Term[]>(name as Unary | Binary, operation)
  ])
  return { constant, ...(Object.fromEntries(folded) as Omit<Algebra<Term>, 'constant'>) }
}
