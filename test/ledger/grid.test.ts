/** A ledger over a grid of inputs, in blocks; and down columns. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { ledgerColumns, sweepable, type LedgerColumn } from '../../src/ledger/columns'
import { ledgerGrid, type Axis, type GridBlock, type LedgerGrid } from '../../src/ledger/grid'
import { sweep } from '../../src/ledger/sweep'
import { column } from '../../src/reading/columns'
import { bits, hertz, joules, joulesPerFlop, kelvin, one, seconds } from '../../src/units/si'
import { exampleText, readEstimate } from '../estimate/files'
import { changed } from './scenarios'

const brain = readEstimate(exampleText('brain-scale')).ledger.scenario

const right = <A>(found: E.Either<{ readonly message: string }, A>): A => {
  if (E.isLeft(found)) throw new Error(found.left.message)
  return found.right
}
const left = <A>(found: E.Either<{ readonly message: string }, A>): string => {
  if (E.isRight(found)) throw new Error('expected an error')
  return found.left.message
}

const gridOf = (axes: readonly Axis[]): LedgerGrid => right(ledgerGrid(brain, axes))

/** All points of blocks, one after another. */
const joined = (blocks: Iterable<GridBlock>, rows: number) => {
  const [inputs, totals] = [
    {} as Record<string, number[]>,
    Array.from({ length: rows }, () => [] as number[])
  ]
  for (const block of blocks) {
    for (const [name, values] of Object.entries(block.inputs)) (inputs[name] ??= []).push(...values)
    block.rows.forEach(({ values }, k) => totals[k]!.push(...values))
  }
  return { inputs, totals }
}

const temperatures: Axis = {
  input: 'temperature',
  from: kelvin(4),
  to: kelvin(400),
  points: 7,
  spacing: 'log'
}
const durations: Axis = { input: 'duration', values: column(seconds)([1e3, 5e4, 1e9]) }

describe('a grid', () => {
  test('has its points in order, the last axis running fastest', () => {
    const grid = gridOf([
      { input: 'temperature', from: kelvin(100), to: kelvin(300), points: 3, spacing: 'linear' },
      { input: 'precision', values: column(bits)([6, 8]) }
    ])
    expect(grid.points).toBe(6)
    const { inputs } = joined(grid.blocks(), grid.rows.length)
    expect(inputs).toEqual({ temperature: [100, 100, 200, 200, 300, 300], precision: [6, 8, 6, 8, 6, 8] })
  })

  test('has the same values to the last bit, however it is cut', () => {
    const grid = gridOf([
      temperatures,
      durations,
      { input: 'errorProbability', from: one(0.001), to: one(0.1), points: 5 }
    ])
    const whole = joined(grid.blocks(), grid.rows.length)
    expect(whole.inputs['temperature']).toHaveLength(7 * 3 * 5)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 105 }), (size, cut) => {
        const parts = [...grid.blocks({ to: cut, size }), ...grid.blocks({ from: cut, size })]
        expect(joined(parts, grid.rows.length)).toEqual(whole)
      }),
      { numRuns: 20 }
    )
  })

  test('has the totals of a sweep, and its reasons where there is none', () => {
    const grid = gridOf([durations])
    const [block] = [...grid.blocks()]
    const swept = right(sweep(brain, 'duration', [1e3, 5e4, 1e9].map(seconds)))
    expect(grid.rows.map(({ name }) => name)).toEqual(swept.paradigms.map(({ name }) => name))
    swept.paradigms.forEach(({ totals }, k) => {
      const row = block!.rows[k]!
      expect([0, 1, 2].map(row.at)).toEqual(totals)
      expect([...row.values]).toEqual(totals.map((total) => (E.isRight(total) ? total.right.value : NaN)))
    })
  })

  test('begins and ends where it is said, and is spaced by factors or differences', () => {
    const { inputs } = joined(gridOf([temperatures]).blocks(), 7)
    const values = inputs['temperature']!
    expect([values[0], values.at(-1)]).toEqual([4, 400])
    values.slice(1).forEach((value, at) => {
      expect(value / values[at]!).toBeCloseTo(100 ** (1 / 6), 12)
    })
  })

  test('is not kept: a billion points are as near as the first', () => {
    const grid = gridOf([
      { input: 'temperature', from: kelvin(1), to: kelvin(2), points: 1e9, spacing: 'linear' }
    ])
    const [block] = [...grid.blocks({ from: 999_999_999 })]
    expect(block!.inputs['temperature']).toEqual(Float64Array.of(2))
    expect(block!.rows[0]!.values).toHaveLength(1)
  })

  test('says all at once what is wrong with its axes', () => {
    const message = left(
      ledgerGrid(brain, [
        { input: 'colour', values: column(one)([1]) },
        { input: 'temperature', from: joules(1), to: kelvin(3), points: 1 },
        { input: 'duration', from: seconds(0), to: seconds(1), points: 3, spacing: 'log' },
        { input: 'duration', values: column(seconds)([]) },
        { input: 'precision', values: column(bits)([]) }
      ])
    )
    expect(message.split('\n')).toEqual([
      `ledgerGrid: there is no input of this ledger "colour"; there are ${Object.keys(sweepable(brain)).join(', ')}`,
      'ledgerGrid: temperature: expected values of temperature, got energy',
      'ledgerGrid: temperature: expected two points or more, got 1',
      'ledgerGrid: duration: expected ends above 0, to be spaced by factors, got 0 s and 1.000 s',
      'ledgerGrid: duration: expected one axis of an input, got two',
      'ledgerGrid: precision: expected a value or more, got none'
    ])
  })

  test('has no blocks of no points', () => {
    expect(() => gridOf([durations]).blocks({ size: 0 })).toThrow(
      'blocks: part.size: expected a whole number above 0'
    )
    expect([...gridOf([durations]).blocks({ from: 3 })]).toEqual([])
  })
})

