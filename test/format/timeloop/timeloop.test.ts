/** Timeloop's summary: 3185.58 fJ per computation times 4194304 computations is 13.36 uJ. */
import fc from 'fast-check'
import { decodeTimeloopStats } from '../../../src/format/timeloop/timeloop'
import { Exact } from '../../../src/units/decimal'
import { right } from '../../ledger/reference'
import { exampleOf, joulesIn, linesOf, messageOf, replaced, totalNamed } from '../energies/reading'

const source = exampleOf('timeloop.stats.txt')
const table = right(decodeTimeloopStats(source))

/** A summary whose levels are whole hundredths of a femtojoule. */
const summary = (hundredths: readonly number[], n: number, { total = 0, energy = 0 } = {}): string => {
  const figure = (of: number): string => (of / 100).toFixed(2)
  const sum = hundredths.reduce((all, each) => all + each, 0)
  return [
    'Summary Stats\n-------------',
    `Energy: ${(((sum + total) * n) / 1e11 + energy).toFixed(2)} uJ\n`,
    `Computes = ${n}`,
    'fJ/Compute',
    ...hundredths.map((each, at) => `    level_${at}     = ${figure(each)}`),
    `    Total       = ${figure(sum + total)}`,
    ''
  ].join('\n')
}

test('each level took its energy per computation times the computations', () => {
  expect(table.totals.map(({ component }) => component)).toEqual([
    'mac',
    'weight_reg',
    'psum_spad',
    'shared_glb',
    'shared_glb <==> psum_spad',
    'DRAM',
    'Total'
  ])
  expect(joulesIn(totalNamed(table, 'DRAM', 'energy'))).toBe('0.000008589934592') // 2048 fJ · 2^22 = 2^33 fJ
  expect(totalNamed(table, 'Total', 'energy').wall).toBe('total')
  expect(totalNamed(table, 'DRAM', 'energy').wall).toBeUndefined()
})

test('levels make the Total that the file states, and Total times Computes its Energy', () => {
  const [total, ...levels] = [...table.totals].reverse()
  const sum = levels.reduce((all, { energy }) => all.plus(energy.exact), new Exact(0))
  expect([total!.component, sum.toString()]).toEqual(['Total', joulesIn(total!)])
  expect(total!.energy.exact.times(1e6).toFixed(2)).toBe('13.36')
  expect(source).toContain('Energy: 13.36 uJ')
})

test('a computation of the whole design is an action, as often as there are computations', () => {
  const [only, ...more] = table.actions
  expect(more).toEqual([])
  expect(only).toMatchObject({ component: 'Total', action: 'computation', kind: 'compute', count: 4194304 })
  expect(only!.energy.exact.toString()).toBe('3.18558e-12')
  expect(only!.resolution!.exact.toString()).toBe('5e-18')
  expect(only!.energy.exact.times(4194304).eq(totalNamed(table, 'Total', 'energy').energy.exact)).toBe(true)
})

test('two decimals of a femtojoule are told to half of a hundredth, times the computations', () => {
  // 0.005 fJ · 4194304 = 20971.52 fJ
  for (const { resolution } of table.totals) expect(resolution!.exact.toString()).toBe('2.097152e-11')
})

test('that is 5 aJ for one, or 1742 kT ln 2 at 300 K, and a note says that nothing near that shows', () => {
  expect(5e-18 / (1.380649e-23 * 300 * Math.LN2)).toBeCloseTo(1742, 0)
  expect(table.notes.join('\n')).toMatch(/told to 5 aJ, about 1700 kT ln 2 at 300 K/)
  expect(totalNamed(table, 'shared_glb <==> psum_spad', 'energy').energy.exact.isZero()).toBe(true)
})

test('a report whose figures fit together is read, whatever they are', () => {
  const levels = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 1e9 }), (hundredths, n) => {
      const { totals } = right(decodeTimeloopStats(summary(hundredths, n)))
      expect(totals).toHaveLength(hundredths.length + 1)
      hundredths.forEach((each, at) => {
        expect(totals[at]!.energy.exact.eq((BigInt(each) * BigInt(n)).toString() + 'e-17')).toBe(true)
      })
    })
  )
})

