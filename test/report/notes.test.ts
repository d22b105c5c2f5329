/** Values that no memory has: computed as asked, and said to be strange wherever a ledger or an answer is printed. */
import { notesOn } from '../../src/report/notes'
import { between } from '../../src/units/enclosure'
import { bits, flops, kelvin, macs, macsPerConversion, one, parameters } from '../../src/units/si'
import { exampleFiles, examples } from '../estimate/files'
import { limen } from '../cli/terminal'

const lenet = 'examples/lenet-5.json'
const words = (text: string): string => text.replace(/\s+/g, ' ')
const hot = 'temperature 1e300 K is far above where any memory is known to work'
const less = 'parameters 0.001 parameter is less than one'

test('what lies at an end is not strange, what lies beyond it is', () => {
  const ends = { temperature: kelvin(10000), parameters: parameters(1), writeNoise: one(1) }
  expect(notesOn(ends)).toEqual([])
  expect(notesOn({ temperature: kelvin('10000.0000000000000000000001') })).toHaveLength(1)
  expect(notesOn({ parameters: parameters('0.9999999999999999999999') })).toHaveLength(1)
  expect(notesOn({ writeNoise: 1.5 })).toEqual([
    expect.stringMatching(/^writeNoise 1\.5 is more than the whole/)
  ])
  expect(notesOn({ ambientTemperature: kelvin(1e5) })).toEqual([])
})

test.each([
  ['rows', macsPerConversion(1), macsPerConversion(0.5), 'rows 0.5 mac/conversion is less than one'],
  ['precision', bits(64), bits(1e6), 'precision 1 Mbit is more than a number has'],
  ['temperature', kelvin(1e-3), kelvin('1e-300'), 'temperature 1e-300 K is far below'],
  ['errorProbability', one(0.49), one(0.5), 'errorProbability 0.5 is that of a coin'],
  ['solutionErrorProbability', one(0.49), 0.5, 'solutionErrorProbability 0.5 is that of a coin']
])('%s may be unphysical', (name, usual, strange, note) => {
  expect(notesOn({ [name]: usual })).toEqual([])
  expect(notesOn({ [name]: strange })).toEqual([expect.stringMatching(`^${note.replaceAll('.', '\\.')}`)])
})

test('one mac is two flop: macs beside operations are half of them, or it is said', () => {
  const beside = (count: number) => notesOn({ macs: macs(count), flops: flops(4e14) })
  expect([2e14, 2.05e14, 1e12].map(beside)).toEqual([[], [], []])
  expect(beside(3e14)).toEqual([
    'macs 3e14 mac beside 4e14 flop are more than half of the operations, though one mac is two flop'
  ])
  expect(beside(1)).toEqual([expect.stringMatching(/^macs 1 mac beside 4e14 flop are next to none: /)])
})

test('also where operations follow a law', async () => {
  const { out } = await limen(exampleFiles, 'estimate', 'examples/gpt-3-scaled.json', '--macs', '1e40 mac')
  expect(words(out)).toMatch(/macs 1e40 mac beside \S+ flop are more than half of the operations/)
})

test('of what is enclosed an end is enough, but for two of which any may be true', () => {
  const wide = between(flops(1e14), flops(1e21))
  expect(notesOn({ macs: macs(1e20), flops: wide })).toEqual([])
  expect(notesOn({ temperature: between(kelvin(300), kelvin(20000)) })).toHaveLength(1)
  expect(notesOn({ parameters: between(parameters(0.5), parameters(2)) })).toHaveLength(1)
  expect(notesOn({ parameters: between(parameters(1), parameters(2)) })).toEqual([])
})

describe('a ledger says so', () => {
  test.each([
    ['as text', []],
    ['certified', ['--certified']],
    ['as Markdown', ['--format', 'markdown']],
    ['as JSON', ['--format', 'json']]
  ])('%s, and has its figures', async (_, flags) => {
    const { code, out, error } = await limen(
      exampleFiles,
      ...['estimate', lenet, ...flags, '--temperature', '1e300 K', '--parameters', '1e-3 parameter']
    )
    expect({ code, error }).toEqual({ code: 0, error: '' })
    for (const note of [hot, less]) expect(words(out).split(note)).toHaveLength(2)
    expect(out).toContain('accelerator')
  })

  test('as a page, once', async () => {
    const { code, out } = await limen(exampleFiles, 'report', lenet, '--temperature', '1e300 K')
    expect(code).toBe(0)
    expect(words(out).split(hot)).toHaveLength(2)
  })

  test('and says nothing where nothing is strange', async () => {
    for (const name of examples) {
      const { code, out } = await limen(exampleFiles, 'estimate', `examples/${name}.json`)
      expect(code).toBe(0)
      expect(out).not.toMatch(/^Notes$/m)
      const { out: json } = await limen(exampleFiles, 'estimate', `examples/${name}.json`, '--format', 'json')
      expect(JSON.parse(json)).not.toHaveProperty('notes')
    }
  })
})

test('an answer says so, as text and as JSON', async () => {
  const cell = ['--write-energy', '1 pJ/update', '--verify-energy', '1 pJ/update', '--precision', '8 bit']
  for (const format of ['text', 'json']) {
    const asked = (noise: string) =>
      limen({}, 'ask', 'writes', ...cell, '--write-noise', noise, '--format', format)
    expect(words((await asked('3')).out)).toContain('Note: writeNoise 3 is more than the whole range')
    expect((await asked('1')).out).not.toContain('Note: ')
  }
})
