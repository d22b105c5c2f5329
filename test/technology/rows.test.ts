/** Rows of text as facts: a watt-hour in a cell is 3600 J. */
import { dated, factsIn, rowsOf } from '../../src/technology/rows'
import { wattHours } from '../../src/units/si'

const sources = {
  book: dated('Someone (2001)', 2001, '10.1000/182'),
  page: dated('X (2002)', 2002, 'https://x.org')
}

test('a row has a value in the unit of its table, and the year and address of its source', () => {
  const [first, second] = factsIn(
    wattHours,
    sources,
    '\nA thing|1||measured|book|\nAnother|1|2|derived|page|of it\n'
  )
  expect(first).toEqual({
    what: 'A thing',
    value: expect.objectContaining({ value: 3600 }) as unknown,
    year: 2001,
    evidence: 'measured',
    source: { citation: 'Someone (2001)', url: 'https://doi.org/10.1000/182' }
  })
  expect(second).toMatchObject({ upTo: { value: 7200 }, note: 'of it', source: { url: 'https://x.org' } })
})

test('a table has a row for each line, whatever stands around them', () => {
  expect(rowsOf('\n\na|b\n|c\n')).toEqual([
    ['a', 'b'],
    ['', 'c']
  ])
})
