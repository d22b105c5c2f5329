/** NeuroSim's breakdown of an epoch: energy_WU is the update-wall, and only the first split has walls. */
import fc from 'fast-check'
import { decodeNeuroSimBreakdown } from '../../../src/format/neurosim/neurosim'
import { right } from '../../ledger/reference'
import { entriesOf, exampleOf, joulesIn, linesOf, messageOf, replaced, totalNamed } from '../energies/reading'

const source = exampleOf('NeuroSim_Breakdown_Epoch_1.csv')
const table = right(decodeNeuroSimBreakdown(source))
const header = source.split('\n').findIndex((line) => line.startsWith('layer_number')) + 1

test('each layer, and all of them, took what the columns of energies say', () => {
  expect([...new Set(table.totals.map(({ component }) => component))]).toEqual([
    'layer 1',
    'layer 2',
    'layer 3',
    'Total'
  ])
  expect(joulesIn(totalNamed(table, 'layer 1', 'energy_FW'))).toBe('0.0301854')
  expect(joulesIn(totalNamed(table, 'layer 2', 'energy_WU'))).toBe('0.000226809')
  expect(joulesIn(totalNamed(table, 'Total', 'Weight_update_energy'))).toBe('0.000309463')
  expect(joulesIn(totalNamed(table, 'Total', 'DRAM_energy'))).toBe('0.0142393') // beyond the empty columns
})

test('layers make the Total that the file states, in every column, to its six digits', () => {
  const columns = table.totals.filter(({ component }) => component === 'Total')
  expect(columns).toHaveLength(16)
  for (const total of columns) {
    const layers = [1, 2, 3].map((layer) => totalNamed(table, `layer ${layer}`, total.part))
    const sum = layers.reduce((all, { energy }) => all + energy.value, 0)
    expect(Math.abs(sum / total.energy.value - 1)).toBeLessThan(1e-5)
  }
})

test('reading is the memory-wall, the weight update the update-wall, and the second split has no wall', () => {
  const walls = table.totals
    .filter(({ component, wall }) => component === 'Total' && wall !== undefined)
    .map(({ part, wall }) => [part, wall])
  expect(walls).toEqual([
    ['energy_FW', 'memory'],
    ['energy_AG', 'memory'],
    ['energy_WG', 'memory'],
    ['energy_WU', 'update']
  ])
  expect(totalNamed(table, 'Total', 'Weight_update_energy').wall).toBeUndefined()
  expect(table.notes.join('\n')).toMatch(/split the same energies in another way: they belong to no wall/)
})

test('latencies are no energies, though one of them is called Weight_update', () => {
  expect(table.totals.every(({ part }) => /energy/.test(part))).toBe(true)
  expect(table.totals).toHaveLength(4 * 16)
})

test('the resolution is half of the sixth digit, which a stream of C++ prints', () => {
  expect(totalNamed(table, 'layer 1', 'energy_FW').resolution!.exact.toString()).toBe('5e-8')
  expect(totalNamed(table, 'layer 2', 'Peak_energy_AG').resolution!.exact.toString()).toBe('5e-8') // 0.025344
})

test('the unit is that of the header', () => {
  const inMilli = right(decodeNeuroSimBreakdown(replaced(source, ', energy_WU(J)', ', energy_WU(mJ)')))
  expect(joulesIn(totalNamed(inMilli, 'layer 2', 'energy_WU'))).toBe('2.26809e-7')
})

/** A number as a stream of C++ prints it. */
const streamed = (value: number): string => (value === 0 ? '0' : String(Number(value.toPrecision(6))))

/** A breakdown of the four energies of each layer, and of their sums. */
const breakdown = (layers: readonly (readonly number[])[], totals: readonly number[]): string =>
  [
    'layer_number, energy_FW(J), energy_AG(J), energy_WG(J), energy_WU(J)',
    ...layers.map((layer, at) => [at + 1, ...layer.map(streamed)].join(',')),
    ['Total', ...totals.map(streamed)].join(','),
    ''
  ].join('\n')

