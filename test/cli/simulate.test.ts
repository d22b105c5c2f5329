/** `limen simulate`: a protocol from a file, as text, JSON and CSV, with a picture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simulationForm } from '../../src/report/data/form/simulation'
import { right } from '../reading/values'
import { run } from '../../src/cli/run'
import { limen, terminal } from './terminal'

const example = readFileSync(join(__dirname, '../../examples/bit-reset.json'), 'utf8')
const files = { 'reset.json': example, '-': example }

test('text tells what it took, and each bound over that; none is refuted', async () => {
  const { code, out, error } = await limen(files, 'simulate', 'reset.json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('Simulation: bit reset, as experiments do it')
  expect(out).toMatch(/heat +3\.288 zJ \(0\.7939 kT\)/)
  expect(out).toMatch(/landauer +2\.858 zJ \(0\.6901 kT\) +0\.8693/)
  expect(out).toMatch(/optimalReset +2\.885 zJ/)
  expect(out).not.toContain('REFUTED')
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
})

test('JSON is of its form, and its course ends where the run does', async () => {
  const { out } = await limen(files, 'simulate', '-', '--format', 'json')
  const read = right(simulationForm.decode(JSON.parse(out)) as never) as unknown as {
    readonly heat: number
    readonly course: readonly { readonly heat: number; readonly populations: readonly number[] }[]
    readonly final: readonly number[]
  }
  expect(read.course).toHaveLength(60)
  expect(read.course.at(-1)!.heat).toBeCloseTo(read.heat, 30)
  expect(read.course.at(-1)!.populations).toEqual(read.final)
})

test('CSV has a row for the start and for each segment', async () => {
  const { out } = await limen(files, 'simulate', 'reset.json', '--format', 'csv')
  const [head, first, ...rest] = out.trim().split(/\r?\n/)
  expect(head).toBe('time_s,work_J,heat_J,jumps,p0,p1')
  expect(first).toBe('0,0,0,0,0.5,0.5')
  expect(rest).toHaveLength(60)
})

test('a picture is written as its name says, and another is refused before anything is done', async () => {
  const { io, written } = terminal(files)
  expect(await run(['simulate', 'reset.json', '--picture', 'a.svg'], io)).toBe(0)
  expect(written.get('a.svg')).toContain('<svg')
  const other = await limen(files, 'simulate', 'reset.json', '--picture', 'a.gif')
  expect(other).toMatchObject({ code: 2, out: '' })
  expect(other.error).toContain('a.gif: a picture is written as .svg, .png, .pdf, and not as .gif')
})

test('what is no protocol is told as what it is; what cannot be followed, where', async () => {
  const other = await limen({ 'w.json': '{"workload": {}}' }, 'simulate', 'w.json')
  expect(other).toMatchObject({ code: 1, out: '' })
  expect(other.error).toContain('this is a workload file: limen estimate takes it')
  const long = JSON.stringify({
    temperature: '300 K',
    attemptRate: '1 GHz',
    rungs: 4096,
    start: Array.from({ length: 4096 }, (_, x) => (x === 0 ? 1 : 0)),
    segments: [{ duration: '1 s', energies: Array.from({ length: 4096 }, () => '0 kT') }]
  })
  const { code, error } = await limen({ 'p.json': long }, 'simulate', 'p.json')
  expect(code).toBe(1)
  expect(error).toContain('/segments: expected segments that come to rest, or end, within 2e7 hops')
})

test('trajectories stand beside the exact run, the same for the same seed, and their work as a picture', async () => {
  const asked = ['simulate', 'reset.json', '--trajectories', '2e4', '--seed', '3'] as const
  const { io, written, said } = terminal(files)
  expect(await run([...asked, '--histogram', 'w.svg', '--picture', 'p.svg'], io)).toBe(0)
  expect([...written.keys()]).toEqual(['p.svg', 'w.svg'])
  expect(written.get('w.svg')).toContain('ΔF = 0')
  const { out } = said()
  expect(out).toContain('trajectories     20000, seed 3')
  expect(out).toMatch(/their e\^\(−W\/kT\) +[\d.]+ ± 0\.21, exactly 1\.000: [\d.]+ σ/)
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  expect((await limen(files, ...asked)).out).toBe(out)
})

test('how far they are is said as they are drawn, and is gone in the end', async () => {
  const told: string[] = []
  let time = 0
  const changes = { now: () => (time += 60), status: (text: string) => void told.push(text) }
  const { io } = terminal(files, changes)
  expect(await run(['simulate', 'reset.json', '--trajectories', '1e4'], io)).toBe(0)
  expect(told.pop()).toBe('')
  const parts = told.map((text) => Number(/^(\d+) % of 2600000 hops tried$/.exec(text)?.[1]))
  expect(parts.length).toBeGreaterThan(5)
  expect(parts).toEqual(parts.slice().sort((a, b) => a - b))
  expect(parts.at(-1)).toBeGreaterThan(85)
})

test('JSON with trajectories is of its form; of too few it claims nothing about the mean of e^(−W/kT)', async () => {
  const { out } = await limen(files, 'simulate', 'reset.json', '--trajectories', '50', '--format', 'json')
  const read = right(simulationForm.decode(JSON.parse(out)) as never) as unknown as {
    readonly trajectories: {
      readonly seed: number
      readonly expMinusWork: { readonly off: number | null; readonly needed: number }
    }
  }
  expect(read.trajectories.seed).toBe(1)
  expect(read.trajectories.expMinusWork.off).toBeNull()
  expect(read.trajectories.expMinusWork.needed).toBeGreaterThan(1e4)
})

test.each([
  [['--trajectories', '1'], 'Expected a whole number from 2 to 10000000.'],
  [['--trajectories', '1e8'], 'Expected a whole number from 2 to 10000000.'],
  [['--trajectories', '10', '--seed', '1.5'], 'Expected a whole number from 0 to 9007199254740991.'],
  [['--seed', '4'], '--seed is of trajectories: say how many with --trajectories <n>'],
  [['--histogram', 'a.svg'], '--histogram is of trajectories: say how many with --trajectories <n>'],
  [['--trajectories', '10', '--histogram', 'a.gif'], 'a.gif: a picture is written as .svg, .png, .pdf'],
  [['--trajectories', '10', '--seed', '1', '--seed', '2'], '--seed: expected one, got several'],
  [
    ['--writer', 'static', '--trajectories', '10'],
    '--trajectories is of a protocol, and --writer of memories that learn'
  ],
  [
    ['--trajectories', '10', '--histogram', 'a.svg', '--picture', 'a.svg'],
    '--histogram and --picture name one file: expected two'
  ]
])('%j is a wrong use, and nothing is written', async (args, message) => {
  const { io, written, said } = terminal(files)
  expect(await run(['simulate', 'reset.json', ...args], io)).toBe(2)
  expect(said().error).toContain(message)
  expect(written.size).toBe(0)
})

test('trajectories of more hops than can be tried are refused by the option', async () => {
  const long = example.replace('300 ns', '1 s')
  const { code, out, error } = await limen({ 'l.json': long }, 'simulate', 'l.json', '--trajectories', '1e4')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(/^limen: --trajectories: expected at most 1e10 hops tried .*, got 8\.\d/)
})
