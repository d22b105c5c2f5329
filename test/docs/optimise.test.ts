/** docs/optimise.md shows what the command prints. */
import { readFileSync } from 'node:fs'
import { limen } from '../cli/terminal'
import { exampleFiles } from '../estimate/files'

test('what docs/optimise.md shows is what `limen optimise` prints', async () => {
  const page = readFileSync('docs/optimise.md', 'utf8')
  const [, line, shown] = /```sh\nlimen (.*?)\n```\n\n```text\n(.*?)```/s.exec(page)!
  const args = [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
  const { code, out } = await limen(exampleFiles, ...args)
  expect({ code, out }).toEqual({ code: 0, out: shown })
})
