/** Accelergy's action counts, and how they join the energies of an ERT. */
import fc from 'fast-check'
import { decodeActionCounts } from '../../../src/format/accelergy/action-counts'
import { decodeErt } from '../../../src/format/accelergy/ert'
import { joinCounts } from '../../../src/format/accelergy/join-counts'
import { right } from '../../ledger/reference'
import { actionNamed, exampleOf, messageOf } from '../energies/reading'

const source = exampleOf('action-counts.yaml')
const counts = right(decodeActionCounts(source, 'action-counts.yaml'))
const ert = right(decodeErt(exampleOf('ert.yaml')))

test('a component is named after all that it is in', () => {
  expect(counts.counts.map(({ component, action, count }) => [component, action, count])).toEqual([
    ['system_top_level.DRAM[1]', 'read', 1150],
    ['system_top_level.DRAM[1]', 'write', 384],
    ['system_top_level.adc[3]', 'convert', 4096],
    ['system_top_level.adc[3]', 'convert', 16],
    ['system_top_level.PE_column[1..14].PE[1..12].mac', 'compute', 10838016],
    ['system_top_level.PE_column[1..14].PE[1..12].mac', 'compute_gated', 24]
  ])
})

test('counts are joined by component, action and arguments', () => {
  const { table } = joinCounts(ert, counts)
  expect(actionNamed(table, 'system_top_level.DRAM[1..1]', 'read').count).toBe(1150)
  expect(actionNamed(table, 'system_top_level.DRAM[1..1]', 'write').count).toBe(384)
  expect(actionNamed(table, 'system_top_level.PE_column[1..14].PE[1..12].mac', 'compute').count).toBe(
    10838016
  )
  const converts = table.actions.filter(({ action }) => action === 'convert')
  expect(converts.map(({ arguments: given, count }) => [given, count])).toEqual([
    [{ resolution: 8 }, 4096],
    [{ resolution: 4 }, undefined]
  ])
})

test('what matches no entry, or several, is told', () => {
  expect(joinCounts(ert, counts).unmatched.map(({ action, why }) => [action, why])).toEqual([
    ['convert', expect.stringMatching(/^2 energies .*nothing tells which$/)],
    ['compute_gated', expect.stringMatching(/^no energy is given for "compute_gated" of /)]
  ])
  const other = joinCounts(ert, {
    ...counts,
    counts: [
      { component: 'system_top_level.adc[3]', action: 'convert', arguments: { resolution: 6 }, count: 1 }
    ]
  })
  expect(other.unmatched[0]!.why).toMatch(/with other arguments only$/)
})

/** An ERT of one action of some instances, and counts of it. */
const joined = (name: string, counted: readonly (readonly [string, number])[]) =>
  joinCounts(right(decodeErt(`ERT: {tables: [{name: "${name}", actions: [{name: read, energy: 1}]}]}`)), {
    format: 'Accelergy action counts',
    name: 'counts',
    counts: counted.map(([component, count]) => ({ component, action: 'read', count }))
  })

test('counts of instances add up to that of their range, and those outside it match nothing', () => {
  const counted = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(1000)), { maxLength: 20 })
  fc.assert(
    fc.property(counted, (pairs) => {
      const { table, unmatched } = joined(
        'pe[2..5].spad',
        pairs.map(([at, count]) => [`pe[${at}].spad`, count])
      )
      const within = pairs.filter(([at]) => at >= 2 && at <= 5)
      const sum = within.reduce((all, [, count]) => all + count, 0)
      expect(table.actions[0]!.count).toBe(within.length === 0 ? undefined : sum)
      expect(unmatched).toHaveLength(pairs.length - within.length)
    })
  )
})

test('of entries that agree with the arguments of a count, the one that has the same is it', () => {
  const entries = right(
    decodeErt(
      'ERT: {tables: [{name: m, actions: [{name: read, energy: 1, arguments: {a: 1}}, {name: read, energy: 2, arguments: {a: 1, b: 2}}]}]}'
    )
  )
  const counted = (given: Readonly<Record<string, number>>) =>
    joinCounts(entries, {
      ...counts,
      counts: [{ component: 'm', action: 'read', arguments: given, count: 7 }]
    }).table.actions.map(({ count }) => count)
  expect(counted({ a: 1 })).toEqual([7, undefined])
  expect(counted({ a: 1, b: 2 })).toEqual([undefined, 7])
  expect(counted({ b: 2 })).toEqual([undefined, undefined])
  expect(counted({ b: 3 })).toEqual([7, undefined])
})

test('a name of other words, or of other indices, is another component', () => {
  for (const name of ['pe[2].spad2', 'pe.spad', 'pe[2]', 'pe[1..3].spad', 'pe[2].spad[0]'])
    expect(joined('pe[2..5].spad', [[name, 1]]).unmatched).toHaveLength(1)
  for (const name of ['pe[2..5].spad', 'pe[3..4].spad'])
    expect(joined('pe[2..5].spad', [[name, 1]]).unmatched).toHaveLength(0)
})

describe('what is wrong has its place', () => {
  const file = (count: string): string =>
    `action_counts:\n  version: 0.3\n  local:\n    - name: mac\n      action_counts:\n        - name: compute\n          counts: ${count}\n`
  test.each([
    ['a negative count', '-1', 'got -1'],
    ['half a count', '1.5', 'got 1.5'],
    ['a text', 'many', 'got "many"'],
    ['nothing', '', 'got nothing'],
    ['more than can be counted', '1e30', 'got 1e30']
  ])('%s', (_, count, found) => {
    expect(messageOf(decodeActionCounts(file(count)))).toBe(
      `/action_counts/local/0/action_counts/0/counts (line 7): expected a whole number of 0 or more, ${found}`
    )
  })
  test('a count in the form of a float is whole', () => {
    expect(right(decodeActionCounts(file('1.0e3'))).counts[0]!.count).toBe(1000)
  })
  test('neither components nor parts', () => {
    expect(messageOf(decodeActionCounts('action_counts:\n  version: 0.3\n'))).toMatch(
      /^\/action_counts \(line 2\): missing: expected a list "local" or "subtree"/
    )
  })
})
