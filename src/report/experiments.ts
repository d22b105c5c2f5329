/** What experiments say of the bounds: the figures that several forms of it print. */
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

/** Names that share what is said of them, by what that is. */
export const sharing = (
  said: readonly (readonly [name: string, what: string])[]
): readonly (readonly [what: string, names: readonly string[]])[] =>
  [...new Set(said.map(([, what]) => what))].map((what) => [
    what,
    [...new Set(said.filter((each) => each[1] === what).map(([name]) => name))]
  ])
