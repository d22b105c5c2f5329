/** The energies of a memory cell: of setting, resetting and reading it. */
import * as E from 'fp-ts/lib/Either.js'
import type { ActionEnergy, EnergyTable } from '../../ledger/energy-table'
import { Exact, isNumeral, Working, type Decimal } from '../../units/decimal'
import { expectation, parseStated } from '../../units/parse'
import { amperes, joules, ohms, one, seconds, volts, watts } from '../../units/si'
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
    // What several energies follow from is wrong once.
    if (found === undefined || problems.some(({ position }) => position?.line === found.line))
      return undefined
    const stated = `${found.value} ${found.unit ?? ''}`.trim()
    const parsed = isNumeral(found.value) ? parseStated(unit, example)(stated) : undefined
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
  /** Or why none follows. */
  readonly energy: () => Decimal | string | undefined
}

const product = (...factors: readonly (Decimal | undefined)[]): Decimal | undefined =>
  factors.reduce<Decimal | undefined>(
    (all, factor) => (all === undefined || factor === undefined ? undefined : all.times(factor)),
    new Exact(1)
  )

const quotient = (above: Decimal | undefined, below: Decimal | undefined): Decimal | undefined =>
  above === undefined || below === undefined || below.isZero() ? undefined : new Working(above).div(below)

/** What a cell holds its state in, and so which keys NVSim and its kin use for it. */
type Store = 'resistance' | 'gate' | 'charge'

/** Cells that hold a charge are written by their circuits; a gate passes the current that is said, and no other. */
const storeOf = (type: string): Store =>
  /^(SRAM|e?DRAM)|NAND/i.test(type) ? 'charge' : /^FBRAM|FeFET/i.test(type) ? 'gate' : 'resistance'

const typeOf = (values: CellValues): string => values.get('MemCellType')?.value ?? ''

/** The resistance that a pulse heats: of a memristor without an access device, that at its voltage. */
const resistanceKeyOf = (word: Action['word'], values: CellValues): string => {
  const [on, at, atRead] = ['ResistanceOn', `ResistanceOnAt${word}Voltage`, 'ResistanceOnAtReadVoltage']
  const isAlone = /^none/i.test(values.get('AccessType')?.value ?? '')
  const order = isAlone && /memristor|RRAM/i.test(typeOf(values)) ? [at, on, atRead] : [on, at, atRead]
  return order.find((key) => values.has(key)) ?? 'ResistanceOn'
}

const dropKey = 'VoltageDropAccessDevice'

/**
 * What follows from pulse, voltage and current, or resistance, as NVSim has it: the heat of a resistor
 * and its access device; by the current first where the mode of the pulse is one.
 */
const rulesOf = (word: Action['word'], values: CellValues, take: Take): readonly Rule[] => {
  const [voltageKey, currentKey, pulseKey, powerKey] = ['Voltage', 'Current', 'Pulse', 'Power'].map(
    (what) => word + what
  ) as [string, string, string, string] // a name for each of the four
  const resistanceKey = resistanceKeyOf(word, values)
  const voltage = (): Decimal | undefined => take(voltageKey, volts, '2 V')
  const current = (): Decimal | undefined => take(currentKey, amperes, '40 uA')
  const pulse = (): Decimal | undefined => take(pulseKey, seconds, '10 ns')
  const power = (): Decimal | undefined => take(powerKey, watts, '0.16 uW')
  const resistance = (): Decimal | undefined => take(resistanceKey, ohms, '100000 ohm')
  const byCurrent: Rule = {
    derivation: `${currentKey} · ${voltageKey} · ${pulseKey}, the heat of the pulse`,
    keys: [currentKey, voltageKey, pulseKey],
    energy: () => product(current(), voltage(), pulse())
  }
  const byPower: Rule = {
    derivation: `${powerKey} · ${pulseKey}, the heat of the pulse`,
    keys: [powerKey, pulseKey],
    energy: () => product(power(), pulse())
  }
  const drops = values.has(dropKey)
  const byResistance: Rule = {
    derivation: drops
      ? `${voltageKey} · (${voltageKey} − ${dropKey}) / ${resistanceKey} · ${pulseKey}, the heat of the pulse in a cell that is on and in its access device`
      : `${voltageKey}² / ${resistanceKey} · ${pulseKey}, the heat of the pulse in a cell that is on`,
    keys: [voltageKey, resistanceKey, pulseKey],
    energy: () => {
      const whole = voltage()?.abs()
      const drop = drops ? take(dropKey, volts, '0.5 V') : new Exact(0)
      const left = drop === undefined ? undefined : whole?.minus(drop)
      return left?.lte(0) === true && drops
        ? `${dropKey} leaves nothing of ${voltageKey}`
        : quotient(product(whole, left, pulse()), resistance())
    }
  }
  if (storeOf(typeOf(values)) === 'gate') return [byCurrent, byPower]
  // The mode of a read is that of its sensing.
  return word !== 'Read' && values.get(`${word}Mode`)?.value === 'current'
    ? [byCurrent, byPower, byResistance]
    : [byResistance, byCurrent, byPower]
}

