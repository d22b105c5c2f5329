/** Designs of one's own at the shell: rows in every output, from a file of their own. */
import { limen as command } from './terminal'

const workload = JSON.stringify({
  name: 'LeNet on my chip',
  workload: {
    parameters: '6e4 parameter',
    precision: '8 bit',
    convergence: 'exponential',
    duration: '1 h',
    operations: '1e13 flop',
    updates: '6e9 update'
  }
})

const chip = JSON.stringify(
  {
    name: 'my chip',
    description: '28 nm test chip',
    parts: [
      { name: 'array', place: 'memory', figure: '50 fJ/mac' },
      { name: 'write', place: 'update', figure: '12 pJ/update', evidence: 'measured' },
      { name: 'leakage', place: 'beside', figure: '20 µW' }
    ]
  },
  null,
  1
)

const files = { 'lenet.json': workload, 'chip.json': chip }

const limen = (...args: readonly string[]) => command(files, ...args)

test('it is a row of the ledger: 250 mJ of macs, 72 mJ of updates, 72 mJ of an hour', async () => {
  const { code, out } = await limen('estimate', 'lenet.json', '--design', 'chip.json')
  expect(code).toBe(0)
  expect(out).toMatch(
    /^estimate\n(?: {2}.*\n)* {2}my chip +394\.0 mJ +14\.5 +250\.0 mJ +72\.00 mJ +— +72\.00 mJ$/m
  )
  const words = out.replace(/\s+/g, ' ')
  expect(words).toMatch('The memory-wall binds: 63.5 % of it is spent there.')
  expect(words).toMatch('Halved, array saves 31.7 %, write saves 9.1 %, leakage saves 9.1 % of the total.')
  expect(words).toMatch('Nothing is told of the consolidation-wall: the total is of what is known.')
})

test('and in every other form', async () => {
  const asked = ['lenet.json', '--design', 'chip.json'] as const
  const json = await limen('estimate', ...asked, '--format', 'json')
  const [row] = (JSON.parse(json.out) as { designs: readonly { name: string; parts: readonly unknown[] }[] })
    .designs
  expect([row!.name, row!.parts.length]).toEqual(['my chip', 3])
  const csv = await limen('estimate', ...asked, '--format', 'csv')
  expect(csv.out.match(/^LeNet on my chip,my chip,\w+/gm)).toEqual(
    ['memory', 'update', 'beside', 'total'].map((place) => `LeNet on my chip,my chip,${place}`)
  )
  for (const args of [
    ['estimate', ...asked, '--format', 'markdown'],
    ['estimate', ...asked, '--certified'],
    ['report', ...asked],
    ['draw', 'ledger', ...asked],
    ['draw', 'sweep', ...asked, '--input', 'my chip: write', '--from', '1 fJ/update', '--to', '1 nJ/update'],
    ['explain', 'lenet.json', 'my chip', '--design', 'chip.json']
  ]) {
    const { code, out } = await limen(...args)
    expect([args, code]).toEqual([args, 0])
    expect(out).toMatch('my chip')
  }
})

test('what is wrong in its file is told there, with its line', async () => {
  const wrong = {
    ...files,
    'chip.json': chip.replace('12 pJ/update', '12 pJ').replace('"update"', '"updates"')
  }
  const { code, error } = await command(wrong, 'estimate', 'lenet.json', '--design', 'chip.json')
  expect(code).toBe(1)
  expect(error).toMatch(
    '/parts/1/place (line 12): expected one of "memory", "update", "consolidation", "beside"'
  )
})

test('a name that the workload has already is told', async () => {
  const { code, error } = await limen(
    'estimate',
    'lenet.json',
    '--design',
    'chip.json',
    '--design',
    'chip.json'
  )
  expect(code).toBe(1)
  expect(error).toMatch('expected each design to have a name of its own, got "my chip" twice')
})
