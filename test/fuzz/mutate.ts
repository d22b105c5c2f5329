/** Texts made worse: bytes, lines, words and numbers of a good one changed. */
import type { Random } from './random'

const numbers = [
  '0', '-0', '1', '-1', '0.5', '1e308', '1e-308', '5e-324', '1e309', '-1e309', '1e-400', '1e999', '1e-999999999',
  '1e-9000000000000', '1e9000000000000000', '9007199254740993', '18446744073709551615', '0x10', '1_000', '1,5',
  '1e', '.', '-', '+', 'nan', 'inf', '-inf', 'infinity', 'NaN', 'Infinity', 'null', 'true', '1e5', '4294967296',
  '0.30000000000000004', '1e-17', '300 K', '1 pJ', '1 J/update', '50 %', '[1, 2] K', '300 K ± 400 K', '1e16 update'
] // prettier-ignore

const words = [
  '', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\u0000', '\u001b[31m', '\u202e', '\ufeff', '\ud800', '\u{1f600}', 'é',
  '"', "'", '""', ',', ',,', ';', ':', '=', '#', '//', '/*', '$', '[', ']', '{', '}', '[]', '{}', '(', ')', '&a', '*a',
  '!!', '---\n', '...', '? ', '- ', '|', '>', '%', '@', '`', '\\', '\\u0000', '<script>', '=1+1', '__proto__',
  'constructor', 'toString', 'Total', 'ENDATA', 'ROWS', 'RANGES', 'BOUNDS', '"a": 1, "a": 1', 'component', 'energy'
] // prettier-ignore

const numeral = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/g

/** No text grows beyond this by changes. */
const longest = 300_000

/** How often something of a length is repeated. */
const many = (random: Random, length = 1): number =>
  Math.min(random.pick([2, 2, 2, 3, 3, 3, 10, 10, 100, 5000]), Math.ceil(longest / (length + 1)))

/** A piece of a text. */
const span = (random: Random, text: string, longest = 40): readonly [from: number, to: number] => {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(longest))]
}

const replaced = (text: string, [from, to]: readonly [number, number], by: string): string =>
  text.slice(0, from) + by + text.slice(to)

type Change = (text: string, random: Random) => string

/** One of the places where a pattern stands, with something else in it. */
const atOne =
  (pattern: RegExp, by: (random: Random, found: string) => string): Change =>
  (text, random) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const at = random.pick(found)
    return replaced(text, [at.index, at.index + at[0].length], by(random, at[0]))
  }

const onLines =
  (change: (lines: string[], random: Random) => void): Change =>
  (text, random) => {
    const lines = text.split('\n')
    change(lines, random)
    return lines.join('\n')
  }

const changes: readonly Change[] = [
  atOne(numeral, (random) => random.pick(numbers)),
  atOne(numeral, (random) => random.pick(numbers)),
  atOne(
    numeral,
    (random, found) => found + random.pick(['0', 'e5', 'e-300', 'e300', '.', '9'.repeat(many(random))])
  ),
  atOne(/"[^"\n]*"/g, (random) => JSON.stringify(random.pick([...words, ...numbers]))),
  atOne(/"[^"\n]*"/g, (random) => random.pick([...words, ...numbers])),
  atOne(/[A-Za-z_]\w*/g, (random) => random.pick([...words, ...numbers])),
  atOne(/[A-Za-z_]\w*/g, (random, found) =>
    random.pick([found.toUpperCase(), found.slice(1), found + found])
  ),
  atOne(/[^\w\s]/g, (random) => random.pick(words)),
  (text, random) => replaced(text, span(random, text), ''),
  (text, random) => replaced(text, span(random, text, 1), random.pick(words)),
  (text, random) => replaced(text, span(random, text), random.pick([...words, ...numbers])),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => {
    const [from, to] = span(random, text)
    return replaced(text, [from, from], text.slice(from, to).repeat(many(random, to - from)))
  },
  (text, random) => {
    const at = random.below(text.length + 1)
    return replaced(text, [at, at], random.pick(words).repeat(many(random)))
  },
  (text, random) => {
    const [a, b] = [span(random, text), span(random, text)]
    return replaced(replaced(text, a, text.slice(...b)), b, text.slice(...a))
  },
  (text, random) => {
    const at = random.below(text.length)
    return replaced(text, [at, at + 1], String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(8))))
  },
  onLines((lines, random) => lines.splice(random.below(lines.length), 1 + random.below(3))),
  onLines((lines, random) => {
    const at = random.below(lines.length)
    lines.splice(at, 0, ...Array.from({ length: many(random, lines[at]!.length) }, () => lines[at]!))
  }),
  onLines((lines, random) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
  }),
  (text, random) => text.replaceAll('\n', random.pick(['', ' ', '\r\n', '\r', '\u2028', '\n\n'])),
  (text, random) => {
    const depth = many(random)
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
      ['(', ')']
    ] as const)
    const [from, to] = span(random, text)
    return replaced(text, [from, to], open.repeat(depth) + text.slice(from, to) + close.repeat(depth))
  }
]

/** A text with one change or a few. */
export const mutated = (text: string, random: Random): string => {
  const times = random.pick([1, 1, 1, 2, 3, 8])
  let result = text
  for (let time = 0; time < times; time++) result = random.pick(changes)(result, random).slice(0, longest)
  return result
}

/** A number of a kind that breaks things. */
export const extreme = (random: Random): string => random.pick(numbers)

/** A word of that kind. */
export const odd = (random: Random): string => random.pick(words)
