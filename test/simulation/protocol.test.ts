/** Energy. Jun et al. (2014) reset a bit for 0.71 ± 0.03 kT: kT ln 2 is 0.693. */
import fc from 'fast-check'
import {
  leastError,
  loweredTiltedRaised,
  optimal,
  palindrome,
  ramp,
  sudden
} from '../../src/simulation/named'
import { simulate, type Protocol, type ProtocolRun } from '../../src/simulation/protocol'
import type { Segment } from '../../src/simulation/space'
import { gigahertz, hertz, nanoseconds, kelvin, kT, seconds } from '../../src/units/si'
import reference from '../oracle/optimal-reset.json'
import { left, right } from '../reading/values'

const T = kelvin(300)
const unit = kT(1, T).value

/** Segments in kT and attempts, as a protocol at 300 K and one attempt a second. */
const protocolOf = (segments: readonly Segment[], start?: readonly number[]): Protocol => ({
  temperature: T,
  attemptRate: hertz(1),
  rungs: segments[0]!.energies.length,
  ...(start === undefined ? {} : { start }),
  segments: segments.map(({ attempts, energies, barrier }) => ({
    duration: seconds(attempts),
    energies: Array.from(energies, (energy) => kT(energy, T)),
    barrier: kT(barrier, T)
  }))
})

const run = (segments: readonly Segment[], start?: readonly number[]): ProtocolRun =>
  right(simulate(protocolOf(segments, start)))

const ratios = ({ verdicts }: ProtocolRun): Readonly<Record<string, number>> =>
  Object.fromEntries(verdicts.map(({ bound, ratio = NaN }) => [bound, ratio]))

describe('the reset of least heat', () => {
  const reachable = reference.cases.filter(
    (each): each is typeof each & { heat: string } => 'heat' in each && Number(each.attemptsInTime) <= 15
  )

  test.each(reachable.map((each) => [each.errorProbability, each.attemptsInTime, each.heat] as const))(
    'to an error of %s in %s attempts comes down to its bound as its steps grow finer',
    (error, attempts, heat) => {
      const excess = (steps: number): number => {
        const of = run(optimal(Number(error), Number(attempts), steps))
        expect(of.final[1]! / Number(error)).toBeCloseTo(1, 10)
        return of.heat.value / unit - Number(heat)
      }
      const [coarse, fine] = [excess(500), excess(1000)]
      // A staircase dissipates by the square of its steps: a millionth of kT for a thousand of a hundredth attempt.
      expect(fine).toBeGreaterThan(0)
      expect(fine).toBeLessThan(1e-6 * Number(attempts))
      expect(coarse / fine).toBeCloseTo(4, 1)
      expect(Math.abs((4 * fine - coarse) / 3)).toBeLessThan(2e-8)
    }
  )
})

test('the reset of least heat ends at its error, in however many steps and whatever time', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 100, noNaN: true }),
      fc.double({ min: 1e-3, max: 12, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      (decadesBelowHalf, decadesOver, steps) => {
        const error = 0.5 * 10 ** -decadesBelowHalf
        fc.pre(error >= leastError)
        const attempts = -Math.log(2 * error) * (1 + 10 ** (decadesOver - 6))
        const { final } = right(simulate(protocolOf(optimal(error, attempts, steps))))
        expect(final[1]! / error).toBeCloseTo(1, 6)
      }
    ),
    { numRuns: 300 }
  )
})

