/** `limen draw`: pictures of files, on standard output or where they are asked for. */
import { Command, CommanderError } from 'commander'
import { addDraw } from '../../src/cli/draw'
import { judgedExperiments } from '../../src/ledger/judged-experiments'
import { experimentsPicture } from '../../src/report/picture/experiments'
import { hardwarePicture } from '../../src/report/picture/hardware'
import { ledgerPicture } from '../../src/report/picture/ledger'
import { certifiedEstimateFile } from '../../src/estimate/workload-file'
import { spaced } from '../../src/ledger/spaced'
import { certifiedSweep } from '../../src/ledger/sweep'
import { sweepPicture } from '../../src/report/picture/sweep'
import { days, years } from '../../src/units/si'
import { exampleText, readEstimate, text, withValue } from '../estimate/files'
import { named, problemsOf, read, textOf } from '../report/picture/svg'
import { right } from '../report/picture/arbitrary'
import { systemError, terminal, type Files, type Outcome } from './terminal'

const brain = exampleText('brain-scale')

const doubtful = text(withValue('/design/temperature', '300 K ± 2 K'))

const files: Files = {
  'brain.json': brain,
  '-': brain,
  'bad.json': text(withValue('/workload/duration', '5 J')),
  'doubtful.json': doubtful,
  'run.csv': 'step,step_size,updates\n1,1,5\n2,0.5,5\n3,0.25,5\n'
}

interface Drawn extends Outcome {
  readonly written: ReadonlyMap<string, string>
}

const draw = async (args: readonly string[], cannotWrite?: Error): Promise<Drawn> => {
  const { io, said, written } = terminal(
    files,
    cannotWrite === undefined ? {} : { write: () => Promise.reject(cannotWrite) }
  )
  let code = 0
  const program = new Command('limen')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.error })
  addDraw(program, io, (result) => {
    code = result
  })
  try {
    await program.parseAsync(['draw', ...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? 0 : 2
  }
  const { out, error } = said()
  expect(out + error).not.toMatch(/^ {4}at .*:\d+\)?$|undefined/m)
  return { code, out, error, written }
}

const limen = (...args: readonly string[]): Promise<Drawn> => draw(args)

const temperatures = ['--input', 'temperature', '--from', '1 K', '--to', '400 K'] as const

test.each([
  ['ledger', []],
  ['sweep', temperatures],
  ['barrier', []],
  ['sensitivity', []]
])('%s of a file is a picture on standard output, and of standard input the same', async (kind, flags) => {
  const { code, out, error } = await limen(kind, 'brain.json', ...flags)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(problemsOf(out)).toEqual([])
  expect(textOf(named(read(out), 'title')[0]!)).toMatch(
    kind === 'sensitivity' ? /^limDissipated/ : /^Brain-scale/
  )
  expect((await limen(kind, '-', ...flags)).out).toBe(out)
})

test('what is drawn is what the library draws', async () => {
  expect((await limen('ledger', 'brain.json')).out).toBe(ledgerPicture(readEstimate(brain)))
  expect((await limen('hardware')).out).toBe(hardwarePicture())
  expect((await limen('experiments')).out).toBe(experimentsPicture(judgedExperiments()))
})

test('-o writes the picture, and nothing to standard output', async () => {
  const { code, out, written } = await limen('ledger', 'brain.json', '-o', 'ledger.svg')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(written.get('ledger.svg')).toBe(ledgerPicture(readEstimate(brain)))
})

test('a file that cannot be written is said to be so', async () => {
  const { code, error } = await draw(['hardware', '-o', 'no/where.svg'], systemError('ENOENT'))
  expect({ code, error }).toEqual({ code: 1, error: 'limen: no/where.svg: there is no such folder\n' })
})

test('a scheme makes the paper always the same', async () => {
  const { out } = await limen('ledger', 'brain.json', '--scheme', 'dark')
  expect(out).toBe(ledgerPicture(readEstimate(brain), { scheme: 'dark' }))
  expect((await limen('ledger', 'brain.json', '--scheme', 'pink')).code).toBe(2)
})

test('fields have flags here too', async () => {
  const { out } = await limen('ledger', 'brain.json', '--temperature', '4 K')
  expect(out).toBe(ledgerPicture(readEstimate(brain, { temperature: '4 K' })))
})

