/**
 * Optima: what is best where energy is traded for time, for errors, for bits; and what it takes there.
 *
 * Time has a price: a power that is drawn all the while, or the exponent m of energy × delay^m. The two are one:
 * what is best at a power P takes P τ beside its energy E, and is best for m = P τ/E. Where the best design is no
 * formula of m, its own parameter is the input, and the model tells the m for which it is best; `inverse` reads
 * that backwards.
 *
 * An optimum of a bound is a bound, and one of the cost of a machine is the cost of that machine.
 */
import {
  exp,
  expm1,
  half,
  ln,
  ln2,
  lnRatio,
  log1p,
  logOdds,
  number,
  phi1,
  pow,
  relativeEntropy,
  sqrt,
  two,
  unity,
  type Expression,
  type Symbols
} from '../formula/expression'
import { inputOf } from '../formula/model'
import type { Dimensionless, Temperature } from '../units/dimension'
import {
  bits,
  joules,
  joulesPerBit,
  joulesPerConversion,
  joulesPerMac,
  joulesPerUpdate,
  macsPerConversion,
  one,
  parameters as parameterUnit,
  seconds,
  updates,
  watts
} from '../units/si'
import { attemptRate, kT, precision, temperature } from './inputs'
import { annealedParameter } from './learning'
import { staticWrite } from './memory'
import { elementaryModel, model } from './model'
import { converterEnergy, losslessOutputBits } from './read'
import * as from from './sources'
import { landauer } from './thermodynamics'
import { tiltOver } from './tilt'

const idlePower = inputOf('P', watts, '(0, ∞)', 'power that is drawn all the while')

/** Without a drive nothing moves; without error it takes infinite energy. */
const drivenError = inputOf('ε', one, '(0, ½)', 'probability that a step goes the wrong way')
const drivenLadder = { errorProbability: drivenError }
const judgedLadder = { ...drivenLadder, delayExponent: inputOf('m', one, '(0, ∞)', 'exponent of the delay') }

/** v/r of a ladder whose rates add to r: the share of steps that count. */
const netShare = (ε: Expression<Dimensionless>): Expression<Dimensionless> => unity.minus(two.times(ε))

const attemptsCapped =
  'a ladder under a tilt that stands, whose rates up and down add to a given one; local detailed balance'
const forwardCapped =
  'a ladder under a tilt that stands, whose rate up is a given one; local detailed balance'

/**
 * ε/(1−ε) φ₁(2 ln((1−ε)/ε)): the m for which an error ε makes energy × delay^m of a ladder least, whose attempts
 * are capped.
 *
 * With the tilt d in kT it is sinh d/d.
 *
 * @example
 * import { attemptCappedDelayExponent, inverse } from 'limen'
 * attemptCappedDelayExponent({ errorProbability: 0.1 }) // right(2.023)
 * // Energy × delay² is least where one step in ten goes the wrong way.
 * inverse(attemptCappedDelayExponent, 'errorProbability')({}, 2) // right(0.1018)
 *
 * @since 0.11.0
 */
export const attemptCappedDelayExponent = model({
  name: 'attemptCappedDelayExponent',
  symbol: 'm_a',
  summary:
    'Exponent of delay for which a probability of error is best, on a ladder whose attempts are capped',
  inputs: drivenLadder,
  unit: one,
  formula: ({ errorProbability: ε }) => ε.over(unity.minus(ε)).times(phi1(two.times(logOdds(ε)))),
  tier: 'model',
  constraint: attemptsCapped,
  sources: [from.bennett1982, from.derivedHere('attemptCappedDelayExponent')]
})

/**
 * ln((1−ε)/ε)/(1−2ε)^m: energy × delay^m of a net step of a ladder whose attempts are capped at r, in kT/r^m.
 *
 * @example
 * import { attemptCappedEnergyDelay } from 'limen'
 * attemptCappedEnergyDelay({ errorProbability: 0.05, delayExponent: 2 }) // right(3.635)
 * attemptCappedEnergyDelay({ errorProbability: 0.1018, delayExponent: 2 }) // right(3.433)
 * attemptCappedEnergyDelay({ errorProbability: 0.2, delayExponent: 2 }) // right(3.851)
 *
 * @since 0.11.0
 */
