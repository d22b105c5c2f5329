import { expectTypeOf } from 'expect-type'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { landauer } from '../../src/physics/thermodynamics'
import {
  baseUnits,
  dimensions,
  divDimension,
  mulDimension,
  rootDimension,
  type Area,
  type Capacitance,
  type Dimension,
  type DimensionNames,
  type Dimensionless,
  type Div,
  type Energy,
  type EnergyPerBit,
  type EnergyPerUpdate,
  type Frequency,
  type Information,
  type Length,
  type Mul,
  type NameOf,
  type Power,
  type Root,
  type Time,
  type Updates
} from '../../src/units/dimension'
import { parse } from '../../src/units/parse'
import { add, multiply, squareRoot, type Quantity } from '../../src/units/quantity'
import {
  areas,
  farads,
  joules,
  joulesPerUpdate,
  kelvin,
  metres,
  perSecond,
  seconds,
  watts
} from '../../src/units/si'
import { unit } from '../../src/units/unit'
import { messageOf } from './arbitraries'

const {
  'a pure number': number,
  length,
  mass,
  time,
  'electric current': current,
  temperature,
  rate,
  area,
  energy,
  power,
  'electric charge': charge,
  voltage
} = dimensions
const named = Object.values(dimensions) as readonly Dimension<unknown>[]
const anyNamed = fc.constantFrom(...named)

/** For each pair of a record of types, whether A fits B just where their names are the same. */
type Distinct<T> = {
  [N in keyof T]: {
    [M in keyof T]: ([T[N]] extends [T[M]] ? true : false) extends (N extends M ? true : false) ? true : false
  }[keyof T]
}[keyof T]

describe('named dimensions', () => {
  test('no two are the same type', () => {
    expectTypeOf<Distinct<DimensionNames>>().toEqualTypeOf<true>()
    expectTypeOf<Distinct<DimensionNames & { work: Energy }>>().toEqualTypeOf<boolean>()
    expectTypeOf<{ [N in keyof DimensionNames]: NameOf<DimensionNames[N]> }>().toEqualTypeOf<{
      [N in keyof DimensionNames]: N
    }>()
    expect(Object.keys(dimensions)).toHaveLength(37)
  })

  test('no two are the same value', () => {
    for (const a of named)
      for (const b of named) expect([a.name, b.name, a.key === b.key]).toEqual([a.name, b.name, a === b])
  })

  test('each is filed under its name', () => {
    for (const [name, dimension] of Object.entries(dimensions)) expect(dimension.name).toBe(name)
  })

  test('each has an exponent for every base unit', () => {
    for (const { exponents } of named) expect(Object.keys(exponents as object)).toEqual([...baseUnits])
  })

  test('each is named with a unit of it, of which one is one', () => {
    for (const dimension of named) {
      const of = unit('', dimension)
      expect(parse(of)(`1 ${dimension.coherentUnit}`)).toEqual(E.right(of(1)))
    }
  })

  test('each base unit has a dimension of its own', () => {
    const single = named.filter(({ key }) => /^(0 )*1( 0)*$/.test(key))
    expect(single).toHaveLength(baseUnits.length)
  })

  test('every dimension is frozen, and so are its exponents', () => {
    for (const dimension of [...named, mulDimension(length, mass), divDimension(mass, area)])
      expect([dimension.name, Object.isFrozen(dimension), Object.isFrozen(dimension.exponents)]).toEqual([
        dimension.name,
        true,
        true
      ])
  })
})

