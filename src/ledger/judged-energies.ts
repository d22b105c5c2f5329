/**
 * Bounds before what is built: every cited energy of an operation, a write, an update or an event against the
 * floor of the same action, as `headroom` holds the energies of a file. None may lie below its floor.
 */
import { accelerators } from '../technology/accelerators'
import { chipName, chips } from '../technology/chips'
import { devices } from '../technology/devices'
import { facts, type Fact } from '../technology/facts'
import { isingEnergies } from '../technology/ising'
import { learningEnergies } from '../technology/learning'
import { memoryEnergies } from '../technology/memories'
import { citedModels } from '../technology/models'
import { neuromorphicEnergies } from '../technology/neuromorphic'
import { operationEnergies } from '../technology/operations'
import type { factTables } from '../technology/tables'
import { spinUpdateEnergies, updateEnergies } from '../technology/updates'
import type { Decimal } from '../units/decimal'
import { orThrow } from '../units/either'
import { lazily } from '../units/remembered'
import { joules, kelvin, one } from '../units/si'
import type { ActionEnergy, ActionKind } from './energy-table'
import { headroom, type ActionHeadroom } from './headroom'

/** The name of a table of cited energies. @since 0.10.0 */
export type EnergyTableName = Exclude<keyof ReturnType<typeof factTables>, 'brain' | 'experiments'>

/** A cited energy, held against the floor of its action. @since 0.10.0 */
export interface JudgedEnergy {
  /** The table of `factTables` that it stands in. */
  readonly table: EnergyTableName
  readonly name: string
  readonly fact: Fact<unknown>
  readonly held: ActionHeadroom
}

/** What a cited energy is of: a kind of action, and of how many bits where that is known; or why there is no floor. */
interface Subject {
  readonly kind: ActionKind
  readonly bits?: number
  readonly why?: string
}

interface Cited extends Omit<JudgedEnergy, 'held'> {
  readonly action: ActionEnergy
}

/** A fact as an action; its energy is that of one, where the fact is of many. */
const cited = (
  table: EnergyTableName,
  fact: Fact<unknown>,
  subject: Subject,
  { name = fact.what, energy = fact.value.exact }: { readonly name?: string; readonly energy?: Decimal } = {}
): Cited => ({
  table,
  name,
  fact,
  action: { component: table, action: name, ...subject, energy: joules(energy) }
})

const noFloor = (why: string): Subject => ({ kind: 'other', why })

/** The width that the name of an operation begins with: "FP16", "8-bit". */
const widthIn = (what: string): number => Number(/^(?:B?FP?)?(\d+)/.exec(what)![1])

const operation = ({ what }: Fact<unknown>): Subject =>
  what.startsWith('Access') ? { kind: 'read', bits: 64 } : { kind: 'compute', bits: widthIn(what) }

const spin = ({ what }: Fact<unknown>): Subject =>
  what.startsWith('write')
    ? { kind: 'write' }
    : noFloor(
        'no floor is claimed: a spin drawn anew may be as unknown as before, and then nothing is erased'
      )

const learning = ({ what }: Fact<unknown>): Subject =>
  what.startsWith('operation')
    ? { kind: 'compute' }
    : noFloor('no floor is claimed: what learning a sample discards is not stated')

const ising = ({ what }: Fact<unknown>): Subject => {
  const spins = /of (\d+) spins/.exec(what)?.[1]
  return { kind: 'compute', ...(spins === undefined ? {} : { bits: Number(spins) }) }
}

const event = ({ what }: Fact<unknown>): Subject => ({
  kind: /hop of|spike within/.test(what) ? 'transfer' : what.includes('STDP') ? 'write' : 'compute'
})

const gathered = (): readonly Cited[] => [
  cited('defaults', facts.hbm2Access, { kind: 'transfer' }),
  cited('defaults', facts.h100PeakOperation, { kind: 'compute', bits: 16 }),
  cited('defaults', facts.gpt3Training, { kind: 'compute' }),
  ...citedModels().flatMap(({ name, energy, operations }) =>
    energy === undefined
      ? []
      : [
          cited(
            'models',
            energy,
            { kind: 'compute' },
            {
              name: `${name}, an operation of its training`,
              energy: energy.value.exact.div(operations.value.exact)
            }
          )
        ]
  ),
  ...accelerators().map(({ name, energyPerOperation: fact }) =>
    cited('accelerators', fact, { kind: 'compute', bits: 16 }, { name })
  ),
  ...operationEnergies().map((fact) => cited('operations', fact, operation(fact))),
  ...memoryEnergies().map((fact) =>
    cited('memories', fact, { kind: /\bwrite:/.test(fact.what) ? 'write' : 'read', bits: 1 })
  ),
  ...updateEnergies().map((fact) => cited('memories', fact, { kind: 'write' })),
  ...spinUpdateEnergies().map((fact) => cited('spins', fact, spin(fact))),
  ...learningEnergies().map((fact) => cited('learning', fact, learning(fact))),
  ...isingEnergies().map((fact) => cited('ising', fact, ising(fact))),
  ...neuromorphicEnergies().map((fact) => cited('neuromorphic', fact, event(fact))),
  ...chips().map((chip) =>
    cited('chips', chip.energyPerBitOperation, { kind: 'compute', bits: 1 }, { name: chipName(chip) })
  ),
  ...devices().flatMap(({ name, writeEnergy: fact, levels }) =>
    fact === undefined
      ? []
      : [
          cited(
            'devices',
            fact,
            { kind: 'write', ...(levels === undefined ? {} : { bits: Math.log2(levels.value.value) }) },
            { name }
          )
        ]
  )
]

const judged = lazily((): readonly JudgedEnergy[] => {
  const all = gathered()
  const table = {
    format: 'limen',
    name: 'cited energies',
    actions: all.map(({ action }) => action),
    totals: [],
    notes: []
  }
  const { actions } = orThrow(headroom(table, { temperature: kelvin(300), errorProbability: one(0) }))
  return Object.freeze(all.map(({ action: _, ...of }, at) => ({ ...of, held: actions[at]! })))
})

/**
 * Every cited energy against the floor of the same action (`headroom`), at 300 K and without an error: an operation
 * overwrites the register of its result, a write or an update the old word, a read is measured into a register
 * that is reset. A word of unknown width is held against one bit. Of a transfer, and of what may erase
 * nothing, no floor is claimed, and `held.why` says so.
 *
 * @example
 * import { judgedEnergies } from 'limen/hardware'
 * judgedEnergies().filter(({ held }) => held.standing === 'below').length // 0
 *
 * @since 0.10.0
 */
export const judgedEnergies = (): readonly JudgedEnergy[] => judged()