export const attemptCappedEnergyDelay = elementaryModel({
  name: 'attemptCappedEnergyDelay',
  symbol: 'Π_a',
  summary:
    'Energy × delay^m of a net step of a ladder whose attempts are capped, in kT and the time of an attempt',
  inputs: judgedLadder,
  unit: one,
  formula: ({ errorProbability: ε, delayExponent: m }) => logOdds(ε).over(pow(netShare(ε), m)),
  tier: 'model',
  constraint: attemptsCapped,
  sources: [from.bennett1982, from.derivedHere('attemptCappedEnergyDelay')]
})

/**
 * φ₁(ln((1−ε)/ε)): the m for which an error ε makes energy × delay^m of a ladder least, whose steps forward are
 * capped.
 *
 * With the tilt d in kT it is (e^d − 1)/d.
 *
 * @example
 * import { forwardCappedDelayExponent, inverse } from 'limen'
 * forwardCappedDelayExponent({ errorProbability: 0.1 }) // right(3.641)
 * inverse(forwardCappedDelayExponent, 'errorProbability')({}, 2) // right(0.2216)
 *
 * @since 0.11.0
 */
export const forwardCappedDelayExponent = model({
  name: 'forwardCappedDelayExponent',
  symbol: 'm_f',
  summary:
    'Exponent of delay for which a probability of error is best, on a ladder whose steps forward are capped',
  inputs: drivenLadder,
  unit: one,
  formula: ({ errorProbability: ε }) => phi1(logOdds(ε)),
  tier: 'model',
  constraint: forwardCapped,
  sources: [from.bennett1982, from.derivedHere('forwardCappedDelayExponent')]
})

/**
 * ln((1−ε)/ε) ((1−ε)/(1−2ε))^m: energy × delay^m of a net step of a ladder whose steps forward are capped at f₀,
 * in kT/f₀^m.
 *
 * @example
 * import { forwardCappedEnergyDelay } from 'limen'
 * forwardCappedEnergyDelay({ errorProbability: 0.2216, delayExponent: 2 }) // right(2.455)
 *
 * @since 0.11.0
 */
export const forwardCappedEnergyDelay = elementaryModel({
  name: 'forwardCappedEnergyDelay',
  symbol: 'Π_f',
  summary:
    'Energy × delay^m of a net step of a ladder whose steps forward are capped, in kT and the time of such a step',
  inputs: judgedLadder,
  unit: one,
  formula: ({ errorProbability: ε, delayExponent: m }) =>
    logOdds(ε).times(pow(unity.minus(ε).over(netShare(ε)), m)),
  tier: 'model',
  constraint: forwardCapped,
  sources: [from.bennett1982, from.derivedHere('forwardCappedEnergyDelay')]
})

const pricedReset = {
  temperature,
  errorProbability: { ...drivenError, description: 'probability that the result is wrong' },
  attemptRate,
  idlePower
}

/**
 * P/(kT f₀): what is drawn in the time of an attempt, in kT.
 *
 * The reset that is best at a power P conserves it: so much entropy one attempt more would save.
 *
 * @example
 * import { attemptPrice, gigahertz, kelvin, pico, watts } from 'limen'
 * const drawn = { attemptRate: gigahertz(1), idlePower: pico(watts)(1) }
 * attemptPrice({ temperature: kelvin(300), ...drawn }) // right(0.2414)
 *
 * @since 0.11.0
 */
export const attemptPrice = elementaryModel({
  name: 'attemptPrice',
  symbol: 'c',
  summary: 'Energy that is drawn in the time of an attempt, in kT',
  inputs: { temperature, attemptRate, idlePower },
  unit: one,
  formula: ({ temperature: T, attemptRate: f0, idlePower: P }) => P.over(kT(T).times(f0)),
  // It holds for all machines, and takes nothing from a bound that is made with it.
  tier: 'theorem',
  constraint: 'a power P is drawn all the while',
  sources: [from.derivedHere('attemptPrice')]
})

type Priced = Symbols<typeof pricedReset>

/**
 * The reset that is best at a power P, which conserves the price of an attempt: how many attempts it takes, and
 * the entropy that it produces, so written that nothing cancels near ½.
 */
const pricedResetAt = ({ errorProbability: ε, ...drawn }: Priced) => {
  const c = attemptPrice.of(drawn)
  const rootAtHalf = sqrt(unity.plus(two.over(c)))
  const root = sqrt(unity.plus(number(4).times(ε).over(c)))
  const moved = unity.minus(two.times(ε)).over(rootAtHalf.plus(root))
  const twice = two.times(moved).over(c)
  const lost = log1p(moved.times(unity.plus(root)).over(ε.times(unity.plus(rootAtHalf))))
  return {
    price: c,
    attempts: lnRatio(unity, two.times(ε)).plus(twice.minus(log1p(twice.over(unity.plus(root))))),
    entropy: moved.plus(half.minus(ε).times(log1p(c.times(unity.plus(rootAtHalf))))).minus(ε.times(lost))
  }
}

