/** A sweep as a picture: lines are where the totals are, and stop where there are none. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { spaced } from '../../../src/ledger/spaced'
import { sweep, type Sweep } from '../../../src/ledger/sweep'
import { breadths } from '../../../src/report/picture/picture'
import { sweepPicture, type SweepOptions } from '../../../src/report/picture/sweep'
import { joules, joulesPerUpdate, kelvin, one, seconds } from '../../../src/units/si'
import { parse } from '../../../src/units/parse'
import type { Quantity } from '../../../src/units/quantity'
import { exampleText, readEstimate } from '../../estimate/files'
import { namedScenarios, right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const brain = readEstimate(exampleText('brain-scale')).ledger.scenario

const swept = (input: string, values: readonly (number | Quantity<unknown>)[]): Sweep =>
  right(sweep(brain, input, values))
const pictureOf = (of: Sweep, options?: SweepOptions): Tag => read(sweepPicture(of, options))
const texts = (svg: Tag): readonly string[] => named(svg, 'text').map(textOf)

type Point = readonly [x: number, y: number]

/** The points of each stretch of each line. */
const paths = (svg: Tag): readonly (readonly Point[])[] =>
  named(svg, 'path').map(({ attributes }) =>
    [...attributes['d']!.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]): Point => [
      Number(x),
      Number(y)
    ])
  )

/** The energy at a height, from two figures of the axis. */
const energyAt = (svg: Tag, y: number): number => {
  const written = named(svg, 'text').filter(
    (tag) => tag.attributes['text-anchor'] === 'end' && /^\d+ .?J$/.test(textOf(tag))
  )
  const [a, b] = [written[0]!, written.at(-1)!].map((tag) => ({
    // A text stands 4 pixels below what it is beside.
    at: Number(tag.attributes['y']) - 4,
    log: Math.log10(right(parse(joules)(textOf(tag))).value)
  })) as [{ at: number; log: number }, { at: number; log: number }]
  return 10 ** (a.log + ((y - a.at) * (b.log - a.log)) / (b.at - a.at))
}

test('each paradigm has a line through its totals', () => {
  const of = swept('temperature', spaced(kelvin(4), kelvin(300), 5))
  const svg = pictureOf(of)
  const lines = paths(svg)
  expect(lines).toHaveLength(7)
  of.paradigms.forEach(({ totals }, row) => {
    totals.forEach((total, at) => {
      const [, y] = lines[row]![at]!
      expect(Math.log10(energyAt(svg, y) / (E.isRight(total) ? total.right.value : NaN))).toBeCloseTo(0, 2)
    })
  })
})

test('lines differ by their dashes, and each has its name at its end', () => {
  const svg = pictureOf(swept('temperature', [kelvin(4), kelvin(300)]))
  const dashes = named(svg, 'path').map(({ attributes }) => attributes['stroke-dasharray'])
  expect(new Set(dashes).size).toBe(7)
  const said = texts(svg).join(' ')
  for (const name of [
    'floor',
    'one erased bit per update',
    'learning-in-memory, thermally activated',
    'learning-in-memory, barriers lost',
    'compute-in-memory with static memory',
    'separate memory and processor',
    "today's accelerator"
  ])
    expect(said).toContain(name)
})

test('against what it is drawn is said, of a design with its name', () => {
  const over = (input: string, values: readonly Quantity<unknown>[], of = brain): string =>
    texts(pictureOf(right(sweep(of, input, values)))).join(' ')
  expect(over('temperature', [kelvin(4), kelvin(300)])).toMatch(
    'against absolute temperature of the surroundings'
  )
  const part = { name: 'write', place: 'update', figure: joulesPerUpdate(1e-12) } as const
  const withChip = { ...brain, designs: [{ name: 'my chip', parts: [part] }] }
  expect(over('my chip: write', [joulesPerUpdate(1e-15), joulesPerUpdate(1e-12)], withChip)).toMatch(
    'Energy of learning against my chip: write'
  )
})

