/** What a ledger is computed from: the workload's counts and the design's constants. */
import { input, type Inputs } from '../formula/model'
import { attemptRate, duration, outputBits, positiveError, rows, temperature } from '../physics/inputs'
import { bits, joulesPerBit, joulesPerFlop, one, seconds } from '../units/si'
import { countInputs, inputsOf } from '../workload/counts'
import type { CountRules } from '../workload/known'

export const ledgerInputs = {
  ...countInputs,
  precision: input('b', bits, '(0, ∞)', 'precision of the solution'),
  duration,
  transfers: input('c', one, '[0, ∞)', 'consolidations of the whole model'),
  temperature,
  errorProbability: { ...positiveError, description: 'probability that an update goes wrong' },
  attemptRate,
  retentionTime: input('t_r', seconds, '(0, ∞)', 'time that a static memory must hold the solution'),
  failureProbability: input('p_r', one, '(0, 1)', 'probability that any cell fails within that time'),
  writeTime: input('t_w', seconds, '(0, ∞)', 'time of one write of a static memory'),
  writeErrorProbability: input('p_w', one, '(0, ½)', 'probability that such a write fails'),
  outputBits,
  rows,
  movementEnergy: input(
    'E_b',
    joulesPerBit,
    '[0, ∞)',
    'energy of moving one bit between memory and processor'
  ),
  acceleratorEnergy: input('E_f', joulesPerFlop, '[0, ∞)', 'energy of one operation of the accelerator')
} as const

/** Where the convergence shape is measured, it is an input too. */
export const shapeInput = input('σ', one, '[0, 1]', 'measured convergence shape')

/** The inputs of a ledger whose counts and convergence are told so. */
export const inputsBy = (rules: CountRules, isMeasured: boolean): Inputs => {
  const { updates: _u, macs: _m, flops: _f, ...rest } = ledgerInputs
  return { ...inputsOf(rules), ...rest, ...(isMeasured ? { shape: shapeInput } : {}) }
}
