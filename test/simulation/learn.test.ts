/** Energy. 16 weights narrowed to a loss of 8 kT give up 45.84 kT of entropy: the heat comes down to it as time grows. */
import fc from 'fast-check'
import { drawsOf } from '../../src/simulation/draws'
import { entropyLost } from '../../src/simulation/entropy-lost'
import { learn, type LearningRun } from '../../src/simulation/learn'
import type { LearnOptions } from '../../src/simulation/learn-plan'
import { learningVerdicts } from '../../src/simulation/learning-verdict'
import { isingLoss } from '../../src/simulation/loss/ising'
import { leastSquaresLoss } from '../../src/simulation/loss/least-squares'
import { logisticLoss } from '../../src/simulation/loss/logistic'
import type { Loss } from '../../src/simulation/loss/loss'
import { bits, kelvin, kT, gigahertz, hertz, joules, seconds, microseconds } from '../../src/units/si'
import { isingProblem, type Coupling } from '../../src/workload/ising/problem'
import { left, right } from '../reading/values'

const T = kelvin(300)
const unit = kT(1, T).value
const atRate = { seed: 1, temperature: T, attemptRate: hertz(1) }

const heatOf = ({ heat, heatError }: LearningRun): readonly [mean: number, error: number] => [
  heat.value / unit,
  heatError.value / unit
]

