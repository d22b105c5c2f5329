/** Files of other tools to begin a test with, and what a test says of a table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionEnergy, EnergyTable, TotalEnergy } from '../../../src/ledger/energy-table'
import type { SchemaError } from '../../../src/shape/problem'
import type * as E from 'fp-ts/lib/Either.js'
import { left } from '../../ledger/reference'

export const exampleOf = (file: string): string =>
  readFileSync(join(__dirname, '../../../examples/other-tools', file), 'utf8')

export const messageOf = (read: E.Either<SchemaError, unknown>): string => left(read).message

/** The lines of all problems. */
export const linesOf = (read: E.Either<SchemaError, unknown>): readonly (number | undefined)[] =>
  left(read).problems.map(({ position }) => position?.line)

export const actionNamed = ({ actions }: EnergyTable, component: string, action: string): ActionEnergy => {
  const found = actions.filter((each) => each.component === component && each.action === action)
  expect(found).toHaveLength(1)
  return found[0]!
}

export const totalNamed = ({ totals }: EnergyTable, component: string, part: string): TotalEnergy => {
  const found = totals.filter((each) => each.component === component && each.part === part)
  expect(found).toHaveLength(1)
  return found[0]!
}

/** The decimal text of an energy in joules. */
export const joulesIn = ({ energy }: { readonly energy: ActionEnergy['energy'] }): string =>
  energy.exact.toString()

/** Every entry of a table as a text of all that it holds. */
export const entriesOf = ({ actions, totals }: EnergyTable): readonly string[] =>
  [...actions, ...totals].map((entry) =>
    JSON.stringify(entry, (key, value: unknown) => (key === 'dimension' ? undefined : value))
  )

/** A text with the piece replaced that it has once. */
export const replaced = (source: string, piece: string, by: string): string => {
  expect(source.split(piece)).toHaveLength(2)
  return source.replace(piece, () => by)
}
