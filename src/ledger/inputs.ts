/** What a ledger is computed from: the workload's counts and the design's constants. */
import { input, type Inputs, type ModelData, type Values } from '../formula/model'
import { attemptRate, duration, outputBits, positiveError, rows, temperature } from '../physics/inputs'
import { refrigeration } from '../physics/thermodynamics'
import { staticUpdate } from '../physics/update'
import { bits, joulesPerBit, joulesPerFlop, one, seconds } from '../units/si'
import { countInputs, inputsOf } from '../workload/counts'
import type { CountRules } from '../workload/known'

export const ledgerInputs = {
  ...countInputs,
  precision: input('b', bits, '(0, ∞)', 'precision of the solution'),
  duration,
  transfers: input('c', one, '[0, ∞)', 'consolidations of the whole model'),
  temperature,
  solutionErrorProbability: {
    ...positiveError,
    symbol: 'ε_s',
    description: 'probability that a bit of the solution is wrong'
  },
  errorProbability: { ...positiveError, description: 'probability that an update goes wrong' },
  attemptRate,
  hopsPerUpdate: input('h₁', one, '(0, ∞)', 'rungs that the first update of a parameter moves'),
  retentionTime: input('t_r', seconds, '(0, ∞)', 'time that a static memory must hold the solution'),
  failureProbability: input('p_r', one, '(0, 1)', 'probability that any cell fails within that time'),
  writeTime: input('t_w', seconds, '(0, ∞)', 'time of one write of a static memory'),
  writeErrorProbability: input('p_w', one, '(0, ½)', 'probability that such a write fails'),
  flipProbability: staticUpdate.inputs.flipProbability,
  outputBits,
  rows,
  movementEnergy: input(
    'E_b',
    joulesPerBit,
    '[0, ∞)',
    'energy of moving one bit between memory and processor'
  ),
  reuse: input('s', one, '[1, ∞)', 'macs served by one operand that is fetched'),
  acceleratorEnergy: input('E_f', joulesPerFlop, '[0, ∞)', 'energy of one operation of the accelerator')
} as const

/** Where the convergence is measured, what was measured are inputs too. */
export const measuredInputs = {
  meanStep: input('ᾱ', one, '(0, 1]', 'measured mean of the steps, relative to the largest'),
  shape: input('σ', one, '[0, 1]', 'measured convergence shape'),
  stepRange: input('b_α', bits, '[0, ∞)', 'how far the measured steps shrink: log₂ of largest over smallest')
} as const

/**
 * How the heat leaves: where it arises; or pumped out by a perfect machine, or one as good as stated.
 *
 * @since 0.5.0
 */
export type Cooling = 'none' | 'perfect' | 'stated'

const { ambientTemperature, carnotFraction } = refrigeration.inputs

/** Where the heat is pumped out, what that takes. */
export const coolingInputs = { ambientTemperature, carnotFraction } as const

const coolingBy: { readonly [C in Cooling]: Inputs } = {
  none: {},
  perfect: { ambientTemperature },
  stated: coolingInputs
}

/** The inputs of a ledger whose counts, convergence and cooling are told so. */
export const inputsBy = (rules: CountRules, isMeasured: boolean, cooling: Cooling): Inputs => {
  const { updates: _u, macs: _m, flops: _f, ...rest } = ledgerInputs
  return Object.freeze({
    ...inputsOf(rules),
    ...rest,
    ...(isMeasured ? measuredInputs : {}),
    ...coolingBy[cooling]
  })
}

/** What a model takes of the values that a ledger holds: what is of one design is of no other row. */
export const givenTo =
  (all: Readonly<Record<string, unknown>>) =>
  ({ inputs }: Pick<ModelData, 'inputs'>): Values<ModelData['inputs']> =>
    Object.fromEntries(Object.keys(inputs).map((name) => [name, all[name]])) as Values<ModelData['inputs']> // it holds them
