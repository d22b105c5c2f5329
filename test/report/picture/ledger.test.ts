/** The ledger as a picture: what it says is where it says it, and nothing lies on anything. */
import fc from 'fast-check'
import { ledgerPicture } from '../../../src/report/picture/ledger'
import { breadths } from '../../../src/report/picture/picture'
import { colours } from '../../../src/report/picture/style'
import { decades, figure, type AnyEstimate, type AnyRow } from '../../../src/report/ledger'
import { endsOf } from '../../../src/units/enclosure'
import type { Energy } from '../../../src/units/dimension'
import { joules } from '../../../src/units/si'
import { parse } from '../../../src/units/parse'
import { certifiedEstimateFile } from '../../../src/estimate/workload-file'
import { exampleText, readEstimate, text, withValue } from '../../estimate/files'
import { ledgers, right, wildLedgers } from './arbitrary'
import { all, named, problemsOf, read, textBoxes, textOf, type Tag } from './svg'

const brain = readEstimate(exampleText('brain-scale'))
const drawn = read(ledgerPicture(brain))

const pictureOf = (estimate: AnyEstimate): Tag => read(ledgerPicture(estimate))

const has = (svg: Tag, pattern: RegExp): boolean =>
  named(svg, 'text').some((tag) => pattern.test(textOf(tag)))

const number = ({ attributes }: Tag, name: string): number => Number(attributes[name])

/** The points that totals are, by the names of their rows. */
const points = (svg: Tag): ReadonlyMap<string, Tag> =>
  new Map(
    named(svg, 'circle').flatMap((tag) =>
      named(tag, 'title').map((title) => [textOf(title).split(':', 1)[0]!, tag] as const)
    )
  )

/** The strips, from top to bottom: what is not filled, and around its shares. */
const strips = (svg: Tag): readonly Tag[] =>
  named(svg, 'rect').filter(({ attributes }) => attributes['height'] === '9' && attributes['fill'] === 'none')

/** The shares within a strip. */
const segmentsOf = (svg: Tag, strip: Tag): readonly Tag[] =>
  named(svg, 'rect').filter(
    (tag) =>
      number(tag, 'y') === number(strip, 'y') &&
      tag.attributes['fill']!.startsWith('#') &&
      tag.attributes['stroke'] === undefined
  )

/** Energies of the axis, with the places that they are written at. */
const axisOf = (svg: Tag): readonly { readonly energy: number; readonly at: number }[] =>
  named(svg, 'text')
    .filter((tag) => tag.attributes['text-anchor'] === 'middle' && /^1?\d* .?J$/.test(textOf(tag)))
    .map((tag) => ({ energy: right(parse(joules)(textOf(tag))).value, at: number(tag, 'x') }))

/** The energy at a place, from what is written at two others. */
const energyAt = (svg: Tag, x: number): number => {
  const written = axisOf(svg)
  const [a, b] = [written[0]!, written.at(-1)!]
  const slope = Math.log10(b.energy / a.energy) / (b.at - a.at)
  return 10 ** (Math.log10(a.energy) + (x - a.at) * slope)
}

const narrow = read(ledgerPicture(brain, { width: 'narrow' }))

test.each([
  ['wide', drawn],
  ['narrow', narrow]
])('a point of a %s picture is at the total of its paradigm, by the figures on the axis', (_, svg) => {
  const places = points(svg)
  expect(places.size).toBe(7)
  for (const { name, total } of brain.ledger.paradigms)
    expect(energyAt(svg, number(places.get(name)!, 'cx')) / total.energy.value).toBeCloseTo(1, 1)
})

test('rows stand by what may be claimed, and of each the least first', () => {
  const heights = [...points(drawn)].map(([name, tag]) => [name, number(tag, 'cy')] as const)
  expect([...heights].sort(([, a], [, b]) => a - b).map(([name]) => name)).toEqual([
    ...['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim'],
    ...['accelerator', 'vonNeumann'] // 42.48 PJ is less than 2.808 EJ
  ])
})

