/** Trajectories of a protocol, drawn by chance, beside its exact run: what each took, and how far their means are off. */
import * as E from 'fp-ts/lib/Either.js'
import { modelError, unfitInputs, type ModelError, type Problem } from '../reading/error'
import { aNumber, expecting, having, someNumbers, type Kind } from '../units/argument'
import type { Energy } from '../units/dimension'
import { aQuantity, ofNumber, type Quantity } from '../units/quantity'
import { joules } from '../units/si'
import { told } from '../units/told'
import { inputProblem } from '../workload/ising/problem'
import { aProtocol, aProtocolRun, protocolProblems, scaled, simulate } from './protocol'
import type { Protocol, ProtocolRun } from './protocol'
import { sampleMean, type SampleMean } from './sample'
import { hopsTried, trajectoriesOf, type Trajectories } from './trajectories'

const { abs, hypot, max, sqrt } = Math

/** How trajectories are drawn. @since 0.10.0 */
export interface TrajectoryOptions {
  /** How many: from 2 to 1e7. */
  readonly count: number
  /** A whole number from 0 to 2⁵³ − 1: the same seed, the same trajectories. */
  readonly seed: number
}

/** What memories did under a protocol, each by chance: by memory, and their means. @since 0.10.0 */
export interface ProtocolTrajectories extends TrajectoryOptions {
  /** The rung of each before and after. */
  readonly start: Int32Array
  readonly final: Int32Array
  /** Done on each, and given off by each, in joules. */
  readonly work: Float64Array
  readonly heat: Float64Array
  readonly jumps: Int32Array
  /** Hops that were tried, by all of them. */
  readonly tried: number
  /** The mean work, and its standard error. */
  readonly meanWork: Quantity<Energy>
  readonly workError: Quantity<Energy>
  readonly meanJumps: SampleMean
  /**
   * ⟨e^(−W/kT)⟩, with the standard error that so many trajectories have by the exact deviation: what they show of it
   * themselves is too little where rare ones weigh most. Infinity where no number holds it.
   */
  readonly expMinusWork: SampleMean
  /**
   * Of fewer trajectories ⟨e^(−W/kT)⟩ is no check: four standard errors are as wide as the value itself, so that even
   * a mean of 0 would pass.
   */
  readonly needed: number
  /** The largest difference between the work and the heat of one: nothing but rounding. */
  readonly unclosed: Quantity<Energy>
  /** How far means are from the exact ones, in standard errors: seldom beyond 4. */
  readonly off: {
    readonly work: number
    readonly jumps: number
    /** Of the rung at the end. */
    readonly final: number
    readonly expMinusWork: number
  }
}

/** An exact run with trajectories beside it. @since 0.10.0 */
export interface SampledRun extends ProtocolRun {
  readonly trajectories: ProtocolTrajectories
}

const withTrajectories = having('a run with trajectories, such as sampleTrajectories gives', {
  trajectories: having('trajectories', {
    count: aNumber,
    seed: aNumber,
    work: someNumbers,
    meanWork: aQuantity,
    needed: aNumber
  })
})

/** A run with trajectories, such as `sampleTrajectories` gives. */
export const aSampledRun: Kind = (value) => {
  const wrong = aProtocolRun(value)
  return wrong.length > 0 ? wrong : withTrajectories(value)
}

/** More trajectories than these are not kept. */
export const mostTrajectories = 1e7

/** More hops than these, with the switches of each trajectory, are not tried. */
const mostTried = 1e10

const name = 'sampleTrajectories'

const problemsOf = (protocol: Protocol, { count, seed }: TrajectoryOptions): readonly Problem[] => {
  const inProtocol = protocolProblems(protocol, name)
  const problem = (
    input: string,
    found: number,
    expected: string,
    kind: Problem['kind'] = 'range'
  ): Problem => inputProblem(name, `options/${input}`, { kind, found: told(found), expected })
  const isCount = Number.isInteger(count) && count >= 2 && count <= mostTrajectories
  const isSeed = Number.isSafeInteger(seed) && seed >= 0
  const segments = inProtocol.length === 0 ? scaled(protocol).segments : []
  const tried = count * (hopsTried(segments) + segments.length)
  return [
    ...inProtocol,
    ...(isCount ? [] : [problem('count', count, `a whole number from 2 to ${mostTrajectories}`)]),
    ...(isSeed ? [] : [problem('seed', seed, 'a whole number from 0 to 9007199254740991')]),
    ...(isCount && tried > mostTried
      ? [
          inputProblem(name, 'options/count', {
            kind: 'size',
            found: `${tried.toPrecision(2)} of ${count} trajectories`,
            expected: 'at most 1e10 hops tried and switches made, by all trajectories'
          })
        ]
      : [])
  ]
}

