import fc from 'fast-check'
import { contains, range, type RangeText } from '../../src/units/range'
import { decimal } from '../../src/units/decimal'

const within = (text: RangeText, value: number | string): boolean => contains(range(text), decimal(value))

describe('a range', () => {
  test('is known by its text', () => {
    for (const text of ['(0, ½]', '[0, ∞)', '(−∞, ∞)', '[-1, 1)', '(1e-3, 2.5)'] as const)
      expect(range(text).text).toBe(text)
  })

  test('has the ends that its text says', () => {
    const { lower, upper } = range('(0, ½]')
    expect([lower?.at.toString(), lower?.open, upper?.at.toString(), upper?.open]).toEqual([
      '0',
      true,
      '0.5',
      false
    ])
  })

  test('has no end at infinity', () => {
    expect(Object.keys(range('(−∞, ∞)'))).toEqual(['text'])
    expect(Object.keys(range('[0, ∞)'))).toEqual(['text', 'lower'])
    expect(Object.keys(range('(−∞, 0]'))).toEqual(['text', 'upper'])
  })

  test.each([
    ['(0, ½]', '0', false],
    ['(0, ½]', '-1', false],
    ['(0, ½]', '1e-300', true],
    ['(0, ½]', '0.25', true],
    ['(0, ½]', '0.5', true],
    ['(0, ½]', '0.5000000000000000000000000000000000000001', false],
    ['[0, ½)', '0', true],
    ['[0, ½)', '-0', true],
    ['[0, ½)', '-1e-300', false],
    ['[0, ½)', '0.4999999999999999999999999999999999999999', true],
    ['[0, ½)', '0.5', false],
    ['[½, 1]', '0.5', true],
    ['(½, 1]', '0.5', false],
    ['[0, ∞)', '1e1000', true],
    ['(0, ∞)', '0', false],
    ['(−∞, ∞)', '-1e1000', true],
    ['(−∞, ½]', '-1e1000', true],
    ['[-1, 1)', '-1', true],
    ['[-1, 1)', '1', false],
    ['[0.1, 0.3]', '0.1', true],
    ['[0.1, 0.3]', '0.3', true],
    ['(1e-3, 2)', '0.001', false],
    ['(1e-3, 2)', '0.0010000001', true]
  ] as const)('that %s contains %s is %p', (text, value, expected) => {
    expect(within(text, value)).toBe(expected)
  })

  test('contains its ends just where they are closed, and what lies between', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, finite, finite, fc.boolean(), fc.boolean(), (a, b, x, open, shut) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const text = `${open ? '(' : '['}${from}, ${to}${shut ? ']' : ')'}` as RangeText
        const expected = (open ? x > from : x >= from) && (shut ? x <= to : x < to)
        expect(within(text, x)).toBe(expected)
        expect(within(text, from)).toBe(!open && (from < to || shut))
        expect(within(text, to)).toBe(shut && (from < to || !open))
      })
    )
  })

  test('is written in brackets, with a comma and a space', () => {
    expect(range('[0, 1]').upper?.open).toBe(false)
    // @ts-expect-error -- no brackets
    const wrong: RangeText = '0 to 1'
    // @ts-expect-error -- no number
    const alsoWrong: RangeText = '[a, b]'
    // @ts-expect-error -- the lower end is −∞
    const upsideDown: RangeText = '(∞, 0]'
    expect([wrong, alsoWrong, upsideDown]).toHaveLength(3)
  })
})
