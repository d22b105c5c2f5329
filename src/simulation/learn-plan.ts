/** What a learner is told, and what follows from it in kT and attempts; or all that does not fit. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Problem } from '../reading/error'
import { evaluateNumber } from '../reading/evaluate-number'
import { retentionBarrier, staticWrite } from '../physics/memory'
import type { Dimension, Energy, Frequency, Information, Temperature, Time } from '../units/dimension'
import { isQuantity, type Quantity } from '../units/quantity'
import {
  bits,
  boltzmannConstant,
  hertz,
  joules,
  kelvin,
  microseconds,
  one,
  seconds,
  years
} from '../units/si'
import { told } from '../units/told'
import { inputProblem } from '../workload/ising/problem'
import type { Draw } from './draws'
import { anneals, tilts, writes, type Learned } from './learner'
import type { Loss } from './loss/loss'
import { slotsOf, type Schedule } from './slots'
import { countable, isCountable } from './space'

/** What all writers are told. @since 0.10.0 */
export interface LearnConditions {
  /** A whole number from 0 to 2⁵³ − 1: the same seed, the same run. */
  readonly seed: number
  /** Of the bath, above 0 K. */
  readonly temperature: Quantity<Temperature>
  /** f₀, above 0 Hz: no hop over an edge is more frequent. */
  readonly attemptRate: Quantity<Frequency>
  /** Of a run, above 0 s. */
  readonly duration: Quantity<Time>
  /** Memories that learn alike, each for itself, of which means are told; default 16. */
  readonly runs?: number
}

/** The energy of the memory is the loss: it rises, and the memory hops as it will. @since 0.10.0 */
export interface AnnealedOptions extends LearnConditions {
  readonly writer: 'annealed'
  /** λ at the end: the energy of a loss of 1, above 0 J. */
  readonly energyPerLoss: Quantity<Energy>
  /** λ at first over λ at the end, above 0 and at most 1; default 1e-4. */
  readonly rise?: number
  /** Steps, by equal factors, in which λ rises; default 100. */
  readonly steps?: number
}

/**
 * Learning-in-memory: for the slot of each update a tilt stands that the slope of the loss directs, over a barrier
 * that rises as the steps shrink.
 *
 * @since 0.10.0
 */
export interface TiltedOptions extends LearnConditions {
  readonly writer: 'tilted'
  /** Of each parameter. */
  readonly updates: number
  /** How the steps shrink; default exponential. */
  readonly convergence?: 'constant' | 'exponential' | 'powerLaw'
  /** b: the last step is 2^(−b) of the first; default as many bits as a ladder holds. */
  readonly precision?: Quantity<Information>
  /** ε: the part of hops that go the wrong way, above 0 and at most ½; default 0.01. */
  readonly errorProbability?: number
  /** h₁: hops attempted at the first update; default a quarter of the ladder. */
  readonly hopsPerUpdate?: number
}

/**
 * A parameter is a binary number in cells behind barriers that are not lowered: each update is a step of the slope
 * over the curvature, to the next rung, and each cell that flips pays `staticWrite`.
 *
 * @since 0.10.0
 */
export interface StaticOptions extends LearnConditions {
  readonly writer: 'static'
  /** Of each parameter. */
  readonly updates: number
  /** How long the solution is to last; default 10 years. */
  readonly retentionTime?: Quantity<Time>
  /** That any cell flips until then; default 1e-9. */
  readonly failureProbability?: number
  /** Of one write; default 1 µs. */
  readonly writeTime?: Quantity<Time>
  /** That a write fails; default 1e-9. */
  readonly writeErrorProbability?: number
}

/** By which writer a memory learns, and what that is told. @since 0.10.0 */
export type LearnOptions = AnnealedOptions | TiltedOptions | StaticOptions

const conditions = ['writer', 'seed', 'temperature', 'attemptRate', 'duration', 'runs']

