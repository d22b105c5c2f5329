/** Tables of Accelergy's plug-ins: picojoules, an entry for each action of a row. */
import { decodePlugInCsv } from '../../../src/format/accelergy/plug-in-csv'
import { pluginCsv } from '../../../src/format/accelergy/write-plug-in-csv'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { right } from '../../ledger/reference'
import { entriesOf, exampleOf, joulesIn, linesOf, messageOf, replaced } from '../energies/reading'

const source = exampleOf('adc.csv')
const table = right(decodePlugInCsv(source, 'tables/adc.csv'))

test('the file is named after its component, and each action of a row is an entry', () => {
  expect(table.actions.map(({ component, action, kind }) => [component, action, kind])).toEqual([
    ['adc', 'convert', 'convert'],
    ['adc', 'read', 'read'],
    ['adc', 'convert', 'convert'],
    ['adc', 'read', 'read'],
    ['adc', 'leak', 'leak'],
    ['adc', 'update', 'accumulate'],
    ['adc', 'write', 'write']
  ])
})

test('energies are picojoules to the last digit, and a note says that the file does not say so', () => {
  expect(table.actions.map(joulesIn).slice(0, 3)).toEqual([
    '1.666666667e-12',
    '1.666666667e-12',
    '4.16666667e-13'
  ])
  expect(table.notes.join()).toMatch(/pJ: the file names no unit/)
})

test('every column but energy, area and action tells entries apart; * tells nothing', () => {
  expect(table.actions[0]!.arguments).toEqual({
    technology: '32nm',
    global_cycle_period: 1e-9,
    resolution: 8
  })
  expect(table.actions[4]!.arguments).toEqual({ technology: '32nm', global_cycle_period: 1e-9 })
})

/** The bits of each entry of a small table. */
const bitsOf = (columns: string, ...rows: readonly string[]) =>
  right(decodePlugInCsv([`${columns},energy,action`, ...rows, ''].join('\n'), 'a.csv')).actions.map(
    ({ bits }) => bits
  )

test('resolution, width and the like are the bits of an action; a wildcard and a leak have none', () => {
  expect(table.actions.map(({ bits }) => bits)).toEqual([8, 8, 4, 4, undefined, undefined, undefined])
  for (const column of ['resolution', 'width', 'datawidth', 'n_bits', 'width|datawidth', 'Word-bits'])
    expect(bitsOf(column, '16,1,read', '16,0,leak', '*,1,write')).toEqual([16, undefined, undefined])
  expect(bitsOf('depth', '2048,1,read')).toEqual([undefined])
})

test('of two widths that differ none is taken, and a note says so', () => {
  expect(bitsOf('resolution,width', '8,8,1,read', '8,256,1,read')).toEqual([8, undefined])
  const two = right(decodePlugInCsv('resolution,width,energy,action\n8,256,1,read\n', 'a.csv'))
  expect(two.notes.join()).toMatch(/several widths/)
  expect(table.notes.join()).not.toMatch(/several widths/)
})

