/** CSV that a spreadsheet reads as text and numbers. */
import { csvText, isFormula } from '../../../src/format/text/csv-text'

test.each([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  ' =1',
  '"=1"',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '-',
  '--1',
  '+a'
])('%j would be a formula, and has an apostrophe before it', (text) => {
  expect(isFormula(text)).toBe(true)
  expect(
    csvText([[text]])
      .replace(/^"/, '')
      .startsWith("'")
  ).toBe(true)
})

test.each(['-1.5', '+2', '-1e-9', '-.5', '1-1', 'a=b', '−1', "'=1", '', 'a@b'])(
  '%j is none, and stays',
  (text) => {
    expect(isFormula(text)).toBe(false)
    expect(csvText([[text]])).toBe(`${text}\r\n`)
  }
)

test('what parts cells for some spreadsheet is in quotes', () => {
  expect(csvText([['a;=1', 'a,b', 'a"b', 'a b']])).toBe('"a;=1","a,b","a""b",a b\r\n')
})

test('a cell is one line', () => {
  expect(csvText([['a\r\n=1\u202e\t']])).toBe('a\\u000d\\u000a=1\\u202e\\u0009\r\n')
})
