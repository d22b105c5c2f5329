/** The floor against exact runs: a glass of 7 spins dissipates 4.411 kT, and its solution asks for 0.344. */
import { estimate } from '../../src/ledger/estimate'
import { bits, hertz, kT, one, parameters, seconds, updates } from '../../src/units/si'
import glasses from '../oracle/lim-ising.json'
import { paradigmOf, right, scenarioNamed } from './reference'
import { changed } from './scenarios'

type Glass = (typeof glasses.cases)[number]

/** The mean probability that a spin is not that of a state, in the end. */
const errorOf = ({ spins, final }: Glass, state: number): number => {
  const differing = (other: number): number => (state ^ other).toString(2).replaceAll('0', '').length
  return final.reduce((sum, share, other) => sum + Number(share) * differing(other), 0) / spins
}

/** The floor of a glass whose solution is wrong in so many spins, in kT. */
const floorOf = ({ spins, attemptsInTime, jumps }: Glass, error: number): number => {
  const scenario = changed(scenarioNamed('ising-g1'), {
    workload: {
      parameters: parameters(spins),
      precision: bits(1),
      updates: updates(jumps),
      duration: seconds(attemptsInTime)
    },
    design: { solutionErrorProbability: one(error), memory: { attemptRate: hertz(1) } }
  })
  const { energy } = paradigmOf(right(estimate(scenario)), 'floor').total
  return energy.exact.div(kT(1, scenario.design.temperature).exact).toNumber()
}

const named = glasses.cases.map((glass): [string, Glass] => [
  `${glass.spins} spins in ${glass.attemptsInTime} attempts`,
  glass
])

test.each(named)(
  'is not above the exact heat of a glass of %s, whatever is called its solution',
  (_, glass) => {
    const errors = glass.final.map((_share, state) => errorOf(glass, state))
    // The floor is largest where the error is smallest. A state is as good a solution as its opposite is bad.
    const least = Math.min(...errors.map((error) => Math.min(error, 1 - error)))
    const floor = floorOf(glass, least)
    expect(floor).toBeLessThanOrEqual(Number(glass.heat))
    expect(floor).toBeGreaterThan(0.001)
  }
)

test('of 7 spins in 1e4 attempts is 0.344 kT where 4.411 kT were dissipated in 27,322 flips', () => {
  const glass = glasses.cases.at(-1)!
  expect([glass.spins, Number(glass.attemptsInTime)]).toEqual([7, 1e4])
  expect(floorOf(glass, errorOf(glass, glass.groundStates[0]!))).toBeCloseTo(0.34448710511, 9)
  expect(Number(glass.heat)).toBeCloseTo(4.411474, 5)
  // A right solution asks for more than this run, which does not find it, has paid.
  expect(floorOf(glass, 1e-9)).toBeCloseTo(4.853, 3)
})
