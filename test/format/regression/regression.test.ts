/** Comma-separated rows of numbers as data of a regression: 226 features of 320 pictures. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeRegression, isTable } from '../../../src/format/regression/regression'
import { learn } from '../../../src/simulation/learn'
import { logisticLoss } from '../../../src/simulation/loss/logistic'
import { hertz, kelvin, seconds } from '../../../src/units/si'
import { left, right } from '../../reading/values'

const examples = join(__dirname, '../../../examples')
const example = readFileSync(join(examples, 'rings-crosses.csv'), 'utf8')

test('the last column is the label, or the one that is said to be', () => {
  const text = 'a,b,c\r\n1, 2,"3"\r\n\r\n-4e-1,5,6'
  expect(right(decodeRegression(text))).toEqual({
    names: ['a', 'b'],
    label: 'c',
    features: [
      [1, 2],
      [-0.4, 5]
    ],
    labels: [3, 6]
  })
  expect(right(decodeRegression(text, 'a'))).toMatchObject({
    names: ['b', 'c'],
    label: 'a',
    labels: [1, -0.4]
  })
})

test('all that is wrong is told at once, each with its line and column', () => {
  const { problems } = left(decodeRegression('a,,a\n1,two,3\n4,5\n6, 7,1e999\n1,2,3,4\n', 'label'))
  expect(problems.map(({ position, message }) => `${position!.line}:${position!.column} ${message}`)).toEqual(
    [
      '1:3 expected the name of a column, got nothing',
      '1:4 expected each column once, got "a" again',
      '1:1 expected a column "label" for the label, got a, , a',
      '2:3 : expected a finite number, got "two"',
      '3:3 expected 3 fields, as there are columns, got 2',
      '4:6 a: expected a finite number, got "1e999"',
      '5:7 expected 3 fields, as there are columns, got 4'
    ]
  )
})

test.each([
  ['', 'expected a first row with the names of two columns at least, got none'],
  ['a\n1\n', 'expected a first row with the names of two columns at least, got "a" alone'],
  ['1,2\n3,4\n', '(line 1): expected a first row with the names of the columns, got numbers'],
  ['a,b\n', '(line 1): expected a row below the names, got none'],
  ['a,b\n1,"2\n', '(line 2): expected a field, with quotes around all of it or none']
])('%j: %s', (text, message) => {
  expect(left(decodeRegression(text)).message).toBe(message)
})

test.each([
  ['a,y\n1,2\n', true],
  ['\uFEFF\n"a b",y', true],
  ['1,2\n', true],
  ['{"a": 1,\n', false],
  ['* a remark, of QPS\nROWS\n', false],
  ['400 800\n1 2 1\n', false],
  ['a\n1,2\n', false]
])('%j is a table: %s', (text, expected) => {
  expect(isTable(text)).toBe(expected)
})

describe('the example', () => {
  const data = right(decodeRegression(example))

  test('is what its script makes', () => {
    expect(execFileSync(process.execPath, [join(examples, 'rings-crosses.mjs')], { encoding: 'utf8' })).toBe(
      example
    )
  })

  test('is small, and has more than 200 parameters', () => {
    expect(example.length).toBeLessThan(200e3)
    expect(data.names).toHaveLength(226)
    expect(data.labels).toHaveLength(320)
  })

  test('is learned by tilts: nine of ten rings are told from crosses', () => {
    const loss = right(logisticLoss(data, { rungs: 65, range: [-0.5, 0.5], ridge: 1 }))
    const run = right(
      learn(loss, {
        writer: 'tilted',
        seed: 1,
        temperature: kelvin(300),
        attemptRate: hertz(1),
        duration: seconds(1e5),
        updates: 100,
        runs: 2
      })
    )
    const { values } = run.best
    const correct = data.features.filter(
      (row, at) => row.reduce((sum, each, i) => sum + each * values[i]!, 0) > 0 === (data.labels[at] === 1)
    )
    expect(correct.length / data.labels.length).toBeGreaterThan(0.9)
    expect(run.final.mean).toBeLessThan(0.5 * 320 * Math.LN2)
  })
})
