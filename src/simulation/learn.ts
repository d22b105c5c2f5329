/**
 * Memory that learns: a loss, on ladders or spins, by one of three writers; what that took, and what every bound and
 * machine that speaks of it would take.
 */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError } from '../reading/error'
import { aFunction, aNumber, anObject, aText, expecting, having, optional, wordOf } from '../units/argument'
import type { Energy, Information } from '../units/dimension'
import { aQuantity, ofNumber, type Quantity } from '../units/quantity'
import { bits, joules } from '../units/si'
import { inputProblem } from '../workload/ising/problem'
import { drawsOf } from './draws'
import { entropyLost } from './entropy-lost'
import { planOf, type LearnOptions } from './learn-plan'
import { courseOf, type Course } from './learner'
import { learningVerdicts, type LearningVerdict, type OutsideLearning } from './learning-verdict'
import type { Loss } from './loss/loss'
import { rungsMoved } from './moved'
import { sampleMean, type SampleMean } from './sample'

/** Means over runs, at points of their course. @since 0.10.0 */
export interface LearningCourse {
  /** In seconds. */
  readonly time: Float64Array
  /** Given off so far, in joules. */
  readonly joules: Float64Array
  readonly loss: Float64Array
  readonly hops: Float64Array
  /** Multiply-accumulates for readings of slopes so far. */
  readonly reads: Float64Array
  /**
   * The entropy that memories have given up, in nats: at least so much, by where the ladders of all runs stand then.
   * At the start, at the end, and at some places between; undefined of less than 4 runs.
   */
  readonly entropyLost: readonly EntropyThen[] | undefined
}

/** What is told of an entropy at a place in the course. @since 0.12.0 */
export interface EntropyThen extends SampleMean {
  readonly at: number
}

/** What memories did as they learned. @since 0.10.0 */
export interface LearningRun {
  readonly loss: Loss
  readonly options: LearnOptions
  readonly runs: number
  /** Of the loss at the end. */
  readonly final: SampleMean
  /** The least loss at the end of a run, its rungs, and the values of the parameters there. */
  readonly best: { readonly loss: number; readonly rungs: Int32Array; readonly values: Float64Array }
  /** The mean heat of a run; of the static writer what its cells pay. */
  readonly heat: Quantity<Energy>
  /** Its standard error; 0 of a single run. */
  readonly heatError: Quantity<Energy>
  /** The mean work done at switches, which the heat equals but for rounding. */
  readonly work: Quantity<Energy>
  /** Mean numbers of hops (of cells that flip, by the static writer), and of hops that were attempted. */
  readonly hops: number
  readonly attempts: number
  /** The record of what was read to direct a run, at most: its reset is in no heat. */
  readonly record: Quantity<Information>
  /**
   * The entropy that a memory gives up, in nats: at least so much, by what each ladder's final rungs over the runs
   * tell of it. Undefined of less than 4 runs.
   */
  readonly entropyLost: SampleMean | undefined
  readonly course: LearningCourse
  /** Every bound that speaks, and machines that would make as many updates. */
  readonly verdicts: readonly LearningVerdict[]
  /** Rows of the ledger that have no value for this run, and why. */
  readonly outside: readonly OutsideLearning[]
}

export const aLearningRun = having('a run, such as learn gives', {
  course: anObject,
  runs: aNumber,
  best: anObject
})

const aLoss = having('a loss, such as leastSquaresLoss makes', {
  kind: aText,
  parameters: aNumber,
  rungs: aNumber,
  begin: aFunction
})

const someOptions = having('options of learning', {
  writer: wordOf(['annealed', 'tilted', 'static']),
  seed: aNumber,
  temperature: aQuantity,
  attemptRate: aQuantity,
  duration: aQuantity,
  runs: optional(aNumber)
})

const beyondFloats = inputProblem('learn', 'loss', {
  kind: 'range',
  found: 'larger ones',
  expected: 'losses, and energies of them, that float64 holds with their squares'
})

/** Parts of a course at whose ends entropy is told, at most; and rungs that are kept for it. */
const mostParts = 32
const mostRungs = 2e7

/** At which points entropy is told: the start, the end, and between them as evenly as points stand. */
const marksOf = (points: number, rungs: number): readonly number[] => {
  const parts = Math.max(1, Math.min(points, mostParts, Math.floor(mostRungs / rungs)))
  return Array.from({ length: parts + 1 }, (_, part) => Math.round((part * points) / parts))
}

