/** Tables of plain text. */
import fc from 'fast-check'
import { aligned, bar, widthOf, wrapped } from '../../../src/report/text/table'
import { oneLine } from '../../../src/shape/words'

const word = fc.stringMatching(/^[a-zµΩ₀²]{1,12}$/)

describe('the width of a text', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['µΩ₀²½∞→', 7],
    ['B̄', 1],
    ['e\u0301\u0302', 1],
    ['𝒲', 1],
    ['█▏', 2]
  ])('"%s" takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  test('of two texts together is the sum', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(widthOf(a + b)).toBe(widthOf(a) + widthOf(b))
      })
    )
  })
})

describe('aligned rows', () => {
  test('have columns as wide as their widest cell', () => {
    expect(
      aligned(
        [
          ['name', '1.5', 'J'],
          ['B̄', '10', 'J/bit']
        ],
        ['left', 'right', 'left']
      )
    ).toEqual(['name  1.5  J', 'B̄      10  J/bit'])
  })

  test('end without spaces, and are set apart by a gap of choice', () => {
    expect(
      aligned(
        [
          ['a', ''],
          ['bcd', 'e']
        ],
        ['left', 'left'],
        ' | '
      )
    ).toEqual(['a   |', 'bcd | e'])
  })

  test('may be none', () => {
    expect(aligned([], ['left'])).toEqual([])
  })

  test('have every cell of a column end, or begin, at one place', () => {
    const rows = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, (cells) => {
        const lines = aligned(cells, ['left', 'right', 'left'])
        const [first, second] = [0, 1].map((column) =>
          Math.max(...cells.map((row) => widthOf(row[column as 0])))
        )
        lines.forEach((line, at) => {
          const letters = Array.from(line)
          const [a, b, c] = cells[at]!
          expect(letters.slice(0, first).join('').trimEnd()).toBe(a)
          expect(
            letters
              .slice(first! + 2, first! + 2 + second!)
              .join('')
              .trimStart()
          ).toBe(b)
          expect(letters.slice(first! + second! + 4).join('')).toBe(c)
        })
      })
    )
  })
})

describe('a wrapped text', () => {
  const texts = fc.array(word, { minLength: 1, maxLength: 40 })

  test('has its words in order, and no line longer than asked but a single long word', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = wrapped(words.join(' '), width)
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines) expect(widthOf(line) <= width || !line.includes(' ')).toBe(true)
      })
    )
  })

  test('is broken as late as can be', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = wrapped(words.join(' '), width)
        lines.slice(1).forEach((line, at) => {
          const [next = ''] = line.split(' ')
          expect(widthOf(lines[at]!) + 1 + widthOf(next)).toBeGreaterThan(width)
        })
      })
    )
  })

  test('counts columns, not characters', () => {
    expect(wrapped('B̄B̄ B̄B̄', 5)).toEqual(['B̄B̄ B̄B̄'])
  })

  test('takes line breaks for spaces', () => {
    expect(wrapped('one\n\ntwo\tthree', 40)).toEqual(['one two three'])
  })

  test('has no spaces at the ends of its lines', () => {
    for (const text of [' one two ', 'one two\n', '\tone'])
      for (const line of wrapped(text, 40)) expect(line).toBe(line.trim())
  })
})

test('a cell of a table is one line, in which nothing hides', () => {
  expect(aligned([['a\nb\u202e', 'c']], ['left', 'left'])).toEqual(['a b\\u202e  c'])
})

describe('one line', () => {
  test('has no line breaks and no runs of spaces, and shows control characters', () => {
    expect(oneLine(' a\n\nb\tc  d\u001b[31me\u0007 ')).toBe('a b c d\\u001b[31me\\u0007')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/\p{Cc}|\s\s|^\s|\s$/u)
      })
    )
  })

  test('is the text itself where it is one', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(oneLine(text)).toBe(text)
      })
    )
  })
})

describe('a bar', () => {
  test.each([
    [0, ''],
    [0.124, ''],
    [0.125, '▏'],
    [0.5, '▌'],
    [0.99, '▉'],
    [1, '█'],
    [2.75, '██▊'],
    [16, '█'.repeat(16)]
  ])('of %p columns is "%s"', (columns, text) => {
    expect(bar(columns)).toBe(text)
  })

  test('is as long as asked, to an eighth of a column', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (columns) => {
        const text = bar(columns)
        const whole = text.split('█').length - 1
        const rest = text.slice(whole)
        const eighths = rest === '' ? 0 : 8 - (rest.codePointAt(0)! - 0x2588) // ▉ is seven eighths
        expect(whole + eighths / 8).toBe(Math.floor(columns * 8) / 8)
      })
    )
  })
})
