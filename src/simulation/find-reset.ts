/** The reset of a ladder of little heat that descent finds, as a protocol. */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import { aNumber, expecting, having } from '../units/argument'
import type { Frequency, Temperature, Time } from '../units/dimension'
import { aQuantity, type Quantity } from '../units/quantity'
import { hertz, kelvin, kT, seconds } from '../units/si'
import { inputProblem } from '../workload/ising/problem'
import { foundReset } from './best-reset'
import type { Protocol } from './protocol'
import { countable, isCountable } from './space'

/** What a reset is to do. @since 0.10.0 */
export interface ResetAsked {
  /** Of the bath, above 0 K. */
  readonly temperature: Quantity<Temperature>
  /** f₀, above 0 Hz: no hop over an edge is more frequent. */
  readonly attemptRate: Quantity<Frequency>
  /** From 2 to 64. */
  readonly rungs: number
  /** The probability not to end on rung 0: in (0, 1 − 1/rungs). */
  readonly errorProbability: number
  /** Of the whole: no more than 300 attempts for each segment. */
  readonly duration: Quantity<Time>
  /** Of equal length: from 1 to 1000. */
  readonly segments: number
}

const mostAttempts = 300

const problemsOf = ({
  temperature,
  attemptRate,
  rungs,
  errorProbability,
  duration,
  segments
}: ResetAsked): readonly Problem[] => {
  const dimensions = [
    ['temperature', temperature, kelvin],
    ['attemptRate', attemptRate, hertz],
    ['duration', duration, seconds]
  ] as const
  const unlike = dimensions.flatMap(([input, of, { dimension }]): readonly Problem[] =>
    of.dimension.key === dimension.key
      ? []
      : [
          inputProblem('findReset', input, {
            kind: 'dimension',
            found: of.dimension.name,
            expected: dimension.name
          })
        ]
  )
  if (unlike.length > 0) return unlike
  const each = (duration.value * attemptRate.value) / segments
  const asked: readonly (readonly [string, boolean, string, number])[] = [
    ['temperature', isCountable(temperature.value), countable.temperature, temperature.value],
    ['attemptRate', isCountable(attemptRate.value), countable.rate, attemptRate.value],
    ['rungs', Number.isInteger(rungs) && rungs >= 2 && rungs <= 64, 'a whole number from 2 to 64', rungs],
    [
      'errorProbability',
      errorProbability > 0 && errorProbability < 1 - 1 / rungs,
      'a probability above 0 and below 1 − 1/rungs, where the reset begins',
      errorProbability
    ],
    [
      'segments',
      Number.isInteger(segments) && segments >= 1 && segments <= 1000,
      'a whole number from 1 to 1000',
      segments
    ],
    ['duration', each > 0 && each <= mostAttempts, `up to ${mostAttempts} attempts for each segment`, each]
  ]
  return asked.flatMap(([input, fits, expected, found]): readonly Problem[] =>
    fits
      ? []
      : [
          {
            kind: 'range',
            model: 'findReset',
            inputs: [input],
            found: String(found),
            expected,
            message: `findReset: ${input}: expected ${expected}, got ${found}`
          }
        ]
  )
}

/**
 * A reset of a ladder from all rungs alike to rung 0, in a given time and no hop more frequent than the attempt
 * rate, of as little heat as descent finds. It is attained, so the least heat is no more; that there is no better is
 * not proved. Where the time does not suffice, it ends with a larger error than was asked for: `simulate` tells.
 *
 * A reset of 4 rungs in 20 attempts takes a few tenths of a second, of 8 rungs in 200 attempts several seconds.
 *
 * @example
 * import { hertz, kelvin, seconds } from 'limen'
 * import { findReset, simulate } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const found = findReset({
 *   temperature: kelvin(300), attemptRate: hertz(1), rungs: 3, errorProbability: 0.05, duration: seconds(10), segments: 4
 * })
 * pipe(found, E.chain(simulate), E.map(({ heat }) => heat)) // right(5.623 zJ)
 *
 * @since 0.10.0
 */
export const findReset = expecting(
  'findReset',
  {
    asked: having('what a reset is to do', {
      temperature: aQuantity,
      attemptRate: aQuantity,
      rungs: aNumber,
      errorProbability: aNumber,
      duration: aQuantity,
      segments: aNumber
    })
  },
  (asked: ResetAsked): E.Either<ModelError, Protocol> => {
    const problems = problemsOf(asked)
    if (problems.length > 0) return E.left(modelError('findReset', problems))
    const { temperature, attemptRate, rungs, errorProbability, duration, segments } = asked
    const found = foundReset(rungs, errorProbability, duration.value * attemptRate.value, segments)
    return E.right({
      temperature,
      attemptRate,
      rungs,
      segments: found.map(({ attempts, energies }) => ({
        duration: seconds(attempts / attemptRate.value),
        energies: Array.from(energies, (energy) => kT(energy, temperature))
      }))
    })
  },
  unfitInputs
)
