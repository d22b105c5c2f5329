import { Decimal as Global } from 'decimal.js'
import fc from 'fast-check'
import { binary, unary, type Binary, type Unary } from '../../src/formula/algebra'
import { landauer } from '../../src/physics/thermodynamics'
import { powerLawShape } from '../../src/physics/update'
import { decimalAlgebra } from '../../src/reading/decimal'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { kelvin, updates } from '../../src/units/si'
import { absoluteError, relativeError, right } from './values'

const narrow = decimalAlgebra(34)
const wide = decimalAlgebra(80)

const Given = decimalsOf(34)

/** Decimals of 34 digits with an exponent in a range. */
const sized = (from: number, to: number): fc.Arbitrary<Decimal> =>
  fc
    .tuple(fc.bigInt({ min: 10n ** 33n, max: 10n ** 34n - 1n }), fc.integer({ min: from, max: to }))
    .map(([digits, exponent]) => new Given(`${digits}e${exponent - 33}`))

const either = (...of: readonly fc.Arbitrary<Decimal>[]): fc.Arbitrary<Decimal> => fc.oneof(...of)
const signed = (of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  fc.tuple(of, fc.boolean()).map(([x, negative]) => (negative ? x.neg() : x))
const plus = (c: number | string, of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  of.map((x) => x.plus(c))
const minus = (c: number | string, of: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> =>
  of.map((x) => x.neg().plus(c))

const tiny = sized(-400, -1)
const small = sized(-33, -2)
const huge = sized(0, 300)
const belowOne = minus(1, small).filter((x) => x.lt(1))
const uncertain = either(
  tiny.map((x) => x.div(2)),
  plus('0.5', signed(small)),
  belowOne
)

const belowHalf = either(
  tiny.map((x) => x.div(2)),
  minus('0.5', small).filter((x) => x.lt('0.5'))
)
const aboveHalf = either(plus('0.5', small), belowOne)

const arguments1: { readonly [U in Unary]: fc.Arbitrary<Decimal> } = {
  neg: signed(either(tiny, huge)),
  exp: signed(either(tiny, sized(0, 6))),
  expm1: signed(either(tiny, sized(0, 6))),
  ln: either(
    tiny,
    huge,
    plus(1, signed(small)).filter((x) => !x.eq(1))
  ),
  log1p: either(
    signed(tiny).filter((x) => x.gt(-1)),
    huge,
    belowOne.map((x) => x.neg())
  ),
  sqrt: either(tiny, huge),
  square: signed(either(tiny, huge)),
  arsinh: signed(either(tiny, huge)),
  artanh: signed(
    either(
      tiny.map((x) => x.div(2)),
      belowOne
    )
  ),
  lnGamma: either(
    tiny.map((x) => x.div(2)),
    plus('2.5', sized(-2, 60))
  ),
  entropy: uncertain,
  // Beyond ½ there is a test below.
  logOdds: belowHalf,
  angle: belowHalf,
  phi2: either(
    signed(tiny),
    signed(sized(0, 4)),
    huge.map((x) => x.neg())
  ),
  stirlingRatio: plus(2, sized(-20, 60)),
  // About its zero at 1.46 there is a test below.
  digamma: either(
    tiny.map((x) => x.div(2)),
    plus(2, sized(-2, 60))
  ),
  phi2Slope: either(
    signed(tiny),
    signed(sized(0, 4)),
    huge.map((x) => x.neg())
  ),
  step: signed(either(tiny, huge))
}

const factors = signed(either(tiny, huge))
const arguments2: { readonly [B in Binary]: fc.Arbitrary<readonly [Decimal, Decimal]> } = {
  add: fc.tuple(factors, factors),
  sub: fc.tuple(factors, factors),
  mul: fc.tuple(factors, factors),
  div: fc.tuple(factors, factors),
  max: fc.tuple(factors, factors),
  min: fc.tuple(factors, factors),
  pow: fc.tuple(either(tiny, huge, plus(1, signed(small))), signed(sized(-20, 6))),
  relativeEntropy: fc
    .oneof(
      fc.tuple(uncertain, uncertain),
      fc
        .tuple(uncertain, plus(1, signed(small)))
        .map(([q, ratio]): [Decimal, Decimal] => [q.times(ratio), q]),
      uncertain.map((q): [Decimal, Decimal] => [new Given(0), q]),
      uncertain.map((q): [Decimal, Decimal] => [new Given(1), q])
    )
    .filter(([p, q]) => p.lte(1) && q.lt(1) && !p.eq(q))
}

describe('34 digits', () => {
  test.each(Object.keys(unary) as Unary[])('of %s are those of 80', (op) => {
    fc.assert(
      fc.property(arguments1[op], (x) => {
        expect(relativeError(narrow[op](x), wide[op](x))).toBeLessThan(4e-33)
      })
    )
  })

  test.each(Object.keys(binary) as Binary[])('of %s are those of 80', (op) => {
    fc.assert(
      fc.property(arguments2[op], ([x, y]) => {
        expect(relativeError(narrow[op](x, y), wide[op](x, y))).toBeLessThan(4e-33)
      })
    )
  })

  test.each(['entropy', 'logOdds', 'angle'] as const)(
    'of %s are right for an argument of 60 digits',
    (op) => {
      const Sixty = decimalsOf(60)
      fc.assert(
        fc.property(fc.integer({ min: 35, max: 59 }), fc.boolean(), (e, negative) => {
          const x = new Sixty(`${negative ? '-' : ''}1e-${e}`).plus('0.5')
          expect(relativeError(narrow[op](x), wide[op](x))).toBeLessThan(4e-33)
        })
      )
    }
  )

  test.each(['logOdds', 'angle'] as const)('of %s are right beyond ½', (op) => {
    fc.assert(
      fc.property(aboveHalf, (x) => {
        expect(relativeError(narrow[op](x), wide[op](x))).toBeLessThan(4e-33)
      })
    )
  })

  test('of ln Γ about its zeros at 1 and 2 are those of the terms that cancel there', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2), signed(small), (zero, x) => {
        const at = x.plus(zero)
        expect(absoluteError(narrow.lnGamma(at), wide.lnGamma(at))).toBeLessThan(1e-33)
      })
    )
  })
})

