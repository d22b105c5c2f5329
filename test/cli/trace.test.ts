/** `limen trace` reads what a run recorded; a ledger takes its convergence. */
import { gzipSync } from 'node:zlib'
import { run } from '../../src/cli/run'
import { limen, systemError, terminal, type Files } from './terminal'

const trace = 'parameters,updates,relativeStep,macs,objective\n4,4,1,8,3\n4,4,0.5,8,2\n4,2,0.25,8,1.5\n'
const log = 'step,learning_rate,loss,grad_norm\n1,0.5,3,2\n2,0.25,2,1\n3,0.125,,0.5\n'

interface Told {
  readonly [field: string]: unknown
}

const json = async (files: Files, ...args: readonly string[]): Promise<Told> => {
  const { code, out } = await limen(files, 'trace', ...args, '--format', 'json')
  expect(code).toBe(0)
  return JSON.parse(out) as Told
}

test('it prints counts, precision, mean step and shape of steps of 1, ½, ¼', async () => {
  const { code, out, error } = await limen({ 'run.csv': trace }, 'trace', 'run.csv')
  expect(code).toBe(0)
  expect(out).toMatch(/updates U +10$/m)
  expect(out).toMatch(/updates per parameter n +2.5$/m)
  expect(out).toMatch(/macs M +24$/m)
  expect(out).toMatch(/objective +3 → 1\.5 \(lowest 1\.5\)$/m)
  expect(out).toMatch(/precision reached b +2\.000 bit$/m)
  // 4 steps of 1, 4 of ½ and 2 of ¼ are 6.5 of 10; of the hops 2 stand at ln 2, ½ at 2 ln 2.
  expect(out).toMatch(/mean step ᾱ +0\.6500 /m)
  expect(out).toMatch(/convergence shape σ +0\.2308 /m)
  expect(error).toMatch(/^limen: 3 rows in \d+\.\d s, [\d,]+ rows\/s\n$/)
})

test('it reads gzip by its first bytes, standard input, and JSON Lines', async () => {
  const rows = [1, 0.5, 0.25].map((relativeStep) => ({ updates: 4, relativeStep }))
  const lines = rows.map((row) => JSON.stringify(row)).join('\n')
  const files = { plain: trace, packed: gzipSync(trace), '-': trace, lines, packedLines: gzipSync(lines) }
  const { name: _, ...plain } = await json(files, 'plain')
  for (const [file, name] of [
    ['packed', 'packed'],
    ['-', 'standard input']
  ] as const)
    expect(await json(files, file)).toEqual({ ...plain, name })
  expect(await json(files, 'packedLines')).toMatchObject({
    updates: 12,
    precision: 2,
    meanStep: 7 / 12,
    shape: 2 / 7
  })
})

test('what is not known is null for programs, and said for people', async () => {
  const told = await json({ log }, 'log')
  expect(told).toMatchObject({ parameters: null, updates: null, updatesPerParameter: 3, macs: null })
  const { out } = await limen({ log }, 'trace', 'log')
  expect(out).toMatch(/parameters N +unknown: say --parameters$/m)
  expect(await json({ log }, 'log', '--parameters', '65')).toMatchObject({ parameters: 65, updates: 195 })
})

test('where the step comes from is a choice', async () => {
  const product = 'learningRate*gradientNorm'
  expect(await json({ log }, 'log')).toMatchObject({ stepSize: 'learningRate', precision: 2 })
  expect(await json({ log }, 'log', '--step-size', product)).toMatchObject({
    stepSize: product,
    precision: 4
  })
  const other = log.replace('learning_rate', 'eta')
  expect(await json({ other }, 'other', '--column', 'learningRate=eta')).toMatchObject({ precision: 2 })
})

test('a run whose steps do not shrink is constant', async () => {
  const flat = 'lr\n1\n1\n'
  expect(await json({ flat }, 'flat')).toMatchObject({
    precision: 0,
    meanStep: 1,
    shape: 0
  })
})

test('a log that does not tell its steps says so, and what would tell them', async () => {
  const files = { keras: 'epoch,loss\n0,2\n1,1\n' }
  const { out } = await limen(files, 'trace', 'keras')
  expect(out).toMatch(/recorded steps +2$/m)
  expect(out).toMatch(/updates per parameter n +unknown: the log does not tell the steps$/m)
  expect(out).toMatch(/objective +2 → 1 /m)
  expect(out).toMatch(/convergence +none: the size of the steps is not known$/m)
  expect(out).toMatch('rows count epochs, not steps')
  expect(await json(files, 'keras')).toMatchObject({
    ...{ updatesPerParameter: null, stepSize: null, clock: 'epoch', seconds: null }
  })
  const told = await json(files, 'keras', '--steps-per-epoch', '100', '--parameters', '10')
  expect(told).toMatchObject({ updates: 2000, updatesPerParameter: 200 })
  expect(await json(files, 'keras', '--updates-per-row', '7')).toMatchObject({ updatesPerParameter: 14 })
})

test('a log tells the time of the run, where a column does', async () => {
  const timed = '_timestamp,_step,train/global_step,lr\n1000,0,10,1\n1100,1,20,0.5\n'
  expect(await json({ timed }, 'timed')).toMatchObject({ seconds: 100, updatesPerParameter: 20 })
  const dated = 'timestamp,step,lr\n2026-01-01 00:00:00,1,1\nsoon,2,1\n2026-01-01 00:01:00,3,0.5\n'
  const { out } = await limen({ dated }, 'trace', 'dated')
  expect(out).toMatch(/time +1\.000 min from the first row to the last$/m)
})

