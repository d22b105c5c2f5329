/** The grammar of what is uncertain: what a text says, or in which way it says nothing. */
import * as E from 'fp-ts/lib/Either.js'
import * as budget from './budget'
import { exactly, isNumeral, widened, type Decimal, type Ends, type Rounding } from './decimal'
import { read, type Flaw } from './grammar'
import { dimensionless } from './named'
import type { Quantity } from './quantity'
import { percent } from './si'
import type { Unit } from './unit'

/** Why a text is nothing uncertain; `part` is the text that has the flaw, of a share of it if `isShare`. */
export type UncertainFlaw =
  | { readonly is: 'a part'; readonly part: string; readonly isShare: boolean; readonly flaw: Flaw }
  | { readonly is: 'no form' | 'units apart' | 'ends reversed' | 'an unclear share' | 'a negative deviation' }
  | { readonly is: 'a deviation without a unit'; readonly unit: string }

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

const readPart = <D>(
  part: string,
  of: Unit<D>,
  rounding: Rounding,
  isShare = false
): E.Either<UncertainFlaw, Quantity<D>> => {
  const found = read(part, of, rounding)
  return E.isLeft(found) ? E.left({ is: 'a part', part, isShare, flaw: found.left }) : found
}

/** What lies between two ends, or within a deviation of a value. */
export const readUncertain = <D>(text: string, of: Unit<D>): E.Either<UncertainFlaw, Ends> => {
  // Two numerals and their unit are shorter; what is longer could exhaust a regular expression.
  const whole = text.length > longest ? '' : text
  const isPure = of.dimension.key === dimensionless.key

  const [, first, second, unit = ''] = /^\s*\[([^,]*),([^,]*)\]([^[\],]*)$/.exec(whole) ?? []
  if (first !== undefined && second !== undefined) {
    const [inFirst, inSecond] = [hasUnit(first), hasUnit(second)]
    if (unit.trim() === '' ? isPure && inFirst !== inSecond : inFirst || inSecond)
      return E.left({ is: 'units apart' })
    const end = (number: string, rounding: Rounding) =>
      readPart(`${number.trim()} ${unit.trim()}`.trim(), of, rounding)
    const lower = end(first, 'down')
    if (E.isLeft(lower)) return lower
    const upper = end(second, 'up')
    if (E.isLeft(upper)) return upper
    return lower.right.exact.lte(upper.right.exact)
      ? E.right({ lower: lower.right.exact, upper: upper.right.exact })
      : E.left({ is: 'ends reversed' })
  }

  const [, value, by] = /^([^±]+)±([^±]+)$/.exec(whole.replace(/\+\/?-/, '±')) ?? []
  if (value === undefined || by === undefined) return E.left({ is: 'no form' })
  const isShare = /%\s*$/.test(by)
  if (isPure && isShare) return E.left({ is: 'an unclear share' })
  if (isPure && hasUnit(value) && !hasUnit(by))
    return E.left({ is: 'a deviation without a unit', unit: unitIn(value) })
  const middle = withUnit(value, isShare ? '' : unitIn(by))
  const least = readPart(middle, of, 'down')
  if (E.isLeft(least)) return least
  const most = readPart(middle, of, 'up')
  if (E.isLeft(most)) return most
  const stated = isShare ? readPart(by.trim(), percent, 'nearest', true) : readPart(by.trim(), of, 'up')
  if (E.isLeft(stated)) return stated
  const deviation = isShare
    ? new exactly.up(stated.right.exact).times(furthest(least.right, most.right))
    : stated.right.exact
  return deviation.lt(0)
    ? E.left({ is: 'a negative deviation' })
    : E.right(widened({ lower: least.right.exact, upper: most.right.exact }, deviation))
}
