/** What does not fit in an argument is told by its place, by what was expected and by what came. */
import {
  aDimension,
  aFlag,
  aFunction,
  aList,
  aNumber,
  anObject,
  aText,
  either,
  having,
  listOf,
  optional,
  options,
  recordOf,
  someNumbers,
  wordOf,
  type Kind
} from '../../src/units/argument'
import { dimensions } from '../../src/units/dimension'

const wrong = (kind: Kind, value: unknown): readonly string[] =>
  kind(value).map(({ at, sentence }) => `${at}: ${sentence}`)

const list = [1]
const record = { a: 1 }
const call = () => 1

test.each([
  ['a text', aText, ['', 'x'], [1, null, undefined, list]],
  ['a number', aNumber, [0, NaN], ['1', null, undefined, 1n]],
  ['true or false', aFlag, [true, false], [0, 'true', undefined]],
  ['a function', aFunction, [call], [record, undefined]],
  ['a list', aList, [list, []], [record, 'x', undefined]],
  [
    'a list of numbers',
    someNumbers,
    [list, new Float64Array(2)],
    [record, new DataView(new ArrayBuffer(8)), 7]
  ],
  ['an object', anObject, [record, {}], [null, list, 'x', 7, undefined]]
] as const)('%s is no other thing', (expected, kind, good, bad) => {
  for (const value of good) expect(kind(value)).toEqual([])
  for (const value of bad)
    expect(wrong(kind, value)).toEqual([expect.stringMatching(`^: expected ${expected}, got `)])
})

test('a word is one of some, and all are named', () => {
  const side = wordOf(['left', 'right'])
  expect([side('left'), side('right')]).toEqual([[], []])
  expect(wrong(side, 'up')).toEqual([': expected one of "left", "right", got "up"'])
})

test('what may be left out fits where it is; else it is what it is', () => {
  expect([optional(aText)(undefined), optional(aText)('x')]).toEqual([[], []])
  expect(wrong(optional(aText), 7)).toEqual([': expected a text, got 7'])
})

test('one of some kinds is of any of them, and of no other', () => {
  const both = either('a number or a text', aNumber, aText)
  expect([both(1), both('x')]).toEqual([[], []])
  expect(wrong(both, true)).toEqual([': expected a number or a text, got true'])
})

test('of a list, the first that is none is told with its index', () => {
  const texts = listOf('a list of texts', aText)
  expect([texts([]), texts(['a', 'b'])]).toEqual([[], []])
  expect(wrong(texts, ['a', 1, 2])).toEqual(['[1]: expected a text, got 1'])
  expect(wrong(texts, 7)).toEqual([': expected a list of texts, got 7'])
})

test('of a record, all that are none are told with their names', () => {
  const texts = recordOf('texts by name', aText)
  expect([texts({}), texts({ a: 'a' })]).toEqual([[], []])
  expect(wrong(texts, { a: 1, b: 'b', c: 2 })).toEqual([
    '.a: expected a text, got 1',
    '.c: expected a text, got 2'
  ])
  expect(wrong(texts, null)).toEqual([': expected texts by name, got null'])
})

test('a thing has its parts: all that do not fit are told; without any of them it is none', () => {
  const thing = having('a thing', { name: aText, size: aNumber })
  expect(thing({ name: 'x', size: 1, more: true })).toEqual([])
  expect(thing(Object.assign(() => 1, { size: 1 }))).toEqual([]) // a function has a name
  expect(wrong(thing, { name: 1, size: '2' })).toEqual([
    '.name: expected a text, got 1',
    '.size: expected a number, got "2"'
  ])
  expect(wrong(thing, { name: 'x' })).toEqual(['.size: expected a number, got undefined'])
  for (const [value, told] of [
    [{}, 'an object'],
    [null, 'null'],
    [['name'], 'a list']
  ] as const)
    expect(wrong(thing, value)).toEqual([`: expected a thing, got ${told}`])
})

test('options may be left out; one that is not known is told, with the one that is near', () => {
  const known = options({ digits: aNumber, unit: aText })
  expect([known(undefined), known({}), known({ digits: 3 })]).toEqual([[], [], []])
  expect(wrong(known, { digit: 3 })).toEqual([': unknown option digit: did you mean digits?'])
  expect(wrong(known, { colour: 3, digits: 'x' })).toEqual([
    ': unknown option colour: expected one of digits, unit',
    '.digits: expected a number, got "x"'
  ])
  expect(wrong(known, 7)).toEqual([': expected options (digits, unit), got 7'])
})

test('a dimension has its key, its name, its exponents and its unit', () => {
  const { key, name, exponents, coherentUnit } = dimensions.energy as unknown as Record<string, unknown>
  expect(aDimension({ key, name, exponents, coherentUnit })).toEqual([])
  const none = { key: 1, name: 2, exponents: 3, coherentUnit: 4 }
  expect(wrong(aDimension, none).map((each) => each.split(':')[0])).toEqual([
    '.key',
    '.name',
    '.exponents',
    '.coherentUnit'
  ])
})
