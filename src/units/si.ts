/**
 * The units of the field, a row each: SI with the energies of physicists and engineers, and the
 * counts of learning. `registry` is what `parse` understands.
 */
import * as by from './named'
import type { Energy, EnergyPerBit, EnergyPerConversion, EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerUpdate, Frequency, MacsPerConversion, MacsPerUpdate, Temperature, UpdatesPerParameter } from './dim' // prettier-ignore
import { Exact, Working, decimal } from './decimal'
import { expecting } from './argument'
import { aQuantity, expectDimension, ofDecimal, type Quantity } from './quantity'
import {
  femto,
  kilo,
  micro,
  milli,
  nano,
  per,
  pico,
  giga,
  mega,
  atto,
  zepto,
  aNumeral,
  unit,
  type Unit
} from './unit'

/** A pure number, such as a probability. @since 0.1.0 */
export const one = unit('', by.dimensionless)
export const percent = unit('%', by.dimensionless, '0.01')
export const metres = unit('m', by.length)
export const grams = unit('g', by.mass, '1e-3')
export const seconds = unit('s', by.time)
export const minutes = unit('min', by.time, '60')
export const hours = unit('h', by.time, '3600')
export const days = unit('d', by.time, '86400')
/** The Julian year of 365.25 days. @since 0.1.0 */
export const years = unit('yr', by.time, '31557600')
export const amperes = unit('A', by.current)
export const kelvin = unit('K', by.temperature)
export const moles = unit('mol', by.amount)
export const candelas = unit('cd', by.luminousIntensity)
export const hertz = unit('Hz', by.frequency)
/** Events per second: the hertz under a plainer name. @since 0.1.0 */
export const perSecond: Unit<Frequency> = unit('1/s', by.frequency)
export const joules = unit('J', by.energy)
/** The electronvolt, 1.602176634e-19 J exactly (SI 2019). @since 0.1.0 */
export const electronvolts = unit('eV', by.energy, '1.602176634e-19')
export const wattHours = unit('Wh', by.energy, '3600')
export const watts = unit('W', by.power)
export const coulombs = unit('C', by.charge)
export const volts = unit('V', by.voltage)
export const ohms = unit('\u03a9', by.resistance)
export const farads = unit('F', by.capacitance)
export const areas = unit('m²', by.area)
export const diffusivities = unit('m²/s', by.diffusivity)
export const faradsPerMetre = unit('F/m', by.capacitancePerLength)
export const bits = unit('bit', by.information)
/** Eight bits. @since 0.1.0 */
export const bytes = unit('B', by.information, '8')
export const updates = unit('update', by.updates)
export const macs = unit('mac', by.macs)
export const flops = unit('flop', by.flops)
export const conversions = unit('conversion', by.conversions)
export const parameters = unit('parameter', by.parameters)
export const tokens = unit('token', by.tokens)

export const zeptojoules: Unit<Energy> = zepto(joules)
export const attojoules: Unit<Energy> = atto(joules)
export const femtojoules: Unit<Energy> = femto(joules)
export const picojoules: Unit<Energy> = pico(joules)
export const nanojoules: Unit<Energy> = nano(joules)
export const microjoules: Unit<Energy> = micro(joules)
export const millijoules: Unit<Energy> = milli(joules)
export const kilojoules: Unit<Energy> = kilo(joules)
export const megajoules: Unit<Energy> = mega(joules)
export const gigajoules: Unit<Energy> = giga(joules)
export const kilowattHours: Unit<Energy> = kilo(wattHours)
export const milliseconds = milli(seconds)
export const microseconds = micro(seconds)
export const nanoseconds = nano(seconds)
export const kilohertz: Unit<Frequency> = kilo(hertz)
export const megahertz: Unit<Frequency> = mega(hertz)
export const gigahertz: Unit<Frequency> = giga(hertz)

export const joulesPerBit: Unit<EnergyPerBit> = per(joules, bits)
export const joulesPerUpdate: Unit<EnergyPerUpdate> = per(joules, updates)
export const joulesPerMac: Unit<EnergyPerMac> = per(joules, macs)
export const joulesPerFlop: Unit<EnergyPerFlop> = per(joules, flops)
export const joulesPerConversion: Unit<EnergyPerConversion> = per(joules, conversions)
export const joulesPerParameter: Unit<EnergyPerParameter> = per(joules, parameters)
export const macsPerConversion: Unit<MacsPerConversion> = per(macs, conversions)
/** Reads of a parameter for each write of it. @since 0.8.0 */
export const macsPerUpdate: Unit<MacsPerUpdate> = per(macs, updates)
export const updatesPerParameter: Unit<UpdatesPerParameter> = per(updates, parameters)

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
