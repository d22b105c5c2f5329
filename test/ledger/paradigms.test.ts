/** What each paradigm pays at each wall: every entry a formula of energy. */
import { constant } from '../../src/formula/expression'
import { descriptions, paradigms, shapes, walls, wholes, type Entry } from '../../src/ledger/paradigms'
import { bits, joules, one } from '../../src/units/si'
import { figuresOf, right, scenarioNamed } from './reference'
import { estimate } from '../../src/ledger/estimate'

const split = paradigms(() => constant('0.5', one))

const entries = Object.entries(split).flatMap(([name, of]) =>
  walls.map((wall): [string, Entry] => [`${name}.${wall}`, of[wall]])
)

test('there are three walls, in the order of the field', () => {
  expect(walls).toEqual(['memory', 'update', 'consolidation'])
})

test('every paradigm is described, each in its own words', () => {
  const names = [...Object.keys(split), ...Object.keys(wholes)]
  expect(Object.keys(descriptions)).toEqual(names)
  expect(new Set(Object.values(descriptions)).size).toBe(names.length)
})

test.each([...entries, ['accelerator.total', wholes.accelerator] as [string, Entry]])(
  '%s has a summary and a constraint',
  (_, { summary, constraint }) => {
    expect(summary).toMatch(/\w+ \w+/)
    expect(constraint).toMatch(/\w+ \w+/)
  }
)

test('what is free is free by theorem: nothing read or moved, or consolidation in place', () => {
  const free = entries.filter(([, { summary, constraint }]) => summary === constraint)
  expect(free.map(([name]) => name)).toEqual([
    'floor.memory',
    'floor.consolidation',
    'limRecovered.consolidation',
    'limDissipated.consolidation'
  ])
  for (const [, { formula, tier }] of free) {
    expect(tier).toBe('theorem')
    expect(formula({} as never).node).toEqual(constant('0', joules).node)
  }
})

test('only moving data is empirical among what is paid at walls', () => {
  expect(entries.filter(([, { tier }]) => tier === 'empirical').map(([name]) => name)).toEqual([
    'vonNeumann.memory',
    'vonNeumann.update',
    'vonNeumann.consolidation'
  ])
})

test('the shape is 1 without annealing, ½ for linear convergence and in between for a power law', () => {
  expect(Object.keys(shapes)).toEqual(['constant', 'exponential', 'powerLaw', 'measured'])
  const shapeOf = (name: string) => right(estimate(scenarioNamed(name))).intermediates['shape']!.value
  expect(shapeOf('no-annealing')).toBe(1)
  expect(shapeOf('lenet-5')).toBe(0.5)
  expect(shapeOf('ising-g1')).toBeCloseTo(0.84157, 5)
})

test('vonNeumann pays 3.9 pJ for each of 8 bits of each of 6e28 macs: 1.872e18 J', () => {
  const { vonNeumann } = figuresOf(right(estimate(scenarioNamed('brain-scale'))))
  expect(vonNeumann!.memory).toBe('1872000000000000000')
  expect(Number(vonNeumann!.memory)).toBe(6e28 * bits(8).value * 3.9e-12)
})
