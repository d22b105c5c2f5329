/**
 * A bit behind an energy barrier: how long it stays, and what it takes to move it.
 *
 * All are models of thermally activated hopping (Arrhenius) with local detailed balance.
 */
import {
  arsinh,
  exp,
  expm1,
  ln,
  lnRatio,
  logOdds,
  max,
  number,
  pow,
  sqrt,
  two,
  unity,
  zero
} from '../formula/expression'
import { inputOf } from '../formula/model'
import { bits, hertz, joules, joulesPerUpdate, ohms, one, seconds, updates, volts, watts } from '../units/si'
import { attemptRate, barrier, capacitance, kT, positiveError, precision, temperature } from './inputs'
import { elementaryModel, model } from './model'
import { holding, thermalStability } from './retention'
import * as from from './sources'
import { tiltOver } from './tilt'

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
export const arrheniusRate = elementaryModel({
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
export const retentionBarrier = elementaryModel({
  name: 'retentionBarrier',
  symbol: 'B',
  summary: 'Barrier behind which none of some cells flips within a time, but for a probability',
  inputs: { temperature, ...holding },
  unit: joules,
  formula: ({ temperature: T, ...held }) => kT(T).times(thermalStability(held)),
  requires: (_, B) => [zero.atMost(B.per(joules))],
  tier: 'model',
  constraint: 'cells flip independently at the Arrhenius rate',
  sources: [from.arrhenius1889, from.derivedHere('retentionBarrier')]
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
export const matchedBarrier = elementaryModel({
  name: 'matchedBarrier',
  symbol: 'B_r',
  summary: 'Barrier whose rate of hopping is the rate of updates',
  inputs: { temperature, attemptRate, updateRate: inputOf('r', hertz, '(0, ∞)', 'rate of updates') },
  unit: joules,
  formula: ({ temperature: T, attemptRate: f0, updateRate: r }) => kT(T).times(lnRatio(f0, r)),
  requires: ({ attemptRate: f0, updateRate: r }) => [r.atMost(f0)],
  tier: 'model',
  constraint: 'thermally activated hopping',
  sources: [from.arrhenius1889, from.derivedHere('matchedBarrier')]
})

/**
 * 2kT arsinh(v e^(B/kT)/2f₀): the tilt that moves a ladder at a net rate v, lost at every net step.
 *
 * A tilt D takes D/2 off the barrier one way and adds as much the other way, so that the net rate is
 * v = 2f₀ e^(−B/kT) sinh(D/2kT). It is less than twice the barrier, as no hop is faster than f₀.
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
  inputs: {
    temperature,
    updateRate: inputOf('v', hertz, '[0, ∞)', 'net rate of steps'),
    barrier,
    attemptRate
  },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, updateRate: v, barrier: B, attemptRate: f0 }) =>
    two
      .times(kT(T))
      .times(arsinh(v.times(exp(B.over(kT(T)))).over(two.times(f0))))
      .per(updates),
  requires: ({ temperature: T, updateRate: v, barrier: B, attemptRate: f0 }) => [
    v.atMost(f0.times(expm1(two.times(B).over(kT(T)).negated()).negated()))
  ],
  tier: 'model',
  constraint: 'local detailed balance, symmetric splitting of the tilt; no hop is faster than f₀',
  sources: [from.derivedHere('driveForSpeed')],
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
export const driveForReliability = elementaryModel({
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
export const reliableAttempt = elementaryModel({
  name: 'reliableAttempt',
  symbol: 'A_ε',
  summary: 'Mean dissipation of one attempted step whose direction is wrong with a given probability',
  inputs: { temperature, errorProbability: positiveError },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, errorProbability: ε }) =>
    unity.minus(two.times(ε)).times(driveForReliability.of({ temperature: T, errorProbability: ε })),
  constraint:
    'local detailed balance, a tilt that stands, and the ratio of right to wrong steps; a step whose start is known and that is driven with care costs less',
  sources: [from.vanVuSaito2023],
  processes: ['update/drive']
})

/**
 * max{ 2[B − kT ln(f₀t/ln(1/p))], kT ln((1−p)/p) }: the tilt that pushes over a barrier nobody
 * lowers, within t, failing with probability p.
 *
 * A tilt W takes W/2 off the barrier, and leaves the cell in its old state for t with the probability
 * exp(−f₀ t e^(−(B−W/2)/kT)) = p. Nor is W less than the tilt at which a cell in equilibrium is in its
 * old state with the probability p. With hops back, the write fails with p to 2p. W is lost by a cell that
 * flips; one that was right already loses nothing.
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
export const staticWrite = elementaryModel({
  name: 'staticWrite',
  symbol: 'W',
  summary: 'Tilt that writes a cell over its full barrier within a time, failing with a probability',
  inputs: {
    temperature,
    barrier,
    attemptRate,
    writeTime: inputOf('t', seconds, '(0, ∞)', 'time of one write'),
    errorProbability: inputOf('p', one, '(0, ½)', 'probability that a write fails')
  },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, barrier: B, attemptRate: f0, writeTime: t, errorProbability: p }) =>
    max(
      tiltOver(B, kT(T), f0.times(t).over(ln(p).negated())),
      driveForReliability.of({ temperature: T, errorProbability: p })
    ),
  requires: ({ attemptRate: f0, writeTime: t, errorProbability: p }) => [ln(p).negated().atMost(f0.times(t))],
  tier: 'model',
  constraint: 'a tilt that stands, over a barrier that is not lowered; symmetric splitting of the tilt',
  sources: [from.derivedHere('staticWrite')],
  processes: ['update']
})

const voltage = inputOf('V', volts, '(0, ∞)', 'voltage')

/**
 * N C V²/2t: refreshing cells that forget.
 *
 * The second law asks nothing of it: this is what charging abruptly costs.
 *
 * @example
 * import { farads, femto, milli, refreshPower, seconds, volts } from 'limen'
 * // 8 Gbit of dynamic memory.
 * const cell = { capacitance: femto(farads)(10), voltage: volts(1) }
 * refreshPower({ cells: 8.59e9, ...cell, refreshTime: milli(seconds)(64) }) // right(671.1 µW)
 *
 * @since 0.5.0
 */
export const refreshPower = elementaryModel({
  name: 'refreshPower',
  symbol: 'P_r',
  summary: 'Power of refreshing cells that hold charge on capacitors',
  inputs: {
    cells: retentionBarrier.inputs.cells,
    capacitance,
    voltage,
    refreshTime: inputOf('t', seconds, '(0, ∞)', 'time between two refreshes of a cell')
  },
  unit: watts,
  formula: ({ cells: N, capacitance: C, voltage: V, refreshTime: t }) =>
    N.times(C).times(V.squared()).over(two.times(t)),
  tier: 'circuit',
  constraint: 'every cell is charged abruptly once in the refresh time, and its energy is not recovered',
  sources: [from.derivedHere('refreshPower')],
  processes: ['retention']
})

/**
 * 6kT 4^b: writing b bits as the voltage of a capacitor.
 *
 * Its thermal noise kT/C is the noise V²/(12·4^b) of quantising V to b bits, so that ½CV² = 6kT 4^b.
 *
 * @example
 * import { analogCellWrite, bits, kelvin } from 'limen'
 * analogCellWrite({ temperature: kelvin(300), precision: bits(8) }) // right(1.629 fJ/update)
 *
 * @since 0.5.0
 */
export const analogCellWrite = elementaryModel({
  name: 'analogCellWrite',
  symbol: 'E_a',
  summary: 'Energy of writing a parameter as the voltage of a capacitor',
  inputs: { temperature, precision },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, precision: b }) =>
    number(6)
      .times(kT(T))
      .times(pow(number(4), b.per(bits)))
      .per(updates),
  tier: 'circuit',
  constraint: 'a capacitor charged abruptly, its thermal noise no more than that of quantising to b bits',
  sources: [from.derivedHere('analogCellWrite')],
  processes: ['update']
})

/**
 * 2CV² √(R_on/R_off): charging slowly through a switch that leaks.
 *
 * The least over τ of what the switch loses when on, (RC/τ) CV², and when off, V²τ/R_off.
 *
 * @example
 * import { adiabaticLeakage, farads, femto, giga, kilo, ohms, volts } from 'limen'
 * const load = { capacitance: femto(farads)(1), voltage: volts(1) }
 * const ohmic = { onResistance: kilo(ohms)(10), offResistance: giga(ohms)(1) }
 * adiabaticLeakage({ ...load, ...ohmic }) // right(6.325 aJ)
 *
 * @since 0.5.0
 */
export const adiabaticLeakage = elementaryModel({
  name: 'adiabaticLeakage',
  symbol: 'E_l',
  summary: 'Least energy of charging a capacitance through a switch that leaks, however slowly',
  inputs: {
    capacitance,
    voltage,
    onResistance: inputOf('R_on', ohms, '(0, ∞)', 'resistance of the switch when it is on'),
    offResistance: inputOf('R_off', ohms, '(0, ∞)', 'resistance of the switch when it is off')
  },
  unit: joules,
  formula: ({ capacitance: C, voltage: V, onResistance: Ron, offResistance: Roff }) =>
    two
      .times(C)
      .times(V.squared())
      .times(sqrt(Ron.over(Roff))),
  tier: 'circuit',
  constraint: 'slow charging through a switch whose resistances when on and off are fixed',
  sources: [from.kollerAthas1992, from.derivedHere('adiabaticLeakage')],
  processes: ['charging']
})
