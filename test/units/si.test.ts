import { dimensions, type DimensionNames } from '../../src/units/dimension'
import { prefixes } from '../../src/units/prefix'
import { parse } from '../../src/units/parse'
import { inUnit, micro, per, unit, type Unit } from '../../src/units/unit'
import * as si from '../../src/units/si'
import { kT, kelvin, registry } from '../../src/units/si'
import { right } from '../reading/values'

/** Each unit: its symbol, how many coherent SI units it is, and of what (SI Brochure, 9th edition). */
const units: Readonly<Record<string, readonly [string, string, keyof DimensionNames]>> = {
  one: ['', '1', 'a pure number'],
  percent: ['%', '0.01', 'a pure number'],
  metres: ['m', '1', 'length'],
  grams: ['g', '0.001', 'mass'],
  seconds: ['s', '1', 'time'],
  minutes: ['min', '60', 'time'],
  hours: ['h', '3600', 'time'],
  days: ['d', '86400', 'time'],
  years: ['yr', '31557600', 'time'],
  amperes: ['A', '1', 'electric current'],
  kelvin: ['K', '1', 'temperature'],
  moles: ['mol', '1', 'amount of substance'],
  candelas: ['cd', '1', 'luminous intensity'],
  hertz: ['Hz', '1', 'rate'],
  perSecond: ['1/s', '1', 'rate'],
  joules: ['J', '1', 'energy'],
  electronvolts: ['eV', '1.602176634e-19', 'energy'],
  wattHours: ['Wh', '3600', 'energy'],
  watts: ['W', '1', 'power'],
  coulombs: ['C', '1', 'electric charge'],
  volts: ['V', '1', 'voltage'],
  ohms: ['Ω', '1', 'resistance'],
  farads: ['F', '1', 'capacitance'],
  areas: ['m²', '1', 'area'],
  diffusivities: ['m²/s', '1', 'diffusivity'],
  faradsPerMetre: ['F/m', '1', 'capacitance per length'],
  bits: ['bit', '1', 'amount of information'],
  bytes: ['B', '8', 'amount of information'],
  updates: ['update', '1', 'number of updates'],
  macs: ['mac', '1', 'number of macs'],
  flops: ['flop', '1', 'number of flops'],
  conversions: ['conversion', '1', 'number of conversions'],
  parameters: ['parameter', '1', 'number of parameters'],
  tokens: ['token', '1', 'number of tokens'],
  zeptojoules: ['zJ', '1e-21', 'energy'],
  attojoules: ['aJ', '1e-18', 'energy'],
  femtojoules: ['fJ', '1e-15', 'energy'],
  picojoules: ['pJ', '1e-12', 'energy'],
  nanojoules: ['nJ', '1e-9', 'energy'],
  microjoules: ['µJ', '0.000001', 'energy'],
  millijoules: ['mJ', '0.001', 'energy'],
  kilojoules: ['kJ', '1000', 'energy'],
  megajoules: ['MJ', '1000000', 'energy'],
  gigajoules: ['GJ', '1000000000', 'energy'],
  kilowattHours: ['kWh', '3600000', 'energy'],
  milliseconds: ['ms', '0.001', 'time'],
  microseconds: ['µs', '0.000001', 'time'],
  nanoseconds: ['ns', '1e-9', 'time'],
  kilohertz: ['kHz', '1000', 'rate'],
  megahertz: ['MHz', '1000000', 'rate'],
  gigahertz: ['GHz', '1000000000', 'rate'],
  joulesPerBit: ['J/bit', '1', 'energy per bit'],
  joulesPerUpdate: ['J/update', '1', 'energy per update'],
  joulesPerMac: ['J/mac', '1', 'energy per mac'],
  joulesPerFlop: ['J/flop', '1', 'energy per flop'],
  joulesPerConversion: ['J/conversion', '1', 'energy per conversion'],
  joulesPerParameter: ['J/parameter', '1', 'energy per parameter'],
  macsPerConversion: ['mac/conversion', '1', 'number of macs per conversion'],
  macsPerUpdate: ['mac/update', '1', 'number of macs per update'],
  updatesPerParameter: ['update/parameter', '1', 'number of updates per parameter']
}

const exported = Object.entries(si).flatMap(([name, value]): [string, Unit<unknown>][] =>
  typeof value === 'function' && 'factor' in value ? [[name, value as Unit<unknown>]] : []
)

