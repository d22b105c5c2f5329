/** Nothing in a text hides: it is seen, or written out. */
import fc from 'fast-check'
import { parse } from 'yaml'
import { jsonText, quotedText, visible, visibleLines } from '../../src/units/visible'

/** What steers a terminal, turns text, has no width, breaks lines, or is no character. */
const hidden = [
  ...['\u0000', '\u0007', '\b', '\t', '\r', '\u001b', '\u007f', '\u0085', '\u009b'],
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u00ad', '\u034f', '\u115f', '\u180e', '\u200b', '\u200c', '\u200d', '\u2060', '\u3164', '\ufeff'],
  ...['\u2028', '\u2029', '\ufff9', '\ufffe', '\uffff', '\ufdd0', '\ud800', '\udfff']
]
const pairs = ['\u{e0041}', '\u{1d173}', '\u{1ffff}', '\u{e0100}']

/** As a terminal must not see it; a line break is told apart. */
const raw =
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u

const texts = fc
  .array(fc.oneof(fc.constantFrom(...hidden, ...pairs, '\n'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''))

test.each(hidden.map((character) => [character.charCodeAt(0).toString(16).padStart(4, '0'), character]))(
  'U+%s is written out',
  (code, character) => {
    expect(visible(`a${character}b`)).toBe(`a\\u${code}b`)
    expect(visibleLines(`a${character}b`)).toBe(`a\\u${code}b`)
  }
)

test('so is what takes two halves, each of them; YAML and Python have it whole', () => {
  expect(visible('\u{e0041}')).toBe('\\udb40\\udc41')
  expect(quotedText('\u{e0041}')).toBe('"\\U000e0041"')
})

test('a line break is written out where there is one line, and stays where there are more', () => {
  expect([visible('a\nb'), visibleLines('a\nb')]).toEqual(['a\\u000ab', 'a\nb'])
})

test.each(['plain', '½ kT ln 2 ≤ B̄ ⟨x²⟩', '日本', 'עברית', 'é', '⚡️', '😀', '', '\\u202e'])(
  '%s is as it is',
  (text) => {
    expect(visible(text)).toBe(text)
  }
)

test('whatever a text is, nothing in it hides; what is visible already stays', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const shown = visible(text)
      expect(shown).not.toMatch(raw)
      expect(shown).not.toContain('\n')
      expect(visible(shown)).toBe(shown)
    })
  )
})

test('JSON hides nothing, and is the same when it is read', () => {
  fc.assert(
    fc.property(fc.dictionary(texts, texts), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = jsonText(value, indent)
      expect(text).not.toMatch(raw)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    })
  )
})

test('so is a text in quotes, to a reader of YAML', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const quoted = quotedText(text)
      expect(quoted).not.toMatch(raw)
      // A half of a pair is none of YAML's.
      if (!/\p{Surrogate}/u.test(text)) expect(parse(quoted)).toBe(text)
    })
  )
})