test('a report whose levels do not make its total is refused, and one off by rounding is not', () => {
  const levels = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 1e6 }), (hundredths, n) => {
      // Each of the n + 1 figures may be off by half of a hundredth.
      const most = Math.floor((hundredths.length + 1) / 2)
      expect(right(decodeTimeloopStats(summary(hundredths, n, { total: most })))).toBeDefined()
      expect(messageOf(decodeTimeloopStats(summary(hundredths, n, { total: most + 1 })))).toMatch(
        /Total: expected what the levels add up to, .* per computation, got /
      )
    })
  )
})

test('a total that is not the energy of the summary is refused, and both are told', () => {
  const read = decodeTimeloopStats(replaced(source, '13.36 uJ', '13.38 uJ'))
  expect(messageOf(read)).toMatch(/Energy: expected Total times Computes, 13\.36\d* µJ, got 13\.38 µJ/)
  expect(linesOf(read)).toEqual([source.split('\n').indexOf('Energy: 13.36 uJ') + 1])
})

test('the energy of the summary may be in any unit of energy, and may be missing, which is told', () => {
  const total = joulesIn(totalNamed(table, 'Total', 'energy'))
  for (const text of ['13361291.06 pJ', '0.01 mJ', '13361.29 nJ'])
    expect(
      joulesIn(totalNamed(right(decodeTimeloopStats(replaced(source, '13.36 uJ', text))), 'Total', 'energy'))
    ).toBe(total)
  expect(messageOf(decodeTimeloopStats(replaced(source, '13.36 uJ', '13.36 ub')))).toMatch(
    /with its unit, such as/
  )
  expect(messageOf(decodeTimeloopStats(replaced(source, '13.36 uJ', '13.36')))).toMatch(
    /with its unit, such as/
  )
  expect(right(decodeTimeloopStats(replaced(source, 'Energy: 13.36 uJ\n', ''))).notes.join()).toMatch(
    /no line "Energy:"/
  )
})

test('per computation may be in picojoules, as in older reports', () => {
  const older = 'Computes = 10\npJ/Compute\n    mac = 1.50\n    Total = 1.50\n'
  expect(joulesIn(totalNamed(right(decodeTimeloopStats(older)), 'mac', 'energy'))).toBe('1.5e-11')
})

test('a computation has the bits of a word of the arithmetic level, and a note has those of each', () => {
  expect(table.actions[0]!.bits).toBe(16)
  expect(table.notes.join('\n')).toContain('bits of a word, as the file says: mac 16')
  const silent = right(decodeTimeloopStats(replaced(source, 'Word bits ', 'Words ')))
  expect(silent.actions[0]).not.toHaveProperty('bits')
  expect(silent.notes.join()).not.toContain('bits of a word')
})

const sparse = [
  ...['Summary Stats', 'Energy: 0.06 nJ', '', 'Algorithmic Computes = 40', 'fJ/Algorithmic-Compute'],
  ...['    alu = 50.00', '    spm = 1450.00', '    Total = 1500.00', ''],
  ...[
    'Actual Computes = 10',
    'fJ/Compute',
    '    alu = 200.00',
    '    spm = 5800.00',
    '    Total = 6000.00',
    ''
  ]
].join('\n')

test('a sparse run is told per computation that took place: 10 · 6 pJ, as 40 · 1.5 pJ', () => {
  const read = right(decodeTimeloopStats(sparse))
  expect(read.actions.map(({ count }) => count)).toEqual([10])
  expect(read.actions.map(joulesIn)).toEqual(['6e-12'])
  expect(read.totals.map((each) => [each.component, joulesIn(each)])).toEqual([
    ['alu', '2e-12'],
    ['spm', '5.8e-11'],
    ['Total', '6e-11']
  ])
  expect(read.notes.join()).toMatch(/sparse: of 40 computations of the algorithm 10 took place/)
})

