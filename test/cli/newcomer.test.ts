/** What a newcomer mistakes is told in one clear line: where, what was found, what was expected. */
import { exampleText } from '../estimate/files'
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
    'the first update moves a parameter by 1 rung of its memory (hopsPerUpdate); by 2^b where a rung is the final precision of b bits'
  )
  expect(given.out).not.toContain('hopsPerUpdate')
})
