/** docs/names.md lists every public name, under the entry that gives it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as limen from '../../src'
import * as files from '../../src/entry/files'
import { exportsOf } from './module'

const root = join(__dirname, '../..')
const page = readFileSync(join(root, 'docs/names.md'), 'utf8')

test('as the compiler knows them: if not, npm run docs', () => {
  const { written } = exportsOf('docs/names-page.mjs') as { readonly written: () => string }
  expect(page).toBe(written())
})

test('and as they are when it runs', () => {
  const under = (entry: string): string => page.split('\n## ').find((each) => each.startsWith(`${entry}\n`))!
  for (const [entry, names] of Object.entries({ 'limen': limen, 'limen/files': files }))
    for (const name of Object.keys(names))
      expect([name, under(entry).includes(`\`${name}\``)]).toEqual([name, true])
})
