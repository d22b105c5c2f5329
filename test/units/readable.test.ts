/** Quantities and enclosures as JavaScript, JSON and test frameworks take them. */
import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { enclosedForm, exactForm, figure } from '../../src/report/data/form/figure'
import { Exact, Working } from '../../src/units/decimal'
import { dimensions } from '../../src/units/dimension'
import { between, enclosure, plusMinus } from '../../src/units/enclosure'
import { format } from '../../src/units/format'
import { parse } from '../../src/units/parse'
import { add, divide, multiply, ofDecimal, ofEnd, ofNumber, subtract } from '../../src/units/quantity'
import { femtojoules, joules, joulesPerBit, kelvin, one, seconds, watts } from '../../src/units/si'
import { unit } from '../../src/units/unit'
import { knownUnit, numeral, right } from './arbitraries'

/** Equal to jest and to Node, strictly, or to neither. */
const sameTo = (a: unknown, b: unknown): readonly boolean[] =>
  [
    () => {
      expect(a).toEqual(b)
    },
    () => {
      expect(a).toStrictEqual(b)
    },
    () => {
      assert.deepStrictEqual(a, b)
    }
  ].map((check) => {
    try {
      check()
      return true
    } catch {
      return false
    }
  })

const [all, none] = [
  [true, true, true],
  [false, false, false]
]

describe('what a quantity is compared by, in tests', () => {
  test('1 J + 2 J is 3 J, also after either was read', () => {
    const [sum, three] = [add(joules(1), joules(2)), joules(3)]
    expect(sum).toEqual(three)
    assert.deepStrictEqual(sum, three)
    expect([three.exact.toString(), sum.value]).toEqual(['3', 3])
    expect(sum).toStrictEqual(three)
    assert.deepStrictEqual(sum, three)
  })

  test('is its value and its dimension, however it was made', () => {
    const bearing = unit('J', dimensions.energy)
    fc.assert(
      fc.property(fc.oneof(numeral(16, 320), numeral(18, 30), numeral(40)), (text) => {
        const exact = new Exact(text)
        const made = [
          joules(text),
          bearing(text),
          joules(exact),
          ofDecimal(dimensions.energy, new Working(exact)),
          ofDecimal(dimensions.energy, exact),
          right(parse(joules)(`${text} J`)),
          multiply(watts(text), seconds(1)),
          ...(exact.precision() <= 34 ? [add(joules(text), joules(0)), divide(joules(text), one(1))] : [])
        ]
        if (new Exact(Number(text)).eq(exact)) made.push(joules(Number(text)))
        for (const [at, each] of made.entries()) {
          expect(at % 2 === 0 ? each.value : each.exact).toBeDefined()
          if (exact.precision() <= 34 || at < 6) expect([text, sameTo(each, made[0])]).toEqual([text, all])
        }
      })
    )
  })

  test('differs where the 40th digit does', () => {
    const [a, b] = ['1', '1.0000000000000000000000000000000000000001'].map((text) => joules(text))
    expect(a!.value).toBe(b!.value)
    expect(sameTo(a, b)).toEqual(none)
  })

  test('differs where the value or the dimension does', () => {
    expect(sameTo(joules(1), joules(2))).toEqual(none)
    expect(sameTo(joules(1), joulesPerBit(1))).toEqual(none)
    expect(sameTo(joules(1), kelvin(1))).toEqual(none)
  })

  test('is the same for a float64 as for its shortest decimal, and not for another that rounds to it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(sameTo(ofNumber(dimensions.energy, x), joules(String(x)))).toEqual(all)
      })
    )
    expect(joules('0.1000000000000000055').value).toBe(0.1)
    expect(sameTo(joules('0.1000000000000000055'), joules(0.1))).toEqual(none)
  })

  test('a zero has no sign, and what is no number is itself', () => {
    expect(sameTo(joules(-0), joules(0))).toEqual(all)
    expect(sameTo(joules('-0'), joules(0))).toEqual(all)
    expect(sameTo(subtract(joules(1), joules(1)), joules(0))).toEqual(all)
    expect(sameTo(divide(joules(0), seconds(0)), watts(NaN))).toEqual(all)
    expect(sameTo(divide(joules(1), seconds(0)), watts(Infinity))).toEqual(all)
  })

  test('of an end is its side, too', () => {
    const [end, other] = [1, 2].map(() => ofEnd(dimensions.energy, new Exact('0.1'), 'down'))
    expect(end!.value).toBeLessThan(0.1)
    expect(sameTo(end, other)).toEqual(all)
    expect(sameTo(end, ofEnd(dimensions.energy, new Exact('0.1'), 'up'))).toEqual(none)
    expect(sameTo(end, joules(0.1))).toEqual(none)
  })

  test('of an enclosure is that of its ends', () => {
    const enclosed = plusMinus(kelvin(300), kelvin(2))
    expect([enclosed.lower.value, format(enclosed)]).toEqual([298, '[298.0, 302.0] K'])
    expect(sameTo(enclosed, between(kelvin(298), kelvin(302)))).toEqual(all)
    expect(sameTo(enclosed, between(kelvin(298), kelvin(303)))).toEqual(none)
    const zero = enclosure(dimensions.energy, new Exact('-0'), new Exact(0))
    expect(sameTo(zero, between(joules(0), joules(0)))).toEqual(all)
  })
})

