/** What a ledger is computed from: the workload's counts and the design's constants. */
import { input } from '../formula/model'
import { attemptRate, duration, outputBits, positiveError, rows, temperature } from '../physics/inputs'
import {
  bits,
  flops,
  joulesPerBit,
  joulesPerFlop,
  macs,
  one,
  parameters,
  seconds,
  updates
} from '../units/si'

export const ledgerInputs = {
  parameters: input('N', parameters, '(0, ∞)', 'number of parameters'),
  updates: input('U', updates, '(0, ∞)', 'number of updates, of all parameters together'),
  macs: input('M', macs, '[0, ∞)', 'number of multiply-accumulates'),
  flops: input('F', flops, '[0, ∞)', 'number of operations'),
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

export const measuredInputs = { ...ledgerInputs, shape: shapeInput } as const
