/** A workload file on a grid: at each point the totals of the file that says the same. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { axisFrom, type AxisText } from '../../src/estimate/axis'
import { gridFile, type FileGrid, type GridGap } from '../../src/estimate/grid'
import { estimateFile, type FileOptions, type Overrides } from '../../src/estimate/workload-file'
import { examples, exampleText } from './files'

const right = <A>(either: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

const axesOf = (texts: readonly string[]): readonly AxisText[] =>
  texts.map((text) => {
    const axis = axisFrom(text)
    if (E.isLeft(axis)) throw new Error(axis.left.message)
    return axis.right
  })

const gridOf = (
  text: string,
  over: readonly string[],
  overrides: Overrides = {},
  options: FileOptions = {}
) => gridFile(text, axesOf(over), overrides, options)

interface Point {
  readonly at: readonly (number | string)[]
  readonly totals: Readonly<Record<string, number>>
}

/** All points one by one, and where there is no total. */
const pointsOf = (grid: FileGrid, size?: number): { points: readonly Point[]; gaps: readonly GridGap[] } => {
  const points: Point[] = []
  const blocks = grid.blocks(size === undefined ? {} : { size })
  let block = blocks.next()
  for (; block.done !== true; block = blocks.next()) {
    const { length, axes, totals } = block.value
    for (let point = 0; point < length; point++)
      points.push({
        at: axes.map((column) => (typeof column === 'string' ? column : column[point]!)),
        totals: Object.fromEntries(grid.rows.map(({ name }, row) => [name, totals[row]![point]!]))
      })
  }
  return { points, gaps: block.value }
}

/** The totals of a file as its ledger has them; NaN where a row is outside. */
const totalsOf = (text: string, overrides: Overrides): Readonly<Record<string, number>> => {
  const { paradigms, designs, outside } = right(estimateFile(text, overrides)).ledger
  return Object.fromEntries([
    ...[...paradigms, ...designs].flatMap(({ name, total, wallPlug }) => [
      [name, total.energy.value] as const,
      ...(wallPlug === undefined ? [] : [[`${name}.wallPlug`, wallPlug.energy.value] as const])
    ]),
    ...outside.map(({ name }) => [name, NaN] as const)
  ])
}

const differs = (a: number, b: number): boolean =>
  Number.isNaN(a) ? !Number.isNaN(b) : !(Math.abs(a - b) <= 1e-13 * Math.abs(b))

const setOf = (grid: FileGrid, at: Point['at']): Overrides =>
  Object.fromEntries(
    grid.axes.map(({ name, unit = '' }, axis) => [
      name,
      typeof at[axis] === 'string' ? at[axis] : `${at[axis]!} ${unit}`.trim()
    ])
  )

const expectSame = (text: string, over: readonly string[]): void => {
  const grid = right(gridOf(text, over))
  for (const { at, totals } of pointsOf(grid).points) {
    const set = setOf(grid, at)
    const expected = totalsOf(text, set)
    const wrong = Object.keys(expected).filter((name) => differs(totals[name]!, expected[name]!))
    expect({ set, wrong }).toEqual({ set, wrong: [] })
  }
}

const brain = exampleText('brain-scale')

test.each(examples)('%s over temperature and precision', (name) => {
  expectSame(exampleText(name), ['temperature=4 K..299 K:3', 'precision=2 bit..16 bit:3'])
})

test.each([
  [
    'how steps shrink, which is read anew',
    ['convergence=constant, exponential, powerLaw', 'temperature=77 K..300 K:2']
  ],
  ['the number of operations', ['operations=1e20 flop..1e22 flop:3']],
  ['updates, where one per flop stands in the file', ['updates=1e20 update..1e22 update:3']],
  ['a cold that is pumped', ['ambientTemperature=300 K..310 K:2', 'carnotFraction=0.1..1:3']],
  ['a time that some machines do not have', ['duration=1 us..1 yr:7']],
  ['an error at which nothing is learned', ['errorProbability=1e-9..0.5:3', 'attemptRate=1 MHz..1 GHz:3']]
])('%s', (_, over) => {
  expectSame(brain, over)
})

