/** Texts and the room they take. */
import fc from 'fast-check'
import { drawable, lined, shortenedTo, textWidth } from '../../../src/report/picture/text'
import { names } from './arbitrary'

const room = fc.double({ min: 40, max: 800, noNaN: true })
const size = fc.integer({ min: 11, max: 20 })

test('the width is that of DejaVu Sans where that is the widest of the fonts that may be there', () => {
  // Advance widths of the font: A 684, b 635, a space 318, thousandths of the size.
  expect(textWidth('A b', 1000)).toBe(684 + 318 + 635)
  expect(textWidth('A b', 12)).toBeCloseTo((12 * (684 + 318 + 635)) / 1000, 10)
  expect(textWidth('A', 1000, true)).toBe(774)
})

/** Adobe Font Metrics of Helvetica and Helvetica-Bold, in thousandths of the size. */
const helvetica =
  '278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584'
const helveticaBold =
  '278,333,474,556,556,889,722,238,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,333,333,584,584,584,611,975,722,722,722,722,667,611,778,722,278,556,722,611,833,722,778,667,778,722,667,611,722,667,944,667,667,611,333,278,333,584,556,333,556,611,556,611,556,333,611,611,278,278,556,278,889,611,611,611,611,389,556,333,611,556,778,556,556,500,389,280,389,584'

test.each([
  ['Helvetica', helvetica, false],
  ['Helvetica-Bold', helveticaBold, true]
])('no letter of %s is wider than it is taken to be', (_, widths, isBold) => {
  const letters = widths.split(',').map(Number)
  expect(letters).toHaveLength(95)
  letters.forEach((width, at) => {
    const letter = String.fromCharCode(32 + at)
    expect([letter, textWidth(letter, 1000, isBold) >= width]).toEqual([letter, true])
  })
})

test('the signs of our figures are no wider in DejaVu Sans than they are taken to be', () => {
  const advance = {
    '⁻': 528,
    '⁹': 401,
    '−': 838,
    '×': 838,
    '½': 969,
    '±': 838,
    'µ': 636,
    'ε': 541,
    'σ': 634,
    'α': 659,
    '₀': 401,
    '…': 1000,
    '·': 318,
    'Ω': 764,
    '≤': 838
  }
  for (const [sign, width] of Object.entries(advance))
    expect(textWidth(sign, 1000)).toBeGreaterThanOrEqual(width)
})

test('a text is as wide as its parts', () => {
  fc.assert(
    fc.property(names, names, size, fc.boolean(), (a, b, of, isBold) => {
      const [one, other] = [a, b].map((text) => drawable(text)) as [string, string]
      const sum = textWidth(one, of, isBold) + textWidth(other, of, isBold)
      expect(textWidth(one + other, of, isBold)).toBeCloseTo(sum, 6)
    })
  )
})

test('a text that fits is whole; one that does not is shortened so that it does, and says so', () => {
  fc.assert(
    fc.property(names, room, size, fc.boolean(), (text, width, of, isBold) => {
      const whole = drawable(text)
      const short = shortenedTo(width, text, of, isBold)
      expect(textWidth(short, of, isBold)).toBeLessThanOrEqual(width)
      if (textWidth(whole, of, isBold) <= width) expect(short).toBe(whole)
      else {
        expect(short.endsWith('…')).toBe(true)
        expect(whole.startsWith(short.slice(0, -1))).toBe(true)
      }
    })
  )
})

test('a number stands in one line with its unit', () => {
  for (const width of [60, 90, 120, 150])
    for (const line of lined(width, 'a write of 45 nm at 3.9 pJ to 7 pJ, in 2021', 11))
      expect(line).not.toMatch(/(45|3\.9|7)$|^(nm|pJ)/)
  expect(lined(20, '1 2 3 4 5 6', 11)).toEqual(['1 2', '3 4', '5 6'])
})

test('lines are no wider than they may be, and together they are the text', () => {
  fc.assert(
    fc.property(names, room, size, (text, width, of) => {
      const lines = lined(width, text, of)
      for (const line of lines) {
        expect(textWidth(line, of)).toBeLessThanOrEqual(width)
        expect(line).not.toBe('')
      }
      const letters = (some: string): string => some.replaceAll(' ', '')
      expect(letters(lines.join(''))).toBe(letters(drawable(text)))
    })
  )
})

test('of more lines than there may be, the last says that there is more', () => {
  const text = 'one two three four five six seven eight nine ten'
  const lines = lined(80, text, 12, { most: 2 })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toBe('one two')
  expect(lines[1]).toMatch(/^three .*…$/)
  expect(textWidth(lines[1]!, 12)).toBeLessThanOrEqual(80)
  expect(lined(1000, text, 12, { most: 2 })).toEqual([text])
})

test('spaces and line breaks of a text are single spaces', () => {
  expect(drawable('  a\n\tb  ')).toBe('a b')
  expect(lined(500, '   ', 12)).toEqual([])
})
