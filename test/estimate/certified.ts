/** Certified ledgers of workload files to test with. */
import * as E from 'fp-ts/lib/Either.js'
import type { SchemaProblem } from '../../src/shape/problem'
import {
  certifiedEstimateFile,
  type CertifiedEstimate,
  type Overrides
} from '../../src/estimate/workload-file'
import { right } from '../ledger/reference'

export const readCertified = (
  source: string,
  overrides: Overrides = {},
  digits?: number
): CertifiedEstimate =>
  right(certifiedEstimateFile(source, overrides, digits === undefined ? {} : { digits }))

/** All that is wrong with a file, for a certified ledger. */
export const certifiedProblems = (source: string, overrides: Overrides = {}): readonly SchemaProblem[] => {
  const estimate = certifiedEstimateFile(source, overrides)
  if (E.isRight(estimate)) throw new Error('expected problems, got an estimate')
  return estimate.left.problems
}

/** Values that a design may have in place of exact ones, by the names of their fields. */
export const doubts: Overrides = {
  temperature: '300 K ± 2 K',
  movementEnergy: '[3.9, 4] pJ/bit',
  updates: '5e28 update ± 10 %',
  acceleratorEnergy: '[0.7, 0.71] pJ/flop'
}
