/** What NVSim prints of a memory: energies of an access to all of it, in the unit beside each. */
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { decodeNvsimResult } from '../../../src/format/nvsim/result'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, linesOf, messageOf, replaced } from '../energies/reading'

const source = [
  ...['Design Target: Random Access Memory', 'Capacity   : 64KB', 'Data Width : 64Bits (8Bytes)', ''],
  ...['   RESULT', 'Timing:', ' -  Read Latency = 3.100ns', 'Power:'],
  ...[' -  Read Dynamic Energy = 18.250pJ', ' |--- H-Tree Dynamic Energy = 8.250pJ'],
  ...[' |--- Mat Dynamic Energy    = 2.500pJ per mat', ' - RESET Dynamic Energy = 1.415nJ'],
  ...[' - SET Dynamic Energy = 41.500pJ', ' - Leakage Power = 1.200mW', '']
].join('\n')
const table = right(decodeNvsimResult(source))

test('each access to the memory takes its energy, for a word of the data width; parts of it are none', () => {
  expect(
    table.actions.map((each) => [each.component, each.action, each.kind, each.bits, joulesIn(each)])
  ).toEqual([
    ['memory', 'read', 'read', 64, '1.825e-11'],
    ['memory', 'reset', 'write', 64, '1.415e-9'],
    ['memory', 'set', 'write', 64, '4.15e-11']
  ])
  expect(table.actions[0]!.resolution!.exact.toString()).toBe('5e-16')
  expect(table.notes.join()).toContain('Leakage Power of the memory, 1.200mW, is a power')
})

test('what it states of an access is its routing and its active mats: no part is added to it', () => {
  const { actions } = right(decodeNvsimResult(exampleOf('nvsim-result.txt')))
  // In pJ; of 2 x 2 mats all are active.
  const access = (routing: number, mat: number): number => routing + 2 * 2 * mat
  expect(actions.map(({ action, bits, energy }) => [action, bits, energy.value * 1e12])).toEqual([
    ['read', 64, expect.closeTo(access(8.24, 2.503), 9)],
    ['write', 64, expect.closeTo(access(8.24, 8.317), 9)]
  ])
})

test('a data width beyond 2^53 is none', () => {
  const wide = replaced(source, '64Bits', `${'9'.repeat(400)}Bits`)
  expect(messageOf(decodeNvsimResult(wide))).toMatch(
    /^\(line 3\): Data Width: expected a number of bits below 2\^53, got "9+/
  )
})

test('the kind of file shows in its text', () => {
  expect(right(decodeEnergyFile(source)).format).toBe('NVSim result')
})

test('a design without a data width tells none, and flash takes what it takes of a page or a block', () => {
  const flash = [
    ' - Read Dynamic Energy = 1.000nJ',
    ' - Erase Dynamic Energy = 5.000uJ per block',
    ' - Programming Dynamic Energy = 2.000uJ per page'
  ].join('\n')
  const read = right(decodeNvsimResult(flash))
  expect(read.actions.map(({ action, kind, bits }) => [action, kind, bits])).toEqual([
    ['read', 'read', undefined],
    ['erase', 'other', undefined],
    ['program', 'other', undefined]
  ])
  expect(read.notes.join('\n')).toMatch(/"program" is that of a page/)
})

test('the arrays of a cache are components, whose words the data width is not', () => {
  const cache = [
    ...['Data Width : 64Bits', 'CACHE DESIGN -- SUMMARY', ' - Cache Hit Dynamic Energy = 9.000nJ'],
    ...['CACHE DATA ARRAY DETAILS', ' -  Read Dynamic Energy = 8.000nJ'],
    ...['CACHE TAG ARRAY DETAILS', ' -  Read Dynamic Energy = 1.000nJ']
  ].join('\n')
  expect(
    right(decodeNvsimResult(cache)).actions.map(({ component, action, bits }) => [component, action, bits])
  ).toEqual([
    ['cache', 'hit', undefined],
    ['data array', 'read', undefined],
    ['tag array', 'read', undefined]
  ])
})

test('several designs in one file stay apart', () => {
  expect(right(decodeNvsimResult(source + source)).actions.map(({ component }) => component)).toEqual([
    ...['memory', 'memory', 'memory', 'memory (design 2)', 'memory (design 2)', 'memory (design 2)']
  ])
})

test('what is wrong has its line', () => {
  for (const value of ['-nanpJ', '18.250', '-1pJ', '18.250pW']) {
    const read = decodeNvsimResult(replaced(source, '18.250pJ', value))
    expect(messageOf(read)).toContain(
      `Read Dynamic Energy: expected an energy with its unit, such as "18.250pJ", got "${value}"`
    )
    expect(linesOf(read)).toEqual([9])
  }
  expect(messageOf(decodeNvsimResult('RESULT\n'))).toMatch(/expected a line such as/)
})
