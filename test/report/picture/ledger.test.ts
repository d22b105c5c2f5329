/** The ledger as a picture: what it says is where it says it, and nothing lies on anything. */
import fc from 'fast-check'
import { ledgerPicture } from '../../../src/report/picture/ledger'
import { decades, figure, type AnyEstimate, type AnyRow } from '../../../src/report/ledger'
import { endsOf } from '../../../src/units/enclosure'
import type { Energy } from '../../../src/units/dimension'
import { joules } from '../../../src/units/si'
import { parse } from '../../../src/units/parse'
import { certifiedEstimateFile, estimateFile } from '../../../src/estimate/workload-file'
import { exampleText, readEstimate, text, withValue } from '../../estimate/files'
import { ledgers, right, wildLedgers } from './arbitrary'
import { all, named, problemsOf, read, textBoxes, textOf, type Tag } from './svg'

const brain = readEstimate(exampleText('brain-scale'))
const drawn = read(ledgerPicture(brain))

const pictureOf = (estimate: AnyEstimate): Tag => read(ledgerPicture(estimate))

const has = (svg: Tag, pattern: RegExp): boolean =>
  named(svg, 'text').some((tag) => pattern.test(textOf(tag)))

/** The outline of each bar, from top to bottom: what is as high as a bar and not filled. */
const outlines = (svg: Tag): readonly Tag[] =>
  named(svg, 'rect').filter(
    ({ attributes }) => attributes['height'] === '18' && attributes['fill'] === 'none'
  )

const number = ({ attributes }: Tag, name: string): number => Number(attributes[name])
const endOf = (bar: Tag): number => number(bar, 'x') + number(bar, 'width')

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

test('a bar ends at the total of its paradigm, by the figures on the axis', () => {
  const bars = outlines(drawn)
  expect(bars).toHaveLength(7)
  brain.ledger.paradigms.forEach(({ total }, at) => {
    expect(energyAt(drawn, endOf(bars[at]!)) / total.energy.value).toBeCloseTo(1, 2)
  })
})

/** The lines over all bars: how they are dashed, and at which energy they stand. */
const linesOver = (svg: Tag): readonly (readonly [dash: string, energy: number])[] => {
  const bars = outlines(svg)
  return named(svg, 'line')
    .filter(
      (tag) =>
        number(tag, 'x1') === number(tag, 'x2') &&
        number(tag, 'y1') < number(bars[0]!, 'y') &&
        number(tag, 'y2') > number(bars.at(-1)!, 'y') + 18 &&
        tag.attributes['stroke-dasharray'] !== undefined
    )
    .map((tag) => [tag.attributes['stroke-dasharray']!, energyAt(svg, number(tag, 'x1'))])
}

test('the floor and one bit flip per update are lines over all bars, told apart by dashes and names', () => {
  const [floor, bitFlip] = brain.ledger.paradigms.map(({ total }) => total.energy)
  const lines = linesOver(drawn)
  expect(lines.map(([dash]) => dash)).toEqual(['6 3', '2 3'])
  expect(lines[0]![1] / floor!.value).toBeCloseTo(1, 2)
  expect(lines[1]![1] / bitFlip!.value).toBeCloseTo(1, 2)
  expect(has(drawn, new RegExp(`^floor ${figure(floor)}$`))).toBe(true)
  expect(has(drawn, new RegExp(`^bitFlip ${figure(bitFlip)}$`))).toBe(true)
  expect(has(drawn, /^floor: a lower bound for every machine whose memory held unknown bits/)).toBe(true)
  expect(has(drawn, /^bitFlip: a lower bound for learning that erases a bit at each update/)).toBe(true)
})

