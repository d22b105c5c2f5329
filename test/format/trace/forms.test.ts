/** The forms of a trace that other programs write, and those that are named because they are not read. */
import * as E from 'fp-ts/lib/Either.js'
import { parseTrace, traceReader, type TraceOptions, type TraceReading } from '../../../src/format/trace/file'
import { right } from '../../ledger/reference'

const read = (text: string, options: TraceOptions = {}): TraceReading => right(parseTrace(text, options))

const problem = (text: string, options: TraceOptions = {}): string => {
  const found = parseTrace(text, options)
  if (E.isRight(found)) throw new Error('expected a problem')
  return found.left.message
}

const summary = { steps: 2, updates: 2, largestStep: 1, lastStep: 0.5, firstObjective: 4, lastObjective: 3 }
const rows = [
  { step: 1, loss: 4, lr: 1 },
  { step: 2, loss: 3, lr: 0.5 }
]

describe('the same trace', () => {
  test.each([
    [
      'after comments',
      '#{"t_start": 1.5, "env_id": null}\n# more\nstep,loss,lr\n1,4,1\n# between\n2,3,0.5\n'
    ],
    ['with its header in a comment', '# step loss lr\n1 4 1\n2 3 0.5\n'],
    ['in columns of blanks', '  step   loss  lr\n   1   4.0  1.0\n   2   3.0  0.5\n'],
    [
      'in columns of tabs, with blanks in their names',
      'step\ttrain loss\tlearning rate\n1\t4\t1\n2\t3\t0.5\n'
    ],
    ['with padded columns', '  step,     loss,    lr\n     1,    4,    1\n   2,  3,  0.5\n'],
    ['as a list', JSON.stringify(rows)],
    ['as a list over lines', JSON.stringify(rows, undefined, 2)],
    ['as log_history', JSON.stringify({ best_metric: null, global_step: 2, log_history: rows })],
    ['as log_history over lines', `\uFEFF${JSON.stringify({ log_history: rows }, undefined, 2)}\n`]
  ])('%s', (_, text) => {
    expect(read(text).summary).toMatchObject(summary)
  })

  test('in a list, in pieces of any size', () => {
    const text = JSON.stringify({ log_history: rows }, undefined, 2)
    for (const size of [1, 2, 7, 1000]) {
      const reader = traceReader()
      for (let at = 0; at < text.length; at += size) expect(reader.read(text.slice(at, at + size))).toBe(true)
      expect(right(reader.end())).toEqual(read(text))
    }
  })
})

test('the state of a trainer tells rows of training, of evaluation, and how many steps there were', () => {
  const history = [
    { epoch: 0.5, grad_norm: 2, learning_rate: 1, loss: 4, step: 500 },
    { epoch: 0.5, eval_loss: 9, step: 500 },
    { epoch: 1, grad_norm: 1, learning_rate: 0.5, loss: 3, step: 1000 },
    { epoch: 1.2, step: 1200, train_loss: 3.5, total_flos: 1e15 }
  ]
  const { notes, ...found } = read(JSON.stringify({ global_step: 1200, log_history: history }))
  expect(found).toMatchObject({ silent: 2, stepSize: 'learningRate' })
  expect(found.summary).toMatchObject({ steps: 2, updates: 1200, sized: 1000, lastObjective: 3 })
  expect(notes).toContain(
    'the log says that 200 steps followed the last row: counted, their size is not known'
  )
})

