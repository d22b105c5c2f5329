/**
 * Bounds on trial: every theorem that speaks of what a memory has done, held against the heat it gave off. The
 * dynamics know none of these formulas; one that lies above what was achieved is wrong.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ModelData } from '../formula/model'
import { evaluateNumber } from '../reading/evaluate-number'
import {
  discardedInformation,
  generalizedLandauer,
  landauer,
  optimalReset,
  rateCappedReset,
  speedLimit,
  timeSymmetricReset
} from '../physics/thermodynamics'
import type { Energy, Frequency, Temperature } from '../units/dimension'
import { ofNumber, type Quantity } from '../units/quantity'
import { bits, boltzmannConstant, joules, seconds } from '../units/si'
import type { ExactRun } from './exact'

/** What a bound says of a run. @since 0.10.0 */
export interface Verdict {
  /** The bound's name: that of its model, or of two that add. */
  readonly bound: string
  /** Under which it holds, and which the run keeps. */
  readonly constraint: string
  /** What the bound asks for. */
  readonly least: Quantity<Energy>
  /** What the run took. */
  readonly achieved: Quantity<Energy>
  /** The bound over what was achieved: 1 where it is reached; above 1 it is refuted. None where no heat was given off but by rounding. */
  readonly ratio?: number
  /** Whether it is refuted: above what was achieved by more than rounding. */
  readonly refuted: boolean
}

/** A run as the bounds ask for it. */
export interface Tried {
  readonly run: ExactRun
  /** Its length in attempts. */
  readonly attempts: number
  readonly temperature: Quantity<Temperature>
  readonly attemptRate: Quantity<Frequency>
  /** Where the protocol is its own reverse: the probabilities of a bit to end in state 1 from state 0, and from 1. */
  readonly errors: readonly [number, number] | undefined
}

/** How far two ladders' populations are apart: the rungs that probability has to cross. */
const transport = (before: Float64Array, after: Float64Array): number => {
  let [moved, sum] = [0, 0]
  for (let x = 0; x < before.length; x++) {
    moved += after[x]! - before[x]!
    sum += Math.abs(moved)
  }
  return sum
}

/** More than what a run's sums round off, in kT and as a part of the whole. */
const slack = 1e-9

/** Whether a reset errs alike from either value. */
const errsAlike = ([fromZero, fromOne]: readonly [number, number]): boolean =>
  Math.abs(fromZero - fromOne) <= slack * fromZero

export const verdictsOn = ({
  run,
  attempts,
  temperature,
  attemptRate,
  errors
}: Tried): readonly Verdict[] => {
  const kT = Number(boltzmannConstant) * temperature.value
  const achieved = ofNumber(joules.dimension, run.heat * kT)
  const given = {
    temperature,
    attemptRate,
    duration: ofNumber(seconds.dimension, attempts / attemptRate.value)
  }

  /** The value of a model at what is said of the run, where it has one there. */
  const valueOf = (model: ModelData, inputs: Readonly<Record<string, unknown>>): number | undefined =>
    pipe(
      (evaluateNumber(model) as (of: unknown) => E.Either<unknown, Quantity<unknown>>)({
        ...given,
        ...inputs
      }),
      E.match(
        () => undefined,
        ({ value }) => value
      )
    )

  const verdict = (
    models: readonly ModelData[],
    inputs: Readonly<Record<string, unknown>>
  ): readonly Verdict[] => {
    const values = models.map((model) => valueOf(model, inputs))
    if (values.some((value) => value === undefined)) return []
    const least = values.reduce<number>((sum, value) => sum + value!, 0)
    return [
      {
        bound: models.map(({ name }) => name).join(' + '),
        constraint: models.map(({ constraint }) => constraint).join('; '),
        least: ofNumber(joules.dimension, least),
        achieved,
        ...(run.heat > slack ? { ratio: least / achieved.value } : {}),
        refuted: least > achieved.value + slack * (Math.abs(achieved.value) + kT)
      }
    ]
  }

  const { start, final, entropyStart, entropyEnd, jumps } = run
  const lost = (entropyStart - entropyEnd) / Math.LN2
  const moved = { transport: transport(start, final), jumps }
  const discarded = { information: bits(lost) }
  const isBit = start.length === 2
  const isUnknown = isBit && start[0] === start[1]
  const errorProbability = Math.min(final[0]!, final[1]!)

  const secondLaw: readonly [readonly ModelData[], Readonly<Record<string, unknown>>] = isUnknown
    ? [[landauer], { errorProbability }]
    : isBit
      ? [[generalizedLandauer], { before: start[1], after: final[1], entropyDifference: 0 }]
      : [[discardedInformation], discarded]

  return [
    ...verdict(...secondLaw),
    ...verdict([...secondLaw[0], speedLimit], { ...secondLaw[1], ...moved }),
    ...(isUnknown ? verdict([rateCappedReset], { errorProbability }) : []),
    ...(isUnknown ? verdict([optimalReset], { errorProbability }) : []),
    ...(isUnknown && errors !== undefined && errsAlike(errors)
      ? verdict([timeSymmetricReset], { errorProbability })
      : [])
  ]
}