/** What CiMLoop multiplies the energies of a cell by. */
const multiplierKeys: { readonly [W in Action['word']]: string } = {
  Set: 'CellWriteEnergyMultiplier',
  Reset: 'CellWriteEnergyMultiplier',
  Read: 'CellReadLeakEnergyMultiplier'
}

/** How many bits a cell holds: one, unless its levels say otherwise; undefined where they leave it open. */
const bitsOf = (values: CellValues): number | undefined => {
  const levels = values.get('CellLevels')?.value
  if (levels !== undefined) {
    const bits = Math.log2(Number(levels))
    return Number.isInteger(bits) && bits >= 1 ? bits : undefined
  }
  const level = values.get('MemCellLevel')?.value ?? 'SLC'
  return level === 'SLC' && !/^[MTQ]LC/.test(typeOf(values)) ? 1 : undefined
}

/** An energy as the file states it, or as it follows from other keys; or why there is none. */
const energyOf = (
  word: Action['word'],
  values: CellValues,
  take: Take
): { readonly energy: Decimal; readonly derivation?: string; readonly key: string } | string => {
  const key = `${word}Energy`
  const stated = take(key, joules, '0.6 pJ')
  // A stated 0 is for NVSim what is not stated.
  if (stated !== undefined && !stated.isZero()) return { energy: stated, key }
  const rules = rulesOf(word, values, take)
  // "vdd" stands for the supply voltage of the technology, which the file does not tell.
  const tells = (each: string): boolean => (values.get(each)?.value ?? 'vdd') !== 'vdd'
  const rule = rules.find(({ keys }) => keys.every(tells))
  const energy = rule?.energy()
  if (rule !== undefined && energy !== undefined && typeof energy !== 'string')
    return { energy, derivation: rule.derivation, key: rule.keys[0]! }
  if (stated !== undefined) return { energy: stated, key }
  const ways = rules.map(({ keys }) => keys.join(', ')).join(', or of ')
  return `it gives no ${key}, and ${typeof energy === 'string' ? energy : `not all of ${ways}`}`
}

/** An action with its energy, or why there is none. */
const actionOf = (
  { action, word }: Action,
  values: CellValues,
  take: Take,
  problems: SchemaProblem[]
): Omit<ActionEnergy, 'component'> | string => {
  const found = energyOf(word, values, take)
  if (typeof found === 'string') return found
  const multiplierKey = multiplierKeys[word]
  const multiplier = take(multiplierKey, one, '3') ?? new Exact(1)
  const { key, derivation } = found
  const energy = found.energy.times(multiplier)
  if (energy.lt(0)) {
    const at = multiplier.lt(0) ? multiplierKey : key
    const what = multiplier.lt(0) ? multiplierKey : (derivation ?? key)
    problems.push(
      problemAt(values.get(at)!.line, `${what}: expected an energy of 0 or more, got a negative one`)
    )
    return what
  }
  const bits = bitsOf(values)
  const how = multiplier.eq(1)
    ? derivation
    : `${multiplierKey} (${multiplier.toString()}) · ${derivation ?? `${key}, which the file states`}`
  return {
    action,
    kind: kindOf(action),
    ...(bits === undefined ? {} : { bits }),
    energy: joules(energy.abs()),
    ...(how === undefined ? {} : { derivation: how })
  }
}

/**
 * The energies of setting, resetting and reading a cell, from a cell file of NVSim or its kin: those
 * that the file states, or else what follows from pulse, voltage and current, power or resistance, with
 * its `derivation`; times the multipliers of CiMLoop. What can be told in neither way is left out, and
 * a note says so. A cell that holds a charge, such as SRAM, has none of these energies: the tools use
 * these keys for other types only. Units are those in the parentheses of each key.
 *
 * @example
 * import { decodeNvsimCell } from 'limen/files'
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
    if (storeOf(type.value) === 'charge')
      return E.left(
        schemaError([
          ...problems,
          problemAt(
            type.line,
            `expected a resistive cell, such as RRAM, got ${type.value}: for this type NVSim and its kin use no energy, voltage, pulse or resistance of a cell, but compute its energies with the circuits around it; their result holds them`
          )
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
