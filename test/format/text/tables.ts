/** Any tables for writers: names that are a nuisance, arguments, energies of all sizes. */
import fc from 'fast-check'
import type { ActionEnergy, EnergyTable } from '../../../src/ledger/energy-table'
import { action, anyArguments, anyEnergy, kinds, table } from '../../ledger/tables'

/** Names of the tools, and names that a writer may stumble on. */
export const anyName = fc.oneof(
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}(\.[a-z_]{1,6}){0,2}$/),
  fc.stringMatching(/^[a-z]{1,6}\[[0-3]\.\.[4-9]\]\.[a-z]{1,6}\[1\.\.3\]$/),
  fc.constantFrom(
    'null',
    'yes',
    '1e-9',
    'e0',
    'a: b',
    '# no',
    "it's",
    '"quoted"',
    '- x',
    '{a}',
    '[b',
    'ü ∞',
    'a\tb',
    '*',
    '&x',
    '0x10',
    '~',
    ' x ',
    'é\u0085\u2028',
    '\u007f\u0080\ufeff\ufffe',
    '"""',
    '\\',
    'y\n'
  )
)

export const anyAction = fc
  .record({
    component: anyName,
    action: anyName,
    kind: fc.constantFrom(...kinds),
    energy: anyEnergy,
    arguments: anyArguments
  })
  .map(({ arguments: given, ...of }): ActionEnergy =>
    action({ ...of, ...(Object.keys(given).length === 0 ? {} : { arguments: given }) })
  )

/** Tables with an action at least, notes and derivations among them. */
export const anyTable: fc.Arbitrary<EnergyTable> = fc
  .tuple(
    fc.array(anyAction, { minLength: 1, maxLength: 8 }),
    fc.array(anyName, { maxLength: 2 }),
    fc.option(anyName, { nil: undefined })
  )
  .map(([[first, ...rest], notes, derivation]) => ({
    ...table({ ...first!, ...(derivation === undefined ? {} : { derivation }) }, ...rest),
    notes
  }))

/** What must come back from a file that is written and read. */
export const essence = ({ actions }: EnergyTable): readonly unknown[] =>
  actions.map(({ component, action: name, arguments: given = {}, energy }) => [
    ...[component, name, given, energy.exact.toString()]
  ])

/** The same with the actions of a component together, as files have them. */
export const gathered = (of: EnergyTable): EnergyTable => {
  const components = [...new Set(of.actions.map(({ component }) => component))]
  return {
    ...of,
    actions: components.flatMap((name) => of.actions.filter(({ component }) => component === name))
  }
}
