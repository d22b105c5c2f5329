/** A front as a picture: where its points lie, how its line goes, and what is told beside it. */
import { exampleText } from '../../estimate/files'
import { frontFile, type FrontWish } from '../../../src/estimate/front'
import { frontPicture } from '../../../src/report/picture/front'
import { breadths } from '../../../src/report/picture/picture'
import { right } from '../../reading/values'
import { named, problemsOf, read, textOf } from './svg'

const frontOf = (file: string, wish: FrontWish) =>
  right(frontFile(exampleText(file), wish, {}, {}, { levels: 3 }))

const timed = frontOf('gpt-3', { of: ['bitFlip', 'duration'], over: ['duration=1 h..10 yr'] })
const most = frontOf('brain-scale', { of: ['cim', 'max outputBits'], over: ['outputBits=2..14'] })
const three = frontOf('gpt-3', {
  of: ['bitFlip', 'duration', 'max temperature'],
  over: ['duration=1 h..10 yr', 'temperature=4 K..400 K']
})
const alone = frontOf('brain-scale', {
  of: ['limRecovered', 'duration'],
  over: ['duration=1 ms..10 yr', 'temperature=4 K..400 K']
})
const none = frontOf('gpt-3', { of: ['bitFlip', 'duration'], over: ['duration=1 ms..1 s'] })

describe.each(breadths)('every front, %s', (width) => {
  test.each(Object.entries({ timed, most, three, alone, none }))('%s is well formed', (_, of) => {
    expect(problemsOf(frontPicture(of, { width }))).toEqual([])
  })
})

/** The corners of the line of a front. */
const cornersOf = (svg: string): readonly (readonly [x: number, y: number])[] => {
  const line = named(read(svg), 'path').find((path) => textOf(path) === 'the front')
  return [...(line?.attributes['d'] ?? '').matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y)
  ])
}

test('the line goes in steps, on the side of what is worse than a point', () => {
  const [a, b, c] = cornersOf(frontPicture(timed))
  // Right from a point, as long as no other takes less; and down to the next.
  expect(b).toEqual([c![0], a![1]])
  expect(c![1]).toBeGreaterThan(a![1])
  // Where more is better to the right: what the next one takes is taken from the last on.
  const [d, e, f] = cornersOf(frontPicture(most))
  expect(e).toEqual([d![0], f![1]])
  expect(f![1]).toBeLessThan(d![1])
})

test('a third figure is a shade, from the least of it to the most, and has no line', () => {
  const svg = frontPicture(three)
  expect(cornersOf(svg)).toEqual([])
  const opacities = named(read(svg), 'circle').flatMap(({ attributes }) => attributes['fill-opacity'] ?? [])
  expect(opacities).toContain('0.1')
  expect(opacities).toContain('1')
  const texts = named(read(svg), 'text').map(textOf).join(' ')
  expect(texts).toContain('temperature: 4.000 K, light, to 400.0 K, dark')
})

test('accelerators stand where energy is traded for time, and what may be claimed is told', () => {
  const textsOf = (of: typeof timed): string =>
    named(read(frontPicture(of)), 'text')
      .map(textOf)
      .join(' ')
  expect(textsOf(timed)).toContain('NVIDIA A100')
  expect(textsOf(timed)).toContain('bit flip: lower bound.')
  expect(textsOf(most)).not.toContain('NVIDIA')
  expect(textsOf(most)).toContain('cim: cost of a machine.')
  expect(textsOf(none)).toContain('No design between these ends')
})

test('the floor of the file stands under the energy of another row, and lines tell equal products', () => {
  const svg = frontPicture(timed)
  const texts = named(read(svg), 'text').map(textOf).join(' ')
  // By hand: 1.746e11 parameters of 16 bit, each kT ln 2 but for errors of 1e-9: 8.020 nJ.
  expect(texts).toContain('floor of the file as it stands, a lower bound: 8.020 nJ')
  expect(texts).toMatch(/along a dotted line bit flip × duration is the same/)
  const dotted = named(read(svg), 'path').filter(({ attributes }) => attributes['stroke-dasharray'] === '1 5')
  expect(dotted.length).toBeGreaterThan(3)
  // Each falls, and all are as steep: one decade less for one decade more.
  const slopes = dotted
    .map(({ attributes }) =>
      [...attributes['d']!.matchAll(/[ML](\S+) ([^ML]+)/g)].map((each) => [Number(each[1]), Number(each[2])])
    )
    .filter(([a, b]) => b![0]! - a![0]! > 50)
    .map(([a, b]) => (b![1]! - a![1]!) / (b![0]! - a![0]!))
  for (const slope of slopes) expect(slope / slopes[0]!).toBeCloseTo(1, 1)
  expect(slopes[0]).toBeGreaterThan(0)
  // Of what much is wanted a product says nothing.
  expect(
    named(read(frontPicture(most)), 'text')
      .map(textOf)
      .join(' ')
  ).not.toContain('dotted')
})
