/** The master equation against values computed apart, in 28 to 30 digits. Energies in kT, times in attempts. */
import fc from 'fast-check'
import { runExactly, type ExactRun } from '../../src/simulation/exact'
import { ladder, ladders, spins, type Segment, type Space } from '../../src/simulation/space'
import glasses from '../oracle/lim-ising.json'
import annealed from '../oracle/lim-ladder.json'
import quadratics from '../oracle/lim-least-squares.json'
import tilted from '../oracle/lim-tilted.json'
import bits from '../oracle/two-state-protocols.json'

const uniform = (states: number): Float64Array => new Float64Array(states).fill(1 / states)

const run = (space: Space, start: Float64Array, segments: readonly Segment[]): ExactRun => {
  const found = runExactly(space, start, segments)
  if (found === undefined) throw new Error('not followed to its end')
  return found
}

/** The error of a value, or of each of several: relative, but of a reference of 0. */
const errorOf = (value: number | ArrayLike<number>, expected: string | readonly string[]): number => {
  const [values, references] = [
    typeof value === 'number' ? [value] : Array.from(value),
    typeof expected === 'string' ? [expected] : expected
  ]
  expect(values).toHaveLength(references.length)
  return Math.max(
    ...values.map(
      (each, at) => Math.abs(each - Number(references[at])) / (Math.abs(Number(references[at])) || 1)
    )
  )
}

const numbers = (of: readonly string[]): readonly number[] => of.map(Number)

/** What all references have. */
const common = ['work', 'heat', 'jumps'] as const

const expectAgreement = (
  of: ExactRun,
  expected: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, number | ArrayLike<number>>>,
  within: number
): void => {
  const all = { ...Object.fromEntries(common.map((name) => [name, of[name]])), ...names }
  const errors = Object.entries(all).filter(
    ([name, value]) => !(errorOf(value, expected[name] as string) <= within)
  )
  expect(errors).toEqual([])
}

test.each(bits.cases.map((each) => [each.name, each] as const))('a bit: %s', (_, expected) => {
  const p1 = Number(expected.initial)
  const segments = expected.bias.map((bias, at): Segment => ({
    attempts: Number(expected.duration[at]),
    energies: [0, Number(bias)],
    barrier: Number(expected.barrier[at])
  }))
  const of = run(ladder(2), Float64Array.of(1 - p1, p1), segments)
  const { entropyProduction, meanExpMinusWork, variance } = of
  expectAgreement(
    of,
    expected,
    { p1: of.final[1]!, entropyProduction, meanExpMinusWork, varianceWork: variance, varianceHeat: variance },
    1e-12
  )
})

test.each(annealed.cases.map((each) => [each.rungs, each.attemptsInTime, each] as const))(
  'a ladder of %i rungs, annealed in %s attempts',
  (rungs, attempts, expected) => {
    const segments = numbers(expected.stiffness).map((stiffness, at): Segment => ({
      attempts: Number(attempts) / expected.segments,
      energies: Array.from({ length: rungs }, (_, x) => (stiffness * (x - Number(expected.target)) ** 2) / 2),
      barrier: Number(expected.barrier[at])
    }))
    const of = run(ladder(rungs), uniform(rungs), segments)
    const { entropyEnd, entropyProduction, meanExpMinusWork, final } = of
    expectAgreement(of, expected, { entropyEnd, entropyProduction, meanExpMinusWork, final }, 1e-11)
  }
)

test.each(tilted.cases.map((each) => [each.convergence, each.precision, each] as const))(
  'a ladder tilted through %s updates to %s bits',
  (_, __, { rungs, start, directions, tilt, updates, attemptsInTime, barrier, ...expected }) => {
    const segments = directions.map((direction, at): Segment => ({
      attempts: Number(attemptsInTime) / updates,
      energies: Array.from({ length: rungs }, (_, x) => -direction * Number(tilt) * x),
      barrier: Number(barrier[at])
    }))
    const certain = Float64Array.from({ length: rungs }, (_, x) => (x === start ? 1 : 0))
    const of = run(ladder(rungs), start === 'uniform' ? uniform(rungs) : certain, segments)
    const { entropyEnd, meanExpMinusWork, course } = of
    const jumpsPerSlot = course.map(({ jumps }, at) => jumps - (course[at - 1]?.jumps ?? 0))
    expectAgreement(of, expected, { entropyEnd, meanExpMinusWork, jumpsPerSlot }, 1e-12)
  }
)

