/** The pictures of the documentation are those that the library draws. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFiles } from '../estimate/files'
import { limen } from '../cli/terminal'

test.each([
  ['brain-scale.svg', ['ledger', 'examples/brain-scale.json']],
  ['hardware.svg', ['hardware']],
  ['experiments.svg', ['experiments']]
] as const)('docs/%s is what `limen draw` makes: if not, npm run pictures', async (file, args) => {
  const { code, out } = await limen(exampleFiles, 'draw', ...args)
  expect(code).toBe(0)
  expect(readFileSync(join(__dirname, '../../docs', file), 'utf8')).toBe(out)
})