const addTo = (sums: Course, { loss, heat, hops, reads }: Course, part: number): void => {
  const add = (into: Float64Array, of: Float64Array): void => {
    of.forEach((each, at) => (into[at]! += part * each))
  }
  add(sums.loss, loss)
  add(sums.heat, heat)
  add(sums.hops, hops)
  add(sums.reads, reads)
}

/**
 * Memories that learn a loss by hops over thermal barriers, and what that takes. By chance, at rates that are exact
 * but for the 2⁻³² in steps of which chance is counted; a pure function of the loss and its options.
 *
 * Errors tell every option that does not fit, and losses that no number holds.
 *
 * @example
 * import { gigahertz, kelvin, kT, microseconds } from 'limen'
 * import { isingLoss, learn } from 'limen/simulate'
 * import { isingProblem } from 'limen/solve'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const T = kelvin(300)
 * const ring = isingProblem({ spins: 4, couplings: [[0, 1, 1], [1, 2, 1], [2, 3, 1], [3, 0, 1]] })
 * const conditions = { seed: 1, temperature: T, attemptRate: gigahertz(1), duration: microseconds(1) }
 * const annealed = { writer: 'annealed', energyPerLoss: kT(3, T), ...conditions } as const
 * const run = pipe(ring, E.chain((problem) => learn(isingLoss(problem), annealed)))
 * pipe(run, E.map(({ best }) => best.loss)) // right(-4)
 *
 * @since 0.10.0
 */
export const learn = expecting(
  'learn',
  { loss: aLoss, options: someOptions },
  (loss: Loss, options: LearnOptions): E.Either<ModelError, LearningRun> => {
    const planned = planOf(loss, options)
    if (E.isLeft(planned)) return E.left(modelError('learn', planned.left))
    const { runs, kT, points, record, learn: once, driven } = planned.right
    const draw = drawsOf(options.seed)
    const sums = courseOf(points + 1)
    const [losses, heats, works, hops] = [0, 0, 0, 0].map(() => new Float64Array(runs)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array
    ]
    const marks = marksOf(points, runs * loss.parameters)
    const stands: (readonly Int32Array[])[] = []
    const finals: Int32Array[] = []
    let tried = 0
    for (let run = 0; run < runs; run++) {
      const { course, rungs, stands: then, work, attempts: tries } = once(draw, marks)
      addTo(sums, course, 1 / runs)
      losses[run] = course.loss[points]!
      heats[run] = course.heat[points]!
      hops[run] = course.hops[points]!
      works[run] = work
      tried += tries / runs
      stands.push(then)
      finals.push(rungs)
    }
    const least = losses.reduce((at, each, run) => (each < losses[at]! ? run : at), 0)
    const rungs = finals[least]!
    const ofEnergy = (inKT: number): Quantity<Energy> => ofNumber(joules.dimension, inKT * kT)
    const [final, heat] = [sampleMean(losses), sampleMean(heats)]
    const held = [...sums.loss, ...sums.heat, final.mean, final.error, heat.mean, heat.error]
    if (!held.every(Number.isFinite)) return E.left(modelError('learn', [beyondFloats]))
    const losts = marks.map((_, mark) =>
      entropyLost(
        loss,
        stands.map((run) => run[mark]!)
      )
    )
    const lost = losts.at(-1)
    return E.right({
      loss,
      options,
      runs,
      final,
      best: {
        loss: losses[least]!,
        rungs,
        values: Float64Array.from(rungs, (rung, i) => loss.valueAt(i, rung))
      },
      heat: ofEnergy(heat.mean),
      heatError: ofEnergy(heat.error),
      work: ofEnergy(sampleMean(works).mean),
      hops: sampleMean(hops).mean,
      attempts: tried,
      record: bits(record),
      entropyLost: lost,
      course: {
        time: Float64Array.from({ length: points + 1 }, (_, at) => (at / points) * options.duration.value),
        joules: sums.heat.map((each) => each * kT),
        loss: sums.loss,
        hops: sums.hops,
        reads: sums.reads,
        entropyLost: lost && marks.map((at, mark) => ({ at, ...losts[mark]! }))
      },
      ...learningVerdicts({
        loss,
        finals,
        least,
        heat,
        hops: sampleMean(hops),
        record,
        lost,
        moved: rungsMoved(
          stands.map((run) => run[0]!),
          finals
        ),
        kT,
        driven,
        options
      })
    })
  },
  unfitInputs
)
