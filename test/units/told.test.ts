/** What stands after "got" in an error is what was given, in words that a person knows. */
import * as E from 'fp-ts/lib/Either.js'
import { isEither, messageOf, shortened, told } from '../../src/units/told'
import { landauer } from '../../src/physics/thermodynamics'
import { joules, kelvin } from '../../src/units/si'

describe('a text', () => {
  test('of sixty characters is told whole; of more, by its first thirty and their number', () => {
    const sixty = 'x'.repeat(60)
    expect(shortened(sixty)).toBe(sixty)
    expect(shortened(`${sixty}y`)).toBe(`${'x'.repeat(30)}… (61 characters)`)
    expect(shortened('abcdefgh', 4)).toBe('ab… (8 characters)')
  })

  test('has no control characters: they are written out', () => {
    expect(shortened('a\u0007b\u001b[31m')).toBe('a\\u0007b\\u001b[31m')
    expect(shortened('\u009b')).toBe('\\u009b')
  })

  test('is quoted where it was given', () => {
    expect(told('300 K')).toBe('"300 K"')
    expect(told('x'.repeat(100))).toMatch(/^"x{29}… \(102 characters\)$/u)
  })
})

test('what is no object is told as it is', () => {
  expect([null, undefined, true, 7, 7n, NaN].map(told)).toEqual([
    'null',
    'undefined',
    'true',
    '7',
    '7n',
    'NaN'
  ])
  expect(told(Symbol('here'))).toBe('Symbol(here)')
})

test('a quantity is told with its unit', () => {
  expect(told(kelvin(300))).toBe('300.0 K')
})

test('a unit that was not called is told so; another function is a function', () => {
  expect(told(joules)).toBe('the unit J itself: call it with a number')
  for (const other of [
    () => 1,
    Object.assign(() => 1, { symbol: 'J' }),
    Object.assign(() => 1, { dimension: 1 })
  ])
    expect(told(other)).toBe('a function')
})

test('a model that was not called is told by its name', () => {
  expect(told(landauer)).toBe('the model landauer itself')
  expect(told(() => 1)).toBe('a function')
})

test('a list and an object are told by what they are', () => {
  expect([told([1, 2]), told({ value: 1 }), told({ unit: 'J' }), told({ value: 1, unit: 2 })]).toEqual([
    'a list',
    'an object',
    'an object',
    'an object'
  ])
})

test('what was a quantity, or will be one, is told with the way to it', () => {
  expect(told(Promise.resolve(1))).toBe('a Promise: await it first')
  expect(told(JSON.parse(JSON.stringify(kelvin(300))))).toBe(
    "a quantity as JSON has it: make it one with parse, from '300 K'"
  )
  for (const other of ['exact', 'kept', 'lower'])
    expect(told({ dimension: {}, [other]: 1 })).toBe(
      'a quantity of another copy of limen: load one copy, and one version, of it'
    )
  expect([told({ dimension: {} }), told({ exact: 1 })]).toEqual(['an object', 'an object'])
})

describe('an Either', () => {
  test('is told by what is in it, or by why nothing is', () => {
    expect(told(E.right(kelvin(300)))).toBe('an Either, with 300.0 K in it: open it with orThrow')
    expect(told(E.left({ message: 'no unit' }))).toBe('an Either that holds no value: no unit')
  })

  test('is one by its tag and its value, of whatever copy of fp-ts', () => {
    expect([E.right(1), E.left(1), { _tag: 'Right', right: undefined }].map(isEither)).toEqual([
      true,
      true,
      true
    ])
    for (const other of [
      null,
      undefined,
      'Right',
      {},
      { _tag: 'Right' },
      { _tag: 'Left' },
      { _tag: 'Right', left: 1 },
      { _tag: 'Left', right: 1 },
      { _tag: 'None', left: 1, right: 1 },
      { right: 1, left: 1 },
      () => 1
    ])
      expect([other, isEither(other)]).toEqual([other, false])
  })
})

test('the message of an error is its own, that of a text the text, that of anything else what it is', () => {
  expect(messageOf(new Error('too long'))).toBe('too long')
  expect(messageOf({ message: 'too long' })).toBe('too long')
  expect(messageOf('too long')).toBe('too long')
  expect([{ message: 7 }, {}, null, 7].map(messageOf)).toEqual(['an object', 'an object', 'null', '7'])
})
