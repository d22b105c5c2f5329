/**
 * Regular expressions for the texts of quantities, as JSON Schema has them: short enough to be read in
 * an editor, and never narrower than what the codec reads. They tell that there is a unit, not which.
 */
import type { ShapeOf } from './shape'

const number = '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?'

/** How a number begins, and what may follow: more of it, a unit, a deviation. */
const value = '[+-]?\\.?\\d[^,\\[\\]]*'

/** Somewhere in the text is what belongs to a unit. */
const withUnit = '(?=[\\s\\S]*[^\\s\\d.,eE±+/\\[\\]-])'

/** The text of a number. */
export const numberPattern = `^${number}$`

/** A number as the library writes it: "2.871e-21". */
export const decimalPattern = '^-?\\d+(\\.\\d+)?(e[+-]\\d+)?$'

/** The text of a quantity: "1 GHz"; where it may be uncertain "[1e9, 1e10] Hz", "300 K ± 2 K" too. */
export const quantityPattern = ({ input, uncertain }: ShapeOf<'quantity'>): string => {
  const unit = input.unit.symbol === '' ? '' : withUnit
  const interval = `\\[\\s*${value},\\s*${value}\\][^,\\[\\]]*`
  return `^${unit}\\s*${uncertain ? `(${value}|${interval})` : value}$`
}

/** A sentence, whatever the spaces between its words. */
export const phrasePattern = (sentence: string): string =>
  `^\\s*${sentence.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')}\\s*$`
