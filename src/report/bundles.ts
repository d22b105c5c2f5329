/** The forms of each kind of result, for notebooks. */
import type { Explanation } from '../ledger/explain'
import type { Derivation } from '../reading/explain'
import type { Sensitivity } from '../reading/sensitivities'
import type { Solved } from '../schema/solve-file'
import type { TraceReading } from '../schema/trace/file'
import type { MimeBundle } from '../units/show'
import { derivationText } from './derivation-text'
import { figureBlocks, groundBlocks, measuredBlocks, titleBlocks } from './document/figures'
import { escaped, htmlFragment } from './document/html'
import { picture } from './document/block'
import { explanationText, sensitivityLines } from './explanation'
import type { AnyEstimate } from './ledger'
import { ledgerMarkdown } from './ledger-data'
import { ledgerText } from './ledger-text'
import { ledgerPicture } from './picture/ledger'
import { sensitivityPicture } from './picture/sensitivity'
import { qualityOf, solutionText } from './solution'
import { traceText } from './trace'

export const estimateBundle = (estimate: AnyEstimate): MimeBundle => ({
  'text/plain': ledgerText(estimate),
  'text/markdown': ledgerMarkdown(estimate),
  'text/html': htmlFragment([
    ...titleBlocks(estimate),
    picture(ledgerPicture(estimate), 'The total of each paradigm; the line is the thermodynamic floor.'),
    ...figureBlocks(estimate, undefined),
    ...measuredBlocks(estimate, undefined),
    { kind: 'section', title: 'What it rests on', blocks: groundBlocks(estimate), folded: true }
  ]),
  'image/svg+xml': ledgerPicture(estimate)
})

/** A text as HTML that keeps its lines. */
const lines = (text: string): string => `<pre>${escaped(text)}</pre>`

export const derivationBundle = (derivation: Derivation): MimeBundle => ({
  'text/plain': derivationText(derivation)
})

export const explanationsBundle = (explanations: readonly Explanation[]): MimeBundle => {
  const text = explanationText(explanations)
  const pictures = explanations
    .filter(({ sensitivities }) => sensitivities.length > 0)
    .map((each) => sensitivityPicture(each, { id: `limen-sensitivity-${each.name}` }))
  return { 'text/plain': text, 'text/html': [lines(text), ...pictures].join('\n') }
}

export const sensitivitiesBundle = (sensitivities: readonly Sensitivity[]): MimeBundle => ({
  'text/plain': sensitivityLines(sensitivities).join('\n'),
  'image/svg+xml': sensitivityPicture(sensitivities)
})

export const solvedBundle = (solved: Solved): MimeBundle => ({
  'text/plain': solutionText(solved, qualityOf(solved))
})

export const traceBundle = (reading: TraceReading): MimeBundle => ({
  'text/plain': traceText('trace', reading)
})