const verdictOf = ({ verdicts }: LearningRun, name: string) => {
  const found = verdicts.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no verdict ${name}`)
  return found
}

/** ½(w − m)'A(w − m) as least squares: A of eigenvalues from 1 to 1/κ in equal factors, on axes by chance. */
const conditioned = (n: number, κ: number, rungs: number, spread: number): Loss => {
  const draw = drawsOf(5)
  const normal = (): number => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw())
  const axes: number[][] = []
  for (let k = 0; k < n; k++) {
    let axis = Array.from({ length: n }, normal)
    for (const other of axes) {
      const along = other.reduce((sum, each, i) => sum + each * axis[i]!, 0)
      axis = axis.map((each, i) => each - along * other[i]!)
    }
    const length = Math.hypot(...axis)
    axes.push(axis.map((each) => each / length))
  }
  const features = axes.map((axis, k) => axis.map((each) => each * κ ** (-k / (n - 1) / 2)))
  const minimum = Array.from({ length: n }, () => (rungs - 1) / 2 + spread * (2 * draw() - 1))
  const labels = features.map((row) => row.reduce((sum, each, i) => sum + each * minimum[i]!, 0))
  return right(leastSquaresLoss({ features, labels }, { rungs, range: [0, rungs - 1] }))
}

describe('16 ladders of 129 rungs, κ = 10, annealed to λ = 1', () => {
  const loss = conditioned(16, 10, 129, 16)
  // By hand: 16 ln 129 less the entropy of the normal law, 8 ln(2πe) − ½ ln det A with det A = 10^(−8).
  const landauer = 16 * Math.log(129) - 8 * Math.log(2 * Math.PI * Math.E) - 4 * Math.log(10)

  test('give up 45.84 kT', () => {
    expect(landauer).toBeCloseTo(45.84, 2)
  })

  test.each([
    [300, 10.4, 267.6, 24],
    [1000, 8.06, 98.5, 24],
    [3000, 8.11, 62.1, 16],
    [1e4, 8.56, 49.9, 8]
  ])('in %d attempts: a loss of %d, a heat of %d kT', (attempts, expectedLoss, expectedHeat, runs) => {
    const run = right(
      learn(loss, {
        ...atRate,
        writer: 'annealed',
        duration: seconds(attempts),
        energyPerLoss: kT(1, T),
        steps: 200,
        runs
      })
    )
    const [heat, error] = heatOf(run)
    // The figures are a sample themselves, taken here to be as sure as ours.
    expect(Math.abs(heat - expectedHeat)).toBeLessThan(4 * Math.SQRT2 * error)
    expect(Math.abs(run.final.mean - expectedLoss)).toBeLessThan(4 * Math.SQRT2 * run.final.error)
    expect(heat).toBeGreaterThan(landauer - 4 * error)
    expect(Math.abs(run.work.value / run.heat.value - 1)).toBeLessThan(1e-10)
    // What each ladder's end tells alone is no more than what all give up.
    const lost = run.entropyLost!
    expect(lost.mean).toBeLessThan(landauer + 4 * lost.error)
    expect(lost.mean).toBeGreaterThan(0.7 * landauer)
    for (const name of ['discardedInformation', 'discardedInformation + speedLimit'])
      expect(verdictOf(run, name)).toMatchObject({ speaks: true, refuted: false })
  })
})

const ring = (spins: number): Loss =>
  isingLoss(
    right(
      isingProblem({
        spins,
        couplings: Array.from({ length: spins }, (_, i): Coupling => [
          i,
          (i + 1) % spins,
          i % 3 === 0 ? -1 : 1
        ]),
        fields: Array.from({ length: spins }, (_, i) => (i % 2) - 0.3)
      })
    )
  )

const points = {
  features: Array.from({ length: 20 }, (_, at) => [1, Math.sin(at), Math.cos(3 * at)]),
  labels: Array.from({ length: 20 }, (_, at) => (Math.sin(at) + 0.3 * Math.cos(7 * at) > 0 ? 1 : 0))
}
const curve = right(logisticLoss(points, { rungs: 33, range: [-4, 4], ridge: 0.1 }))

const writers = (updates: number): readonly LearnOptions[] => [
  { ...atRate, writer: 'annealed', duration: seconds(500), energyPerLoss: kT(8, T) },
  { ...atRate, writer: 'tilted', duration: seconds(2000), updates },
  { ...atRate, attemptRate: gigahertz(1), writer: 'static', duration: microseconds(100), updates }
]

describe.each([
  ['spins', ring(12)],
  ['logistic regression', curve]
] as const)('%s', (_, loss) => {
  const runs = writers(24).map((options) => right(learn(loss, options)))

  test('every writer learns', () => {
    for (const { course, final, best } of runs) {
      expect(final.mean).toBeLessThan(course.loss[0]! - 0.5 * (course.loss[0]! - best.loss))
      expect(loss.begin(best.rungs.slice()).value()).toBe(best.loss)
      expect(Array.from(best.values)).toEqual(Array.from(best.rungs, (rung, i) => loss.valueAt(i, rung)))
    }
  })

  test('the course ends at what is told of the whole, and only the heat of spent hops is in it', () => {
    for (const { course, final, heat, hops } of runs) {
      const last = course.time.length - 1
      expect(course.loss[last]! / final.mean).toBeCloseTo(1, 12)
      expect(course.joules[last]! / heat.value).toBeCloseTo(1, 12)
      expect(course.hops[last]! / hops).toBeCloseTo(1, 12)
      expect(course.joules[0]).toBe(0)
    }
  })

  test('no bound that speaks is above what was achieved, and each is said to be a bound or a machine’s cost', () => {
    for (const { verdicts } of runs) {
      expect(verdicts.filter(({ refuted }) => refuted)).toEqual([])
      expect(verdicts.map(({ name }) => name)).toContain('discardedInformation')
      for (const { name, claim } of verdicts)
        expect(claim).toBe(['limRecovered', 'static'].includes(name) ? 'cost of a machine' : 'lower bound')
    }
  })

  test('along the course no more entropy is given up than is paid for, with the reset of what was read', () => {
    for (const { course, record, heatError, entropyLost: lost } of runs) {
      const last = course.time.length - 1
      const told = course.entropyLost!
      expect(told[0]!.at).toBe(0)
      expect(told.at(-1)).toEqual({ at: last, ...lost })
      expect(told.map(({ at }) => at)).toEqual([...new Set(told.map(({ at }) => at))].sort((a, b) => a - b))
      for (const { at, mean, error } of told) {
        const paid = course.joules[at]! / unit + (record.value * Math.LN2 * at) / last
        expect(mean - paid).toBeLessThan(4 * Math.hypot(error, heatError.value / unit) + 1e-9)
      }
    }
  })

  test('the same seed makes the same run, another one another', () => {
    const options = writers(24)[0]!
    expect(right(learn(loss, options)).course).toEqual(runs[0]!.course)
    expect(right(learn(loss, { ...options, seed: 2 })).course).not.toEqual(runs[0]!.course)
  })
})

test('the entropy that spins have given up so far is that of their exact law, and low by what so many runs leave open', () => {
  const [spins, λ, attempts, runs] = [8, 3, 40, 400]
  const alone = isingLoss(right(isingProblem({ spins, couplings: [], fields: Array<number>(spins).fill(1) })))
  const run = right(
    learn(alone, {
      ...atRate,
      writer: 'annealed',
      duration: seconds(attempts),
      energyPerLoss: kT(λ, T),
      rise: 1e-3,
      steps: 64,
      runs
    })
  )
  const course = run.course.entropyLost!
  expect(course.map(({ at }) => at)).toEqual(Array.from({ length: 33 }, (_, part) => 2 * part))
  // A spin in a field: its odds go to e^(2λ) at a rate of 1 + e^(−2λ), by hand.
  let wrong = 1 / 2
  for (let segment = 1; segment <= 64; segment++) {
    const rise = 2 * λ * 1e-3 ** (1 - segment / 64)
    const rest = 1 / (1 + Math.exp(rise))
    wrong = rest + (wrong - rest) * Math.exp((-(1 + Math.exp(-rise)) * attempts) / 64)
    const told = course.find(({ at }) => at === segment)
    if (told === undefined) continue
    const exact = spins * (Math.LN2 + wrong * Math.log(wrong) + (1 - wrong) * Math.log1p(-wrong))
    expect(told.mean).toBeLessThan(exact + 4 * told.error)
    // A spin's law, learned, lacks half a nat over the runs it is learned from; half of all is for spins by the first.
    expect(told.mean).toBeGreaterThan(exact - spins / runs - Math.LN2 - 4 * told.error)
  }
})

test('of fewer than 4 runs no entropy is told, at the end or before', () => {
  const [told, untold] = [4, 3].map((runs) => right(learn(curve, { ...writers(24)[2]!, runs })))
  expect(untold).toMatchObject({ entropyLost: undefined, course: { entropyLost: undefined } })
  expect(told!.course.entropyLost).toHaveLength(25)
})

test('a tilted learner whose ladders do not end pays what limRecovered says', () => {
  const loss = conditioned(8, 4, 2049, 100)
  const run = right(
    learn(loss, {
      ...atRate,
      writer: 'tilted',
      duration: seconds(4e5),
      updates: 32,
      precision: bits(5),
      errorProbability: 0.02,
      hopsPerUpdate: 200,
      runs: 24
    })
  )
  const { energy, speaks } = verdictOf(run, 'limRecovered')
  const [heat, error] = heatOf(run)
  expect(speaks).toBe(true)
  expect(Math.abs(heat - energy.value / unit)).toBeLessThan(4 * error + 0.02 * heat)
})

test('a static learner pays staticWrite for each cell that flips', () => {
  const run = right(learn(curve, writers(24)[2]!))
  const { ratio, speaks } = verdictOf(run, 'static')
  expect(speaks).toBe(true)
  expect(ratio).toBeCloseTo(1, 12)
})

test('the floor speaks of annealed spins, and comes nearer as they have more time', () => {
  const loss = ring(12)
  const ratioIn = (attempts: number): number => {
    const run = right(
      learn(loss, {
        ...atRate,
        writer: 'annealed',
        duration: seconds(attempts),
        energyPerLoss: kT(6, T),
        runs: 64
      })
    )
    const { ratio, speaks, refuted } = verdictOf(run, 'floor')
    expect([speaks, refuted]).toEqual([true, false])
    return ratio!
  }
  const [soon, late] = [ratioIn(20), ratioIn(2000)]
  expect(soon).toBeLessThan(late)
  expect(late).toBeLessThan(1)
  expect(late).toBeGreaterThan(0.5)
})

test('no options make a bound that speaks lie', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 9 }),
      fc.double({ min: 1, max: 300, noNaN: true }),
      fc.double({ min: 0.1, max: 30, noNaN: true }),
      fc.nat(),
      (spins, attempts, λ, seed) => {
        const run = right(
          learn(ring(spins), {
            ...atRate,
            seed,
            writer: 'annealed',
            duration: seconds(attempts),
            energyPerLoss: kT(λ, T),
            runs: 64,
            steps: 20
          })
        )
        expect(run.verdicts.filter(({ refuted }) => refuted)).toEqual([])
      }
    ),
    { numRuns: 40 }
  )
})

test('all options that do not fit are told at once, each with its place', () => {
  const refused = learn(curve, {
    seed: -1,
    temperature: kelvin(0),
    attemptRate: hertz(1),
    duration: seconds(-3),
    runs: 0.5,
    writer: 'tilted',
    updates: 0,
    precision: joules(3) as never,
    errorProbability: 0.7,
    hopsPerUpdate: NaN
  })
  expect(left(refused).message.split('\n')).toEqual([
    'learn: options/seed: expected a whole number from 0 to 9007199254740991, got -1',
    'learn: options/temperature: expected a temperature from 1e-250 to 1e250 K, got 0',
    'learn: options/duration: expected a duration above 0, got -3',
    'learn: options/runs: expected a whole number from 1 to 1000000, got 0.5',
    'learn: options/updates: expected a whole number from 1 to 1000000, got 0',
    'learn: options/precision: expected a precision of 0 to 64 bit, got energy',
    'learn: options/errorProbability: expected a number above 0 and at most ½, got 0.7',
    'learn: options/hopsPerUpdate: expected a number above 0, got NaN'
  ])
  const hasty = { ...atRate, duration: seconds(10), writer: 'tilted', updates: 24 } as const
  expect(left(learn(curve, hasty)).message).toBe(
    'learn: options/duration: expected at least 191 attempts, as no hop is faster than the attempt rate, got 10 attempts'
  )
  const endless = { ...atRate, duration: seconds(1e12), writer: 'annealed', energyPerLoss: kT(1, T) } as const
  expect(left(learn(curve, endless)).message).toContain('at most 1e11 hops attempted in all runs')
  expect(left(learn(curve, { ...endless, writer: 'typed' } as never)).message).toContain('writer')
  const written = {
    ...atRate,
    duration: seconds(1),
    writer: 'static',
    updates: 3,
    failureProbability: 1,
    writeErrorProbability: 0.5,
    retentionTime: 3 as never,
    writeTime: seconds(0)
  } as const
  expect(left(learn(curve, written)).message.split('\n')).toEqual([
    'learn: options/retentionTime: expected a time above 0, got 3',
    'learn: options/writeTime: expected a time above 0, got 0',
    'learn: options/failureProbability: expected a number inside (0, 1), got 1',
    'learn: options/writeErrorProbability: expected a number inside (0, ½), got 0.5'
  ])
})

test('an option that is none, or of another writer, is told', () => {
  const options = {
    ...atRate,
    writer: 'annealed',
    duration: seconds(1),
    energyPerLoss: kT(1, T),
    updates: 7,
    step: 3
  }
  expect(left(learn(ring(3), options as never)).problems.map(({ message }) => message)).toEqual(
    ['updates', 'step'].map(
      (name) =>
        `learn: options/${name}: expected one of writer, seed, temperature, attemptRate, duration, runs, energyPerLoss, rise, steps, got an unknown option`
    )
  )
})

test('a bound that speaks, and is above what was achieved by more than chance, is refuted', () => {
  const finals = Array.from({ length: 64 }, () => Int32Array.of(1, 1, 1))
  const loss = ring(3)
  const tried = {
    loss,
    options: { ...atRate, writer: 'annealed', duration: seconds(100), energyPerLoss: kT(1, T) } as const,
    finals,
    least: 0,
    hops: { mean: 10, error: 0.1 },
    record: 0,
    lost: entropyLost(loss, finals),
    moved: { mean: 1.5, error: 0.1 },
    kT: unit,
    driven: undefined
  }
  const refutedAt = (mean: number, error = 0.01): readonly string[] =>
    learningVerdicts({ ...tried, heat: { mean, error } })
      .verdicts.filter(({ refuted }) => refuted)
      .map(({ name }) => name)
  // Three spins that always end alike gave up 3 ln 2 = 2.08 kT, less what 64 runs leave open; 3/2 rungs in 10 hops.
  expect(refutedAt(2.5)).toEqual([])
  expect(refutedAt(0.5)).toEqual(['discardedInformation', 'discardedInformation + speedLimit', 'floor'])
  expect(refutedAt(0.5, 1)).toEqual([])
  // What is read counts: a bit for each would pay for it.
  expect(
    learningVerdicts({ ...tried, heat: { mean: 0.5, error: 0.01 }, record: 3 })
      .verdicts.filter(({ refuted }) => refuted)
      .map(({ name }) => name)
  ).not.toContain('discardedInformation')
})

test('an annealed spin alone pays for how fast it was moved: as its exact law asks', () => {
  const [spins, λ, attempts, runs] = [64, 4, 6, 200]
  const alone = isingLoss(right(isingProblem({ spins, couplings: [], fields: Array<number>(spins).fill(1) })))
  const options = {
    ...atRate,
    writer: 'annealed',
    duration: seconds(attempts),
    rise: 1,
    steps: 1,
    runs
  } as const
  const run = right(learn(alone, { ...options, energyPerLoss: kT(λ, T) }))
  // In a field that stands: rates 1 and e^(−2λ), by hand.
  const [fall, rest] = [1 + Math.exp(-2 * λ), 1 / (1 + Math.exp(2 * λ))]
  const passed = (1 - Math.exp(-fall * attempts)) / fall
  const wrong = rest + (0.5 - rest) * Math.exp(-fall * attempts)
  const hops =
    (0.5 - rest) * passed * (1 - Math.exp(-2 * λ)) + attempts * (rest + Math.exp(-2 * λ) * (1 - rest))
  expect(Math.abs(run.hops / (spins * hops) - 1)).toBeLessThan(0.02)
  const moved = 0.5 - wrong
  // As docs/physics.md has it.
  expect([spins * moved, spins * hops].map((each) => each.toFixed(2))).toEqual(['31.90', '32.14'])
  const [alone1, both] = ['discardedInformation', 'discardedInformation + speedLimit'].map(
    (name) => verdictOf(run, name).energy.value / unit
  ) as [number, number]
  const limit = spins * 2 * moved * Math.atanh(moved / hops)
  expect(limit.toFixed(1)).toBe('178.7')
  expect(Math.abs((both - alone1) / limit - 1)).toBeLessThan(0.05)
  expect(verdictOf(run, 'discardedInformation + speedLimit')).toMatchObject({ speaks: true, refuted: false })
})

test('a writer that makes no hops has no limit of their speed', () => {
  const run = right(learn(curve, writers(24)[2]!))
  expect([...run.verdicts, ...run.outside].filter(({ name }) => name.includes('speedLimit'))).toEqual([])
})

test('rows that have no value for a run are told, with why', () => {
  // A ring ends as either of two states, which differ at every spin: about half of all cells differ from the best run's.
  const couplings = [0, 1, 2, 3].map((i) => [i, (i + 1) % 4, 1] as const)
  const ring = right(isingProblem({ spins: 4, couplings }))
  const options = { ...atRate, writer: 'annealed', duration: seconds(1000), energyPerLoss: kT(3, T) } as const
  const { verdicts, outside } = right(learn(isingLoss(ring), options))
  const rows = ['floor', 'bitFlip', 'limRecovered', 'static']
  // Nor is it told whether a spin was moved, of which either way is as good.
  expect([...verdicts, ...outside].map(({ name }) => name)).toEqual([
    'discardedInformation',
    'speedLimit',
    ...rows
  ])
  for (const { why } of outside) expect(why).toMatch(/outside|requires|do not tell/)
  expect(outside.length).toBeGreaterThan(0)
})

test.each([1e200, 1e100])('losses of %d² are told to be beyond float64, their squares too', (size) => {
  const loss = right(
    leastSquaresLoss({ features: [[size], [3 * size]], labels: [0, 1] }, { rungs: 8, range: [-1, 1] })
  )
  const wrong = learn(loss, { writer: 'tilted', ...atRate, duration: seconds(1e3), updates: 5 })
  expect(left(wrong).message).toBe(
    'learn: loss: expected losses, and energies of them, that float64 holds with their squares, got larger ones'
  )
})

describe('the entropy given up', () => {
  const loss = (parameters: number, rungs: number): Loss => ({ ...ring(3), parameters, rungs })
  const entropyOf = (p: number): number =>
    p === 0 || p === 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p)

  test.each([4, 16, 64])(
    'of spins is told too high by four errors once in a hundred times, of %d runs',
    (runs) => {
      const draw = drawsOf(runs)
      for (const parameters of [1, 60])
        for (const up of [0.5, 0.75, 0.9, 1]) {
          const truth = parameters * (Math.LN2 - entropyOf(up))
          let [above, sum] = [0, 0]
          const times = 100
          for (let time = 0; time < times; time++) {
            const finals = Array.from({ length: runs }, () =>
              Int32Array.from({ length: parameters }, () => (draw() < up ? 1 : 0))
            )
            const { mean, error } = entropyLost(loss(parameters, 2), finals)!
            sum += mean / times
            if (mean > truth + 4 * error + 1e-12) above++
          }
          expect(above).toBeLessThanOrEqual(1)
          // Low in the mean: by chance alone it may be a little above.
          expect(sum).toBeLessThan(truth + 0.02)
          if (runs === 64 && parameters === 60) expect(sum).toBeGreaterThan(truth - 1.5)
        }
    }
  )

  test('of a ring that ends in one of two states is that of all spins but one', () => {
    const draw = drawsOf(1)
    const finals = Array.from({ length: 64 }, () => new Int32Array(16).fill(draw() < 0.5 ? 1 : 0))
    const { mean, error } = entropyLost(loss(16, 2), finals)!
    expect(mean).toBeLessThan(15 * Math.LN2)
    expect(mean).toBeGreaterThan(15 * Math.LN2 - 1)
    expect(error).toBeLessThan(0.5)
  })

  test('of ladders is that of a normal law, and no more', () => {
    const draw = drawsOf(2)
    // Uniform on 8 of 64 rungs: ln 8 each is given up.
    const finals = Array.from({ length: 64 }, () =>
      Int32Array.from({ length: 20 }, () => 20 + Math.floor(8 * draw()))
    )
    const { mean, error } = entropyLost(loss(20, 64), finals)!
    expect(mean).toBeLessThan(20 * Math.log(8) + 4 * error)
    expect(mean).toBeGreaterThan(20 * (Math.log(8) - 0.35))
  })
})
