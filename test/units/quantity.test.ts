import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import { Exact } from '../../src/units/decimal'
import { dimensions, type Dimension, type Energy, type EnergyPerUpdate } from '../../src/units/dimension'
import { between, plusMinus } from '../../src/units/enclosure'
import { formatWith } from '../../src/units/format'
import {
  add,
  compare,
  divide,
  equals,
  hasDimension,
  isQuantity,
  multiply,
  ofDecimal,
  ofEnd,
  ofNumber,
  squareRoot,
  subtract,
  type Quantity
} from '../../src/units/quantity'
import {
  areas,
  femtojoules,
  hours,
  joules,
  joulesPerUpdate,
  kelvin,
  kilowattHours,
  metres,
  one,
  seconds,
  updates,
  watts
} from '../../src/units/si'
import { inUnit, unit } from '../../src/units/unit'
import { numeral } from './arbitraries'

/** A numeral such as "-12e3" as an integer of 10⁻⁴⁰. */
const integerOf = (text: string): bigint => {
  const [significand, exponent] = text.split('e')
  return BigInt(significand!) * 10n ** BigInt(Number(exponent) + 40)
}

const is = (quantity: Quantity<unknown>, integer: bigint, scale: number): boolean =>
  quantity.exact.eq(new Exact(`${String(integer)}e-${String(scale)}`))

describe('exactness', () => {
  test('0.1 fJ is 1e-16 J exactly, and the float64 nearest to it', () => {
    expect(femtojoules(0.1).exact.toString()).toBe('1e-16')
    expect(femtojoules(0.1).value).toBe(1e-16)
  })

  test('0.1 J + 0.2 J is 0.3 J', () => {
    expect(add(joules(0.1), joules(0.2)).exact.toString()).toBe('0.3')
    expect(add(joules(0.1), joules(0.2)).value).toBe(0.3)
    expect(subtract(joules(0.3), joules(0.1)).exact.toString()).toBe('0.2')
  })

  test('the value of a quantity is the float64 nearest to its decimal', () => {
    fc.assert(
      fc.property(numeral(40, 330), (text) => {
        expect(joules(text).value).toBe(Number(text))
      })
    )
  })

  test('a float64 quantity has the shortest decimal of its value', () => {
    const third = ofNumber(dimensions.energy, 1 / 3)
    expect(third.exact.toString()).toBe('0.3333333333333333')
    expect(third.value).toBe(1 / 3)
  })

  test('a quantity of a decimal keeps it', () => {
    const q = ofDecimal(dimensions.energy, new Exact('1.000000000000000000000000000000000000000001'))
    expect(q.exact.toFixed()).toBe('1.000000000000000000000000000000000000000001')
    expect(q.value).toBe(1)
  })

  test('sums and differences that 34 digits hold are exact', () => {
    fc.assert(
      fc.property(numeral(20, 5), numeral(20, 5), (x, y) => {
        expect(is(add(joules(x), joules(y)), integerOf(x) + integerOf(y), 40)).toBe(true)
        expect(is(subtract(joules(x), joules(y)), integerOf(x) - integerOf(y), 40)).toBe(true)
      })
    )
  })

  test('products that 34 digits hold are exact', () => {
    fc.assert(
      fc.property(numeral(17), numeral(17), (x, y) => {
        expect(is(multiply(joules(x), seconds(y)), integerOf(x) * integerOf(y), 80)).toBe(true)
      })
    )
  })

  test('a sum is rounded to 34 digits, a tie to the even one', () => {
    expect(add(joules('1e33'), joules('0.5')).exact.toFixed()).toBe('1' + '0'.repeat(33))
    expect(add(joules('1' + '0'.repeat(32) + '1'), joules('0.5')).exact.toFixed()).toBe(
      '1' + '0'.repeat(32) + '2'
    )
    expect(add(joules(1), joules('1e-34')).exact.toString()).toBe('1')
  })

  test('a quotient is rounded to 34 digits', () => {
    expect(divide(joules(2), updates(3)).exact.toString()).toBe(`0.${'6'.repeat(33)}7`)
  })

  test('a quantity over zero is not finite', () => {
    expect(divide(joules(1), seconds(0)).value).toBe(Infinity)
    expect(divide(joules(-1), seconds(0)).value).toBe(-Infinity)
    expect(divide(joules(0), seconds(0)).value).toBeNaN()
  })
})

