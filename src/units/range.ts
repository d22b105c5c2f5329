/**
 * Ranges of numbers, in the notation of papers: "(0, ½]", "[0, ∞)".
 */
import { expecting, kind, type Kind } from './argument'
import { decimal, type Decimal } from './decimal'

export interface End {
  readonly at: Decimal
  /** Whether the end itself is left out. */
  readonly open: boolean
}

export interface Range {
  readonly text: string
  /** Absent where the range has no lower end. */
  readonly lower?: End
  /** Absent where the range has no upper end. */
  readonly upper?: End
}

const numberOf = (text: string): Decimal => decimal(text === '½' ? '0.5' : text)

/** The notation of a range; its ends are numerals, ½ or ∞. */
export type RangeText = `${'[' | '('}${number | '½' | '−∞'}, ${number | '½' | '∞'}${']' | ')'}`

const notation = /^([[(])(.+), (.+)([\])])$/

export const aRangeText: Kind = kind('a range such as "[0, ∞)" or "(0, ½]"', (value) => {
  const [, , from = '', to = ''] = (typeof value === 'string' && notation.exec(value)) || []
  return (from === '−∞' || !numberOf(from).isNaN()) && (to === '∞' || !numberOf(to).isNaN())
})

/** A range from what is its notation. */
export const rangeOf = (text: RangeText): Range => {
  const [, left, from = '', to = ''] = notation.exec(text) ?? []
  return {
    text,
    ...(from === '−∞' ? {} : { lower: { at: numberOf(from), open: left === '(' } }),
    ...(to === '∞' ? {} : { upper: { at: numberOf(to), open: text.endsWith(')') } })
  }
}

/** A range from its notation. */
export const range = expecting('range', { text: aRangeText }, rangeOf)

/** Where a number lies from another, by their signs where one is 0: decimals are dear to compare. */
const against = (value: Decimal, at: Decimal): number =>
  at.isZero() && !value.isNaN() ? (value.isZero() ? 0 : value.s) : value.comparedTo(at)

/** Whether a finite number lies in a range. */
export const contains = ({ lower, upper }: Range, value: Decimal): boolean =>
  (lower === undefined || against(value, lower.at) >= (lower.open ? 1 : 0)) &&
  (upper === undefined || against(value, upper.at) <= (upper.open ? -1 : 0))