describe('bounds on trial', () => {
  test('a bit tilted at once pays 4.3 times its least', () => {
    const of = run(sudden(6, 50))
    // By hand: 6 kT · (½ − 1/(1 + e⁶)) = 2.98516 kT; the least of 50 attempts is about ln 2 less the entropy left.
    expect(of.heat.value / unit).toBeCloseTo(6 * (0.5 - 1 / (1 + Math.exp(6))), 12)
    expect(ratios(of)['landauer']).toBeCloseTo(0.675836 / 2.985164, 6)
    expect(Object.keys(ratios(of))).toEqual([
      'landauer',
      'landauer + speedLimit',
      'rateCappedReset',
      'optimalReset',
      'timeSymmetricReset'
    ])
  })

  test('a protocol that is its own reverse is held to what such a one must pay, another is not', () => {
    expect(ratios(run(palindrome(8, 10, 1000, 3)))).toHaveProperty('timeSymmetricReset')
    expect(ratios(run(ramp(8, 40, 5)))).not.toHaveProperty('timeSymmetricReset')
    expect(ratios(run(loweredTiltedRaised(8, 10, 40, 3)))).not.toHaveProperty('timeSymmetricReset')
  })

  test('of a bit that is known the second law speaks, and no reset of an unknown one', () => {
    expect(Object.keys(ratios(run(ramp(8, 40, 5), [0.9, 0.1])))).toEqual([
      'generalizedLandauer',
      'generalizedLandauer + speedLimit'
    ])
  })

  const energy = fc.double({ min: -12, max: 12, noNaN: true })
  const protocols = (rungs: number): fc.Arbitrary<readonly Segment[]> =>
    fc.array(
      fc.record({
        attempts: fc.double({ min: 0.01, max: 50, noNaN: true }),
        energies: fc.array(energy, { minLength: rungs, maxLength: rungs }),
        barrier: fc.double({ min: 0, max: 6, noNaN: true })
      }),
      { minLength: 1, maxLength: 5 }
    )

  test.each([2, 2, 3, 6])('no protocol of %i rungs refutes one', (rungs) => {
    fc.assert(
      fc.property(protocols(rungs), fc.boolean(), (half, mirrored) => {
        const segments = mirrored ? [...half, ...half.slice().reverse()] : half
        expect(run(segments).verdicts.filter(({ refuted }) => refuted)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})

test('what does not fit in a protocol is told all at once, by its place', () => {
  const problems = left(
    simulate({
      temperature: kelvin(0),
      attemptRate: hertz(0),
      start: [0.5, 0.6],
      segments: [
        { duration: seconds(0), energies: [kT(0, T)] },
        { duration: seconds(1), energies: [kT(0, T), kT(800, T)], barrier: kT(-1, T) }
      ]
    })
  ).problems.map(({ message }) => message)
  expect(problems).toEqual([
    'simulate: temperature: expected a temperature from 1e-250 to 1e250 K, got 0',
    'simulate: attemptRate: expected a rate from 1e-250 to 1e250 Hz, got 0',
    'simulate: start: expected probabilities, none below 0, that add to 1, got a sum of 1.1',
    'simulate: segments/0/duration: expected a duration above 0, got 0',
    'simulate: segments/0/energies: expected 2 energies, as there are rungs, got 1',
    'simulate: segments/1/barrier: expected a barrier of 0 or above, got -4.14195e-21 J'
  ])
})

test('a temperature at which kT is no number is refused, and the least that is taken is as any', () => {
  const at = (kelvins: number): ReturnType<typeof simulate> => {
    const bath = kelvin(kelvins)
    const segments = [{ duration: seconds(50), energies: [kT(0, bath), kT(6, bath)] }]
    return simulate({ temperature: bath, attemptRate: hertz(1), segments })
  }
  expect(left(at(5e-324)).problems.map(({ message }) => message)).toEqual([
    'simulate: temperature: expected a temperature from 1e-250 to 1e250 K, got 5e-324'
  ])
  for (const kelvins of [1e-250, 1e250])
    expect(right(at(kelvins)).heat.value / kT(1, kelvin(kelvins)).value).toBeCloseTo(
      right(at(300)).heat.value / unit,
      10
    )
})

test('energies are in kT and times in attempts, whatever these are', () => {
  const cold = kelvin(4)
  const energies = [kT(0, cold), kT(6, cold)]
  const of = right(
    simulate({
      temperature: cold,
      attemptRate: gigahertz(1),
      segments: [{ duration: nanoseconds(50), energies }]
    })
  )
  expect(of.heat.value / kT(1, cold).value).toBeCloseTo(run(sudden(6, 50)).heat.value / unit, 12)
  expect(ratios(of)['optimalReset']).toBeCloseTo(ratios(run(sudden(6, 50)))['optimalReset']!, 12)
})
