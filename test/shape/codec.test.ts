/** Codecs of what crosses the border: a quantity is a text with a unit, or a number in SI. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import type * as t from 'io-ts'
import { input } from '../../src/formula/model'
import { problemsOf, record, text, word } from '../../src/shape/codec'
import { field, quantity, stated } from '../../src/shape/quantity'
import type { Fields } from '../../src/shape/shape'
import { wordOr } from '../../src/shape/union'
import { likely, shown } from '../../src/shape/words'
import { giga, mega } from '../../src/units/unit'
import { between } from '../../src/units/enclosure'
import { hertz, joulesPerBit, kelvin, one } from '../../src/units/si'
import { endsIn } from '../ledger/figures'
import { decades } from '../ledger/scenarios'
import { right } from '../ledger/reference'

const rate = quantity(input('f', hertz, '(0, ∞)', 'rate of attempts'), '1 GHz')
const share = quantity(input('ε', one, '(0, ½]', 'probability of error'), '0.01')

const read = <A>(codec: t.Type<A, unknown>, value: unknown): A =>
  right(
    E.mapLeft((errors: t.Errors) => ({ message: JSON.stringify(problemsOf(errors)) }))(codec.decode(value))
  )

const statedRate = stated(input('f', hertz, '(0, ∞)', 'rate of attempts'), '1 GHz')
const statedShare = stated(input('ε', one, '(0, ½]', 'probability of error'), '0.01')

const exactValue = (of: object): unknown => ('exact' in of ? (of as { value?: unknown }).value : 'uncertain')

const problems = (codec: t.Mixed, value: unknown) => {
  const decoded = codec.decode(value)
  if (E.isRight(decoded)) throw new Error('expected problems')
  return problemsOf(decoded.left)
}

const messages = (codec: t.Mixed, value: unknown): readonly string[] =>
  problems(codec, value).map(({ message }) => message)

describe('a quantity', () => {
  test.each<readonly [unknown, number]>([
    ['1 GHz', 1e9],
    [' 2.5e3 kHz ', 2.5e6],
    ['1/s', 1],
    ['10 1/s', 10],
    [1e9, 1e9],
    [0.5, 0.5]
  ])('%p is read in hertz', (value, expected) => {
    const decoded = rate.decode(value)
    expect(E.isRight(decoded) ? decoded.right.value : NaN).toBe(expected)
  })

  test('keeps all the digits of its text', () => {
    expect(read(rate, '1.234567890123456789012345678901 GHz').exact.toFixed()).toBe(
      '1234567890.123456789012345678901'
    )
  })

  test.each<readonly [unknown, string]>([
    ['1 pJ', 'expected a rate such as "1 GHz" (this is an energy), got "1 pJ"'],
    ['5', 'expected a rate such as "1 GHz" (no unit is given), got "5"'],
    ['fast', 'expected a rate such as "1 GHz", got "fast"'],
    ['', 'expected a rate such as "1 GHz", got ""'],
    ['NaN', 'expected a rate such as "1 GHz", got "NaN"'],
    [true, 'expected a rate such as "1 GHz", got true'],
    [null, 'expected a rate such as "1 GHz", got null'],
    [[1], 'expected a rate such as "1 GHz", got a list'],
    [{ value: 1 }, 'expected a rate such as "1 GHz", got an object'],
    [undefined, 'expected a rate such as "1 GHz", got nothing'],
    [NaN, 'expected a finite number, got NaN'],
    [Infinity, 'expected a finite number, got Infinity']
  ])('%p is none, and the error says what would do', (value, message) => {
    expect(messages(rate, value)).toEqual([message])
  })

  test('of an unknown unit may be one that was misspelt', () => {
    expect(messages(rate, '1 GHy')[0]).toMatch(/did you mean "GH[z]"\?/)
  })

  test.each([0, -1, '0 Hz', '-1 GHz'])(
    '%p outside the range of the input is refused with the range',
    (value) => {
      expect(messages(rate, value)[0]).toMatch(/rate of attempts in \(0, ∞\)/)
    }
  )

  test('of a probability is a number, or a share in percent', () => {
    expect(read(share, '1 %').exact.toString()).toBe('0.01')
    expect(read(share, '0.01').exact.toString()).toBe('0.01')
    expect(read(share, 0.5).value).toBe(0.5)
    for (const value of [0.500001, '50.1 %', 0, -0]) expect(messages(share, value)[0]).toContain('(0, ½]')
  })

  test('of ten million digits is refused at once, in a few words', () => {
    const start = performance.now()
    const [message] = messages(rate, '7'.repeat(1e7))
    expect(performance.now() - start).toBeLessThan(1000)
    expect(message).toContain('(10000000 characters)')
    expect(message!.length).toBeLessThan(200)
  })

  test('is encoded with its best unit, and read back the same', () => {
    expect(rate.encode(mega(hertz)(2500))).toBe('2.5 GHz')
    expect(rate.encode(giga(hertz)('0.1'))).toBe('100 MHz')
    const units = [
      [rate, hertz],
      [quantity(input('E', joulesPerBit, '[0, ∞)', 'energy'), '1 pJ/bit'), joulesPerBit],
      [quantity(input('T', kelvin, '(0, ∞)', 'temperature'), '300 K'), kelvin]
    ] as unknown as readonly (readonly [typeof rate, typeof hertz])[]
    fc.assert(
      fc.property(fc.constantFrom(...units), decades(-40, 40), ([codec, unit], value) => {
        const given = unit(value)
        expect(read(codec, codec.encode(given)).exact.eq(given.exact)).toBe(true)
      })
    )
  })

  test('is told from other things', () => {
    expect(rate.is(hertz(1))).toBe(true)
    expect([1, '1 Hz', null, {}].filter((value) => rate.is(value))).toEqual([])
  })
})

describe('a stated quantity', () => {
  const ends = (value: unknown) => endsIn(read(statedRate, value)).map(Number)

  test('is exact, or between two', () => {
    expect(ends('1 GHz')).toEqual([1e9, 1e9])
    expect(ends(5)).toEqual([5, 5])
    expect(ends('1 GHz ± 10 %')).toEqual([0.9e9, 1.1e9])
    expect(ends('[1e9, 1e10] Hz')).toEqual([1e9, 1e10])
    expect(exactValue(read(statedRate, '1 GHz'))).toBe(1e9)
    expect(exactValue(read(statedRate, '1 GHz ± 10 %'))).toBe('uncertain')
  })

  test('is exact where its ends are one: it can be read again as it is written', () => {
    for (const value of ['1 GHz ± 0 Hz', '[1, 1] GHz', '1 GHz ± 0 %']) {
      const found = read(statedRate, value)
      expect(exactValue(found)).toBe(1e9)
      expect(statedRate.encode(found)).toBe('1 GHz')
    }
  })

  test.each<readonly [unknown, string]>([
    ['fast', 'expected a rate such as "1 GHz", got "fast"'],
    ['1 pJ', 'expected a rate such as "1 GHz" (this is an energy), got "1 pJ"'],
    ['[1, 2] pJ', 'expected a rate such as "1 GHz" (this is an energy), got "1 pJ"'],
    ['[2, 1] Hz', 'expected the lower end before the upper, got "[2, 1] Hz"'],
    ['[0, 1] Hz', 'expected rate of attempts in (0, ∞) Hz, got "[0, 1] Hz"'],
    ['1 Hz ± 1 Hz', 'expected rate of attempts in (0, ∞) Hz, got "1 Hz ± 1 Hz"'],
    [0, 'expected rate of attempts in (0, ∞) Hz, got 0'],
    [[1, 2], 'expected a rate such as "1 GHz", got a list'],
    [NaN, 'expected a finite number, got NaN'],
    [null, 'expected a rate such as "1 GHz", got null']
  ])('%j is none, and the error says what would do', (value, message) => {
    expect(messages(statedRate, value)).toEqual([message])
  })

  test('lies within the range of the input with both ends', () => {
    for (const value of ['[0.1, 0.5]', '0.3 ± 0.2', '[10 %, 50 %]'])
      expect(E.isRight(statedShare.decode(value))).toBe(true)
    for (const value of ['[0.1, 0.500001]', '[0, 0.5]', '0.25 ± 0.25', '[-1, 1]'])
      expect(messages(statedShare, value)).toEqual([
        `expected probability of error in (0, ½], got "${value}"`
      ])
  })

  test('is encoded in one unit, and read back the same, whatever its ends', () => {
    expect(statedRate.encode(between(mega(hertz)(900), mega(hertz)(1100)))).toBe('[0.9, 1.1] GHz')
    expect(statedRate.encode(mega(hertz)(2500))).toBe('2.5 GHz')
    fc.assert(
      fc.property(decades(-40, 40), decades(-40, 40), (a, b) => {
        const given = between(hertz(Math.min(a, b)), hertz(Math.max(a, b)))
        expect(endsIn(read(statedRate, statedRate.encode(given))).map(String)).toEqual(
          endsIn(given).map(String)
        )
      })
    )
  })

  test('is told from other things', () => {
    expect(statedRate.is(hertz(1)) && statedRate.is(between(hertz(1), hertz(2)))).toBe(true)
    expect(
      [1, '[1, 2] Hz', null, {}, { lower: 1, upper: 2 }].filter((value) => statedRate.is(value))
    ).toEqual([])
  })
})

describe('a word', () => {
  const law = word(['a power', 'a line'])

  test('is one of those there are', () => {
    expect(read(law, 'a line')).toBe('a line')
    expect(law.encode('a line')).toBe('a line')
    expect(messages(law, 'a circle')).toEqual(['expected one of "a power", "a line", got "a circle"'])
    expect(messages(word(['only']), 1)).toEqual(['expected "only", got 1'])
  })

  test('or another thing', () => {
    const either = wordOr(['never', 'always'], rate)
    expect(read(either, 'never')).toBe('never')
    expect(read(either, '1 Hz')).toMatchObject({ value: 1 })
    expect([either.encode('never'), either.encode(hertz(1))]).toEqual(['never', '1 Hz'])
    expect(either.is('never') && either.is(hertz(1)) && !either.is('often')).toBe(true)
  })

  test('may be misspelt: the error says what was meant', () => {
    const either = wordOr(['never', 'always'], rate)
    expect(messages(either, 'allways')).toEqual([
      'expected one of "never", "always", got "allways": did you mean "always"?'
    ])
    expect(messages(either, 'sometimes')).toEqual([
      'expected a rate such as "1 GHz", got "sometimes"; or one of "never", "always"'
    ])
  })
})

describe('the likely word', () => {
  test.each([
    ['atemptRate', 'attemptRate'],
    ['ATTEMPTRATE', 'attemptRate'],
    ['attempt_rate', 'attemptRate'],
    ['writeTimes', 'writeTime'],
    ['zebra', undefined],
    ['attemptRate'.repeat(10), undefined]
  ])('for %s is %p', (found, expected) => {
    expect(likely(found, ['attemptRate', 'writeTime'])).toBe(expected)
  })

  test('of none is none', () => {
    expect(likely('anything', [])).toBeUndefined()
  })

  test('for every word with one letter wrong is that word', () => {
    const words = ['temperature', 'precision', 'convergence', 'duration']
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), fc.stringMatching(/^[a-z]$/), (name, at, letter) => {
        const where = at % name.length
        expect(likely(name.slice(0, where) + letter + name.slice(where + 1), words)).toBe(name)
      })
    )
  })
})

describe('a record', () => {
  const fields = {
    name: { codec: text, description: 'a name' },
    note: { codec: text, description: 'a note', optional: true },
    rate: field(input('f', hertz, '(0, ∞)', 'rate of attempts'), '1 GHz', {
      value: '1 GHz',
      why: 'customary'
    })
  } as const satisfies Fields
  const inner = record('an object of a few fields', fields)
  const outer = record('an object', {
    inner: { codec: inner, description: 'a few fields' },
    rest: {
      codec: record('an object of defaults', { rate: fields.rate }),
      description: 'defaults',
      default: { value: {}, why: 'the defaults of its fields' }
    }
  })

  test('has its fields, and defaults for those left out', () => {
    const { name, rate: found, note } = read(inner, { name: 'x' })
    expect({ name, note, rate: exactValue(found) }).toEqual({ name: 'x', note: undefined, rate: 1e9 })
    expect(Object.hasOwn(read(inner, { name: 'x' }), 'note')).toBe(false)
  })

  test('may leave out a section of defaults', () => {
    expect(exactValue(read(outer, { inner: { name: 'x' } }).rest.rate)).toBe(1e9)
  })

  test('misses what has no default', () => {
    expect(problems(inner, {})).toEqual([{ pointer: '/name', message: 'missing: expected a name' }])
  })

  test('has no field but its own: an unknown one may be misspelt', () => {
    expect(problems(inner, { name: 'x', raet: 1, zebra: 2 })).toEqual([
      { pointer: '/raet', message: 'unknown field: did you mean "rate"?' },
      { pointer: '/zebra', message: 'unknown field; known are name, note, rate' }
    ])
  })

  test('tells all that is wrong, at every depth, with pointers', () => {
    const found = problems(outer, {
      'a/b': 1,
      '~': 2,
      'inner': { rate: '1 pJ', note: 3 },
      'rest': { rate: 0 }
    })
    expect(found.map(({ pointer }) => pointer).sort()).toEqual(
      ['/a~1b', '/~0', '/inner/name', '/inner/note', '/inner/rate', '/rest/rate'].sort()
    )
  })

  test.each<readonly [unknown, string]>([
    [null, 'null'],
    [[], 'a list'],
    ['x', '"x"'],
    [1, '1'],
    [undefined, 'nothing']
  ])('is not %p', (value, words) => {
    expect(problems(inner, value)).toEqual([
      { pointer: '', message: `expected an object of a few fields, got ${words}` }
    ])
    expect(inner.is(value)).toBe(false)
  })

  test('takes nothing from a prototype', () => {
    const heir = Object.create({ name: 'inherited' }) as object
    expect(problems(inner, heir)).toEqual([{ pointer: '/name', message: 'missing: expected a name' }])
    expect(problems(inner, JSON.parse('{"__proto__": {"name": "x"}}')).map(({ pointer }) => pointer)).toEqual(
      ['/__proto__', '/name']
    )
  })

  test('is encoded field by field', () => {
    expect(outer.encode(read(outer, { inner: { name: 'x', rate: 5 } }))).toEqual({
      inner: { name: 'x', rate: '5 Hz' },
      rest: { rate: '1 GHz' }
    })
  })
})

test('a value stands in a sentence in a few words, whatever it is', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(shown(value).length).toBeLessThan(100)
      expect(shown(value)).not.toContain('\n')
    })
  )
  expect(shown('x'.repeat(1e6)).length).toBeLessThan(100)
})
