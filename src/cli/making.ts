/** How an exact ledger is made of a workload, and a certified one. */
import type { AnyEstimate } from '../report/ledger'
import {
  certifiedEstimateFile,
  certifiedEstimateValue,
  estimateFile,
  estimateValue
} from '../schema/workload-file'
import type { Making } from './workload'

export const exact: Making<AnyEstimate> = { ofText: estimateFile, ofValue: estimateValue }
export const certified: Making<AnyEstimate> = {
  ofText: certifiedEstimateFile,
  ofValue: certifiedEstimateValue
}
