/**
 * All of limen for a notebook or a prompt, in one import, with results that show themselves.
 */
export * from '../api'
export {
  certifiedEstimate,
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  certifiedSweep,
  estimate,
  estimateFile,
  estimateValue,
  explain,
  explainLedger,
  fileEstimator,
  headroom,
  learn,
  parseTrace,
  runBarrier,
  sampleTrajectories,
  sensitivities,
  simulate,
  solveProblem,
  sweep
} from '../report/notebook/showing'
import { modelLatex } from '../report/notebook/show'
import { richer } from '../physics/model'

// eslint-disable-next-line no-restricted-syntax -- what this entry is for: from here on models show themselves as LaTeX
richer.latexOf = modelLatex
