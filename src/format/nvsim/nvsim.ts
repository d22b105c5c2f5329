/** The energies of a memory cell: of setting, resetting and reading it. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { Exact, isNumeral, Working, type Decimal } from '../../units/decimal'
import { expectation, parse } from '../../units/parse'
import { amperes, joules, ohms, seconds, volts, watts } from '../../units/si'
import type { Unit } from '../../units/unit'
import { listed, shown } from '../../shape/codec'
import { fromText, schemaError, type SchemaError, type SchemaProblem } from '../../shape/problem'
import { cellValues, type CellValues } from './cell'
import { kindOf } from '../energies/kind'
import { problemAt, unless } from '../text/lines'

interface Action {
  readonly action: 'set' | 'reset' | 'read'
  /** What its keys begin with. */
  readonly word: 'Set' | 'Reset' | 'Read'
}

const cellActions: readonly Action[] = [
  { action: 'set', word: 'Set' },
  { action: 'reset', word: 'Reset' },
  { action: 'read', word: 'Read' }
]

/** A value in coherent SI, of a key that is there and a number; problems where it is malformed. */
type Take = (key: string, unit: Unit<unknown>, example: string) => Decimal | undefined

const taking =
  (values: CellValues, problems: SchemaProblem[]): Take =>
  (key, unit, example) => {
    const found = values.get(key)
    if (found === undefined) return undefined
    const stated = `${found.value} ${found.unit ?? ''}`.trim()
    const parsed = isNumeral(found.value) ? parse(unit, example)(stated) : undefined
    if (parsed !== undefined && E.isRight(parsed)) return parsed.right.exact
    problems.push(
      problemAt(
        found.line,
        `${key}: ${parsed?.left.message ?? `expected ${expectation(unit, example)}, got ${shown(stated)}`}`
      )
    )
    return undefined
  }

/** How an energy follows from other keys. */
interface Rule {
  readonly derivation: string
  readonly keys: readonly string[]
  readonly energy: () => Decimal | undefined
}

const product = (...factors: readonly (Decimal | undefined)[]): Decimal | undefined =>
  factors.reduce<Decimal | undefined>(
    (all, factor) => (all === undefined || factor === undefined ? undefined : all.times(factor)),
    new Exact(1)
  )

const quotient = (above: Decimal | undefined, below: Decimal | undefined): Decimal | undefined =>
  above === undefined || below === undefined || below.isZero() ? undefined : new Working(above).div(below)

/** What follows from pulse, voltage and current, or resistance: the heat of a resistor. */
const rulesOf = (word: Action['word'], values: CellValues, take: Take): readonly Rule[] => {
  const [voltageKey, currentKey, pulseKey, powerKey] = ['Voltage', 'Current', 'Pulse', 'Power'].map(
    (what) => word + what
  ) as [string, string, string, string] // a name for each of the four
  const atVoltage = `ResistanceOnAt${word}Voltage`
  const resistanceKey = values.has(atVoltage) ? atVoltage : 'ResistanceOn'
  const voltage = (): Decimal | undefined => take(voltageKey, volts, '2 V')
  const current = (): Decimal | undefined => take(currentKey, amperes, '40 uA')
  const pulse = (): Decimal | undefined => take(pulseKey, seconds, '10 ns')
  const power = (): Decimal | undefined => take(powerKey, watts, '0.16 uW')
  const resistance = (): Decimal | undefined => take(resistanceKey, ohms, '100000 ohm')
  return [
    {
      derivation: `${currentKey} · ${voltageKey} · ${pulseKey}, the heat of the pulse`,
      keys: [currentKey, voltageKey, pulseKey],
      energy: () => product(current(), voltage(), pulse())
    },
    {
      derivation: `${powerKey} · ${pulseKey}, the heat of the pulse`,
      keys: [powerKey, pulseKey],
      energy: () => product(power(), pulse())
    },
    {
      derivation: `${voltageKey}² / ${resistanceKey} · ${pulseKey}, the heat of the pulse in a cell that is on`,
      keys: [voltageKey, resistanceKey, pulseKey],
      energy: () => quotient(product(voltage(), voltage(), pulse()), resistance())
    }
  ]
}

