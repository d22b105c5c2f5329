/**
 * Ranges of numbers, in the notation of papers: "(0, ½]", "[0, ∞)".
 */
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

/** A range from its notation. */
export const range = (text: RangeText): Range => {
  const [, left, from = '', to = '', right] = /^(.)(.+), (.+)(.)$/.exec(text) ?? []
  return {
    text,
    ...(from === '−∞' ? {} : { lower: { at: numberOf(from), open: left === '(' } }),
    ...(to === '∞' ? {} : { upper: { at: numberOf(to), open: right === ')' } })
  }
}

/** Whether a finite number lies in a range. */
export const contains = ({ lower, upper }: Range, value: Decimal): boolean =>
  (lower === undefined || (lower.open ? value.gt(lower.at) : value.gte(lower.at))) &&
  (upper === undefined || (upper.open ? value.lt(upper.at) : value.lte(upper.at)))
