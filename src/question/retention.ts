/** How high a barrier must be to retain. */
import * as E from 'fp-ts/lib/Either.js'
import { kT } from '../physics/inputs'
import { retentionBarrier } from '../physics/memory'
import { model } from '../physics/model'
import { thermalStability as stability } from '../physics/retention'
import { joules, one } from '../units/si'
import { figureOf, question } from './answer'

const { temperature, ...holding } = retentionBarrier.inputs
const { tier, constraint, sources } = retentionBarrier

/** Of either sign: where it is not positive, no barrier is needed. */
const thermalStability = model({
  ...{ tier, constraint, sources },
  name: 'thermalStability',
  symbol: 'Δ',
  summary: 'That barrier in units of kT',
  inputs: holding,
  unit: one,
  formula: stability
})

const height = model({
  name: 'height',
  symbol: 'B',
  summary: retentionBarrier.summary,
  inputs: { temperature, ...holding },
  unit: joules,
  formula: ({ temperature: T, ...held }) => kT(T).times(stability(held)),
  constraint
})

/**
 * The barrier behind which none of some cells flips within a time, but for a probability.
 *
 * @example
 * import { gigahertz, kelvin, years } from 'limen'
 * import { ask } from 'limen/ask'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const hold = { cells: 1, retentionTime: years(10), failureProbability: 1e-6 }
 * const found = pipe(
 *   ask.retention({ temperature: kelvin(300), attemptRate: gigahertz(1), ...hold }),
 *   E.map(({ figures }) => figures.map(({ value }) => value).join(', '))
 * )
 * found // right('224.1 zJ, 54.11')
 *
 * @since 0.8.0
 */
export const retention = question({
  question: 'retention',
  models: { height, thermalStability },
  examples: {
    temperature: '300 K',
    cells: '1e6',
    attemptRate: '1 GHz',
    retentionTime: '10 yr',
    failureProbability: '1e-9'
  },
  answer: ({ height: barrier, thermalStability: multiple }) => {
    const isNeeded = multiple.exact.gt(0)
    return E.right({
      verdict: isNeeded ? 'a barrier' : 'no barrier',
      figures: [
        ...(isNeeded ? [figureOf(retentionBarrier, barrier)] : []),
        figureOf(thermalStability, multiple)
      ]
    })
  }
})
