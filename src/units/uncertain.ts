/**
 * Reading what is uncertain as people write it: "300 K ± 2 K", "1 GHz ± 10 %", "[1e9, 1e10] Hz".
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { exactly, isNumeral } from './decimal'
import { dimensions } from './dimension'
import { about, enclosure, type Enclosure } from './enclosure'
import { expectation, parse, unitError, type UnitError } from './parse'
import type { Quantity } from './quantity'
import { percent } from './si'
import type { Unit } from './unit'

/** Whether a text means to say a value with its uncertainty, well or badly. */
export const isUncertain = (text: string): boolean => /±|\+\/?-|^\s*\[/.test(text)

/** A number without a unit takes that of its deviation. */
const withUnit = (text: string, unit: string): string =>
  (isNumeral(text) ? `${text.trim()} ${unit}` : text).trim()

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

    const [, first, second, unit = ''] = /^\s*\[([^,]*),([^,]*)\]([^[\],]*)$/.exec(text) ?? []
    const end = (number: string) => read(`${number.trim()} ${unit.trim()}`.trim())
    if (first !== undefined && second !== undefined)
      return pipe(
        E.Do,
        E.bind('lower', () => end(first)),
        E.bind('upper', () => end(second)),
        E.chain(({ lower, upper }) =>
          lower.exact.lte(upper.exact)
            ? E.right(enclosure(dimension, lower.exact, upper.exact))
            : refuse('the lower end before the upper')
        )
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
              parse(percent)(by.trim()),
              E.map((share) => new exactly.up(share.exact).times(middle.exact.abs()))
            )
          : pipe(
              read(by.trim()),
              E.map(({ exact }) => exact)
            )
      ),
      E.chain(({ middle, deviation }) =>
        deviation.lt(0)
          ? refuse('a deviation that is not negative')
          : E.right(about(dimension, middle.exact, deviation))
      )
    )
  }
