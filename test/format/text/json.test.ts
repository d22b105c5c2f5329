/** Reading JSON with places: the same values as JSON.parse, and each knows its line and column. */
import fc from 'fast-check'
import { parseJson } from '../../../src/format/text/json'
import { pointerOf, type SchemaProblem, problemText } from '../../../src/shape/problem'
import { left, right } from '../../ledger/reference'
import { secondsOf } from '../../estimate/files'

const problemsOf = (source: string): readonly SchemaProblem[] => left(parseJson(source)).problems

/** The message of a text with one thing wrong. */
const messageOf = (source: string): string => {
  const problems = problemsOf(source)
  expect(problems).toHaveLength(1)
  return problems[0]!.message
}

/** The same with its place. */
const sentenceOf = (source: string): string => problemsOf(source).map(problemText).join()

describe('what JSON.parse reads is read alike', () => {
  test('for every value of objects, lists, texts and numbers', () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const source = JSON.stringify(json, null, space)
        expect(right(parseJson(source)).value).toEqual(JSON.parse(source))
      }),
      { numRuns: 300 }
    )
  })

  test('for texts that are too long to be plain', () => {
    const beyond = ' '.repeat(2 ** 16)
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const source = JSON.stringify(json)
        expect(right(parseJson(source + beyond)).value).toEqual(right(parseJson(source)).value)
      })
    )
  })

  test('and what it refuses is refused', () => {
    const slip = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', ':', '1', 'x', '\\'))
      .map(([source, at, piece]) => {
        const where = at % (source.length + 1)
        return source.slice(0, where) + piece + source.slice(where + 1)
      })
    fc.assert(
      fc.property(slip, (source) => {
        let expected: 'Left' | 'Right' = 'Right'
        try {
          JSON.parse(source)
        } catch {
          expected = 'Left'
        }
        const { _tag } = parseJson(source)
        // A key given twice, and a number of too many digits, are refused here and not there.
        if (_tag !== expected)
          expect(left(parseJson(source)).message).toMatch(/given twice|expected a number/)
      }),
      { numRuns: 500 }
    )
  })
})

describe('places', () => {
  const source = '{\n  "a": {\n    "b/c": [1,\n      true]\n  },\n  "": "x"\n}\n'
  const { positionOf } = right(parseJson(source))

  test.each([
    ['', 1, 1],
    ['/a', 2, 8],
    ['/a/b~1c', 3, 12],
    ['/a/b~1c/0', 3, 13],
    ['/a/b~1c/1', 4, 7],
    ['/', 6, 7]
  ])('the value at "%s" stands on line %i, column %i', (pointer, line, column) => {
    expect(positionOf(pointer)).toEqual({ line, column })
  })

  test('what is not there has the place of the nearest value above it', () => {
    expect(positionOf('/a/missing')).toEqual(positionOf('/a'))
    expect(positionOf('/missing/further/down')).toEqual(positionOf(''))
  })

  test('every value of a pretty-printed object stands where its key does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z~/ "]{1,8}$/), { minLength: 1 }), (keys) => {
        const text = JSON.stringify(Object.fromEntries(keys.map((key) => [key, 1])), null, 2)
        const { value, positionOf } = right(parseJson(text))
        Object.keys(value as object).forEach((key, at) => {
          expect(positionOf(pointerOf([key]))?.line).toBe(at + 2)
        })
      })
    )
  })
})

describe('a byte order mark', () => {
  test('is passed over', () => {
    expect(right(parseJson('\uFEFF{"a": 1}')).value).toEqual({ a: 1 })
  })

  test('does not shift places', () => {
    expect(right(parseJson('\uFEFF{"a": 1}')).positionOf('/a')).toEqual({ line: 1, column: 7 })
  })

  test('is none where it is not at the start', () => {
    expect(sentenceOf('{"a": \uFEFF1}')).toContain('(line 1): malformed JSON at column 7')
  })
})