test('names of lines that are near each other stand one above the other', () => {
  const [floor, bitFlip, ...others] = brain.ledger.paradigms
  const near = { ...bitFlip!, total: { ...bitFlip!.total, energy: floor!.total.energy } }
  const svg = pictureOf({ ...brain, ledger: { ...brain.ledger, paradigms: [floor!, near, ...others] } })
  const heights = ['floor', 'bitFlip'].map((name) =>
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
  expect(has(svg, /^cim$/)).toBe(false)
  expect(
    has(svg, /^cim \(compute-in-memory with static memory\) has no value here: staticWrite: requires /)
  ).toBe(true)
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

test('however long the name of a design is, bars begin beside it', () => {
  const name = 'A chip with a name that is as long as those of chips in tables are'
  const parts = [{ name: 'write', place: 'update', figure: joules(1) }] as const
  const file = exampleText('lenet-5')
  const svg = pictureOf(right(estimateFile(file, {}, { designs: [{ name, parts }] })))
  const bars = outlines(svg)
  const [start] = bars.map((bar) => number(bar, 'x'))
  const row = textBoxes(svg).filter(({ text: said }) => said.startsWith('A chip with') || said === 'estimate')
  expect(row.length).toBeGreaterThan(2)
  for (const { right: end } of row) expect(end).toBeLessThan(start!)
})

test('a bar is divided as the walls share its total', () => {
  const cim = brain.ledger.paradigms.find(({ name }) => name === 'cim')!
  const bar = outlines(drawn)[4]!
  const segments = named(drawn, 'rect').filter(
    (tag) => number(tag, 'y') === number(bar, 'y') + 5 && tag.attributes['fill']!.startsWith('url')
  )
  const walls = [cim.walls!.memory, cim.walls!.update, cim.walls!.consolidation]
  expect(segments.map((tag) => /-(\w+)\)$/.exec(tag.attributes['fill']!)?.[1])).toEqual([
    'memory',
    'update',
    'consolidation'
  ])
  segments.forEach((segment, at) => {
    const share = walls[at]!.energy.value / cim.total.energy.value
    expect(number(segment, 'width') / number(bar, 'width')).toBeCloseTo(share, 3)
  })
  expect(segments.map((segment) => number(segment, 'width')).reduce((a, b) => a + b)).toBeCloseTo(
    number(bar, 'width'),
    1
  )
})

test('every total, its decades above the floor, and every share are written', () => {
  for (const paradigm of brain.ledger.paradigms) {
    expect(has(drawn, new RegExp(`^${paradigm.name}$`))).toBe(true)
    expect(has(drawn, new RegExp(`^${figure(paradigm.total.energy)}$`))).toBe(true)
    if (paradigm.name !== 'floor')
      expect(has(drawn, new RegExp(`^${decades(paradigm)} decades above the floor$`))).toBe(true)
  }
  expect(has(drawn, /^memory-wall 67\.2 %$/)).toBe(true) // 381.7 GJ of 568.1 GJ
  expect(has(drawn, /^consolidation-wall < 0\.1 %$/)).toBe(true)
  expect(has(drawn, /lengths on a logarithmic axis do not add/)).toBe(true)
})

test('a bound is solid, the cost of a machine hollow, an estimate dashed; and each says what it is', () => {
  const looks = outlines(drawn).map((bar) => {
    const inside = named(drawn, 'rect').find(
      (tag) =>
        tag.attributes['fill']!.startsWith('url') &&
        number(tag, 'x') === number(bar, 'x') &&
        number(tag, 'y') >= number(bar, 'y') &&
        number(tag, 'y') + number(tag, 'height') <= number(bar, 'y') + 18
    )!
    return `${number(inside, 'height') === 18 ? 'solid' : 'hollow'}${bar.attributes['stroke-dasharray'] === undefined ? '' : ', dashed'}`
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
  expect(has(drawn, /Dashed outline: .* no lower bound/)).toBe(true)
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
  expect(energyAt(svg, endOf(outlines(svg)[0]!)) / lower!.value).toBeCloseTo(1, 2)
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

  test('a total of 0 has no bar, and its figure is 0', () => {
    const [floor, ...others] = brain.ledger.paradigms
    const svg = without([{ ...floor!, total: zero }, ...others])
    expect(outlines(svg)).toHaveLength(6)
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

test('the ends of bars are in the order of their totals', () => {
  fc.assert(
    fc.property(ledgers, (estimate) => {
      const svg = pictureOf(estimate)
      const bars = outlines(svg)
      const totals = estimate.ledger.paradigms
        .map(({ total }: AnyRow) => endsOf<Energy>(total.energy)[0]!.exact)
        .filter((total) => total.gt(0))
      expect(bars).toHaveLength(totals.length)
      const order = totals.map((_, at) => at).sort((a, b) => totals[a]!.comparedTo(totals[b]!))
      const ends = order.map((at) => endOf(bars[at]!))
      ends.forEach((end, at) => {
        // Coordinates are rounded to hundredths, the beginning and the width each.
        if (at > 0) expect(end).toBeGreaterThanOrEqual(ends[at - 1]! - 0.02)
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
    fc.property(any, (estimate) => {
      expect(problemsOf(ledgerPicture(estimate))).toEqual([])
    }),
    { numRuns: 50 }
  )
})

test('texts are found: the check of them is no check of nothing', () => {
  expect(textBoxes(drawn).length).toBeGreaterThan(30)
  expect(all(drawn).length).toBeGreaterThan(100)
})
