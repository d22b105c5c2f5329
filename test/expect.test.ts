/** `expect` as the tests have it (`expect.cjs`) is jest's own, and sooner over with what holds. */
import { expect as whole } from 'expect'

const values: unknown[] = [
  undefined,
  null,
  NaN,
  0,
  -0,
  1,
  1n,
  '',
  -1,
  'a',
  'ab',
  'b',
  /a/,
  /b/g,
  true,
  Symbol.iterator,
  [],
  [1],
  [undefined],
  ['a'],
  [NaN],
  [[1]],
  {},
  { a: 1 },
  { a: undefined },
  { length: 1 },
  new Map([[1, 2]]),
  new Set([1]),
  new Date(0),
  new Error('a'),
  () => 1,
  Object.create(null),
  new Float64Array(1),
  Object.assign([1], { a: 1 }),
  { a: expect.any(Number) as unknown },
  expect.stringMatching('a'),
  2
]

/** What they are held against. */
const others = [undefined, NaN, -0, 1, 1n, 'a', /a/, /b/g, [1], { a: 1 }, expect.any(Number) as unknown]

const names = [
  'toBe',
  'toEqual',
  'toBeUndefined',
  'toBeDefined',
  'toBeNull',
  'toBeNaN',
  'toBeLessThan',
  'toBeLessThanOrEqual',
  'toBeGreaterThan',
  'toBeGreaterThanOrEqual',
  'toHaveLength',
  'toContain',
  'toMatch'
] as const

type Ask = (value: unknown) => Record<string, (...expected: unknown[]) => void>

/** What an `expect` says of a value, and of the contrary. */
const verdicts = (expectation: unknown, name: string, actual: unknown, expected: unknown[]) => {
  const of = (expectation as Ask)(actual)
  return [of, of['not'] as unknown as ReturnType<Ask>]
    .map((matchers) => {
      try {
        matchers[name]!(...expected)
        return 'true'
      } catch (error) {
        return (error as Error).message
      }
    })
    .join('; not: ')
}

describe.each(names)('%s', (name) => {
  const alone = /^toBe(Un|De|Nu|NaN)/.test(name)

  test('says what jest says, of the contrary too', () => {
    const differing = values.flatMap((actual, i) =>
      (alone ? [[] as unknown[]] : others.map((expected) => [expected])).flatMap((expected, j) =>
        verdicts(expect, name, actual, expected) === verdicts(whole, name, actual, expected) ? [] : [[i, j]]
      )
    )
    expect(differing).toEqual([])
  })

  test('is counted', () => {
    const [actual, expected] = (
      {
        toHaveLength: ['a', 1],
        toContain: ['a', 'a'],
        toMatch: ['a', /a/],
        toBeUndefined: [undefined],
        toBeNull: [null],
        toBeNaN: [NaN],
        toBeLessThan: [1, 2],
        toBeGreaterThan: [2, 1]
      } as Record<string, unknown[]>
    )[name] ?? [1, 1]
    const before = expect.getState().assertionCalls
    ;(expect as unknown as Ask)(actual)[name]!(...(alone ? [] : [expected]))
    expect(expect.getState().assertionCalls).toBe(before + 1)
  })
})

test('one that fails is told where the test asks it', () => {
  const asked = () => {
    expect(1).toBe(2)
  }
  expect(asked).toThrow('Object.is equality')
  try {
    asked()
  } catch (error) {
    expect((error as Error).stack).toMatch(/\n\s+at asked .*expect\.test\.ts/)
    expect((error as Error).stack).not.toContain('expect.cjs')
  }
})