test('an event file of TensorBoard is named as such, whatever its bytes', async () => {
  const events = Buffer.concat([
    Buffer.from([24, 0, 0, 0, 0, 0, 0, 0, 0xa3, 0xff]),
    Buffer.from('brain.Event:2')
  ])
  const { code, out, error } = await limen({ events }, 'trace', 'events')
  expect([code, out]).toEqual([1, ''])
  expect(error).toMatch(
    'this is an event file of TensorBoard, which limen does not read: download its scalars as CSV'
  )
})

describe('what cannot be read', () => {
  test.each<[string, Files[string], string]>([
    [
      'a line',
      trace.replace('0.5', 'x'),
      '(line 3): expected a number that is not negative for relativeStep, got "x"'
    ],
    [
      'the end of gzip data',
      gzipSync(trace.repeat(50)).subarray(0, 90),
      'the gzip data end before their end'
    ],
    ['what is no text', Uint8Array.of(0x61, 0xff, 0xfe), 'this is no UTF-8 text'],
    ['what is not there', systemError('ENOENT'), 'there is no such file'],
    ['a folder', systemError('EISDIR'), 'it is a folder']
  ])('%s is told, with nothing on standard output', async (_, file, expected) => {
    const { code, out, error } = await limen({ file }, 'trace', 'file')
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch('limen: file has a problem\n')
    expect(error).toMatch(expected)
  })

  test('stops the reading, or is counted where that was asked for', async () => {
    const bad = `${trace}oops\n4,2,0.125,8,1\n`
    const { code } = await limen({ bad }, 'trace', 'bad')
    expect(code).toBe(1)
    expect(await json({ bad }, 'bad', '--skip-bad-lines')).toMatchObject({ steps: 4, skippedLines: 1 })
    const { out } = await limen({ bad }, 'trace', 'bad', '--skip-bad-lines')
    expect(out).toMatch('1 line could not be read: skipped\n  line 5: expected 5 fields')
  })

  test('as an option is wrong usage', async () => {
    for (const [args, expected] of [
      [['--column', 'lr=x'], 'Expected NAME=COLUMN'],
      [['--column', 'learningrate=x'], 'did you mean learningRate?'],
      [['--step-size', 'x'], 'Allowed choices'],
      [['--parameters', '-3'], 'Expected a number of at least 1'],
      [['--parameters', '5e-324'], 'Expected a number of at least 1'],
      [['--updates-per-row', '0.5'], 'Expected a whole number above 0'],
      [['--steps-per-epoch', 'x'], 'Expected a whole number above 0']
    ] as const) {
      const { code, error } = await limen({ log }, 'trace', 'log', ...args)
      expect(code).toBe(2)
      expect(error).toMatch(expected)
    }
  })
})

test('a bar tells how far reading has got, and is gone at the end', async () => {
  const said: string[] = []
  let clock = 0
  const { io } = terminal({ trace }, { status: (line) => void said.push(line), now: () => (clock += 1000) })
  await run(['trace', 'trace'], io)
  expect(said.at(0)).toMatch(/^█+.* \d+ % {2}0 MB, \d+ MB\/s$/)
  expect(said.at(-2)).toMatch(/^█{24} 100 %/)
  expect(said.at(-1)).toBe('')
})

test('the bar moves no more often than one can see', async () => {
  const said: string[] = []
  const { io } = terminal({ trace }, { status: (line) => void said.push(line), now: () => 0 })
  await run(['trace', 'trace'], io)
  expect(said).toEqual([''])
})

describe('a ledger with a trace', () => {
  const workload = {
    name: 'traced',
    workload: { precision: '8 bit', convergence: 'powerLaw', duration: '1 s', macs: 100 }
  }
  const files = { 'my.json': JSON.stringify(workload), trace, log }

  interface LedgerJson {
    readonly assumptions: readonly {
      readonly name: string
      readonly value: string
      readonly origin: string
    }[]
  }
  const assumed = async (...args: readonly string[]) => {
    const { code, out, error } = await limen(files, 'estimate', 'my.json', ...args, '--format', 'json')
    expect([code, error]).toEqual([0, ''])
    const { assumptions } = JSON.parse(out) as LedgerJson
    return Object.fromEntries(assumptions.map(({ name, value, origin }) => [name, [value, origin]] as const))
  }

  test('has its convergence, whatever the file says, and its counts where the file is silent', async () => {
    const found = await assumed('--trace', 'trace')
    expect(found['convergence']).toEqual([
      '{"meanStep":"0.65","shape":"0.230769230769","stepRange":"2 bit"}',
      'trace'
    ])
    expect(found['updates']).toEqual(['10 update', 'trace'])
    expect(found['parameters']).toEqual(['4 parameter', 'trace'])
    expect(found['precision']).toEqual(['8 bit', 'file'])
    expect(found['macs']).toEqual(['100 mac', 'file'])
  })

  test('but for what a flag says', async () => {
    const found = await assumed('--trace', 'trace', '--updates', '77', '--convergence', 'exponential')
    expect(found['updates']).toEqual(['77 update', 'override'])
    expect(found['convergence']).toEqual(['exponential', 'override'])
  })

  test('counts an update of every parameter a step, where the file tells how many there are', async () => {
    const found = await assumed('--trace', 'log', '--parameters', '1000')
    expect(found['updates']).toEqual(['3000 update', 'trace'])
  })

  test('is refused where the trace cannot be read, or tells too little', async () => {
    const flat = 'lr\n1\n1\n'
    for (const [name, expected] of [
      ['nowhere', 'limen: nowhere has a problem\n  there is no such file'],
      ['flat', 'missing: expected number of parameters']
    ] as const) {
      const { code, out, error } = await limen({ ...files, flat }, 'estimate', 'my.json', '--trace', name)
      expect([code, out]).toEqual([1, ''])
      expect(error).toMatch(expected)
    }
  })
})
