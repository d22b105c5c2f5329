/** A file in the place of another kind is told as what it is, in one sentence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { limen, type Files } from './terminal'

const read = (name: string): string => readFileSync(join(__dirname, '../../examples', name), 'utf8')

const sentences: Readonly<Record<string, string>> = {
  'brain-scale.json': 'this is a workload file: limen estimate takes it',
  'control-qp.json': 'this is a quadratic program: limen solve takes it',
  'random-ising.json': 'this is an Ising problem: limen solve takes it',
  'blend.qps': 'this is a problem to solve: limen solve takes it',
  'spin-glass.txt': 'this is a problem to solve: limen solve takes it',
  'training-log.csv':
    'this is a trace of a run: limen trace takes it, and limen estimate FILE --trace, beside a workload',
  'other-tools/ert.yaml':
    'this is a file of energies (Accelergy ERT): limen compare and limen convert take it',
  'other-tools/energies.json':
    "this is a file of energies (limen's own JSON): limen compare and limen convert take it",
  'other-tools/rram.cell': 'this is a file of energies (NVSim cell): limen compare and limen convert take it',
  'bit-reset.json': 'this is a protocol of a memory: limen simulate takes it',
  'chip.json': "this is a design of one's own: limen estimate FILE --design takes it, beside a workload"
}

const files: Files = Object.fromEntries(
  Object.keys(sentences).map((name) => [
    name,
    name === 'chip.json'
      ? '{"name": "c", "parts": [{"name": "w", "place": "update", "figure": "1 pJ/update"}]}'
      : read(name)
  ])
)

/** What takes each file. */
const takes = (command: string, name: string): boolean =>
  ({
    estimate: name === 'brain-scale.json',
    explain: name === 'brain-scale.json',
    solve: /qp|ising|glass/.test(name) && name !== 'chip.json',
    compare: name.startsWith('other-tools'),
    trace: name === 'training-log.csv'
  })[command]!

const cases = ['estimate', 'explain', 'solve', 'compare', 'trace'].flatMap((command) =>
  Object.keys(sentences)
    .filter((name) => !takes(command, name))
    .map((name) => [command, name] as const)
)

test.each(cases)('limen %s %s', async (command, name) => {
  const { code, out, error } = await limen(files, command, name)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain(sentences[name])
  expect(error.split('\n').length).toBeLessThan(4)
})

test('what shows no kind has its own problems told', async () => {
  const typo = read('brain-scale.json').replace('"workload"', '"worklaod"')
  const { error } = await limen({ 'w.json': typo }, 'estimate', 'w.json')
  expect(error).toContain('/worklaod (line 5): unknown field: did you mean "workload"?')
})

test('a file of the right kind that is wrong has its problems told', async () => {
  const { error } = await limen({ 'w.json': '{"workload": {}}' }, 'estimate', 'w.json')
  expect(error).toContain('/workload/parameters')
})
