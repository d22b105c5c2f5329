/** A row over two inputs as a picture: lines are where the level is, what is not known is hatched, and why is said. */
import * as E from 'fp-ts/lib/Either.js'
import { axisFrom } from '../../../src/estimate/axis'
import { certifiedGridFile } from '../../../src/estimate/certified-grid'
import { gridFile, type FileGrid } from '../../../src/estimate/grid'
import type { Overrides } from '../../../src/estimate/workload-file'
import { gridPicture, type GridPictureOptions } from '../../../src/report/picture/grid'
import { breadths } from '../../../src/report/picture/picture'
import { exampleText } from '../../estimate/files'
import { right } from './arbitrary'
import { named, problemsOf, read, textOf, type Tag } from './svg'

const gridOf = (...axes: readonly string[]): FileGrid =>
  right(
    gridFile(
      exampleText('brain-scale'),
      axes.map((axis) => right(axisFrom(axis)))
    )
  )
const pictureOf = (grid: FileGrid, options?: GridPictureOptions): Tag =>
  read(right(gridPicture(grid, options)))
const texts = (svg: Tag): readonly string[] => named(svg, 'text').map(textOf)

/** The lines at a level, by what they are called. */
const linesAt = (svg: Tag, level: string): readonly (readonly (readonly [number, number])[])[] =>
  named(svg, 'path')
    .filter((path) => named(path, 'title').some((title) => textOf(title) === level))
    .map(({ attributes }) =>
      [...attributes['d']!.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const
      )
    )

/** Where a value of the lower axis lies: at what is written there. */
const across = (svg: Tag, text: string): number =>
  Number(
    named(svg, 'text').find((tag) => textOf(tag) === text && tag.attributes['text-anchor'] === 'middle')!
      .attributes['x']
  )

test('the floor of brain-scale is 2.2968e-5 J at 300 K and grows as the temperature: it is 20 µJ at 261.2 K', () => {
  const svg = pictureOf(gridOf('temperature=100 K..400 K', 'reuse=1..1e6'), { row: 'floor' })
  const [a, b] = [across(svg, '200'), across(svg, '300')]
  const [line] = linesAt(svg, '20 µJ')
  for (const [x] of line!) expect(200 + ((x - a) / (b - a)) * 100).toBeCloseTo(261.23, 0)
  expect(texts(svg).join(' ')).toMatch('Energy, over temperature and reuse')
})

test('a row that does not follow the temperature is a decade further above the floor in a tenth of it', () => {
  const svg = pictureOf(gridOf('temperature=1 K..1000 K', 'reuse=1e4..1e6'), { row: 'vonNeumann' })
  const [one, ten] = [across(svg, '1'), across(svg, '10')]
  const place = (level: string): number => linesAt(svg, level)[0]![0]![0]
  expect((place('24') - place('25')) / (ten - one)).toBeCloseTo(1, 2)
  expect(texts(svg).join(' ')).toMatch('Decades above the floor, over temperature and reuse')
})

test('the first axis of a grid runs to the right, or the one that is asked for, and the picture is the same', () => {
  const asked = gridPicture(gridOf('temperature=4 K..400 K:9', 'reuse=1..1e6:7'), { row: 'cim' })
  expect(
    gridPicture(gridOf('reuse=1..1e6:7', 'temperature=4 K..400 K:9'), { row: 'cim', across: 'temperature' })
  ).toEqual(asked)
  // Read anew or not, listed in any order: the values are where they are.
  expect(
    gridPicture(gridOf('temperature=4 K..400 K:3', 'precision=12 bit, 4 bit, 8 bit'), { row: 'cim' })
  ).toEqual(gridPicture(gridOf('temperature=4 K..400 K:3', 'precision=4 bit, 8 bit, 12 bit'), { row: 'cim' }))
})

test('what has no value is hatched, and the caption says where and why', () => {
  const grid = gridOf('temperature=4 K..400 K:5', 'duration=1 ns..1 yr:20')
  const svg = pictureOf(grid, { row: 'limRecovered' })
  expect(named(svg, 'pattern')).toHaveLength(1)
  const said = texts(svg).join(' ')
  expect(said).toMatch(/Hatched: floor has no value at \d+ of 100 points/)
  expect(said).toMatch(
    /thermally activated has no value at \d+ of 100 points; at the first of them mean matched/
  )
  // Its energy asks for no floor.
  expect(texts(pictureOf(grid, { row: 'cim', figure: 'energy' })).join(' ')).not.toMatch('Hatched')
})

