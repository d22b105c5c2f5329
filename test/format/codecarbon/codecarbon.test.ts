/** CodeCarbon's emissions.csv: rows are sums since the start of a run, in kWh. 1 kWh is 3.6 MJ. */
import { decodeCodeCarbon } from '../../../src/format/codecarbon/codecarbon'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { Exact } from '../../../src/units/decimal'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, linesOf, messageOf, replaced, totalNamed } from '../energies/reading'

const source = exampleOf('emissions.csv')
const table = right(decodeCodeCarbon(source))
const [first, second] = [
  '7c1f0b52-4a3e-4f6e-9a57-1f2f3f1f7a01',
  '0d6a7be8-93a1-4a4e-8a55-64c1c40f1b02'
] as const

test('the last row of a run is what it took, and each run has a total of its own', () => {
  expect(table.totals.map(({ component, part, wall }) => [component, part, wall])).toEqual([
    [first, 'cpu_energy', undefined],
    [first, 'gpu_energy', undefined],
    [first, 'ram_energy', undefined],
    [first, 'energy_consumed', 'total'],
    [second, 'cpu_energy', undefined],
    [second, 'ram_energy', undefined],
    [second, 'energy_consumed', 'total']
  ])
  expect(joulesIn(totalNamed(table, first, 'energy_consumed'))).toBe('3450.24') // 0.0009584 · 3.6e6
})

test('how long each run took, and that the unit was read into the file, is told', () => {
  expect(table.notes.join('\n')).toContain(`run ${first} of lenet took 30.05 s`)
  expect(table.notes.join('\n')).toMatch(/read as kWh/)
})

test('the unit of a column holds where it names one', () => {
  const named = right(decodeCodeCarbon(replaced(source, ',energy_consumed,', ',energy_consumed(kWh),')))
  expect(named.totals.map(joulesIn)).toEqual(table.totals.map(joulesIn))
  const inWattHours = right(decodeCodeCarbon(replaced(source, ',energy_consumed,', ',energy_consumed (Wh),')))
  expect(joulesIn(totalNamed(inWattHours, first, 'energy_consumed'))).toBe('3.45024')
})

test('what processor, graphics processor and memory took is what the file states of the whole', () => {
  for (const run of [first, second]) {
    const [whole, ...parts] = table.totals.filter(({ component }) => component === run).reverse()
    const sum = parts.reduce((all, { energy }) => all.plus(energy.exact), new Exact(0))
    expect([whole!.part, sum.toString()]).toEqual(['energy_consumed', joulesIn(whole!)])
  }
  expect(table.notes.join()).not.toMatch(/add up/)
})

describe('parts that do not make the whole are told, with their line', () => {
  const notesOf = (...lines: readonly string[]): string =>
    right(decodeCodeCarbon(lines.join('\n'))).notes.join('\n')
  const columns = 'run_id,duration,cpu_energy,gpu_energy,ram_energy,energy_consumed'

  test('less, where the columns tell of all of them, and more anywhere', () => {
    expect(notesOf(columns, 'a,1,1,2,3,6', 'b,1,1,2,3,7', 'c,1,1,,3,4', 'd,1,1,2,3,5')).toContain(
      'cpu_energy, gpu_energy, ram_energy do not add up to energy_consumed on line 3, nor on 1 more'
    )
    const some = 'run_id,duration,cpu_energy,energy_consumed'
    expect(notesOf(some, 'a,1,1,2')).not.toMatch(/add up/)
    expect(notesOf(some, 'a,1,3,2')).toContain('cpu_energy do not add up to energy_consumed on line 2:')
  })

  test('but not where six digits cannot tell, nor in rows that the last of a run replaces', () => {
    const sums = '0.0120101001,0.0230202002,0.0340303003'
    expect(notesOf(columns, `a,1,${sums},0.0690606006`)).not.toMatch(/add up/)
    expect(notesOf(columns, 'a,1,0.333333,0.333333,0.333333,1')).not.toMatch(/add up/)
    expect(notesOf(columns, 'a,1,0.33333,0.33333,0.33333,1')).toMatch(/add up/)
    expect(notesOf(columns, 'a,1,1,1,1,4', 'a,2,2,2,2,6')).not.toMatch(/add up/)
  })
})

