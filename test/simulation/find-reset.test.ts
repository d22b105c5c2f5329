/** Energy. Descent finds resets of ladders as good as another optimiser's, and of a bit the known optimum. */
import { findReset, type ResetAsked } from '../../src/simulation/find-reset'
import { simulate } from '../../src/simulation/protocol'
import { hertz, kelvin, kT, seconds } from '../../src/units/si'
import others from '../oracle/ladder-reset-best-found.json'
import optima from '../oracle/optimal-reset.json'
import { left, right } from '../reading/values'

const T = kelvin(300)

const asked = (rungs: number, errorProbability: number, attempts: number, segments: number): ResetAsked => ({
  temperature: T,
  attemptRate: hertz(1),
  rungs,
  errorProbability,
  duration: seconds(attempts),
  segments
})

const run = (of: ResetAsked) => right(simulate(right(findReset(of))))

test('4 rungs to an error of 0.05 in 20 attempts take no more heat than the best that was found elsewhere', () => {
  const [{ rungs, errorProbability, attemptsInTime, segments, heat }] = others.cases as [
    (typeof others.cases)[0]
  ]
  const found = run(asked(rungs, errorProbability * (1 - 1e-9), attemptsInTime, segments))
  expect(1 - found.final[0]!).toBeLessThan(errorProbability)
  expect(found.heat.value / kT(1, T).value).toBeLessThan(heat * (1 + 1e-8))
  expect(found.verdicts.filter(({ refuted }) => refuted)).toEqual([])
})

test('a bit comes as near to optimalReset as its steps allow, and not below', () => {
  const reference = optima.cases.find(
    (each) => each.errorProbability === '0.1' && each.attemptsInTime === '5' && 'heat' in each
  ) as { readonly heat: string }
  const above = (segments: number): number =>
    run(asked(2, 0.1, 5, segments)).heat.value / kT(1, T).value / Number(reference.heat) - 1
  const [coarse, fine] = [above(8), above(16)]
  expect(fine).toBeGreaterThan(0)
  expect(coarse / fine).toBeGreaterThan(3)
  expect(fine).toBeLessThan(0.005)
})

test('a time that does not suffice ends in a larger error', () => {
  expect(1 - run(asked(2, 0.001, 1, 4)).final[0]!).toBeCloseTo(0.5 * Math.exp(-1), 2)
})

test('what cannot be asked is told all at once', () => {
  expect(
    left(findReset({ ...asked(1, 0.9, 1e6, 0), temperature: kelvin(0) })).problems.map(
      ({ inputs: [input] }) => input
    )
  ).toEqual(['temperature', 'rungs', 'errorProbability', 'segments', 'duration'])
})
