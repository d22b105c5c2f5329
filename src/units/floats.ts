/**
 * Many numbers of a unit as float64 in coherent SI, without a decimal for each.
 *
 * A product or a quotient of two whole numbers that float64 holds is rounded once. So a whole number, and one
 * below 100,000 of up to 6 decimals (3 where the unit is as small as 1e-18), gives the float64 nearest to its
 * decimal times the factor, as the unit itself does; any other is within a unit in the last place of that.
 */
import type { Unit } from './unit'
import { Working, type Decimal } from './decimal'

/** By how much a number of few decimals is moved to be a whole one: the more, the more decimals. */
const shifts = [1e6, 1e3, 1]
/** Numbers of so many digits differ where their float64 do. */
const fewDigits = 1e15
const mostWhole = 2 ** 53
/** Beside it a number below 2⁵¹ keeps only what is whole: faster than to round, and the same but half-way, which is not few. */
const onlyWhole = 1.5 * 2 ** 52

type Quotient = readonly [over: number, under: number]

/** A number as a quotient of whole numbers that float64 holds; undefined where it is none. */
const quotientOf = (of: Decimal): Quotient | undefined => {
  const whole = new Working(of).toFraction()
  const floats = whole.map((each) => each.toNumber())
  const isHeld = whole.every((each, k) => each.eq(BigInt(floats[k]!).toString()))
  return isHeld && whole[0]!.div(whole[1]!).eq(of) ? [floats[0]!, floats[1]!] : undefined
}

/** The largest of the shifts that leaves a factor a quotient, and that. */
const shiftOf = (factor: Decimal): readonly [number, Quotient] | undefined => {
  for (const shift of shifts) {
    const quotient = quotientOf(new Working(factor).div(shift))
    if (quotient !== undefined) return [shift, quotient]
  }
  return undefined
}

/** The largest whole number whose product with the one is held, if it is then divided by the other. */
const mostFor = ([over, under]: Quotient): number =>
  under === 1 ? fewDigits : Math.min(fewDigits, mostWhole / over)

type Floats = (numbers: ArrayLike<number>, floats: Float64Array, otherwise: (value: number) => number) => void

/** A loop for each way to scale: what is told before it, engines need not ask at each number. */
const plain: Floats = (numbers, floats, otherwise) => {
  for (let i = 0; i < floats.length; i++) {
    const value = numbers[i]!
    floats[i] = typeof value === 'number' ? value + 0 : otherwise(value)
  }
}

const oneByOne: Floats = (numbers, floats, otherwise) => {
  for (let i = 0; i < floats.length; i++) floats[i] = otherwise(numbers[i]!)
}

/** By what a number is scaled: one of few decimals moved by `shift`, and then by `part`; any other by `whole`. */
interface Scale {
  readonly shift: number
  readonly most: number
  readonly part: Quotient
  readonly whole: Quotient
}

// What a loop takes of a closure it reads at each number: it has it in variables of its own.

const byProducts =
  ({ shift, most, part, whole }: Scale): Floats =>
  (numbers, floats, otherwise) => {
    const [by, limit, [small], [large], beside] = [shift, most, part, whole, onlyWhole]
    for (let i = 0; i < floats.length; i++) {
      const value = numbers[i]!
      if (typeof value !== 'number') {
        floats[i] = otherwise(value)
        continue
      }
      const shifted = value * by + beside - beside
      const isFew = shifted / by === value && shifted <= limit && shifted >= -limit
      floats[i] = (isFew ? shifted * small : value * large) + 0
    }
  }

const byQuotients =
  ({ shift, most, part, whole }: Scale): Floats =>
  (numbers, floats, otherwise) => {
    const [by, limit, [partOver, partUnder], [over, under], beside] = [shift, most, part, whole, onlyWhole]
    for (let i = 0; i < floats.length; i++) {
      const value = numbers[i]!
      if (typeof value !== 'number') {
        floats[i] = otherwise(value)
        continue
      }
      const shifted = value * by + beside - beside
      const isFew = shifted / by === value && shifted <= limit && shifted >= -limit
      floats[i] = (isFew ? (shifted * partOver) / partUnder : (value * over) / under) + 0
    }
  }

const scaled = (factor: Decimal, whole: Quotient): Floats => {
  const [shift, part] = shiftOf(factor) ?? [1, whole]
  const scale = { shift, most: mostFor(part), part, whole }
  return part[1] === 1 && whole[1] === 1 ? byProducts(scale) : byQuotients(scale)
}

/** From numbers of a unit to their float64 in coherent SI. */
export const floatsOf = <D>(unit: Unit<D>): ((numbers: ArrayLike<number>) => Float64Array) => {
  const { factor } = unit
  const whole = quotientOf(factor)
  const run = factor.eq(1) ? plain : whole?.includes(1) === true ? scaled(factor, whole) : oneByOne
  const otherwise = (value: number): number => unit(value).value
  return (numbers) => {
    const floats = new Float64Array(numbers.length)
    run(numbers, floats, otherwise)
    return floats
  }
}
