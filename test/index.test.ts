/** What is imported is what the api tells, name by name and type by type. */
import { expectTypeOf } from 'expect-type'
import * as api from '../src/api'
import * as index from '../src/index'
import * as showing from '../src/report/notebook/showing'

test('the index has every name of the api, and no other', () => {
  expect(Object.keys(index).sort()).toEqual(Object.keys(api).sort())
})

test('what is imported is typed as it is told', () => {
  expectTypeOf(index).toEqualTypeOf<typeof api>()
})

test('what shows itself is what is imported, and all else is its room’s', () => {
  const imported = new Map<string, unknown>(Object.entries(index))
  const shows = new Map<string, unknown>(Object.entries(showing))
  expect(shows.size).toBeGreaterThan(10)
  for (const [name, told] of Object.entries(api)) {
    const isOwn = imported.get(name) === told
    expect([name, isOwn]).toEqual([name, !shows.has(name)])
    if (!isOwn) expect(imported.get(name)).toBe(shows.get(name))
  }
})
