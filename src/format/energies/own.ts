/** limen's own file of energies: JSON, each energy a text with its unit. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EnergyTable } from '../../ledger/energy-table'
import { input } from '../../formula/model'
import { joules, one } from '../../units/si'
import { actionArguments, actionKind } from './action'
import { problemsOf, quantity, record, schemaAddress, text, word } from '../../shape/codec'
import { decodeJson } from '../text/json'
import { list, whole } from '../../shape/numbers'
import type { SchemaError } from '../../shape/problem'
import { mapped } from '../../shape/union'

/** The name and version of the form; the version changes when a reader would have to. */
export const energiesFormat = 'limen.energies/1'

const example = '0.144 pJ'
const energy = quantity(input('E', joules, '[0, ∞)', 'an energy'), example)

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** Bits need not be whole: a cell of three levels holds 1.58. */
export const bits = mapped(
  quantity(input('b', one, '(0, 1000000]', 'a number of bits'), '8'),
  isNumber,
  ({ value }) => value,
  one
)

const resolution = {
  codec: energy,
  description: 'below this the energy cannot be told from 0',
  optional: true
} as const

const action = record('an object of an action', {
  component: { codec: text, description: 'the component, such as "buffer[0..3]"' },
  instances: { codec: whole(1), description: 'how many of it there are', optional: true },
  action: { codec: text, description: 'the action, such as "read"' },
  kind: { codec: actionKind, description: 'what the action does, such as "read"' },
  arguments: {
    codec: actionArguments,
    description: 'what tells apart entries of one action',
    optional: true
  },
  energy: { codec: energy, description: `what one action takes, such as "${example}"` },
  bits: { codec: bits, description: 'how many bits one action handles', optional: true },
  count: { codec: whole(0), description: 'how often it takes place, over all instances', optional: true },
  resolution,
  derivation: { codec: text, description: 'how the energy was found', optional: true }
} as const)

const total = record('an object of a total', {
  component: { codec: text, description: 'the component or layer; "Total" for all of them' },
  part: { codec: text, description: 'what it was spent on' },
  wall: {
    codec: word(['memory', 'update', 'consolidation', 'total'] as const),
    description: 'the wall of the ledger that it belongs to, or "total"',
    optional: true
  },
  energy: { codec: energy, description: `what it took, such as "${example}"` },
  resolution
} as const)

/** The codec of a file of energies. @since 0.4.0 */
export const energies = record('an object of energies', {
  $schema: schemaAddress,
  format: { codec: word([energiesFormat] as const), description: `"${energiesFormat}"` },
  name: { codec: text, description: 'what the table is called' },
  actions: { codec: list(action, 'a list of actions'), description: 'a list of actions', optional: true },
  totals: { codec: list(total, 'a list of totals'), description: 'a list of totals', optional: true },
  notes: { codec: list(text, 'a list of notes'), description: 'a list of notes', optional: true }
} as const)

/**
 * The energies of limen's own JSON, `"format": "limen.energies/1"`: texts with units, kept to their last
 * digit (a number is in J, as in every file of limen's own). What is wrong has its line.
 *
 * @example
 * import { decodeEnergies } from 'limen/files'
 * decodeEnergies('{"format": "limen.energies/1", "name": "ours", "actions": [{"component": "adc", "action": "convert", "kind": "convert", "energy": "1.5 W"}]}')
 * // left: /actions/0/energy (line 1): expected an energy such as "0.144 pJ" (this is a power), got "1.5 W"
 *
 * @since 0.4.0
 */
export const decodeEnergies = (source: string): E.Either<SchemaError, EnergyTable> =>
  decodeJson((value) =>
    pipe(
      energies.decode(value),
      E.bimap(problemsOf, ({ name, actions = [], totals = [], notes = [] }): EnergyTable => ({
        format: energiesFormat,
        name,
        actions,
        totals,
        notes
      }))
    )
  )(source)
