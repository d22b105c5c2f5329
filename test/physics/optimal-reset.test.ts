/**
 * kT [ln 2 − h(ε)] + kT Σ(ε, f₀τ), in J/bit: the least heat of resetting a cell of two states whose exits
 * are capped. To 3/16 in 1 + ln 2 attempts it is, by hand, kT [ln 2 − h(3/16) + ½ ln 2 + ⅛ − (3/16) ln 3].
 *
 * The judges here share no formula with it: exact dynamics of a cell under protocols of rates, and
 * reference values computed apart.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { landauer, optimalReset, rateCappedReset } from '../../src/physics/thermodynamics'
import { certify } from '../../src/reading/certify'
import { evaluate } from '../../src/reading/evaluate'
import { evaluateNumber } from '../../src/reading/evaluate-number'
import { sensitivities } from '../../src/reading/sensitivities'
import { decimal, decimalsOf, type Decimal } from '../../src/units/decimal'
import { between } from '../../src/units/enclosure'
import { gigahertz, hertz, kelvin, kT, nanoseconds, one, seconds } from '../../src/units/si'
import reference from '../oracle/optimal-reset.json'
import { left, relativeError, right } from '../reading/values'
import { errors, logUniform, temperatures } from './arbitrary'
import { entropy, run, segment, type Segment } from './cell'

const room = kelvin(300)
const thermal = kT(1, room).exact
const Wide = decimalsOf(80)

const inSixty = evaluate(optimalReset, { digits: 60 })

test('is in J/bit and is a theorem about a discrete memory', () => {
  expect([optimalReset.unit.symbol, optimalReset.tier, optimalReset.memory]).toEqual([
    'J/bit',
    'theorem',
    'discrete'
  ])
})

/** n attempts to an error, at 1 GHz and room temperature. */
const reset = (errorProbability: string | number, attempts: string | number | Decimal) => ({
  temperature: room,
  errorProbability: one(errorProbability),
  attemptRate: gigahertz(1),
  duration: nanoseconds(attempts)
})

test('to 3/16 in 1 + ln 2 attempts it is what a hand finds', () => {
  const [two, three] = [new Wide(2), new Wide(3)]
  const attempts = two.ln().plus(1).toSignificantDigits(50)
  const found = right(evaluate(optimalReset, { digits: 40 })(reset('0.1875', attempts))).exact
  const p = three.div(16)
  const rest = new Wide(1).minus(p)
  const reversible = two.ln().plus(p.times(p.ln())).plus(rest.times(rest.ln()))
  const irreversible = two.ln().div(2).plus('0.125').minus(p.times(three.ln()))
  expect(relativeError(new Wide(found).div(thermal), reversible.plus(irreversible))).toBeLessThan(1e-39)
})

interface Case {
  readonly errorProbability: string
  readonly attemptsInTime: string
  readonly c?: string
  readonly irreversible?: string
  readonly heat?: string
  readonly slopeInAttempts?: string
  readonly slopeInError?: string
  readonly leastAttempts?: string
}
const all = reference.cases as readonly Case[]
const feasible = all.filter((each): each is Required<Case> => each.heat !== undefined)
const named = (cases: readonly Case[]) =>
  cases.map((each) => [each.errorProbability, each.attemptsInTime, each] as const)

test('the reference has 34 resets, and 14 that cannot be', () => {
  expect([feasible.length, all.length]).toEqual([34, 48])
})