const resetConstraint =
  'a cell of two states, memoryless, each left at most at the rate f₀; an unknown bit before; a power P is drawn until it is set'
const resetSources = [from.mulder2025, from.lee2022, from.esposito2010, from.diana2013]

/**
 * [ln(1/2ε) + 2d − ln(1 + 2d/(1 + s))]/f₀: the time in which a reset is best, where a power P is drawn until
 * it is done.
 *
 * `optimalReset` conserves c, the entropy that one attempt more would save; in the best time that is what the
 * attempt costs, c = P/(kT f₀); then s = √(1 + 4ε/c) and d = (1 − 2ε)/(c (√(1 + 2/c) + s)).
 *
 * @example
 * import { gigahertz, kelvin, optimalResetTime, pico, watts } from 'limen'
 * const cell = { temperature: kelvin(300), errorProbability: 1e-9, attemptRate: gigahertz(1) }
 * optimalResetTime({ ...cell, idlePower: pico(watts)(1) }) // right(21.37 ns)
 *
 * @since 0.11.0
 */
export const optimalResetTime = elementaryModel({
  name: 'optimalResetTime',
  symbol: 'τ_E',
  summary: 'Time of the reset that takes least, where a power is drawn until it is done',
  inputs: pricedReset,
  unit: seconds,
  formula: (given) => pricedResetAt(given).attempts.over(given.attemptRate),
  tier: 'model',
  constraint: resetConstraint,
  sources: [...resetSources, from.derivedHere('optimalResetTime')]
})

/**
 * kT [ln 2 − h(ε) + Σ(c) + c n(c)], c = P/(kT f₀): a reset, and a power P that is drawn until it is done.
 *
 * The least over τ of optimalReset + P τ, without a root.
 *
 * @example
 * import { gigahertz, kelvin, pico, resetWithIdlePower, watts } from 'limen'
 * const cell = { temperature: kelvin(300), errorProbability: 1e-9, attemptRate: gigahertz(1) }
 * resetWithIdlePower({ ...cell, idlePower: pico(watts)(1) }) // right(26.68 zJ/bit)
 *
 * @since 0.11.0
 */
export const resetWithIdlePower = elementaryModel({
  name: 'resetWithIdlePower',
  symbol: 'E_P',
  summary: 'Least energy of resetting one bit, with a power that is drawn until it is done',
  inputs: pricedReset,
  unit: joulesPerBit,
  formula: (given) => {
    const { temperature: T, errorProbability: ε } = given
    const { price, attempts, entropy } = pricedResetAt(given)
    const beyond = kT(T)
      .times(entropy.plus(price.times(attempts)))
      .per(bits)
    return landauer.of({ temperature: T, errorProbability: ε }).plus(beyond)
  },
  tier: 'theorem',
  constraint: resetConstraint,
  sources: [...resetSources, from.derivedHere('resetWithIdlePower')],
  processes: ['erasure', 'idling'],
  memory: 'discrete'
})

/**
 * P τ/optimalReset: the m for which the reset that is best at a power P makes energy × delay^m least.
 *
 * @example
 * import { gigahertz, inverse, kelvin, optimalResetTime, pico, resetDelayExponent, watts } from 'limen'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const cell = { temperature: kelvin(300), errorProbability: 1e-9, attemptRate: gigahertz(1) }
 * resetDelayExponent({ ...cell, idlePower: pico(watts)(1) }) // right(4.028)
 * // The reset of least energy × delay takes 24.91 attempts.
 * pipe(
 *   inverse(resetDelayExponent, 'idlePower')(cell, 1),
 *   E.chain((idlePower) => optimalResetTime({ ...cell, idlePower }))
 * ) // right(24.91 ns)
 *
 * @since 0.11.0
 */
export const resetDelayExponent = elementaryModel({
  name: 'resetDelayExponent',
  symbol: 'm_E',
  summary: 'Exponent of delay for which the reset is best, too, that takes least with a power',
  inputs: pricedReset,
  unit: one,
  formula: (given) => {
    const nats = relativeEntropy(given.errorProbability, half).plus(pricedResetAt(given).entropy)
    return given.idlePower.times(optimalResetTime.of(given)).over(kT(given.temperature).times(nats))
  },
  tier: 'model',
  constraint: resetConstraint,
  sources: [...resetSources, from.derivedHere('resetDelayExponent')]
})

