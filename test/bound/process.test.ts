import fc from 'fast-check'
import { compete, countedTwice, processWords } from '../../src/bound/process'
import type { ModelData } from '../../src/formula/model'
import { models } from '../../src/physics/models'

/** Names that begin alike are no parts of one another: "ab" is no part of "a". */
const segments = fc.constantFrom('a', 'ab', 'b', 'erasure', 'reversible', 'irreversible')
const paths = fc.array(segments, { minLength: 1, maxLength: 3 }).map((path) => path.join('/'))
const processes = fc
  .tuple(paths, fc.constantFrom('', '', ' (x)', ' (y)', ' (x/1)'))
  .map(([path, name]) => path + name)
const sets = fc.uniqueArray(processes, { maxLength: 3 })

describe('two bounds', () => {
  test.each([
    [['a'], ['a'], ['a', 'a']],
    [['a'], ['a/x'], ['a', 'a/x']],
    [['a/x'], ['a'], ['a/x', 'a']],
    [
      ['b', 'a/x/1'],
      ['c', 'a/x'],
      ['a/x/1', 'a/x']
    ],
    // The reversible part of all of it is that of its parts, too.
    [['a/reversible'], ['a/x'], ['a/reversible', 'a/x']],
    [['a/reversible'], ['a/erasure'], ['a/reversible', 'a/erasure']],
    // Erasures, wherever they happen.
    [['erasure'], ['read/erasure'], ['erasure', 'read/erasure']],
    [['a/erasure'], ['b/erasure'], ['a/erasure', 'b/erasure']],
    [['read/erasure/reversible'], ['erasure/reversible'], ['read/erasure/reversible', 'erasure/reversible']],
    // One of them named, both the same, or one as a part of the other.
    [['a (x)'], ['a'], ['a (x)', 'a']],
    [['a/x'], ['a (x)'], ['a/x', 'a (x)']],
    [['erasure (x)'], ['read/erasure'], ['erasure (x)', 'read/erasure']],
    [['a (x)'], ['a (x)'], ['a (x)', 'a (x)']],
    [['a (x)'], ['b (x)'], ['a (x)', 'b (x)']],
    [['a/1 (x)'], ['a/2 (x)'], ['a/1 (x)', 'a/2 (x)']],
    [['a (x)'], ['b/irreversible (x)'], ['a (x)', 'b/irreversible (x)']],
    [['a (x)'], ['a (x/1)'], ['a (x)', 'a (x/1)']]
  ])('on %p and %p count %s twice', (a, b, twice) => {
    expect(countedTwice(a, b)).toEqual(twice)
  })

  test.each([
    [['a'], ['b']],
    [['a/x'], ['a/y']],
    [['a'], ['ab']],
    [['a/x'], ['a/xy']],
    [['erasure/reversible'], ['erasure/irreversible']],
    [['a/reversible'], ['a/x/irreversible']],
    [['read/erasure/reversible'], ['erasure/irreversible']],
    [['erasure/reversible (x)'], ['erasure/irreversible (x)']],
    [['erasure/reversible (x)'], ['erasure/irreversible']],
    [['a/erasures'], ['erasure']],
    [['a (x)'], ['a (y)']],
    [['a (x)'], ['a (xy)']],
    [['a (x)'], ['b']],
    [['erasure (x)'], ['read/erasure (y)']],
    [[], ['a']],
    [[], []]
  ])('on %p and %p count nothing twice', (a, b) => {
    expect(countedTwice(a, b)).toBeUndefined()
  })

  test.each([
    [['a'], ['a']],
    [['a/x'], ['a/x']],
    [['a'], ['a/reversible']],
    [['a/x'], ['a/x/reversible']],
    [['a/reversible', 'a/irreversible'], ['a']],
    [['a/reversible', 'a/irreversible'], ['a/reversible']],
    [
      ['a/x', 'a/y'],
      ['a/y', 'a/x']
    ],
    [
      ['a/reversible', 'b'],
      ['b', 'a']
    ],
    [
      ['a/reversible', 'b/reversible'],
      ['b', 'a/reversible']
    ],
    // The rest of a read is not negative.
    [['read'], ['read/erasure']],
    [['read'], ['read/erasure/reversible']],
    [['read/erasure/reversible', 'read/erasure/irreversible'], ['read']],
    // One name is one process.
    [['read (x)'], ['update (x)']],
    [['read (x)', 'update (x)'], ['erasure/reversible (x)']],
    [['erasure/reversible (x)', 'erasure/irreversible (x)'], ['update/drive (x)']],
    [
      ['a (x)', 'b (y)'],
      ['b (x)', 'c (y)']
    ]
  ])('on %p and %p compete', (a, b) => {
    expect(compete(a, b)).toBe(true)
    expect(compete(b, a)).toBe(true)
  })

  test.each([
    [['a'], ['b']],
    [['a'], ['ab']],
    [['a', 'b'], ['a']],
    [['a/x'], ['a/y']],
    [['a'], ['a/x']],
    [['a/irreversible'], ['a']],
    [['a/irreversible'], ['a/reversible']],
    [['erasure'], ['read/erasure']],
    [['a (x)'], ['a']],
    [['x'], ['a (x)']],
    [['a (x)'], ['a (y)']],
    [['a/irreversible (x)'], ['b (x)']],
    [['a (x)', 'a (y)'], ['a (x)']],
    [[], ['a']]
  ])('on %p and %p do not compete', (a, b) => {
    expect(compete(a, b)).toBe(false)
    expect(compete(b, a)).toBe(false)
  })

  test('count something twice whichever comes first', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(countedTwice(a, b) === undefined).toBe(countedTwice(b, a) === undefined)
      })
    )
  })

  test('compete whichever comes first, each with itself, and with all that those compete with', () => {
    const alike = fc.uniqueArray(
      fc.constantFrom(
        'a',
        'a/reversible',
        'a/irreversible',
        'a (x)',
        'b (x)',
        'a/erasure',
        'b/reversible (x)'
      ),
      { minLength: 1, maxLength: 4 }
    )
    fc.assert(
      fc.property(alike, alike, alike, (a, b, c) => {
        expect(compete(a, a)).toBe(true)
        expect(compete(a, b)).toBe(compete(b, a))
        if (compete(a, b)) {
          expect(compete(a, c)).toBe(compete(b, c))
          // What is composed of them is about what each is about.
          expect(compete([...a, ...b], a)).toBe(true)
        }
      }),
      { numRuns: 1000 }
    )
  })
})

