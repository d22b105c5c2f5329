/** How a formula is read to find its value: of elementary operations, or of any. */
import type { Algebra, Elementary } from '../formula/algebra'
import type { Ball, Balls } from '../units/ball'
import type { Decimal } from '../units/decimal'
import { ballAlgebra } from './ball'
import { elementaryBalls } from './ball-elementary'
import { decimalAlgebra } from './decimal'
import { elementaryDecimals } from './decimal-elementary'
import { intervalAlgebra } from './interval'
import { elementaryIntervals, type Interval } from './interval-elementary'

/** The readings that find a value together, each for so many digits. */
export interface Readings {
  readonly balls: (of: Balls) => Algebra<Ball>
  readonly intervals: (digits: number) => Algebra<Interval>
  readonly decimals: (digits: number) => Algebra<Decimal>
}

/** Of any formula. */
export const wholeReadings: Readings = {
  balls: ballAlgebra,
  intervals: intervalAlgebra,
  decimals: decimalAlgebra
}

/** Who reads a formula by it knows that it has no special operation: there is none to be called. */
const asWhole = <A>(of: Elementary<A>): Algebra<A> => of as Algebra<A>

/** Of a formula that has elementary operations only. */
export const elementaryReadings: Readings = {
  balls: (of) => asWhole(elementaryBalls(of)),
  intervals: (digits) => asWhole(elementaryIntervals(digits).algebra),
  decimals: (digits) => asWhole(elementaryDecimals(digits).algebra)
}
