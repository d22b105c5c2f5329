import { Decimal as Global } from 'decimal.js'
import fc from 'fast-check'
import { binary, unary, type Binary, type Unary } from '../../src/formula/algebra'
import { landauer } from '../../src/physics/thermodynamics'
import { powerLawShape } from '../../src/physics/update'
import { decimalAlgebra } from '../../src/reading/decimal'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { decimalsOf, type Decimal } from '../../src/units/decimal'
import { bits, kelvin, updates } from '../../src/units/si'
import { absoluteError, relativeError, right } from './values'

const narrow = decimalAlgebra(34)
const wide = decimalAlgebra(80)

const Given = decimalsOf(34)
const Eighty = decimalsOf(80)

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
  entropy: uncertain,
  // Beyond ½ there is a test below.
  logOdds: belowHalf,
  angle: belowHalf,
  phi1: either(
    signed(tiny),
    signed(sized(0, 4)),
    huge.map((x) => x.neg())
  ),
  langevin: signed(either(tiny, huge)),
  langevinSlope: signed(either(tiny, huge)),
  phi2: either(
    signed(tiny),
    signed(sized(0, 4)),
    huge.map((x) => x.neg())
  ),
  phi2Slope: either(
    signed(tiny),
    signed(sized(0, 4)),
    huge.map((x) => x.neg())
  ),
  step: signed(either(tiny, huge))
}

/** An error, and attempts beyond the least: a hair, or many. */
const resets = fc
  .tuple(belowHalf, either(sized(-33, -1), sized(0, 100)))
  .map(([x, spare]) => [x, new Given('0.5').div(x).ln().plus(spare)] as const)
  .filter(([x, y]) => wide.sub(new Eighty(y), wide.lnRatio(new Eighty('0.5'), x)).gt(0))

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
    .filter(([p, q]) => p.lte(1) && q.lt(1) && !p.eq(q)),
  lnRatio: fc
    .oneof(
      fc.tuple(either(tiny, huge), either(tiny, huge)),
      fc
        .tuple(either(tiny, huge), plus(1, signed(small)))
        .map(([y, ratio]): [Decimal, Decimal] => [y.times(ratio), y])
    )
    .filter(([x, y]) => !x.eq(y)),
  entropyDifference: fc
    .oneof(
      fc.tuple(uncertain, uncertain),
      fc
        .tuple(uncertain, plus(1, signed(small)))
        .map(([q, ratio]): [Decimal, Decimal] => [q.times(ratio), q]),
      // About each other's complement, where their entropies are about the same.
      fc
        .tuple(uncertain, plus(1, signed(small)))
        .map(([q, ratio]): [Decimal, Decimal] => [q.times(ratio).neg().plus(1), q]),
      tiny.map((q): [Decimal, Decimal] => [new Given(1), q]),
      tiny.map((q): [Decimal, Decimal] => [q, new Given(0)])
    )
    .filter(([p, q]) => p.gte(0) && p.lte(1) && q.lte(1) && !p.eq(q) && !p.plus(q).eq(1)),
  resetDissipation: resets,
  resetMultiplier: resets
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
})

test('a power of nothing finite, and of 0 to none above 0, is no number', () => {
  for (const [x, y] of [
    [2, NaN],
    [2, Infinity],
    [0, 0],
    [0, -1],
    [NaN, 2],
    [Infinity, -1]
  ] as const)
    expect(narrow.pow(new Given(x), new Given(y)).isNaN()).toBe(true)
})

test.each([
  ['phi2Slope', 'phi2'],
  ['langevinSlope', 'langevin']
] as const)('%s is the slope of %s, as a central difference has it', (slope, of) => {
  const Wide = decimalsOf(120)
  const step = new Wide('1e-20')
  fc.assert(
    fc.property(signed(sized(-30, 3)), (x) => {
      const at = new Wide(x)
      const difference = wide[of](at.plus(step))
        .minus(wide[of](at.minus(step)))
        .div(step.times(2))
      expect(absoluteError(wide[slope](at).div(difference), 1)).toBeLessThan(1e-30)
    }),
    { numRuns: 30 }
  )
})

describe('a difference of entropies', () => {
  const { entropyDifference } = narrow

  test('is 0 between a probability and itself or its complement, and else is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 9 }), (e, digit) => {
        const p = new Given(`${digit}e-${e}`)
        const q = p.neg().plus(1)
        expect([entropyDifference(p, p), entropyDifference(p, q)].map((x) => x.isZero())).toEqual([
          true,
          true
        ])
        expect(entropyDifference(p, q.minus('1e-34')).isZero()).toBe(false)
      })
    )
  })

  test('of what is almost certain from what is, the other way, is no less than the entropy of that', () => {
    // 1 + 1e-40 has more digits than are kept, and is not 1.
    for (const p of ['1e-40', '1e-300']) {
      const entropy = wide.entropy(new Eighty(p))
      expect(relativeError(entropyDifference(new Given(p), new Given(1)), entropy)).toBeLessThan(4e-33)
      expect(relativeError(entropyDifference(new Given(1), new Given(p)), entropy.neg())).toBeLessThan(4e-33)
    }
  })
})

describe('an optimal reset', () => {
  const { resetDissipation, resetMultiplier } = wide

  test('to 3/16 in 1 + ln 2 attempts conserves ¼, and produces ½ ln 2 + ⅛ − (3/16) ln 3', () => {
    const [ε, n] = [new Eighty('0.1875'), new Eighty(2).ln().plus(1)]
    const nats = new Eighty(2).ln().div(2).plus('0.125').minus(new Eighty(3).ln().times('0.1875'))
    expect(relativeError(resetMultiplier(ε, n), '0.25')).toBeLessThan(1e-77)
    expect(relativeError(resetDissipation(ε, n), nats)).toBeLessThan(1e-77)
  })

  test('does not exist to no error, to more than ½, or in too few attempts; to ½ none is needed', () => {
    const none = ([ε, n]: readonly [number | string, number | string]): readonly boolean[] =>
      [resetDissipation, resetMultiplier].map((of) => of(new Eighty(ε), new Eighty(n)).isNaN())
    // ln 5 attempts are the least for 0.1.
    const least = new Eighty(5).ln().toFixed(70, Eighty.ROUND_DOWN)
    for (const of of [
      [0, 9],
      [-0.1, 9],
      [0.6, 9],
      [0.1, least],
      [0.1, -1],
      [0.1, Infinity],
      [0.1, NaN],
      [0.5, 0]
    ] as const)
      expect([of, none(of)]).toEqual([of, [true, true]])
    expect(resetDissipation(new Eighty('0.5'), new Eighty('1e-9')).isZero()).toBe(true)
    expect(none([0.1, new Eighty(5).ln().toFixed(70, Eighty.ROUND_UP)])).toEqual([false, false])
  })
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
    const shape = right(
      evaluate(powerLawShape, { digits: 41 })({ precision: bits(8), updates: updates(12.5) })
    )
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

test('a step is 0 below 0, ½ at it and 1 above; of what is no number it is none', () => {
  const at = (x: number): string => narrow.step(new Given(x)).toString()
  expect([-1, -1e-300, 0, -0, 1e-300, 1, NaN].map(at)).toEqual(['0', '0', '0.5', '0.5', '1', '1', 'NaN'])
})
