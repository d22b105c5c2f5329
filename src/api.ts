/**
 * limen: what learning must cost at the least, what machines pay for it, and how far above a design is.
 *
 * @packageDocumentation
 */
export * from './bound/compose'
export * from './bound/instances'
export { derivativeBy } from './formula/derivative'
export * from './formula/expression'
export { claimOf, input, isBound, narrowestTier, tiers } from './formula/model'
export type {
  Claim,
  Condition,
  DimensionOf,
  Given,
  Input,
  Node,
  Relation,
  Inputs,
  ModelData,
  Process,
  Source,
  Term,
  Tier,
  Values
} from './formula/model'
export { binary, unary, type Algebra, type Binary, type Constant, type Unary } from './formula/algebra'
export { fold } from './formula/program'
export { range, type End, type Range, type RangeText } from './units/range'
export type {
  CertifiedLedger,
  Found,
  Ledger,
  LedgerEntry,
  LedgerRow,
  OutsideDomain,
  Paradigm,
  PartEntry
} from './ledger/estimate'
export { citedDesign } from './ledger/cited-design'
export type { DesignPart, FigurePart, FormulaPart, OwnDesign } from './ledger/design'
export {
  floorTable,
  type ActionAgainst,
  type ActionHeadroom,
  type Headroom,
  type HeadroomOptions,
  type Spent,
  type StaticMemory,
  type TotalHeadroom,
  type WallAgainst,
  type Word,
  type WordBits
} from './ledger/headroom'
export { explainableNames, type Explanation } from './ledger/explain'
export type { Cooling } from './ledger/inputs'
export { ledgerModels, type LedgerModels, type ParadigmModels, type RowModels } from './ledger/models'
export type { Convergence, ParadigmName, Place, Wall } from './ledger/paradigms'
export type { Design, Measured, Scenario, Workload } from './ledger/scenario'
export type { BarrierPoint, RunBarrier, RunBarrierOptions } from './ledger/run-barrier'
export { spaced, spacingOf, type Spacing } from './ledger/spaced'
export { sweepable, type Sweep, type SweptParadigm } from './ledger/sweep'
export * from './physics/choices'
export * from './physics/consolidation'
export * as inputs from './physics/inputs'
export * from './physics/learning'
export * from './physics/memory'
export { model, type Definition, type Model } from './physics/model'
export { modelNamed, models, sections, type ModelName } from './physics/models'
export * from './physics/read'
export * from './physics/thermodynamics'
export * from './physics/update'
export {
  certify,
  certifyAll,
  type Certifications,
  type Certified,
  type Uncertain,
  type UncertainValues
} from './reading/certify'
export { decimalAlgebra } from './reading/decimal'
export type { ModelError, Problem } from './reading/error'
export {
  evaluate,
  evaluateAll,
  type Evaluated,
  type EvaluateOptions,
  type Evaluations,
  type InputsOf
} from './reading/evaluate'
export type { Derivation, DerivedInput } from './reading/explain'
export {
  column,
  evaluateColumns,
  evaluateNumber,
  type Column,
  type Columns,
  type Spread
} from './reading/evaluate-number'
export { intervalAlgebra, intervalOf, type Interval } from './reading/interval'
export { latexDefinitions, nodeLatex, relationLatex, toLatex } from './reading/latex'
export { symbolLatex } from './reading/latex-symbol'
export { numberAlgebra } from './reading/number'
export { sensitivitiesNumber, type Sensitive, type Sensitivity } from './reading/sensitivities'
export { toSql, toSqlAll, type SqlOptions } from './reading/sql'
export { sqlDialects, type SqlDialect } from './reading/sql-dialect'
export { nodeText } from './reading/text'
export type { Models } from './reading/together'
export * as ask from './question/ask'
export type { Answer, AnswerFigure, Question, QuestionName, Unsaid } from './question/answer'
export { derivationText } from './report/text/derivation'
export { energiesJson } from './format/energies/write'
export { ertYaml } from './format/accelergy/write-ert'
export { hwcomponentsPython } from './format/hwcomponents/write'
export { pluginCsv, type PluginOptions } from './format/accelergy/write-plug-in-csv'
export type { TextFile } from './format/text/written'
export { comparison, type Comparison, type ComparisonInput } from './report/headroom'
export { headroomCsv, headroomJson } from './report/data/headroom'
export { headroomMarkdown, headroomText } from './report/text/headroom'
export { problemsJsonLine } from './report/data/problems'
export { answerJson } from './report/data/answer'
export { answerText } from './report/text/answer'
export { explanationJson } from './report/data/explanation'
export { explanationText } from './report/text/explanation'
export type { AnyEstimate } from './report/ledger'
export { ledgerCsv, ledgerJson, ledgerJsonLine, ledgerMarkdown } from './report/data/ledger'
export { ledgerSummary, ledgerText, type Paint } from './report/text/ledger'
export { sideBySideText, type NamedLedger } from './report/text/side-by-side'
export { modelLatex } from './report/text/model-latex'
export { modelText } from './report/text/model'
export { ledgerHtml, ledgerReportMarkdown, type ReportOptions } from './report/document/ledger-report'
export type { Provenance } from './report/document/report'
export { hardwarePicture } from './report/picture/hardware'
export { ledgerPicture } from './report/picture/ledger'
export type { Breadth, PictureOptions } from './report/picture/picture'
export type { Scheme } from './report/picture/style'
export { barrierPicture, type BarrierOptions } from './report/picture/barrier'
export { sweepPicture, type SweepOptions } from './report/picture/sweep'
export { sensitivityPicture, type DrawnSensitivities } from './report/picture/sensitivity'
export { show, toMimeBundle, type Display } from './report/notebook/show'
export type { ActionEnergy, ActionKind, EnergyTable, TotalEnergy } from './ledger/energy-table'
export { certifiedEstimate, estimate } from './ledger/estimate'
export { explainLedger } from './ledger/explain'
export { headroom } from './ledger/headroom'
export { runBarrier } from './ledger/run-barrier'
export { ledgerSql, type LedgerSql } from './ledger/sql'
export { sweep } from './ledger/sweep'
export { explain } from './reading/explain'
export { sensitivities } from './reading/sensitivities'
export {
  certifiedEstimateFile,
  certifiedEstimateValue,
  certifiedFileEstimator,
  estimateFile,
  estimateValue,
  fileEstimator
} from './estimate/workload-file'
export { solveProblem } from './estimate/solve-file'
export { parseTrace } from './format/trace/file'
export { qualityOf, type Quality } from './report/solution'
export { solutionJson } from './report/data/solution'
export { solutionText } from './report/text/solution'
export { traceJson } from './report/data/trace'
export { traceText } from './report/text/trace'
export { traceCsv, traceJsonLines } from './format/trace/write'
export { fromModel, type CitedWorkload } from './estimate/cited-model'
export { decodeActionCounts, type ActionCount, type ActionCounts } from './format/accelergy/action-counts'
export { decodeDesigns, type Energies } from './format/workload/designs'
export { decodeCodeCarbon } from './format/codecarbon/codecarbon'
export { decodeEnergyEstimation } from './format/accelergy/energy-estimation'
export { decodeEnergyFile } from './format/energies/energy-file'
export { decodeErt } from './format/accelergy/ert'
export { joinCounts, type JoinedCounts, type UnmatchedCount } from './format/accelergy/join-counts'
export { decodeNeuroSimBreakdown } from './format/neurosim/neurosim'
export { decodeNeuroSimOutput } from './format/neurosim/output'
export { decodeNvsimCell } from './format/nvsim/nvsim'
export { decodeNvsimResult } from './format/nvsim/result'
export { decodeEnergies } from './format/energies/own'
export { decodePlugInCsv } from './format/accelergy/plug-in-csv'
export { decodeTimeloopStats } from './format/timeloop/timeloop'
export { decodeCoo } from './format/ising/coo'
export { decodeDimod } from './format/ising/dimod'
export { decodeGset } from './format/ising/gset'
export { decodeIsing, type NamedIsing } from './format/ising/ising'
export { decodeQbsolv } from './format/ising/qbsolv'
export { citedModel } from './estimate/model-name'
export type { JsonSchema } from './shape/json-schema'
export { decodeCertifiedEstimate, decodeEstimate } from './report/data/form/estimate'
export type {
  ReadDecades,
  ReadDesign,
  ReadEntry,
  ReadEstimate,
  ReadOutside,
  ReadParadigm,
  ReadPart
} from './report/data/form/read'
export { jsonSchema, jsonSchemas, type SchemaName } from './report/data/schemas'
export type { SchemaError, SchemaProblem } from './shape/problem'
export { decodeProblem, type IsingFile, type ProblemFile, type QuadraticFile } from './format/problem-file'
export { decodeQps, type QpsProgram } from './format/quadratic/qps/program'
export { decodeQuadraticProgram, type NamedProgram } from './format/quadratic/quadratic-program'
export { decodeScenario, decodeUncertainScenario, scenario } from './format/workload/scenario'
export { solvedWorkload, type Solved, type SolveOptions } from './estimate/solve-file'
export type { Supplied, Supplies } from './estimate/supplied'
export type { ClockColumn, ClockOptions } from './format/trace/clock'
export type { ColumnNames, StepSize, TraceColumn } from './format/trace/columns'
export { traceReader, type TraceOptions, type TraceReader, type TraceReading } from './format/trace/file'
export { suppliesOfTrace } from './estimate/trace-supplies'
export type {
  Assumption,
  CertifiedEstimate,
  Estimate,
  FileEstimator,
  FileOptions,
  Overrides
} from './estimate/workload-file'
export { accelerators, type Accelerator } from './technology/accelerators'
export { brainCounts, brainPowers } from './technology/brain'
export { chips, type CitedChip } from './technology/chips'
export { devices, type Device } from './technology/devices'
export { facts, type Evidence, type Fact } from './technology/facts'
export { isingEnergies, isingTimes } from './technology/ising'
export { learningEnergies } from './technology/learning'
export { memoryEnergies } from './technology/memories'
export { citedModels, type CitedModel, type Confidence, type NumericalFormat } from './technology/models'
export { neuromorphicEnergies } from './technology/neuromorphic'
export { operationEnergies } from './technology/operations'
export { factTables } from './technology/tables'
export { spinUpdateEnergies, updateEnergies } from './technology/updates'
export * from './units/dimension'
export { LimenError, orThrow } from './units/either'
export { between, plusMinus, type Certainty, type Enclosure, type Stated } from './units/enclosure'
export type { Exponent, OutOfRange } from './units/exponent'
export { format, formatWith, type FormatOptions } from './units/format'
export { EqQuantity, OrdQuantity } from './units/instances'
export { parse, type UnitError } from './units/parse'
export type { Rounding } from './units/decimal'
export { add, compare, divide, equals, multiply, squareRoot, subtract, type Quantity } from './units/quantity'
export * from './units/si'
export type { MimeBundle } from './units/show'
export { prefixes, type Prefix } from './units/prefix'
export { parseUncertain } from './units/uncertain'
export {
  atto,
  dot,
  exa,
  femto,
  giga,
  inUnit,
  kilo,
  mega,
  micro,
  milli,
  nano,
  per,
  peta,
  pico,
  tera,
  unit,
  yocto,
  zepto,
  type Prefixer,
  type Unit
} from './units/unit'
export { anneal, type Annealing, type AnnealOptions } from './workload/ising/annealing'
export { counts, type Counts } from './workload/counts'
export type { RunStep } from './workload/envelope'
export { colouring, type Colouring } from './workload/ising/colouring'
export { isingProblem, maxCut, type Coupling, type IsingProblem } from './workload/ising/problem'
export { cutSize, isingEnergy } from './workload/ising/energy'
export { qubo } from './workload/ising/qubo'
export type {
  CountRules,
  Derived,
  Known,
  Operations,
  PerBatch,
  TrainedOn,
  UpdateRule
} from './workload/known'
export {
  solveQuadraticProgram,
  type QuadraticOptions,
  type QuadraticSolution
} from './workload/quadratic/primal-dual'
export type { DataProblem, QuadraticError } from './workload/quadratic/error'
export {
  quadraticProgram,
  type MatrixData,
  type QuadraticData,
  type QuadraticProgram
} from './workload/quadratic/program'
export type { QuadraticResiduals } from './workload/quadratic/residuals'
export {
  fowlerNordheimSchedule,
  geometricSchedule,
  logarithmicSchedule,
  temperatureRange,
  type Schedule,
  type ScheduleName,
  type TemperatureRange
} from './workload/ising/schedule'
export type { SparseMatrix, Triplet } from './workload/quadratic/sparse'
export {
  measuredConvergence,
  noSteps,
  runOf,
  stepsOf,
  summaryOf,
  withStep,
  type MeasuredConvergence,
  type NoConvergence,
  type Run,
  type Trace,
  type TraceStep,
  type TraceSummary
} from './workload/trace'
