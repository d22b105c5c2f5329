/** Learners by chance against the master equation. Energies in kT, times in attempts. */
import { drawsOf } from '../../src/simulation/draws'
import { runExactly } from '../../src/simulation/exact'
import { anneals, tilts, writes, type Learned } from '../../src/simulation/learner'
import { isingLoss } from '../../src/simulation/loss/ising'
import type { Loss } from '../../src/simulation/loss/loss'
import { keptForm } from '../../src/simulation/loss/quadratic-form'
import { sampleMean } from '../../src/simulation/sample'
import { slotsOf, type Schedule } from '../../src/simulation/slots'
import { spins } from '../../src/simulation/space'
import { isingProblem, type Coupling } from '../../src/workload/ising/problem'
import { fromTriplets, type Triplet } from '../../src/workload/quadratic/sparse'
import glasses from '../oracle/lim-ising.json'
import taught from '../oracle/lim-learner.json'
import { right } from '../reading/values'

/** ½(x − m)'A(x − m) on ladders. */
const bowl = (A: readonly (readonly number[])[], m: readonly number[], rungs: number): Loss => {
  const b = Float64Array.from(A, (row) => -row.reduce((sum, each, j) => sum + each * m[j]!, 0))
  const c = -m.reduce((sum, each, i) => sum + each * b[i]!, 0) / 2
  const triplets = A.flatMap((row, i) => row.map((each, j): Triplet => [i, j, each]))
  const form = { A: fromTriplets(m.length, m.length, triplets), b, c }
  return {
    kind: 'leastSquares',
    parameters: m.length,
    rungs,
    macs: m.length ** 2,
    valueAt: (_, rung) => rung,
    curvatures: Float64Array.from(A, (row, i) => row[i]!),
    begin: (x) => keptForm(form, x)
  }
}

const many = (runs: number, seed: number, once: (draw: () => number) => Learned): readonly Learned[] => {
  const draw = drawsOf(seed)
  return Array.from({ length: runs }, () => once(draw))
}

/** How many standard errors a mean over runs is off. */
const sigmas = (all: readonly Learned[], of: (run: Learned) => number, expected: number): number => {
  const { mean, error } = sampleMean(Float64Array.from(all, of))
  return Math.abs(mean - expected) / error
}

test.each(taught.cases.map((each) => [each.convergence, each] as const))(
  'two parameters learned by tilts of %s steps lose, hop and heat as the exact learner does',
  (_, expected) => {
    const loss = bowl(
      expected.matrix.map((row) => row.map(Number)),
      expected.minimum.map(Number),
      expected.rungs
    )
    const slots = slotsOf({
      convergence: expected.convergence as Schedule['convergence'],
      precision: Number(expected.precision),
      updates: expected.updates,
      errorProbability: Number(expected.errorProbability),
      hopsPerUpdate: Number(expected.hopsPerUpdate),
      attempts: Number(expected.attemptsInTime)
    })
    const all = many(2e4, 1, (draw) => tilts(loss, slots, draw))
    const last = expected.updates
    expect(sigmas(all, ({ course }) => course.heat[last]!, Number(expected.heat))).toBeLessThan(4)
    expect(sigmas(all, ({ course }) => course.hops[last]!, Number(expected.jumps))).toBeLessThan(4)
    for (const at of [0, 1, last / 2, last])
      expect(sigmas(all, ({ course }) => course.loss[at]!, Number(expected.meanLoss[at]))).toBeLessThan(4)
  }
)

const glass = glasses.cases.find(({ spins: count }) => count === 7)!

const glassLoss = isingLoss(
  right(
    isingProblem({
      spins: 7,
      couplings: glass.couplings as unknown as readonly Coupling[],
      fields: glass.fields.map(Number)
    })
  )
)

test(`a glass of 7 spins annealed by chance ends as the exact one: heat ${Number(glass.heat).toFixed(3)} kT`, () => {
  const scales = glass.scale.map(Number)
  const attempts = Number(glass.attemptsInTime)
  const all = many(4e3, 2, (draw) => anneals(glassLoss, { scales, attempts }, draw))
  const last = scales.length
  expect(sigmas(all, ({ course }) => course.loss[last]!, Number(glass.meanLoss))).toBeLessThan(4)
  expect(sigmas(all, ({ course }) => course.heat[last]!, Number(glass.heat))).toBeLessThan(4)
  expect(sigmas(all, ({ course }) => course.hops[last]!, Number(glass.jumps))).toBeLessThan(4)
  for (const { work, course } of all) expect(Math.abs(work - course.heat[last]!)).toBeLessThan(1e-10)
  for (const { course } of all)
    for (const each of course.loss) expect(each).toBeGreaterThanOrEqual(Number(glass.groundEnergy) - 1e-9)
})

