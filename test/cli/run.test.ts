/** The command line as a whole: exit code 0 where all went well, 1 for bad input, 2 for wrong usage. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../package.json'
import { exit } from '../../src/cli/io'
import { run } from '../../src/cli/run'
import { widthOf } from '../../src/report/text/table'
import { leaves } from '../../src/format/workload/scenario'
import { examples, exampleText } from '../estimate/files'
import { limen, terminal } from './terminal'

test('there are four exit codes', () => {
  expect(exit).toEqual({ ok: 0, badInput: 1, wrongUsage: 2, failed: 3 })
})

describe.each([['--help'], ['-h'], ['help']])('limen %s', (flag) => {
  test('says what there is, on standard output', async () => {
    const { code, out, error } = await limen({}, flag)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    for (const command of ['estimate', 'models', 'show']) expect(out).toContain(`\n  ${command}`)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Exit status: 0 all went well, 1 a file is bad or cannot be read or written, 2 wrong usage, 3 limen failed.'
    )
  })
})

test.each(['--version', '-V'])('limen %s is the version of the package', async (flag) => {
  expect(await limen({}, flag)).toEqual({ code: 0, out: `${version}\n`, error: '' })
})

test('limen estimate --help lists every flag with what it is', async () => {
  const { code, out } = await limen({}, 'estimate', '--help')
  expect(code).toBe(0)
  const words = out.replace(/\s+/g, ' ')
  for (const { name, field } of leaves) {
    expect(words).toContain(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <value>`)
    expect(words).toContain(field.description)
  }
})

test.each([80, 100])('help is at most %i columns wide', async (columns) => {
  for (const args of [['--help'], ['estimate', '--help'], ['show', '--help']]) {
    const { io, said } = terminal({}, { columns })
    expect(await run(args, io)).toBe(0)
    for (const line of said().out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  }
})

const folder = join(__dirname, '../../examples')

/** Files of other tools that hold energies. */
const otherTools = readdirSync(join(folder, 'other-tools')).filter((name) => !/^(action|art)/.test(name))

test.each([
  ...examples.flatMap((name) => ['', '--full', '--certified'].map((flag) => `estimate ${name}.json ${flag}`)),
  'estimate --ai-model gpt-3 --full',
  'solve control-qp.json --full',
  'solve spin-glass.txt',
  'trace training-log.csv',
  'models',
  'schema',
  ...otherTools.flatMap((name) =>
    ['', '--static-memory', '--workload lenet-5.json', '--digits 12'].map(
      (flag) => `compare other-tools/${name} ${flag}`
    )
  )
])('limen %s prints at most 80 columns', async (line) => {
  const own = ['control-qp.json', 'spin-glass.txt', 'training-log.csv']
  const others = [...own, ...otherTools.map((name) => `other-tools/${name}`)].map(
    (name) => [name, readFileSync(join(folder, name), 'utf8')] as const
  )
  const files = Object.fromEntries([
    ...examples.map((name) => [`${name}.json`, exampleText(name)] as const),
    ...others
  ])
  const { code, out } = await limen(files, ...line.trim().split(' '))
  expect(code).toBe(0)
  for (const text of out.split('\n')) expect([text, widthOf(text) <= 80]).toEqual([text, true])
})

describe('wrong usage', () => {
  test('is no command at all: the help says what there is', async () => {
    const { code, out, error } = await limen({})
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^Usage: limen /)
  })

  test.each([
    ['frobnicate', "limen: unknown command 'frobnicate'\n"],
    ['estimat', "limen: unknown command 'estimat'\n(Did you mean estimate?)\n"]
  ])('is the unknown command %s', async (command, message) => {
    expect(await limen({}, command, 'x.json')).toEqual({ code: 2, out: '', error: message })
  })

  test('is an unknown option before the command', async () => {
    const { code, out, error } = await limen({}, '--quiet', 'models')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^limen: unknown option '--quiet'/)
  })
})

test('one run leaves nothing for the next', async () => {
  const files = { 'a.json': exampleText('qp-cold') }
  const first = await limen(files, 'estimate', 'a.json')
  await limen(files, 'estimate', 'a.json', '--temperature', '300 K', '--format', 'csv')
  await limen(files, 'estimate')
  expect(await limen(files, 'estimate', 'a.json')).toEqual(first)
})

test('paint reaches the ledger, the list of models and a model', async () => {
  const strong = (text: string) => `<${text}>`
  const paint = { strong, faint: strong, bar: strong, heading: strong }
  for (const [args, expected] of [
    [['estimate', 'a.json'], '<floor>'],
    [['models'], '<landauer>'],
    [['show', 'landauer'], '<landauer>']
  ] as const) {
    const { io, said } = terminal({ 'a.json': exampleText('qp-cold') }, { paint })
    expect(await run(args, io)).toBe(0)
    expect(said().out).toContain(expected)
  }
})

test('a failure of the program itself is not hidden as bad input', async () => {
  const { io } = terminal(
    { 'a.json': exampleText('qp-cold') },
    {
      out: () => {
        throw new TypeError('a defect')
      }
    }
  )
  await expect(run(['estimate', 'a.json'], io)).rejects.toThrow('a defect')
})
