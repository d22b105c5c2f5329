/** An ideal design: each action at its floor, 8 kT ln 2 = 22.97 zJ for a byte at 300 K. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { EnergyTable } from '../../../src/ledger/energy-table'
import { floorTable, headroom, type Headroom, type HeadroomOptions } from '../../../src/ledger/headroom'
import { attojoules, kelvin, one } from '../../../src/units/si'
import { action, anyEnergy, bounded, kinds, table } from '../tables'

const heldTo = (of: EnergyTable, options: Partial<HeadroomOptions> = {}): Headroom => {
  const found = headroom(of, { temperature: kelvin(300), errorProbability: one(0), ...options })
  if (E.isLeft(found)) throw new Error(found.left.message)
  return found.right
}

const anyAction = fc
  .tuple(fc.constantFrom(...kinds), anyEnergy, fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }))
  .map(([kind, energy, bits]) => action({ kind, energy, ...(bits === undefined ? {} : { bits }) }))

test('an ideal design is at its floor in every action, and its own ideal', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 6 }), (actions) => {
      const ideal = floorTable(heldTo(table(...actions)))
      const again = heldTo(ideal)
      for (const { floor, action: of } of again.actions)
        if (floor !== undefined)
          expect([floor.decades, of.energy.exact.eq(floor.energy.exact)]).toEqual([0, true])
      const energies = ({ actions: of }: EnergyTable) => of.map(({ energy }) => energy.exact.toString())
      expect(energies(floorTable(again))).toEqual(energies(ideal))
    })
  )
})

test('components, actions, kinds, arguments and counts are those of the design', () => {
  const of = action({ kind: 'write', instances: 4, arguments: { data_delta: 1 }, count: 7 })
  const [ideal] = floorTable(heldTo(table(of))).actions
  const { component, action: name, kind, instances, arguments: given, count } = of
  expect(ideal).toMatchObject({ component, action: name, kind, instances, arguments: given, count })
})

test('a byte that is read is at 22.97 zJ, and the design says which bound that is', () => {
  const [ideal] = floorTable(heldTo(table(action({ bits: 8 })))).actions
  expect(ideal!.energy.value).toBeCloseTo(2.297e-20, 23)
  for (const word of ['readInformation', '8 bit', '300 K', 'theorem'])
    expect(ideal!.derivation).toContain(word)
})

test('what has no floor is 0, and it is said that none is claimed', () => {
  for (const kind of kinds.filter((each) => !bounded.includes(each))) {
    const { actions, notes } = floorTable(heldTo(table(action({ kind }))))
    expect(actions[0]!.energy.exact.isZero()).toBe(true)
    expect(actions[0]!.derivation).toMatch(/^no floor is claimed/)
    expect(notes.join('\n')).toMatch(/no floor is claimed.*its energy here is 0/)
  }
})

test('it has no totals, no digits that a file rounded, and says at which temperature it holds', () => {
  const of = { ...table(action({ resolution: attojoules(1) })), notes: ['measured'] }
  const ideal = floorTable(heldTo(of, { temperature: kelvin(77) }))
  expect(ideal.totals).toEqual([])
  expect(ideal.actions[0]).not.toHaveProperty('resolution')
  expect(ideal.notes.join('\n')).toContain('77 K')
  expect(ideal.notes).not.toContain('measured')
})

test('that a word is one bit is said only where its width is not known', () => {
  const least = /that of one bit/
  expect(floorTable(heldTo(table(action()))).notes.join('\n')).toMatch(least)
  expect(floorTable(heldTo(table(action({ bits: 1 })))).notes.join('\n')).not.toMatch(least)
  expect(floorTable(heldTo(table(action({ kind: 'leak' })))).notes.join('\n')).not.toMatch(least)
})

test('the width that was told stays with the action, so that its floor is still its floor', () => {
  const ideal = floorTable(heldTo(table(action()), { bits: [{ bits: 8 }] }))
  expect(ideal.actions[0]!.bits).toBe(8)
  expect(heldTo(ideal).actions[0]!.floor!.decades).toBe(0)
})