test('its mean of e^(−W) is 1 where so many runs can tell; annealed as far as above, 1e30 runs would not', () => {
  const energies = Array.from({ length: 128 }, (_, state) =>
    glassLoss.begin(Int32Array.from({ length: 7 }, (__, i) => (state >> i) & 1)).value()
  )
  const attempts = Number(glass.attemptsInTime)
  const annealed = (part: number) => {
    const scales = glass.scale.map((each) => part * Number(each))
    const segments = scales.map((by) => ({
      attempts: attempts / scales.length,
      energies: energies.map((energy) => by * energy),
      barrier: 0
    }))
    return { scales, run: runExactly(spins(7), new Float64Array(128).fill(1 / 128), segments)! }
  }
  expect(annealed(1).run.spreadExpMinusWork).toBeGreaterThan(1e29)
  const { scales, run } = annealed(0.1)
  const count = 2e4
  const all = many(count, 2, (draw) => anneals(glassLoss, { scales, attempts }, draw))
  const { mean } = sampleMean(Float64Array.from(all, ({ work }) => Math.exp(-work)))
  const error = Math.sqrt(run.spreadExpMinusWork / count)
  expect(error).toBeLessThan(0.03)
  expect(Math.abs(mean - 1)).toBeLessThan(4 * error)
})

test('what is kept along a run of many hops is what the rungs tell', () => {
  const loss = bowl(
    [
      [1, 0.3],
      [0.3, 0.7]
    ],
    [20.2, 40.7],
    65
  )
  let learned: Int32Array | undefined
  const spied: Loss = {
    ...loss,
    begin: (x) => {
      learned = x
      return loss.begin(x)
    }
  }
  const { course, rungs } = anneals(spied, { scales: [0.01, 1], attempts: 1e4 }, drawsOf(1))
  expect(rungs).toBe(learned)
  expect(loss.begin(rungs).value()).toBe(course.loss[2])
})

test('a static memory steps to the least rung of each parameter, and pays for the bits that differ', () => {
  // By hand: each parameter alone, so one update does it, and none after it flips a bit.
  const loss = bowl(
    [
      [2, 0],
      [0, 5]
    ],
    [11.3, 4.9],
    16
  )
  const { course, rungs } = writes(loss, { write: 3, updates: 4 }, drawsOf(4))
  expect(Array.from(rungs)).toEqual([11, 5])
  const draw = drawsOf(4)
  const from = [Math.floor(draw() * 16), Math.floor(draw() * 16)]
  const flips = [from[0]! ^ 11, from[1]! ^ 5].reduce(
    (sum, word) => sum + word.toString(2).replaceAll('0', '').length,
    0
  )
  expect(flips).toBeGreaterThan(0)
  expect(Array.from(course.heat)).toEqual([0, ...Array.from({ length: 4 }, () => 3 * flips)])
  expect(Array.from(course.reads)).toEqual([0, 4, 8, 12, 16])
})

test('the exact run of spins of a loss is that of their energies', () => {
  // A loss of two spins, as a table for the exact method: the two readings of one problem agree.
  const problem = right(isingProblem({ spins: 2, couplings: [[0, 1, 1.5]], fields: [0.25, 0] }))
  const loss = isingLoss(problem)
  const energies = Array.from({ length: 4 }, (_, s) => loss.begin(Int32Array.of(s & 1, s >> 1)).value())
  const run = runExactly(spins(2), new Float64Array(4).fill(0.25), [{ attempts: 5, energies, barrier: 0 }])!
  const all = many(2e4, 3, (draw) => anneals(loss, { scales: [1], attempts: 5 }, draw))
  expect(sigmas(all, ({ course }) => course.heat[1]!, run.heat)).toBeLessThan(4)
  expect(sigmas(all, ({ course }) => course.hops[1]!, run.jumps)).toBeLessThan(4)
  expect(sigmas(all, ({ work }) => Math.exp(-work), 1)).toBeLessThan(4)
})
