import { prefixes } from '../../src/units/prefix'
import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { landauer } from '../../src/physics/thermodynamics'
import { decimal, Exact } from '../../src/units/decimal'
import { dimensions, type Energy, type EnergyPerBit } from '../../src/units/dimension'
import { parse } from '../../src/units/parse'
import type { Quantity } from '../../src/units/quantity'
import {
  amperes,
  areas,
  bits,
  electronvolts,
  hertz,
  hours,
  joules,
  kelvin,
  kilowattHours,
  metres,
  one,
  seconds,
  volts,
  watts
} from '../../src/units/si'
import * as unitModule from '../../src/units/unit'
import { dot, femto, inUnit, kilo, per, pico, prefixed, unit, type Unit } from '../../src/units/unit'
import { knownUnit, numeral, right } from './arbitraries'

describe('a unit', () => {
  test('makes quantities of its dimension, in coherent SI', () => {
    const inches = unit('in', dimensions.length, '0.0254')
    expect(inches(10).exact.toString()).toBe('0.254')
    expect(inches(10).dimension).toBe(dimensions.length)
    expect({ symbol: inches.symbol, factor: inches.factor.toString() }).toEqual({
      symbol: 'in',
      factor: '0.0254'
    })
  })

  test('is coherent unless told otherwise', () => {
    expect(unit('J', dimensions.energy).factor.toString()).toBe('1')
    expect(joules(5).value).toBe(5)
  })

  test('cannot be changed', () => {
    expect(Object.isFrozen(joules)).toBe(true)
    expect(() => Object.assign(joules, { symbol: 'cal' })).toThrow(TypeError)
  })

  test('makes the same quantity of a number, its numeral and its decimal', () => {
    fc.assert(
      fc.property(knownUnit, fc.double({ noNaN: true, noDefaultInfinity: true }), (of, x) => {
        const [a, b, c] = [of(x), of(String(x)), of(decimal(x))]
        expect([a.exact.eq(b.exact), a.exact.eq(c.exact), a.value === b.value, a.value === c.value]).toEqual(
          Array(4).fill(true)
        )
      })
    )
  })

  test('keeps every digit of a numeral', () => {
    const digits = `1.${'123456789'.repeat(20)}`
    expect(kelvin(digits).exact.toFixed()).toBe(digits)
    expect(kelvin(new Exact(digits)).exact.toFixed()).toBe(digits)
    expect(pico(joules)(digits).exact.times('1e12').toString()).toMatch(/^1\.123456789/)
    expect(kilo(joules)(digits).exact.toFixed()).toBe(`1123.${digits.slice(5)}`)
  })

  test.each(['', 'x', '1,000', '0x10', '1e', '½', 'NaN', 'Infinity', '1 K', '--1', '1_000'])(
    'makes no quantity of the text "%s"',
    (text) => {
      for (const of of [kelvin, pico(kelvin), hours])
        expect(() => of(text)).toThrow(
          new TypeError(
            `${of.symbol}, a unit of ${of.dimension.name}: value: expected a number, a decimal or the text of a number, got ${JSON.stringify(text)}`
          )
        )
    }
  )

  test('keeps what is not finite so, for the models to refuse', () => {
    expect(joules(NaN).exact.isNaN()).toBe(true)
    expect(pico(joules)(Infinity).value).toBe(Infinity)
    for (const wrong of [kelvin(NaN), kelvin(Infinity)])
      expect(E.isLeft(landauer({ temperature: wrong, errorProbability: 0 }))).toBe(true)
    expect(E.isRight(landauer({ temperature: kelvin('300'), errorProbability: 0 }))).toBe(true)
  })

  test('does not lend its dimension to another', () => {
    expectTypeOf(joules(1)).toEqualTypeOf<Quantity<Energy>>()
    // @ts-expect-error -- watts are no unit of energy
    const wrong: Unit<Energy> = watts
    expect(wrong.dimension).not.toBe(joules.dimension)
  })
})

describe('prefixes', () => {
  test('the SI prefixes of 2022 range from quecto to quetta', () => {
    expect(prefixes).toEqual({
      q: -30, r: -27, y: -24, z: -21, a: -18, f: -15, p: -12, n: -9, 'µ': -6, m: -3,
      k: 3, M: 6, G: 9, T: 12, P: 15, E: 18, Z: 21, Y: 24, R: 27, Q: 30
    }) // prettier-ignore
  })

  test.each([
    ['yocto', 'yJ', '1e-24'],
    ['zepto', 'zJ', '1e-21'],
    ['atto', 'aJ', '1e-18'],
    ['femto', 'fJ', '1e-15'],
    ['pico', 'pJ', '1e-12'],
    ['nano', 'nJ', '1e-9'],
    ['micro', 'µJ', '0.000001'],
    ['milli', 'mJ', '0.001'],
    ['kilo', 'kJ', '1000'],
    ['mega', 'MJ', '1000000'],
    ['giga', 'GJ', '1000000000'],
    ['tera', 'TJ', '1000000000000'],
    ['peta', 'PJ', '1000000000000000'],
    ['exa', 'EJ', '1000000000000000000']
  ] as const)('%s(joules) is %s, %s J exactly', (name, symbol, factor) => {
    const of = unitModule[name](joules)
    expect({ symbol: of.symbol, factor: of.factor.toString() }).toEqual({ symbol, factor })
    expect(of.dimension).toBe(dimensions.energy)
    expectTypeOf(of).toEqualTypeOf<Unit<Energy>>()
  })

  test('0.1 pJ is 1e-13 J exactly', () => {
    expect(pico(joules)(0.1).exact.toString()).toBe('1e-13')
    expect(pico(joules)(0.1).value).toBe(1e-13)
  })

  test('a prefix scales a unit that is not coherent', () => {
    expect(prefixed('m', electronvolts)(1).exact.toString()).toBe('1.602176634e-22')
    expect(kilowattHours.factor.toString()).toBe('3600000')
  })

  test('a unit with a prefix is what its symbol reads as', () => {
    const units: readonly Unit<unknown>[] = [kilo(metres), kilo(hertz), kilo(per(joules, bits)), kilo(areas)]
    for (const of of units)
      expect([of.symbol, right(parse(of)(`1 ${of.symbol}`)).exact.toString()]).toEqual([
        of.symbol,
        of(1).exact.toString()
      ])
  })
})

