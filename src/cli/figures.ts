/** Figures of a ledger by name, and why there is none of a name. */
import { explainableNames } from '../ledger/explain'
import type { Ledger, OutsideDomain } from '../ledger/estimate'
import { rather } from '../shape/words'
import { exit } from './io'

/** That a paradigm has no value, and why. */
export const outsideText = ({ name, problems }: OutsideDomain): string =>
  `${name} has no value here: ${problems.map(({ message }) => message).join('; ')}`

/** Why a name is of no figure, and how a command then ends; undefined where there is one. */
export const strangeFigure = (
  ledger: Ledger,
  name: string
): { readonly message: string; readonly code: number } | undefined => {
  const known = explainableNames(ledger)
  if (known.includes(name)) return undefined
  const outside = ledger.outside.find((of) => name === of.name || name.startsWith(`${of.name}.`))
  if (outside !== undefined) return { message: outsideText(outside), code: exit.badInput }
  return { message: `there is no figure "${name}"${rather(name, known)}`, code: exit.wrongUsage }
}
