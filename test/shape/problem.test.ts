/** Problems as people read them: a JSON pointer (RFC 6901), a line, a sentence. */
import fc from 'fast-check'
import { pointerOf, problemText, retold, schemaError, type SchemaProblem } from '../../src/shape/problem'

/** What RFC 6901 says of reading a pointer. */
const keysOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

test('the pointers of RFC 6901, section 5', () => {
  expect(['', 'foo', 'a/b', 'c%d', 'e^f', 'k"l', ' ', 'm~n'].map((key) => pointerOf([key]))).toEqual([
    '/',
    '/foo',
    '/a~1b',
    '/c%d',
    '/e^f',
    '/k"l',
    '/ ',
    '/m~0n'
  ])
  expect(pointerOf([])).toBe('')
  expect(pointerOf(['foo', '0'])).toBe('/foo/0')
  expect(pointerOf(['~1'])).toBe('/~01')
})

test('no two paths share a pointer: the keys can be read back', () => {
  const keys = fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~0', '~1', '', '~01')))
  fc.assert(
    fc.property(keys, (path) => {
      expect(keysOf(pointerOf(path))).toEqual(path)
    })
  )
})

test('a problem is told with its pointer and line, as far as they are known', () => {
  const message = 'expected a text'
  const position = { line: 3, column: 5 }
  expect(problemText({ pointer: '/name', position, message })).toBe('/name (line 3): expected a text')
  expect(problemText({ pointer: '/name', message })).toBe('/name: expected a text')
  expect(problemText({ pointer: '', position, message })).toBe('(line 3): expected a text')
  expect(problemText({ pointer: '', message })).toBe('expected a text')
})

test('an error tells every problem on a line of its own', () => {
  const problems = [
    { pointer: '/a', message: 'one' },
    { pointer: '/b', position: { line: 2, column: 1 }, message: 'two' }
  ]
  expect(schemaError(problems)).toEqual({
    _tag: 'SchemaError',
    problems,
    message: '/a: one\n/b (line 2): two'
  })
})

test('of problems that say much, as many are told as a reader takes in', () => {
  const long = (at: number): SchemaProblem => ({ pointer: `/${at}`, message: '\t'.repeat(1e5) })
  const error = schemaError([0, 1, 2, 3, 4, 5].map(long))
  expect(error.message.length).toBeLessThan(20_000)
  expect(error.message).toContain('… (100000 characters)')
  expect(error.problems.length + error.more!).toBe(6)
  expect(schemaError([long(0)]).problems).toHaveLength(1)
})

test('twenty problems are told and the others counted, also where they are told in another way', () => {
  const problems = Array.from({ length: 23 }, (_, at) => ({ pointer: `/${at}`, message: 'wrong' }))
  const error = schemaError(problems)
  expect([error.problems.length, error.more]).toEqual([20, 3])
  expect(error.message).toMatch(/\nand 3 more problems$/)
  const again = retold((problem) => ({ ...problem, message: 'still wrong' }))(error)
  expect([again.problems.length, again.more]).toEqual([20, 3])
  expect(again.message).toMatch(/^\/0: still wrong\n/)
  const long = schemaError([{ pointer: '', message: 'x'.repeat(1e5) }])
  expect(long.message).toMatch(/^x{4000}… \(100000 characters\)$/)
  expect(schemaError(problems.slice(0, 20))).not.toHaveProperty('more')
})