/** What sums round off, in kT and as a part of the whole. */
const rounding = 1e-10

/** How many standard errors a mean is off; what is nothing but rounding is not told for more. */
const offBy = (mean: number, exact: number, error: number): number =>
  abs(mean - exact) / hypot(error, rounding * (1 + abs(exact)))

const moments = (populations: Float64Array): readonly [mean: number, deviation: number] => {
  const sum = (of: (x: number) => number): number =>
    populations.reduce((total, share, x) => total + share * of(x), 0)
  const mean = sum((x) => x)
  return [mean, sqrt(sum((x) => (x - mean) ** 2))]
}

const largestGap = ({ work, heat }: Trajectories): number =>
  work.reduce((most, each, at) => max(most, abs(each - heat[at]!)), 0)

/** Says how many hops have been tried, of all that are expected. */
export type Watch = (tried: number, expected: number) => void

/** A run with trajectories, watched. */
export const sampled = (
  protocol: Protocol,
  options: TrajectoryOptions,
  watch: Watch = () => undefined
): E.Either<ModelError, SampledRun> => {
  const problems = problemsOf(protocol, options)
  if (problems.length > 0) return E.left(modelError(name, problems))
  const { count, seed } = options
  return E.map((run: ProtocolRun): SampledRun => {
    const { start, segments, kT } = scaled(protocol)
    const expected = count * hopsTried(segments)
    let tried = 0
    const drawn = trajectoriesOf(start, segments, { count, seed }, (tries) => {
      watch((tried += tries), expected)
    })
    const ofEnergy = (inKT: number): Quantity<Energy> => ofNumber(joules.dimension, inKT * kT)
    const [work, jumps, rung, exp] = [
      drawn.work,
      Float64Array.from(drawn.jumps),
      Float64Array.from(drawn.final),
      drawn.work.map((each) => Math.exp(-each))
    ].map(sampleMean) as [SampleMean, SampleMean, SampleMean, SampleMean]
    const exactly = (deviation: number): number => deviation / sqrt(count)
    const [finalRung, finalDeviation] = moments(run.final)
    const { meanExpMinusWork: meanExp, deviationExpMinusWork: deviationExp } = run
    return {
      ...run,
      trajectories: {
        count,
        seed,
        ...drawn,
        work: drawn.work.map((each) => each * kT),
        heat: drawn.heat.map((each) => each * kT),
        meanWork: ofEnergy(work.mean),
        workError: ofEnergy(exactly(run.deviation.value / kT)),
        meanJumps: jumps,
        expMinusWork: { mean: exp.mean, error: exactly(deviationExp) },
        // Where e^(−W/kT) is below all numbers, none can check it.
        needed: meanExp > 0 ? 16 * (deviationExp / meanExp) ** 2 : Infinity,
        unclosed: ofEnergy(largestGap(drawn)),
        off: {
          work: offBy(work.mean, run.work.value / kT, exactly(run.deviation.value / kT)),
          jumps: offBy(jumps.mean, run.jumps, jumps.error),
          final: offBy(rung.mean, finalRung, exactly(finalDeviation)),
          expMinusWork: offBy(exp.mean, meanExp, exactly(deviationExp))
        }
      }
    }
  })(simulate(protocol))
}

/**
 * An exact run of a protocol, and trajectories of it: memories that hop by chance at the same rates, and what each of
 * them took. A pure function of the protocol and its options; nothing of the one method is used by the other.
 *
 * Errors tell every value that does not fit, by its place in the protocol or the options.
 *
 * @example
 * import { hertz, kelvin, kT, seconds } from 'limen'
 * import { sampleTrajectories } from 'limen/simulate'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * // A bit is tilted by 2 kT, and let go.
 * const T = kelvin(300)
 * const segments = [{ duration: seconds(5), energies: [kT(0, T), kT(2, T)] }]
 * const protocol = { temperature: T, attemptRate: hertz(1), segments }
 * const run = sampleTrajectories(protocol, { count: 10_000, seed: 1 })
 * pipe(run, E.map(({ trajectories }) => trajectories.off.work < 4)) // right(true)
 *
 * @since 0.10.0
 */
export const sampleTrajectories = expecting(
  name,
  {
    protocol: aProtocol,
    options: having('options of trajectories', { count: aNumber, seed: aNumber })
  },
  (protocol: Protocol, options: TrajectoryOptions): E.Either<ModelError, SampledRun> =>
    sampled(protocol, options),
  unfitInputs
)
