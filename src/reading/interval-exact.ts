/**
 * The interval reading of what comes from exact numbers, where more can be said. What is infinite at a
 * pole is so: c/0 is ∞, and c/∞ is 0; and what is undefined there, such as 0/0, is surely nothing.
 *
 * Where `enough` digits are given, a result that may be 0 and is below so many of its operands' is 0:
 * whoever gives them says that they tell what is not.
 */
import type { Algebra, Binary, Unary } from '../formula/algebra'
import { decimalsOf, Working, type Decimal } from '../units/decimal'
import { lazily } from '../units/remembered'
import { intervalsOf, isPoint, type Interval } from './interval-elementary'
import type { Readings } from './readings'

/** The value of what is surely undefined: of 0/0. No number of digits makes it a number. */
const nothing: Interval = { lower: new Working(NaN), upper: new Working(NaN) }

export const isNothing = (x: Interval): boolean => x === nothing
export const isZero = ({ lower, upper }: Interval): boolean => lower.isZero() && upper.isZero()
export const isInfinite = ({ lower, upper }: Interval): boolean =>
  !(lower.isFinite() || lower.isNaN() || upper.isNaN())

/** Where functions of an exact number are infinite, and not merely too large. */
const poles: readonly (Unary | Binary)[] = ['ln', 'log1p', 'artanh', 'logOdds']

/** What may be 0 though nothing that it is made of is. */
const vanishing: readonly (Unary | Binary)[] = [
  'add',
  'sub',
  'ln',
  'lnRatio',
  'logOdds',
  'angle',
  'entropyDifference',
  'relativeEntropy'
]

/** The algebra of such intervals, with ends of `working` digits. */
export const exactIntervalAlgebra = (
  readings: Pick<Readings, 'intervals' | 'decimals'>,
  working: number,
  enough: number | undefined
): Algebra<Interval> => {
  const intervals = readings.intervals(working)
  // Rarely asked.
  const decimals = lazily(() => readings.decimals(working))
  const interval = intervalsOf(working)
  const D = decimalsOf(working)
  const point = (of: Decimal.Value): Interval => interval(new D(of), new D(of))
  const [zero, half] = [point(0), point('0.5')]

  /** The one value of a function at all ends of its operands. */
  const atEnds = (operands: readonly Interval[], f: (ends: readonly Decimal[]) => Decimal): Interval => {
    const ends = operands.reduce<readonly (readonly Decimal[])[]>(
      (before, { lower, upper }) =>
        before.flatMap((some) => [lower, upper].map((end) => [...some, new D(end)])),
      [[]]
    )
    const [first, ...others] = ends.map(f)
    return others.every((other) => other.eq(first!)) ? point(first!) : nothing
  }

  const isGone = ({ lower, upper }: Interval, operands: readonly Interval[]): boolean =>
    enough !== undefined &&
    D.max(...operands.flatMap((x) => [x.lower.abs(), x.upper.abs()]))
      .times(`1e-${enough}`)
      .gte(new D(upper).minus(lower))

  const refined = (
    op: Unary | Binary,
    found: Interval,
    operands: readonly Interval[],
    f: (ends: readonly Decimal[]) => Decimal
  ): Interval => {
    const { lower, upper } = found
    if (lower.isNaN()) {
      if (operands.some(isNothing)) return nothing
      const isPole =
        operands.some(isInfinite) ||
        (op === 'div' ? isZero(operands[1]!) : poles.includes(op) && operands.every(isPoint))
      if (isPole) return atEnds(operands, f)
      return operands.every(isPoint) ? nothing : found
    }
    // The sign of 0 is that of the infinity that it divides to.
    if (isZero(found)) {
      const signed = atEnds(operands, f)
      return isZero(signed) ? signed : found
    }
    const mayBeZero = lower.lte(0) && upper.gte(0) && vanishing.includes(op)
    return mayBeZero && isGone(found, operands) ? zero : found
  }

  type Operation<A> = (...of: readonly A[]) => A
  const of = Object.fromEntries(
    (Object.entries(intervals) as [Unary | Binary, Operation<Interval>][]).map(([op, f]) => [
      op,
      (...of: readonly Interval[]) =>
        refined(op, f(...of), of, (ends) => (decimals()[op] as Operation<Decimal>)(...ends))
    ])
  ) as unknown as Algebra<Interval> // each of its operations once
  return { ...of, constant: intervals.constant, step: (x) => (isZero(x) ? half : of.step(x)) }
}
