/** Published erasures: (4.2 ± 0.9) zJ at 300 K are 1.0140 ± 0.2173 kT (by mpmath, from the Boltzmann constant). */
import { models } from '../../src/physics/models'
import { experiments, type Experiment } from '../../src/technology/experiments'

const all = experiments()
const named = (start: string): Experiment => all.find(({ name }) => name.startsWith(start))!

test.each([
  ['Jun et al., full', 0.71, 0.03],
  ['Jun et al., control', 0.05, 0.03],
  ['Hong et al., nanomagnet', 1.014015872245588, 0.2172891154811977],
  ['Hong et al., nanomagnet, preprint', 1.470323014756104, 0.3452482612645695],
  ['Dago et al., slow', 0.693, 0.007],
  ['Lu et al.', 0.9898726371921224, 0.482864701069328],
  ['Ciampini et al.', -0.487, 0.048]
])('%s: what was measured is in kT, with its uncertainty', (start, value, error) => {
  const { measured, uncertainty } = named(start)
  expect(measured.value.value).toBeCloseTo(value, 14)
  expect(uncertainty?.value).toBeCloseTo(error, 14)
})

test('what is not stated is unknown: a temperature of three, a duration of one, an uncertainty of all but one', () => {
  const having = (has: (of: Experiment) => unknown): readonly string[] =>
    all.filter((each) => has(each) !== undefined).map(({ name }) => name)
  expect(having(({ known }) => known.temperature)).toEqual([
    'Hong et al., nanomagnet',
    'Hong et al., nanomagnet, preprint',
    'Lu et al., magnetic tunnel junction'
  ])
  expect(having(({ known }) => known.duration)).toEqual(['Dago et al., slow erasure'])
  expect(having(({ known }) => known.attemptRate)).toEqual([])
  expect(all.filter(({ uncertainty }) => uncertainty === undefined).map(({ name }) => name)).toEqual([
    'Dago et al., fast adiabatic limit'
  ])
})

test('what is taken and not stated is said, of inputs that are there', () => {
  expect(named('Lu et al.').taken).toEqual(['temperature', 'errorProbability'])
  for (const { taken, known } of all)
    for (const input of taken) expect([input, known[input] !== undefined]).toEqual([input, true])
})

test('what an experiment breaks stands in the constraint of a model, in these words', () => {
  const constraints = Object.values(models).map(({ constraint }) => constraint)
  const broken = new Set(all.flatMap(({ breaks }) => breaks))
  expect(broken.size).toBe(2)
  for (const words of broken)
    expect([words, constraints.some((each) => each.includes(words))]).toEqual([words, true])
})

test('each row says work or heat, how the memory began and ended, and no row is named twice', () => {
  for (const { quantity, state, memory } of all) {
    expect(['work', 'heat']).toContain(quantity)
    expect(`${state}; ${memory}`).toMatch(/\w+ \w+.*; .*\w+ \w+/)
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test('a fact says what was measured, its note what was stated in joules, and its year is that of its citation', () => {
  for (const { name, quantity, measured } of all) {
    const { what, year, source } = measured
    expect(what).toBe(`${quantity === 'work' ? 'Work' : 'Heat'} of one erasure, in kT: ${name}`)
    expect(source.citation).toContain(`(${year})`)
  }
  const notes = all.map(({ measured }) => /^\([^)]+\) zJ(?=, )/.exec(measured.note!)?.[0])
  expect(notes.filter((note) => note !== undefined)).toEqual([
    '(4.2 ± 0.9) zJ',
    '(6.09 ± 1.43) zJ',
    '(4.1 ± 2.0) zJ'
  ])
})

test('of the double well of a feedback trap the two states are known to be alike, and of no other', () => {
  const alike = all.filter(({ known }) => known.entropyDifference !== undefined)
  expect(alike.map(({ name, known }) => [name, known.entropyDifference?.value])).toEqual([
    ['Jun et al., full erasure', 0],
    ['Jun et al., control, nothing erased', 0]
  ])
})