describe('quotients and products', () => {
  test('per(femto(joules), bits) is fJ/bit', () => {
    const of: Unit<EnergyPerBit> = per(femto(joules), bits)
    expect([of.symbol, of.factor.toString(), of.dimension]).toEqual([
      'fJ/bit',
      '1e-15',
      dimensions['energy per bit']
    ])
    expect(of(100).exact.toString()).toBe('1e-13')
  })

  test('what is made by hand is none with a factor that is not above 0', () => {
    const nothing = Object.assign(() => joules(1), { symbol: 'x', dimension: dimensions.energy, factor: 0 })
    const message = 'expected a factor above 0, such as "1e-3", got 0'
    expect(() => per(nothing as never, joules)).toThrow(new TypeError(`per: a.factor: ${message}`))
    expect(() => dot(joules, nothing as never)).toThrow(new TypeError(`dot: b.factor: ${message}`))
  })

  test('a quotient divides the factors, and a product multiplies them', () => {
    const kilometresPerHour = per(kilo(metres), hours)
    expect(inUnit(kilometresPerHour)(per(metres, seconds)(1))).toBe(3.6)
    expect(dot(watts, hours)(1).exact.toString()).toBe('3600')
    expect(dot(kilo(watts), hours).factor.toString()).toBe('3600000')
  })

  test('a product of a voltage and a current is a power', () => {
    const of = dot(volts, amperes)
    expect([of.symbol, of.dimension]).toEqual(['V·A', dimensions.power])
  })

  test('what is divided by is bracketed where it is made of several units', () => {
    expect(per(joules, per(joules, bits)).symbol).toBe('J/(J/bit)')
    expect(per(joules, dot(volts, amperes)).symbol).toBe('J/(V·A)')
    expect(per(joules, dot(volts, amperes)).dimension).toBe(dimensions.time)
    expect(per(dot(volts, amperes), hertz).symbol).toBe('V·A/Hz')
  })

  test('the factor of a quotient is the quotient of the factors', () => {
    fc.assert(
      fc.property(knownUnit, knownUnit, numeral(17), (a, b, x) => {
        const [left, right] = [per(a, b)(x).exact, a(x).exact]
        expect(new Exact(left).times(b.factor).toSignificantDigits(1000).eq(right)).toBe(true)
      })
    )
  })

  test('the reciprocal of a second is written 1/s', () => {
    expect(per(one, seconds).symbol).toBe('1/s')
  })
})

describe('inUnit', () => {
  test('7.2 MJ are 2 kWh', () => {
    expect(inUnit(kilowattHours)(joules(7.2e6))).toBe(2)
  })

  test('gives back the number that a quantity was made of', () => {
    fc.assert(
      fc.property(knownUnit, fc.double({ noNaN: true, noDefaultInfinity: true }), (of, x) => {
        expect(inUnit(of)(of(x))).toBe(x + 0) // a zero has no sign
      }),
      { numRuns: 500 }
    )
  })

  test('takes only quantities of its dimension', () => {
    expect(inUnit(joules)(kilowattHours(1))).toBe(3600000)
    // @ts-expect-error -- kelvins are not measured in joules
    expect(() => inUnit(joules)(kelvin(1))).toThrow('cannot convert temperature to energy')
  })

  test.each([
    ['300 K', '"300 K"'],
    [300, '300'],
    [undefined, 'undefined']
  ])('takes no %p', (given, told) => {
    const convert = inUnit(kelvin) as unknown as (given: unknown) => number
    const message = `inUnit: quantity: expected a quantity such as joules(1), got ${told}`
    expect(() => convert(given)).toThrow(new TypeError(message))
  })
})

test('a prefix of what is no unit says by its name what it takes', () => {
  const { yocto, zepto, atto, nano, micro, milli, mega, giga, tera, peta, exa } = unitModule
  const prefixers = { yocto, zepto, atto, femto, pico, nano, micro, milli, kilo, mega, giga, tera, peta, exa }
  for (const [name, prefixer] of Object.entries(prefixers))
    expect(() => prefixer(7 as never)).toThrow(new RegExp(`^${name}: `, 'u'))
})

test('a unit of what is no numeral is none', () => {
  for (const factor of [{}, null, true])
    expect(() => unit('x', dimensions.energy, factor as never)).toThrow(/^unit: /u)
})
