/** Models of hwcomponents: 144 fJ are energy=1.44e-13, in J. Python says whether they are Python. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { EnergyTable } from '../../../src/ledger/energy-table'
import { hwcomponentsPython } from '../../../src/format/hwcomponents/write'
import { femtojoules, picojoules } from '../../../src/units/si'
import { action, anyEnergy, table } from '../../ledger/tables'
import { calledInPython, hasPython, parsedByPython } from './python'
import { anyTable } from '../text/tables'

const python = (of: EnergyTable): string => {
  const written = hwcomponentsPython(of)
  if (E.isLeft(written)) throw new Error(written.left.message)
  return written.right
}

const problems = (of: EnergyTable): string => {
  const written = hwcomponentsPython(of)
  return E.isLeft(written) ? written.left.message : ''
}

const made = { area: 1e-9, latency: 2e-9, throughput: 5e8, leak_power: 3 }

const withPython = hasPython ? test : test.skip
if (!hasPython) console.warn('python3 is not here: what is written for hwcomponents is not run')

withPython('an action gives its energy in J, and what the table does not know is asked for', () => {
  const of = table(action({ component: 'system.reg[1..4]', energy: femtojoules(144) }))
  const calls = [
    ['SystemReg', made, 'read', {}],
    ['SystemReg', made, null, {}]
  ] as const
  const [[read, model] = []] = calledInPython([[python(of), calls]])
  expect(read).toEqual([['system.reg', 'reg'], 1.44e-13, 2e-9, 5e8])
  expect(model).toEqual([['system.reg', 'reg'], 1e-9, 3])
})

withPython('leakage per cycle is a power, when the cycle is known', () => {
  const of = table(action({ action: 'leak', kind: 'leak', energy: picojoules(2) }))
  const { leak_power: _, ...given } = made
  const [[model] = []] = calledInPython([
    [python(of), [['Sram', { ...given, global_cycle_seconds: 1e-9 }, null, {}]]]
  ])
  expect(model![2]).toBeCloseTo(2e-3, 12)
  expect(python(of)).not.toContain('def leak')
})

withPython('an action with several entries takes the arguments that tell them apart', () => {
  const entry = (data: number, address: number, energy: number) =>
    action({
      action: 'fill',
      energy: picojoules(energy),
      arguments: { data_delta: data, address_delta: address, cycle: 1e-9 }
    })
  const of = table(entry(0, 0, 1), entry(0, 1, 2), entry(1, 1, 3))
  const calls = [
    [0, 0],
    [0, 1],
    [1, 1]
  ].map(([data_delta, address_delta]) => ['Sram', made, 'fill', { data_delta, address_delta }] as const)
  const [costs = []] = calledInPython([[python(of), calls]])
  expect(costs.map(([, energy]) => energy)).toEqual([1e-12, 2e-12, 3e-12])
})

withPython('energies of any size are the nearest that Python has', () => {
  const energies = fc.sample(anyEnergy, 50)
  const modules = energies.map(
    (energy) => [python(table(action({ energy }))), [['Sram', made, 'read', {}] as const]] as const
  )
  expect(calledInPython(modules).map(([cost]) => cost![1])).toEqual(energies.map(({ value }) => value))
})

withPython('whatever names, notes and arguments are, what is written is Python', () => {
  const written = fc.sample(anyTable, 300).flatMap((of) => {
    const text = hwcomponentsPython(of)
    return E.isRight(text) ? [text.right] : []
  })
  expect(written.length).toBeGreaterThan(50)
  expect(parsedByPython(written).filter((problem) => problem !== null)).toEqual([])
})

withPython('nothing that a file says is run', () => {
  const nasty = [
    '"""\nraise SystemExit("run")\n"""',
    '\\"""\nraise SystemExit("run")',
    'a"""',
    '""""',
    '\\',
    '{x}'
  ]
  const modules = nasty.map((text) => {
    const of = table(action({ derivation: text, arguments: { a: text } }), action({ arguments: { a: 1 } }))
    return [
      python({ ...of, name: text, notes: [text] }),
      [['Sram', made, 'read', { a: 1 }] as const]
    ] as const
  })
  expect(calledInPython(modules).map(([cost]) => cost![1])).toEqual(nasty.map(() => 1.44e-13))
})

withPython('a keyword, and a name that a model has already, get an underscore', () => {
  const names = ['yield', 'area', 'leak', 'action', 'self', '2x', 'a-b']
  const of = table(...names.map((name) => action({ action: name, kind: 'other' })))
  const methods = ['yield_', 'area_', 'leak_', 'action_', 'self_', '_2x', 'a_b']
  const [costs = []] = calledInPython([
    [python(of), methods.map((name) => ['Sram', made, name, {}] as const)]
  ])
  expect(costs).toHaveLength(names.length)
})

test('a component that is called like the base class does not take its place', () => {
  expect(python(table(action({ component: 'component_model' })))).toContain(
    'class ComponentModel_(ComponentModel):'
  )
})

test('the last part of a name stands for a component only where no other has it', () => {
  const text = python(
    table(action({ component: 'a.sram' }), action({ component: 'b.sram' }), action({ component: 'a.adc' }))
  )
  expect(text).toContain('component_name = ["a.sram"]')
  expect(text).toContain('component_name = ["b.sram"]')
  expect(text).toContain('component_name = ["a.adc", "adc"]')
})

test('notes, sources of energies and their unit are in the documentation strings', () => {
  const text = python({ ...table(action({ derivation: 'V²/R t' })), notes: ['nothing leaks'] })
  for (const said of ['Energies in J', 'V²/R t', 'nothing leaks', '0.144 pJ']) expect(text).toContain(said)
})

test.each([
  [
    'components',
    table(action({ component: 'a.b' }), action({ component: 'a_b' })),
    /a\.b and a_b would both be the class AB/
  ],
  [
    'actions',
    table(action({ action: 'a-b' }), action({ action: 'a b' })),
    /"a-b" and "a b" would both be the method a_b/
  ],
  [
    'arguments',
    table(action({ arguments: { 'a-b': 1, 'a b': 1 } }), action({ arguments: { 'a-b': 2, 'a b': 2 } })),
    /would both be the argument a_b/
  ],
  [
    'true and 1',
    table(action({ arguments: { a: true } }), action({ arguments: { a: 1 } })),
    /nothing in Python tells apart/
  ],
  ['two of the same', table(action(), action()), /nothing in Python tells apart/],
  [
    'two energies of leakage',
    table(action({ kind: 'leak' }), action({ kind: 'leak', action: 'idle' })),
    /2 energies of leakage/
  ],
  ['no action', table(), /nothing to write/]
])('%s that Python gives one name are refused', (_, of, message) => {
  expect(problems(of)).toMatch(message)
})
