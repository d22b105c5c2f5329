/** How a file says how many updates there are: 6e28 update, "one per token", or batches of 3.2e6 token. */
import * as E from 'fp-ts/lib/Either.js'
import { problemsOf } from '../../../src/shape/codec'
import { updates } from '../../../src/format/workload/updates'
import { certifiedProblems, readCertified } from '../../estimate/certified'
import { exactly, least, lineOf, onlyProblem, readEstimate, text, withValue } from '../../estimate/files'

const read = (value: unknown): unknown => {
  const decoded = updates.decode(value)
  if (E.isLeft(decoded)) throw new Error(JSON.stringify(problemsOf(decoded.left)))
  return decoded.right
}

const problems = (value: unknown) => {
  const decoded = updates.decode(value)
  if (E.isRight(decoded)) throw new Error('expected problems')
  return problemsOf(decoded.left)
}

const perBatch = { per: 'batch', batchSize: '3.2e6 token' } as const

test('a number, a rule or a batch are read as they are', () => {
  expect(read('6e28 update')).toMatchObject({ value: 6e28 })
  for (const rule of ['one per flop', 'one per mac', 'one per token']) expect(read(rule)).toBe(rule)
  expect(read(perBatch)).toMatchObject({ per: 'batch', batchSize: { value: 3.2e6 } })
})

test.each<readonly [string, unknown]>([
  ['a number', '6e28 update'],
  ['an uncertain number', '[1e28, 2e28] update'],
  ['one per token', 'one per token'],
  ['a batch', perBatch],
  ['an uncertain batch', { per: 'batch', batchSize: '[1e6, 4e6] token' }]
])('%s is read the same after it is encoded', (_, value) => {
  const once = read(value)
  expect(exactly(read(updates.encode(once as never)))).toEqual(exactly(once))
})

test.each<readonly [unknown, string, string]>([
  [{ per: 'sample', batchSize: '1 token' }, '/per', 'expected "batch", got "sample"'],
  [{ per: 'batch' }, '/batchSize', 'missing: expected tokens of one batch, such as "3.2e6 token"'],
  [{ ...perBatch, batchSize: '0.5 token' }, '/batchSize', 'expected tokens of one batch in [1, ∞) token'],
  [{ ...perBatch, batchSize: '32 update' }, '/batchSize', 'number of tokens'],
  [{ ...perBatch, size: 3 }, '/size', 'unknown field'],
  ['one per tokn', '', 'did you mean "one per token"?'],
  ['5 J', '', 'number of updates'],
  [[], '', 'got a list'],
  [null, '', 'got null']
])('%p is refused, and where', (value, pointer, words) => {
  const [problem, ...others] = problems(value)
  expect(others).toEqual([])
  expect(problem!.pointer).toBe(pointer)
  expect(problem!.message).toContain(words)
})

describe('in a file', () => {
  const training = (updates: unknown, epochs?: unknown) =>
    withValue(
      '/workload/operations',
      { law: 'training', tokens: '1e10 token', ...(epochs === undefined ? {} : { epochs }) },
      withValue('/workload/updates', updates)
    )
  const counted = (file: unknown) => {
    const { ledger, assumptions } = readEstimate(text(file))
    const { updates, flops } = ledger.counts
    const why = assumptions.find(({ name }) => name === 'updates')!.why
    return { updates: updates.value, flops: flops.value, why }
  }

  test('one per token of 1e9 parameters and 1e10 tokens are 1e19, and the ledger says how', () => {
    expect(counted(training('one per token'))).toMatchObject({ updates: 1e19, flops: 6e19 })
    expect(counted(training('one per token')).why).toContain('every parameter is updated for every token')
    expect(counted(training('one per token', 3))).toMatchObject({ updates: 3e19, flops: 1.8e20 })
  })

  test('batched they are fewer by the size of the batch', () => {
    expect(counted(training({ per: 'batch', batchSize: '1e4 token' }))).toMatchObject({ updates: 1e15 })
  })

  test('an option of the command line chooses between them', () => {
    const file = text(training('one per token'))
    const { ledger } = readEstimate(file, { updates: '{"per":"batch","batchSize":"1e4 token"}' })
    expect(ledger.counts.updates.value).toBe(1e15)
    expect(readEstimate(file, { updates: 'one per flop' }).ledger.counts.updates.value).toBe(6e19)
  })

  test.each(['one per token', { per: 'batch', batchSize: '32 token' }])(
    'without tokens there is a reason, and a line: %p',
    (updates) => {
      const file = text(withValue('/workload/updates', updates))
      const { pointer, position, message } = onlyProblem(file)
      expect(pointer).toBe('/workload/updates')
      expect(position!.line).toBe(lineOf(file, '"updates"'))
      expect(message).toMatch(/^expected operations that tell the tokens, .*"law": "training"/)
    }
  )

  test('with macs alone there are no tokens either', () => {
    const file = withValue(
      '/workload/operations',
      undefined,
      withValue('/workload/macs', '1e15 mac', withValue('/workload/updates', 'one per token'))
    )
    expect(onlyProblem(text(file)).pointer).toBe('/workload/updates')
  })

  test('nothing is known of reads, and of tokens: both are told', () => {
    const file = withValue('/workload/operations', undefined, withValue('/workload/updates', 'one per token'))
    expect(certifiedProblems(text(file)).map(({ pointer }) => pointer)).toEqual([
      '/workload',
      '/workload/updates'
    ])
  })

  test('an uncertain batch or epoch is followed into a certified ledger, and refused in an exact one', () => {
    const file = text(training({ per: 'batch', batchSize: '[1e4, 2e4] token' }, '[1, 3]'))
    const { updates } = readCertified(file).ledger.counts
    expect(updates.lower.value / (1e19 / 2e4)).toBeCloseTo(1, 12)
    expect(updates.upper.value / (3e19 / 1e4)).toBeCloseTo(1, 12)
  })

  test('a given number of operations beside its tokens may be uncertain, and is told where', () => {
    const operations = { law: 'given', flops: '6e19 flop ± 10 %', tokens: '1e10 token' }
    const file = text(
      withValue('/workload/operations', operations, withValue('/workload/updates', 'one per token'))
    )
    const { lower, upper } = readCertified(file).ledger.counts.updates
    expect(lower.value / 1e19).toBeCloseTo(1, 12)
    expect(upper.value / 1e19).toBeCloseTo(1, 12)
    expect(onlyProblem(file).pointer).toBe('/workload/operations/flops')
  })
})

test('the least file has a number of updates', () => {
  expect(read(least.workload.updates)).toMatchObject({ value: 1e15 })
})
