/**
 * Where a 0 of float64 is a 0 of the formula, and no difference that rounding has swallowed. Underflow is seen
 * by the looks (reach.ts); here it is about numbers that float64 cannot tell apart though decimals can.
 *
 * Inputs are taken to be what their float64 shows, in its shortest decimal: then two of them are equal only
 * where their float64 are.
 */
import type { Program, Step } from '../formula/program'
import { Working } from '../units/decimal'
import type { Size } from './size'

/**
 * What is known of a number by its float64. Equal float64 are equal numbers where both show them, or where one
 * is an input times a power of 2 and the other a constant of few binary digits, such as 2ε and 1.
 */
type Shown = 'shown' | 'of few bits' | 'scaled' | 'rounded'

const isScale = ({ least, most }: Size): boolean => least === most

const ofConstant = (decimal: string, value: number): Shown =>
  !new Working(decimal).eq(value)
    ? 'rounded'
    : Number.isInteger(value * 1024) && Math.abs(value) < 1024
      ? 'of few bits'
      : 'shown'

const areTold = (x: Shown, y: Shown): boolean =>
  x !== 'rounded' &&
  y !== 'rounded' &&
  ((x !== 'scaled' && y !== 'scaled') || x === 'of few bits' || y === 'of few bits')

/** For each register: whether it is 0 only where the formula is, if the inputs are what their float64 shows. */
export const trueZeros = (
  { inputs, constants, steps }: Program,
  known: readonly number[],
  sizes: readonly Size[]
): readonly boolean[] => {
  const shown: Shown[] = [
    ...inputs.map((): Shown => 'shown'),
    ...constants.map(({ decimal }, k) => ofConstant(decimal, known[inputs.length + k]!))
  ]
  const isTrue = shown.map(() => true)
  const shownOf = (step: Step): Shown => {
    if (step.op !== 'mul') return 'rounded'
    const by = (x: number, y: number): boolean =>
      shown[x] === 'of few bits' && isScale(sizes[x]!) && shown[y] === 'shown'
    return by(step.x, step.y) || by(step.y, step.x) ? 'scaled' : 'rounded'
  }
  const mayBeNegative = (at: number): boolean => sizes[at]!.negative
  const isTrueOf = (step: Step): boolean => {
    if (step.arity === 1)
      switch (step.op) {
        case 'ln': // 0 at 1
        case 'logOdds': // 0 at ½
        case 'angle':
        case 'entropy': // 0 at 0 and 1
          return areTold(shown[step.x]!, 'of few bits')
        case 'neg':
        case 'square':
        case 'sqrt':
        case 'expm1':
        case 'log1p':
        case 'arsinh':
        case 'artanh':
        case 'langevin':
          return isTrue[step.x]!
        default:
          return false
      }
    const both = isTrue[step.x]! && isTrue[step.y]!
    switch (step.op) {
      case 'mul':
        return both
      case 'div':
        return isTrue[step.x]!
      case 'add':
        // What is not below 0 makes 0 only of two.
        if (!mayBeNegative(step.x) && !mayBeNegative(step.y)) return both
        return areTold(shown[step.x]!, shown[step.y]!)
      case 'sub':
      case 'lnRatio':
      case 'relativeEntropy':
        return areTold(shown[step.x]!, shown[step.y]!)
      case 'max':
      case 'min':
        return both && !mayBeNegative(step.x) && !mayBeNegative(step.y)
      default:
        return false
    }
  }
  for (const step of steps) {
    isTrue.push(isTrueOf(step))
    shown.push(shownOf(step))
  }
  return isTrue
}
