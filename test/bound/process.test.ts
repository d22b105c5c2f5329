import fc from 'fast-check'
import { contested, countedTwice } from '../../src/bound/process'

/** Names that begin alike are no parts of one another: "ab" is no part of "a". */
const segments = fc.constantFrom('a', 'ab', 'b', 'reversible', 'irreversible')
const processes = fc.array(segments, { minLength: 1, maxLength: 3 }).map((path) => path.join('/'))
const sets = fc.uniqueArray(processes, { maxLength: 3 })
const sorted = (of: readonly string[] | undefined) => of && [...new Set(of)].sort()

describe('two bounds', () => {
  test.each([
    [['a'], ['a'], 'a'],
    [['a'], ['a/x'], 'a/x'],
    [['a/x'], ['a'], 'a/x'],
    [['b', 'a/x/1'], ['c', 'a/x'], 'a/x/1']
  ])('on %p and %p count %s twice', (a, b, twice) => {
    expect(countedTwice(a, b)).toBe(twice)
  })

  test.each([
    [['a'], ['b']],
    [['a/x'], ['a/y']],
    [['a'], ['ab']],
    [['a/x'], ['a/xy']],
    [[], ['a']],
    [[], []]
  ])('on %p and %p count nothing twice', (a, b) => {
    expect(countedTwice(a, b)).toBeUndefined()
  })

  test.each([
    [['a'], ['a'], ['a']],
    [['a/x'], ['a/x'], ['a/x']],
    [['a'], ['a/reversible'], ['a']],
    [['a/x'], ['a/x/reversible'], ['a/x']],
    [['a/reversible', 'a/irreversible'], ['a'], ['a']],
    [['a/reversible', 'a/irreversible'], ['a/reversible'], ['a']],
    [
      ['a/x', 'a/y'],
      ['a/y', 'a/x'],
      ['a/x', 'a/y']
    ],
    [
      ['a/reversible', 'b'],
      ['b', 'a'],
      ['a', 'b']
    ],
    [
      ['a/reversible', 'b/reversible'],
      ['b', 'a/reversible'],
      ['a/reversible', 'b']
    ]
  ])('on %p and %p compete on %p', (a, b, on) => {
    expect(sorted(contested(a, b))).toEqual(on)
  })

  test.each([
    [['a'], ['b']],
    [['a'], ['ab']],
    [['a', 'b'], ['a']],
    [['a/x'], ['a/y']],
    [['a'], ['a/x']],
    [['a/irreversible'], ['a']],
    [['a/irreversible'], ['a/reversible']],
    [[], ['a']]
  ])('on %p and %p do not compete', (a, b) => {
    expect(contested(a, b)).toBeUndefined()
    expect(contested(b, a)).toBeUndefined()
  })

  test('count something twice whichever comes first', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(countedTwice(a, b) === undefined).toBe(countedTwice(b, a) === undefined)
      })
    )
  })

  test('compete on the same processes whichever comes first', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(sorted(contested(a, b))).toEqual(sorted(contested(b, a)))
      })
    )
  })

  test('compete on wholes of what each is about', () => {
    const parts = fc.uniqueArray(fc.constantFrom('a', 'a/reversible', 'a/irreversible'), { minLength: 1 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const on = contested(a, b)
        fc.pre(on !== undefined)
        for (const process of [...a, ...b])
          expect(on!.some((whole) => process === whole || process.startsWith(`${whole}/`))).toBe(true)
      })
    )
  })
})

test('two bounds on single processes never both compete and add', () => {
  fc.assert(
    fc.property(processes, processes, (a, b) => {
      if (contested([a], [b]) !== undefined) expect(countedTwice([a], [b])).toBeDefined()
    })
  )
})
