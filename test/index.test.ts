/** What is imported is what the api tells, name by name and type by type. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expectTypeOf } from 'expect-type'
import * as api from '../src/api'
import * as notebook from '../src/entry/notebook'
import * as showing from '../src/report/notebook/showing'

const folder = join(__dirname, '../src/entry')

test('each name is in one entry, and the names of all that run anywhere are the api', () => {
  const parts = readdirSync(folder).filter((file) => file !== 'notebook.ts' && file !== 'threads.ts')
  const names = ['../src/index', ...parts.map((file) => join(folder, file))].flatMap((entry) =>
    Object.keys(jest.requireActual<object>(entry))
  )
  expect(parts.length).toBeGreaterThan(4)
  expect(names.sort()).toEqual(Object.keys(api).sort())
})

test('what only Node can has names of its own', () => {
  const names = Object.keys(jest.requireActual<object>(join(folder, 'threads.ts')))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => name in api)).toEqual([])
})

test('a notebook has every name of the api, and no other', () => {
  expect(Object.keys(notebook).sort()).toEqual(Object.keys(api).sort())
})

test('what is imported is typed as it is told', () => {
  expectTypeOf(notebook).toEqualTypeOf<typeof api>()
})

test('what shows itself is what is imported, and all else is its room’s', () => {
  const imported = new Map<string, unknown>(Object.entries(notebook))
  const shows = new Map<string, unknown>(Object.entries(showing))
  expect(shows.size).toBeGreaterThan(10)
  for (const [name, told] of Object.entries(api)) {
    const isOwn = imported.get(name) === told
    expect([name, isOwn]).toEqual([name, !shows.has(name)])
    if (!isOwn) expect(imported.get(name)).toBe(shows.get(name))
  }
})