describe('derivations', () => {
  const squareMetre = mulDimension(length, length)
  const squareSecond = mulDimension(time, time)
  const bit = dimensions['amount of information']
  const derivations: readonly (readonly [string, Dimension<unknown>, Dimension<unknown>])[] = [
    ['the square metre is m·m', area, squareMetre],
    ['the hertz is 1/s', rate, divDimension(number, time)],
    ['the joule is kg·m²/s²', energy, divDimension(mulDimension(mass, squareMetre), squareSecond)],
    ['the watt is J/s', power, divDimension(energy, time)],
    ['the coulomb is A·s', charge, mulDimension(current, time)],
    ['the volt is W/A', voltage, divDimension(power, current)],
    ['the volt is J/C', voltage, divDimension(energy, charge)],
    ['the ohm is V/A', dimensions.resistance, divDimension(voltage, current)],
    ['the farad is C/V', dimensions.capacitance, divDimension(charge, voltage)],
    ['F/m is the unit of capacitance per length', dimensions['capacitance per length'],
      divDimension(dimensions.capacitance, length)],
    ['J/K is the unit of entropy', dimensions.entropy, divDimension(energy, temperature)],
    ['m²/s is the unit of diffusivity', dimensions.diffusivity, divDimension(area, time)],
    ['J/bit is the unit of energy per bit', dimensions['energy per bit'], divDimension(energy, bit)],
    ['J/update is the unit of energy per update', dimensions['energy per update'],
      divDimension(energy, dimensions['number of updates'])],
    ['J/mac is the unit of energy per mac', dimensions['energy per mac'],
      divDimension(energy, dimensions['number of macs'])],
    ['J/flop is the unit of energy per flop', dimensions['energy per flop'],
      divDimension(energy, dimensions['number of flops'])],
    ['J/conversion is the unit of energy per conversion', dimensions['energy per conversion'],
      divDimension(energy, dimensions['number of conversions'])],
    ['J/parameter is the unit of energy per parameter', dimensions['energy per parameter'],
      divDimension(energy, dimensions['number of parameters'])],
    ['J/token is the unit of energy per token', dimensions['energy per token'],
      divDimension(energy, dimensions['number of tokens'])],
    ['mac/conversion is the unit of macs per conversion', dimensions['number of macs per conversion'],
      divDimension(dimensions['number of macs'], dimensions['number of conversions'])],
    ['update/parameter is the unit of updates per parameter', dimensions['number of updates per parameter'],
      divDimension(dimensions['number of updates'], dimensions['number of parameters'])],
    ['bit/parameter is the unit of bits per parameter', dimensions['number of bits per parameter'],
      divDimension(bit, dimensions['number of parameters'])],
    ['RC is a time', time, mulDimension(dimensions.resistance, dimensions.capacitance)],
    ['CV² is an energy', energy, mulDimension(dimensions.capacitance, mulDimension(voltage, voltage))]
  ] // prettier-ignore

  test.each(derivations)('%s', (_, whole, derived) => {
    expect(derived).toBe(whole)
  })

  test('the joule, spelled out, is m² kg s⁻²', () => {
    expect(energy.key).toBe('2 1 -2 0 0 0 0 0 0 0 0 0 0 0')
    expect(energy.exponents).toMatchObject({ m: 2, kg: 1, s: -2, A: 0, K: 0, bit: 0 })
  })

  test('a dimension without a name is called by its base units', () => {
    expect(mulDimension(energy, temperature).name).toBe('m²·kg·s⁻²·K')
    expect(divDimension(number, mass).name).toBe('kg⁻¹')
  })

  test('products commute', () => {
    fc.assert(
      fc.property(anyNamed, anyNamed, (a, b) => {
        expect(mulDimension(a, b).key).toBe(mulDimension(b, a).key)
      })
    )
  })

  test('a quotient undoes a product, and a square root a square', () => {
    fc.assert(
      fc.property(anyNamed, anyNamed, (a, b) => {
        expect(divDimension(mulDimension(a, b), b)).toBe(a)
        expect(rootDimension(mulDimension(a, a))).toBe(a)
      })
    )
  })

  test('what has no name is one value, too', () => {
    expect(mulDimension(energy, energy)).toBe(mulDimension(energy, energy))
    expect(mulDimension(energy, energy).coherentUnit).toBe('m^4·kg^2/s^4')
  })

  test('anything over itself is a pure number', () => {
    for (const dimension of named) expect(divDimension(dimension, dimension)).toBe(number)
  })
})

