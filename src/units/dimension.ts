/**
 * Dimensions: exponents of the seven SI base units and of the counts of learning.
 *
 * A dimension is a record of exponents, as a type for the compiler and as a frozen value for
 * printing and for checking what comes from outside. A named dimension is an interface, so that
 * error messages say `Energy` and not fourteen numbers; a product or quotient that has a name takes it.
 */
import { aDimension, expectArguments } from './argument'
import type { Difference, Exponent, Half, OutOfRange, Sum } from './exponent'
import { noRoot, type Cannot, type NoRoot } from './sentence'

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
type Lookup<D> = {
  [N in keyof DimensionNames]: [D, DimensionNames[N]] extends [DimensionNames[N], D] ? N : never
}[keyof DimensionNames]

type Named<D> = [Lookup<D>] extends [never] ? D : DimensionNames[Lookup<D>]

/** The name of a dimension, for a sentence in an error message. */
export type NameOf<D> = [D] extends [infer X extends Dim]
  ? [Lookup<X>] extends [never]
    ? 'an unnamed dimension'
    : Lookup<X>
  : 'an unknown dimension'

/**
 * The dimension of a product. The conditional is deliberate: it defers the table lookup, without
 * which a generic body of the wrong dimension compiles.
 */
export type Mul<A, B> = [A, B] extends [infer X extends Dim, infer Y extends Dim]
  ? Named<{ readonly [U in keyof Dim]: Sum[`${X[U]}`][Y[U]] }>
  : 'not a dimension'

/** The dimension of a quotient. */
export type Div<A, B> = [A, B] extends [infer X extends Dim, infer Y extends Dim]
  ? Named<{ readonly [U in keyof Dim]: Difference[`${Y[U]}`][X[U]] }>
  : 'not a dimension'

type Halved<D extends Dim> = { readonly [U in keyof Dim]: Half[`${D[U]}`] }

/** The dimension of a square root; a sentence where an exponent is odd. */
export type Root<D> = [D] extends [infer X extends Dim]
  ? OutOfRange extends Halved<X>[keyof Dim]
    ? NoRoot<NameOf<X>>
    : Named<Halved<X>>
  : 'not a dimension'

/** `unknown` where A and B are one dimension, else a sentence that nothing fits. */
export type Same<A, B, Verb extends string, Preposition extends string> = [A, B] extends [B, A]
  ? unknown
  : Cannot<Verb, NameOf<B>, Preposition, NameOf<A>>

/** A dimension at run time: one frozen value each, shared by all its quantities. */
export interface Dimension<D> {
  readonly exponents: D
  /** The exponents in the order of `baseUnits`: two dimensions are equal if their keys are. */
  readonly key: string
  /** Its name in a sentence, such as "energy per bit", or its base units. */
  readonly name: string
}

const keyOf = (exponents: Dim): string => baseUnits.map((unit) => exponents[unit]).join(' ')

const superscript = (exponent: string): string =>
  exponent.replace(/[-\d]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '⁻')

const baseProduct = (exponents: Dim): string =>
  baseUnits
    .filter((unit) => exponents[unit] !== 0)
    .map((unit) => (exponents[unit] === 1 ? unit : unit + superscript(String(exponents[unit]))))
    .join('·')

const named = <E extends Partial<Dim>>(name: string, nonZero: E): Dimension<Of<E>> => {
  const exponents = Object.freeze(
    Object.fromEntries(baseUnits.map((unit) => [unit, nonZero[unit] ?? 0]))
  ) as unknown as Of<E> // built key by key above
  return Object.freeze({ exponents, key: keyOf(exponents as Dim), name })
}

const energy = { m: 2, kg: 1, s: -2 } as const

