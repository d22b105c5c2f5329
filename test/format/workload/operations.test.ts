/** How a file says how many operations a workload takes: 3.14e23 flop, or a law by its name. */
import * as E from 'fp-ts/lib/Either.js'
import { problemsOf } from '../../../src/shape/codec'
import { operations } from '../../../src/format/workload/operations'
import type { Certainty } from '../../../src/units/enclosure'
import type { Operations } from '../../../src/workload/known'
import { exactly } from '../../estimate/files'

const read = (value: unknown): Operations<Certainty> => {
  const decoded = operations.decode(value)
  if (E.isLeft(decoded)) throw new Error(JSON.stringify(problemsOf(decoded.left)))
  return decoded.right
}

const problems = (value: unknown) => {
  const decoded = operations.decode(value)
  if (E.isRight(decoded)) throw new Error('expected problems')
  return problemsOf(decoded.left)
}

const powerLaw = {
  law: 'powerLaw',
  anchorParameters: '1.746e11 parameter',
  anchorFlops: '3.14e23 flop',
  exponent: 1.25
} as const

test('a number of flop is given', () => {
  expect(read('3.14e23 flop')).toMatchObject({ law: 'given', flops: { value: 3.14e23 } })
  expect(read(7)).toMatchObject({ law: 'given', flops: { value: 7 } })
  expect(read('0 flop')).toMatchObject({ law: 'given', flops: { value: 0 } })
})

test('the compute-optimal law needs nothing but its name', () => {
  expect(read('computeOptimal')).toEqual({ law: 'computeOptimal' })
  expect(read({ law: 'computeOptimal' })).toEqual({ law: 'computeOptimal' })
})

test('a law of training needs its tokens', () => {
  expect(read({ law: 'training', tokens: '3e11 token' })).toMatchObject({ tokens: { value: 3e11 } })
  expect(problems({ law: 'training' })).toEqual([
    { pointer: '/tokens', message: expect.stringMatching(/^missing: expected .*"3e11 token"$/) as string }
  ])
})

test('a law of training may have epochs, of which there are more than none', () => {
  const training = { law: 'training', tokens: '3e11 token' }
  expect(read({ ...training, epochs: 0.6 })).toMatchObject({ epochs: { value: 0.6 } })
  expect(read(training)).not.toHaveProperty('epochs')
  expect(problems({ ...training, epochs: 0 })).toEqual([
    { pointer: '/epochs', message: 'expected how often each token is trained on in (0, ∞), got 0' }
  ])
})

test('a given number of operations may have its tokens beside it, and then needs both', () => {
  expect(read({ law: 'given', flops: '3.14e23 flop', tokens: '3e11 token' })).toMatchObject({
    law: 'given',
    flops: { value: 3.14e23 },
    tokens: { value: 3e11 }
  })
  expect(problems({ law: 'given', flops: '3.14e23 flop' }).map(({ pointer }) => pointer)).toEqual(['/tokens'])
  expect(problems({ law: 'given', tokens: '3e11 token' }).map(({ pointer }) => pointer)).toEqual(['/flops'])
})

test('a power law needs its anchor and exponent', () => {
  expect(read(powerLaw)).toMatchObject({
    law: 'powerLaw',
    anchorParameters: { value: 1.746e11 },
    anchorFlops: { value: 3.14e23 },
    exponent: { value: 1.25 }
  })
  expect(problems({ law: 'powerLaw' }).map(({ pointer }) => pointer)).toEqual([
    '/anchorParameters',
    '/anchorFlops',
    '/exponent'
  ])
})

test.each<readonly [unknown, string]>([
  ['5 J', 'number of flops'],
  ['5', 'no unit is given'],
  [null, 'got null'],
  [true, 'got true'],
  [[1], 'got a list'],
  [-1, '[0, ∞)'],
  ['3.14e23 flops', '"flop"']
])('%p is no number of operations', (value, words) => {
  const [problem, ...others] = problems(value)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ pointer: '' })
  expect(problem!.message).toContain(words)
})

test('what a law is given in a wrong unit has its own pointer', () => {
  expect(problems({ ...powerLaw, anchorFlops: '5 J' })).toEqual([
    { pointer: '/anchorFlops', message: expect.stringContaining('this is an energy') as string }
  ])
})

test('a field that belongs to another law is unknown to this one', () => {
  expect(problems({ ...powerLaw, tokens: '3e11 token' })).toEqual([
    { pointer: '/tokens', message: expect.stringMatching(/^unknown field/) as string }
  ])
})

test('a law that there is not is told those there are', () => {
  expect(problems({ law: 'moore' })).toEqual([
    {
      pointer: '/law',
      message: 'expected one of "given", "computeOptimal", "training", "powerLaw", got "moore"'
    }
  ])
  expect(problems({})).toEqual([
    { pointer: '/law', message: 'missing: expected one of given, computeOptimal, training, powerLaw' }
  ])
})

test('a slip in the name of a law is the one problem: its fields are not unknown', () => {
  expect(problems({ ...powerLaw, law: 'powerlaw' }).map(({ pointer }) => pointer)).toEqual(['/law'])
})

test('a slip in the name of the compute-optimal law is told that law', () => {
  expect(problems('computeOptimum')[0]!.message).toContain('computeOptimal')
})

test.each(['__proto__', 'constructor', 'toString'])('%s is no law', (law) => {
  expect(problems({ law }).map(({ pointer }) => pointer)).toEqual(['/law'])
})

test.each<readonly [string, unknown]>([
  ['a number', '3.14e23 flop'],
  ['compute-optimal', 'computeOptimal'],
  ['training', { law: 'training', tokens: '3e11 token' }],
  ['training in epochs', { law: 'training', tokens: '3e11 token', epochs: '3' }],
  ['a number with tokens', { law: 'given', flops: '3.14e23 flop', tokens: '[1e11, 3e11] token' }],
  ['a power law', powerLaw]
])('%s is read the same after it is encoded', (_, value) => {
  const once = read(value)
  expect(operations.encode(read(operations.encode(once)))).toEqual(operations.encode(once))
  expect(exactly(read(operations.encode(once)))).toEqual(exactly(once))
})
