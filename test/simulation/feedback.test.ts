/** Learning by feedback against values computed apart, in 28 digits: 80.108 kT for two parameters of 15 rungs. */
import { runFeedback } from '../../src/simulation/feedback'
import { slotsOf, type Schedule } from '../../src/simulation/slots'
import { ladders } from '../../src/simulation/space'
import reference from '../oracle/lim-learner.json'

const relative = (value: number, expected: string): number =>
  Math.abs(value - Number(expected)) / Math.abs(Number(expected))

const worst = (values: ArrayLike<number>, expected: readonly string[]): number => {
  expect(values).toHaveLength(expected.length)
  return Math.max(...Array.from(values, (each, at) => relative(each, expected[at]!)))
}

export const scheduleOf = (of: (typeof reference.cases)[number]): Schedule => ({
  convergence: of.convergence as Schedule['convergence'],
  precision: Number(of.precision),
  updates: of.updates,
  errorProbability: Number(of.errorProbability),
  hopsPerUpdate: Number(of.hopsPerUpdate),
  attempts: Number(of.attemptsInTime)
})

test.each(reference.cases.map((each) => [each.convergence, each] as const))(
  'two coupled parameters learned by tilts of %s steps: slots, loss, heat, hops and entropies to 1e-10',
  (_, expected) => {
    const { rungs } = expected
    const [[a, b], [, d]] = expected.matrix.map((row) => row.map(Number)) as [
      [number, number],
      [number, number]
    ]
    const [m, n] = expected.minimum.map(Number) as [number, number]
    const states = Array.from({ length: rungs ** 2 }, (__, s) => [s % rungs, Math.floor(s / rungs)] as const)
    const slots = slotsOf(scheduleOf(expected))
    expect(relative(slots.tilt, expected.tilt)).toBeLessThan(1e-14)
    expect(worst(slots.barriers, expected.barrier)).toBeLessThan(1e-13)
    expect(worst(slots.steps, expected.relativeSteps)).toBeLessThan(1e-13)
    const run = runFeedback(
      {
        space: ladders(rungs, rungs),
        losses: states.map(([x, y]) => {
          const [u, v] = [x - m, y - n]
          return (a * u * u + 2 * b * u * v + d * v * v) / 2
        }),
        rungs: states,
        directions: states.map(([x, y]) => [
          -Math.sign(a * (x - m) + b * (y - n)),
          -Math.sign(b * (x - m) + d * (y - n))
        ])
      },
      slots
    )!
    expect(worst(run.losses, expected.meanLoss)).toBeLessThan(1e-10)
    expect(worst(run.jumps, expected.jumpsPerSlot)).toBeLessThan(1e-10)
    expect(worst(run.records, expected.directionEntropyPerSlot)).toBeLessThan(1e-10)
    expect(relative(run.heat, expected.heat)).toBeLessThan(1e-10)
    expect(relative(run.entropyStart, expected.entropyStart)).toBeLessThan(1e-10)
    expect(relative(run.entropyEnd, expected.entropyEnd)).toBeLessThan(1e-10)
    // What was learned is paid for by the heat and the record of what was read (Sagawa & Ueda 2009).
    const recorded = run.records.reduce((sum, each) => sum + each, 0)
    expect(run.entropyStart - run.entropyEnd).toBeLessThan(run.heat + recorded)
  }
)
