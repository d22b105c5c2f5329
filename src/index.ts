/**
 * limen: the least energy that learning can cost, where it goes, and how far above it a design is.
 *
 * @packageDocumentation
 */
export * from './bound/compose'
export * from './bound/instances'
export { derivativeBy } from './formula/derivative'
export * from './formula/expression'
export { claimOf, input, tiers, weakestTier } from './formula/model'
export type {
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
export { range, type End, type Range, type RangeText } from './formula/range'
export {
  certifiedEstimate,
  estimate,
  type CertifiedLedger,
  type Found,
  type Ledger,
  type LedgerEntry,
  type Paradigm
} from './ledger/estimate'
export { explainableNames, explainLedger, type Explanation } from './ledger/explain'
export { ledgerModels, type LedgerModels, type ParadigmModels } from './ledger/models'
export type { Convergence, ParadigmName, Wall } from './ledger/paradigms'
export type { Design, Scenario, Workload } from './ledger/scenario'
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
export { explain, type Derivation, type DerivedInput } from './reading/explain'
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
export { sensitivities, sensitivitiesNumber, type Sensitive, type Sensitivity } from './reading/sensitivities'
export { nodeText } from './reading/text'
export type { Models } from './reading/together'
export { derivationText } from './report/derivation-text'
export { explanationJson, explanationText } from './report/explanation'
export type { AnyEstimate } from './report/ledger'
export { ledgerCsv, ledgerJson, ledgerMarkdown } from './report/ledger-data'
export { ledgerText, type Paint } from './report/ledger-text'
export { modelLatex } from './report/model-latex'
export { modelText } from './report/model-text'
export type { SchemaError, SchemaProblem } from './schema/problem'
export { decodeScenario, decodeUncertainScenario, scenario } from './schema/scenario'
export {
  certifiedEstimateFile,
  estimateFile,
  type Assumption,
  type CertifiedEstimate,
  type Estimate,
  type Overrides
} from './schema/workload-file'
export { facts, type Evidence, type Fact } from './technology/facts'
export * from './units/dimension'
export { between, plusMinus, type Certainty, type Enclosure, type Stated } from './units/enclosure'
export type { Exponent, OutOfRange } from './units/exponent'
export { format, formatWith, type FormatOptions } from './units/format'
export { parse, type UnitError } from './units/parse'
export type { Rounding } from './units/decimal'
export { add, compare, divide, multiply, squareRoot, subtract, type Quantity } from './units/quantity'
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
  prefixes,
  type Prefix,
  type Prefixer,
  type Unit
} from './units/unit'
export { counts, type Counts } from './workload/counts'
export type { CountRules, Derived, Known, Operations, UpdateRule } from './workload/known'
