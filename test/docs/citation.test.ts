/** CITATION.cff cites the version that package.json has, and the paper that the idea is from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const home = join(__dirname, '../..')
const read = (file: string): string => readFileSync(join(home, file), 'utf8')
const citation = parse(read('CITATION.cff')) as {
  readonly version: string
  readonly license: string
  readonly references: readonly { readonly url: string }[]
}

test('it is of the version and the licence of the package', () => {
  const { version, license } = JSON.parse(read('package.json')) as Record<'version' | 'license', string>
  expect([citation.version, citation.license]).toEqual([version, license])
})

test('it cites the paper that README cites', () => {
  const { url } = citation.references[0]!
  expect(url).toBe('https://arxiv.org/abs/2402.14878')
  expect(read('README.md')).toContain(url)
})
