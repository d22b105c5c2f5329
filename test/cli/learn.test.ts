/** `limen simulate FILE --writer`: memories that learn the problem of a file, by one writer or several side by side. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../src/cli/run'
import { learningForm } from '../../src/report/data/form/learning'
import { learn } from '../../src/simulation/learn'
import { leastSquaresLoss } from '../../src/simulation/loss/least-squares'
import { gigahertz, kelvin, microseconds } from '../../src/units/si'
import { right } from '../reading/values'
import { limen, terminal } from './terminal'

const example = (name: string): string => readFileSync(join(__dirname, '../../examples', name), 'utf8')

/** y = 2x − 1, with a column of ones for the intercept. */
const line = 'one,x,y\n1,0,-1\n1,1,1\n1,2,3\n'

const files = {
  'ring.json': example('ising-ring.json'),
  'control.json': example('control-qp.json'),
  'blend.qps': example('blend.qps'),
  'glass.txt': example('spin-glass.txt'),
  'reset.json': example('bit-reset.json'),
  'line.csv': line,
  '-': line
}

const conditions = ['--seed', '1', '--temperature', '300 K', '--attempt-rate', '1 GHz', '--duration', '1 µs']
const annealed = ['--writer', 'annealed', ...conditions, '--energy-per-loss', '3 kT']
const written = ['--writer', 'static', ...conditions, '--updates', '9']
const ladders = ['--rungs', '17', '--range', '-4..4']
const squares = ['--loss', 'least-squares', ...ladders]

const simulated = (...args: readonly string[]) => limen(files, 'simulate', ...args)

interface Read {
  readonly notes?: readonly string[]
  readonly runs: readonly {
    readonly writer: string
    readonly updates?: number
    readonly duration: number
    readonly energyPerLoss?: number
    readonly seed: number
    readonly loss: { readonly parameters: number; readonly variables?: readonly number[] }
    readonly final: { readonly mean: number }
    readonly best: { readonly loss: number; readonly values: readonly number[] }
    readonly heat: { readonly mean: number }
    readonly course: readonly { readonly heat: number; readonly loss: number }[]
    readonly verdicts: readonly { readonly refuted: boolean }[]
  }[]
}

