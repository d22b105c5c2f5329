/**
 * What the second law asks of a memory: erasing, transporting, driving in finite time.
 *
 * A positive cost never follows from the second law alone (Dechant 2022): each bound names the
 * constraint that makes it positive. All take memoryless hopping or diffusion in one bath for granted,
 * and local equilibrium before and after.
 */
import {
  angle,
  artanh,
  entropy,
  entropyDifference,
  half,
  ln2,
  log1p,
  logOdds,
  phi2,
  relativeEntropy,
  resetDissipation,
  two,
  unity
} from '../formula/expression'
import { inputOf } from '../formula/model'
import {
  areas,
  coulombs,
  bits,
  diffusivities,
  hertz,
  joules,
  joulesPerBit,
  joulesPerUpdate,
  kelvin,
  ohms,
  one,
  updates,
  volts
} from '../units/si'
import {
  attemptRate,
  capacitance,
  duration,
  errorProbability,
  information,
  kT,
  positiveError,
  signalToNoise,
  temperature
} from './inputs'
import { leastResetTime } from './least-time'
import { elementaryModel, model } from './model'
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
export const landauer = elementaryModel({
  name: 'landauer',
  symbol: 'E_L',
  summary: 'Heat of resetting one bit of unknown value, with a probability of error',
  inputs: { temperature, errorProbability },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε }) => kT(T).times(relativeEntropy(ε, half)).per(bits),
  tier: 'theorem',
  constraint:
    'an unknown, uniform bit is set, right but for ε; the memory is in local equilibrium before and after',
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
    before: inputOf('p', one, '[0, 1]', 'probability of state 1 before'),
    after: inputOf('q', one, '[0, 1]', 'probability of state 1 after'),
    entropyDifference: inputOf('s', one, '(−∞, ∞)', 'entropy of state 1 over state 0, in units of k')
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, before: p, after: q, entropyDifference: s }) =>
    kT(T)
      .times(entropyDifference(p, q).plus(p.minus(q).times(s)))
      .per(bits),
  tier: 'theorem',
  constraint:
    'the distribution of the bit changes as stated; each state is in local equilibrium before and after',
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
export const discardedInformation = elementaryModel({
  name: 'discardedInformation',
  symbol: 'E_D',
  summary: 'Heat of a logical process that discards information',
  inputs: { temperature, information },
  unit: joules,
  formula: ({ temperature: T, information: I }) => kT(T).times(I.per(bits)).times(ln2),
  tier: 'theorem',
  constraint: 'the information is the entropy that is discarded, given what is kept',
  sources: [from.faist2015],
  processes: ['erasure']
})

/**
 * kT D(p‖q): extra heat of a full reset built for a bit of probability q that is fed one of p.
 *
 * Of a full reset only: one that leaves p′ where it should leave q′ wastes no more than
 * kT [D(p‖q) − D(p′‖q′)].
 *
 * @example
 * import { kelvin, mismatch } from 'limen'
 * // Built for unknown bits, fed bits that are 1 once in ten times.
 * mismatch({ temperature: kelvin(300), actual: 0.1, design: 0.5 }) // right(1.525 zJ/bit)
 *
 * @since 0.1.0
 */
export const mismatch = elementaryModel({
  name: 'mismatch',
  symbol: 'E_M',
  summary: 'Extra heat of a full reset that was built for another distribution than it is fed',
  inputs: {
    temperature,
    actual: inputOf('p', one, '[0, 1]', 'probability of state 1 that is fed'),
    design: inputOf('q', one, '(0, 1)', 'probability of state 1 that it was built for')
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, actual: p, design: q }) => kT(T).times(relativeEntropy(p, q)).per(bits),
  tier: 'theorem',
  constraint:
    'a reset built for the design distribution is fed the actual one, and its final state does not depend on the initial one',
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
    transport: inputOf('𝒲', one, '[0, ∞)', 'probability transported (Wasserstein distance)'),
    jumps: inputOf('𝒩', one, '(0, ∞)', 'mean number of jumps (dynamical activity)')
  },
  unit: joules,
  formula: ({ temperature: T, transport: W, jumps: N }) =>
    two
      .times(kT(T))
      .times(W)
      .times(artanh(W.over(N))),
  requires: ({ transport: W, jumps: N }) => [W.below(N)],
  tier: 'theorem',
  constraint: 'memoryless jumps in one bath, no more than 𝒩 of them',
  sources: [from.vanVuSaito2023, from.shiraishi2018],
  processes: ['erasure/irreversible'],
  memory: 'discrete'
})

