/** NeuroSim_Output.csv of DNN+NeuroSim: what each epoch of a run took, a row an epoch. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../ledger/energy-table'
import { Exact } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { joules } from '../../units/si'
import type { Unit } from '../../units/unit'
import { shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaProblem } from '../../shape/problem'
import { columnOf, csvRows, type Row } from '../text/csv'
import { problemAt, unless } from '../text/lines'
import { energyIn, halfStreamDigit } from '../text/numeral'
import { energyUnit } from '../text/unit'

/** What each step of training is at the walls of the ledger. */
const walls: Readonly<Record<string, 'memory' | 'update'>> = {
  'E_forward': 'memory',
  'E_activation gradient': 'memory',
  'E_weight gradient': 'memory',
  'E_weight update': 'update'
}

interface Column {
  readonly at: number
  readonly name: string
  readonly unit: Unit<Energy>
}

/** The columns of energies; those for the peak performance end in "_Peak". */
const columnsOf = ({ line, fields }: Row, problems: SchemaProblem[]): readonly Column[] => {
  const names = fields.map((header) => columnOf(header).name)
  for (const name of Object.keys(walls))
    if (names.filter((each) => each === name).length !== 1)
      problems.push(
        problemAt(
          line,
          `expected a column "${name} (J)" once, got ${names.includes(name) ? 'it again' : 'none'}`
        )
      )
  return fields.map(columnOf).flatMap(({ name, unit = '' }, at): readonly Column[] => {
    if (!name.startsWith('E_')) return []
    const known = energyUnit(unit)
    if (known === undefined)
      problems.push(
        problemAt(
          line,
          `${name}: expected a unit of energy in parentheses, such as (J), got ${unit === '' ? 'none' : shown(unit)}`
        )
      )
    return known === undefined ? [] : [{ at, name, unit: known }]
  })
}

const epochOf = (
  { line, fields }: Row,
  epoch: number,
  columns: readonly Column[],
  problems: SchemaProblem[]
): readonly TotalEnergy[] =>
  columns.flatMap(({ at, name, unit }): readonly TotalEnergy[] => {
    const text = fields[at] ?? ''
    const energy = energyIn(unit)(text)
    if (energy === undefined) {
      problems.push(problemAt(line, `${name}: expected 0 ${unit.symbol} or more, got ${shown(text)}`))
      return []
    }
    return [
      {
        component: `epoch ${epoch}`,
        part: name,
        ...(Object.hasOwn(walls, name) ? { wall: walls[name]! } : {}),
        energy,
        resolution: joules(new Exact(unit.factor).times(halfStreamDigit(text)))
      }
    ]
  })

/** The parts of all epochs, added up. */
const sumsOf = (epochs: readonly (readonly TotalEnergy[])[]): readonly TotalEnergy[] =>
  (epochs[0] ?? []).map((first, at) => {
    const all = epochs.map((parts) => parts[at]!)
    const sum = (of: (part: TotalEnergy) => TotalEnergy['energy'] | undefined) =>
      joules(all.reduce((sofar, part) => sofar.plus(of(part)?.exact ?? 0), new Exact(0)))
    return {
      ...first,
      component: 'Total',
      energy: sum(({ energy }) => energy),
      resolution: sum(({ resolution }) => resolution)
    }
  })

/**
 * The energies of a run of training, from the NeuroSim_Output.csv of DNN+NeuroSim: of each epoch, a
 * row, and of all of them in sum. Reading is the memory-wall, the weight update is the update-wall;
 * what ends in "_Peak" counts some of the same, and has no wall. What is wrong has its line.
 *
 * @example
 * import { decodeNeuroSimOutput } from 'limen/files'
 * decodeNeuroSimOutput('E_forward (J),E_activation gradient (J),E_weight gradient (J),E_weight update (J)\n1,1,nan,1\n')
 * // left: (line 2): E_weight gradient: expected 0 J or more, got "nan"
 *
 * @since 0.6.0
 */
export const decodeNeuroSimOutput = fromText<[name?: string], EnergyTable>(
  (source, name = 'NeuroSim output') => {
    const rows = csvRows(source)
    if ('message' in rows) return E.left(schemaError([rows]))
    const [header = { line: 1, fields: [], places: [] }, ...rest] = rows
    const problems: SchemaProblem[] = []
    const columns = columnsOf(header, problems)
    if (rest.length === 0) problems.push(problemAt(header.line, 'expected a row for each epoch, got none'))
    const epochs = rest.map((row, at) => epochOf(row, at + 1, columns, problems))
    return unless(problems, () => ({
      format: 'NeuroSim output',
      name,
      actions: [],
      totals: [...epochs.flat(), ...sumsOf(epochs)],
      notes: [
        `each row is read as an epoch, of which there are ${epochs.length}; the file states no total: Total is their sum`,
        'forward, activation gradient and weight gradient are the memory-wall, weight update is the update-wall',
        'what ends in _Peak counts some of the same energies, for the peak performance: it belongs to no wall, and adding it counts twice'
      ]
    }))
  }
)