test('where there is no value the line has a gap, and the caption says why', () => {
  // 0.7 is no probability of an error.
  const svg = pictureOf(swept('errorProbability', [0.1, 0.2, 0.7, 0.3, 0.4]))
  const sorted = paths(svg)
  // What does not err has no gap.
  expect(sorted.map((points) => points.length)).toEqual([4, 4, 4, 4, 4, 4, 4])
  const inside = pictureOf(swept('duration', [seconds(1e3), seconds(5e4), seconds(1e6), seconds(1e9)]))
  expect(paths(inside).map((points) => points.length)).toEqual([4, 2, 2, 2, 4, 4, 4])
  expect(texts(inside).join(' ')).toMatch(
    /learning-in-memory, thermally activated; learning-in-memory, barriers lost: no value at 2 of 4 values, as at 16\.67 min: mean matched barrier: requires/
  )
})

test('against time the caption tells of which cells the floor is a bound where time is short', () => {
  const caption = texts(pictureOf(swept('duration', [seconds(1e3), seconds(1e9)]))).join(' ')
  expect(caption).toContain(
    'floor: a lower bound for every machine whose memory held unknown bits, in two-state cells left at most at the attempt rate'
  )
})

test('the caption tells what bounds, what is the cost of a machine, and what an estimate', () => {
  const caption = texts(pictureOf(swept('temperature', [kelvin(4), kelvin(300)]))).join(' ')
  expect(caption).toContain('floor: a lower bound for every machine whose memory held unknown bits')
  expect(caption).toContain(
    'one erased bit per update: a lower bound for learning that erases a bit at each update'
  )
  expect(caption).toContain(
    'Cost of one machine, no lower bound: learning-in-memory, thermally activated; learning-in-memory, barriers lost; compute-in-memory with static memory.'
  )
  expect(caption).toContain("Estimates, no lower bounds: separate memory and processor; today's accelerator.")
})

test('a line goes on behind a gap, and a value alone is a dot', () => {
  const of = swept('temperature', spaced(kelvin(1), kelvin(5), 5))
  const gap = E.left({ _tag: 'ModelError', model: 'm', problems: [], message: 'none' } as const)
  const holed = {
    ...of,
    paradigms: of.paradigms.map((paradigm) => ({
      ...paradigm,
      totals: paradigm.totals.map((total, at) => (at === 1 ? gap : total))
    }))
  }
  const svg = pictureOf(holed)
  expect(paths(svg).map((points) => points.length)).toEqual([3, 3, 3, 3, 3, 3, 3])
  expect(named(svg, 'circle')).toHaveLength(7)
})

test('where a total is 0 its line leaves the plot at the lower edge', () => {
  // A bit that is as often wrong as right costs nothing: ln 2 − h(½) = 0.
  const svg = pictureOf(swept('errorProbability', [0.3, 0.4, 0.5]))
  const level = named(svg, 'line').filter(({ attributes }) => attributes['y1'] === attributes['y2'])
  const bottom = Math.max(...level.map(({ attributes }) => Number(attributes['y1'])))
  const flips = paths(svg)[1]!
  expect(flips.map(([, y]) => y < bottom)).toEqual([true, true, false])
  expect(flips[2]![1]).toBe(bottom)
  expect(texts(svg).join(' ')).toContain('one erased bit per update: 0 at 1 of 3 values')
})

test('times are written as people count them, each where it is', () => {
  const svg = pictureOf(swept('duration', [seconds(1e-3), seconds(3e8)]))
  expect(texts(svg)).toEqual(expect.arrayContaining(['1 ms', '1 s', '1 min', '1 h', '1 d', '1 yr']))
  expect(texts(svg)).toContain('duration τ (logarithmic)')
  const at = (text: string): number =>
    Number(named(svg, 'text').find((tag) => textOf(tag) === text)!.attributes['x'])
  // lg(86400/3600) of lg(3600/60).
  expect((at('1 d') - at('1 h')) / (at('1 h') - at('1 min'))).toBeCloseTo(Math.log(24) / Math.log(60), 2)
  expect(at('1 yr') - at('1 d')).toBeCloseTo(((at('1 h') - at('1 min')) * Math.log(365.25)) / Math.log(60), 0)
})

test('a narrow sweep has its names under the plot, with the lines they are of', () => {
  const of = swept('temperature', [kelvin(4), kelvin(300)])
  const svg = pictureOf(of, { width: 'narrow' })
  expect(svg.attributes['width']).toBe('390')
  expect(texts(svg)).toContain('learning-in-memory, thermally activated')
  const dashes = named(svg, 'path').map(({ attributes }) => attributes['stroke-dasharray'])
  expect(dashes.slice(7)).toEqual(dashes.slice(0, 7))
})

