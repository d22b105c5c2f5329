import fc from 'fast-check'
import { binary, unary, type Algebra, type Binary, type Unary } from '../../src/formula/algebra'
import type { Step } from '../../src/formula/program'
import { computed } from '../../src/reading/computation'
import { decimalAlgebra } from '../../src/reading/decimal'
import { numberAlgebra } from '../../src/reading/number'
import { inWasm } from '../../src/reading/wasm'
import { logUniform } from '../physics/arbitrary'
import { exactly, relativeError } from './values'

/** The same operations to 60 digits, on the exact binary value of each argument. */
const exact = decimalAlgebra(60)

const either = (...of: readonly fc.Arbitrary<number>[]): fc.Arbitrary<number> => fc.oneof(...of)
const signed = (of: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(of, fc.boolean()).map(([x, negative]) => (negative ? -x : x))
const near = (c: number, from = 1e-15, to = 0.25): fc.Arbitrary<number> =>
  signed(logUniform(from, to)).map((x) => c + x)

/** Not so wide that exact binary values have more digits than it takes. */
const positive = logUniform(1e-150, 1e150)
const below = (c: number): fc.Arbitrary<number> => logUniform(1e-15, c / 2).map((x) => c - x)
const uncertain = either(logUniform(1e-150, 0.5), near(0.5), below(1))

/** Where each operation is tried: about its zeros, where textbook forms cancel, and far out. */
const arguments1: { readonly [U in Unary]: fc.Arbitrary<number> } = {
  neg: signed(positive),
  exp: signed(either(logUniform(1e-18, 1), logUniform(1, 700))),
  expm1: signed(either(logUniform(1e-150, 1), logUniform(1, 700))),
  ln: either(positive, near(1)),
  log1p: either(
    signed(logUniform(1e-150, 0.5)),
    positive,
    below(1).map((x) => -x)
  ),
  sqrt: positive,
  square: signed(positive),
  arsinh: signed(positive),
  artanh: signed(either(logUniform(1e-150, 0.5), below(1))),
  entropy: uncertain,
  logOdds: either(logUniform(1e-150, 0.5), below(0.5)),
  angle: uncertain,
  phi1: either(
    signed(logUniform(1e-150, 1)),
    signed(logUniform(1, 700)),
    logUniform(1, 1e150).map((x) => -x)
  ),
  langevin: signed(
    either(logUniform(1e-150, 1), fc.double({ min: 1, max: 4, noNaN: true }), logUniform(4, 1e150))
  ),
  langevinSlope: signed(
    either(logUniform(1e-150, 1), fc.double({ min: 1, max: 4, noNaN: true }), logUniform(4, 1e150))
  ),
  phi2: either(
    signed(logUniform(1e-150, 1)),
    signed(logUniform(1, 700)),
    logUniform(1, 1e150).map((x) => -x)
  ),
  phi2Slope: either(
    signed(logUniform(1e-150, 1)),
    signed(logUniform(1, 700)),
    logUniform(1, 1e100).map((x) => -x)
  ),
  step: signed(positive)
}

/**
 * A few units in the last place, 2.2e-16. A relative entropy has the rounding of p − q in a logarithm that is
 * −35 where p is 1e-15 from certain; an optimal reset that of attempts beyond the least, of which there are
 * ten times fewer; and a difference of entropies is small where the two are about each other's complement,
 * and 𝓛′ small beside its parts.
 */
const tolerance = (op: Unary | Binary): number =>
  op === 'entropyDifference' ? 5e-13 : /^(relative|reset|langevinSlope)/.test(op) ? 1e-14 : 1e-15

const places = ['x', 'y'] as const

/** An operation as a loop in WebAssembly, run down columns of one number. */
const looped = (op: Unary | Binary): ((...of: readonly number[]) => number) => {
  const arity = op in unary ? 1 : 2
  const step = { arity, op, x: 0, y: 1 } as Step
  const program = { inputs: places.slice(0, arity), constants: [], steps: [step], outputs: [arity] }
  const checks = { conditions: [], looks: [] }
  const of = computed(program, [{ register: arity, mayBeZero: true, checks }])
  const run = inWasm(
    of,
    of.isFixed.map(() => true)
  )!
  const value = new Float64Array(1)
  return (...numbers) => {
    run(
      numbers.map((each) => Float64Array.of(each)),
      [value],
      1
    )
    return value[0]!
  }
}

const inLoops = Object.fromEntries(
  [...Object.keys(unary), ...Object.keys(binary)].map((op) => [op, looped(op as Unary | Binary)])
) as Pick<Algebra<number>, Unary | Binary>

describe.each([
  ['', numberAlgebra],
  [', in WebAssembly', inLoops]
])('an operation of float64%s', (_, numbers) => {
  test.each(Object.keys(unary) as Unary[])('%s has the value of 60 digits, to its last places', (op) => {
    fc.assert(
      fc.property(arguments1[op], (x) => {
        expect(relativeError(numbers[op](x), exact[op](exactly(x)))).toBeLessThan(tolerance(op))
      }),
      { numRuns: 150 }
    )
  })

  const factors = signed(logUniform(1e-70, 1e70))
  /** An error, and attempts that are at least a tenth more than the least. */
  const resets = fc
    .tuple(
      either(
        logUniform(1e-300, 0.25),
        near(0.5, 1e-12, 0.25).map((x) => Math.min(x, 1 - x))
      ),
      logUniform(0.1, 1e12)
    )
    .map(([x, spare]) => [x, Math.log(0.5 / x) * (1 + spare) + spare] as const)
  const arguments2: { readonly [B in Binary]: fc.Arbitrary<readonly [number, number]> } = {
    add: fc.tuple(factors, factors),
    sub: fc.tuple(factors, factors),
    mul: fc.tuple(factors, factors),
    div: fc.tuple(factors, factors),
    max: fc.tuple(factors, factors),
    min: fc.tuple(factors, factors),
    pow: fc.oneof(
      fc.tuple(logUniform(1e-70, 1e70), signed(logUniform(1e-10, 4))),
      fc.tuple(near(1), signed(logUniform(1, 2 ** 31))).filter(([x, y]) => Math.abs(Math.log(x) * y) < 700),
      fc.tuple(fc.constant(4), logUniform(1e-3, 100))
    ),
    relativeEntropy: fc
      .oneof(
        fc.tuple(uncertain, uncertain),
        // p close to q: what is left is of the second order.
        fc.tuple(uncertain, near(1, 1e-15, 0.25)).map(([q, ratio]): [number, number] => [q * ratio, q]),
        uncertain.map((q): [number, number] => [0, q]),
        uncertain.map((q): [number, number] => [1, q])
      )
      .filter(([p, q]) => p <= 1 && q < 1 && p !== q),
    lnRatio: fc
      .oneof(
        fc.tuple(positive, positive),
        fc.tuple(positive, near(1, 1e-15, 0.5)).map(([y, ratio]): [number, number] => [y * ratio, y])
      )
      .filter(([x, y]) => x !== y),
    // Not about each other's complement, where the difference is that of what 16 digits cannot tell.
    entropyDifference: fc
      .oneof(
        fc.tuple(uncertain, uncertain),
        fc.tuple(uncertain, near(1, 1e-15, 0.25)).map(([q, ratio]): [number, number] => [q * ratio, q])
      )
      .filter(([p, q]) => p <= 1 && q < 1 && p !== q)
      .filter(([p, q]) => Math.abs(p + q - 1) > 0.2 * Math.max(Math.abs(p - 0.5), Math.abs(q - 0.5))),
    resetDissipation: resets,
    resetMultiplier: resets
  }

  test.each(Object.keys(binary) as Binary[])('%s has the value of 60 digits, to its last places', (op) => {
    fc.assert(
      fc.property(arguments2[op], ([x, y]) => {
        const value = numbers[op](x, y)
        expect(relativeError(value, exact[op](exactly(x), exactly(y)))).toBeLessThan(tolerance(op))
      }),
      { numRuns: 150 }
    )
  })
})

describe('in float64', () => {
  test('a power beyond 2³¹ is as near as a logarithm of 53 bits leaves it', () => {
    // There engines keep no more of ln x; of what x may have been rounded from, far less is known.
    const beyond = signed(logUniform(2 ** 31, 1e15))
    const exponent = (x: number, y: number): number => Math.abs(Math.log1p(x - 1) * y)
    fc.assert(
      fc.property(
        fc.tuple(near(1, 1e-15, 1e-6), beyond).filter(([x, y]) => exponent(x, y) < 700),
        ([x, y]) => {
          const off = relativeError(numberAlgebra.pow(x, y), exact.pow(exactly(x), exactly(y)))
          expect(off).toBeLessThan(1e-15 + exponent(x, y) * 2 ** -53)
        }
      ),
      { numRuns: 150 }
    )
  })

  test('a reset in few attempts beyond the least is known as well as these are', () => {
    const { resetDissipation, resetMultiplier, lnRatio } = numberAlgebra
    fc.assert(
      fc.property(logUniform(1e-290, 0.4), logUniform(1e-12, 0.1), (x, share) => {
        const y = lnRatio(0.5, x) * (1 + share)
        const spare = exactly(y).minus(exact.lnRatio(exactly(0.5), exactly(x)))
        const bound = 1e-14 + 4e-16 * (y / spare.toNumber())
        const [ε, n] = [exactly(x), exactly(y)]
        expect(relativeError(resetDissipation(x, y), exact.resetDissipation(ε, n))).toBeLessThan(bound)
        expect(relativeError(resetMultiplier(x, y), exact.resetMultiplier(ε, n))).toBeLessThan(bound)
      })
    )
  })

  test('a reset to 3/16 in 1 + ln 2 attempts conserves ¼, and produces ½ ln 2 + ⅛ − (3/16) ln 3', () => {
    const { resetDissipation, resetMultiplier } = numberAlgebra
    const nats = Math.LN2 / 2 + 1 / 8 - (3 / 16) * Math.log(3)
    expect(relativeError(resetMultiplier(3 / 16, 1 + Math.LN2), 0.25)).toBeLessThan(1e-14)
    expect(relativeError(resetDissipation(3 / 16, 1 + Math.LN2), nats)).toBeLessThan(1e-14)
  })

  test('there is no reset to no error, to more than ½, or in too few attempts; and none is needed to ½', () => {
    const { resetDissipation, resetMultiplier } = numberAlgebra
    for (const of of [resetDissipation, resetMultiplier]) {
      for (const [x, y] of [
        [0, 9],
        [-0.1, 9],
        [0.6, 9],
        [0.1, Math.log(4.999)],
        [0.1, 0],
        [0.1, -1],
        [NaN, 9],
        [0.1, NaN],
        [0.5, 0]
      ] as const)
        expect(of(x, y)).toBeNaN()
      expect(of(0.5, 1e-9)).toBe(0)
    }
  })

  test('1/3 and 1 are the slope of the Langevin function and φ₁ at 0, exactly', () => {
    const { phi1, langevin, langevinSlope } = numberAlgebra
    expect([phi1(0), langevin(0), langevinSlope(0)]).toEqual([1, 0, 1 / 3])
    expect([langevin(1e300), langevin(-1e300), phi1(-1e300)]).toEqual([1, -1, 1e-300])
  })

  test('the odds of x and of 1 − x are inverse', () => {
    // 1 − 2⁻ᵏ is a float64, so that both sides are exact but for their own rounding.
    for (let k = 1; k <= 53; k++) {
      const x = 2 ** -k
      expect(relativeError(numberAlgebra.logOdds(1 - x), -numberAlgebra.logOdds(x))).toBeLessThan(1e-15)
    }
  })

  test('φ₂(x) is −1/x where x is far below 0', () => {
    for (const x of [-1e20, -1e100, -1e160, -1e300])
      expect(relativeError(numberAlgebra.phi2(x), -1 / x)).toBeLessThan(1e-15)
  })

  test('e^x is no number where it would overflow, or lose digits', () => {
    expect([-1e9, -709, 710, 1e9].map(numberAlgebra.exp)).toEqual([NaN, NaN, NaN, NaN])
    expect(numberAlgebra.exp(-708)).toBe(Math.exp(-708))
    expect(numberAlgebra.exp(709)).toBe(Math.exp(709))
  })

  test('a certain bit has no entropy, and an even one has ln 2', () => {
    const { entropy } = numberAlgebra
    expect([entropy(0), Math.abs(entropy(1)), entropy(0.5)]).toEqual([0, 0, Math.LN2])
  })

  test('a certain bit is ln 2 from an even one, and each is 0 from itself', () => {
    const { relativeEntropy } = numberAlgebra
    expect(relativeError(relativeEntropy(0, 0.5), Math.LN2)).toBeLessThan(1e-15)
    expect(relativeError(relativeEntropy(1, 0.5), Math.LN2)).toBeLessThan(1e-15)
    for (const p of [1e-300, 0.1, 0.5, 1 - 2 ** -53]) expect(relativeEntropy(p, p)).toBe(0)
  })

  test('even odds have the logarithm and the angle 0, and certainty the angle ±π/2', () => {
    const { logOdds, angle } = numberAlgebra
    expect([logOdds(0.5), angle(0.5), angle(0), angle(1)]).toEqual([0, 0, Math.PI / 2, -Math.PI / 2])
  })

  test('a constant is the float64 nearest to its decimal', () => {
    expect(numberAlgebra.constant({ decimal: '1.380649e-23', symbol: 'k' })).toBe(1.380649e-23)
  })
})