test('the reversible part of an irreversible part is a part of it, as its erasure is', () => {
  const [reversible, erasure] = ['a/irreversible/reversible', 'a/irreversible/erasure']
  for (const name of ['', ' (x)'])
    expect(countedTwice([`${reversible}${name}`], [`${erasure}${name}`])).toBeDefined()
  expect(countedTwice([reversible], ['a/irreversible/irreversible'])).toBeUndefined()
})

test('two bounds on single processes never both compete and add', () => {
  fc.assert(
    fc.property(processes, processes, (a, b) => {
      if (compete([a], [b])) expect(countedTwice([a], [b])).toBeDefined()
    }),
    { numRuns: 5000 }
  )
})

const partsOf = (model: ModelData): readonly ModelData[] =>
  model.parts.flatMap((part) => [part, ...partsOf(part)])

test('no model of the library adds to a model that it is made of', () => {
  const pairs = Object.values<ModelData>(models).flatMap((model) =>
    partsOf(model)
      .filter(({ processes }) => model.processes.length > 0 && processes.length > 0)
      .map((part) => [model, part] as const)
  )
  expect(pairs.length).toBeGreaterThan(5)
  for (const [model, part] of pairs)
    expect([model.name, part.name, countedTwice(model.processes, part.processes)]).not.toContain(undefined)
})

test.each([
  ['erasure', 'erasure'],
  ['erasure/reversible', 'the reversible part of erasure'],
  ['read/erasure/reversible', 'the reversible part of the erasure part of read'],
  ['erasure (register A)', 'erasure (register A)'],
  ['update/drive (learning/update)', 'the drive part of update (learning/update)']
])('%s in words is %s', (process, words) => {
  expect(processWords(process)).toBe(words)
})