const repaired = {
  temperature,
  repairEnergy: inputOf('r', joules, '[0, ∞)', 'what repairing a wrong result takes')
}
const repairConstraint =
  'an unknown, uniform bit is set, and each wrong result takes r more; the memory is in local equilibrium before and after'

/**
 * 1/(1 + e^(r/kT)): the probability of error at which a reset is best whose errors take r to repair.
 *
 * @example
 * import { kelvin, kT, optimalErrorProbability } from 'limen'
 * const temperature = kelvin(300)
 * optimalErrorProbability({ temperature, repairEnergy: kT(5, temperature) }) // right(0.006693)
 *
 * @since 0.11.0
 */
export const optimalErrorProbability = elementaryModel({
  name: 'optimalErrorProbability',
  symbol: 'ε_r',
  summary: 'Probability of error of the reset that takes least, where each error has to be repaired',
  inputs: repaired,
  unit: one,
  formula: ({ temperature: T, repairEnergy: r }) => unity.over(unity.plus(exp(r.over(kT(T))))),
  tier: 'model',
  constraint: repairConstraint,
  sources: [from.landauer1961, from.derivedHere('optimalErrorProbability')]
})

/**
 * kT [ln 2 − ln(1 + e^(−r/kT))]: a reset whose errors take r to repair.
 *
 * The least over ε of landauer + ε r.
 *
 * @example
 * import { kelvin, kT, resetWithRepair } from 'limen'
 * const temperature = kelvin(300)
 * resetWithRepair({ temperature, repairEnergy: kT(5, temperature) }) // right(2.843 zJ/bit)
 *
 * @since 0.11.0
 */
export const resetWithRepair = elementaryModel({
  name: 'resetWithRepair',
  symbol: 'E_r',
  summary: 'Least energy of resetting one bit of unknown value, with the repair of what goes wrong',
  inputs: repaired,
  unit: joulesPerBit,
  formula: ({ temperature: T, repairEnergy: r }) =>
    kT(T)
      .times(log1p(expm1(r.over(kT(T)).negated()).over(2)).negated())
      .per(bits),
  tier: 'theorem',
  constraint: repairConstraint,
  sources: [from.landauer1961, from.derivedHere('resetWithRepair')],
  processes: ['erasure', 'repair']
})

const annealed = {
  temperature,
  parameters: inputOf('N', parameterUnit, '(0, ∞)', 'number of parameters'),
  precision: inputOf('b', bits, '(0, ∞)', precision.description),
  attemptRate,
  idlePower
}
const annealingConstraint =
  'the overdamped limit of ladders whose rung is the final width of a Gaussian, all annealed at once; a power P is drawn until they are'

/**
 * (2^b − 1) √(N kT/(f₀ P)): the time in which annealing is best, where a power P is drawn until it is done.
 *
 * @example
 * import { bits, gigahertz, kelvin, micro, optimalAnnealingTime, parameters, watts } from 'limen'
 * const learner = { parameters: parameters(1e6), precision: bits(8), attemptRate: gigahertz(1) }
 * const given = { temperature: kelvin(300), ...learner, idlePower: micro(watts)(1) }
 * optimalAnnealingTime(given) // right(519.0 ns)
 *
 * @since 0.11.0
 */
export const optimalAnnealingTime = elementaryModel({
  name: 'optimalAnnealingTime',
  symbol: 'τ_b',
  summary: 'Time in which annealing parameters takes least, where a power is drawn until it is done',
  inputs: annealed,
  unit: seconds,
  formula: ({ temperature: T, parameters: N, precision: b, attemptRate: f0, idlePower: P }) =>
    sqrt(N.per(parameterUnit).times(kT(T)).over(f0.times(P))).times(expm1(b.per(bits).times(ln2))),
  tier: 'model',
  constraint: annealingConstraint,
  sources: [from.aurell2012, from.derivedHere('optimalAnnealingTime')]
})

