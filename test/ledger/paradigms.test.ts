/** What each paradigm pays at each wall: every entry a formula of energy. */
import { constant } from '../../src/formula/expression'
import { paradigms, speeds, walls } from '../../src/ledger/paradigms'
import { bits, joules } from '../../src/units/si'
import { figuresOf, right, scenarioNamed } from './reference'
import { estimate } from '../../src/ledger/estimate'

const split = paradigms(speeds.constant)

const entries = split.flatMap(({ name, parts }) =>
  parts.map((part) => [`${name}.${part.place}`, part] as const)
)

test('there are three walls, in the order of the field', () => {
  expect(walls).toEqual(['memory', 'update', 'consolidation'])
})

test('every row but the accelerator pays at each wall', () => {
  for (const { name, parts } of split)
    expect([name, parts.map(({ place }) => place)]).toEqual([
      name,
      name === 'accelerator' ? ['beside'] : walls
    ])
})

test('every paradigm is described, each in its own words', () => {
  expect(new Set(split.map(({ name }) => name)).size).toBe(7)
  expect(new Set(split.map(({ description }) => description)).size).toBe(7)
})

test.each(entries)('%s has a summary and a constraint', (_, { summary, constraint }) => {
  expect(summary).toMatch(/\w+ \w+/)
  expect(constraint).toMatch(/\w+ \w+/)
})

test('what is free is free by theorem where nothing is read or moved, and by design where consolidation is in place', () => {
  const free = entries.filter(([, { summary, constraint }]) => summary === constraint)
  expect(free.map(([name, { tier }]) => [name, tier])).toEqual([
    ['floor.memory', 'theorem'],
    ['floor.consolidation', 'theorem'],
    ['bitFlip.memory', 'theorem'],
    ['bitFlip.consolidation', 'theorem'],
    ['limRecovered.consolidation', 'model'],
    ['limDissipated.consolidation', 'model']
  ])
  for (const [, { formula }] of free) {
    expect(formula({} as never).node).toEqual(constant('0', joules).node)
  }
})

test('only moving data is empirical among what is paid at walls, and what an accelerator takes', () => {
  expect(entries.filter(([, { tier }]) => tier === 'empirical').map(([name]) => name)).toEqual([
    'vonNeumann.memory',
    'vonNeumann.update',
    'vonNeumann.consolidation',
    'accelerator.beside'
  ])
})

test('steps that do not shrink have a mean of 1 and no shape; of linear convergence and a power law both lie between', () => {
  expect(Object.keys(speeds)).toEqual(['constant', 'exponential', 'powerLaw', 'measured'])
  const of = (name: string) => {
    const { meanStep, shape } = right(estimate(scenarioNamed(name))).intermediates
    return [meanStep!.value, shape!.value]
  }
  expect(of('no-annealing')).toEqual([1, 0])
  expect(of('lenet-5')).toEqual([expect.closeTo(0.17963, 5), expect.closeTo(0.17642, 5)])
  expect(of('brain-scale')).toEqual([expect.closeTo(0.0047336, 7), expect.closeTo(0.9618, 4)])
})

test('vonNeumann pays 3.9 pJ for each of 8 bits of each of 3e28 macs: 9.36e17 J', () => {
  const { vonNeumann } = figuresOf(right(estimate(scenarioNamed('brain-scale'))))
  expect(vonNeumann!.memory).toBe('936000000000000000')
  expect(Number(vonNeumann!.memory)).toBe(3e28 * bits(8).value * 3.9e-12)
})
