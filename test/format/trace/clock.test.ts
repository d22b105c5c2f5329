/** The clock of a trace: how many updates its rows stand for, as the loggers that people use write them. */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { parseTrace, type TraceOptions, type TraceReading } from '../../../src/format/trace/file'
import { traceCounts } from '../../../src/estimate/trace-supplies'
import { right } from '../../ledger/reference'

const read = (text: string, options: TraceOptions = {}): TraceReading => right(parseTrace(text, options))

const updatesOf = (text: string, options: TraceOptions = {}): number | undefined =>
  traceCounts(read(text, options)).updatesPerParameter

const notesOf = (text: string, options: TraceOptions = {}): string => read(text, options).notes.join('\n')

const problem = (text: string, options: TraceOptions = {}): string => {
  const found = parseTrace(text, options)
  if (E.isRight(found)) throw new Error('expected a problem')
  return found.left.message
}

/** A log of some steps, whose rate halves from row to row. */
const logOf = (steps: readonly number[], name = 'step'): string =>
  [`${name},lr`, ...steps.map((step, at) => `${step},${2 ** -at}`)].join('\n')

describe('a cumulative column tells the updates', () => {
  test.each([
    ['each from 1', [1, 2, 3], 3],
    ['each from 0', [0, 1, 2], 3],
    ['every tenth', [10, 20, 30], 30],
    ['every tenth, counted from 0', [9, 19, 29], 30],
    ['the first, then every tenth', [1, 10, 20], 20],
    ['the start, then every tenth', [0, 10, 20], 21],
    ['uneven ones after the first', [10, 20, 50], 50],
    ['less in the first row than in others', [5, 15, 25], 25],
    ['those of a run that went on', [1010, 1020], 20]
  ])('%s', (_, steps, expected) => {
    expect(updatesOf(logOf(steps))).toBe(expected)
  })

  test.each([
    'step',
    'global_step',
    'num_updates',
    'train/n_updates',
    'iter',
    'iteration',
    'trainer/global_step',
    'current_steps',
    'iter_num'
  ])('%s', (name) => {
    expect(read(logOf([100, 200], name))).toMatchObject({ clock: 'step', columns: { step: name } })
    expect(updatesOf(logOf([100, 200], name))).toBe(200)
  })

  test('that of the optimiser before one that counts rows', () => {
    expect(updatesOf('_step,train/global_step,lr\n0,50,1\n1,100,0.5\n')).toBe(100)
    expect(updatesOf('steps,n_updates,lr\n258,10,1\n516,20,0.5\n')).toBe(20)
  })

  test('whatever the spacing, a log that begins with its first spacing counts its last step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 30 }), (spacing, rows) => {
        const steps = Array.from({ length: rows }, (_, at) => spacing * (at + 1))
        expect(updatesOf(logOf(steps))).toBe(spacing * rows)
        const { summary } = read(logOf(steps))
        expect(summary.steps).toBe(rows)
      })
    )
  })

  test('and the first row is told, with what went before', () => {
    expect(notesOf(logOf([10, 20]))).toMatch('the first row, at step 10, stands for 10 steps\n')
    expect(notesOf(logOf([1010, 1020]))).toMatch(
      'the first row, at step 1010, stands for 10 steps; the 1000 steps before are not in this log, and not counted'
    )
    expect(notesOf(logOf([10, 11]))).toMatch('stands for 1 step; the 9 steps before')
    expect(notesOf(logOf([1, 2]))).not.toMatch('first row')
  })

  test('but a single step that is not the first tells none', () => {
    expect(updatesOf(logOf([500]))).toBeUndefined()
    expect(notesOf(logOf([500]))).toMatch('say --updates-per-row')
    expect(updatesOf(logOf([500]), { updatesPerRow: 500 })).toBe(500)
    expect(updatesOf(logOf([1]))).toBe(1)
  })
})