test('nothing that is drawn is called as programs call it, but for what is shown when pointed at', () => {
  for (const svg of [drawn, narrow])
    for (const text of named(svg, 'text').map(textOf)) expect(text).not.toMatch(/\b[a-z]{2,}[A-Z][a-z]/)
  expect([...points(drawn).keys()]).toContain('limRecovered')
})

test('a narrow picture is 390 wide', () => {
  expect(narrow.attributes['width']).toBe('390')
})

/** The lines over all rows: how they are dashed, and at which energy they stand. */
const linesOver = (svg: Tag): readonly (readonly [dash: string, energy: number])[] => {
  const heights = [...points(svg).values()].map((tag) => number(tag, 'cy'))
  return named(svg, 'line')
    .filter(
      (tag) =>
        number(tag, 'x1') === number(tag, 'x2') &&
        number(tag, 'y1') < Math.min(...heights) &&
        number(tag, 'y2') > Math.max(...heights) &&
        tag.attributes['stroke-dasharray'] !== undefined
    )
    .map((tag) => [tag.attributes['stroke-dasharray']!, energyAt(svg, number(tag, 'x1'))])
}

test('the floor and one bit flip per update are lines over all rows, told apart by dashes and names', () => {
  const [floor, bitFlip] = brain.ledger.paradigms.map(({ total }) => total.energy)
  const lines = linesOver(drawn)
  expect(lines.map(([dash]) => dash)).toEqual(['6 3', '2 3'])
  expect(lines[0]![1] / floor!.value).toBeCloseTo(1, 2)
  expect(lines[1]![1] / bitFlip!.value).toBeCloseTo(1, 2)
  expect(has(drawn, new RegExp(`^floor ${figure(floor)}$`))).toBe(true)
  expect(has(drawn, new RegExp(`^one erased bit per update ${figure(bitFlip)}$`))).toBe(true)
  expect(has(drawn, /^floor: a lower bound for every machine whose memory held unknown bits/)).toBe(true)
  expect(
    has(drawn, /^one erased bit per update: a lower bound for learning that erases a bit at each update/)
  ).toBe(true)
})

test('names of lines that are near each other stand one above the other', () => {
  const [floor, bitFlip, ...others] = brain.ledger.paradigms
  const near = { ...bitFlip!, total: { ...bitFlip!.total, energy: floor!.total.energy } }
  const svg = pictureOf({ ...brain, ledger: { ...brain.ledger, paradigms: [floor!, near, ...others] } })
  const heights = ['floor', 'one erased bit per update'].map((name) =>
    number(
      named(svg, 'text').find((tag) => textOf(tag).startsWith(`${name} 2`))!,
      'y'
    )
  )
  expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(12)
  expect(linesOver(svg)).toHaveLength(2)
})

test('a paradigm without a value has no row, and the caption tells why', () => {
  const svg = pictureOf(readEstimate(exampleText('brain-scale'), { attemptRate: '3 MHz' }))
  expect(points(svg).has('cim')).toBe(false)
  expect(has(svg, /^compute-in-memory with static memory has no value here: static write: requires /)).toBe(
    true
  )
  expect(has(drawn, /has no value here/)).toBe(false)
  expect(linesOver(svg)).toHaveLength(1)
})

test('what a joule of heat in the cold takes at the wall plug is in the caption', () => {
  const cold = { temperature: '4 K', ambientTemperature: '300 K', carnotFraction: '0.2' }
  expect(
    has(
      pictureOf(readEstimate(exampleText('brain-scale'), cold)),
      /^At the wall plug: each joule of heat at 4 K takes 371\.0 J/
    )
  ).toBe(true)
  expect(has(drawn, /wall plug/)).toBe(false)
})

