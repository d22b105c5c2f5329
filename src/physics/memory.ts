/**
 * A bit behind an energy barrier: how long it stays, and what it takes to move it.
 *
 * All are models of thermally activated hopping (Arrhenius) with local detailed balance.
 */
import { arsinh, exp, ln, log1p, logOdds, max, two, unity, zero } from '../formula/expression'
import { input } from '../formula/model'
import { hertz, joules, joulesPerUpdate, one, seconds, updates } from '../units/si'
import { attemptRate, barrier, kT, positiveError, temperature } from './inputs'
import { model } from './model'
import * as from from './sources'

/**
 * f₀ e^(−B/kT): the rate of hopping over a barrier.
 *
 * @example
 * import { arrheniusRate, gigahertz, kelvin, kT } from 'limen'
 * // Once in seven and a half years.
 * const temperature = kelvin(300)
 * const barrier = kT(40, temperature)
 * arrheniusRate({ temperature, barrier, attemptRate: gigahertz(1) }) // right(4.248 nHz)
 *
 * @since 0.1.0
 */
export const arrheniusRate = model({
  name: 'arrheniusRate',
  symbol: 'f',
  summary: 'Rate at which a state is left over a barrier',
  inputs: { temperature, barrier, attemptRate },
  unit: hertz,
  formula: ({ temperature: T, barrier: B, attemptRate: f0 }) => f0.times(exp(B.over(kT(T)).negated())),
  tier: 'model',
  constraint: 'thermally activated hopping',
  sources: [from.arrhenius1889, from.kramers1940]
})

/**
 * kT ln(N f₀ t/(−ln(1−p))): none of N cells flips within t, but for probability p.
 *
 * N cells that each flip at the rate f₀ e^(−B/kT) all stay for t with the probability
 * exp(−N f₀ t e^(−B/kT)), which is 1 − p behind this barrier.
 *
 * @example
 * import { gigahertz, kelvin, retentionBarrier, years } from 'limen'
 * // One cell, ten years, one failure in a million: 54 kT.
 * const given = {
 *   temperature: kelvin(300),
 *   cells: 1,
 *   attemptRate: gigahertz(1),
 *   retentionTime: years(10),
 *   failureProbability: 1e-6
 * }
 * retentionBarrier(given) // right(224.1 zJ)
 *
 * @since 0.1.0
 */
export const retentionBarrier = model({
  name: 'retentionBarrier',
  symbol: 'B',
  summary: 'Barrier behind which none of some cells flips within a time, but for a probability',
  inputs: {
    temperature,
    cells: input('N', one, '(0, ∞)', 'number of cells'),
    attemptRate,
    retentionTime: input('t', seconds, '(0, ∞)', 'time that the cells must hold'),
    failureProbability: input('p', one, '(0, 1)', 'probability that any cell flips within that time')
  },
  unit: joules,
  formula: ({ temperature: T, cells: N, attemptRate: f0, retentionTime: t, failureProbability: p }) =>
    kT(T).times(ln(N.times(f0).times(t).over(log1p(p.negated()).negated()))),
  requires: (_, B) => [zero.atMost(B.per(joules))],
  tier: 'model',
  constraint: 'cells flip independently at the Arrhenius rate',
  sources: [from.arrhenius1889, from.derivedHere]
})

/**
 * kT ln(f₀/r): the barrier whose hop rate is the update rate.
 *
 * It solves f₀ e^(−B/kT) = r.
 *
 * @example
 * import { gigahertz, kelvin, kilohertz, matchedBarrier } from 'limen'
 * // A thousand updates in a second: 14 kT.
 * const rates = { attemptRate: gigahertz(1), updateRate: kilohertz(1) }
 * matchedBarrier({ temperature: kelvin(300), ...rates }) // right(57.22 zJ)
 *
 * @since 0.1.0
 */
export const matchedBarrier = model({
  name: 'matchedBarrier',
  symbol: 'B_r',
  summary: 'Barrier whose rate of hopping is the rate of updates',
  inputs: { temperature, attemptRate, updateRate: input('r', hertz, '(0, ∞)', 'rate of updates') },
  unit: joules,
  formula: ({ temperature: T, attemptRate: f0, updateRate: r }) => kT(T).times(ln(f0.over(r))),
  requires: ({ attemptRate: f0, updateRate: r }) => [r.atMost(f0)],
  tier: 'model',
  constraint: 'thermally activated hopping',
  sources: [from.arrhenius1889, from.derivedHere]
})

