/** At how many reads for each write computing in memory takes less than fetching. */
import * as E from 'fp-ts/lib/Either.js'
import { breakEvenReads } from '../physics/choices'
import { model } from '../physics/model'
import { joulesPerMac, joulesPerUpdate, macs, updates } from '../units/si'
import { figureOf, question, valueOf } from './answer'

const { readEnergy, writeEnergy, precision, movementEnergy, reuse } = breakEvenReads.inputs
const { tier, constraint, sources } = breakEvenReads

const writeExcess = model({
  ...{ tier, constraint, sources },
  name: 'writeExcess',
  symbol: 'ΔW',
  summary: 'What a write in memory takes beyond storing the parameter elsewhere',
  inputs: { writeEnergy, precision, movementEnergy },
  unit: joulesPerUpdate,
  formula: ({ writeEnergy: W, precision: b, movementEnergy: Eb }) => W.minus(b.times(Eb).per(updates))
})

const readSaving = model({
  ...{ tier, constraint, sources },
  name: 'readSaving',
  symbol: 'Δe',
  summary: 'What a read in memory saves of fetching the parameter',
  inputs: { readEnergy, precision, movementEnergy, reuse },
  unit: joulesPerMac,
  formula: ({ readEnergy: e, precision: b, movementEnergy: Eb, reuse: s }) =>
    b.times(Eb).over(s).per(macs).minus(e)
})

/** Where computing in memory takes less: above or below the break-even, always, never; or both take the same. */
type Winner = 'above' | 'below' | 'always' | 'never' | 'even'

const winner = (excess: number, saving: number): Winner => {
  if (excess * saving > 0) return saving > 0 ? 'above' : 'below'
  if (excess === saving) return 'even'
  return saving > 0 || excess < 0 ? 'always' : 'never'
}

/**
 * At how many reads of a parameter for each write of it (the batch) training in memory takes less than
 * fetching from a memory apart.
 *
 * @example
 * import { bits, femto, joulesPerBit, joulesPerMac, joulesPerUpdate, nano, pico } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const memory = { readEnergy: femto(joulesPerMac)(50), writeEnergy: nano(joulesPerUpdate)(1) }
 * const fetched = { movementEnergy: pico(joulesPerBit)(3.9), precision: bits(8), reuse: 128 }
 * const found = pipe(
 *   ask.reads({ ...memory, ...fetched }),
 *   E.map(({ verdict, figures }) => `${verdict} ${figures[0]?.value}`)
 * )
 * found // right('above 5000 mac/update')
 *
 * @since 0.8.0
 */
export const reads = question({
  question: 'reads',
  models: { writeExcess, readSaving },
  examples: {
    readEnergy: '50 fJ/mac',
    writeEnergy: '1 nJ/update',
    precision: '8 bit',
    movementEnergy: '3.9 pJ/bit',
    reuse: '128'
  },
  answer: ({ writeExcess: excess, readSaving: saving }, given) => {
    const signs = [excess, saving].map(({ exact }) => exact.comparedTo(0)) as [number, number]
    const verdict = winner(...signs)
    const figures = [figureOf(writeExcess, excess), figureOf(readSaving, saving)]
    if (verdict !== 'above' && verdict !== 'below') return E.right({ verdict, figures })
    return E.map((reads: Parameters<typeof figureOf>[1]) => ({
      verdict,
      figures: [figureOf(breakEvenReads, reads), ...figures]
    }))(valueOf(breakEvenReads, given))
  }
})
