/** Energies with their units, as JSON. */
import { expecting } from '../../units/argument'
import { type ActionEnergy, anEnergyTable, type EnergyTable } from '../../ledger/energy-table'
import { energies, energiesFormat } from './own'
import { jsonText } from '../../units/visible'

/** The names first, then the energy, then what else is known of it. */
const ordered = ({ component, action, kind, energy, ...rest }: ActionEnergy): ActionEnergy => ({
  ...{ component, action, kind, energy },
  ...rest
})

/**
 * Energies as JSON ("limen.energies/1"): each a text with its unit and every digit, so that reading it
 * gives the same values.
 *
 * @example
 * import { femtojoules } from 'limen'
 * import { energiesJson } from 'limen/files'
 * const read = { component: 'sram', action: 'read', kind: 'read', energy: femtojoules('0.1') } as const
 * const json = energiesJson({ format: 'by hand', name: 'a memory', actions: [read], totals: [], notes: [] })
 * console.log(/"energy": .*$/m.exec(json)?.[0]) // "energy": "100 aJ"
 *
 * @since 0.4.0
 */
export const energiesJson = expecting(
  'energiesJson',
  { table: anEnergyTable },
  ({ name, actions, totals, notes }: EnergyTable): string => {
    const encoded: unknown = energies.encode({
      ...{ format: energiesFormat, name, actions: actions.map(ordered) },
      ...{ totals, notes }
    })
    return `${jsonText(encoded, 2)}\n`
  }
)
