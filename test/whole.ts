/**
 * All tests in one run: what they import is loaded once, and compiled once. A file by itself is
 * `npm run jest -- test/units/parse.test.ts`.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .sort()

for (const file of files)
  describe(file, () => {
    require(join(__dirname, file))
  })
