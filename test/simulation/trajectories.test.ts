/** Trajectories against the master equation: the same means, and Jarzynski's equality for what differs between them. */
import { drawsOf, poisson } from '../../src/simulation/draws'
import { runExactly } from '../../src/simulation/exact'
import { palindrome } from '../../src/simulation/named'
import { ladder, type Segment } from '../../src/simulation/space'
import { trajectoriesOf } from '../../src/simulation/trajectories'

const count = 1e5

/** A mean and its standard error. */
const meanOf = (values: ArrayLike<number>): readonly [mean: number, error: number] => {
  const all = Array.from(values)
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length
  const squares = all.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return [mean, Math.sqrt(squares / (all.length - 1) / all.length)]
}

/** How many standard errors a mean is off. */
const sigmas = (values: ArrayLike<number>, expected: number): number => {
  const [mean, error] = meanOf(values)
  return Math.abs(mean - expected) / error
}

const bowl = (stiffness: number, attempts: number, barrier: number): Segment => ({
  attempts,
  energies: Array.from({ length: 9 }, (_, x) => (stiffness * (x - 3.3) ** 2) / 2),
  barrier
})

const protocols: Readonly<Record<string, readonly [rungs: number, segments: readonly Segment[]]>> = {
  'a bit, tilted and let go': [2, palindrome(3, 1, 30, 4)],
  'a ladder, narrowed and raised': [
    9,
    [bowl(0.05, 8, 0), bowl(0.2, 8, 0.3), bowl(0.6, 8, 0), bowl(0.6, 4, 2)]
  ]
}

describe.each(Object.entries(protocols))('%s', (_, [rungs, segments]) => {
  const start = new Float64Array(rungs).fill(1 / rungs)
  const run = runExactly(ladder(rungs), start, segments)!
  const { work, heat, jumps, final, ...rest } = trajectoriesOf(start, segments, { count, seed: 1 })

  test('the mean of e^(−W) over 1e5 trajectories is 1 within four standard errors', () => {
    expect(
      sigmas(
        work.map((each) => Math.exp(-each)),
        1
      )
    ).toBeLessThan(4)
  })

  test('the energy of each trajectory closes to rounding', () => {
    expect(Math.max(...work.map((each, at) => Math.abs(each - heat[at]!)))).toBeLessThan(1e-11)
  })

  test('means of work, heat, hops and final rungs are those of the master equation', () => {
    expect(sigmas(work, run.work)).toBeLessThan(4)
    expect(sigmas(heat, run.heat)).toBeLessThan(4)
    expect(sigmas(jumps, run.jumps)).toBeLessThan(4)
    for (let x = 0; x < rungs; x++) {
      const isThere = Array.from(final, (rung) => (rung === x ? 1 : 0))
      expect(sigmas(isThere, run.final[x]!)).toBeLessThan(4)
    }
  })

  test('so is the variance of the work', () => {
    const squares = work.map((each) => (each - run.work) ** 2)
    expect(sigmas(squares, run.variance)).toBeLessThan(4)
  })

  test('the same seed makes the same trajectories, another one others', () => {
    const few = (seed: number) => trajectoriesOf(start, segments, { count: 100, seed })
    expect(few(7)).toEqual(few(7))
    expect(few(7)).not.toEqual(few(8))
    expect(rest.start).toHaveLength(count)
  })
})

test.each([0.3, 40, 1700.5])('events of which %d are expected have that mean and that variance', (mean) => {
  const draw = drawsOf(3)
  const counts = Array.from({ length: 2e4 }, () => poisson(draw, mean))
  expect(sigmas(counts, mean)).toBeLessThan(4)
  expect(
    sigmas(
      counts.map((each) => (each - mean) ** 2),
      mean
    )
  ).toBeLessThan(4)
})
