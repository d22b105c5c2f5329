/** What is told of the least of a model: what was found, what holds it there, and what no design costs less than. */
import type { Enclosure } from '../units/enclosure'
import type { Quantity } from '../units/quantity'

/** What holds a design where it is, or does not. @since 0.11.0 */
export interface Holding {
  /** In words: "duration ≤ 1 d". */
  readonly what: string
  /** Which of the limits it is; none where it is a condition of a model. */
  readonly limit?: number
  /** Whether more could be saved were it not for this. */
  readonly binds: boolean
  /** Percent that would be saved by one percent more of it. */
  readonly price: number
}

/** An input that was chosen. @since 0.11.0 */
export interface ChosenInput {
  readonly name: string
  readonly value: Quantity<unknown>
  /** The end at which it is, if it is. */
  readonly end?: 'lower' | 'upper'
  /** Percent of the value per percent of the input; 0 where the input is 0. */
  readonly elasticity: number
  /** Percent that would be saved by one percent more room at the end at which it is, with all that binds kept. */
  readonly price: number
}

/** A limit at the design found. @since 0.11.0 */
export interface LimitAt {
  readonly value: Enclosure<unknown>
  /** Whether it surely keeps the limit. */
  readonly isMet: boolean
}

/** Values of an input from one to another. @since 0.11.0 */
export interface OpenRange {
  readonly name: string
  readonly from: Quantity<unknown>
  readonly to: Quantity<unknown>
}

/** What no design of a box costs less than. @since 0.11.0 */
export interface LeastOfBox {
  /** Rounded down; absent where nothing can be told. */
  readonly value?: Quantity<unknown>
  /** How far it is below the upper end of what was found, of that. */
  readonly gap: number
  readonly pieces: number
  /** Whether the gap is as small as asked for. */
  readonly isDone: boolean
  /** Between which values of each input less may still be found, where it is not. */
  readonly open?: readonly OpenRange[]
}

/** The best design that was found. @since 0.11.0 */
export interface Optimum {
  readonly kind: 'found'
  readonly chosen: readonly ChosenInput[]
  readonly value: Enclosure<unknown>
  readonly limits: readonly LimitAt[]
  readonly holds: readonly Holding[]
  readonly least: LeastOfBox
}

/** That no design was found. @since 0.11.0 */
export interface NoDesign {
  readonly kind: 'none'
  /** Whether there surely is none. */
  readonly isProven: boolean
  readonly pieces: number
  /** What is wrong with the design that comes nearest, in sentences. */
  readonly why: readonly string[]
}