/**
 * kT [ln 2 − h(ε)] + 2kT w artanh(w/(Γτ)), w = ½ − ε: a reset in time τ with jumps at most at rate Γ.
 *
 * Loose: it allows resets that no cell of two states can do. `optimalReset` is the exact least.
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
 * kT [ln 2 − h(ε)] + kT Σ(ε, f₀τ): the least heat of resetting a cell of two states within a time, and
 * attained.
 *
 * Each state is left at most at the rate f₀. There is no reset to ε in less than ln(1/2ε)/f₀: the
 * state to be emptied cannot be left faster. Σ is the optimum over all protocols, in closed form but
 * for one root.
 *
 * @example
 * import { gigahertz, kelvin, nanoseconds, optimalReset } from 'limen'
 * const given = {
 *   temperature: kelvin(300),
 *   errorProbability: 1e-9,
 *   attemptRate: gigahertz(1),
 *   duration: nanoseconds(100)
 * }
 * optimalReset(given) // right(2.968 zJ/bit)
 *
 * @since 0.5.0
 */
export const optimalReset = model({
  name: 'optimalReset',
  symbol: 'E_opt',
  summary:
    'Least heat of resetting a cell of two states within a time, where states are left at no more than a given rate',
  inputs: { temperature, errorProbability: positiveError, attemptRate, duration },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε, attemptRate: f0, duration: τ }) =>
    landauer.of({ temperature: T, errorProbability: ε }).plus(
      kT(T)
        .times(resetDissipation(ε, f0.times(τ)))
        .per(bits)
    ),
  requires: ({ errorProbability: ε, attemptRate: f0, duration: τ }) => [leastResetTime(ε, f0).below(τ)],
  tier: 'theorem',
  constraint: 'a cell of two states, memoryless, each left at most at the rate f₀; an unknown bit before',
  sources: [
    from.mulder2025,
    from.lee2022,
    from.esposito2010,
    from.diana2013,
    from.derivedHere('optimalReset')
  ],
  processes: ['erasure'],
  memory: 'discrete'
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
export const timeSymmetricReset = elementaryModel({
  name: 'timeSymmetricReset',
  symbol: 'E_T',
  summary: 'Heat of resetting one bit by time-symmetric control; contains landauer and competes with it',
  inputs: { temperature, errorProbability: positiveError },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε }) =>
    kT(T).times(half.minus(ε)).times(logOdds(ε)).per(bits),
  tier: 'theorem',
  constraint:
    'the protocol is the same backwards, errs alike from either value, and starts and ends metastable',
  sources: [from.riechers2020],
  processes: ['erasure']
})

/**
 * kT [ln 2 − h(ε) + (½−ε) variance/(Dτ)]: a reset of a diffusing coordinate in finite time.
 *
 * The two wells are infinitely narrow, at ±√variance: where they are a tenth as wide as they are apart from
 * the middle, the irreversible part is 1 % too high at ε = 0.01 and 8 % at 0.1.
 *
 * @example
 * import { areas, diffusivities, kelvin, overdampedReset, seconds } from 'limen'
 * // A bead of 2 µm in water, in a double well.
 * const given = {
 *   temperature: kelvin(300),
 *   errorProbability: 0,
 *   variance: areas(0.2e-12),
 *   diffusivity: diffusivities(0.2e-12),
 *   duration: seconds(5)
 * }
 * overdampedReset(given) // right(3.285 zJ/bit)
 *
 * @since 0.1.0
 */
