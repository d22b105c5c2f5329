/** The breakdown of an epoch of training that DNN+NeuroSim writes: what each layer took. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../ledger/energy-table'
import { Exact } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import { format } from '../../units/format'
import { joules } from '../../units/si'
import type { Quantity } from '../../units/quantity'
import type { Unit } from '../../units/unit'
import { shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaProblem } from '../../shape/problem'
import { columnOf, csvRows, type Row } from '../text/csv'
import { lastLine, linesOf, problemAt, unless } from '../text/lines'
import { energyIn, halfStreamDigit } from '../text/numeral'
import { energyUnit } from '../text/unit'

/** What each step of training is at the walls of the ledger. */
const walls: Readonly<Record<string, 'memory' | 'update'>> = {
  energy_FW: 'memory',
  energy_AG: 'memory',
  energy_WG: 'memory',
  energy_WU: 'update'
}

/** A column of energies. */
interface EnergyColumn {
  readonly at: number
  readonly name: string
  readonly unit: Unit<Energy>
}

const isEnergy = (name: string): boolean => /^(Peak_)?energy_|_energy$/.test(name)

/** The columns of energies, and what is wrong with their units. */
const energyColumns = ({ line, fields }: Row, problems: SchemaProblem[]): readonly EnergyColumn[] => {
  const columns = fields.map(columnOf).flatMap(({ name, unit }, at): readonly EnergyColumn[] => {
    if (!isEnergy(name)) return []
    const known = unit === undefined ? undefined : energyUnit(unit)
    if (known === undefined)
      problems.push(
        problemAt(
          line,
          `${name}: expected a unit of energy in parentheses, such as (J), got ${unit === undefined ? 'none' : shown(unit)}`
        )
      )
    return known === undefined ? [] : [{ at, name, unit: known }]
  })
  const names = fields.map((header) => columnOf(header).name)
  for (const name of Object.keys(walls))
    if (!names.includes(name)) problems.push(problemAt(line, `expected a column "${name}(J)", got none`))
  const twice = columns.find(({ name }, at) => columns.findIndex((other) => other.name === name) !== at)
  if (twice !== undefined)
    problems.push(problemAt(line, `expected the column ${twice.name} once, got it again`))
  return columns
}

interface Cell {
  readonly column: EnergyColumn
  readonly energy: Quantity<Energy>
  /** Half a unit of the last digit that is printed. */
  readonly resolution: Quantity<Energy>
}

interface Layer {
  readonly line: number
  readonly component: string
  readonly cells: readonly Cell[]
}

const layerOf = (
  { line, fields }: Row,
  width: number,
  columns: readonly EnergyColumn[],
  problems: SchemaProblem[]
): Layer => {
  const [first = ''] = fields
  if (!/^([1-9]\d*|Total)$/.test(first))
    problems.push(problemAt(line, `expected the number of a layer or "Total", got ${shown(first)}`))
  else if (fields.length !== width)
    problems.push(problemAt(line, `expected ${width} fields, as the header has, got ${fields.length}`))
  else {
    const cells = columns.flatMap((column): readonly Cell[] => {
      const text = fields[column.at]!
      const energy = energyIn(column.unit)(text)
      if (energy === undefined)
        problems.push(
          problemAt(line, `${column.name}: expected 0 ${column.unit.symbol} or more, got ${shown(text)}`)
        )
      return energy === undefined
        ? []
        : [
            {
              column,
              energy,
              resolution: joules(new Exact(column.unit.factor).times(halfStreamDigit(text)))
            }
          ]
    })
    return { line, component: first === 'Total' ? first : `layer ${first}`, cells }
  }
  return { line, component: first, cells: [] }
}

/** Where the layers do not make the total of a column, as far as the digits printed tell. */
const mismatches = (layers: readonly Layer[], total: Layer): readonly SchemaProblem[] =>
  total.cells.flatMap(({ column, energy, resolution }, at) => {
    const cells = layers.map((layer) => layer.cells[at]!)
    const sum = cells.reduce((all, cell) => all.plus(cell.energy.exact), new Exact(0))
    const slack = cells.reduce((all, cell) => all.plus(cell.resolution.exact), new Exact(resolution.exact))
    return sum.minus(energy.exact).abs().lte(slack)
      ? []
      : [
          problemAt(
            total.line,
            `${column.name}: expected what the layers add up to, ${format(joules(sum))}, got ${format(energy)}`
          )
        ]
  })

