/**
 * The interval reading encloses: held against exact fractions where a result is one, against values
 * computed by integers alone where it is none, and over boxes against the decimal reading inside them.
 */
import fc from 'fast-check'
import { binary, unary, type Algebra, type Binary, type Unary } from '../../src/formula/algebra'
import { decimalAlgebra } from '../../src/reading/decimal'
import { intervalAlgebra, intervalOf, type Interval } from '../../src/reading/interval'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { minus, order, over, plus, ratio, ratioOf, times, type Ratio } from '../units/rational'
import { any, domains, pairs, resets, Wide } from './domains'
import { containsTruth, truths, type Truth } from './truth'

const Hundred = decimalsOf(100)
const hundred = decimalAlgebra(100)

const precisions = fc.constantFrom(1, 2, 3, 7, 16, 20, 38, 60)
const algebras = new Map<number, Algebra<Interval>>()
const algebraOf = (digits: number): Algebra<Interval> => {
  const known = algebras.get(digits) ?? intervalAlgebra(digits)
  algebras.set(digits, known)
  return known
}
const interval = (digits: number, lower: Decimal | string | number, upper = lower): Interval =>
  intervalOf(digits)(new Wide(lower), new Wide(upper))
const isNowhere = ({ lower, upper }: Interval): boolean => lower.isNaN() && upper.isNaN()

