/** The training log that ships is what its script writes. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTrace } from '../../../src/schema/trace/file'
import { measuredConvergence } from '../../../src/workload/trace'
import { right } from '../../ledger/reference'

const folder = join(__dirname, '../../../examples')

const read = (log: string) => {
  const { summary, columns, stepSize } = right(parseTrace(log))
  return {
    steps: summary.steps,
    updates: summary.updates,
    columns,
    stepSize,
    ...right(measuredConvergence(summary))
  }
}

test('to what engines agree on of exp and tanh', () => {
  const shipped = read(readFileSync(join(folder, 'training-log.csv'), 'utf8'))
  const { precision, meanStep, shape, ...again } = read(
    execFileSync('node', [join(folder, 'train.mjs')], { encoding: 'utf8' })
  )
  expect(again).toEqual({
    steps: shipped.steps,
    updates: shipped.updates,
    columns: shipped.columns,
    stepSize: 'learningRate*gradientNorm'
  })
  expect(meanStep).toBeCloseTo(shipped.meanStep, 2)
  expect(shape).toBeCloseTo(shipped.shape, 2)
  expect(precision).toBeCloseTo(shipped.precision, 1)
})