describe('ledgerColumns', () => {
  const floorOf = (columns: readonly LedgerColumn[]) => columns.find(({ name }) => name === 'floor')!

  test('takes what it is not given from the scenario', () => {
    const all = right(ledgerColumns(brain, { temperature: column(kelvin)([300, 4]), precision: bits(8) }))
    const cold = changed(brain, { workload: { precision: bits(8) } })
    const swept = right(sweep(cold, 'temperature', [kelvin(300), kelvin(4)]))
    expect(floorOf(all).at(1)).toEqual(swept.paradigms[0]!.totals[1])
  })

  test('is NaN where an input is outside its range, and says so', () => {
    const { values, at } = floorOf(
      right(ledgerColumns(brain, { temperature: column(kelvin)([-1, NaN, 300]) }))
    )
    expect([...values].map(Number.isNaN)).toEqual([true, true, false])
    expect(left(at(0))).toContain('temperature -1.000 is outside (0, ∞)')
    expect(left(at(1))).toContain('temperature should be')
  })

  test('leaves to decimals what float64 cannot tell', () => {
    const [warm, hot] = right(ledgerColumns(brain, { temperature: column(kelvin)([1e70, 1e80]) })).map(
      ({ values }) => [...values]
    )[0]!
    expect(hot! / warm!).toBeCloseTo(1e10, -2)
  })

  test('has a value at a border, where rounding alone breaks a condition', () => {
    // (1 − ε) h₁ U/N/τ ≤ f₀ with 6e28 updates of 1e15 parameters in 1e7 s: 6e6 (1 − ε) Hz, and f₀ is no more.
    const errors = Array.from({ length: 400 }, (_, at) => (at + 1) / 1000)
    const rates = errors.map((_, at) => 6000 * (999 - at))
    expect(errors.some((ε, at) => ((1 - ε) * 6e13) / 1e7 > rates[at]!)).toBe(true)
    const rows = right(
      ledgerColumns(brain, {
        duration: seconds(1e7),
        errorProbability: column(one)(errors),
        attemptRate: column(hertz)(rates)
      })
    )
    const { values } = rows.find(({ name }) => name === 'limDissipated')!
    expect(values.every((value) => value > 0)).toBe(true)
    // One part in 1e9 beyond the border there is none, whatever its neighbours have.
    const beyond = right(
      ledgerColumns(brain, {
        duration: seconds(1e7),
        errorProbability: column(one)(errors),
        attemptRate: column(hertz)(rates.map((rate) => rate * (1 - 1e-9)))
      })
    ).find(({ name }) => name === 'limDissipated')!
    expect(beyond.values.every(Number.isNaN)).toBe(true)
  })

  test('refuses what is no input, and what is of another dimension', () => {
    expect(
      left(ledgerColumns(brain, { colour: 1, temperature: column(joules)([1]), duration: 3 })).split('\n')
    ).toEqual([
      expect.stringMatching(
        /^ledgerColumns: there is no input of this ledger "colour"; there are parameters, /
      ),
      'ledgerColumns: expected a column, or one value, of temperature (temperature), got a column of energy',
      'ledgerColumns: expected a column, or one value, of duration (time), got 3'
    ])
  })
})

test('a 0 is one only where nothing is spent: 1e-400 J a flop are too few for float64, and not none', () => {
  const [none, few] = [joulesPerFlop(0), joulesPerFlop('1e-400')]
  const swept = right(sweep(brain, 'acceleratorEnergy', [none, few]))
  const [zero, tiny] = swept.paradigms.find(({ name }) => name === 'accelerator')!.totals
  expect(right(zero!).value).toBe(0)
  expect(left(tiny!)).toContain('is beyond float64')
  const columns = right(ledgerColumns(brain, { acceleratorEnergy: few, temperature: column(kelvin)([300]) }))
  const row = columns.find(({ name }) => name === 'accelerator')!
  expect([...row.values]).toEqual([NaN])
  expect(left(row.at(0))).toContain('is beyond float64')
})
