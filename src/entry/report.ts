/**
 * What is told of results: text, Markdown, CSV, JSON, pictures and reports.
 *
 * @packageDocumentation
 */
export { answerJson } from '../report/data/answer'
export { explanationJson } from '../report/data/explanation'
export { decodeCertifiedEstimate, decodeEstimate } from '../report/data/form/estimate'
export type {
  ReadDecades,
  ReadDesign,
  ReadEntry,
  ReadEstimate,
  ReadOutside,
  ReadParadigm,
  ReadPart
} from '../report/data/form/read'
export { gridCsv, gridJsonLines, type GridPieces } from '../report/data/grid'
export { headroomCsv, headroomJson } from '../report/data/headroom'
export { ledgerCsv, ledgerJson, ledgerJsonLine, ledgerMarkdown } from '../report/data/ledger'
export { problemsJsonLine } from '../report/data/problems'
export { jsonSchema, jsonSchemas, type SchemaName } from '../report/data/schemas'
export { frontCsv, frontJson } from '../report/data/front'
export { optimumJson } from '../report/data/optimum'
export { solutionJson } from '../report/data/solution'
export { traceJson } from '../report/data/trace'
export { ledgerHtml, ledgerReportMarkdown, type ReportOptions } from '../report/document/ledger-report'
export type { Provenance } from '../report/document/report'
export { comparison, type Comparison, type ComparisonInput } from '../report/headroom'
export type { AnyEstimate } from '../report/ledger'
export { show, toMimeBundle, type Display } from '../report/notebook/show'
export { barrierPicture, type BarrierOptions } from '../report/picture/barrier'
export { experimentsPicture } from '../report/picture/experiments'
export { frontPicture } from '../report/picture/front'
export { gridPicture, type GridPictureOptions } from '../report/picture/grid'
export { hardwarePicture } from '../report/picture/hardware'
export { ledgerPicture } from '../report/picture/ledger'
export type { Breadth, PictureOptions } from '../report/picture/picture'
export { sensitivityPicture, type DrawnSensitivities } from '../report/picture/sensitivity'
export type { Scheme } from '../report/picture/style'
export { sweepPicture, type SweepOptions } from '../report/picture/sweep'
export { timePicture } from '../report/picture/time'
export { qualityOf, type Quality } from '../report/solution'
export { answerText } from '../report/text/answer'
export { derivationText } from '../report/text/derivation'
export { explanationText } from '../report/text/explanation'
export { frontText } from '../report/text/front'
export { headroomMarkdown, headroomText } from '../report/text/headroom'
export { ledgerSummary, ledgerText, type Paint } from '../report/text/ledger'
export { modelText } from '../report/text/model'
export { modelLatex } from '../report/text/model-latex'
export { sideBySideText, type NamedLedger } from '../report/text/side-by-side'
export { optimumText } from '../report/text/optimum'
export { solutionText } from '../report/text/solution'
export { traceText } from '../report/text/trace'
