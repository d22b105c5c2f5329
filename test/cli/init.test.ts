/** `limen init`: what it writes makes a ledger, and nothing is lost by it. */
import fc from 'fast-check'
import { run } from '../../src/cli/run'
import { leaves } from '../../src/format/workload/scenario'
import { limen, terminal, type Files } from './terminal'

interface Told {
  readonly code: number
  readonly out: string
  readonly error: string
  readonly file: string | undefined
}

/** Runs it with answers, as many as there are; without any there is no terminal. */
const init = async (
  args: readonly string[],
  answers?: readonly string[],
  files: Files = {}
): Promise<Told> => {
  const left = [...(answers ?? [])]
  const { io, said, written } = terminal(
    files,
    answers === undefined ? {} : { ask: () => Promise.resolve(left.shift()) }
  )
  const code = await run(['init', ...args], io)
  return {
    code,
    ...said(),
    file: written.get(args.find((each) => each.endsWith('.json')) ?? 'workload.json')
  }
}

const needed = [
  ...['--parameters', '2e6', '--precision', '6 bit', '--convergence', 'exponential', '--duration', '1 h'],
  ...['--operations', '4e14 flop', '--updates', 'one per flop']
]

test('flags make a file, with units', async () => {
  const { code, out, error, file } = await init([
    'my.json',
    '--name',
    'A chip',
    '--temperature',
    '77',
    ...needed
  ])
  expect({ code, out, error }).toEqual({
    code: 0,
    out: '',
    error: 'limen: wrote my.json: limen estimate my.json\n'
  })
  expect(JSON.parse(file!)).toEqual({
    name: 'A chip',
    workload: {
      parameters: '2e6 parameter',
      precision: '6 bit',
      convergence: 'exponential',
      duration: '1 h',
      updates: 'one per flop',
      operations: '4e14 flop'
    },
    design: { temperature: '77 K' }
  })
})

test('without a terminal all that lacks is named at once', async () => {
  expect(await init(['--parameters', '2e6'])).toMatchObject({
    code: 2,
    file: undefined,
    error: expect.stringContaining(
      'say --precision, --convergence, --duration, --operations, --updates (limen init --help'
    ) as string
  })
})

test('answers make the same file as flags', async () => {
  const answers = ['A workload', '2e6', '6 bit', 'exponential', '1 h', '4e14 flop', 'one per flop', '', '']
  const asked = await init([], answers)
  expect(asked.code).toBe(0)
  expect(asked.file).toBe((await init(needed)).file)
})

test('each question says what the answer means, and one that does not fit is asked again', async () => {
  const answers = ['', '2e6', '6 Hz', '6 bit', 'exponential', '1 h', '4e14 flop', 'one per flop', '4 K', '']
  const { code, error, file } = await init([], answers)
  expect(code).toBe(0)
  for (const name of [
    'parameters',
    'precision',
    'convergence',
    'duration',
    'operations',
    'updates',
    'temperature'
  ]) {
    const { description } = leaves.find((leaf) => leaf.name === name)!.field
    expect(error.replace(/\s+/g, ' ').toLowerCase()).toContain(description.toLowerCase())
  }
  expect(error).toContain('expected an amount of information such as "8 bit" (this is a rate), got "6 Hz"')
  expect(JSON.parse(file!)).toMatchObject({ name: 'A workload', design: { temperature: '4 K' } })
  for (const line of error.split('\n')) expect([line, line.length <= 80]).toEqual([line, true])
})

test('who stops answering has no file', async () => {
  expect(await init([], ['A chip', '2e6'])).toMatchObject({ code: 1, file: undefined })
})

test('a file that stands is not replaced without being told', async () => {
  const files = { 'my.json': '{"precious": true}' }
  expect(await init(['my.json', ...needed], undefined, files)).toEqual({
    code: 2,
    out: '',
    error: 'limen: my.json is there already: say another name, or --force to replace it\n',
    file: undefined
  })
  expect((await init(['my.json', '--force', ...needed], undefined, files)).file).toContain('2e6 parameter')
})

test('"-" is standard output, which is never there already', async () => {
  const { code, out } = await init(['-', ...needed])
  expect(code).toBe(0)
  expect((await limen({ 'w.json': out }, 'estimate', 'w.json')).code).toBe(0)
})

test('what does not fit together is told, and nothing is written', async () => {
  const { code, error, file } = await init([...needed, '--updates', 'one per token'])
  expect({ code, file }).toEqual({ code: 1, file: undefined })
  expect(error).toContain('--updates: expected operations that tell the tokens')
})

test('what it writes is accepted by estimate, whatever was told', async () => {
  const power = (from: number, to: number) =>
    fc.double({ min: from, max: to, noNaN: true }).map((at) => 10 ** at)
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        'name': fc.string(),
        'parameters': power(0, 15).map((n) => `${Math.ceil(n)} parameter`),
        'precision': fc.integer({ min: 1, max: 32 }).map((b) => `${b} bit`),
        'convergence': fc.constantFrom('constant', 'exponential', 'powerLaw'),
        'duration': power(-3, 8).map((s) => `${s} s`),
        'operations': power(3, 30).map(String),
        'updates': fc.constantFrom('one per flop', 'one per mac', '1e9 update', '1e12'),
        'temperature': fc.option(
          power(-1, 3).map((t) => `${t} K`),
          { nil: undefined }
        ),
        'attempt-rate': fc.option(
          power(3, 14).map((f) => `${f} Hz`),
          { nil: undefined }
        ),
        'rows': fc.option(fc.integer({ min: 1, max: 4096 }).map(String), { nil: undefined })
      }),
      async (flags) => {
        const args = Object.entries(flags).flatMap(([flag, value]) =>
          value === undefined ? [] : [`--${flag}=${value}`]
        )
        const { code, file, error } = await init(args)
        // What has no ledger is not written; what is written has one.
        expect([code, file === undefined]).toEqual(code === 0 ? [0, false] : [1, true])
        if (file === undefined) expect(error).toMatch(/^limen: what was told has /)
        else expect((await limen({ 'w.json': file }, 'estimate', 'w.json')).code).toBe(0)
      }
    ),
    { numRuns: 60 }
  )
})