describe('as the library of Accelergy zips the names of the columns and a row', () => {
  test('a comma at the end is nothing, and what stands behind the columns is a remark', () => {
    const zipped = right(
      decodePlugInCsv(
        'width|datawidth,depth,energy,action,,\n256,2048,20.5,read|write|update,energy in pJ;  area in um^2;\n256,2048,0,leak,\n,,,\n',
        'eDRAM.csv'
      )
    )
    expect(zipped.actions.map(joulesIn)).toEqual(['2.05e-11', '2.05e-11', '2.05e-11', '0'])
    expect(zipped.actions[0]!.arguments).toEqual({ 'width|datawidth': 256, 'depth': 2048 })
    expect(zipped.notes.at(-1)).toMatch(/as a remark: line 2: energy in pJ; {2}area in um\^2;$/)
    expect(table.notes.join()).not.toMatch(/remark/)
  })

  test('a field too many before the action is no remark', () => {
    const shifted = decodePlugInCsv('width,energy,area,action\n16,2,1,40,read\n', 'a.csv')
    expect(messageOf(shifted)).toMatch(/\(line 2\): action: expected names .*, got "40"/)
  })

  test('the unit of the header holds, and no unit is then said to be missing', () => {
    const stated = right(decodePlugInCsv('width,energy(fJ),area(um^2),action\n32,29.47,71,read\n', 'a.csv'))
    expect(stated.actions.map(joulesIn)).toEqual(['2.947e-14'])
    expect(stated.actions[0]!.arguments).toEqual({ width: 32 })
    expect(stated.notes.join()).not.toMatch(/names no unit/)
    expect(messageOf(decodePlugInCsv('energy(eV),energy(cal),action\n', 'a.csv'))).toMatch(/"energy" again/)
    expect(messageOf(decodePlugInCsv('energy(cal),action\n1,read\n', 'a.csv'))).toMatch(
      /\(line 1\): energy: expected a unit of energy such as \(pJ\), got "cal"/
    )
  })

  const two = [
    '# two tables',
    'COMPONENT: datapath,,',
    'voltage,energy,action',
    '1.2,   12,    read',
    '',
    'COMPONENT: gate',
    'rows,resolution,energy(pJ),action',
    '1,   8,         0.5,       read',
    ''
  ].join('\n')

  test('"COMPONENT: name" begins a table of its own, and problems have their lines', () => {
    const both = right(decodePlugInCsv(two))
    expect(both.actions.map(({ component, bits }) => [component, bits])).toEqual([
      ['datapath', undefined],
      ['gate', 8]
    ])
    expect(both.actions.map(joulesIn)).toEqual(['1.2e-11', '5e-13'])
    expect(both.notes.join('\n')).toMatch(/names no unit/)
    expect(both.notes.join('\n')).toMatch(/"leak" of datapath, which[^]*"leak" of gate, which/)
    expect(both.notes.join('\n')).not.toMatch(/no name was given/)
    expect(linesOf(decodePlugInCsv(two.replace('12,', 'x,').replace('0.5,', 'y,')))).toEqual([4, 8])
    expect(linesOf(decodePlugInCsv(`${two}COMPONENT:\nenergy,action\n1,read\nCOMPONENT: none\n`))).toEqual([
      9, 12
    ])
  })

  test('a file of components is known as a table of the plug-in, and written as files that are read the same', () => {
    const read = right(decodeEnergyFile(two))
    expect(read.format).toBe('Accelergy plug-in table')
    const named = right(
      decodePlugInCsv('width|datawidth,energy,action\n16,0.35,read|write|update|leak,\n', 'shifter.csv')
    )
    const [file] = right(pluginCsv(named))
    expect(entriesOf(right(decodePlugInCsv(file!.text, file!.name)))).toEqual(entriesOf(named))
  })
})

test('what Accelergy asks for and the table lacks is told, unless * stands for it', () => {
  const lacks = right(decodePlugInCsv('energy,action\n1,read|write\n', 'a.csv'))
  expect(lacks.notes.at(-1)).toMatch(/nothing for "update", "leak"/)
  expect(table.notes.join()).not.toMatch(/gives nothing/)
  expect(right(decodePlugInCsv('energy,action\n1,*\n', 'a.csv')).notes.join()).toMatch(
    /"\*" stands for every action/
  )
})

test('without a name of the file the component is not made up in silence', () => {
  expect(right(decodePlugInCsv(source)).notes.join()).toMatch(/no name was given/)
})

describe('what is wrong has its line', () => {
  test.each([
    [
      'an energy below 0',
      '0.416666667',
      '-1',
      [4],
      'energy: expected 0 pJ or more, as a plain number, got "-1"'
    ],
    ['an energy with a unit', '0.416666667', '1 pJ', [4], 'got "1 pJ"'],
    [
      'an action without a name',
      'leak|update',
      'leak|',
      [5],
      'action: expected names with | between them, got "leak||write"'
    ],
    ['a row too short', '32nm,1e-9,*', '32nm,*', [5], 'expected 6 fields, as the header has, got 5'],
    [
      'no energy column',
      ',energy,',
      ',power,',
      [2],
      'expected a header with the columns "energy" and "action"'
    ],
    ['a column given twice', 'resolution,', 'energy,', [2], 'expected each column once, got "energy" again']
  ])('%s', (_, piece, by, lines, message) => {
    const read = decodePlugInCsv(replaced(source, piece, by), 'adc.csv')
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual(lines)
  })

  test('every problem is told', () => {
    expect(linesOf(decodePlugInCsv('energy,action\nx,read\n1,\n1\n', 'a.csv'))).toEqual([2, 3, 4])
  })

  test('a header alone', () => {
    expect(messageOf(decodePlugInCsv('energy,action\n', 'a.csv'))).toMatch(/\(line 1\): expected a row below/)
  })
})
