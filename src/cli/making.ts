/** How an exact ledger is made of a workload, and a certified one. */
import type * as E from 'fp-ts/lib/Either.js'
import type { AnyEstimate } from '../report/ledger'
import type { SchemaError } from '../schema/problem'
import {
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  estimateFile,
  estimateValue,
  fileEstimator,
  type FileOptions,
  type Overrides
} from '../schema/workload-file'
import type { Making } from './workload'

interface Estimating extends Making<AnyEstimate> {
  /** The same of many texts. */
  readonly ofMany: (
    options: FileOptions
  ) => (text: string, overrides: Overrides) => E.Either<SchemaError, AnyEstimate>
}

export const exact: Estimating = { ofText: estimateFile, ofValue: estimateValue, ofMany: fileEstimator }

export const certified: Estimating = {
  ofText: certifiedEstimateFile,
  ofValue: certifiedEstimateValue,
  ofMany: certifiedFileEstimator
}