test.each([
  ['wide', drawn],
  ['narrow', narrow]
])('every strip of a %s picture is as long, and divided as the walls share the total', (_, svg) => {
  const cim = brain.ledger.paradigms.find(({ name }) => name === 'cim')!
  const all = strips(svg)
  expect(all).toHaveLength(7)
  expect(new Set(all.map((strip) => number(strip, 'width'))).size).toBe(1)
  const segments = segmentsOf(svg, all[4]!)
  const walls = [cim.walls!.memory, cim.walls!.update, cim.walls!.consolidation]
  expect(segments.map((tag) => /^f-(\w+)$/.exec(tag.attributes['class']!)?.[1])).toEqual([
    'memory',
    'update',
    'consolidation'
  ])
  segments.forEach((segment, at) => {
    const share = walls[at]!.energy.value / cim.total.energy.value
    expect(number(segment, 'width') / number(all[4]!, 'width')).toBeCloseTo(share, 3)
  })
})

test('a figure stands right of its point, and so of the line through it, unless it would leave the plot', () => {
  for (const [title, value] of [
    ['floor', '22.97 µJ'],
    ['bitFlip', '159.0 MJ']
  ]) {
    const written = named(drawn, 'text').filter((tag) => textOf(tag) === value)
    expect(written).toHaveLength(1)
    expect(number(written[0]!, 'x')).toBe(number(points(drawn).get(title!)!, 'cx') + 6)
  }
})

test('every total, its decades above the floor, and every share are written', () => {
  for (const paradigm of brain.ledger.paradigms) {
    expect(has(drawn, new RegExp(`^${figure(paradigm.total.energy)}$`))).toBe(true)
    if (paradigm.name !== 'floor')
      expect(has(drawn, new RegExp(`^${decades(paradigm)} decades above the floor$`))).toBe(true)
  }
  expect(has(drawn, /^memory-wall 67\.2 %$/)).toBe(true) // 381.7 GJ of 568.1 GJ
  expect(has(drawn, /^consolidation-wall < 0\.1 %$/)).toBe(true)
  expect(has(drawn, /^A point is a total, on the axis\. The strip beside it/)).toBe(true)
})

test('a bound is solid, the cost of a machine hollow, an estimate dashed; and each says what it is', () => {
  const places = points(drawn)
  const looks = brain.ledger.paradigms.map(({ name }) => {
    const { attributes } = places.get(name)!
    const isSolid = attributes['fill'] === colours.ink.light
    return `${isSolid ? 'solid' : 'hollow'}${attributes['stroke-dasharray'] === undefined ? '' : ', dashed'}`
  })
  expect(looks).toEqual(
    brain.ledger.paradigms.map(
      ({ total: { claim } }) =>
        ({
          'lower bound': 'solid',
          'lower bound of a class': 'solid',
          'cost of a machine': 'hollow',
          'estimate': 'hollow, dashed'
        })[claim]
    )
  )
  for (const claim of ['lower bound', 'cost of a machine', 'estimate'])
    expect(has(drawn, new RegExp(`^${claim}$`))).toBe(true)
  expect(has(drawn, /^Hollow: what one machine costs, no lower bound/)).toBe(true)
  expect(has(drawn, /^Dashed: .* no lower bound/)).toBe(true)
})

test('the description has every figure of the picture', () => {
  const desc = textOf(named(drawn, 'desc')[0]!)
  for (const { name } of brain.ledger.paradigms) expect(desc).toContain(`${name} (`)
  for (const { total } of brain.ledger.paradigms) expect(desc).toContain(figure(total.energy))
  expect(desc).toContain('update-wall 32.8 %')
})

test('a certified ledger has brackets at the ends of what is enclosed', () => {
  const file = text(withValue('/design/temperature', '300 K ± 20 K'))
  const estimate = right(certifiedEstimateFile(file))
  const svg = pictureOf(estimate)
  const [lower, upper] = endsOf<Energy>(estimate.ledger.paradigms[0]!.total.energy)
  const brackets = named(svg, 'line').filter((tag) => number(tag, 'y2') - number(tag, 'y1') === 12)
  const places = brackets.map((tag) => energyAt(svg, number(tag, 'x1')))
  expect(places[0]! / lower!.value).toBeCloseTo(1, 2)
  expect(places[1]! / upper!.value).toBeCloseTo(1, 2)
  expect(energyAt(svg, number(points(svg).get('floor')!, 'cx')) / lower!.value).toBeCloseTo(1, 2)
  expect(has(svg, /^Brackets: the certified enclosure/)).toBe(true)
  expect(has(drawn, /Brackets/)).toBe(false)
})

