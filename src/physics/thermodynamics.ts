/**
 * What the second law asks of a memory: erasing, transporting, driving in finite time.
 *
 * A positive cost never follows from the second law alone (Dechant 2022): each bound names the
 * constraint that makes it positive.
 */
import { angle, artanh, entropy, half, ln2, logOdds, phi2, relativeEntropy, two } from '../formula/expression'
import { input } from '../formula/model'
import {
  areas,
  coulombs,
  bits,
  diffusivities,
  farads,
  hertz,
  joules,
  joulesPerBit,
  ohms,
  one,
  volts
} from '../units/si'
import {
  attemptRate,
  duration,
  errorProbability,
  information,
  kT,
  positiveError,
  temperature
} from './inputs'
import { model } from './model'
import * as from from './sources'

/**
 * kT [ln 2 − h(ε)]: the heat of resetting a bit that may end wrong with probability ε.
 *
 * @example
 * import { kelvin, landauer } from 'limen'
 * landauer({ temperature: kelvin(300), errorProbability: 0 }) // right(2.871 zJ/bit)
 *
 * @since 0.1.0
 */
export const landauer = model({
  name: 'landauer',
  symbol: 'E_L',
  summary: 'Heat of resetting one bit of unknown value, with a probability of error',
  inputs: { temperature, errorProbability },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε }) => kT(T).times(relativeEntropy(ε, half)).per(bits),
  tier: 'theorem',
  constraint: 'one bit of information is discarded',
  sources: [from.landauer1961],
  processes: ['erasure/reversible']
})

/**
 * kT [h(p) − h(q) + (p−q)s]: reversible heat of taking a bit from probability p of state 1 to q.
 *
 * @example
 * import { generalizedLandauer, kelvin } from 'limen'
 * // A bit that is 1 once in ten times is cheaper to reset than an unknown one.
 * const given = { temperature: kelvin(300), before: 0.1, after: 0, entropyDifference: 0 }
 * generalizedLandauer(given) // right(1.346 zJ/bit)
 *
 * @since 0.1.0
 */
export const generalizedLandauer = model({
  name: 'generalizedLandauer',
  symbol: 'E_G',
  summary:
    'Heat of changing the distribution of a bit whose states differ in entropy; negative where heat is taken up',
  inputs: {
    temperature,
    before: input('p', one, '[0, 1]', 'probability of state 1 before'),
    after: input('q', one, '[0, 1]', 'probability of state 1 after'),
    entropyDifference: input('s', one, '(−∞, ∞)', 'entropy of state 1 over state 0, in units of k')
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, before: p, after: q, entropyDifference: s }) =>
    kT(T)
      .times(entropy(p).minus(entropy(q)).plus(p.minus(q).times(s)))
      .per(bits),
  tier: 'theorem',
  constraint: 'the distribution of the bit changes as stated',
  sources: [from.sagawaUeda2009, from.sagawa2014],
  processes: ['erasure/reversible']
})

/**
 * kT ln 2 · I: the heat of discarding I bits, however they are held.
 *
 * @example
 * import { bytes, discardedInformation, kelvin } from 'limen'
 * // A gigabyte.
 * discardedInformation({ temperature: kelvin(300), information: bytes(1e9) }) // right(22.97 pJ)
 *
 * @since 0.1.0
 */
export const discardedInformation = model({
  name: 'discardedInformation',
  symbol: 'E_D',
  summary: 'Heat of a logical process that discards information',
  inputs: { temperature, information },
  unit: joules,
  formula: ({ temperature: T, information: I }) => kT(T).times(I.per(bits)).times(ln2),
  tier: 'theorem',
  constraint: 'the information is discarded',
  sources: [from.faist2015],
  processes: ['erasure']
})