test('the axis is logarithmic from one and a half decades on, or as asked', () => {
  const isLog = (svg: Tag): boolean =>
    texts(svg).some((text) => /^temperature T, in K \(logarithmic\)$/.test(text))
  const [wide, narrow] = [
    swept('temperature', [kelvin(4), kelvin(300)]),
    swept('temperature', [kelvin(20), kelvin(300)])
  ]
  expect([isLog(pictureOf(wide)), isLog(pictureOf(narrow))]).toEqual([true, false])
  expect([isLog(pictureOf(wide, { scale: 'linear' })), isLog(pictureOf(narrow, { scale: 'log' }))]).toEqual([
    false,
    true
  ])
  // Evenly spaced values are evenly spaced on a linear axis; spaced by one factor, on a logarithmic one.
  for (const [scale, spacing] of [
    ['linear', 'linear'],
    ['log', 'log']
  ] as const) {
    const values = spaced(kelvin(20), kelvin(300), 6, spacing)
    const [first = []] = paths(pictureOf(swept('temperature', values), { scale }))
    const steps = first.slice(1).map(([x], at) => x - first[at]![0])
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 1)
  }
})

test('values in any order are drawn from the least to the most', () => {
  const [there, back] = [
    [4, 77, 300],
    [300, 4, 77]
  ].map((values) =>
    sweepPicture(
      swept(
        'temperature',
        values.map((value) => kelvin(value))
      )
    )
  )
  expect(back).toBe(there)
})

test('a dotted line stands where the scenario is, where that is within', () => {
  const within = pictureOf(swept('temperature', [kelvin(100), kelvin(200), kelvin(300), kelvin(500)]))
  expect(texts(within)).toContain('scenario: 300.0 K')
  const [curve = []] = paths(within)
  const lines = named(within, 'line').filter(({ attributes }) => attributes['stroke-dasharray'] === '1 3')
  expect(Number(lines[0]?.attributes['x1'])).toBeCloseTo(curve[2]![0], 1)
  expect(texts(pictureOf(swept('temperature', [kelvin(1), kelvin(20)])))).not.toContain('scenario: 300.0 K')
})

test('the description has the ends of each line', () => {
  const desc = textOf(named(pictureOf(swept('temperature', [kelvin(4), kelvin(300)])), 'desc')[0]!)
  // A theorem's energy is proportional to the temperature: 22.97 µJ · 4/300.
  expect(desc).toMatch(
    /floor \(information of the solution, lower bound\): 306\.2 nJ at 4\.000 K, 22\.97 µJ at 300\.0 K\./
  )
  expect(desc).toContain('accelerator')
})

test('without a value there is nothing to draw, and the picture says so', () => {
  for (const values of [[], [0.7]])
    expect(texts(pictureOf(swept('errorProbability', values))).join(' ')).toContain(
      'There is nothing to draw'
    )
})

const inputs = [
  'temperature',
  'precision',
  'duration',
  'attemptRate',
  'errorProbability',
  'parameters',
  'retentionTime'
]

test('a picture of any sweep is well formed, and its texts are apart and within it', () => {
  fc.assert(
    fc.property(
      namedScenarios,
      fc.constantFrom(...inputs),
      fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('log' as const, 'linear' as const, undefined),
      fc.constantFrom(...breadths),
      (scenario, input, logs, scale, width) => {
        const none = right(sweep(scenario, input, []))
        const { exact } = none.stated
        const values = logs.map((log) => none.of.unit(exact.times(10 ** log)))
        const of = right(sweep(scenario, input, values))
        expect(problemsOf(sweepPicture(of, { width, ...(scale === undefined ? {} : { scale }) }))).toEqual([])
      }
    ),
    { numRuns: 60 }
  )
})

test('a sweep of one value, or of the value 0, is drawn as well', () => {
  expect(problemsOf(sweepPicture(swept('temperature', [kelvin(300)])))).toEqual([])
  expect(problemsOf(sweepPicture(swept('transfers', [0])))).toEqual([])
  expect(problemsOf(sweepPicture(swept('transfers', [0, one(1e9)]), { scale: 'log' }))).toEqual([])
})