describe.each(named(feasible))('to ε = %s in %s attempts', (_, __, each) => {
  const { errorProbability: ε, attemptsInTime: n, heat } = each as Required<Case>
  const given = reset(ε, n)
  const inKT = (value: Decimal): Decimal => new Wide(value).div(thermal)

  test('it is the reference to 30 digits', () => {
    const value = right(evaluate(optimalReset, { digits: 40 })(given)).exact
    expect(relativeError(inKT(value), heat)).toBeLessThan(5e-30)
    const reversible = right(
      evaluate(landauer, { digits: 60 })({ temperature: room, errorProbability: one(ε) })
    )
    const whole = right(inSixty(given)).exact
    const irreversible = inKT(new Wide(whole).minus(reversible.exact))
    expect(relativeError(irreversible, (each as Required<Case>).irreversible)).toBeLessThan(5e-30)
  })

  test('it is the reference in float64 to 1e-12, and in an enclosure of 1 to 60 digits', () => {
    expect(relativeError(right(evaluateNumber(optimalReset)(given)).value, thermal.times(heat))).toBeLessThan(
      1e-12
    )
    // All digits among all resets, each with every fourth.
    for (let digits = 1 + (feasible.indexOf(each as Required<Case>) % 4); digits <= 60; digits += 4) {
      const { lower, upper } = right(certify(optimalReset, { digits })(given))
      // The reference itself has 30 digits.
      const off = new Wide(heat).times(digits > 26 ? '1e-29' : 0)
      expect(inKT(lower.exact).minus(off).lte(heat)).toBe(true)
      expect(inKT(upper.exact).plus(off).gte(heat)).toBe(true)
      expect(relativeError(lower.exact, upper.exact)).toBeLessThan(2.1 * 10 ** (1 - digits))
    }
  })

  test('a little more time saves c, and a little less error costs −∂Σ/∂ε and ln((1−ε)/ε)', () => {
    const { slopeInAttempts, slopeInError } = each as Required<Case>
    const slopes = Object.fromEntries(
      right(sensitivities(optimalReset)(given)).map(({ input, derivative }) => [input, derivative!.exact])
    )
    const byAttempts = inKT(slopes['duration']!).div('1e9')
    expect(relativeError(byAttempts, slopeInAttempts)).toBeLessThan(1e-29)
    expect(relativeError(inKT(slopes['attemptRate']!).div(n).times('1e9'), slopeInAttempts)).toBeLessThan(
      1e-29
    )
    const p = new Wide(ε)
    const byError = p.div(p.neg().plus(1)).ln().plus(slopeInError)
    expect(relativeError(inKT(slopes['errorProbability']!), byError)).toBeLessThan(1e-29)
  })
})

test.each(named(all.filter(({ heat }) => heat === undefined)))(
  'to ε = %s there is no way in %s attempts, and the refusal says how many it takes',
  (_, __, { errorProbability, attemptsInTime, leastAttempts }) => {
    for (const read of [optimalReset, evaluateNumber(optimalReset)]) {
      const { problems, message } = left(read(reset(errorProbability, attemptsInTime)))
      expect(problems).toMatchObject([
        { kind: 'relation', model: 'optimalReset', expected: 'ln(1/(2 ε))/f₀ < τ' }
      ])
      // At 1 GHz an attempt takes 1 ns.
      const [, least = ''] = /found (\S+) ns ≥/.exec(message) ?? []
      expect(relativeError(decimal(least), leastAttempts!)).toBeLessThan(1e-3)
    }
  }
)

