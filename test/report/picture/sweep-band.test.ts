/** A certified sweep as a picture: an area between the ends of each row, and words for what cannot be seen of it. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { certifiedEstimateFile, type Overrides } from '../../../src/estimate/workload-file'
import type { Scenario } from '../../../src/ledger/scenario'
import { spaced } from '../../../src/ledger/spaced'
import { certifiedSweep, sweep, type CertifiedSweep } from '../../../src/ledger/sweep'
import { breadths } from '../../../src/report/picture/picture'
import { strokes, sweepPicture, type SweepOptions } from '../../../src/report/picture/sweep'
import { between, enclosure, type Certainty } from '../../../src/units/enclosure'
import { parse } from '../../../src/units/parse'
import type { Quantity } from '../../../src/units/quantity'
import { joules, kelvin, one, seconds } from '../../../src/units/si'
import { exampleText, readEstimate } from '../../estimate/files'
import { namedScenarios, right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const brain = exampleText('brain-scale')
const scenarioOf = (overrides: Overrides): Scenario<Certainty> =>
  right(certifiedEstimateFile(brain, overrides)).ledger.scenario
const swept = (overrides: Overrides, input: string, values: readonly Quantity<unknown>[]): CertifiedSweep =>
  right(certifiedSweep(scenarioOf(overrides), input, values))
const pictureOf = (of: CertifiedSweep, options?: SweepOptions): Tag => read(sweepPicture(of, options))
const said = (svg: Tag): string => named(svg, 'text').map(textOf).join(' ')

/** Temperatures, and an uncertainty that is seen on any axis. */
const temperatures = spaced(kelvin(4), kelvin(400), 9)
const wide = { parameters: '[1e14, 1e16] parameter', updates: '[1e27, 1e29] update' }
const seen = swept(wide, 'temperature', temperatures)
const rowsSeen = ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim', 'vonNeumann'] as const