describe('rows that share a step are one', () => {
  test('rate and loss in rows of their own, as Lightning writes them', () => {
    const log =
      'epoch,lr-AdamW,step,train_loss,val_loss\n,1,9,,\n0,,9,1.9,\n,0.5,19,,\n0,,19,1.6,\n0,,19,,1.7\n'
    const { summary, silent, columns } = read(log)
    expect(summary).toMatchObject({ steps: 2, updates: 20, firstObjective: 1.9, lastObjective: 1.6 })
    expect(summary).toMatchObject({ largestStep: 1, lastStep: 0.5 })
    expect([silent, columns.learningRate]).toEqual([1, 'lr-AdamW'])
  })

  test('in whatever order, and in JSON Lines whose rows have other names', () => {
    const rows = [
      { step: 10, lr: 1 },
      { step: 10, loss: 2 },
      { step: 20, loss: 1 },
      { step: 20, lr: 0.5 }
    ]
    const { summary, notes } = read(rows.map((row) => JSON.stringify(row)).join('\n'))
    expect(summary).toMatchObject({ steps: 2, updates: 20, sized: 20, firstObjective: 2, lastObjective: 1 })
    expect(notes).toContain('2 rows shared the step of the row before: merged')
  })

  test('a row with another step counts its own, and its size is not known', () => {
    const { summary, notes } = read('step,lr,loss\n1,1,3\n2,,2\n3,0.5,1\n')
    expect(summary).toMatchObject({ steps: 3, updates: 3, sized: 2 })
    expect(notes.join()).toMatch('some rows do not tell the size of their steps')
  })
})

describe('an evaluation tells how far the steps had gone', () => {
  test('after the last row that tells one, in the numbers of the rows', () => {
    // Lightning counts from 0, and ends an epoch with what it was on the whole.
    const log =
      'epoch,step,train_loss_step,val_loss,train_loss_epoch\n0,49,3,,\n0,99,2,,\n0,124,,2.1,\n0,124,,,2.4\n'
    const { summary, notes, silent } = read(log)
    expect(summary).toMatchObject({ steps: 2, updates: 125, lastObjective: 2 })
    expect(notes).toContain(
      'the log says that 25 steps followed the last row: counted, their size is not known'
    )
    expect(silent).toBe(2)
    expect(updatesOf('{"step":10,"loss":2}\n{"step":20,"loss":1}\n{"step":25,"eval_loss":1}\n')).toBe(25)
  })

  test('and no more than a count that the log states', () => {
    const history = '[{"step":10,"loss":2},{"step":20,"loss":1},{"step":25,"eval_loss":1}]'
    for (const [stated, expected] of [
      [20, 25],
      [25, 25],
      [30, 30]
    ] as const)
      expect(updatesOf(`{"global_step":${stated},"log_history":${history}}`)).toBe(expected)
  })

  test('but nothing where the rows tell more, or one row tells no spacing', () => {
    expect(updatesOf('{"step":10,"loss":2}\n{"step":15,"eval_loss":1}\n{"step":20,"loss":1}\n')).toBe(20)
    // The first row counts rows of the log, and the others steps of the optimiser.
    expect(
      updatesOf('{"_step":90,"eval/loss":2}\n{"global_step":10,"loss":2}\n{"global_step":20,"loss":1}\n')
    ).toBe(20)
    expect(updatesOf('{"step":500,"loss":2}\n{"step":625,"eval_loss":1}\n')).toBeUndefined()
    expect(updatesOf('{"step":10,"loss":2}\n{"step":20,"loss":1}\n{"step":99,"mode":"val"}\n')).toBe(20)
  })
})

describe('a row of an epoch is no update', () => {
  const keras = 'epoch,accuracy,loss,lr\n0,0.4,1.5,0.5\n1,0.5,1.2,0.25\n'

  test('how many there were is not known, and that is said', () => {
    expect(read(keras)).toMatchObject({ counted: 'unknown', clock: 'epoch', summary: { steps: 2 } })
    expect(updatesOf(keras)).toBeUndefined()
    expect(traceCounts(read(keras, { parameters: 9 }))).toEqual({ parameters: 9 })
    expect(notesOf(keras)).toMatch('rows count epochs, not steps')
  })

  test('unless the steps of an epoch or of a row are told', () => {
    expect(updatesOf(keras, { stepsPerEpoch: 100 })).toBe(200)
    expect(updatesOf(keras.replace('0,0.4', '1,0.4').replace('1,0.5', '2,0.5'), { stepsPerEpoch: 100 })).toBe(
      200
    )
    expect(updatesOf(keras, { updatesPerRow: 7 })).toBe(14)
    expect(problem('lr\n1\n', { stepsPerEpoch: 100 })).toBe(
      'steps per epoch need a column epoch, and the columns are "lr"'
    )
  })

  test('nor are several rows of one, which are told apart by what they tell', () => {
    const batches = 'epoch,batch,loss,lr\n0,0,4,1\n0,1,3,0.5\n1,0,2,0.5\n1,1,1,0.25\n'
    const found = read(batches)
    expect(found).toMatchObject({
      counted: 'unknown',
      summary: { steps: 4, lastStep: 0.25, lastObjective: 1 }
    })
    expect(found.notes.join()).toMatch(
      /2 rows are of the epoch of the row before, and no column counts the steps between/
    )
    expect(updatesOf(batches, { updatesPerRow: 1 })).toBe(4)
    expect(updatesOf(batches, { columns: { step: 'batch' } })).toBe(4)
    expect(problem(batches, { stepsPerEpoch: 2 })).toMatch(
      '(line 3): expected one row of epoch 0, got another: no column counts the steps between'
    )
    // What is told in two rows of an epoch is one row.
    expect(read('{"epoch":1,"lr":1}\n{"epoch":1,"loss":2}\n{"epoch":2,"lr":1}\n').summary.steps).toBe(2)
  })

  test('an epoch that comes again is another run', () => {
    expect(problem('epoch,loss\n0,2\n1,1\n0,2\n')).toMatch('(line 4): expected an epoch after 1, got 0')
  })

  test('parts of epochs are parts of their steps', () => {
    expect(updatesOf('epoch,lr\n0.25,1\n0.5,1\n0.75,0.5\n', { stepsPerEpoch: 100 })).toBe(75)
  })
})

