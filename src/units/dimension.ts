/**
 * Dimensions: those that have a name, and their products, quotients and roots, as types for the compiler and as
 * frozen values for printing and for checking what comes from outside. A product or quotient that has a name
 * takes it.
 */
import { aDimension, expectArguments } from './argument'
import type { Difference, Half, OutOfRange, Sum } from './exponent'
import { baseUnits, type Dim, type Dimension, type DimensionNames, type Lookup, type NameOf } from './dim'
import { named } from './named'
import { remembered } from './remembered'
import { noRoot, type Cannot, type NoRoot } from './sentence'

export { baseUnits }
export type {
  Amount, Area, BitsPerParameter, Capacitance, CapacitancePerLength, Charge, Conversions, Current,
  Diffusivity, Dim, Dimension, DimensionNames, Dimensionless, Energy, EnergyPerBit, EnergyPerConversion,
  EnergyPerFlop, EnergyPerMac, EnergyPerParameter, EnergyPerToken, EnergyPerUpdate, Entropy, Flops,
  Frequency, Information, Length, LuminousIntensity, Macs, MacsPerConversion, MacsPerUpdate, Mass, NameOf,
  Parameters, Power, Resistance, Temperature, Time, Tokens, Updates, UpdatesPerParameter, Voltage
} from './dim' // prettier-ignore

type Named<D> = [Lookup<D>] extends [never] ? D : DimensionNames[Lookup<D>]

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

const superscript = (exponent: string): string =>
  exponent.replace(/[-\d]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '⁻')

const baseProduct = (exponents: Dim): string =>
  baseUnits
    .filter((unit) => exponents[unit] !== 0)
    .map((unit) => (exponents[unit] === 1 ? unit : unit + superscript(String(exponents[unit]))))
    .join('·')

/** Every named dimension, by its name. */
export const dimensions = Object.fromEntries(named.map((dimension) => [dimension.name, dimension])) as {
  readonly [N in keyof DimensionNames]: Dimension<DimensionNames[N]>
} // each is named by its type

/** The unit of what has no name: "J·s" says more than "m^2·kg/s". */
const unitOf = (exponents: Dim): string => {
  const powerOf = (base: (typeof baseUnits)[number]): number => exponents[base] as number
  const isEnergy = powerOf('kg') === 1 && powerOf('m') === 2
  const without = { ...exponents, ...(isEnergy ? { kg: 0, m: 0, s: powerOf('s') + 2 } : {}) }
  const part = (sign: 1 | -1): readonly string[] =>
    baseUnits
      .filter((base) => Math.sign(without[base] as number) === sign)
      .map((base) => {
        const power = Math.abs(without[base] as number)
        return power === 1 ? base : `${base}^${power}`
      })
  const above = [...(isEnergy ? ['J'] : []), ...part(1)].join('·')
  const below = part(-1)
  return below.length === 0 ? above : `${above || '1'}/${below.join('/')}`
}

const byKey: ReadonlyMap<string, Dimension<unknown>> = new Map(
  named.map((dimension) => [dimension.key, dimension])
)

const unnamed = remembered<Dimension<unknown>>(256)

/** The dimension of some exponents: each once. */
const ofPowers = (powers: readonly number[]): Dimension<unknown> => {
  const key = powers.join(' ')
  return (
    byKey.get(key) ??
    unnamed(key, () => {
      const exponents = Object.freeze(
        Object.fromEntries(baseUnits.map((unit, at) => [unit, powers[at]]))
      ) as unknown as Dim // as many as there are base units
      return Object.freeze({ exponents, key, name: baseProduct(exponents), coherentUnit: unitOf(exponents) })
    })
  )
}

const combine = (
  name: string,
  a: Dimension<unknown>,
  b: Dimension<unknown>,
  exponent: (a: number, b: number) => number
): Dimension<unknown> => {
  expectArguments(name, { a: aDimension, b: aDimension }, a, b)
  const [x, y] = [a.exponents, b.exponents] as [Record<keyof Dim, number>, Record<keyof Dim, number>]
  return ofPowers(baseUnits.map((unit) => exponent(x[unit], y[unit])))
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
