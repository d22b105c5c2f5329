/**
 * Reading what is uncertain as people write it: "300 K ± 2 K", "1 GHz ± 10 %", "[1e9, 1e10] Hz".
 */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting, isText, optional } from './argument'
import * as budget from './budget'
import { exactly, isNumeral, type Decimal } from './decimal'
import { dimensions } from './dimension'
import { enclosure, widened, type Enclosure } from './enclosure'
import { expectation, parse, parseRounded, unitError, type UnitError } from './parse'
import type { Quantity } from './quantity'
import { percent } from './si'
import { aUnit, type Unit } from './unit'

/** Whether a text means to say a value with its uncertainty, well or badly. */
export const isUncertain = (text: string): boolean => /±|\+\/?-|^\s*\[/.test(text)

/** A number without a unit takes that of its deviation. */
const withUnit = (text: string, unit: string): string =>
  (isNumeral(text) ? `${text.trim()} ${unit}` : text).trim()

const furthest = (...of: readonly Quantity<unknown>[]): Decimal =>
  exactly.up.max(...of.map(({ exact }) => exact.abs()))

const number = /^\s*[+-]?[\d.]+(e[+-]?\d+)?/i

const unitIn = (text: string): string => text.replace(number, '').trim()

const hasUnit = (text: string): boolean => number.test(text) && unitIn(text) !== ''

const longest = 4 * budget.numeral

const uncertainIn =
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D> | Enclosure<D>> => {
    if (!isText(text) || !isUncertain(text)) return parse(of, example)(text)
    // Two numerals and their unit are shorter; what is longer could exhaust a regular expression.
    const read = text.length > longest ? '' : text
    const [below, above] = [parseRounded('down')(of, example), parseRounded('up')(of, example)]
    const { dimension } = of
    const isPure = dimension.key === dimensions['a pure number'].key
    const refuse = (what: string): E.Either<UnitError, never> => E.left(unitError(text, what))

    const [, first, second, unit = ''] = /^\s*\[([^,]*),([^,]*)\]([^[\],]*)$/.exec(read) ?? []
    const whole = (number: string): string => `${number.trim()} ${unit.trim()}`.trim()
    if (first !== undefined && second !== undefined) {
      const [inFirst, inSecond] = [hasUnit(first), hasUnit(second)]
      if (unit.trim() === '' ? isPure && inFirst !== inSecond : inFirst || inSecond)
        return refuse('a unit after the interval, or one at each of its ends')
      const lower = below(whole(first))
      if (E.isLeft(lower)) return lower
      const upper = above(whole(second))
      if (E.isLeft(upper)) return upper
      return lower.right.exact.lte(upper.right.exact)
        ? E.right(enclosure(dimension, lower.right.exact, upper.right.exact))
        : refuse('the lower end before the upper')
    }

    const [, value, by] = /^([^±]+)±([^±]+)$/.exec(read.replace(/\+\/?-/, '±')) ?? []
    if (value === undefined || by === undefined)
      return refuse(
        `${expectation(of, example)}, or an interval such as "[lower, upper] unit" or "value ± deviation"`
      )
    const isShare = /%\s*$/.test(by)
    if (isPure && isShare)
      return refuse('a deviation without %: of a pure number it could be a share of it or not')
    if (isPure && hasUnit(value) && !hasUnit(by))
      return refuse(`an interval such as "[lower, upper] ${unitIn(value)}": the deviation has no unit`)
    const middle = withUnit(value, isShare ? '' : unitIn(by))
    const least = below(middle)
    if (E.isLeft(least)) return least
    const most = above(middle)
    if (E.isLeft(most)) return most
    const stated = isShare ? parse(percent)(by.trim()) : above(by.trim())
    if (E.isLeft(stated)) return stated
    const deviation = isShare
      ? new exactly.up(stated.right.exact).times(furthest(least.right, most.right))
      : stated.right.exact
    return deviation.lt(0)
      ? refuse('a deviation that is not negative')
      : E.right(widened(enclosure(dimension, least.right.exact, most.right.exact), deviation))
  }

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
export const parseUncertain: <D>(
  of: Unit<D>,
  example?: string
) => (text: string) => E.Either<UnitError, Quantity<D> | Enclosure<D>> = expecting(
  'parseUncertain',
  { of: aUnit, example: optional(aText) },
  uncertainIn
)
