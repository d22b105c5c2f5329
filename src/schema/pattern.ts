/**
 * Regular expressions for the texts of quantities, as JSON Schema has them: short enough to be read in
 * an editor, and never narrower than what the codec reads. Which unit it is they do not tell.
 */
import type { ShapeOf } from './shape'

const number = '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?'

/** What may follow a number: a unit, or nothing. */
const rest = '[^,±\\[\\]]*'

const exact = `${number}${rest}`
const deviation = `(±|\\+/?-)\\s*${number}${rest}`
const interval = `\\[\\s*${number}${rest},\\s*${number}${rest}\\]${rest}`

/** Somewhere in the text is what belongs to a unit. */
const withUnit = '(?=[\\s\\S]*[^\\s\\d.,eE±+/\\[\\]-])'

/** The text of a number. */
export const numberPattern = `^${number}$`

/** A number as the library writes it: "2.871e-21". */
export const decimalPattern = '^-?\\d+(\\.\\d+)?(e[+-]\\d+)?$'

/** The text of a quantity: "1 GHz"; where it may be uncertain "[1e9, 1e10] Hz", "300 K ± 2 K" too. */
export const quantityPattern = ({ input, uncertain }: ShapeOf<'quantity'>): string => {
  const unit = input.unit.symbol === '' ? '' : withUnit
  return uncertain ? `^${unit}\\s*(${exact}(${deviation})?|${interval})$` : `^${unit}\\s*${exact}$`
}

/** A sentence, whatever the spaces between its words. */
export const phrasePattern = (sentence: string): string =>
  `^\\s*${sentence.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')}\\s*$`
