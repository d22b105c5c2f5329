import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { matchedBarrier, reliableAttempt, staticWrite } from '../../src/physics/memory'
import * as update from '../../src/physics/update'
import type { Decimal } from '../../src/units/decimal'
import type { Temperature } from '../../src/units/dimension'
import type { Quantity } from '../../src/units/quantity'
import { bits, gigahertz, hertz, kelvin, kT, microseconds, updates } from '../../src/units/si'
import { left, relativeError, right } from '../reading/values'
import { errors, logUniform, temperatures } from './arbitrary'

const { powerLawShape, exponentialShape, meanMatchedBarrier, limUpdate, staticUpdate } = update

const valueOf = (result: E.Either<{ readonly message: string }, Quantity<unknown>>): Decimal =>
  right(result).exact

const room = kelvin(300)

test.each([
  ['powerLawShape', '', 'model'],
  ['exponentialShape', '', 'model'],
  ['meanMatchedBarrier', 'J/update', 'model'],
  ['limUpdate', 'J/update', 'model'],
  ['staticUpdate', 'J/update', 'model']
] as const)('%s is in "%s" and is a %s', (name, unit, tier) => {
  const { unit: of, tier: evidence } = update[name]
  expect([of.symbol, evidence]).toEqual([unit, tier])
})

test('the shape of ten power-law updates is log₁₀ 3628800 / 10, with 10! of OEIS A000142', () => {
  const shape = right(powerLawShape({ updates: updates(10) })).value
  expect(relativeError(shape, Math.log10(3628800) / 10)).toBeLessThan(1e-14)
})

/** ln(1/α_k) of each update, relative to the last one's. */
const traces = {
  powerLaw: (n: number) => Array.from({ length: n }, (_, k) => Math.log(k + 1) / Math.log(n)),
  exponential: (n: number) => Array.from({ length: n }, (_, k) => k / (n - 1))
}
const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length

describe('the convergence shape', () => {
  const counts = fc.integer({ min: 2, max: 3000 })

  test('of power-law steps is the mean over their trace', () => {
    fc.assert(
      fc.property(counts, (n) => {
        const shape = right(powerLawShape({ updates: updates(n) })).value
        expect(relativeError(shape, mean(traces.powerLaw(n)))).toBeLessThan(1e-12)
      })
    )
  })

  test('of exponential steps is the mean over their trace: ½', () => {
    fc.assert(
      fc.property(counts, (n) => {
        const shape = right(exponentialShape({ updates: updates(n) })).value
        expect(shape).toBe(0.5)
        expect(relativeError(shape, mean(traces.exponential(n)))).toBeLessThan(1e-12)
      })
    )
  })

  test('of power-law steps lies in [½, 1] and grows with their number', () => {
    fc.assert(
      fc.property(logUniform(2, 1e30), logUniform(1.001, 1e3), (n, more) => {
        const [few, many] = [n, n * more].map((count) => valueOf(powerLawShape({ updates: updates(count) })))
        expect(few!.gte('0.5') && many!.gt(few!) && many!.lt(1)).toBe(true)
      })
    )
    expect(relativeError(valueOf(powerLawShape({ updates: updates(2) })), 0.5)).toBeLessThan(1e-33)
  })
})

describe('meanMatchedBarrier', () => {
  test('is the mean of the matched barriers over the trace', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        logUniform(1e-2, 64),
        logUniform(1e-9, 1),
        fc.constantFrom('powerLaw', 'exponential'),
        (n, b, share, law) => {
          const attemptRate = gigahertz(1)
          const barriers = traces[law](n).map((exponent) => {
            const updateRate = hertz(1e9 * share * 2 ** (-b * exponent))
            return right(matchedBarrier({ temperature: room, attemptRate, updateRate })).value
          })
          const shape = { powerLaw: powerLawShape, exponential: exponentialShape }[law]
          const whole = right(
            meanMatchedBarrier({
              temperature: room,
              attemptRate,
              initialRate: hertz(1e9 * share),
              precision: bits(b),
              shape: right(shape({ updates: updates(n) }))
            })
          )
          expect(relativeError(whole.value, mean(barriers))).toBeLessThan(1e-12)
        }
      )
    )
  })

  test('has no value for updates faster than attempts', () => {
    const { problems } = left(
      meanMatchedBarrier({
        temperature: room,
        attemptRate: gigahertz(1),
        initialRate: gigahertz(2),
        precision: bits(8),
        shape: 0.5
      })
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ kind: 'relation', expected: 'r₁ ≤ f₀' })
  })
})

describe('limUpdate', () => {
  interface Update {
    readonly temperature: Quantity<Temperature>
    readonly slowness: number
    readonly b: number
    readonly σ: number
    readonly ε: number
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
    ρ: shares
  })
  const lim = ({ temperature, slowness, b, σ, ε, ρ }: Update): Decimal =>
    valueOf(
      limUpdate({
        temperature,
        attemptRate: gigahertz(1),
        initialRate: hertz(1e9 / slowness),
        precision: bits(b),
        shape: σ,
        errorProbability: ε,
        recovery: ρ
      })
    )
  test('decreases as more of the barrier work is recovered', () => {
    fc.assert(
      fc.property(updatesOfLim, shares, (of, other) => {
        fc.pre(of.ρ !== other && of.σ > 0)
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

  test('with all barrier work recovered is the drive alone', () => {
    fc.assert(
      fc.property(updatesOfLim, (of) => {
        const { temperature, ε: errorProbability } = of
        const drive = valueOf(reliableAttempt({ temperature, errorProbability }))
        expect(relativeError(lim({ ...of, ρ: 1 }), drive)).toBeLessThan(1e-33)
      })
    )
  })

  test('with none recovered is the barrier and the drive', () => {
    fc.assert(
      fc.property(updatesOfLim, (of) => {
        const { temperature, slowness, b, σ: shape, ε: errorProbability } = of
        const barrier = valueOf(
          meanMatchedBarrier({
            temperature,
            attemptRate: gigahertz(1),
            initialRate: hertz(1e9 / slowness),
            precision: bits(b),
            shape
          })
        )
        const drive = valueOf(reliableAttempt({ temperature, errorProbability }))
        expect(relativeError(lim({ ...of, ρ: 0 }), barrier.plus(drive))).toBeLessThan(1e-32)
      })
    )
  })
})

test('staticUpdate rewrites as many cells as there are bits', () => {
  fc.assert(
    fc.property(temperatures, logUniform(1, 1e3), logUniform(1e-3, 64), (temperature, barrier, b) => {
      const write = {
        temperature,
        barrier: kT(barrier, temperature),
        attemptRate: gigahertz(1),
        writeTime: microseconds(1),
        errorProbability: 1e-9
      }
      const all = valueOf(staticUpdate({ ...write, precision: bits(b) }))
      expect(relativeError(all, valueOf(staticWrite(write)).times(b))).toBeLessThan(1e-32)
    })
  )
})