describe('malformed JSON is found where it is', () => {
  test.each([
    ['an empty file', '', 1, 1],
    ['an empty file of spaces', '  \n ', 2, 2],
    ['a file cut off in an object', '{', 1, 2],
    ['a file cut off after a key', '{"name"', 1, 8],
    ['a file cut off after a colon', '{"name":', 1, 9],
    ['a file cut off in a text', '{\n  "name": "x', 2, 11],
    ['a file cut off in a list', '[1, 2', 1, 6],
    ['a trailing comma', '{\n  "a": 1,\n}', 3, 1],
    ['a trailing comma in a list', '[1,]', 1, 4],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['a missing colon', '{"a" 1}', 1, 6],
    ['a missing value', '{"a": }', 1, 7],
    ['NaN', '{"a": NaN}', 1, 7],
    ['Infinity', '{\n"a": -Infinity}', 2, 6],
    ['undefined', '{"a": undefined}', 1, 7],
    ['a comment', '{\n  // why\n  "a": 1}', 2, 3],
    ['single quotes', "{'a': 1}", 1, 2],
    ['a second value', '{} {}', 1, 4],
    ['a number with a leading point', '{"a": .5}', 1, 7],
    ['a number with a trailing point', '{"a": 1.}', 1, 7],
    ['a number with a plus', '{"a": +1}', 1, 7],
    ['a tab in a text', '{"a": "\t"}', 1, 7],
    ['a bad escape', '{"a": "\\x"}', 1, 7]
  ])('%s', (_, source, line, column) => {
    expect(sentenceOf(source)).toMatch(
      new RegExp(`^\\(line ${line}\\): malformed JSON at column ${column}: \\w+ \\w+`)
    )
  })

  test.each([
    ['{"a" 1}', 'expected a colon after the name of a field'],
    ['{"a": 1', 'expected a closing brace }'],
    ['[1', 'expected a closing bracket ]'],
    ['{"a": 1 "b": 2}', 'expected a comma'],
    ['{"a": 1,}', 'expected the name of a field, in double quotes'],
    ['{"a": "x', 'a text without a closing quote'],
    ['{} {}', 'expected the end of the text'],
    ['/* x */ {}', 'comments are not part of JSON']
  ])('%s: %s', (source, sentence) => {
    expect(messageOf(source)).toContain(sentence)
  })

  test('one slip is one problem, however much follows from it', () => {
    expect(problemsOf('{"a": {"b": [1, {"c": }]}, "d" "e"}')).toHaveLength(1)
  })
})

describe('a key given twice', () => {
  test('is refused, with the line of the second', () => {
    const [problem, ...others] = problemsOf('{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}')
    expect(others).toEqual([])
    expect(problem).toMatchObject({ position: { line: 4, column: 3 } })
    expect(problem!.message).toBe('the field "a" is given twice')
  })

  test('is refused at any depth, with the pointer of the object that has it', () => {
    expect(problemsOf('{"w": {"x": [{"k": 1, "k": 1}]}}')).toEqual([
      expect.objectContaining({ pointer: '/w/x/0' })
    ])
  })

  test('is refused where one of them is written with an escape', () => {
    expect(messageOf('{"a": 1, "\\u0061": 2}')).toBe('the field "a" is given twice')
  })

  test('is all right in two objects', () => {
    expect(right(parseJson('[{"a": 1}, {"a": 2}]')).value).toEqual([{ a: 1 }, { a: 2 }])
  })
})

describe('names that mean something to JavaScript are names like others', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (name) => {
    const { value } = right(parseJson(`{"${name}": {"polluted": 1}}`))
    expect(Object.keys(value as object)).toEqual([name])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('__proto__ given twice is given twice', () => {
    expect(messageOf('{"__proto__": 1, "__proto__": 2}')).toBe('the field "__proto__" is given twice')
  })
})

describe('a number that JSON would not keep', () => {
  test.each(['0.1234567890123456789', '123456789012345678', '1e999', '-1e999', '1e-999', '9007199254740993'])(
    '%s is refused, with its place',
    (literal) => {
      const [problem, ...others] = problemsOf(`{\n  "a": ${literal}\n}`)
      expect(others).toEqual([])
      expect(problem).toMatchObject({ pointer: '/a', position: { line: 2, column: 8 } })
      expect(problem!.message).toContain(`got ${literal}`)
    }
  )

  test.each(['0.1', '1e22', '1.7976931348623157e308', '5e-324', '-0', '0.10', '100e-2', '9007199254740992'])(
    '%s is kept',
    (literal) => {
      expect(right(parseJson(literal)).value).toBe(Number(literal))
    }
  )

  test('every number that JavaScript prints is kept', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(right(parseJson(JSON.stringify(value))).value).toBe(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  test('each of several is told', () => {
    expect(problemsOf('[1e999, 1, 1e-999]').map(({ pointer }) => pointer)).toEqual(['/0', '/2'])
  })

  test('ten million digits are refused at once, in a few words', () => {
    const source = `{"a": ${'7'.repeat(1e7)}}`
    expect(secondsOf(() => parseJson(source))).toBeLessThan(2)
    expect(messageOf(source)).toMatch(/7… \(10000000 characters\)$/)
    expect(messageOf(source).length).toBeLessThan(200)
  })
})

describe('nesting', () => {
  test('of a hundred is read', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100))).toMatchObject({ _tag: 'Right' })
  })

  test.each([1e5, 1e6])('of %p is refused at once', (depth) => {
    for (const source of ['['.repeat(depth), '['.repeat(depth) + ']'.repeat(depth), '{"a":'.repeat(depth)]) {
      expect(messageOf(source)).toBe(
        'expected JSON of at most 200 lists and objects inside each other: it is nested too deeply'
      )
    }
  })

  test.each([3000, 3500, 4000, 4500, 5000, 6000])(
    'of %p is no exception, and no matter of seconds',
    (depth) => {
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":[', ']}']
      ] as const)
        expect(secondsOf(() => parseJson(open.repeat(depth) + close.repeat(depth)))).toBeLessThan(1)
    }
  )
})

test('a list of a hundred thousand numbers is read at once', () => {
  const source = JSON.stringify(Array.from({ length: 1e5 }, (_, at) => at))
  expect(secondsOf(() => right(parseJson(source)))).toBeLessThan(3)
})