/**
 * kT D(p‖q): extra heat of a full reset built for a bit of probability q that is fed one of p.
 *
 * @example
 * import { kelvin, mismatch } from 'limen'
 * // Built for unknown bits, fed bits that are 1 once in ten times.
 * mismatch({ temperature: kelvin(300), actual: 0.1, design: 0.5 }) // right(1.525 zJ/bit)
 *
 * @since 0.1.0
 */
export const mismatch = model({
  name: 'mismatch',
  symbol: 'E_M',
  summary: 'Extra heat of a full reset that was built for another distribution than it is fed',
  inputs: {
    temperature,
    actual: input('p', one, '[0, 1]', 'probability of state 1 that is fed'),
    design: input('q', one, '(0, 1)', 'probability of state 1 that it was built for')
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, actual: p, design: q }) => kT(T).times(relativeEntropy(p, q)).per(bits),
  tier: 'theorem',
  constraint: 'the reset is optimal for the design distribution and is not changed for the actual one',
  sources: [from.kolchinskyWolpert2017],
  processes: ['erasure/irreversible']
})

/**
 * 2kT 𝒲 artanh(𝒲/𝒩): irreversible cost of moving probability 𝒲 in 𝒩 jumps.
 *
 * @example
 * import { kelvin, speedLimit } from 'limen'
 * // Half of the probability moves, in one jump on average.
 * speedLimit({ temperature: kelvin(300), transport: 0.5, jumps: 1 }) // right(2.275 zJ)
 *
 * @since 0.1.0
 */
export const speedLimit = model({
  name: 'speedLimit',
  symbol: 'E_S',
  summary:
    'Irreversible heat of transporting probability between states with a limited number of jumps; adds to landauer',
  inputs: {
    temperature,
    transport: input('𝒲', one, '[0, ∞)', 'probability transported (Wasserstein distance)'),
    jumps: input('𝒩', one, '(0, ∞)', 'mean number of jumps (dynamical activity)')
  },
  unit: joules,
  formula: ({ temperature: T, transport: W, jumps: N }) =>
    two
      .times(kT(T))
      .times(W)
      .times(artanh(W.over(N))),
  requires: ({ transport: W, jumps: N }) => [W.below(N)],
  tier: 'theorem',
  constraint: 'no more than 𝒩 jumps take place',
  sources: [from.vanVuSaito2023, from.shiraishi2018],
  processes: ['erasure/irreversible'],
  memory: 'discrete'
})

/**
 * kT [ln 2 − h(ε)] + 2kT w artanh(w/(Γτ)), w = ½ − ε: a reset in time τ with jumps at most at rate Γ.
 *
 * @example
 * import { gigahertz, kelvin, nanoseconds, rateCappedReset } from 'limen'
 * const given = {
 *   temperature: kelvin(300),
 *   errorProbability: 0,
 *   attemptRate: gigahertz(1),
 *   duration: nanoseconds(1)
 * }
 * rateCappedReset(given) // right(5.146 zJ/bit)
 *
 * @since 0.1.0
 */
export const rateCappedReset = model({
  name: 'rateCappedReset',
  symbol: 'E_Γ',
  summary: 'Heat of resetting one bit within a time, where states are left at no more than a given rate',
  inputs: { temperature, errorProbability, attemptRate: { ...attemptRate, symbol: 'Γ' }, duration },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε, attemptRate: Γ, duration: τ }) => {
    const w = half.minus(ε)
    return landauer
      .of({ temperature: T, errorProbability: ε })
      .plus(speedLimit.of({ temperature: T, transport: w, jumps: Γ.times(τ) }).per(bits))
  },
  constraint: 'states are left at most at the rate Γ',
  sources: [from.zhen2021],
  processes: ['erasure']
})

/**
 * kT (½−ε) ln((1−ε)/ε): a reset by a protocol that runs the same in reverse; contains landauer.
 *
 * @example
 * import { kelvin, timeSymmetricReset } from 'limen'
 * const given = { temperature: kelvin(300), errorProbability: 0.01 }
 * timeSymmetricReset(given) // right(9.326 zJ/bit)
 *
 * @since 0.1.0
 */
