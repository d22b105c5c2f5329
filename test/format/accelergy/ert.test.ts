/** Accelergy's ERT: energies in pJ, to their last digit. Weight register, as its plug-ins give it: 0.144 pJ. */
import fc from 'fast-check'
import { decodeErt } from '../../../src/format/accelergy/ert'
import { dimensions } from '../../../src/units/dimension'
import { right } from '../../ledger/reference'
import {
  actionNamed,
  entriesOf,
  exampleOf,
  joulesIn,
  linesOf,
  messageOf,
  replaced
} from '../energies/reading'

const source = exampleOf('ert.yaml')
const table = right(decodeErt(source, 'ert.yaml'))
const register = 'system_top_level.PE_column[1..14].PE[1..12].weight_reg[1..2]'

/** A table of one action. */
const single = (energy: string, action = 'read'): string =>
  `ERT:\n  version: 0.4\n  tables:\n    - name: buffer\n      actions:\n        - name: ${action}\n          arguments: {}\n          energy: ${energy}\n`

test('every action of every component is an entry, in the order of the file', () => {
  expect(
    table.actions.map(({ component, action }) => `${component.replace(/^.*\.(?=[a-z])/i, '')} ${action}`)
  ).toEqual([
    'DRAM[1..1] read',
    'DRAM[1..1] write',
    'DRAM[1..1] update',
    'DRAM[1..1] leak',
    'weight_reg[1..2] read',
    'weight_reg[1..2] write',
    'weight_reg[1..2] update',
    'weight_reg[1..2] leak',
    'mac compute',
    'adc[1..32] convert',
    'adc[1..32] convert',
    'adc[1..32] leak'
  ])
  expect(table).toMatchObject({ format: 'Accelergy ERT', name: 'ert.yaml', totals: [] })
})

test('energies are picojoules, and a note says that the file does not', () => {
  const { energy } = actionNamed(table, register, 'read')
  expect(energy.dimension.key).toBe(dimensions.energy.key)
  expect(energy.exact.toString()).toBe('1.44e-13')
  expect(table.notes.join()).toMatch(/pJ: the file names no unit/)
})

test('an energy keeps every digit that it is written with', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(digits, digits, fc.integer({ min: -30, max: 30 }), (whole, fraction, exponent) => {
      const written = `${whole.join('')}.${fraction.join('')}e${exponent}`
      const [read] = right(decodeErt(single(written))).actions
      // By whole numbers: value · 10^(places) is the digits.
      const power = exponent - fraction.length - 12
      expect(read!.energy.exact.toFixed()).toBe(decimalText(BigInt([...whole, ...fraction].join('')), power))
    })
  )
})

/** digits · 10^power as plain decimal text. */
const decimalText = (digits: bigint, power: number): string => {
  if (digits === 0n) return '0'
  if (power >= 0) return String(digits) + '0'.repeat(power)
  const padded = String(digits).padStart(1 - power, '0')
  const point = padded.length + power
  return `${padded.slice(0, point)}.${padded.slice(point)}`.replace(/\.?0+$/, '')
}

test('1e-09, which is a text to YAML 1.1 and a number to YAML 1.2, is the same number in quotes and without', () => {
  for (const written of ['1e-09', '"1e-09"', "'1.0e-09'", '1.0E-9', '.1e-8'])
    expect(joulesIn(right(decodeErt(single(written))).actions[0]!)).toBe('1e-21')
  const { arguments: given } = actionNamed(table, register, 'read')
  expect(given).toEqual({ global_cycle_seconds: 1e-9, action_latency_cycles: 1 })
})

test('ranges in a name multiply to instances; a name without any has none', () => {
  expect(actionNamed(table, register, 'read').instances).toBe(14 * 12 * 2)
  expect(actionNamed(table, 'system_top_level.DRAM[1..1]', 'read').instances).toBe(1)
  const [one] = right(decodeErt(single('1').replace('buffer', 'pe[3].buffer'))).actions
  expect(one).not.toHaveProperty('instances')
})

test('one action with different arguments stays several entries', () => {
  const converts = table.actions.filter(({ action }) => action === 'convert')
  expect(converts.map(({ arguments: given }) => given)).toEqual([{ resolution: 8 }, { resolution: 4 }])
})

test('update accumulates, fill writes, leak is per cycle, and what is unknown is other', () => {
  const kindsOf = (action: string) => right(decodeErt(single('1', action)))
  const kinds = Object.fromEntries(
    [
      'update',
      'fill',
      'leak',
      'idle',
      'read',
      'write',
      'compute',
      'mac_gated',
      'convert',
      'transfer',
      'learn'
    ].map((action) => [action, kindsOf(action).actions[0]!.kind])
  )
  expect(kinds).toEqual({
    update: 'accumulate',
    fill: 'write',
    leak: 'leak',
    idle: 'leak',
    read: 'read',
    write: 'write',
    compute: 'compute',
    mac_gated: 'other',
    convert: 'convert',
    transfer: 'transfer',
    learn: 'other'
  })
  expect(kindsOf('update').notes.join()).toMatch(/no learning update/)
  expect(kindsOf('leak').notes.join()).toMatch(/one cycle/)
  expect(kindsOf('read').notes).toHaveLength(1)
})

