/** Energy against time: each curve is its row's ledger, and each point an accelerator that runs the whole alone. */
import { exampleText } from '../../estimate/files'
import { estimateFile, estimateValue } from '../../../src/estimate/workload-file'
import { timeTrade } from '../../../src/ledger/time-trade'
import { breadths } from '../../../src/report/picture/picture'
import { timePicture } from '../../../src/report/picture/time'
import { bits, hours, kelvin, seconds, years } from '../../../src/units/si'
import { left, right } from '../../reading/values'
import { named, problemsOf, read, textOf } from './svg'

const { ledger } = right(estimateFile(exampleText('gpt-3')))
const trade = right(timeTrade(ledger.scenario))

test('a curve has the totals of its row, at each duration and precision', () => {
  for (const [precision, hoursOfRun] of [
    ['4 bit', 355],
    ['12 bit', 355]
  ] as const) {
    const of = right(estimateFile(exampleText('gpt-3'), { precision, duration: `${hoursOfRun} h` })).ledger
      .paradigms
    const options = {
      from: hours(hoursOfRun),
      to: hours(1000),
      points: 2,
      precisions: [bits(precision.slice(0, -4))]
    }
    for (const { row, energies } of right(timeTrade(ledger.scenario, options)).curves)
      expect(energies[0]! / of.find(({ name }) => name === row)!.total.energy.value).toBeCloseTo(1, 12)
  }
})

test('an accelerator takes what its data sheet says, for as long as its rate asks', () => {
  // By hand: 3.14e23 flop at 312 Tflop/s are 1.006e9 s, 31.9 years, and at 400 W 4.03e11 J.
  const [a100] = trade.machines
  expect(a100!.duration.value / years(1).value).toBeCloseTo(3.14e23 / 312e12 / 31557600, 6)
  expect(a100!.energy.value / ((400 * 3.14e23) / 312e12)).toBeCloseTo(1, 12)
})

test('a row has no value where the run is too short for its hops, and says why', () => {
  const lim = trade.curves.find(({ row }) => row === 'limRecovered')!
  // By hand: U/N = 1.8e12 updates of a parameter, 0.99 hops each, at 1 GHz at the most: 1780 s.
  const least = (0.99 * 3.14e23) / 1.746e11 / 1e9
  trade.durations.forEach(({ value }, at) => {
    expect([value, Number.isNaN(lim.energies[at]!)]).toEqual([value, value < least])
  })
  expect(lim.why).toContain('requires')
})

describe.each(breadths)('the picture, %s', (width) => {
  const svg = timePicture(trade, { width })
  const texts = named(read(svg), 'text').map(textOf).join('\n')

  test('is well formed, its texts apart and within it', () => {
    expect(problemsOf(svg)).toEqual([])
  })

  test('tells each row with its energies, and that lines but the floor are no bounds', () => {
    expect(texts).toContain('floor: 4 bit 2.0 nJ, 8 bit 4.0 nJ, 12 bit 6.0 nJ')
    expect(texts.replace(/\n/g, ' ')).toContain('the other lines are what one machine costs, no bounds')
  })
})

test('each accelerator has its name and year, at its point or under the picture', () => {
  const textsOf = (width: (typeof breadths)[number]): string =>
    named(read(timePicture(trade, { width })), 'text')
      .map(textOf)
      .join(' ')
  for (const { name, year } of trade.machines)
    for (const width of breadths) expect(textsOf(width)).toContain(`${name}, ${year}`)
})

test('where nothing has an energy, that is what the picture says', () => {
  const none = { ...trade, machines: [], curves: [] }
  const svg = timePicture(none)
  expect(problemsOf(svg)).toEqual([])
  expect(named(read(svg), 'text').map(textOf).join(' ')).toContain('There is nothing to draw.')
})

test('all that is wrong is told at once', () => {
  const asked = { from: seconds(2), to: seconds(1), points: 1, precisions: [], accelerators: ['NVIDIA Z100'] }
  expect(left(timeTrade(ledger.scenario, asked)).message.split('\n')).toEqual([
    'timeTrade: from: expected a time above 0 and below the last, got 2.000 s to 1.000 s',
    'timeTrade: points: expected a whole number from 2 to 10000, got 1',
    'timeTrade: precisions: expected a precision or more, got none',
    expect.stringMatching(/^timeTrade: accelerators: .*Z100/)
  ])
  expect(left(timeTrade(ledger.scenario, { rows: ['lim'] })).message).toContain('expected one of floor')
  expect(left(timeTrade(ledger.scenario, { from: kelvin(3) } as never)).message).toContain(
    'from: expected a time'
  )
})

test('a design of one’s own is a row like others', () => {
  const value = {
    name: 'own',
    workload: {
      parameters: '1e6 parameter',
      precision: '8 bit',
      convergence: 'exponential',
      duration: '1 h',
      operations: '1e15 flop',
      updates: 'one per flop'
    },
    designs: [
      {
        name: 'chip',
        parts: [
          { name: 'array', place: 'memory', figure: '1 fJ/mac', evidence: 'simulated', source: 'made up' }
        ]
      }
    ]
  }
  const made = estimateValue(value)
  if (made._tag === 'Left') throw new Error(made.left.message)
  const { curves } = right(timeTrade(made.right.ledger.scenario, { rows: ['chip'] }))
  expect(curves).toHaveLength(3)
  expect(problemsOf(timePicture({ ...trade, curves }))).toEqual([])
})
