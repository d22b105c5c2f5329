/** The report of a ledger to hand on, in one file. */
import * as E from 'fp-ts/lib/Either.js'
import { aFunction, aNumber, expecting, optional, options } from '../../units/argument'
import { runBarrier } from '../../ledger/run-barrier'
import { anEstimate, type Estimate } from '../../estimate/workload-file'
import { isCertified, type AnyEstimate } from '../ledger'
import type { Block } from './block'
import { htmlPage, type HtmlOptions } from './html'
import { markdown } from './markdown'
import { reportBlocks } from './report'
import { barrierPicture } from '../picture/barrier'
import { ledgerPicture } from '../picture/ledger'
import { sensitivityPicture } from '../picture/sensitivity'

/** How a report is made. @since 0.4.0 */
export interface ReportOptions extends HtmlOptions {
  /** Significant digits that are printed. Default: 4. */
  readonly digits?: number
}

/** The barrier over the run, where its convergence tells each step. */
const barrierOf = (estimate: AnyEstimate): { readonly barrier?: string } => {
  if (isCertified(estimate)) return {}
  // What is not certified is exact.
  const { ledger, run: recorded } = estimate as Estimate
  const run = runBarrier(ledger.scenario, recorded === undefined ? {} : { run: recorded })
  return E.isLeft(run) || run.right.points.length === 0 ? {} : { barrier: barrierPicture(run.right) }
}

const blocksOf = (estimate: AnyEstimate, digits: number | undefined): readonly Block[] =>
  reportBlocks(
    estimate,
    {
      ledger: ledgerPicture(estimate),
      ...barrierOf(estimate),
      sensitivities: (explanation) =>
        sensitivityPicture(explanation, { id: `limen-sensitivity-${explanation.name}` })
    },
    digits
  )

/**
 * A ledger as a page of HTML that needs no other file, no script and no network: in words, in
 * pictures, in figures and formulas, with its assumptions and sources. Formulas are set by `typeset`,
 * such as KaTeX's; without one their LaTeX stands there.
 *
 * @example
 * import { estimateFile, ledgerHtml } from 'limen'
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
  { estimate: anEstimate, options: options({ typeset: aFunction, digits: aNumber }) },
  (estimate: AnyEstimate, { digits, ...options }: ReportOptions = {}): string =>
    htmlPage(estimate.ledger.scenario.name, blocksOf(estimate, digits), options)
)

/**
 * The same as Markdown, its formulas between dollars as GitHub and Jupyter read them, without the
 * pictures.
 *
 * @since 0.4.0
 */
export const ledgerReportMarkdown = expecting(
  'ledgerReportMarkdown',
  { estimate: anEstimate, digits: optional(aNumber) },
  (estimate: AnyEstimate, digits?: number): string => markdown(blocksOf(estimate, digits))
)