test('where the data centre adds its overhead, energies are with it, and a note says so', () => {
  const notesAt = (pue: string): string =>
    right(decodeCodeCarbon(`run_id,duration,cpu_energy,energy_consumed,pue\na,1,3,3,${pue}\n`)).notes.join(
      '\n'
    )
  expect(notesAt('1.5')).toMatch(/multiplies each by its power usage effectiveness, pue, here 1\.5$/m)
  for (const pue of ['1', '1.0', '']) expect(notesAt(pue)).not.toMatch(/overhead/)
})

test('in a file of tasks each row is one', () => {
  const tasks = 'task_name,run_id,duration,energy_consumed\nload,a,2,0.002\nlearn,a,1,0.001\n'
  const { totals } = right(decodeCodeCarbon(tasks))
  expect(totals.map(({ component, wall, energy }) => [component, wall, energy.value])).toEqual([
    ['a load', undefined, 7200],
    ['a learn', undefined, 3600]
  ])
})

test('a row that names no run costs only itself: it is called by its line, and at no wall', () => {
  const unnamed = right(decodeCodeCarbon(replaced(source, second, '')))
  expect(joulesIn(totalNamed(unnamed, first, 'energy_consumed'))).toBe('3450.24')
  const own = totalNamed(unnamed, 'line 4', 'energy_consumed')
  expect(joulesIn(own)).toBe(joulesIn(totalNamed(table, second, 'energy_consumed')))
  expect(own).not.toHaveProperty('wall')
  expect(unnamed.notes.join('\n')).toMatch(/a row names no run/)
  expect(table.notes.join()).not.toMatch(/no run/)
})

test('a file of before there were names of runs has a run a row, which need not grow', () => {
  const old =
    'timestamp,project_name,duration,emissions,energy_consumed\nt,net,100,0.01,0.0012\nt,net,50,0.004,0.0006\n'
  const { totals, notes } = right(decodeEnergyFile(old))
  expect(totals.map((each) => [each.component, joulesIn(each)])).toEqual([
    ['line 2', '4320'],
    ['line 3', '2160']
  ])
  expect(notes.join('\n')).toMatch(/2 rows name no run/)
})

describe('what is wrong has its line', () => {
  test.each([
    ['less than before', '0.0009584', '0.0001', [3], 'got less than on line 2 of the same run'],
    ['less time than before', ',30.05,', ',10.05,', [3], 'got less than on line 2 of the same run'],
    ['an energy that is none', '0.0009584', '', [3], 'energy_consumed: expected 0 kWh or more, got ""'],
    [
      'an energy below 0',
      '0.000142',
      '-0.000142',
      [4],
      'cpu_energy: expected 0 kWh or more, got "-0.000142"'
    ],
    ['a duration that is none', ',30.05,', ',soon,', [3], 'duration: expected 0 s or more, got "soon"'],
    [
      'no column of energy',
      ',energy_consumed,',
      ',energy,',
      [1],
      'expected the columns "energy_consumed" too'
    ],
    [
      'an unknown unit',
      ',energy_consumed,',
      ',energy_consumed(cal),',
      [1],
      'expected a unit of energy such as (kWh), got "cal"'
    ]
  ])('%s', (_, piece, by, lines, message) => {
    const read = decodeCodeCarbon(replaced(source, piece, by))
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual(lines)
  })

  test('a row cut off, a header alone, and nothing', () => {
    expect(messageOf(decodeCodeCarbon(source.slice(0, -30)))).toMatch(
      /^\(line 4\): expected 32 fields, as the header has, got /
    )
    expect(messageOf(decodeCodeCarbon(source.split('\n')[0]!))).toMatch(
      /^\(line 1\): expected a row below the header/
    )
    expect(messageOf(decodeCodeCarbon(''))).toMatch(/^\(line 1\): expected the columns/)
  })
})
