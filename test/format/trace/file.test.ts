/** Reading a trace: CSV or JSON Lines, ours or a logger's, in pieces of any size; or what is wrong, and where. */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { parseTrace, traceReader, type TraceOptions, type TraceReading } from '../../../src/format/trace/file'
import { right } from '../../ledger/reference'

const ours = 'step,updates,relativeStep,macs,objective\n1,4,1,8,3\n2,4,0.5,8,2\n3,2,0.25,8,1.5\n'

const read = (text: string, options: TraceOptions = {}): TraceReading => right(parseTrace(text, options))

const problem = (text: string, options: TraceOptions = {}): string => {
  const found = parseTrace(text, options)
  if (E.isRight(found)) throw new Error('expected a problem')
  return found.left.message
}

const inPieces = (text: string, lengths: readonly number[]): E.Either<unknown, TraceReading> => {
  const reader = traceReader()
  let at = 0
  for (const length of lengths) {
    reader.read(text.slice(at, at + length))
    at += length
  }
  reader.read(text.slice(at))
  return reader.end()
}

describe('a trace of ours', () => {
  test('tells updates, reads, steps and objective', () => {
    const { summary, counted, lines, columns } = read(ours)
    expect(summary).toMatchObject({ steps: 3, updates: 10, macs: 24, largestStep: 1, lastStep: 0.25 })
    expect(summary).toMatchObject({ firstObjective: 3, lastObjective: 1.5 })
    expect([counted, lines]).toEqual(['parameters', 4])
    expect(Object.keys(columns)).toEqual(['step', 'updates', 'relativeStep', 'macs', 'objective'])
  })

  test('is the same in JSON Lines, with a byte order mark, with CRLF, with tabs or semicolons', () => {
    const lines = ours.trim().split('\n')
    const names = lines[0]!.split(',')
    const json = lines.slice(1).map((line) => {
      const fields = line.split(',')
      return JSON.stringify(Object.fromEntries(names.map((name, at) => [name, Number(fields[at])])))
    })
    const same = [
      json.join('\n'),
      `\uFEFF${ours}`,
      `\uFEFF${json.join('\n')}`,
      ours.replaceAll('\n', '\r\n'),
      ours.replaceAll(',', ';'),
      ours.replaceAll(',', '\t'),
      ours.replaceAll('\n', '\n\n'),
      ours.trim()
    ]
    for (const text of same) expect(read(text).summary).toEqual(read(ours).summary)
  })

  test('is the same in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), (lengths) => {
        expect(inPieces(ours, lengths)).toEqual(parseTrace(ours))
      })
    )
  })

  test('may tell how many parameters its memory holds, the same in every row', () => {
    expect(read('parameters,updates,relativeStep\n8,4,1\n8,2,0.5\n').parameters).toBe(8)
    expect(problem('parameters,updates,relativeStep\n8,4,1\n9,2,0.5\n')).toBe(
      '(line 3): expected 8 parameters, as before, got 9'
    )
    expect(problem('parameters,updates,relativeStep\n8,4,1\n', { parameters: 4 })).toMatch(
      'expected 4 parameters'
    )
  })
})

