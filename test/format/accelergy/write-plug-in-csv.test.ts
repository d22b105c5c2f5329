/** Tables of Accelergy's library plug-in: 144 fJ stand as 0.144, in pJ; a file is a component. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { EnergyTable } from '../../../src/ledger/energy-table'
import { pluginCsv } from '../../../src/format/accelergy/write-plug-in-csv'
import type { TextFile } from '../../../src/format/text/written'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { femtojoules, joules, picojoules } from '../../../src/units/si'
import { action, anyEnergy, table } from '../../ledger/tables'

const files = (of: EnergyTable, missing?: string): readonly TextFile[] => {
  const written = pluginCsv(of, missing === undefined ? {} : { missing: picojoules(missing) })
  if (E.isLeft(written)) throw new Error(written.left.message)
  return written.right
}

const problems = (of: EnergyTable): readonly string[] => {
  const written = pluginCsv(of, { missing: joules(0) })
  return E.isLeft(written) ? written.left.problems.map(({ message }) => message) : []
}

const read = ({ name, text }: TextFile): EnergyTable => {
  const of = decodeEnergyFile(text, name)
  if (E.isLeft(of)) throw new Error(of.left.message)
  return of.right
}

const wanted = ['read', 'write', 'update', 'leak']
const whole = (component: string) => wanted.map((name) => action({ component, action: name, kind: 'other' }))

/** The rows of a file as the plug-in reads them: no quotes, and what follows # is no part of a line. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map((line) => line.split('#')[0]!.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(','))

test('a component is a file, with a row for each action', () => {
  const [first, second, ...more] = files(table(...whole('adc'), ...whole('reg')))
  expect([first!.name, second!.name, more]).toEqual(['adc.csv', 'reg.csv', []])
  expect(rowsOf(first!.text)).toEqual([['energy', 'action'], ...wanted.map((name) => ['0.144', name])])
})

test('a component that lacks an action that the plug-in wants is refused, with what it lacks', () => {
  const written = pluginCsv(table(action({ component: 'adc' }), action({ component: 'adc', action: 'leak' })))
  expect(E.isLeft(written) && written.left.message).toMatch(/^adc: .*the table has no write, update: /)
})

test('what is told to stand there stands there, and only there, and is said to be told', () => {
  const [file] = files(table(action({ component: 'adc', energy: femtojoules(1) })), '2.5')
  expect(rowsOf(file!.text)).toEqual([
    ['energy', 'action'],
    ['0.001', 'read'],
    ...['write', 'update', 'leak'].map((name) => ['2.5', name])
  ])
  expect(file!.text).toContain('# not in the table, and written as told: write, update, leak')
})

test('what tells apart the entries of an action is an attribute, and a wildcard where it is not said', () => {
  const near = action({ component: 'net', action: 'send', arguments: { hops: 1 } })
  const far = action({ component: 'net', action: 'send', arguments: { hops: 8 }, energy: picojoules(1) })
  const [file] = files(table(near, far, ...whole('net')))
  expect(rowsOf(file!.text)).toEqual([
    ['hops', 'energy', 'action'],
    ['1', '0.144', 'send'],
    ['8', '1.0', 'send'],
    ...wanted.map((name) => ['*', '0.144', name])
  ])
})

test('a name with a range and points is a name of a file without', () => {
  expect(files(table(...whole('system.reg[1..4]'))).map(({ name }) => name)).toEqual(['system_reg.csv'])
})

test('what is written is read as the same actions and energies', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
  const entries = fc.uniqueArray(fc.tuple(name, anyEnergy), {
    selector: ([each]) => each,
    minLength: 1,
    maxLength: 6
  })
  const attributes = fc.dictionary(
    fc.constantFrom('technology', 'resolution', 'width'),
    fc.integer({ min: 1, max: 999 })
  )
  fc.assert(
    fc.property(name, entries, attributes, anyEnergy, (component, actions, given, rest) => {
      const named = wanted.filter((each) => !actions.some(([other]) => other === each))
      const of = table(
        ...[...actions, ...named.map((each) => [each, rest] as const)].map(([each, energy]) =>
          action({
            component,
            action: each,
            energy,
            ...(Object.keys(given).length === 0 ? {} : { arguments: given })
          })
        )
      )
      const [file] = files(of)
      const essence = ({ actions: all }: EnergyTable) =>
        all.map((each) => [each.component, each.action, each.arguments ?? {}, each.energy.exact.toString()])
      expect(essence(read(file!))).toEqual(essence(of))
    })
  )
})

test.each([
  [
    'two components that are one file',
    table(...whole('a.b'), ...whole('a_b')),
    /a\.b and a_b would both be a_b\.csv/
  ],
  ['two that differ in capitals', table(...whole('ADC'), ...whole('adc')), /both be/],
  [
    'two entries that nothing tells apart',
    table(...whole('a'), action({ component: 'a' })),
    /a\.read: several/
  ],
  [
    'actions that differ in capitals',
    table(...whole('a'), action({ component: 'a', action: 'Read' })),
    /several/
  ],
  ['a comma in a name', table(...whole('a'), action({ component: 'a', action: 'x,y' })), /cannot hold "x,y"/],
  [
    'a comment in an argument',
    table(...whole('a').map((of) => ({ ...of, arguments: { t: '#5' } }))),
    /cannot hold "#5"/
  ],
  [
    'an attribute called energy',
    table(...whole('a').map((of) => ({ ...of, arguments: { energy: 5 } }))),
    /attribute energy/
  ],
  ['no action', table(), /nothing to write/]
])('%s: refused', (_, of, message) => {
  expect(problems(of).join('\n')).toMatch(message)
})

test('no note or name begins another component, or a row', () => {
  const of = { ...table(...whole('a')), name: 'COMPONENT: b', notes: ['x\ny,z', 'COMPONENT'] }
  const [file] = files(of)
  expect(file!.text).not.toContain('COMPONENT')
  expect(rowsOf(file!.text)).toHaveLength(1 + wanted.length)
})
