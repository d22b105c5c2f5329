/**
 * The units of the field, a row each: SI with the energies of physicists and engineers, and the
 * counts of learning. `registry` is what `parse` understands.
 */
import * as by from './named'
import type { Dimension, Energy, EnergyPerBit, EnergyPerConversion, EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerUpdate, Frequency, MacsPerConversion, MacsPerUpdate, Temperature, UpdatesPerParameter } from './dim' // prettier-ignore
import { Exact, Working, decimal } from './decimal'
import { expecting } from './argument'
import { aQuantity, expectDimension, ofDecimal, type Quantity } from './quantity'
import { aNumeral, prefixed, quotientOf, unitOf, type Unit } from './unit'

/** A unit by its name in a program. */
const named = <D>(name: string, symbol: string, dimension: Dimension<D>, factor?: string): Unit<D> =>
  unitOf(symbol, dimension, factor, name)

/** A pure number, such as a probability. @since 0.1.0 */
export const one = named('one', '', by.dimensionless)
export const percent = named('percent', '%', by.dimensionless, '0.01')
export const metres = named('metres', 'm', by.length)
export const grams = named('grams', 'g', by.mass, '1e-3')
export const seconds = named('seconds', 's', by.time)
export const minutes = named('minutes', 'min', by.time, '60')
export const hours = named('hours', 'h', by.time, '3600')
export const days = named('days', 'd', by.time, '86400')
/** The Julian year of 365.25 days. @since 0.1.0 */
export const years = named('years', 'yr', by.time, '31557600')
export const amperes = named('amperes', 'A', by.current)
export const kelvin = named('kelvin', 'K', by.temperature)
export const moles = named('moles', 'mol', by.amount)
export const candelas = named('candelas', 'cd', by.luminousIntensity)
export const hertz = named('hertz', 'Hz', by.frequency)
/** Events per second: the hertz under a plainer name. @since 0.1.0 */
export const perSecond: Unit<Frequency> = named('perSecond', '1/s', by.frequency)
export const joules = named('joules', 'J', by.energy)
/** The electronvolt, 1.602176634e-19 J exactly (SI 2019). @since 0.1.0 */
export const electronvolts = named('electronvolts', 'eV', by.energy, '1.602176634e-19')
export const wattHours = named('wattHours', 'Wh', by.energy, '3600')
export const watts = named('watts', 'W', by.power)
export const coulombs = named('coulombs', 'C', by.charge)
export const volts = named('volts', 'V', by.voltage)
export const ohms = named('ohms', '\u03a9', by.resistance)
export const farads = named('farads', 'F', by.capacitance)
export const areas = named('areas', 'm²', by.area)
export const diffusivities = named('diffusivities', 'm²/s', by.diffusivity)
export const faradsPerMetre = named('faradsPerMetre', 'F/m', by.capacitancePerLength)
export const bits = named('bits', 'bit', by.information)
/** Eight bits. @since 0.1.0 */
export const bytes = named('bytes', 'B', by.information, '8')
export const updates = named('updates', 'update', by.updates)
export const macs = named('macs', 'mac', by.macs)
export const flops = named('flops', 'flop', by.flops)
export const conversions = named('conversions', 'conversion', by.conversions)
export const parameters = named('parameters', 'parameter', by.parameters)
export const tokens = named('tokens', 'token', by.tokens)

export const zeptojoules: Unit<Energy> = prefixed('z', joules, 'zeptojoules')
export const attojoules: Unit<Energy> = prefixed('a', joules, 'attojoules')
export const femtojoules: Unit<Energy> = prefixed('f', joules, 'femtojoules')
export const picojoules: Unit<Energy> = prefixed('p', joules, 'picojoules')
export const nanojoules: Unit<Energy> = prefixed('n', joules, 'nanojoules')
export const microjoules: Unit<Energy> = prefixed('µ', joules, 'microjoules')
export const millijoules: Unit<Energy> = prefixed('m', joules, 'millijoules')
export const kilojoules: Unit<Energy> = prefixed('k', joules, 'kilojoules')
export const megajoules: Unit<Energy> = prefixed('M', joules, 'megajoules')
export const gigajoules: Unit<Energy> = prefixed('G', joules, 'gigajoules')
export const kilowattHours: Unit<Energy> = prefixed('k', wattHours, 'kilowattHours')
export const milliseconds = prefixed('m', seconds, 'milliseconds')
export const microseconds = prefixed('µ', seconds, 'microseconds')
export const nanoseconds = prefixed('n', seconds, 'nanoseconds')
export const kilohertz: Unit<Frequency> = prefixed('k', hertz, 'kilohertz')
export const megahertz: Unit<Frequency> = prefixed('M', hertz, 'megahertz')
export const gigahertz: Unit<Frequency> = prefixed('G', hertz, 'gigahertz')

