/** How a ledger is printed for people: in short, or with all that it rests on. */
import { Option } from 'commander'
import type { AnyEstimate } from '../report/ledger'
import { ledgerSummary, ledgerText, type Paint } from '../report/text/ledger'
import { digitsOf, type Flags } from './workload'

export const fullOption = (): Option =>
  new Option('--full', 'print all that the ledger rests on: assumptions, constraints, tiers, sources')

/** What the short form leaves out, in a sentence. */
const leftOut = ({ assumptions }: AnyEstimate): string => {
  const own = assumptions.filter(({ origin }) => origin === 'file' || origin === 'override').length
  const given = own === assumptions.length ? 'all' : `${own} of them`
  return `It rests on ${assumptions.length} values, ${given} given: --full tells which, and what else.`
}

export const ledgerForPeople = (estimate: AnyEstimate, paint: Paint, flags: Flags): string =>
  flags['full'] === true
    ? ledgerText(estimate, paint, digitsOf(flags))
    : `${ledgerSummary(estimate, paint, digitsOf(flags))}\n${paint.faint(leftOut(estimate))}\n`
