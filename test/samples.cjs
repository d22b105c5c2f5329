/**
 * The TypeScript samples of the Markdown files, and every `@example` of the sources: the tests run them. Run by
 * itself it writes them as files, that the compiler reads among the others (`npm run types`).
 */
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { dirname, join, relative } = require('node:path')

const root = join(__dirname, '..')

const filesIn = (folder, ending) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(join('docs', 'api')))

const inMarkdown = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code], at) => ({
    place: `${relative(root, file)}, sample ${at + 1}`,
    code
  }))

const inSource = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*\* @example\n((?:^\s*\*(?! @|\/).*\n)+)/gm)].map(
    ([, lines], at) => ({
      place: `${relative(root, file)}, example ${at + 1}`,
      code: lines.replace(/^\s*\* ?/gm, '')
    })
  )

/** Each with its place. */
const samples = [
  ...inMarkdown(join(root, 'README.md')),
  ...filesIn(join(root, 'docs'), '.md').flatMap(inMarkdown),
  ...filesIn(join(root, 'src'), '.ts').flatMap(inSource)
]

module.exports = { filesIn, samples }

if (require.main === module) {
  const folder = join(__dirname, 'samples')
  rmSync(folder, { recursive: true, force: true })
  for (const { place, code } of samples) {
    const file = join(folder, `${place}.ts`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${code}\nexport {}\n`)
  }
}
