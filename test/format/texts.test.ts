/** What takes the text of a file names the mistake where it is given anything else, past the compiler. */
import * as E from 'fp-ts/lib/Either.js'
import * as limen from '../../src/entry/notebook'
import type { SchemaError } from '../../src/entry/notebook'

type Reading = (...given: readonly unknown[]) => E.Either<SchemaError, unknown>

const all = limen as unknown as Readonly<Record<string, unknown>>

/** Those that take the value of a file, not its text. */
const ofValues = ['decodeScenario', 'decodeUncertainScenario']

const ofTexts = Object.keys(all).filter((name) => name.startsWith('decode') && !ofValues.includes(name))

const files = ['estimateFile', 'certifiedEstimateFile']

test('there are as many as one thinks', () => {
  expect(ofTexts.length).toBeGreaterThan(14)
  for (const name of [...ofTexts, ...files, 'parseTrace']) expect(typeof all[name]).toBe('function')
})

const others = [
  [{}, 'an object'],
  [[], 'a list'],
  [undefined, 'nothing'],
  [null, 'null'],
  [5, '5'],
  [new Uint8Array(3), 'an object'],
  [() => '', 'a function']
] as const

/** Those whose file needs no name. */
const unnamed = ['parseTrace', 'decodeDesigns']

test.each([...ofTexts, 'parseTrace'])('%s', (name) => {
  for (const [given, found] of others) {
    const read = (all[name] as Reading)(...(unnamed.includes(name) ? [given] : [given, 'a name']))
    expect(E.isLeft(read) && read.left).toEqual({
      _tag: 'SchemaError',
      problems: [{ pointer: '', message: `expected the text of a file, got ${found}` }],
      message: `expected the text of a file, got ${found}`
    })
  }
})

test.each(files)('%s says what takes a value', (name) => {
  for (const [given, found] of others) {
    const read = (all[name] as Reading)(given)
    expect(E.isLeft(read) && read.left.message).toBe(
      `expected the text of a file, got ${found}: a value is taken by estimateValue, or certifiedEstimateValue`
    )
  }
})

test('a piece of a trace that is no text ends the reading, and is told at its end', () => {
  const reader = limen.traceReader()
  expect(reader.read('relativeStep\n1\n')).toBe(true)
  expect(reader.read({} as never)).toBe(false)
  const read = reader.end()
  expect(E.isLeft(read) && read.left.message).toBe('expected the text of a file, got an object')
})

test('names that are no texts are no names', () => {
  for (const name of ['fromModel', 'citedModel', 'jsonSchema']) {
    const read = (all[name] as Reading)({})
    expect(E.isLeft(read) && read.left.message).toMatch(/got an object$|there is no schema an object/)
  }
})
