/** The report of a ledger to hand on, in one file. */
import { aFunction, aNumber, aText, expecting, optional, options } from '../../units/argument'
import type { FileFront } from '../../estimate/front'
import { anEstimate } from '../../estimate/workload-file'
import { aFront } from '../front'
import type { AnyEstimate } from '../ledger'
import { htmlPage, type HtmlOptions } from './html'
import { markdown } from './markdown'
import { reportBlocks, type Provenance } from './report'

const aProvenance = options({ program: aText, command: aText, date: aText })

/** How a report is made. @since 0.4.0 */
export interface ReportOptions extends HtmlOptions {
  /** Significant digits that are printed. Default: 4. */
  readonly digits?: number
  /** How and when it was made; nothing is said of what is left out. @since 0.8.0 */
  readonly provenance?: Provenance
  /** What may be traded, such as `frontFile` gives, as a section of its own. @since 0.11.0 */
  readonly front?: FileFront
}

/**
 * A ledger as a page of HTML that needs no other file, no script and no network: on its first page
 * the answer, the ledger and its picture; then in words, in figures and formulas, with its assumptions and sources. Formulas are set by `typeset`,
 * such as KaTeX's; without one their LaTeX stands there.
 *
 * @example
 * import { estimateFile } from 'limen/files'
 * import { ledgerHtml } from 'limen/report'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const file = '{ "name": "A network", "workload": { "parameters": 1e9, "precision": "8 bit", "convergence": "powerLaw", "duration": "1 d", "operations": "computeOptimal", "updates": "one per token" } }'
 * pipe(estimateFile(file), E.map((estimate) => ledgerHtml(estimate).split('\n').find((line) => line.startsWith('<title>'))))
 * // right('<title>A network</title>')
 *
 * @since 0.4.0
 */
export const ledgerHtml = expecting(
  'ledgerHtml',
  {
    estimate: anEstimate,
    options: options({ typeset: aFunction, digits: aNumber, provenance: aProvenance, front: aFront })
  },
  (estimate: AnyEstimate, { digits, provenance = {}, front, ...options }: ReportOptions = {}): string =>
    htmlPage(estimate.ledger.scenario.name, reportBlocks(estimate, digits, provenance, front), options)
)

/**
 * The same as Markdown, its formulas between dollars as GitHub and Jupyter read them, without the
 * pictures.
 *
 * @since 0.4.0
 */
export const ledgerReportMarkdown = expecting(
  'ledgerReportMarkdown',
  { estimate: anEstimate, digits: optional(aNumber), provenance: aProvenance, front: optional(aFront) },
  (estimate: AnyEstimate, digits?: number, provenance: Provenance = {}, front?: FileFront): string =>
    markdown(reportBlocks(estimate, digits, provenance, front))
)