const json = async (...args: readonly string[]): Promise<Read> => {
  const { code, out, error } = await simulated(...args, '--format', 'json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  return JSON.parse(out) as Read
}

test('a ring of four spins comes to rest at −4, by each writer, in one text of 80 columns', async () => {
  const tilted = ['--writer', 'tilted', '--hops-per-update', '4', '--writer', 'static', '--updates', '9']
  const { code, out, error } = await simulated('ring.json', ...annealed, ...tilted)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('Learning: Ring of 4 spins')
  expect(out).not.toContain('REFUTED')
  for (const writer of ['annealed', 'tilted', 'static']) {
    expect(out).toMatch(new RegExp(`^  ${writer} +\\S+ +\\S+ +-4 +\\S+ .J `, 'm'))
    expect(out).toMatch(new RegExp(`^  ${writer} +4 parameters of 2 rungs at 300.0 K`, 'm'))
  }
  for (const each of out.split('\n')) expect(each.length).toBeLessThanOrEqual(80)
})

test('the example of the help is what it can do', async () => {
  const { out } = await simulated('--help')
  const words = out
    .split(/\n\n {2}limen simulate /)[1]!
    .replace(/\\\n/g, ' ')
    .match(/"[^"]*"|\S+/g)!
    .map((word) => word.replace(/"/g, ''))
  const { code, out: told } = await limen(
    { 'examples/ising-ring.json': files['ring.json'] },
    'simulate',
    ...words
  )
  expect(code).toBe(0)
  expect(told).toContain('the best run -4')
})

test('JSON is of its form, read and written again the same, and ends where the run does', async () => {
  const { out } = await simulated('ring.json', ...annealed, '--format', 'json')
  const document = JSON.parse(out) as Read
  const read = right(learningForm.decode(document) as never)
  expect(learningForm.encode(read as never)).toEqual(document)
  const [only, ...more] = document.runs
  expect(more).toEqual([])
  expect(only!.best.loss).toBe(-4)
  expect(Math.abs(only!.best.values.reduce((sum, spin) => sum + spin, 0))).toBe(4)
  expect(only!.course).toHaveLength(101)
  expect(only!.course.at(-1)).toMatchObject({ heat: only!.heat.mean, loss: only!.final.mean })
  // 3 kT at 300 K, by hand: 3 · 1.380649e-23 · 300.
  expect(only!.energyPerLoss).toBeCloseTo(1.2425841e-20, 32)
})

test('the same seed gives the same bytes, another one others', async () => {
  const of = async (seed: string) =>
    (await simulated('ring.json', ...annealed.map((each) => (each === '1' ? seed : each)), '--format', 'csv'))
      .out
  expect(await of('1')).toBe(await of('1'))
  expect(await of('2')).not.toBe(await of('1'))
  const [head, first] = (await of('1')).split(/\r?\n/)
  expect(head).toBe('writer,time_s,heat_J,loss,hops,reads_mac,entropy_lost_nat,entropy_lost_error_nat')
  expect(first).toMatch(/^annealed,0,0,/)
})

test('a table is learned as the library learns it, from standard input too', async () => {
  const { runs } = await json('-', ...written, ...squares)
  const loss = right(
    leastSquaresLoss(
      { features: [[1, 0], [1, 1], [1, 2]], labels: [-1, 1, 3] }, // prettier-ignore
      { rungs: 17, range: [-4, 4] }
    )
  )
  const told = { seed: 1, temperature: kelvin(300), attemptRate: gigahertz(1), duration: microseconds(1) }
  const byHand = right(learn(loss, { writer: 'static', updates: 9, ...told }))
  expect(runs[0]!.heat.mean).toBe(byHand.heat.value)
  expect(runs[0]!.final.mean).toBe(byHand.final.mean)
  const annealing = await json('line.csv', ...annealed, ...squares, '--energy-per-loss=annealed=40 kT')
  expect(annealing.runs[0]!.best).toMatchObject({ loss: 0, values: [-1, 2] })
})

test('another column is the label, and a ridge is added', async () => {
  const { runs } = await json('line.csv', ...written, ...squares, '--label', 'x', '--ridge', '1e6')
  expect(runs[0]!.best.values).toEqual([0, 0])
  // ½ Σ x², as all weights are 0.
  expect(runs[0]!.best.loss).toBe(2.5)
})

test('a value is of all writers, or of the one that it names', async () => {
  const { runs } = await json(
    'ring.json',
    ...['--writer', 'static', ...annealed, '--writer', 'tilted'],
    ...[
      '--updates',
      'tilted=3',
      '--updates',
      '5',
      '--duration',
      'tilted=2 ms',
      '--energy-per-loss',
      'annealed=1e-20'
    ]
  )
  expect(runs.map(({ writer, updates, duration }) => [writer, updates, duration])).toEqual([
    ['annealed', undefined, 1e-6],
    ['tilted', 3, 2e-3],
    ['static', 5, 1e-6]
  ])
  expect(runs[0]!.energyPerLoss).toBe(1e-20)
})

/** What is said on standard error, a line each, and how the command ends; nothing is printed. */
const refused = async (...args: readonly string[]): Promise<readonly (string | number)[]> => {
  const { code, out, error } = await simulated(...args)
  expect(out).toBe('')
  return [code, ...error.trimEnd().split('\n')]
}

test('all that a writer has to be told is told at once, with what would do', async () => {
  const writers = ['--writer', 'annealed', '--writer', 'tilted', '--writer', 'static']
  expect(await refused('line.csv', ...writers, '--duration', 'tilted=1 s')).toEqual([
    2,
    'limen: simulate line.csv has 9 problems',
    '  --loss: expected logistic or least-squares, got none',
    '  --rungs: expected the rungs of the ladder of each parameter, such as 64, got none',
    '  --range: expected the ends of the ladders, such as -1..1, got none',
    '  --seed: expected a whole number from 0 to 9007199254740991, such as 1, got none',
    '  --temperature: expected a temperature from 1e-250 to 1e250 K, such as "300 K", got none',
    '  --attempt-rate: expected a rate from 1e-250 to 1e250 Hz, such as "1 GHz", got none',
    '  --duration (annealed, static): expected a duration above 0, such as "1 µs", got none',
    '  --energy-per-loss: expected an energy above 0, such as "3 kT", got none',
    '  --updates: expected a whole number from 1 to 1000000, such as 100, got none'
  ])
})

test('what cannot be read, or is out of range, is told once, beside all else', async () => {
  const values = ['--updates', 'x', '--duration', '3 m', '--runs', '0', '--convergence', 'fast']
  const strange = ['--temperature', '-1 K', '--energy-per-loss', '3 kT', '--rungs', '1.5', '--range', '1']
  expect(
    await refused('blend.qps', '--writer', 'tilted', '--writer', 'annealed', ...values, ...strange)
  ).toEqual([
    2,
    'limen: simulate blend.qps has 10 problems',
    '  --temperature: expected absolute temperature of the surroundings in (0, ∞) K, got "-1 K"',
    '  --duration: expected a time such as "1 µs" (this is a length), got "3 m"',
    '  --updates: expected a finite number, got "x"',
    '  --convergence: expected one of "constant", "exponential", "powerLaw", got "fast"',
    '  --range: expected two numbers such as -1..1, got "1"',
    '  --rungs: expected a whole number from 2 to 1048576, got 1.5',
    '  --penalty: expected a finite number above 0, as constraints of several variables are penalties, got none',
    '  --seed: expected a whole number from 0 to 9007199254740991, such as 1, got none',
    '  --attempt-rate: expected a rate from 1e-250 to 1e250 Hz, such as "1 GHz", got none',
    '  --runs: expected a whole number from 1 to 1000000, got 0'
  ])
})

test('what a writer or a file has no use for is refused by name', async () => {
  expect(await refused('ring.json', '--rise', '1', '--rungs', '4')).toEqual([
    2,
    'limen: --rungs, --rise: for memories that learn: say --writer too'
  ])
  expect(
    await refused(
      ...['ring.json', ...written, '--rise', '0.1', '--steps', 'static=3', '--loss', 'logistic'],
      ...['--writer', 'statik', '--writer', 'static', '--retention-time', 'tilted=1 s', '--seed', '2']
    )
  ).toEqual([
    2,
    'limen: simulate ring.json has 7 problems',
    '  --writer: there is no writer "statik": did you mean static?',
    '  --writer: expected each once, got static again',
    '  --seed: expected one value, got several',
    '  --rise: this is for annealed, which --writer does not name',
    '  --steps: this is for annealed, and not for static',
    '  --retention-time: this is for static, and not for tilted',
    '  --loss: this is not for an Ising problem'
  ])
  const misspelt = await refused('ring.json', '--wirter', 'static')
  expect(misspelt).toEqual([2, "limen: unknown option '--wirter'", '(Did you mean --writer?)'])
})

test('what depends on the loss is told where there is one', async () => {
  const tilted = ['--writer', 'tilted', ...conditions, '--updates', '3000', '--hops-per-update', '2']
  expect(await refused('line.csv', ...tilted, ...squares)).toEqual([
    2,
    'limen: simulate line.csv has a problem',
    '  --duration: expected at least 5940 attempts, as no hop is faster than the attempt rate, got 1000 attempts'
  ])
  // −ln 1e-9 attempts are needed in a write, by hand: 20.72, and there are 1e-3.
  const hasty = ['--writer', 'static', '--updates', '9', '--write-time', '1 ps']
  expect(await refused('ring.json', ...annealed, ...hasty)).toEqual([
    2,
    'limen: simulate ring.json has a problem',
    '  --writer static: staticWrite: requires −ln p ≤ f₀ t, found 20.72 > 0.001000'
  ])
  expect(await refused('line.csv', ...tilted, ...ladders)).toEqual([
    2,
    'limen: simulate line.csv has a problem',
    '  --loss: expected logistic or least-squares, got none'
  ])
})

test('a program has its fixed variables left out, and ends where --range says for those without bounds', async () => {
  const box = ['--rungs', '9', '--penalty', '10']
  expect(await refused('control.json', ...written, ...box)).toEqual([
    2,
    'limen: simulate control.json has a problem',
    '  --range: expected two finite numbers that rise, or two finite bounds of each variable, got none, and 20 variables that lack a bound: /q/2, /q/3 and /q/4, …'
  ])
  expect((await refused('blend.qps', ...written, ...box)).at(-1)).toContain(
    'got none, and 3 variables that lack a bound: WHEAT, SOY and BRAN'
  )
  const { runs } = await json('control.json', ...written, ...box, '--range', '-4..4')
  // Position and velocity at first are given: 32 variables less 2.
  expect(runs[0]!.loss.parameters).toBe(30)
  expect(runs[0]!.loss.variables).toEqual(Array.from({ length: 30 }, (_, at) => at + 2))
  const { code, error } = await simulated('blend.qps', ...written, ...box, '--range', '-3..2')
  expect(code).toBe(1)
  expect(error).toContain('BRAN: expected ends of a ladder that leave it a range')
})

test('of a graph the cut is told, of what is to be greatest that its negative is learned', async () => {
  const short = ['--writer', 'static', ...conditions, '--updates', '1', '--runs', '1']
  const { notes, runs } = await json('glass.txt', ...short)
  expect(runs[0]!.loss.parameters).toBe(400)
  const [, total] = /^the cut is \((-?\d+) − loss\) \/ 2$/.exec(notes!.at(-1)!)!
  // By hand: the weights of the file, summed.
  const weights = files['glass.txt'].trim().split('\n').slice(1).map((row) => Number(row.split(' ')[2])) // prettier-ignore
  expect(Number(total)).toBe(weights.reduce((sum, each) => sum + each, 0))
  const greatest = `NAME G\nOBJSENSE\n MAX\nROWS\n N C\nCOLUMNS\n X C 2\nRHS\nBOUNDS\n UP B X 3\nENDATA\n`
  const { out } = await limen({ 'g.qps': greatest }, 'simulate', 'g.qps', ...short, '--rungs', '4')
  expect(out).toContain('the file asks for the greatest objective: the loss is its negative')
  expect(out).toMatch(/the best run -/)
})

test('files that are no problem, or wrong in themselves, are told where', async () => {
  const wrong = async (text: string, ...args: readonly string[]) => {
    const { code, out, error } = await limen(
      { 'a.csv': text },
      ...['simulate', 'a.csv', ...written, ...ladders, '--loss', 'logistic', ...args]
    )
    expect({ code, out }).toEqual({ code: 1, out: '' })
    return error.trimEnd().split('\n  ').slice(1)
  }
  expect(await wrong('a,b,y\n1,2,0\n3,x,1\n5,6\n')).toEqual([
    '(line 3): b: expected a finite number, got "x"',
    '(line 4): expected 3 fields, as there are columns, got 2'
  ])
  expect(await wrong('1,2,0\n3,4,1\n')).toEqual([
    '(line 1): expected a first row with the names of the columns, got numbers'
  ])
  expect(await wrong('a,y\n1,0\n2,7\n3,-1\n', '--rungs', 'many')).toEqual([
    '--rungs: expected a finite number, got "many"',
    'y, row 2: expected a label of −1, 0 or 1, got 7',
    'y: expected labels of −1 and 1, or of 0 and 1, got both −1 and 0'
  ])
  expect(await wrong('a,y\n1,0\n', '--label', 'z')).toEqual([
    '(line 1): expected a column "z" for the label, got a, y'
  ])
  expect(await refused('reset.json', ...written)).toEqual([
    1,
    'limen: reset.json: this is a protocol of a memory: limen simulate takes it, without --writer'
  ])
  expect(await refused('line.csv')).toEqual([
    1,
    'limen: line.csv: this is a table of samples: with --writer, memories learn it'
  ])
  expect((await limen({ 'log.csv': example('training-log.csv') }, 'simulate', 'log.csv')).error).toContain(
    'this is a trace of a run'
  )
  expect(await refused('none.json', ...written)).toEqual([1, 'limen: none.json: there is no such file'])
})

test('a loss that no number holds is told, and not printed', async () => {
  const huge = { 'a.csv': 'a,y\n1e200,0\n' }
  const { code, out, error } = await limen(huge, 'simulate', 'a.csv', ...written, ...squares)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain('expected losses, and energies of them, that float64 holds')
})

test('a picture has a line for each writer; another form is refused before anything is done', async () => {
  const { io, written: put } = terminal(files)
  expect(
    await run(
      ['simulate', 'ring.json', ...annealed, '--writer', 'static', '--updates', '9', '--picture', 'a.svg'],
      io
    )
  ).toBe(0)
  expect(put.get('a.svg')).toContain('Ring of 4 spins')
  for (const writer of ['annealed', 'static']) expect(put.get('a.svg')).toContain(`${writer}: `)
  expect(await refused('ring.json', ...annealed, '--picture', 'a.gif')).toEqual([
    2,
    'limen: a.gif: a picture is written as .svg, .png, .pdf, and not as .gif'
  ])
})

test('a picture draws the loss against what is asked for; without a picture that is refused', async () => {
  const drawn = async (...more: readonly string[]) => {
    const { io, written: put } = terminal(files)
    expect(await run(['simulate', 'ring.json', ...annealed, '--picture', 'a.svg', ...more], io)).toBe(0)
    return put.get('a.svg')
  }
  expect(await drawn()).toContain('Loss against heat')
  expect(await drawn('--against', 'entropy')).toContain('Loss against entropy given up')
  const [code, said] = await refused('ring.json', ...annealed, '--against', 'hops')
  expect(code).toBe(2)
  expect(said).toContain('--against: of a picture: say --picture too')
  const other = await refused('ring.json', ...annealed, '--picture', 'a.svg', '--against', 'time')
  expect(other[1]).toContain('heat, hops, entropy, reads')
})

test('on a terminal a line tells how far each writer is, and is gone in the end; what is printed is the same', async () => {
  const told: string[] = []
  let clock = 0
  const { io, said } = terminal(files, {
    status: (text) => {
      told.push(text)
    },
    now: () => (clock += 60)
  })
  const args = ['ring.json', ...annealed, '--writer', 'static', '--updates', '9', '--runs', '2']
  expect(await run(['simulate', ...args], io)).toBe(0)
  expect(told.at(-1)).toBe('')
  const [first, last] = ['annealed', 'static'].map((writer) => {
    const parts = told
      .filter((text) => text.startsWith(`${writer}: `))
      .map((text) => Number(/: (\d+) % of the steps of all runs$/.exec(text)![1]))
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
    return parts.at(-1)!
  }) as [number, number]
  // Each step of each run is told of, and none twice.
  for (const part of [first, last]) expect(part).toBeGreaterThan(90)
  for (const part of [first, last]) expect(part).toBeLessThanOrEqual(100)
  expect(said().out).toBe((await simulated(...args)).out)
})