test('what is uncertain is drawn where the ledger is certified, and refused elsewhere', async () => {
  const { code, out } = await limen('ledger', 'doubtful.json', '--certified')
  expect(code).toBe(0)
  expect(out).toContain('Brackets: the certified enclosure')
  expect((await limen('ledger', 'doubtful.json')).code).toBe(1)
})

test('a certified sweep is what the library draws of it, and the only one of what is uncertain', async () => {
  const over = ['--input', 'duration', '--from', '1 d', '--to', '100 yr', '--points', '5'] as const
  const { code, out, error } = await limen('sweep', 'doubtful.json', ...over, '--certified')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const { scenario } = right(certifiedEstimateFile(doubtful)).ledger
  const values = spaced(days(1), years(100), 5)
  expect(out).toBe(sweepPicture(right(certifiedSweep(scenario, 'duration', values))))
  expect(out).toContain('Certified, for all values of temperature in [298.0, 302.0] K')
  expect((await limen('sweep', 'doubtful.json', ...over)).error).toContain(
    'what is uncertain is for --certified'
  )
})

test('every problem of a file is said with its place', async () => {
  for (const kind of ['ledger', 'barrier', 'sensitivity']) {
    const { code, out, error } = await limen(kind, 'bad.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(
      /^limen: bad\.json has a problem\n {2}\/workload\/duration \(line \d+\): expected a time/
    )
  }
})

describe('a sweep', () => {
  test('has the values that are asked for', async () => {
    const { out } = await limen('sweep', 'brain.json', ...temperatures, '--points', '7')
    const [first] = named(read(out), 'path')
    expect(first!.attributes['d']!.match(/[ML]/g)).toHaveLength(7)
    expect(out).toContain('(logarithmic)')
    const linear = await limen('sweep', 'brain.json', ...temperatures, '--scale', 'linear')
    expect(linear.out).toContain('>temperature T, in K</text>')
  })

  test.each([
    [
      ['--input', 'temprature', '--from', '1 K', '--to', '2 K'],
      /no input of this ledger "temprature": did you mean temperature\?/
    ],
    [
      ['--input', 'colour', '--from', '1 K', '--to', '2 K'],
      /no input of this ledger "colour"; there are parameters, /
    ],
    [
      ['--input', 'temperature', '--from', '1 J', '--to', '2'],
      /--from: expected a temperature such as "1 K" \(this is an energy\), got "1 J"/
    ],
    [
      ['--input', 'temperature', '--from', '1 K', '--to', '-2 K'],
      /--to: expected .* in \(0, ∞\) K, got "-2 K"/
    ],
    [
      ['--input', 'transfers', '--from', '0', '--to', '2', '--scale', 'log'],
      /--scale log: expected ends above 0/
    ],
    [[...temperatures, '--points', '1'], /Expected a whole number from 2 to 10000/],
    [['--input', 'temperature', '--from', '1 K'], /required option '--to <value>' not specified/]
  ])('with %j is wrong usage', async (flags, message) => {
    const { code, out, error } = await limen('sweep', 'brain.json', ...flags)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(message)
  })

  test('says of both ends at once what is wrong with them', async () => {
    const { error } = await limen('sweep', 'brain.json', '--input', 'temperature', '--from', 'x', '--to', 'y')
    expect(error).toMatch(/^limen: --from: .*\nlimen: --to: .*\n$/)
  })

  test('may be in SI without a unit, as any field may', async () => {
    const bare = await limen('sweep', 'brain.json', '--input', 'temperature', '--from', '1', '--to', '400')
    expect(bare.out).toBe((await limen('sweep', 'brain.json', ...temperatures)).out)
  })
})

test('the sensitivity is that of the figure named', async () => {
  const { code, out } = await limen('sensitivity', 'brain.json', '--figure', 'cim.update')
  expect(code).toBe(0)
  expect(textOf(named(read(out), 'title')[0]!)).toMatch(/^cim\.update/)
  const { code: wrong, error } = await limen('sensitivity', 'brain.json', '--figure', 'cim.updat')
  expect({ wrong, error }).toEqual({
    wrong: 2,
    error: 'limen: there is no figure "cim.updat": did you mean cim.update?\n'
  })
})

test('the barrier of a run that was recorded is drawn step by step', async () => {
  const { code, out } = await limen(
    'barrier',
    'brain.json',
    '--trace',
    'run.csv',
    '--column',
    'relativeStep=step_size'
  )
  expect(code).toBe(0)
  expect(out).toContain('steps as measured')
  expect(out).not.toContain('Only the shape of the convergence is known')
  expect(out).toMatch(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L/)
})
