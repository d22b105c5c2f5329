/** limen's own JSON of energies: a text with a unit, kept to its last digit. */
import fc from 'fast-check'
import { decodeEnergies, energies, energiesFormat } from '../../../src/format/energies/own'
import { energiesJson } from '../../../src/format/energies/write'
import { right } from '../../ledger/reference'
import { actionNamed, entriesOf, exampleOf, joulesIn, linesOf, messageOf, replaced } from './reading'
import { anyTable } from './tables'

const source = exampleOf('energies.json')
const table = right(decodeEnergies(source))

test('what stands in the file is in the table', () => {
  expect(table).toMatchObject({
    format: energiesFormat,
    name: 'A macro of ours',
    notes: ['simulated at 300 K']
  })
  expect(actionNamed(table, 'macro.adc[0..31]', 'convert')).toMatchObject({
    instances: 32,
    kind: 'convert',
    bits: 8,
    count: 4096
  })
  expect(joulesIn(actionNamed(table, 'macro.adc[0..31]', 'convert'))).toBe('1.666666667e-12')
  expect(actionNamed(table, 'macro.cell', 'set').arguments).toEqual({
    pulse: '8.52 us',
    levels: 2,
    verified: true
  })
  expect(table.totals[0]).toMatchObject({ component: 'Total', wall: 'total' })
})

test('any table that is written is read as the same entries, to the last digit', () => {
  fc.assert(
    fc.property(anyTable, (written) => {
      const read = right(decodeEnergies(energiesJson(written)))
      expect([read.name, read.notes]).toEqual([written.name, written.notes])
      expect(entriesOf(read).map((entry) => JSON.parse(entry) as unknown)).toEqual(
        entriesOf(written).map((entry) => JSON.parse(entry) as unknown)
      )
    })
  )
})

test('the codec writes what it reads', () => {
  fc.assert(
    fc.property(anyTable, ({ name, actions, totals, notes }) => {
      const document = energies.encode({ format: energiesFormat, name, actions, totals, notes })
      const read = right(decodeEnergies(JSON.stringify(document)))
      expect(read.actions.map(joulesIn)).toEqual(actions.map(joulesIn))
      expect(read.actions.map(({ bits }) => bits)).toEqual(actions.map(({ bits }) => bits))
      expect(read.totals.map(joulesIn)).toEqual(totals.map(joulesIn))
    })
  )
})

describe('what is wrong has its place', () => {
  test.each([
    [
      'an energy of another dimension',
      '"104.37 pJ"',
      '"104.37 pW"',
      '/actions/1/energy (line 19): expected an energy such as "0.144 pJ" (this is a power)'
    ],
    [
      'an energy without a unit',
      '"104.37 pJ"',
      '"104.37"',
      '/actions/1/energy (line 19): expected an energy such as "0.144 pJ" (no unit is given)'
    ],
    [
      'an energy below 0',
      '"104.37 pJ"',
      '"-104.37 pJ"',
      '/actions/1/energy (line 19): expected an energy in [0, ∞) J'
    ],
    [
      'a kind that is none',
      '"kind": "write"',
      '"kind": "learn"',
      '/actions/1/kind (line 18): expected one of "read"'
    ],
    [
      'no bits',
      '"bits": 8',
      '"bits": 0',
      '/actions/0/bits (line 12): expected a number of bits in (0, 1000000]'
    ],
    ['half a count', '4096', '4096.5', '/actions/0/count (line 13): expected a whole number from 0'],
    ['an argument that is a list', '"levels": 2', '"levels": [2]', '/actions/1/arguments/levels (line 21)'],
    [
      'an unknown field',
      '"count"',
      '"counts"',
      '/actions/0/counts (line 13): unknown field: did you mean "count"?'
    ],
    [
      'another version',
      'limen.energies/1',
      'limen.energies/2',
      '/format (line 3): expected "limen.energies/1"'
    ]
  ])('%s', (_, piece, by, message) => {
    expect(messageOf(decodeEnergies(replaced(source, piece, by)))).toContain(message)
  })

  test('every problem is told', () => {
    const wrong = source.replace('104.37 pJ', '1 V').replace('4096', '-1').replace('"A macro of ours"', '1')
    expect([...linesOf(decodeEnergies(wrong))].sort()).toEqual([13, 19, 4])
  })
})