describe('an end of an enclosure', () => {
  const third = new Exact(1).div(3)
  const [below, above] = [ofEnd(dimensions.energy, third, 'down'), ofEnd(dimensions.energy, third, 'up')]

  test('is a quantity whose float64 is on its side, and whose decimal is exact', () => {
    expect([isQuantity(below), isQuantity(above)]).toEqual([true, true])
    expect([below.value < 1 / 3, above.value > 1 / 3]).toEqual([true, true])
    expect([below.exact, above.exact].map((exact) => exact.eq(third))).toEqual([true, true])
    expect([below.rounding, above.rounding, joules(1).rounding]).toEqual(['down', 'up', undefined])
  })

  test('is compared by its decimal, and what is computed from it is no end', () => {
    expect(compare(below, above)).toBe(0)
    expect(add(below, above).rounding).toBeUndefined()
    expect(add(below, below).exact.toString()).toBe(`0.${'6'.repeat(33)}7`)
  })
})

describe('laws', () => {
  const nonzero = numeral(34)

  test('a sum and a product do not depend on the order', () => {
    fc.assert(
      fc.property(nonzero, nonzero, (x, y) => {
        const [a, b] = [watts(x), seconds(y)]
        const [ab, ba] = [multiply(a, b), multiply(b, a)]
        expect(ab.exact.eq(ba.exact)).toBe(true)
        expect(ab.dimension.key).toBe(ba.dimension.key)
        expect(add(watts(x), watts(y)).exact.eq(add(watts(y), watts(x)).exact)).toBe(true)
      })
    )
  })

  test('nothing added, and one times, change nothing', () => {
    fc.assert(
      fc.property(nonzero, (x) => {
        expect(add(joules(x), joules(0)).exact.eq(joules(x).exact)).toBe(true)
        expect(multiply(joules(x), one(1)).exact.eq(joules(x).exact)).toBe(true)
        expect(multiply(joules(x), one(1)).dimension).toBe(dimensions.energy)
        expect(subtract(joules(x), joules(x)).exact.isZero()).toBe(true)
      })
    )
  })

  test('the square root of a square is the magnitude', () => {
    fc.assert(
      fc.property(numeral(17), (x) => {
        const root = squareRoot(multiply(metres(x), metres(x)))
        expect(root.exact.eq(metres(x).exact.abs())).toBe(true)
        expect(root.dimension).toBe(dimensions.length)
      })
    )
  })

  test('the square root of 2 m² has the digits of Pythagoras’ constant', () => {
    expect(squareRoot(areas(2)).exact.toString()).toBe('1.414213562373095048801688724209698')
  })

  test('no length has a negative square', () => {
    expect(squareRoot(areas(-1)).value).toBeNaN()
  })
})

