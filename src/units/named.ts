/**
 * The dimensions that have a name, each apart: who uses one unit has no others. With each stands its unit, and in
 * what its quantities are counted when they are printed.
 */
import { baseUnits } from './dim'
import type {
  Dimension, NameOf, Amount, Area, BitsPerParameter, Capacitance, CapacitancePerLength, Charge,
  Conversions, Current, Diffusivity, Dimensionless, Energy, EnergyPerBit, EnergyPerConversion,
  EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerToken, EnergyPerUpdate, Entropy, Flops,
  Frequency, Information, Length, LuminousIntensity, Macs, MacsPerConversion, MacsPerUpdate, Mass,
  Parameters, Power, Resistance, Temperature, Time, Tokens, Updates, UpdatesPerParameter, Voltage
} from './dim' // prettier-ignore
import { inTimes, prefixed, scale, type Scale } from './scale'

/** The exponents that are not 0. */
type Powers<D> = { readonly [B in keyof D as D[B] extends 0 ? never : B]: D[B] }

const make = <D>(name: NameOf<D>, coherentUnit: string, powers: Powers<D>, counted?: Scale): Dimension<D> => {
  const known: Readonly<Record<string, unknown>> = powers
  const exponents = Object.freeze(
    Object.fromEntries(baseUnits.map((unit) => [unit, known[unit] ?? 0]))
  ) as unknown as D // one for each base unit
  const key = Object.values(exponents as object).join(' ')
  return Object.freeze({ exponents, key, name, coherentUnit, ...(counted && { [scale]: counted }) })
}

const joule = { m: 2, kg: 1, s: -2 } as const

export const dimensionless: Dimension<Dimensionless> = make('a pure number', '', {})
export const length: Dimension<Length> = make('length', 'm', { m: 1 }, prefixed)
export const mass: Dimension<Mass> = make('mass', 'kg', { kg: 1 })
export const time: Dimension<Time> = make('time', 's', { s: 1 }, inTimes)
export const current: Dimension<Current> = make('electric current', 'A', { A: 1 }, prefixed)
export const temperature: Dimension<Temperature> = make('temperature', 'K', { K: 1 }, prefixed)
export const amount: Dimension<Amount> = make('amount of substance', 'mol', { mol: 1 })
export const luminousIntensity: Dimension<LuminousIntensity> = make('luminous intensity', 'cd', { cd: 1 })
export const information: Dimension<Information> = make('amount of information', 'bit', { bit: 1 }, prefixed)
export const updates: Dimension<Updates> = make('number of updates', 'update', { update: 1 })
export const macs: Dimension<Macs> = make('number of macs', 'mac', { mac: 1 })
export const flops: Dimension<Flops> = make('number of flops', 'flop', { flop: 1 })
export const conversions: Dimension<Conversions> = make('number of conversions', 'conversion', {
  conversion: 1
})
export const parameters: Dimension<Parameters> = make('number of parameters', 'parameter', { parameter: 1 })
export const tokens: Dimension<Tokens> = make('number of tokens', 'token', { token: 1 })
export const frequency: Dimension<Frequency> = make('rate', 'Hz', { s: -1 }, prefixed)
export const area: Dimension<Area> = make('area', 'm^2', { m: 2 })
export const diffusivity: Dimension<Diffusivity> = make('diffusivity', 'm^2/s', { m: 2, s: -1 })
export const energy: Dimension<Energy> = make('energy', 'J', joule, prefixed)
export const power: Dimension<Power> = make('power', 'W', { m: 2, kg: 1, s: -3 }, prefixed)
export const entropy: Dimension<Entropy> = make('entropy', 'J/K', { ...joule, K: -1 })
export const charge: Dimension<Charge> = make('electric charge', 'C', { s: 1, A: 1 }, prefixed)
export const voltage: Dimension<Voltage> = make('voltage', 'V', { m: 2, kg: 1, s: -3, A: -1 }, prefixed)
export const resistance: Dimension<Resistance> = make(
  'resistance',
  '\u03a9',
  { m: 2, kg: 1, s: -3, A: -2 },
  prefixed
)
export const capacitance: Dimension<Capacitance> = make(
  'capacitance',
  'F',
  { m: -2, kg: -1, s: 4, A: 2 },
  prefixed
)
export const capacitancePerLength: Dimension<CapacitancePerLength> = make(
  'capacitance per length',
  's^4·A^2/m^3/kg',
  { m: -3, kg: -1, s: 4, A: 2 }
)
export const energyPerBit: Dimension<EnergyPerBit> = make(
  'energy per bit',
  'J/bit',
  { ...joule, bit: -1 },
  prefixed
)
export const energyPerUpdate: Dimension<EnergyPerUpdate> = make(
  'energy per update',
  'J/update',
  { ...joule, update: -1 },
  prefixed
)
export const energyPerMac: Dimension<EnergyPerMac> = make(
  'energy per mac',
  'J/mac',
  { ...joule, mac: -1 },
  prefixed
)
export const energyPerFlop: Dimension<EnergyPerFlop> = make(
  'energy per flop',
  'J/flop',
  { ...joule, flop: -1 },
  prefixed
)
export const energyPerConversion: Dimension<EnergyPerConversion> = make(
  'energy per conversion',
  'J/conversion',
  { ...joule, conversion: -1 },
  prefixed
)
export const energyPerParameter: Dimension<EnergyPerParameter> = make(
  'energy per parameter',
  'J/parameter',
  { ...joule, parameter: -1 },
  prefixed
)
export const energyPerToken: Dimension<EnergyPerToken> = make(
  'energy per token',
  'J/token',
  { ...joule, token: -1 },
  prefixed
)
export const macsPerConversion: Dimension<MacsPerConversion> = make(
  'number of macs per conversion',
  'mac/conversion',
  { mac: 1, conversion: -1 }
)
export const macsPerUpdate: Dimension<MacsPerUpdate> = make('number of macs per update', 'mac/update', {
  mac: 1,
  update: -1
})
export const updatesPerParameter: Dimension<UpdatesPerParameter> = make(
  'number of updates per parameter',
  'update/parameter',
  { update: 1, parameter: -1 }
)
export const bitsPerParameter: Dimension<BitsPerParameter> = make(
  'number of bits per parameter',
  'bit/parameter',
  { bit: 1, parameter: -1 }
)

/** All of them. */
export const named: readonly Dimension<unknown>[] = [
  dimensionless,
  length,
  mass,
  time,
  current,
  temperature,
  amount,
  luminousIntensity,
  information,
  updates,
  macs,
  flops,
  conversions,
  parameters,
  tokens,
  frequency,
  area,
  diffusivity,
  energy,
  power,
  entropy,
  charge,
  voltage,
  resistance,
  capacitance,
  capacitancePerLength,
  energyPerBit,
  energyPerUpdate,
  energyPerMac,
  energyPerFlop,
  energyPerConversion,
  energyPerParameter,
  energyPerToken,
  macsPerConversion,
  macsPerUpdate,
  updatesPerParameter,
  bitsPerParameter
]