export const overdampedReset = elementaryModel({
  name: 'overdampedReset',
  symbol: 'E_O',
  summary: 'Heat of resetting one bit held in an overdamped coordinate, within a time',
  inputs: {
    temperature,
    errorProbability,
    variance: inputOf('⟨x²⟩', areas, '(0, ∞)', 'variance of the coordinate before the reset'),
    diffusivity: inputOf('D', diffusivities, '(0, ∞)', 'diffusion coefficient'),
    duration
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε, variance: x2, diffusivity: D, duration: τ }) =>
    landauer.of({ temperature: T, errorProbability: ε }).plus(
      kT(T)
        .times(half.minus(ε).times(x2).over(D.times(τ)))
        .per(bits)
    ),
  tier: 'theorem',
  constraint:
    'overdamped diffusion at a fixed diffusivity between two infinitely narrow wells, from an even start',
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
export const uncertaintyRelation = elementaryModel({
  name: 'uncertaintyRelation',
  symbol: 'E_U',
  summary: 'Heat that a steady state dissipates while a current in it accrues with a relative deviation',
  inputs: {
    temperature,
    relativeDeviation: inputOf('r', one, '(0, ∞)', 'standard deviation of the current over its mean')
  },
  unit: joules,
  formula: ({ temperature: T, relativeDeviation: r }) => two.times(kT(T)).over(r.squared()),
  tier: 'theorem',
  constraint: 'a steady state of memoryless hopping, without a drive from outside that changes in time',
  sources: [from.baratoSeifert2015, from.gingrich2016],
  processes: ['steady current']
})

const charging = {
  resistance: inputOf('R', ohms, '(0, ∞)', 'resistance in the path of the charge'),
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
export const chargeTransfer = elementaryModel({
  name: 'chargeTransfer',
  symbol: 'E_q',
  summary: 'Heat of moving a charge through a resistance within a time',
  inputs: { charge: inputOf('q', coulombs, '(0, ∞)', 'charge moved'), ...charging },
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
    capacitance,
    voltage: inputOf('V', volts, '(0, ∞)', 'voltage at the end of the ramp'),
    ...charging
  },
  unit: joules,
  formula: ({ capacitance: C, voltage: V, resistance: R, duration: τ }) =>
    C.times(V.squared()).times(phi2(τ.over(R.times(C)).negated())),
  tier: 'model',
  constraint: 'the source is a linear ramp',
  sources: [from.derivedHere('rampCharging')],
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
    relaxationRate: inputOf('Γ', hertz, '(0, ∞)', 'rate at which the bit relaxes'),
    duration
  },
  unit: joulesPerBit,
  formula: ({ temperature: T, errorProbability: ε, relaxationRate: Γ, duration: τ }) =>
    kT(T).times(angle(ε).squared()).over(Γ.times(τ)).per(bits),
  tier: 'model',
  constraint: 'linear response at a constant rate of relaxation, Γτ ≫ 1',
  sources: [from.sivakCrooks2012],
  processes: ['erasure/irreversible']
})

/**
 * kT ln 2 · I: what it costs to have learned I bits, over a cycle that ends as blank as it began.
 *
 * Weights that start blank can take the information up for less; it is paid for when they are blanked.
 *
 * @example
 * import { bits, kelvin, learnedInformation } from 'limen'
 * // 7e9 parameters that come to hold 2 bit each.
 * learnedInformation({ temperature: kelvin(300), information: bits(1.4e10) }) // right(40.19 pJ)
 *
 * @since 0.1.0
 */
