/** How an exact ledger is made of a workload, and a certified one. */
import type * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import type { SchemaError } from '../shape/problem'
import {
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  estimateFile,
  estimateValue,
  fileEstimator,
  type CertifiedEstimate,
  type Estimate,
  type FileOptions,
  type Overrides
} from '../estimate/workload-file'
import type { Flags, Making } from './workload'

/** How ledgers of one kind are made: of a text, of a value, of many texts. */
export interface Estimating<A extends AnyEstimate> extends Making<A> {
  readonly ofMany: (options: FileOptions) => (text: string, overrides: Overrides) => E.Either<SchemaError, A>
}

export const exact: Estimating<Estimate> = {
  ofText: estimateFile,
  ofValue: estimateValue,
  ofMany: fileEstimator
}

export const certified: Estimating<CertifiedEstimate> = {
  ofText: certifiedEstimateFile,
  ofValue: certifiedEstimateValue,
  ofMany: certifiedFileEstimator
}

/** The one that flags ask for. */
export const makingOf = (flags: Flags): Estimating<AnyEstimate> =>
  flags['certified'] === true ? certified : exact
