/**
 * Consolidation: moving a bit from short-term to long-term memory.
 *
 * Consolidation in place, by raising the barrier over an occupied state, moves no bit and costs about
 * nothing (2e-5 kT from 10 to 40 kT): this is what learning-in-memory gains at the consolidation-wall.
 */
import { entropy, ln2, two } from '../formula/expression'
import { bits, joulesPerBit } from '../units/si'
import { errorProbability, kT, temperature } from './inputs'
import { elementaryModel } from './model'
import * as from from './sources'

/**
 * kT h(ε): the short-term copy is uncomputed from the long-term one, right but for ε.
 *
 * @example
 * import { consolidationUncompute, kelvin } from 'limen'
 * const given = { temperature: kelvin(300), errorProbability: 0.01 }
 * consolidationUncompute(given) // right(232.0 yJ/bit)
 *
 * @since 0.1.0
 */
export const consolidationUncompute = elementaryModel({
  name: 'consolidationUncompute',
  symbol: 'C_h',
  summary: 'Heat of a bit consolidated, its short-term copy uncomputed from the long-term one',
  inputs: { temperature, errorProbability },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε }) => kT(T).times(entropy(ε)).per(bits),
  tier: 'theorem',
  constraint:
    'the short-term copy is uncomputed from the long-term one, and they disagree with probability ε',
  sources: [from.sagawaUeda2009, from.landauer1961],
  processes: ['consolidation/erasure']
})

/**
 * kT ln 2: the short-term copy is reset blindly.
 *
 * @example
 * import { consolidationReset, kelvin } from 'limen'
 * consolidationReset({ temperature: kelvin(300) }) // right(2.871 zJ/bit)
 *
 * @since 0.1.0
 */
export const consolidationReset = elementaryModel({
  name: 'consolidationReset',
  symbol: 'C_1',
  summary: 'Heat of a bit consolidated, its short-term copy reset without using the long-term one',
  inputs: { temperature },
  unit: joulesPerBit,
  formula: ({ temperature: T }) => kT(T).times(ln2).per(bits),
  tier: 'theorem',
  constraint: 'the short-term copy, of uniform bits, is reset blindly',
  sources: [from.landauer1961],
  processes: ['consolidation/erasure']
})

/**
 * 2kT ln 2: a blind reset, and the long-term cell held unknown data.
 *
 * @example
 * import { consolidationOverwrite, kelvin } from 'limen'
 * consolidationOverwrite({ temperature: kelvin(300) }) // right(5.742 zJ/bit)
 *
 * @since 0.1.0
 */
export const consolidationOverwrite = elementaryModel({
  name: 'consolidationOverwrite',
  symbol: 'C_2',
  summary: 'Heat of a bit consolidated over unknown data, its short-term copy reset blindly',
  inputs: { temperature },
  unit: joulesPerBit,
  formula: ({ temperature: T }) => two.times(kT(T)).times(ln2).per(bits),
  tier: 'theorem',
  constraint: 'both the short-term copy and the unknown data of the long-term cell are reset blindly',
  sources: [from.landauer1961],
  processes: ['consolidation/erasure']
})