describe('what took place', () => {
  const measured = {
    what: 'A <run>',
    value: joules(1e12),
    upTo: joules(1e14),
    year: 2020,
    evidence: 'measured',
    source: { citation: 'Someone', url: 'https://example.org' }
  } as const
  const svg = pictureOf({ ...brain, measured })

  test('is a mark at its energy, and another at the end of its range', () => {
    const marks = named(svg, 'path').map(({ attributes }) => Number(/^M([\d.]+) /.exec(attributes['d']!)![1]))
    expect(marks.map((x) => Math.round(Math.log10(energyAt(svg, x)) * 100) / 100)).toEqual([12, 14])
    expect(has(svg, /^1\.000 TJ to 100\.0 TJ$/)).toBe(true)
    expect(has(svg, /^A <run>, measured, 2020$/)).toBe(true)
  })

  test('is not there where nothing is known of it', () => {
    expect(named(drawn, 'path')).toHaveLength(0)
    expect(has(drawn, /as it took place/)).toBe(false)
  })
})

describe('nothing', () => {
  const zero = { ...brain.ledger.paradigms[0]!.total, energy: joules(0) }
  const without = (paradigms: readonly AnyEstimate['ledger']['paradigms'][number][]): Tag =>
    pictureOf({ ...brain, ledger: { ...brain.ledger, paradigms } } as AnyEstimate)

  test('a total of 0 has no point and no strip, and its figure is 0', () => {
    const [floor, ...others] = brain.ledger.paradigms
    const svg = without([{ ...floor!, total: zero }, ...others])
    expect(points(svg).size).toBe(6)
    expect(strips(svg)).toHaveLength(6)
    expect(has(svg, /^0$/)).toBe(true)
    expect(has(svg, /^The floor is 0/)).toBe(true)
    expect(has(svg, /^floor 0$/)).toBe(false)
  })

  test('where all totals are 0 there is no axis, and the caption says so', () => {
    const svg = without([{ ...brain.ledger.paradigms[0]!, total: zero }])
    expect(axisOf(svg)).toEqual([])
    expect(has(svg, /^No energy here is above 0/)).toBe(true)
  })

  test('a ledger without a paradigm says that', () => {
    expect(has(without([]), /^This ledger has no paradigm\.$/)).toBe(true)
  })
})

test('points are in the order of their totals', () => {
  fc.assert(
    fc.property(ledgers, (estimate) => {
      const places = points(pictureOf(estimate))
      const known = estimate.ledger.paradigms
        .map(({ name, total }: AnyRow) => ({ name, least: endsOf<Energy>(total.energy)[0]!.exact }))
        .filter(({ least }) => least.gt(0))
        .sort((a, b) => a.least.comparedTo(b.least))
      expect(places.size).toBe(known.length)
      known.forEach(({ name }, at) => {
        // Coordinates are rounded to hundredths.
        if (at > 0)
          expect(number(places.get(name)!, 'cx')).toBeGreaterThanOrEqual(
            number(places.get(known[at - 1]!.name)!, 'cx') - 0.01
          )
      })
    }),
    { numRuns: 50 }
  )
})

test.each([
  ['of every random workload', ledgers],
  ['of any energies at all', wildLedgers]
])('a picture %s is well formed, and its texts are apart and within it', (_, any) => {
  fc.assert(
    fc.property(any, fc.constantFrom(...breadths), (estimate, width) => {
      expect(problemsOf(ledgerPicture(estimate, { width }))).toEqual([])
    }),
    { numRuns: 50 }
  )
})

test('texts are found: the check of them is no check of nothing', () => {
  expect(textBoxes(drawn).length).toBeGreaterThan(30)
  expect(all(drawn).length).toBeGreaterThan(100)
})