describe('ln Γ', () => {
  const factorial = (n: number): bigint =>
    Array.from({ length: n }, (_, k) => BigInt(k + 1)).reduce((product, k) => product * k, 1n)
  const Wide = decimalsOf(120)
  const lnFactorial = (n: number): Decimal => new Wide(factorial(n).toString()).ln()

  test('of n + 1 is the logarithm of n!', () => {
    for (const n of [2, 3, 10, 20, 100, 1000])
      expect(relativeError(wide.lnGamma(new Wide(n + 1)), lnFactorial(n))).toBeLessThan(1e-78)
    expect(lnFactorial(10).eq(new Wide(3628800).ln())).toBe(true)
  })

  test('of 1 and of 2 is 0', () => {
    for (const x of [1, 2]) expect(narrow.lnGamma(new Given(x)).abs().toNumber()).toBeLessThan(1e-33)
  })

  test('of ½ is half of ln π', () => {
    expect(relativeError(wide.lnGamma(new Wide('0.5')), Wide.acos(-1).ln().div(2))).toBeLessThan(1e-78)
  })

  test('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(plus('2.5', sized(-2, 3)), (x) => {
        const at = new Wide(x)
        const step = wide.lnGamma(at.plus(1)).minus(wide.lnGamma(at))
        expect(relativeError(step, at.ln())).toBeLessThan(1e-72)
      }),
      { numRuns: 30 }
    )
  })

  test('of nothing positive is no number', () => {
    for (const x of [0, -0.5, -1, -1e17, -Infinity, NaN])
      expect(narrow.lnGamma(new Given(x)).isNaN()).toBe(true)
  })
})

test('a power of nothing finite is no number', () => {
  for (const [x, y] of [
    [2, NaN],
    [2, Infinity],
    [NaN, 2],
    [Infinity, -1]
  ] as const)
    expect(narrow.pow(new Given(x), new Given(y)).isNaN()).toBe(true)
})

