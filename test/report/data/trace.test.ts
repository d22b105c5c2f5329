/** A trace for other programs: steps of 1, ½ and ¼ are a mean step of 7/12; what is not known is null. */
import { parseTrace } from '../../../src/format/trace/file'
import { traceSummaryForm } from '../../../src/report/data/form/run'
import { traceFormat, traceJson } from '../../../src/report/data/trace'
import { right } from '../../ledger/reference'

const told = (text: string): unknown => {
  const value: unknown = JSON.parse(traceJson('run', right(parseTrace(text))))
  expect(traceSummaryForm.decode(value)._tag).toBe('Right')
  return value
}

test('counts, convergence and objective are numbers', () => {
  expect(told('step,relativeStep,updates,objective\n1,1,10,4\n2,0.5,10,1\n3,0.25,10,2\n')).toMatchObject({
    format: traceFormat,
    name: 'run',
    steps: 3,
    updates: 30,
    precision: 2,
    meanStep: 7 / 12,
    objective: { first: 4, last: 2, lowest: 1 }
  })
})

test('what the log does not tell is null, and why there is no convergence is said', () => {
  expect(told('epoch,loss\n1,4\n2,1\n')).toMatchObject({
    parameters: null,
    updates: null,
    updatesPerParameter: null,
    macs: null,
    precision: null,
    meanStep: null,
    shape: null,
    noConvergence: expect.any(String) as unknown,
    stepSize: null,
    seconds: null,
    objective: { first: 4, last: 1, lowest: 1 }
  })
})
