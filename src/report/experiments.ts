/** What experiments, and what is built, say of the bounds: the words and figures that every form of it prints. */
import type { JudgedEnergy } from '../ledger/judged-energies'
import type { Judgement } from '../ledger/judged-experiments'
import type { Experiment } from '../technology/experiments'
import type { Dimensionless, Energy } from '../units/dimension'
import type { Quantity } from '../units/quantity'
import { joules, kT } from '../units/si'

/** To a thousandth of kT, which is a tenth of the least uncertainty that was reached. */
export const kTText = ({ exact }: Quantity<Dimensionless>): string => exact.toFixed(3)

/** What was measured, with its uncertainty where that is known. */
export const measuredText = ({ measured, uncertainty }: Experiment): string =>
  [measured.value, ...(uncertainty === undefined ? [] : [uncertainty])].map(kTText).join(' ± ')

/** An energy in joules, where the temperature is known; without the last digits, which conversion to kT rounded. */
export const inJoules = (
  { known: { temperature } }: Experiment,
  of: Quantity<Dimensionless> | undefined
): Quantity<Energy> | undefined =>
  of === undefined || temperature === undefined
    ? undefined
    : joules(kT(1, temperature).exact.times(of.exact).toSignificantDigits(32))

/** What becomes of a bound. */
export const standingText: { readonly [S in Judgement['standing']]: string } = {
  'holds': 'holds',
  'alarm': 'ALARM',
  'set apart': 'set apart',
  'unknown': 'not asked'
}

/** Names that share what is said of them, by what that is. */
export const sharing = (
  said: readonly (readonly [name: string, what: string])[]
): readonly (readonly [what: string, names: readonly string[]])[] =>
  [...new Set(said.map(([, what]) => what))].map((what) => [
    what,
    [...new Set(said.filter((each) => each[1] === what).map(([name]) => name))]
  ])

/** Of a table of cited energies: how far they are above their floors. */
export interface TableAbove {
  readonly table: JudgedEnergy['table']
  /** Those with a floor, the nearest to it first. */
  readonly held: readonly JudgedEnergy[]
}

const decadesOf = ({ held }: JudgedEnergy): number => held.floor?.decades ?? -Infinity

/** The tables, each with its energies that have a floor, the nearest first. */
export const tablesAbove = (all: readonly JudgedEnergy[]): readonly TableAbove[] =>
  [...new Set(all.map(({ table }) => table))].map((table) => ({
    table,
    held: all
      .filter((each) => each.table === table && each.held.floor !== undefined)
      .sort((a, b) => decadesOf(a) - decadesOf(b))
  }))
