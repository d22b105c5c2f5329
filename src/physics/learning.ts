/**
 * How many operations a solution takes: the laws of optimisers and of training. They are counts that
 * suffice, not least counts.
 */
import { expm1, ln2, log1p, number, pow, sqrt, two, unity } from '../formula/expression'
import { inputOf } from '../formula/model'
import {
  bits,
  flops,
  joules,
  joulesPerParameter,
  one,
  parameters as parameterUnit,
  tokens as tokenUnit,
  updates
} from '../units/si'
import { attemptRate, duration, kT, precision, temperature } from './inputs'
import { elementaryModel } from './model'
import * as from from './sources'

const conditionNumber = inputOf('κ', one, '(1, ∞)', 'condition number')
const parameterCount = inputOf('N', parameterUnit, '(0, ∞)', 'number of parameters')

/**
 * b ln 2/ln((κ+1)/(κ−1)): gradient descent with the best fixed step.
 *
 * @example
 * import { bits, gradientDescentIterations } from 'limen'
 * gradientDescentIterations({ conditionNumber: 100, precision: bits(10) }) // right(346.6 update)
 *
 * @since 0.1.0
 */
export const gradientDescentIterations = elementaryModel({
  name: 'gradientDescentIterations',
  symbol: 'n_g',
  summary: 'Iterations of gradient descent to a precision, with the best fixed step',
  inputs: { conditionNumber, precision },
  unit: updates,
  formula: ({ conditionNumber: κ, precision: b }) =>
    b
      .per(bits)
      .times(ln2)
      .over(log1p(two.over(κ.minus(unity))))
      .of(updates),
  tier: 'model',
  constraint: 'a strongly convex quadratic',
  sources: [from.nesterov]
})

/**
 * b ln 2/ln((√κ+1)/(√κ−1)): with momentum.
 *
 * @example
 * import { acceleratedIterations, bits } from 'limen'
 * acceleratedIterations({ conditionNumber: 100, precision: bits(10) }) // right(34.54 update)
 *
 * @since 0.1.0
 */
export const acceleratedIterations = elementaryModel({
  name: 'acceleratedIterations',
  symbol: 'n_a',
  summary: 'Iterations of accelerated gradient descent to a precision',
  inputs: { conditionNumber, precision },
  unit: updates,
  formula: ({ conditionNumber: κ, precision: b }) =>
    b
      .per(bits)
      .times(ln2)
      // (√κ+1)/(√κ−1) = 1 + 2(√κ+1)/(κ−1), which does not cancel as κ → 1
      .over(log1p(two.times(sqrt(κ).plus(unity)).over(κ.minus(unity))))
      .of(updates),
  tier: 'model',
  constraint: 'a strongly convex quadratic',
  sources: [from.nesterov, from.polyak1964]
})

/**
 * noiseRatio² · 4^b: averaging out the noise of stochastic gradients.
 *
 * @example
 * import { bits, stochasticGradientIterations } from 'limen'
 * stochasticGradientIterations({ noiseRatio: 1, precision: bits(8) }) // right(6.554e4 update)
 *
 * @since 0.1.0
 */
export const stochasticGradientIterations = elementaryModel({
  name: 'stochasticGradientIterations',
  symbol: 'n_s',
  summary: 'Iterations of stochastic gradient descent to a precision',
  inputs: {
    noiseRatio: inputOf('r', one, '(0, ∞)', 'gradient noise over curvature times distance, σ/(hR)'),
    precision
  },
  unit: updates,
  formula: ({ noiseRatio: r, precision: b }) =>
    r
      .squared()
      .times(pow(number(4), b.per(bits)))
      .of(updates),
  tier: 'model',
  constraint: 'averaged iterates, noise-limited',
  sources: [from.polyakJuditsky1992]
})

/**
 * e^(depth/T_n) − 1: annealing with T_n = depth/ln(1+n).
 *
 * @example
 * import { annealingSteps } from 'limen'
 * annealingSteps({ depth: 10, finalTemperature: 1 }) // right(2.203e4 update)
 *
 * @since 0.1.0
 */
export const annealingSteps = elementaryModel({
  name: 'annealingSteps',
  symbol: 'n_T',
  summary: 'Steps of logarithmic annealing to a final temperature',
  inputs: {
    depth: inputOf('d', one, '(0, ∞)', 'depth of the deepest local minimum'),
    finalTemperature: inputOf('T_n', one, '(0, ∞)', 'final temperature, in units of energy like the depth')
  },
  unit: updates,
  formula: ({ depth: d, finalTemperature: Tn }) => expm1(d.over(Tn)).of(updates),
  tier: 'model',
  constraint: 'temperature T_n = depth/ln(1+n)',
  sources: [from.hajek1988]
})

/**
 * 6 · parameters · tokens: forward and backward pass of a dense model.
 *
 * @example
 * import { parameters, tokens, trainingFlops } from 'limen'
 * // GPT-3.
 * trainingFlops({ parameters: parameters(1.746e11), tokens: tokens(3e11) }) // right(3.143e23 flop)
 *
 * @since 0.1.0
 */