/** Every named dimension, by its name. */
export const dimensions: { readonly [N in keyof DimensionNames]: Dimension<DimensionNames[N]> } = {
  'a pure number': named('a pure number', {}),
  length: named('length', { m: 1 }),
  mass: named('mass', { kg: 1 }),
  time: named('time', { s: 1 }),
  'electric current': named('electric current', { A: 1 }),
  temperature: named('temperature', { K: 1 }),
  'amount of substance': named('amount of substance', { mol: 1 }),
  'luminous intensity': named('luminous intensity', { cd: 1 }),
  'amount of information': named('amount of information', { bit: 1 }),
  'number of updates': named('number of updates', { update: 1 }),
  'number of macs': named('number of macs', { mac: 1 }),
  'number of flops': named('number of flops', { flop: 1 }),
  'number of conversions': named('number of conversions', { conversion: 1 }),
  'number of parameters': named('number of parameters', { parameter: 1 }),
  'number of tokens': named('number of tokens', { token: 1 }),
  rate: named('rate', { s: -1 }),
  area: named('area', { m: 2 }),
  diffusivity: named('diffusivity', { m: 2, s: -1 }),
  energy: named('energy', energy),
  power: named('power', { m: 2, kg: 1, s: -3 }),
  entropy: named('entropy', { ...energy, K: -1 }),
  'electric charge': named('electric charge', { s: 1, A: 1 }),
  voltage: named('voltage', { m: 2, kg: 1, s: -3, A: -1 }),
  resistance: named('resistance', { m: 2, kg: 1, s: -3, A: -2 }),
  capacitance: named('capacitance', { m: -2, kg: -1, s: 4, A: 2 }),
  'capacitance per length': named('capacitance per length', { m: -3, kg: -1, s: 4, A: 2 }),
  'energy per bit': named('energy per bit', { ...energy, bit: -1 }),
  'energy per update': named('energy per update', { ...energy, update: -1 }),
  'energy per mac': named('energy per mac', { ...energy, mac: -1 }),
  'energy per flop': named('energy per flop', { ...energy, flop: -1 }),
  'energy per conversion': named('energy per conversion', { ...energy, conversion: -1 }),
  'energy per parameter': named('energy per parameter', { ...energy, parameter: -1 }),
  'energy per token': named('energy per token', { ...energy, token: -1 }),
  'number of macs per conversion': named('number of macs per conversion', { mac: 1, conversion: -1 }),
  'number of macs per update': named('number of macs per update', { mac: 1, update: -1 }),
  'number of updates per parameter': named('number of updates per parameter', { update: 1, parameter: -1 }),
  'number of bits per parameter': named('number of bits per parameter', { bit: 1, parameter: -1 })
}

const byKey: ReadonlyMap<string, Dimension<unknown>> = new Map(
  Object.values(dimensions).map((dimension) => [dimension.key, dimension])
)

const combine = (
  name: string,
  a: Dimension<unknown>,
  b: Dimension<unknown>,
  exponent: (a: number, b: number) => number
): Dimension<unknown> => {
  expectArguments(name, { a: aDimension, b: aDimension }, a, b)
  const [x, y] = [a.exponents, b.exponents] as [Record<keyof Dim, number>, Record<keyof Dim, number>]
  const powers = baseUnits.map((unit) => exponent(x[unit], y[unit]))
  const key = powers.join(' ')
  const known = byKey.get(key)
  if (known !== undefined) return known
  const exponents = Object.fromEntries(baseUnits.map((unit, at) => [unit, powers[at]])) as unknown as Dim
  return Object.freeze({ exponents: Object.freeze(exponents), key, name: baseProduct(exponents) })
}

/** The dimension of a product, at run time. */
export const mulDimension = <A, B>(a: Dimension<A>, b: Dimension<B>): Dimension<Mul<A, B>> =>
  combine('mulDimension', a, b, (x, y) => x + y) as Dimension<Mul<A, B>>

/** The dimension of a quotient, at run time. */
export const divDimension = <A, B>(a: Dimension<A>, b: Dimension<B>): Dimension<Div<A, B>> =>
  combine('divDimension', a, b, (x, y) => x - y) as Dimension<Div<A, B>>

/** The dimension of a square root, at run time; a TypeError where an exponent is odd. */
export const rootDimension = <A>(a: Dimension<A>): Dimension<Root<A>> =>
  combine('rootDimension', a, a, (x) => {
    if (x % 2 !== 0) throw new TypeError(noRoot(a.name))
    return x / 2
  }) as Dimension<Root<A>>
