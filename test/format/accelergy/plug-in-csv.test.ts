/** Tables of Accelergy's plug-ins: picojoules, an entry for each action of a row. */
import { decodePlugInCsv } from '../../../src/format/accelergy/plug-in-csv'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, linesOf, messageOf, replaced } from '../energies/reading'

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

test('resolution is a column of some converters, and no number of bits is read into it', () => {
  expect(table.actions.some(({ bits }) => bits !== undefined)).toBe(false)
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
