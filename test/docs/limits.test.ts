/** The limits that the documentation tells are those of the code. */
import { readFileSync } from 'node:fs'
import * as budget from '../../src/units/budget'

test('docs/limits.md tells each limit with its number, and no other', () => {
  const page = readFileSync('docs/limits.md', 'utf8')
  const told = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name, most]) => [name, Number(most)])
  expect(told.sort()).toEqual(Object.entries(budget).sort())
})
