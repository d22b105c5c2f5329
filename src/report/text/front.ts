/** A front of a workload file, for a terminal: what it is, its designs, and the file as it stands. */
import type { FileFront } from '../../estimate/front'
import { oneLine } from '../../shape/words'
import { aNumber, expecting, optional } from '../../units/argument'
import { aFront, frontSentences, frontTable, frontTitle, restsOf } from '../front'
import { aPaint, plain, type Paint } from './ledger'
import { listed } from './lines'
import { aligned, terminalColumns, wrapped } from './table'

const table = (of: FileFront, paint: Paint, digits?: number): readonly string[] => {
  const { header, rows } = frontTable(of, digits)
  if (rows.length === 0) return []
  const [head = '', ...lines] = aligned(
    [header, ...rows],
    header.map(() => 'right')
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