/**
 * N kT b ln 2 + 2 (2^b − 1) √(N kT P/f₀): annealing, and a power P that is drawn until it is done.
 *
 * The least over τ of N annealedParameter + P τ.
 *
 * @example
 * import { annealingWithIdlePower, bits, gigahertz, kelvin, micro, parameters, watts } from 'limen'
 * const learner = { parameters: parameters(1e6), precision: bits(8), attemptRate: gigahertz(1) }
 * const given = { temperature: kelvin(300), ...learner, idlePower: micro(watts)(1) }
 * annealingWithIdlePower(given) // right(1.061 pJ)
 *
 * @since 0.11.0
 */
export const annealingWithIdlePower = elementaryModel({
  name: 'annealingWithIdlePower',
  symbol: 'E_N',
  summary: 'Least energy of annealing parameters to a precision, with a power that is drawn until it is done',
  inputs: annealed,
  unit: joules,
  formula: (given) => {
    const { parameters: N, idlePower: P, ...parameter } = given
    const duration = optimalAnnealingTime.of(given)
    return N.times(annealedParameter.of({ ...parameter, duration })).plus(P.times(duration))
  },
  constraint: annealingConstraint,
  processes: ['update', 'idling']
})

const written = {
  ...staticWrite.inputs,
  barrier: inputOf('B', joules, '(0, ∞)', staticWrite.inputs.barrier.description)
}
const { writeTime: _, ...cell } = written
const standing = {
  ...cell,
  standbyPower: { ...idlePower, description: 'power that is drawn during a write' }
}
/** kT ln((1−p)/p): no less of a tilt leaves a cell in equilibrium in its old state with the probability p. */
const tiltFor = (T: Expression<Temperature>, p: Expression<Dimensionless>) =>
  kT(T).times(logOdds(p)).per(updates)

const writeConstraint =
  'a tilt that stands, over a barrier that is not lowered; symmetric splitting of the tilt; a power P is drawn during the write'

/**
 * 2kT/P: the time in which writing over a standing barrier is best, where a power P is drawn all the while.
 *
 * It has a value where the barrier asks for the tilt, and not the error, and the write can be done in it.
 *
 * @example
 * import { gigahertz, kelvin, kT, optimalWriteTime, pico, watts } from 'limen'
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1), errorProbability: 1e-9 }
 * optimalWriteTime({ temperature, ...cell, standbyPower: pico(watts)(0.01) }) // right(828.4 ns)
 *
 * @since 0.11.0
 */
export const optimalWriteTime = elementaryModel({
  name: 'optimalWriteTime',
  symbol: 't_P',
  summary: 'Time in which writing over a full barrier takes least, where a power is drawn during the write',
  inputs: standing,
  unit: seconds,
  formula: ({ temperature: T, standbyPower: P }) => two.times(kT(T)).over(P),
  requires: ({ temperature: T, barrier: B, attemptRate: f0, errorProbability: p }, t) => [
    ln(p).negated().atMost(f0.times(t)),
    tiltFor(T, p).atMost(tiltOver(B, kT(T), f0.times(t).over(ln(p).negated())))
  ],
  tier: 'model',
  constraint: writeConstraint,
  sources: [from.derivedHere('optimalWriteTime')]
})

/**
 * 2 [B − kT ln(2kT f₀/(P ln(1/p)))] + 2kT: a write, and a power P that is drawn while it lasts.
 *
 * The least over t of staticWrite + P t.
 *
 * @example
 * import { gigahertz, kelvin, kT, pico, watts, writeWithStandby } from 'limen'
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1), errorProbability: 1e-9 }
 * writeWithStandby({ temperature, ...cell, standbyPower: pico(watts)(0.01) }) // right(474.8 zJ/update)
 *
 * @since 0.11.0
 */
export const writeWithStandby = elementaryModel({
  name: 'writeWithStandby',
  symbol: 'W_P',
  summary:
    'Least energy of writing a cell over its full barrier, with a power that is drawn during the write',
  inputs: standing,
  unit: joulesPerUpdate,
  formula: (given) => {
    const { standbyPower: P, ...write } = given
    const time = optimalWriteTime.of(given)
    return staticWrite.of({ ...write, writeTime: time }).plus(P.times(time).per(updates))
  },
  constraint: writeConstraint,
  processes: ['update', 'idling']
})

/** The tilt with which a flip begins, whose tilt is free in time: the old state is left at the rate (1−p)/t. */
const firstTilt = ({
  temperature: T,
  barrier: B,
  attemptRate: f0,
  writeTime: t,
  errorProbability: p
}: Symbols<typeof written>) => tiltOver(B, kT(T), f0.times(t).over(unity.minus(p)))