test.each(quadratics.cases.map((each) => [each.attemptsInTime, each] as const))(
  'two coupled parameters, annealed in %s attempts',
  (attempts, expected) => {
    const { rungs, scale, barrier } = expected
    const [[a, b], [, d]] = expected.matrix.map(numbers) as [[number, number], [number, number]]
    const [m, n] = numbers(expected.minimum) as [number, number]
    // The reference counts the second parameter first.
    const loss = (state: number): number => {
      const [u, v] = [Math.floor(state / rungs) - m, (state % rungs) - n]
      return (a * u * u + 2 * b * u * v + d * v * v) / 2
    }
    const segments = numbers(scale).map((by): Segment => ({
      attempts: Number(attempts) / expected.segments,
      energies: Array.from({ length: rungs ** 2 }, (_, state) => by * loss(state)),
      barrier: Number(barrier)
    }))
    const of = run(ladders(rungs, rungs), uniform(rungs ** 2), segments)
    const { entropyEnd, entropyProduction, meanExpMinusWork, final } = of
    expectAgreement(of, expected, { entropyEnd, entropyProduction, meanExpMinusWork, final }, 1e-11)
  }
)

test.each(glasses.cases.map((each) => [each.spins, each.attemptsInTime, each] as const))(
  'a spin glass of %i spins, annealed in %s attempts',
  (count, attempts, expected) => {
    const energy = (state: number): number => {
      const spin = (at: number): number => ((state >> at) & 1 ? 1 : -1)
      const coupled = (expected.couplings as unknown as readonly (readonly number[])[]).map(
        ([i, j, coupling]) => Number(coupling) * spin(i!) * spin(j!)
      )
      const fields = expected.fields.map((field, at) => Number(field) * spin(at))
      return -[...coupled, ...fields].reduce((sum, each) => sum + each, 0)
    }
    const states = 2 ** count
    const segments = numbers(expected.scale).map((by): Segment => ({
      attempts: Number(attempts) / expected.segments,
      energies: Array.from({ length: states }, (_, state) => by * energy(state)),
      barrier: 0
    }))
    const of = run(spins(count), uniform(states), segments)
    const { entropyEnd, entropyProduction, final } = of
    expectAgreement(of, expected, { entropyEnd, entropyProduction, final }, 1e-10)
  }
)

describe('any protocol', () => {
  const segment = (states: number, deepest = 20): fc.Arbitrary<Segment> =>
    fc.record({
      attempts: fc.double({ min: 1e-3, max: 300, noNaN: true }),
      energies: fc.array(fc.double({ min: -deepest, max: deepest, noNaN: true }), {
        minLength: states,
        maxLength: states
      }),
      barrier: fc.double({ min: 0, max: 20, noNaN: true })
    })
  const protocols = fc.integer({ min: 2, max: 7 }).chain((rungs) =>
    fc.record({
      rungs: fc.constant(rungs),
      segments: fc.array(segment(rungs), { minLength: 1, maxLength: 4 }),
      weights: fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: rungs, maxLength: rungs })
    })
  )

  test('keeps probability, closes its energy, and makes no entropy disappear', () => {
    fc.assert(
      fc.property(protocols, ({ rungs, segments, weights }) => {
        const sum = weights.reduce((total, each) => total + each, 0)
        const of = run(
          ladder(rungs),
          Float64Array.from(weights, (each) => each / sum),
          segments
        )
        expect(Math.abs(of.final.reduce((total, each) => total + each, 0) - 1)).toBeLessThan(1e-12)
        expect(Math.abs(of.work - of.heat)).toBeLessThan(1e-10)
        expect(of.entropyProduction).toBeGreaterThan(-1e-10)
        expect(of.variance).toBeGreaterThan(-1e-10)
      })
    )
  })

  test('has a mean of e^(−W) of 1 from the equilibrium at energy 0, also where it lives on what is rarest', () => {
    const deep = fc
      .integer({ min: 2, max: 7 })
      .chain((rungs) => fc.array(segment(rungs, 350), { minLength: 1, maxLength: 4 }))
    fc.assert(
      fc.property(
        fc.oneof(
          protocols.map(({ segments }) => segments),
          deep
        ),
        (segments) => {
          const rungs = segments[0]!.energies.length
          expect(run(ladder(rungs), uniform(rungs), segments).meanExpMinusWork).toBeCloseTo(1, 10)
        }
      )
    )
  })

  test('is one protocol, or two one after the other', () => {
    fc.assert(
      fc.property(protocols, ({ rungs, segments }) => {
        const halves = segments.flatMap((each) => [
          { ...each, attempts: each.attempts / 2 },
          { ...each, attempts: each.attempts / 2 }
        ])
        const [one, other] = [segments, halves].map((of) => run(ladder(rungs), uniform(rungs), of)) as [
          ExactRun,
          ExactRun
        ]
        expect(Math.abs(one.heat - other.heat)).toBeLessThan(1e-9)
        expect(Math.abs(one.jumps / other.jumps - 1)).toBeLessThan(1e-9)
      })
    )
  })
})

