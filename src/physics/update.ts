/**
 * Updating in memory: how far, how often, and over what barrier.
 *
 * A parameter's memory is a ladder of rungs, and its n updates follow at even times over the duration τ.
 * Update k tilts the ladder by kT ln((1−ε)/ε) during its slot, and h₁α_k hops are attempted in that slot
 * on average: α_k is the relative step, 1 at the first update and 2^(−b) at the last, the precision of the
 * solution; h₁ is how many rungs the first update moves. The two rates of a tilted edge add to
 * f₀e^(−B/kT)/√(ε(1−ε)), so that
 * B_k = kT [ln(f₀/r₁) + ln(1/α_k) − ½ ln(ε(1−ε))] with r₁ = h₁n/τ.
 *
 * Two numbers hold all that matters of the speed of convergence: the mean step ᾱ = mean α, so that an
 * update takes h₁ᾱ hops, and the shape σ = mean(α ln(1/α))/(ᾱ b ln 2), the mean of ln(1/α) over hops in
 * units of its largest value.
 */
import { half, langevin, ln, ln2, phi1, two, unity, type Expression } from '../formula/expression'
import { inputOf } from '../formula/model'
import type { Dimensionless, Information } from '../units/dimension'
import { bits, hertz, joulesPerUpdate, one, updates } from '../units/si'
import { attemptRate, barrier, kT, positiveError, precision, temperature } from './inputs'
import { reliableAttempt, staticWrite } from './memory'
import { elementaryModel, model } from './model'
import * as from from './sources'

const updateCount = inputOf('n', updates, '[2, ∞)', 'updates of one parameter')

/** ln 2^b: how far steps shrink. */
const shrinking = (b: Expression<Information>): Expression<Dimensionless> => b.per(bits).times(ln2)

/** φ₁′(y)/φ₁(y): the mean of x over [0, 1] with the weight e^(xy). */
const meanUnder = (y: Expression<Dimensionless>): Expression<Dimensionless> =>
  half.times(unity.plus(langevin(y.over(two))))

const exponential = {
  tier: 'model',
  constraint: 'relative step 2^(−bx) at the share x of the updates (linear convergence)'
} as const

/**
 * φ₁(−b ln 2): the mean relative step of steps that shrink by a constant factor.
 *
 * The mean of 2^(−bx) over x from 0 to 1.
 *
 * @example
 * import { bits, exponentialMeanStep } from 'limen'
 * exponentialMeanStep({ precision: bits(8) }) // right(0.1796)
 *
 * @since 0.5.0
 */
export const exponentialMeanStep = model({
  ...exponential,
  name: 'exponentialMeanStep',
  symbol: 'ᾱ_e',
  summary: 'Mean relative step of steps that shrink by a constant factor',
  inputs: { precision },
  unit: one,
  formula: ({ precision: b }) => phi1(shrinking(b).negated()),
  sources: [from.derivedHere('exponentialMeanStep')]
})

/**
 * ½ [1 + 𝓛(y/2)], y = −b ln 2: the convergence shape of steps that shrink by a constant factor.
 *
 * ln(1/α) is x b ln 2 where α = 2^(−bx), and its mean over hops is that of x with the weight e^(xy).
 *
 * @example
 * import { bits, exponentialShape } from 'limen'
 * exponentialShape({ precision: bits(8) }) // right(0.1764)
 *
 * @since 0.1.0
 */
export const exponentialShape = model({
  ...exponential,
  name: 'exponentialShape',
  symbol: 'σ_e',
  summary: 'Convergence shape of steps that shrink by a constant factor',
  inputs: { precision },
  unit: one,
  formula: ({ precision: b }) => meanUnder(shrinking(b).negated()),
  sources: [from.derivedHere('exponentialShape')]
})

const powerLaw = {
  inputs: { precision, updates: updateCount },
  tier: 'model',
  constraint: 'relative step k^(−a) with a = b ln 2/ln n: 1/k^a steps, or logarithmic annealing of a barrier'
} as const

/**
 * ln n · φ₁(y)/(n−1), y = ln n − b ln 2: the mean relative step of steps that shrink as a power of their
 * number.
 *
 * The mean of k^(−a) over k from 1 to n, an integral: with k = n^x it is ∫ e^(xy) ln n dx/(n − 1).
 *
 * @example
 * import { bits, powerLawMeanStep, updates } from 'limen'
 * powerLawMeanStep({ precision: bits(8), updates: updates(1e6) }) // right(0.006524)
 *
 * @since 0.5.0
 */
export const powerLawMeanStep = model({
  ...powerLaw,
  name: 'powerLawMeanStep',
  symbol: 'ᾱ_p',
  summary: 'Mean relative step of steps that shrink as a power of their number',
  unit: one,
  formula: ({ precision: b, updates: n }) => {
    const y = ln(n.per(updates)).minus(shrinking(b))
    return ln(n.per(updates)).times(phi1(y)).over(n.per(updates).minus(unity))
  },
  sources: [from.derivedHere('powerLawMeanStep')]
})

/**
 * ½ [1 + 𝓛(y/2)], y = ln n − b ln 2: the convergence shape of steps that shrink as a power of their number.
 *
 * @example
 * import { bits, powerLawShape, updates } from 'limen'
 * powerLawShape({ precision: bits(8), updates: updates(1e6) }) // right(0.8793)
 *
 * @since 0.1.0
 */