/** What each writer may be told. */
const optionsOf: { readonly [W in LearnOptions['writer']]: readonly string[] } = {
  annealed: [...conditions, 'energyPerLoss', 'rise', 'steps'],
  tilted: [...conditions, 'updates', 'convergence', 'precision', 'errorProbability', 'hopsPerUpdate'],
  static: [
    ...conditions,
    'updates',
    'retentionTime',
    'failureProbability',
    'writeTime',
    'writeErrorProbability'
  ]
}

/** More attempts than these are not made. */
const mostAttempts = 1e11

/** Bits of a rung. */
const bitsOf = ({ rungs }: Loss): number => Math.log2(rungs)

/** A schedule, and the steps that follow from it. */
export interface Driven extends Schedule {
  readonly steps: Float64Array
}

/** Options with nothing left out, in kT and attempts. */
export interface Plan {
  readonly runs: number
  readonly kT: number
  readonly attempts: number
  /** Points of the course, without the first. */
  readonly points: number
  /** One memory's run; with its rungs at points of the course that are marked. */
  readonly learn: (draw: Draw, marks: ArrayLike<number>) => Learned
  /** Of a run, in bits. */
  readonly record: number
  /** How it is tilted, where it is. */
  readonly driven?: Driven
}

export const planOf = (loss: Loss, options: LearnOptions): E.Either<readonly Problem[], Plan> => {
  const problems: Problem[] = []
  const refuse = (input: string, found: string, expected: string, kind: Problem['kind'] = 'range'): void => {
    problems.push(inputProblem('learn', `options/${input}`, { kind, found, expected }))
  }
  const number = (
    input: string,
    value: unknown,
    fits: (value: number) => boolean,
    expected: string
  ): void => {
    if (value === undefined) refuse(input, 'none', expected, 'missing')
    else if (!(typeof value === 'number' && Number.isFinite(value) && fits(value)))
      refuse(input, told(value), expected)
  }
  const quantity = (
    input: string,
    value: Quantity<unknown> | undefined,
    { dimension }: { readonly dimension: Dimension<unknown> },
    expected: string,
    fits: (value: number) => boolean = (each) => each > 0
  ): number => {
    if (value === undefined) refuse(input, 'none', expected, 'missing')
    else if (!isQuantity(value)) refuse(input, told(value), expected)
    else if (value.dimension !== dimension) refuse(input, value.dimension.name, expected, 'dimension')
    else if (!(Number.isFinite(value.value) && fits(value.value))) refuse(input, told(value.value), expected)
    return value?.value ?? NaN
  }
  const count = (input: string, value: unknown, most: number, least = 1): void => {
    number(
      input,
      value,
      (each) => Number.isInteger(each) && each >= least && each <= most,
      `a whole number from ${least} to ${most}`
    )
  }

  const known = optionsOf[options.writer]
  for (const name of Object.keys(options))
    if (!known.includes(name)) refuse(name, 'an unknown option', `one of ${known.join(', ')}`, 'unexpected')
  const { seed, temperature, attemptRate, duration, runs = 16 } = options
  number(
    'seed',
    seed,
    (each) => Number.isSafeInteger(each) && each >= 0,
    'a whole number from 0 to 9007199254740991'
  )
  const kT =
    Number(boltzmannConstant) *
    quantity('temperature', temperature, kelvin, countable.temperature, isCountable)
  const attempts =
    quantity('attemptRate', attemptRate, hertz, countable.rate, isCountable) *
    quantity('duration', duration, seconds, 'a duration above 0')
  count('runs', runs, 1e6)
  const most = (input: string, tried: number): void => {
    if (tried * runs > mostAttempts)
      refuse(input, told(tried * runs), 'at most 1e11 hops attempted in all runs', 'size')
  }

  const shared = { runs, kT, attempts }
  switch (options.writer) {
    case 'annealed': {
      const { energyPerLoss, rise = 1e-4, steps = 100 } = options
      quantity('energyPerLoss', energyPerLoss, joules, 'an energy above 0')
      number('rise', rise, (each) => each > 0 && each <= 1, 'a number above 0 and at most 1')
      count('steps', steps, 1e6)
      most('duration', 2 * loss.parameters * attempts)
      if (problems.length > 0) return E.left(problems)
      const last = energyPerLoss.value / kT
      const scales = Float64Array.from({ length: steps }, (_, k) => last * rise ** (1 - (k + 1) / steps))
      return E.right({
        ...shared,
        points: steps,
        record: 0,
        learn: (draw, marks) => anneals(loss, { scales, attempts }, draw, marks)
      })
    }
    case 'tilted': {
      const { updates, convergence = 'exponential', errorProbability = 0.01 } = options
      const { precision = bits(bitsOf(loss)), hopsPerUpdate = (loss.rungs - 1) / 4 } = options
      if (!['constant', 'exponential', 'powerLaw'].includes(convergence))
        refuse('convergence', told(convergence), 'constant, exponential or powerLaw')
      count('updates', updates, 1e6, convergence === 'powerLaw' ? 2 : 1)
      quantity('precision', precision, bits, 'a precision of 0 to 64 bit', (each) => each >= 0 && each <= 64)
      number(
        'errorProbability',
        errorProbability,
        (each) => each > 0 && each <= 0.5,
        'a number above 0 and at most ½'
      )
      number('hopsPerUpdate', hopsPerUpdate, (each) => each > 0, 'a number above 0')
      most('hopsPerUpdate', loss.parameters * updates * hopsPerUpdate)
      const first = (hopsPerUpdate * updates) / attempts
      if (problems.length === 0 && !((1 - errorProbability) * first <= 1))
        refuse(
          'duration',
          `${told(attempts)} attempts`,
          `at least ${told(Math.ceil((1 - errorProbability) * hopsPerUpdate * updates))} attempts, as no hop is faster than the attempt rate`,
          'relation'
        )
      if (problems.length > 0) return E.left(problems)
      const schedule = {
        convergence,
        precision: precision.value,
        updates,
        errorProbability,
        hopsPerUpdate,
        attempts
      }
      const slots = slotsOf(schedule)
      return E.right({
        ...shared,
        points: updates,
        record: loss.parameters * updates,
        learn: (draw, marks) => tilts(loss, slots, draw, marks),
        driven: { ...schedule, steps: slots.steps }
      })
    }
    case 'static': {
      const { updates } = options
      const { retentionTime = years(10), failureProbability = 1e-9 } = options
      const { writeTime = microseconds(1), writeErrorProbability = 1e-9 } = options
      count('updates', updates, 1e6)
      quantity('retentionTime', retentionTime, seconds, 'a time above 0')
      quantity('writeTime', writeTime, seconds, 'a time above 0')
      number(
        'failureProbability',
        failureProbability,
        (each) => each > 0 && each < 1,
        'a number inside (0, 1)'
      )
      number(
        'writeErrorProbability',
        writeErrorProbability,
        (each) => each > 0 && each < 0.5,
        'a number inside (0, ½)'
      )
      if (problems.length > 0) return E.left(problems)
      const cells = Math.ceil(bitsOf(loss))
      const write = pipe(
        evaluateNumber(retentionBarrier)({
          temperature,
          cells: one(loss.parameters * cells),
          attemptRate,
          retentionTime,
          failureProbability: one(failureProbability)
        }),
        E.chain((barrier) =>
          evaluateNumber(staticWrite)({
            temperature,
            barrier,
            attemptRate,
            writeTime,
            errorProbability: one(writeErrorProbability)
          })
        )
      )
      if (E.isLeft(write)) return E.left(write.left.problems)
      return E.right({
        ...shared,
        points: updates,
        record: loss.parameters * updates * bitsOf(loss),
        learn: (draw, marks) => writes(loss, { write: write.right.value / kT, updates }, draw, marks)
      })
    }
  }
}