test('the version is a number, a text or left out, and tables before 0.3 are maps', () => {
  const old = `ERT:\n  version: 0.2\n  tables:\n    buffer:\n      idle: {arguments: null, energy: 0}\n      read:\n        - {arguments: {banks: 1}, energy: 1}\n        - {arguments: {banks: 2}, energy: 2.5}\n`
  expect(right(decodeErt(old)).actions).toMatchObject([
    { component: 'buffer', action: 'idle', kind: 'leak' },
    { component: 'buffer', action: 'read', arguments: { banks: 1 } },
    { component: 'buffer', action: 'read', arguments: { banks: 2 } }
  ])
  for (const version of ['0.4', '"0.4"', '0.30', ''])
    expect(right(decodeErt(single('1').replace('0.4', version))).actions).toHaveLength(1)
})

test('what stands beside energies, such as an area, is passed over', () => {
  const beside = `${single('1')}          latency: 3\n  owner: me\nART: {version: 0.4, tables: []}\n`
  expect(entriesOf(right(decodeErt(beside)))).toEqual(entriesOf(right(decodeErt(single('1')))))
})

test('an alias is what it stands for', () => {
  const shared = `ERT:\n  tables:\n    - name: a\n      actions: &same\n        - {name: read, energy: 0.5}\n    - {name: b, actions: *same}\n`
  expect(right(decodeErt(shared)).actions.map(({ component }) => component)).toEqual(['a', 'b'])
})

describe('what is wrong has its place', () => {
  const energyWanted = 'expected an energy of 0 pJ or more, as a plain number'
  test.each([
    ['a negative energy', '-0.1', `(line 8): ${energyWanted}, got -0.1`],
    ['no energy', '', `(line 8): ${energyWanted}, got nothing`],
    ['an energy with a unit', '0.1 pJ', `(line 8): ${energyWanted}, got "0.1 pJ"`],
    ['a share', '1 %', `(line 8): ${energyWanted}, got "1 %"`],
    ['an infinite energy', '.inf', `(line 8): ${energyWanted}, got .inf`],
    ['an energy that is no number', '.nan', `(line 8): ${energyWanted}, got .nan`],
    ['a hexadecimal energy', '0x1F', `(line 8): ${energyWanted}, got 0x1F`],
    ['digits with a line below', '1_000', `(line 8): ${energyWanted}, got "1_000"`],
    ['a truth value', 'true', `(line 8): ${energyWanted}, got true`],
    ['a list', '[1]', `(line 8): ${energyWanted}, got a list`],
    [
      'an energy beyond all range',
      '1e999999999999999999',
      `(line 8): ${energyWanted}, got 1e999999999999999999`
    ]
  ])('%s', (_, energy, message) => {
    expect(messageOf(decodeErt(single(energy)))).toBe(`/ERT/tables/0/actions/0/energy ${message}`)
  })

  test.each([
    ['an energy', '          energy: 1\n', '', '/ERT/tables/0/actions/0/energy (line 6): '],
    ['a name of an action', 'name: read', 'named: read', '/ERT/tables/0/actions/0/name (line 6): '],
    ['a name of a component', 'name: buffer', 'named: buffer', '/ERT/tables/0/name (line 4): '],
    [
      'actions',
      '      actions:\n',
      '      acts:\n',
      '/ERT/tables/0/actions (line 4): expected a list of actions'
    ],
    ['tables', '  tables:', '  table:', '/ERT/tables (line 2): expected a list of tables']
  ])('%s that is missing', (_, piece, by, message) => {
    expect(messageOf(decodeErt(replaced(single('1'), piece, by)))).toMatch(message)
  })

  test('an argument that is not finite', () => {
    expect(messageOf(decodeErt(single('1').replace('{}', '{a: .inf}')))).toBe(
      '/ERT/tables/0/actions/0/arguments/a (line 7): expected a text, a finite number, true or false, got .inf'
    )
  })

  test('every problem is told', () => {
    const wrong = source.replace('energy: 0.144', 'energy: x').replace('resolution: 4', 'resolution: [4]')
    expect(linesOf(decodeErt(wrong))).toEqual([
      1 + source.split('\n').findIndex((line) => line.includes('0.144')),
      1 + source.split('\n').findIndex((line) => line.includes('resolution: 4'))
    ])
  })

  test('a range that runs backwards', () => {
    expect(messageOf(decodeErt(single('1').replace('buffer', 'buffer[4..1]')))).toMatch(/got \[4\.\.1\]/)
  })
})