export const timeSymmetricReset = model({
  name: 'timeSymmetricReset',
  symbol: 'E_T',
  summary: 'Heat of resetting one bit by time-symmetric control; contains landauer and competes with it',
  inputs: { temperature, errorProbability: positiveError },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε }) =>
    kT(T).times(half.minus(ε)).times(logOdds(ε)).per(bits),
  tier: 'theorem',
  constraint: 'the control is symmetric in time',
  sources: [from.riechers2020],
  processes: ['erasure']
})

/**
 * kT [ln 2 + variance/(2Dτ)]: a reset of a diffusing coordinate in finite time.
 *
 * @example
 * import { areas, diffusivities, kelvin, overdampedReset, seconds } from 'limen'
 * // A bead of 2 µm in water, in a double well.
 * const given = {
 *   temperature: kelvin(300),
 *   variance: areas(0.2e-12),
 *   diffusivity: diffusivities(0.2e-12),
 *   duration: seconds(5)
 * }
 * overdampedReset(given) // right(3.285 zJ/bit)
 *
 * @since 0.1.0
 */
export const overdampedReset = model({
  name: 'overdampedReset',
  symbol: 'E_O',
  summary: 'Heat of resetting one bit held in an overdamped coordinate, within a time',
  inputs: {
    temperature,
    variance: input('⟨x²⟩', areas, '(0, ∞)', 'variance of the coordinate before the reset'),
    diffusivity: input('D', diffusivities, '(0, ∞)', 'diffusion coefficient'),
    duration
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, variance: x2, diffusivity: D, duration: τ }) =>
    kT(T)
      .times(ln2.plus(x2.over(two.times(D).times(τ))))
      .per(bits),
  tier: 'theorem',
  constraint: 'overdamped diffusion at a fixed diffusivity, within the time',
  sources: [from.proesmans2020, from.aurell2012],
  processes: ['erasure'],
  memory: 'continuous'
})

/**
 * 2kT/r²: the heat of a steady current known to a relative deviation r.
 *
 * @example
 * import { kelvin, uncertaintyRelation } from 'limen'
 * // A clock that is right to 1 %: 20 000 kT.
 * uncertaintyRelation({ temperature: kelvin(300), relativeDeviation: 0.01 }) // right(82.84 aJ)
 *
 * @since 0.1.0
 */
export const uncertaintyRelation = model({
  name: 'uncertaintyRelation',
  symbol: 'E_U',
  summary: 'Heat that a steady state dissipates while a current in it accrues with a relative deviation',
  inputs: {
    temperature,
    relativeDeviation: input('r', one, '(0, ∞)', 'standard deviation of the current over its mean')
  },
  unit: joules,
  formula: ({ temperature: T, relativeDeviation: r }) => two.times(kT(T)).over(r.squared()),
  tier: 'theorem',
  constraint: 'a steady state, a current of the stated precision',
  sources: [from.baratoSeifert2015, from.gingrich2016],
  processes: ['steady current']
})

const charging = {
  resistance: input('R', ohms, '(0, ∞)', 'resistance in the path of the charge'),
  duration
}

/**
 * q²R/τ: the heat of moving a charge through a resistance within a time.
 *
 * By the Cauchy–Schwarz inequality ∫ i²R dt ≥ (∫ i dt)²R/τ; a constant current attains it.
 *
 * @example
 * import { chargeTransfer, coulombs, femto, kilo, nanoseconds, ohms } from 'limen'
 * const charge = femto(coulombs)(1)
 * const path = { resistance: kilo(ohms)(10), duration: nanoseconds(1) }
 * chargeTransfer({ charge, ...path }) // right(10.00 aJ)
 *
 * @since 0.1.0
 */