describe('what is a fraction', () => {
  const zero = ratio(0n)
  const larger = (x: Ratio, y: Ratio): Ratio => (order(x, y) < 0 ? y : x)
  const fractions: { readonly [B in Binary]?: (x: Ratio, y: Ratio) => Ratio } = {
    add: plus,
    sub: minus,
    mul: times,
    div: over,
    max: larger,
    min: (x, y) => minus(zero, larger(minus(zero, x), minus(zero, y)))
  }
  /** Both ends are the value if they can be, else the two numbers of so many digits about it. */
  const isClosest = ({ lower, upper }: Interval, value: Ratio, digits: number): boolean => {
    const [below, above] = [order(ratioOf(lower), value), order(ratioOf(upper), value)]
    if (below === 0 || above === 0) return below === 0 && above === 0
    const last = new Wide(10).pow(Math.min(lower.e, upper.e) + 1 - digits)
    return below < 0 && above > 0 && new Wide(upper).minus(lower).lte(last)
  }
  const exact = (digits: number, x: Decimal): Decimal => x.toSignificantDigits(digits)

  test.each(Object.entries(fractions))('%s is enclosed as closely as can be', (op, of) => {
    fc.assert(
      fc.property(precisions, any, any, (digits, a, b) => {
        const [x, y] = [exact(digits, a), exact(digits, b)]
        const found = algebraOf(digits)[op as Binary](interval(digits, x), interval(digits, y))
        expect(isClosest(found, of(ratioOf(x), ratioOf(y)), digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  test('neg, square and step too', () => {
    fc.assert(
      fc.property(precisions, any, (digits, a) => {
        const x = exact(digits, a)
        const { neg, square, step } = algebraOf(digits)
        const [of, at] = [ratioOf(x), interval(digits, x)]
        expect(isClosest(neg(at), minus(zero, of), digits)).toBe(true)
        expect(isClosest(square(at), times(of, of), digits)).toBe(true)
        expect(isClosest(step(at), ratio(x.gt(0) ? 1n : 0n), digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  test('a constant is enclosed by its digits, all of them or those below and above', () => {
    fc.assert(
      fc.property(precisions, any, (digits, x) => {
        const found = algebraOf(digits).constant({ decimal: x.toString() })
        expect(isClosest(found, ratioOf(x), digits)).toBe(true)
      })
    )
  })
})

type Arithmetic = ReturnType<typeof truths>
type Of1 = (of: Arithmetic, x: Truth) => Truth
type Of2 = (of: Arithmetic, x: Truth, y: Truth) => Truth

const isZero = (x: Truth): boolean => x.least === 0n && x.most === 0n
const complement: Of1 = ({ sub, whole }, x) => sub(whole(1), x)
const xlnx: Of1 = (of, x) => (isZero(x) ? x : of.mul(x, of.ln(x)))
const angle: Of1 = (of, x) =>
  x.most * 2n <= of.unit
    ? of.sub(of.div(of.pi, of.whole(2)), of.by(of.atan(of.sqrt(of.div(x, complement(of, x)))), 2n))
    : of.neg(angle(of, complement(of, x)))
const arsinh: Of1 = (of, x) =>
  x.least < 0n ? of.neg(arsinh(of, of.neg(x))) : of.ln(of.add(x, of.sqrt(of.add(of.whole(1), of.mul(x, x)))))

/** e^(−2|x|), of which coth x and sinh x are made. */
const fallen: Of1 = (of, x) => of.exp(of.by(x.least < 0n ? x : of.neg(x), 2n))
const langevin: Of1 = (of, x) => {
  if (isZero(x)) return x
  if (x.least < 0n) return of.neg(langevin(of, of.neg(x)))
  const e = fallen(of, x)
  return of.sub(of.div(of.add(of.whole(1), e), complement(of, e)), of.div(of.whole(1), x))
}
const entropy: Of1 = (of, x) => of.neg(of.add(xlnx(of, x), xlnx(of, complement(of, x))))

/** The textbook forms, cancellation and all: there are enough places. */
const textbook: { readonly [U in Exclude<Unary, 'neg' | 'square' | 'step' | 'exp'>]: Of1 } = {
  sqrt: ({ sqrt }, x) => sqrt(x),
  expm1: ({ sub, exp, whole }, x) => sub(exp(x), whole(1)),
  ln: ({ ln }, x) => ln(x),
  log1p: ({ ln, add, whole }, x) => ln(add(whole(1), x)),
  arsinh,
  artanh: (of, x) => of.div(of.sub(of.ln(of.add(of.whole(1), x)), of.ln(complement(of, x))), of.whole(2)),
  entropy,
  logOdds: (of, x) => of.sub(of.ln(complement(of, x)), of.ln(x)),
  angle,
  phi1: ({ sub, exp, whole, div }, x) => (isZero(x) ? whole(1) : div(sub(exp(x), whole(1)), x)),
  phi2: ({ sub, exp, whole, mul, div, ratio }, x) =>
    isZero(x) ? ratio(1n, 2n) : div(sub(sub(exp(x), whole(1)), x), mul(x, x)),
  phi2Slope: ({ add, sub, exp, whole, mul, div, ratio }, x) =>
    isZero(x) ? ratio(1n, 6n) : div(add(add(mul(exp(x), sub(x, whole(2))), x), whole(2)), mul(mul(x, x), x)),
  langevin,
  langevinSlope: (of, x) => {
    if (isZero(x)) return of.ratio(1n, 3n)
    const e = fallen(of, x)
    const [left, one] = [complement(of, e), of.whole(1)]
    return of.sub(of.div(one, of.mul(x, x)), of.div(of.by(e, 4n), of.mul(left, left)))
  }
}

const term: Of2 = (of, x, y) => (isZero(x) ? x : of.mul(x, of.sub(of.ln(x), of.ln(y))))

const textbookOfTwo = {
  relativeEntropy: (of, x, y) => of.add(term(of, x, y), term(of, complement(of, x), complement(of, y))),
  entropyDifference: (of, x, y) => of.sub(entropy(of, x), entropy(of, y)),
  lnRatio: (of, x, y) => of.sub(of.ln(x), of.ln(y))
} satisfies { readonly [B in Binary]?: Of2 }

/** More places than any cancellation in the textbook forms costs. */
const placesFor = (op: Unary | Binary, ...of: readonly Decimal[]): number => {
  const smallest = Math.max(0, ...of.filter((x) => !x.isZero()).map((x) => -x.e))
  const largest = Math.max(0, ...of.map((x) => x.e))
  return 110 + (/^(phi|lang)/.test(op) ? 4 : 2) * smallest + (/^(ars|lang)/.test(op) ? 2 * largest : 0)
}

/** Whether eʸ is in an interval, which is said of y and the logarithms of its ends: some have no places. */
const containsExp = ({ lower, upper }: Interval, of: Arithmetic, y: Truth): boolean =>
  (lower.lte(0) || of.lnOf(lower).least <= y.most) && upper.gt(0) && of.lnOf(upper).most >= y.least

/** At most three units in the last digit apart. */
const isTight = ({ lower, upper }: Interval, digits: number): boolean =>
  new Wide(upper).minus(lower).lte(Wide.max(lower.abs(), upper.abs()).times(`3e${1 - digits}`))

const isExact = ({ lower, upper }: Interval): boolean => lower.eq(upper)

/** c and Σ of a reset, from a guess that the decimal reading makes. */
const resetTruth = (x: Decimal, n: Decimal) => {
  const c = hundred.resetMultiplier(new Hundred(x), new Hundred(n))
  const distance = new Wide('0.5').minus(x)
  const of = truths(160 + 3 * Math.abs(c.e) + 3 * (-x.e - (distance.isZero() ? 0 : distance.e)))
  if (distance.isZero()) return { of, multiplier: of.whole(0), dissipation: of.whole(0) }
  return { of, ...of.reset(of.of(x), of.of(n), of.of(c), of.of(new Wide('1e-80'))) }
}

describe('what is no fraction is enclosed, where the argument is exact', () => {
  test.each(Object.keys(textbook) as (keyof typeof textbook)[])('%s', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, domains[op], (digits, x) => {
        const argument = interval(digits, x)
        const found = algebraOf(digits)[op](argument)
        if (isNowhere(found)) return // so few digits that the argument may lie outside the domain
        said++
        const of = truths(placesFor(op, x))
        expect(containsTruth(found, textbook[op](of, of.of(x)), of.unit)).toBe(true)
        if (isExact(argument)) expect(isTight(found, digits)).toBe(true)
      }),
      { numRuns: 120 }
    )
    expect(said).toBeGreaterThan(60)
  })

  test('exp', () => {
    fc.assert(
      fc.property(precisions, domains.exp, (digits, x) => {
        const argument = interval(digits, x)
        const found = algebraOf(digits).exp(argument)
        const of = truths(placesFor('exp', x))
        expect(containsExp(found, of, of.of(x))).toBe(true)
        if (isExact(argument)) expect(isTight(found, digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  test('pow', () => {
    let said = 0
    fc.assert(
      fc.property(precisions, pairs.pow, (digits, [x, y]) => {
        const [base, exponent] = [interval(digits, x), interval(digits, y)]
        const found = algebraOf(digits).pow(base, exponent)
        if (isNowhere(found)) return // beyond the range of decimals
        said++
        const of = truths(placesFor('pow', y))
        expect(containsExp(found, of, of.mul(of.of(y), of.lnOf(x)))).toBe(true)
        if (isExact(base) && isExact(exponent)) expect(isTight(found, digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
    expect(said).toBeGreaterThan(110)
  })

  test.each(Object.keys(textbookOfTwo) as (keyof typeof textbookOfTwo)[])('%s', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, pairs[op], (digits, [x, y]) => {
        const [p, q] = [interval(digits, x), interval(digits, y)]
        const found = algebraOf(digits)[op](p, q)
        if (isNowhere(found)) return
        said++
        const of = truths(placesFor(op, x, y) + 60)
        expect(containsTruth(found, textbookOfTwo[op](of, of.of(x), of.of(y)), of.unit)).toBe(true)
        if (isExact(p) && isExact(q)) expect(isTight(found, digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
    expect(said).toBeGreaterThan(90)
  })

  test('resetDissipation and resetMultiplier', () => {
    let said = 0
    fc.assert(
      fc.property(precisions, resets, (digits, [x, n]) => {
        const [ε, attempts] = [interval(digits, x), interval(digits, n)]
        const { resetDissipation, resetMultiplier } = algebraOf(digits)
        const found = [resetDissipation(ε, attempts), resetMultiplier(ε, attempts)] as const
        if (isNowhere(found[0])) return // so few digits that there may not be enough attempts
        said++
        const { of, multiplier, dissipation } = resetTruth(x, n)
        expect(containsTruth(found[0], dissipation, of.unit)).toBe(true)
        expect(containsTruth(found[1], multiplier, of.unit)).toBe(true)
        if (isExact(ε) && isExact(attempts))
          for (const each of found) expect(isTight(each, digits)).toBe(true)
      }),
      { numRuns: 80 }
    )
    expect(said).toBeGreaterThan(50)
  })
})

describe('known values', () => {
  const digits = 45
  const { entropy, angle, logOdds, ln, exp, phi1, langevin, resetDissipation, resetMultiplier } =
    algebraOf(digits)
  const of = truths(120)
  const at = (x: string | number): Interval => interval(digits, x)

  test('certainty and even odds are exact', () => {
    for (const found of [entropy(at(0)), entropy(at(1)), angle(at('0.5')), logOdds(at('0.5')), ln(at(1))])
      expect([found.lower.isZero(), found.upper.isZero()]).toEqual([true, true])
    expect(containsTruth(entropy(at('0.5')), of.ln2, of.unit)).toBe(true)
    expect(containsTruth(angle(at(0)), of.div(of.pi, of.whole(2)), of.unit)).toBe(true)
    expect(containsTruth(exp(at(1)), of.exp(of.whole(1)), of.unit)).toBe(true)
  })

  test('φ₁(1) is e − 1, and 𝓛(½ ln 3) is 2 − 2/ln 3', () => {
    expect(containsTruth(phi1(at(1)), of.sub(of.exp(of.whole(1)), of.whole(1)), of.unit)).toBe(true)
    // coth(½ ln 3) = (3 + 1)/(3 − 1)
    const ln3 = of.lnOfRatio(3n, 1n)
    const halved = { lower: ln(at(3)).lower.div(2), upper: ln(at(3)).upper.div(2) }
    expect(containsTruth(langevin(halved), of.sub(of.whole(2), of.div(of.whole(2), ln3)), of.unit)).toBe(true)
  })

  test('a reset to 3/16 in 1 + ln 2 attempts conserves ¼, and produces ½ ln 2 + ⅛ − (3/16) ln 3', () => {
    // a is ½ at ½, and ⅔ at 3/16: a hand can do the rest.
    const { lower, upper } = ln(at(2))
    const attempts = { lower: lower.plus(1), upper: upper.plus(1) }
    const nats = of.sub(
      of.add(of.div(of.ln2, of.whole(2)), of.ratio(1n, 8n)),
      of.mul(of.ratio(3n, 16n), of.lnOfRatio(3n, 1n))
    )
    const found = resetDissipation(at('0.1875'), attempts)
    expect(containsTruth(found, nats, of.unit)).toBe(true)
    expect(new Wide(found.upper).minus(found.lower).lte('1e-44')).toBe(true)
    expect(containsTruth(resetMultiplier(at('0.1875'), attempts), of.ratio(1n, 4n), of.unit)).toBe(true)
  })

  test.each([1, 2, 5, 20])('with %d digits, a Σ that is a hair below them is not said to be them', (few) => {
    // n at which Σ(0.1, n) is less than 0.2 by a part in 10 to the few + 5: Newton's method, ∂Σ/∂n = −c.
    const target = new Hundred('0.2').times(new Hundred(1).minus(`1e-${few + 5}`))
    const ε = new Hundred('0.1')
    let n = new Hundred(4)
    for (let k = 0; k < 9; k++)
      n = n.plus(hundred.resetDissipation(ε, n).minus(target).div(hundred.resetMultiplier(ε, n)))
    const exactly = n.toSignificantDigits(60)
    const { lower, upper } = algebraOf(few).resetDissipation(
      { lower: ε, upper: ε },
      { lower: exactly, upper: exactly }
    )
    expect([lower.lt('0.2'), upper.gte(target)]).toEqual([true, true])
  })

  test('an even bit needs no reset: nothing is produced, in however few attempts', () => {
    for (const n of ['1e-100', '1', '1e100']) {
      for (const { lower, upper } of [resetDissipation(at('0.5'), at(n)), resetMultiplier(at('0.5'), at(n))])
        expect([lower.isZero(), upper.isZero()]).toEqual([true, true])
    }
  })

  test('ε is a hair from ½: the entropy lacks twice its square', () => {
    const ε = interval(digits, '0.499999999999999999999999999999')
    const lack = of.ratio(2n, 10n ** 60n)
    expect(containsTruth(entropy(ε), of.sub(of.ln2, lack), of.unit)).toBe(true)
    const found = algebraOf(digits).relativeEntropy(ε, at('0.5'))
    expect(containsTruth(found, lack, of.unit)).toBe(true)
    expect(new Wide(found.upper).minus(found.lower).lte('1e-100')).toBe(true)
  })
})

describe('over a box', () => {
  const share = fc
    .tuple(fc.constantFrom(0, 1), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })))
    .map(([from, by]) => Math.abs(from - by))
  const inside = ({ lower, upper }: Interval, t: number): Decimal =>
    t === 1
      ? new Hundred(upper)
      : new Hundred(lower)
          .plus(new Hundred(upper).minus(lower).times(t))
          .toSignificantDigits(90)
          .clamp(lower, upper)
  const ordered = (digits: number, x: Decimal, y: Decimal): Interval =>
    interval(digits, Wide.min(x, y), Wide.max(x, y))
  const encloses = ({ lower, upper }: Interval, value: Decimal): boolean =>
    lower.lte(value) && upper.gte(value)
  /** Each end is that of some values, but for a few units of the last digit. */
  const isRangeOf = ({ lower, upper }: Interval, values: readonly Decimal[], digits: number): boolean => {
    const [low, high] = [Wide.min(...values), Wide.max(...values)]
    const slack = (end: Decimal): Decimal =>
      end
        .abs()
        .times(`4e${1 - digits}`)
        .plus(`4e${-digits}`)
    return low.minus(lower).lte(slack(low)) && new Wide(upper).minus(high).lte(slack(high))
  }

  /** Where a function turns. */
  const turns: { readonly [U in Unary]?: string } = {
    square: '0',
    entropy: '0.5',
    langevinSlope: '0'
  }

  test.each(Object.keys(unary) as Unary[])('%s has its values there, and its range is no wider', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, domains[op], domains[op], share, (digits, a, b, t) => {
        const x = ordered(digits, a, b)
        const found = algebraOf(digits)[op](x)
        if (isNowhere(found)) return
        said++
        expect(encloses(found, hundred[op](inside(x, t)))).toBe(true)
        const turn = turns[op]
        const extremes = turn !== undefined && encloses(x, new Wide(turn)) ? [new Wide(turn)] : []
        const values = [x.lower, x.upper, ...extremes].map((each) => hundred[op](new Hundred(each)))
        expect(values.every((each) => encloses(found, each))).toBe(true)
        expect(op === 'step' || isRangeOf(found, values, digits)).toBe(true)
      }),
      { numRuns: 80 }
    )
    expect(said).toBeGreaterThan(40)
  })

  test.each(Object.keys(binary) as Binary[])('%s has its values there, and its range is no wider', (op) => {
    let said = 0
    fc.assert(
      fc.property(precisions, pairs[op], pairs[op], share, share, (digits, [a, b], [c, d], s, t) => {
        const [x, y] = [ordered(digits, a, c), ordered(digits, b, d)]
        const found = algebraOf(digits)[op](x, y)
        if (isNowhere(found)) return
        said++
        expect(encloses(found, hundred[op](inside(x, s), inside(y, t)))).toBe(true)
        // A difference of entropies has its extremes where either turns.
        const even = new Wide('0.5')
        const ends = (of: Interval): readonly Decimal[] =>
          op === 'entropyDifference' && encloses(of, even) ? [of.lower, of.upper, even] : [of.lower, of.upper]
        const corners = ends(x).flatMap((p) =>
          ends(y).map((q) => hundred[op](new Hundred(p), new Hundred(q)))
        )
        expect(corners.every((each) => encloses(found, each))).toBe(true)
        const overlap = op === 'relativeEntropy' && x.lower.lte(y.upper) && y.lower.lte(x.upper)
        expect(isRangeOf(found, overlap ? [...corners, new Wide(0)] : corners, digits)).toBe(true)
      }),
      { numRuns: 80 }
    )
    expect(said).toBeGreaterThan(25)
  })

  test.each([
    ['square', '-1', '2', '0', '4'],
    ['square', '-3', '2', '0', '9'],
    ['square', '-3', '-2', '4', '9'],
    ['entropy', '0', '1', '0', '0.69314718056'],
    ['entropy', '0.4', '0.9', '0.3250829734', '0.69314718056'],
    ['langevinSlope', '-1', '2', '0.17397817016', '0.33333333333'],
    ['langevinSlope', '-3', '-1', '0.10114676534', '0.27593833903'],
    ['step', '-1', '1', '0', '1'],
    ['step', '0', '0', '0', '1'],
    ['step', '0', '1', '0', '1'],
    ['step', '1', '2', '1', '1'],
    ['step', '-2', '-1', '0', '0']
  ] as const)('%s of [%s, %s] is [%s, %s]', (op, from, to, lower, upper) => {
    const found = algebraOf(30)[op](interval(30, from, to))
    expect(isRangeOf(found, [new Wide(lower), new Wide(upper)], 9)).toBe(true)
    for (const near of [new Wide(lower).plus('1e-9'), new Wide(upper).minus('1e-9')])
      expect(encloses(found, near)).toBe(lower !== upper)
  })

  test('a power of what may be 0 reaches from 0 to the largest of its corners', () => {
    const positive = domains.sqrt
    const exponents = fc.tuple(positive, positive).filter((both) => both.every(({ e }) => Math.abs(e) < 20))
    let said = 0
    fc.assert(
      fc.property(precisions, positive, exponents, share, share, (digits, most, [c, d], s, t) => {
        const [x, y] = [interval(digits, 0, most), ordered(digits, c, d)]
        const found = algebraOf(digits).pow(x, y)
        if (isNowhere(found)) return
        said++
        const [at, by] = [inside(x, s), inside(y, t)]
        expect(encloses(found, at.isZero() ? at : hundred.pow(at, by))).toBe(true)
        const corners = [y.lower, y.upper].map((end) => hundred.pow(new Hundred(x.upper), new Hundred(end)))
        expect(found.lower.isZero()).toBe(true)
        expect(isRangeOf(found, [new Wide(0), ...corners], digits)).toBe(true)
      }),
      { numRuns: 150 }
    )
    expect(said).toBeGreaterThan(75)
  })

  test.each([
    [0, 2, 2, 2, 0, 4],
    [0, 0.25, 0.5, 0.5, 0, 0.5],
    [0, 0.25, 0.5, 2, 0, 0.5],
    [0, 4, 0.5, 3, 0, 64],
    [0, 0, 0.5, 3, 0, 0],
    [0, 1, 0.5, 3, 0, 1]
  ])('[%d, %d] to the power of [%d, %d] is [%d, %d]', (a, b, c, d, lower, upper) => {
    const found = algebraOf(30).pow(interval(30, a, b), interval(30, c, d))
    expect(isRangeOf(found, [new Wide(lower), new Wide(upper)], 29)).toBe(true)
    expect([encloses(found, new Wide(lower)), encloses(found, new Wide(upper))]).toEqual([true, true])
  })

  test.each([
    ['below', ['0.1', '0.2'], ['0.3', '0.4'], ['0.2', '0.3'], ['0.1', '0.4']],
    ['above', ['0.7', '0.8'], ['0.3', '0.4'], ['0.7', '0.4'], ['0.8', '0.3']],
    ['about', ['0.1', '0.8'], ['0.3', '0.4'], ['0.3', '0.3'], ['0.8', '0.3']],
    ['at certainty', ['0', '0'], ['0.3', '0.4'], ['0', '0.3'], ['0', '0.4']],
    ['at certainty', ['1', '1'], ['0.3', '0.4'], ['1', '0.4'], ['1', '0.3']]
  ] as const)('relativeEntropy of p %s q is least where they are closest', (_, p, q, least, most) => {
    const { relativeEntropy } = algebraOf(30)
    const at = ([a, b]: readonly [string, string]) => hundred.relativeEntropy(new Hundred(a), new Hundred(b))
    const found = relativeEntropy(interval(30, p[0], p[1]), interval(30, q[0], q[1]))
    expect(isRangeOf(found, [at(least), at(most)], 30)).toBe(true)
    expect([encloses(found, at(least)), encloses(found, at(most))]).toEqual([true, true])
  })

  test('½ between, the entropy rises to ln 2 and not only to its ends', () => {
    const { upper } = algebraOf(20).entropy(interval(20, '0.1', '0.9'))
    expect(upper.gte(hundred.entropy(new Hundred('0.5')))).toBe(true)
  })

  test('quotients and products of mixed signs take the right corners', () => {
    const { mul, div } = algebraOf(5)
    const ends = ({ lower, upper }: Interval) => [lower.toNumber(), upper.toNumber()]
    const of = (from: number, to: number): Interval => interval(5, from, to)
    expect(ends(mul(of(-2, 3), of(-5, 7)))).toEqual([-15, 21])
    expect(ends(mul(of(-3, -2), of(-5, 7)))).toEqual([-21, 15])
    expect(ends(div(of(-2, 3), of(2, 4)))).toEqual([-1, 1.5])
    expect(ends(div(of(1, 3), of(-4, -2)))).toEqual([-1.5, -0.25])
    expect(ends(div(of(-3, -1), of(2, 4)))).toEqual([-1.5, -0.25])
  })
})

describe('nothing is said', () => {
  const digits = 20
  const algebra = algebraOf(digits)
  const of = (from: string, to: string): Interval => interval(digits, from, to)

  test.each([
    ['ln', '0', '1'],
    ['ln', '-1', '1'],
    ['log1p', '-1', '0'],
    ['sqrt', '-1e-30', '1'],
    ['artanh', '0', '1'],
    ['artanh', '-1', '0'],
    ['entropy', '-0.1', '0.5'],
    ['entropy', '0.5', '1.1'],
    ['logOdds', '0', '0.5'],
    ['logOdds', '0.5', '1'],
    ['angle', '-0.1', '0.5'],
    ['angle', '0.5', '1.1'],
    ['angle', '1', '1.1']
  ] as const)('of %s over [%s, %s], where it is not all defined', (op, from, to) => {
    expect(isNowhere(algebra[op](of(from, to)))).toBe(true)
  })

  test.each([
    ['div', ['1', '2'], ['0', '1']],
    ['div', ['1', '2'], ['-1', '0']],
    ['div', ['1', '2'], ['-1', '1']],
    ['div', ['0', '0'], ['0', '0']],
    ['pow', ['0', '1'], ['0', '2']],
    ['pow', ['0', '0'], ['0', '0']],
    ['pow', ['0', '1'], ['-1', '2']],
    ['pow', ['-1', '1'], ['2', '2']],
    ['pow', ['-1', '-1'], ['0', '0']],
    ['relativeEntropy', ['0.1', '0.2'], ['0', '0.5']],
    ['relativeEntropy', ['0.1', '0.2'], ['0.5', '1']],
    ['relativeEntropy', ['-0.1', '0.2'], ['0.5', '0.5']],
    ['relativeEntropy', ['0.1', '1.2'], ['0.5', '0.5']],
    ['entropyDifference', ['-0.1', '0.2'], ['0.5', '0.5']],
    ['entropyDifference', ['0.1', '0.1'], ['0.5', '1.1']],
    ['lnRatio', ['0', '1'], ['1', '1']],
    ['lnRatio', ['1', '1'], ['0', '1']],
    ['lnRatio', ['-1', '-1'], ['-1', '-1']],
    ['resetDissipation', ['0', '0.1'], ['9', '9']],
    ['resetDissipation', ['0.1', '0.51'], ['9', '9']],
    // ln 5 attempts are the least for 0.1.
    ['resetDissipation', ['0.1', '0.1'], ['1.6094379124341003746', '9']],
    ['resetDissipation', ['0.5', '0.5'], ['0', '1']],
    ['resetMultiplier', ['0.1', '0.1'], ['1.6094379124341003746', '9']],
    ['resetMultiplier', ['0.1', '0.1'], ['-9', '9']]
  ] as const)('of %s over [%s] and [%s]', (op, [a, b], [c, d]) => {
    expect(isNowhere(algebra[op](of(a, b), of(c, d)))).toBe(true)
  })

  test('of what nothing is said of, by any operation', () => {
    const nowhere = algebra.ln(of('-1', '1'))
    const half = of('0.5', '0.5')
    const nothing = of('0', '0')
    for (const op of Object.keys(unary) as Unary[])
      expect([op, isNowhere(algebra[op](nowhere))]).toEqual([op, true])
    for (const op of Object.keys(binary) as Binary[])
      for (const other of [half, nothing])
        expect([op, isNowhere(algebra[op](nowhere, other)), isNowhere(algebra[op](other, nowhere))]).toEqual([
          op,
          true,
          true
        ])
  })

  const [huge, tiny, more] = ['9e9000000000000000', '1e-9000000000000000', '2e-9000000000000000']

  test.each([
    ['add', huge, huge],
    ['sub', more, '1.5e-9000000000000000'],
    ['add', more, '-1.5e-9000000000000000'],
    ['mul', huge, '2'],
    ['mul', tiny, '0.1'],
    ['mul', tiny, '-0.1'],
    ['div', tiny, '10'],
    ['div', huge, '0.1'],
    ['pow', '2', '1e17'],
    ['pow', '0.5', '-1e17'],
    ['relativeEntropy', tiny, more],
    ['lnRatio', more, '1.5e-9000000000000000'],
    ['lnRatio', huge, tiny],
    ['entropyDifference', more, '1.5e-9000000000000000'],
    ['resetDissipation', '0.1', huge],
    ['resetMultiplier', '0.1', '1e5000000000000000']
  ] as const)('of %s(%s, %s), beyond the range of decimals', (op, x, y) => {
    expect(isNowhere(algebra[op](of(x, x), of(y, y)))).toBe(true)
  })

  test.each([
    ['square', huge],
    ['square', tiny],
    ['exp', '1e17'],
    ['expm1', '1e17'],
    ['phi2', '1e17'],
    ['phi2', '-1e5000000000000000'],
    ['phi2Slope', '-1e4000000000000000'],
    ['phi1', '1e17'],
    ['langevin', tiny],
    ['langevinSlope', '1e5000000000000000']
  ] as const)('of %s(%s)', (op, x) => {
    expect(isNowhere(algebra[op](of(x, x)))).toBe(true)
  })

  /** From 0 to a hair above the smallest decimal: a power that seems to be less may be a hair more. */
  const isTooSmall = ({ lower, upper }: Interval): boolean =>
    lower.isZero() && upper.gte('1e-9000000000000000') && upper.lte('1.000001e-9000000000000000')

  test('but an exponential or a power too small for a decimal is between 0 and the smallest', () => {
    for (const x of ['-1e17', '-1e18', '-1e1000', '-2.1e16']) {
      expect([x, isTooSmall(algebra.exp(of(x, x)))]).toEqual([x, true])
      expect([x, isTooSmall(algebra.pow(of('3', '3'), of(x, x)))]).toEqual([x, true])
    }
    for (const { lower, upper } of [
      algebra.exp(of('-1e17', '0')),
      algebra.pow(of('2', '2'), of('-1e17', '0')),
      algebra.pow(of('0.5', '1'), of('1e17', '1e18'))
    ])
      expect([lower.isZero(), upper.gte(1), upper.lte('1.000001')]).toEqual([true, true, true])
    const rim = algebra.pow(of('10', '10'), of('-9000000000000000', '-9000000000000000'))
    expect([rim.lower.lte(tiny), rim.upper.gte(tiny)]).toEqual([true, true])
  })

  test('and at the rim of the range logarithms are told', () => {
    const of20 = truths(60)
    const rim = ['1e9000000000000000', tiny].map((x) => new Wide(x))
    for (const x of rim)
      expect(containsTruth(algebra.ln(interval(digits, x)), of20.lnOf(x), of20.unit)).toBe(true)
    for (const x of ['2.07e16', '-2.07e16']) {
      const found = algebra.exp(of(x, x))
      expect(isNowhere(found) || containsExp(found, of20, of20.of(new Wide(x)))).toBe(true)
    }
  })
})