type Point = readonly [x: number, y: number]
const pointsOf = ({ attributes }: Tag): readonly Point[] =>
  [...attributes['d']!.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

/** The stretches of a row that are drawn, by what they are called: of its line, or of its area. */
const stretches = (svg: Tag, title: string): readonly (readonly Point[])[] =>
  named(svg, 'path')
    .filter((path) => named(path, 'title').some((each) => textOf(each) === title))
    .map(pointsOf)
const lineOf = (svg: Tag, row: string) => stretches(svg, row)
const areaOf = (svg: Tag, row: string) => stretches(svg, `${row}, between its ends`)

/** The energy at a height, from two figures of the axis. */
const energyAt = (svg: Tag, y: number): number => {
  const written = named(svg, 'text')
    .filter((tag) => tag.attributes['text-anchor'] === 'end' && /^\d+ .?J$/.test(textOf(tag)))
    .map((tag) => ({
      at: Number(tag.attributes['y']) - 4,
      log: Math.log10(right(parse(joules)(textOf(tag))).value)
    }))
  const [a, b] = [written[0]!, written.at(-1)!]
  return 10 ** (a.log + ((y - a.at) * (b.log - a.log)) / (b.at - a.at))
}

test('an area lies between the ends of its row, at every value, and the line is its lower edge', () => {
  for (const width of breadths) {
    const svg = pictureOf(seen, { width })
    const drawn = seen.paradigms.filter(({ name }) => areaOf(svg, name).length > 0)
    expect(drawn.map(({ name }) => name)).toEqual(rowsSeen)
    for (const { name, totals } of drawn) {
      const [[ring = []], [line = []]] = [areaOf(svg, name), lineOf(svg, name)]
      const [below, above] = [ring.slice(0, 9), ring.slice(9).reverse()]
      expect(below).toEqual(line)
      expect(above.map(([x]) => x)).toEqual(line.map(([x]) => x))
      totals.forEach((total, at) => {
        const { lower, upper } = right(total)
        expect(Math.log10(energyAt(svg, below[at]![1]) / lower.value)).toBeCloseTo(0, 2)
        expect(Math.log10(energyAt(svg, above[at]![1]) / upper.value)).toBeCloseTo(0, 2)
      })
    }
  }
})

test('where the energy grows along the axis both edges rise', () => {
  const svg = pictureOf(seen)
  for (const name of ['floor', 'bitFlip', 'limRecovered', 'limDissipated', 'cim']) {
    const [ring = []] = areaOf(svg, name)
    for (const edge of [ring.slice(0, 9), ring.slice(9).reverse()])
      for (const [at, [, y]] of edge.slice(1).entries()) expect(y).toBeLessThan(edge[at]![1])
  }
})

test('without colour: the upper end has the dashes of its line, and is thinner; the legend says what an area is', () => {
  for (const width of breadths) {
    const svg = pictureOf(seen, { width })
    const thin = named(svg, 'path').filter(({ attributes }) => attributes['stroke-width'] === '1')
    expect(thin.slice(0, 6).map(({ attributes }) => attributes['stroke-dasharray'])).toEqual(
      rowsSeen.map((row) => strokes[row].dash)
    )
    expect(said(svg)).toContain('certified: between its ends')
  }
})

test('the caption tells for which values, and how many times its lower end the upper is: by hand 1.223 at 300 K ± 30 K', () => {
  // 330/270, on an axis of two decades.
  const only = { ...swept({ temperature: '300 K ± 30 K' }, 'duration', [seconds(3e7), seconds(3e8)]) }
  const svg = pictureOf({ ...only, paradigms: only.paradigms.filter(({ name }) => name === 'floor') })
  expect(said(svg)).toContain(
    'Certified, for all values of temperature in [270.0, 330.0] K: a line is the lower end of what encloses an energy, and the area over it reaches to the upper end, a thinner line.'
  )
  // Rounded up, of 11/9 = 1.2222….
  expect(said(svg)).toContain('The upper end is at most so many times the lower: 1.223 (floor).')
})

test('what is thinner than its line is said to be so, and by how much the ends differ: of exact values in the 34th digit', () => {
  const exact = pictureOf(swept({}, 'temperature', temperatures))
  expect(said(exact)).toMatch(
    /Certified, from exact values: a line is the lower end of what encloses an energy\./
  )
  const [, most] =
    /No area is to be seen: the ends differ by at most (\S+) of the value, thinner than the line/.exec(
      said(exact)
    )!
  expect(most).toMatch(/^\d\.\d×10⁻³⁴$/)
  expect(said(exact)).not.toContain('between its ends')
  expect(named(exact, 'path').some(({ attributes }) => 'fill-opacity' in attributes)).toBe(false)
  const some = said(pictureOf(seen))
  expect(some).toMatch(/No area is to be seen of today's accelerator: the ends are the same\./)
})

test('the lines of a certified sweep of exact values are those of the sweep', () => {
  const { scenario } = readEstimate(brain).ledger
  const [exact, certified] = [
    read(sweepPicture(right(sweep(scenario, 'temperature', temperatures)))),
    pictureOf(swept({}, 'temperature', temperatures))
  ]
  expect(named(certified, 'path').map(pointsOf)).toEqual(named(exact, 'path').map(pointsOf))
})

test('where there is no enclosure, area and line have the same gap, and the caption says why', () => {
  const times = [1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((value) => seconds(value))
  const of = swept({ attemptRate: '[1e9, 1e12] Hz' }, 'duration', times)
  const svg = pictureOf(of)
  const { totals } = of.paradigms.find(({ name }) => name === 'limDissipated')!
  const known = totals.filter(E.isRight).length
  expect(known).toBeGreaterThan(1)
  expect(known).toBeLessThan(6)
  expect(lineOf(svg, 'limDissipated').map((points) => points.length)).toEqual([known])
  expect(areaOf(svg, 'limDissipated').map((points) => points.length)).toEqual([2 * known])
  expect(said(svg)).toMatch(
    new RegExp(
      `learning-in-memory, barriers lost: no enclosure at ${6 - known} of 6 values, as at .*does not settle it`
    )
  )
})

test('an area between gaps, at one value, is a bar around it', () => {
  const of = swept(wide, 'temperature', temperatures.slice(0, 3))
  const gap = E.left({ _tag: 'ModelError', model: 'm', problems: [], message: 'none' } as const)
  const svg = pictureOf({
    ...of,
    paradigms: of.paradigms.map((each) => ({
      ...each,
      totals: each.totals.map((total, at) => (at === 1 ? gap : total))
    }))
  })
  const bars = areaOf(svg, 'floor')
  expect(bars).toHaveLength(2)
  for (const [[x0, y0], [x1], [x2, y2]] of bars as unknown as readonly (readonly [Point, Point, Point])[])
    expect([x1 - x0, x2 - x1, y2 < y0]).toEqual([5, 0, true])
})

test('what may be 0 reaches the lower edge, and is said to be so', () => {
  // A bit that is as often wrong as right costs nothing: ln 2 − h(½) = 0.
  const of = swept({ errorProbability: '[0.3, 0.5]' }, 'temperature', temperatures)
  const svg = pictureOf(of)
  const level = named(svg, 'line').filter(({ attributes }) => attributes['y1'] === attributes['y2'])
  const bottom = Math.max(...level.map(({ attributes }) => Number(attributes['y1'])))
  const [ring = []] = areaOf(svg, 'bitFlip')
  expect(ring.map(([, y]) => y === bottom)).toEqual([
    ...Array<boolean>(9).fill(true),
    ...Array<boolean>(9).fill(false)
  ])
  expect(said(svg)).toMatch(/one erased bit per update: may be 0 at 9 of 9 values/)
  expect(said(svg)).toMatch(/the lower: .*any number, as that may be 0 \(one erased bit per update\)/)
})

test('a scenario that is uncertain in what is swept stands between two lines', () => {
  const of = swept({ temperature: '300 K ± 100 K' }, 'temperature', [
    kelvin(100),
    kelvin(200),
    kelvin(400),
    kelvin(500)
  ])
  const svg = pictureOf(of)
  const dotted = named(svg, 'line').filter(({ attributes }) => attributes['stroke-dasharray'] === '1 3')
  const [line = []] = lineOf(svg, 'floor')
  expect(dotted.map(({ attributes }) => Number(attributes['x1']))).toEqual([line[1]![0], line[2]![0]])
  expect(said(svg)).toContain('scenario: [200.0, 400.0] K')
  expect(said(svg)).toContain(
    'The scenario has temperature in [200.0, 400.0] K; here each value of it is exact.'
  )
  expect(said(svg)).toContain('Certified, from exact values')
})

test('who cannot see it is told the same: both ends of each row, and the caption', () => {
  const svg = pictureOf(
    swept({ parameters: '1e15 parameter ± 10 %' }, 'temperature', [kelvin(4), kelvin(300)])
  )
  const [title, desc] = ['title', 'desc'].map((name) => textOf(named(svg, name)[0]!))
  expect(title).toBe('Brain-scale system: energy of learning against temperature, certified')
  // 22.9678… µJ at 1e15 parameters, a tenth less and more, outward.
  expect(desc).toMatch(
    /floor \(information of the solution, lower bound\): .* at 4\.000 K, \[20\.67, 25\.27\] µJ at 300\.0 K\./
  )
  expect(desc).toContain('Certified, for all values of parameters in [9.000×10¹⁴, 1.100×10¹⁵] parameter')
})

test('nothing to draw is said of what is certified, too', () => {
  const svg = said(pictureOf(swept(wide, 'errorProbability', [one(0.7)])))
  expect(svg).toContain('There is nothing to draw')
  expect(svg).toContain('Certified, for all values of parameters in')
})

/** Inputs of a random scenario that are made uncertain. */
const widened = (scenario: Scenario, by: number): Scenario<Certainty> => {
  const around = <D>({ dimension, exact }: Quantity<D>) =>
    enclosure(dimension, exact.div(1 + by), exact.times(1 + by))
  const { workload, design } = scenario
  return {
    ...scenario,
    workload: { ...workload, parameters: around(workload.parameters), duration: around(workload.duration) },
    design: {
      ...design,
      errorProbability: between(design.errorProbability.value / (1 + by), design.errorProbability.value),
      memory: { ...design.memory, attemptRate: around(design.memory.attemptRate) }
    }
  }
}

test('a picture of any certified sweep is well formed, and its texts are apart and within it', () => {
  fc.assert(
    fc.property(
      namedScenarios,
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.constantFrom('temperature', 'precision', 'duration', 'errorProbability', 'retentionTime'),
      fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...breadths),
      fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
      (scenario, by, input, logs, width, scheme) => {
        const { stated, of } = right(sweep(scenario, input, []))
        const values = logs.map((log) => of.unit(stated.exact.times(10 ** log)))
        const swept = right(certifiedSweep(widened(scenario, by), input, values))
        expect(problemsOf(sweepPicture(swept, { width, scheme }))).toEqual([])
      }
    ),
    { numRuns: 30 }
  )
})