test('any two ranges of quantities, all with all', () => {
  const ranges = {
    temperature: ['4 K', '400 K'],
    precision: ['1 bit', '20 bit'],
    duration: ['1 s', '1 yr'],
    parameters: ['1e3 parameter', '1e15 parameter'],
    attemptRate: ['1 MHz', '10 GHz'],
    hopsPerUpdate: ['0.5', '10'],
    writeErrorProbability: ['1e-12', '1e-3'],
    reuse: ['1', '256'],
    movementEnergy: ['0.1 pJ/bit', '10 pJ/bit']
  }
  const name = fc.constantFrom(...Object.keys(ranges))
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 2, max: 3 }),
      (names, points) => {
        const over = names.map(
          (each) => `${each}=${ranges[each as keyof typeof ranges].join('..')}:${points}`
        )
        expectSame(brain, over)
      }
    ),
    { numRuns: 20 }
  )
})

describe('the order of the points', () => {
  const over = ['precision=2 bit..4 bit:linear:3', 'temperature=100 K..200 K:2']

  test('the last axis varies fastest', () => {
    const { points } = pointsOf(right(gridOf(brain, over)))
    expect(points.map(({ at }) => at)).toEqual([
      [2, 100],
      [2, 200],
      [3, 100],
      [3, 200],
      [4, 100],
      [4, 200]
    ])
  })

  test('what is read anew varies slowest, wherever it is said', () => {
    const grid = right(gridOf(brain, [over[1]!, 'convergence=constant, powerLaw']))
    expect(grid.axes).toMatchObject([
      { name: 'convergence', length: 2 },
      { name: 'temperature', unit: 'K', of: { symbol: 'T' }, length: 2 }
    ])
    expect(pointsOf(grid).points.map(({ at }) => at)).toEqual([
      ['constant', 100],
      ['constant', 200],
      ['powerLaw', 100],
      ['powerLaw', 200]
    ])
  })

  test('blocks of any size are the same points', () => {
    const grid = right(gridOf(brain, ['precision=2 bit..16 bit:7', 'duration=1 ns..1 yr:11']))
    const whole = pointsOf(grid)
    expect(whole.points).toHaveLength(grid.points)
    for (const size of [1, 2, 5, 77, 1000]) expect(pointsOf(grid, size)).toEqual(whole)
  })
})

describe('the values of a range', () => {
  const temperatures = (said: string): readonly unknown[] =>
    pointsOf(right(gridOf(brain, [`temperature=${said}`]))).points.map(({ at }) => at[0])

  test('by equal factors from 1.5 decades on, else by equal differences, or as asked', () => {
    expect(temperatures('4 K..400 K:3')).toEqual([4, 40, 400])
    expect(temperatures('100 K..300 K:3')).toEqual([100, 200, 300])
    expect(temperatures('4 K..400 K:3:linear')).toEqual([4, 202, 400])
    expect(temperatures('300 K..75 K:log:3')).toEqual([300, 150, 75])
  })

  test('fifty, where nothing is said', () => {
    expect(temperatures('4 K..400 K')).toHaveLength(50)
  })

  test('the floor is proportional to the temperature: kT ln 2 for each bit, by hand', () => {
    const { points } = pointsOf(right(gridOf(brain, ['temperature=4 K..400 K:3'])))
    const [cold, , warm] = points.map(({ totals }) => totals['floor']!)
    expect(warm! / cold!).toBeCloseTo(100, 10)
  })
})

test('where there is no total, how often, and why at the first point', () => {
  const { points, gaps } = pointsOf(right(gridOf(brain, ['duration=1 ns..1 yr:5'])))
  const missing = (row: string): number => points.filter(({ totals }) => Number.isNaN(totals[row])).length
  for (const { row, points: count } of gaps) expect([row, count]).toEqual([row, missing(row)])
  expect(gaps.find(({ row }) => row === 'floor')).toEqual({
    row: 'floor',
    points: 1,
    why: expect.stringMatching(/^optimalReset: requires .* found 20\.03 ns ≥ 1\.000 ns$/) as string
  })
  expect(gaps.map(({ row }) => row)).not.toContain('cim')
})