describe("a logger's columns", () => {
  test.each([
    ['step,learning_rate,loss,grad_norm', { learningRate: 'learning_rate', gradientNorm: 'grad_norm' }],
    ['iteration,lr,train_loss', { learningRate: 'lr', objective: 'train_loss' }],
    ['global_step,train/learning_rate,train/loss,eval/loss', { objective: 'train/loss' }],
    [
      'Step,run 7 - train/loss,run 7 - train/learning_rate',
      { step: 'Step', learningRate: 'run 7 - train/learning_rate' }
    ],
    [
      'step,parameters_updated,relative_step,reads,loss',
      { updates: 'parameters_updated', relativeStep: 'relative_step', macs: 'reads' }
    ],
    ['epoch,step,Learning Rate,Gradient Norm', { gradientNorm: 'Gradient Norm' }]
  ])('%s are understood', (header, expected) => {
    const width = header.split(',').length
    const row = (at: number): string => Array.from({ length: width }, () => String(at)).join(',')
    expect(read([header, row(1), row(2)].join('\n')).columns).toMatchObject(expected)
  })

  test('of the total of several losses are the objective, and its parts are none', () => {
    const row = (iteration: number, total: number): string =>
      JSON.stringify({ iteration, loss_cls: 9, loss_box_reg: 9, total_loss: total, lr: 1 })
    expect(read([row(19, 4), row(39, 3)].join('\n'))).toMatchObject({
      columns: { objective: 'total_loss' },
      summary: { updates: 40, firstObjective: 4, lastObjective: 3 }
    })
  })

  test('of a rate that rose first say that the precision is of its smallest step', () => {
    const notes = (log: string): string => read(log).notes.join('\n')
    expect(notes('step,lr\n1,0.125\n2,1\n3,0.5\n')).toMatch(
      'the smallest step is not the last, as after a warm-up: precision is told of the smallest; the last is 1 bit below the largest'
    )
    expect(notes('step,lr\n1,0.5\n2,1\n3,0.5\n')).not.toMatch('warm-up')
  })

  test('of learning rate and gradient norm make the step of gradient descent, where the log or the user says that it was', () => {
    const product = { stepSize: 'learningRate*gradientNorm', summary: { largestStep: 2 } } as const
    const log = 'step,lr,grad_norm\n1,0.5,4\n2,0.25,2\n'
    expect(read(log.replace('lr', 'lr-SGD'))).toMatchObject(product)
    expect(read(log, { stepSize: product.stepSize })).toMatchObject(product)
    expect(read(log).summary.largestStep).toBe(0.5)
    expect(read(log).notes).toEqual([expect.stringMatching('does not name its optimiser') as string])
    const adam = read(log.replace('lr', 'lr-AdamW'))
    expect(adam.summary.largestStep).toBe(0.5)
    expect(adam.notes).toEqual([expect.stringMatching(/no step of AdamW.* not known/) as string])
    expect(read('step,lr\n1,0.5\n2,0.25\n').stepSize).toBe('learningRate')
  })

  test('count the steps since the row before, each an update of every parameter', () => {
    const log = 'step,lr\n10,1\n20,0.5\n50,0.25\n'
    expect(read(log)).toMatchObject({ counted: 'steps', summary: { updates: 50 } })
    expect(read(log, { parameters: 100 })).toMatchObject({
      counted: 'parameters',
      parameters: 100,
      summary: { updates: 5000 }
    })
    expect(read('lr\n1\n0.5\n').summary.updates).toBe(2)
  })

  test('may be quoted, with separators and quotes inside', () => {
    const log = '"step","the ""rate"", of learning"\n"1","0.5"\n2,0.25\n'
    const columns = { learningRate: 'the "rate", of learning' }
    expect(read(log, { columns }).summary).toMatchObject({ largestStep: 0.5, lastStep: 0.25 })
  })

  test('of evaluations are no objective', () => {
    expect(read('lr,eval/loss\n1,2\n0.5,3\n').summary.lastObjective).toBeNaN()
    expect(read('lr,val_loss,loss\n1,9,2\n0.5,9,3\n').summary.lastObjective).toBe(3)
  })

  test('may be empty at the end of a line, however lines end', () => {
    expect(read('lr,loss\r\n1,\r\n0.5,3\r\n').summary).toMatchObject({ steps: 2, firstObjective: 3 })
  })

  test('pass over rows that tell of no step, and count them', () => {
    const log = 'step,lr,loss,eval_loss\n1,1,3,\n1,,,2.9\n2,0.5,2,\n'
    expect(read(log)).toMatchObject({ silent: 1, summary: { steps: 2, lastObjective: 2 } })
    const lines = '{"step":1,"lr":1}\n{"step":1,"eval_loss":2}\n{"step":2,"lr":0.5,"loss":null}\n'
    expect(read(lines)).toMatchObject({ silent: 1, summary: { steps: 2 } })
  })

  test('in JSON Lines may begin after rows that tell of other things', () => {
    const log = '{"epoch":0,"eval_loss":3}\n\n{"step":1,"lr":1}\n{"step":2,"lr":0.5}\n'
    expect(read(log)).toMatchObject({ silent: 1, summary: { steps: 2, lastStep: 0.5 } })
    expect(problem('{"epoch":0}\n{"epoch":1}\n')).toMatch(
      'no column tells of a step, of its size or of a loss, got "epoch"'
    )
    expect(problem('\n{"epoch":\n')).toMatch('(line 2): expected a line of JSON')
  })

  test('that may mean the same are asked about', () => {
    expect(problem('step,lr,learning_rate\n1,1,1\n')).toBe(
      '"lr", "learning_rate" may all be the learningRate: say which, learningRate=NAME'
    )
    const options = { columns: { learningRate: 'lr' } }
    expect(read('step,lr,learning_rate\n1,1,9\n', options).summary.lastStep).toBe(1)
  })

  test('that are not there are named, with those that are', () => {
    expect(problem('r,l,t\n1,1,1\n')).toMatch(
      'no column tells of a step, of its size or of a loss, got "r", "l", "t": limen knows step, epoch'
    )
    expect(problem('step,rate\n1,1\n', { columns: { learningRate: 'rat' } })).toBe(
      'expected a column "rat" for learningRate, got "step", "rate": did you mean "rate"?'
    )
    expect(problem('step,lr\n1,1\n', { stepSize: 'learningRate*gradientNorm' })).toBe(
      'learningRate*gradientNorm needs learningRate and gradientNorm, and the columns are "step", "lr"'
    )
  })
})

