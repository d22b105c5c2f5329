/** CodeCarbon's emissions.csv: what runs took, as it was measured. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnergyTable, TotalEnergy } from '../../ledger/energy-table'
import { Exact } from '../../units/decimal'
import type { Energy } from '../../units/dimension'
import type { Quantity } from '../../units/quantity'
import { kilowattHours, seconds } from '../../units/si'
import type { Unit } from '../../units/unit'
import { listed, shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaProblem } from '../../shape/problem'
import { columnOf, csvRows, type Row } from '../text/csv'
import { lastLine, linesOf, problemAt, unless } from '../text/lines'
import { energyIn, halfStreamDigit, quantityIn } from '../text/numeral'
import { energyUnit } from '../text/unit'

const whole = 'energy_consumed'

const parts = ['cpu_energy', 'gpu_energy', 'ram_energy'] as const

/** The columns of energies; all are part of the last. */
const energyNames = [...parts, whole] as const

/** Where the columns are that are read, and the unit of each of energies. */
interface Header {
  readonly width: number
  readonly at: (name: string) => number
  readonly units: ReadonlyMap<string, Unit<Energy>>
}

const headerOf = ({ line, fields }: Row, problems: SchemaProblem[]): Header => {
  const columns = fields.map(columnOf)
  const at = (name: string): number => columns.findIndex((column) => column.name === name)
  const lacking = ['duration', whole].filter((name) => at(name) < 0)
  if (lacking.length > 0)
    problems.push(problemAt(line, `expected the columns ${listed(lacking)} too, got none`))
  const units = new Map<string, Unit<Energy>>()
  for (const name of energyNames) {
    const unit = columns[at(name)]?.unit
    const known = unit === undefined ? kilowattHours : energyUnit(unit)
    if (known === undefined)
      problems.push(problemAt(line, `${name}: expected a unit of energy such as (kWh), got ${shown(unit)}`))
    else units.set(name, known)
  }
  return { width: fields.length, at, units }
}

/** What a row tells of its run. */
interface Reading {
  readonly line: number
  /** Empty where the row names none: then nothing tells which rows are of one run. */
  readonly run: string
  readonly project: string
  readonly task: string
  readonly duration: Quantity<unknown>
  readonly energies: ReadonlyMap<string, Quantity<Energy>>
  /** Power usage effectiveness, as written: CodeCarbon has multiplied every energy by it. */
  readonly pue: string
}

const readingOf = ({ line, fields }: Row, header: Header, problems: SchemaProblem[]): Reading | undefined => {
  if (fields.length !== header.width) {
    problems.push(problemAt(line, `expected ${header.width} fields, as the header has, got ${fields.length}`))
    return undefined
  }
  const field = (name: string): string => fields[header.at(name)] ?? ''
  const wrong = (name: string, expected: string): void => {
    problems.push(problemAt(line, `${name}: expected ${expected}, got ${shown(field(name))}`))
  }
  const run = field('run_id')
  const duration = quantityIn(seconds)(field('duration'))
  if (duration === undefined || duration.exact.lt(0)) wrong('duration', '0 s or more')
  const energies = new Map<string, Quantity<Energy>>()
  for (const [name, unit] of header.units) {
    if (name !== whole && field(name) === '') continue
    const energy = energyIn(unit)(field(name))
    if (energy === undefined) wrong(name, `0 ${unit.symbol} or more`)
    else energies.set(name, energy)
  }
  return duration === undefined
    ? undefined
    : {
        line,
        run,
        project: field('project_name'),
        task: field('task_name'),
        duration,
        energies,
        pue: field('pue').trim()
      }
}

/** Rows of a run are sums since its start: neither its time nor its energy falls. */
const fallen = (before: Reading, after: Reading): SchemaProblem | undefined => {
  const falls =
    after.duration.exact.lt(before.duration.exact) ||
    after.energies.get(whole)?.exact.lt(before.energies.get(whole)?.exact ?? 0)
  return falls
    ? problemAt(
        after.line,
        `expected sums since the start of the run, got less than on line ${before.line} of the same run`
      )
    : undefined
}

/** What a row without the name of a run is called by. */
const runOf = ({ run, line }: Reading): string => (run === '' ? `line ${line}` : run)

/** A row without the name of a run may be a part of one: it is not held against a wall. */
const totalsOf = (reading: Reading): readonly TotalEnergy[] =>
  [...reading.energies].map(([part, energy]) => ({
    component: runOf(reading),
    part,
    ...(part === whole && reading.run !== '' ? { wall: 'total' as const } : {}),
    energy
  }))

