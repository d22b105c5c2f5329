/** The barrier over a run as a picture. */
import fc from 'fast-check'
import { runBarrier, type RunBarrier } from '../../../src/ledger/run-barrier'
import { barrierPicture, type BarrierOptions } from '../../../src/report/picture/barrier'
import { breadths } from '../../../src/report/picture/picture'
import { formatWith } from '../../../src/units/format'
import { one } from '../../../src/units/si'
import { exampleText, readEstimate } from '../../estimate/files'
import { changed } from '../../ledger/scenarios'
import { namedScenarios, right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const brain = readEstimate(exampleText('brain-scale')).ledger.scenario
const run = right(runBarrier(brain, { points: 9 }))

const pictureOf = (of: RunBarrier, options?: BarrierOptions): Tag => read(barrierPicture(of, options))
const texts = (svg: Tag): readonly string[] => named(svg, 'text').map(textOf)

const curve = (svg: Tag): readonly (readonly [number, number])[] =>
  named(svg, 'path').flatMap(({ attributes }) =>
    [...attributes['d']!.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const
    )
  )

/** The barrier in kT at a height, from two figures of the left axis. */
const thermalAt = (svg: Tag, y: number): number => {
  const written = named(svg, 'text').filter(
    (tag) => tag.attributes['text-anchor'] === 'end' && /^\d+$/.test(textOf(tag))
  )
  const [a, b] = [written[0]!, written.at(-1)!].map((tag) => ({
    at: Number(tag.attributes['y']) - 4,
    of: Number(textOf(tag))
  })) as [{ at: number; of: number }, { at: number; of: number }]
  return a.of + ((y - a.at) * (b.of - a.of)) / (b.at - a.at)
}

const inThermal = (of: { readonly value: number }): number => of.value / run.thermal.value

test('the curve is where the barriers are, in kT', () => {
  const svg = pictureOf(run)
  const points = curve(svg)
  expect(points).toHaveLength(run.points.length)
  run.points.forEach(({ barrier }, at) => {
    expect(thermalAt(svg, points[at]![1])).toBeCloseTo(inThermal(barrier), 1)
  })
})

test('mean and static barrier are lines, with their figures in kT and joules', () => {
  const svg = pictureOf(run)
  const lines = named(svg, 'line').filter(({ attributes }) => attributes['stroke-width'] === '2')
  const heights = lines.map(({ attributes }) => thermalAt(svg, Number(attributes['y1'])))
  expect(heights[0]).toBeCloseTo(inThermal(run.retention), 1)
  expect(heights[1]).toBeCloseTo(inThermal(run.mean), 1)
  expect(lines.map(({ attributes }) => attributes['stroke-dasharray'])).toEqual(['2 3', '9 4'])
  for (const energy of [run.mean, run.retention])
    expect(texts(svg)).toContain(
      `${inThermal(energy).toPrecision(3)} kT, ${formatWith<unknown>({ digits: 3 })(energy)}`
    )
})

test('joules to the right are where the same kT are to the left', () => {
  const svg = pictureOf(run)
  const joules = named(svg, 'text').filter((tag) => /^\d+ zJ$/.test(textOf(tag)))
  expect(joules.length).toBeGreaterThan(3)
  for (const tag of joules) {
    const expected = (parseFloat(textOf(tag)) * 1e-21) / run.thermal.value
    expect(thermalAt(svg, Number(tag.attributes['y']) - 4)).toBeCloseTo(expected, 1)
  }
})

test('updates are on a logarithmic axis where steps shrink as a power, else on a linear one, or as asked', () => {
  const isLog = (svg: Tag): boolean => texts(svg).includes('update k of a parameter (logarithmic)')
  const linear = right(
    runBarrier(changed(brain, { workload: { convergence: 'exponential' } }), { points: 5 })
  )
  expect([isLog(pictureOf(run)), isLog(pictureOf(linear))]).toEqual([true, false])
  expect([isLog(pictureOf(run, { scale: 'linear' })), isLog(pictureOf(linear, { scale: 'log' }))]).toEqual([
    false,
    true
  ])
})

test('where only a shape is known, both ends are lines, and the caption says so', () => {
  const svg = pictureOf(
    right(runBarrier(changed(brain, { workload: { convergence: { meanStep: one(0.1), shape: one(0.3) } } })))
  )
  expect(curve(svg)).toEqual([])
  expect(texts(svg)).toEqual(expect.arrayContaining(['first update', 'last update']))
  expect(texts(svg).join(' ')).toContain('Only the shape of the convergence is known')
  expect(texts(pictureOf(run)).join(' ')).not.toContain('Only the shape')
})

test('the formula in the caption is that of the model', () => {
  expect(texts(pictureOf(run)).join(' ')).toContain(
    'Matched: Bk = kT [ln(f₀/r₁) + ln(1/αk) − ½ ln(ε (1 − ε))]' // k is a subscript
  )
})

test('the description has the barriers of both ends, the mean and the static one', () => {
  const desc = textOf(named(pictureOf(run), 'desc')[0]!)
  // ln(f₀/r₁) − ½ ln(ε(1−ε)) at r₁ = 6e13 updates in a year, and b ln 2 more at the end.
  const first = Math.log((1e9 * 365.25 * 86400) / 6e13) - Math.log(0.01 * 0.99) / 2
  for (const height of [first, first + 8 * Math.LN2]) expect(desc).toContain(`${height.toPrecision(3)} kT`)
  for (const energy of [run.mean, run.retention])
    expect(desc).toContain(`${inThermal(energy).toPrecision(3)} kT`)
})

test('a picture of any run is well formed, and its texts are apart and within it', () => {
  fc.assert(
    fc.property(
      namedScenarios,
      fc.integer({ min: 2, max: 12 }),
      fc.constantFrom('log' as const, 'linear' as const, undefined),
      fc.constantFrom(...breadths),
      (scenario, points, scale, width) => {
        const of = right(runBarrier(scenario, { points }))
        expect(problemsOf(barrierPicture(of, { width, ...(scale === undefined ? {} : { scale }) }))).toEqual(
          []
        )
      }
    ),
    { numRuns: 60 }
  )
})
