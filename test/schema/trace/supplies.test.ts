/** What a run tells a workload: its mean step, its shape and how far its steps shrank, 3 bit of 1, ½ and ⅛. */
import { parseTrace } from '../../../src/schema/trace/file'
import { suppliesOfTrace } from '../../../src/schema/trace/supplies'
import { estimateFile } from '../../../src/schema/workload-file'
import type { Run } from '../../../src/workload/trace'
import { figuresOf, left, right } from '../../ledger/reference'
import { least, readEstimate, text, withValue } from '../files'

const runOf = (...steps: readonly number[]): Run =>
  right(parseTrace(['parameters,updates,relativeStep', ...steps.map((each) => `2,2,${each}`)].join('\n')))

const suppliesOf = (run: Run) => right(suppliesOfTrace(run))

test('its convergence replaces that of the file, its counts and its precision where the file is silent', () => {
  const supplied = suppliesOf(runOf(1, 0.5, 0.125))
  expect(supplied).toMatchObject({
    parameters: { value: '2 parameter' },
    updates: { value: '6 update' },
    precision: { value: '3 bit', why: 'its smallest step, relative to its largest' },
    convergence: {
      // Σ α = 13/8, Σ α ln(1/α) = (½ + 3/8) ln 2.
      value: {
        meanStep: expect.closeTo(13 / 24, 11) as number,
        shape: expect.closeTo(0.875 / (1.625 * 3), 11) as number,
        stepRange: '3 bit'
      },
      replaces: true,
      why: 'measured over 3 steps'
    }
  })
  expect(supplied['precision']).not.toHaveProperty('replaces')
})

test('the last step need not be the smallest', () => {
  expect(suppliesOf(runOf(1, 0.125, 0.5))['convergence']).toEqual(
    suppliesOf(runOf(1, 0.5, 0.125))['convergence']
  )
})

describe('a run whose steps do not shrink is constant', () => {
  const run = runOf(0.3, 0.3, 0.3)

  test('and says so; it tells no precision', () => {
    const { convergence, ...rest } = suppliesOf(run)
    expect(convergence).toMatchObject({
      value: { meanStep: 1, shape: 0, stepRange: '0 bit' },
      why: 'its 3 steps did not shrink: constant'
    })
    expect(rest).not.toHaveProperty('precision')
  })

  test('its ledger is that of no annealing', () => {
    const counts = withValue(
      '/workload/parameters',
      '2 parameter',
      withValue('/workload/updates', '6 update')
    )
    const traced = right(estimateFile(text(counts), {}, { trace: run }))
    const constant = readEstimate(text(withValue('/workload/convergence', 'constant', counts)))
    expect(figuresOf(traced.ledger)).toEqual(figuresOf(constant.ledger))
    expect(traced.assumptions.find(({ name }) => name === 'convergence')).toMatchObject({ origin: 'trace' })
  })
})

test('the precision of a solution may be other than how far the steps shrank', () => {
  const trace = runOf(1, 0.5, 0.125)
  const { ledger, assumptions } = right(estimateFile(text(least), {}, { trace }))
  expect(ledger.scenario.workload.precision.value).toBe(4)
  expect(ledger.inputs).toMatchObject({ stepRange: { value: 3 } })
  expect(JSON.parse(assumptions.find(({ name }) => name === 'convergence')!.value)).toHaveProperty(
    'stepRange',
    '3 bit'
  )
})

test('a run that moved nothing tells none, and that is the error', () => {
  expect(left(suppliesOfTrace(runOf(0, 0))).message).toBe(
    'the trace shows no convergence: no step moved anything'
  )
})