export const powerLawShape = model({
  ...powerLaw,
  name: 'powerLawShape',
  symbol: 'σ_p',
  summary: 'Convergence shape of steps that shrink as a power of their number',
  unit: one,
  formula: ({ precision: b, updates: n }) => meanUnder(ln(n.per(updates)).minus(shrinking(b))),
  sources: [from.derivedHere('powerLawShape'), from.hajek1988]
})

const schedule = {
  temperature,
  attemptRate,
  initialRate: inputOf('r₁', hertz, '(0, ∞)', 'rate of hops of a parameter at its first updates'),
  precision,
  shape: inputOf('σ', one, '[0, 1]', 'convergence shape'),
  errorProbability: { ...positiveError, description: 'probability that a hop goes the wrong way' }
}

/**
 * kT [ln(f₀/r₁) + σ b ln 2 − ½ ln(ε(1−ε))]: the barrier matched to the optimiser, averaged over the hops.
 *
 * @example
 * import { bits, gigahertz, kelvin, kilohertz, meanMatchedBarrier } from 'limen'
 * const rates = { attemptRate: gigahertz(1), initialRate: kilohertz(1) }
 * const optimiser = { precision: bits(8), shape: 0.5, errorProbability: 0.01 }
 * const given = { temperature: kelvin(300), ...rates, ...optimiser }
 * meanMatchedBarrier(given) // right(78.27 zJ/update)
 *
 * @since 0.1.0
 */
export const meanMatchedBarrier = elementaryModel({
  name: 'meanMatchedBarrier',
  symbol: 'B̄',
  summary: 'Barrier at which a tilted memory hops as often as its optimiser steps, averaged over the hops',
  inputs: schedule,
  unit: joulesPerUpdate,
  formula: ({
    temperature: T,
    attemptRate: f0,
    initialRate: r1,
    precision: b,
    shape: σ,
    errorProbability: ε
  }) =>
    kT(T)
      .times(
        ln(f0.over(r1))
          .plus(σ.times(shrinking(b)))
          .minus(half.times(ln(ε.times(unity.minus(ε)))))
      )
      .per(updates),
  requires: ({ attemptRate: f0, initialRate: r1, errorProbability: ε }) => [
    unity.minus(ε).times(r1).atMost(f0)
  ],
  tier: 'model',
  constraint: 'hops of a tilted ladder are attempted as often as the optimiser steps; no rate is above f₀',
  sources: [from.derivedHere('meanMatchedBarrier')],
  processes: ['update/barrier']
})

/**
 * h [reliableAttempt + (1−ρ) meanMatchedBarrier]: an update of learning-in-memory that takes h hops.
 *
 * At ρ = 1 a hop is thermally activated and loses only the drive; at ρ = 0 it is lifted over the barrier in
 * force, which is lost.
 *
 * @example
 * import { bits, gigahertz, kelvin, kilohertz, limUpdate } from 'limen'
 * const given = {
 *   temperature: kelvin(300),
 *   attemptRate: gigahertz(1),
 *   initialRate: kilohertz(1),
 *   precision: bits(8),
 *   shape: 0.5,
 *   errorProbability: 0.01,
 *   hops: 0.18
 * }
 * limUpdate({ ...given, recovery: 1 }) // right(3.357 zJ/update)
 * limUpdate({ ...given, recovery: 0 }) // right(17.45 zJ/update)
 *
 * @since 0.1.0
 */
export const limUpdate = elementaryModel({
  name: 'limUpdate',
  symbol: 'E_LIM',
  summary: 'Energy of one update of a memory whose barrier follows the optimiser',
  inputs: {
    ...schedule,
    hops: inputOf('h', one, '[0, ∞)', 'mean number of hops of an update'),
    recovery: inputOf('ρ', one, '[0, 1]', 'share of the barrier that a hop does not lose')
  },
  unit: joulesPerUpdate,
  formula: ({ hops: h, recovery: ρ, ...given }) =>
    h.times(
      reliableAttempt
        .of({ temperature: given.temperature, errorProbability: given.errorProbability })
        .plus(unity.minus(ρ).times(meanMatchedBarrier.of(given)))
    ),
  constraint:
    'barriers matched to the optimiser, under a tilt that stands; at ρ = 1 a hop loses only the drive, at ρ = 0 the whole barrier too',
  processes: ['update']
})

/**
 * b f · staticWrite: the update-wall of a memory whose barrier nobody lowers.
 *
 * An update rewrites b cells, of which the share f flips: only those lose the tilt.
 *
 * @example
 * import { bits, gigahertz, kelvin, kT, microseconds, staticUpdate } from 'limen'
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1) }
 * const write = { writeTime: microseconds(1), errorProbability: 1e-9, flipProbability: 0.5 }
 * staticUpdate({ temperature, precision: bits(8), ...cell, ...write }) // right(1.860 aJ/update)
 *
 * @since 0.1.0
 */
export const staticUpdate = elementaryModel({
  name: 'staticUpdate',
  symbol: 'U_W',
  summary: 'Energy of one update that rewrites every bit of a parameter over its full barrier',
  inputs: {
    temperature,
    precision,
    flipProbability: inputOf('f', one, '[0, 1]', 'share of rewritten cells that flip; ½ for random data'),
    barrier,
    attemptRate,
    writeTime: staticWrite.inputs.writeTime,
    errorProbability: staticWrite.inputs.errorProbability
  },
  unit: joulesPerUpdate,
  formula: ({ precision: b, flipProbability: f, ...write }) =>
    b.per(bits).times(f).times(staticWrite.of(write)),
  constraint:
    'every update rewrites as many cells as the precision has bits; a cell that does not flip loses nothing',
  processes: ['update']
})