/** How many bits a cell holds: one, unless its levels say otherwise; undefined where they leave it open. */
const bitsOf = (values: CellValues): number | undefined => {
  const levels = values.get('CellLevels')?.value
  if (levels !== undefined) {
    const bits = Math.log2(Number(levels))
    return Number.isInteger(bits) && bits >= 1 ? bits : undefined
  }
  const level = values.get('MemCellLevel')?.value ?? 'SLC'
  return level === 'SLC' && !/^[MTQ]LC/.test(values.get('MemCellType')?.value ?? '') ? 1 : undefined
}

/** An action with its energy, or why there is none. */
const actionOf = (
  { action, word }: Action,
  values: CellValues,
  take: Take,
  problems: SchemaProblem[]
): Omit<ActionEnergy, 'component'> | string => {
  const key = `${word}Energy`
  const bits = bitsOf(values)
  const base = { action, kind: kindOf(action), ...(bits === undefined ? {} : { bits }) }
  const accepted = (energy: Decimal, what: string, line: number): string | undefined => {
    if (energy.gte(0)) return undefined
    problems.push(problemAt(line, `${what}: expected an energy of 0 or more, got a negative one`))
    return what
  }
  const stated = take(key, joules, '0.6 pJ')
  if (stated !== undefined)
    return accepted(stated, key, values.get(key)!.line) ?? { ...base, energy: joules(stated.abs()) }
  const rules = rulesOf(word, values, take)
  // "vdd" stands for the supply voltage of the technology, which the file does not tell.
  const tells = (each: string): boolean => (values.get(each)?.value ?? 'vdd') !== 'vdd'
  const rule = rules.find(({ keys }) => keys.every(tells))
  const energy = rule?.energy()
  if (rule === undefined || energy === undefined)
    return `it gives no ${key}, and not all of ${rules.map(({ keys }) => keys.join(', ')).join(', or of ')}`
  return (
    accepted(energy, rule.derivation, values.get(rule.keys[0]!)!.line) ?? {
      ...base,
      energy: joules(energy.abs()),
      derivation: rule.derivation
    }
  )
}

/**
 * The energies of setting, resetting and reading a cell, from a cell file of NVSim or its kin: those
 * that the file states, or else what follows from pulse, voltage and current, power or resistance, with
 * its `derivation`. What can be told in neither way is left out, and a note says so. Units are those
 * in the parentheses of each key.
 *
 * @example
 * import { decodeNvsimCell } from 'limen'
 * decodeNvsimCell('-MemCellType: memristor\n-SetEnergy (furlong): 0.6\n')
 * // left: (line 2): SetEnergy: expected a known unit instead of "furlong", got "0.6 furlong"
 *
 * @since 0.4.0
 */
export const decodeNvsimCell = fromText(
  (source: string, name?: string): E.Either<SchemaError, EnergyTable> => {
    const problems: SchemaProblem[] = []
    const values = cellValues(source, problems)
    const type = values.get('MemCellType')
    if (type === undefined || type.value === '')
      return E.left(
        schemaError([
          ...problems,
          problemAt(type?.line ?? 1, 'expected a line "-MemCellType: type", got none')
        ])
      )
    const take = taking(values, problems)
    const read = cellActions.map((each) => actionOf(each, values, take, problems))
    const actions = read.filter((each) => typeof each !== 'string')
    const notes = read.filter((each) => typeof each === 'string')
    if (actions.length === 0 && problems.length === 0)
      problems.push(
        problemAt(type.line, `expected an energy of ${listed(['set', 'reset', 'read'])}: ${notes.join('; ')}`)
      )
    return unless(problems, () => ({
      format: 'NVSim cell',
      name: name ?? type.value,
      actions: actions.map((each) => ({ component: type.value, ...each })),
      totals: [],
      notes: [
        'energies are those of one cell, without the circuits around it',
        ...(bitsOf(values) === undefined ? ['it leaves open how many bits a cell holds'] : []),
        ...notes
      ]
    }))
  }
)
