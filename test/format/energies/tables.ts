/** Tables of energies that a tool could write. */
import fc from 'fast-check'
import type { ActionEnergy, ActionKind, EnergyTable, TotalEnergy } from '../../../src/ledger/energy-table'
import { kindOf } from '../../../src/format/energies/kind'
import { joules } from '../../../src/units/si'

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })

/** An energy of up to 30 digits, which no float64 holds. */
const energy = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: -50, max: 10 }))
  .map(([digits, exponent]) => joules(`${digits}e${exponent}`))

const given = fc.dictionary(
  word,
  fc.oneof(word, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  {
    maxKeys: 3,
    noNullPrototype: true
  }
)

const positive = fc.integer({ min: 1, max: 1e6 })
const kinds: readonly ActionKind[] = [
  'read',
  'write',
  'accumulate',
  'convert',
  'compute',
  'transfer',
  'leak',
  'other'
]

const action: fc.Arbitrary<ActionEnergy> = fc.record(
  {
    component: text,
    action: text,
    kind: fc.constantFrom(...kinds),
    energy,
    instances: positive,
    arguments: given,
    bits: fc.double({ min: 0.1, max: 1024, noNaN: true }),
    count: fc.nat(),
    resolution: energy,
    derivation: text
  },
  { requiredKeys: ['component', 'action', 'kind', 'energy'], noNullPrototype: true }
)

const total: fc.Arbitrary<TotalEnergy> = fc.record(
  {
    component: text,
    part: text,
    energy,
    wall: fc.constantFrom('memory', 'update', 'consolidation', 'total'),
    resolution: energy
  },
  { requiredKeys: ['component', 'part', 'energy'], noNullPrototype: true }
)

const named = { format: fc.constant('made'), name: text, notes: fc.array(text, { maxLength: 3 }) }

/** Any table. */
export const anyTable: fc.Arbitrary<EnergyTable> = fc.record({
  ...named,
  actions: fc.array(action, { maxLength: 5 }),
  totals: fc.array(total, { maxLength: 5 })
})

/** What an ERT holds: several actions of a component, and instances by their names. */
export const ertTable: fc.Arbitrary<EnergyTable> = fc.record({
  ...named,
  totals: fc.constant([]),
  actions: fc
    .uniqueArray(fc.tuple(word, fc.option(fc.nat(9))), {
      minLength: 1,
      maxLength: 3,
      selector: ([name]) => name
    })
    .chain((components) =>
      fc.tuple(
        ...components.map(([name, last]) =>
          fc
            .array(
              fc.record({
                action: fc.oneof(word, fc.constantFrom('read', 'write', 'update', 'leak', 'convert')),
                energy,
                arguments: given
              }),
              { minLength: 1, maxLength: 4 }
            )
            .map((actions) =>
              actions.map(({ arguments: own, ...rest }) => ({
                component: last === null ? name : `top.${name}[0..${last}]`,
                ...(last === null ? {} : { instances: last + 1 }),
                kind: kindOf(rest.action),
                ...(Object.keys(own).length === 0 ? {} : { arguments: own }),
                ...rest
              }))
            )
        )
      )
    )
    .map((all) => all.flat())
})
