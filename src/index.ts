/**
 * limen: what learning must cost at the least, what machines pay for it, and how far above a design is.
 *
 * Here is what all else stands on: units, models and their readings, bounds, ledgers. Files, solvers, cited
 * hardware, questions and reports have entries of their own, so that who does not use them does not load them.
 *
 * @packageDocumentation
 */
export * from './bound/compose'
export * from './bound/instances'
export { binary, unary, type Algebra, type Binary, type Constant, type Unary } from './formula/algebra'
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
export { fold } from './formula/program'
export type { DesignPart, FigurePart, FormulaPart, OwnDesign } from './ledger/design'
export type { ActionEnergy, ActionKind, EnergyTable, TotalEnergy } from './ledger/energy-table'
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
export { certifiedEstimate, estimate } from './ledger/estimate'
export { explainableNames, type Explanation } from './ledger/explain'
export { explainLedger } from './ledger/explain'
export { ledgerGrid, type Axis, type GridBlock, type GridPart, type LedgerGrid } from './ledger/grid'
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
export { headroom } from './ledger/headroom'
export type { Cooling } from './ledger/inputs'
export { ledgerModels, type LedgerModels, type ParadigmModels, type RowModels } from './ledger/models'
export type { Convergence, ParadigmName, Place, Wall } from './ledger/paradigms'
export type { BarrierPoint, RunBarrier, RunBarrierOptions } from './ledger/run-barrier'
export { runBarrier } from './ledger/run-barrier'
export type { Design, Measured, Scenario, Workload } from './ledger/scenario'
export { spaced, spacingOf, type Spacing } from './ledger/spaced'
export type { CertifiedSweep, Sweep, SweptParadigm } from './ledger/sweep'
export { ledgerCoq } from './ledger/coq'
export { ledgerSql, type LedgerSql } from './ledger/sql'
export {
  ledgerColumns,
  sweepable,
  type LedgerColumn,
  type LedgerRowName,
  type LedgerSpreads
} from './ledger/columns'
export { certifiedSweep, sweep } from './ledger/sweep'
export * from './physics/choices'
export * from './physics/consolidation'
export * as inputs from './physics/inputs'
export * from './physics/learning'
export * from './physics/memory'
export type { Definition, Model } from './physics/model'
export { modelNamed, models, sections, type ModelName } from './physics/models'
export * from './physics/optima'
export { model } from './physics/own'
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
export {
  column,
  evaluateColumns,
  evaluateColumnsOf,
  type Column,
  type Columns,
  type ColumnsOf,
  type Spread
} from './reading/columns'
export { evaluateNumber } from './reading/evaluate-number'
export type { Derivation, DerivedInput } from './reading/explain'
export { explain } from './reading/explain'
export { intervalAlgebra, intervalOf, type Interval } from './reading/interval'
export { inverse, type Inverted } from './reading/inverse'
export { latexDefinitions, nodeLatex, relationLatex, toLatex } from './reading/latex'
export { symbolLatex } from './reading/latex-symbol'
export { numberAlgebra } from './reading/number'
export { sensitivities, type Sensitive, type Sensitivity } from './reading/sensitivities'
export { sensitivitiesNumber } from './reading/sensitivities-number'
export { toCoq, toCoqAll } from './reading/coq'
export { toSql, toSqlAll, type SqlOptions } from './reading/sql'
export { sqlDialects, type SqlDialect } from './reading/sql-dialect'
export { nodeText } from './reading/text'
export type { Models } from './reading/together'
export type { Rounding } from './units/decimal'
export * from './units/dimension'
export { LimenError, orThrow } from './units/either'
export { between, plusMinus, type Certainty, type Enclosure, type Stated } from './units/enclosure'
export type { Exponent, OutOfRange } from './units/exponent'
export { format, formatWith, type FormatOptions } from './units/format'
export { EqQuantity, OrdQuantity } from './units/instances'
export { parse, type UnitError } from './units/parse'
export { prefixes, type Prefix } from './units/prefix'
export { add, compare, divide, equals, multiply, squareRoot, subtract, type Quantity } from './units/quantity'
export { range, type End, type Range, type RangeText } from './units/range'
export type { MimeBundle } from './units/show'
export * from './units/si'
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
export { counts, type Counts } from './workload/counts'
export type { RunStep } from './workload/envelope'
export type {
  CountRules,
  Derived,
  Known,
  Operations,
  PerBatch,
  TrainedOn,
  UpdateRule
} from './workload/known'
export { reverseWaterFilling, type WaterFilling } from './workload/reverse-water-filling'
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
