/** The forms of each kind of result, for notebooks. */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Explanation } from '../../ledger/explain'
import type { Headroom } from '../../ledger/headroom'
import type { RunBarrier } from '../../ledger/run-barrier'
import type { AnySweep, CertifiedSweep, Sweep } from '../../ledger/sweep'
import type { Derivation } from '../../reading/explain'
import type { Sensitivity } from '../../reading/sensitivities'
import type { LearningRun } from '../../simulation/learn'
import type { ProtocolRun } from '../../simulation/protocol'
import type { SampledRun } from '../../simulation/sampled-protocol'
import type { Solved } from '../../estimate/solve-file'
import type { TraceReading } from '../../format/trace/file'
import { format } from '../../units/format'
import type { MimeBundle } from '../../units/show'
import { derivationText } from '../text/derivation'
import { groundBlocks, lineBlocks, measuredBlocks, tableBlocks, titleBlocks } from '../document/figures'
import { headroomBlocks } from '../document/headroom-blocks'
import { escaped, htmlFragment } from '../document/html'
import { ledgerPictureBlock } from '../document/report'
import { explanationText, sensitivityLines } from '../text/explanation'
import { comparison } from '../headroom'
import { headroomMarkdown, headroomText } from '../text/headroom'
import { figure, unknownFigure, type AnyEstimate } from '../ledger'
import { ledgerMarkdown } from '../data/ledger'
import { ledgerText } from '../text/ledger'
import { barrierPicture } from '../picture/barrier'
import { ledgerPicture } from '../picture/ledger'
import { sensitivityPicture } from '../picture/sensitivity'
import { learningPicture } from '../picture/learning'
import { protocolPicture } from '../picture/protocol'
import { sweepPicture } from '../picture/sweep'
import { workPicture } from '../picture/work'
import { qualityOf } from '../solution'
import { learningText } from '../text/learning'
import { simulationText } from '../text/simulation'
import { solutionText } from '../text/solution'
import { aligned } from '../text/table'
import { oneLine } from '../../shape/words'
import { traceText } from '../text/trace'

export const estimateBundle = (estimate: AnyEstimate): MimeBundle => ({
  'text/plain': ledgerText(estimate),
  'text/markdown': ledgerMarkdown(estimate),
  'text/html': htmlFragment([
    ...titleBlocks(estimate),
    ledgerPictureBlock(estimate),
    ...tableBlocks(estimate, undefined),
    ...lineBlocks(estimate, undefined),
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

/** A row for each value; a total that there is none of is a dash. */
const sweepText = ({ name, input, values, paradigms }: AnySweep): string => {
  const header = [input, ...paradigms.map((paradigm) => paradigm.name)]
  const rows = values.map((value, at) => [
    format(value),
    ...paradigms.map(({ totals }) =>
      pipe(
        totals[at]!,
        E.match(
          () => unknownFigure,
          (total) => figure(total)
        )
      )
    )
  ])
  return [
    oneLine(name),
    ...aligned(
      [header, ...rows],
      header.map(() => 'right')
    )
  ].join('\n')
}

export const sweepBundle = (of: Sweep | CertifiedSweep): MimeBundle => ({
  'text/plain': sweepText(of),
  'image/svg+xml': sweepPicture(of)
})

export const barrierBundle = (of: RunBarrier): MimeBundle => ({
  'text/plain': `${oneLine(of.name)}: a barrier of ${format(of.first)} at the first update, ${format(of.last)} at the last, ${format(of.mean)} in the mean over hops; a static memory needs ${format(of.retention)}`,
  'image/svg+xml': barrierPicture(of)
})

export const headroomBundle = (of: Headroom): MimeBundle => ({
  'text/plain': headroomText(comparison(of)),
  'text/markdown': headroomMarkdown(comparison(of)),
  // Notebooks align the tables of Markdown as they like; this one brings its style.
  'text/html': htmlFragment(headroomBlocks(comparison(of)))
})

/** A run has no name of its own. */
const ofProtocol = 'protocol'

export const protocolBundle = (of: ProtocolRun): MimeBundle => ({
  'text/plain': simulationText(ofProtocol, of),
  'image/svg+xml': protocolPicture(ofProtocol, of)
})

export const trajectoriesBundle = (of: SampledRun): MimeBundle => ({
  'text/plain': simulationText(ofProtocol, of),
  'image/svg+xml': workPicture(ofProtocol, of)
})

export const learningBundle = (of: LearningRun): MimeBundle => ({
  'text/plain': learningText(of.options.writer, [of]),
  'image/svg+xml': learningPicture({ name: of.options.writer, runs: [of] })
})