test.each([
  ['short lines', ''],
  ['a line as long as several parts', 'é'.repeat(2e6)]
])('a long file, of %s, is read whole as line by line', (_, text) => {
  const rows = Array.from(
    { length: 3e4 },
    (__, at) => `${at + 1},${2 + Math.sin(at)},${at === 9 ? text : 'a'}\n`
  )
  const file = `step,loss,note\n${rows.join('')}`
  const reader = traceReader()
  for (const line of file.split(/(?<=\n)/)) reader.read(line)
  expect(parseTrace(file)).toEqual(reader.end())
  expect(read(file).summary.steps).toBe(rows.length)
})

describe('what is wrong is told with its line', () => {
  test.each([
    [
      'updates,relativeStep\n1,1\n1,x\n',
      '(line 3): expected a number that is not negative for relativeStep, got "x"'
    ],
    ['updates,relativeStep\n1,1\n1\n', '(line 3): expected 2 fields, as the header has, got 1'],
    [
      'updates,relativeStep\n\n-1,1\n',
      '(line 3): expected a number that is not negative for updates, got "-1"'
    ],
    ['updates,relativeStep\n1,"1\n', '(line 2): a quote without an end'],
    ['updates,relativeStep\n1,\n', '(line 2): expected the relativeStep of these updates, got nothing'],
    [
      'step,lr\n2,1\n1,1\n',
      '(line 3): expected a step after 2, got 1: another run, or one that went on from an earlier step, whose rows --skip-bad-lines passes over'
    ],
    ['step,lr\n0.5,1\n', '(line 2): expected a whole number of steps that were taken for step, got "0.5"'],
    ['step,lr\nnan,1\n', '(line 2): expected a whole number of steps that were taken for step, got "nan"'],
    ['step,lr\n1,1\n,1\n', '(line 3): expected the step of this row, as those before have, got nothing'],
    ['{"step":1,"lr":1}\n{"step":2,"l', '(line 2): expected a line of JSON, got "{\\"step\\":2,\\"l"'],
    ['{"step":1,"lr":1}\n[2]\n', '(line 2): expected an object, got a list'],
    [
      'updates,parameters\n3,1e-400\n',
      '(line 2): expected a number of at least 1 for parameters, got "1e-400"'
    ],
    ['{"lr":true}\n', '(line 1): expected a number that is not negative for learningRate, got true'],
    [
      'updates,relativeStep\nx,y\n',
      '(line 2): expected a number that is not negative for updates, got "x"; expected a number that is not negative for relativeStep, got "y"'
    ]
  ])('%j', (text, expected) => {
    expect(problem(text)).toBe(expected)
  })

  test.each([
    ['', 'expected a trace, got nothing'],
    ['\n\n', 'expected a trace, got nothing'],
    ['step,lr\n', 'expected a trace, got no row that tells of a step'],
    ['step,lr,loss\n1,,\n', 'expected a trace, got no row that tells of a step']
  ])('%j is no trace', (text, expected) => {
    expect(problem(text)).toBe(expected)
  })

  test('and reading stops there', () => {
    const reader = traceReader()
    expect(reader.read('lr\n1\n')).toBe(true)
    expect(reader.read('x\n')).toBe(false)
    expect(reader.read('0.5\n')).toBe(false)
    expect(reader.end()).toMatchObject({ left: { message: expect.stringMatching('line 3') as string } })
  })

  test('or is counted, the first of them told, where bad lines are to be skipped', () => {
    const text = 'step,lr\n1,1\n2\nx,y\n3,z\n4,?\n5,0.5\n'
    const { summary, skipped, firstSkipped } = read(text, { skipBadLines: true })
    expect([summary.steps, summary.updates, skipped]).toEqual([2, 5, 4])
    expect(firstSkipped).toHaveLength(3)
    expect(firstSkipped[0]).toBe('line 3: expected 2 fields, as the header has, got 1')
  })

  test('as is what ended the text before its end', () => {
    const reader = traceReader()
    reader.read('lr\n1\n0.')
    expect(reader.end('the text broke off')).toMatchObject({
      left: { message: '(line 3): the text broke off' }
    })
  })

  test('and a line that never ends is no line of a trace', () => {
    expect(problem(`lr\n${'1'.repeat(2 ** 21)}`)).toBe('(line 2): a line of more than 1048576 characters')
  })
})

test('numbers whose sum is beyond float64 are refused, and not told as infinite', () => {
  const read = parseTrace('updates,relative_step\n1e308,1\n1e308,1\n')
  expect(read).toMatchObject({
    left: { message: expect.stringContaining('whose sum is beyond float64') as string }
  })
})
