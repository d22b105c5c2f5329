/** A trace that is written is read back as it was. */
import * as fc from 'fast-check'
import { traceCsv, traceJsonLines } from '../../../src/format/trace/write'
import { parseTrace } from '../../../src/format/trace/file'
import { recorder } from '../../../src/workload/recorder'
import { summaryOf, type Trace } from '../../../src/workload/trace'
import { right } from '../../ledger/reference'

const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true })

const traces: fc.Arbitrary<Trace> = fc
  .tuple(
    fc.integer({ min: 1, max: 1e9 }),
    fc.array(fc.tuple(fc.nat(), positive, fc.nat(), fc.double({ noDefaultInfinity: true })), {
      minLength: 1,
      maxLength: 50
    })
  )
  .map(([parameters, rows]) => {
    const { record, finish } = recorder(parameters)
    // A text has no sign of zero.
    for (const [updates, step, macs, objective] of rows) record(updates, step, macs, objective + 0)
    return finish()
  })

test.each([
  ['CSV', traceCsv],
  ['JSON Lines', traceJsonLines]
])('as %s, every digit of it; what is not known stays unknown', (_, written) => {
  fc.assert(
    fc.property(traces, (trace) => {
      const read = right(parseTrace(Array.from(written(trace)).join('')))
      expect(read.parameters).toBe(trace.parameters)
      expect(read.summary).toEqual(summaryOf(trace))
    })
  )
})

test('in pieces, each of whole lines', () => {
  const { record, finish } = recorder(1)
  for (let at = 0; at < 10_000; at++) record(1, 1 / (at + 1), 1, at)
  const pieces = Array.from(traceCsv(finish()))
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.length).toBeLessThan(10)
  for (const piece of pieces) expect(piece.endsWith('\n')).toBe(true)
  expect(pieces.join('').split('\n')).toHaveLength(10_002)
})
