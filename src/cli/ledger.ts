/** How a ledger is printed for people: in short, or with all that it rests on. */
import { Option } from 'commander'
import type { Assumption } from '../estimate/workload-file'
import { decidersOf } from '../ledger/deciders'
import { rowsOf, type AnyEstimate } from '../report/ledger'
import { ledgerSummary, ledgerText, type Paint } from '../report/text/ledger'
import { terminalColumns, wrapped } from '../report/text/table'
import { digitsOf, type Flags } from './workload'

export const fullOption = (): Option =>
  new Option('--full', 'print all that the ledger rests on: assumptions, constraints, tiers, sources')

/** What the short form leaves out, in a sentence. */
const leftOut = ({ assumptions }: AnyEstimate): string => {
  const own = assumptions.filter(({ origin }) => origin === 'file' || origin === 'override').length
  const given = own === assumptions.length ? 'all' : `${own} of them`
  return `It rests on ${assumptions.length} values, ${given} given: --full tells which, and what else.`
}

/** A default that decides rows. */
interface Deciding {
  readonly assumption: Assumption
  readonly rows: readonly string[]
}

/** The defaults of a ledger that decide rows of it, each with those; of a design of one's own, all that are felt. */
export const decidingIn = (estimate: AnyEstimate): readonly Deciding[] => {
  const { inputs, designs } = estimate.ledger
  const own = designs.map(({ name }) => name)
  const defaults = estimate.assumptions.filter(({ origin }) => origin === 'default')
  const among = defaults.map(({ name }) => name)
  const rows = rowsOf(estimate).map(({ name, total }) => ({
    name,
    deciders: decidersOf(total.model, inputs, among, own.includes(name) ? 0.001 : 0.1)
  }))
  return defaults
    .map((assumption) => ({
      assumption,
      rows: rows.filter(({ deciders }) => deciders.includes(assumption.name)).map(({ name }) => name)
    }))
    .filter(({ rows: decided }) => decided.length > 0)
}

/** What of a default is more than its value. */
const remarks: Readonly<Record<string, string>> = {
  hopsPerUpdate: ': rungs of a first update; 2^b where a rung is the final precision of b bits'
}

/** The defaults that decide rows, in a sentence. */
const decided = (estimate: AnyEstimate): readonly string[] => {
  const named = decidingIn(estimate).map(
    ({ assumption: { name, value }, rows }) => `${name} ${value} (${rows.join(', ')}${remarks[name] ?? ''})`
  )
  return named.length === 0
    ? []
    : wrapped(`Assumed, as nothing says it: ${named.join('; ')}.`, terminalColumns)
}

export const ledgerForPeople = (estimate: AnyEstimate, paint: Paint, flags: Flags): string =>
  flags['full'] === true
    ? ledgerText(estimate, paint, digitsOf(flags))
    : `${ledgerSummary(estimate, paint, digitsOf(flags))}\n${[...decided(estimate), leftOut(estimate)].map(paint.faint).join('\n')}\n`
