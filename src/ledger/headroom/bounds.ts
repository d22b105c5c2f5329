/**
 * What one action of a component is held against: bounds per bit, times the bits of its word, and what a
 * static memory pays.
 */
import type { AnyModel } from '../../bound/compose'
import { input } from '../../formula/model'
import type { Inputs } from '../../formula/model'
import { attemptRate, errorProbability, temperature } from '../../physics/inputs'
import { retentionBarrier } from '../../physics/memory'
import { model, type Model } from '../../physics/model'
import { converterEnergy, readInformation } from '../../physics/read'
import { landauer } from '../../physics/thermodynamics'
import { staticUpdate } from '../../physics/update'
import type { Energy } from '../../units/dimension'
import { bits, conversions, joules, one, seconds, updates } from '../../units/si'
import type { ActionKind } from '../energy-table'
import { ledgerInputs } from '../inputs'

const wordBits = input('n', bits, '(0, ∞)', 'bits of the word that one action handles')

const { failureProbability, writeTime, writeErrorProbability, flipProbability } = ledgerInputs

/** n · landauer: n bits are discarded. */
const overwritten = (name: string, constraint: string) =>
  model({
    name,
    symbol: 'E_n',
    summary: 'Heat of overwriting a word',
    inputs: { temperature, errorProbability, wordBits },
    unit: joules,
    formula: ({ temperature, errorProbability, wordBits: n }) =>
      n.times(landauer.of({ temperature, errorProbability })),
    constraint,
    processes: ['erasure/reversible (write)']
  })

/** staticUpdate of n bits, over the barrier that holds N cells: those of them that flip lose the tilt. */
const staticWrites = model({
  name: 'staticWrites',
  symbol: 'W_n',
  summary: 'Energy of writing a word of static cells over their full barrier',
  inputs: {
    temperature,
    wordBits,
    cells: input('N', one, '(0, ∞)', 'number of cells that hold together'),
    attemptRate,
    retentionTime: input('t_r', seconds, '(0, ∞)', 'time that the cells must hold'),
    failureProbability,
    writeTime,
    writeErrorProbability,
    flipProbability
  },
  unit: joules,
  formula: ({ temperature, wordBits, attemptRate, writeTime, flipProbability, ...given }) =>
    staticUpdate
      .of({
        temperature,
        precision: wordBits,
        flipProbability,
        barrier: retentionBarrier.of({ temperature, attemptRate, ...given }),
        attemptRate,
        writeTime,
        errorProbability: given.writeErrorProbability
      })
      .of(updates),
  requires: ({ wordBits: n, cells }) => [n.per(bits).atMost(cells)],
  constraint: 'the barrier of each cell holds for the retention time, and is not lowered for the write',
  processes: ['update (write)']
})

/** n · kT ln 2: the word is measured into a register that is reset. */
const wordRead = model({
  name: 'wordRead',
  symbol: 'E_r',
  summary: 'Heat of reading a word into a register that is reset',
  inputs: { temperature, wordBits },
  unit: joules,
  formula: ({ temperature, wordBits }) =>
    readInformation.of({ temperature, outputBits: wordBits }).of(conversions),
  constraint: 'the register that holds the result is reset',
  processes: ['read/erasure (read)']
})

const converted = model({
  name: 'converted',
  symbol: 'E_a',
  summary: 'Energy of one conversion by a converter limited by thermal noise',
  inputs: { temperature, wordBits },
  unit: joules,
  formula: ({ temperature, wordBits }) =>
    converterEnergy.of({ temperature, outputBits: wordBits }).of(conversions),
  constraint:
    'a class-B analogue circuit limited by thermal noise, quantisation noise at the bits of the word',
  processes: ['read (read)']
})

/** What an action is held against, a bound or the cost of a machine, and when. */
export interface AgainstModel {
  /** The model of the physics that it is a multiple of; of `staticWrite` for the bits that flip. */
  readonly name: 'landauer' | 'staticWrite' | 'readInformation' | 'converterEnergy'
  readonly model: AnyModel<Energy>
  /** What must be said before it applies. */
  readonly needs?: 'memory' | 'circuits'
}

// Which inputs a model has is looked up by name where it is evaluated.
const any = <I>(of: Model<I, Energy>): AnyModel<Energy> => of as unknown as Model<Inputs, Energy>

const writing: readonly AgainstModel[] = [
  { name: 'landauer', model: any(overwritten('wordOverwrite', 'the old word is discarded')) },
  { name: 'staticWrite', model: any(staticWrites), needs: 'memory' }
]
const reading: AgainstModel = { name: 'readInformation', model: any(wordRead) }

/** What an action of each kind is held against; the bounds are about one process, so that they compete. */
export const againstModels: { readonly [K in ActionKind]: readonly AgainstModel[] } = {
  write: writing,
  accumulate: writing,
  read: [reading],
  convert: [reading, { name: 'converterEnergy', model: any(converted), needs: 'circuits' }],
  compute: [
    {
      name: 'landauer',
      model: any(
        overwritten('resultOverwrite', 'the register of the result holds an old one, which is discarded')
      )
    }
  ],
  transfer: [],
  leak: [],
  other: []
}

/** Why no floor is claimed of an action of a kind without bounds. */
export const noFloor: { readonly [K in ActionKind]?: string } = {
  transfer: 'no floor is claimed of a transfer: a wire can be charged as slowly as one likes',
  leak: 'no floor is claimed of leakage: retention has no thermodynamic cost per cycle',
  other: 'no floor is claimed: what the action does is not known'
}