export const learnedInformation = elementaryModel({
  name: 'learnedInformation',
  symbol: 'E_I',
  summary: 'Heat of learning information about a rule',
  inputs: { temperature, information },
  unit: joules,
  formula: ({ temperature: T, information: I }) => kT(T).times(I.per(bits)).times(ln2),
  tier: 'theorem',
  constraint:
    'the weights start with at least the entropy that they end with: a full cycle of learning and blanking',
  sources: [from.goldtSeifert2017],
  processes: ['erasure']
})

/**
 * kT · ½ ln(1 + s): measuring a component of a gradient to a signal-to-noise ratio s, and resetting the
 * record.
 *
 * A Gaussian channel tells ½ ln(1 + s) nats.
 *
 * @example
 * import { gradientMeasurement, kelvin } from 'limen'
 * gradientMeasurement({ temperature: kelvin(300), signalToNoise: 1 }) // right(1.435 zJ)
 *
 * @since 0.5.0
 */
export const gradientMeasurement = elementaryModel({
  name: 'gradientMeasurement',
  symbol: 'E_g',
  summary: 'Heat of measuring one component of a gradient and resetting the record',
  inputs: { temperature, signalToNoise },
  unit: joules,
  formula: ({ temperature: T, signalToNoise: s }) => kT(T).times(half).times(log1p(s)),
  tier: 'theorem',
  constraint: 'a Gaussian signal in Gaussian noise; the record is reset without what it is about',
  sources: [from.sagawaUeda2009, from.shannon1949],
  processes: ['erasure']
})

/**
 * kT h(f): the random decision of a stochastic rounding, which is reset.
 *
 * @example
 * import { kelvin, stochasticRounding } from 'limen'
 * stochasticRounding({ temperature: kelvin(300), fraction: 0.5 }) // right(2.871 zJ/update)
 *
 * @since 0.5.0
 */
export const stochasticRounding = elementaryModel({
  name: 'stochasticRounding',
  symbol: 'E_f',
  summary: 'Heat of resetting the random decision of an update that is rounded at random',
  inputs: { temperature, fraction: inputOf('f', one, '[0, 1]', 'fraction of a rung that is rounded') },
  unit: joulesPerUpdate,
  formula: ({ temperature: T, fraction: f }) => kT(T).times(entropy(f)).per(updates),
  tier: 'theorem',
  constraint: 'the decision is drawn with the probability of the fraction, recorded, and reset',
  sources: [from.landauer1961, from.derivedHere('stochasticRounding')],
  processes: ['erasure']
})

/**
 * 1 + (T_h/T − 1)/η: joules at the wall plug for each joule of heat at T.
 *
 * What is proportional to T gains nothing from cooling, even by a perfect machine. At η = 1 exactly it
 * is a theorem, Carnot's.
 *
 * @example
 * import { kelvin, refrigeration } from 'limen'
 * const given = { temperature: kelvin(4), ambientTemperature: kelvin(300) }
 * refrigeration({ ...given, carnotFraction: 1 }) // right(75.00)
 * refrigeration({ ...given, carnotFraction: 0.2 }) // right(371.0)
 *
 * @since 0.5.0
 */
export const refrigeration = elementaryModel({
  name: 'refrigeration',
  symbol: 'r_h',
  summary: 'Energy at the wall plug for each energy that becomes heat in the cold',
  inputs: {
    temperature,
    ambientTemperature: inputOf('T_h', kelvin, '(0, ∞)', 'temperature at which the heat is given off'),
    carnotFraction: inputOf('η', one, '(0, 1]', "efficiency of the cooling, as a fraction of Carnot's")
  },
  unit: one,
  formula: ({ temperature: T, ambientTemperature: Th, carnotFraction: η }) =>
    unity.plus(Th.minus(T).over(η.times(T))),
  requires: ({ temperature: T, ambientTemperature: Th }) => [T.atMost(Th)],
  tier: 'empirical',
  constraint: 'all heat is pumped from T to T_h at the stated fraction of the efficiency of Carnot',
  sources: [from.carnot1824, from.derivedHere('refrigeration')]
})
