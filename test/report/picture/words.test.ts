/** Words for names of programs. */
import { inWords, rowTitle } from '../../../src/report/picture/words'

test('names in camelCase become words; units, symbols and plain words stay', () => {
  expect(inWords('hopsPerUpdate')).toBe('hops per update')
  expect(inWords('staticWrite: requires τ ≤ 3 kJ at 1 GHz, 5 kT')).toBe(
    'static write: requires τ ≤ 3 kJ at 1 GHz, 5 kT'
  )
  expect(inWords('temperature')).toBe('temperature')
})

test('a paradigm is called by what it is, the floor and a design of one’s own by their names', () => {
  expect(rowTitle({ name: 'cim', description: 'compute-in-memory' })).toBe('compute-in-memory')
  expect(rowTitle({ name: 'floor', description: 'information' })).toBe('floor')
  expect(rowTitle({ name: 'myChip', description: "a design of one's own" })).toBe('myChip')
})
