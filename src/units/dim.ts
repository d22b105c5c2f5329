/**
 * What a dimension is: exponents of the base units, as a type for the compiler and as a value. A named dimension
 * is an interface, so that error messages say `Energy` and not fourteen numbers.
 */
import type { Exponent } from './exponent'
import type { scale, Scale } from './scale'

/** Exponents of the base units. A bit, an update, a mac … is a base unit like the metre. */
export interface Dim {
  readonly m: Exponent
  readonly kg: Exponent
  readonly s: Exponent
  readonly A: Exponent
  readonly K: Exponent
  readonly mol: Exponent
  readonly cd: Exponent
  readonly bit: Exponent
  readonly update: Exponent
  readonly mac: Exponent
  readonly flop: Exponent
  readonly conversion: Exponent
  readonly parameter: Exponent
  readonly token: Exponent
}

export const baseUnits = [
  'm', 'kg', 's', 'A', 'K', 'mol', 'cd',
  'bit', 'update', 'mac', 'flop', 'conversion', 'parameter', 'token'
] as const satisfies readonly (keyof Dim)[] // prettier-ignore

type Of<E extends Partial<Dim>> = {
  readonly [B in keyof Dim]: B extends keyof E ? (E[B] extends Exponent ? E[B] : 0) : 0
}

/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-generated-empty-object-type -- named so that messages stay short */
export interface Dimensionless extends Of<Record<never, never>> {}
export interface Length extends Of<{ m: 1 }> {}
export interface Mass extends Of<{ kg: 1 }> {}
export interface Time extends Of<{ s: 1 }> {}
export interface Current extends Of<{ A: 1 }> {}
export interface Temperature extends Of<{ K: 1 }> {}
export interface Amount extends Of<{ mol: 1 }> {}
export interface LuminousIntensity extends Of<{ cd: 1 }> {}
export interface Information extends Of<{ bit: 1 }> {}
export interface Updates extends Of<{ update: 1 }> {}
export interface Macs extends Of<{ mac: 1 }> {}
export interface Flops extends Of<{ flop: 1 }> {}
export interface Conversions extends Of<{ conversion: 1 }> {}
export interface Parameters extends Of<{ parameter: 1 }> {}
export interface Tokens extends Of<{ token: 1 }> {}
export interface Frequency extends Of<{ s: -1 }> {}
export interface Area extends Of<{ m: 2 }> {}
export interface Diffusivity extends Of<{ m: 2; s: -1 }> {}
export interface Energy extends Of<{ m: 2; kg: 1; s: -2 }> {}
export interface Power extends Of<{ m: 2; kg: 1; s: -3 }> {}
export interface Entropy extends Of<{ m: 2; kg: 1; s: -2; K: -1 }> {}
export interface Charge extends Of<{ s: 1; A: 1 }> {}
export interface Voltage extends Of<{ m: 2; kg: 1; s: -3; A: -1 }> {}
export interface Resistance extends Of<{ m: 2; kg: 1; s: -3; A: -2 }> {}
export interface Capacitance extends Of<{ m: -2; kg: -1; s: 4; A: 2 }> {}
export interface CapacitancePerLength extends Of<{ m: -3; kg: -1; s: 4; A: 2 }> {}
export interface EnergyPerBit extends Of<{ m: 2; kg: 1; s: -2; bit: -1 }> {}
export interface EnergyPerUpdate extends Of<{ m: 2; kg: 1; s: -2; update: -1 }> {}
export interface EnergyPerMac extends Of<{ m: 2; kg: 1; s: -2; mac: -1 }> {}
export interface EnergyPerFlop extends Of<{ m: 2; kg: 1; s: -2; flop: -1 }> {}
export interface EnergyPerConversion extends Of<{ m: 2; kg: 1; s: -2; conversion: -1 }> {}
export interface EnergyPerParameter extends Of<{ m: 2; kg: 1; s: -2; parameter: -1 }> {}
export interface EnergyPerToken extends Of<{ m: 2; kg: 1; s: -2; token: -1 }> {}
export interface MacsPerConversion extends Of<{ mac: 1; conversion: -1 }> {}
export interface MacsPerUpdate extends Of<{ mac: 1; update: -1 }> {}
export interface UpdatesPerParameter extends Of<{ update: 1; parameter: -1 }> {}
export interface BitsPerParameter extends Of<{ bit: 1; parameter: -1 }> {}
/* eslint-enable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-generated-empty-object-type */

/** A dimension at run time: one frozen value each, shared by all its quantities. */
export interface Dimension<D> {
  readonly exponents: D
  /** The exponents in the order of `baseUnits`: two dimensions are equal if their keys are. */
  readonly key: string
  /** Its name in a sentence, such as "energy per bit", or its base units. */
  readonly name: string
  /** The symbol of its coherent SI unit: "J/bit", "Hz". @since 0.12.0 */
  readonly coherentUnit: string
  /** In what its quantities are counted when they are printed, where that is not always the same. */
  readonly [scale]?: Scale
}

/** What each named dimension is called in a sentence. */
export interface DimensionNames {
  'a pure number': Dimensionless
  length: Length
  mass: Mass
  time: Time
  'electric current': Current
  temperature: Temperature
  'amount of substance': Amount
  'luminous intensity': LuminousIntensity
  'amount of information': Information
  'number of updates': Updates
  'number of macs': Macs
  'number of flops': Flops
  'number of conversions': Conversions
  'number of parameters': Parameters
  'number of tokens': Tokens
  rate: Frequency
  area: Area
  diffusivity: Diffusivity
  energy: Energy
  power: Power
  entropy: Entropy
  'electric charge': Charge
  voltage: Voltage
  resistance: Resistance
  capacitance: Capacitance
  'capacitance per length': CapacitancePerLength
  'energy per bit': EnergyPerBit
  'energy per update': EnergyPerUpdate
  'energy per mac': EnergyPerMac
  'energy per flop': EnergyPerFlop
  'energy per conversion': EnergyPerConversion
  'energy per parameter': EnergyPerParameter
  'energy per token': EnergyPerToken
  'number of macs per conversion': MacsPerConversion
  'number of macs per update': MacsPerUpdate
  'number of updates per parameter': UpdatesPerParameter
  'number of bits per parameter': BitsPerParameter
}

/** The name of a dimension; `never` where it has none. */
export type Lookup<D> = {
  [N in keyof DimensionNames]: [D, DimensionNames[N]] extends [DimensionNames[N], D] ? N : never
}[keyof DimensionNames]

/** The name of a dimension, for a sentence in an error message. */
export type NameOf<D> = [D] extends [infer X extends Dim]
  ? [Lookup<X>] extends [never]
    ? 'an unnamed dimension'
    : Lookup<X>
  : 'an unknown dimension'