describe('over a box', () => {
  const sides = fc.record({
    ε: fc.tuple(errors, errors),
    f0: fc.tuple(logUniform(1e6, 1e12), logUniform(1, 10)),
    spare: fc.tuple(logUniform(1e-3, 1e6), logUniform(1, 10))
  })
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  test('the heat at any point of it is in the enclosure', () => {
    fc.assert(
      fc.property(
        sides,
        fc.constantFrom(3, 12, 34),
        fc.array(fc.tuple(share, share, share), { minLength: 4, maxLength: 4 }),
        ({ ε: [a, b], f0: [rate, more], spare: [spare, longer] }, digits, points) => {
          const [ε0, ε1] = [new Wide(Math.min(a, b)), new Wide(Math.max(a, b))]
          // At the least error and the least rate there is time enough.
          const τ0 = new Wide('0.5').div(ε0).ln().plus(spare).div(rate).toSignificantDigits(30)
          const [f0, f1, τ1] = [new Wide(rate), new Wide(rate).times(more), τ0.times(longer)]
          const found = right(
            certify(optimalReset, { digits })({
              temperature: room,
              errorProbability: between(one(ε0), one(ε1)),
              attemptRate: between(hertz(f0), hertz(f1)),
              duration: between(seconds(τ0), seconds(τ1))
            })
          )
          const corners = [
            [0, 0, 0],
            [1, 1, 1]
          ] as const
          for (const [x, y, z] of [...corners, ...points]) {
            const at = (from: Decimal, to: Decimal, by: number): Decimal =>
              Wide.min(to, from.plus(to.minus(from).times(by)))
            const value = right(
              inSixty({
                temperature: room,
                errorProbability: one(at(ε0, ε1, x)),
                attemptRate: hertz(at(f0, f1, y)),
                duration: seconds(at(τ0, τ1, z))
              })
            ).exact
            expect(found.lower.exact.lte(value) && found.upper.exact.gte(value)).toBe(true)
          }
          // It falls with all three, so that two corners are all there is to it.
          const [most, least] = [
            { errorProbability: one(ε0), attemptRate: hertz(f0), duration: seconds(τ0) },
            { errorProbability: one(ε1), attemptRate: hertz(f1), duration: seconds(τ1) }
          ].map((corner) => right(inSixty({ temperature: room, ...corner })).exact)
          const wide = new Wide(most!).minus(least!).plus(new Wide(most!).times(10 ** (2 - digits)))
          expect(new Wide(found.upper.exact).minus(found.lower.exact).lte(wide)).toBe(true)
        }
      ),
      { numRuns: 20 }
    )
  })

  test('that may leave too little time there is none', () => {
    const given = { ...reset('0.1', 9), duration: between(nanoseconds(1), nanoseconds(9)) }
    expect(left(certify(optimalReset)(given)).message).toContain('optimalReset: requires ln(1/(2 ε))/f₀ < τ')
  })
})

describe('among the bounds on a reset', () => {
  const resets = fc
    .record({ temperature: temperatures, ε: errors, f0: logUniform(1e3, 1e15), spare: logUniform(1e-3, 1e9) })
    .map(({ temperature, ε, f0, spare }) => ({
      temperature,
      errorProbability: ε,
      attemptRate: hertz(f0),
      duration: seconds((Math.log(0.5 / ε) + spare) / f0)
    }))
  /** Sixty digits are dear, and one reset tells as much of a law as another. */
  const few = { numRuns: 40 }
  const cappedInSixty = evaluate(rateCappedReset, { digits: 60 })
  const leastInSixty = evaluate(landauer, { digits: 60 })
  type Reset = Parameters<typeof inSixty>[0]
  const finely = (at: Reset): Decimal => right(inSixty(at)).exact
  const leastOf = ({ temperature, errorProbability }: Reset): Decimal =>
    right(leastInSixty({ temperature, errorProbability })).exact

  test('it is the highest: landauer ≤ rateCappedReset ≤ optimalReset', () => {
    fc.assert(
      fc.property(resets, (at) => {
        const [exact, least] = [finely(at), leastOf(at)]
        expect(exact.gt(least)).toBe(true)
        const capped = cappedInSixty(at)
        // w < Γτ holds wherever there is an optimal reset.
        expect(right(capped).exact.gt(least) && right(capped).exact.lte(exact)).toBe(true)
      }),
      few
    )
  })

  test('it falls with the rate and with the time, and does not care which', () => {
    fc.assert(
      fc.property(resets, logUniform(1.001, 1e3), (at, more) => {
        const here = finely(at)
        const faster = { ...at, attemptRate: hertz(at.attemptRate.exact.times(more)) }
        const longer = { ...at, duration: seconds(at.duration.exact.times(more)) }
        const saved = finely(longer)
        expect(saved.lt(here)).toBe(true)
        expect(relativeError(finely(faster), saved)).toBeLessThan(1e-50)
      }),
      few
    )
  })

  test('slow ones cost 4kT (√½ − √ε)² per attempt', () => {
    fc.assert(
      fc.property(logUniform(1e-6, 0.49), (ε) => {
        const at = reset(ε, 1e12)
        const excess = finely(at).minus(leastOf(at))
        const expected = 4 * (Math.sqrt(0.5) - Math.sqrt(ε)) ** 2
        expect(relativeError(excess.div(thermal).times(1e12), expected)).toBeLessThan(1e-9)
      })
    )
  })

  test('to ½ there is nothing to pay, in however little time', () => {
    for (const attempts of [1e-30, 1, 1e30])
      for (const read of [optimalReset, evaluateNumber(optimalReset)])
        expect(right(read(reset('0.5', attempts))).value).toBe(0)
    const { lower, upper } = right(certify(optimalReset)(reset('0.5', 1)))
    expect([lower.exact.isZero(), upper.exact.isZero()]).toEqual([true, true])
  })
})

