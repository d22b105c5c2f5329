/** Published erasures as a picture: 0.71 ± 0.03 kT beside a tick at 0.693 kT. */
import fc from 'fast-check'
import { judgedExperiments, type JudgedExperiment } from '../../../src/ledger/judged-experiments'
import { experimentsPicture } from '../../../src/report/picture/experiments'
import { experiments } from '../../../src/technology/experiments'
import { one } from '../../../src/units/si'
import { names } from './arbitrary'
import { all, named, problemsOf, read, textOf, type Tag } from './svg'

const judged = judgedExperiments()
const svg = read(experimentsPicture(judged))
const colour = { alarm: '#b3123f', paper: '#ffffff' }

const number = ({ attributes }: Tag, name: string): number => Number(attributes[name])

/** The value at a place, from two figures of the axis. */
const valueAt = (of: Tag, x: number): number => {
  const figures = named(of, 'text')
    .filter((tag) => tag.attributes['text-anchor'] === 'middle' && /^−?[\d.]+$/.test(textOf(tag)))
    .map((tag) => [number(tag, 'x'), Number(textOf(tag).replace('−', '-'))] as const)
  const [[a, low], [b, high]] = [figures[0]!, figures.at(-1)!]
  return low + ((x - a) * (high - low)) / (b - a)
}

/** What has a title: points and ticks, in the order of the rows. */
const titled = (of: Tag, name: string): readonly Tag[] =>
  all(of).filter((tag) => tag.name === name && named(tag, 'title').length > 0)

test('it is well formed, and its texts are apart and within it', () => {
  for (const options of [{}, { scheme: 'dark', id: 'x' }, { width: 'narrow' }] as const)
    expect(problemsOf(experimentsPicture(judged, options))).toEqual([])
})

test('whatever experiments are called, also where there is none', () => {
  const named = fc
    .array(names, { maxLength: 4 })
    .map((list) =>
      judgedExperiments(list.map((name, at) => ({ ...experiments()[at % experiments().length]!, name })))
    )
  fc.assert(
    fc.property(named, fc.constantFrom('wide', 'narrow'), (of, width) => {
      expect(problemsOf(experimentsPicture(of, { width }))).toEqual([])
    }),
    { numRuns: 50 }
  )
})

test.each(['wide', 'narrow'] as const)(
  'points and their errors are where they were measured: %s',
  (width) => {
    const drawn = read(experimentsPicture(judged, { width }))
    const points = titled(drawn, 'circle')
    expect(points).toHaveLength(judged.length)
    const lines = named(drawn, 'line')
    judged.forEach(({ experiment: { measured, uncertainty } }, at) => {
      const [x, y] = [number(points[at]!, 'cx'), number(points[at]!, 'cy')]
      expect(valueAt(drawn, x)).toBeCloseTo(measured.value.value, 1.8)
      const ends = lines
        .filter((line) => number(line, 'y1') === y - 6 && number(line, 'y2') === y + 6)
        .map((line) => valueAt(drawn, number(line, 'x1')) - valueAt(drawn, x))
      expect(ends).toHaveLength(uncertainty === undefined ? 0 : 2)
      ends.forEach((end, side) => {
        expect(end).toBeCloseTo((side === 0 ? -1 : 1) * uncertainty!.value, 2)
      })
    })
  }
)

test('a bound is a tick where it asks for something, 0 of what erases nothing; bounds that ask for the same are one', () => {
  const ticks = titled(svg, 'line')
  expect(ticks).toHaveLength(judged.length)
  ticks.forEach((tick, at) => {
    expect(valueAt(svg, number(tick, 'x1'))).toBeCloseTo(at === 1 ? 0 : Math.LN2, 2)
    expect([number(tick, 'x2'), tick.attributes['stroke']]).toEqual([number(tick, 'x1'), '#16191d'])
  })
  expect(textOf(ticks[0]!)).toBe('landauer, generalizedLandauer: 0.693 kT')
  expect(textOf(ticks[2]!)).toBe('landauer: 0.693 kT')
})