export const chargeTransfer = model({
  name: 'chargeTransfer',
  symbol: 'E_q',
  summary: 'Heat of moving a charge through a resistance within a time',
  inputs: { charge: input('q', coulombs, '(0, ∞)', 'charge moved'), ...charging },
  unit: joules,
  formula: ({ charge: q, resistance: R, duration: τ }) => q.squared().times(R).over(τ),
  tier: 'theorem',
  constraint: 'all the charge passes the resistance within the time',
  sources: [from.cauchySchwarz, from.vanBrandtDelvenne2023],
  processes: ['charging']
})

/**
 * xCV² [1 − x(1 − e^(−1/x))], x = RC/τ, which is CV² φ₂(−1/x): charging by a linear ramp.
 *
 * The current is (CV/τ)(1 − e^(−t/RC)) until τ and then decays as e^(−t/RC): the heat is ∫ i²R dt.
 *
 * @example
 * import { farads, femto, kilo, nanoseconds, ohms, rampCharging, volts } from 'limen'
 * // Charged abruptly, it would lose ½CV² = 500 aJ.
 * const capacitor = { capacitance: femto(farads)(1), voltage: volts(1) }
 * const path = { resistance: kilo(ohms)(10), duration: nanoseconds(1) }
 * rampCharging({ ...capacitor, ...path }) // right(9.900 aJ)
 *
 * @since 0.1.0
 */
export const rampCharging = model({
  name: 'rampCharging',
  symbol: 'E_R',
  summary: 'Heat of charging a capacitance through a resistance by a linear ramp, and settling',
  inputs: {
    capacitance: input('C', farads, '(0, ∞)', 'capacitance'),
    voltage: input('V', volts, '(0, ∞)', 'voltage at the end of the ramp'),
    ...charging
  },
  unit: joules,
  formula: ({ capacitance: C, voltage: V, resistance: R, duration: τ }) =>
    C.times(V.squared()).times(phi2(τ.over(R.times(C)).negated())),
  tier: 'model',
  constraint: 'the source is a linear ramp',
  sources: [from.derivedHere],
  processes: ['charging']
})

/**
 * kT (π/2 − 2 arcsin √ε)²/(Γτ): the least excess of a slow reset.
 *
 * @example
 * import { gigahertz, kelvin, microseconds, slowDrivingPenalty } from 'limen'
 * const given = {
 *   temperature: kelvin(300),
 *   errorProbability: 0,
 *   relaxationRate: gigahertz(1),
 *   duration: microseconds(1)
 * }
 * slowDrivingPenalty(given) // right(10.22 yJ/bit)
 *
 * @since 0.1.0
 */
export const slowDrivingPenalty = model({
  name: 'slowDrivingPenalty',
  symbol: 'E_∠',
  summary: 'Least excess heat of a slow reset, asymptotically for many relaxation times',
  inputs: {
    temperature,
    errorProbability,
    relaxationRate: input('Γ', hertz, '(0, ∞)', 'rate at which the bit relaxes'),
    duration
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε, relaxationRate: Γ, duration: τ }) =>
    kT(T).times(angle(ε).squared()).over(Γ.times(τ)).per(bits),
  tier: 'model',
  constraint: 'linear response, Γτ ≫ 1',
  sources: [from.sivakCrooks2012],
  processes: ['erasure/irreversible']
})

/**
 * kT ln 2 · I: what it costs to have learned I bits.
 *
 * @example
 * import { bits, kelvin, learnedInformation } from 'limen'
 * // 7e9 parameters that come to hold 2 bit each.
 * learnedInformation({ temperature: kelvin(300), information: bits(1.4e10) }) // right(40.19 pJ)
 *
 * @since 0.1.0
 */
export const learnedInformation = model({
  name: 'learnedInformation',
  symbol: 'E_I',
  summary: 'Heat of learning information about a rule',
  inputs: { temperature, information },
  unit: joules,
  formula: ({ temperature: T, information: I }) => kT(T).times(I.per(bits)).times(ln2),
  tier: 'theorem',
  constraint: 'the weights come to hold the information',
  sources: [from.goldtSeifert2017],
  processes: ['erasure']
})
