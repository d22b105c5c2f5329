/** A certified grid: what is true at each point lies between the two ends that its row has there. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { axisFrom } from '../../src/estimate/axis'
import { certifiedGridFile } from '../../src/estimate/certified-grid'
import type { FileGrid, FileGridBlock } from '../../src/estimate/grid'
import { certifiedEstimateFile, estimateFile, type Overrides } from '../../src/estimate/workload-file'
import { Working } from '../../src/units/decimal'
import { exactly, relativeError, right } from '../reading/values'
import { exampleText } from './files'

const brain = exampleText('brain-scale')

const gridOf = (axes: readonly string[], overrides: Overrides = {}) =>
  certifiedGridFile(
    brain,
    axes.map((axis) => right(axisFrom(axis))),
    overrides
  )

/** What stands in a column of a block, by the name of its row. */
const column = ({ rows }: FileGrid, { totals }: FileGridBlock, name: string): Float64Array =>
  totals[rows.findIndex((row) => row.name === name)]!

/** The nearest float64, one step on, and its text, which may be half a step from it: of what a step is at most. */
const twoSteps = 2 ** -51

test('the exact total of each row lies between its ends, which are float64 just outside of its enclosure', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 400, noNaN: true }),
      fc.integer({ min: 2, max: 16 }),
      (kelvin, bits) => {
        const grid = right(gridOf([`temperature=${kelvin} K, 5 K`], { precision: `${bits} bit` }))
        const [block] = [...grid.blocks()]
        const set = { temperature: `${kelvin} K`, precision: `${bits} bit` }
        const { ledger } = right(estimateFile(brain, set))
        const certified = right(certifiedEstimateFile(brain, set)).ledger
        for (const [at, { name, total }] of ledger.paradigms.entries()) {
          const [lower, upper] = ['lower', 'upper'].map((end) => column(grid, block!, `${name}.${end}`)[0]!)
          const { energy } = certified.paradigms[at]!.total
          // What is printed of a number, and what it is.
          for (const end of [new Working(lower!), exactly(lower!)]) {
            expect(total.energy.exact.gte(end)).toBe(true)
            expect(relativeError(end, energy.lower.exact)).toBeLessThanOrEqual(twoSteps)
          }
          for (const end of [new Working(upper!), exactly(upper!)]) {
            expect(total.energy.exact.lte(end)).toBe(true)
            expect(relativeError(end, energy.upper.exact)).toBeLessThanOrEqual(twoSteps)
          }
          expect(energy.lower.exact.gte(exactly(lower!)) && energy.upper.exact.lte(exactly(upper!))).toBe(
            true
          )
        }
      }
    ),
    { numRuns: 30 }
  )
})

test('what is uncertain is a band: 300 K ± 30 K is a floor of 2.2968e-5 J, a tenth more and less', () => {
  const grid = right(gridOf(['temperature=300 K ± 30 K, 300 K ± 30 K']))
  for (const block of grid.blocks()) {
    expect(column(grid, block, 'floor.lower')[0]! / 2.2968e-5).toBeCloseTo(0.9, 4)
    expect(column(grid, block, 'floor.upper')[0]! / 2.2968e-5).toBeCloseTo(1.1, 4)
  }
})

test('a range is numbers in its unit; each text of a list begins a block; a part is that of the whole', () => {
  const grid = right(gridOf(['updates=one per flop, 1e29 update', 'temperature=4 K..400 K:5']))
  expect(grid.axes).toEqual([
    { name: 'updates', length: 2 },
    { name: 'temperature', unit: 'K', length: 5 }
  ])
  const blocks = [...grid.blocks()]
  expect(blocks.map(({ axes: [updates] }) => updates)).toEqual(['one per flop', '1e29 update'])
  const floors = blocks.flatMap((block) => [...column(grid, block, 'bitFlip.upper')])
  const part = [...grid.blocks({ from: 3, to: 8, size: 2 })]
  expect(part.map(({ length }) => length)).toEqual([2, 2, 1])
  expect(part.flatMap((block) => [...column(grid, block, 'bitFlip.upper')])).toEqual(floors.slice(3, 8))
})

test('where a row has no enclosure both ends are none, and why is told', () => {
  const grid = right(gridOf(['duration=1 ns, 1 d'], { convergence: 'constant' }))
  const blocks = grid.blocks()
  const first = blocks.next().value as FileGridBlock
  expect([column(grid, first, 'floor.lower')[0], column(grid, first, 'floor.upper')[0]]).toEqual([NaN, NaN])
  blocks.next()
  const gaps = blocks.next()
  expect(gaps.value).toEqual(
    expect.arrayContaining([{ row: 'floor', points: 1, why: expect.stringContaining('requires') as string }])
  )
})

test('at the wall plug, and where some row has none, ends are those of the certified ledger at the point', () => {
  const set = { ambientTemperature: '300 K ± 1 K', convergence: 'constant' }
  const grid = right(gridOf(['temperature=4 K, 77 K ± 2 K', 'duration=1 h, 1 yr'], set))
  const blocks = [...grid.blocks()]
  const points = ['4 K', '77 K ± 2 K'].flatMap((temperature) =>
    ['1 h', '1 yr'].map((duration) => ({ temperature, duration }))
  )
  const known = points.map((point, at) => {
    const { ledger } = right(certifiedEstimateFile(brain, { ...set, ...point }))
    for (const { name, wallPlug } of ledger.paradigms)
      for (const end of ['lower', 'upper'] as const) {
        const [found] = column(grid, blocks[at]!, `${name}.wallPlug.${end}`)
        expect(relativeError(found!, wallPlug!.energy[end].exact)).toBeLessThanOrEqual(twoSteps)
      }
    return ledger.paradigms.length
  })
  // In an hour no update of a cell has time: three rows have none.
  expect(known).toEqual([4, 7, 4, 7])
})

test('an option that there is none of is told, and so is a field', () => {
  const axes = [right(axisFrom('temperature=4 K, 5 K'))]
  const refused = (overrides: Overrides, options: object): string => {
    const grid = certifiedGridFile(brain, axes, overrides, options)
    return E.isLeft(grid) ? grid.left.message : ''
  }
  expect(refused({}, { digit: 3 })).toMatch(
    /^certifiedGridFile: options: unknown option digit: did you mean digits\?/
  )
  expect(refused({ duratoin: '1 s' }, {})).toMatch(/unknown override duratoin: did you mean duration\?/)
})

test('all that is wrong is told at once, and that there are too many points before any is computed', () => {
  const refused = (axes: readonly string[], overrides?: Overrides): string => {
    const grid = gridOf(axes, overrides)
    return E.isLeft(grid) ? grid.left.message : ''
  }
  expect(refused(['design=H100 PCIe', 'temperature=4 K, 5 K'], { temperature: '3 K' })).toMatch(
    /temperature: it varies, and is said to be 3 K[^]*"design" is no field of the workload or the design, which alone are certified/
  )
  expect(refused(['temperature=4 K, 5 J', 'duration=1 s, 2 K'])).toMatch(
    /duration: expected a time .*\ntemperature: expected a temperature /
  )
  expect(refused(['temperature=4 K..400 K:101', 'duration=1 s..1 d:100'])).toBe(
    'each point is certified by itself: expected at most 10000 of them, all with all, got 10100'
  )
})