test('tables of one run that disagree are refused, and each is held against its own levels', () => {
  const twice = sparse.replace('Computes = 40', 'Computes = 80').replace('Energy: 0.06 nJ\n', '')
  expect(messageOf(decodeTimeloopStats(twice))).toMatch(
    /\(line 7\): Total: expected the same energy per Compute and per Algorithmic-Compute, got 60 pJ and 120 pJ/
  )
  expect(linesOf(decodeTimeloopStats(sparse.replace('1450.00', '1451.00')))).toEqual([8])
})

test('Timeloop 1 counts MACCs, and prints six digits without the zeros at their end', () => {
  const macc = (total: string, energy: string): string =>
    `Energy: ${energy} uJ\nArea: 0 mm^2\n\nMACCs = 48\npJ/MACC\n    alu = 1\n    file = 1.1765\n    Total = ${total}\n`
  const read = right(decodeTimeloopStats(macc('2.1765', '0.000104472')))
  expect(joulesIn(totalNamed(read, 'Total', 'energy'))).toBe('1.04472e-10')
  expect(read.actions[0]).toMatchObject({ kind: 'compute', count: 48 })
  expect(read.notes.join()).toMatch(/in pJ, times 48 MACCs/)
  // 2.177 would do for two decimals, and does not for six digits.
  expect(messageOf(decodeTimeloopStats(macc('2.177', '0.000104472')))).toMatch(
    /Total: expected what the levels add up to/
  )
  expect(messageOf(decodeTimeloopStats('pJ/MACC\n    Total = 1\n'))).toMatch(
    /\(line 1\): expected a line "MACCs = number" before/
  )
})

test('a count below 0, which 64 bits show as one near 2^64, is noted first', () => {
  const fills = replaced(
    source,
    'Scalar fills (per-instance)              : 64',
    'Scalar fills (per-instance)              : 18446744073709551600'
  )
  expect(right(decodeTimeloopStats(fills)).notes[0]).toMatch(
    /^no run has such a count.*: Scalar fills \(per-instance\) of weight_reg \(line \d+\) is 18446744073709551600, which is -16 in 64 bits$/
  )
  expect(table.notes.join()).not.toMatch(/no run has/)
})

describe('what is wrong has its line', () => {
  const at = source.split('\n').indexOf('fJ/Compute') + 1
  test.each([
    [
      'an energy that is none',
      '= 318.06',
      '= -nan',
      [at + 3],
      'psum_spad: expected an energy of 0 fJ or more, got "-nan"'
    ],
    ['an energy below 0', '= 318.06', '= -318.06', [at + 3], 'got "-318.06"'],
    [
      'no computations',
      'Computes = 4194304',
      'Computes = 0',
      [at - 1],
      'Computes: expected a whole number of 1 or more, got "0"'
    ],
    ['half of a computation', 'Computes = 4194304', 'Computes = 1.5', [at - 1], 'got "1.5"'],
    [
      'a summary without computations',
      'Computes = 4194304\n',
      '',
      [at - 1],
      'expected a line "Computes = number" before'
    ],
    ['no total', '    Total  ', '    All  ', [at + 7], 'expected a line "Total = energy" after the levels'],
    ['a line that is none', '    DRAM    ', 'DRAM    ', [at + 6], 'expected "level = energy", got "DRAM'],
    [
      'no summary',
      'fJ/Compute',
      'Compute',
      [at + 7],
      'expected one summary with a line "fJ/Compute", got none'
    ],
    ['another unit', 'fJ/Compute', 'xJ/Compute', [at], 'expected a unit of energy such as fJ, got "xJ"']
  ])('%s', (_, piece, by, lines, message) => {
    const read = decodeTimeloopStats(replaced(source, piece, by))
    expect(messageOf(read)).toContain(message)
    expect(linesOf(read)).toEqual(lines)
  })

  test('two summaries in one file', () => {
    expect(messageOf(decodeTimeloopStats(source + source))).toMatch(/got a second/)
  })
})