const energy = fc.double({ min: 1e-12, max: 1e3, noNaN: true })
const four = fc.tuple(energy, energy, energy, energy)
const sumsOf = (layers: readonly (readonly number[])[]): number[] =>
  [0, 1, 2, 3].map((at) => layers.reduce((sum, layer) => sum + layer[at]!, 0))

test('layers as they are printed make their printed total, whatever was rounded', () => {
  fc.assert(
    fc.property(fc.array(four, { minLength: 1, maxLength: 20 }), (layers) => {
      expect(right(decodeNeuroSimBreakdown(breakdown(layers, sumsOf(layers)))).totals).toHaveLength(
        4 * (layers.length + 1)
      )
    })
  )
})

test('layers that do not make the total are refused, and both are told', () => {
  fc.assert(
    fc.property(fc.array(four, { minLength: 1, maxLength: 20 }), fc.nat(3), (layers, at) => {
      const totals = sumsOf(layers)
      // Each figure is off by 5e-6 of itself at most, so that all are by 1e-5 of the total.
      totals[at]! *= 1 + 3e-5
      expect(messageOf(decodeNeuroSimBreakdown(breakdown(layers, totals)))).toMatch(
        new RegExp(
          `^\\(line ${layers.length + 2}\\): energy_..: expected what the layers add up to, .*J, got .*J$`
        )
      )
    })
  )
})

describe('what is wrong has its line', () => {
  test.each([
    [
      'an energy that is none',
      '0.0837444',
      'nan',
      [header + 2],
      'energy_AG: expected 0 J or more, got "nan"'
    ],
    ['an energy below 0', '0.0837444', '-0.0837444', [header + 2], 'got "-0.0837444"'],
    ['a row too short', '2,0.00424981,', '2,', [header + 2], 'expected 35 fields, as the header has, got 34'],
    [
      'a layer without a number',
      '2,0.00424981,',
      'two,0.00424981,',
      [header + 2],
      'expected the number of a layer or "Total", got "two"'
    ],
    [
      'an unknown unit',
      ', energy_WU(J)',
      ', energy_WU(erg)',
      [header],
      'energy_WU: expected a unit of energy in parentheses, such as (J), got "erg"'
    ],
    ['no unit', ', energy_WU(J)', ', energy_WU', [header], 'energy_WU: expected a unit of energy'],
    [
      'no weight update',
      ', energy_WU(J)',
      ', power_WU(J)',
      [header],
      'expected a column "energy_WU(J)", got none'
    ],
    ['no header', 'layer_number', 'layers', [header + 8], 'expected a header that begins with "layer_number"']
  ])('%s', (_, piece, by, lines, message) => {
    const read = decodeNeuroSimBreakdown(replaced(source, piece, by))
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual(lines)
  })

  test('no total', () => {
    const read = decodeNeuroSimBreakdown(source.split('\nTotal,')[0]!)
    expect(messageOf(read)).toBe(`(line ${header + 3}): expected a row "Total" after the layers, got none`)
  })
})

describe('a file that NeuroSim added to', () => {
  const broken = source.replace('0.0837444', '-nan')

  test('is its last block, whatever those before hold, and a note says so', () => {
    const appended = right(decodeNeuroSimBreakdown(broken + source))
    expect(entriesOf(appended)).toEqual(entriesOf(table))
    const from = source.split('\n').length - 1 + header
    expect(appended.notes[0]).toContain('the file holds 2 blocks')
    expect(appended.notes[0]).toContain(`the last is read (from line ${from}; in all energy_FW `)
    expect(appended.notes[0]).toMatch(/energy_WU 688\.4 µJ\), and the one before it is passed over$/)
    expect(right(decodeNeuroSimBreakdown(source + broken + source)).notes[0]).toContain(
      'and the 2 before it are passed over'
    )
    expect(table.notes.join()).not.toContain('blocks')
  })

  test('whose last block is none is an error, and no block before takes its place', () => {
    expect(messageOf(decodeNeuroSimBreakdown(source + broken))).toMatch(
      /energy_AG: expected 0 J or more, got "-nan"/
    )
    expect(messageOf(decodeNeuroSimBreakdown(source + source.split('\nTotal,')[0]!))).toMatch(
      /expected a row "Total"/
    )
  })
})