describe('units', () => {
  test('every unit is named as it is exported, and one of a user is not', () => {
    for (const [name, of] of exported) expect(of.name).toBe(name)
    for (const of of [unit('K', si.kelvin.dimension), micro(si.joules), per(si.joules, si.bits)])
      expect(of.name).toBe('')
  })

  test('every unit has a row of reference', () => {
    expect(exported.map(([name]) => name).sort()).toEqual(Object.keys(units).sort())
  })

  test.each(exported)('%s have the symbol, the size and the dimension of the reference', (name, of) => {
    const [symbol, factor, dimension] = units[name]!
    expect([of.symbol, of.factor.toString()]).toEqual([symbol, factor])
    expect(of.dimension).toBe(dimensions[dimension])
  })

  test.each(exported)('%s are read by their symbol', (_, of) => {
    expect(right(parse(of)(`3 ${of.symbol}`)).exact.toString()).toBe(of(3).exact.toString())
  })

  test('an electronvolt is 1.602176634e-19 J exactly', () => {
    expect(si.electronvolts(1).exact.toString()).toBe('1.602176634e-19')
  })

  test('a kilowatt-hour is 3.6 MJ', () => {
    expect(si.kilowattHours(1).value).toBe(3.6e6)
    expect(inUnit(si.megajoules)(si.kilowattHours(1))).toBe(3.6)
  })

  test('a Julian year is 365.25 days of 24 hours of 60 minutes of 60 seconds', () => {
    expect(inUnit(si.days)(si.years(1))).toBe(365.25)
    expect(inUnit(si.hours)(si.days(1))).toBe(24)
    expect(inUnit(si.minutes)(si.hours(1))).toBe(60)
    expect(si.minutes(1).value).toBe(60)
    expect(si.minutes(0.1).exact.toString()).toBe('6')
  })

  test('a byte is eight bits, and a percent a hundredth', () => {
    expect(inUnit(si.bits)(si.bytes(1))).toBe(8)
    expect(si.percent(50).exact.toString()).toBe('0.5')
  })

  test('a hertz is once per second', () => {
    expect(inUnit(si.hertz)(si.perSecond(300))).toBe(300)
  })
})

describe('the thermal energy', () => {
  test('the Boltzmann constant is 1.380649e-23 J/K', () => {
    expect(si.boltzmannConstant).toBe('1.380649e-23')
    expect(kT(1, kelvin(1)).exact.toString()).toBe('1.380649e-23')
  })

  test('20 kT at 300 K are 8.283894e-20 J exactly', () => {
    expect(kT(20, kelvin(300)).exact.toString()).toBe('8.283894e-20')
    expect(kT(20, kelvin(300)).dimension).toBe(dimensions.energy)
  })

  test('kT at 25 °C is 25.69 meV', () => {
    expect(kT('1', kelvin('298.15')).exact.toString()).toBe('4.1164049935e-21')
    expect(inUnit(si.electronvolts)(kT(1, kelvin(298.15)))).toBeCloseTo(0.025693, 6)
  })

  test('a multiple that is no number is refused', () => {
    expect(() => kT('some', kelvin(300))).toThrow(
      'kT: multiple: expected a number, a decimal or the text of a number, got "some"'
    )
    // @ts-expect-error -- a rate is no temperature
    expect(() => kT(1, si.perSecond(300))).toThrow('cannot convert rate to temperature')
  })
})

describe('the registry', () => {
  const spellings = registry.flatMap((row) => row.spellings)

  test('no two units are spelled alike', () => {
    const owners = registry.flatMap((row) => [...new Set(row.spellings)])
    expect(owners.filter((spelling, at) => owners.indexOf(spelling) !== at)).toEqual([])
  })

  test('no unit with a prefix is spelled like another unit', () => {
    const withPrefix = registry.flatMap(({ spellings, prefixable }) =>
      prefixable
        ? [...new Set(spellings)].flatMap((spelling) =>
            Object.keys(prefixes).map((prefix) => prefix + spelling)
          )
        : []
    )
    expect(withPrefix.filter((spelling) => spellings.includes(spelling))).toEqual([])
    expect(withPrefix).toHaveLength(new Set(withPrefix).size)
  })

  test('every unit is spelled by its symbol', () => {
    for (const { unit, spellings } of registry) expect(spellings).toContain(unit.symbol)
  })

  test('minutes, hours, days, years and percent take no prefix', () => {
    expect(registry.filter(({ prefixable }) => !prefixable).map(({ unit }) => unit.symbol)).toEqual([
      '%', 'min', 'h', 'd', 'yr'
    ]) // prettier-ignore
  })
})
