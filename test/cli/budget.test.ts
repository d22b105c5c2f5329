/** What is too much is refused by name, in bounded time and memory: in units, too. */
import { gzipSync } from 'node:zlib'
import * as budget from '../../src/units/budget'
import { limen } from './terminal'

const workload = (temperature: string): string =>
  JSON.stringify({
    name: 'a run',
    workload: {
      parameters: '1e6 parameter',
      precision: '8 bit',
      convergence: 'powerLaw',
      duration: '1 h',
      macs: '1e9 mac',
      updates: '1e9 update'
    },
    design: { temperature }
  })

const files = { 'w.json': workload('300 K') }

test.each(['1e-9000000000000 update', '1e-999999999 update', '1e309 update'])(
  'a flag of %s names the powers of ten that there are',
  async (updates) => {
    const { code, out, error } = await limen(files, 'draw', 'ledger', 'w.json', '--updates', updates)
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(
      `--updates: expected a number that float64 holds, 5e-324 to 1.79e308, got "${updates}"`
    )
  }
)

test('an uncertain value is held to the same', async () => {
  const { error } = await limen(files, 'estimate', 'w.json', '--certified', '--updates', '[1, 1e999] update')
  expect(error).toMatch('--updates: expected a number that float64 holds, 5e-324 to 1.79e308')
})

test('a number of 900 digits is refused before it is certified', async () => {
  const file = { 'w.json': workload(`300.${'7'.repeat(897)} K`) }
  const { code, error } = await limen(file, 'estimate', 'w.json', '--certified')
  expect(code).toBe(1)
  expect(error).toMatch('/design/temperature (line 1): expected a number of at most 200 digits')
})

test('twenty problems are told, and how many more there are', async () => {
  const twice = `{"name": "x", ${'"name": "x", '.repeat(100)}"workload": {}}`
  const { error } = await limen({ 'w.json': twice }, 'estimate', 'w.json')
  expect(error).toMatch(/^limen: w\.json has 100 problems\n/)
  expect(error.match(/is given twice/g)).toHaveLength(budget.problems)
  expect(error).toMatch(/\n {2}and 80 more problems\n$/)
})

test('a record of many tells so too', async () => {
  const twice = `{"name": "x", ${'"name": "x", '.repeat(100)}"workload": {}}`
  const { out } = await limen({ 'w.jsonl': `${twice}\n` }, 'estimate', '--jsonl', 'w.jsonl')
  expect(JSON.parse(out)).toMatchObject({ more: 80 })
})

/** A file without an end, as /dev/zero is. */
const endless = async function* (piece: Uint8Array): AsyncGenerator<Uint8Array> {
  for (;;) yield await Promise.resolve(piece)
}

test.each([
  ['estimate', 'zero'],
  ['compare', 'zero'],
  ['solve', 'zero'],
  ['trace', 'zero'],
  ['estimate', '--jsonl', 'zero.jsonl']
])('%s of a file without an end ends', async (...args) => {
  const { terminal } = await import('./terminal')
  const { run } = await import('../../src/cli/run')
  const piece = new Uint8Array(2 ** 20)
  const { io, said } = terminal({}, { open: () => Promise.resolve({ bytes: endless(piece) }) })
  expect(await run(args, io)).toBe(1)
  expect(said().error + said().out).toMatch(/of (at most|more than) (67108864|1048576) (bytes|characters)/)
})

test('a bomb of one line is refused as a line that is too long', async () => {
  const bomb = gzipSync(Buffer.alloc(2 ** 26, 'a'))
  const { code, out } = await limen({ 'b.jsonl.gz': bomb }, 'estimate', '--jsonl', 'b.jsonl.gz')
  expect(code).toBe(1)
  expect(out).toMatch('expected lines of at most 1048576 characters, got a longer one')
})

test('energies of limen’s own in one line are read', async () => {
  const actions = Array.from({ length: 20_000 }, (_, at) => ({
    component: `c${at}`,
    action: 'read',
    kind: 'read',
    energy: '1 pJ'
  }))
  const file = JSON.stringify({ format: 'limen.energies/1', name: 'ours', actions })
  expect(file.length).toBeGreaterThan(budget.line)
  const { code, out } = await limen({ 'e.json': file }, 'convert', 'e.json', '--to', 'json')
  expect(code).toBe(0)
  expect(out.match(/"energy"/g)).toHaveLength(20_000)
})
