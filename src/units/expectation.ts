/** What is expected, in words. */
import type { Unit } from './unit'

export const article = (name: string): string =>
  /^(a|an) /.test(name) ? name : /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`

/** What a quantity of a unit looks like, for an error message: `a rate such as "1 Hz"`. */
export const expectation = (of: Unit<unknown>, example: string = `1 ${of.symbol}`.trim()): string =>
  `${article(of.dimension.name)} such as "${example}"`
