/** An energy of another tool's file as the figure of a part: how often it is spent is said beside it. */
import * as E from 'fp-ts/lib/Either.js'
import { Working, type Decimal } from '../units/decimal'
import { enclosure, type Certainty } from '../units/enclosure'
import { format } from '../units/format'
import {
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerFlop,
  joulesPerMac,
  joulesPerParameter,
  joulesPerUpdate
} from '../units/si'
import type { Unit } from '../units/unit'
import type { FigurePart } from './design'
import type { ActionEnergy, EnergyTable } from './energy-table'
import { closest, segments } from './headroom/bits'

/** For each of what an action takes place; for a run as often as its file counts it. */
const eaches = {
  update: joulesPerUpdate,
  mac: joulesPerMac,
  flop: joulesPerFlop,
  conversion: joulesPerConversion,
  bit: joulesPerBit,
  parameter: joulesPerParameter,
  run: joules
} as const satisfies Readonly<Record<string, Unit<unknown>>>

/** What an action is for. */
export type Each = keyof typeof eaches

export const eachWords = Object.keys(eaches) as readonly Each[] // it has no others

/** An action of a file, and how often it takes place in a run. */
export interface ActionUse {
  /** As much of its name as is its alone: "weight_reg.write", "adc[resolution=8].convert". */
  readonly action: string
  readonly each: Each
  /** That one action handles, where its file does not say so. */
  readonly bits?: number
}

/** An action, or what a run took in all. */
interface Entry extends ActionEnergy {
  readonly isTotal?: true
}

const entriesOf = ({ actions, totals }: EnergyTable): readonly Entry[] => [
  ...actions,
  ...totals.map(({ part: action, wall: _, ...of }): Entry => ({
    ...of,
    action,
    kind: 'other',
    count: 1,
    isTotal: true
  }))
]

/** The name of an entry, with its arguments where others have the same without. */
const nameIn =
  (entries: readonly Entry[]) =>
  (entry: Entry): string => {
    const { component, action, arguments: given = {} } = entry
    const alike = entries.filter((each) => each.component === component && each.action === action)
    const told = Object.entries(given).map(([name, value]) => `${name}=${value}`)
    return `${component}${alike.length < 2 || told.length === 0 ? '' : `[${told.join(', ')}]`}.${action}`
  }

/** As short as a person may write it: "weight_reg.write". */
const briefly = ({ component, action }: Entry): string => `${segments(component).at(-1)!}.${action}`

const mostNamed = 12

const some = (all: readonly string[]): string => {
  const names = [...new Set(all)].map((name) => `"${name}"`)
  const rest = names.length - mostNamed
  return names.slice(0, mostNamed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

/** What is wrong with the use of an action, and with which word of it. */
export interface UseProblem {
  readonly key: keyof ActionUse
  readonly message: string
}

const wrong = (key: UseProblem['key'], message: string): E.Either<UseProblem, never> =>
  E.left({ key, message })

/** How often the energy of an action stands in the figure. */
const timesOf = (entry: Entry, name: string, { each, bits }: ActionUse): E.Either<UseProblem, Decimal> => {
  const one = new Working(1)
  if (bits !== undefined && each !== 'bit')
    return wrong('bits', `expected no bits: they are for "each": "bit", got "each": "${each}"`)
  if (each === 'run')
    return entry.count === undefined
      ? wrong('each', `expected what ${name} is for each of: its file counts none of it in a run`)
      : E.right(new Working(entry.count))
  if (entry.isTotal || entry.kind === 'leak') {
    const what = entry.isTotal ? 'what a whole run took' : 'the leakage of a cycle'
    return wrong('each', `expected "run", as ${name} is ${what}, got "${each}"`)
  }
  if (each !== 'bit') return E.right(one)
  if (entry.bits !== undefined && bits !== undefined && bits !== entry.bits)
    return wrong('bits', `expected the ${entry.bits} bits that its file gives ${name}, got ${bits}`)
  const handled = bits ?? entry.bits
  return handled === undefined
    ? wrong('each', `expected bits beside it: its file does not say how many ${name} handles`)
    : E.right(one.div(handled))
}

/** An energy that is printed as 0 is somewhere below the last digit. */
const figureOf = ({ energy, resolution }: ActionEnergy, unit: Unit<unknown>, times: Decimal) =>
  energy.exact.isZero() && resolution !== undefined
    ? enclosure(unit.dimension, new Working(0), resolution.exact.times(times))
    : unit(energy.exact.times(times))

/** What an action of a table takes, as a figure with where it is from; or what is wrong. */
export const energyFigure = (
  table: EnergyTable,
  file: string,
  use: ActionUse
): E.Either<UseProblem, Pick<FigurePart<Certainty>, 'figure' | 'source' | 'note'>> => {
  const entries = entriesOf(table)
  const nameOf = nameIn(entries)
  const [entry, ...others] = closest(use.action, entries)
  if (entry === undefined)
    return wrong(
      'action',
      `expected an action of ${file}, such as ${some(entries.map(briefly))}, got "${use.action}"`
    )
  if (others.length > 0)
    return wrong('action', `"${use.action}" may be any of ${some([entry, ...others].map(nameOf))} of ${file}`)
  const name = nameOf(entry)
  const times = timesOf(entry, name, use)
  if (E.isLeft(times)) return times
  const { energy, derivation } = entry
  const said = [
    `${name} takes ${format(energy)}`,
    ...(derivation === undefined ? [] : [derivation]),
    ...(use.each === 'run' ? ['as often as in the run of its file, whatever this workload is'] : [])
  ]
  return E.right({
    figure: figureOf(entry, eaches[use.each], times.right),
    source: { citation: [`${file}, ${table.format}`, ...table.notes].join('; ') },
    note: said.join('; ')
  })
}
