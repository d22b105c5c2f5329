/**
 * Updating in memory: the precision of a solution times the speed of convergence.
 *
 * A parameter's updates k = 1 … n have relative step α_k, from α₁ = 1 to α_n = 2^(−b). Matching the
 * hop rate of the memory to the optimiser, f₀ e^(−B_k/kT) = r₁ α_k, gives the barrier
 * B_k = kT [ln(f₀/r₁) + ln(1/α_k)]. Its mean over the updates has the second term σ b ln 2, where the
 * shape σ = mean ln(1/α_k) / ln(1/α_n) holds all that matters of the speed of convergence.
 */
import { half, ln, ln2, stirlingRatio, unity } from '../formula/expression'
import { input } from '../formula/model'
import { bits, hertz, joulesPerUpdate, one, updates } from '../units/si'
import { attemptRate, barrier, kT, positiveError, precision, temperature } from './inputs'
import { reliableAttempt, staticWrite } from './memory'
import { model } from './model'
import * as from from './sources'

const updateCount = input('n', updates, '[2, ∞)', 'updates of one parameter')

/**
 * ln Γ(n+1)/(n ln n): steps 1/k^a, or logarithmic annealing over an Arrhenius barrier.
 *
 * The mean of ln(1/α_k)/ln(1/α_n) over α_k = k^(−a) is Σ ln k/(n ln n) = ln n!/(n ln n).
 *
 * @example
 * import { powerLawShape, updates } from 'limen'
 * powerLawShape({ updates: updates(1e6) }) // right(0.9276)
 *
 * @since 0.1.0
 */
export const powerLawShape = model({
  name: 'powerLawShape',
  symbol: 'σ_p',
  summary: 'Convergence shape of steps that shrink as a power of their number',
  inputs: { updates: updateCount },
  unit: one,
  formula: ({ updates: n }) => stirlingRatio(n.per(updateCount.unit)),
  tier: 'model',
  constraint: 'relative step k^(−a) with a = b ln 2/ln n',
  sources: [from.derivedHere, from.hajek1988]
})

/**
 * ½: steps that shrink by a constant factor (linear convergence).
 *
 * ln(1/α_k) grows evenly from 0 at the first update to ln(1/α_n) at the last: its mean is half of that.
 *
 * @example
 * import { exponentialShape, updates } from 'limen'
 * exponentialShape({ updates: updates(1e6) }) // right(0.5000)
 *
 * @since 0.1.0
 */
export const exponentialShape = model({
  name: 'exponentialShape',
  symbol: 'σ_e',
  summary: 'Convergence shape of steps that shrink by a constant factor',
  inputs: { updates: updateCount },
  unit: one,
  formula: () => half,
  tier: 'model',
  constraint: 'relative step 2^(−b(k−1)/(n−1))',
  sources: [from.derivedHere]
})

const schedule = {
  temperature,
  attemptRate,
  initialRate: input('r₁', hertz, '(0, ∞)', 'rate of the first updates of a parameter'),
  precision,
  shape: input('σ', one, '[0, 1]', 'convergence shape')
}

/**
 * kT [ln(f₀/r₁) + σ b ln 2]: the barrier matched to the optimiser, averaged over the updates.
 *
 * A hop rate f₀ e^(−B_k/kT) that follows the updates r₁ α_k takes B_k = kT [ln(f₀/r₁) + ln(1/α_k)], and the
 * mean of ln(1/α_k) over the updates is σ ln(1/α_n) = σ b ln 2.
 *
 * @example
 * import { bits, gigahertz, kelvin, kilohertz, meanMatchedBarrier } from 'limen'
 * const rates = { attemptRate: gigahertz(1), initialRate: kilohertz(1) }
 * const optimiser = { precision: bits(8), shape: 0.5 }
 * const given = { temperature: kelvin(300), ...rates, ...optimiser }
 * meanMatchedBarrier(given) // right(68.71 zJ/update)
 *
 * @since 0.1.0
 */
export const meanMatchedBarrier = model({
  name: 'meanMatchedBarrier',
  symbol: 'B̄',
  summary: 'Barrier whose hop rate follows the optimiser, averaged over the updates',
  inputs: schedule,
  unit: joulesPerUpdate,
  formula: ({ temperature: T, attemptRate: f0, initialRate: r1, precision: b, shape: σ }) =>
    kT(T)
      .times(ln(f0.over(r1)).plus(σ.times(b.per(bits)).times(ln2)))
      .per(updates),
  requires: ({ attemptRate: f0, initialRate: r1 }) => [r1.atMost(f0)],
  tier: 'model',
  constraint: 'the hop rate of the memory is matched to the relative step of the optimiser',
  sources: [from.derivedHere],
  processes: ['update/barrier']
})

/**
 * (1−ρ) meanMatchedBarrier + reliableAttempt: an update of learning-in-memory.
 *
 * @example
 * import { bits, gigahertz, kelvin, kilohertz, limUpdate } from 'limen'
 * const given = {
 *   temperature: kelvin(300),
 *   attemptRate: gigahertz(1),
 *   initialRate: kilohertz(1),
 *   precision: bits(8),
 *   shape: 0.5,
 *   errorProbability: 0.01
 * }
 * limUpdate({ ...given, recovery: 1 }) // right(18.65 zJ/update)
 * limUpdate({ ...given, recovery: 0 }) // right(87.36 zJ/update)
 *
 * @since 0.1.0
 */
export const limUpdate = model({
  name: 'limUpdate',
  symbol: 'E_LIM',
  summary: 'Energy of one update of a memory whose barrier follows the optimiser',
  inputs: {
    ...schedule,
    errorProbability: positiveError,
    recovery: input('ρ', one, '[0, 1]', 'share of the barrier work that is recovered')
  },
  unit: joulesPerUpdate,
  formula: ({ errorProbability: ε, recovery: ρ, ...schedule }) =>
    unity
      .minus(ρ)
      .times(meanMatchedBarrier.of(schedule))
      .plus(reliableAttempt.of({ temperature: schedule.temperature, errorProbability: ε })),
  constraint:
    'barriers matched to the optimiser; ρ = 1 loses only the drive, ρ = 0 the whole barrier at every update',
  processes: ['update']
})

/**
 * b · staticWrite: the update-wall of a memory whose barrier nobody lowers.
 *
 * @example
 * import { bits, gigahertz, kelvin, kT, microseconds, staticUpdate } from 'limen'
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1) }
 * const write = { writeTime: microseconds(1), errorProbability: 1e-9 }
 * staticUpdate({ temperature, precision: bits(8), ...cell, ...write }) // right(3.719 aJ/update)
 *
 * @since 0.1.0
 */
export const staticUpdate = model({
  name: 'staticUpdate',
  symbol: 'U_W',
  summary: 'Energy of one update that rewrites every bit of a parameter over its full barrier',
  inputs: {
    temperature,
    precision,
    barrier,
    attemptRate,
    writeTime: staticWrite.inputs.writeTime,
    errorProbability: staticWrite.inputs.errorProbability
  },
  unit: joulesPerUpdate,
  formula: ({ precision: b, ...write }) => b.per(bits).times(staticWrite.of(write)),
  constraint: 'every update rewrites as many cells as the precision has bits',
  processes: ['update']
})