describe('NaN and infinities are not known', () => {
  test('where a value is not needed, in JSON as Python writes it and in CSV', () => {
    const json =
      '{"step":1,"lr":1,"loss":4}\n{"step":2,"lr":1,"loss":NaN}\n{"step":3,"lr":0.5,"loss":-Infinity,"a":"NaN"}\n'
    for (const text of [
      json,
      'step,lr,loss\n1,1,4\n2,1,nan\n3,0.5,-inf\n',
      'step,lr,loss\n1,1,4\n2,1,None\n3,0.5,N/A\n'
    ])
      expect(read(text).summary).toMatchObject({ steps: 3, sized: 3, firstObjective: 4, lastObjective: 4 })
  })

  test('in a list too', () => {
    expect(read('[{"step":1,"lr":1,"loss":NaN}, {"step":2,"lr":NaN,"loss":3}]').summary).toMatchObject({
      ...{ steps: 2, updates: 2, sized: 1, firstObjective: 3 }
    })
  })

  test('but a text in quotes stays a text', () => {
    const text = '{"step":1,"note":"Infinity \\" NaN","lr":1,"loss":NaN}\n'
    expect(read(text).summary).toMatchObject({ steps: 1, largestStep: 1 })
  })
})

test('of groups of parameters the first rate is taken, and said', () => {
  const { columns, notes } = read('step,lr-AdamW/pg1,lr-AdamW/pg2\n1,1,9\n2,0.5,9\n')
  expect(columns.learningRate).toBe('lr-AdamW/pg1')
  expect(notes).toContain('the learning rate is that of one group of parameters, "lr-AdamW/pg1"')
})

test('rows whose size has another source than those before are refused', () => {
  expect(problem('{"step":1,"lr":1}\n{"step":2,"lr":1,"relativeStep":3}\n{"step":3,"lr":1}\n')).toMatch(
    'the size of a step was learningRate in the first rows, and relativeStep in later ones'
  )
})

describe('what is no table is named', () => {
  test.each([
    [
      ' iteration       10/     100 | consumed samples:          640 | learning rate: 4.000E-05 |\n',
      /\(line 1\): this is a text log, as Megatron-LM prints it: limen reads CSV .* JSON Lines/
    ],
    ['iter 0: loss 10.9, time 300.1ms, mfu -100%\n', /this is a text log: limen reads CSV/],
    ['epoch: 1, loss: 0.5\n', /this is a text log/],
    ['step 0: train loss 10.9889, val loss 10.9898\n', /this is a text log/],
    ['step 10 loss 3.5 lr 0.1\n', /this is a text log/],
    ['2026-01-01 10:00:00,123 - mmdet - INFO - started\n', /this is a text log/],
    ["{'loss': 2.0, 'learning_rate': 5e-05}\n", /a text log of Python dictionaries, not JSON/],
    ['1,0.5,2\n2,0.4,1\n', /expected a header with the names of the columns, got a row of numbers/],
    ['\u0018\u0000\u0000brain.Event:2\n', /an event file of TensorBoard/],
    [':W&B\u0000\n', /a run file of wandb/]
  ])('%j', (text, expected) => {
    expect(problem(text)).toMatch(expected)
  })

  test.each([
    [
      '{\n "log_history": [\n {"step":1',
      '(line 1): malformed JSON: neither lines of JSON, nor a list or an object to its end'
    ],
    [
      '{\n "loss": [1, 2]\n}\n',
      '(line 1): expected a list of rows, or an object with one as log_history, got an object'
    ],
    ['[1]', '/0: expected an object, got 1'],
    [
      '{"log_history":[{"step":1,"lr":1},{"step":"x","lr":1}]}',
      '/log_history/1: expected a whole number of steps that were taken for step, got "x"'
    ],
    ['[]', 'expected a trace']
  ])('%j', (text, expected) => {
    expect(problem(text)).toMatch(expected)
  })

  test('a list of bad rows counts them, where they are to be skipped', () => {
    expect(read('[{"step":1,"lr":1},{"step":"x","lr":1}]', { skipBadLines: true })).toMatchObject({
      skipped: 1
    })
  })

  test('a list that is too long says what to write instead', () => {
    const reader = traceReader()
    expect(reader.read(`[${' '.repeat(2 ** 21)}`)).toBe(true)
    let goes = true
    for (let at = 0; at < 40 && goes; at++) goes = reader.read(' '.repeat(2 ** 21))
    expect(goes).toBe(false)
    expect(reader.end()).toMatchObject({
      left: { message: expect.stringMatching('write it as JSON Lines') as string }
    })
  })
})