describe('ψ', () => {
  const Wide = decimalsOf(120)

  test('of 1 is minus the Euler–Mascheroni constant, and of ½ less by 2 ln 2', () => {
    const euler = new Wide(
      '0.57721566490153286060651209008240243104215933593992359880576723488486772677766467'
    )
    expect(relativeError(wide.digamma(new Wide(1)), euler.neg())).toBeLessThan(1e-78)
    const half = euler.plus(new Wide(2).ln().times(2)).neg()
    expect(relativeError(wide.digamma(new Wide('0.5')), half)).toBeLessThan(1e-78)
  })

  test('is the slope of ln Γ, as a central difference has it', () => {
    const step = new Wide('1e-20')
    fc.assert(
      fc.property(sized(-2, 20), (x) => {
        const at = new Wide(x)
        const difference = wide.lnGamma(at.plus(step)).minus(wide.lnGamma(at.minus(step)))
        expect(absoluteError(wide.digamma(at), difference.div(step.times(2)))).toBeLessThan(1e-30)
      }),
      { numRuns: 30 }
    )
  })

  test('of nothing positive is no number', () => {
    for (const x of [0, -0.5, -1, Infinity, NaN]) expect(narrow.digamma(new Given(x)).isNaN()).toBe(true)
  })
})

test('the slope of φ₂ is what a central difference has', () => {
  const Wide = decimalsOf(120)
  const step = new Wide('1e-20')
  fc.assert(
    fc.property(signed(sized(-30, 3)), (x) => {
      const at = new Wide(x)
      const difference = wide
        .phi2(at.plus(step))
        .minus(wide.phi2(at.minus(step)))
        .div(step.times(2))
      expect(relativeError(wide.phi2Slope(at), difference)).toBeLessThan(1e-30)
    }),
    { numRuns: 30 }
  )
})

describe('in decimals', () => {
  const D = decimalsOf(34)

  test('certainty and even odds are exact', () => {
    const { entropy, relativeEntropy, logOdds, angle, phi2 } = narrow
    const [none, half, all] = [new D(0), new D('0.5'), new D(1)]
    expect([entropy(none), entropy(all), logOdds(half), angle(half)].map((x) => x.isZero())).toEqual([
      true,
      true,
      true,
      true
    ])
    for (const p of [none, all]) expect(relativeEntropy(p, half).eq(all.plus(1).ln())).toBe(true)
    expect(phi2(none).eq(half)).toBe(true)
    expect(angle(none).eq(angle(all).neg())).toBe(true)
    expect(relativeError(angle(none), D.acos(-1).div(2))).toBeLessThan(1e-33)
  })

  test('a constant keeps its digits', () => {
    expect(narrow.constant({ decimal: '1.380649e-23', symbol: 'k' }).eq('1.380649e-23')).toBe(true)
  })
})

describe('the global configuration of decimal.js', () => {
  const settings = () => {
    const { precision, rounding, toExpNeg, toExpPos, minE, maxE, modulo, crypto } = Global
    return { precision, rounding, toExpNeg, toExpPos, minE, maxE, modulo, crypto }
  }
  const before = settings()
  afterEach(() => Global.set(before))

  const everything = () => {
    const shape = right(evaluate(powerLawShape, { digits: 41 })({ updates: updates(12.5) }))
    const of = { temperature: kelvin(300), errorProbability: 0.1 }
    const energy = right(evaluate(landauer, { digits: 57 })(of))
    const near = right(evaluate(landauer, { digits: 3 })({ ...of, errorProbability: 0.4999999 }))
    const float = right(evaluateNumber(landauer)(of)).exact
    return [shape.exact, energy.exact, near.exact, float].map(String)
  }

  test('is not changed by a reading', () => {
    everything()
    expect(settings()).toEqual(before)
  })

  test('does not change a reading', () => {
    const usual = everything()
    Global.set({ precision: 2, rounding: Global.ROUND_UP, maxE: 40, minE: -40 })
    expect(everything()).toEqual(usual)
    expect(settings()).toMatchObject({ precision: 2, rounding: Global.ROUND_UP, maxE: 40, minE: -40 })
  })
})
