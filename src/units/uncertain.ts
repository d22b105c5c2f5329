/**
 * Reading what is uncertain as people write it: "300 K ± 2 K", "1 GHz ± 10 %", "[1e9, 1e10] Hz".
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { Exact, isNumeral, Working, type Decimal } from './decimal'
import { dimensions } from './dimension'
import { enclosure, type Enclosure } from './enclosure'
import { expectation, parse, unitError, type UnitError } from './parse'
import type { Quantity } from './quantity'
import { percent } from './si'
import type { Unit } from './unit'

/** Whether a text means to say a value with its uncertainty, well or badly. */
export const isUncertain = (text: string): boolean => /±|\+\/?-|^\s*\[/.test(text)

/** A number without a unit takes that of the other, or of both. */
const withUnit = (text: string, unit: string): string => (isNumeral(text) ? `${text.trim()} ${unit}` : text.trim())

const unitIn = (text: string): string => text.replace(/^\s*[+-]?[\d.]+(e[+-]?\d+)?/i, '').trim()

/**
 * A quantity, or what it lies between, from text: "300 K", "300 K ± 2 K", "300 ± 2 K",
 * "1 GHz ± 10 %", "[1e9, 1e10] Hz", "[1 GHz, 10 GHz]".
 *
 * @example
 * import { parseUncertain, hertz, kelvin } from 'limen'
 * parseUncertain(hertz)('[1e9, 1e10] Hz') // right([1.000, 10.00] GHz)
 * parseUncertain(kelvin)('300 K ± 2 K') // right([298.0, 302.0] K)
 *
 * @since 0.2.0
 */
export const parseUncertain =
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D> | Enclosure<D>> => {
    const read = parse(of, example)
    if (!isUncertain(text)) return read(text)
    const { dimension } = of
    const refuse = (what: string): E.Either<UnitError, never> => E.left(unitError(text, what))
    const from = (lower: Decimal, upper: Decimal): E.Either<UnitError, Enclosure<D>> =>
      lower.lte(upper)
        ? E.right(enclosure(dimension, new Working(lower), new Working(upper)))
        : refuse('the lower end before the upper')

    const [, first, second, unit = ''] = /^\s*\[([^,]*),([^,]*)\]([^[\],]*)$/.exec(text) ?? []
    if (first !== undefined && second !== undefined)
      return pipe(
        E.Do,
        E.bind('lower', () => read(withUnit(first, unit))),
        E.bind('upper', () => read(withUnit(second, unit))),
        E.chain(({ lower, upper }) => from(lower.exact, upper.exact))
      )

    const [, value, by] = /^([^±]+)±([^±]+)$/.exec(text.replace(/\+\/?-/, '±')) ?? []
    if (value === undefined || by === undefined)
      return refuse(
        `${expectation(of, example)}, or an interval such as "[lower, upper] unit" or "value ± deviation"`
      )
    const isShare = /%\s*$/.test(by)
    if (isShare && dimension.key === dimensions['a pure number'].key)
      return refuse('a deviation without %: of a pure number it could be a share of it or not')
    return pipe(
      E.Do,
      E.bind('middle', () => read(withUnit(value, isShare ? '' : unitIn(by)))),
      E.bind('deviation', ({ middle }) =>
        isShare
          ? pipe(
              parse(percent)(by),
              E.map((share) => new Exact(share.exact).times(middle.exact).abs())
            )
          : pipe(
              read(by),
              E.map(({ exact }) => new Exact(exact))
            )
      ),
      E.chain(({ middle, deviation }) =>
        deviation.isNegative() && !deviation.isZero()
          ? refuse('a deviation that is not negative')
          : from(deviation.neg().plus(middle.exact), deviation.plus(middle.exact))
      )
    )
  }