describe('steps that begin anew with the epoch', () => {
  const rows = [
    '{"env_info": "linux"}',
    '{"mode": "train", "epoch": 1, "iter": 50, "lr": 1, "loss": 4}',
    '{"mode": "train", "epoch": 1, "iter": 100, "lr": 1, "loss": 3}',
    // A row of an evaluation counts its own batches.
    '{"mode": "val", "epoch": 1, "iter": 17, "lr": 1, "loss": 9}',
    '{"mode": "train", "epoch": 2, "iter": 50, "lr": 0.5, "loss": 2}',
    '{"mode": "train", "epoch": 2, "iter": 100, "lr": 0.5, "loss": 1}'
  ].join('\n')

  test('are added up, as far as they were logged', () => {
    expect(read(rows).summary).toMatchObject({ steps: 4, updates: 200, firstObjective: 4, lastObjective: 1 })
    expect(notesOf(rows)).toMatch(
      /begin anew with the epoch \(1 time\): steps after the last row .* not counted/
    )
  })

  test('as many as an epoch has, where that is told', () => {
    expect(updatesOf(rows, { stepsPerEpoch: 117 })).toBe(217)
    expect(problem(rows, { stepsPerEpoch: 99 })).toMatch('expected at most 99 steps in an epoch, got 100')
  })

  test('also where each epoch has one row', () => {
    expect(updatesOf('epoch,iter,lr\n1,100,1\n2,100,0.5\n3,100,0.25\n')).toBe(300)
  })

  test('but not where the epoch is the same', () => {
    expect(problem('epoch,iter,lr\n1,100,1\n1,50,0.5\n')).toMatch(
      '(line 3): expected a step after 100, got 50'
    )
  })
})

test('a log without steps counts its rows, and says so', () => {
  expect(read('lr\n1\n0.5\n')).toMatchObject({ clock: 'row', counted: 'steps', summary: { updates: 2 } })
  expect(notesOf('lr\n1\n0.5\n')).toMatch('each row is taken for one step; --updates-per-row says otherwise')
  expect(problem('{"lr":1}\n{"step":2,"lr":1}\n')).toMatch('(line 2): a step, and none in the rows before')
})

describe('a learning rate of 0 after others', () => {
  test('is the next one of the scheduler: its steps took place', () => {
    const { summary, notes } = read('step,lr\n10,1\n20,0.5\n30,0\n')
    expect(summary).toMatchObject({ updates: 30, sized: 20, still: 0, smallestStep: 0.5 })
    expect(notes.join()).toMatch('is the next one of its scheduler')
  })

  test('but a relative step of 0 moves nothing, nor does a rate of 0 before others', () => {
    expect(read('updates,relativeStep\n1,1\n1,0\n').summary).toMatchObject({ updates: 1, still: 1 })
    expect(read('step,lr\n1,0\n2,1\n').summary).toMatchObject({ updates: 1, still: 1 })
  })
})

test('without a rate a log still tells its steps and its loss', () => {
  const { summary, notes, ...rest } = read('train_loss,step,epoch\n0.5,49,0\n0.25,99,0\n0.125,149,1\n')
  expect(summary).toMatchObject({ steps: 3, updates: 150, sized: 0, lastObjective: 0.125 })
  expect(rest).not.toHaveProperty('stepSize')
  expect(notes.join()).toMatch('no column tells the size of a step')
  expect(updatesOf('Wall time,Step,Value\n1.5,10,2\n2.5,20,1\n')).toBe(20)
})