const up = [0, 20, 40, 60, 80, 100, 120, 140]

test.each<[string, readonly (readonly [number, readonly number[], number])[], number]>([
  // By hand: where it starts and where it ends do not depend on each other, ½(1 + e⁻¹²)(p₀ + e¹² p₁) − 1.
  ['a bit that is tilted by 6 kT at once, and held', [[200, [0, 6], 0]], 200.7156361224559],
  // In 60 digits, by powers of the matrices.
  [
    'a ladder that turns before its ends know',
    [
      [1e-4, up, 0],
      [1e-4, up.slice().reverse(), 0]
    ],
    1.970394592847821e57
  ],
  ['three rungs, far apart', [[0.5, [0, -350, 350], 40]], 1.330230724916275e303]
])('the variance of e^(−W) over the square of its mean: %s', (_, segments, expected) => {
  const rungs = segments[0]![1].length
  const inSegments = segments.map(([attempts, energies, barrier]) => ({ attempts, energies, barrier }))
  const { spreadExpMinusWork } = run(ladder(rungs), uniform(rungs), inSegments)
  expect(Math.abs(spreadExpMinusWork / expected - 1)).toBeLessThan(1e-12)
})

test('where the square is beyond all numbers, the deviation of e^(−W) may be none the less', () => {
  const { deviationExpMinusWork, spreadExpMinusWork } = run(ladder(4), uniform(4), [
    { attempts: 2, energies: [-40, 60, 0, 20], barrier: 3 },
    { attempts: 0.25, energies: [0, -300, -600, 90], barrier: 200 },
    { attempts: 1, energies: [500, 0, 0, -100], barrier: 0 }
  ])
  expect(spreadExpMinusWork).toBe(Infinity)
  expect(Math.abs(deviationExpMinusWork / 8.034856949753813e278 - 1)).toBeLessThan(1e-12)
})

test('what has come to rest stays at rest, however long: a bit of 1e12 attempts is that of 1e4, and hops on', () => {
  const at = (attempts: number): ExactRun =>
    run(ladder(2), Float64Array.of(0.5, 0.5), [{ attempts, energies: [0, 3], barrier: 0 }])
  expect(at(1e12).heat).toBeCloseTo(at(1e4).heat, 14)
  // At rest each way as often: 2 f₀ e^(−3) p₀.
  const rate = (2 * Math.exp(-3)) / (1 + Math.exp(-3))
  expect(at(1e12).jumps / (1e12 * rate)).toBeCloseTo(1, 6)
})

test('what does not come to rest in reach is not followed', () => {
  const wide = Array.from({ length: 4096 }, () => 0)
  const start = Float64Array.from(wide, (_, x) => (x === 0 ? 1 : 0))
  expect(runExactly(ladder(4096), start, [{ attempts: 1e7, energies: wide, barrier: 0 }])).toBeUndefined()
})

test('a bit is followed for any time, and a ladder loses nothing in a long one', () => {
  // By hand: at rest 1/(1 + e³) of it is above, 3 kT of which is given back at the switch.
  const held = run(ladder(2), uniform(2), [{ attempts: 1e21, energies: [0, 3], barrier: 30 }])
  expect(held.final[1]! * (1 + Math.exp(3))).toBeCloseTo(1, 13)
  expect(held.heat).toBeCloseTo(3 * (0.5 - 1 / (1 + Math.exp(3))), 13)
  const energies = [0, 1.3, 0.4, 2.2, 0.9]
  const rising = Array.from({ length: 40 }, (_, k) => ({
    ...{ attempts: 1e5, barrier: 1 },
    energies: energies.map((each) => (each * (k + 1)) / 40)
  }))
  const ladderRun = run(ladder(5), uniform(5), rising)
  expect(ladderRun.final.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 13)
  const weights = energies.map((each) => Math.exp(-each))
  const partition = weights.reduce((sum, each) => sum + each, 0)
  weights.forEach((each, x) => {
    expect(ladderRun.final[x]! / (each / partition)).toBeCloseTo(1, 12)
  })
})