test('where what is pumped out is warmer than where it goes, nothing comes to the wall plug', () => {
  const { gaps, points } = pointsOf(right(gridOf(exampleText('qp-cold'), ['temperature=4 K..400 K:3'])))
  expect(gaps.filter(({ row }) => row.endsWith('.wallPlug'))).toHaveLength(7)
  expect(gaps.find(({ row }) => row === 'floor.wallPlug')?.why).toMatch(
    /^refrigeration: requires T ≤ T_h, found 400\.0 K > 300\.0 K/
  )
  expect(points.at(-1)!.totals['floor']).toBeGreaterThan(0)
})

test('a design of one’s own is a row, and its inputs do not matter to others', () => {
  const part = { name: 'array', place: 'memory', figure: '40 fJ/mac' }
  const design = { designs: [{ name: 'mine', parts: [part] }] }
  const text = JSON.stringify({ ...(JSON.parse(brain) as object), ...design })
  expectSame(text, ['duration=1 ns..1 yr:3'])
  const { gaps } = pointsOf(right(gridOf(text, ['duration=1 ns..1 yr:3'])))
  expect(gaps.find(({ row }) => row === 'floor')?.why).toMatch(/^optimalReset: requires/)
})

describe('what is wrong is told before the first point', () => {
  const told = (over: readonly string[], overrides: Overrides = {}): readonly string[] => {
    const grid = gridOf(brain, over, overrides)
    if (E.isRight(grid)) throw new Error('a grid')
    return grid.left.problems.map(({ pointer, message }) => `${pointer} ${message}`.trim())
  }

  test.each([
    [['temperatur=1 K..2 K'], /^"temperatur" is no input of this workload: did you mean temperature\?$/],
    [['entropy=1..2'], /^"entropy" is no input of this workload; there are parameters, precision,.*flops$/],
    [['temperature=1 J..2 K'], /^temperature: expected a temperature .* \(this is an energy\), got "1 J"$/],
    [['temperature=-1 K..2 K'], /^temperature: expected absolute temperature .*, got "-1 K"$/],
    [['temperature=1 K..1e400 K'], /^temperature: expected a number that float64 holds/],
    [['temperature=2 K..2 K'], /^temperature: expected two ends, got "2 K" twice$/],
    [['transfers=0..5:log'], /^transfers: expected ends above 0 for log, got "0" and "5"$/],
    [['temperature=1 K..2 K', 'temperature=3 K'], /^temperature: expected it to vary once, got it again$/],
    [
      ['convergence=constant..powerLaw'],
      /^convergence: expected a quantity at the ends of a range, got "constant"$/
    ],
    [['convergence=constant, cubic'], /^convergence: expected "constant".*, got "cubic"$/],
    [['operations=1e20 flop, 2e20 mac'], /^operations: expected a number of flops/],
    [['temperature=1 K..2 K:100000', 'duration=1 s..2 s:1000000'], /^expected at most 10000000000 points/],
    [[], /^expected something that varies/]
  ])('%j', (over, message) => {
    expect(told(over)[0]).toMatch(message)
  })

  test('all of it at once', () => {
    expect(told(['temperature=1 J..2 K', 'duration=0 s..1 s', 'precision=1 K..2 bit'])).toHaveLength(3)
    expect(told(['precison=2 bit..4 bit', 'duration=0 s..1 s'])).toEqual([
      '"precison" is no input of this workload: did you mean precision?',
      expect.stringMatching(/^duration: expected time/)
    ])
  })

  test('a list without values', () => {
    const grid = gridFile(brain, [{ name: 'temperature', values: [] }])
    expect(E.isLeft(grid) && grid.left.message).toBe('temperature: expected a value or more, got none')
  })

  test('a value that is said besides', () => {
    expect(told(['temperature=1 K..2 K'], { temperature: '3 K' })).toEqual([
      'temperature: it varies, and is said to be 3 K'
    ])
  })

  test('a file that is wrong elsewhere, with its place', () => {
    const grid = gridOf(brain.replace(/("convergence": *)"\w+"/, '$1"cubic"'), ['temperature=1 K..2 K'])
    expect(E.isLeft(grid) && grid.left.problems[0]).toMatchObject({
      pointer: '/workload/convergence',
      position: { line: expect.any(Number) as number }
    })
  })
})