test('the memory out of equilibrium is hollow, and labelled with the constraint that it breaks', () => {
  const hollow = titled(svg, 'circle').filter(({ attributes }) => attributes['fill'] === colour.paper)
  expect(hollow.map((tag) => textOf(tag))).toEqual([
    'Ciampini et al., memory out of equilibrium (2021): heat −0.487 ± 0.048 kT'
  ])
  expect(named(svg, 'text').map(textOf)).toContain(
    'breaks: the memory is in local equilibrium before and after'
  )
})

test('an alarm has its own colour, and the caption tells of it', () => {
  const [whole] = experiments()
  const half = { ...whole!, measured: { ...whole!.measured, value: one(0.355) } }
  const alarmed = (of: readonly JudgedExperiment[]): readonly [number, string] => {
    const drawn = read(experimentsPicture(of))
    return [
      titled(drawn, 'circle').filter(({ attributes }) => attributes['fill'] === colour.alarm).length,
      named(drawn, 'text').map(textOf).join(' ')
    ]
  }
  const [count, text] = alarmed(judgedExperiments([half]))
  expect(count).toBe(1)
  expect(text).toContain('ALARM: a bound lies above what was measured, though its constraint is met: Jun')
  const [none, calm] = alarmed(judged)
  expect(none).toBe(0)
  expect(calm).toContain('No bound lies above what was measured')
})

test('the legend shows a point of each kind and a tick, and names the bounds that have a value', () => {
  const texts = named(svg, 'text').map(textOf)
  expect(texts).toEqual(
    expect.arrayContaining([
      'measured, with its standard uncertainty; the constraint of the bounds is met',
      'the same, but a constraint is not met: set apart',
      'the least by landauer and generalizedLandauer'
    ])
  )
  const samples = named(svg, 'circle').filter((tag) => named(tag, 'title').length === 0)
  expect(samples.map(({ attributes }) => attributes['fill'] === colour.paper)).toEqual([false, true])
  const kept = judged.filter(({ experiment }) => !experiment.name.startsWith('Ciampini'))
  const without = read(experimentsPicture(kept))
  expect(named(without, 'text').map(textOf).join(' ')).not.toContain('set apart')
  expect(named(without, 'circle')).toHaveLength(kept.length + 1)
})

test('rows stand one under the other, each point under its name, above the axis', () => {
  const points = titled(svg, 'circle').map((tag) => number(tag, 'cy'))
  expect(points).toEqual([...points].sort((a, b) => a - b))
  const texts = named(svg, 'text')
  judged.forEach(({ experiment: { name } }, at) => {
    const y = number(
      texts.find((tag) => textOf(tag).startsWith(name))!,
      'y'
    )
    expect(y - (points[at - 1] ?? 0)).toBeGreaterThan(20)
    expect(points[at]! - y).toBeGreaterThan(8)
    expect(points[at]! - y).toBeLessThan(40)
  })
  const axis = number(
    texts.find((tag) => textOf(tag) === '0.2')!,
    'y'
  )
  expect(axis).toBeGreaterThan(points.at(-1)!)
})

test('all that is drawn lies on the axis, which has 0 and 1 also where nothing is near them', () => {
  const far = judgedExperiments([
    { ...experiments()[5]!, measured: { ...experiments()[5]!.measured, value: one(7) } }
  ])
  for (const of of [judged, far]) {
    const drawn = read(experimentsPicture(of))
    const written = named(drawn, 'text').map(textOf)
    expect(written).toEqual(expect.arrayContaining(['0', '1']))
    for (const tag of [...titled(drawn, 'circle'), ...named(drawn, 'line')]) {
      const x = tag.name === 'circle' ? number(tag, 'cx') : number(tag, 'x1')
      expect(x).toBeGreaterThanOrEqual(20)
      expect(x).toBeLessThanOrEqual(740)
    }
  }
})

test('the description tells each experiment, what is asked of it, and the constraint that it breaks', () => {
  const description = textOf(named(svg, 'desc')[0]!)
  expect(description).toContain(
    'Jun et al., full erasure (2014): work 0.710 ± 0.030 kT; landauer, generalizedLandauer: 0.693 kT. Jun'
  )
  expect(description).toContain(
    'landauer: 0.693 kT. It breaks: the memory is in local equilibrium before and after. No bound lies above'
  )
  expect(description).toContain('work 1.000 kT, no uncertainty given; landauer')
})
