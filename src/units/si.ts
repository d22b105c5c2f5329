/**
 * The units of the field, a row each: SI with the energies of physicists and engineers, and the
 * counts of learning. `registry` is what `parse` understands.
 */
import * as by from './named'
import type { Energy, EnergyPerBit, EnergyPerConversion, EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerUpdate, Frequency, MacsPerConversion, MacsPerUpdate, Temperature, UpdatesPerParameter } from './dim' // prettier-ignore
import { Exact, Working, decimal } from './decimal'
import { expecting } from './argument'
import { aQuantity, expectDimension, ofDecimal, type Quantity } from './quantity'
import { aNumeral, prefixed, quotientOf, unitOf, type Unit } from './unit'

/** A pure number, such as a probability. @since 0.1.0 */
export const one = unitOf('', by.dimensionless)
export const percent = unitOf('%', by.dimensionless, '0.01')
export const metres = unitOf('m', by.length)
export const grams = unitOf('g', by.mass, '1e-3')
export const seconds = unitOf('s', by.time)
export const minutes = unitOf('min', by.time, '60')
export const hours = unitOf('h', by.time, '3600')
export const days = unitOf('d', by.time, '86400')
/** The Julian year of 365.25 days. @since 0.1.0 */
export const years = unitOf('yr', by.time, '31557600')
export const amperes = unitOf('A', by.current)
export const kelvin = unitOf('K', by.temperature)
export const moles = unitOf('mol', by.amount)
export const candelas = unitOf('cd', by.luminousIntensity)
export const hertz = unitOf('Hz', by.frequency)
/** Events per second: the hertz under a plainer name. @since 0.1.0 */
export const perSecond: Unit<Frequency> = unitOf('1/s', by.frequency)
export const joules = unitOf('J', by.energy)
/** The electronvolt, 1.602176634e-19 J exactly (SI 2019). @since 0.1.0 */
export const electronvolts = unitOf('eV', by.energy, '1.602176634e-19')
export const wattHours = unitOf('Wh', by.energy, '3600')
export const watts = unitOf('W', by.power)
export const coulombs = unitOf('C', by.charge)
export const volts = unitOf('V', by.voltage)
export const ohms = unitOf('\u03a9', by.resistance)
export const farads = unitOf('F', by.capacitance)
export const areas = unitOf('m²', by.area)
export const diffusivities = unitOf('m²/s', by.diffusivity)
export const faradsPerMetre = unitOf('F/m', by.capacitancePerLength)
export const bits = unitOf('bit', by.information)
/** Eight bits. @since 0.1.0 */
export const bytes = unitOf('B', by.information, '8')
export const updates = unitOf('update', by.updates)
export const macs = unitOf('mac', by.macs)
export const flops = unitOf('flop', by.flops)
export const conversions = unitOf('conversion', by.conversions)
export const parameters = unitOf('parameter', by.parameters)
export const tokens = unitOf('token', by.tokens)

export const zeptojoules: Unit<Energy> = prefixed('z', joules)
export const attojoules: Unit<Energy> = prefixed('a', joules)
export const femtojoules: Unit<Energy> = prefixed('f', joules)
export const picojoules: Unit<Energy> = prefixed('p', joules)
export const nanojoules: Unit<Energy> = prefixed('n', joules)
export const microjoules: Unit<Energy> = prefixed('µ', joules)
export const millijoules: Unit<Energy> = prefixed('m', joules)
export const kilojoules: Unit<Energy> = prefixed('k', joules)
export const megajoules: Unit<Energy> = prefixed('M', joules)
export const gigajoules: Unit<Energy> = prefixed('G', joules)
export const kilowattHours: Unit<Energy> = prefixed('k', wattHours)
export const milliseconds = prefixed('m', seconds)
export const microseconds = prefixed('µ', seconds)
export const nanoseconds = prefixed('n', seconds)
export const kilohertz: Unit<Frequency> = prefixed('k', hertz)
export const megahertz: Unit<Frequency> = prefixed('M', hertz)
export const gigahertz: Unit<Frequency> = prefixed('G', hertz)

export const joulesPerBit: Unit<EnergyPerBit> = quotientOf(joules, bits)
export const joulesPerUpdate: Unit<EnergyPerUpdate> = quotientOf(joules, updates)
export const joulesPerMac: Unit<EnergyPerMac> = quotientOf(joules, macs)
export const joulesPerFlop: Unit<EnergyPerFlop> = quotientOf(joules, flops)
export const joulesPerConversion: Unit<EnergyPerConversion> = quotientOf(joules, conversions)
export const joulesPerParameter: Unit<EnergyPerParameter> = quotientOf(joules, parameters)
export const macsPerConversion: Unit<MacsPerConversion> = quotientOf(macs, conversions)
/** Reads of a parameter for each write of it. @since 0.8.0 */
export const macsPerUpdate: Unit<MacsPerUpdate> = quotientOf(macs, updates)
export const updatesPerParameter: Unit<UpdatesPerParameter> = quotientOf(updates, parameters)

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
