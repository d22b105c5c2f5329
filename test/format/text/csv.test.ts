/** Comma-separated rows (RFC 4180): what is written is read, and each row has its line. */
import fc from 'fast-check'
import { columnOf, csvRows } from '../../../src/format/text/csv'

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`

test('fields that are written are read, whatever is in them', () => {
  const field = fc.stringMatching(/^[a-z",;# \r\n\t]{0,6}$/).map((text) => text.trim())
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (written, end, closed) => {
      const source = written.map((fields) => fields.map(quoted).join(',')).join(end) + (closed ? end : '')
      const read = csvRows(source)
      expect('message' in read ? read : read.map(({ fields }) => fields)).toEqual(written)
    })
  )
})

test('blank lines are no rows, but count as lines; so do breaks in quotes', () => {
  expect(csvRows('\uFEFFa,b\n\n  \n"c\nd", e \r\nf,')).toMatchObject([
    { line: 1, fields: ['a', 'b'] },
    { line: 4, fields: ['c\nd', 'e'] },
    { line: 6, fields: ['f', ''] }
  ])
})

test('a field has the place where it begins, behind blanks and on its own line', () => {
  const places = (source: string) => {
    const read = csvRows(source)
    return 'message' in read
      ? read
      : read.map((row) => row.places.map(({ line, column }) => `${line}:${column}`).join(' '))
  }
  expect(places('ab, c\n\n"d", "e\nf\rg",h\r\n1,22,333')).toEqual(['1:1 1:5', '3:1 3:6 5:4', '6:1 6:3 6:6'])
})

test('a quote without an end has its line', () => {
  expect(csvRows('a,b\n1,"2\n3')).toMatchObject({ position: { line: 2 } })
  expect(csvRows('a,b\n1, "2,3\n')).toMatchObject({ position: { line: 2 } })
  expect(csvRows('a,b\n\n1,"2"3\n')).toMatchObject({ position: { line: 3 } })
})

test('the unit of a column stands in parentheses at its end', () => {
  expect(columnOf(' energy_FW(J)')).toEqual({ name: 'energy_FW', unit: 'J' })
  expect(columnOf('Total CIM (FW+AG) Area (m^2)')).toEqual({ name: 'Total CIM (FW+AG) Area', unit: 'm^2' })
  expect(columnOf('energy_consumed')).toEqual({ name: 'energy_consumed' })
})
