/** A front of a workload file, for a terminal: what it is, its designs, and the file as it stands. */
import type { FileFront } from '../../estimate/front'
import { oneLine } from '../../shape/words'
import { aNumber, expecting, optional } from '../../units/argument'
import { aFront, besides, frontSentences, frontTitle, middleOf, restsOf } from '../front'
import { textIn } from '../optimum'
import { aPaint, plain, type Paint } from './ledger'
import { listed } from './lines'
import { aligned, terminalColumns, wrapped } from './table'

/** The designs, each with its figures; what is chosen and a figure stands once. */
const table = (of: FileFront, paint: Paint, digits?: number): readonly string[] => {
  const { figures, found } = of
  if (found.kind === 'none') return []
  const chosen = besides(of)
  const text = textIn(digits)
  const rows = found.points.map((point) => [
    ...point.values.map((value) => text(middleOf(value))),
    ...chosen.map(([, at]) => text(point.chosen[at]!.value))
  ])
  const names = [...figures.map(({ name }) => name), ...chosen.map(([name]) => name)]
  const [head = '', ...lines] = aligned(
    [names, ...rows],
    names.map(() => 'right')
  )
  return [paint.faint(head), ...lines]
}

/** A front of a workload file as text, ending in a line break. @since 0.11.0 */
export const frontText = expecting(
  'frontText',
  { of: aFront, paint: aPaint, digits: optional(aNumber) },
  (of: FileFront, paint: Paint = plain, digits?: number): string => {
    const inner = terminalColumns - 2
    const rows = table(of, paint, digits)
    const rests = restsOf(of)
    return [
      ...wrapped(oneLine(frontTitle(of)), terminalColumns).map(paint.heading),
      ...frontSentences(of, digits).flatMap((sentence) =>
        wrapped(sentence, inner).map((line) => `  ${line}`)
      ),
      ...(rows.length === 0 ? [] : ['', ...rows.map((line) => `  ${line}`)]),
      ...(rests.length === 0 ? [] : ['', ...listed(rests, inner).map((line) => `  ${line}`)]),
      ''
    ].join('\n')
  }
)
