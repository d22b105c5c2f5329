/**
 * What `import 'limen'` gives: all of `api`, where each function is told in its room, with results that
 * show themselves.
 */
export * from './api'
export {
  certifiedEstimate,
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  estimate,
  estimateFile,
  estimateValue,
  explain,
  explainLedger,
  fileEstimator,
  headroom,
  parseTrace,
  runBarrier,
  sensitivities,
  solveProblem,
  sweep
} from './report/notebook/showing'
