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
    /no SetEnergy, and not all of SetVoltage, ResistanceOn, SetPulse, or of SetCurrent, SetVoltage, SetPulse, or of SetPower, SetPulse/
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

const energiesIn = (...lines: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    right(decodeNvsimCell(lines.join('\n'))).actions.map((each) => [each.action, joulesIn(each)])
  )

const pulses = [
  ...['-ResistanceOn (ohm): 2000', '-ResetVoltage (V): -2', '-ResetPulse (ns): 50'],
  ...['-SetVoltage (V): 1', '-SetPulse (ns): 100', '-SetCurrent (uA): 300']
]

describe('as NVSim computes them', () => {
  test('an access device takes its voltage from the cell, and its heat is counted: V (V − drop) t / R', () => {
    // 2 · 1.5 / 2000 · 50 ns, 1 · 0.5 / 2000 · 100 ns
    const drop = ['-MemCellType: PCRAM', ...pulses, '-VoltageDropAccessDevice (V): 0.5']
    expect(energiesIn(...drop)).toEqual({ set: '2.5e-11', reset: '7.5e-11' })
    expect(actionNamed(right(decodeNvsimCell(drop.join('\n'))), 'PCRAM', 'set').derivation).toMatch(
      /^SetVoltage · \(SetVoltage − VoltageDropAccessDevice\) \/ ResistanceOn · SetPulse/
    )
    expect(energiesIn('-MemCellType: PCRAM', ...pulses)).toEqual({ set: '5e-11', reset: '1e-10' })
  })

  test('a drop that leaves nothing of a voltage leaves that energy out, and a note says so', () => {
    const read = right(
      decodeNvsimCell(['-MemCellType: PCRAM', ...pulses, '-VoltageDropAccessDevice (V): 1.8'].join('\n'))
    )
    expect(read.actions.map(joulesIn)).toEqual(['1e-11']) // 2 · 0.2 / 2000 · 50 ns, and no set at 1 V
    expect(
      right(
        decodeNvsimCell(
          ['-MemCellType: PCRAM', '-SetEnergy (pJ): 1', ...pulses, '-VoltageDropAccessDevice (V): 3'].join(
            '\n'
          )
        )
      ).notes.join()
    ).toMatch(/no ResetEnergy, and VoltageDropAccessDevice leaves nothing of ResetVoltage/)
  })

  test('a pulse of current heats by its current, one of voltage by the resistance', () => {
    expect(energiesIn('-MemCellType: PCRAM', '-SetMode: current', ...pulses)).toMatchObject({ set: '3e-11' })
    expect(energiesIn('-MemCellType: PCRAM', '-SetMode: voltage', ...pulses)).toMatchObject({ set: '5e-11' })
  })

  test('a resistance at a voltage is that of a memristor without an access device', () => {
    const at = '-ResistanceOnAtSetVoltage (ohm): 4000'
    expect(energiesIn('-MemCellType: memristor', '-AccessType: None', at, ...pulses).set).toBe('2.5e-11')
    expect(energiesIn('-MemCellType: memristor', '-AccessType: CMOS', at, ...pulses).set).toBe('5e-11')
    expect(energiesIn('-MemCellType: MRAM', '-AccessType: None', at, ...pulses).set).toBe('5e-11')
  })

  test('no current flows into a gate but the one that is said', () => {
    const read = right(decodeNvsimCell(['-MemCellType: FeFET', ...pulses].join('\n')))
    expect(read.actions.map(({ action, derivation }) => [action, derivation])).toEqual([
      ['set', 'SetCurrent · SetVoltage · SetPulse, the heat of the pulse']
    ])
  })

  test('an energy of 0 is one that is not stated', () => {
    expect(energiesIn('-MemCellType: PCRAM', '-SetEnergy (pJ): 0', ...pulses).set).toBe('5e-11')
    expect(energiesIn('-MemCellType: PCRAM', '-SetEnergy (pJ): 0').set).toBe('0')
  })

  test.each(['SRAM', 'DRAM', 'eDRAM', 'SLCNAND'])('the keys of a resistive cell are none of %s', (type) => {
    const read = decodeNvsimCell([`-MemCellType: ${type}`, ...pulses, '-SetEnergy (pJ): 1'].join('\n'))
    expect(messageOf(read)).toContain(`(line 1): expected a resistive cell, such as RRAM, got ${type}`)
  })
})

test('CiMLoop multiplies what a write and what a read takes, and the derivation says so', () => {
  const rram = ['-MemCellType: RRAM', ...pulses, '-ReadEnergy (fJ): 7']
  const by = ['-CellWriteEnergyMultiplier: 3', '-CellReadLeakEnergyMultiplier: 2']
  expect(energiesIn(...rram, ...by)).toEqual({ set: '1.5e-10', reset: '3e-10', read: '1.4e-14' })
  const { actions } = right(decodeNvsimCell([...rram, ...by].join('\n')))
  expect(actions.map(({ derivation }) => derivation)).toEqual([
    expect.stringMatching(/^CellWriteEnergyMultiplier \(3\) · SetVoltage²/),
    expect.stringMatching(/^CellWriteEnergyMultiplier \(3\) · ResetVoltage²/),
    'CellReadLeakEnergyMultiplier (2) · ReadEnergy, which the file states'
  ])
  expect(energiesIn(...rram, '-CellWriteEnergyMultiplier: 1').set).toBe('5e-11')
  expect(messageOf(decodeNvsimCell([...rram, '-CellWriteEnergyMultiplier: -1'].join('\n')))).toMatch(
    /CellWriteEnergyMultiplier: expected an energy of 0 or more/
  )
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
      messageOf(decodeNvsimCell('-MemCellType: PCRAM\n-CellArea (F^2): 4\n-ReadVoltage (V): 0.5\n'))
    ).toMatch(/^\(line 1\): expected an energy of "set", "reset", "read": it gives no SetEnergy/)
  })
})

test('a product of numbers of a cell is never infinite: each is held to what a number may be', () => {
  const cell =
    '-MemCellType: memristor\n-SetVoltage (V): 9e9000000000000000\n-SetCurrent (uA): 1\n-SetPulse (ns): 1\n'
  expect(messageOf(decodeNvsimCell(cell))).toMatch('expected a number that float64 holds, 5e-324 to 1.79e308')
})