export const joulesPerBit: Unit<EnergyPerBit> = quotientOf(joules, bits, 'joulesPerBit')
export const joulesPerUpdate: Unit<EnergyPerUpdate> = quotientOf(joules, updates, 'joulesPerUpdate')
export const joulesPerMac: Unit<EnergyPerMac> = quotientOf(joules, macs, 'joulesPerMac')
export const joulesPerFlop: Unit<EnergyPerFlop> = quotientOf(joules, flops, 'joulesPerFlop')
export const joulesPerConversion: Unit<EnergyPerConversion> = quotientOf(
  joules,
  conversions,
  'joulesPerConversion'
)
export const joulesPerParameter: Unit<EnergyPerParameter> = quotientOf(
  joules,
  parameters,
  'joulesPerParameter'
)
export const macsPerConversion: Unit<MacsPerConversion> = quotientOf(macs, conversions, 'macsPerConversion')
/** Reads of a parameter for each write of it. @since 0.8.0 */
export const macsPerUpdate: Unit<MacsPerUpdate> = quotientOf(macs, updates, 'macsPerUpdate')
export const updatesPerParameter: Unit<UpdatesPerParameter> = quotientOf(
  updates,
  parameters,
  'updatesPerParameter'
)

/** The Boltzmann constant in J/K, exact since the SI of 2019 (BIPM, SI Brochure, 9th edition). */
export const boltzmannConstant = '1.380649e-23'

/**
 * An energy as a multiple of the thermal energy kT.
 *
 * @example
 * import { kT, kelvin } from 'limen'
 * kT(20, kelvin(300)).value // 8.283894e-20, in joules
 *
 * @since 0.1.0
 */
export const kT = expecting(
  'kT',
  { multiple: aNumeral, temperature: aQuantity },
  (multiple: number | string, temperature: Quantity<Temperature>): Quantity<Energy> => {
    expectDimension(kelvin, temperature, 'convert', 'to')
    return ofDecimal(
      by.energy,
      new Working(new Exact(boltzmannConstant).times(decimal(multiple)).times(temperature.exact))
    )
  }
)

/** A unit as `parse` knows it: every way to write it, and whether it takes SI prefixes. */
export interface Row {
  readonly unit: Unit<unknown>
  readonly spellings: readonly string[]
  readonly prefixable: boolean
}

const row = (of: Unit<unknown>, prefixable: boolean, ...spellings: string[]): Row => ({
  unit: of,
  spellings: of.symbol === '' ? spellings : [of.symbol, ...spellings],
  prefixable
})

export const registry: readonly Row[] = [
  row(percent, false),
  row(metres, true),
  row(grams, true),
  row(seconds, true),
  row(minutes, false, 'minute', 'minutes'),
  row(hours, false, 'hour', 'hours'),
  row(days, false, 'day', 'days'),
  row(years, false, 'year', 'years'),
  row(amperes, true),
  row(kelvin, true),
  row(moles, true),
  row(candelas, true),
  row(hertz, true),
  row(joules, true),
  row(electronvolts, true),
  row(wattHours, true),
  row(watts, true),
  row(coulombs, true),
  row(volts, true),
  row(ohms, true, 'ohm', 'ohms'),
  row(farads, true),
  row(bits, true, 'bits'),
  row(bytes, true, 'byte', 'bytes'),
  row(updates, true, 'updates'),
  row(macs, true, 'macs', 'MAC', 'MACs'),
  row(flops, true, 'FLOP', 'FLOPs'),
  row(conversions, true, 'conversions'),
  row(parameters, true, 'parameters'),
  row(tokens, true, 'tokens')
]
