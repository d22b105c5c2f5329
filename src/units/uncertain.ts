/**
 * Reading what is uncertain as people write it: "300 K ± 2 K", "1 GHz ± 10 %", "[1e9, 1e10] Hz".
 */
import * as E from 'fp-ts/lib/Either.js'
import { aText, expecting, isText, optional } from './argument'
import { enclosure, type Enclosure } from './enclosure'
import { expectation, instead, parse, unitError, type UnitError } from './parse'
import type { Quantity } from './quantity'
import { percent } from './si'
import { isUncertain, readUncertain, type UncertainFlaw } from './uncertain-grammar'
import { aUnit, type Unit } from './unit'

export { isUncertain }

const errorOf = (text: string, expected: string, flaw: UncertainFlaw): UnitError => {
  switch (flaw.is) {
    case 'a part':
      return unitError(flaw.part, instead(flaw.isShare ? expectation(percent) : expected, flaw.flaw))
    case 'no form':
      return unitError(
        text,
        `${expected}, or an interval such as "[lower, upper] unit" or "value ± deviation"`
      )
    case 'units apart':
      return unitError(text, 'a unit after the interval, or one at each of its ends')
    case 'ends reversed':
      return unitError(text, 'the lower end before the upper')
    case 'an unclear share':
      return unitError(text, 'a deviation without %: of a pure number it could be a share of it or not')
    case 'a negative deviation':
      return unitError(text, 'a deviation that is not negative')
    case 'a deviation without a unit':
      return unitError(text, `an interval such as "[lower, upper] ${flaw.unit}": the deviation has no unit`)
  }
}

const uncertainIn =
  <D>(of: Unit<D>, example?: string) =>
  (text: string): E.Either<UnitError, Quantity<D> | Enclosure<D>> => {
    if (!isText(text) || !isUncertain(text)) return parse(of, example)(text)
    const found = readUncertain(text, of)
    return E.isLeft(found)
      ? E.left(errorOf(text, expectation(of, example), found.left))
      : E.right(enclosure(of.dimension, found.right.lower, found.right.upper))
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
