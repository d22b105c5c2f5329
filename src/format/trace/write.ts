/** A trace as a file: CSV or JSON Lines, a row a step, as `limen trace` reads it. */
import { expecting } from '../../units/argument'
import { aTrace, stepsOf, type Trace } from '../../workload/trace'

/** A number as every digit of it is read back; nothing where it is not known. */
const field = (number: number): string => (Number.isFinite(number) ? String(number) : '')

/** How many rows make a piece. */
const rowsOfAPiece = 4096

function* joined(lines: Iterable<string>): Generator<string> {
  let piece: string[] = []
  for (const line of lines) {
    piece.push(line)
    if (piece.length < rowsOfAPiece) continue
    yield `${piece.join('\n')}\n`
    piece = []
  }
  if (piece.length > 0) yield `${piece.join('\n')}\n`
}

function* csvLines(trace: Trace): Generator<string> {
  yield 'parameters,updates,relativeStep,macs,objective'
  for (const { updates, relativeStep, macs, objective } of stepsOf(trace))
    yield [trace.parameters, updates, relativeStep, macs, objective].map(field).join(',')
}

function* jsonLines(trace: Trace): Generator<string> {
  for (const step of stepsOf(trace)) yield JSON.stringify({ parameters: trace.parameters, ...step })
}

/** A trace as CSV, in pieces. @since 0.3.0 */
export const traceCsv = expecting('traceCsv', { trace: aTrace }, (trace: Trace): Iterable<string> =>
  joined(csvLines(trace))
)

/** A trace as JSON Lines, in pieces. @since 0.3.0 */
export const traceJsonLines = expecting(
  'traceJsonLines',
  { trace: aTrace },
  (trace: Trace): Iterable<string> => joined(jsonLines(trace))
)
