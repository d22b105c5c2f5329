/**
 * What reads and writes files: workloads, traces, energies of other tools; and the ledger of a file.
 *
 * @packageDocumentation
 */
export { axisFrom, type AxisText, type AxisList, type AxisRange } from '../estimate/axis'
export { certifiedGridFile, certifiedGridValue } from '../estimate/certified-grid'
export {
  gridFile,
  gridValue,
  type FileAxis,
  type FileGrid,
  type FileGridBlock,
  type GridGap
} from '../estimate/grid'
export { frontFile, frontValue, type FileFigure, type FileFront, type FrontWish } from '../estimate/front'
export {
  optimiseFile,
  optimiseValue,
  type FileChoice,
  type FileOptimum,
  type Wish
} from '../estimate/optimise'
export type { Supplied, Supplies } from '../estimate/supplied'
export { suppliesOfTrace } from '../estimate/trace-supplies'
export {
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  estimateFile,
  estimateValue,
  fileEstimator
} from '../estimate/workload-file'
export type {
  Assumption,
  CertifiedEstimate,
  Estimate,
  FileEstimator,
  FileOptions,
  Overrides
} from '../estimate/workload-file'
export { decodeActionCounts, type ActionCount, type ActionCounts } from '../format/accelergy/action-counts'
export { decodeEnergyEstimation } from '../format/accelergy/energy-estimation'
export { decodeErt } from '../format/accelergy/ert'
export { joinCounts, type JoinedCounts, type UnmatchedCount } from '../format/accelergy/join-counts'
export { decodePlugInCsv } from '../format/accelergy/plug-in-csv'
export { ertYaml } from '../format/accelergy/write-ert'
export { pluginCsv, type PluginOptions } from '../format/accelergy/write-plug-in-csv'
export { decodeCodeCarbon } from '../format/codecarbon/codecarbon'
export { decodeEnergyFile } from '../format/energies/energy-file'
export { decodeEnergies } from '../format/energies/own'
export { energiesJson } from '../format/energies/write'
export { hwcomponentsPython } from '../format/hwcomponents/write'
export { decodeNeuroSimBreakdown } from '../format/neurosim/neurosim'
export { decodeNeuroSimOutput } from '../format/neurosim/output'
export { decodeNvsimCell } from '../format/nvsim/nvsim'
export { decodeNvsimResult } from '../format/nvsim/result'
export type { TextFile } from '../format/text/written'
export { decodeTimeloopStats } from '../format/timeloop/timeloop'
export type { ClockColumn, ClockOptions } from '../format/trace/clock'
export type { ColumnNames, StepSize, TraceColumn } from '../format/trace/columns'
export { parseTrace } from '../format/trace/file'
export { traceReader, type TraceOptions, type TraceReader, type TraceReading } from '../format/trace/file'
export { traceCsv, traceJsonLines } from '../format/trace/write'
export { decodeDesigns, type Energies } from '../format/workload/designs'
export { decodeScenario, decodeUncertainScenario, scenario } from '../format/workload/scenario'
export type { JsonSchema } from '../shape/json-schema'
export type { SchemaError, SchemaProblem } from '../shape/problem'
