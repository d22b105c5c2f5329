/** `limen front`: what is traded for what, with the file as it stands held against it. */
import reference from '../oracle/design-optima.json'
import { frontForm } from '../../src/report/data/form/front'
import { exampleFiles } from '../estimate/files'
import { limen } from './terminal'

const over = ['--over', 'duration=1 ms..10 yr', '--over', 'temperature=4 K..400 K']
const gpt = (...args: readonly string[]) => limen(exampleFiles, 'front', 'examples/gpt-3.json', ...args)

/** As one line. */
const said = (text: string): string => text.replace(/\s+/g, ' ')

interface Json {
  readonly says: readonly string[]
  readonly points: readonly {
    readonly values: readonly { readonly lower: string; readonly upper: string }[]
    readonly design: readonly { readonly name: string; readonly value: string }[]
  }[]
}

const jsonOf = async (...args: readonly string[]): Promise<Json> => {
  const { code, out, error } = await gpt(...args, '--format', 'json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  const json = JSON.parse(out) as Json
  expect(frontForm.decode(json)._tag).toBe('Right')
  return json
}

test('along the front of energy and time their product is least about where the reset of least energy times delay is', async () => {
  // 5.3177 attempts for each of U/N updates of a parameter, at 1 GHz and an error of 0.01; Σ per update there.
  const [, each] = reference.resetEnergyDelay.cases
  const seconds = (Number(each!.attemptsInTime) * 3.14e23) / 1.746e11 / 1e9
  const { points } = await jsonOf('--of', 'bitFlip, duration', '--over', 'duration=1 ms..10 yr')
  const products = points.map(({ values }) => values.reduce((all, { lower }) => all * Number(lower), 1))
  const at = points[products.indexOf(Math.min(...products))]!
  // Levels are apart by less than a factor of 3.
  expect(Math.abs(Math.log(Number(at.values[1]!.lower) / seconds))).toBeLessThan(Math.log(3))
})

test('its ends are what optimise finds', async () => {
  const { points } = await jsonOf('--of', 'bitFlip, duration', ...over)
  const optimum = async (figure: string, other: string): Promise<number> => {
    const { out } = await limen(
      exampleFiles,
      ...['optimise', 'examples/gpt-3.json', '--minimise', figure, '--subject-to', other, ...over],
      ...['--format', 'json']
    )
    return Number((JSON.parse(out) as { readonly value: { readonly upper: string } }).value.upper)
  }
  const [first, last] = [points[0]!.values[0]!, points.at(-1)!.values[1]!]
  expect(Number(first.upper) / (await optimum('bitFlip', 'duration <= 100 yr'))).toBeCloseTo(1, 8)
  expect(Number(last.upper) / (await optimum('duration', 'bitFlip <= 1 GJ'))).toBeCloseTo(1, 8)
}, 60_000)

test('the text says how much was looked at, what is certain of the ends, and how far off the file is', async () => {
  const { out } = await gpt('--of', 'bitFlip, duration', ...over)
  expect(said(out)).toContain('Least bitFlip and least duration: GPT-3 175B')
  expect(said(out)).toMatch(/Looked at: 2048 designs that lie evenly between the ends, and \d+ ways down/)
  expect(said(out)).toMatch(
    /The least duration found is 1.954 h; no design between these ends has less, to within/
  )
  expect(said(out)).toContain('The file as it stands has bitFlip 831.4 J and duration 14.79 d.')
  // 300 K instead of 4 K, in as much time.
  expect(said(out)).toMatch(/with the other no worse: bitFlip 11.09 J, 75 times less; duration/)
  expect(said(out)).toContain('bitFlip lower bound; ')
  const { says } = await jsonOf('--of', 'bitFlip, duration', ...over)
  for (const sentence of says) expect(said(out)).toContain(said(sentence))
}, 60_000)

test('much is wanted of what stands behind max, and what is chosen as a figure stands once', async () => {
  const { out } = await limen(
    exampleFiles,
    ...[
      'front',
      'examples/brain-scale.json',
      '--of',
      'cim, max outputBits',
      '--over',
      'outputBits=2..14:whole'
    ],
    ...['--format', 'csv']
  )
  const [head, ...rows] = out.trim().split('\r\n')
  expect(head).toBe('cim_J,outputBits_bit')
  const bits = rows.map((row) => Number(row.split(',')[1]))
  expect(bits).toEqual([...bits].sort((a, b) => a - b))
  expect([bits[0], bits.at(-1)]).toEqual([2, 14])
  // Of the ledger at 8 bit: 381.7 GJ at the memory-wall, which grow as 4^b, and 186.4 GJ beside them.
  for (const row of rows) {
    const [cim, b] = row.split(',').map(Number)
    expect(cim! / (381.7e9 * 4 ** (b! - 8) + 186.4e9)).toBeCloseTo(1, 3)
  }
})

test('where no design will do, that is told', async () => {
  const { code, out } = await gpt(
    ...['--of', 'bitFlip, duration', '--subject-to', 'duration <= 1 s', '--over', 'duration=1 ms..1 d']
  )
  expect(code).toBe(0)
  expect(said(out)).toContain('No design between these ends meets what it must, for certain')
})

test('a picture has the accelerators and the file as it stands', async () => {
  const { out: svg, code } = await gpt('--of', 'bitFlip, duration', ...over, '--picture', '-')
  expect(code).toBe(0)
  for (const text of ['NVIDIA A100', 'the file as it stands', 'duration (logarithmic)'])
    expect(svg).toContain(text)
})

test('all that is wrong with a wish is told at once', async () => {
  const { code, out, error } = await gpt(
    ...[
      '--of',
      'flor, bitFlip, bitFlip, duration',
      '--subject-to',
      'cmi <= 1 J',
      '--over',
      'duration=1 s..1 d'
    ]
  )
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain('expected two figures or three')
  expect(error).toContain('there is no figure "flor": did you mean floor?')
  expect(error).toContain('there is no figure "cmi": did you mean cim?')
  const { error: again } = await gpt('--of', 'bitFlip, bitFlip', '--over', 'duration=1 s..1 d')
  expect(again).toContain('bitFlip: expected each figure once, got it again')
})