const notes = [
  'energy_FW, energy_AG and energy_WG (forward, activation gradient, weight gradient) are the memory-wall, energy_WU (weight update) is the update-wall; they are one split of the energy of the epoch',
  'columns that end in _energy (ADC, …, DRAM), and Peak_energy, split the same energies in another way: they belong to no wall, and adding them counts twice',
  'leakage is in none of the columns'
]

/** Which block was read, and what it holds, so that it can be told from the others. */
const appendedNote = (blocks: number, line: number, { cells }: Layer): string => {
  const held = cells
    .filter(({ column }) => Object.hasOwn(walls, column.name))
    .map(({ column, energy }) => `${column.name} ${format(energy)}`)
  const before = blocks === 2 ? 'the one before it is' : `the ${blocks - 1} before it are`
  return `the file holds ${blocks} blocks, for NeuroSim adds to a file that is there already: the last is read (from line ${line}; in all ${held.join(', ')}), and ${before} passed over`
}

const totalsOf = ({ component, cells }: Layer): readonly TotalEnergy[] =>
  cells.map(({ column: { name }, energy, resolution }) => ({
    component,
    part: name,
    ...(Object.hasOwn(walls, name) ? { wall: walls[name]! } : {}),
    energy,
    resolution
  }))

/**
 * The energies of one epoch of training, from a breakdown of DNN+NeuroSim: per layer, and in all.
 * Reading is the memory-wall, the weight update is the update-wall. The file splits the same energies
 * a second time, by circuit: those parts have no wall. Layers that do not make the total are problems.
 * Where NeuroSim added to a file that was there, the last block is read, and a note says so.
 *
 * @example
 * import { decodeNeuroSimBreakdown } from 'limen/files'
 * decodeNeuroSimBreakdown('layer_number, energy_FW(J), energy_AG(J), energy_WG(J), energy_WU(erg)\n1,1,1,1,1\nTotal,1,1,1,1\n')
 * // left: (line 1): energy_WU: expected a unit of energy in parentheses, such as (J), got "erg"
 *
 * @since 0.4.0
 */
export const decodeNeuroSimBreakdown = fromText<[name?: string], EnergyTable>(
  (source, name = 'NeuroSim breakdown') => {
    const rows = csvRows(source)
    if ('message' in rows) return E.left(schemaError([rows]))
    const end = lastLine(linesOf(source))
    const headers = rows.filter(({ fields }) => fields[0] === 'layer_number')
    const header = headers.at(-1)
    if (header === undefined)
      return E.left(
        schemaError([problemAt(end, 'expected a header that begins with "layer_number", got none')])
      )
    const problems: SchemaProblem[] = []
    const columns = energyColumns(header, problems)
    const below = rows.filter(({ line }) => line > header.line)
    const totalAt = below.findIndex(({ fields }) => fields[0] === 'Total')
    const layers = below
      .slice(0, totalAt < 0 ? undefined : totalAt)
      .map((row) => layerOf(row, header.fields.length, columns, problems))
    const last = below[totalAt]
    const total = last === undefined ? undefined : layerOf(last, header.fields.length, columns, problems)
    if (total === undefined)
      problems.push(problemAt(end, 'expected a row "Total" after the layers, got none'))
    else if (layers.length === 0)
      problems.push(problemAt(total.line, 'expected a row for each layer before "Total", got none'))
    if (total !== undefined && problems.length === 0) problems.push(...mismatches(layers, total))
    return unless(problems, () => ({
      format: 'NeuroSim breakdown',
      name,
      actions: [],
      totals: [...layers, ...(total === undefined ? [] : [total])].flatMap(totalsOf),
      notes: [
        ...(headers.length === 1 || total === undefined
          ? []
          : [appendedNote(headers.length, header.line, total)]),
        ...notes
      ]
    }))
  }
)
