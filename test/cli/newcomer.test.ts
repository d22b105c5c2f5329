/** What a newcomer mistakes is told in one clear line: where, what was found, what was expected. */
import { exampleText, text } from '../estimate/files'
import { limen } from './terminal'

const from =
  '{"name": "d", "parts": [{"name": "a", "place": "update", "from": "ert.yaml", "action": "a.b", "each": "update"}]}'
const design = (figure: string): string =>
  `{"name": "d", "parts": [{"name": "a", "place": "update", "figure": "${figure}"}]}`
const withDesigns = (designs: string): string =>
  exampleText('lenet-5').replace('"workload": {', `"designs": [${designs}],\n  "workload": {`)

const files = {
  'w.json': exampleText('lenet-5'),
  'other.json': exampleText('brain-scale'),
  'ising.json': exampleText('random-ising'),
  'hop.json': exampleText('lenet-5').replace(/"hopsPerUpdate": 256,\s*/, ''),
  'range.json': design('5 pJ/update ± 1 pJ/update'),
  'two.json': `[${design('1 pJ/update')},\n${design('2 pJ/update').replace('"d"', '"e"')}]`,
  'from.json': from,
  'named.json': withDesigns('"d.json"'),
  'self.json': withDesigns(from.replace('ert.yaml', 'self.json')),
  'many.jsonl': withDesigns(from).replaceAll('\n', ' ')
}

test.each<readonly [readonly string[], string]>([
  [
    ['estimate', 'w.json', '--design', 'range.json'],
    'limen: range.json has a problem\n  /parts/0/figure (line 1): '
  ],
  [
    ['estimate', 'w.json', '--design', 'two.json', '--design', 'two.json'],
    'limen: two.json has 2 problems\n  /0/name (line 1): '
  ],
  [
    ['estimate', 'w.json', '--design', 'from.json'],
    '/parts/0/from (line 1): expected a file of energies, got ert.yaml: '
  ],
  [
    ['estimate', 'w.json', '--design', 'other.json'],
    'a workload file: limen estimate takes it; --design takes an object'
  ],
  [['estimate', 'w.json', '--design', ''], 'limen: --design: expected the file of a design, or the name'],
  [['estimate', 'named.json'], 'got the file "d.json": give that with --design FILE'],
  [['estimate', 'self.json'], '/from (line 5): self.json: this is a workload file'],
  [
    ['estimate', 'w.json', '--updates', '1e400'],
    'expected a number that float64 holds, 5e-324 to 1.79e308, got "1e400"'
  ],
  [['solve', 'ising.json', '--sweeps', '1e99'], 'has a problem\n  anneal: sweeps: '],
  [['referee', '5,3 fJ/update'], 'expected a decimal point in a number'],
  [['referee', '5'], 'expected a unit beside it, such as "5 fJ/update"'],
  [['referee', '-5 fJ/update'], 'in (0, ∞) J/update, got "-5 fJ/update"'],
  [['referee', '14 bit', '--digits', '5', '-5 fJ/update'], 'in (0, ∞) J/update, got "-5 fJ/update"']
])('limen %j', async (args, expected) => {
  const { error } = await limen(files, ...args)
  expect(error).toContain(expected)
})

test('--jsonl says what it does not read, and what to do', async () => {
  const { out } = await limen(files, 'estimate', '--jsonl', 'many.jsonl')
  expect(out).toContain('--jsonl reads no other file, so say the figure itself')
})

test('a row is asked about by as much of its name as tells it', async () => {
  const { out } = await limen(files, 'ask', 'distance', 'w.json', 'H100 PCIe', '--design', 'H100 PCIe')
  expect(out).toContain('NVIDIA H100 PCIe takes 1.301 J')
})

test('inputs that move a result alike are told as such', async () => {
  const { out } = await limen(files, 'ask', 'input', 'w.json', 'vonNeumann')
  expect(out.replace(/\s+/g, ' ')).toContain(
    'precision (+1.00 %) or movementEnergy (+1.00 %), alike; then macs'
  )
})

test('the assumption that decides a row is said in short, where it is assumed', async () => {
  const [assumed, given] = [
    await limen(files, 'estimate', 'hop.json'),
    await limen(files, 'estimate', 'w.json')
  ]
  expect(assumed.out.replace(/\s+/g, ' ')).toContain(
    'hopsPerUpdate 1 (limRecovered, limDissipated: rungs of a first update; 2^b where a rung is the final precision of b bits)'
  )
  expect(given.out).not.toContain('hopsPerUpdate')
})

describe('what a design takes for each conversion rests on rows', () => {
  const net = text({
    name: 'net',
    workload: {
      parameters: '1e8 parameter',
      precision: '8 bit',
      convergence: 'exponential',
      duration: '1 d',
      operations: '4e14 flop',
      updates: '1e13 update'
    }
  })
  const adc = { name: 'ADC', place: 'memory', figure: '1.2 pJ/conversion' }
  const chip = (part: object): string => JSON.stringify({ name: 'chip', parts: [part] })
  const world = {
    'net.json': net,
    'adc.json': chip(adc),
    'own.json': chip({ ...adc, rows: '128 mac/conversion' }),
    'small.json': JSON.stringify({
      name: 'chip',
      parts: [adc, { name: 'write', place: 'update', figure: '12 pJ/update' }]
    })
  }
  const told = async (...args: readonly string[]): Promise<string> =>
    (await limen(world, ...args)).out.replace(/\s+/g, ' ')

  // 2e14 macs / 256 × 1.2 pJ = 0.9375 J; of 128 rows twice that.
  test('by default 256 of them, which is said, however little of the design it is', async () => {
    for (const design of ['adc.json', 'small.json'])
      expect(await told('estimate', 'net.json', '--design', design)).toMatch(
        /Assumed, as nothing says it: .*; rows 256 mac\/conversion \([^)]*\bchip\)/
      )
    const distance = await told('ask', 'distance', 'net.json', '--design', 'adc.json')
    expect(distance).toMatch('chip takes 937.5 mJ')
    expect(distance).toMatch(/ Given .* rows 256 mac\/conversion \(an assumption: /)
  })

  test('or as the part says, or a flag', async () => {
    const own = await told('ask', 'distance', 'net.json', '--design', 'own.json')
    expect(own).toMatch('chip takes 1.875 J')
    expect(own).not.toMatch(/rows 256/)
    const flag = await told('ask', 'distance', 'net.json', '--design', 'adc.json', '--rows', '128')
    expect(flag).toMatch('chip takes 1.875 J')
    expect(flag).not.toMatch(/ rows 128 .*assumption/)
  })
})

test('a default is said of the rows that it decides, and of no others', async () => {
  const { out } = await limen({}, 'estimate', '--ai-model', 'gpt-3')
  const assumed = /Assumed, as nothing says it: (.*?)\. It rests/.exec(out.replace(/\s+/g, ' '))![1]!
  // Of limRecovered its reads are 99.8 % there, whatever an update moves.
  expect(assumed).not.toContain('hopsPerUpdate')
  expect(assumed).toMatch(/reuse 1 \(vonNeumann\)/)
  expect(assumed).toMatch(/rows 256 mac\/conversion \([^)]*limRecovered/)
})
