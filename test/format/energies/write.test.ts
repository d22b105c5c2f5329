/** Energies with units: 144 fJ stand as "144 fJ". */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type { EnergyTable } from '../../../src/ledger/energy-table'
import { energiesJson } from '../../../src/format/energies/write'
import { decodeEnergyFile } from '../../../src/format/energies/energy-file'
import { attojoules, femtojoules, joules } from '../../../src/units/si'
import { action, table } from '../../ledger/tables'
import { anyTable, essence } from '../text/tables'

const read = (text: string): EnergyTable => {
  const of = decodeEnergyFile(text)
  if (E.isLeft(of)) throw new Error(of.left.message)
  return of.right
}

test('an energy stands with its unit, after the names of its component and action', () => {
  const written: unknown = JSON.parse(energiesJson(table(action({ energy: femtojoules(144) }))))
  expect(written).toMatchObject({
    ...{ format: 'limen.energies/1', name: 'a design' },
    actions: [{ component: 'sram', action: 'read', kind: 'read', energy: '144 fJ' }]
  })
})

test('what is written is read as the same components, actions, arguments and energies', () => {
  fc.assert(
    fc.property(anyTable, (of) => {
      const back = read(energiesJson(of))
      expect(essence(back)).toEqual(essence(of))
      expect(back.actions.map(({ kind }) => kind)).toEqual(of.actions.map(({ kind }) => kind))
      expect(back.notes).toEqual(of.notes)
    })
  )
})

test('nothing else of a table is lost', () => {
  const whole = action({
    ...{ bits: 1.58, count: 12, instances: 4, derivation: 'V²/R t', resolution: attojoules('0.5') }
  })
  const total = {
    component: 'Total',
    part: 'energy_WU',
    wall: 'update',
    energy: joules('1.5'),
    resolution: joules('0.05')
  } as const
  const back = read(energiesJson({ ...table(whole), totals: [total] }))
  const { energy: _, resolution, ...rest } = back.actions[0]!
  const { energy: __, resolution: ___, ...expected } = whole
  expect(rest).toEqual(expected)
  expect(resolution!.exact.toString()).toBe('5e-19')
  const [{ energy, resolution: coarse, ...named }] = back.totals as [(typeof back.totals)[number]]
  expect(named).toEqual({ component: 'Total', part: 'energy_WU', wall: 'update' })
  expect([energy.exact.toString(), coarse!.exact.toString()]).toEqual(['1.5', '0.05'])
})