/** In a file of tasks each row is one of its own. */
const taskTotals = (reading: Reading): readonly TotalEnergy[] =>
  [...reading.energies].map(([part, energy]) => ({
    component: `${runOf(reading)} ${reading.task}`.trim(),
    part,
    energy
  }))

/** Whether the parts take more than the whole, or less where the columns tell of all, as far as six digits tell. */
const disagrees = ({ energies }: Reading, { at }: Header): boolean => {
  const all = energies.get(whole)?.exact ?? new Exact(0)
  const known = parts.flatMap((name) => energies.get(name)?.exact ?? [])
  const off = known.reduce((sum, each) => sum.plus(each), new Exact(0)).minus(all)
  const slack = [...known, all].reduce(
    (sum, each) => sum.plus(halfStreamDigit(each.toString())),
    new Exact(0)
  )
  return off.gt(slack) || (off.neg().gt(slack) && parts.every((name) => at(name) >= 0))
}

const disagreements = (readings: readonly Reading[], header: Header): readonly string[] => {
  const [first, ...more] = readings.filter((reading) => disagrees(reading, header))
  return first === undefined
    ? []
    : [
        `${parts.filter((name) => header.at(name) >= 0).join(', ')} do not add up to ${whole} on line ${first.line}${more.length === 0 ? '' : `, nor on ${more.length} more`}: ${whole} is taken for the whole`
      ]
}

const overheads = (readings: readonly Reading[]): readonly string[] => {
  const factors = new Set(readings.map(({ pue }) => pue).filter((pue) => pue !== '' && Number(pue) !== 1))
  return factors.size === 0
    ? []
    : [
        `energies hold the overhead of the data centre: CodeCarbon multiplies each by its power usage effectiveness, pue, here ${[...factors].join(', ')}`
      ]
}

const described = ({ run, line, project, duration }: Reading): string =>
  `${run === '' ? `what line ${line} is of` : `run ${run}`}${project === '' ? '' : ` of ${project}`} took ${duration.exact.toString()} s`

/**
 * What runs took, from an emissions.csv of CodeCarbon: per run the energy of all, and of processor,
 * graphics processor and memory, as far as told; in kWh where a column names no other unit. Rows of a
 * run are sums since its start, so that the last holds; a row that names no run stands by itself. Parts that
 * do not make the whole are told. A file with a column `task_name` has a row for each task. What is wrong has
 * its line.
 *
 * @example
 * import { decodeCodeCarbon } from 'limen/files'
 * decodeCodeCarbon('run_id,duration,energy_consumed\na,10,0.002\na,20,0.001\n')
 * // left: (line 3): expected sums since the start of the run, got less than on line 2 of the same run
 *
 * @since 0.4.0
 */
export const decodeCodeCarbon = fromText<[name?: string], EnergyTable>(
  (source, name = 'CodeCarbon emissions') => {
    const rows = csvRows(source)
    if ('message' in rows) return E.left(schemaError([rows]))
    const [first, ...rest] = rows
    const problems: SchemaProblem[] = []
    const header = headerOf(first ?? { line: 1, fields: [], places: [] }, problems)
    if (problems.length > 0) return E.left(schemaError(problems))
    if (rest.length === 0)
      problems.push(problemAt(lastLine(linesOf(source)), 'expected a row below the header, got none'))
    const readings = rest.flatMap((row) => readingOf(row, header, problems) ?? [])
    const isTasks = header.at('task_name') >= 0
    const unnamed = readings.filter(({ run }) => run === '').length
    const runs = new Map<string, Reading>()
    if (!isTasks)
      for (const reading of readings) {
        const name = runOf(reading)
        const before = runs.get(name)
        const problem = before === undefined ? undefined : fallen(before, reading)
        if (problem !== undefined) problems.push(problem)
        runs.set(name, reading)
      }
    const told = isTasks ? readings : [...runs.values()]
    return unless(problems, () => ({
      format: 'CodeCarbon emissions',
      name,
      actions: [],
      totals: told.flatMap(isTasks ? taskTotals : totalsOf),
      notes: [
        ...([...header.units.values()].every((unit) => unit === kilowattHours)
          ? ['energies are read as kWh, in which CodeCarbon writes them: the columns name no unit']
          : []),
        ...disagreements(told, header),
        ...overheads(told),
        'what CodeCarbon cannot measure it estimates, from the power that a processor is made for',
        ...(isTasks || unnamed === 0
          ? []
          : [
              `${unnamed === 1 ? 'a row names' : `${unnamed} rows name`} no run (run_id), and nothing tells what else is of that run: each such row stands by itself, called by its line`
            ]),
        ...(isTasks
          ? ['each row is a task: the energy of a run is that of all its tasks']
          : told.map(described))
      ]
    }))
  }
)
