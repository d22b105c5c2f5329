/** CSV that a spreadsheet reads as text and numbers. */
import { csvText, withoutFormulas } from '../../../src/format/text/csv-text'

test.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', " '=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['-', "'-"],
  ['--1', "'--1"],
  ['a;=1; -1', "a;'=1; '-1"]
])('%j would be a formula, and is %j', (text, told) => {
  expect(csvText([[text]])).toBe(`${told}\r\n`)
})

test('a quote before it makes no difference, nor does what would part cells without quotes', () => {
  expect(csvText([['"=1"']])).toBe(`"""'=1"""\r\n`)
  expect(withoutFormulas('a,=1,"@b')).toBe(`a,'=1,"'@b`)
})

test.each(['-1.5', '+2', '-1e-9', '-.5', '1-1', 'a=b', '−1', "'=1", '', 'a@b', 'a; b'])(
  '%j is none, and stays',
  (text) => {
    expect(csvText([[text]])).toBe(`${text}\r\n`)
  }
)

test('what parts cells is in quotes', () => {
  expect(csvText([['a,=b', 'a"b', 'a b']])).toBe('"a,=b","a""b",a b\r\n')
})

test('a cell is one line', () => {
  expect(csvText([['a\r\n=1\u202e\t']])).toBe('a\\u000d\\u000a=1\\u202e\\u0009\r\n')
})
