/** Hardware above the floor, as a picture. */
import { hardwarePicture } from '../../../src/report/picture/hardware'
import { factTables } from '../../../src/technology/tables'
import { joules } from '../../../src/units/si'
import { parse } from '../../../src/units/parse'
import { right } from './arbitrary'
import { all, named, problemsOf, read, textOf, type Tag } from './svg'

const svg = read(hardwarePicture())
const texts = named(svg, 'text').map(textOf)

/** The marks, by what their title says: figure, evidence and source. */
const marks = all(svg).filter(
  (tag) =>
    tag.name !== 'svg' && tag.children.some((child) => typeof child !== 'string' && child.name === 'title')
)
const titleOf = (mark: Tag): string => textOf(named(mark, 'title')[0]!)
const placeOf = ({ attributes }: Tag): number =>
  Number(attributes['cx'] ?? /^M([-\d.]+) /.exec(attributes['d']!)![1])

/** The energy at a place, from two figures of the axis. */
const energyAt = (x: number): number => {
  const written = named(svg, 'text').filter(
    (tag) => tag.attributes['text-anchor'] === 'middle' && /^\d+ .?J$/.test(textOf(tag))
  )
  const [a, b] = [written[0]!, written.at(-1)!].map((tag) => ({
    at: Number(tag.attributes['x']),
    log: Math.log10(right(parse(joules)(textOf(tag))).value)
  })) as [{ at: number; log: number }, { at: number; log: number }]
  return 10 ** (a.log + ((x - a.at) * (b.log - a.log)) / (b.at - a.at))
}

test('it is well formed, and its texts are apart and within it', () => {
  expect(problemsOf(hardwarePicture())).toEqual([])
  expect(problemsOf(hardwarePicture({ id: 'x', scheme: 'dark' }))).toEqual([])
  expect(problemsOf(hardwarePicture({ width: 'narrow' }))).toEqual([])
})

test('every cited energy of an operation, a bit, a write, an update or an event has a mark, at its energy', () => {
  const { operations, memories, spins, neuromorphic, chips, accelerators, devices, defaults } = factTables()
  const cited = [
    ...operations.filter(({ what }) => !what.startsWith('Access')),
    ...memories,
    ...spins,
    ...neuromorphic,
    ...chips,
    ...accelerators.filter(({ what }) => what.startsWith('Energy of one 16-bit operation')),
    ...devices.filter(({ what }) => /write energy/i.test(what)),
    ...defaults.filter(({ what }) => what.startsWith('Training of GPT-3'))
  ]
  expect(cited.length).toBeGreaterThan(180)
  expect(marks.length - cited.length).toBe(0)
  for (const { what, value } of cited) {
    const own = marks.filter((mark) => titleOf(mark).startsWith(`${what}: `))
    expect([
      what,
      own.some((mark) => Math.abs(Math.log10(energyAt(placeOf(mark)) / value.value)) < 0.01)
    ]).toEqual([what, true])
  }
})

test('marks tell by their shape what a figure rests on, and the legend has each', () => {
  const shapes = new Map<string, Set<string>>()
  for (const mark of marks) {
    const evidence = /\((measured|simulated|derived|specified|quoted by another work), \d{4}; /.exec(
      titleOf(mark)
    )![1]!
    const { name, attributes } = mark
    const kind =
      name === 'circle' ? `circle ${attributes['stroke-width']!}` : attributes['d']!.replace(/^M[^a-z]*/, '')
    shapes.set(evidence, (shapes.get(evidence) ?? new Set()).add(kind))
  }
  expect(shapes.size).toBe(5)
  const kinds = [...shapes.values()].map((set) => [...set])
  for (const set of kinds) expect(set).toHaveLength(1)
  expect(new Set(kinds.flat()).size).toBe(5)
  for (const evidence of shapes.keys()) expect(texts).toContain(evidence)
})

test.each(['wide', 'narrow'] as const)(
  'every mark has its whole name and its figure, but for chips and accelerators, of which the ends have: %s',
  (width) => {
    const { operations, memories, spins, neuromorphic, devices } = factTables()
    const crowd = /^Energy of one (1-bit|16-bit) operation|^Training of GPT-3/
    // In as many lines as it takes, one after the other.
    const written = named(read(hardwarePicture({ width })), 'text')
      .map(textOf)
      .join(' ')
    for (const { what } of [...operations, ...memories, ...spins, ...neuromorphic, ...devices]) {
      if (what.startsWith('Access') || !marks.some((mark) => titleOf(mark).startsWith(`${what}: `))) continue
      expect(written).toContain(`${what.replace('Write energy of ', '')}, `)
    }
    expect(written).not.toContain('…')
    expect(written).toContain('analog update: Fowler-Nordheim dynamic analog memory, 5.0 fJ')
    expect(written).toContain('flip: six FPGAs with 10⁶ p-bits, 59 pJ to 71 pJ')
    expect(written).toContain('NVIDIA B100, 400 fJ')
    expect(marks.filter((mark) => crowd.test(titleOf(mark))).length).toBeGreaterThan(120)
  }
)

test('a number stands in one line with its unit, and a mark is level with the first of its name', () => {
  const narrow = read(hardwarePicture({ width: 'narrow' }))
  const lines = named(narrow, 'text')
  expect(lines.map(textOf).filter((text) => /^[zafpn]J\b|(?<!^|ln) [\d.]+$/.test(text))).toEqual([])
  const first = lines.find((tag) => textOf(tag) === 'analog update:')!
  const [mark] = all(narrow).filter(
    (tag) => tag.name === 'path' && named(tag, 'title').some((of) => textOf(of).startsWith('analog update: '))
  )
  const [, y] = /^M\S+ ([\d.]+)m/.exec(mark!.attributes['d']!)!
  expect(Number(first.attributes['y']) - Number(y)).toBe(4)
})

test('the floor is at kT ln 2, where the axis of decades has its 0', () => {
  expect(texts).toContain('kT ln 2 = 2.871 zJ/bit at 300 K (Landauer)')
  const [floor] = named(svg, 'line').filter(({ attributes }) => attributes['stroke-dasharray'] === '6 3')
  const x = Number(floor!.attributes['x1'])
  expect(energyAt(x) / 2.870978885e-21).toBeCloseTo(1, 1)
  const [zero] = named(svg, 'text').filter((tag) => textOf(tag) === '0')
  expect(Number(zero!.attributes['x'])).toBeCloseTo(x, 1)
  const [ten] = named(svg, 'text').filter((tag) => textOf(tag) === '10')
  expect(energyAt(Number(ten!.attributes['x'])) / 2.870978885e-11).toBeCloseTo(1, 1)
})

test('what is counted differs from group to group, and each says what', () => {
  for (const unit of ['J/bit', 'J/flop', 'J/update', 'J per write', 'J per event', 'J per operation'])
    expect(texts.some((text) => text.endsWith(`: ${unit}`))).toBe(true)
  expect(texts.join(' ')).toContain('Joules per bit, per operation and per event are different things')
})

test('no mark is of a whole solution, a sample learned, a power, or an access of 64 bit', () => {
  for (const mark of marks) expect(titleOf(mark)).not.toMatch(/ W\b|Max-Cut|^Access|^(sample|run):/)
})
