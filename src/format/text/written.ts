/** What every form for another tool is made with: numerals, comments, names, problems. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { grouped } from '../../shape/grouped'
import { schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { Exact, type Decimal } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { oneLine } from '../../shape/words'

/** A text that is to be a file of its own. @since 0.4.0 */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/**
 * A decimal with every digit, as every parser reads it as a number: YAML 1.1 wants a point, and a
 * sign in the exponent.
 */
export const numeral = (value: Decimal): string => {
  const text = value.e >= -5 && value.e < 15 ? value.toFixed() : value.toExponential()
  const [mantissa = '', exponent] = text.split('e')
  const pointed = mantissa.includes('.') ? mantissa : `${mantissa}.0`
  return exponent === undefined
    ? pointed
    : `${pointed}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
}

/** An energy as a numeral of picojoules, no digit lost. */
export const inPicojoules = ({ exact }: Quantity<Energy>): string => numeral(new Exact(exact).times('1e12'))

/** The same in joules. */
export const inJoules = ({ exact }: Quantity<Energy>): string => numeral(exact)

/** A text for a comment, which it does not end. */
export const commented = oneLine

/** A component without the ranges of its instances. */
export const plainName = (component: string): string => component.replace(/\[[^[\]]*\]/g, '')

/** The actions of a table by component, both in the order of the file. */
export const byComponent = ({
  actions
}: EnergyTable): readonly (readonly [component: string, actions: readonly ActionEnergy[]])[] => [
  ...grouped(actions, ({ component }) => component)
]

export const problem = (place: string, message: string): SchemaProblem => ({
  pointer: '',
  message: place === '' ? message : `${place}: ${message}`
})

/** What is asked of a table before it is written for a tool that knows actions. */
const actionProblems = ({ actions }: EnergyTable): readonly SchemaProblem[] =>
  actions.length === 0
    ? [problem('', 'expected energies of actions, got none: there is nothing to write')]
    : actions.flatMap(({ component, action, energy, arguments: given = {} }) => [
        ...(component.trim() === '' || action.trim() === ''
          ? [problem(`${component}.${action}`, 'expected a name of a component and one of an action')]
          : []),
        ...(energy.exact.isFinite() && !energy.exact.isNegative()
          ? []
          : [
              problem(
                `${component}.${action}`,
                `expected a finite energy of at least 0, got ${energy.exact.toString()} J`
              )
            ]),
        ...Object.entries(given).flatMap(([name, value]) =>
          typeof value === 'number' && !Number.isFinite(value)
            ? [problem(`${component}.${action}`, `expected a finite ${name}, got ${value}`)]
            : []
        )
      ])

/** What is written of a table, or all that is wrong with it. */
export const written = <A>(
  table: EnergyTable,
  problems: readonly SchemaProblem[],
  write: () => A
): E.Either<SchemaError, A> => {
  const all = [...actionProblems(table), ...problems]
  return all.length > 0 ? E.left(schemaError(all)) : E.right(write())
}

/** Things that have one name, where each should have its own. */
export const collisions = <A>(
  things: readonly A[],
  nameOf: (thing: A) => string
): readonly (readonly [name: string, things: readonly A[]])[] =>
  [...grouped(things, nameOf)].filter(([, sharing]) => sharing.length > 1)