/** The heat of the model in kT, in float64. */
const quick = evaluateNumber(optimalReset)
const least = (ε: number, n: number): number =>
  right(quick({ temperature: room, errorProbability: ε, attemptRate: hertz(1), duration: seconds(n) }))
    .value / kT(1, room).value

describe('the exact cell of two states', () => {
  test.each([
    // Of a reference computed apart: a sudden erasure, a staircase, and a bit that is held.
    ['sudden', 0.5, [segment(6, 0, 50)], 0.00247262315663477, 2.985164261060191, 0.742329297080757],
    [
      'staircase',
      0.5,
      Array.from({ length: 10 }, (_, k) => segment(k + 1, 0, 10)),
      0.0000454014085763895,
      0.963643569687312,
      9.61467346094813
    ]
  ] as const)('%s: ends, heats and jumps as the reference has it', (_, initial, protocol, p, heat, jumps) => {
    const found = run(initial, protocol)
    expect(relativeError(found.p, p)).toBeLessThan(1e-12)
    expect(relativeError(found.heat, heat)).toBeLessThan(1e-13)
    expect(relativeError(found.jumps, jumps)).toBeLessThan(1e-13)
  })

  /** p falls from ½ to ε in the time n, at the exit rate 1 and such a rate back that p a²/(1−a) stays at c. */
  const share = (c: number, p: number): number => {
    const r = c / p
    return (2 * r) / (Math.sqrt(r * r + 4 * r) + r)
  }
  /** The sum of something over ln p, by Simpson's rule. */
  const along = (ε: number, of: (p: number) => number): number => {
    const steps = 2000
    const width = Math.log(0.5 / ε) / steps
    let total = 0
    for (let k = 0; k <= steps; k++)
      total += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * of(ε * Math.exp(k * width))
    return (total * width) / 3
  }
  /** The time that takes: dt = −dp/(p a). */
  const timeOf = (ε: number, c: number): number => along(ε, (p) => 1 / share(c, p))
  /** And the heat: −dp ln(out/back). */
  const heatOf = (ε: number, c: number): number =>
    along(ε, (p) => p * Math.log((1 - p) / (p * (1 - share(c, p)))))
  /** The c that takes a given time, by bisection. */
  const conserved = (ε: number, n: number): number => {
    let [low, high] = [1e-12, 1e12]
    // 80 powers of two, to the last of their 52 bits.
    for (let k = 0; k < 64; k++) {
      const middle = Math.sqrt(low * high)
      if (timeOf(ε, middle) > n) low = middle
      else high = middle
    }
    return low
  }

  test.each([
    [0.25, 1],
    [0.1, 4],
    [0.01, 5],
    [0.01, 50],
    [1e-3, 10],
    [1e-6, 100]
  ])('led to %d in %d attempts along the path that conserves c heats as much', (ε, n) => {
    const c = conserved(ε, n)
    expect(relativeError(heatOf(ε, c), least(ε, n))).toBeLessThan(1e-9)
  })

  test.each([
    [0.1, 4],
    [0.01, 10],
    [1e-3, 30]
  ])('driven to about %d in %d attempts by 400 steps along that path heats hardly more', (ε, n) => {
    const c = conserved(ε, n)
    const steps = 400
    const protocol: Segment[] = []
    let p = 0.5
    for (let k = 0; k < steps; k++) {
      const back = (p * (1 - share(c, p))) / (1 - p)
      const step = { duration: n / steps, out: 1, back }
      protocol.push(step)
      p = run(p, [step]).p
    }
    const found = run(0.5, protocol)
    const bound = least(found.p, n)
    expect(found.heat).toBeGreaterThan(bound)
    expect(found.heat).toBeLessThan(bound * 1.02)
    expect(protocol.every(({ out, back }) => out <= 1 && back <= 1)).toBe(true)
  })

  const steps = fc.array(
    fc.record({
      duration: logUniform(1e-2, 20),
      out: fc.oneof(fc.constant(1), logUniform(1e-3, 1)),
      back: logUniform(1e-6, 1)
    }),
    { minLength: 1, maxLength: 12 }
  )

  test('under no protocol of capped rates heats less: random ones', () => {
    let erased = 0
    fc.assert(
      fc.property(steps, (protocol) => {
        const n = protocol.reduce((sum, { duration }) => sum + duration, 0)
        const { p, heat } = run(0.5, protocol)
        const ε = Math.min(p, 1 - p)
        if (ε < 0.4) erased++
        expect(heat).toBeGreaterThanOrEqual(least(ε, n) * (1 - 1e-12) - 1e-14)
        // Nor does the second law allow less; that is a test of the cell.
        expect(heat).toBeGreaterThanOrEqual(Math.LN2 - entropy(p) - 1e-14)
      }),
      { numRuns: 1000 }
    )
    expect(erased).toBeGreaterThan(200)
  })

  test('nor random ones that make haste, whose rates back only grow smaller', () => {
    let near = 0
    fc.assert(
      fc.property(
        fc.array(logUniform(0.05, 1), { minLength: 4, maxLength: 24 }),
        logUniform(0.05, 1),
        (falls, duration) => {
          let back = 1
          const protocol = falls.map((fall): Segment => {
            back *= fall
            return { duration, out: 1, back }
          })
          const { p, heat } = run(0.5, protocol)
          const bound = least(p, duration * falls.length)
          if (heat < 1.1 * bound) near++
          expect(heat).toBeGreaterThanOrEqual(bound * (1 - 1e-12))
        }
      ),
      { numRuns: 1000 }
    )
    // The bound is close: some of them come within a tenth.
    expect(near).toBeGreaterThan(0)
  })
})

test.each([
  // Seven spins of a glass, annealed as thermally activated spins: time in 1/f₀, mean error of a spin, and
  // heat by the exact master equation on 128 states, with what the sum of single resets comes to.
  [3, 0.4913918743801664, 5.223776239938, 0.0013872706124315],
  [100, 0.4461255061812381, 4.04004931036607, 0.041143525849226],
  [10000, 0.3444459770376869, 4.411473781717, 0.34448710511497]
])(
  'a spin glass annealed for %d attempts heats more than seven resets to its mean error',
  (n, ε, heat, floor) => {
    expect(relativeError(7 * least(ε, n), floor)).toBeLessThan(1e-12)
    expect(7 * least(ε, n)).toBeLessThan(heat)
  }
)

test('a wrong time, or one of a wrong kind, is told with all else that is wrong', () => {
  const wrong = { temperature: room, errorProbability: 0, attemptRate: gigahertz(-1), duration: seconds(1) }
  expect(left(optimalReset(wrong)).problems.map(({ kind, inputs }) => [kind, inputs])).toEqual([
    ['range', ['errorProbability']],
    ['range', ['attemptRate']]
  ])
  expect(E.isLeft(optimalReset({ ...wrong, errorProbability: 0.6 }))).toBe(true)
})
