/** Tables of energies for tests: by hand, and any. */
import fc from 'fast-check'
import type { ActionEnergy, ActionKind, EnergyTable } from '../../src/ledger/energy-table'
import { picojoules } from '../../src/units/si'

export const kinds: readonly ActionKind[] = [
  ...(['read', 'write', 'accumulate', 'convert', 'compute'] as const),
  ...(['transfer', 'leak', 'other'] as const)
]

/** Those of which a floor is claimed. */
export const bounded = kinds.slice(0, 5)

export const action = (changes: Partial<ActionEnergy> = {}): ActionEnergy => ({
  ...{ component: 'sram', action: 'read', kind: 'read', energy: picojoules('0.144') },
  ...changes
})

export const table = (...actions: readonly ActionEnergy[]): EnergyTable => ({
  ...{ format: 'by hand', name: 'a design', actions, totals: [], notes: [] }
})

/** Energies of all sizes, 0 among them, of more digits than a float64 keeps. */
export const anyEnergy = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: -40, max: 3 }))
  .map(([digits, exponent]) => picojoules(`${digits}e${exponent}`))

/** What a table says of an energy beside it. */
export const anyArguments = fc.dictionary(
  fc.stringMatching(/^[a-z_]{1,8}$/),
  fc.oneof(fc.integer({ min: -5, max: 1000 }), fc.boolean(), fc.constantFrom('low', 'high')),
  { maxKeys: 3 }
)
