/** Cell files of NVSim: (1.75 V)² / 250 kΩ · 8.52 µs is 104.37 pJ. */
import fc from 'fast-check'
import { decodeNvsimCell } from '../../../src/format/nvsim/nvsim'
import { right } from '../../ledger/reference'
import { actionNamed, exampleOf, joulesIn, linesOf, messageOf, replaced } from '../energies/reading'

const source = exampleOf('rram.cell')
const table = right(decodeNvsimCell(source))
const line = (piece: string): number => source.split('\n').findIndex((each) => each.includes(piece)) + 1

test('energies that the file states are read in the unit in their parentheses', () => {
  expect(table.actions.map(({ component, action, kind, bits }) => [component, action, kind, bits])).toEqual([
    ['memristor', 'set', 'write', 1],
    ['memristor', 'reset', 'write', 1],
    ['memristor', 'read', 'read', 1]
  ])
  const reset = actionNamed(table, 'memristor', 'reset')
  expect(joulesIn(reset)).toBe('6e-13')
  expect(reset).not.toHaveProperty('derivation')
  const inFemto = right(decodeNvsimCell(replaced(source, '-ResetEnergy (pJ)', '-ResetEnergy (fJ)')))
  expect(joulesIn(actionNamed(inFemto, 'memristor', 'reset'))).toBe('6e-16')
})

test('an energy that is not stated follows from voltage, resistance and pulse, and says so', () => {
  const set = actionNamed(table, 'memristor', 'set')
  expect(joulesIn(set)).toBe('1.0437e-10')
  expect(set.derivation).toBe(
    'SetVoltage² / ResistanceOnAtSetVoltage · SetPulse, the heat of the pulse in a cell that is on'
  )
})

/** A cell with some lines. */
const cell = (...lines: readonly string[]): string => `-MemCellType: RRAM\n${lines.join('\n')}\n`
const setOf = (...lines: readonly string[]) =>
  actionNamed(right(decodeNvsimCell(cell(...lines))), 'RRAM', 'set')

test('V² t / R, V I t and P t agree where they are of one pulse', () => {
  const figure = fc.integer({ min: 1, max: 10000 })
  fc.assert(
    fc.property(figure, figure, figure, fc.boolean(), (current, ohms, pulse, negative) => {
      // R in kΩ and I in µA make V in mV.
      const sign = negative ? '-' : ''
      const voltage = `-SetVoltage (mV): ${sign}${current * ohms}`
      const time = `-SetPulse (ns): ${pulse}`
      const byCurrent = setOf(`-SetCurrent (uA): ${sign}${current}`, voltage, time)
      const byResistance = setOf(`-ResistanceOn (kohm): ${ohms}`, voltage, time)
      const byPower = setOf(`-SetPower (nW): ${current * current * ohms}`, time)
      const expected = `${BigInt(current) ** 2n * BigInt(ohms) * BigInt(pulse)}e-18`
      for (const found of [byCurrent, byResistance, byPower]) {
        expect(found.energy.exact.eq(expected)).toBe(true)
        expect(found.derivation).toContain('SetPulse')
      }
    })
  )
})

test('what follows from nothing in the file is left out, and a note says what is missing', () => {
  const lacking = right(
    decodeNvsimCell(cell('-ResetEnergy (pJ): 1', '-SetVoltage (V): 2', '-SetPulse (ns): 3'))
  )
  expect(lacking.actions.map(({ action }) => action)).toEqual(['reset'])
  expect(lacking.notes.join('\n')).toMatch(
    /no SetEnergy, and not all of SetCurrent, SetVoltage, SetPulse, or of SetPower, SetPulse, or of SetVoltage, ResistanceOn, SetPulse/
  )
  const ofTechnology = cell(
    '-ResetEnergy (pJ): 1',
    '-SetVoltage (V): vdd',
    '-SetPulse (ns): 3',
    '-ResistanceOn (ohm): 5'
  )
  expect(right(decodeNvsimCell(ofTechnology)).actions).toHaveLength(1)
})

test('a cell of several levels holds their bits, and one that leaves them open says so', () => {
  const bitsOf = (...lines: readonly string[]) => setOf('-SetEnergy (pJ): 1', ...lines).bits
  expect(bitsOf('-CellLevels: 4')).toBe(2)
  expect(bitsOf('-CellLevels: 3')).toBeUndefined()
  expect(bitsOf('-MemCellLevel: MLC')).toBeUndefined()
  expect(bitsOf('-MemCellLevel: SLC')).toBe(1)
  expect(right(decodeNvsimCell(cell('-SetEnergy (pJ): 1', '-MemCellLevel: MLC'))).notes.join()).toMatch(
    /leaves open how many bits/
  )
})

test('comments, blank lines and the one key that has words for a unit are passed over', () => {
  expect(source).toContain('-DeviceRoadmap -1LP 1HP 2LSTP:  2')
  const bare = source
    .split('\n')
    .filter((each) => /^-(Mem|Res|Set|Read[EPV])/.test(each))
    .join('\r\n')
  expect(right(decodeNvsimCell(bare)).actions.map(joulesIn)).toEqual(table.actions.map(joulesIn))
})

describe('what is wrong has its line', () => {
  test.each([
    [
      'an energy that is none',
      '0.6 # measured',
      'much',
      ['0.6'],
      'ResetEnergy: expected an energy such as "0.6 pJ", got "much pJ"'
    ],
    ['an energy below 0', '0.6 # measured', '-0.6', ['0.6'], 'expected an energy of 0 or more'],
    [
      'an unknown unit',
      '-ResetEnergy (pJ)',
      '-ResetEnergy (furlong)',
      ['0.6'],
      'a known unit instead of "furlong"'
    ],
    ['a unit of something else', '-ResetEnergy (pJ)', '-ResetEnergy (V)', ['0.6'], 'this is a voltage'],
    ['no unit', '-ResetEnergy (pJ)', '-ResetEnergy', ['0.6'], 'no unit is given'],
    ['a pulse that is none', '8520', 'long', ['8520'], 'SetPulse: expected a time such as "10 ns"'],
    [
      'a key given twice',
      '-ReadFloating: false',
      '-SetPulse (ns): 1',
      ['-ReadFloating'],
      'SetPulse is given twice (first on line'
    ],
    [
      'a line that is none',
      '-AccessType: None',
      '-AccessType',
      ['-AccessType'],
      'expected "-Key (unit): value", got "-AccessType"'
    ],
    ['no type', '-MemCellType: memristor', '', ['//'], 'expected a line "-MemCellType: type"']
  ])('%s', (_, piece, by, places, message) => {
    const read = decodeNvsimCell(replaced(source, piece, by))
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual(places.map(line))
  })

  test('nothing follows from a resistance of 0', () => {
    expect(right(decodeNvsimCell(replaced(source, '25e4', '0'))).notes.join()).toContain('gives no SetEnergy')
  })

  test('a cell without any energy', () => {
    expect(
      messageOf(decodeNvsimCell('-MemCellType: SLCNAND\n-FlashEraseVoltage (V): 16\n-ReadVoltage (V): 0.5\n'))
    ).toMatch(/^\(line 1\): expected an energy of "set", "reset", "read": it gives no SetEnergy/)
  })
})
