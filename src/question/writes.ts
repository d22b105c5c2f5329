/** Whether to look after a write. */
import * as E from 'fp-ts/lib/Either.js'
import { ln, ln2, number, sqrt, unity, zero } from '../formula/expression'
import type { ModelData } from '../formula/model'
import { blindWrite, verifiedWrite } from '../physics/choices'
import { model } from '../physics/model'
import { Working } from '../units/decimal'
import { bits, one } from '../units/si'
import { figureOf, question, valueOf } from './answer'
import { crossing } from './crossing'

const blindBits = model({
  name: 'blindBits',
  symbol: 'b_σ',
  summary: 'Precision that one blind write leaves',
  inputs: { writeNoise: blindWrite.inputs.writeNoise },
  unit: bits,
  formula: ({ writeNoise: σ }) =>
    ln(σ.times(sqrt(number(12))))
      .negated()
      .over(ln2)
      .of(bits),
  requires: (_, b) => [zero.atMost(b.per(bits))],
  tier: blindWrite.tier,
  constraint: 'the noise of a write is no more than that of quantising to so many bits',
  sources: blindWrite.sources
})

/** How much more a blind write takes than a verified one, relative to that. */
const blindExcess = model({
  name: 'blindExcess',
  symbol: 'x_σ',
  summary: 'How much more a blind write takes than a verified one',
  inputs: verifiedWrite.inputs,
  unit: one,
  formula: ({ verifyEnergy, ...write }) =>
    blindWrite
      .of(write)
      .over(verifiedWrite.of({ verifyEnergy, ...write }))
      .minus(unity),
  constraint: 'the same cell, written the one way and the other'
})

/** Their ratio rises with the precision, so that they are even once at the most. */
const evenBits = {
  ...blindExcess,
  name: 'evenBits',
  summary: 'Precision above which verified writes take less, and below which blind ones do',
  constraint: `${verifiedWrite.constraint}; ${blindWrite.constraint}`
}

/**
 * Whether blind or verified writes take less for a precision at a noise, and at which precision that turns.
 *
 * @example
 * import { bits, joulesPerUpdate, pico } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const cell = { writeEnergy: pico(joulesPerUpdate)(1), verifyEnergy: pico(joulesPerUpdate)(1) }
 * const found = pipe(
 *   ask.writes({ ...cell, precision: bits(8), writeNoise: 0.01 }),
 *   E.map(({ verdict, figures }) => `${verdict}: ${figures.map(({ value }) => value).join(', ')}`)
 * )
 * found // right('verified: 78.64 pJ/update, 12.91 pJ/update, [5.611, 5.612] bit, 4.851 bit')
 *
 * @since 0.8.0
 */
export const writes = question({
  question: 'writes',
  models: { blindWrite, verifiedWrite },
  examples: {
    writeEnergy: '1 pJ/update',
    verifyEnergy: '1 pJ/update',
    precision: '8 bit',
    writeNoise: '0.01'
  },
  answer: ({ blindWrite: blind, verifiedWrite: verified }, given) => {
    const once = valueOf(blindBits, given)
    // As long as one blind write is good enough, a verified one takes as much at the least.
    const from = E.isRight(once) ? once.right.exact : new Working(0)
    const even = crossing(blindExcess as unknown as ModelData, given, 'precision', from)
    return E.right({
      verdict: (['blind', 'even', 'verified'] as const)[blind.exact.comparedTo(verified.exact) + 1]!,
      figures: [
        figureOf(blindWrite, blind),
        figureOf(verifiedWrite, verified),
        ...(E.isRight(even) ? [figureOf(evenBits, even.right)] : []),
        ...(E.isRight(once) ? [figureOf(blindBits, once.right)] : [])
      ],
      unsaid: [
        ...(E.isRight(even)
          ? []
          : [
              {
                name: evenBits.name,
                why: `${even.left < 0 ? 'blind' : 'verified'} writes take less at any precision`
              }
            ]),
        ...(E.isRight(once) ? [] : [{ name: blindBits.name, why: 'one blind write does not leave a bit' }])
      ]
    })
  }
})
