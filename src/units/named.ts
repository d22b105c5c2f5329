/**
 * The dimensions that have a name, each apart: who uses one unit has no others. With each stands its unit, and in
 * what its quantities are counted when they are printed.
 */
import { baseUnits } from './dim'
import type { Dimension,
  Amount, Area, BitsPerParameter, Capacitance, CapacitancePerLength, Charge, Conversions, Current, Diffusivity, Dimensionless, Energy, EnergyPerBit, EnergyPerConversion, EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerToken, EnergyPerUpdate, Entropy, Flops, Frequency, Information, Length, LuminousIntensity, Macs, MacsPerConversion, MacsPerUpdate, Mass, Parameters, Power, Resistance, Temperature, Time, Tokens, Updates, UpdatesPerParameter, Voltage
} from './dim' // prettier-ignore
import { inTimes, prefixed, scale, type Scale } from './scale'

/** The exponents that are not 0. */
type Powers<D> = { readonly [B in keyof D as D[B] extends 0 ? never : B]: D[B] }

const named = <D>(name: string, coherentUnit: string, powers: Powers<D>, counted?: Scale): Dimension<D> => {
  const known: Readonly<Record<string, unknown>> = powers
  const exponents = Object.freeze(
    Object.fromEntries(baseUnits.map((unit) => [unit, known[unit] ?? 0]))
  ) as unknown as D // one for each base unit
  const key = Object.values(exponents as object).join(' ')
  return Object.freeze({ exponents, key, name, coherentUnit, ...(counted && { [scale]: counted }) })
}

const joule = { m: 2, kg: 1, s: -2 } as const

export const dimensionless: Dimension<Dimensionless> = named('a pure number', '', {})
export const length: Dimension<Length> = named('length', 'm', { m: 1 }, prefixed)
export const mass: Dimension<Mass> = named('mass', 'kg', { kg: 1 })
export const time: Dimension<Time> = named('time', 's', { s: 1 }, inTimes)
export const current: Dimension<Current> = named('electric current', 'A', { A: 1 }, prefixed)
export const temperature: Dimension<Temperature> = named('temperature', 'K', { K: 1 }, prefixed)
export const amount: Dimension<Amount> = named('amount of substance', 'mol', { mol: 1 })
export const luminousIntensity: Dimension<LuminousIntensity> = named('luminous intensity', 'cd', { cd: 1 })
export const information: Dimension<Information> = named('amount of information', 'bit', { bit: 1 }, prefixed)
export const updates: Dimension<Updates> = named('number of updates', 'update', { update: 1 })
export const macs: Dimension<Macs> = named('number of macs', 'mac', { mac: 1 })
export const flops: Dimension<Flops> = named('number of flops', 'flop', { flop: 1 })
export const conversions: Dimension<Conversions> = named('number of conversions', 'conversion', {
  conversion: 1
})
export const parameters: Dimension<Parameters> = named('number of parameters', 'parameter', { parameter: 1 })
export const tokens: Dimension<Tokens> = named('number of tokens', 'token', { token: 1 })
export const frequency: Dimension<Frequency> = named('rate', 'Hz', { s: -1 }, prefixed)
export const area: Dimension<Area> = named('area', 'm^2', { m: 2 })
export const diffusivity: Dimension<Diffusivity> = named('diffusivity', 'm^2/s', { m: 2, s: -1 })
export const energy: Dimension<Energy> = named('energy', 'J', joule, prefixed)
export const power: Dimension<Power> = named('power', 'W', { m: 2, kg: 1, s: -3 }, prefixed)
export const entropy: Dimension<Entropy> = named('entropy', 'J/K', { ...joule, K: -1 })
export const charge: Dimension<Charge> = named('electric charge', 'C', { s: 1, A: 1 }, prefixed)
export const voltage: Dimension<Voltage> = named('voltage', 'V', { m: 2, kg: 1, s: -3, A: -1 }, prefixed)
export const resistance: Dimension<Resistance> = named(
  'resistance',
  '\u03a9',
  { m: 2, kg: 1, s: -3, A: -2 },
  prefixed
)
export const capacitance: Dimension<Capacitance> = named(
  'capacitance',
  'F',
  { m: -2, kg: -1, s: 4, A: 2 },
  prefixed
)
export const capacitancePerLength: Dimension<CapacitancePerLength> = named(
  'capacitance per length',
  's^4·A^2/m^3/kg',
  { m: -3, kg: -1, s: 4, A: 2 }
)
export const energyPerBit: Dimension<EnergyPerBit> = named(
  'energy per bit',
  'J/bit',
  { ...joule, bit: -1 },
  prefixed
)
export const energyPerUpdate: Dimension<EnergyPerUpdate> = named(
  'energy per update',
  'J/update',
  { ...joule, update: -1 },
  prefixed
)
export const energyPerMac: Dimension<EnergyPerMac> = named(
  'energy per mac',
  'J/mac',
  { ...joule, mac: -1 },
  prefixed
)
export const energyPerFlop: Dimension<EnergyPerFlop> = named(
  'energy per flop',
  'J/flop',
  { ...joule, flop: -1 },
  prefixed
)
export const energyPerConversion: Dimension<EnergyPerConversion> = named(
  'energy per conversion',
  'J/conversion',
  { ...joule, conversion: -1 },
  prefixed
)
export const energyPerParameter: Dimension<EnergyPerParameter> = named(
  'energy per parameter',
  'J/parameter',
  { ...joule, parameter: -1 },
  prefixed
)
export const energyPerToken: Dimension<EnergyPerToken> = named(
  'energy per token',
  'J/token',
  { ...joule, token: -1 },
  prefixed
)
export const macsPerConversion: Dimension<MacsPerConversion> = named(
  'number of macs per conversion',
  'mac/conversion',
  { mac: 1, conversion: -1 }
)
export const macsPerUpdate: Dimension<MacsPerUpdate> = named('number of macs per update', 'mac/update', {
  mac: 1,
  update: -1
})
export const updatesPerParameter: Dimension<UpdatesPerParameter> = named(
  'number of updates per parameter',
  'update/parameter',
  { update: 1, parameter: -1 }
)
export const bitsPerParameter: Dimension<BitsPerParameter> = named(
  'number of bits per parameter',
  'bit/parameter',
  { bit: 1, parameter: -1 }
)
