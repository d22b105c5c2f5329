/** Where float64 may have lost what the formula has: a register is looked at, by a function or by text. */
import fc from 'fast-check'
import { firstUnseen, lookMask, maskTexts, type Look } from '../../src/reading/reach'

/** Sizes about the ends of a look, zeros of both signs, and what is no number. */
const values = fc.oneof(
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 2 ** -100, 2 ** 100, -(2 ** 100), Number.MIN_VALUE),
  fc.double({ min: -(2 ** 101), max: 2 ** 101, noNaN: true }),
  fc.integer({ min: -102, max: 102 }).map((power) => 2 ** power)
)
const registers = fc.array(values, { minLength: 3, maxLength: 3 })
const looks: fc.Arbitrary<Look> = fc.record(
  {
    register: fc.constant(0),
    least: fc.constant(2 ** -100),
    most: fc.constant(2 ** 100),
    zero: fc.oneof(fc.boolean(), fc.constantFrom([1], [2], [1, 2])),
    mayBeNegative: fc.boolean()
  },
  { requiredKeys: ['register', 'least', 'zero', 'mayBeNegative'] }
)

const textOf = (look: Look): string => lookMask(look)(maskTexts)

const byText = (look: Look, [r0, r1, r2]: readonly number[]): boolean =>
  Boolean(new Function('abs', 'r0', 'r1', 'r2', `return ${textOf(look)}`)(Math.abs, r0, r1, r2))

const isSeen = (look: Look, registers: readonly number[]): boolean =>
  firstUnseen(
    look,
    registers.map((value) => Float64Array.of(value)),
    0,
    1
  ) === 1

test('the function and the text say the same of every look at all registers', () => {
  fc.assert(
    fc.property(looks, registers, (look, values) => {
      expect([textOf(look), values, byText(look, values)]).toEqual([
        textOf(look),
        values,
        isSeen(look, values)
      ])
    }),
    { numRuns: 1000 }
  )
})

describe('a number', () => {
  const look: Look = { register: 0, least: 2 ** -100, most: 2 ** 100, zero: [1, 2], mayBeNegative: true }

  test('is where it has to be from the least to the most, of either sign', () => {
    for (const value of [2 ** -100, 1, 2 ** 100, -1, -(2 ** 100)])
      expect(isSeen(look, [value, 1, 1])).toBe(true)
    for (const value of [2 ** -101, 2 ** 101, -(2 ** 101), Infinity, -Infinity, NaN])
      expect(isSeen(look, [value, 0, 0])).toBe(false)
  })

  test('that is never negative is not, where it is', () => {
    expect(isSeen({ ...look, mayBeNegative: false }, [-1, 1, 1])).toBe(false)
  })

  test('has no most where none is said', () => {
    const { most: _, ...open } = look
    expect(isSeen(open, [Number.MAX_VALUE, 1, 1])).toBe(true)
  })

  test('may be 0 where a factor is; a 0 of two factors that are not is an underflow', () => {
    expect(isSeen(look, [0, 0, 1])).toBe(true)
    expect(isSeen(look, [0, 1, 0])).toBe(true)
    expect(isSeen(look, [0, 1, 1])).toBe(false)
    expect(isSeen({ ...look, zero: true }, [0, 1, 1])).toBe(true)
    expect(isSeen({ ...look, zero: false }, [0, 0, 0])).toBe(false)
  })
})