/**
 * 2(1−p) [B − kT ln(f₀t/(1−p))] + 2kT (1 − p + p ln p): a flip over a standing barrier, the tilt free in time.
 *
 * The tilt rises so that the old state empties evenly. It is the mean heat of a cell that has to flip; half
 * of that where data are random.
 *
 * @example
 * import { gigahertz, kelvin, kT, microseconds, staticFlip } from 'limen'
 * // staticWrite, whose tilt stands, is 464.9 zJ/update.
 * const temperature = kelvin(300)
 * const cell = { barrier: kT(60, temperature), attemptRate: gigahertz(1) }
 * const write = { writeTime: microseconds(1), errorProbability: 1e-9 }
 * staticFlip({ temperature, ...cell, ...write }) // right(448.1 zJ/update)
 *
 * @since 0.11.0
 */
export const staticFlip = elementaryModel({
  name: 'staticFlip',
  symbol: 'W_t',
  summary:
    'Least mean heat of flipping a cell over its full barrier within a time, by a tilt that is free in time',
  inputs: written,
  unit: joulesPerUpdate,
  formula: (given) => {
    const { temperature: T, errorProbability: p } = given
    const done = unity.minus(p)
    const spent = two
      .times(kT(T))
      .times(done.plus(p.times(ln(p))))
      .per(updates)
    return done.times(firstTilt(given)).plus(spent)
  },
  requires: (given) => [tiltFor(given.temperature, given.errorProbability).atMost(firstTilt(given))],
  tier: 'model',
  constraint:
    'a barrier that is not lowered under a tilt that is free in time; symmetric splitting of the tilt; hops back are left out, and hops may be faster than f₀',
  sources: [from.derivedHere('staticFlip')],
  processes: ['update']
})

const column = {
  temperature,
  inputBits: losslessOutputBits.inputs.inputBits,
  weightBits: losslessOutputBits.inputs.weightBits,
  fixedEnergy: inputOf('F', joulesPerConversion, '(0, ∞)', 'what a conversion takes however many bits it has')
}
const columnConstraint =
  'a column read without loss by a converter limited by thermal noise, and by what each conversion takes besides; rows are counted as a real number'

/**
 * √(F/(12 kT 4^(b_x+b_w))): the rows of a column at which a product takes least.
 *
 * Lossless bits grow with the rows, and the converter takes as much more as there are more rows for each
 * product; what a conversion takes besides is shared by them. Below 1 a single row is best.
 *
 * @example
 * import { bits, femto, joulesPerConversion, kelvin, optimalRows } from 'limen'
 * const column = { inputBits: bits(4), weightBits: bits(4), fixedEnergy: femto(joulesPerConversion)(300) }
 * optimalRows({ temperature: kelvin(300), ...column }) // right(9.597 mac/conversion)
 *
 * @since 0.11.0
 */
export const optimalRows = elementaryModel({
  name: 'optimalRows',
  symbol: 'R_F',
  summary: 'Rows of a column read without loss at which a product takes least',
  inputs: column,
  unit: macsPerConversion,
  formula: ({ temperature: T, inputBits, weightBits, fixedEnergy: F }) =>
    sqrt(F.over(converterEnergy.of({ temperature: T, outputBits: inputBits.plus(weightBits) }))).of(
      macsPerConversion
    ),
  tier: 'model',
  constraint: columnConstraint,
  sources: [from.derivedHere('optimalRows')]
})

/**
 * 2 √(12 kT 4^(b_x+b_w) F): a product of a column with the rows that are best.
 *
 * The least over R of (converterEnergy + F)/R, of lossless bits: conversion takes as much as the rest.
 *
 * @example
 * import { bits, femto, joulesPerConversion, kelvin, optimalAnalogMac } from 'limen'
 * const column = { inputBits: bits(4), weightBits: bits(4), fixedEnergy: femto(joulesPerConversion)(300) }
 * optimalAnalogMac({ temperature: kelvin(300), ...column }) // right(62.52 fJ/mac)
 *
 * @since 0.11.0
 */
export const optimalAnalogMac = elementaryModel({
  name: 'optimalAnalogMac',
  symbol: 'E_F',
  summary: 'Least energy of a product in a column read without loss, over the number of its rows',
  inputs: column,
  unit: joulesPerMac,
  formula: (given) => two.times(given.fixedEnergy).over(optimalRows.of(given)),
  constraint: columnConstraint,
  processes: ['read']
})
