/**
 * What the documentation shows is so: every TypeScript sample of the Markdown files and every
 * `@example` of the sources runs (that it compiles, `npm run types` sees), and what stands beside a line is what it
 * gives.
 */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { transformSync } from 'esbuild'
import * as E from 'fp-ts/lib/Either.js'
import * as limen from '../src/entry/notebook'
import * as threads from '../src/entry/threads'
import { leaves } from '../src/format/workload/scenario'
import { limen as command, type Files } from './cli/terminal'
import { filesIn, samples } from './samples.cjs'

const root = join(__dirname, '..')

/** What an expression gives, as the documentation writes it. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const { _tag, right, left } = value as { _tag?: string; right?: unknown; left?: { message: string } }
  if (_tag === 'Right') return `right(${shown(right)})`
  if (_tag === 'Left') return `left: ${left!.message}`
  return 'exact' in value || 'lower' in value
    ? limen.format(value as unknown as limen.Quantity<unknown>)
    : JSON.stringify(value)
}

/** Lines with a comment beside, or below, become checks of it. */
const checked = (code: string): string =>
  code
    .replace(/\n\/\/ (right|left)/g, ' // $1')
    .replace(/^(console\.log\(.*\))\n\/\/ (.*)$/gm, '$1 // $2')
    .replace(
      /console\.log\((.*)\) \/\/ (.*)$/gm,
      (_, logged: string, beside: string) => `__logs(${JSON.stringify(beside)}, ${logged})`
    )
    .replace(
      /^(?!import|const|let|if|\s|\/\/|\}|\))(.*\)|.*\w) \/\/ (.*)$/gm,
      (_, given: string, beside: string) =>
        `__gives(${JSON.stringify(beside.replace(/(, in .*)$/, ''))}, ${given})`
    )

/** Any entry is a part of the whole, but for the threads of Node; that a name is where a sample says, the types tell. */
const load = (name: string): unknown =>
  name === 'limen/threads' ? threads : /^limen(\/|$)/.test(name) ? limen : require(name)

test('there are samples, in the Markdown files and in the sources', () => {
  expect(samples.filter(({ place }) => place.includes('.md')).length).toBeGreaterThan(4)
  expect(samples.filter(({ place }) => place.startsWith('src')).length).toBeGreaterThan(10)
})

test.each(samples)('$place does what it says', ({ code }) => {
  const { code: script } = transformSync(checked(code), { loader: 'ts', format: 'cjs', target: 'es2022' })
  const logs = (beside: string, ...values: readonly unknown[]): void => {
    expect(values.join(' ')).toBe(beside)
  }
  const gives = (beside: string, value: unknown): void => {
    expect(shown(value)).toBe(beside)
  }
  expect.hasAssertions() // a sample that shows no result shows nothing
  new Function('require', 'exports', '__logs', '__gives', script)(load, {}, logs, gives)
})

test('the picture in the README is what the command prints', () => {
  const [, picture = ''] = /^```text\n(.*?)^```/ms.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  const estimate = limen.estimateFile(readFileSync(join(root, 'examples/brain-scale.json'), 'utf8'))
  if (E.isLeft(estimate)) throw new Error(estimate.left.message)
  expect(picture.split('\n').length).toBeGreaterThan(6)
  expect(limen.ledgerText(estimate.right)).toContain(picture)
})

test('the workload in the README makes a ledger', () => {
  const [, workload = ''] = /^```json\n(.*?)^```/ms.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  const estimate = limen.estimateFile(workload)
  expect(E.isRight(estimate) && estimate.right.ledger.paradigms).toHaveLength(7)
})

test('the design in the README is a row of its ledger', () => {
  const [own, design] = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```json\n(.*?)^```/gms)]
  const designs = E.getOrElseW((): readonly unknown[] => [])(limen.decodeDesigns(design![1]!))
  expect(designs).toMatchObject([{ name: 'my chip', parts: { length: 3 } }])
  const estimate = limen.estimateFile(own![1]!.replace(/\}\s*$/, `, "designs": [${design![1]!}] }`))
  expect(E.isRight(estimate) && estimate.right.ledger.designs[0]!.total.claim).toBe('estimate')
})

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const [, ownWorkload = ''] = /^```json\n(.*?)^```/ms.exec(readme) ?? []
const files: Files = {
  'my.json': ownWorkload,
  ...Object.fromEntries(
    filesIn(join(root, 'examples'), '').map((file) => [relative(root, file), readFileSync(file, 'utf8')])
  )
}

/** The words of a line of a shell, with what stands in quotes as one, and what is printed to files left out. */
const wordsOf = (line: string): readonly string[] =>
  [...line.replace(/ > \S+$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? ''
  )

/** Each once, wherever it stands. */
const commands = [
  ...new Set(
    [join(root, 'README.md'), ...filesIn(join(root, 'docs'), '.md')].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
        // A line that ends in a backslash goes on in the next.
        [...block.replace(/\\\n\s*/g, '').matchAll(/(?:^|npx )limen (.*)$/gm)].map(([, line = '']) => line)
      )
    )
  )
]

test('there are commands to try, of every kind', () => {
  for (const kind of [
    'ai-models',
    'ask',
    'compare',
    'completion',
    'convert',
    'draw',
    'estimate',
    'explain',
    'models',
    'referee',
    'report',
    'schema',
    'show',
    'solve',
    'trace'
  ])
    expect(commands.some((line) => line.startsWith(kind))).toBe(true)
})

test.each(commands)('limen %s', async (line) => {
  const { code, out, error } = await command(files, ...wordsOf(line))
  // What reading a trace took is told beside the result.
  expect({ code, error: error.replace(/^limen: .* rows\/s\n$/, '') }).toEqual({ code: 0, error: '' })
  expect(out).not.toBe('')
})

test('what the README says of a chip is what the command says of it', async () => {
  const [, said = ''] = [...readme.matchAll(/^```text\n(.*?)^```/gms)][2] ?? []
  const { out } = await command(
    files,
    'estimate',
    'examples/lenet-5.json',
    '--design',
    'examples/my-chip.json'
  )
  expect(said).toMatch('decades above the floor')
  expect(out).toContain(said)
})

test('the problems in the README are what the command says of that file', async () => {
  const [, said = ''] = [...readme.matchAll(/^```text\n(.*?)^```/gms)][1] ?? []
  const wrong = ownWorkload.replace('"6 bit"', '"6 Hz"').replace('"30 d"', '"4 weeks"')
  const { code, error } = await command({ 'my.json': wrong }, 'estimate', 'my.json')
  expect(code).toBe(1)
  expect(error).toBe(said)
})

test('every field of a workload file is documented, with its default', () => {
  const page = readFileSync(join(root, 'docs/workload-file.md'), 'utf8')
  for (const { pointer, field } of leaves) {
    const rest =
      field.default === undefined
        ? field.optional
          ? 'optional'
          : 'required'
        : `\`${String(field.default.value as string | number)}\`: ${field.default.why}`
    expect(page).toContain(`| \`${pointer}\` | ${field.description} | ${rest} |`)
  }
})
