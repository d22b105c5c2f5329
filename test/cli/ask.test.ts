/** `limen ask` and `limen referee`: each question is one command, and a sentence for every mistake. */
import { asked } from '../../src/question/answer'
import { widthOf } from '../../src/report/text/table'
import { exampleText, text, withValue } from '../estimate/files'
import { run } from '../../src/cli/run'
import { limen, terminal } from './terminal'

const files = {
  'brain.json': exampleText('brain-scale'),
  'cold.json': text(withValue('/design/temperature', '77 K')),
  'bad.json': text(withValue('/design/temperature', '5 J')),
  'chip.json': JSON.stringify({
    name: 'my chip',
    parts: [{ name: 'synapses', place: 'update', figure: '12 pJ/update', evidence: 'measured' }]
  })
}

const ask = (...args: readonly string[]) => limen(files, 'ask', ...args)

const cell = ['--write-energy', '1 pJ/update', '--verify-energy', '1 pJ/update', '--write-noise', '0.01']

describe('an answer', () => {
  test.each([
    [['least', 'brain.json'], /at least 22\.97 µJ/],
    [['distance', 'brain.json', 'cim'], /cim takes 568\.1 GJ, 16\.4 decades above the floor/],
    [['time', 'brain.json'], /limDissipated +-815\.4 kJ +-3\.3 %/],
    [['input', 'brain.json', 'cim'], /outputBits \(\+7\.45 %\)/],
    [
      ['input', '--model', 'gpt-3', '--duration', '30 d', 'cim'],
      /by one percent more of it: outputBits \(\+9\.65 %\); then/
    ],
    [['writes', '--precision', '8 bit', ...cell], /Verified writes take less: 12\.91 pJ\/update/],
    [['retention', '--cells', '1', '--failure-probability', '1e-6'], /54\.11 kT: 224\.1 zJ/]
  ])('%j', async (args, expected) => {
    const { code, out, error } = await ask(...args)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(expected)
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })

  test('comes as JSON, with every digit', async () => {
    const { out } = await ask(
      'retention',
      '--cells',
      '1',
      '--failure-probability',
      '1e-6',
      '--format',
      'json'
    )
    const { question, figures } = JSON.parse(out) as { question: string; figures: { value: string }[] }
    expect(question).toBe('retention')
    // In mpmath: k 300 K ln(10⁹ · 3.15576·10⁸/−ln(1 − 10⁻⁶)).
    expect(Number(figures[0]?.value)).toBe(2.241153096240048e-19)
  })

  test('has digits as asked', async () => {
    expect((await ask('retention', '--cells', '1', '--digits', '8')).out).toMatch(
      /thermalStability +61\.016442 /
    )
  })

  test('of a row needs no name where there is one design', async () => {
    const { code, out } = await ask('distance', 'brain.json', '--design', 'chip.json')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}my chip takes /m)
    expect(out).toMatch(/my chip\.synapses .*empirical, measured/)
  })
})

describe('what is not said', () => {
  test('holds as in a workload file, and the answer says so', async () => {
    const { out } = await ask('retention', '--cells', '1')
    expect(out).toMatch(/^ {2}temperature +300 K \(room temperature\)$/m)
    expect(out).toMatch(/^ {2}cells +1$/m)
  })

  test('and may be left out is not asked for: what a converter of one’s own takes', async () => {
    const column = ['conversion', '--mac-energy', '40 fJ/mac', '--rows', '128 mac/conversion']
    expect((await ask(...column)).out).toMatch(/an ideal converter, at the kT limit/)
    const own = await ask(...column, '--conversion-energy', '1.2 pJ/conversion')
    expect(own.out).toMatch(/a converter of 1\.2 pJ\/conversion is 19\.0 % of/)
  })

  test('is taken from a workload where one is given, but for what flags say', async () => {
    const at = async (...args: readonly string[]) =>
      (await ask('retention', '--cells', '1', '--workload', 'cold.json', ...args)).out
    expect(await at()).toMatch(/^ {2}temperature +77 K \(of /m)
    expect(await at('--temperature', '4 K')).toMatch(/^ {2}temperature +4 K$/m)
  })

  test('and holds nowhere is asked for, all of it, with what it might be', async () => {
    const { code, out, error } = await ask('spikes', '--mac-energy', '1 pJ', '--event-energy', '1 pJ')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error.split('\n').slice(0, -1)).toEqual([
      'limen: ask spikes has 5 problems',
      expect.stringMatching(/^ {2}--mac-energy: expected an energy per mac .* got "1 pJ"$/),
      '  --activation-energy: missing: expected what moving an activation to all of its synapses takes, such as "10 pJ"',
      expect.stringMatching(/^ {2}--spike-energy: missing/),
      expect.stringMatching(/^ {2}--neuron-energy: missing/),
      expect.stringMatching(/^ {2}--synapses-per-neuron: missing/)
    ])
  })
})

describe('a mistake', () => {
  test.each<[readonly string[], number, RegExp]>([
    [[], 2, /Usage: limen ask/],
    [['nothing'], 2, /unknown command 'nothing'/],
    [['least'], 2, /^limen: expected a workload file/],
    [['least', 'bad.json'], 1, /^limen: bad\.json has a problem\n {2}\/design\/temperature/],
    [['distance', 'brain.json'], 2, /^limen: expected a row: floor, bitFlip, /],
    [
      ['distance', 'brain.json', 'mine'],
      1,
      /^limen: distance: expected a row of the ledger: floor, .* got "mine"\n$/
    ],
    [
      ['retention', '--cells', '0'],
      1,
      /^limen: ask retention has a problem\n {2}--cells: expected number of cells in \(0, ∞\), got 0\n$/
    ],
    [['retention', '--cells', '1', '--workload', 'bad.json'], 1, /^limen: bad\.json has a problem/],
    [['retention', '--format', 'csv'], 2, /Allowed choices are text, json/]
  ])('%j', async (args, expected, message) => {
    const { code, out, error } = await ask(...args)
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(error).toMatch(message)
  })
})

describe('referee', () => {
  test('takes a claim in one text or in several', async () => {
    const whole = await limen({}, 'referee', '5 fJ/update, 14 bit, 1 ms, 300 K')
    expect(whole).toMatchObject({ code: 0, error: '' })
    expect(whole.out).toMatch(/^ {2}Not excluded: /m)
    expect(await limen({}, 'referee', '5 fJ/update', '14 bit', '1 ms', '300 K')).toEqual(whole)
  })

  test('tells all that is wrong with one', async () => {
    const { code, out, error } = await limen({}, 'referee', '5 kg, -3 K')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error).toMatch(
      /^limen: the claim has 2 problems\n {2}expected an energy .*got "5 kg"\n {2}expected .* got "-3 K"\n$/
    )
  })
})

test('help has each question in words, at most 80 columns wide', async () => {
  const { io, said } = terminal({}, { columns: 80 })
  expect(await run(['ask', '--help'], io)).toBe(0)
  const { out } = said()
  const { referee: _, ...questions } = asked
  for (const question of Object.values(questions)) expect(out.replace(/\s+/g, ' ')).toContain(question)
  for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
})