test('a decimal quantity makes its float64 once', () => {
  const exact = new Working('1.234567890123456789012345')
  let made = 0
  Object.defineProperty(exact, 'toNumber', {
    value: () => {
      made++
      return Number(exact.toString())
    }
  })
  const quantity = ofDecimal(dimensions.energy, exact)
  expect([quantity.value, quantity.value]).toEqual([1.2345678901234567, 1.2345678901234567])
  expect(made).toBe(1)
})

describe('in a text', () => {
  test('a quantity and an enclosure read as format has them', () => {
    fc.assert(
      fc.property(knownUnit, numeral(20), (of, digits) => {
        const quantity = of(digits)
        expect([String(quantity), quantity.toString()]).toEqual([format(quantity), format(quantity)])
        const text = quantity as unknown as number
        expect(`It is ${text}`).toBe(`It is ${format(quantity)}`)
      })
    )
    expect([String(joules(3)), String(between(kelvin(1), kelvin(2)))]).toEqual([
      '3.000 J',
      '[1.000, 2.000] K'
    ])
    expect([joules(1), kelvin(4)].join(', ')).toBe('1.000 J, 4.000 K')
    expect(inspect(joules(3))).toBe('3.000 J')
  })
})

describe('as a number', () => {
  const [three, four] = [joules(3), joules(4)] as unknown as readonly [number, number]
  const uses: readonly (readonly [string, () => unknown])[] = [
    ['a < b', () => three < four],
    ['a >= b', () => three >= four],
    ['Number', () => Number(three as unknown)],
    ['a - b', () => three - four],
    ['a + 1', () => three + 1],
    ['a + text', () => (three as unknown as string) + ' is the energy'],
    ['a == 3', () => (three as unknown) == '3'],
    ['Math.max', () => Math.max(three, four)]
  ]

  test.each(uses)('%s is a TypeError that says what to use instead', (_, use) => {
    expect(use).toThrow(
      new TypeError(
        '3.000 J is no number: use compare, equals, add, multiply and so on, or its .value; in a text, format(it)'
      )
    )
  })

  test('an enclosure is none either', () => {
    const enclosed = between(kelvin(1), kelvin(2)) as unknown as number
    expect(() => enclosed < 3).toThrow(
      new TypeError('[1.000, 2.000] K is no number: use its ends, .lower and .upper; in a text, format(it)')
    )
  })
})

describe('as JSON', () => {
  test('a quantity is its digits and its unit, as the library writes figures', () => {
    expect(JSON.stringify({ energy: femtojoules(0.1) })).toBe('{"energy":{"value":"1e-16","unit":"J"}}')
    for (const energy of [joules(3), joules('1.2345678901234567890123'), joules(0)])
      expect(JSON.parse(JSON.stringify(energy))).toEqual(figure(exactForm, energy.dimension).encode(energy))
  })

  test('an enclosure is those of its ends', () => {
    const room = plusMinus(kelvin(300), kelvin('0.1'))
    expect(JSON.stringify(room)).toBe('{"lower":"299.9","upper":"300.1","unit":"K"}')
    expect(JSON.parse(JSON.stringify(room))).toEqual(figure(enclosedForm, room.dimension).encode(room))
  })

  test('every digit can be read back, and the unit', () => {
    fc.assert(
      fc.property(knownUnit, numeral(40), (of, text) => {
        const { value, unit } = JSON.parse(JSON.stringify(of(text))) as Record<string, string>
        expect(unit).toBe(of.dimension.coherentUnit)
        expect(right(parse(of)(`${value!} ${unit!}`))).toEqual(of(text))
      })
    )
  })
})
