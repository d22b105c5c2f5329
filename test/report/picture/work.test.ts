/** The work of trajectories as a histogram: its area, its lines, and what it says of ⟨e^(−W/kT)⟩. */
import fc from 'fast-check'
import { breadths } from '../../../src/report/picture/picture'
import { workPicture } from '../../../src/report/picture/work'
import { sampleTrajectories, type SampledRun } from '../../../src/simulation/sampled-protocol'
import { gigahertz, kelvin, kT, nanoseconds } from '../../../src/units/si'
import { right } from './arbitrary'
import { named, problemsOf, read, textOf } from './svg'

const T = kelvin(300)

const run = (
  segments: readonly (readonly [attempts: number, energies: readonly number[]])[],
  count = 1000,
  start?: readonly number[]
): SampledRun =>
  right(
    sampleTrajectories(
      {
        temperature: T,
        attemptRate: gigahertz(1),
        rungs: segments[0]![1].length,
        ...(start === undefined ? {} : { start }),
        segments: segments.map(([attempts, energies]) => ({
          duration: nanoseconds(attempts),
          energies: energies.map((energy) => kT(energy, T))
        }))
      },
      { count, seed: 1 }
    )
  )

const textsOf = (svg: string): readonly string[] => named(read(svg), 'text').map(textOf)

/** Where values stand on an axis, from the numbers that are written along it. */
const scaleOf = (svg: string, along: 'x' | 'y'): ((value: number) => number) => {
  const marks = named(read(svg), 'text').flatMap((tag) => {
    const isOf = tag.attributes['text-anchor'] === (along === 'x' ? 'middle' : 'end')
    const text = textOf(tag).replace('−', '-')
    return isOf && /^-?[\d.]+$/.test(text)
      ? [{ value: Number(text), at: Number(tag.attributes[along]) - (along === 'x' ? 0 : 4) }]
      : []
  })
  const [a, b] = [marks[0]!, marks.at(-1)!]
  return (value) => a.at + ((value - a.value) * (b.at - a.at)) / (b.value - a.value)
}

const columnsIn = (svg: string) =>
  named(read(svg), 'rect')
    .slice(1)
    .map(({ attributes }) => ({
      x: Number(attributes['x']),
      width: Number(attributes['width']),
      height: Number(attributes['height'])
    }))
    .filter(({ width }) => width !== 34)

const quick = run([[20, [0, 2]]])

test('the columns have an area of 1, and stand where works are: at −2, 0 and 2 kT', () => {
  const svg = workPicture('tilted', quick)
  const [across, up] = [scaleOf(svg, 'x'), scaleOf(svg, 'y')]
  const columns = columnsIn(svg)
  expect(columns).toHaveLength(3)
  const area = columns.reduce((sum, { width, height }) => sum + width * height, 0)
  expect(area / ((across(1) - across(0)) * (up(0) - up(1)))).toBeCloseTo(1, 2)
  columns.forEach(({ x, width }, at) => {
    const place = across(2 * at - 2)
    expect(place).toBeGreaterThan(x - 0.1)
    expect(place).toBeLessThan(x + width + 0.1)
  })
})

test('the mean work and the difference of free energies stand as lines', () => {
  const svg = workPicture('tilted', quick)
  const across = scaleOf(svg, 'x')
  const lines = named(read(svg), 'line').filter(({ attributes }) => attributes['stroke-width'] === '2')
  const places = lines.map(({ attributes }) => Number(attributes['x1']))
  const mean = quick.trajectories.meanWork.value / kT(1, T).value
  expect(places).toHaveLength(2)
  expect(Math.abs(places[0]! - across(mean))).toBeLessThan(0.1)
  expect(Math.abs(places[1]! - across(0))).toBeLessThan(0.1)
})

test('⟨e^(−W/kT)⟩ stands beside its exact value with its error, and in the description', () => {
  const svg = workPicture('tilted', quick)
  const { mean, error } = quick.trajectories.expMinusWork
  const said = `⟨e^(−W/kT)⟩ is ${mean.toPrecision(4)} ± ${error.toPrecision(2)} over these trajectories, and exactly it is 1.000`
  expect(textsOf(svg).join(' ')).toContain(said)
  expect(textOf(named(read(svg), 'desc')[0]!)).toContain(said)
  expect(textsOf(svg).join(' ')).toContain('its area is ⟨e^(−W/kT)⟩')
})

test('of too few trajectories it says how many are needed, and weighs none of them', () => {
  const svg = workPicture('in a hurry', run([[1, [0, 30]]]))
  expect(textsOf(svg).join(' ')).toMatch(/that is no check, as rare trajectories carry it; \d/)
  expect(textsOf(svg).join(' ')).not.toContain('its area is')
})

test('where rungs are not alike at the start, no difference of free energies is claimed', () => {
  const svg = workPicture('certain', run([[20, [0, 2]]], 1000, [1, 0]))
  expect(textsOf(svg).join(' ')).not.toContain('ΔF')
  // By hand: it starts in state 0, so W = 0 or −2 kT, and ⟨e^(−W)⟩ = (1 + 1)/(1 + e⁻²): −ln of it is −0.5662.
  expect(textsOf(svg).join(' ')).toContain('−ln⟨e^(−W/kT)⟩, exactly −0.5662')
})

test('where all works are one there is one column', () => {
  const svg = workPicture('at rest', run([[5, [0, 0, 0]]]))
  expect(problemsOf(svg)).toEqual([])
  expect(columnsIn(svg)).toHaveLength(1)
})

test('of any trajectories is well formed, and its texts are apart and within it', () => {
  const protocols = fc
    .integer({ min: 2, max: 4 })
    .chain((rungs) =>
      fc.array(
        fc.tuple(
          fc.double({ min: 1e-3, max: 1e2, noNaN: true }),
          fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: rungs, maxLength: rungs })
        ),
        { minLength: 1, maxLength: 4 }
      )
    )
  fc.assert(
    fc.property(
      protocols,
      fc.integer({ min: 2, max: 200 }),
      fc.constantFrom(...breadths),
      fc.string(),
      (segments, count, width, name) => {
        expect(problemsOf(workPicture(name, run(segments, count), { width }))).toEqual([])
      }
    )
  )
})
