/**
 * Learning-in-memory, update by update: how far, how often, over what barrier. Shapes and mean steps are pure
 * numbers: where n = 2ᵇ a power law steps as 1/k, ᾱ = ln n/(n − 1) and σ = ½.
 */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { driveForReliability, reliableAttempt, staticWrite } from '../../src/physics/memory'
import * as update from '../../src/physics/update'
import { decimal, decimalsOf, type Decimal } from '../../src/units/decimal'
import type { Temperature } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { bits, gigahertz, hertz, kelvin, kT, microseconds, one, updates } from '../../src/units/si'
import { left, relativeError, right } from '../reading/values'
import { errors, logUniform, temperatures } from './arbitrary'

const {
  exponentialMeanStep,
  exponentialShape,
  powerLawMeanStep,
  powerLawShape,
  meanMatchedBarrier,
  limUpdate,
  staticUpdate
} = update

const valueOf = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

const room = kelvin(300)
const Wide = decimalsOf(60)

test.each([
  ['exponentialMeanStep', '', 'model'],
  ['exponentialShape', '', 'model'],
  ['powerLawMeanStep', '', 'model'],
  ['powerLawShape', '', 'model'],
  ['meanMatchedBarrier', 'J/update', 'model'],
  ['limUpdate', 'J/update', 'model'],
  ['staticUpdate', 'J/update', 'model']
] as const)('%s is in "%s" and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = update[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

describe('by hand', () => {
  test('steps that halve once are 1/(2 ln 2) on average', () => {
    const mean = valueOf(exponentialMeanStep({ precision: bits(1) }))
    expect(relativeError(mean.times(decimal(2).ln()), '0.5')).toBeLessThan(1e-33)
  })

  test('steps 1/k up to n = 2ᵇ are ln n/(n − 1) on average, and their shape is ½', () => {
    for (const b of [1, 8, 40]) {
      const of = { precision: bits(b), updates: updates(2 ** b) }
      const n = decimal(2 ** b)
      expect(relativeError(valueOf(powerLawMeanStep(of)), n.ln().div(n.minus(1)))).toBeLessThan(1e-32)
      expect(relativeError(valueOf(powerLawShape(of)), '0.5')).toBeLessThan(1e-32)
    }
  })

  test('steps that do not shrink are 1 on average', () => {
    expect(valueOf(exponentialMeanStep({ precision: bits(0) })).eq(1)).toBe(true)
    expect(valueOf(exponentialShape({ precision: bits(0) })).eq('0.5')).toBe(true)
    const of = { precision: bits(0), updates: updates(1e6) }
    expect(relativeError(valueOf(powerLawMeanStep(of)), 1)).toBeLessThan(1e-32)
  })
})

/** ∫₀¹ of a function, by Simpson's rule. */
const integral = (of: (x: number) => number, steps = 2000): number => {
  let total = 0
  for (let k = 0; k <= steps; k++) total += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * of(k / steps)
  return total / (3 * steps)
}

/**
 * How far steps are from the first at the share x of a run of n, −ln α; with what share of the updates lies
 * about there, for x a share of ln k where those are many orders of magnitude.
 */
const traces = {
  exponential: (b: number) => ({ fallen: (x: number) => b * Math.LN2 * x, weight: () => 1 }),
  powerLaw: (b: number, n: number) => ({
    fallen: (x: number) => b * Math.LN2 * x, // k = nˣ and α = k^(−b ln 2/ln n)
    weight: (x: number) => (Math.log(n) * n ** x) / (n - 1)
  })
}
type Law = keyof typeof traces
const laws = fc.constantFrom<Law>('exponential', 'powerLaw')

interface Schedule {
  readonly law: Law
  readonly b: number
  readonly n: number
}
const meanStep = ({ law, b, n }: Schedule) =>
  law === 'exponential'
    ? exponentialMeanStep({ precision: bits(b) })
    : powerLawMeanStep({ precision: bits(b), updates: updates(n) })
const shape = ({ law, b, n }: Schedule) =>
  law === 'exponential'
    ? exponentialShape({ precision: bits(b) })
    : powerLawShape({ precision: bits(b), updates: updates(n) })

const schedules: fc.Arbitrary<Schedule> = fc.record({
  law: laws,
  b: logUniform(1e-3, 24),
  n: logUniform(2, 1e12)
})
const extremes: fc.Arbitrary<Schedule> = fc.record({
  law: laws,
  b: logUniform(1e-9, 200),
  n: logUniform(2, 1e30)
})

describe('the mean step and the convergence shape', () => {
  test('are the means over the run: of α, and over hops of ln(1/α) beside b ln 2', () => {
    fc.assert(
      fc.property(schedules, (of) => {
        const { fallen, weight } = traces[of.law](of.b, of.n)
        const mean = integral((x) => weight(x) * Math.exp(-fallen(x)))
        const entropy = integral((x) => weight(x) * Math.exp(-fallen(x)) * fallen(x))
        expect(relativeError(right(meanStep(of)).value, mean)).toBeLessThan(1e-8)
        expect(relativeError(right(shape(of)).value, entropy / mean / (of.b * Math.LN2))).toBeLessThan(1e-8)
      })
    )
  })

  test('lie in (0, 1] and in [0, 1]', () => {
    fc.assert(
      fc.property(extremes, (of) => {
        const [mean, σ] = [valueOf(meanStep(of)), valueOf(shape(of))]
        // ln n φ₁(ln n)/(n − 1) is 1 but for the last digit.
        expect(mean.gt(0) && mean.lte(decimal(1).plus('1e-31'))).toBe(true)
        expect(σ.gte(0) && σ.lte(1)).toBe(true)
      })
    )
  })

  test('fall as the precision grows', () => {
    fc.assert(
      fc.property(extremes, logUniform(1.01, 10), (of, more) => {
        fc.pre(of.b > 1e-6)
        const finer = { ...of, b: of.b * more }
        expect(valueOf(meanStep(finer)).lt(valueOf(meanStep(of)))).toBe(true)
        expect(valueOf(shape(finer)).lt(valueOf(shape(of)))).toBe(true)
      })
    )
  })

  test('of a power law grow with the number of updates, and hops come late', () => {
    fc.assert(
      fc.property(logUniform(1e-3, 64), logUniform(2, 1e12), logUniform(1.1, 1e3), (b, n, more) => {
        const [few, many] = [n, n * more].map((count) => valueOf(shape({ law: 'powerLaw', b, n: count })))
        expect(many!.gt(few!)).toBe(true)
        // ½ where steps are 1/k.
        expect(few!.gt('0.5')).toBe(n > 2 ** b)
      })
    )
  })
})

/** An edge of the ladder, tilted by D behind a barrier B, in kT and f₀: its rates along the tilt and back. */
const edge = (barrier: Decimal, tilt: Decimal): readonly [along: Decimal, back: Decimal] => [
  tilt.div(2).minus(barrier).exp(),
  tilt.div(-2).minus(barrier).exp()
]

describe('meanMatchedBarrier', () => {
  const at = (given: { f0: number; share: number; ε: number; b: number; σ: number }) => ({
    temperature: room,
    attemptRate: hertz(given.f0),
    initialRate: hertz(hertz(given.f0).exact.times(given.share)),
    precision: bits(given.b),
    shape: given.σ,
    errorProbability: given.ε
  })
  const givens = fc.record({
    f0: logUniform(1e3, 1e15),
    share: logUniform(1e-20, 1),
    ε: errors,
    b: logUniform(1e-3, 40),
    σ: fc.integer({ min: 0, max: 1000 }).map((k) => k / 1000)
  })

  test('is that behind which a tilted edge hops at r₁α, and never faster than at f₀', () => {
    fc.assert(
      fc.property(givens, (given) => {
        const thermal = kT(1, room).exact
        const { temperature, errorProbability } = at(given)
        const barrier = new Wide(valueOf(meanMatchedBarrier(at(given)))).div(thermal)
        const tilt = new Wide(valueOf(driveForReliability({ temperature, errorProbability }))).div(thermal)
        const [along, back] = edge(barrier, tilt)
        // With all hops at the step α, the mean is that one barrier.
        const α = new Wide(2).ln().times(given.b).times(-given.σ).exp()
        expect(relativeError(along.plus(back), α.times(given.share))).toBeLessThan(1e-29)
        expect(along.lte(new Wide(1).plus('1e-28'))).toBe(true)
        // One of them is wrong with probability ε.
        expect(relativeError(back.div(along.plus(back)), given.ε)).toBeLessThan(1e-28)
      })
    )
  })

  test('is the mean over the hops of a run', () => {
    fc.assert(
      fc.property(
        fc.array(logUniform(1e-6, 1), { minLength: 1, maxLength: 20 }),
        logUniform(1e-9, 1),
        logUniform(1e-6, 0.5),
        (later, share, ε) => {
          const steps = [1, ...later]
          const hops = steps.reduce((sum, α) => sum + α, 0)
          const b = -Math.log2(Math.min(...steps))
          fc.pre(b > 0)
          const σ = steps.reduce((sum, α) => sum - α * Math.log(α), 0) / hops / (b * Math.LN2)
          const barrier = (α: number): number =>
            right(meanMatchedBarrier(at({ f0: 1e9, share: share * α, ε, b: 0, σ: 0 }))).value
          const mean = steps.reduce((sum, α) => sum + α * barrier(α), 0) / hops
          const whole = right(meanMatchedBarrier(at({ f0: 1e9, share, ε, b, σ }))).value
          expect(relativeError(whole, mean)).toBeLessThan(1e-12)
        }
      )
    )
  })

  test('has no value where a hop along the tilt would be faster than f₀, and half the tilt where it is as fast', () => {
    const given = {
      temperature: room,
      attemptRate: gigahertz(1),
      precision: bits(8),
      shape: 0,
      errorProbability: 0.2
    }
    const fastest = valueOf(meanMatchedBarrier({ ...given, initialRate: gigahertz(1.25) }))
    expect(relativeError(fastest, kT(1, room).exact.times(decimal(2).ln()))).toBeLessThan(1e-33)
    const { problems } = left(meanMatchedBarrier({ ...given, initialRate: gigahertz('1.2500001') }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'relation', expected: '(1 − ε) r₁ ≤ f₀' })
  })
})

describe('on a ladder that is followed exactly', () => {
  // Reference values, computed apart by the master equation of 61 rungs: convergence, b, updates, ε, h₁, f₀τ;
  // heat in kT and jumps; and the mean step, the shape and the mean barrier of the formulas to 28 digits.
  type Ladder = [Law, b: number, n: number, ε: number, h: number, attempts: number, ...Figures]
  type Figures = [heat: number, jumps: number, ᾱ: string, σ: string, barrier: string]
  const ladders: readonly Ladder[] = [
    [
      ...['exponential', 4, 16, 0.01, 2, 3200, 48.7257711575851, 10.820212806667218],
      ...['0.3381316502083507985999823471', '0.2940070935555741851733145036', '7.727941198759569023467820227']
    ] as Ladder,
    [
      ...['exponential', 8, 16, 0.1, 2, 28.8, 10.10413594209737, 5.748238053541964],
      ...['0.1796324391731863617562406219', '0.1764153114836694455278337224', '2.076866494768189838550783053']
    ] as Ladder,
    [
      ...['powerLaw', 4, 16, 0.01, 2, 3200, 26.635882505273283, 5.9148559407782],
      ...['0.1848392481493187491779285657', '0.5000000000000000000000000000', '8.299074808028778391480213036']
    ] as Ladder
  ]

  test.each(ladders)(
    '%s steps of %d bits in %d updates: heat, hops and barrier are what the formulas say',
    (law, b, n, ε, h, attempts, heat, jumps, ᾱ, σ, barrier) => {
      const schedule = { law, b, n }
      expect(relativeError(valueOf(meanStep(schedule)), ᾱ)).toBeLessThan(1e-27)
      expect(relativeError(valueOf(shape(schedule)), σ)).toBeLessThan(1e-27)
      const [hops, f0] = [one(valueOf(meanStep(schedule)).times(h)), gigahertz(1)]
      expect(relativeError(hops.value * n, jumps)).toBeLessThan(1e-14)
      const given = {
        temperature: room,
        attemptRate: f0,
        initialRate: hertz(f0.exact.times(h * n).div(attempts)),
        precision: bits(b),
        shape: right(shape(schedule)),
        errorProbability: ε
      }
      const thermal = kT(1, room).exact
      expect(relativeError(valueOf(meanMatchedBarrier(given)).div(thermal), barrier)).toBeLessThan(1e-27)
      const run = valueOf(limUpdate({ ...given, hops, recovery: 1 })).times(n)
      // What probability reaches an end of the ladder is all that is left out.
      expect(relativeError(run.div(thermal), heat)).toBeLessThan(1e-14)
    }
  )
})

describe('limUpdate', () => {
  interface Update {
    readonly temperature: Quantity<Temperature>
    readonly slowness: number
    readonly b: number
    readonly σ: number
    readonly ε: number
    readonly h: number
    readonly ρ: number
  }
  // In millionths, so that any two differ by what 34 digits can show.
  const shares = fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6)
  const updatesOfLim: fc.Arbitrary<Update> = fc.record({
    temperature: temperatures,
    slowness: logUniform(1, 1e15),
    b: logUniform(1e-3, 64),
    σ: shares,
    ε: errors,
    h: logUniform(1e-6, 1e6),
    ρ: shares
  })
  const schedule = ({ temperature, slowness, b, σ, ε }: Update) => ({
    temperature,
    attemptRate: gigahertz(1),
    initialRate: hertz(1e9 / slowness),
    precision: bits(b),
    shape: σ,
    errorProbability: ε
  })
  const lim = (of: Update): Decimal => valueOf(limUpdate({ ...schedule(of), hops: of.h, recovery: of.ρ }))
  const drive = ({ temperature, ε }: Update): Decimal =>
    valueOf(reliableAttempt({ temperature, errorProbability: ε }))

  test('decreases as more of the barrier work is recovered', () => {
    fc.assert(
      fc.property(updatesOfLim, shares, (of, other) => {
        fc.pre(of.ρ !== other)
        const [low, high] = of.ρ < other ? [of.ρ, other] : [other, of.ρ]
        expect(lim({ ...of, ρ: high }).lt(lim({ ...of, ρ: low }))).toBe(true)
      })
    )
  })

  test('increases with the shape and with the precision, unless all barrier work is recovered', () => {
    fc.assert(
      fc.property(updatesOfLim, shares, logUniform(1e-3, 64), (of, σ, b) => {
        fc.pre(of.ρ < 1)
        if (σ !== of.σ) expect(lim({ ...of, σ }).gt(lim(of))).toBe(σ > of.σ)
        if (b !== of.b && of.σ > 0) expect(lim({ ...of, b }).gt(lim(of))).toBe(b > of.b)
      })
    )
  })

  test('is as many hops as it takes: none are free, and twice as many cost twice as much', () => {
    fc.assert(
      fc.property(updatesOfLim, (of) => {
        expect(lim({ ...of, h: 0 }).isZero()).toBe(true)
        expect(relativeError(lim({ ...of, h: 2 * of.h }), lim(of).times(2))).toBeLessThan(1e-15)
      })
    )
  })

  test('with all barrier work recovered is the drive alone, of every hop', () => {
    fc.assert(
      fc.property(updatesOfLim, (of) => {
        expect(relativeError(lim({ ...of, ρ: 1 }), drive(of).times(of.h))).toBeLessThan(1e-32)
      })
    )
  })

  test('with none recovered is the barrier and the drive, of every hop', () => {
    fc.assert(
      fc.property(updatesOfLim, (of) => {
        const barrier = valueOf(meanMatchedBarrier(schedule(of)))
        expect(relativeError(lim({ ...of, ρ: 0 }), barrier.plus(drive(of)).times(of.h))).toBeLessThan(1e-32)
      })
    )
  })
})

test('staticUpdate rewrites as many cells as there are bits, and pays for those that flip', () => {
  const shares = fc.oneof(fc.constantFrom(0, 0.5, 1), logUniform(1e-9, 1))
  fc.assert(
    fc.property(
      temperatures,
      logUniform(1, 1e3),
      logUniform(1e-3, 64),
      shares,
      (temperature, barrier, b, f) => {
        const write = {
          temperature,
          barrier: kT(barrier, temperature),
          attemptRate: gigahertz(1),
          writeTime: microseconds(1),
          errorProbability: 1e-9
        }
        const all = valueOf(staticUpdate({ ...write, precision: bits(b), flipProbability: f }))
        expect(relativeError(all, valueOf(staticWrite(write)).times(b).times(f))).toBeLessThan(1e-32)
      }
    )
  )
})
