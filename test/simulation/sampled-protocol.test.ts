/** Trajectories beside the exact run of the same protocol, in joules; and what is said where they are too few. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { simulate, type Protocol } from '../../src/simulation/protocol'
import { sampleTrajectories, type SampledRun } from '../../src/simulation/sampled-protocol'
import { gigahertz, kelvin, kT, nanoseconds, seconds } from '../../src/units/si'
import { right } from '../reading/values'

const T = kelvin(300)

/** kT at 300 K, from the constant of the SI. */
const unit = 1.380649e-23 * 300

const protocolOf = (
  segments: readonly (readonly [attempts: number, energies: readonly number[]])[],
  start?: readonly number[]
): Protocol => ({
  temperature: T,
  attemptRate: gigahertz(1),
  rungs: segments[0]![1].length,
  ...(start === undefined ? {} : { start }),
  segments: segments.map(([attempts, energies]) => ({
    duration: nanoseconds(attempts),
    energies: energies.map((energy) => kT(energy, T))
  }))
})

const tilted = protocolOf([[20, [0, 2]]])

const messageOf = (protocol: Protocol, options: unknown): string => {
  const sampled = sampleTrajectories(protocol, options as never)
  return E.isLeft(sampled) ? sampled.left.message : ''
}

test('a bit that is tilted and let go: each work is one of four, and the means are those by hand', () => {
  const { trajectories: of, ...run } = right(sampleTrajectories(tilted, { count: 1e5, seed: 1 }))
  expect(new Set(Array.from(of.work, (each) => Math.round(each / unit)))).toEqual(new Set([-2, 0, 2]))
  // Where it starts and where it ends do not depend on each other: p₁ = 1/(1 + e²) in the end.
  const p = 1 / (1 + Math.exp(2))
  const deviation = Math.sqrt(4 * (1 / 4 + p * (1 - p)))
  expect(of.workError.value / unit).toBeCloseTo(deviation / Math.sqrt(1e5), 8)
  expect(Math.abs(of.meanWork.value / unit - (1 - 2 * p))).toBeLessThan(4 * (deviation / Math.sqrt(1e5)))
  const spread = ((1 + Math.exp(-4)) / 2) * (1 - p + p * Math.exp(4)) - 1
  expect(of.needed / (16 * spread)).toBeCloseTo(1, 6)
  expect(run.deviationExpMinusWork).toBeCloseTo(Math.sqrt(spread), 6)
  expect(of.expMinusWork.error).toBeCloseTo(Math.sqrt(spread / 1e5), 8)
  expect(Math.abs(of.expMinusWork.mean - 1)).toBeLessThan(4 * of.expMinusWork.error)
  expect(of.off.expMinusWork).toBeCloseTo(Math.abs(of.expMinusWork.mean - 1) / of.expMinusWork.error, 4)
})

test('the exact run stands beside them as simulate gives it, and the same seed gives the same', () => {
  const sampled = (seed: number): SampledRun => right(sampleTrajectories(tilted, { count: 100, seed }))
  const { trajectories, ...run } = sampled(7)
  expect(run).toEqual(right(simulate(tilted)))
  expect(trajectories).toEqual(sampled(7).trajectories)
  expect(trajectories.work).not.toEqual(sampled(8).trajectories.work)
})

test('any protocol: the energy of each trajectory closes, and no rung is out of its ladder', () => {
  const protocols = fc
    .integer({ min: 2, max: 5 })
    .chain((rungs) =>
      fc.array(
        fc.tuple(
          fc.double({ min: 1e-2, max: 20, noNaN: true }),
          fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: rungs, maxLength: rungs })
        ),
        { minLength: 1, maxLength: 4 }
      )
    )
  fc.assert(
    fc.property(protocols, fc.nat(), (segments, seed) => {
      const { trajectories: of, final } = right(
        sampleTrajectories(protocolOf(segments), { count: 2000, seed })
      )
      expect(of.unclosed.value).toBeLessThan(1e-12 * unit)
      expect(Math.max(...of.final)).toBeLessThan(final.length)
      expect(Math.min(...of.start, ...of.final)).toBeGreaterThanOrEqual(0)
    })
  )
})

test('rungs behind a high barrier are tried as seldom as they hop, so a long rest is cheap', () => {
  const rest = {
    ...tilted,
    segments: [{ duration: seconds(1), energies: [kT(0, T), kT(0, T)], barrier: kT(20, T) }]
  }
  const { trajectories: of } = right(sampleTrajectories(rest, { count: 1000, seed: 1 }))
  // Up and down at e^(−20) of 1e9 attempts each: half of the tries lead out of the ladder.
  const tried = 2e12 * Math.exp(-20)
  expect(Math.abs(of.tried - tried)).toBeLessThan(4 * Math.sqrt(tried))
  expect(Math.abs(of.meanJumps.mean - tried / 2000)).toBeLessThan(4 * of.meanJumps.error)
})

test('a protocol in a hurry: too few trajectories are told for what they are', () => {
  const hurried = protocolOf([[1, [0, 30]]])
  const { trajectories: of } = right(sampleTrajectories(hurried, { count: 1000, seed: 1 }))
  expect(of.needed).toBeGreaterThan(1e12)
  expect(of.expMinusWork.error).toBeGreaterThan(1e3)
  // Those that hop down once spend 30 kT, and those that would get them back never come.
  const seen = 1 - (1 - Math.exp(-1)) / 2
  expect(Math.abs(of.expMinusWork.mean - seen)).toBeLessThan(4 * Math.sqrt((seen * (1 - seen)) / 1000))
})

test('all that does not fit is told at once, by its place', () => {
  const wrong = { ...tilted, temperature: kelvin(-1), segments: [] }
  expect(messageOf(wrong, { count: 1.5, seed: -1 }).split('\n')).toEqual([
    'sampleTrajectories: temperature: expected a temperature from 1e-250 to 1e250 K, got -1',
    'sampleTrajectories: segments: expected a segment at least, got none',
    'sampleTrajectories: options/count: expected a whole number from 2 to 10000000, got 1.5',
    'sampleTrajectories: options/seed: expected a whole number from 0 to 9007199254740991, got -1'
  ])
  expect(messageOf(tilted, { count: '9' })).toBe(
    'sampleTrajectories: options.count: expected a number, got "9"\n' +
      'sampleTrajectories: options.seed: expected a number, got undefined'
  )
})

test('more work than can be done is refused before it is begun', () => {
  const long = protocolOf([[1e9, [0, 1]]])
  expect(messageOf(long, { count: 100, seed: 1 })).toBe(
    'sampleTrajectories: options/count: expected at most 1e10 hops tried and switches made, by all trajectories, got 2.0e+11 of 100 trajectories'
  )
})