test('all that no picture can be of is said at once', () => {
  const refused = (grid: FileGrid, options?: GridPictureOptions): string => {
    const picture = gridPicture(grid, options)
    return E.isLeft(picture) ? picture.left.message : ''
  }
  expect(
    refused(gridOf('convergence=constant, exponential', 'temperature=4 K..400 K'), {
      row: 'cmi',
      across: 'x'
    })
  ).toBe(
    [
      '"x" is no axis: expected convergence or temperature',
      '"cmi" is no row of this ledger: did you mean cim?',
      'convergence: expected numbers, or quantities, for an axis of a picture, got "constant"'
    ].join('\n')
  )
  expect(refused(gridOf('temperature=4 K..400 K'))).toBe('a picture has two axes, got 1')
  expect(refused(gridOf('temperature=4 K..400 K:200', 'reuse=1..1e6:200'))).toMatch(
    'expected at most 10000 points in a picture, all with all, got 40000'
  )
})

test('no text meets another, none leaves the picture, whatever is drawn', () => {
  for (const grid of [
    gridOf('temperature=4 K..400 K:12', 'errorProbability=1e-6..0.3:12'),
    gridOf('duration=1 ns..1 yr:12', 'attemptRate=1 kHz..1 THz:12'),
    gridOf('precision=2 bit..16 bit:5', 'operations=1e20 flop..1e22 flop:5')
  ])
    for (const { name } of grid.rows)
      for (const width of breadths)
        for (const figure of ['decades', 'energy'] as const)
          expect(problemsOf(right(gridPicture(grid, { row: name, width, figure })))).toEqual([])
})

const certifiedOf = (overrides: Overrides, ...axes: readonly string[]): FileGrid =>
  right(
    certifiedGridFile(
      exampleText('brain-scale'),
      axes.map((axis) => right(axisFrom(axis))),
      overrides
    )
  )

test('a certified grid is drawn by one end of a row: the floor at 300 K ± 30 K is at least what it is at 270 K', () => {
  // What is proportional to the number of parameters, 2.2968e-5 J at 1e15 of them and 300 K, is 20 µJ at
  // 20/22.968/0.9 of these at the least, and at the most at 20/22.968/1.1.
  const grid = certifiedOf({ temperature: '300 K ± 30 K' }, 'parameters=5e14..1.5e15:21', 'reuse=1..100:2')
  const [lower, upper] = (['lower', 'upper'] as const).map((end) =>
    pictureOf(grid, { row: `floor.${end}`, figure: 'energy' })
  )
  for (const [svg, share, said] of [
    [lower!, 0.9, /Certified: the lower end of what encloses the energy, which is at least so much\./],
    [upper!, 1.1, /Certified: the upper end of what encloses the energy, which is at most so much\./]
  ] as const) {
    const [line] = linesAt(svg, '20 µJ')
    const [a, b] = [across(svg, '6×10¹⁴'), across(svg, '10¹⁵')]
    for (const [x] of line!) expect(0.6 + ((x - a) / (b - a)) * 0.4).toBeCloseTo(20 / 22.968 / share, 2)
    expect(texts(svg).join(' ')).toMatch(said)
  }
})

test('decades of an end are those above the other end of the floor: by hand lg 1.1/0.9 less and more at 300 K ± 30 K', () => {
  // What follows no temperature is as uncertain above the floor as the floor is.
  const axes = ['reuse=1..10:2', 'movementEnergy=1 pJ/bit..10 pJ/bit:2'] as const
  const decades = (grid: FileGrid, row: string): number =>
    Number(/Least: ([\d.]+) decades/.exec(texts(pictureOf(grid, { row })).join(' '))![1])
  const hundredth = 0.0101 // each is told to one
  const exact = decades(gridOf(...axes), 'vonNeumann')
  const grid = certifiedOf({ temperature: '300 K ± 30 K' }, ...axes)
  expect(Math.abs(decades(grid, 'vonNeumann.lower') - exact + Math.log10(1.1))).toBeLessThan(hundredth)
  expect(Math.abs(decades(grid, 'vonNeumann.upper') - exact + Math.log10(0.9))).toBeLessThan(hundredth)
})

test('of a certified grid an end has to be said, and where there is no enclosure it is hatched', () => {
  const grid = certifiedOf({}, 'temperature=4 K..400 K:3', 'duration=1 ns..1 yr:6')
  const refused = gridPicture(grid, { row: 'cim' })
  expect(E.isLeft(refused) && refused.left.message).toBe(
    'cim is enclosed, and a colour is one value: expected cim.lower or cim.upper'
  )
  expect(texts(pictureOf(grid, { row: 'limRecovered.upper' })).join(' ')).toMatch(
    /Hatched: learning-in-memory, thermally activated has no enclosure at \d+ of 18 points/
  )
  for (const { name } of grid.rows)
    for (const width of breadths)
      expect(problemsOf(right(gridPicture(grid, { row: name, width })))).toEqual([])
})
