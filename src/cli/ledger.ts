/** How a ledger is printed for people: in short, or with all that it rests on. */
import { Option } from 'commander'
import type { AnyEstimate } from '../report/ledger'
import { ledgerSummary, ledgerText, type Paint } from '../report/text/ledger'
import { terminalColumns, wrapped } from '../report/text/table'
import { enumerated } from '../shape/words'
import { digitsOf, type Flags } from './workload'

export const fullOption = (): Option =>
  new Option('--full', 'print all that the ledger rests on: assumptions, constraints, tiers, sources')

/** What the short form leaves out, in a sentence. */
const leftOut = ({ assumptions }: AnyEstimate): string => {
  const own = assumptions.filter(({ origin }) => origin === 'file' || origin === 'override').length
  const given = own === assumptions.length ? 'all' : `${own} of them`
  return `It rests on ${assumptions.length} values, ${given} given: --full tells which, and what else.`
}

/** Rows that rest on how far an update goes, where nobody says how far. */
const ofHops = ['limRecovered', 'limDissipated']

/** The assumption that decides these rows, in a sentence: it makes a finer parameter cheaper. */
const decided = ({ assumptions, ledger }: AnyEstimate): readonly string[] => {
  const hops = assumptions.find(({ name, origin }) => name === 'hopsPerUpdate' && origin === 'default')
  const rows = ledger.paradigms.map(({ name }) => name).filter((name) => ofHops.includes(name))
  if (hops === undefined || rows.length === 0) return []
  return wrapped(
    `Assumed: the first update moves a parameter by ${hops.value} rung of its memory (hopsPerUpdate); by 2^b where a rung is the final precision of b bits. That decides ${enumerated(rows)}: say --hops-per-update.`,
    terminalColumns
  )
}

export const ledgerForPeople = (estimate: AnyEstimate, paint: Paint, flags: Flags): string =>
  flags['full'] === true
    ? ledgerText(estimate, paint, digitsOf(flags))
    : `${ledgerSummary(estimate, paint, digitsOf(flags))}\n${[...decided(estimate), leftOut(estimate)].map(paint.faint).join('\n')}\n`