/**
 * 2kT arsinh(v e^(B/kT)/2f₀): the tilt that moves a ladder at a net rate v, lost at every net step.
 *
 * A tilt D takes D/2 off the barrier one way and adds as much the other way, so that the net rate is
 * v = 2f₀ e^(−B/kT) sinh(D/2kT).
 *
 * @example
 * import { driveForSpeed, gigahertz, kelvin, kT, megahertz } from 'limen'
 * const temperature = kelvin(300)
 * const ladder = { barrier: kT(10, temperature), attemptRate: gigahertz(1) }
 * driveForSpeed({ temperature, updateRate: megahertz(1), ...ladder }) // right(25.63 zJ/update)
 *
 * @since 0.1.0
 */
export const driveForSpeed = model({
  name: 'driveForSpeed',
  symbol: 'D_v',
  summary: 'Tilt that moves a ladder of states at a net rate; dissipated per net step',
  inputs: { temperature, updateRate: input('v', hertz, '[0, ∞)', 'net rate of steps'), barrier, attemptRate },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, updateRate: v, barrier: B, attemptRate: f0 }) =>
    two
      .times(kT(T))
      .times(arsinh(v.times(exp(B.over(kT(T)))).over(two.times(f0))))
      .per(updates),
  tier: 'model',
  constraint: 'local detailed balance, symmetric splitting of the tilt',
  sources: [from.derivedHere],
  processes: ['update/drive']
})

/**
 * kT ln((1−ε)/ε): the tilt at which the wrong direction has probability ε, per net step.
 *
 * @example
 * import { driveForReliability, kelvin } from 'limen'
 * const given = { temperature: kelvin(300), errorProbability: 0.01 }
 * driveForReliability(given) // right(19.03 zJ/update)
 *
 * @since 0.1.0
 */
export const driveForReliability = model({
  name: 'driveForReliability',
  symbol: 'D_ε',
  summary: 'Tilt at which a step in the wrong direction has a given probability; dissipated per net step',
  inputs: { temperature, errorProbability: positiveError },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, errorProbability: ε }) => kT(T).times(logOdds(ε)).per(updates),
  tier: 'model',
  constraint: 'local detailed balance and the ratio of right to wrong steps',
  sources: [from.bennett1982],
  processes: ['update/drive']
})

/**
 * (1−2ε) kT ln((1−ε)/ε): the same drive, per attempted step.
 *
 * @example
 * import { kelvin, reliableAttempt } from 'limen'
 * const given = { temperature: kelvin(300), errorProbability: 0.01 }
 * reliableAttempt(given) // right(18.65 zJ/update)
 *
 * @since 0.1.0
 */
export const reliableAttempt = model({
  name: 'reliableAttempt',
  symbol: 'A_ε',
  summary: 'Mean dissipation of one attempted step whose direction is wrong with a given probability',
  inputs: { temperature, errorProbability: positiveError },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, errorProbability: ε }) =>
    unity.minus(two.times(ε)).times(driveForReliability.of({ temperature: T, errorProbability: ε })),
  constraint: 'local detailed balance and the ratio of right to wrong steps; attains speedLimit on a ladder',
  sources: [from.vanVuSaito2023],
  processes: ['update/drive']
})

/**
 * max{ 2[B − kT ln(f₀t/ln(1/p))], kT ln((1−p)/p) }: the tilt that pushes over a barrier nobody
 * lowers, within t, failing with probability p.
 *
 * A tilt W takes W/2 off the barrier, and leaves the cell in its old state for t with the probability
 * exp(−f₀ t e^(−(B−W/2)/kT)) = p. Nor is W less than the tilt at which a cell in equilibrium is in its
 * old state with the probability p.
 *
 * @example
 * import { gigahertz, kelvin, kT, microseconds, staticWrite } from 'limen'
 * // A barrier of 60 kT costs 112 kT to write over.
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1) }
 * const write = { writeTime: microseconds(1), errorProbability: 1e-9 }
 * staticWrite({ temperature, ...cell, ...write }) // right(464.9 zJ/update)
 *
 * @since 0.1.0
 */
export const staticWrite = model({
  name: 'staticWrite',
  symbol: 'W',
  summary: 'Tilt that writes a cell over its full barrier within a time, failing with a probability',
  inputs: {
    temperature,
    barrier,
    attemptRate,
    writeTime: input('t', seconds, '(0, ∞)', 'time of one write'),
    errorProbability: input('p', one, '(0, ½)', 'probability that a write fails')
  },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, barrier: B, attemptRate: f0, writeTime: t, errorProbability: p }) =>
    max(
      two.times(B.minus(kT(T).times(ln(f0.times(t).over(ln(p).negated()))))).per(updates),
      driveForReliability.of({ temperature: T, errorProbability: p })
    ),
  requires: ({ attemptRate: f0, writeTime: t, errorProbability: p }) => [ln(p).negated().atMost(f0.times(t))],
  tier: 'model',
  constraint: 'the barrier is not lowered for the write; symmetric splitting of the tilt',
  sources: [from.derivedHere],
  processes: ['update']
})
