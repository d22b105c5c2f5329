/** Comparisons for tests of reports: a design with one of everything, and any. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../src/ledger/energy-table'
import { headroom, type HeadroomOptions } from '../../src/ledger/headroom'
import { comparison, type Comparison } from '../../src/report/headroom'
import { attojoules, femtojoules, joules, kelvin, one, picojoules, zeptojoules } from '../../src/units/si'
import { action, table } from '../ledger/tables'
import { exampleText, readEstimate } from '../estimate/files'

export const compared = (of: EnergyTable, options: Partial<HeadroomOptions> = {}): Comparison => {
  const found = headroom(of, { temperature: kelvin(300), errorProbability: one(0), ...options })
  if (E.isLeft(found)) throw new Error(found.left.message)
  return comparison(found.right)
}

export const ledger = readEstimate(exampleText('lenet-5')).ledger

const total = (
  component: string,
  wall: TotalEnergy['wall'] | undefined,
  energy = joules(1)
): TotalEnergy => ({
  ...{ component, part: 'energy_WU', energy },
  ...(wall === undefined ? {} : { wall })
})

/** A design with one of everything that a report tells apart. */
export const design: EnergyTable = {
  ...table(
    action({ bits: 8, count: 1000 }),
    action({ action: 'write', kind: 'write', energy: joules(0) }),
    action({ action: 'update', kind: 'accumulate', energy: zeptojoules(1), resolution: attojoules(5) }),
    action({
      component: 'adc',
      action: 'convert',
      kind: 'convert',
      energy: picojoules('1.5'),
      bits: 6,
      count: 10
    }),
    action({ component: 'mac', action: 'compute', kind: 'compute', energy: femtojoules(3) }),
    action({
      component: 'noc',
      action: 'send',
      kind: 'transfer',
      energy: femtojoules(7),
      arguments: { hops: 1 }
    }),
    action({
      component: 'noc',
      action: 'send',
      kind: 'transfer',
      energy: femtojoules(9),
      arguments: { hops: 2 }
    }),
    action({ action: 'leak', kind: 'leak', energy: joules(0) }),
    action({ component: 'odd | "name", so', action: 'x', kind: 'other' })
  ),
  totals: [
    ...[total('Total', 'update'), total('conv1', 'update'), total('Total', undefined), total('run', 'total')],
    { ...total('small', 'total', joules(1e-12)), resolution: joules(1) }
  ],
  notes: ['energies are read as pJ']
}