describe('dimensions as types', () => {
  test('a power times a time is an energy', () => {
    expectTypeOf<Mul<Power, Time>>().toEqualTypeOf<Energy>()
    expectTypeOf(multiply(watts(2), seconds(3))).toEqualTypeOf<Quantity<Energy>>()
    expect(multiply(watts(2), seconds(3)).dimension).toBe(energy)
  })

  test('products and quotients that have a name take it', () => {
    expectTypeOf<Div<Energy, Updates>>().toEqualTypeOf<EnergyPerUpdate>()
    expectTypeOf<Mul<EnergyPerUpdate, Updates>>().toEqualTypeOf<Energy>()
    expectTypeOf<Mul<Energy, Dimensionless>>().toEqualTypeOf<Energy>()
    expectTypeOf<Div<Energy, Energy>>().toEqualTypeOf<Dimensionless>()
    expectTypeOf<Div<Dimensionless, Time>>().toEqualTypeOf<Frequency>()
    expectTypeOf<Div<Energy, Time>>().toEqualTypeOf<Power>()
    expectTypeOf<Div<Energy, Information>>().toEqualTypeOf<EnergyPerBit>()
    expectTypeOf<Root<Area>>().toEqualTypeOf<Length>()
    expectTypeOf<Root<Dimensionless>>().toEqualTypeOf<Dimensionless>()
    expectTypeOf<Div<Energy, Updates>>().not.toEqualTypeOf<EnergyPerBit>()
    const perUpdate: Dimension<EnergyPerUpdate> = divDimension(energy, dimensions['number of updates'])
    expect(perUpdate).toBe(dimensions['energy per update'])
  })

  test('what has no name keeps its exponents', () => {
    expectTypeOf<Mul<Energy, Energy>['kg']>().toEqualTypeOf<2>()
    expectTypeOf<Mul<Energy, Energy>['s']>().toEqualTypeOf<-4>()
    expectTypeOf<NameOf<Mul<Energy, Energy>>>().toEqualTypeOf<'an unnamed dimension'>()
    expectTypeOf<NameOf<string>>().toEqualTypeOf<'an unknown dimension'>()
    expect(mulDimension(energy, energy).exponents).toMatchObject({ m: 4, kg: 2, s: -4 })
  })

  test('a generic product must have the dimension of the product', () => {
    const product = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Mul<A, B>> => multiply(a, b)
    // @ts-expect-error -- A·A is not A·B
    const wrong = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<Mul<A, A>> => multiply(a, b)
    // @ts-expect-error -- A is not A·B
    const alsoWrong = <A, B>(a: Quantity<A>, b: Quantity<B>): Quantity<A> => multiply(a, b)
    expect(product(watts(2), seconds(3)).dimension).toBe(energy)
    expect([wrong, alsoWrong].map((of) => of(watts(2), seconds(3)).value)).toEqual([6, 6])
  })

  test('an exponent out of range is a readable brand, and fits no named dimension', () => {
    type Beyond = Mul<Capacitance, Capacitance>
    expectTypeOf<Beyond['s']>().toEqualTypeOf<'exponent out of range'>()
    expectTypeOf<Beyond['A']>().toEqualTypeOf<4>()
    type Fits<D> = {
      [N in keyof DimensionNames]: [D] extends [DimensionNames[N]] ? N : never
    }[keyof DimensionNames]
    expectTypeOf<Fits<Beyond>>().toEqualTypeOf<never>()
    expectTypeOf<Fits<Energy>>().toEqualTypeOf<'energy'>()
    const beyond = multiply(farads(1), farads(1))
    // @ts-expect-error -- F² has s⁸
    const wrong: Quantity<Energy> = beyond
    expect(wrong.dimension.name).toBe('m⁻⁴·kg⁻²·s⁸·A⁴')
  })

  test('the square root of an odd exponent does not compile', () => {
    expectTypeOf(squareRoot(areas(4))).toEqualTypeOf<Quantity<Length>>()
    // @ts-expect-error -- √m is no dimension
    expect(() => squareRoot(metres(4))).toThrow('length has no square root: an exponent is odd')
    expectTypeOf<Root<Length>>().toEqualTypeOf<'length has no square root: an exponent is odd'>()
    // @ts-expect-error -- kg has an odd exponent, though m² and s⁻² have even ones
    expect(() => squareRoot(joules(4))).toThrow('energy has no square root: an exponent is odd')
    expect(squareRoot(areas(4)).dimension).toBe(length)
  })

  test('an energy and an energy per update do not add', () => {
    expect(add(joules(1), joules(1)).value).toBe(2)
    // @ts-expect-error -- J and J/update
    expect(() => add(joules(1), joulesPerUpdate(1))).toThrow('cannot add energy per update to energy')
  })

  test('a rate is no temperature, for the compiler and at run time', () => {
    expect(E.isRight(landauer({ temperature: kelvin(300), errorProbability: 0 }))).toBe(true)
    // @ts-expect-error -- 300 per second, not 300 kelvin
    const wrong = landauer({ temperature: perSecond(300), errorProbability: 0 })
    expect(messageOf(wrong)).toContain('temperature')
  })
})
