/** What a design is held against: a temperature, an error, words, a memory; and what is wrong with it. */
import { aFlag, aNumber, anything, having, type Kind, listOf, optional } from '../../units/argument'
import type { Problem } from '../../reading/error'
import { decimal, type Decimal } from '../../units/decimal'
import type { Dimensionless, Temperature } from '../../units/dimension'
import { aQuantity, type Quantity } from '../../units/quantity'
import type { EnergyTable } from '../energy-table'
import { aLedger, type Ledger } from '../estimate'
import type { Design } from '../scenario'
import { isMeant, toldTwice, type WordBits } from './bits'

/** A memory whose barrier stays up: it holds for a time, and is written over its full barrier. @since 0.4.0 */
export type StaticMemory = Omit<Design['memory'], 'hopsPerUpdate'> & {
  /** How many cells hold together; left out, no more than one word, which asks the least of the barrier. */
  readonly cells?: Quantity<Dimensionless>
}

/** What a design is held against. @since 0.4.0 */
export interface HeadroomOptions {
  readonly temperature: Quantity<Temperature>
  /** The probability that a word is written wrong, per bit, from 0 to ½. */
  readonly errorProbability: Quantity<Dimensionless>
  readonly bits?: readonly WordBits[]
  /** Given, what such a memory pays for a write stands beside the bounds on it. */
  readonly memory?: StaticMemory
  /** Whether a limit of a class of circuits may be the floor of an action; else it stands beside. */
  readonly circuits?: boolean
  /** The ledger of the run that the totals of the file are of. */
  readonly ledger?: Ledger
}

const aMemory: Kind = having('a static memory', {
  attemptRate: anything,
  retentionTime: anything,
  failureProbability: anything,
  writeTime: anything,
  writeErrorProbability: anything,
  flipProbability: anything
})

/** Temperature and error, and those of the memory, are looked at as they are read. */
export const headroomOptions: Kind = having('a temperature and an error probability', {
  temperature: aQuantity,
  errorProbability: aQuantity,
  bits: optional(listOf('a list of widths', having('a width', { bits: aNumber }))),
  memory: optional(aMemory),
  circuits: optional(aFlag),
  ledger: optional(aLedger)
})

const problem = (kind: Problem['kind'], input: string, expected: string, found: string): Problem => ({
  kind,
  model: 'headroom',
  inputs: [input],
  found,
  expected,
  message: `${input}: expected ${expected}, got ${found}`
})

const wordProblems = (table: EnergyTable, told: readonly WordBits[]): readonly Problem[] => [
  ...toldTwice(told).map(({ of = 'all actions' }) =>
    problem('unexpected', 'bits', 'one number of bits for one thing', `two for ${of}`)
  ),
  ...told.flatMap(({ of, bits }) =>
    Number.isFinite(bits) && bits > 0
      ? []
      : [problem('range', of === undefined ? 'bits' : `bits of ${of}`, 'a number above 0', String(bits))]
  ),
  ...told
    .filter((each) => !table.actions.some((action) => isMeant(each, action)))
    .map(({ of = 'all actions' }) => {
      const known = [...new Set(table.actions.map(({ component }) => component))]
      const some = known.slice(0, 5).map((name) => `"${name}"`)
      const more = known.length > some.length ? ` or one of ${known.length - some.length} more` : ''
      const what =
        known.length === 0 ? 'a file with actions' : `a component such as ${some.join(', ')}${more}`
      return problem('unexpected', 'bits', what, of)
    })
]

const isEnergy = ({ exact }: { readonly exact: Decimal }): boolean => exact.isFinite() && !exact.isNegative()

/** What stands in a table that no reader would let pass. */
const tableProblems = ({ actions, totals }: EnergyTable): readonly Problem[] => [
  ...actions.flatMap(({ component, action, energy, count, bits }) => {
    const name = `${component}.${action}`
    return [
      ...(isEnergy(energy)
        ? []
        : [problem('range', name, 'a finite energy of at least 0', `${energy.exact.toString()} J`)]),
      ...(count === undefined || isEnergy({ exact: decimal(count) })
        ? []
        : [problem('range', `count of ${name}`, 'a finite number of at least 0', String(count))]),
      ...(bits === undefined || (Number.isFinite(bits) && bits > 0)
        ? []
        : [problem('range', `bits of ${name}`, 'a number above 0', String(bits))])
    ]
  }),
  ...totals.flatMap(({ component, part, energy }) =>
    isEnergy(energy)
      ? []
      : [
          problem(
            'range',
            `${component}.${part}`,
            'a finite energy of at least 0',
            `${energy.exact.toString()} J`
          )
        ]
  )
]

/** All that is wrong with a table, and with what is told of its words. */
export const problemsWith = (table: EnergyTable, { bits = [] }: HeadroomOptions): readonly Problem[] => [
  ...wordProblems(table, bits),
  ...tableProblems(table)
]