describe('comparing', () => {
  test('the sign of a comparison is the sign of the difference', () => {
    fc.assert(
      fc.property(numeral(30), numeral(30), (x, y) => {
        const difference = integerOf(x) - integerOf(y)
        expect(Math.sign(compare(joules(x), joules(y)))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
      })
    )
  })

  test('with what is no number is none', () => {
    expect([compare(joules(NaN), joules(1)), compare(joules(1), joules(NaN))]).toEqual([NaN, NaN])
  })

  test('a kilowatt-hour is 3.6 MJ, and what differs in the 40th digit is not equal', () => {
    expect(compare(kilowattHours(1), joules(3.6e6))).toBe(0)
    expect(compare(joules('1.0000000000000000000000000000000000000001'), joules(1))).toBe(1)
  })
})

describe('dimensions', () => {
  test('quantities of different dimensions neither add nor compare', () => {
    expectTypeOf(add(joules(1), kilowattHours(1))).toEqualTypeOf<Quantity<Energy>>()
    expect(add(joules(1), kilowattHours(1)).value).toBe(3600001)
    // @ts-expect-error -- energy and energy per update
    expect(() => add(joules(1), joulesPerUpdate(1))).toThrow('cannot add energy per update to energy')
    // @ts-expect-error -- energy and power
    expect(() => subtract(joules(1), watts(1))).toThrow('cannot subtract power from energy')
    // @ts-expect-error -- a temperature and a time
    expect(() => compare(kelvin(1), seconds(1))).toThrow('cannot compare time to temperature')
    // @ts-expect-error -- a temperature and a time
    expect(() => equals(kelvin(1), seconds(1))).toThrow('cannot compare time to temperature')
    // @ts-expect-error -- a number is not a quantity
    expect(() => add(joules(1), 1)).toThrow('got 1')
  })

  test('of any two that differ, every way to put them together says so', () => {
    const named = fc.constantFrom(...Object.values<Dimension<unknown>>(dimensions))
    const [sum, difference, order, same] = [add, subtract, compare, equals] as unknown as readonly ((
      a: Quantity<unknown>,
      b: Quantity<unknown>
    ) => unknown)[]
    fc.assert(
      fc.property(named, named, (of, by) => {
        const [a, b] = [ofNumber(of, 1), ofNumber(by, 2)]
        const all: readonly (readonly [() => unknown, string])[] = [
          [() => sum!(a, b), `cannot add ${by.name} to ${of.name}`],
          [() => difference!(a, b), `cannot subtract ${by.name} from ${of.name}`],
          [() => order!(a, b), `cannot compare ${by.name} to ${of.name}`],
          [() => same!(a, b), `cannot compare ${by.name} to ${of.name}`],
          [() => between(a, b), `cannot compare ${by.name} to ${of.name}`],
          [() => plusMinus(a, b), `cannot add ${by.name} to ${of.name}`],
          [() => inUnit(unit('u', of))(b), `cannot convert ${by.name} to ${of.name}`],
          [() => formatWith({ unit: unit('u', of) })(b), `cannot convert ${by.name} to ${of.name}`]
        ]
        for (const [together, sentence] of all)
          if (of === by) expect(together).not.toThrow()
          else expect(together).toThrow(new TypeError(sentence))
      })
    )
  })

  test.each([
    [1, '1'],
    ['1 J', '"1 J"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ value: 1 }, 'an object'],
    [[joules(1)], 'a list'],
    [joules, 'the unit J itself: call it with a number'],
    [between(joules(1), joules(2)), '[1.000, 2.000] J']
  ])('what is no quantity is said to be none, on either side: %p', (given, told) => {
    const message = (name: string, argument: string): TypeError =>
      new TypeError(`${name}: ${argument}: expected a quantity such as joules(1), got ${told}`)
    const both = Object.entries({ add, subtract, multiply, divide, compare, equals }) as unknown as readonly [
      string,
      (a: unknown, b: unknown) => unknown
    ][]
    for (const [name, combine] of both) {
      expect(() => combine(given, joules(1))).toThrow(message(name, 'a'))
      expect(() => combine(joules(1), given)).toThrow(message(name, 'b'))
    }
    expect(() => (squareRoot as (a: unknown) => unknown)(given)).toThrow(message('squareRoot', 'a'))
  })

  test('20 W for 24 h are 1.728 MJ', () => {
    const energy: Quantity<Energy> = multiply(watts(20), hours(24))
    expect([energy.value, energy.dimension.name]).toEqual([1728000, 'energy'])
  })

  test('an energy over updates is an energy per update', () => {
    const each: Quantity<EnergyPerUpdate> = divide(joules(6), updates(3))
    expect([each.value, each.dimension.name]).toEqual([2, 'energy per update'])
    // @ts-expect-error -- not an energy
    const wrong: Quantity<Energy> = each
    expect(wrong.dimension).not.toBe(dimensions.energy)
  })

  test('a quantity is known by how it was made, not by its shape', () => {
    const { dimension, value, exact } = joules(1)
    expect([joules(1), joules('1'), add(joules(1), joules(1))].map(isQuantity)).toEqual([true, true, true])
    expect([{ dimension, value, exact }, 1, '1 J', null, undefined, joules].map(isQuantity)).toEqual(
      Array(6).fill(false)
    )
  })

  test('a quantity has the dimension that its exponents say', () => {
    const q: Quantity<unknown> = multiply(watts(1), seconds(1))
    expect(hasDimension(dimensions.energy, q)).toBe(true)
    expect(hasDimension(dimensions.power, q)).toBe(false)
    expect(hasDimension(multiply(joules(1), kelvin(1)).dimension, multiply(kelvin(1), joules(1)))).toBe(true)
  })
})