export const trainingFlops = elementaryModel({
  name: 'trainingFlops',
  symbol: 'F_6',
  summary: 'Operations that train a dense model',
  inputs: {
    parameters: parameterCount,
    tokens: inputOf('D', tokenUnit, '(0, ∞)', 'number of tokens trained on')
  },
  unit: flops,
  formula: ({ parameters: N, tokens: D }) =>
    number(6).times(N.per(parameterUnit)).times(D.per(tokenUnit)).of(flops),
  tier: 'model',
  constraint: 'a dense model, every parameter used for every token',
  sources: [from.kaplan2020]
})

/**
 * 20 · parameters: the tokens at which a budget of operations trains best.
 *
 * @example
 * import { computeOptimalTokens, parameters } from 'limen'
 * // Chinchilla.
 * computeOptimalTokens({ parameters: parameters(7e10) }) // right(1.400e12 token)
 *
 * @since 0.1.0
 */
export const computeOptimalTokens = elementaryModel({
  name: 'computeOptimalTokens',
  symbol: 'D_20',
  summary: 'Tokens to train a model of a given size on, for the best loss of a budget of operations',
  inputs: { parameters: parameterCount },
  unit: tokenUnit,
  formula: ({ parameters: N }) => number(20).times(N.per(parameterUnit)).of(tokenUnit),
  tier: 'model',
  constraint: 'compute-optimal training of a language model',
  sources: [from.hoffmann2022]
})

/**
 * anchorFlops · (parameters/anchorParameters)^exponent: a power law through a known model.
 *
 * @example
 * import { flops, parameters, powerLawFlops } from 'limen'
 * // From GPT-3 to a model of as many parameters as a brain has synapses.
 * const anchor = { anchorParameters: parameters(1.746e11), anchorFlops: flops(3.14e23) }
 * const given = { parameters: parameters(1e15), ...anchor, exponent: 1.25 }
 * powerLawFlops(given) // right(1.564e28 flop)
 *
 * @since 0.1.0
 */
export const powerLawFlops = elementaryModel({
  name: 'powerLawFlops',
  symbol: 'F_p',
  summary: 'Operations that train a model, by a power law through an anchor',
  inputs: {
    parameters: parameterCount,
    anchorParameters: inputOf('N_0', parameterUnit, '(0, ∞)', 'parameters of the anchor'),
    anchorFlops: inputOf('F_0', flops, '(0, ∞)', 'operations that trained the anchor'),
    exponent: inputOf('a', one, '(−∞, ∞)', 'exponent of the law')
  },
  unit: flops,
  formula: ({ parameters: N, anchorParameters: N0, anchorFlops: F0, exponent: a }) =>
    F0.times(pow(N.over(N0), a)),
  tier: 'model',
  constraint: 'the power law holds from the anchor to the model',
  sources: [from.epochModels]
})

/**
 * 2 · parameters · datasetSize · kT: quasi-static analogue training, asymptotically.
 *
 * @example
 * import { kelvin, parameters, quasiStaticAnalogTraining, tokens } from 'limen'
 * // As many parameters and tokens as GPT-3.
 * const size = { parameters: parameters(1.746e11), datasetSize: tokens(3e11) }
 * quasiStaticAnalogTraining({ temperature: kelvin(300), ...size }) // right(433.9 J)
 *
 * @since 0.1.0
 */
export const quasiStaticAnalogTraining = elementaryModel({
  name: 'quasiStaticAnalogTraining',
  symbol: 'E_Q',
  summary: 'Energy of training an analogue network quasi-statically, asymptotically',
  inputs: {
    temperature,
    parameters: parameterCount,
    datasetSize: inputOf('D', tokenUnit, '(0, ∞)', 'number of training examples')
  },
  unit: joules,
  formula: ({ temperature: T, parameters: N, datasetSize: D }) =>
    number(2).times(N.per(parameterUnit)).times(D.per(tokenUnit)).times(kT(T)),
  tier: 'model',
  constraint: 'quasi-static analogue networks only, asymptotically',
  sources: [from.tkachenko2025],
  processes: ['erasure']
})

/**
 * kT [b ln 2 + (2^b − 1)²/(f₀τ)]: narrowing a Gaussian parameter by 2^b on a ladder whose rung is the
 * final width.
 *
 * The trade-off of a ladder between energy, time and precision: b ln 2 for what is learned, and what
 * haste costs beyond.
 *
 * @example
 * import { annealedParameter, bits, gigahertz, kelvin, milliseconds } from 'limen'
 * const given = { temperature: kelvin(300), attemptRate: gigahertz(1), duration: milliseconds(1) }
 * annealedParameter({ ...given, precision: bits(8) }) // right(23.24 zJ/parameter)
 *
 * @since 0.5.0
 */
export const annealedParameter = elementaryModel({
  name: 'annealedParameter',
  symbol: 'E_b',
  summary: 'Heat of narrowing one parameter to a precision within a time, on a ladder of states',
  inputs: { temperature, precision, attemptRate, duration },
  unit: joulesPerParameter,
  formula: ({ temperature: T, precision: b, attemptRate: f0, duration: τ }) => {
    const nats = b.per(bits).times(ln2)
    return kT(T)
      .times(nats.plus(expm1(nats).squared().over(f0.times(τ))))
      .per(parameterUnit)
  },
  tier: 'model',
  constraint: 'the overdamped limit of a ladder whose rung is the final width of a Gaussian',
  sources: [from.aurell2012, from.derivedHere('annealedParameter')],
  processes: ['update']
})
