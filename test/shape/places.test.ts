/** A field that is known elsewhere is told where: in the file that it stands in, and nearest by. */
import { exampleText, readError } from '../estimate/files'
import { decodeDesigns } from '../../src/format/workload/designs'
import { left } from '../ledger/reference'

interface Json {
  readonly [name: string]: Json | string | number
}

/** What is said of a field in a section of a workload file that has none of that name. */
const told = (section: readonly string[], name: string): string => {
  const inside = (of: Json, [key, ...rest]: readonly string[]): Json =>
    key === undefined ? { ...of, [name]: 1 } : { ...of, [key]: inside((of[key] ?? {}) as Json, rest) }
  const { problems } = readError(JSON.stringify(inside(JSON.parse(exampleText('lenet-5')) as Json, section)))
  return problems.map(({ message }) => message).join('; ')
}

test.each([
  [['design'], 'rows', ': rows stands in /design/readout'],
  [['workload'], 'temperature', ': temperature stands in /design'],
  [[], 'attemptRate', ': attemptRate stands in /design/memory'],
  [['design', 'technology'], 'outputBits', ': outputBits stands in /design/readout'],
  [['workload'], 'name', ': name stands at the top'],
  [['design'], 'figure', ': figure stands in /designs/*/parts/*'],
  [['design'], 'memroy', ': did you mean "memory"?'],
  [['design'], 'conversion', /; known are temperature, .*, memory, readout, technology$/]
])('%j has no %s', (section, name, hint) => {
  expect(told(section, name)).toMatch(typeof hint === 'string' ? `unknown field${hint}` : hint)
})

test('of a file by itself, places are those of that file', () => {
  const design = { name: 'x', rows: 64, parts: [{ name: 'a', place: 'update', figure: '1 J' }] }
  expect(left(decodeDesigns(JSON.stringify(design))).message).toBe(
    '/rows (line 1): unknown field: rows stands in /parts/*'
  )
  // What another kind of part has at the same place is not elsewhere.
  const part = { name: 'a', place: 'update', figure: '1 J', action: 'x' }
  expect(left(decodeDesigns(JSON.stringify({ name: 'x', parts: [part] }))).message).toMatch(
    'unknown field; known are name, place, figure'
  )
})
